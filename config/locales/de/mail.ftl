# E-Mails. Jede hat einen Betreff, einen Text und am Ende den Grund, warum jemand sie bekommt.

mail-help-telephone = Fragen? Rufen Sie an: { $telephone }
mail-help-telephone-hours = Fragen? Rufen Sie an: { $telephone } ({ $hours })
mail-help-place = Oder kommen Sie vorbei: { $place }

# An die Verwaltung

mail-voting-closed-subject = Abstimmung beendet: { $round } bestätigen
mail-voting-closed-text =
    Guten Tag,

    die Abstimmung der Runde { $round } ist beendet.
    Als Nächstes bestätigen Sie die Runde. Erst dann öffnet das Programm die Stimmzettel und zählt.

    Zur Runde:
    { $link }
mail-voting-closed-why = Sie bekommen diese E-Mail, weil Sie die Runde verwalten.
mail-result-counted-subject = Ergebnis gezählt: { $round } veröffentlichen
mail-result-counted-text =
    Guten Tag,

    die Stimmzettel der Runde { $round } sind gezählt.
    Als Nächstes sehen Sie das Ergebnis an und veröffentlichen es.

    Zur Runde:
    { $link }
mail-result-counted-why = Sie bekommen diese E-Mail, weil Sie die Runde verwalten.
mail-test-mail-subject = Test-E-Mail: der Versand funktioniert
mail-test-mail-text =
    Guten Tag,

    diese E-Mail ist ein Test. Sie ist angekommen, also funktioniert der Versand.
    Sie müssen nichts weiter tun.

    Zu den Einstellungen:
    { $link }
mail-test-mail-why = Sie bekommen diese E-Mail, weil Sie im Büro einen Test angefordert haben.

# An alle mit einem Konto

mail-sign-in-subject = Ihr Anmelde-Link (15 Minuten gültig)
mail-sign-in-text =
    Guten Tag,

    öffnen Sie diesen Link, um sich anzumelden:
    { $link }

    Oder geben Sie diesen Code auf der Seite ein:
    { $code }

    Link und Code gelten 15 Minuten und nur einmal.
    Sie wollten sich nicht anmelden? Dann löschen Sie diese E-Mail. Ohne den Link kommt niemand in Ihr Konto.
mail-sign-in-why = Sie bekommen diese E-Mail, weil jemand mit Ihrer Adresse einen Anmelde-Link angefordert hat.
mail-confirm-address-subject = Neue E-Mail-Adresse bestätigen
mail-confirm-address-text =
    Guten Tag,

    bestätigen Sie, dass diese Adresse Ihnen gehört:
    { $link }

    Erst danach benutzt Ihr Konto die neue Adresse.
    Sie haben keine Adresse eingetragen? Dann löschen Sie diese E-Mail. Es ändert sich nichts.
mail-confirm-address-why = Sie bekommen diese E-Mail, weil diese Adresse in einem Konto eingetragen wurde.
mail-address-changed-subject = E-Mail-Adresse Ihres Kontos geändert
mail-address-changed-text =
    Guten Tag,

    Ihr Konto benutzt jetzt eine andere E-Mail-Adresse.
    An diese Adresse schicken wir nichts mehr.

    Sie waren das nicht? Dann melden Sie sich gleich bei uns.
    Antworten Sie auf diese E-Mail oder rufen Sie an. Wir sperren das Konto und geben es Ihnen zurück.
mail-address-changed-why = Sie bekommen diese E-Mail, weil diese Adresse bisher zu Ihrem Konto gehörte.
# A task with the departments that it is for.
mail-task-departments = { $role } (Ämter: { $departments })
mail-task-all-departments = { $role } (alle Ämter)
# How long an invitation is good: $good in the texts below.
mail-invitation-good = Der Link gilt 14 Tage.
mail-invitation-good-until = Der Link gilt bis { $until }.
mail-invitation-subject = Einladung: Mitarbeit im Büro
mail-invitation-text =
    Guten Tag,

    wir laden Sie ein, im Büro mitzuarbeiten. Ihre Aufgabe: { $task }.

    Nehmen Sie die Einladung hier an:
    { $link }

    { $good }
    Sie können ihn einmal benutzen.
    Sie möchten nicht? Dann löschen Sie diese E-Mail. Es passiert nichts.
