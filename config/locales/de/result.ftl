# Das Ergebnis einer Runde.

result-document-title = Ergebnis: { $headline }
result-area-document-title = { $area }: { $headline }

## Kopf

result-of-round = Ergebnis: { $round }
result-published-on = veröffentlicht am { $date }
result-headline-funded =
    { $funded ->
        [0] Kein Projekt wird gefördert
        [one] 1 von { $projects } Projekten wird gefördert
       *[other] { $funded } von { $projects } Projekten werden gefördert
    }
result-headline-chosen =
    { $funded ->
        [0] Kein Projekt ist ausgewählt
        [one] 1 von { $projects } Projekten ist ausgewählt
       *[other] { $funded } von { $projects } Projekten sind ausgewählt
    }
result-voters =
    { $voters ->
        [one] Eine Person hat abgestimmt.
       *[other] { $voters } Menschen haben abgestimmt.
    }
result-ballots =
    { $ballots ->
        [0] Es gab keinen Stimmzettel.
        [one] Ein Stimmzettel wurde gezählt.
       *[other] { $ballots } Stimmzettel wurden gezählt.
    }
result-money-html = Die geförderten Projekte kosten <b>{ $cost }</b> von { $budget }.
result-download-jump = Ergebnis herunterladen
result-how-jump = Wie wurde gezählt?
result-print-hint = Diese Seite können Sie auch drucken.

result-generated-title = Erfundene Stimmzettel
result-generated = Diese Stimmzettel hat ein Programm erzeugt. Niemand hat sie hier abgegeben.
result-imported-title = Eingelesene Stimmzettel
result-imported = Diese Stimmzettel stammen aus einer Datei. Niemand hat sie hier abgegeben.
result-imported-source = Quelle: { $source }
result-counted-here = Gezählt hat sie dieses Programm, so wie echte.

result-next-title = Wie es weitergeht
result-effect-advice = Das Ergebnis ist eine Empfehlung. Entschieden wird später.
result-effect-advice-by = Das Ergebnis ist eine Empfehlung. Darüber entscheidet: { $body }.
result-effect-decision-on = Die Entscheidung ist geplant für { $date }.
result-effect-binding = Das Ergebnis gilt. Die Verwaltung setzt die Projekte um.

result-strips-caption = { $budget }, Streifen für Streifen. { $left } bleiben übrig.
result-strips-caption-full = { $budget }, Streifen für Streifen. Es bleibt nichts übrig.

## Gebiete

result-areas-title = Die Gebiete
result-areas-hint = Jedes Gebiet hat eigenes Geld und wird für sich gezählt.
result-areas-hint-seats = Jedes Gebiet wird für sich gezählt.
result-area-nav = Gebiete
result-area-all = Alle Gebiete
result-area-why = Alle Projekte mit Gründen
result-area-summary =
    { $funded ->
        [0] Kein Projekt von { $projects }
        [one] 1 Projekt von { $projects }
       *[other] { $funded } Projekte von { $projects }
    }
result-area-money = { $cost } von { $budget }
result-area-ballots =
    { $ballots ->
        [one] 1 Stimmzettel
       *[other] { $ballots } Stimmzettel
    }

## Listen

result-funded-title = Gefördert
result-chosen-title = Ausgewählt
result-funded-hint = In der Reihenfolge, in der die Regel sie gewählt hat.
result-funded-none = Die Regel hat hier kein Projekt gewählt.
result-unfunded-title = Nicht gefördert
result-unchosen-title = Nicht ausgewählt
result-unfunded-hint = Bei jedem Projekt steht der Grund.
result-unfunded-none = Alle Projekte sind dabei.
result-support-points =
    { $voters ->
        [one] { $points ->
            [one] 1 Punkt von 1 Person
           *[other] { $points } Punkte von 1 Person
        }
       *[other] { $points } Punkte von { $voters } Menschen
    }
result-support-votes =
    { $votes ->
        [one] 1 Stimme
       *[other] { $votes } Stimmen
    }
result-support-score =
    { $voters ->
        [one] Wert { $score } von 1 Person
       *[other] Wert { $score } von { $voters } Menschen
    }

## Gründe

