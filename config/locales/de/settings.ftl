# Einstellungen der Organisation.

settings-title = Einstellungen
settings-lead = Diese Angaben stehen auf jeder Seite. Jede Änderung gilt sofort.
settings-saved = Gespeichert. Alle Seiten zeigen jetzt die neuen Angaben.
settings-changed-title = Jemand anderes hat inzwischen gespeichert
settings-changed = Das war am { $at }. Ihre Eingabe steht noch in den Feldern.
settings-changed-next = Vergleichen Sie die Felder mit dem Gespeicherten. Speichern Sie dann noch einmal.
settings-parts = Teile der Einstellungen
settings-general = Für alle Sprachen
settings-time-zone = Zeitzone
settings-time-zone-hint = Zum Beispiel Europe/Berlin. Danach richten sich alle Uhrzeiten.
settings-help-telephone = Telefon für Hilfe
settings-help-telephone-hint = Zum Beispiel 030 000 00 00. Leer heißt: kein Telefon.
settings-texts-in = Texte: { $language }
settings-organisation = Name der Organisation
settings-organisation-hint = Zum Beispiel der Bezirk oder die Gemeinde.
settings-service-name = Name des Angebots
settings-service-name-hint = Zum Beispiel Bürgerhaushalt.
settings-help-hours = Wann Sie erreichbar sind
settings-help-hours-hint = Zum Beispiel Mo bis Fr, 9 bis 17 Uhr.
settings-help-place = Ort für Hilfe
settings-help-place-hint = Zum Beispiel eine Bibliothek, mit Straße.
settings-help-place-note = Was es dort gibt
settings-help-place-note-hint = Zum Beispiel ein Wahl-Computer.
settings-imprint = Impressum
settings-privacy = Datenschutz
settings-accessibility = Erklärung zur Barrierefreiheit
settings-text-hint = Eine Leerzeile trennt Absätze. Eine Zeile mit ## wird zur Überschrift. Ein Strich - beginnt eine Liste.
settings-preview = Gespeicherten Text ansehen
settings-preview-empty = Noch ist kein Text gespeichert.
settings-preview-page = Öffentliche Seite öffnen
settings-saved-value = Gespeichert ist: { $value }
settings-saved-empty = Gespeichert ist: nichts
settings-button = Speichern
settings-problem-name-missing = Geben Sie den Namen der Organisation an.
settings-problem-service-name-missing = Geben Sie den Namen des Angebots an.
settings-problem-too-long = Kürzen Sie die Angabe auf 120 Zeichen.
settings-problem-text-too-long = Kürzen Sie den Text auf 20.000 Zeichen.
settings-problem-time-zone-unknown = Diese Zeitzone kennen wir nicht. Schreiben Sie zum Beispiel Europe/Berlin.
settings-problem-telephone-unreadable = Schreiben Sie die Nummer nur mit Ziffern, Leerzeichen und + - / ( ).

# Wie E-Mails verschickt werden

settings-test-sent = Die Test-E-Mail ist auf dem Weg an Ihre Adresse. Sehen Sie gleich in Ihrem Postfach nach.
settings-mail-title = E-Mail
settings-mail-way = Versand
settings-mail-way-smtp = Über den Server { $server }
settings-mail-way-file = Als Dateien in einen Ordner. Niemand bekommt eine E-Mail.
settings-mail-way-memory = Nur zur Probe. Niemand bekommt eine E-Mail.
settings-mail-checked = Zuletzt geprüft
settings-mail-checked-never = Noch nicht
settings-mail-checked-well = { $at }: funktioniert
settings-mail-checked-bad = { $at }: funktioniert nicht
settings-mail-waiting = Warten auf den Versand
settings-mail-failed = Kamen nicht an
settings-mail-count = { $count ->
    [0] Keine
    [one] 1 E-Mail
   *[other] { $count } E-Mails
}
settings-mail-failed-show = Ansehen
settings-mail-test = Test-E-Mail an mich senden
settings-mail-problem = Der Versand funktioniert nicht
settings-mail-problem-wait = Keine E-Mail geht verloren. Alle warten, bis der Versand wieder funktioniert.
settings-mail-reason = Meldung:
settings-mail-next-network = Der Mail-Server antwortet nicht. Lassen Sie Name, Anschluss und Netz prüfen.
settings-mail-next-refused = Der Mail-Server weist uns ab. Fragen Sie, ob er E-Mails von diesem Rechner annimmt.
settings-mail-next-tls = Das Zertifikat des Mail-Servers stimmt nicht. Lassen Sie Name und Zertifikat prüfen.
settings-mail-next-starttls = Der Mail-Server verschlüsselt hier nicht. Lassen Sie Anschluss und Verschlüsselung prüfen.
settings-mail-next-sign-in = Der Mail-Server nimmt unser Konto nicht an. Lassen Sie Benutzer und Passwort prüfen.
settings-mail-next-folder = Der Ordner lässt sich nicht beschreiben. Lassen Sie Platz und Rechte prüfen.
failed-mails-title = E-Mails, die nicht ankamen
failed-mails-lead = Der Mail-Server hat sie abgelehnt. Wir versuchen es nicht noch einmal. Fragen Sie die Person nach ihrer richtigen Adresse.
failed-mails-back = Zurück zu den Einstellungen
failed-mails-unknown = Unbekannte E-Mail
failed-mails-empty = Alle E-Mails kamen an.
failed-mails-empty-hint = Wird eine abgelehnt, steht sie hier mit dem Grund.
