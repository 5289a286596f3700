# What the command `allmende tally` prints.

tally-ballots = Ballots: { $ballots }. Projects: { $projects }.
tally-rule = Rule: { $rule }
tally-rule-declared = Rule, as the file names it: { $rule }
tally-ties = Ties: { $ties }
tally-conditions = Conditions beside the budget:
tally-condition-least-votes =
    { $votes ->
        [one] At least 1 vote for each project.
       *[other] At least { $votes } votes for each project.
    }
tally-condition-ceiling = At most { $limit } for { $name } together: { $projects }
tally-condition-incompatible = Only one of { $one } and { $other }.
tally-condition-put-in = { $project } is in before the count. The reason: { $reason }
tally-condition-taken-out = { $project } is out before the count. The reason: { $reason }
tally-notices = Odd, but read in a documented way:
tally-notices-more =
    { $more ->
        [one] and 1 more
       *[other] and { $more } more
    }
tally-notice-line = line { $line }, column { $column }
tally-notice-table = { $table }, line { $line }, column { $column }
tally-notice-blank-line = a blank line, which is skipped
tally-notice-stray-quote = a quote within a cell without quotes, taken as it is
tally-notice-unusual-title = a section title in an unusual form
tally-notice-repeated-project = a project twice on one ballot: a tick counts once, of points the later ones, of places the first
tally-notice-blank-in-list = blanks in a list, which are ignored
tally-notice-none-word = the word None, taken as an empty cell
tally-notice-too-short = fewer projects than the { $number } that META asks for; counted all the same
tally-notice-too-long = more projects than the { $number } that META allows; counted all the same
tally-notice-points-range = points for one project outside of what META allows; counted all the same
tally-notice-points-sum = a sum of points ({ $number }) outside of what META allows; counted all the same
tally-notice-cost-sum = projects that together cost less or more than META allows; counted all the same
tally-notice-no-max-sum-points = cumulative ballots, but META does not say max_sum_points
tally-notice-unknown-mark = a mark that is none of 0, 1, 2 and 3, taken as not selected
tally-notice-tally-disagrees = the ballots give { $number }; the cell is kept and not used
tally-steps = Steps
tally-summary =
    { $chosen ->
        [0] No project is funded. { $left } of { $budget } is left.
        [one] 1 project is funded for { $cost } of { $budget }. { $left } is left.
       *[other] { $chosen } projects are funded for { $cost } of { $budget }. { $left } is left.
    }
tally-summary-places =
    { $chosen ->
        [0] No project is chosen.
        [one] 1 project is chosen.
       *[other] { $chosen } projects are chosen.
    }

tally-name-ranking = most votes first, each project that fits
tally-name-ranking-no-skip = most votes first, up to the first project that does not fit
tally-name-top = the best projects, whatever they cost
tally-name-greedy = most satisfaction for the money first, each project that fits
tally-name-welfare = the best set of projects
tally-name-phragmen = even loads, after Phragmén
tally-name-equal-shares = equal shares

tally-column-place = place
tally-column-cost = cost
tally-column-score = score
tally-column-name = name
tally-column-why = why
tally-column-file = file
tally-column-rule = rule
tally-column-result = result
tally-column-seconds = seconds
tally-column-number = no.
tally-column-projects = projects
tally-column-left = left
tally-column-without-any = without any
tally-column-average-cost = avg. cost
tally-column-average-cardinality = avg. number
tally-column-average-points = avg. points
tally-column-average-borda = avg. Borda
tally-column-average-place-points = avg. place points
tally-column-as-first = same as 1

## Why a project is in

tally-funded = It is funded.
tally-funded-place = It has a place.
tally-funded-paid = It is funded. None of its supporters paid more than { $paid }.
tally-funded-completion = It is funded with money that was left.
tally-funded-replaced = It is funded by most votes first, which took the place of equal shares.
tally-funded-beforehand = It was put in before the count. The reason: { $reason }

## Steps

tally-step-lots = Lots decide between equal projects, drawn from the seed "{ $seed }": { $projects }.
tally-step-put-in = Before the count { $project } is put in. { $left } is left. The reason: { $reason }
tally-step-taken-out = Before the count { $project } is taken out. The reason: { $reason }
tally-step-struck-out = { $project } drops out. { $reason }
tally-step-loaded =
    { $supporters ->
        [one] { $project } is taken for { $cost }. Its only supporter carries { $load } from now on.
       *[other] { $project } is taken for { $cost }. Each of its { $supporters } supporters carries { $load } from now on.
    }
tally-step-loaded-free = { $project } is taken for { $cost }. Nobody supports it.
tally-step-load-end = { $project } is next. It costs { $cost }, and only { $left } was left. So the count ends.
tally-step-best-set = The best set costs { $cost }. Together it is worth { $welfare } to all voters.
tally-step-start =
    { $voters ->
        [one] One voter begins with { $share }.
       *[other] { $voters } voters begin with { $share } each.
    }
tally-step-share-tried =
    { $runs ->
        [one] { $projects ->
            [one] With { $share } each, 1 project for { $cost } is bought.
           *[other] With { $share } each, { $projects } projects for { $cost } are bought.
        }
       *[other] { $projects ->
            [one] In { $runs } runs up to { $share } each, 1 project for { $cost } is bought.
           *[other] In { $runs } runs up to { $share } each, { $projects } projects for { $cost } are bought.
        }
    }
