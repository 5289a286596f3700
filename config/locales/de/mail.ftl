# E-Mails. Jede hat einen Betreff, einen Text und am Ende den Grund, warum jemand sie bekommt.

mail-help-telephone = Fragen? Rufen Sie an: { $telephone }
mail-help-telephone-hours = Fragen? Rufen Sie an: { $telephone } ({ $hours })
mail-help-reply = Fragen? Antworten Sie auf diese E-Mail.
mail-help-place = Oder kommen Sie vorbei: { $place }
# What somebody does who must reach us: $reach in the texts below.
mail-reach = Antworten Sie auf diese E-Mail.
mail-reach-telephone = Antworten Sie auf diese E-Mail oder rufen Sie an: { $telephone }

# An die Verwaltung

mail-voting-closed-subject = Abstimmung bestätigen: { $round }
mail-voting-closed-text =
    Guten Tag,

    die Abstimmung der Runde „{ $round }“ ist beendet.
    Bestätigen Sie jetzt, dass alles richtig ablief:
    { $link }

    Danach öffnet das Programm die Stimmzettel und zählt.
    Ohne Bestätigung gibt es kein Ergebnis.
mail-voting-closed-why = Sie bekommen diese E-Mail, weil Sie die Runde verwalten.
mail-result-counted-subject = Ergebnis veröffentlichen: { $round }
mail-result-counted-text =
    Guten Tag,

    die Stimmzettel der Runde „{ $round }“ sind gezählt.
    Sehen Sie das Ergebnis an und veröffentlichen Sie es:
    { $link }

    Bis dahin sieht es nur die Verwaltung.
mail-result-counted-why = Sie bekommen diese E-Mail, weil Sie die Runde verwalten.
mail-test-mail-subject = Test-E-Mail: der Versand funktioniert
mail-test-mail-text =
    Guten Tag,

    diese E-Mail ist ein Test.
    Sie ist angekommen, also funktioniert der Versand.
    Sie müssen nichts weiter tun.

    Zu den Einstellungen:
    { $link }
mail-test-mail-why = Sie bekommen diese E-Mail, weil Sie im Amt einen Test angefordert haben.

# An alle mit einem Konto

mail-sign-in-subject = Ihr Anmelde-Link (15 Minuten gültig)
mail-sign-in-text =
    Guten Tag,

    öffnen Sie diesen Link, um sich anzumelden:
    { $link }

    Oder geben Sie diesen Code auf der Seite ein:
    { $code }

    Link und Code gelten 15 Minuten und nur einmal.
    Nennen Sie den Code niemandem, auch nicht am Telefon.

    Sie wollten sich nicht anmelden? Dann löschen Sie diese E-Mail.
    Ohne Link und Code kommt niemand in Ihr Konto.
mail-sign-in-why = Sie bekommen diese E-Mail, weil jemand mit Ihrer Adresse einen Anmelde-Link angefordert hat.
mail-confirm-address-subject = Neue E-Mail-Adresse bestätigen
mail-confirm-address-text =
    Guten Tag,

    bestätigen Sie, dass diese Adresse Ihnen gehört.
    Öffnen Sie diesen Link dort, wo Sie die Adresse eingetragen haben:
    { $link }

    Oder geben Sie diesen Code dort ein:
    { $code }

    Erst dann benutzt Ihr Konto die neue Adresse. Link und Code gelten 24 Stunden.
    Nennen Sie den Code niemandem, auch nicht am Telefon.

    Sie haben keine Adresse eingetragen? Dann löschen Sie diese E-Mail.
    Es ändert sich nichts.
mail-confirm-address-why = Sie bekommen diese E-Mail, weil diese Adresse in einem Konto eingetragen wurde.
mail-address-changed-subject = E-Mail-Adresse Ihres Kontos geändert
mail-address-changed-text =
    Guten Tag,

    Ihr Konto benutzt jetzt eine andere E-Mail-Adresse.
    An diese Adresse schicken wir nichts mehr.

    Waren Sie das? Dann müssen Sie nichts tun.

    Waren Sie das nicht? Dann melden Sie sich sofort bei uns.
    { $reach }
    Wir sperren das Konto und geben es Ihnen zurück.
