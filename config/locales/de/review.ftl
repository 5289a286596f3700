# Vorschläge prüfen: im Amt, öffentlich, für ihre Urheber

review-title = Prüfung
review-title-page =
    { $pages ->
        [one] Vorschläge prüfen
       *[other] Vorschläge prüfen, Seite { $page } von { $pages }
    }
review-lead = Was zuerst fällig ist, steht oben. Wer etwas vorschlägt, hört in 14 Tagen von Ihnen.
review-round-hint = Entscheiden Sie, welchen Weg jeder Vorschlag geht, und sagen Sie warum.
review-back = Alle zur Prüfung
review-open-again = Wieder öffnen
review-parts = Teile der Liste
review-part-due = Zu tun: { $count }
review-part-asked = Rückfragen: { $count }
review-part-statements = Stellungnahmen: { $count }
review-part-decided = Entschieden: { $count }
review-empty-due = Es ist nichts zu tun.
review-empty-asked = Niemand wird gerade etwas gefragt.
review-empty-statements = Es fehlt keine Stellungnahme.
review-empty-decided = Noch ist nichts entschieden.
review-empty-hint = Sehen Sie in einen anderen Teil oder zu allen Ämtern.
review-overdue-count =
    { $count ->
        [one] 1 Vorschlag ist überfällig.
       *[other] { $count } Vorschläge sind überfällig.
    }
review-of = Wessen Vorschläge?
review-of-own = Meine Ämter und was noch niemand hat
review-of-all = Alle Ämter
review-of-nobody = Was noch niemand hat
review-of-show = Zeigen
review-nobody = noch kein Fachamt
review-due = fällig am { $date }
review-overdue = überfällig seit { $date }
review-statement-wanted = Stellungnahme fehlt
review-elsewhere = Diesen Vorschlag hat ein anderes Fachamt. Sie können alles lesen, aber nicht entscheiden.
review-not-reviewed = Diesen Vorschlag können nicht alle lesen. Er wird jetzt nicht geprüft.
review-cost-guess = Geschätzt beim Vorschlagen

## Was getan wurde oder warum nicht

review-done-decide = Die Entscheidung zu Nr. { $number } ist gespeichert. Alle können sie jetzt lesen.
review-done-hand_over = Nr. { $number } ist übergeben.
review-done-save = Gespeichert. Nur das Amt sieht es.
review-done-ask = Die Rückfrage zu Nr. { $number } ist gestellt.
review-done-ask_statement = Das Fachamt ist um eine Stellungnahme gebeten.
review-done-give_statement = Ihre Stellungnahme ist gespeichert.
review-refused-kept = Was Sie geschrieben haben, steht noch unten.
review-refused-changed = Jemand hat inzwischen etwas anderes gespeichert. Lesen Sie es auf dieser Seite. Speichern Sie dann noch einmal.
review-refused-not-reviewed = Der Vorschlag wurde inzwischen zurückgezogen oder ausgeblendet.
review-refused-stage = Die Prüfung ist inzwischen weiter. Das geht jetzt nicht mehr.
review-refused-asked = Die Antwort auf die Rückfrage kann noch kommen. Warten Sie auf die Antwort oder auf den Tag.
review-refused-department = Dieses Fachamt arbeitet nicht mehr. Wählen Sie ein anderes.
review-refused-on-the-ballot = Er steht auf dem Stimmzettel. Öffnen Sie zuerst die Auswahl wieder, solange noch niemand abstimmen kann.
review-refused-ballot-made = Der Stimmzettel steht schon fest. Nur eine spätere Runde kann darüber abstimmen.
review-refused-elsewhere = Den Vorschlag hat jetzt ein anderes Fachamt.

## Das Formular