result-short = Es fehlten { $short }
result-reason-supporters-had-left = Die Menschen dafür hatten zusammen noch { $left }. Das Projekt kostet { $cost }.
result-reason-does-not-fit = Als es an der Reihe war, gab es noch { $left }. Das Projekt kostet { $cost }.
result-reason-place-label = Platz { $place }
result-reason-place-points =
    { $needed ->
        [0] Es hatte so viele Punkte wie der letzte Platz. Die Regel für Gleichstand hat entschieden.
        [one] Für den letzten Platz fehlte 1 Punkt.
       *[other] Für den letzten Platz fehlten { $needed } Punkte.
    }
result-reason-place-votes =
    { $needed ->
        [0] Es hatte so viele Stimmen wie der letzte Platz. Die Regel für Gleichstand hat entschieden.
        [one] Für den letzten Platz fehlte 1 Stimme.
       *[other] Für den letzten Platz fehlten { $needed } Stimmen.
    }
result-reason-place-score =
    { $needed ->
        [0] Es hatte den gleichen Wert wie der letzte Platz. Die Regel für Gleichstand hat entschieden.
       *[other] Bis zum letzten Platz fehlte der Wert { $needed }.
    }
result-reason-threshold-label = Zu wenig Zustimmung
result-reason-threshold-points = Nötig waren { $threshold } Punkte. Das Projekt hatte { $score }.
result-reason-threshold-votes = Nötig waren { $threshold } Stimmen. Das Projekt hatte { $score }.
result-reason-threshold-score = Nötig war der Wert { $threshold }. Das Projekt hatte { $score }.
result-reason-no-supporters-label = Nicht gewählt
result-reason-no-supporters = Niemand hat für dieses Projekt gestimmt.
result-reason-worth-nothing-label = Zählt als nichts
result-reason-worth-nothing =
    { $ballots ->
        [one] 1 Stimmzettel nennt dieses Projekt. Nach dieser Regel zählt das als nichts.
       *[other] { $ballots } Stimmzettel nennen dieses Projekt. Nach dieser Regel zählt das als nichts.
    }
result-reason-withdrawn-label = Zurückgezogen
result-reason-withdrawn = Das Projekt wurde vor der Zählung zurückgezogen.
result-reason-after-first-misfit-label = Zählung war zu Ende
result-reason-after-first-misfit = Die Zählung endet beim ersten Projekt, das nicht mehr passt.
result-reason-load-label = Zu große Last
result-reason-load = Auf jede Person dafür wären { $load } gekommen. Die Zählung endete bei { $ended }.
result-reason-best-set-label = Nicht in der besten Auswahl
result-reason-best-set-tie = Eine Auswahl mit diesem Projekt wäre gleich gut. Die Regel für Gleichstand hat entschieden.
result-reason-best-set-dearer = Eine Auswahl mit diesem Projekt wäre gleich gut, aber { $more } teurer.
result-reason-best-set-points =
    { $less ->
        [one] Auch die beste Auswahl mit diesem Projekt hätte zusammen 1 Punkt weniger.
       *[other] Auch die beste Auswahl mit diesem Projekt hätte zusammen { $less } Punkte weniger.
    }
result-reason-best-set-votes =
    { $less ->
        [one] Auch die beste Auswahl mit diesem Projekt hätte zusammen 1 Stimme weniger.
       *[other] Auch die beste Auswahl mit diesem Projekt hätte zusammen { $less } Stimmen weniger.
    }
result-reason-best-set-cost = Auch die beste Auswahl mit diesem Projekt wäre allen zusammen { $less } weniger wert.
result-reason-ceiling = Es hätte die Obergrenze für { $ceiling } überschritten: { $left } waren noch frei, es kostet { $cost }.
result-reason-incompatible-label = Schließt sich aus
result-reason-incompatible = Es geht nicht zusammen mit { $project }. Das kam zuerst dran.
result-reason-too-few-votes =
    { $votes ->
        [0] Mindestens { $needed } Menschen mussten dafür sein. Niemand war es.
        [one] Mindestens { $needed } Menschen mussten dafür sein. Es war 1 Person.
       *[other] Mindestens { $needed } Menschen mussten dafür sein. Es waren { $votes }.
    }
result-reason-taken-out-label = Vorher herausgenommen
result-reason-taken-out = Das Projekt wurde vor der Zählung herausgenommen. Der Grund: { $reason }
result-reason-not-chosen-label = Nicht dabei
result-reason-not-chosen = Die Regel hat andere Projekte gewählt.