mail-address-changed-why = Sie bekommen diese E-Mail, weil diese Adresse bisher zu Ihrem Konto gehörte.
mail-ballot-recorded-subject = Ihr Stimmzettel ist angekommen
mail-ballot-recorded-text =
    Guten Tag,

    mit Ihrem Konto wurde in der Runde „{ $round }“ abgestimmt.
    Was gewählt wurde, steht nicht in dieser E-Mail.

    Waren Sie das? Dann müssen Sie nichts tun.

    Waren Sie das nicht? Dann stimmen Sie selbst ab, solange die Abstimmung läuft.
    Ihr Stimmzettel ersetzt dann den anderen:
    { $link }

    Bitte sagen Sie uns auch Bescheid.
    { $reach }
mail-ballot-recorded-why = Sie bekommen diese E-Mail nach jeder Stimme mit Ihrem Konto.
mail-ballot-recorded-again-subject = Ihr Stimmzettel wurde ersetzt
mail-ballot-recorded-again-text =
    Guten Tag,

    mit Ihrem Konto wurde in der Runde „{ $round }“ noch einmal abgestimmt.
    Der neue Stimmzettel ersetzt den früheren.
    Was gewählt wurde, steht nicht in dieser E-Mail.

    Waren Sie das? Dann müssen Sie nichts tun.

    Waren Sie das nicht? Dann stimmen Sie selbst ab, solange die Abstimmung läuft.
    Ihr Stimmzettel ersetzt dann den anderen:
    { $link }

    Bitte sagen Sie uns auch Bescheid.
    { $reach }
mail-ballot-recorded-again-why = Sie bekommen diese E-Mail nach jeder Stimme mit Ihrem Konto.
mail-address-set-subject = Neue E-Mail-Adresse für Ihr Konto
mail-address-set-text =
    Guten Tag,

    die Verwaltung hat diese E-Mail-Adresse für Ihr Konto eingetragen.
    Alle Geräte sind abgemeldet. Ein früheres Passwort gilt nicht mehr.

    Melden Sie sich hier mit dieser Adresse an:
    { $link }

    Ist das ein Irrtum?
    { $reach }
mail-address-set-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-address-set-closed-subject = Neue E-Mail-Adresse für Ihr Konto
mail-address-set-closed-text =
    Guten Tag,

    die Verwaltung hat diese E-Mail-Adresse für Ihr Konto eingetragen.
    Alle Geräte sind abgemeldet. Ein früheres Passwort gilt nicht mehr.

    Das Konto ist noch geschlossen.
    Öffnen wir es wieder, schreiben wir Ihnen.
    Bis dahin müssen Sie nichts tun.

    Ist das ein Irrtum?
    { $reach }
mail-address-set-closed-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
# A role with the departments that it is for.
mail-task-departments = { $role } (Ämter: { $departments })
mail-task-all-departments = { $role } (alle Ämter)
# How long an invitation is good: $good in the texts below.
mail-invitation-good = Der Link gilt 14 Tage.
mail-invitation-good-until = Der Link gilt bis { $until }.
mail-invitation-subject = Einladung: Mitarbeit im Amt
mail-invitation-text =
    Guten Tag,

    wir laden Sie ein, im Amt mitzuarbeiten.
    Ihre Rolle: { $task }
    Runden: alle

    Nehmen Sie die Einladung hier an:
    { $link }

    { $good }
    Sie können ihn einmal benutzen.
    Sind Sie neu im Amt? Dann richten Sie danach ein Telefon für Codes ein.

    Sie möchten nicht? Dann löschen Sie diese E-Mail. Es geschieht nichts.
