# Anmelden im Amt.

sign-in-title = Anmelden
sign-in-lead = Mit einem Konto behalten Sie Ihre Sachen im Blick. Zum Abstimmen brauchen Sie keines.
sign-in-email = E-Mail-Adresse
sign-in-password = Passwort
sign-in-button = Anmelden
sign-in-needed = Melden Sie sich an. Danach geht es dort weiter, wo Sie waren.
sign-in-lapsed = Ihre Anmeldung ist abgelaufen. Melden Sie sich wieder an.
sign-in-kept = Was Sie geschrieben haben, geht nicht verloren.
sign-in-signed-out = Sie sind abgemeldet.
sign-in-refused = E-Mail-Adresse oder Passwort stimmt nicht. Prüfen Sie beides.
sign-in-too-many = Das waren zu viele Versuche. Ab { $again } geht es wieder.
sign-in-forgotten = Passwort vergessen?
sign-in-forgotten-hint = Lassen Sie sich einen Link schicken. Danach setzen Sie in Ihrem Konto ein neues.
sign-in-vote = Sie möchten abstimmen?
sign-in-vote-link = Zur Startseite

sign-in-again-title = Sie sind wieder angemeldet
sign-in-again-lead = Was Sie geschrieben haben, ist noch da. Ihr Formular ist noch nicht abgeschickt.
sign-in-again-file = Die Datei konnten wir nicht aufheben. Wählen Sie sie danach noch einmal.
sign-in-again-button = Formular noch einmal absenden
sign-in-again-office = Nicht absenden und zur Übersicht
sign-in-again-home = Nicht absenden und zur Startseite

sign-in-mail-hint = Wir schicken Ihnen einen Link und einen Code. Wer noch kein Konto hat, bekommt eines.
sign-in-mail-button = Link per E-Mail schicken
sign-in-no-address = Schreiben Sie eine E-Mail-Adresse wie name@beispiel.de.
sign-in-with-password = Lieber mit Passwort anmelden

sign-in-code-title = Schauen Sie in Ihr Postfach
sign-in-code-lead = Wir haben Ihnen einen Link und einen Code mit sechs Ziffern geschickt. Beide gelten { $minutes } Minuten.
sign-in-code-label = Code aus der E-Mail
sign-in-code-hint = Sechs Ziffern. Oder öffnen Sie einfach den Link in der E-Mail.
sign-in-code-not-six = Der Code hat sechs Ziffern. Schreiben Sie alle sechs.
sign-in-code-wrong =
    { $left ->
        [one] Der Code stimmt nicht. Sie haben noch einen Versuch.
       *[other] Der Code stimmt nicht. Sie haben noch { $left } Versuche.
    }
sign-in-code-not-good = Dieser Code gilt nicht mehr. Lassen Sie sich einen neuen schicken.
sign-in-code-nothing = Nichts angekommen?
sign-in-code-nothing-hint = Warten Sie eine Minute. Sehen Sie auch im Spam-Ordner nach.
sign-in-code-again = Neue E-Mail schicken lassen

sign-in-link-title = Jetzt anmelden
sign-in-link-lead = Mit diesem Knopf öffnen Sie das Konto von { $email }. Danach gilt der Link nicht mehr.
sign-in-link-button = Anmelden
sign-in-link-gone-title = Dieser Link gilt nicht mehr
sign-in-link-gone-lead = Er wurde schon benutzt oder ist abgelaufen. Ein neuer kommt in einer Minute.

sign-in-done-title = Sie sind angemeldet
sign-in-done-as = Hier ist angemeldet:
sign-in-done-twice = Sie haben zweimal geklickt, oder hier war schon jemand angemeldet.
sign-in-done-gone = Der Link oder der Code ist verbraucht oder abgelaufen. Für dieses Konto brauchen Sie ihn nicht mehr. War er für eine Einladung? Dann öffnen Sie den Link der Einladung noch einmal und lassen Sie sich einen neuen Code schicken.
sign-in-done-on = Weiter
sign-in-done-not-you = Sind Sie das nicht? Dann melden Sie dieses Konto ab.

