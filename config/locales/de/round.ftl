# Eine Runde: wo sie steht, ihre Regeln, ihre Gebiete

round-moment-announced = Der Termin der Abstimmung steht noch nicht fest.
round-moment-begins = Die Abstimmung beginnt am { $date }.
round-moment-open = Die Abstimmung endet am { $date }.
round-moment-open-ended = Sie können jetzt abstimmen.
round-moment-counting = Die Abstimmung ist zu Ende. Jetzt wird gezählt.
round-moment-result = Das Ergebnis wurde am { $date } veröffentlicht.
round-act-vote = Jetzt abstimmen
round-act-result = Ergebnis ansehen
round-act-propose = Vorschlag machen
round-act-projects = Projekte ansehen
round-see-projects = Projekte ansehen
round-imported = Diese Runde wurde aus einer Datei übernommen. Die Stimmen wurden nicht hier abgegeben.
round-generated = Diese Runde ist ein Beispiel. Ein Programm hat die Stimmen erzeugt.
round-rules = So läuft die Runde
round-who = Wer darf abstimmen?
round-who-codes = Alle, die einen Code bekommen haben.
round-who-twice = Hat jemand zwei Codes, fällt das nicht auf.
round-who-accounts = Alle, die hier wohnen oder arbeiten und ein Konto haben.
round-who-codes-and-accounts = Alle, die einen Code bekommen oder ein Konto haben.
round-ways-accounts = Sie stimmen mit einem Konto ab. Dafür brauchen Sie eine E-Mail-Adresse.
round-ways-both = Sie stimmen mit einem Code oder mit einem Konto ab.
round-who-twice-accounts = Hat jemand zwei E-Mail-Adressen, fällt das nicht auf.
round-who-twice-both = Hat jemand einen Code und ein Konto, fällt das nicht auf.
round-who-none = Hier kann niemand abstimmen. Die Runde ist übernommen.
round-how = Wie stimmen Sie ab?
round-how-points =
    { $total ->
        [one] Sie haben in jedem Gebiet 1 Punkt.
       *[other] Sie haben in jedem Gebiet { $total } Punkte. Ein Projekt bekommt höchstens { $most }.
    }
round-how-approval =
    { $most ->
        [one] Sie wählen in jedem Gebiet 1 Projekt.
       *[other] Sie wählen in jedem Gebiet bis zu { $most } Projekte.
    }
round-count = Wie wird gezählt?
round-rule-equal-shares = Gerechte Anteile: Hinter jeder Stimme steht gleich viel Geld. Ein Projekt wird gefördert, wenn die Menschen dafür es zusammen bezahlen können.
round-rule-ranking = Die meisten Stimmen zuerst: Gefördert wird der Reihe nach, solange das Geld reicht.
round-rule-greedy = Die meiste Zustimmung fürs Geld zuerst: Gefördert wird der Reihe nach, solange das Geld reicht.
round-rule-welfare = Die beste Auswahl: Gefördert werden die Projekte, die allen zusammen am meisten bringen und zusammen ins Geld passen.
round-rule-phragmen = Gleichmäßige Lasten: Die Kosten werden auf die Menschen dafür verteilt. Als Nächstes kommt immer das Projekt, das niemanden stark belastet.
round-rule-top = Die besten Projekte bekommen die Plätze.
round-binding = Ist das Ergebnis verbindlich?
round-binding-yes = Das Ergebnis ist verbindlich.
round-binding-no = Das Ergebnis ist eine Empfehlung.
round-money = Wie viel Geld gibt es?
round-areas =
    { $count ->
        [one] Das Gebiet
       *[other] { $count } Gebiete
    }
round-area-places =
    { $count ->
        [one] 1 Platz
       *[other] { $count } Plätze
    }
round-area-projects =
    { $count ->
        [one] 1 Projekt
       *[other] { $count } Projekte
    }
round-more = Mehr zu dieser Runde
round-ask = Fragen zu dieser Runde, das Amt fragen
round-nav-vote = Abstimmen
round-nav-result = Ergebnis
