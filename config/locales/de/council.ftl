# Was der Rat beschlossen hat: für alle, und im Amt zum Eintragen.

# How the council is called where the organisation has no name of its own for it.
council-name = Rat
council-outcome-carried-out = Wird gemacht
council-outcome-changed = Wird geändert gemacht
council-outcome-not-carried-out = Geht nicht
council-outcome-not-competent = Andere Stelle ist zuständig
council-paper-is = Vorlage { $paper }
council-corrected = Eintrag berichtigt
council-decision-of = Entscheidung: { $council }
council-decision-open = Noch nicht entschieden
council-next = Als Nächstes entscheidet: { $council }.
council-progress-open = { $council }: noch nicht entschieden.
council-progress-some = { $council }: { $decided } von { $chosen } Projekten sind entschieden.
council-progress-all = { $council }: alles ist entschieden.

## Im Amt: die Liste

council-title = Entscheidungen: { $council }
council-title-page = Entscheidungen: { $council }, Seite { $page } von { $pages }
council-back = Zu den Entscheidungen
council-waiting = Hier wird eingetragen, was beschlossen wurde. Das geht, sobald das Ergebnis öffentlich ist.
council-waiting-until = Das Ergebnis ist geplant für { $date }.
council-waiting-open = Für das Ergebnis steht noch kein Termin fest.
council-open =
    { $open ->
        [one] Noch 1 von { $chosen } ausgewählten Projekten ist offen.
       *[other] Noch { $open } von { $chosen } ausgewählten Projekten sind offen.
    }
council-none-open = Über alle ausgewählten Projekte ist entschieden.
council-concluded-on = Abgeschlossen am { $date }. Einträge lassen sich weiter berichtigen.
council-conclude-link = Jetzt festhalten, dass alles entschieden ist
council-paper-link = Vorlage zum Drucken
council-sitting = Die Sitzung
council-sitting-hint = Tragen Sie alles aus einer Sitzung auf einmal ein. Was offen bleibt, bleibt offen.
council-date = Tag der Sitzung
council-date-hint = Zum Beispiel 18.11.2027.
council-paper-number = Nummer der Vorlage
council-paper-number-hint = Wenn es eine gibt. Höchstens 60 Zeichen.
council-reasons-hint = Den Grund können alle lesen, 10 bis 500 Zeichen. Nur „Wird gemacht“ geht ohne.
council-chosen = Ausgewählte Projekte, in der Reihenfolge des Ergebnisses
council-others =
    { $count ->
        [one] 1 Projekt, das nicht ausgewählt wurde
       *[other] { $count } Projekte, die nicht ausgewählt wurden
    }
council-others-hint = Hier müssen Sie nichts eintragen. Sie können es, wenn darüber beschlossen wurde.
council-outcome = Entscheidung
council-not-decided = Noch offen
council-reason = Grund
council-reason-hint = Alle können ihn lesen, 10 bis 500 Zeichen. Nur „Wird gemacht“ geht ohne.
council-save = Entscheidungen speichern
council-save-next = Alle sehen die Entscheidungen sofort. Wer den Vorschlag gemacht hat, bekommt eine E-Mail, wenn wir eine Adresse haben.
council-saved =
    { $count ->
        [one] 1 Entscheidung ist gespeichert und öffentlich.
       *[other] { $count } Entscheidungen sind gespeichert und öffentlich.
    }
council-meanwhile-title = Jemand anderes war schneller
council-meanwhile = Über diese Projekte steht inzwischen eine Entscheidung da. Von Ihnen ist noch nichts gespeichert. Sehen Sie nach und speichern Sie den Rest noch einmal.
council-meanwhile-outcome = Sie hatten gewählt: { $outcome }.
council-meanwhile-reason = Ihr Grund:
council-problem-date-missing = Schreiben Sie den Tag der Sitzung.
council-problem-date-unreadable = Schreiben Sie den Tag der Sitzung so: 18.11.2027.
council-problem-date-in-future = Dieser Tag kommt erst noch. Schreiben Sie den Tag der Sitzung.
council-problem-date-before-end = An diesem Tag wurde noch abgestimmt. Schreiben Sie den Tag der Sitzung.
council-problem-paper-too-long = Kürzen Sie die Nummer der Vorlage auf 60 Zeichen.
council-problem-paper-unreadable = Schreiben Sie die Nummer der Vorlage neu, in einer Zeile.
council-problem-nothing = Wählen Sie bei mindestens einem Projekt, was beschlossen wurde.
council-problem-outcome-missing = Wählen Sie, was beschlossen wurde.
council-problem-outcome-missing-of = Projekt { $number }: Wählen Sie, was beschlossen wurde.
council-problem-reason-missing = Schreiben Sie den Grund.
council-problem-reason-missing-of = Projekt { $number }: Schreiben Sie den Grund.
council-problem-reason-too-short-of = Projekt { $number }: Schreiben Sie etwas mehr Grund, mindestens 10 Zeichen.
council-problem-reason-too-long-of = Projekt { $number }: Kürzen Sie den Grund auf 500 Zeichen.
council-problem-unchanged = Das steht schon so da. Ändern Sie, was falsch ist.

