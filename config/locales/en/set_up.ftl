# Setting up a round: task list, forms, publication.

set-up-new = Start a new round
set-up-new-lead = At first the round is a draft. Only administrators and auditors see what is in it.
set-up-new-button = Make the draft
set-up-pattern = What should the round begin with?
set-up-pattern-hint = Everything can be changed afterwards.
set-up-preset-citizens = Citizens’ budget
set-up-preset-citizens-hint = Everybody makes proposals. People vote with five points. The money is shared out fairly.
set-up-preset-staff = Ideas of the staff
set-up-preset-staff-hint = Employees send in ideas. Others choose the best one. It is not about money.
set-up-copy = A copy of “{ $round }”
set-up-copy-hint = Takes over texts, areas, topics and rules. Not the title, the dates and the projects.

set-up-title = Set up the round
set-up-hint = The task list shows what is missing before the round can be public.
set-up-change = Change the set-up
set-up-change-hint = The round is public. Every change needs a public reason.
set-up-reading = Read the set-up
set-up-reading-hint = All that the round is made of: texts, areas, rules, dates.
set-up-lead-reading = This is what the round is made of. Administrators can change it.
set-up-back = All tasks
set-up-back-to-round = The round in the office
set-up-cancel = Cancel
set-up-started = The draft is made. Now go through the tasks.
set-up-saved = Saved: { $part }.
set-up-lead-public = This round is public. Every change needs a public reason.
set-up-progress = { $complete } of { $all } tasks are complete.
set-up-state-complete = Complete
set-up-state-incomplete = Not complete
set-up-state-to-do = Not looked at yet
set-up-state-fixed = Settled
set-up-next = What comes next
set-up-may-publish = All tasks are complete. You can make the round public.
set-up-cannot-publish = You can make the round public once all tasks are complete.
set-up-to-publish = Go on to publication
set-up-preview = Look at the preview
set-up-preview-title = Preview
set-up-preview-note = This is a preview.
set-up-preview-hint = Everybody will see the round like this once it is public. Only then do the links on it lead anywhere.

set-up-frozen-voting = This part is settled, because voting has begun.
set-up-frozen-archived = This round is closed. Nothing about it changes any more.
set-up-saved-list = This is the list as it is saved now
set-up-in-language = { $label } ({ $language })
set-up-field-reason = Why do you change this?
set-up-hint-reason = Everybody reads this reason. It stays in the record for good.

set-up-part-basics = Basics
set-up-lead-basics = What is the round called, and what does its result do?
set-up-field-title = Title of the round
set-up-hint-title = Short and with the year, for example: Citizens’ budget 2027.
set-up-field-slug = Name in the web address
set-up-hint-slug = Only a to z, digits and hyphens. Publication and the first codes settle the name.
set-up-field-new-slug = Name in the web address (optional)
set-up-hint-new-slug = Only a to z, digits and hyphens. If you leave it empty, it is made from the title.
set-up-field-currency = Currency
set-up-hint-currency = All amounts of this round are in it.
set-up-field-effect = What does the result do?
set-up-answer-effect-advice = It is advice. The elected body decides afterwards.
set-up-answer-effect-binding = It is binding. The administration carries it out.

set-up-part-texts = Texts
set-up-lead-texts = These texts stand on the page of the round. Write briefly and plainly.
set-up-group-summary = What it is about
set-up-field-summary = What is it about?
set-up-hint-summary = Two or three short sentences, 600 characters at most.
set-up-group-outcome = What happens afterwards
set-up-field-outcome = What happens with the result?
set-up-hint-outcome = For example: who debates it, and by when?

set-up-part-areas = Areas and money
set-up-lead-areas = Each area has a list of its own. It gives out either money or a number of places.
set-up-area = Area { $number }
set-up-area-new = Another area (row { $number })
set-up-field-area-name = Name
set-up-field-money = Money in { $currency }
set-up-field-places = or: number of places
set-up-field-supports = Supports that a proposal needs to reach the ballot; may stay empty
set-up-field-everyone = People from the other areas vote here too
set-up-field-remove = Remove

set-up-part-topics = Topics
set-up-lead-topics = By topics people sort and find proposals. You can do without: then save the empty list.
set-up-topic = Topic { $number }
set-up-topic-new = Another topic (row { $number })
set-up-row-gone = Somebody else has removed this
set-up-field-topic-name = Name