mail-invitation-why = Sie bekommen diese E-Mail, weil die Verwaltung Ihre Adresse eingetragen hat.
mail-invitation-in-round-subject = Einladung: Mitarbeit im Amt
mail-invitation-in-round-text =
    Guten Tag,

    wir laden Sie ein, an einer Runde mitzuarbeiten.
    Ihre Rolle: { $task }
    Runde: „{ $round }“

    Nehmen Sie die Einladung hier an:
    { $link }

    { $good }
    Sie können ihn einmal benutzen.
    Sind Sie neu im Amt? Dann richten Sie danach ein Telefon für Codes ein.

    Sie möchten nicht? Dann löschen Sie diese E-Mail. Es geschieht nichts.
mail-invitation-in-round-why = Sie bekommen diese E-Mail, weil die Verwaltung Ihre Adresse eingetragen hat.
mail-role-given-subject = Neue Rolle im Amt: { $role }
mail-role-given-text =
    Guten Tag,

    Sie haben im Amt eine neue Rolle.
    Ihre Rolle: { $task }
    Runden: alle

    Zum Amt:
    { $link }

    Ist das ein Irrtum?
    { $reach }
mail-role-given-why = Sie bekommen diese E-Mail, weil sich Ihre Rollen geändert haben.
mail-role-given-in-round-subject = Neue Rolle im Amt: { $role }
mail-role-given-in-round-text =
    Guten Tag,

    Sie haben im Amt eine neue Rolle.
    Ihre Rolle: { $task }
    Runde: „{ $round }“

    Zum Amt:
    { $link }

    Ist das ein Irrtum?
    { $reach }
mail-role-given-in-round-why = Sie bekommen diese E-Mail, weil sich Ihre Rollen geändert haben.
mail-role-taken-subject = Rolle im Amt beendet: { $role }
mail-role-taken-text =
    Guten Tag,

    Sie haben diese Rolle im Amt nicht mehr.
    Rolle: { $role }
    Runden: alle

    Ihr Konto bleibt bestehen. Sie müssen nichts tun.

    Ist das ein Irrtum?
    { $reach }
mail-role-taken-why = Sie bekommen diese E-Mail, weil sich Ihre Rollen geändert haben.
mail-role-taken-in-round-subject = Rolle im Amt beendet: { $role }
mail-role-taken-in-round-text =
    Guten Tag,

    Sie haben diese Rolle im Amt nicht mehr.
    Rolle: { $role }
    Runde: „{ $round }“

    Ihr Konto bleibt bestehen. Sie müssen nichts tun.

    Ist das ein Irrtum?
    { $reach }
mail-role-taken-in-round-why = Sie bekommen diese E-Mail, weil sich Ihre Rollen geändert haben.
mail-departments-changed-subject = Ihre Ämter haben sich geändert
mail-departments-changed-text =
    Guten Tag,

    Ihre Rolle gilt jetzt für andere Ämter.
    Ihre Rolle: { $task }
    Runden: alle

    Zum Amt:
    { $link }

    Ist das ein Irrtum?
    { $reach }
mail-departments-changed-why = Sie bekommen diese E-Mail, weil sich Ihre Rollen geändert haben.
mail-departments-changed-in-round-subject = Ihre Ämter haben sich geändert
mail-departments-changed-in-round-text =
    Guten Tag,

    Ihre Rolle gilt jetzt für andere Ämter.
    Ihre Rolle: { $task }
    Runde: „{ $round }“

    Zum Amt:
    { $link }

    Ist das ein Irrtum?
    { $reach }
mail-departments-changed-in-round-why = Sie bekommen diese E-Mail, weil sich Ihre Rollen geändert haben.
mail-new-device-subject = Neue Anmeldung an einem anderen Gerät
mail-new-device-text =
    Guten Tag,

    jemand hat sich mit Ihrem Konto an einem neuen Gerät angemeldet.
    Gerät: { $device }
    Zeit: { $at }

    Waren Sie das? Dann müssen Sie nichts tun.

    Waren Sie das nicht? Dann melden Sie sich sofort bei uns.
    { $reach }
    Wir sperren das Konto, bis alles geklärt ist.
