# Was von Menschen gespeichert wird, wozu und bis wann. Die Zahlen kommen aus dem Programm.

privacy-kept-title = Was wir speichern, wozu und bis wann
privacy-kept-lead = Diese Tabellen entstehen aus denselben Regeln, nach denen das Programm löscht.
privacy-kept-nightly = Jede Nacht löscht es, was seine Zeit hatte. Wie viel, steht im Protokoll.
privacy-kept-last = Zuletzt: { $day }.
privacy-kept-backups = In Sicherungskopien bleibt Gelöschtes, bis auch die Kopien gelöscht werden.
privacy-kept-what = Was
privacy-kept-until = Bis wann

privacy-purpose-proposing = Vorschlagen
privacy-purpose-voting = Abstimmen
privacy-purpose-sign-in = Anmelden
privacy-purpose-account = Ihr Konto
privacy-purpose-mail = E-Mails
privacy-purpose-following = Folgen
privacy-purpose-safety = Schutz vor Missbrauch
privacy-purpose-moderation = Meldungen über Texte
privacy-purpose-barriers = Gemeldete Barrieren
privacy-purpose-questions = Fragen an das Amt
privacy-purpose-office = Arbeit im Amt
privacy-purpose-record = Protokoll

privacy-why-proposing = Damit Sie etwas vorschlagen können und erfahren, was daraus wird.
privacy-why-voting = Damit alle abstimmen können, die dürfen, und niemand zweimal.
privacy-why-sign-in = Damit nur Sie in Ihr Konto kommen.
privacy-why-account = Damit wir Sie wiedererkennen und in Ihrer Sprache schreiben.
privacy-why-mail = Damit E-Mails ankommen und wir Fehler finden.
privacy-why-following = Damit Sie hören, was aus dem wird, dem Sie folgen.
privacy-why-safety = Damit niemand Codes und Passwörter errät.
privacy-why-moderation = Damit alle einen Text melden können, der eine Regel verletzt.
privacy-why-barriers = Damit Sie eine Antwort bekommen und wir die Barriere beseitigen.
privacy-why-questions = Damit Sie eine Antwort bekommen, die auch anderen hilft.
privacy-why-office = Damit klar ist, wer was tun darf und wen Sie fragen können.
privacy-why-record = Damit alle prüfen können, was das Amt getan hat.