second-factor-ask-title = Code vom Telefon
second-factor-ask-lead = Das Amt ist doppelt geschützt. Öffnen Sie die Code-App auf Ihrem Telefon.
second-factor-ask-button = Weiter
second-factor-code = Code aus der App
second-factor-code-hint = Sechs Ziffern. Oder einer Ihrer Ersatz-Codes vom Papier.
second-factor-lost = Telefon verloren?
second-factor-lost-text = Nehmen Sie einen Ersatz-Code vom Papier. Haben Sie keinen, setzt die Verwaltung Ihr Telefon zurück.
second-factor-unreadable = Schreiben Sie die sechs Ziffern aus der App. Oder einen Ersatz-Code mit zwölf Zeichen.
second-factor-wrong = Der Code ist falsch. Warten Sie auf den nächsten und schreiben Sie ihn ab. Wieder falsch? Dann stellen Sie die Uhr des Telefons auf „automatisch“.
second-factor-used-already = Dieser Code wurde schon benutzt. Warten Sie auf den nächsten, höchstens eine halbe Minute.
second-factor-clock-off = Die Uhr Ihres Telefons geht falsch. Stellen Sie sie auf „automatisch“ und nehmen Sie den nächsten Code.
second-factor-too-often = Das waren zu viele falsche Codes. Ab { $again } zählen die Codes der App wieder. Mit einem Ersatz-Code vom Papier kommen Sie gleich hinein.

second-factor-title = Telefon einrichten
second-factor-lead = Wer im Amt arbeitet, zeigt beim Anmelden zusätzlich einen Code vom Telefon.
second-factor-step-app = Holen Sie eine Code-App auf Ihr Telefon. Jede mit „TOTP“ passt.
second-factor-step-picture = Fotografieren Sie mit der App das Bild auf der nächsten Seite.
second-factor-step-code = Schreiben Sie den ersten Code ab. Das war es.
second-factor-begin = Bild zeigen
second-factor-picture-lead = Fotografieren Sie das Bild mit der Code-App.
second-factor-picture-alt = Bild für die Code-App. Darunter steht der Schlüssel zum Abschreiben.
second-factor-key = Ich kann kein Bild fotografieren
second-factor-key-hint = Geben Sie diesen Schlüssel von Hand in die App ein:
second-factor-first-code = Erster Code aus der App
second-factor-first-code-hint = Sechs Ziffern. Alle 30 Sekunden kommt ein neuer.
second-factor-confirm = Telefon bestätigen
second-factor-new-picture = Neues Bild erzeugen
second-factor-done = Ihr Telefon ist eingerichtet.
second-factor-papers-title = Ihre Ersatz-Codes
second-factor-papers-lead = Drucken Sie diese Codes oder schreiben Sie sie ab. Jeder gilt einmal. Wir zeigen sie nur jetzt.
second-factor-papers-kept = Ich habe die Codes, weiter
second-factor-set =
    { $papers ->
        [0] Ihr Telefon ist eingerichtet. Sie haben keinen Ersatz-Code mehr.
        [one] Ihr Telefon ist eingerichtet. Sie haben noch einen Ersatz-Code.
       *[other] Ihr Telefon ist eingerichtet. Sie haben noch { $papers } Ersatz-Codes.
    }
second-factor-on = Weiter ins Amt
second-factor-new-papers = Neue Ersatz-Codes machen
second-factor-new-phone = Neues Telefon einrichten
second-factor-new-title = Neues Telefon oder neue Ersatz-Codes
second-factor-new-code-hint = Sechs Ziffern vom jetzigen Telefon. Telefon verloren? Dann ein Ersatz-Code vom Papier.
second-factor-new-hint = Neue Ersatz-Codes machen die alten ungültig. Ein neues Telefon löst das alte sofort ab.
second-factor-paper-used = Dieser Ersatz-Code ist jetzt verbraucht. Streichen Sie ihn durch.
second-factor-moved = Das ging nicht mehr. Etwas hat sich geändert, oder es verging zu viel Zeit. So steht es jetzt.