review-verdict = Entscheidung
review-decide = Entscheidung speichern und weiter
review-save = Ohne Entscheidung speichern
review-choose-none = Bitte wählen
review-field-route = Welchen Weg geht er?
review-hint-route = Das lesen alle.
review-field-competence = Wer ist zuständig?
review-hint-competence = Wer darüber bestimmen darf.
review-field-feasibility = Lässt er sich umsetzen?
review-hint-feasibility = So weit Sie es heute sagen können.
review-field-cost-once = Kosten, einmal
review-hint-cost-once = Zum Beispiel 1.500 oder 1.500,00.
review-field-cost-yearly = Kosten, jedes Jahr
review-hint-cost-yearly = Pflege, Strom, Reinigung. Leer lassen, wenn es keine gibt.
review-field-cost-source = Woher kommen die Zahlen?
review-hint-cost-source = Zum Beispiel: Angebot einer Firma, Schätzung des Straßenamts.
review-field-upkeep = Wer zahlt und macht die Pflege?
review-hint-upkeep = Nötig, wenn jedes Jahr Kosten anfallen.
review-field-standard = Grund aus der Sammlung
review-hint-standard = Ein Satz, der in jeder Sprache da ist.
review-field-reason = Grund in eigenen Worten
review-hint-reason = Kurze Sätze, einfache Wörter. Das lesen alle.
review-field-next-step = Wie geht es weiter?
review-hint-next-step = Gleich erledigt: durch wen und bis wann. Fonds: Telefon und nächster Termin.
review-field-referred-to = Welche andere Stelle?
review-hint-referred-to = Name und, wenn Sie es haben, Telefon.
review-field-original = Nummer des anderen Vorschlags
review-hint-original = Nur wenn ein anderer Vorschlag dasselbe will.
review-field-note = Notiz
review-hint-note = Außerhalb des Amts liest sie niemand.
review-note-title = Nur für das Amt
review-field-question = Ihre Frage
review-hint-question = Eine Frage wird schneller beantwortet als fünf.
review-field-answer-by = Warten bis
review-hint-answer-by = Ein Tag in den nächsten 90 Tagen.
review-field-department = Fachamt
review-hint-department = Alle sehen, wer den Vorschlag hat.
review-field-statement = Ihre Stellungnahme
review-field-statement-of = Fachamt
review-hint-statement-of = Es findet die Frage in seiner eigenen Liste.
review-field-statement-question = Was möchten Sie wissen?
review-hint-statement-question = Außerhalb des Amts liest es niemand.
review-ask = Rückfrage stellen
review-ask-hint = So lange wartet der Vorschlag. Vorher können Sie nicht entscheiden.
review-ask-button = Rückfrage abschicken
review-hand-over = An ein Fachamt übergeben
review-hand-over-hint = Der Tag, an dem er fällig ist, bleibt gleich.
review-hand-over-button = Übergeben
review-ask-statement = Ein Fachamt um Stellungnahme bitten
review-ask-statement-hint = Der Vorschlag bleibt bei Ihnen. Die Stellungnahme ist in 7 Tagen fällig.
review-ask-statement-button = Um Stellungnahme bitten
review-give-statement = Stellungnahme abgeben
review-plain =
    Wörter je Satz im Mittel: { $mean }. Der längste Satz hat { $longest }. Das liest sich gut.
review-not-plain =
    Wörter je Satz im Mittel: { $mean }. Der längste Satz hat { $longest }. Machen Sie zwei daraus, mit höchstens 15 Wörtern.
review-problem-day = Wählen Sie einen Tag nach heute, in den nächsten 90 Tagen.
review-problem-original = Nennen Sie einen anderen Vorschlag dieser Runde. Alle müssen ihn lesen können, und er darf nicht selbst zusammengelegt sein.
review-problem-too-late = Das lässt sich nicht mehr abschicken. Was Sie geschrieben haben, steht unten.

## Was einer Entscheidung fehlt

review-fault-not-ours = Wenn andere zuständig sind, wählen Sie „Andere Stelle ist zuständig“.
review-fault-ours = Wenn wir zuständig sind, kann er nicht an eine andere Stelle gehen.
review-fault-unfeasible = Was nicht geht, kann diesen Weg nicht gehen. Wählen Sie „Geht nicht“.
review-fault-feasible = Wenn es sich umsetzen lässt, wählen Sie einen anderen Weg. Sonst sagen Sie, dass es nicht geht.
review-fault-cost-missing = Tragen Sie ein, was es kostet. Die Kosten stehen auf dem Stimmzettel.
review-fault-source-missing = Sagen Sie, woher die Zahlen kommen.
review-fault-upkeep-missing = Sagen Sie, wer die Pflege zahlt und macht.
review-fault-reason-missing = Wählen Sie einen Grund aus der Sammlung oder schreiben Sie einen.
review-fault-reason-elsewhere = Dieser Satz passt nicht zum Weg. Wählen Sie einen anderen.
review-fault-office-missing = Nennen Sie die Stelle, die zuständig ist.
review-fault-next-step-missing = Sagen Sie, wie es weitergeht.
review-fault-original-missing = Tragen Sie die Nummer des anderen Vorschlags ein.

## Wege, Befunde, Gründe

review-route-vote = Steht zur Abstimmung
review-route-direct = Wird gleich erledigt
review-route-fund = Geht an den Fonds
review-route-not-possible = Geht nicht
review-route-other-office = Andere Stelle ist zuständig
review-route-duplicate = Zusammengelegt
review-competence-ours = Wir sind zuständig
review-competence-shared = Wir sind mit anderen zusammen zuständig
review-competence-other = Andere sind zuständig
review-feasibility-feasible = Lässt sich so umsetzen
review-feasibility-with-changes = Lässt sich mit Änderungen umsetzen
review-feasibility-unfeasible = Lässt sich nicht umsetzen
review-found = { $competence }. { $feasibility }.
review-reason-as-proposed = Das lässt sich so umsetzen, wie es vorgeschlagen ist.
review-reason-changed = Das lässt sich mit kleinen Änderungen umsetzen.
review-reason-small-and-soon = Das ist klein. Wir machen es ohne Abstimmung.
review-reason-planned = Das haben wir schon geplant.
review-reason-suits-fund = Das passt zum Fonds für kleine Projekte im Kiez.
review-reason-too-expensive = Das kostet mehr Geld, als da ist.
review-reason-not-our-ground = Der Boden oder das Haus gehört uns nicht.
review-reason-against-law = Ein Gesetz erlaubt das nicht.
review-reason-no-upkeep = In den Jahren danach könnte sich niemand darum kümmern.
review-reason-there-already = Das gibt es schon.
review-reason-others-decide = Darüber entscheidet eine andere Stelle. Wir haben den Vorschlag weitergegeben.
review-reason-same-aim = Ein anderer Vorschlag will dasselbe. Beide gehen zusammen weiter.

