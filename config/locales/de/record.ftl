# Das Protokoll: was getan wurde, für alle zum Nachlesen und Nachprüfen.

record-title = Protokoll
record-title-page =
    { $pages ->
        [one] Protokoll
       *[other] Protokoll, Seite { $page } von { $pages }
    }
record-lead = Hier steht, was mit den Runden geschehen ist. Das Programm ändert und löscht keinen Eintrag.
record-how = Öffnen Sie einen Eintrag. Dort steht, wie Sie ihn prüfen.
record-of-round = Protokoll dieser Runde
record-list = Einträge
record-found =
    { $count ->
        [0] Kein Eintrag gefunden.
        [one] 1 Eintrag gefunden, der neueste zuerst.
       *[other] { $count } Einträge gefunden, die neuesten zuerst.
    }
record-none = Noch steht nichts im Protokoll.
record-none-filtered = Ändern Sie die Suche, oder lassen Sie Felder leer.
record-all = Alle Einträge zeigen
record-csv = Gefundene Einträge als Tabelle laden (CSV)
record-reason = Grund: { $reason }

## Suche

record-filter = Einträge suchen
record-round = Runde
record-all-rounds = alle Runden
record-topic = Worum es geht
record-all-topics = alles
record-topic-setup = Runde anlegen und veröffentlichen
record-topic-proposals = Vorschläge
record-topic-dates = Abstimmung verlängern oder früher beenden
record-topic-voting = Beginn und Ende der Abstimmung
record-topic-count = Bestätigen, Zählen, Ergebnis
record-topic-decision = Was der Rat beschließt
record-topic-organisation = Organisation und Rollen
record-from = Vom Tag
record-to = Bis zum Tag
record-text = Wörter im Grund
record-text-hint = Gründe gibt es, wenn jemand eine öffentliche Runde ändert.
record-actor = Wer
record-all-actors = alle
record-search = Suchen
record-problem-from = Schreiben Sie den ersten Tag so: 2027-10-17.
record-problem-to = Schreiben Sie den letzten Tag so: 2027-10-17.
record-problem-order = Der letzte Tag liegt vor dem ersten. Wählen Sie einen späteren.
record-problem-text = Kürzen Sie die Wörter auf 500 Zeichen.

## Wer etwas getan hat

record-concerns = Es geht um: { $name }
record-by-office = durch eine Person der Verwaltung
record-by-public = durch jemanden, der etwas vorschlug
record-by-clock = durch das Programm selbst
record-by-command-line = durch die Technik, am Server
record-by-import = durch Einlesen einer Datei
record-by-other = durch jemanden, den diese Version nicht kennt
record-account-deleted = Konto gelöscht

## Was getan wurde

record-act-round-created =
    { $count ->
        [one] Die Runde „{ $round }“ wurde mit 1 Projekt angelegt.
       *[other] Die Runde „{ $round }“ wurde mit { $count } Projekten angelegt.
    }
record-act-round-changed = In der Runde „{ $round }“ wurde geändert: { $part }.
record-act-round-imported =
    { $count ->
        [one] Die Runde „{ $round }“ wurde mit 1 Projekt aus einer Datei eingelesen.
       *[other] Die Runde „{ $round }“ wurde mit { $count } Projekten aus einer Datei eingelesen.
    }
record-act-round-generated =
    { $count ->
        [one] Die Runde „{ $round }“ wurde mit 1 Projekt als Beispiel erzeugt.
       *[other] Die Runde „{ $round }“ wurde mit { $count } Projekten als Beispiel erzeugt.
    }