mail-new-device-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-device-unknown = unbekannt
mail-password-set-subject = Ihr Konto hat ein neues Passwort
mail-password-set-text =
    Guten Tag,

    für Ihr Konto gilt jetzt ein neues Passwort.
    Andere Geräte sind abgemeldet.

    Waren Sie das? Dann müssen Sie nichts tun.

    Waren Sie das nicht? Dann melden Sie sich sofort bei uns.
    { $reach }
    Wir sperren das Konto, bis alles geklärt ist.
mail-password-set-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-password-removed-subject = Ihr Konto hat kein Passwort mehr
mail-password-removed-text =
    Guten Tag,

    das Passwort Ihres Kontos ist gelöscht. Andere Geräte sind abgemeldet.
    Sie melden sich jetzt mit einem Link per E-Mail an.

    Waren Sie das? Dann müssen Sie nichts tun.

    Waren Sie das nicht? Dann melden Sie sich sofort bei uns.
    { $reach }
    Wir sperren das Konto, bis alles geklärt ist.
mail-password-removed-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-second-factor-set-subject = Ein Telefon für Ihr Konto ist eingerichtet
mail-second-factor-set-text =
    Guten Tag,

    für Ihr Konto ist ein Telefon für den zweiten Code eingerichtet.
    Ein früheres Telefon und frühere Ersatz-Codes gelten nicht mehr.

    Waren Sie das? Dann müssen Sie nichts tun.

    Waren Sie das nicht? Dann melden Sie sich sofort bei uns.
    { $reach }
    Wir sperren das Konto, bis alles geklärt ist.
mail-second-factor-set-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-recovery-codes-renewed-subject = Neue Ersatz-Codes für Ihr Konto
mail-recovery-codes-renewed-text =
    Guten Tag,

    für Ihr Konto gibt es neue Ersatz-Codes auf Papier.
    Die alten gelten nicht mehr.

    Waren Sie das? Dann müssen Sie nichts tun.

    Waren Sie das nicht? Dann melden Sie sich sofort bei uns.
    { $reach }
    Wir sperren das Konto, bis alles geklärt ist.
mail-recovery-codes-renewed-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-second-factor-reset-subject = Ihr Konto: Telefon für Codes zurückgesetzt
mail-second-factor-reset-text =
    Guten Tag,

    die Verwaltung hat das Telefon Ihres Kontos zurückgesetzt.
    Alle Geräte sind abgemeldet. Auch die Ersatz-Codes gelten nicht mehr.

    Melden Sie sich an und richten Sie ein neues Telefon ein:
    { $link }

    Sie haben nicht darum gebeten? Dann melden Sie sich sofort bei uns.
    { $reach }
mail-second-factor-reset-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-personnel-code-replaced-subject = Ihr Personal-Code wurde ersetzt
mail-personnel-code-replaced-text =
    Guten Tag,

    die Verwaltung hat Ihren Personal-Code ersetzt.
    Der alte Code gilt nicht mehr. Alle Geräte sind abgemeldet.

    Der neue Code steht auf einem neuen Zettel.
    Sie bekommen ihn dort, wo die Zettel verteilt werden.

    Sie haben nicht darum gebeten? Dann melden Sie sich sofort bei uns.
    { $reach }
mail-personnel-code-replaced-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-personnel-code-withdrawn-subject = Ihr Personal-Code wurde zurückgezogen
mail-personnel-code-withdrawn-text =
    Guten Tag,

    die Verwaltung hat Ihren Personal-Code zurückgezogen.
    Niemand kann sich mehr damit anmelden. Alle Geräte sind abgemeldet.

    Ihr Konto bleibt. Melden Sie sich ab jetzt mit Ihrer E-Mail-Adresse an:
    { $link }

    Ist das ein Irrtum?
    { $reach }
mail-personnel-code-withdrawn-why = Sie bekommen diese E-Mail zum Schutz Ihres Kontos.
mail-account-closed-subject = Ihr Konto ist geschlossen
mail-account-closed-text =
    Guten Tag,

    die Verwaltung hat Ihr Konto geschlossen.
    Niemand kann sich damit anmelden. Ihre Daten bleiben.

    Ist das ein Irrtum?
    { $reach }
