# Das Amt: was wartet, die Runden und was man mit ihnen tut.

office-title = Amt
office-nav-dashboard = Übersicht
office-nav-people = Menschen
office-nav-record = Protokoll
office-nav-settings = Organisation
office-nav-barriers = Barrieren
office-nav-questions = Fragen
office-nav-tokens = Schlüssel
office-nav-mails = E-Mails
office-nav-site = Öffentliche Seite

## Übersicht

office-dashboard-title = Was heute zu tun ist
office-dashboard-waits =
    { $count ->
        [0] Nichts wartet
        [one] Eine Sache wartet
       *[other] { $count } Dinge warten
    }
office-dashboard-nothing = Im Moment müssen Sie nichts tun.
office-set-up =
    { $count ->
        [one] Ein Schritt bis zur ersten Runde
       *[other] { $count } Schritte bis zur ersten Runde
    }
office-set-up-left =
    { $count ->
        [one] Ein Schritt fehlt noch
       *[other] { $count } Schritte fehlen noch
    }
office-set-up-name = Namen eintragen
office-set-up-name-why = Der Name Ihrer Gemeinde steht auf jeder Seite, in jeder E-Mail und auf jedem Brief.
office-set-up-help = Hilfe eintragen
office-set-up-help-why = Wer nicht weiterkommt, ruft an oder schreibt. Nummer und Adresse stehen auf jeder Seite.
office-set-up-texts = Impressum, Datenschutz und Barrierefreiheit schreiben
office-set-up-texts-why = Diese drei Texte verlangt das Gesetz.
office-set-up-administrator = Eine zweite Person für die Verwaltung einladen
office-set-up-administrator-why = Fällt eine aus, hilft die andere. Manche Schritte brauchen zwei.
office-dashboard-rounds = Runden
office-dashboard-no-rounds = Es gibt noch keine Runde.
office-dashboard-table = Alle Runden
office-round-column = Runde
office-phase-column = Stand
office-date-column = Termin
office-ballots-column = Stimmzettel

office-task-certify-title = { $round }: Abstimmung bestätigen
office-task-certify = Die Abstimmung endete am { $ended }. Nach Ihrer Bestätigung wird gezählt.
office-task-publish-title = { $round }: Ergebnis veröffentlichen
office-task-publish = Gezählt ist seit { $counted }. Noch sieht niemand das Ergebnis.
office-task-count-failed-title = { $round }: Die Zählung ist stehen geblieben
office-task-count-failed = Kein Stimmzettel ist verloren. Rufen Sie die Technik an, Kennung { $reference }.
office-task-counting-title = { $round }: Die Zählung läuft
office-task-counting = Sie müssen nichts tun.
office-task-closes-today-title = { $round }: Die Abstimmung endet heute
office-task-closes-today = Letzter Moment: { $until }. Bis dahin können Sie verlängern.
office-task-key-missing-title = { $round }: Niemand kann abstimmen
office-task-key-missing = Der Schlüssel der Runde fehlt oder passt nicht. Rufen Sie sofort die Technik an.
office-state-waiting = Wartet auf Sie
office-state-running = Läuft
office-state-now = Sofort
office-state-today = Heute

## Eine Runde

office-all-rounds = Alle Runden
office-back-to-round = Zurück zur Runde
office-round-public = Öffentliche Seite ansehen
office-round-schedule = Termine
office-round-opens = Abstimmung beginnt
office-round-closes = Abstimmung endet
office-round-closed = Abstimmung beendet
office-round-certified = Bestätigt
office-round-counted = Gezählt
office-round-published = Veröffentlicht
office-round-open-end = noch kein Termin
office-round-rules = Regeln der Runde
office-round-format = Stimmzettel
office-round-rule = Zählung
office-round-roll = Abstimmen dürfen
office-round-roll-unknown = Nicht bekannt: Menschen kommen auch mit einem Konto.
office-round-roll-people =
    { $count ->
        [one] 1 Person
       *[other] { $count } Menschen
    }