record-act-round-published = Die Runde „{ $round }“ wurde veröffentlicht.
record-act-proposal-received = Vorschlag Nr. { $number } ist eingegangen. Runde: „{ $round }“.
record-act-proposal-entered = Vorschlag Nr. { $number } wurde vom Amt eingetragen ({ $source }). Er kam an: { $day }. Runde: „{ $round }“.
record-act-proposal-corrected = In Vorschlag Nr. { $number } hat das Amt eigene Tippfehler korrigiert. Felder: { $fields }. Runde: „{ $round }“.
record-act-proposal-code-renewed = Vorschlag Nr. { $number } bekam am Schalter einen neuen Änderungs-Code. Runde: „{ $round }“.
record-field-title = Titel
record-field-body = Beschreibung
record-field-summary = Kurztext
record-field-place = Ort
record-field-display-name = Name
record-act-proposal-shown = Vorschlag Nr. { $number } wurde gelesen und für alle sichtbar gemacht. Runde: „{ $round }“.
record-act-proposal-hidden = Vorschlag Nr. { $number } wurde ausgeblendet. Regel: { $rule }. Runde: „{ $round }“.
record-act-proposal-restored = Vorschlag Nr. { $number } wurde wieder eingeblendet. Runde: „{ $round }“.
record-act-proposal-name-hidden = Der Name beim Vorschlag Nr. { $number } wurde ausgeblendet. Regel: { $rule }. Runde: „{ $round }“.
record-act-proposal-name-restored = Der Name beim Vorschlag Nr. { $number } wird wieder gezeigt. Runde: „{ $round }“.
record-act-reports-dismissed = Der Vorschlag Nr. { $number } wurde gemeldet und bleibt stehen. Runde: „{ $round }“.
record-act-proposal-withdrawn = Vorschlag Nr. { $number } wurde zurückgezogen. Runde: „{ $round }“.
record-act-proposal-handed-over = Vorschlag Nr. { $number } wurde einem Fachamt übergeben. Runde: „{ $round }“.
record-act-author-asked = Zu Vorschlag Nr. { $number } gab es eine Rückfrage. Runde: „{ $round }“.
record-act-author-answered = Die Rückfrage zu Vorschlag Nr. { $number } wurde beantwortet. Runde: „{ $round }“.
record-act-statement-asked = Zu Vorschlag Nr. { $number } wurde ein Fachamt um Stellungnahme gebeten. Runde: „{ $round }“.
record-act-statement-given = Zu Vorschlag Nr. { $number } gab ein Fachamt eine Stellungnahme ab. Runde: „{ $round }“.
record-act-proposal-decided = Vorschlag Nr. { $number } wurde entschieden: { $route }. Runde: „{ $round }“.
record-act-verdict-objected = Gegen die Entscheidung zu Vorschlag Nr. { $number } gibt es einen Einspruch. Runde: „{ $round }“.
record-act-proposal-excluded = Vorschlag Nr. { $number } kommt nicht auf den Stimmzettel. Runde: „{ $round }“.
record-act-proposal-included = Vorschlag Nr. { $number } kommt wieder auf den Stimmzettel. Runde: „{ $round }“.
record-act-proposal-placed = Vorschlag Nr. { $number } kam auf die Liste eines Gebiets. Runde: „{ $round }“.
record-act-shortlist-frozen =
    { $count ->
        [one] Die Auswahl für den Stimmzettel wurde mit 1 Projekt festgelegt. Runde: „{ $round }“.
       *[other] Die Auswahl für den Stimmzettel wurde mit { $count } Projekten festgelegt. Runde: „{ $round }“.
    }
record-act-shortlist-reopened = Die Auswahl für den Stimmzettel wurde wieder geöffnet. Runde: „{ $round }“.
record-act-codes-made =
    { $count ->
        [one] Für die Runde „{ $round }“ wurde 1 Code für Briefe erzeugt.
       *[other] Für die Runde „{ $round }“ wurden { $count } Codes für Briefe erzeugt.
    }
record-act-window-extended = Die Abstimmung der Runde „{ $round }“ wurde verlängert. Neues Ende: { $after }. Vorher: { $before }.
record-act-window-shortened = Die Abstimmung der Runde „{ $round }“ wurde früher beendet. Ende: { $after }. Geplant war: { $before }.
record-no-end = kein Ende
record-act-voting-opened =
    { $count ->
        [one] Die Abstimmung der Runde „{ $round }“ hat begonnen. Im Verzeichnis steht 1 Person.
       *[other] Die Abstimmung der Runde „{ $round }“ hat begonnen. Im Verzeichnis stehen { $count } Personen.
    }
record-act-voting-closed =
    { $count ->
        [0] Die Abstimmung der Runde „{ $round }“ ist beendet. Niemand hat abgestimmt.
        [one] Die Abstimmung der Runde „{ $round }“ ist beendet. 1 Person hat abgestimmt.
       *[other] Die Abstimmung der Runde „{ $round }“ ist beendet. { $count } Personen haben abgestimmt.
    }
record-act-round-certified =
    { $count ->
        [one] Die Abstimmung der Runde „{ $round }“ wurde bestätigt, mit 1 Stimmzettel.
       *[other] Die Abstimmung der Runde „{ $round }“ wurde bestätigt, mit { $count } Stimmzetteln.
    }
