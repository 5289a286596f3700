# Seiten, auf denen ein Formular nur gelesen wird.

reading-yes = ja
reading-no = nein
reading-nothing = Nichts eingetragen
