# Einstellungen der Organisation, in Teilen.

settings-title = Organisation
settings-lead = Diese Angaben stehen auf vielen Seiten. Jeder Teil hat ein eigenes Formular.
settings-lead-reading = Diese Angaben stehen auf vielen Seiten. Sie können sie lesen. Ändern kann sie die Verwaltung.
settings-last-changed = Zuletzt geändert am { $at }.
settings-group-look = Name und Aussehen
settings-group-help = Hilfe, Texte und Sprachen
settings-group-house = Rat, Gebiete und Ämter
settings-done = Ausgefüllt
settings-not-done = Fehlt noch
settings-now-own = Eigene Gestaltung
settings-now-standard = Gestaltung des Programms
settings-now-texts =
    { $count ->
        [0] Noch kein Text
        [one] Ein Text
       *[other] { $count } Texte
    }
settings-now-neighbourhoods =
    { $count ->
        [0] Noch kein Ortsteil
        [one] Ein Ortsteil
       *[other] { $count } Ortsteile
    }
settings-now-workplaces =
    { $count ->
        [0] Noch kein Arbeitsplatz
        [one] Ein Arbeitsplatz
       *[other] { $count } Arbeitsplätze
    }
settings-now-departments =
    { $count ->
        [0] Noch kein Amt
        [one] Ein Amt
       *[other] { $count } Ämter
    }
settings-back = Alle Teile
settings-saved = Gespeichert. Alle Seiten zeigen jetzt die neuen Angaben.
settings-changed-title = Jemand anderes hat inzwischen gespeichert
settings-changed = Das war am { $at }.
settings-changed-next = Ihre Eingabe steht noch in den Feldern. Vergleichen Sie beides. Speichern Sie dann noch einmal.
settings-general = Für alle Sprachen
settings-texts-in = Texte: { $language }
settings-text-hint = Eine Leerzeile trennt Absätze. Eine Zeile mit ## wird zur Überschrift. Ein Strich - beginnt eine Liste.
settings-preview = Gespeicherten Text ansehen
settings-preview-empty = Noch ist kein Text gespeichert.
settings-preview-page = Öffentliche Seite öffnen
settings-saved-value = Gespeichert ist: { $value }
settings-saved-empty = Gespeichert ist: nichts
settings-button = Speichern

settings-part-name = Name
settings-lead-name = Beide Namen stehen oben auf jeder Seite.
settings-field-name = Name der Organisation
settings-hint-name = Zum Beispiel der Bezirk oder die Gemeinde.
settings-field-service-name = Name des Angebots
settings-hint-service-name = Zum Beispiel Bürgerhaushalt.

settings-part-logo = Logo
settings-lead-logo = Das Logo steht oben links auf jeder Seite, neben dem Namen.
settings-logo-now = So steht es jetzt auf den Seiten:
settings-logo-none = Noch steht dort das Zeichen des Programms.
settings-logo-file = Neues Logo
settings-logo-file-hint = PNG, JPEG oder WebP, bis 2 MB und 4.000 Pixel breit und hoch.
settings-logo-left = Gespeichert ist noch nichts: Die Datei ging bei der Anmeldung verloren. Wählen Sie sie noch einmal aus.
settings-logo-alt = Was das Logo zeigt: { $language }
settings-logo-alt-hint = Für Menschen, die es nicht sehen. Leer heißt: Es zeigt nichts als den Namen.
settings-logo-remove = Logo entfernen
settings-logo-too-heavy = Die Datei ist zu groß. Wählen Sie eine mit höchstens 2 MB.
settings-logo-svg = SVG-Dateien können Programme enthalten. Speichern Sie das Logo als PNG.
settings-logo-unknown = Diese Datei ist kein Bild, das wir lesen können. Wählen Sie PNG, JPEG oder WebP.
settings-logo-too-large = Das Bild hat zu viele Pixel. Verkleinern Sie es auf höchstens 4.000 mal 4.000.
settings-logo-damaged = Die Datei ist beschädigt. Speichern Sie das Bild neu und wählen Sie es noch einmal.

settings-part-colours = Farben
settings-lead-colours = Eine Farbe zeigt, wo man etwas tun kann. Sie brauchen eine für helle und eine für dunkle Seiten.
settings-field-act-light = Farbe auf hellen Seiten
settings-hint-act-light = Zum Beispiel #12573d. Leer heißt: die Farbe des Programms.
settings-field-act-dark = Farbe auf dunklen Seiten
settings-hint-act-dark = Zum Beispiel #8ed3a6. Leer heißt: die Farbe des Programms.
settings-colours-preview = So sieht es aus
settings-colours-light = Helle Seiten
settings-colours-dark = Dunkle Seiten
settings-colours-words = Schrift auf der Farbe: { $figure }
settings-colours-button = Farbe auf der Seite: { $figure }
settings-colours-look = Erst ansehen
settings-ratio = { $whole },{ $rest } : 1

