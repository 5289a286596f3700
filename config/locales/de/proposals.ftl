# Was Menschen vorschlagen: Liste, einzelner Vorschlag, der Weg über die Nummer

proposals-title = Vorschläge
proposals-title-page =
    { $pages ->
        [one] Vorschläge
       *[other] Vorschläge, Seite { $page } von { $pages }
    }
proposals-filter = Vorschläge suchen
proposals-words = Wörter
proposals-words-hint = Alle Wörter müssen im Vorschlag stehen. Höchstens acht Wörter zählen.
proposals-area = Für welches Gebiet
proposals-all-areas = alles
proposals-whole-round = die ganze Runde
proposals-topic = Thema
proposals-all-topics = alle Themen
proposals-cost = Geschätzte Kosten
proposals-all-costs = alle Kosten
proposals-cost-below = weniger als { $below }
proposals-cost-between = { $from } bis unter { $below }
proposals-cost-from = { $from } und mehr
proposals-cost-unknown = ohne Schätzung
proposals-cost-guess = etwa { $cost }
proposals-cost-note = Das ist eine Schätzung. Noch hat sie niemand geprüft.
proposals-state = Stand
proposals-all-states = jeder Stand
proposals-order = Reihenfolge
proposals-order-random = zufällig
proposals-order-newest = Neueste zuerst
proposals-order-area = nach Gebiet
proposals-order-supported = nach Unterstützungen
proposals-show = Anzeigen
proposals-all = Alle Vorschläge ansehen
proposals-list = Liste
proposals-count =
    { $count ->
        [one] 1 Vorschlag gefunden.
       *[other] { $count } Vorschläge gefunden.
    }
proposals-count-withdrawn =
    { $count ->
        [one] 1 Vorschlag wurde zurückgezogen.
       *[other] { $count } Vorschläge wurden zurückgezogen.
    }
proposals-random = Die Reihenfolge ist zufällig und ändert sich jeden Tag.
proposals-withdrawn-hint = Was zurückgezogen ist, kann niemand mehr lesen. Darum wird hier nichts weiter gesucht.
proposals-none = Hier hat noch niemand etwas vorgeschlagen.
proposals-none-found = Nichts passt zu Ihrer Suche. Nehmen Sie weniger Wörter oder sehen Sie alle Vorschläge an.
proposals-to-round = So läuft die Runde
proposals-csv = Diese Liste als Tabelle (CSV)

## Wo ein Vorschlag steht

proposals-state-received = Eingegangen
proposals-state-unchecked = Eingegangen, wird zuerst gelesen
proposals-state-hidden = Ausgeblendet
proposals-state-withdrawn = Zurückgezogen
proposals-collecting-from = Vorschläge nehmen wir ab { $date } an.
proposals-collecting-now = Vorschläge nehmen wir jetzt an.
proposals-collecting-until = Vorschläge nehmen wir bis { $date } an.
proposals-collecting-over = Vorschläge haben wir bis { $date } angenommen.
proposals-unchecked-lead = Der Vorschlag ist da. Das Amt liest ihn, bevor alle ihn sehen.
proposals-unchecked-next = Sobald er gelesen ist, steht der Text hier.
proposals-hidden-lead = Das Amt hat diesen Vorschlag ausgeblendet. Gelöscht ist er nicht.
proposals-rule = Regel
proposals-reason = Grund
proposals-object = Sehen Sie das anders? Dann legen Sie Einspruch ein. Schreiben Sie uns oder rufen Sie an und nennen Sie die Nummer.
proposals-object-next = Wir sehen noch einmal hin. Der Vorschlag kann jederzeit wieder gezeigt werden.
proposals-withdrawn-lead = Wer das vorgeschlagen hat, hat es zurückgezogen. Der Text ist nicht mehr zu lesen.
proposals-withdrawn-on = Zurückgezogen am { $date }

## Ein Vorschlag

proposals-back = Zurück zur Liste
proposals-number = Vorschlag Nr. { $number }
proposals-number-label = Nummer
proposals-about = Worum es geht
proposals-facts = Das Wichtigste
proposals-place = Ort
proposals-author = Vorgeschlagen von
proposals-name-hidden = Das Amt hat den Namen ausgeblendet. Regel: { $rule }.
proposals-no-name = ohne Namen
proposals-received-label = Eingegangen am
proposals-received-on = eingegangen am { $date }
proposals-source = Wie er zu uns kam
proposals-source-web = auf diesen Seiten eingegeben
proposals-source-web-helped = auf diesen Seiten eingegeben, mit Hilfe des Amts
proposals-source-paper = auf einem Formular
proposals-source-paper-helped = vom Amt aus einem Formular eingegeben
proposals-source-phone = am Telefon
proposals-source-phone-helped = am Telefon gesagt, vom Amt eingegeben
proposals-source-meeting = bei einem Treffen
proposals-source-meeting-helped = bei einem Treffen gesagt, vom Amt eingegeben
proposals-source-mail = per Brief oder E-Mail
proposals-source-mail-helped = vom Amt aus einem Brief oder einer E-Mail eingegeben
proposals-voice-relative = für jemanden, um den sie sich kümmern
proposals-voice-group = für eine Gruppe
proposals-voice-employee = als Beschäftigte
proposals-offers = Was die Menschen selbst mitbringen
proposals-offers-note = Angebote ändern keine Stimme und keinen Platz.
proposals-offer-by-group = (eine Gruppe)
proposals-offer-hours = Arbeitsstunden
proposals-offer-skill = Etwas, das sie können
proposals-offer-goods = Dinge
proposals-offer-place = Ein Raum oder ein Stück Land
proposals-offer-care = Dauerhafte Pflege
proposals-print = Sie können diese Seite ausdrucken.
proposals-who = Wer darf vorschlagen?
proposals-by-everybody = Alle.
proposals-by-employees = Die Beschäftigten der Organisation.

## Der Weg über die Nummer

proposals-find-title = Einen Vorschlag finden
proposals-find-lead = Jeder Vorschlag hat eine Nummer. Sie steht auf dem Beleg und in unseren Briefen.
proposals-find-number = Nummer eines Vorschlags
proposals-find-button = Finden
proposals-find-missing = Schreiben Sie die Nummer des Vorschlags.
proposals-find-unreadable = Schreiben Sie nur die Nummer, zum Beispiel 412.
proposals-find-unknown = Einen Vorschlag mit dieser Nummer gibt es nicht. Vergleichen Sie sie mit Ihrem Beleg.
proposals-find-lost = Sie haben die Nummer nicht mehr? Dann suchen Sie in den Vorschlägen der Runde oder fragen Sie uns.
proposals-to-home = Zur Startseite