mail-account-closed-why = Sie bekommen diese E-Mail, weil sich an Ihrem Konto etwas geändert hat.
mail-account-reopened-subject = Ihr Konto ist wieder offen
mail-account-reopened-text =
    Guten Tag,

    die Verwaltung hat Ihr Konto wieder geöffnet.

    Melden Sie sich hier an:
    { $link }

    Ist das ein Irrtum?
    { $reach }
mail-account-reopened-why = Sie bekommen diese E-Mail, weil sich an Ihrem Konto etwas geändert hat.
mail-account-unused-subject = Wir löschen Ihr Konto am { $day }
mail-account-unused-text =
    Guten Tag,

    Sie haben Ihr Konto lange nicht benutzt.
    Wir löschen es am { $day }.

    Möchten Sie es behalten? Dann melden Sie sich vorher einmal an:
    { $link }

    Brauchen Sie es nicht mehr? Dann müssen Sie nichts tun.

    Haben Sie im Amt gearbeitet? Dann bleibt im Protokoll, was getan wurde.
    Statt Ihres Namens steht dort „Konto gelöscht“.
mail-account-unused-why = Sie bekommen diese E-Mail, weil wir unbenutzte Konten nicht aufheben.
mail-closed-account-unused-subject = Wir löschen Ihr Konto am { $day }
mail-closed-account-unused-text =
    Guten Tag,

    die Verwaltung hat Ihr Konto geschlossen.
    Seitdem kann sich niemand damit anmelden.
    Wir löschen es am { $day }.

    Möchten Sie es behalten?
    Dann bitten Sie uns vorher, es wieder zu öffnen.
    { $reach }

    Brauchen Sie es nicht mehr? Dann müssen Sie nichts tun.

    Haben Sie im Amt gearbeitet? Dann bleibt im Protokoll, was getan wurde.
    Statt Ihres Namens steht dort „Konto gelöscht“.
mail-closed-account-unused-why = Sie bekommen diese E-Mail, weil wir unbenutzte Konten nicht aufheben.
mail-account-deleted-subject = Ihr Konto ist gelöscht
mail-account-deleted-text =
    Guten Tag,

    Ihr Konto und Ihre Daten darin sind gelöscht.
    Dies ist unsere letzte E-Mail an Sie.
    Sie können jederzeit ein neues Konto anlegen.

    Sie wollten das nicht?
    { $reach }
mail-account-deleted-why = Sie bekommen diese E-Mail, weil diese Adresse zu dem Konto gehörte.

# Barrieren

mail-accessibility-report-received-subject = Ihre Meldung Nr. { $number } ist eingegangen
mail-accessibility-report-received-text =
    Guten Tag,

    danke für Ihre Meldung. Sie hat die Nummer { $number }.
    Unsere Antwort kommt spätestens am { $day }.
    Bis dahin müssen Sie nichts tun.

    Mehr zur Barrierefreiheit:
    { $link }
mail-accessibility-report-received-why = Sie bekommen diese E-Mail, weil Sie uns eine Barriere gemeldet haben.
mail-accessibility-report-answered-subject = Ihre Meldung Nr. { $number }: unsere Antwort
mail-accessibility-report-answered-text =
    Guten Tag,

    hier ist unsere Antwort auf Ihre Meldung Nr. { $number }:

    { $answer }

    Hilft Ihnen das nicht?
    { $reach }
mail-accessibility-report-answered-why = Sie bekommen diese E-Mail, weil Sie uns eine Barriere gemeldet haben.

# Fragen an das Amt

mail-question-received-subject = Ihre Frage Nr. { $number } ist eingegangen
mail-question-received-text =
    Guten Tag,

    danke für Ihre Frage. Sie hat die Nummer { $number }.
    Unsere Antwort kommt spätestens am { $day }.
    Bis dahin müssen Sie nichts tun.

    Vielleicht steht die Antwort schon hier:
    { $link }
