# Wie E-Mails verschickt werden

mails-test-sent = Die Test-E-Mail ist auf dem Weg an Ihre Adresse. Sehen Sie gleich in Ihrem Postfach nach.
mails-title = E-Mail
mails-way = Versand
mails-way-smtp = Über den Server { $server }
mails-way-file = Als Dateien in einen Ordner. Niemand bekommt eine E-Mail.
mails-way-memory = Nur zur Probe. Niemand bekommt eine E-Mail.
mails-checked = Zuletzt geprüft
mails-checked-never = Noch nicht
mails-checked-well = { $at }: funktioniert
mails-checked-bad = { $at }: funktioniert nicht
mails-waiting = Warten auf den Versand
mails-waiting-hint = Was nicht eilt, schicken wir nur zwischen 8 und 20 Uhr.
mails-failed = Kamen nicht an
mails-count = { $count ->
    [0] Keine
    [one] 1 E-Mail
   *[other] { $count } E-Mails
}
mails-failed-show = Ansehen
mails-test = Test-E-Mail an mich senden
mails-problem = Der Versand funktioniert nicht
mails-problem-wait = Keine E-Mail geht verloren. Alle warten, bis der Versand wieder funktioniert.
mails-reason = Meldung:
mails-next-network = Der Mail-Server antwortet nicht. Lassen Sie Name, Anschluss und Netz prüfen.
mails-next-refused = Der Mail-Server weist uns ab. Fragen Sie, ob er E-Mails von diesem Rechner annimmt.
mails-next-tls = Das Zertifikat des Mail-Servers stimmt nicht. Lassen Sie Name und Zertifikat prüfen.
mails-next-starttls = Der Mail-Server verschlüsselt hier nicht. Lassen Sie Anschluss und Verschlüsselung prüfen.
mails-next-sign-in = Der Mail-Server nimmt unser Konto nicht an. Lassen Sie Benutzer und Passwort prüfen.
mails-next-folder = Der Ordner lässt sich nicht beschreiben. Lassen Sie Platz und Rechte prüfen.
failed-mails-title = E-Mails, die nicht ankamen
failed-mails-lead = Der Mail-Server hat sie abgelehnt. Wir versuchen es nicht noch einmal. Fragen Sie die Person nach ihrer richtigen Adresse.
mails-lead-reading = So verlassen unsere E-Mails das Haus.
failed-mails-back = E-Mail
failed-mails-unknown = Unbekannte E-Mail
failed-mails-empty = Alle E-Mails kamen an.
failed-mails-empty-hint = Wird eine abgelehnt, steht sie hier mit dem Grund.

mails-lead = So verlassen unsere E-Mails das Haus. Prüfen Sie es mit einer Test-E-Mail an sich selbst.
