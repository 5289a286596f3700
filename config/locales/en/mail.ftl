# Mails to the office

mail-voting-closed-subject = Voting has ended: certify { $round }
mail-voting-closed-text =
    Hello,

    voting in the round { $round } has ended.
    Next you certify the round. Only then does the program open the ballots and count.

    To the round:
    { $link }

    You get this e-mail because you administer the round.
mail-result-counted-subject = Result counted: publish { $round }
mail-result-counted-text =
    Hello,

    the ballots of the round { $round } are counted.
    Next you look at the result and publish it.

    To the round:
    { $link }

    You get this e-mail because you administer the round.
