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