set-up-part-people = Who may take part
set-up-lead-people = Say who proposes, who supports and who votes.
set-up-field-proposers = Who may propose?
set-up-answer-proposers-everybody = Everybody, also without an account
set-up-answer-proposers-employees = Employees only
set-up-answer-proposers-nobody = Nobody: the projects are settled already
set-up-field-supporters = Who may support proposals before the vote?
set-up-answer-supporters-everybody = Everybody
set-up-answer-supporters-employees = Employees only
set-up-answer-supporters-nobody = Nobody: there is no supporting
set-up-group-voters = Who votes
set-up-field-who = Who may vote?
set-up-hint-who = Write here who that is. What really counts is the code or the account.
set-up-field-basis = How do people come to the ballot?
set-up-answer-basis-codes = With a code from a letter
set-up-answer-basis-accounts = With an account: whoever confirms an e-mail address
set-up-answer-basis-codes-and-accounts = With either of the two
set-up-hint-basis = Choose one if you can. With both, a person with a letter and an account could vote twice. Nobody notices that. With accounts, somebody with two e-mail addresses could vote twice.
set-up-group-declaration = What people with an account confirm
set-up-field-declared = What do people confirm before they vote with an account?
set-up-answer-declared-lives-or-works = That they live or work here
set-up-answer-declared-lives = That they live here
set-up-answer-declared-works = That they work here
set-up-hint-declared = Nobody checks it. It is asked once for the round, only of those with an account.
set-up-field-declaration = The sentence in your own words
set-up-hint-declaration = Optional, for instance with a minimum age. Without it we take the usual sentence.
set-up-problem-codes-in-letters = Codes have been made. Whoever has one must be able to vote. Let people come with a code too.

set-up-part-ballot = Ballot and count
set-up-lead-ballot = How do people fill in the ballot, and how is it counted?
set-up-field-format = How do people vote?
set-up-answer-format-points = With points that they share out over the projects
set-up-answer-format-approval = With ticks at the projects that they like
set-up-group-numbers = How many?
set-up-field-total = Points in each area
set-up-hint-total = With points: everybody has so many in each area. 5 is usual.
set-up-field-on-one = Most for one project
set-up-hint-on-one = With points: one project may get so many of them.
set-up-field-ticks = Ticks in each area
set-up-hint-ticks = With ticks: so many are allowed in each area.
set-up-field-rule = How is it counted?
set-up-answer-rule-fair = Fair shares: every vote is worth the same money. So small groups can win something too.
set-up-answer-rule-most-votes = Most votes first, until the money is spent
set-up-answer-rule-best = The best take the places. All areas then need places instead of money.
set-up-answer-rule-other = Another rule, which stands below
set-up-group-experts = For experts
set-up-field-own-rule = Another rule
set-up-hint-own-rule = For example: greedy cost, or: ranking threshold=20. The handbook names all rules.
set-up-field-ties = What decides between equals
set-up-hint-ties = In this order, of: min-cost, max-cost, max-votes, file, id, or a lot such as lot:town-hall-2027.

set-up-part-dates = Dates
set-up-lead-dates = A window begins with its first day at 0:00 and ends when its last day ends. Type a time only where it is different. What stays empty does not take place.
set-up-group-collecting = Collecting proposals
set-up-group-supporting = Supporting proposals
set-up-group-reviewing = Reviewing proposals
set-up-group-selecting = Choosing for the ballot
set-up-group-voting = Voting
set-up-group-promises = Afterwards
set-up-field-opens-date = First day
set-up-field-opens-time = Time (optional)
set-up-field-closes-date = Last day
set-up-field-closes-time = Time at the end (optional)
set-up-field-result-date = The result is due on (optional)
set-up-field-decision-date = The elected body is to decide on (optional)

set-up-part-privacy = Privacy
set-up-lead-privacy = When do proposals appear, and what is kept about people?
set-up-field-checked = When do proposals become public?
set-up-answer-checked-first = Only after somebody of the office has read them
set-up-answer-checked-at-once = At once. What breaks the rules is hidden afterwards.
set-up-read-privacy = Read the privacy page
set-up-group-kept = What is kept
set-up-field-confirmed = I have read the privacy page of this service. It holds for this round too.

set-up-now-areas =
    { $count ->
        [one] 1 area
       *[other] { $count } areas
    }
