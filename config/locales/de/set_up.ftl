# Eine Runde einrichten: Aufgabenliste, Formulare, Veröffentlichung.

set-up-new = Neue Runde anlegen
set-up-new-lead = Die Runde ist zuerst ein Entwurf. Nur Verwaltung und Revision sehen ihn.
set-up-new-button = Entwurf anlegen
set-up-pattern = Womit soll die Runde beginnen?
set-up-pattern-hint = Alles lässt sich danach ändern.
set-up-preset-citizens = Bürgerhaushalt
set-up-preset-citizens-hint = Alle machen Vorschläge. Abgestimmt wird mit fünf Punkten. Das Geld wird fair verteilt.
set-up-preset-staff = Ideen der Beschäftigten
set-up-preset-staff-hint = Beschäftigte reichen Ideen ein. Andere wählen die beste. Es geht nicht um Geld.
set-up-copy = Kopie von „{ $round }“
set-up-copy-hint = Übernimmt Texte, Gebiete, Themen und Regeln. Titel, Termine und Projekte nicht.

set-up-title = Runde einrichten
set-up-hint = Die Aufgabenliste zeigt, was vor der Veröffentlichung noch fehlt.
set-up-change = Einrichtung ändern
set-up-change-hint = Die Runde ist öffentlich. Jede Änderung braucht eine öffentliche Begründung.
set-up-reading = Einrichtung lesen
set-up-reading-hint = Alles, woraus die Runde besteht: Texte, Gebiete, Regeln, Termine.
set-up-lead-reading = Daraus besteht die Runde. Ändern kann sie die Verwaltung.
set-up-back = Alle Aufgaben
set-up-back-to-round = Die Runde im Büro
set-up-cancel = Abbrechen
set-up-started = Der Entwurf ist angelegt. Gehen Sie jetzt die Aufgaben durch.
set-up-saved = Gespeichert: { $part }.
set-up-lead-public = Diese Runde ist öffentlich. Jede Änderung braucht eine öffentliche Begründung.
set-up-progress = { $complete } von { $all } Aufgaben sind fertig.
set-up-state-complete = Fertig
set-up-state-incomplete = Unvollständig
set-up-state-to-do = Noch nicht angesehen
set-up-state-fixed = Steht fest
set-up-next = So geht es weiter
set-up-may-publish = Alle Aufgaben sind fertig. Sie können die Runde veröffentlichen.
set-up-cannot-publish = Veröffentlichen können Sie die Runde, wenn alle Aufgaben fertig sind.
set-up-to-publish = Weiter zur Veröffentlichung
set-up-preview = Vorschau ansehen
set-up-preview-title = Vorschau
set-up-preview-note = Das ist eine Vorschau.
set-up-preview-hint = So sehen alle die Runde, sobald sie öffentlich ist. Die Links darauf führen erst dann ans Ziel.

set-up-frozen-voting = Dieser Teil steht fest, denn die Abstimmung hat begonnen.
set-up-frozen-archived = Diese Runde ist abgeschlossen. Nichts an ihr ändert sich mehr.
set-up-saved-list = So ist die Liste jetzt gespeichert
set-up-in-language = { $label } ({ $language })
set-up-field-reason = Warum ändern Sie das?
set-up-hint-reason = Diese Begründung lesen alle. Sie bleibt dauerhaft im Protokoll.

set-up-part-basics = Grunddaten
set-up-lead-basics = Wie heißt die Runde, und was bewirkt ihr Ergebnis?
set-up-field-title = Titel der Runde
set-up-hint-title = Kurz und mit dem Jahr, zum Beispiel: Bürgerhaushalt 2027.
set-up-field-slug = Name in der Internet-Adresse
set-up-hint-slug = Nur a bis z, Ziffern und Bindestriche. Mit der Veröffentlichung und mit den ersten Codes steht der Name fest.
set-up-field-new-slug = Name in der Internet-Adresse (freiwillig)
set-up-hint-new-slug = Nur a bis z, Ziffern und Bindestriche. Bleibt das Feld leer, entsteht er aus dem Titel.
set-up-field-currency = Währung
set-up-hint-currency = In ihr stehen alle Beträge dieser Runde.
set-up-field-effect = Was bewirkt das Ergebnis?
set-up-answer-effect-advice = Es ist ein Rat. Danach entscheidet das gewählte Gremium.
set-up-answer-effect-binding = Es ist bindend. Die Verwaltung setzt es um.

