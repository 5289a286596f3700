# Impressum, Datenschutz, Barrierefreiheit: die Texte selbst schreibt die Organisation.

legal-imprint = Impressum
legal-privacy = Datenschutz
legal-accessibility = Erklärung zur Barrierefreiheit
legal-empty = Dieser Text fehlt noch.
legal-empty-next = Die Verwaltung trägt ihn in den Einstellungen ein. Fragen beantwortet die Hilfe unten auf der Seite.