## Im Amt: berichtigen

council-correct = Berichtigen
council-correct-title = Eintrag berichtigen: Projekt { $number }
council-now = So steht es jetzt da
council-correct-next = Was vorher dastand, bleibt im Protokoll. Wer den Vorschlag gemacht hat, bekommt noch eine E-Mail, wenn wir eine Adresse haben.
council-why = Warum berichtigen Sie den Eintrag?
council-why-hint = Alle können es im Protokoll lesen. 10 bis 500 Zeichen.
council-correct-button = Eintrag berichtigen
council-correction-saved = Der Eintrag ist berichtigt.

## Im Amt: abschließen

council-conclude-title = Alles entschieden: { $council }
council-conclude-open =
    { $open ->
        [one] 1 ausgewähltes Projekt ist noch offen. Tragen Sie zuerst die Entscheidung ein.
       *[other] { $open } ausgewählte Projekte sind noch offen. Tragen Sie zuerst die Entscheidungen ein.
    }
council-conclude-enter = Entscheidungen eintragen
council-conclude-effect-title = Was dann geschieht
council-conclude-effect-phase = Die Runde steht für alle auf „Beschluss“.
council-conclude-effect-result = Das Ergebnis bleibt, wie es ist.
council-conclude-effect-correct = Einträge können Sie weiter berichtigen.
council-conclude-effect-once = Das lässt sich nicht zurücknehmen.
council-conclude-button = Festhalten: alles ist entschieden

## Die Vorlage auf Papier

council-paper-title = Vorlage: { $council }
council-paper-heading = Ergebnis zur Beratung: { $round }
council-paper-hint = Zwei Seiten für die Sitzung. Drucken Sie diese Seite mit Ihrem Browser.
council-paper-print = Vorlage drucken
council-paper-advice = Das Ergebnis ist eine Empfehlung.
council-paper-ticks = Kreuzen Sie bei jedem Projekt eine Spalte an.
council-paper-project = Projekt
council-paper-points = Punkte
council-paper-votes = Stimmen
council-paper-score = Wert
council-paper-figure = { $count }
council-paper-carry-out = Umsetzen
council-paper-reject = Ablehnen
council-paper-not-competent = Nicht zuständig
council-paper-how = Wie das Ergebnis entstand
council-paper-people = Abgestimmt haben
council-paper-share = { $share } von { $entitled } Berechtigten
council-paper-limits = Was Sie dazu wissen sollten
council-paper-generated = Ein Programm hat diese Stimmzettel erzeugt. Niemand hat sie abgegeben.
council-paper-imported = Die Stimmzettel kamen aus einer Datei. Sie wurden nicht hier abgegeben.
council-paper-ties =
    { $ties ->
        [one] Einmal lagen zwei Projekte gleichauf. Die Regel für Gleichstand gab den Ausschlag.
       *[other] { $ties } Mal lagen zwei Projekte gleichauf. Die Regel für Gleichstand gab den Ausschlag.
    }
council-paper-no-ties = Kein Gleichstand hat das Ergebnis entschieden.
council-paper-small = Weniger als { $minimum } Stimmzettel, also wenig Gewicht: { $areas }.
council-paper-no-channels = Wie viele auf welchem Weg abstimmten, steht hier nicht. Ein Weg hatte weniger als { $minimum } Stimmzettel.
council-paper-more = Öffentlich seit { $date }. Alle Zahlen, jeder Grund und die Stimmzettel:
council-take-back-title = Beim falschen Projekt eingetragen?
council-take-back-lead = Nehmen Sie den Eintrag zurück. Das Projekt wartet dann wieder auf seine Entscheidung. Wer den Vorschlag gemacht hat, bekommt eine E-Mail, wenn wir eine Adresse haben.
council-take-back-why = Warum nehmen Sie ihn zurück?
council-take-back-why-hint = Alle können es lesen: 10 bis 500 Zeichen.
council-take-back-button = Eintrag zurücknehmen
council-taken-back = Der Eintrag ist zurückgenommen. Er bleibt im Protokoll.
council-problem-concluded = Berichtigen Sie den Eintrag oben: Über alles ist schon entschieden.