set-up-part-texts = Texte
set-up-lead-texts = Diese Texte stehen auf der Seite der Runde. Schreiben Sie kurz und einfach.
set-up-group-summary = Worum es geht
set-up-field-summary = Worum geht es?
set-up-hint-summary = Zwei oder drei kurze Sätze, höchstens 600 Zeichen.
set-up-group-outcome = Was danach geschieht
set-up-field-outcome = Was geschieht mit dem Ergebnis?
set-up-hint-outcome = Zum Beispiel: Wer berät darüber, und bis wann?

set-up-part-areas = Gebiete und Geld
set-up-lead-areas = Jedes Gebiet hat eine eigene Liste. Es vergibt entweder Geld oder eine Zahl von Plätzen.
set-up-area = Gebiet { $number }
set-up-area-new = Weiteres Gebiet (Zeile { $number })
set-up-field-area-name = Name
set-up-field-money = Geld in { $currency }
set-up-field-places = oder: Zahl der Plätze
set-up-field-supports = Unterstützungen, die ein Vorschlag für den Stimmzettel braucht; kann leer bleiben
set-up-field-everyone = Hier stimmen auch Menschen aus den anderen Gebieten ab
set-up-field-remove = Entfernen

set-up-part-topics = Themen
set-up-lead-topics = Nach Themen lassen sich Vorschläge ordnen und suchen. Ohne Themen geht es auch: Speichern Sie dann die leere Liste.
set-up-topic = Thema { $number }
set-up-topic-new = Weiteres Thema (Zeile { $number })
set-up-row-gone = Hat jemand anderes inzwischen entfernt
set-up-field-topic-name = Name

set-up-part-people = Wer mitmachen darf
set-up-lead-people = Legen Sie fest, wer vorschlägt, wer unterstützt und wer abstimmt.
set-up-field-proposers = Wer darf vorschlagen?
set-up-answer-proposers-everybody = Alle, auch ohne Konto
set-up-answer-proposers-employees = Nur Beschäftigte
set-up-answer-proposers-nobody = Niemand: Die Projekte stehen schon fest
set-up-field-supporters = Wer darf Vorschläge vor der Abstimmung unterstützen?
set-up-answer-supporters-everybody = Alle
set-up-answer-supporters-employees = Nur Beschäftigte
set-up-answer-supporters-nobody = Niemand: Es gibt keine Unterstützung
set-up-group-voters = Wer abstimmt
set-up-field-who = Wer darf abstimmen?
set-up-hint-who = Schreiben Sie hier, wer das ist. Wirklich zählt der Code oder das Konto.
set-up-field-basis = Wie kommen Menschen zum Stimmzettel?
set-up-answer-basis-codes = Mit einem Code aus einem Brief
set-up-answer-basis-accounts = Mit einem Konto: wer eine E-Mail-Adresse bestätigt
set-up-answer-basis-codes-and-accounts = Mit einem von beiden
set-up-hint-basis = Wählen Sie möglichst einen Weg. Bei beiden könnte ein Mensch mit Brief und Konto zweimal abstimmen. Das merkt niemand. Mit Konten könnte jemand mit zwei E-Mail-Adressen zweimal abstimmen.
set-up-group-declaration = Was Menschen mit einem Konto bestätigen
set-up-field-declared = Was bestätigen Menschen, bevor sie mit einem Konto abstimmen?
set-up-answer-declared-lives-or-works = Dass sie hier wohnen oder arbeiten
set-up-answer-declared-lives = Dass sie hier wohnen
set-up-answer-declared-works = Dass sie hier arbeiten
set-up-hint-declared = Niemand prüft es nach. Gefragt wird einmal für die Runde und nur, wer ein Konto hat.
set-up-field-declaration = Der Satz in Ihren eigenen Worten
set-up-hint-declaration = Freiwillig, zum Beispiel mit einem Mindestalter. Sonst nehmen wir den üblichen Satz.
set-up-problem-codes-in-letters = Codes sind schon gemacht. Wer einen hat, muss abstimmen können. Lassen Sie auch den Code zu.

