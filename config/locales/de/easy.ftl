# Die Seite in Leichter Sprache; die Texte selbst schreibt die Organisation.

easy-title = Leichte Sprache
easy-video = Video in Gebärdensprache
easy-what = Was ist das hier?
easy-vote = So stimmen Sie ab
easy-suggest = So machen Sie einen Vorschlag
