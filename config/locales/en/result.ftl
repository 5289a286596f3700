# The result of a round.

result-document-title = Result: { $headline }
result-area-document-title = { $area }: { $headline }

## Head

result-of-round = Result: { $round }
result-published-on = published on { $date }
result-headline-funded =
    { $funded ->
        [0] No project is funded
        [one] 1 of { $projects } projects is funded
       *[other] { $funded } of { $projects } projects are funded
    }
result-headline-chosen =
    { $funded ->
        [0] No project is chosen
        [one] 1 of { $projects } projects is chosen
       *[other] { $funded } of { $projects } projects are chosen
    }
result-voters =
    { $voters ->
        [one] One person voted.
       *[other] { $voters } people voted.
    }
result-ballots =
    { $ballots ->
        [0] There was no ballot.
        [one] One ballot was counted.
       *[other] { $ballots } ballots were counted.
    }
result-money-html = The funded projects cost <b>{ $cost }</b> of the { $budget }.
result-download-jump = Download the result
result-how-jump = How was it counted?
result-print-hint = You can also print this page.

result-generated-title = Made-up ballots
result-generated = A program generated these ballots. Nobody cast them here.
result-imported-title = Imported ballots
result-imported = These ballots come from a file. Nobody cast them here.
result-imported-source = Source: { $source }
result-counted-here = This program counted them in the same way as real ones.

result-next-title = What comes next
result-effect-advice = The result is advice. The decision comes later.
result-effect-advice-by = The result is advice. The decision lies with: { $body }.
result-effect-decision-on = The decision is planned for { $date }.
result-effect-binding = The result stands. The administration carries the projects out.

result-strips-caption = { $budget }, strip by strip. { $left } is left.
result-strips-caption-full = { $budget }, strip by strip. Nothing is left.

## Areas

result-areas-title = The areas
result-areas-hint = Each area has its own money and is counted by itself.
result-areas-hint-seats = Each area is counted by itself.
result-area-nav = Areas
result-area-all = All areas
result-area-why = All projects with reasons
result-area-summary =
    { $funded ->
        [0] No project of { $projects }
        [one] 1 project of { $projects }
       *[other] { $funded } projects of { $projects }
    }
result-area-money = { $cost } of { $budget }
result-area-ballots =
    { $ballots ->
        [one] 1 ballot
       *[other] { $ballots } ballots
    }

## Lists

result-funded-title = Funded
result-chosen-title = Chosen
result-funded-hint = In the order in which the rule chose them.
result-funded-none = The rule chose no project here.
result-unfunded-title = Not funded
result-unchosen-title = Not chosen
result-unfunded-hint = Each project has its reason.
result-unfunded-none = Every project is in.
result-support-points =
    { $voters ->
        [one] { $points ->
            [one] 1 point from 1 person
           *[other] { $points } points from 1 person
        }
       *[other] { $points } points from { $voters } people
    }
result-support-votes =
    { $votes ->
        [one] 1 vote
       *[other] { $votes } votes
    }
result-support-score =
    { $voters ->
        [one] Score { $score } from 1 person
       *[other] Score { $score } from { $voters } people
    }

## Reasons

result-short = { $short } short
result-reason-supporters-had-left = Its supporters had { $left } left together. It cost { $cost }.
result-reason-does-not-fit = When its turn came, { $left } was left. It cost { $cost }.
result-reason-place-label = Place { $place }
result-reason-place-points =
    { $needed ->
        [0] It had as many points as the last place. The rule for ties decided.
        [one] It needed 1 more point for the last place.
       *[other] It needed { $needed } more points for the last place.
    }
result-reason-place-votes =
    { $needed ->
        [0] It had as many votes as the last place. The rule for ties decided.
        [one] It needed 1 more vote for the last place.
       *[other] It needed { $needed } more votes for the last place.
    }
result-reason-place-score =
    { $needed ->
        [0] It had the same score as the last place. The rule for ties decided.
       *[other] It needed { $needed } more for the last place.
    }
result-reason-threshold-label = Too little support
result-reason-threshold-points = { $threshold } points were needed. It had { $score }.
result-reason-threshold-votes = { $threshold } votes were needed. It had { $score }.
result-reason-threshold-score = A score of { $threshold } was needed. It had { $score }.
result-reason-no-supporters-label = Not chosen by anyone
result-reason-no-supporters = Nobody voted for this project.
result-reason-worth-nothing-label = Counted as nothing
result-reason-worth-nothing =
    { $ballots ->
        [one] 1 ballot lists this project. By this rule that counts as nothing.
       *[other] { $ballots } ballots list this project. By this rule that counts as nothing.
    }
