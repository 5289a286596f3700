# Imprint, privacy, accessibility: the organisation writes the texts themselves.

legal-imprint = Imprint
legal-privacy = Privacy
legal-accessibility = Accessibility statement
legal-empty = This text is still missing.
legal-empty-next = The office enters it in the settings. For questions, see the help below.