set-up-now-topics =
    { $count ->
        [0] No topics
        [one] 1 topic
       *[other] { $count } topics
    }
set-up-now-voting = Voting from { $from } to { $until }

set-up-lack-not-saved = Nobody has looked at this part and saved it.
set-up-lack-title = The title is missing in one language.
set-up-lack-summary = What it is about is missing.
set-up-lack-outcome = What happens with the result is missing.
set-up-lack-who-may-vote = Who may vote is missing.
set-up-lack-no-area = There is no area yet.
set-up-lack-area-name = An area has no name in one language.
set-up-lack-topic-name = A topic has no name in one language.
set-up-lack-rule-needs-places = The rule gives out places. But an area has money.
set-up-lack-rule-needs-other-ballots = The rule cannot count such ballots.
set-up-lack-no-voting = Voting needs a beginning and an end.
set-up-lack-voting-over = Voting would be over already.
set-up-lack-window-over = Collecting or supporting would be over already.
set-up-lack-result-too-early = The result is promised before voting ends.
set-up-lack-decision-too-early = The decision is promised before the result.
set-up-lack-no-collecting = People may propose, but the time for it is missing.
set-up-lack-no-supporting = People may support, but the time for it is missing.

set-up-problem-at = { $field }: { $problem }
set-up-problem-slug = Write only a to z, digits and single hyphens, such as lindenau-2027.
set-up-problem-slug-taken = Another round has this name. Choose another one.
set-up-problem-stays = The round is public. So its address and currency stay.
set-up-problem-in-letters = There are codes for this round. Their letters carry this address, so it stays.
set-up-problem-choice = Choose an answer.
set-up-problem-money = Write an amount above 0, such as 120,000.
set-up-problem-count = Write a whole number from 1 to 100.
set-up-problem-places = Write a whole number from 1 to 1,000.
set-up-problem-supports = Write a whole number from 1 to 1,000,000, or nothing.
set-up-problem-money-or-places = Fill in either money or places.
set-up-problem-area-in-use = This area has projects or codes already. Take the tick away again.
set-up-problem-area-frozen = Leave it at money or at places as before. The projects on the ballot are frozen. To change that, open the selection again.
set-up-problem-topic-in-use = This topic is in use already. Take the tick away again.
set-up-problem-more-on-one = One project cannot get more points than everybody has.
set-up-problem-rule = There is no such rule. Write it as in the handbook, for example: greedy cost.
set-up-problem-rule-misfits = This rule cannot count such ballots. Choose another rule or other ballots.
set-up-problem-ties = Write only the words that are named, with commas between them.
set-up-problem-date = Write a date, such as 2027-09-01.
set-up-problem-time = Write a time, such as 18:00.
set-up-problem-time-skipped = This time does not exist on that day, because the clocks go forward. Choose another one.
set-up-problem-date-missing = The day for this time is missing.
set-up-problem-backwards = The end lies before the beginning. Check both days.
set-up-problem-beginning-passed = This window has begun. Its beginning stays.
set-up-problem-beginning-in-the-past = The new beginning lies in the past. Choose a later day.
set-up-problem-end-passed = This window is over. It stays as it was.
set-up-problem-end-in-the-past = The new end lies in the past. Choose a later day.
set-up-problem-voting-open = Voting is open. You move its end on the page of the round.
set-up-problem-voting-needs-both = Voting needs a beginning and an end.
set-up-problem-not-confirmed = Read the privacy page, then set the tick.
set-up-problem-reason-missing = Write why you change this.
set-up-problem-reason-too-short = Write the reason a little more fully, at least 10 characters.
set-up-problem-reason-too-long = Shorten the reason to 500 characters at most.

set-up-publish-title = Make the round public
set-up-publish-lead = All tasks are complete. One click makes the round public, and for good.
set-up-publish-then = This is what happens then
set-up-publish-address = Everybody can read the round. Its address is:
set-up-begins = { $window } begins on { $date }.
set-up-begins-now = { $window } begins at once.
set-up-publish-stays = Its address and its currency are settled then.
set-up-publish-record = The publication stands in the public record.
set-up-publish-changes = Until voting begins you can still make changes. Each of them then needs a public reason.
set-up-publish-button = Make the round public
set-up-changed-title = Somebody has changed the round meanwhile
set-up-changed-next = Read once more what holds now. Then publish.
set-up-missing = This is still missing