mail-question-received-why = Sie bekommen diese E-Mail, weil Sie uns etwas gefragt haben.
mail-question-answered-subject = Ihre Frage Nr. { $number }: unsere Antwort
mail-question-answered-text =
    Guten Tag,

    hier ist unsere Antwort auf Ihre Frage Nr. { $number }:

    { $answer }

    Diese Antwort ist nicht öffentlich.

    Hilft Ihnen das nicht?
    { $reach }
mail-question-answered-why = Sie bekommen diese E-Mail, weil Sie uns etwas gefragt haben.
mail-question-answered-public-subject = Ihre Frage Nr. { $number }: unsere Antwort
mail-question-answered-public-text =
    Guten Tag,

    hier ist unsere Antwort auf Ihre Frage Nr. { $number }:

    { $answer }

    Frage und Antwort sind öffentlich, ohne Ihre Adresse:
    { $link }

    Hilft Ihnen das nicht?
    { $reach }
mail-question-answered-public-why = Sie bekommen diese E-Mail, weil Sie uns etwas gefragt haben.
mail-question-set-aside-subject = Ihre Frage Nr. { $number }: warum wir nicht antworten
mail-question-set-aside-text =
    Guten Tag,

    wir beantworten Ihre Frage Nr. { $number } nicht.
    Grund: { $reason }.

    Hier stehen Antworten auf andere Fragen:
    { $link }

    Sehen Sie das anders?
    { $reach }
mail-question-set-aside-why = Sie bekommen diese E-Mail, weil Sie uns etwas gefragt haben.

# Vorschläge

hiding-rule-insult = Beleidigung, Drohung oder Hetze
hiding-rule-person = Angaben über andere Menschen
hiding-rule-advertising = Werbung
hiding-rule-unlawful = Verstoß gegen ein Gesetz
hiding-rule-no-proposal = Kein Vorschlag

mail-proposal-received-subject = Vorschlag { $number } ist eingegangen
mail-proposal-received-text =
    Guten Tag,

    danke für Ihren Vorschlag. Er hat die Nummer { $number }.
    So steht es um ihn:
    { $link }

    Ihr Änderungs-Code ist:
    { $code }

    Mit dem Code können Sie den Vorschlag zurückziehen.
    Zeigen Sie ihn niemandem.
mail-proposal-received-why = Sie bekommen diese E-Mail, weil jemand diese Adresse bei einem Vorschlag angegeben hat.
mail-proposal-entered-subject = Vorschlag { $number } ist eingetragen
mail-proposal-entered-text =
    Guten Tag,

    wir haben Ihren Vorschlag eingetragen. Er hat die Nummer { $number }.
    Bitte prüfen Sie, ob alles richtig abgeschrieben ist:
    { $link }

    Ist etwas falsch? { $reach }

    Ihr Änderungs-Code ist:
    { $code }

    Mit dem Code können Sie den Vorschlag zurückziehen.
    Zeigen Sie ihn niemandem.
mail-proposal-entered-why = Sie bekommen diese E-Mail, weil jemand diese Adresse bei einem Vorschlag angegeben hat.
mail-proposal-corrected-subject = Vorschlag { $number } ist korrigiert
mail-proposal-corrected-text =
    Guten Tag,

    wir hatten uns bei Ihrem Vorschlag { $number } vertippt.
    Jetzt ist er korrigiert. Bitte prüfen Sie den Text:
    { $link }

    Ist etwas falsch? { $reach }
mail-proposal-corrected-why = Sie bekommen diese E-Mail, weil jemand diese Adresse bei einem Vorschlag angegeben hat.
mail-proposal-code-renewed-subject = Neuer Code für Vorschlag { $number }
mail-proposal-code-renewed-text =
    Guten Tag,

    am Schalter wurde ein neuer Änderungs-Code für Ihren Vorschlag { $number } gemacht.
    Der alte Code gilt nicht mehr. Der neue ist:
    { $code }

    Hier geben Sie ihn ein:
    { $link }

    Haben Sie nicht danach gefragt? { $reach }