mail-invitation-why = Sie bekommen diese E-Mail, weil die Verwaltung Ihre Adresse eingetragen hat.
mail-invitation-in-round-subject = Einladung: Mitarbeit im Büro
mail-invitation-in-round-text =
    Guten Tag,

    wir laden Sie ein, bei der Runde „{ $round }“ mitzuarbeiten. Ihre Aufgabe: { $task }.

    Nehmen Sie die Einladung hier an:
    { $link }

    { $good }
    Sie können ihn einmal benutzen.
    Sie möchten nicht? Dann löschen Sie diese E-Mail. Es passiert nichts.
mail-invitation-in-round-why = Sie bekommen diese E-Mail, weil die Verwaltung Ihre Adresse eingetragen hat.
mail-role-given-subject = Neue Aufgabe im Büro: { $role }
mail-role-given-text =
    Guten Tag,

    Sie haben im Büro eine neue Aufgabe: { $task }. Sie gilt für alle Runden.

    Zum Büro:
    { $link }

    Ist das ein Irrtum? Antworten Sie auf diese E-Mail oder rufen Sie an.
mail-role-given-why = Sie bekommen diese E-Mail, weil sich Ihre Aufgaben geändert haben.
mail-role-given-in-round-subject = Neue Aufgabe im Büro: { $role }
mail-role-given-in-round-text =
    Guten Tag,

    Sie haben bei der Runde „{ $round }“ eine neue Aufgabe: { $task }.

    Zum Büro:
    { $link }

    Ist das ein Irrtum? Antworten Sie auf diese E-Mail oder rufen Sie an.
mail-role-given-in-round-why = Sie bekommen diese E-Mail, weil sich Ihre Aufgaben geändert haben.
mail-role-taken-subject = Aufgabe im Büro beendet: { $role }
mail-role-taken-text =
    Guten Tag,

    Sie haben diese Aufgabe im Büro nicht mehr: { $role }.
    Ihr Konto bleibt bestehen.

    Ist das ein Irrtum? Antworten Sie auf diese E-Mail oder rufen Sie an.
mail-role-taken-why = Sie bekommen diese E-Mail, weil sich Ihre Aufgaben geändert haben.
mail-role-taken-in-round-subject = Aufgabe im Büro beendet: { $role }
mail-role-taken-in-round-text =
    Guten Tag,

    Sie haben bei der Runde „{ $round }“ diese Aufgabe nicht mehr: { $role }.
    Ihr Konto bleibt bestehen.

    Ist das ein Irrtum? Antworten Sie auf diese E-Mail oder rufen Sie an.
mail-role-taken-in-round-why = Sie bekommen diese E-Mail, weil sich Ihre Aufgaben geändert haben.
mail-departments-changed-subject = Ihre Ämter haben sich geändert
mail-departments-changed-text =
    Guten Tag,

    für Ihre Aufgabe im Büro gelten jetzt andere Ämter.
    Ihre Aufgabe: { $task }. Sie gilt für alle Runden.

    Zum Büro:
    { $link }

    Ist das ein Irrtum? Antworten Sie auf diese E-Mail oder rufen Sie an.
mail-departments-changed-why = Sie bekommen diese E-Mail, weil sich Ihre Aufgaben geändert haben.
mail-departments-changed-in-round-subject = Ihre Ämter haben sich geändert
mail-departments-changed-in-round-text =
    Guten Tag,

    für Ihre Aufgabe bei der Runde „{ $round }“ gelten jetzt andere Ämter.
    Ihre Aufgabe: { $task }.

    Zum Büro:
    { $link }

    Ist das ein Irrtum? Antworten Sie auf diese E-Mail oder rufen Sie an.