## So wurde gezählt

result-how-title = So wurde gezählt
result-how-equal-shares = Wir haben nach gleichen Anteilen gezählt: Jeder Stimmzettel steht für gleich viel Geld.
result-how-ranking-points = Wir haben nach Punkten gezählt: Die meisten Punkte kommen zuerst dran.
result-how-ranking-votes = Wir haben nach Stimmen gezählt: Die meisten Stimmen kommen zuerst dran.
result-how-ranking-score = Wir haben nach Werten gezählt: Der höchste Wert kommt zuerst dran.
result-how-top-points = Wir haben die Plätze nach Punkten vergeben. Die Kosten zählten nicht.
result-how-top-votes = Wir haben die Plätze nach Stimmen vergeben. Die Kosten zählten nicht.
result-how-top-score = Wir haben die Plätze nach Werten vergeben. Die Kosten zählten nicht.
result-how-greedy-points = Wir haben nach Punkten fürs Geld gezählt: Die meisten Punkte für ihren Preis kommen zuerst dran.
result-how-greedy-votes = Wir haben nach Stimmen fürs Geld gezählt: Die meisten Stimmen für ihren Preis kommen zuerst dran.
result-how-welfare = Wir haben die beste Auswahl gesucht: die Projekte, die allen zusammen am meisten bringen und zusammen ins Geld passen.
result-how-phragmen = Wir haben die Kosten auf die Menschen dafür verteilt: Als Nächstes kommt das Projekt dran, das am wenigsten Last auf eine Person legt.
result-how-no-ballots = Hier gab es keinen Stimmzettel. Darum gibt es nichts zu zählen.
result-how-step-title = { $number }. { $title }

result-step-share-title = Gleiche Anteile
result-step-share =
    { $ballots ->
        [one] { $budget } für einen Stimmzettel: Der Anteil ist { $share }.
       *[other] { $budget } geteilt durch { $ballots } Stimmzettel sind je { $share }.
    }
result-step-first-title = Der beste Preis zuerst
result-step-first-points = { $project } kostete am wenigsten je Punkt: { $price }.
result-step-first-votes = { $project } kostete am wenigsten je Person: { $price }.
result-step-first-cost = { $project } hatte die breiteste Unterstützung. Jede Person zahlte höchstens { $price }.
result-step-first-unpriced = { $project } kam als Erstes dran.
result-step-pay-title = Wer dafür ist, zahlt
result-step-pay-points = Nur die Menschen dafür zahlen, im Verhältnis ihrer Punkte.
result-step-pay-evenly = Nur die Menschen dafür zahlen, alle gleich viel.
result-step-repeat-title = Noch einmal
result-step-repeat =
    { $projects ->
        [0] Keine Gruppe konnte ein Projekt bezahlen.
        [one] Bis keine Gruppe mehr zahlen kann. So wurde 1 Projekt für { $cost } gekauft.
       *[other] Bis keine Gruppe mehr zahlen kann. So wurden { $projects } Projekte für { $cost } gekauft.
    }
result-step-raise-title = Alle Anteile steigen
result-step-raise =
    { $projects ->
        [one] Für alle gleich, bis { $share }. Damit ist 1 Projekt für { $cost } dabei.
       *[other] Für alle gleich, bis { $share }. Damit sind { $projects } Projekte für { $cost } dabei.
    }
result-step-raise-none = Schon ein wenig mehr hätte zu viel gekostet. Die Anteile bleiben.
result-step-rest-title = Der Rest
result-step-rest-points =
    { $projects ->
        [0] Kein weiteres Projekt passt. { $left } bleiben übrig.
        [one] Dann die meisten Punkte für ihren Preis: 1 Projekt passte noch. { $left } bleiben übrig.
       *[other] Dann die meisten Punkte für ihren Preis: { $projects } Projekte passten noch. { $left } bleiben übrig.
    }
result-step-rest-votes =
    { $projects ->
        [0] Kein weiteres Projekt passt. { $left } bleiben übrig.
        [one] Dann die meisten Stimmen: 1 Projekt passte noch. { $left } bleiben übrig.
       *[other] Dann die meisten Stimmen: { $projects } Projekte passten noch. { $left } bleiben übrig.
    }