record-act-ballots-opened =
    { $count ->
        [one] In der Runde „{ $round }“ wurde 1 Stimmzettel zum Zählen geöffnet.
       *[other] In der Runde „{ $round }“ wurden { $count } Stimmzettel zum Zählen geöffnet.
    }
record-act-round-key-destroyed = Der Schlüssel der Runde „{ $round }“ wurde vernichtet.
record-act-count-finished = Die Stimmen der Runde „{ $round }“ sind ausgezählt.
record-act-result-published = Das Ergebnis der Runde „{ $round }“ wurde veröffentlicht.
record-act-council-decision-entered = Entscheidung zu Projekt Nr. { $number } eingetragen: { $outcome }, Sitzung am { $day }. Runde: „{ $round }“.
record-act-council-decision-corrected = Eintrag zu Projekt Nr. { $number } berichtigt. Vorher: { $before }. Jetzt: { $after }. Runde: „{ $round }“.
record-act-council-decision-taken-back = Der Eintrag zu Projekt Nr. { $number } wurde zurückgenommen. Dort stand: { $outcome }. Runde: „{ $round }“.
record-council-decision = { $outcome } ({ $day })
record-act-council-decided =
    { $count ->
        [one] Der Rat hat entschieden: 1 Entscheidung. Runde: „{ $round }“.
       *[other] Der Rat hat entschieden: { $count } Entscheidungen. Runde: „{ $round }“.
    }
record-act-account-created = Ein Konto der Verwaltung wurde angelegt.
record-act-role-accepted = Ein Konto der Verwaltung nahm die Einladung zur Rolle „{ $role }“ an.
record-act-role-accepted-round = Ein Konto der Verwaltung nahm die Einladung zur Rolle „{ $role }“ für die Runde „{ $round }“ an.
record-act-role-accepted-one-round = Ein Konto der Verwaltung nahm die Einladung zur Rolle „{ $role }“ für eine Runde an.
record-act-role-given = Ein Konto der Verwaltung bekam die Rolle „{ $role }“.
record-act-role-given-round = Ein Konto der Verwaltung bekam die Rolle „{ $role }“ für die Runde „{ $round }“.
record-act-role-given-one-round = Ein Konto der Verwaltung bekam die Rolle „{ $role }“ für eine Runde.
record-act-role-taken = Einem Konto der Verwaltung wurde die Rolle „{ $role }“ genommen.
record-act-role-taken-round = Einem Konto der Verwaltung wurde die Rolle „{ $role }“ für die Runde „{ $round }“ genommen.
record-act-role-taken-one-round = Einem Konto der Verwaltung wurde die Rolle „{ $role }“ für eine Runde genommen.
record-act-role-departments-changed = Die Ämter für die Rolle „{ $role }“ eines Kontos wurden geändert.
record-act-role-departments-changed-round = Die Ämter für die Rolle „{ $role }“ eines Kontos in der Runde „{ $round }“ wurden geändert.
record-act-role-departments-changed-one-round = Die Ämter für die Rolle „{ $role }“ eines Kontos in einer Runde wurden geändert.
record-act-invitation-sent = Jemand wurde zu der Rolle „{ $role }“ eingeladen.
record-act-invitation-sent-round = Jemand wurde zu der Rolle „{ $role }“ für die Runde „{ $round }“ eingeladen.
record-act-invitation-sent-one-round = Jemand wurde zu der Rolle „{ $role }“ für eine Runde eingeladen.
record-act-invitation-withdrawn = Die Einladung zu der Rolle „{ $role }“ wurde zurückgezogen.
record-act-invitation-withdrawn-round = Die Einladung zu der Rolle „{ $role }“ für die Runde „{ $round }“ wurde zurückgezogen.
record-act-invitation-withdrawn-one-round = Die Einladung zu der Rolle „{ $role }“ für eine Runde wurde zurückgezogen.
record-act-second-factor-set = Für ein Konto wurde ein Telefon für Codes eingerichtet.
record-act-second-factor-reset = Das Telefon für Codes eines Kontos wurde zurückgesetzt.
record-act-account-closed = Ein Konto wurde geschlossen.
record-act-account-reopened = Ein geschlossenes Konto wurde wieder geöffnet.
record-act-account-address-set = Für ein Konto wurde eine neue E-Mail-Adresse eingetragen.
record-act-account-deleted = Ein Konto wurde gelöscht.
record-act-workplace-added = Ein Arbeitsplatz wurde angelegt, an dem Beschäftigte mit einem Code hereinkommen.
record-act-workplace-renamed = Ein Arbeitsplatz für Beschäftigte wurde umbenannt.
record-act-workplace-closed = Ein Arbeitsplatz für Beschäftigte wurde geschlossen.
record-act-workplace-reopened = Ein Arbeitsplatz für Beschäftigte wurde wieder geöffnet.
record-act-workplace-address-changed = Ein Arbeitsplatz für Beschäftigte bekam eine neue Adresse.
record-act-personnel-codes-made =
    { $count ->
        [one] 1 Personal-Code wurde erzeugt.
       *[other] { $count } Personal-Codes wurden erzeugt.
    }