office-round-content = Inhalt
office-round-areas =
    { $count ->
        [one] 1 Gebiet
       *[other] { $count } Gebiete
    }
office-round-projects =
    { $count ->
        [one] 1 Projekt
       *[other] { $count } Projekte
    }
office-round-signatures = Unterschriften
office-round-signatures-needed =
    { $count ->
        [one] 1 Person aus der Verwaltung bestätigt
       *[other] { $count } verschiedene Personen aus der Verwaltung bestätigen
    }
office-round-acts = Was Sie jetzt tun können
office-round-no-acts = Im Moment ist in dieser Runde nichts zu tun.
office-round-extend = Abstimmung verlängern
office-round-extend-hint = Mit neuem Ende und öffentlichem Grund.
office-round-close = Abstimmung früher beenden
office-round-close-hint = Das gilt sofort und lässt sich nicht zurücknehmen.
office-round-certify = Abstimmung bestätigen und zählen
office-round-certify-hint = Öffnet die Stimmzettel und vernichtet den Schlüssel.
office-round-count = Zählung ansehen
office-round-count-hint = Zeigt, wie weit sie ist.
office-round-publish = Ergebnis veröffentlichen
office-round-publish-hint = Vorher sehen Sie es an.
office-round-decisions = Entscheidungen des Rats eintragen
office-round-decisions-read = Entscheidungen des Rats lesen
office-round-decisions-hint = Für jedes Projekt: was beschlossen wurde, wann und warum.
office-round-council-paper = Vorlage für den Rat drucken
office-round-council-paper-hint = Zwei Seiten zum Ankreuzen in der Sitzung.
office-round-result = Ergebnis ansehen
office-round-result-hint = So, wie alle es sehen.

office-done-extended = Die Abstimmung ist verlängert. Vorher: { $before }. Jetzt: { $after }.
office-done-closed = Die Abstimmung ist beendet. Geplant war: { $before }. Ende: { $after }.
office-done-published = Das Ergebnis ist öffentlich.
office-done-published-link = Ergebnis ansehen
office-done-decided = Die Runde steht jetzt auf „Beschluss“.
office-done-round-published = Die Runde ist jetzt öffentlich.
office-done-round-published-link = Öffentliche Seite ansehen

office-ballots-title = Stimmzettel nach Tag und Weg
office-ballots-none = Noch ist kein Stimmzettel da.
office-ballots-lead =
    { $total ->
        [one] Bisher ist 1 Stimmzettel da.
       *[other] Bisher sind { $total } Stimmzettel da.
    }
office-ballots-lead-share =
    { $total ->
        [one] Bisher ist 1 Stimmzettel da, das sind { $share } der Berechtigten.
       *[other] Bisher sind { $total } Stimmzettel da, das sind { $share } der Berechtigten.
    }
office-ballots-hint = Mehr als diese Zahlen weiß die Verwaltung nicht.
office-ballots-day = Tag
office-ballots-sum = Zusammen

office-record-title = Protokoll
office-record-hint = Diese Schritte bleiben für immer. Namen stehen nicht darin.
office-record-none = Noch steht nichts im Protokoll.

## Verlängern

office-extend-title = Abstimmung verlängern
office-extend-now = Jetzt endet sie am { $closes }.
office-extend-new = Neues Ende
office-extend-date = Tag
office-extend-date-hint = Das neue Ende muss nach dem jetzigen liegen.
office-extend-time = Uhrzeit
office-extend-time-hint = Zeitzone { $zone }
office-reason = Öffentlicher Grund
office-reason-hint = Alle können ihn lesen. Höchstens 500 Zeichen.
office-extend-effect-title = Was dann passiert
office-extend-effect-window = Alle können bis zum neuen Ende abstimmen und ihre Stimme ersetzen.
office-extend-effect-record = Altes Ende, neues Ende und Grund stehen im Protokoll.
office-extend-effect-once = Zurücknehmen geht nicht. Sie können aber früher beenden.
office-extend-button = Jetzt verlängern