result-step-rest-price =
    { $projects ->
        [0] Kein weiteres Projekt passt. { $left } bleiben übrig.
        [one] Dann die meisten Stimmen für ihren Preis: 1 Projekt passte noch. { $left } bleiben übrig.
       *[other] Dann die meisten Stimmen für ihren Preis: { $projects } Projekte passten noch. { $left } bleiben übrig.
    }
result-step-compare-title = Der Vergleich
result-step-compare-kept = Mit gleichen Anteilen haben { $shares } Menschen mehr eigene Projekte. Nach Rangliste nur { $ranking }.
result-step-compare-replaced = Nach Rangliste haben { $ranking } Menschen mehr eigene Projekte. Darum gilt hier die Rangliste.
result-step-left-title = Schluss
result-step-left = { $left } bleiben übrig.
result-step-order-title = Rangliste
result-step-order-points =
    { $value ->
        [one] { $project } steht oben, mit 1 Punkt.
       *[other] { $project } steht oben, mit { $value } Punkten.
    }
result-step-order-votes =
    { $value ->
        [one] { $project } steht oben, mit 1 Stimme.
       *[other] { $project } steht oben, mit { $value } Stimmen.
    }
result-step-order-score = { $project } steht oben, mit dem Wert { $value }.
result-step-threshold-title = Mindestzahl
result-step-threshold =
    { $dropped ->
        [0] Jedes Projekt hat die Mindestzahl { $threshold } erreicht.
        [one] 1 Projekt hatte weniger als { $threshold } und fällt weg.
       *[other] { $dropped } Projekte hatten weniger als { $threshold } und fallen weg.
    }
result-step-take-title = Von oben nach unten
result-step-take =
    { $projects ->
        [0] Schon das erste Projekt passte nicht.
        [one] 1 Projekt für { $cost } passte hintereinander.
       *[other] { $projects } Projekte für { $cost } passten hintereinander.
    }
result-step-misfit-title = Das erste, das nicht passt
result-step-misfit = { $project } kostet { $cost }. Da waren noch { $left }.
result-step-skip-title = Überspringen
result-step-skip =
    { $projects ->
        [0] Auch danach passte kein Projekt mehr.
        [one] Danach passte noch 1 günstigeres Projekt.
       *[other] Danach passten noch { $projects } günstigere Projekte.
    }
result-step-stop-title = Hier ist Schluss
result-step-stop = So will es die Regel: Danach kommt kein Projekt mehr dran.
result-step-seats-title = Plätze
result-step-seats =
    { $seats ->
        [one] Das oberste Projekt bekommt den Platz.
       *[other] Die obersten { $seats } Projekte bekommen einen Platz.
    }
result-step-last-seat-title = Der letzte Platz
result-step-last-seat-points = Ihn bekam { $project } mit { $value } Punkten.
result-step-last-seat-votes = Ihn bekam { $project } mit { $value } Stimmen.
result-step-last-seat-score = Ihn bekam { $project } mit dem Wert { $value }.
result-step-missed-title = Knapp vorbei
result-step-missed-points =
    { $needed ->
        [0] { $project } hatte gleich viele Punkte.
        [one] { $project } fehlte 1 Punkt.
       *[other] { $project } fehlten { $needed } Punkte.
    }
result-step-missed-votes =
    { $needed ->
        [0] { $project } hatte gleich viele Stimmen.
        [one] { $project } fehlte 1 Stimme.
       *[other] { $project } fehlten { $needed } Stimmen.
    }
result-step-missed-score =
    { $needed ->
        [0] { $project } hatte den gleichen Wert.
       *[other] { $project } fehlte der Wert { $needed }.
    }
result-step-best-set-title = Die beste Auswahl
result-step-best-set =
    { $projects ->
        [0] Kein Projekt passte ins Geld.
        [one] Mehr bringt allen zusammen keine andere Auswahl: 1 Projekt für { $cost }.
       *[other] Mehr bringt allen zusammen keine andere Auswahl: { $projects } Projekte für { $cost }.
    }
result-step-first-load-title = Die kleinste Last zuerst
result-step-first-load = { $project } kam als Erstes dran. Auf jede Person dafür kommen { $load }.
result-step-loads-title = Noch einmal
result-step-loads =
    { $projects ->
        [one] So wurde 1 Projekt für { $cost } verteilt. Niemand trägt mehr als { $load }.
       *[other] So wurden { $projects } Projekte für { $cost } verteilt. Niemand trägt mehr als { $load }.
    }