mail-departments-changed-in-round-why = Sie bekommen diese E-Mail, weil sich Ihre Aufgaben geändert haben.
mail-new-device-subject = Neue Anmeldung an einem anderen Gerät
mail-new-device-text =
    Guten Tag,

    jemand hat sich mit Ihrem Konto an einem neuen Gerät angemeldet.
    Gerät: { $device }
    Zeit: { $at }

    Waren Sie das? Dann müssen Sie nichts tun.

    Sie waren das nicht? Dann melden Sie sich gleich bei uns.
    Antworten Sie auf diese E-Mail oder rufen Sie an. Wir sperren das Konto, bis alles geklärt ist.
mail-new-device-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-password-set-subject = Ihr Konto hat ein neues Passwort
mail-password-set-text =
    Guten Tag,

    für Ihr Konto gilt jetzt ein neues Passwort.
    Andere Geräte sind abgemeldet.

    Sie waren das? Dann müssen Sie nichts tun.

    Das waren Sie nicht? Dann melden Sie sich sofort bei uns.
    Antworten Sie auf diese E-Mail oder rufen Sie an. Wir sperren das Konto, bis alles klar ist.
mail-password-set-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-password-removed-subject = Ihr Konto hat kein Passwort mehr
mail-password-removed-text =
    Guten Tag,

    das Passwort Ihres Kontos ist gelöscht. Andere Geräte sind abgemeldet.
    Sie melden sich jetzt mit einem Link per E-Mail an.

    Sie waren das? Dann müssen Sie nichts tun.

    Das waren Sie nicht? Dann melden Sie sich sofort bei uns.
    Antworten Sie auf diese E-Mail oder rufen Sie an. Wir sperren das Konto, bis alles klar ist.
mail-password-removed-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-second-factor-set-subject = Ein Telefon für Ihr Konto ist eingerichtet
mail-second-factor-set-text =
    Guten Tag,

    für Ihr Konto ist ein Telefon für den zweiten Code eingerichtet.
    Ein früheres Telefon und frühere Ersatzcodes gelten nicht mehr.

    Sie waren das? Dann müssen Sie nichts tun.

    Das waren Sie nicht? Dann melden Sie sich sofort bei uns.
    Antworten Sie auf diese E-Mail oder rufen Sie an. Wir sperren das Konto, bis alles klar ist.
mail-second-factor-set-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-recovery-codes-renewed-subject = Neue Ersatzcodes für Ihr Konto
mail-recovery-codes-renewed-text =
    Guten Tag,

    für Ihr Konto gibt es neue Ersatzcodes auf Papier.
    Die alten gelten nicht mehr.

    Sie waren das? Dann müssen Sie nichts tun.

    Das waren Sie nicht? Dann melden Sie sich sofort bei uns.
    Antworten Sie auf diese E-Mail oder rufen Sie an. Wir sperren das Konto, bis alles klar ist.
mail-recovery-codes-renewed-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-second-factor-reset-subject = Ihr Telefon wurde zurückgesetzt
mail-second-factor-reset-text =
    Guten Tag,

    die Verwaltung hat das Telefon Ihres Kontos zurückgesetzt.
    Alle Geräte sind abgemeldet. Auch die Ersatzcodes gelten nicht mehr.

    Melden Sie sich an und richten Sie ein neues Telefon ein:
    { $link }

    Sie haben nicht darum gebeten? Antworten Sie sofort auf diese E-Mail oder rufen Sie an.
mail-second-factor-reset-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-account-closed-subject = Ihr Konto ist geschlossen
mail-account-closed-text =
    Guten Tag,

    die Verwaltung hat Ihr Konto geschlossen.
    Niemand kann sich damit anmelden. Ihre Daten bleiben.

    Ist das ein Irrtum? Antworten Sie auf diese E-Mail oder rufen Sie an.
mail-account-closed-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-account-reopened-subject = Ihr Konto ist wieder offen
mail-account-reopened-text =
    Guten Tag,

    die Verwaltung hat Ihr Konto wieder geöffnet.

    Melden Sie sich hier an:
    { $link }

    Ist das ein Irrtum? Antworten Sie auf diese E-Mail oder rufen Sie an.
