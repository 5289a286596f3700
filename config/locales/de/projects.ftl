# Die Projekte auf dem Stimmzettel: Liste und einzelnes Projekt

projects-title = Projekte
projects-title-page =
    { $pages ->
        [one] Projekte
       *[other] Projekte, Seite { $page } von { $pages }
    }
projects-area = Gebiet
projects-all-areas = alle Gebiete
projects-show = Anzeigen
projects-list = Liste
projects-count =
    { $count ->
        [one] 1 Projekt steht zur Wahl.
       *[other] { $count } Projekte stehen zur Wahl.
    }
projects-count-in-area =
    { $count ->
        [one] { $area }: 1 Projekt steht zur Wahl.
       *[other] { $area }: { $count } Projekte stehen zur Wahl.
    }
projects-random = Die Reihenfolge ist zufällig und ändert sich jeden Tag.
projects-none = Hier steht noch kein Projekt.
projects-number = Nr. { $number }
projects-number-label = Nummer auf dem Stimmzettel
projects-all = Alle Projekte
projects-drawing = Zeichnung zum Thema. Es gibt kein Foto.
projects-about = Worum es geht
projects-facts = Das Wichtigste
projects-cost = Kosten
projects-area-money = Geld für das Gebiet
projects-place = Ort
projects-vote-open = Steht zur Abstimmung
projects-vote-until = Sie können bis { $date } abstimmen.
projects-vote-how = Sie stimmen mit dem Code aus Ihrem Brief ab. Ein Konto brauchen Sie nicht.
projects-vote-next = Nach der Abstimmung wird gezählt. Das Ergebnis steht dann auf diesen Seiten.
projects-vote-coming = Steht bald zur Abstimmung
projects-vote-closed = Die Abstimmung ist zu Ende
projects-funded = Wird gefördert
projects-not-funded = Nicht gefördert
projects-result-out = Das Ergebnis ist da