result-step-loads-none =
    { $projects ->
        [0] Kein Projekt wurde verteilt.
        [one] So kam 1 Projekt für { $cost } dazu.
       *[other] So kamen { $projects } Projekte für { $cost } dazu.
    }
result-step-load-end = { $project } kostet { $cost }. Da waren noch { $left }. Damit endet die Zählung.
result-step-lots-title = Das Los
result-step-lots = Bei Gleichstand galt das Los. Es wurde vorher gezogen, mit dem Startwert: { $seed }
result-step-beforehand-title = Vorher entschieden
result-step-beforehand = Vor der Zählung schon dabei: { $funded }. Vor der Zählung herausgenommen: { $out }.
result-step-struck-out-title = Bedingungen
result-step-struck-out =
    { $projects ->
        [one] 1 Projekt hielt eine Bedingung nicht ein und fiel weg.
       *[other] { $projects } Projekte hielten eine Bedingung nicht ein und fielen weg.
    }

result-ties-title =
    { $ties ->
        [one] 1 Gleichstand
       *[other] { $ties } Mal Gleichstand
    }
result-tie-id = { $winner } und { $loser } lagen gleich. Die kleinere Nummer kam zuerst.
result-tie-file = { $winner } und { $loser } lagen gleich. Wer weiter oben auf der Liste steht, kam zuerst.
result-tie-min-cost = { $winner } und { $loser } lagen gleich. Das günstigere Projekt kam zuerst.
result-tie-max-cost = { $winner } und { $loser } lagen gleich. Das teurere Projekt kam zuerst.
result-tie-max-votes = { $winner } und { $loser } lagen gleich. Das Projekt mit mehr Stimmen kam zuerst.
result-tie-lot = { $winner } und { $loser } lagen gleich. Das Los hat entschieden.

result-purchases-summary = Jeder Schritt als Tabelle
result-purchases-caption = Die Projekte in der Reihenfolge, in der sie dran waren
result-purchases-step = Schritt
result-purchases-project = Projekt
result-purchases-supporters = Dafür
result-purchases-cost = Kosten
result-purchases-price-points = Preis je Punkt
result-purchases-price-votes = Preis je Person
result-purchases-price-cost = Höchstens je Person
result-purchases-left = Danach übrig

## Zahlen

result-scores-points-title = Punkte
result-scores-votes-title = Stimmen
result-scores-score-title = Werte
result-scores-finding-points-top =
    { $count ->
        [one] Das Projekt mit den meisten Punkten wird gefördert.
       *[other] Die { $count } Projekte mit den meisten Punkten werden alle gefördert.
    }
result-scores-finding-votes-top =
    { $count ->
        [one] Das Projekt mit den meisten Stimmen wird gefördert.
       *[other] Die { $count } Projekte mit den meisten Stimmen werden alle gefördert.
    }
result-scores-finding-score-top =
    { $count ->
        [one] Das Projekt mit dem höchsten Wert wird gefördert.
       *[other] Die { $count } Projekte mit den höchsten Werten werden alle gefördert.
    }
result-scores-finding-points-missed = { $project } steht nach Punkten auf Platz { $place }, wird aber nicht gefördert.
result-scores-finding-votes-missed = { $project } steht nach Stimmen auf Platz { $place }, wird aber nicht gefördert.
result-scores-finding-score-missed = { $project } steht nach Werten auf Platz { $place }, wird aber nicht gefördert.
result-scores-base-points =
    { $ballots ->
        [one] { $total ->
            [one] 1 Punkt auf 1 Stimmzettel.
           *[other] { $total } Punkte auf 1 Stimmzettel.
        }
       *[other] { $total ->
            [one] 1 Punkt auf { $ballots } Stimmzetteln.
           *[other] { $total } Punkte auf { $ballots } Stimmzetteln.
        }
    }
result-scores-base-votes =
    { $ballots ->
        [one] { $total ->
            [one] 1 Stimme auf 1 Stimmzettel.
           *[other] { $total } Stimmen auf 1 Stimmzettel.
        }
       *[other] { $total ->
            [one] 1 Stimme auf { $ballots } Stimmzetteln.
           *[other] { $total } Stimmen auf { $ballots } Stimmzetteln.
        }
    }
