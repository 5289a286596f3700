# Pages on which a form is only read.

reading-yes = yes
reading-no = no
reading-nothing = Nothing entered
