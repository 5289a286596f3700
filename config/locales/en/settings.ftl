# The organisation's settings, in parts.

settings-title = Organisation
settings-lead = These details are on many pages. Each part has a form of its own.
settings-lead-reading = These details stand on many pages. You can read them. Administrators can change them.
settings-last-changed = Last changed on { $at }.
settings-group-look = Name and look
settings-group-help = Help, texts and languages
settings-group-house = Council, neighbourhoods and departments
settings-done = Filled in
settings-not-done = Still missing
settings-now-own = Your own
settings-now-standard = As the program has it
settings-now-texts =
    { $count ->
        [0] No text yet
        [one] One text
       *[other] { $count } texts
    }
settings-now-neighbourhoods =
    { $count ->
        [0] No neighbourhood yet
        [one] One neighbourhood
       *[other] { $count } neighbourhoods
    }
settings-now-workplaces =
    { $count ->
        [0] No workplace yet
        [one] One workplace
       *[other] { $count } workplaces
    }
settings-now-departments =
    { $count ->
        [0] No department yet
        [one] One department
       *[other] { $count } departments
    }
settings-back = All parts
settings-saved = Saved. All pages show the new details now.
settings-changed-title = Somebody else has saved meanwhile
settings-changed = That was on { $at }.
settings-changed-next = What you typed is still in the fields. Compare the two. Then save again.
settings-general = For all languages
settings-texts-in = Texts in { $language }
settings-text-hint = An empty line parts paragraphs. A line with ## becomes a heading. A dash - begins a list.
settings-preview = See the saved text
settings-preview-empty = No text is saved yet.
settings-preview-page = Open the public page
settings-saved-value = Saved is: { $value }
settings-saved-empty = Saved is: nothing
settings-button = Save

settings-part-name = Name
settings-lead-name = Both names stand at the top of every page.
settings-field-name = Name of the organisation
settings-hint-name = For example the district or the town.
settings-field-service-name = Name of the service
settings-hint-service-name = For example participatory budget.

settings-part-logo = Logo
settings-lead-logo = The logo stands at the top of every page, beside the name.
settings-logo-now = This is how it stands on the pages now:
settings-logo-none = The sign of the program still stands there.
settings-logo-file = New logo
settings-logo-file-hint = PNG, JPEG or WebP, up to 2 MB and 4,000 pixels wide and high.
settings-logo-left = Nothing is saved yet: the file was lost at the sign-in. Choose it once more.
settings-logo-alt = What the logo shows, in { $language }
settings-logo-alt-hint = For people who do not see it. Empty means: it shows nothing but the name.
settings-logo-remove = Remove the logo
settings-logo-too-heavy = The file is too large. Choose one of at most 2 MB.
settings-logo-svg = SVG files can hold programs. Save the logo as PNG.
settings-logo-unknown = This file is no picture that we can read. Choose PNG, JPEG or WebP.
settings-logo-too-large = The picture has too many pixels. Make it at most 4,000 by 4,000.
settings-logo-damaged = The file is damaged. Save the picture anew and choose it again.

settings-part-colours = Colours
settings-lead-colours = One colour shows where something can be done. You need one for light and one for dark pages.
settings-field-act-light = Colour on light pages
settings-hint-act-light = For example #12573d. Empty means: the colour of the program.
settings-field-act-dark = Colour on dark pages
settings-hint-act-dark = For example #8ed3a6. Empty means: the colour of the program.
settings-colours-preview = This is how it looks
settings-colours-light = Light pages
settings-colours-dark = Dark pages
settings-colours-words = Words on the colour: { $figure }
settings-colours-button = The colour on the page: { $figure }
settings-colours-look = Look at it first
settings-ratio = { $whole }.{ $rest } : 1

settings-part-help = Help
settings-lead-help = The help stands at the foot of every page. On error pages too.
settings-field-help-telephone = Telephone for help
settings-hint-help-telephone = For example 030 000 00 00. Empty means: no telephone.
settings-field-help-email = E-mail address for help
settings-hint-help-email = For example help@district.example. Empty means: no address.
settings-field-help-hours = When you answer
settings-hint-help-hours = For example Mon to Fri, 9:00 to 17:00.
settings-field-help-place = Place for help
settings-hint-help-place = For example a library, with its street.
settings-field-help-place-note = What there is
settings-hint-help-place-note = For example a voting computer.

settings-part-texts = Imprint, privacy, accessibility
settings-lead-texts = Every page links these three texts.
settings-field-imprint = Imprint
settings-field-privacy = Privacy
settings-field-accessibility = Accessibility statement

settings-part-languages = Languages and time zone
settings-lead-languages = You offer all pages in these languages. At least one must stay.
settings-field-offer-de = German
settings-field-offer-en = English
settings-field-time-zone = Time zone
settings-hint-time-zone = For example Europe/Berlin. All times follow it.

settings-part-words = Your own words
settings-lead-words = What council, neighbourhood and fund are called at your place.
settings-field-council = Your council
settings-hint-council = For example district council.
settings-field-neighbourhood = A neighbourhood
settings-hint-neighbourhood = For example neighbourhood or quarter.
settings-field-fund = Your fund for small projects
settings-hint-fund = For example neighbourhood fund.

settings-part-neighbourhoods = Neighbourhoods
settings-lead-neighbourhoods = Change names and order. Write new neighbourhoods into empty rows.
settings-neighbourhood-name = Name in { $language }
settings-neighbourhood-position = Place in the list
settings-neighbourhood-remove = Remove
settings-neighbourhood-new = New neighbourhood, row { $number }
settings-neighbourhoods-saved = This list is saved

settings-part-easy = Easy language and sign language
settings-lead-easy = Only what you fill in is shown. Have the texts written and checked by specialists.
settings-field-easy-what = What is this?
settings-field-easy-vote = How to vote
settings-field-easy-suggest = How to suggest something
settings-field-sign-language = Page with a video in sign language
settings-hint-sign-language = A page of your own. Its address begins with https://.

settings-problem-missing = Fill in this field.
settings-problem-later = A great deal came from your network within this hour. Your text stands here. Send it again from { $time }, or call us.
settings-problem-too-long = Shorten it to { $most } characters.
settings-problem-line-break = Write everything in one line.
settings-problem-hidden = The text holds a sign that nobody sees. Type it anew.
settings-problem-time-zone = We do not know this time zone. Write for example Europe/Berlin.
settings-problem-telephone = Write the number with digits, blanks and + - / ( ) only.
settings-problem-email = Write an e-mail address such as name@example.org.
settings-problem-web-address = Write an address that begins with https://.
settings-problem-colour = Write the colour with six signs, for example #12573d.
settings-problem-colour-missing = Enter this colour too, or empty both fields.
settings-problem-faint-words = Words on this colour are hard to read: { $figure }. It takes { $limit }. Choose a lighter or a darker one.
settings-problem-faint-light = This colour is hard to see on light pages: { $figure }. It takes { $limit }. Choose a darker one.
settings-problem-faint-dark = This colour is hard to see on dark pages: { $figure }. It takes { $limit }. Choose a lighter one.
settings-problem-no-language = Choose at least one language.
settings-problem-number = Write a number such as 1 or 2.
