# The demonstration's mailbox.

mailbox-title = Mailbox of the demonstration
mailbox-lead = Nobody got these e-mails. The demonstration only keeps them here.
mailbox-empty = There is no e-mail yet.
mailbox-empty-hint = When something happens that somebody should know, it appears here.
mailbox-to = to { $to }
mailbox-back = All e-mails
mailbox-from-label = From
mailbox-to-label = To
mailbox-at-label = Written
mailbox-body-label = Text

mailbox-mails = E-mails
mailbox-telephones = Codes of the telephones
mailbox-telephones-lead = In earnest these codes stand on the person's telephone only.
mailbox-telephone-seconds =
    { $seconds ->
        [one] good for 1 more second
       *[other] good for { $seconds } more seconds
    }
mailbox-state-label = State
mailbox-state-waiting = Waiting to be sent
mailbox-state-sent = Sent
mailbox-state-failed = Did not arrive
mailbox-state-expired = Too late, so not sent
mailbox-html = See it as HTML
mailbox-gone = The text is gone. The link and the code in it are deleted.
mailbox-entries = Entries for employees without e-mail
mailbox-entries-lead = Elsewhere the addresses are on posters. The demonstration names personnel codes when it starts; the office can make new ones.
mailbox-samples = One of each kind of e-mail
mailbox-samples-lead = This is how every e-mail of this service reads. Nobody was sent these, and their links lead nowhere.
mailbox-sample-words = Somebody's own words
