# Fragen an das Amt: öffentliche Antworten, fragen, beantworten.

help-title = Fragen und Antworten
help-title-page = Fragen und Antworten, Seite { $page } von { $pages }
help-lead = Steht Ihre Frage nicht hier? Dann fragen Sie das Amt.
help-round-lead = Hier geht es nur um diese Runde:
help-ask = Frage stellen
help-all = Alle Fragen und Antworten
help-search = Antworten durchsuchen
help-search-hint = Alle Wörter müssen in Frage oder Antwort stehen. Höchstens acht Wörter zählen.
help-search-button = Suchen
help-found = { $count ->
    [0] Nichts gefunden.
    [one] Eine Antwort gefunden.
   *[other] { $count } Antworten gefunden.
}
help-found-none = Nehmen Sie weniger oder andere Wörter. Oder fragen Sie das Amt mit der Schaltfläche oben.
help-frequent = Oft gefragt
help-service = So geht es
help-answers = Antworten des Amts
help-answered = Das Amt, { $date }
help-asked = Gefragt am { $date }
help-empty = Hier steht noch keine Antwort.
help-empty-hint = Stellen Sie die erste Frage. Das Amt antwortet in höchstens 14 Tagen.

## Was das Programm selbst beantwortet

help-service-propose = Wie schlage ich etwas vor?
help-service-propose-answer = Schreiben Sie, was Sie wollen, wo und warum. Das geht, solange eine Runde Vorschläge annimmt. Am Ende bekommen Sie eine Vorgangs-Nummer.
help-service-propose-link = Etwas vorschlagen
help-service-found = Was wurde aus meinem Vorschlag?
help-service-found-answer = Geben Sie Ihre Vorgangs-Nummer ein. Dann sehen Sie, wie es um den Vorschlag steht.
help-service-found-link = Vorschlag finden
help-service-without-email = Geht es ohne E-Mail-Adresse?
help-service-without-email-answer = Ja. Mit dem Code aus dem Brief stimmen Sie ohne Konto und ohne E-Mail-Adresse ab. Auch ein Vorschlag braucht keine Adresse. Heben Sie dann den Beleg mit dem Änderungs-Code gut auf.
help-service-without-email-link = Etwas vorschlagen
help-service-vote = Wie stimme ich mit dem Brief ab?
help-service-vote-answer = Geben Sie den Code aus dem Brief ein. Dann füllen Sie den Stimmzettel aus und prüfen ihn. Erst danach geben Sie ihn ab.
help-service-vote-link = Abstimmen
help-service-lost-letter = Ich habe meinen Brief verloren. Und jetzt?
help-service-lost-letter-answer = Rufen Sie uns an oder kommen Sie vorbei.
help-service-lost-letter-link = Was ohne Code hilft
help-service-secret = Ist meine Stimme geheim?
help-service-secret-answer = Ja. Der Stimmzettel liegt versiegelt und ohne Namen in der Urne. Keine Seite zeigt, wie Sie abgestimmt haben, auch nicht dem Amt.
help-service-secret-link = Wer was sehen und tun kann
help-service-counted = Woran sehe ich, dass meine Stimme zählt?
help-service-counted-answer = Nach dem Abgeben bekommen Sie einen Beleg mit Prüf-Code. Das Protokoll sagt, wie viele Stimmzettel gezählt wurden. Nach dem Ergebnis dürfen alle nachzählen.
help-service-counted-link = Zum Protokoll

## Fragen

ask-title = Frage stellen
ask-lead = Das Amt antwortet in höchstens 14 Tagen.
ask-question = Was wollen Sie wissen?
ask-question-hint = Schreiben Sie nichts Persönliches. Höchstens 2.000 Zeichen.
ask-email = Ihre E-Mail-Adresse (freiwillig)
ask-email-hint = Nur für die Antwort. Sie wird nie öffentlich.
ask-public = Das Amt kann Frage und Antwort öffentlich machen, ohne Ihre Adresse. Dann hilft die Antwort allen.
ask-button = Frage abschicken
asked-title = Ihre Frage Nr. { $number }
asked-open = Die Frage ist eingegangen. Sie bekommen eine Antwort bis { $date }.
asked-late = Das Amt wollte bis { $date } antworten. Rufen Sie uns bitte an.
asked-answered = Das Amt hat am { $date } geantwortet.
asked-set-aside = Das Amt beantwortet diese Frage nicht.
asked-reason = Grund:
asked-set-aside-next = Sehen Sie das anders? Rufen Sie uns an, oder fragen Sie noch einmal.
asked-answer = Die Antwort
asked-is-public = Frage und Antwort sind öffentlich. Sie stehen hier:
asked-is-alone = Die Antwort steht nur auf dieser Seite.
asked-next-title = Wie es weitergeht
asked-next = Das Amt liest Ihre Frage. Die Antwort steht dann auf dieser Seite. Bis dahin müssen Sie nichts tun.
asked-keep = Heben Sie diese Adresse auf. Nur damit finden Sie die Seite wieder:
asked-yours = Ihre Frage
asked-print = Sie können diese Seite ausdrucken.

