# Personal-Codes: Stapel, Zettel, Ersatz und Rückzug.

personnel-title = Personal-Codes
personnel-lead = Ein Personal-Code ist ein Konto ohne Namen. Er gilt an jedem Arbeitsplatz.
personnel-new-title = Codes erzeugen
personnel-batches = Bisher erzeugt
personnel-batch-plain = Ohne Stichwort
personnel-serials = Zettel Nummer { $serials }
personnel-made = erzeugt am { $date }
personnel-count =
    { $count ->
        [one] 1 Code
       *[other] { $count } Codes
    }
personnel-used =
    { $count ->
        [0] noch keiner benutzt
        [one] 1 schon benutzt
       *[other] { $count } schon benutzt
    }
personnel-withdrawn =
    { $count ->
        [0] keiner zurückgezogen
        [one] 1 zurückgezogen
       *[other] { $count } zurückgezogen
    }
personnel-empty = Noch sind keine Codes erzeugt.
personnel-find = Einen Zettel suchen
personnel-find-lead = Für verlorene Zettel, und wenn jemand geht.
personnel-serial = Nummer auf dem Zettel
personnel-serial-hint = Die Nummer ist nicht der Code.
personnel-find-button = Suchen
personnel-problem-serial = Diese Nummer gibt es nicht. Vergleichen Sie sie mit Ihrer Liste der Zettel.
personnel-new-lead = Jeder Code kommt auf einen Zettel zum Ausschneiden.
personnel-new-once = Die Codes werden nur ein einziges Mal angezeigt. Halten Sie den Drucker bereit.
personnel-size = Wie viele Codes?
personnel-size-hint = Eine Zahl von 1 bis { $most }.
personnel-word = Stichwort
personnel-word-hint = Für wen die Codes sind, zum Beispiel „Klinikum Nord“. Es steht auf den Zetteln. Leer ist erlaubt.
personnel-new-button = Codes erzeugen
personnel-problem-size = Geben Sie eine ganze Zahl von 1 bis 500 ein.
personnel-made-before = Diese Codes wurden schon erzeugt und einmal angezeigt. Es wurde nichts noch einmal erzeugt.
personnel-made-done =
    { $count ->
        [one] 1 Code ist erzeugt.
       *[other] { $count } Codes sind erzeugt.
    }
personnel-replaced-done = Der neue Code gilt. Der alte ist ungültig.
personnel-replaced-closed = Der neue Code ist gemacht. Das Konto ist geschlossen: Der Code gilt, sobald es wieder offen ist.
personnel-slips-title = Zettel zum Ausdrucken
personnel-slips-lead = Drucken Sie jetzt. Wenn Sie diese Seite verlassen, sieht niemand die Codes je wieder.
personnel-slips-hand-out = Verteilen Sie die Zettel verschlossen. Schreiben Sie nicht auf, wer welchen Code bekommt. Die Nummer genügt.
personnel-slips-printed = Ich habe gedruckt
slip-serial = Zettel Nummer { $serial }
slip-where = Die Adresse zum Anmelden steht auf dem Plakat an Ihrem Arbeitsplatz.
slip-keep = Behalten Sie den Code für sich.
slip-lost = Zettel verloren? { $telephone }
personnel-slip = Zettel Nummer { $serial }
personnel-since = Erzeugt
personnel-replaced = Zuletzt ersetzt
personnel-is-withdrawn = Zurückgezogen
personnel-blind = Diese Seite zeigt nie, was jemand mit dem Code geschrieben oder getan hat.
personnel-deleted = Das Konto dieses Codes wurde gelöscht. Der Code gilt nicht mehr.
personnel-do = Was Sie tun können
personnel-done-withdrawn = Der Code ist zurückgezogen. Niemand kommt mit ihm mehr herein.
personnel-done-meanwhile = Es wurde nichts geändert: Jemand anderes war schneller. So steht es jetzt.
personnel-replace-title = Verlorenen Code ersetzen
personnel-replace-effect-old = Der alte Code gilt sofort nicht mehr. Wer mit ihm angemeldet ist, wird abgemeldet.
personnel-replace-effect-account = Das Konto bleibt dasselbe, mit allem, was darin ist.
personnel-replace-effect-once = Der neue Code wird nur einmal angezeigt. Halten Sie den Drucker bereit.
personnel-replace-effect-opens = Der Code war zurückgezogen. Das Konto wird wieder geöffnet.
personnel-replace-effect-closed = Das Konto war vorher schon geschlossen und bleibt es. Der Code gilt, sobald es wieder offen ist.
personnel-replace-address = Zu diesem Konto hat jemand eine E-Mail-Adresse eingetragen: { $address }. War es, wer den Zettel gefunden hat? Fragen Sie die Person.
personnel-replace-address-remove = Diese Adresse und das Passwort entfernen
personnel-replace-button = Code ersetzen
personnel-withdraw-title = Code zurückziehen
personnel-withdraw-effect-old = Der Code gilt sofort nicht mehr. Wer mit ihm angemeldet ist, wird abgemeldet.
personnel-withdraw-effect-account = Das Konto wird geschlossen. Hat es eine E-Mail-Adresse, bleibt es damit offen.
personnel-withdraw-effect-closed = Das Konto ist schon geschlossen und bleibt es.
personnel-withdraw-effect-stays = Was die Person geschrieben hat, bleibt.
personnel-withdraw-button = Code zurückziehen
