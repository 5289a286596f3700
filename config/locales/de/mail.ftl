# Mails an die Verwaltung

mail-voting-closed-subject = Abstimmung beendet: { $round } bestätigen
mail-voting-closed-text =
    Guten Tag,

    die Abstimmung der Runde { $round } ist beendet.
    Als Nächstes bestätigen Sie die Runde. Erst dann öffnet das Programm die Stimmzettel und zählt.

    Zur Runde:
    { $link }

    Sie bekommen diese E-Mail, weil Sie die Runde verwalten.
mail-result-counted-subject = Ergebnis gezählt: { $round } veröffentlichen
mail-result-counted-text =
    Guten Tag,

    die Stimmzettel der Runde { $round } sind gezählt.
    Als Nächstes sehen Sie das Ergebnis an und veröffentlichen es.

    Zur Runde:
    { $link }

    Sie bekommen diese E-Mail, weil Sie die Runde verwalten.