## Früher beenden

office-close-title = Abstimmung früher beenden
office-close-now = Geplant ist das Ende am { $closes }.
office-close-effect-title = Was dann passiert
office-close-effect-window = Sofort kann niemand mehr abstimmen. Offene Stimmzettel kommen zu spät.
office-close-effect-ballots =
    { $ballots ->
        [0] Bisher ist kein Stimmzettel da.
        [one] 1 Stimmzettel ist da und zählt.
       *[other] { $ballots } Stimmzettel sind da und zählen.
    }
office-close-effect-record = Ende und Grund stehen im Protokoll.
office-close-effect-once = Zurücknehmen geht nicht.
office-close-instead = Lieber verlängern
office-confirm = Name der Runde
office-confirm-hint = Zur Sicherheit: Tippen Sie „{ $title }“.
office-close-button = Jetzt beenden

## Bestätigen

office-certify-title = Abstimmung bestätigen
office-certify-lead = Sie bestätigen, dass alles richtig ablief. Danach wird gezählt.
office-certify-ended = Abstimmung beendet
office-certify-ballots = Stimmzettel in der Urne
office-certify-participations = Menschen, die laut Verzeichnis abgestimmt haben
office-certify-unknown = Wie viele abstimmen konnten, ist nicht bekannt: Menschen haben mit einem Konto abgestimmt.
office-certify-equal = Beide Zahlen sind gleich.
office-certify-unequal = Die Zahlen sind verschieden. Bestätigen Sie nicht. Rufen Sie die Technik an.
office-certify-signatures = Unterschriften
office-certify-signatures-of = { $given } von { $required }
office-certify-steps-title = Das geschieht der Reihe nach
office-certify-step-open-title = Urne öffnen
office-certify-step-open = Die Stimmzettel werden gemischt. Keiner trägt einen Namen.
office-certify-step-key-title = Schlüssel vernichten
office-certify-step-key = Danach kann niemand mehr Stimme und Person verbinden.
office-certify-step-count-title = Zählen
office-certify-step-count = Das Programm zählt nach der Regel. Sie sehen zu.
office-certify-step-publish-title = Veröffentlichen
office-certify-step-publish = Das tun Sie später selbst. Bis dahin sieht es nur die Verwaltung.
office-certify-once = Das lässt sich nicht zurücknehmen. Haben Sie eine Kopie des Schlüssels? Vernichten Sie sie selbst.
office-small-areas =
    { $count ->
        [one] In 1 Gebiet gibt es weniger als { $minimum } Stimmzettel. Dort veröffentlichen wir nur Summen: { $areas }.
       *[other] In { $count } Gebieten gibt es weniger als { $minimum } Stimmzettel. Dort veröffentlichen wir nur Summen: { $areas }.
    }
office-certify-button = Bestätigen und zählen
office-certify-signed = Sie haben schon unterschrieben. Jetzt fehlt noch jemand anderes.

## Zählung

office-count-title = Zählung
office-count-waiting = Die Zählung beginnt gleich.
office-count-opening = Die Urne wird geöffnet: { $done } von { $total } Stimmzetteln.
office-count-counting =
    { $total ->
        [one] Das Gebiet wird gezählt.
       *[other] { $done } von { $total } Gebieten sind gezählt.
    }
office-count-done = Gezählt am { $at }.
office-count-failed = Die Zählung ist stehen geblieben. Kein Stimmzettel ist verloren.
office-count-failed-again = Nächster Versuch: { $again }
office-count-failed-call = Rufen Sie die Technik an und nennen Sie die Kennung { $reference }.
office-count-refresh =
    { $seconds ->
        [one] Diese Seite lädt jede Sekunde neu.
       *[other] Diese Seite lädt alle { $seconds } Sekunden neu.
    }
office-count-leave = Sie können die Seite verlassen. Die Zählung läuft weiter.
office-count-table = Stand in den Gebieten
office-count-area = Gebiet
office-count-ballots = Stimmzettel
office-count-state = Stand
office-count-area-waiting = wartet
office-count-area-running =
    { $runs ->
        [0] läuft
        [one] läuft, 1 Durchgang
       *[other] läuft, { $runs } Durchgänge
    }