## Wo ein Vorschlag steht

review-standing-received = Eingegangen
review-standing-in-review = In Prüfung
review-standing-asked = Rückfrage
review-standing-objected = Einspruch läuft
review-standing-vote = Steht zur Abstimmung
review-standing-excluded = Nicht auf dem Stimmzettel
review-standing-direct = Wird gleich erledigt
review-standing-fund = Geht an den Fonds
review-standing-not-possible = Geht nicht
review-standing-other-office = Andere Stelle ist zuständig
review-standing-duplicate = Zusammengelegt
review-next-received = Eine erste Antwort kommt bis { $date }.
review-next-in-review = Es prüft: { $department }. Die Entscheidung ist bis { $date } fällig.
review-next-asked = Das Amt wartet bis { $date } auf die Antwort auf eine Rückfrage.
review-next-objected = Das Amt beantwortet den Einspruch bis { $date }.
review-next-object = Wer ihn gemacht hat, kann bis { $date } Einspruch einlegen. Dafür ist der Änderungs-Code nötig.

## Was das Amt sagt

review-public-title = Das sagt das Amt
review-verdicts = Entscheidungen
review-earlier = Frühere Entscheidung vom { $date }
review-original = Geht weiter mit
review-referred-to = Zuständig
review-next-step = So geht es weiter
review-once = Kostet einmal
review-yearly = Kostet jedes Jahr
review-upkeep-by = Pflege: { $who }
review-source = Zahlen von
review-by = Entschieden von
review-by-office = dem Amt
review-objection = Der Einspruch
review-questions = Rückfragen
review-asked-on = gefragt am { $date }
review-answer-until = Antwort bis { $date }
review-answer-of = Antwort vom { $date }:
review-no-answer = Noch keine Antwort.
review-internal = Nur für das Amt
review-precedents = Frühere Entscheidungen zu ähnlichen Vorschlägen
review-precedents-hint = Gleiches soll den gleichen Weg gehen.

## Wie schnell das Amt antwortet

review-times-link = So schnell antwortet das Amt
review-times-title = So schnell antwortet das Amt
review-times-lead =
    { $count ->
        [one] Wer etwas vorschlägt, hört innerhalb von 1 Tag von uns.
       *[other] Wer etwas vorschlägt, hört innerhalb von { $count } Tagen von uns.
    }
review-times-overdue =
    { $count ->
        [0] Zurzeit wartet kein Vorschlag länger als versprochen.
        [one] Zurzeit wartet 1 Vorschlag länger als versprochen.
       *[other] Zurzeit warten { $count } Vorschläge länger als versprochen.
    }
review-times-caption = Vom Tag des Eingangs bis zur ersten Entscheidung
review-times-department = Fachamt
review-times-answered = Beantwortet
review-times-mean = Im Mittel
review-times-longest = Am längsten
review-times-days =
    { $count ->
        [one] 1 Tag
       *[other] { $count } Tage
    }
review-times-nobody = kein Fachamt
review-times-none = Noch ist kein Vorschlag entschieden.

## Für die Urheber

review-own-question = Das Amt fragt Sie etwas
review-own-question-until = Bitte antworten Sie bis { $date }. Danach entscheiden wir ohne Ihre Antwort.
review-own-answer = Ihre Antwort
review-own-answer-hint = Nur das Amt liest sie.
review-own-answer-button = Antwort abschicken
review-own-object = Einspruch gegen die Entscheidung
review-own-object-until = Sie können einmal Einspruch einlegen, bis { $date }. Wir prüfen ihn innerhalb von 30 Tagen.
review-own-objection = Was sehen Sie anders?
review-own-objection-hint = Nur das Amt liest es.
review-own-object-button = Einspruch abschicken
review-own-objected = Ihr Einspruch
review-own-objected-until = Wir antworten bis { $date }.
review-own-objected-answered = Wir haben mit einer neuen Entscheidung geantwortet. Sie steht auf der öffentlichen Seite.
review-own-kept = Das haben Sie geschrieben:
review-own-done-answer = Danke. Das Amt macht innerhalb von 7 Tagen weiter.
review-own-done-object = Ihr Einspruch ist angekommen.
