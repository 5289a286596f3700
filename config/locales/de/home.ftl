# Startseite

home-title = Startseite
home-empty = Gerade läuft keine Runde.
home-empty-next = Sobald eine Runde beginnt, steht sie hier. Fragen beantwortet die Hilfe unten auf der Seite.
home-only-a-code = Sie brauchen nur den Code aus Ihrem Brief. Kein Konto, keine E-Mail.
home-no-letter = Kein Brief da?
home-areas = Die Gebiete der Runde
home-all-areas = Alle Gebiete ansehen
home-phases = Wo die Runde steht
home-sample =
    { $count ->
        [one] Eines von { $total } Projekten
       *[other] { $count } von { $total } Projekten
    }
home-sample-random = Jeden Tag andere, zufällig ausgewählt.
home-all-projects =
    { $total ->
        [one] Das Projekt ansehen
       *[other] Alle { $total } Projekte ansehen
    }
home-money = Worum es geht
home-money-total = Geld in dieser Runde
home-rules = Alle Regeln der Runde
home-others = Andere Runden