set-up-part-ballot = Stimmzettel und Auszählung
set-up-lead-ballot = Wie füllen die Menschen den Stimmzettel aus, und wie wird gezählt?
set-up-field-format = Wie wird abgestimmt?
set-up-answer-format-points = Mit Punkten, die man auf die Projekte verteilt
set-up-answer-format-approval = Mit Kreuzen bei den Projekten, die man gut findet
set-up-group-numbers = Wie viele?
set-up-field-total = Punkte je Gebiet
set-up-hint-total = Bei Punkten: so viele hat jeder Mensch in jedem Gebiet. Üblich sind 5.
set-up-field-on-one = Höchstens für ein Projekt
set-up-hint-on-one = Bei Punkten: so viele davon darf ein Projekt bekommen.
set-up-field-ticks = Kreuze je Gebiet
set-up-hint-ticks = Bei Kreuzen: so viele darf man in jedem Gebiet höchstens machen.
set-up-field-rule = Wie wird gezählt?
set-up-answer-rule-fair = Faire Anteile: Jede Stimme zählt gleich viel Geld. So können auch kleine Gruppen etwas gewinnen.
set-up-answer-rule-most-votes = Die meisten Stimmen zuerst, bis das Geld verteilt ist
set-up-answer-rule-best = Die besten auf die Plätze. Alle Gebiete brauchen dann Plätze statt Geld.
set-up-answer-rule-other = Eine andere Regel, die unten steht
set-up-group-experts = Für Fachleute
set-up-field-own-rule = Andere Regel
set-up-hint-own-rule = Zum Beispiel: greedy cost, oder: ranking threshold=20. Das Handbuch nennt alle Regeln.
set-up-field-ties = Was bei Gleichstand entscheidet
set-up-hint-ties = Der Reihe nach aus: min-cost, max-cost, max-votes, file, id, oder ein Los wie lot:Rathaus-2027.

set-up-part-dates = Termine
set-up-lead-dates = Ein Zeitraum beginnt mit dem ersten Tag um 0 Uhr und endet mit dem Ende des letzten. Eine Uhrzeit brauchen Sie nur, wenn es anders ist. Was leer bleibt, gibt es nicht.
set-up-group-collecting = Vorschläge sammeln
set-up-group-supporting = Vorschläge unterstützen
set-up-group-reviewing = Vorschläge prüfen
set-up-group-selecting = Für den Stimmzettel auswählen
set-up-group-voting = Abstimmen
set-up-group-promises = Danach
set-up-field-opens-date = Erster Tag
set-up-field-opens-time = Uhrzeit (freiwillig)
set-up-field-closes-date = Letzter Tag
set-up-field-closes-time = Uhrzeit am Ende (freiwillig)
set-up-field-result-date = Das Ergebnis soll da sein am (freiwillig)
set-up-field-decision-date = Das Gremium soll entscheiden am (freiwillig)

set-up-part-privacy = Datenschutz
set-up-lead-privacy = Wann erscheinen Vorschläge, und was wird über Menschen gespeichert?
set-up-field-checked = Wann werden Vorschläge öffentlich?
set-up-answer-checked-first = Erst, wenn jemand aus der Verwaltung sie gelesen hat
set-up-answer-checked-at-once = Sofort. Verstöße werden danach ausgeblendet.
set-up-read-privacy = Datenschutz-Seite lesen
set-up-group-kept = Was gespeichert wird
set-up-field-confirmed = Ich habe die Datenschutz-Seite dieses Angebots gelesen. Sie stimmt auch für diese Runde.

set-up-now-areas =
    { $count ->
        [one] 1 Gebiet
       *[other] { $count } Gebiete
    }
set-up-now-topics =
    { $count ->
        [0] Keine Themen
        [one] 1 Thema
       *[other] { $count } Themen
    }
set-up-now-voting = Abstimmung vom { $from } bis { $until }

set-up-lack-not-saved = Noch hat niemand diesen Teil angesehen und gespeichert.
set-up-lack-title = Der Titel fehlt in einer Sprache.
set-up-lack-summary = Es fehlt, worum es geht.
set-up-lack-outcome = Es fehlt, was mit dem Ergebnis geschieht.
set-up-lack-who-may-vote = Es fehlt, wer abstimmen darf.
set-up-lack-no-area = Es gibt noch kein Gebiet.
set-up-lack-area-name = Ein Gebiet hat in einer Sprache keinen Namen.
set-up-lack-topic-name = Ein Thema hat in einer Sprache keinen Namen.
set-up-lack-rule-needs-places = Die Regel vergibt Plätze. Ein Gebiet hat aber Geld.
set-up-lack-rule-needs-other-ballots = Die Regel kann solche Stimmzettel nicht zählen.
set-up-lack-no-voting = Die Abstimmung braucht einen Anfang und ein Ende.
set-up-lack-voting-over = Die Abstimmung wäre schon vorbei.
set-up-lack-window-over = Das Sammeln oder das Unterstützen wäre schon vorbei.
set-up-lack-result-too-early = Das Ergebnis soll vor dem Ende der Abstimmung da sein.
set-up-lack-decision-too-early = Das Gremium soll vor dem Ergebnis entscheiden.
set-up-lack-no-collecting = Es darf vorgeschlagen werden, aber der Zeitraum dafür fehlt.
set-up-lack-no-supporting = Es darf unterstützt werden, aber der Zeitraum dafür fehlt.