mail-proposal-code-renewed-why = Sie bekommen diese E-Mail, weil jemand diese Adresse bei einem Vorschlag angegeben hat.
mail-proposal-hidden-subject = Vorschlag { $number } ist ausgeblendet
mail-proposal-hidden-text =
    Guten Tag,

    wir haben Ihren Vorschlag { $number } ausgeblendet.
    Niemand außer uns kann ihn jetzt lesen. Gelöscht ist er nicht.

    Regel: { $rule }
    Grund: { $reason }

    Sehen Sie das anders? Dann widersprechen Sie:
    { $reach }

    Zum Vorschlag:
    { $link }
mail-proposal-hidden-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-proposal-restored-subject = Vorschlag { $number } ist wieder zu sehen
mail-proposal-restored-text =
    Guten Tag,

    Ihr Vorschlag { $number } war ausgeblendet.
    Jetzt können ihn wieder alle lesen:
    { $link }
mail-proposal-restored-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-proposal-name-hidden-subject = Name bei Vorschlag { $number } ist ausgeblendet
mail-proposal-name-hidden-text =
    Guten Tag,

    wir haben den Namen bei Ihrem Vorschlag { $number } ausgeblendet.
    Den Text können weiter alle lesen. Gelöscht ist nichts.

    Regel: { $rule }
    Grund: { $reason }

    Sehen Sie das anders? Dann widersprechen Sie:
    { $reach }

    Zum Vorschlag:
    { $link }
mail-proposal-name-hidden-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-proposal-name-restored-subject = Name bei Vorschlag { $number } ist wieder zu sehen
mail-proposal-name-restored-text =
    Guten Tag,

    der Name bei Ihrem Vorschlag { $number } war ausgeblendet.
    Jetzt können ihn wieder alle lesen:
    { $link }
mail-proposal-name-restored-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-proposal-question-subject = Rückfrage zu { $number }, bitte bis { $day }
mail-proposal-question-text =
    Guten Tag,

    wir haben eine Frage zu Ihrem Vorschlag { $number }:

    { $question }

    Bitte antworten Sie bis { $day }.
    Dafür brauchen Sie Ihren Änderungs-Code:
    { $link }

    Ist etwas unklar?
    { $reach }
mail-proposal-question-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-proposal-question-reminder-subject = { $days ->
    [0] Nur noch heute: Rückfrage zu { $number }
    [one] Noch { $days } Tag: Rückfrage zu { $number }
   *[other] Noch { $days } Tage: Rückfrage zu { $number }
}
mail-proposal-question-reminder-text =
    Guten Tag,

    wir warten noch auf Ihre Antwort zu Ihrem Vorschlag { $number }.
    Das haben wir gefragt:

    { $question }

    Bitte antworten Sie bis { $day }.
    Dafür brauchen Sie Ihren Änderungs-Code:
    { $link }

    Danach entscheiden wir ohne Ihre Antwort.

    Ist etwas unklar?
    { $reach }
mail-proposal-question-reminder-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-may-object = Sehen Sie das anders? Sie können 30 Tage lang mit Ihrem Änderungs-Code Einspruch einlegen. Oder fragen Sie uns:
mail-may-not-object = Sehen Sie das anders? Sagen Sie es uns:
mail-proposal-decided-vote-subject = { $number }: kommt zur Abstimmung
mail-proposal-decided-vote-text =
    Guten Tag,

    Ihr Vorschlag { $number } kommt zur Abstimmung.

    { $reason }

    Wann abgestimmt wird, steht hier:
    { $link }
mail-proposal-decided-vote-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-proposal-decided-direct-subject = { $number }: wird gleich erledigt
mail-proposal-decided-direct-text =
    Guten Tag,

    Ihr Vorschlag { $number } wird gleich erledigt, ohne Abstimmung.

    { $reason }

    So geht es weiter: { $next }

    Zur Entscheidung:
    { $link }

    { $object }
    { $reach }