result-scores-base-ballots =
    { $ballots ->
        [one] Gezählt ist 1 Stimmzettel.
       *[other] Gezählt sind { $ballots } Stimmzettel.
    }
result-table-summary = Zahlen als Tabelle
result-scores-caption-points = Punkte für jedes Projekt
result-scores-caption-votes = Stimmen für jedes Projekt
result-scores-caption-score = Wert für jedes Projekt
result-scores-project = Projekt
result-scores-cost = Kosten
result-scores-outcome = Ergebnis
result-scores-funded = gefördert
result-scores-unfunded = nicht gefördert
result-bar-title-points = Punkte für jedes Projekt
result-bar-title-votes = Stimmen für jedes Projekt
result-bar-title-score = Wert für jedes Projekt
result-bar-description = Volle Balken sind gefördert, leere nicht. Die Zahlen stehen auch in der Tabelle.
result-bar-unfunded = nicht gefördert
result-strips-title = { $budget } als Feld aus Streifen
result-strips-description = Jeder Streifen ist ein gefördertes Projekt, so breit wie seine Kosten. Der leere Streifen ist der Rest.

## Wer mitgemacht hat

channel-account = Konto
channel-letter-code = Code aus dem Brief
channel-kiosk = Wahl-Computer
channel-paper = Papier
result-turnout-title = Wer mitgemacht hat
result-turnout-share = { $share } von { $entitled } Berechtigten haben mitgemacht.
result-turnout-unknown = Wie viele mitmachen konnten, ist nicht bekannt: Menschen haben mit einem Konto abgestimmt.
result-turnout-plain =
    { $total ->
        [one] 1 Person hat mitgemacht.
       *[other] { $total } Menschen haben mitgemacht.
    }
result-turnout-bar-title = Stimmzettel nach Weg
result-turnout-bar-description = Ein Balken für jeden Weg. Die Zahlen stehen auch in der Tabelle.
result-turnout-channel = Weg
result-turnout-ballots = Stimmzettel
result-turnout-part = Anteil
result-turnout-total = Zusammen

## Andere Regeln

result-compared-title = Und nach anderen Regeln?
result-compared-lead = Dieselben Stimmzettel, nach anderen Regeln gezählt. Am Ergebnis ändert das nichts.
result-compared-same = Auch mit den meisten Stimmen zuerst wären es genau diese Projekte.
result-compared-more-without =
    { $others ->
        [0] Mit den meisten Stimmen zuerst wäre kein anderes Projekt dabei, es wären aber weniger.
        [one] Mit den meisten Stimmen zuerst wäre 1 anderes Projekt dabei.
       *[other] Mit den meisten Stimmen zuerst wären { $others } andere Projekte dabei.
    } { $people ->
        [one] Dann hätte 1 Person mehr keines ihrer Projekte bekommen.
       *[other] Dann hätten { $people } Menschen mehr keines ihrer Projekte bekommen.
    }
result-compared-fewer-without =
    { $others ->
        [0] Mit den meisten Stimmen zuerst wäre kein anderes Projekt dabei, es wären aber weniger.
        [one] Mit den meisten Stimmen zuerst wäre 1 anderes Projekt dabei.
       *[other] Mit den meisten Stimmen zuerst wären { $others } andere Projekte dabei.
    } { $people ->
        [one] Dann hätte 1 Person weniger keines ihrer Projekte bekommen.
       *[other] Dann hätten { $people } Menschen weniger keines ihrer Projekte bekommen.
    }
result-compared-as-many =
    { $others ->
        [0] Mit den meisten Stimmen zuerst wäre kein anderes Projekt dabei, es wären aber weniger.
        [one] Mit den meisten Stimmen zuerst wäre 1 anderes Projekt dabei.
       *[other] Mit den meisten Stimmen zuerst wären { $others } andere Projekte dabei.
    }
result-compared-nobody = Wir haben geprüft, ob eine Gruppe übergangen wurde. Keine wurde übergangen: Wer zusammen genug für ein Projekt beisteuern konnte, hat etwas dafür bekommen.
result-compared-group =
    { $people ->
        [one] Übergangen wurde 1 Person, die für „{ $project }“ gestimmt hat. Ihr Anteil am Geld ist { $share }, das Projekt kostet { $cost }. Bekommen hat sie weniger.
       *[other] Übergangen wurden { $people } Menschen, die alle für „{ $project }“ gestimmt haben. Zusammen ist ihr Anteil am Geld { $share }, das Projekt kostet { $cost }. Bekommen haben sie weniger.
    }