result-reason-withdrawn-label = Withdrawn
result-reason-withdrawn = The project was withdrawn before the count.
result-reason-after-first-misfit-label = The count had ended
result-reason-after-first-misfit = The count ends at the first project that no longer fits.
result-reason-load-label = Too great a load
result-reason-load = Each of its supporters would have carried { $load }. The count ended at { $ended }.
result-reason-best-set-label = Not in the best set
result-reason-best-set-tie = A set with this project would be just as good. The rule for ties decided.
result-reason-best-set-dearer = A set with this project would be just as good, but cost { $more } more.
result-reason-best-set-points =
    { $less ->
        [one] Even the best set with this project would have 1 point less in all.
       *[other] Even the best set with this project would have { $less } points less in all.
    }
result-reason-best-set-votes =
    { $less ->
        [one] Even the best set with this project would have 1 vote less in all.
       *[other] Even the best set with this project would have { $less } votes less in all.
    }
result-reason-best-set-cost = Even the best set with this project would be worth { $less } less to all voters together.
result-reason-ceiling = It would have passed the ceiling for { $ceiling }: { $left } was still free, it costs { $cost }.
result-reason-incompatible-label = Ruled out by another
result-reason-incompatible = It cannot be built beside { $project }, which came first.
result-reason-too-few-votes =
    { $votes ->
        [0] At least { $needed } people had to be for it. Nobody was.
        [one] At least { $needed } people had to be for it. 1 person was.
       *[other] At least { $needed } people had to be for it. { $votes } were.
    }
result-reason-taken-out-label = Taken out before
result-reason-taken-out = The project was taken out before the count. The reason: { $reason }
result-reason-not-chosen-label = Not in
result-reason-not-chosen = The rule chose other projects.

## How it was counted

result-how-title = How it was counted
result-how-equal-shares = We used equal shares: every ballot stands for the same amount of money.
result-how-ranking-points = We counted points: the most points come first.
result-how-ranking-votes = We counted votes: the most votes come first.
result-how-ranking-score = We counted scores: the highest score comes first.
result-how-top-points = We gave the places by points. The costs did not count.
result-how-top-votes = We gave the places by votes. The costs did not count.
result-how-top-score = We gave the places by scores. The costs did not count.
result-how-greedy-points = We counted points for the money: the most points for the price come first.
result-how-greedy-votes = We counted votes for the money: the most votes for the price come first.
result-how-welfare = We looked for the best set: the projects that bring all voters together the most and fit the money together.
result-how-phragmen = We shared the costs among the supporters: next comes the project that puts the least load on a person.
result-how-no-ballots = There was no ballot here. So there is nothing to count.
result-how-step-title = { $number }. { $title }

result-step-share-title = Equal shares
result-step-share =
    { $ballots ->
        [one] { $budget } for one ballot: the share is { $share }.
       *[other] { $budget } divided by { $ballots } ballots is { $share } each.
    }
result-step-first-title = Best price first
result-step-first-points = { $project } cost least for each point: { $price }.
result-step-first-votes = { $project } cost least for each person: { $price }.
result-step-first-cost = { $project } had the broadest support. Nobody paid more than { $price }.
result-step-first-unpriced = { $project } came first.
result-step-pay-title = Supporters pay
result-step-pay-points = Only its supporters pay, in proportion to their points.
result-step-pay-evenly = Only its supporters pay, all the same.
result-step-repeat-title = Again
result-step-repeat =
    { $projects ->
        [0] No group could pay for a project.
        [one] Until no group can pay. 1 project for { $cost } was bought.
       *[other] Until no group can pay. { $projects } projects for { $cost } were bought.
    }
result-step-raise-title = All shares rise
result-step-raise =
    { $projects ->
        [one] Alike for all, up to { $share }. Now 1 project for { $cost } is in.
       *[other] Alike for all, up to { $share }. Now { $projects } projects for { $cost } are in.
    }