settings-part-help = Hilfe
settings-lead-help = Die Hilfe steht unten auf jeder Seite. Auch auf Fehlerseiten.
settings-field-help-telephone = Telefon für Hilfe
settings-hint-help-telephone = Zum Beispiel 030 000 00 00. Leer heißt: kein Telefon.
settings-field-help-email = E-Mail-Adresse für Hilfe
settings-hint-help-email = Zum Beispiel hilfe@bezirk.example. Leer heißt: keine Adresse.
settings-field-help-hours = Wann Sie erreichbar sind
settings-hint-help-hours = Zum Beispiel Mo bis Fr, 9 bis 17 Uhr.
settings-field-help-place = Ort für Hilfe
settings-hint-help-place = Zum Beispiel eine Bibliothek, mit Straße.
settings-field-help-place-note = Was es dort gibt
settings-hint-help-place-note = Zum Beispiel ein Wahl-Computer.

settings-part-texts = Impressum, Datenschutz, Barrierefreiheit
settings-lead-texts = Jede Seite verweist auf diese drei Texte.
settings-field-imprint = Impressum
settings-field-privacy = Datenschutz
settings-field-accessibility = Erklärung zur Barrierefreiheit

settings-part-languages = Sprachen und Zeitzone
settings-lead-languages = In diesen Sprachen bieten Sie alle Seiten an. Mindestens eine muss bleiben.
settings-field-offer-de = Deutsch
settings-field-offer-en = Englisch
settings-field-time-zone = Zeitzone
settings-hint-time-zone = Zum Beispiel Europe/Berlin. Danach richten sich alle Uhrzeiten.

settings-part-words = Eigene Bezeichnungen
settings-lead-words = So heißen Rat, Ortsteil und Fonds bei Ihnen.
settings-field-council = Ihr Rat
settings-hint-council = Zum Beispiel Bezirksparlament.
settings-field-neighbourhood = Ein Ortsteil
settings-hint-neighbourhood = Zum Beispiel Kiez oder Viertel.
settings-field-fund = Ihr Fonds für kleine Projekte
settings-hint-fund = Zum Beispiel Kiezfonds.

settings-part-neighbourhoods = Ortsteile
settings-lead-neighbourhoods = Ändern Sie Namen und Reihenfolge. In leere Zeilen schreiben Sie neue Ortsteile.
settings-neighbourhood-name = Name: { $language }
settings-neighbourhood-position = Platz in der Liste
settings-neighbourhood-remove = Entfernen
settings-neighbourhood-new = Neuer Ortsteil, Zeile { $number }
settings-neighbourhoods-saved = Gespeichert ist diese Liste

settings-part-easy = Leichte Sprache und Gebärdensprache
settings-lead-easy = Nur was Sie ausfüllen, wird gezeigt. Lassen Sie die Texte von Fachleuten schreiben und prüfen.
settings-field-easy-what = Was ist das hier?
settings-field-easy-vote = So stimmen Sie ab
settings-field-easy-suggest = So machen Sie einen Vorschlag
settings-field-sign-language = Seite mit Video in Gebärdensprache
settings-hint-sign-language = Eine eigene Seite von Ihnen. Die Adresse beginnt mit https://.

settings-problem-missing = Füllen Sie dieses Feld aus.
settings-problem-later = Aus Ihrem Netz kam in dieser Stunde sehr viel. Ihr Text steht noch hier. Schicken Sie ihn ab { $time } noch einmal, oder rufen Sie an.
settings-problem-too-long = Kürzen Sie die Angabe auf { $most } Zeichen.
settings-problem-line-break = Schreiben Sie alles in eine Zeile.
settings-problem-hidden = Im Text ist ein unsichtbares Zeichen. Tippen Sie ihn neu ein.
settings-problem-time-zone = Diese Zeitzone kennen wir nicht. Schreiben Sie zum Beispiel Europe/Berlin.
settings-problem-telephone = Schreiben Sie die Nummer nur mit Ziffern, Leerzeichen und + - / ( ).
settings-problem-email = Schreiben Sie eine E-Mail-Adresse wie name@beispiel.de.
settings-problem-web-address = Schreiben Sie eine Adresse, die mit https:// beginnt.
settings-problem-colour = Schreiben Sie die Farbe mit sechs Zeichen, zum Beispiel #12573d.
settings-problem-colour-missing = Geben Sie auch diese Farbe an, oder leeren Sie beide Felder.
settings-problem-faint-words = Schrift ist auf dieser Farbe schlecht zu lesen: { $figure }. Nötig sind { $limit }. Wählen Sie eine hellere oder dunklere.
settings-problem-faint-light = Diese Farbe ist auf hellen Seiten schlecht zu sehen: { $figure }. Nötig sind { $limit }. Wählen Sie eine dunklere.
settings-problem-faint-dark = Diese Farbe ist auf dunklen Seiten schlecht zu sehen: { $figure }. Nötig sind { $limit }. Wählen Sie eine hellere.
settings-problem-no-language = Wählen Sie mindestens eine Sprache.
settings-problem-number = Schreiben Sie eine Zahl wie 1 oder 2.
