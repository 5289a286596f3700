# A round: where it stands, its rules, its areas

round-moment-announced = The dates of the vote are not set yet.
round-moment-begins = Voting begins on { $date }.
round-moment-open = Voting ends on { $date }.
round-moment-open-ended = You can vote now.
round-moment-counting = Voting has ended. The votes are being counted.
round-moment-result = The result was published on { $date }.
round-act-vote = Vote now
round-act-result = See the result
round-act-propose = Make a proposal
round-act-projects = See the projects
round-see-projects = See the projects
round-imported = This round was taken over from a file. The votes were not cast here.
round-generated = This round is an example. A program made the votes.
round-rules = How this round works
round-who = Who may vote?
round-who-codes = Everybody who was given a code.
round-who-twice = If somebody has two codes, nobody notices.
round-who-accounts = Everybody who lives or works here and has an account.
round-who-codes-and-accounts = Everybody who was given a code or has an account.
round-ways-accounts = You vote with an account. You need an e-mail address for it.
round-ways-both = You vote with a code or with an account.
round-who-twice-accounts = If somebody has two e-mail addresses, nobody notices.
round-who-twice-both = If somebody has a code and an account, nobody notices.
round-who-none = Nobody can vote here. The round was taken over.
round-how = How do you vote?
round-how-points =
    { $total ->
        [one] You have 1 point in each area.
       *[other] You have { $total } points in each area. A project gets { $most } at most.
    }
round-how-approval =
    { $most ->
        [one] You choose 1 project in each area.
       *[other] You choose up to { $most } projects in each area.
    }
round-count = How is it counted?
round-rule-equal-shares = Fair shares: every vote has the same share of the money. A project is funded when its supporters can pay for it together.
round-rule-ranking = Most votes first: projects are funded one after the other, as long as the money lasts.
round-rule-greedy = Most support for the money first: projects are funded one after the other, as long as the money lasts.
round-rule-welfare = The best set: the projects are funded that bring all voters together the most and fit the money together.
round-rule-phragmen = Even loads: the costs are shared among the supporters. Next is always the project that burdens nobody much.
round-rule-top = The best projects get the places.
round-binding = Is the result binding?
round-binding-yes = The result is binding.
round-binding-no = The result is advice.
round-money = How much money is there?
round-areas =
    { $count ->
        [one] The area
       *[other] { $count } areas
    }
round-area-places =
    { $count ->
        [one] 1 place
       *[other] { $count } places
    }
round-area-projects =
    { $count ->
        [one] 1 project
       *[other] { $count } projects
    }
round-more = More about this round
round-ask = Questions about this round, ask the office
round-nav-vote = Vote
round-nav-result = Result