result-step-raise-none = Even a little more would have cost too much. The shares stay.
result-step-rest-title = The rest
result-step-rest-points =
    { $projects ->
        [0] No other project fits. { $left } is left.
        [one] Then most points for the price: 1 more project fitted. { $left } is left.
       *[other] Then most points for the price: { $projects } more projects fitted. { $left } is left.
    }
result-step-rest-votes =
    { $projects ->
        [0] No other project fits. { $left } is left.
        [one] Then most votes: 1 more project fitted. { $left } is left.
       *[other] Then most votes: { $projects } more projects fitted. { $left } is left.
    }
result-step-rest-price =
    { $projects ->
        [0] No other project fits. { $left } is left.
        [one] Then most votes for the price: 1 more project fitted. { $left } is left.
       *[other] Then most votes for the price: { $projects } more projects fitted. { $left } is left.
    }
result-step-compare-title = The comparison
result-step-compare-kept = With equal shares, { $shares } people get more of their projects. With a ranking, only { $ranking } do.
result-step-compare-replaced = With a ranking, { $ranking } people get more of their projects. So the ranking holds here.
result-step-left-title = Stop
result-step-left = { $left } is left.
result-step-order-title = Ranking
result-step-order-points =
    { $value ->
        [one] { $project } is at the top, with 1 point.
       *[other] { $project } is at the top, with { $value } points.
    }
result-step-order-votes =
    { $value ->
        [one] { $project } is at the top, with 1 vote.
       *[other] { $project } is at the top, with { $value } votes.
    }
result-step-order-score = { $project } is at the top, with a score of { $value }.
result-step-threshold-title = Least number
result-step-threshold =
    { $dropped ->
        [0] Every project reached the least number, { $threshold }.
        [one] 1 project had less than { $threshold } and drops out.
       *[other] { $dropped } projects had less than { $threshold } and drop out.
    }
result-step-take-title = From top to bottom
result-step-take =
    { $projects ->
        [0] Not even the first project fitted.
        [one] 1 project for { $cost } fitted in a row.
       *[other] { $projects } projects for { $cost } fitted in a row.
    }
result-step-misfit-title = The first that does not fit
result-step-misfit = { $project } costs { $cost }. Only { $left } was left.
result-step-skip-title = Skip
result-step-skip =
    { $projects ->
        [0] After that, no project fitted.
        [one] After that, 1 cheaper project fitted.
       *[other] After that, { $projects } cheaper projects fitted.
    }
result-step-stop-title = Here it ends
result-step-stop = That is the rule: no project comes after this one.
result-step-seats-title = Places
result-step-seats =
    { $seats ->
        [one] The project at the top gets the place.
       *[other] The first { $seats } projects get a place.
    }
result-step-last-seat-title = The last place
result-step-last-seat-points = It went to { $project } with { $value } points.
result-step-last-seat-votes = It went to { $project } with { $value } votes.
result-step-last-seat-score = It went to { $project } with a score of { $value }.
result-step-missed-title = Just missed
result-step-missed-points =
    { $needed ->
        [0] { $project } had as many points.
        [one] { $project } needed 1 more point.
       *[other] { $project } needed { $needed } more points.
    }
result-step-missed-votes =
    { $needed ->
        [0] { $project } had as many votes.
        [one] { $project } needed 1 more vote.
       *[other] { $project } needed { $needed } more votes.
    }
result-step-missed-score =
    { $needed ->
        [0] { $project } had the same score.
       *[other] { $project } needed { $needed } more.
    }
result-step-best-set-title = The best set
result-step-best-set =
    { $projects ->
        [0] No project fitted the money.
        [one] No other set brings all voters together more: 1 project for { $cost }.
       *[other] No other set brings all voters together more: { $projects } projects for { $cost }.
    }
result-step-first-load-title = The least load first
result-step-first-load = { $project } came first. Each of its supporters carries { $load }.
result-step-loads-title = Again
result-step-loads =
    { $projects ->
        [one] In this way 1 project for { $cost } was shared out. Nobody carries more than { $load }.
       *[other] In this way { $projects } projects for { $cost } were shared out. Nobody carries more than { $load }.
    }
result-step-loads-none =
    { $projects ->
        [0] No project was shared out.
        [one] In this way 1 project for { $cost } came in.
       *[other] In this way { $projects } projects for { $cost } came in.
    }
