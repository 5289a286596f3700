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