privacy-data-drafts = Ihr Entwurf, solange Sie schreiben, und eine Prüfzahl Ihres Änderungs-Codes.
privacy-data-proposals = Ihr Vorschlag, wie ihn alle lesen, mit dem Namen, den Sie angeben.
privacy-data-authors = Ihre E-Mail-Adresse, wenn Sie eine angeben, und eine Prüfzahl Ihres Änderungs-Codes. Sind Sie angemeldet, auch ein Kennwert, den nur das Programm Ihrem Konto zuordnet. Nie öffentlich.
privacy-data-supports = Welche Vorschläge Sie unterstützen. Statt Ihres Namens steht dort ein Kennwert, den nur das Programm Ihrem Konto zuordnet. Löschen Sie das Konto, wird auch das gelöscht. Nie öffentlich.
privacy-data-scans = Ein Bild Ihres Papier-Formulars, wenn das Amt eines gemacht hat. Nie öffentlich.
privacy-data-roll = Wer abstimmen darf, als Zahl aus Code, Konto oder Register. Kein Name, keine Adresse.
privacy-data-voter-codes = Woran wir Ihren Code erkennen; bis zur Auszählung auch Ihr Konto und dessen Adresse. Alles als Prüfzahl.
privacy-data-declarations = Was Sie bestätigt haben, bevor Sie mit einem Konto abstimmten, und an welchem Tag. Ohne Ihren Namen.
privacy-data-participations = Dass jemand abgestimmt hat, an welchem Tag und auf welchem Weg. Nie, wofür.
privacy-data-cast-forms = Eine Prüfzahl, damit ein zweiter Klick nicht doppelt zählt.
privacy-data-ballots = Der Stimmzettel, versiegelt und ohne Namen.
privacy-data-sessions = Dass Sie angemeldet sind, seit wann und mit welchem Browser.
privacy-data-sign-ins = Die E-Mail-Adresse, an die ein Link zum Anmelden ging.
privacy-data-address-changes = Eine neue E-Mail-Adresse, die noch nicht bestätigt ist.
privacy-data-pending-telephones = Ein Telefon für Codes, das noch nicht eingerichtet ist.
privacy-data-proofs = Passwort, Telefon für Codes, Codes auf Papier und Personal-Code. Alle verschlüsselt oder als Prüfzahl.
privacy-data-accounts = E-Mail-Adresse, Name, Sprache. Dazu die Tage, an denen das Konto angelegt, zuletzt benutzt oder geschlossen wurde.
privacy-data-mails = E-Mails an Sie, mit Ihrer Adresse und dem Inhalt. Die nach einer Stimme und die letzte an ein gelöschtes Konto löschen wir nach dem Versand.
privacy-data-follow-requests = Ihre E-Mail-Adresse, wenn jemand sie zum Folgen eingetippt hat. Das waren vielleicht Sie.
privacy-data-follows = Welchen Runden und Vorschlägen Sie folgen.
privacy-data-followers = Die E-Mail-Adresse und die Sprache, in der wir Ihnen schreiben.
privacy-data-limits = Wie oft von einer Netzadresse oder für ein Konto etwas versucht wurde.
privacy-data-text-reports = Was jemand zu einem gemeldeten Text geschrieben hat, und die Notiz des Amts. Nicht, wer es war.
privacy-data-reports = Was Sie gemeldet haben, und unsere Antwort. Ihre E-Mail-Adresse, wenn Sie eine angaben. Sie verschwindet sofort mit Ihrem Konto.
privacy-data-question-addresses = Ihre E-Mail-Adresse zu einer Frage, wenn Sie eine angaben. Nie öffentlich. Sie verschwindet sofort mit Ihrem Konto.
privacy-data-questions = Was Sie das Amt gefragt haben, und die Antwort.
privacy-data-roles = Welche Rolle ein Konto hat oder hatte.
privacy-data-invitations = Die E-Mail-Adresse von Eingeladenen und ihre Rolle.
privacy-data-tokens = Schlüssel für Programme und wer sie angelegt hat.
privacy-data-contacts = Ansprechpersonen in Ämtern, bei der Hilfe und im Impressum.
privacy-data-entries = Was das Amt wann getan hat und warum. Statt eines Namens steht dort eine Zufallszahl.
privacy-data-actors = Welches Konto zu einer Zufallszahl im Protokoll gehört.

privacy-until-drafts = Bis Sie ihn abschicken oder löschen. Sonst bis zu dem Tag, der beim Entwurf steht.
privacy-until-scans =
    { $count ->
        [one] 1 Monat, nachdem der Vorschlag eingetragen wurde. Früher, wenn Sie ihn zurückziehen.
       *[other] { $count } Monate, nachdem der Vorschlag eingetragen wurde. Früher, wenn Sie ihn zurückziehen.
    }
privacy-until-sessions = Bis die Anmeldung endet.
privacy-until-sign-ins = Bis der Link nicht mehr gilt.
privacy-until-address-changes = Bis Sie sie bestätigen oder der Link nicht mehr gilt.
privacy-until-pending-telephones =
    { $count ->
        [one] Bis es eingerichtet ist, höchstens 1 Tag.
       *[other] Bis es eingerichtet ist, höchstens { $count } Tage.
    }
privacy-until-follow-requests = Bis der Link in unserer E-Mail nicht mehr gilt.
privacy-until-follows = Bis Sie nicht mehr folgen oder die Runde archiviert wird.
privacy-until-followers = Bis Sie nichts mehr folgen.
privacy-until-limits =
    { $count ->
        [one] 1 Tag nach dem letzten Versuch.
       *[other] { $count } Tage nach dem letzten Versuch.
    }
privacy-until-invitations =
    { $count ->
        [one] 1 Tag, nachdem die Einladung abgelaufen ist.
       *[other] { $count } Tage, nachdem die Einladung abgelaufen ist.
    }
privacy-until-mails =
    { $count ->
        [one] 1 Tag, nachdem sie geschrieben wurden.
       *[other] { $count } Tage, nachdem sie geschrieben wurden.
    }
