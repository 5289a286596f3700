# Der Rahmen jeder Seite: Kopf, Hilfe, Fuß und die Teile, die viele Seiten gemeinsam haben.

layout-skip = Zum Inhalt springen
layout-language = Sprache:
layout-menu = Hauptmenü
layout-help = Hilfe
layout-help-ask = Fragen Sie das Amt
layout-help-email = Oder per E-Mail:
layout-leave = Verlassen
layout-sign-out = Abmelden
layout-foot = Über diese Seiten
layout-accessibility = Barrierefreiheit
layout-imprint = Impressum
layout-privacy = Datenschutz
layout-easy = Leichte Sprache
layout-sign-language = Gebärdensprache
layout-report-barrier = Barriere melden
layout-last-changed = Diese Seite wurde zuletzt geändert am { $date }.
layout-or-call = Oder rufen Sie an:
layout-problems =
    { $count ->
        [one] Es gibt ein Problem
       *[other] Es gibt { $count } Probleme
    }
layout-error-title = Fehler: { $title }
layout-error-at-field = Fehler:
layout-phase-done = Fertig:
layout-phase-now = Jetzt: { $name }
layout-pages = Seiten
layout-page = Seite
layout-page-previous = Zurück
layout-page-next = Weiter
layout-back-home = Zur Startseite