tally-verdict-within = That keeps the budget, so more is tried.
tally-verdict-passes-budget = That passes the budget, so the outcome before it stands.
tally-verdict-exhaustive =
    { $barred ->
        [0] Nothing else that is worth something to somebody fits, so it stands.
       *[other] Nothing else that is worth something to somebody fits and is not ruled out by a condition, so it stands.
    }
tally-verdict-exhaustive-all =
    { $barred ->
        [0] Nothing else fits, so it stands.
       *[other] Nothing else fits that is not ruled out by a condition, so it stands.
    }
tally-verdict-everything-bought =
    { $barred ->
        [0] Everything that is worth something to somebody is bought, so it stands.
       *[other] Everything that is worth something to somebody is bought or ruled out by a condition, so it stands.
    }
tally-step-share = The count that stands gives everybody { $share }.
tally-step-free = { $project } costs nothing and is put in.
tally-step-purchased =
    { $supporters ->
        [one] { $project }: 1 supporter pays { $largest }. All voters together have { $left } left.
       *[other] { $project }: { $supporters } supporters pay { $paid } together, at most { $largest } each. All voters together have { $left } left.
    }
tally-step-purchased-others =
    { $others ->
        [one] 1 other supporter had nothing left and pays nothing.
       *[other] { $others } other supporters had nothing left and pay nothing.
    }
tally-step-considered-taken = Number { $place }, { $project }: it costs { $cost }, { $left } was left. It is taken.
tally-step-considered-misfit = Number { $place }, { $project }: it costs { $cost }, only { $left } was left. It does not fit.
tally-step-equal = Equal, in the order that decided: { $projects }.
tally-step-placed-taken = Number { $place }, { $project }: with a score of { $score } it gets a place.
tally-step-placed-missed =
    { $short ->
        [0] Number { $place }, { $project }: its score of { $score } equals the last place. The rule for ties decided.
       *[other] Number { $place }, { $project }: its score of { $score } is { $short } below the last place.
    }
tally-step-placed-below = Number { $place }, { $project }: its score of { $score } is below the { $threshold } that are needed.
tally-step-placed-none = Number { $place }, { $project }: its score is { $score }. No place was left.
tally-step-compared-kept = With equal shares { $shares } voters get more of their projects, with most votes first { $ranking } do. Equal shares stand.
tally-step-compared-replaced = With equal shares { $shares } voters get more of their projects, with most votes first { $ranking } do. So most votes first holds.

## What files say of themselves

tally-declared-equal =
    { $projects ->
        [one] { $file }: the count by { $rule } gives the 1 project that the file marks as selected.
       *[other] { $file }: the count by { $rule } gives the { $projects } projects that the file marks as selected.
    }
tally-declared-differs = { $file }: the count by { $rule } differs from what the file marks as selected.
tally-declared-only-counted = Only in the count: { $project }, cost { $cost }, score { $score }
tally-declared-only-in-file = Only in the file: { $project }, cost { $cost }, score { $score }
tally-declared-not-countable = { $file } cannot be compared: { $why }
tally-declared-summary = Equal: { $equal }. Different: { $differs }. Not countable: { $other }. Seconds: { $seconds }.
tally-result-equal = equal
tally-result-differs = differs
tally-result-not-countable = not countable
tally-result-difference = only in the count: { $counted }; only in the file: { $declared }
tally-why-no-rule = it names the rule "{ $rule }", which is not exactly defined
tally-why-names-none = it names no rule, as only .pb files and the "meta" of a JSON document do; count it with --rule
tally-why-no-selected = it has no column "selected"
tally-why-refused = it does not count: { $error }
tally-why-unreadable = it cannot be read: { $error }

## How far a long count is

tally-progress-reading = Reading the file
tally-progress-grouping = Bringing identical ballots together
tally-progress-runs = Counting, runs of Equal Shares done: { $done }
tally-progress-choosing = Choosing, projects looked at: { $done }
tally-progress-searching = Searching for the best set, other projects held against it: { $done }

## The same in another form

tally-written = Written: { $file }
tally-written-tables = Tables have no place for the budget and what else is in META. This counts them as the file they come from:

## Several rules side by side

tally-compare-budget = Budget: { $budget }
tally-compare-first-asked = Number 1 is the rule that was asked for. The usual rules follow.
tally-compare-first-declared = Number 1 is the rule that the file names. The usual rules follow.
tally-compare-first-usual = The file names no rule that is exactly defined. These are the usual rules.
tally-compare-averages = "without any" are the voters with no chosen project on the ballot, or only with 0 points or less for it. Averages are per voter, of the chosen projects on the ballot.
tally-compare-differences = What the others choose otherwise than number 1
tally-compare-more = In addition: { $projects }
tally-compare-fewer = Missing: { $projects }
tally-compare-same = The same projects.
tally-compare-fairness = Was a group passed over? (EJR+ up to one project, by cost)
tally-compare-nobody-passed-over = No group was passed over.
tally-compare-passed-over =
    { $voters ->
        [one] 1 voter ({ $part }) who wants project { $project } was passed over. The voter's share of the budget is { $share }, and the project costs { $cost }. The voter got less than that share: the chosen projects on this ballot cost { $gain } together.
       *[other] { $voters } voters ({ $part }) who all want project { $project } were passed over. Their share of the budget is { $share }, and the project costs { $cost }. Each of them got less than that share: the chosen projects on any of these ballots cost at most { $gain } together.
    }
