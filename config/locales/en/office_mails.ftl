# How e-mails are sent

mails-test-sent = The test e-mail is on its way to your address. Look into your mailbox in a moment.
mails-title = E-mail
mails-way = Sent
mails-way-smtp = By the server { $server }
mails-way-file = Into a folder, as files. Nobody gets an e-mail.
mails-way-memory = Only as a trial. Nobody gets an e-mail.
mails-checked = Last checked
mails-checked-never = Not yet
mails-checked-well = { $at }: works
mails-checked-bad = { $at }: does not work
mails-waiting = Waiting to be sent
mails-waiting-hint = What is not urgent we send between 8:00 and 20:00 only.
mails-failed = Did not arrive
mails-count = { $count ->
    [0] None
    [one] 1 e-mail
   *[other] { $count } e-mails
}
mails-failed-show = Show
mails-test = Send a test e-mail to me
mails-problem = E-mails cannot be sent
mails-problem-wait = No e-mail is lost. All of them wait until sending works again.
mails-reason = Message:
mails-next-network = The mail server does not answer. Have its name, its port and the network checked.
mails-next-refused = The mail server turns us away. Ask whether it takes e-mails from this machine.
mails-next-tls = The certificate of the mail server does not hold. Have the name and the certificate checked.
mails-next-starttls = The mail server does not encrypt here. Have the port and the encryption checked.
mails-next-sign-in = The mail server does not take our account. Have the user and the password checked.
mails-next-folder = The folder cannot be written. Have its space and its rights checked.
failed-mails-title = E-mails that did not arrive
failed-mails-lead = The mail server refused them. We do not try again. Ask the person for the right address.
mails-lead-reading = This is how our e-mails leave.
failed-mails-back = E-mail
failed-mails-unknown = Unknown e-mail
failed-mails-empty = All e-mails arrived.
failed-mails-empty-hint = When one is refused, it appears here with the reason.

mails-lead = This is how our e-mails leave the house. Check it with a test e-mail to yourself.
