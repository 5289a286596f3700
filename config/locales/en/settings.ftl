# The organisation's settings.

settings-title = Settings
settings-lead = These details are on every page. Each change holds at once.
settings-saved = Saved. All pages show the new details now.
settings-changed-title = Somebody else has saved meanwhile
settings-changed = That was on { $at }. What you typed is still in the fields.
settings-changed-next = Compare the fields with what is saved. Then save again.
settings-parts = Parts of the settings
settings-general = For all languages
settings-time-zone = Time zone
settings-time-zone-hint = For example Europe/Berlin. All times follow it.
settings-help-telephone = Telephone for help
settings-help-telephone-hint = For example 030 000 00 00. Empty means: no telephone.
settings-texts-in = Texts in { $language }
settings-organisation = Name of the organisation
settings-organisation-hint = For example the district or the town.
settings-service-name = Name of the service
settings-service-name-hint = For example participatory budget.
settings-help-hours = When you answer
settings-help-hours-hint = For example Mon to Fri, 9:00 to 17:00.
settings-help-place = Place for help
settings-help-place-hint = For example a library, with its street.
settings-help-place-note = What there is
settings-help-place-note-hint = For example a voting computer.
settings-imprint = Imprint
settings-privacy = Privacy
settings-accessibility = Accessibility statement
settings-text-hint = An empty line parts paragraphs. A line with ## becomes a heading. A dash - begins a list.
settings-preview = See the saved text
settings-preview-empty = No text is saved yet.
settings-preview-page = Open the public page
settings-saved-value = Saved is: { $value }
settings-saved-empty = Saved is: nothing
settings-button = Save
settings-problem-name-missing = Enter the name of the organisation.
settings-problem-service-name-missing = Enter the name of the service.
settings-problem-too-long = Shorten it to 120 characters.
settings-problem-text-too-long = Shorten the text to 20,000 characters.
settings-problem-time-zone-unknown = We do not know this time zone. Write for example Europe/Berlin.
settings-problem-telephone-unreadable = Write the number with digits, blanks and + - / ( ) only.

# How e-mails are sent

settings-test-sent = The test e-mail is on its way to your address. Look into your mailbox in a moment.
settings-mail-title = E-mail
settings-mail-way = Sent
settings-mail-way-smtp = By the server { $server }
settings-mail-way-file = Into a folder, as files. Nobody gets an e-mail.
settings-mail-way-memory = Only as a trial. Nobody gets an e-mail.
settings-mail-checked = Last checked
settings-mail-checked-never = Not yet
settings-mail-checked-well = { $at }: works
settings-mail-checked-bad = { $at }: does not work
settings-mail-waiting = Waiting to be sent
settings-mail-failed = Did not arrive
settings-mail-count = { $count ->
    [0] None
    [one] 1 e-mail
   *[other] { $count } e-mails
}
settings-mail-failed-show = Show
settings-mail-test = Send a test e-mail to me
settings-mail-problem = E-mails cannot be sent
settings-mail-problem-wait = No e-mail is lost. All of them wait until sending works again.
settings-mail-reason = Message:
settings-mail-next-network = The mail server does not answer. Have its name, its port and the network checked.
settings-mail-next-refused = The mail server turns us away. Ask whether it takes e-mails from this machine.
settings-mail-next-tls = The certificate of the mail server does not hold. Have the name and the certificate checked.
settings-mail-next-starttls = The mail server does not encrypt here. Have the port and the encryption checked.
settings-mail-next-sign-in = The mail server does not take our account. Have the user and the password checked.
settings-mail-next-folder = The folder cannot be written. Have its space and its rights checked.
failed-mails-title = E-mails that did not arrive
failed-mails-lead = The mail server refused them. We do not try again. Ask the person for the right address.
failed-mails-back = Back to the settings
failed-mails-unknown = Unknown e-mail
failed-mails-empty = All e-mails arrived.
failed-mails-empty-hint = When one is refused, it appears here with the reason.
