# Welche Vorschläge auf den Stimmzettel kommen

shortlist-title = Auswahl für den Stimmzettel
shortlist-title-page =
    { $pages ->
        [one] Auswahl für den Stimmzettel
       *[other] Auswahl für den Stimmzettel, Seite { $page } von { $pages }
    }
shortlist-lead = Hier steht alles, was zur Abstimmung kommt. Was Sie weglassen, braucht einen öffentlichen Grund.
shortlist-round-hint = Bestimmen Sie, was auf dem Stimmzettel steht, und legen Sie es fest.
shortlist-parts = Teile der Auswahl
shortlist-part-ballot = Auf dem Stimmzettel: { $count }
shortlist-part-excluded = Weggelassen: { $count }
shortlist-part-without_area = Ohne Gebiet: { $count }
shortlist-empty-ballot = Noch kommt kein Vorschlag zur Abstimmung. Entscheiden Sie zuerst in der Prüfung.
shortlist-empty-excluded = Nichts ist weggelassen.
shortlist-empty-without_area = Jeder Vorschlag hat ein Gebiet.
shortlist-undecided =
    { $count ->
        [one] 1 Vorschlag ist noch nicht entschieden. Er kommt nicht auf diesen Stimmzettel.
       *[other] { $count } Vorschläge sind noch nicht entschieden. Sie kommen nicht auf diesen Stimmzettel.
    }
shortlist-areas = Was jedes Gebiet auf dem Stimmzettel hätte
shortlist-area = Gebiet
shortlist-area-hint = Der Vorschlag gilt für die ganze Runde. Auf dem Stimmzettel braucht er ein Gebiet.
shortlist-no-area = Gebiet noch wählen
shortlist-projects = Projekte
shortlist-cost = Kosten
shortlist-limit = Da ist
shortlist-places =
    { $count ->
        [one] 1 Platz
       *[other] { $count } Plätze
    }
shortlist-excluded = Weggelassen, weil
shortlist-excluded-because = Weggelassen:
shortlist-frozen-since = Festgelegt seit { $date }. Nummern, Reihenfolge und Kosten bleiben so.
shortlist-freeze = Auswahl festlegen
shortlist-freeze-hint = Aus jedem Vorschlag wird ein Projekt mit seiner Nummer. Die Kosten lassen sich dann nicht mehr ändern.
shortlist-freeze-button = Auf den Stimmzettel
shortlist-reopen = Auswahl wieder öffnen
shortlist-reopen-hint = Bis Sie wieder festlegen, stehen die Projekte nicht auf dem Stimmzettel. Den Grund können alle lesen: 10 bis 500 Zeichen.
shortlist-reopen-button = Wieder öffnen
shortlist-to-review = Zur Prüfung und Entscheidung
shortlist-place = Auf welche Liste?
shortlist-place-button = Gebiet speichern
shortlist-exclude = Weglassen
shortlist-exclude-hint = Das können alle lesen: 10 bis 500 Zeichen. Wer ihn gemacht hat, bekommt eine Nachricht, wenn wir eine Adresse haben.
shortlist-exclude-button = Weglassen
shortlist-include = Wieder aufnehmen
shortlist-include-button = Wieder auf den Stimmzettel
shortlist-fixed = Hier lässt sich jetzt nichts ändern.
shortlist-done-frozen = Die Auswahl ist festgelegt. Alle können jetzt die Projekte sehen.
shortlist-done-reopened = Die Auswahl ist wieder offen. Die Projekte stehen nicht mehr auf dem Stimmzettel.
shortlist-done-excluded = Der Vorschlag ist weggelassen. Auf seiner Seite steht warum.
shortlist-done-included = Der Vorschlag kommt auf den Stimmzettel.
shortlist-done-placed = Das Gebiet ist gespeichert.
shortlist-refused-no-candidate = Der Vorschlag kommt nicht mehr zur Abstimmung.
shortlist-refused-frozen = Die Auswahl ist festgelegt. Öffnen Sie sie zuerst wieder.
shortlist-refused-not-frozen = Die Auswahl ist nicht festgelegt.
shortlist-refused-voting = Die Abstimmung hat begonnen. Der Stimmzettel bleibt so.
shortlist-refused-given = Diese Runde hat ihre Projekte von Anfang an. Sie kommen nicht aus Vorschlägen.
shortlist-refused-without-area = Wählen Sie zuerst für jeden Vorschlag, der für die ganze Runde gilt, ein Gebiet.
shortlist-refused-without-cost = Ein Vorschlag hat keine Kosten, obwohl sein Gebiet Geld vergibt. Entscheiden Sie ihn neu, mit Kosten.
shortlist-refused-empty = Nichts kommt auf den Stimmzettel. Entscheiden Sie zuerst in der Prüfung.
shortlist-refused-area = Dieses Gebiet gibt es nicht mehr. Wählen Sie ein anderes.
shortlist-public-excluded = Nicht auf dem Stimmzettel
shortlist-public-project = Er steht auf dem Stimmzettel.
shortlist-public-link = Zum Projekt
shortlist-short-reason = Weniger Unterstützungen als nötig: { $count } von { $needed }.
shortlist-included = Auf dem Stimmzettel, weil
shortlist-included-because = Trotzdem auf dem Stimmzettel:
shortlist-override = Trotzdem auf den Stimmzettel setzen
shortlist-override-who = Der Vorschlag hat zu wenige Unterstützungen. Die Administration kann ihn trotzdem auf den Stimmzettel setzen.
