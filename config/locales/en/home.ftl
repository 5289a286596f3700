# Home page

home-title = Home
home-empty = No round is running at the moment.
home-empty-next = As soon as a round begins, you will find it here. For questions, see the help below.
home-only-a-code = You only need the code from your letter. No account, no e-mail.
home-no-letter = No letter?
home-areas = The areas of this round
home-all-areas = See all areas
home-phases = Where the round stands
home-sample =
    { $count ->
        [one] One of { $total } projects
       *[other] { $count } of { $total } projects
    }
home-sample-random = Others every day, picked at random.
home-all-projects =
    { $total ->
        [one] See the project
       *[other] See all { $total } projects
    }
home-money = What it is about
home-money-total = Money in this round
home-rules = All rules of the round
home-others = Other rounds