privacy-until-text-reports =
    { $count ->
        [one] 1 Monat nach der Entscheidung. Ohne Entscheidung bleibt die Meldung.
       *[other] { $count } Monate nach der Entscheidung. Ohne Entscheidung bleibt die Meldung.
    }
privacy-until-reports =
    { $count ->
        [one] 1 Monat nach unserer Antwort. Ohne Antwort bleibt die Meldung.
       *[other] { $count } Monate nach unserer Antwort. Ohne Antwort bleibt die Meldung.
    }
privacy-until-declarations =
    { $count ->
        [one] 1 Monat, nachdem Sie es bestätigt haben.
       *[other] { $count } Monate, nachdem Sie es bestätigt haben.
    }
privacy-until-authors =
    { $count ->
        [one] 1 Monat nach der Entscheidung des Rats über die Runde. Entscheidet er nicht, nach dem Ergebnis.
       *[other] { $count } Monate nach der Entscheidung des Rats über die Runde. Entscheidet er nicht, nach dem Ergebnis.
    }
privacy-until-question-addresses =
    { $count ->
        [one] 1 Tag, nachdem das Amt geantwortet hat.
       *[other] { $count } Tage, nachdem das Amt geantwortet hat.
    }
privacy-until-questions =
    { $count ->
        [one] 1 Monat nach der Antwort. Ohne Antwort bleibt die Frage. Was öffentlich ist, bleibt ohne Ihre eigenen Worte, bis das Amt es entfernt.
       *[other] { $count } Monate nach der Antwort. Ohne Antwort bleibt die Frage. Was öffentlich ist, bleibt ohne Ihre eigenen Worte, bis das Amt es entfernt.
    }
privacy-until-supports =
    { $count ->
        [one] 1 Monat nach dem Ende des Unterstützens. Die Zahlen bleiben.
       *[other] { $count } Monate nach dem Ende des Unterstützens. Die Zahlen bleiben.
    }
privacy-until-voter-codes =
    { $count ->
        [one] 1 Monat nach der Veröffentlichung des Ergebnisses. Ohne Ergebnis bleibt es.
       *[other] { $count } Monate nach der Veröffentlichung des Ergebnisses. Ohne Ergebnis bleibt es.
    }
privacy-until-participations =
    { $count ->
        [one] 1 Monat nach der Veröffentlichung des Ergebnisses. Ohne Ergebnis bleibt es.
       *[other] { $count } Monate nach der Veröffentlichung des Ergebnisses. Ohne Ergebnis bleibt es.
    }
privacy-until-roll =
    { $count ->
        [one] 1 Monat nach der Veröffentlichung des Ergebnisses. Ohne Ergebnis bleibt es.
       *[other] { $count } Monate nach der Veröffentlichung des Ergebnisses. Ohne Ergebnis bleibt es.
    }
privacy-until-tokens =
    { $count ->
        [one] 1 Tag, nachdem sie abgelaufen oder gesperrt sind.
       *[other] { $count } Tage, nachdem sie abgelaufen oder gesperrt sind.
    }
privacy-until-accounts =
    { $count ->
        [one] 1 Monat nach der letzten Anmeldung. { $days } Tage vorher schreiben wir Ihnen. Geht diese E-Mail nicht hinaus, schreiben wir bis zu { $warnings }-mal, und die Tage beginnen neu. Ohne E-Mail-Adresse geht das nicht. Konten mit einer Rolle im Amt bleiben. Sie können Ihr Konto jederzeit selbst löschen.
       *[other] { $count } Monate nach der letzten Anmeldung. { $days } Tage vorher schreiben wir Ihnen. Geht diese E-Mail nicht hinaus, schreiben wir bis zu { $warnings }-mal, und die Tage beginnen neu. Ohne E-Mail-Adresse geht das nicht. Konten mit einer Rolle im Amt bleiben. Sie können Ihr Konto jederzeit selbst löschen.
    }
privacy-until-account-deleted = Bis das Konto gelöscht wird.
privacy-until-box-opened = Bis die Urne zum Zählen geöffnet wird.
privacy-until-stays-public = Bleibt öffentlich, so lange wie die Runde. Das Amt kann einen Namen ausblenden.
privacy-until-office-changes = Bis das Amt sie ändert.
privacy-until-forever = Auf Dauer. Das Programm schreibt keine Namen hinein.
