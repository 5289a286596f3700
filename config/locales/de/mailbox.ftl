# Das Postfach der Vorführung.

mailbox-title = Postfach der Vorführung
mailbox-lead = Diese E-Mails hat niemand bekommen. Die Vorführung legt sie nur hier ab.
mailbox-empty = Noch ist keine E-Mail da.
mailbox-empty-hint = Sobald etwas geschieht, das jemand erfahren soll, steht sie hier.
mailbox-to = an { $to }
mailbox-back = Alle E-Mails
mailbox-from-label = Von
mailbox-to-label = An
mailbox-at-label = Geschrieben
mailbox-body-label = Text

mailbox-mails = E-Mails
mailbox-telephones = Codes der Telefone
mailbox-telephones-lead = In Wirklichkeit stehen diese Codes nur auf dem Telefon der Person.
mailbox-telephone-seconds =
    { $seconds ->
        [one] gilt noch 1 Sekunde
       *[other] gilt noch { $seconds } Sekunden
    }
mailbox-state-label = Stand
mailbox-state-waiting = Wartet auf den Versand
mailbox-state-sent = Verschickt
mailbox-state-failed = Kam nicht an
mailbox-state-expired = Zu spät, darum nicht verschickt
mailbox-html = Als HTML ansehen
mailbox-gone = Der Text ist nicht mehr da. Link und Code darin sind gelöscht.
mailbox-entries = Eingänge für Beschäftigte ohne E-Mail
mailbox-entries-lead = Die Adressen stehen sonst auf Plakaten. Personal-Codes nennt die Vorführung beim Start; die Verwaltung kann neue erzeugen.
mailbox-samples = Eine E-Mail von jeder Art
mailbox-samples-lead = So liest sich jede E-Mail dieses Dienstes. Niemand hat diese bekommen, und ihre Links führen nirgendwohin.
mailbox-sample-words = Eigene Worte von jemandem