record-act-personnel-code-replaced-address = Der Personal-Code Nummer { $serial } wurde ersetzt, und die E-Mail-Adresse des Kontos entfernt.
record-act-personnel-code-replaced = Der Personal-Code Nummer { $serial } wurde ersetzt.
record-act-personnel-code-withdrawn = Der Personal-Code Nummer { $serial } wurde zurückgezogen.
record-act-api-token-created =
    { $count ->
        [one] Ein Schlüssel für ein Programm wurde angelegt. Er gilt 1 Tag.
       *[other] Ein Schlüssel für ein Programm wurde angelegt. Er gilt { $count } Tage.
    }
record-act-api-token-revoked = Ein Schlüssel für ein Programm wurde gesperrt.
record-act-settings-changed = Die Einstellungen der Organisation wurden geändert.
record-act-settings-changed-part = Die Einstellungen der Organisation wurden geändert: { $part }.
record-act-department-added = Ein Amt wurde angelegt.
record-act-department-changed = Ein Amt wurde geändert.
record-act-department-retired = Ein Amt wurde stillgelegt.
record-act-department-brought-back = Ein stillgelegtes Amt wurde zurückgeholt.
record-act-accessibility-report-answered = Die Meldung einer Barriere mit der Nummer { $number } wurde beantwortet.
record-act-question-published = Die Frage Nr. { $number } an das Amt wurde öffentlich beantwortet.
record-act-question-changed = Die öffentliche Antwort auf die Frage Nr. { $number } wurde geändert.
record-act-question-taken-out = Die Frage Nr. { $number } ist nicht mehr öffentlich.
record-act-question-answered = Die Frage Nr. { $number } an das Amt wurde beantwortet, ohne sie öffentlich zu machen.
record-act-question-set-aside = Die Frage Nr. { $number } an das Amt wurde nicht beantwortet. Grund: { $reason }.
record-act-personal-data-deleted = Nach Ablauf der Frist gelöscht: { $kinds }.
record-deleted-drafts =
    { $count ->
        [one] 1 nicht abgeschickter Entwurf
       *[other] { $count } nicht abgeschickte Entwürfe
    }
record-deleted-scans =
    { $count ->
        [one] 1 Bild von einem Papier-Formular
       *[other] { $count } Bilder von Papier-Formularen
    }
record-deleted-sessions =
    { $count ->
        [one] 1 beendete Anmeldung
       *[other] { $count } beendete Anmeldungen
    }
record-deleted-sign-ins =
    { $count ->
        [one] 1 Link zum Anmelden
       *[other] { $count } Links zum Anmelden
    }
record-deleted-address-changes =
    { $count ->
        [one] 1 nicht bestätigte Adresse
       *[other] { $count } nicht bestätigte Adressen
    }
record-deleted-pending-telephones =
    { $count ->
        [one] 1 nicht eingerichtetes Telefon
       *[other] { $count } nicht eingerichtete Telefone
    }
record-deleted-limits =
    { $count ->
        [one] 1 Zähler gegen Missbrauch
       *[other] { $count } Zähler gegen Missbrauch
    }
record-deleted-follow-requests =
    { $count ->
        [one] 1 Adresse, die das Folgen nie bestätigte
       *[other] { $count } Adressen, die das Folgen nie bestätigten
    }
record-deleted-follows =
    { $count ->
        [one] 1 Mal, dass jemand etwas folgte
       *[other] { $count } Male, dass jemand etwas folgte
    }
record-deleted-followers =
    { $count ->
        [one] 1 Adresse, die nichts folgt
       *[other] { $count } Adressen, die nichts folgen
    }
record-deleted-invitations =
    { $count ->
        [one] 1 Einladung
       *[other] { $count } Einladungen
    }
