# The projects on the ballot: list and single project

projects-title = Projects
projects-title-page =
    { $pages ->
        [one] Projects
       *[other] Projects, page { $page } of { $pages }
    }
projects-area = Area
projects-all-areas = all areas
projects-show = Show
projects-list = List
projects-count =
    { $count ->
        [one] 1 project is on the ballot.
       *[other] { $count } projects are on the ballot.
    }
projects-count-in-area =
    { $count ->
        [one] { $area }: 1 project is on the ballot.
       *[other] { $area }: { $count } projects are on the ballot.
    }
projects-random = The order is random and changes every day.
projects-none = There is no project here yet.
projects-number = No. { $number }
projects-number-label = Number on the ballot
projects-all = All projects
projects-drawing = A drawing for the topic. There is no photograph.
projects-about = What it is about
projects-facts = Key facts
projects-cost = Cost
projects-area-money = Money for the area
projects-place = Place
projects-vote-open = On the ballot
projects-vote-until = You can vote until { $date }.
projects-vote-how = You vote with the code from your letter. You do not need an account.
projects-vote-next = After voting, the votes are counted. The result then stands on these pages.
projects-vote-coming = Soon on the ballot
projects-vote-closed = Voting has ended
projects-funded = Funded
projects-not-funded = Not funded
projects-result-out = The result is out