result-step-load-end = { $project } costs { $cost }. Only { $left } was left. So the count ends.
result-step-lots-title = Lots
result-step-lots = Lots decided between equal projects. They were drawn before, from the seed: { $seed }
result-step-beforehand-title = Decided before
result-step-beforehand = In before the count: { $funded }. Taken out before the count: { $out }.
result-step-struck-out-title = Conditions
result-step-struck-out =
    { $projects ->
        [one] 1 project broke a condition and dropped out.
       *[other] { $projects } projects broke a condition and dropped out.
    }

result-ties-title =
    { $ties ->
        [one] 1 tie
       *[other] { $ties } ties
    }
result-tie-id = { $winner } and { $loser } were equal. The smaller number came first.
result-tie-file = { $winner } and { $loser } were equal. The one higher on the list came first.
result-tie-min-cost = { $winner } and { $loser } were equal. The cheaper project came first.
result-tie-max-cost = { $winner } and { $loser } were equal. The dearer project came first.
result-tie-max-votes = { $winner } and { $loser } were equal. The project with more votes came first.
result-tie-lot = { $winner } and { $loser } were equal. The lot decided.

result-purchases-summary = Every step as a table
result-purchases-caption = The projects in the order of their turn
result-purchases-step = Step
result-purchases-project = Project
result-purchases-supporters = Supporters
result-purchases-cost = Cost
result-purchases-price-points = Price of a point
result-purchases-price-votes = Price for each
result-purchases-price-cost = At most for each
result-purchases-left = Left after it

## Numbers

result-scores-points-title = Points
result-scores-votes-title = Votes
result-scores-score-title = Scores
result-scores-finding-points-top =
    { $count ->
        [one] The project with the most points is funded.
       *[other] The { $count } projects with the most points are all funded.
    }
result-scores-finding-votes-top =
    { $count ->
        [one] The project with the most votes is funded.
       *[other] The { $count } projects with the most votes are all funded.
    }
result-scores-finding-score-top =
    { $count ->
        [one] The project with the highest score is funded.
       *[other] The { $count } projects with the highest scores are all funded.
    }
result-scores-finding-points-missed = { $project } is number { $place } by points, but is not funded.
result-scores-finding-votes-missed = { $project } is number { $place } by votes, but is not funded.
result-scores-finding-score-missed = { $project } is number { $place } by score, but is not funded.
result-scores-base-points =
    { $ballots ->
        [one] { $total ->
            [one] 1 point on 1 ballot.
           *[other] { $total } points on 1 ballot.
        }
       *[other] { $total ->
            [one] 1 point on { $ballots } ballots.
           *[other] { $total } points on { $ballots } ballots.
        }
    }
result-scores-base-votes =
    { $ballots ->
        [one] { $total ->
            [one] 1 vote on 1 ballot.
           *[other] { $total } votes on 1 ballot.
        }
       *[other] { $total ->
            [one] 1 vote on { $ballots } ballots.
           *[other] { $total } votes on { $ballots } ballots.
        }
    }
result-scores-base-ballots =
    { $ballots ->
        [one] 1 ballot is counted.
       *[other] { $ballots } ballots are counted.
    }
result-table-summary = Numbers as a table
result-scores-caption-points = Points for each project
result-scores-caption-votes = Votes for each project
result-scores-caption-score = Score for each project
result-scores-project = Project
result-scores-cost = Cost
result-scores-outcome = Result
result-scores-funded = funded
result-scores-unfunded = not funded
result-bar-title-points = Points for each project
result-bar-title-votes = Votes for each project
result-bar-title-score = Score for each project
result-bar-description = Filled bars are funded, open bars are not. The table has the same numbers.
result-bar-unfunded = not funded
result-strips-title = { $budget } as a field of strips
result-strips-description = Each strip is a funded project, as wide as its cost. The open strip is what is left.

## Who took part

channel-account = Account
channel-letter-code = Code from the letter
channel-kiosk = Voting computer
channel-paper = Paper
result-turnout-title = Who took part
result-turnout-share = { $share } of { $entitled } people who may vote took part.
result-turnout-unknown = How many could have taken part is not known: people voted with an account.
result-turnout-plain =
    { $total ->
        [one] 1 person took part.
       *[other] { $total } people took part.
    }
result-turnout-bar-title = Ballots by channel
result-turnout-bar-description = One bar for each channel. The table has the same numbers.
result-turnout-channel = Channel
result-turnout-ballots = Ballots
result-turnout-part = Share
result-turnout-total = Together

