# Was der Befehl `allmende tally` ausgibt.

tally-ballots = Stimmzettel: { $ballots }. Projekte: { $projects }.
tally-rule = Regel: { $rule }
tally-rule-declared = Regel, wie die Datei sie nennt: { $rule }
tally-ties = Gleichstand: { $ties }
tally-conditions = Bedingungen neben dem Budget:
tally-condition-least-votes =
    { $votes ->
        [one] Mindestens 1 Stimme für jedes Projekt.
       *[other] Mindestens { $votes } Stimmen für jedes Projekt.
    }
tally-condition-ceiling = Höchstens { $limit } für { $name } zusammen: { $projects }
tally-condition-incompatible = Nur eines von { $one } und { $other }.
tally-condition-put-in = { $project } ist vor der Zählung dabei. Der Grund: { $reason }
tally-condition-taken-out = { $project } ist vor der Zählung heraus. Der Grund: { $reason }
tally-notices = Seltsam, aber nach fester Regel gelesen:
tally-notices-more =
    { $more ->
        [one] und 1 weitere Stelle
       *[other] und { $more } weitere Stellen
    }
tally-notice-line = Zeile { $line }, Spalte { $column }
tally-notice-table = { $table }, Zeile { $line }, Spalte { $column }
tally-notice-blank-line = eine leere Zeile, die übergangen wird
tally-notice-stray-quote = ein Anführungszeichen in einer Zelle, die nicht mit einem beginnt; es gilt, wie es dasteht
tally-notice-unusual-title = eine Überschrift in ungewohnter Form
tally-notice-repeated-project = ein Projekt zweimal auf einem Stimmzettel: Ein Kreuz zählt einmal, von Punkten gelten die späteren, von Plätzen der erste
tally-notice-blank-in-list = Leerzeichen in einer Liste, die nichts bedeuten
tally-notice-none-word = das Wort None, gelesen wie eine leere Zelle
tally-notice-too-short = weniger Projekte als die { $number }, die META verlangt; sie zählen trotzdem
tally-notice-too-long = mehr Projekte als die { $number }, die META erlaubt; sie zählen trotzdem
tally-notice-points-range = Punkte für ein Projekt, die META so nicht erlaubt; sie zählen trotzdem
tally-notice-points-sum = eine Summe der Punkte ({ $number }), die META so nicht erlaubt; sie zählen trotzdem
tally-notice-cost-sum = Projekte, die zusammen weniger oder mehr kosten, als META erlaubt; sie zählen trotzdem
tally-notice-no-max-sum-points = Punkte zum Verteilen, aber META nennt kein max_sum_points
tally-notice-unknown-mark = eine Marke, die weder 0, 1, 2 noch 3 ist; sie gilt als nicht gewählt
tally-notice-tally-disagrees = die Stimmzettel ergeben { $number }; die Zelle bleibt stehen und zählt nicht
tally-steps = Schritte
tally-summary =
    { $chosen ->
        [0] Kein Projekt wird gefördert. { $left } von { $budget } bleiben übrig.
        [one] 1 Projekt wird gefördert, für { $cost } von { $budget }. { $left } bleiben übrig.
       *[other] { $chosen } Projekte werden gefördert, für { $cost } von { $budget }. { $left } bleiben übrig.
    }
tally-summary-places =
    { $chosen ->
        [0] Kein Projekt ist ausgewählt.
        [one] 1 Projekt ist ausgewählt.
       *[other] { $chosen } Projekte sind ausgewählt.
    }

tally-name-ranking = die meisten Stimmen zuerst, jedes Projekt, das noch passt
tally-name-ranking-no-skip = die meisten Stimmen zuerst, bis zum ersten Projekt, das nicht passt
tally-name-top = die besten Projekte, was sie auch kosten
tally-name-greedy = am meisten Zustimmung fürs Geld zuerst, jedes Projekt, das noch passt
tally-name-welfare = die beste Auswahl
tally-name-phragmen = gleichmäßige Lasten nach Phragmén
tally-name-equal-shares = gleiche Anteile

tally-column-place = Platz
tally-column-cost = Kosten
tally-column-score = Wert
tally-column-name = Name
tally-column-why = Warum
tally-column-file = Datei
tally-column-rule = Regel
tally-column-result = Ergebnis
tally-column-seconds = Sekunden
tally-column-number = Nr.
tally-column-projects = Projekte
tally-column-left = übrig
tally-column-without-any = ohne eines
tally-column-average-cost = im Schnitt Kosten
tally-column-average-cardinality = im Schnitt Anzahl
tally-column-average-points = im Schnitt Punkte
tally-column-average-borda = im Schnitt Borda
tally-column-average-place-points = im Schnitt Platzpunkte
tally-column-as-first = wie 1

## Warum ein Projekt dabei ist