mail-proposal-decided-direct-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-proposal-decided-fund-subject = { $number }: geht an den Fonds für kleine Projekte
mail-proposal-decided-fund-text =
    Guten Tag,

    Ihr Vorschlag { $number } geht an den Fonds für kleine Projekte.

    { $reason }

    So geht es weiter: { $next }

    Zur Entscheidung:
    { $link }

    { $object }
    { $reach }
mail-proposal-decided-fund-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-proposal-decided-not-possible-subject = { $number }: geht nicht
mail-proposal-decided-not-possible-text =
    Guten Tag,

    Ihr Vorschlag { $number } lässt sich nicht umsetzen. Das ist der Grund:

    { $reason }

    Zur Entscheidung:
    { $link }

    { $object }
    { $reach }
mail-proposal-decided-not-possible-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-proposal-decided-other-office-subject = { $number }: andere Stelle ist zuständig
mail-proposal-decided-other-office-text =
    Guten Tag,

    für Ihren Vorschlag { $number } ist eine andere Stelle zuständig:
    { $office }

    { $reason }

    Zur Entscheidung:
    { $link }

    { $object }
    { $reach }
mail-proposal-decided-other-office-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-proposal-decided-duplicate-subject = { $number }: zusammengelegt mit { $original }
mail-proposal-decided-duplicate-text =
    Guten Tag,

    Vorschlag { $original } will dasselbe wie Ihr Vorschlag { $number }. Beide gehen unter der Nummer { $original } weiter.

    { $reason }

    Zur Entscheidung:
    { $link }

    { $object }
    { $reach }
mail-proposal-decided-duplicate-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-proposal-excluded-subject = { $number }: nicht auf dem Stimmzettel
mail-proposal-excluded-text =
    Guten Tag,

    Ihr Vorschlag { $number } kommt nicht auf den Stimmzettel. Das ist der Grund:

    { $reason }

    Zum Vorschlag:
    { $link }

    Sehen Sie das anders? Sagen Sie es uns:
    { $reach }
mail-proposal-excluded-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-proposal-joined-subject = { $number }: { $duplicate } will dasselbe
mail-proposal-joined-text =
    Guten Tag,

    Vorschlag { $duplicate } will dasselbe wie Ihr Vorschlag { $number }. Beide gehen unter Ihrer Nummer { $number } weiter.

    Zu Ihrem Vorschlag:
    { $link }

    Sehen Sie das anders? Sagen Sie es uns:
    { $reach }
mail-proposal-joined-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-council-decision-taken-back-subject = { $number }: Noch keine Entscheidung
mail-council-decision-taken-back-text =
    Guten Tag,

    wir haben Ihnen zum Vorschlag { $number } etwas Falsches geschrieben.
    Das tut uns leid. Über ihn ist noch nicht entschieden.
    Es entscheidet: { $council }

    Falsch war: { $reason }

    Das ganze Projekt:
    { $link }
mail-council-decision-taken-back-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-council-decided-subject = { $number }: { $council } hat entschieden
mail-council-decided-text =
    Guten Tag,

    über das Projekt aus Ihrem Vorschlag { $number } ist entschieden.
    Entschieden hat: { $council }

    { $decision }

    Das ganze Projekt:
    { $link }
mail-council-decided-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
mail-council-decided-corrected-subject = { $number }: Wir haben die Entscheidung berichtigt
mail-council-decided-corrected-text =
    Guten Tag,

    wir haben Ihnen zum Vorschlag { $number } etwas Falsches geschrieben.
    Das tut uns leid. Richtig ist:

    { $decision }

    Entschieden hat: { $council }
    Das ganze Projekt:
    { $link }
mail-council-decided-corrected-why = Sie bekommen diese E-Mail, weil Sie diesen Vorschlag gemacht haben.
# Lines of $decision in both; the last two only where there is something to say.
mail-council-decided-outcome = Entscheidung: { $outcome }
mail-council-decided-day = Sitzung: { $day }
mail-council-decided-paper = Vorlage: { $paper }
mail-council-decided-reason = Grund: { $reason }