set-up-problem-at = { $field }: { $problem }
set-up-problem-slug = Schreiben Sie nur a bis z, Ziffern und einzelne Bindestriche, zum Beispiel lindenau-2027.
set-up-problem-slug-taken = So heißt schon eine andere Runde. Wählen Sie einen anderen Namen.
set-up-problem-stays = Die Runde ist öffentlich. Adresse und Währung bleiben deshalb.
set-up-problem-in-letters = Es gibt schon Codes für diese Runde. In ihren Briefen steht diese Adresse, deshalb bleibt sie.
set-up-problem-choice = Wählen Sie eine Antwort.
set-up-problem-money = Schreiben Sie einen Betrag über 0, zum Beispiel 120.000.
set-up-problem-count = Schreiben Sie eine ganze Zahl von 1 bis 100.
set-up-problem-places = Schreiben Sie eine ganze Zahl von 1 bis 1.000.
set-up-problem-supports = Schreiben Sie eine ganze Zahl von 1 bis 1.000.000 oder nichts.
set-up-problem-money-or-places = Füllen Sie entweder Geld oder Plätze aus.
set-up-problem-area-in-use = Zu diesem Gebiet gibt es schon Projekte oder Codes. Nehmen Sie das Häkchen wieder weg.
set-up-problem-area-frozen = Lassen Sie es wie bisher bei Geld oder bei Plätzen. Die Projekte auf dem Stimmzettel stehen fest. Um das zu ändern, öffnen Sie die Auswahl wieder.
set-up-problem-topic-in-use = Dieses Thema ist schon in Gebrauch. Nehmen Sie das Häkchen wieder weg.
set-up-problem-more-on-one = Für ein Projekt kann es nicht mehr Punkte geben, als jeder Mensch hat.
set-up-problem-rule = Diese Regel gibt es nicht. Schreiben Sie sie wie im Handbuch, zum Beispiel: greedy cost.
set-up-problem-rule-misfits = Diese Regel kann solche Stimmzettel nicht zählen. Wählen Sie eine andere Regel oder andere Stimmzettel.
set-up-problem-ties = Schreiben Sie nur die genannten Wörter, mit Kommas dazwischen.
set-up-problem-date = Schreiben Sie ein Datum, zum Beispiel 1.9.2027.
set-up-problem-time = Schreiben Sie eine Uhrzeit, zum Beispiel 18:00.
set-up-problem-time-skipped = Diese Uhrzeit gibt es an diesem Tag nicht, denn die Uhr wird vorgestellt. Wählen Sie eine andere.
set-up-problem-date-missing = Zur Uhrzeit fehlt der Tag.
set-up-problem-backwards = Das Ende liegt vor dem Anfang. Prüfen Sie beide Tage.
set-up-problem-beginning-passed = Dieser Zeitraum hat schon begonnen. Sein Anfang bleibt.
set-up-problem-beginning-in-the-past = Der neue Anfang liegt in der Vergangenheit. Wählen Sie einen späteren Tag.
set-up-problem-end-passed = Dieser Zeitraum ist vorbei. Er bleibt, wie er war.
set-up-problem-end-in-the-past = Das neue Ende liegt in der Vergangenheit. Wählen Sie einen späteren Tag.
set-up-problem-voting-open = Die Abstimmung läuft. Ihr Ende ändern Sie auf der Seite der Runde.
set-up-problem-voting-needs-both = Die Abstimmung braucht einen Anfang und ein Ende.
set-up-problem-not-confirmed = Lesen Sie die Datenschutz-Seite und setzen Sie dann das Häkchen.
set-up-problem-reason-missing = Schreiben Sie, warum Sie das ändern.
set-up-problem-reason-too-short = Schreiben Sie die Begründung etwas ausführlicher, mindestens 10 Zeichen.
set-up-problem-reason-too-long = Kürzen Sie die Begründung auf höchstens 500 Zeichen.

set-up-publish-title = Runde veröffentlichen
set-up-publish-lead = Alle Aufgaben sind fertig. Ein Klick macht die Runde öffentlich, und zwar für immer.
set-up-publish-then = Das geschieht dann
set-up-publish-address = Alle können die Runde lesen. Ihre Adresse ist:
set-up-begins = { $window } beginnt am { $date }.
set-up-begins-now = { $window } beginnt sofort.
set-up-publish-stays = Ihre Adresse und ihre Währung stehen dann fest.
set-up-publish-record = Die Veröffentlichung steht im öffentlichen Protokoll.
set-up-publish-changes = Bis zur Abstimmung können Sie noch ändern. Jede Änderung braucht dann eine öffentliche Begründung.
set-up-publish-button = Runde veröffentlichen
set-up-changed-title = Inzwischen hat jemand die Runde geändert
set-up-changed-next = Lesen Sie noch einmal, was jetzt gilt. Veröffentlichen Sie dann.
set-up-missing = Das fehlt noch
