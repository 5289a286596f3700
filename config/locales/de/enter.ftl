# Der Eingang für Beschäftigte ohne E-Mail, und der gemeinsame Computer.

enter-title = Mit dem Personal-Code anmelden
enter-lead = Geben Sie den Code von Ihrem Zettel ein. Eine E-Mail-Adresse brauchen Sie nicht.
enter-code = Ihr Personal-Code
enter-button = Anmelden
enter-lost = Ich habe keinen Code
enter-lost-text = Fragen Sie die Stelle, die die Zettel verteilt. Sie bekommen einen neuen Code, der alte gilt dann nicht mehr.
enter-without = Ich habe ein Konto mit E-Mail-Adresse
enter-without-text = Dann melden Sie sich besser auf Ihrem eigenen Gerät an.
enter-without-link = Zur Anmeldung mit E-Mail
enter-after = Wenn Sie fertig sind
enter-after-done = Drücken Sie oben auf „Fertig – abmelden“.
enter-after-minutes =
    { $minutes ->
        [one] Sonst melden wir Sie nach 1 Minute ohne Eingabe ab.
       *[other] Sonst melden wir Sie nach { $minutes } Minuten ohne Eingabe ab.
    }
enter-after-private = Wir kennen Ihren Namen nicht. Geben Sie den Code niemandem.
enter-signed-out = Sie sind abgemeldet. Die nächste Person kann ihren Code eingeben.
enter-over = Hier ist niemand mehr angemeldet. Geben Sie Ihren Code ein, um weiterzumachen.
enter-signed-in = In diesem Browser ist schon jemand angemeldet.
enter-signed-in-as = In diesem Browser ist { $name } angemeldet.
enter-signed-in-hint = Sind Sie das nicht? Dann melden Sie zuerst ab und geben Sie danach Ihren Code ein.
enter-go-on = Das bin ich – weiter
enter-problem-empty = Geben Sie den Code von Ihrem Zettel ein
enter-problem-mistyped = Vergleichen Sie den Code mit Ihrem Zettel. Ein Zeichen stimmt nicht.
enter-problem-unknown = Dieser Code gilt nicht. Prüfen Sie, ob Sie den neuesten Zettel haben, oder fragen Sie nach einem neuen.
enter-missing-title = Diesen Eingang gibt es nicht
enter-missing-lead = Die Adresse führt zu keinem Arbeitsplatz.
enter-missing-compare = Vergleichen Sie die Adresse mit dem Plakat.
enter-missing-poster = Vielleicht hängt ein altes Plakat. Fragen Sie, ob es ein neues gibt.
enter-missing-help = Wir helfen gern. Wie Sie uns erreichen, steht unten.
enter-closed-title = Dieser Eingang ist geschlossen
enter-closed-lead = An diesem Arbeitsplatz kann man sich zurzeit nicht anmelden. Ihr Code gilt weiter.
enter-closed-other = Nehmen Sie den Eingang eines anderen Arbeitsplatzes. Ihr Code gilt an jedem.
enter-closed-help = Oder fragen Sie uns. Wie Sie uns erreichen, steht unten.

shared-label = Gemeinsamer Computer
shared-line =
    { $minutes ->
        [one] Gemeinsamer Computer: { $workplace }. Nach 1 Minute ohne Eingabe melden wir Sie ab.
       *[other] Gemeinsamer Computer: { $workplace }. Nach { $minutes } Minuten ohne Eingabe melden wir Sie ab.
    }
shared-done = Fertig – abmelden
shared-warning = In zwei Minuten melden wir Sie ab. Was Sie noch nicht gespeichert haben, geht dann verloren.
shared-stay = Angemeldet bleiben