mail-account-reopened-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-personnel-code-replaced-subject = Ihr Personal-Code wurde ersetzt
mail-personnel-code-replaced-text =
    Guten Tag,

    die Verwaltung hat Ihren Personal-Code ersetzt.
    Der alte Code gilt nicht mehr. Alle Geräte sind abgemeldet.

    Der neue Code steht auf einem neuen Zettel. Sie bekommen ihn dort, wo die Zettel verteilt werden.

    Sie haben nicht darum gebeten? Antworten Sie sofort auf diese E-Mail oder rufen Sie an.
mail-personnel-code-replaced-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-personnel-code-withdrawn-subject = Ihr Personal-Code wurde zurückgezogen
mail-personnel-code-withdrawn-text =
    Guten Tag,

    die Verwaltung hat Ihren Personal-Code zurückgezogen.
    Niemand kann sich mehr damit anmelden. Alle Geräte sind abgemeldet.

    Ihr Konto bleibt. Melden Sie sich ab jetzt mit Ihrer E-Mail-Adresse an:
    { $link }

    Ist das ein Irrtum? Antworten Sie auf diese E-Mail oder rufen Sie an.
mail-personnel-code-withdrawn-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-account-unused-subject = Ihr Konto wird am { $day } gelöscht
mail-account-unused-text =
    Guten Tag,

    Sie haben Ihr Konto lange nicht benutzt.
    Wir löschen es an diesem Tag: { $day }.

    Möchten Sie es behalten? Dann melden Sie sich vorher einmal an:
    { $link }

    Brauchen Sie es nicht mehr? Dann müssen Sie nichts tun.

    Haben Sie im Amt gearbeitet? Dann bleibt im Protokoll, was getan wurde.
    Statt Ihres Namens steht dort „Konto gelöscht“.
mail-account-unused-why = Sie bekommen diese E-Mail, weil wir unbenutzte Konten nicht aufheben.
mail-closed-account-unused-subject = Ihr Konto wird am { $day } gelöscht
mail-closed-account-unused-text =
    Guten Tag,

    die Verwaltung hat Ihr Konto geschlossen. Seitdem kann sich niemand damit anmelden.
    Wir löschen es an diesem Tag: { $day }.

    Möchten Sie es behalten? Dann bitten Sie uns vorher, es wieder zu öffnen.
    Antworten Sie auf diese E-Mail oder rufen Sie an.

    Brauchen Sie es nicht mehr? Dann müssen Sie nichts tun.

    Haben Sie im Amt gearbeitet? Dann bleibt im Protokoll, was getan wurde.
    Statt Ihres Namens steht dort „Konto gelöscht“.
mail-closed-account-unused-why = Sie bekommen diese E-Mail, weil wir unbenutzte Konten nicht aufheben.
mail-account-deleted-subject = Ihr Konto ist gelöscht
mail-account-deleted-text =
    Guten Tag,

    Ihr Konto und Ihre Daten darin sind gelöscht.
    Dies ist unsere letzte E-Mail an Sie. Sie können jederzeit ein neues Konto anlegen.
mail-account-deleted-why = Sie bekommen diese E-Mail, weil diese Adresse zu dem Konto gehörte.

# Barrieren

mail-accessibility-report-received-subject = Ihre Meldung Nr. { $number } ist eingegangen
mail-accessibility-report-received-text =
    Guten Tag,

    danke für Ihre Meldung. Sie hat die Nummer { $number }.
    Sie bekommen unsere Antwort spätestens an diesem Tag: { $day }.

    Mehr zur Barrierefreiheit:
    { $link }
mail-accessibility-report-received-why = Sie bekommen diese E-Mail, weil Sie uns eine Barriere gemeldet haben.
mail-accessibility-report-answered-subject = Ihre Meldung Nr. { $number }: unsere Antwort
mail-accessibility-report-answered-text =
    Guten Tag,

    hier ist unsere Antwort auf Ihre Meldung Nr. { $number }:

    { $answer }

    Hilft Ihnen das nicht? Antworten Sie auf diese E-Mail oder rufen Sie an.
mail-accessibility-report-answered-why = Sie bekommen diese E-Mail, weil Sie uns eine Barriere gemeldet haben.