tally-funded = Es wird gefördert.
tally-funded-place = Es hat einen Platz.
tally-funded-paid = Es wird gefördert. Jede Person dafür zahlte höchstens { $paid }.
tally-funded-completion = Es wird mit Geld gefördert, das übrig war.
tally-funded-replaced = Es wird nach Rangliste gefördert. Sie gilt statt der gleichen Anteile.
tally-funded-beforehand = Es war vor der Zählung schon dabei. Der Grund: { $reason }

## Schritte

tally-step-lots = Bei Gleichstand gilt das Los, gezogen mit dem Startwert "{ $seed }": { $projects }.
tally-step-put-in = Vor der Zählung kommt { $project } dazu. { $left } bleiben übrig. Der Grund: { $reason }
tally-step-taken-out = Vor der Zählung wird { $project } herausgenommen. Der Grund: { $reason }
tally-step-struck-out = { $project } fällt weg. { $reason }
tally-step-loaded =
    { $supporters ->
        [one] { $project } kommt dazu, für { $cost }. Die einzige Person dafür trägt von jetzt an { $load }.
       *[other] { $project } kommt dazu, für { $cost }. Jede der { $supporters } Personen dafür trägt von jetzt an { $load }.
    }
tally-step-loaded-free = { $project } kommt dazu, für { $cost }. Niemand hat dafür gestimmt.
tally-step-load-end = { $project } ist als Nächstes dran. Es kostet { $cost }, da waren noch { $left }. Damit endet die Zählung.
tally-step-best-set = Die beste Auswahl kostet { $cost }. Sie ist allen zusammen { $welfare } wert.
tally-step-start =
    { $voters ->
        [one] Eine Person beginnt mit { $share }.
       *[other] { $voters } Personen beginnen mit je { $share }.
    }
tally-step-share-tried =
    { $runs ->
        [one] { $projects ->
            [one] Mit je { $share } wird 1 Projekt für { $cost } gekauft.
           *[other] Mit je { $share } werden { $projects } Projekte für { $cost } gekauft.
        }
       *[other] { $projects ->
            [one] In { $runs } Läufen bis je { $share } wird 1 Projekt für { $cost } gekauft.
           *[other] In { $runs } Läufen bis je { $share } werden { $projects } Projekte für { $cost } gekauft.
        }
    }
tally-verdict-within = Das passt ins Geld. Darum wird mehr versucht.
tally-verdict-passes-budget = Das kostet zu viel. Darum gilt der Stand davor.
tally-verdict-exhaustive =
    { $barred ->
        [0] Sonst passt nichts, was jemandem etwas wert ist. Darum gilt dieser Stand.
       *[other] Sonst passt nichts, was jemandem etwas wert ist und keine Bedingung verletzt. Darum gilt dieser Stand.
    }
tally-verdict-exhaustive-all =
    { $barred ->
        [0] Sonst passt nichts mehr. Darum gilt dieser Stand.
       *[other] Sonst passt nichts mehr, was keine Bedingung verletzt. Darum gilt dieser Stand.
    }
tally-verdict-everything-bought =
    { $barred ->
        [0] Alles, was jemandem etwas wert ist, ist gekauft. Darum gilt dieser Stand.
       *[other] Alles, was jemandem etwas wert ist, ist gekauft oder verletzt eine Bedingung. Darum gilt dieser Stand.
    }
tally-step-share = In der Zählung, die gilt, hat jede Person { $share }.
tally-step-free = { $project } kostet nichts und kommt dazu.
tally-step-purchased =
    { $supporters ->
        [one] { $project }: 1 Person zahlt { $largest }. Alle zusammen haben noch { $left }.
       *[other] { $project }: { $supporters } Personen zahlen zusammen { $paid }, jede höchstens { $largest }. Alle zusammen haben noch { $left }.
    }
tally-step-purchased-others =
    { $others ->
        [one] 1 weitere Person dafür hatte nichts mehr und zahlt nichts.
       *[other] { $others } weitere Personen dafür hatten nichts mehr und zahlen nichts.
    }
tally-step-considered-taken = Nummer { $place }, { $project }: Es kostet { $cost }, da waren noch { $left }. Es kommt dazu.
tally-step-considered-misfit = Nummer { $place }, { $project }: Es kostet { $cost }, da waren nur noch { $left }. Es passt nicht.
tally-step-equal = Gleichstand, in der Reihenfolge, die entschied: { $projects }.
tally-step-placed-taken = Nummer { $place }, { $project }: Mit dem Wert { $score } bekommt es einen Platz.
tally-step-placed-missed =
    { $short ->
        [0] Nummer { $place }, { $project }: Der Wert { $score } ist so hoch wie der letzte Platz. Die Regel für Gleichstand hat entschieden.
       *[other] Nummer { $place }, { $project }: Der Wert { $score } liegt um { $short } unter dem letzten Platz.
    }