## Im Amt

questions-title = Fragen
questions-lead = Jede Frage braucht in 14 Tagen eine Antwort.
questions-new = Frage selbst schreiben
questions-new-lead = Schreiben Sie, was viele wissen wollen, und gleich die Antwort. Beides ist sofort öffentlich.
questions-parts = Teile der Liste
questions-part-open = Offen: { $count }
questions-part-public = Öffentlich: { $count }
questions-part-rest = Andere: { $count }
questions-empty-open = Keine Frage ist offen.
questions-empty-public = Keine Frage ist öffentlich beantwortet.
questions-empty-rest = Hier ist nichts.
questions-empty-hint = Fragen kommen über den Link „Fragen Sie das Amt“ unten auf jeder Seite.
questions-row = Frage Nr. { $number }
questions-due = Antwort bis { $date }
questions-late = Überfällig seit { $date }
questions-has-place = Oft gefragt: Platz { $place }
questions-done = Frage Nr. { $number } ist jetzt: { $state }.
questions-open-again = Noch einmal öffnen
questions-back = Alle Fragen
questions-state = Stand
questions-state-open = offen
questions-state-public = öffentlich beantwortet
questions-state-answered-alone = beantwortet, nicht öffentlich
questions-state-set-aside = nicht beantwortet
questions-text = Die Frage
questions-about = Worum geht es?
questions-about-hint = Um eine Runde oder um alles.
questions-about-everything = Um alles
questions-asked = Gefragt am
questions-own = Vom Amt selbst geschrieben
questions-answer-by = Antwort bis
questions-answered = Beantwortet am { $date }
questions-public-page = Öffentliche Seite ansehen
questions-has-email = Die Person bekommt die Antwort auch per E-Mail:
questions-public = Die Frage, wie alle sie lesen
questions-public-hint = Nehmen Sie Namen und alles Persönliche heraus. Höchstens 2.000 Zeichen.
questions-answer = Ihre Antwort
questions-answer-hint = In einfachen Worten. Höchstens 4.000 Zeichen.
questions-place = Platz bei „Oft gefragt“
questions-place-hint = Hat eine andere Frage diesen Platz, verliert sie ihn.
questions-no-place = Kein Platz
questions-place-number = Platz { $place }
questions-publish = Veröffentlichen
questions-save = Änderung veröffentlichen
questions-alone = Nur dieser Person antworten
questions-alone-hint = Dann liest nur diese Person die Antwort. Später ändern können Sie sie nur, wenn Sie sie veröffentlichen.
questions-out = Nicht mehr öffentlich zeigen
questions-out-hint = Die Frage verschwindet von der öffentlichen Seite. Sie können sie wieder veröffentlichen.
questions-out-button = Aus der Öffentlichkeit nehmen
questions-aside = Nicht beantworten
questions-aside-hint = Die Person sieht den Grund. Sie können später doch noch antworten.
questions-aside-button = Frage weglegen
questions-reason = Warum antworten Sie nicht?
questions-reason-hint = Der Grund ist nicht öffentlich. Die Person, die gefragt hat, liest ihn.
questions-language = Sprache
questions-language-hint = In dieser Sprache schreiben Sie Frage und Antwort.
questions-changed-meanwhile = Jemand anderes war schneller
questions-changed-meanwhile-next = Nichts wurde geändert. Die Frage ist jetzt: { $state }. Was Sie geschrieben haben, steht noch in den Feldern.

## Warum das Amt nicht antwortet

set-aside-advertising = Werbung
set-aside-insult = Beleidigung
set-aside-not-for-us = Eine andere Stelle ist zuständig
