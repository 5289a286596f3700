# Anmelden im Amt.

sign-in-title = Anmelden
sign-in-lead = Hier meldet sich die Verwaltung an. Zum Abstimmen brauchen Sie kein Konto.
sign-in-email = E-Mail-Adresse
sign-in-password = Passwort
sign-in-button = Anmelden
sign-in-needed = Melden Sie sich an. Danach geht es dort weiter, wo Sie waren.
sign-in-lapsed = Ihre Anmeldung ist abgelaufen. Melden Sie sich wieder an.
sign-in-kept = Ihre Eingaben gehen nicht verloren.
sign-in-signed-out = Sie sind abgemeldet.
sign-in-refused = E-Mail-Adresse oder Passwort stimmt nicht. Prüfen Sie beides.
sign-in-too-many = Das waren zu viele Versuche. Ab { $again } geht es wieder.
sign-in-forgotten = Passwort vergessen?
sign-in-forgotten-hint = Die Technik setzt am Server ein neues Passwort.
sign-in-vote = Sie möchten abstimmen?
sign-in-vote-link = Zur Startseite

sign-in-again-title = Sie sind wieder angemeldet
sign-in-again-lead = Nichts ist verloren. Ihr Formular ist noch nicht abgeschickt.
sign-in-again-button = Formular noch einmal absenden
sign-in-again-office = Nicht absenden und zur Übersicht