## Other rules

result-compared-title = And under other rules?
result-compared-lead = The same ballots, counted by other rules. This changes nothing in the result.
result-compared-same = With most votes first it would be exactly these projects too.
result-compared-more-without =
    { $others ->
        [0] With most votes first no other project would be in, but there would be fewer.
        [one] With most votes first 1 other project would be in.
       *[other] With most votes first { $others } other projects would be in.
    } { $people ->
        [one] Then 1 person more would have got none of their projects.
       *[other] Then { $people } people more would have got none of their projects.
    }
result-compared-fewer-without =
    { $others ->
        [0] With most votes first no other project would be in, but there would be fewer.
        [one] With most votes first 1 other project would be in.
       *[other] With most votes first { $others } other projects would be in.
    } { $people ->
        [one] Then 1 person fewer would have got none of their projects.
       *[other] Then { $people } people fewer would have got none of their projects.
    }
result-compared-as-many =
    { $others ->
        [0] With most votes first no other project would be in, but there would be fewer.
        [one] With most votes first 1 other project would be in.
       *[other] With most votes first { $others } other projects would be in.
    }
result-compared-nobody = We checked whether a group was passed over. None was: whoever could pay for a project together got something for it.
result-compared-group =
    { $people ->
        [one] 1 person who voted for "{ $project }" was passed over. Their share of the money is { $share }, the project costs { $cost }. They got less.
       *[other] { $people } people who all voted for "{ $project }" were passed over. Together their share of the money is { $share }, the project costs { $cost }. They got less.
    }
result-compared-summary = All rules as a table
result-compared-caption = The same ballots under several rules
result-compared-rule = Rule
result-compared-projects = Projects
result-compared-common = Of these also here
result-compared-cost = Cost
result-compared-without = People with none of their projects
result-compared-passed = Group passed over
result-compared-yes = yes
result-compared-no = no
result-compared-own = (the rule of this vote)
result-rule-ranking = Most votes first
result-rule-top = The best places
result-rule-greedy = Most support for the money first
result-rule-welfare = The best set
result-rule-phragmen = Even loads (Phragmén)
result-rule-shares = Equal shares, the rest is kept
result-rule-shares-greedy = Equal shares, the rest by support
result-rule-shares-raised = Equal shares, raised step by step
result-rule-shares-raised-greedy = Equal shares, raised step by step, the rest by support
result-rule-shares-compared = Equal shares, raised step by step and compared

## Counting again

result-data-title = Count again yourself
result-data-lead = All ballots without names, the rule and the program are public.
result-data-pb = Result and all ballots as a .pb file, { $size }
result-data-pb-area = { $area }: result and all ballots as a .pb file, { $size }
result-data-result = Result as a CSV file, { $size }
result-data-recount = To count again, download the file and enter this command.
result-data-recount-many = To count again, download the files and enter these commands.
result-data-recount-same = The program must name the same projects as this page.
result-data-rule = Rule, as the program names it:
result-data-check-value = Check value of the file (start of its SHA-256):
result-data-check-value-area = Check value of the file for { $area } (start of its SHA-256):
result-data-withheld =
    { $areas ->
        [one] There is no file for 1 area. It has fewer than { $minimum } ballots.
       *[other] There is no file for { $areas } areas. They have fewer than { $minimum } ballots.
    }
result-data-withheld-here = There is no file for this area. It has fewer than { $minimum } ballots.
result-data-unchanged = Does your file have the same check value? Then nobody changed it.

## No result yet

result-waiting-title = No result yet
result-waiting-not-begun = Voting has not begun.
result-waiting-voting = Voting is still on. Until it ends we show no numbers.
result-waiting-checking = Voting has ended. The administration is now checking how it went.
result-waiting-counting = The ballots are being counted now.
result-waiting-counted = The count is done. The administration publishes the result next.
result-waiting-next = What comes next
result-waiting-opens = Voting begins.
result-waiting-closes = Voting ends.
result-waiting-certify = The administration confirms how it went. Then the count begins.
result-waiting-publish = The result appears on this page.
result-waiting-after-voting = After voting
result-waiting-now = Now
result-waiting-last = At the end
result-waiting-vote = Vote now
result-waiting-round = To the round { $round }
result-waiting-expected = planned for { $date }