result-compared-summary = Alle Regeln als Tabelle
result-compared-caption = Dieselben Stimmzettel nach mehreren Regeln
result-compared-rule = Regel
result-compared-projects = Projekte
result-compared-common = Davon auch hier
result-compared-cost = Kosten
result-compared-without = Menschen ohne eines ihrer Projekte
result-compared-passed = Gruppe übergangen
result-compared-yes = ja
result-compared-no = nein
result-compared-own = (die Regel dieser Abstimmung)
result-rule-ranking = Die meisten Stimmen zuerst
result-rule-top = Die besten Plätze
result-rule-greedy = Am meisten Zustimmung fürs Geld zuerst
result-rule-welfare = Die beste Auswahl
result-rule-phragmen = Gleichmäßige Lasten (Phragmén)
result-rule-shares = Gleiche Anteile, Rest bleibt
result-rule-shares-greedy = Gleiche Anteile, Rest nach Zustimmung
result-rule-shares-raised = Gleiche Anteile, schrittweise erhöht
result-rule-shares-raised-greedy = Gleiche Anteile, schrittweise erhöht, Rest nach Zustimmung
result-rule-shares-compared = Gleiche Anteile, schrittweise erhöht und verglichen

## Nachzählen

result-data-title = Zählen Sie selbst nach
result-data-lead = Alle Stimmzettel ohne Namen, die Regel und das Programm sind öffentlich.
result-data-pb = Ergebnis und alle Stimmzettel als .pb-Datei, { $size }
result-data-pb-area = { $area }: Ergebnis und alle Stimmzettel als .pb-Datei, { $size }
result-data-result = Ergebnis als CSV-Datei, { $size }
result-data-recount = So zählen Sie nach: Laden Sie die Datei und geben Sie diesen Befehl ein.
result-data-recount-many = So zählen Sie nach: Laden Sie die Dateien und geben Sie diese Befehle ein.
result-data-recount-same = Das Programm muss dieselben Projekte nennen wie diese Seite.
result-data-rule = Regel, wie das Programm sie nennt:
result-data-check-value = Prüfwert der Datei (Anfang von SHA-256):
result-data-check-value-area = Prüfwert der Datei { $area } (Anfang von SHA-256):
result-data-withheld =
    { $areas ->
        [one] Für 1 Gebiet gibt es keine Datei. Es hat weniger als { $minimum } Stimmzettel.
       *[other] Für { $areas } Gebiete gibt es keine Datei. Sie haben weniger als { $minimum } Stimmzettel.
    }
result-data-withheld-here = Für dieses Gebiet gibt es keine Datei. Es hat weniger als { $minimum } Stimmzettel.
result-data-unchanged = Hat Ihre Datei denselben Prüfwert? Dann hat sie niemand geändert.

## Noch kein Ergebnis

result-waiting-title = Noch kein Ergebnis
result-waiting-not-begun = Die Abstimmung hat noch nicht begonnen.
result-waiting-voting = Die Abstimmung läuft noch. Vorher zeigen wir keine Zahlen.
result-waiting-checking = Die Abstimmung ist zu Ende. Jetzt prüft die Verwaltung den Ablauf.
result-waiting-counting = Die Stimmzettel werden jetzt gezählt.
result-waiting-counted = Es ist gezählt. Die Verwaltung veröffentlicht das Ergebnis als Nächstes.
result-waiting-next = Wie es weitergeht
result-waiting-opens = Die Abstimmung beginnt.
result-waiting-closes = Die Abstimmung endet.
result-waiting-certify = Die Verwaltung bestätigt den Ablauf. Dann wird gezählt.
result-waiting-publish = Das Ergebnis erscheint auf dieser Seite.
result-waiting-after-voting = Nach der Abstimmung
result-waiting-now = Jetzt
result-waiting-last = Zum Schluss
result-waiting-vote = Jetzt abstimmen
result-waiting-round = Zur Runde { $round }
result-waiting-expected = geplant für { $date }
