# Am Schalter: was auf Papier, am Telefon oder bei einem Treffen kam, wird eingetragen. Nur das Amt liest diese Seiten,
# den Beleg und das Formular auf Papier auch die Leute.

counter-title = Vorschlag eintragen
counter-lead = Die Felder stehen wie auf dem Papier-Formular.
counter-hint = Von Papier, vom Telefon oder von einem Treffen.
counter-paper = Papier-Formular zum Drucken
counter-paper-version = Stand { $version }
counter-until = Was bis { $close } ankommt, können Sie bis { $date } eintragen.
counter-source = Wie kam der Vorschlag?
counter-source-hint = Für den nächsten Vorschlag bleibt die Antwort stehen.
counter-source-paper = Auf Papier
counter-source-phone = Am Telefon
counter-source-meeting = Bei einem Treffen
counter-source-mail = Mit einem Brief oder einer E-Mail
counter-day = Wann kam er im Amt an?
counter-day-hint = Dieser Tag zählt, auch wenn Sie später eintragen.
counter-helped = Wir haben beim Formulieren geholfen
counter-scan = Papier als Bild (freiwillig)
counter-scan-hint = JPEG, PNG oder PDF, höchstens 10 MB. Nur das Amt sieht die Datei, 6 Monate lang.
counter-scan-again = Bitte wählen Sie die Datei noch einmal aus.
counter-scan-left = Eingetragen ist noch nichts: Die Datei ging bei der Anmeldung verloren. Wählen Sie sie noch einmal aus, oder tragen Sie ohne sie ein.
counter-scan-too-heavy = Die Datei ist zu groß. Wählen Sie eine mit höchstens 10 MB.
counter-scan-svg = Diese Datei ist kein JPEG, PNG oder PDF. Wählen Sie eine andere.
counter-scan-unknown = Diese Datei ist kein JPEG, PNG oder PDF. Wählen Sie eine andere.
counter-scan-too-large = Das Bild hat zu viele Punkte. Scannen Sie mit 300 dpi.
counter-scan-damaged = Die Datei ist beschädigt. Scannen Sie das Papier noch einmal.
counter-scan-open = Papier ansehen (Datei)
counter-button = Eintragen
counter-shut = Gerade kann hier nichts eingetragen werden.
counter-shut-hint = Vorschläge können Sie eintragen, solange die Runde sammelt, und 7 Tage danach.
counter-problem-future = Dieser Tag kommt erst noch. Schreiben Sie den Tag, an dem der Vorschlag ankam.
counter-problem-outside = An diesem Tag wurden keine Vorschläge gesammelt. Prüfen Sie das Datum.
counter-problem-not-open = Jetzt kann nichts mehr eingetragen werden. Fragen Sie Ihre Verwaltung.
counter-done = { $number } ist eingetragen
counter-done-mailed = Wir schreiben eine E-Mail mit der Nummer und dem Code.
counter-done-slip = Drucken Sie den Beleg. Den Code darauf gibt es nur jetzt.
counter-slip-print = Beleg drucken
counter-slip = Beleg
counter-correct-it = Korrigieren
counter-corrected = { $number } ist korrigiert.
counter-similar = Klingt ähnlich:
counter-today = Heute von Ihnen eingetragen: { $count }
counter-today-none = Was Sie heute eintragen, steht dann hier.

## Eigene Tippfehler korrigieren

correct-title = Vorschlag { $number } korrigieren
correct-lead = Korrigieren Sie nur, was falsch abgetippt ist. Der alte Text wird aufgehoben.
correct-tells-author = Wir schreiben der Person eine E-Mail.
correct-button = Korrektur speichern
correct-shut-others = Das hat jemand anderes eingetragen. Nur diese Person oder die Verwaltung kann es korrigieren.
correct-shut-standing = Hier kann nichts mehr korrigiert werden. Der Vorschlag wird geprüft, ist verborgen oder zurückgezogen.

## Der Beleg für die Person

counter-slip-title = Beleg für Vorschlag { $number }
counter-slip-came-in = Angekommen: { $date }
counter-slip-keep = Heben Sie diesen Beleg gut auf. Zeigen Sie den Code niemandem.
counter-slip-waits = Wir lesen den Vorschlag. Dann sehen ihn alle.
counter-slip-public = Alle können den Vorschlag lesen.
counter-slip-help = Fragen? Rufen Sie an: { $telephone }
counter-slip-next = Nächsten Vorschlag eintragen
counter-slip-code-once = Den Code sehen Sie nur jetzt. Wir speichern nur eine Prüfzahl davon.
counter-slip-renewed = Der neue Code gilt. Der alte öffnet nichts mehr.
counter-slip-lost = Beleg verloren?
counter-slip-lost-why = Den Code kennen wir nicht mehr.
counter-slip-lost-next = Sie können einen neuen machen. Der alte gilt dann nicht mehr. Es steht im Protokoll.
counter-slip-renew = Neuen Code machen

## Das Formular auf Papier

paper-link = Lieber auf Papier?
paper-link-round = Formular auf Papier
paper-title = Mein Vorschlag
paper-hint = Zwei Seiten A4: das Formular und eine Hilfe.
paper-online = Lieber online ausfüllen
paper-print = Formular drucken
paper-until = Bitte abgeben bis { $date }.
paper-place = Hier: { $place }
paper-version = Formular { $version }
paper-help-title = So füllen Sie das Formular aus
paper-next-title = So geht es weiter
paper-next-hand-in = Sie geben das Formular ab oder schicken es mit der Post.
paper-next-entered = Wir tragen den Vorschlag ein. Er bekommt eine Nummer.
paper-next-slip = Sie bekommen einen Beleg mit der Nummer und einem Code.
paper-telephone = Fragen? Rufen Sie an: { $telephone }
paper-privacy-title = Ihre Daten
paper-privacy = Text, Ort und Name stehen später für alle im Internet. Die E-Mail-Adresse sieht nur das Amt. Ein Bild vom Papier löschen wir nach 6 Monaten.
counter-before = Dieses Formular ist schon eingetragen: Nr. { $number }
counter-before-text = Der erste Text gilt. Er lautet:
counter-before-next = Wollen Sie ihn ändern? Dann berichtigen Sie ihn. Was Sie jetzt getippt haben, steht unten und würde ein weiterer Vorschlag.
counter-slip-outdated = Dieses Formular ist alt
counter-slip-outdated-next = Der Code wurde inzwischen ersetzt. Geändert wurde nichts. Ist er wieder verloren, machen Sie unten einen neuen.
