# Was zuerst jemanden braucht, auf der ersten Seite des Amts

office-alarm-telephones =
    { $count ->
        [one] 1 Person der Verwaltung hat kein Telefon für Codes. Ihre Rolle gilt noch nicht.
       *[other] { $shown } Personen der Verwaltung haben kein Telefon für Codes. Ihre Rollen gelten noch nicht.
    }
office-alarm-mails-failed =
    { $count ->
        [one] 1 E-Mail ist nicht angekommen
       *[other] { $shown } E-Mails sind nicht angekommen
    }
office-alarm-mails-late =
    { $count ->
        [one] 1 E-Mail wartet seit über einer Stunde
       *[other] { $shown } E-Mails warten seit über einer Stunde
    }
office-alarm-reports =
    { $count ->
        [one] 1 gemeldeter Vorschlag wartet auf eine Entscheidung
       *[other] { $shown } gemeldete Vorschläge warten auf eine Entscheidung
    }
office-alarm-reviews =
    { $count ->
        [one] 1 Prüfung ist überfällig
       *[other] { $shown } Prüfungen sind überfällig
    }
office-alarm-reviews-soon =
    { $count ->
        [one] 1 Prüfung ist innerhalb von zwei Tagen fällig
       *[other] { $shown } Prüfungen sind innerhalb von zwei Tagen fällig
    }
office-alarm-statements-late =
    { $count ->
        [one] 1 Stellungnahme ist überfällig
       *[other] { $shown } Stellungnahmen sind überfällig
    }
office-alarm-statements =
    { $count ->
        [one] 1 Stellungnahme ist innerhalb von zwei Tagen fällig
       *[other] { $shown } Stellungnahmen sind innerhalb von zwei Tagen fällig
    }
office-alarm-barriers-late =
    { $count ->
        [one] Die Antwort auf 1 gemeldete Barriere ist überfällig
       *[other] Die Antworten auf { $shown } gemeldete Barrieren sind überfällig
    }
office-alarm-barriers =
    { $count ->
        [one] 1 gemeldete Barriere braucht innerhalb von zwei Tagen eine Antwort
       *[other] { $shown } gemeldete Barrieren brauchen innerhalb von zwei Tagen eine Antwort
    }
office-alarm-questions-late =
    { $count ->
        [one] Die Antwort auf 1 Frage ist überfällig
       *[other] Die Antworten auf { $shown } Fragen sind überfällig
    }
office-alarm-questions =
    { $count ->
        [one] 1 Frage braucht innerhalb von zwei Tagen eine Antwort
       *[other] { $shown } Fragen brauchen innerhalb von zwei Tagen eine Antwort
    }
office-alarm-unchecked =
    { $count ->
        [one] 1 Vorschlag ist noch zu lesen
       *[other] { $shown } Vorschläge sind noch zu lesen
    }
office-alarm-unattended = Niemand prüft für: { $departments }
office-alarm-unattended-next = Dort wartet etwas. Geben Sie jemandem für dieses Amt die Rolle „Prüfung“, oder wählen Sie beim Amt, wer vertritt.
office-alarm-or-more = { $count } oder mehr
office-alarm-backup-never = Es gibt noch keine Sicherung
office-alarm-backup-old = Die letzte Sicherung ist von { $date }
office-alarm-backup-next = Bitten Sie Ihre Technik um eine Sicherung an jedem Tag, mit „allmende backup“.
office-dashboard-soon = Heute und morgen
office-dashboard-next = Als Nächstes: { $next }
office-window-opens-collecting = Vorschläge sind möglich ab { $date }
office-window-closes-collecting = Vorschläge sind möglich bis { $date }
office-window-opens-supporting = Unterstützen ist möglich ab { $date }
office-window-closes-supporting = Unterstützen ist möglich bis { $date }
office-window-opens-reviewing = Die Ämter prüfen ab { $date }
office-window-closes-reviewing = Die Ämter prüfen bis { $date }
office-window-opens-selecting = Der Stimmzettel entsteht ab { $date }
office-window-closes-selecting = Der Stimmzettel entsteht bis { $date }
office-window-opens-voting = Die Abstimmung beginnt: { $date }
office-window-closes-voting = Die Abstimmung läuft bis { $date }