office-count-area-done =
    { $funded ->
        [0] fertig: kein Projekt von { $projects }
        [one] fertig: 1 Projekt von { $projects }
       *[other] fertig: { $funded } Projekte von { $projects }
    }
office-count-publish = Ergebnis ansehen und veröffentlichen

## Veröffentlichen

office-publish-title = Ergebnis veröffentlichen
office-publish-lead = Gezählt am { $counted }. Noch sieht es nur die Verwaltung.
office-publish-preview = So lautet das Ergebnis
office-publish-ties =
    { $ties ->
        [one] Ein Gleichstand war zu entscheiden.
       *[other] { $ties } Mal war ein Gleichstand zu entscheiden.
    }
office-publish-effect-title = Was dann passiert
office-publish-effect-page = Alle sehen das Ergebnis mit Gründen und Rechenweg.
office-publish-effect-ballots =
    { $ballots ->
        [0] Es gibt keine Stimmzettel zum Herunterladen.
        [one] 1 Stimmzettel ohne Namen steht zum Herunterladen bereit.
       *[other] { $ballots } Stimmzettel ohne Namen stehen zum Herunterladen bereit.
    }
office-publish-effect-unique =
    { $unique ->
        [0] Jeder Stimmzettel kommt mehrmals vor.
        [one] 1 Stimmzettel kommt nur einmal vor. Wer ihn abgab, kann ihn wiedererkennen.
       *[other] { $unique } Stimmzettel kommen nur einmal vor. Wer sie abgab, kann sie wiedererkennen.
    }
office-publish-effect-once = Zurücknehmen geht nicht.
office-publish-check-value = Prüfwert des Ergebnisses:
office-publish-button = Jetzt veröffentlichen

## Jemand war schneller

office-conflict-title = Jemand anderes war schneller
office-conflict-lead = Ihre Eingabe hat nichts geändert.
office-conflict-end-moved = Das Ende der Abstimmung wurde inzwischen verschoben: { $closes }.
office-conflict-closed = Die Abstimmung endete inzwischen am { $at }.
office-conflict-certified = Die Abstimmung wurde inzwischen am { $at } bestätigt.
office-conflict-published = Das Ergebnis wurde inzwischen am { $at } veröffentlicht.
office-conflict-recounted = Inzwischen wurde neu gezählt. Sehen Sie das neue Ergebnis an.
office-conflict-kept = Das hatten Sie geschrieben
office-conflict-go = Zur Runde

## Fehler in den Formularen

office-problem-date-missing = Geben Sie den neuen Tag an.
office-problem-date-unreadable = Schreiben Sie den Tag so: 2027-10-17.
office-problem-time-missing = Geben Sie die Uhrzeit an.
office-problem-time-unreadable = Schreiben Sie die Uhrzeit so: 23:59.
office-problem-time-skipped = Diese Uhrzeit gibt es nicht. Die Uhren werden vorgestellt. Wählen Sie eine andere.
office-problem-end-is-past = Das neue Ende ist schon vorbei. Wählen Sie einen späteren Tag.
office-problem-end-not-later = Das neue Ende liegt nicht nach dem jetzigen. Wählen Sie einen späteren Tag.
office-problem-end-too-far = Das neue Ende liegt mehr als ein Jahr entfernt. Wählen Sie einen früheren Tag.
office-problem-reason-missing = Schreiben Sie den öffentlichen Grund.
office-problem-reason-too-short = Schreiben Sie etwas mehr: mindestens 10 Zeichen.
office-problem-reason-too-long = Kürzen Sie den Grund auf 500 Zeichen.
office-problem-confirm-missing = Tippen Sie den Namen der Runde.
office-problem-confirm-differs = Der Name stimmt nicht überein. Tippen Sie ihn genau so, wie er hier steht.
