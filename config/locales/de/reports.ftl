# Einen Vorschlag melden, der eine Regel verletzt, und wie oft das vorkommt

reports-link = Diesen Text melden
reports-title = Vorschlag Nr. { $number } melden
reports-back = Zum Vorschlag
reports-lead = Verletzt dieser Text eine Regel? Sagen Sie uns, welche. Sie brauchen kein Konto.
reports-rule = Gegen welche Regel verstößt er?
reports-rule-hint = Eine andere Meinung ist kein Verstoß. Stimmen Sie ab, oder machen Sie einen eigenen Vorschlag.
reports-explanation = Was genau meinen Sie? (freiwillig)
reports-explanation-hint = Nur das Amt liest es: höchstens 1.000 Zeichen. Lassen Sie Ihren eigenen Namen weg.
reports-nameless = Wir fragen nicht, wer Sie sind. Ihre Worte werden 6 Monate nach der Entscheidung gelöscht.
reports-button = Meldung abschicken
reports-nothing-hidden = Danke, dass Sie genau hinsehen. Das Amt hat diesen Text schon ausgeblendet.
reports-nothing-withdrawn = Danke, dass Sie genau hinsehen. Wer ihn geschrieben hat, hat diesen Text zurückgezogen.
reports-nothing-unchecked = Danke, dass Sie genau hinsehen. Das Amt liest diesen Text, bevor ihn alle lesen können.
reports-nothing-next = Es gibt also nichts mehr zu melden.
reports-nothing-ask = Das Amt etwas anderes fragen
reports-kept = Was Sie geschrieben haben
reports-sent-title = Ihre Meldung zum Vorschlag Nr. { $number }
reports-sent-lead = Danke, sie ist angekommen. Das Amt entscheidet bis { $date }.
reports-sent-late = Sie ist angekommen. Die Entscheidung war bis { $date } fällig und ist überfällig.
reports-sent-hidden = Entschieden: Der Text ist ausgeblendet. Die Seite des Vorschlags nennt Regel und Grund.
reports-sent-kept = Entschieden: Der Text bleibt stehen. Er verletzt keine Regel.
reports-sent-withdrawn = Erledigt: Der Text ist zurückgezogen.
reports-next-title = Wie es weitergeht
reports-next = Das Amt liest den Text und Ihre Meldung. Verletzt der Text eine Regel, wird er ausgeblendet. Die Entscheidung steht dann auf dieser Seite.
reports-keep = Sie bekommen keine E-Mail, denn wir kennen Sie nicht. Bewahren Sie diese Adresse auf:
reports-yours = Das haben Sie geschickt
reports-received-label = Eingegangen
reports-rule-label = Regel
reports-explanation-label = Erklärung
reports-no-explanation = Keine
reports-figures-title = Moderation in Zahlen
reports-figures-lead =
    { $count ->
        [one] Alle können einen Text melden. Das Amt entscheidet innerhalb von 1 Tag.
       *[other] Alle können einen Text melden. Das Amt entscheidet innerhalb von { $count } Tagen.
    }
reports-figures-caption = Meldungen und was daraus wurde
reports-figures-rule = Regel
reports-figures-reports = Meldungen
reports-figures-texts = Texte ausgeblendet
reports-figures-names = Namen ausgeblendet
reports-figures-restored = Wieder gezeigt
reports-figures-time = Mittlere Zeit bis zur Entscheidung
reports-figures-all = Alle Regeln
reports-figures-few = unter 5
reports-figures-at-least = mindestens { $count }
reports-figures-too-few = zu wenige
reports-figures-hours =
    { $count ->
        [one] 1 Stunde
       *[other] { $count } Stunden
    }
reports-figures-days =
    { $count ->
        [one] 1 Tag
       *[other] { $count } Tage
    }
reports-figures-note = Kleine Zahlen stehen hier nicht genau, damit niemand zu erkennen ist. Die Hälfte der Entscheidungen dauerte höchstens die mittlere Zeit.
reports-figures-none = In dieser Runde wurde noch nichts gemeldet oder ausgeblendet.
reports-figures-record = Alles Ausgeblendete einzeln, mit dem Grund
