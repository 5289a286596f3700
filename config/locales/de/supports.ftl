# Vorschläge vor der Abstimmung unterstützen

supports-title = Unterstützung
supports-count =
    { $count ->
        [0] Noch niemand unterstützt das.
        [one] 1 Person unterstützt das.
       *[other] { $count } Personen unterstützen das.
    }
supports-count-of = { $count } von { $needed } Unterstützungen
supports-hidden = Solange abgestimmt wird, zeigen wir die Zahl nicht.
supports-give = Diesen Vorschlag unterstützen
supports-mine = Sie unterstützen diesen Vorschlag.
supports-take = Unterstützung zurücknehmen
supports-until = Sie können sich bis { $date } entscheiden.
supports-sign-in-first = Sie melden sich erst an. Dann kommen Sie zurück und unterstützen mit einem Druck.
supports-enter-first = Sie melden sich erst mit Ihrem Personal-Code an. Dann kommen Sie zurück.
supports-not-yet = Sie können Vorschläge ab { $date } unterstützen.
supports-over = Unterstützen konnte man bis { $date }.
supports-shut = Zurzeit können Sie nichts unterstützen.
supports-merged = Dieser Vorschlag wurde mit einem anderen zusammengelegt. Unterstützen Sie den anderen.
supports-merged-link = Vorschlag { $number }
supports-employees = Hier unterstützen nur Beschäftigte Vorschläge.
supports-enter = Mit dem Personal-Code anmelden
supports-address = Ihr Konto braucht eine E-Mail-Adresse, die Sie bestätigt haben.
supports-address-link = E-Mail-Adresse angeben
supports-own = Das ist Ihr eigener Vorschlag. Andere können ihn unterstützen.
supports-why = Unterstützen ist keine Abstimmung. Es zeigt, was viele wollen. Niemand sieht, wer was unterstützt.
supports-back = Zurück zum Vorschlag
supports-draft-kept = Ihr eigener Entwurf bleibt gespeichert.
supports-row =
    { $count ->
        [one] 1 Unterstützung
       *[other] { $count } Unterstützungen
    }
supports-row-give = { $number } unterstützen
supports-row-take = Unterstützung für { $number } zurücknehmen
supports-row-mine = Sie unterstützen das
supports-similar = Diesen unterstützen
supports-draft-done = Sie unterstützen Vorschlag { $number }. Ihr Entwurf bleibt gespeichert, falls Sie ihn noch brauchen.
