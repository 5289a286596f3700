# Vorschläge im Amt lesen, ausblenden und wieder zeigen

moderation-title = Vorschläge
moderation-title-page =
    { $pages ->
        [one] Vorschläge moderieren
       *[other] Vorschläge moderieren, Seite { $page } von { $pages }
    }
moderation-lead = Hier wird nichts gelöscht. Was Sie ausblenden, können Sie jederzeit wieder zeigen.
moderation-parts = Teile der Liste
moderation-part-waiting = Noch zu lesen: { $count }
moderation-part-hidden = Ausgeblendet: { $count }
moderation-part-all = Alle: { $count }
moderation-waiting-count =
    { $count ->
        [0] Lesen, ausblenden, wieder zeigen. Keiner ist noch zu lesen.
        [one] 1 Vorschlag ist noch zu lesen.
       *[other] { $count } Vorschläge sind noch zu lesen.
    }
moderation-empty-waiting = Kein Vorschlag ist noch zu lesen.
moderation-empty-hidden = Kein Vorschlag ist ausgeblendet.
moderation-empty-all = Es gibt noch keinen Vorschlag.
moderation-empty-hint = Die anderen Teile der Liste stehen oben.
moderation-hidden-because = Ausgeblendet: { $rule }.
moderation-done-shown = Den Vorschlag Nr. { $number } können jetzt alle lesen.
moderation-done-hidden = Der Vorschlag Nr. { $number } ist ausgeblendet. Seine Seite nennt Regel und Grund.
moderation-done-other = Der Vorschlag Nr. { $number } hat sich inzwischen geändert.
moderation-open-again = Öffnen
moderation-back = Alle Vorschläge der Runde
moderation-public = Die Seite, die alle sehen
moderation-now = Er steht jetzt so: { $state }.
moderation-show = Allen zeigen
moderation-show-hint = Dann können alle den Text lesen und in der Liste finden.
moderation-show-button = Allen zeigen
moderation-hide = Ausblenden
moderation-hide-hint = Alle sehen dann nur Nummer, Regel und Grund. Wer ihn gemacht hat, erfährt es, wenn wir eine Adresse haben.
moderation-hide-button = Ausblenden
moderation-rule = Gegen welche Regel verstößt er?
moderation-rule-hint = Blenden Sie nur aus, was eine Regel verletzt. Ein schlechter Vorschlag verletzt keine.
moderation-reason-hint = Alle können ihn lesen: 10 bis 500 Zeichen. Wiederholen Sie nicht, was Sie ausblenden.
moderation-problem-rule = Wählen Sie die Regel.
moderation-restore = Wieder zeigen
moderation-restore-hint = Dann können alle den Text wieder lesen. Wer ihn gemacht hat, erfährt es, wenn wir eine Adresse haben.
moderation-restore-button = Wieder zeigen
moderation-nothing = Wer ihn gemacht hat, hat ihn zurückgezogen. Hier ist nichts zu tun.
moderation-part-reported = Gemeldet: { $count }
moderation-empty-reported = Keine Meldung ist offen.
moderation-reported-count =
    { $count ->
        [one] 1 Vorschlag wurde gemeldet.
       *[other] { $count } Vorschläge wurden gemeldet.
    }
moderation-reports-count =
    { $count ->
        [one] 1 Meldung
       *[other] { $count } Meldungen
    }
moderation-reports-by-rule = { $rule } ({ $count })
moderation-reports-newest =
    { $count ->
        [one] Hier steht die neueste.
       *[other] Hier stehen die { $count } neuesten.
    }
moderation-keep = Stehen lassen
moderation-keep-hint = Dann sind die Meldungen oben erledigt. Wer gemeldet hat, kann lesen, dass der Text keine Regel verletzt.
moderation-keep-button = Stehen lassen
moderation-note = Warum verletzt er keine Regel?
moderation-note-hint = Die Notiz bleibt im Amt: höchstens 500 Zeichen. Sie wird mit den Meldungen gelöscht.
moderation-problem-note = Schreiben Sie kurz, warum er stehen bleiben kann.
moderation-problem-note-length = Kürzen Sie die Notiz auf 500 sichtbare Zeichen.
moderation-hide-name = Nur den Namen ausblenden
moderation-hide-name-hint = Der Text bleibt. Statt des Namens sehen alle Regel und Grund. Wer den Vorschlag gemacht hat, erfährt es, wenn wir eine Adresse haben.
moderation-name-rule-hint = Blenden Sie einen Namen nur aus, wenn er selbst eine Regel verletzt.
moderation-hide-name-button = Namen ausblenden
moderation-restore-name = Den Namen wieder zeigen
moderation-restore-name-hint = Dann können alle den Namen wieder lesen. Wer den Vorschlag gemacht hat, erfährt es, wenn wir eine Adresse haben.
moderation-restore-name-button = Namen wieder zeigen
moderation-done-kept = Der Vorschlag Nr. { $number } bleibt stehen. Die Meldungen sind erledigt.
moderation-done-name-hidden = Der Name beim Vorschlag Nr. { $number } ist ausgeblendet. Der Text bleibt.
moderation-done-name-shown = Den Namen beim Vorschlag Nr. { $number } können alle wieder lesen.
moderation-settled = Frühere Meldungen
moderation-settled-note = Notiz:
moderation-outcome-hidden = Ausgeblendet
moderation-outcome-kept = Stehen gelassen
moderation-outcome-withdrawn = Zurückgezogen