record-deleted-mails =
    { $count ->
        [one] 1 E-Mail
       *[other] { $count } E-Mails
    }
record-deleted-reports =
    { $count ->
        [one] 1 Meldung einer Barriere
       *[other] { $count } Meldungen von Barrieren
    }
record-deleted-declarations =
    { $count ->
        [one] 1 Bestätigung eines Menschen, der mit einem Konto abgestimmt hat
       *[other] { $count } Bestätigungen von Menschen, die mit einem Konto abgestimmt haben
    }
record-deleted-supports =
    { $count ->
        [one] 1 Unterstützung, die gezählt bleibt
       *[other] { $count } Unterstützungen, die gezählt bleiben
    }
record-deleted-voter-codes =
    { $count ->
        [one] 1 Prüfzahl eines Codes einer ausgezählten Runde
       *[other] { $count } Prüfzahlen von Codes ausgezählter Runden
    }
record-deleted-participations =
    { $count ->
        [one] 1 Vermerk, dass jemand abgestimmt hat
       *[other] { $count } Vermerke, dass jemand abgestimmt hat
    }
record-deleted-roll =
    { $count ->
        [one] 1 Zeile des Verzeichnisses einer ausgezählten Runde
       *[other] { $count } Zeilen der Verzeichnisse ausgezählter Runden
    }
record-deleted-authors =
    { $count ->
        [one] 1 Adresse eines Menschen, der etwas vorgeschlagen hat
       *[other] { $count } Adressen von Menschen, die etwas vorgeschlagen haben
    }
record-deleted-text-reports =
    { $count ->
        [one] Worte von 1 Meldung über einen Text
       *[other] Worte von { $count } Meldungen über Texte
    }
record-deleted-question-addresses =
    { $count ->
        [one] 1 Adresse zu einer Frage
       *[other] { $count } Adressen zu Fragen
    }
record-deleted-questions =
    { $count ->
        [one] 1 Frage an das Amt
       *[other] { $count } Fragen an das Amt
    }
record-deleted-tokens =
    { $count ->
        [one] 1 Schlüssel für ein Programm
       *[other] { $count } Schlüssel für Programme
    }
record-deleted-accounts =
    { $count ->
        [one] 1 unbenutztes Konto
       *[other] { $count } unbenutzte Konten
    }
record-act-unknown = Diese Version des Programms versteht den Eintrag „{ $act }“ nicht ganz.

## Ein Eintrag

record-entry-title = Eintrag { $number }
record-back = Zum Protokoll
record-when = Wann
record-who = Wer
record-entry-round = Runde
record-check = Diesen Eintrag prüfen
record-check-lead = Der Eintrag besteht aus genau diesem Text. Jedes Zeichen zählt.
record-check-file = Genauen Text als Datei laden
record-check-sha = Prüfwert (SHA-256) des Textes:
record-check-how = So rechnen Sie den Prüfwert nach, in einem Terminal:
record-check-same = Kommt derselbe Wert heraus, dann haben Sie den ganzen Eintrag.
record-check-later = Notieren Sie den Prüfwert. Später sehen Sie damit, ob jemand den Eintrag geändert hat.
record-check-number = Wer gehandelt hat, steht im Text höchstens als zufällige Nummer.
record-check-person = Der genaue Text nennt ein Konto mit seiner zufälligen Nummer. Nur die Verwaltung liest ihn.
record-exact = Genauer Text

## In der Verwaltung

record-office-title = Ganzes Protokoll
record-office-title-page =
    { $pages ->
        [one] Ganzes Protokoll
       *[other] Ganzes Protokoll, Seite { $page } von { $pages }
    }
record-office-lead = Hier stehen alle Einträge, auch die nicht öffentlichen. Geben Sie Namen nicht weiter.
record-office-public = Zum öffentlichen Protokoll
record-office-of-round = Ganzes Protokoll dieser Runde
record-roles-title = Wer wann welche Rolle hatte
record-roles-lead = Abgelesen aus dem Protokoll. Frühere Rollen bleiben stehen.
record-roles-none = Noch hat niemand eine Rolle.
record-roles-csv = Als Tabelle laden (CSV)
record-roles-person = Person
record-roles-role = Rolle
record-roles-round = Runde
record-roles-departments = Ämter
record-roles-every-department = alle Ämter
record-roles-every-round = alle Runden
record-roles-from = Seit
record-roles-until = Bis
record-roles-unknown = nicht bekannt
record-roles-still = heute