tally-step-placed-below = Nummer { $place }, { $project }: Der Wert { $score } liegt unter den nötigen { $threshold }.
tally-step-placed-none = Nummer { $place }, { $project }: Der Wert ist { $score }. Es war kein Platz mehr frei.
tally-step-compared-kept = Mit gleichen Anteilen haben { $shares } Menschen mehr eigene Projekte, nach Rangliste { $ranking }. Es bleibt bei gleichen Anteilen.
tally-step-compared-replaced = Mit gleichen Anteilen haben { $shares } Menschen mehr eigene Projekte, nach Rangliste { $ranking }. Darum gilt die Rangliste.

## Was Dateien selbst angeben

tally-declared-equal =
    { $projects ->
        [one] { $file }: Die Zählung nach { $rule } ergibt das 1 Projekt, das die Datei als gewählt nennt.
       *[other] { $file }: Die Zählung nach { $rule } ergibt die { $projects } Projekte, die die Datei als gewählt nennt.
    }
tally-declared-differs = { $file }: Die Zählung nach { $rule } ergibt etwas anderes, als die Datei als gewählt nennt.
tally-declared-only-counted = Nur in der Zählung: { $project }, Kosten { $cost }, Wert { $score }
tally-declared-only-in-file = Nur in der Datei: { $project }, Kosten { $cost }, Wert { $score }
tally-declared-not-countable = { $file } lässt sich nicht vergleichen: { $why }
tally-declared-summary = Gleich: { $equal }. Anders: { $differs }. Nicht zählbar: { $other }. Sekunden: { $seconds }.
tally-result-equal = gleich
tally-result-differs = anders
tally-result-not-countable = nicht zählbar
tally-result-difference = nur in der Zählung: { $counted }; nur in der Datei: { $declared }
tally-why-no-rule = Sie nennt die Regel "{ $rule }", die nicht genau festgelegt ist.
tally-why-names-none = Sie nennt keine Regel. Das tun nur .pb-Dateien und das Feld "meta" in JSON. Zählen Sie sie mit --rule.
tally-why-no-selected = Sie hat keine Spalte "selected".
tally-why-refused = Sie lässt sich nicht zählen: { $error }
tally-why-unreadable = Sie lässt sich nicht lesen: { $error }

## Wie weit eine lange Zählung ist

tally-progress-reading = Die Datei wird gelesen
tally-progress-grouping = Gleiche Stimmzettel werden zusammengefasst
tally-progress-runs = Zählung, fertige Läufe mit gleichen Anteilen: { $done }
tally-progress-choosing = Auswahl, angesehene Projekte: { $done }
tally-progress-searching = Suche nach der besten Auswahl, andere Projekte damit verglichen: { $done }

## Dasselbe in anderer Form

tally-written = Geschrieben: { $file }
tally-written-tables = Tabellen haben keinen Platz für das Budget und die übrigen Angaben. Dieser Befehl zählt sie wie die Datei, aus der sie stammen:

## Mehrere Regeln nebeneinander

tally-compare-budget = Budget: { $budget }
tally-compare-first-asked = Nummer 1 ist die verlangte Regel. Die üblichen Regeln folgen.
tally-compare-first-declared = Nummer 1 ist die Regel, die die Datei nennt. Die üblichen Regeln folgen.
tally-compare-first-usual = Die Datei nennt keine Regel, die genau festgelegt ist. Dies sind die üblichen Regeln.
tally-compare-averages = "ohne eines" sind Menschen, die kein ausgewähltes Projekt auf dem Stimmzettel haben oder ihm nur 0 Punkte oder weniger gaben. Der Schnitt gilt je Person, für die ausgewählten Projekte auf dem Stimmzettel.
tally-compare-differences = Was die anderen anders auswählen als Nummer 1
tally-compare-more = Zusätzlich: { $projects }
tally-compare-fewer = Es fehlen: { $projects }
tally-compare-same = Dieselben Projekte.
tally-compare-fairness = Wurde eine Gruppe übergangen? (EJR+ bis auf ein Projekt, nach Kosten)
tally-compare-nobody-passed-over = Keine Gruppe wurde übergangen.
tally-compare-passed-over =
    { $voters ->
        [one] 1 Person ({ $part }), die Projekt { $project } will, wurde übergangen. Ihr Anteil am Budget ist { $share }, und das Projekt kostet { $cost }. Sie bekam weniger als diesen Anteil: Die ausgewählten Projekte auf diesem Stimmzettel kosten zusammen { $gain }.
       *[other] { $voters } Personen ({ $part }), die alle Projekt { $project } wollen, wurden übergangen. Ihr Anteil am Budget ist zusammen { $share }, und das Projekt kostet { $cost }. Jede von ihnen bekam weniger als diesen Anteil: Die ausgewählten Projekte auf jedem dieser Stimmzettel kosten zusammen höchstens { $gain }.
    }
