# Was in einem Vorschlag stand, bevor er geändert wurde

versions-link = Text früherer Fassungen
versions-title = Frühere Fassungen
versions-lead = Gestrichene Wörter sind durchgestrichen. Neue Wörter sind unterstrichen.
versions-changed = Geändert am { $date }
versions-why-correction = Das Amt hat einen eigenen Tippfehler verbessert.
versions-removed = Gestrichen:
versions-added = Neu:
versions-other = Nur der Name wurde geändert, und frühere Namen stehen hier nicht.
versions-none = Es gibt keine frühere Fassung zu lesen.
versions-withheld =
    { $count ->
        [one] 1 frühere Fassung steht hier nicht. Niemand konnte sie lesen, oder das Amt hatte sie ausgeblendet.
       *[other] { $count } frühere Fassungen stehen hier nicht. Niemand konnte sie lesen, oder das Amt hatte sie ausgeblendet.
    }
versions-field-title = Titel
versions-field-summary = In Kürze
versions-field-body = Text
versions-field-place = Ort
