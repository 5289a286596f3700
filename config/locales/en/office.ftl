# The office: what waits, the rounds, and what is done with them.

office-title = Office
office-nav-dashboard = Overview
office-nav-people = People
office-nav-record = Record
office-nav-settings = Organisation
office-nav-barriers = Barriers
office-nav-questions = Questions
office-nav-tokens = Tokens
office-nav-mails = E-mails
office-nav-site = Public site

## Overview

office-dashboard-title = What needs doing today
office-dashboard-waits =
    { $count ->
        [0] Nothing is waiting
        [one] One thing is waiting
       *[other] { $count } things are waiting
    }
office-dashboard-nothing = There is nothing for you to do right now.
office-set-up =
    { $count ->
        [one] One step to the first round
       *[other] { $count } steps to the first round
    }
office-set-up-left =
    { $count ->
        [one] One step is still missing
       *[other] { $count } steps are still missing
    }
office-set-up-name = Enter the name
office-set-up-name-why = The name of your town stands on every page, in every e-mail and on every letter.
office-set-up-help = Enter where people get help
office-set-up-help-why = Whoever is stuck calls or writes. Number and address stand on every page.
office-set-up-texts = Write imprint, privacy and accessibility
office-set-up-texts-why = The law asks for these three texts.
office-set-up-administrator = Invite a second administrator
office-set-up-administrator-why = If one is away, the other helps. Some steps take two.
office-dashboard-rounds = Rounds
office-dashboard-no-rounds = There is no round yet.
office-dashboard-table = All rounds
office-round-column = Round
office-phase-column = State
office-date-column = Date
office-ballots-column = Ballots

office-task-certify-title = { $round }: certify the voting
office-task-certify = Voting ended on { $ended }. Once you certify, the count begins.
office-task-publish-title = { $round }: publish the result
office-task-publish = The count was done on { $counted }. Nobody sees the result yet.
office-task-count-failed-title = { $round }: the count has stopped
office-task-count-failed = No ballot is lost. Call your technical staff and name the reference { $reference }.
office-task-counting-title = { $round }: the count is running
office-task-counting = There is nothing for you to do.
office-task-closes-today-title = { $round }: voting ends today
office-task-closes-today = Last moment: { $until }. Until then you can extend it.
office-task-key-missing-title = { $round }: nobody can vote
office-task-key-missing = The round’s key is missing or does not fit. Call your technical staff now.
office-state-waiting = Waiting for you
office-state-running = Running
office-state-now = At once
office-state-today = Today

## One round

office-all-rounds = All rounds
office-back-to-round = Back to the round
office-round-public = See the public page
office-round-schedule = Dates
office-round-opens = Voting begins
office-round-closes = Voting ends
office-round-closed = Voting ended
office-round-certified = Certified
office-round-counted = Counted
office-round-published = Published
office-round-open-end = no date yet
office-round-rules = Rules of the round
office-round-format = Ballot
office-round-rule = Count
office-round-roll = May vote
office-round-roll-unknown = Not known: people also come with an account.
office-round-roll-people =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
office-round-content = Content
office-round-areas =
    { $count ->
        [one] 1 area
       *[other] { $count } areas
    }
office-round-projects =
    { $count ->
        [one] 1 project
       *[other] { $count } projects
    }
office-round-signatures = Signatures
office-round-signatures-needed =
    { $count ->
        [one] 1 administrator certifies
       *[other] { $count } different administrators certify
    }
office-round-acts = What you can do now
office-round-no-acts = There is nothing to do in this round right now.
office-round-extend = Extend voting
office-round-extend-hint = With a new end and a public reason.
office-round-close = End voting early
office-round-close-hint = This holds at once and cannot be undone.
office-round-certify = Certify the voting and count
office-round-certify-hint = Opens the ballots and destroys the key.
office-round-count = See the count
office-round-count-hint = Shows how far it is.
office-round-publish = Publish the result
office-round-publish-hint = You look at it first.
office-round-decisions = Enter the council’s decisions
office-round-decisions-read = Read the council’s decisions
office-round-decisions-hint = For each project: what was decided, when and why.
office-round-council-paper = Print the paper for the council
office-round-council-paper-hint = Two pages to tick in the sitting.
office-round-result = See the result
office-round-result-hint = As everybody sees it.

office-done-extended = Voting is extended. Before: { $before }. Now: { $after }.
office-done-closed = Voting has ended. Planned was: { $before }. End: { $after }.
office-done-published = The result is public.
office-done-published-link = See the result
office-done-decided = The round now stands at “Decision”.
office-done-round-published = The round is public now.
office-done-round-published-link = Look at the public page

office-ballots-title = Ballots by day and channel
office-ballots-none = There is no ballot yet.
office-ballots-lead =
    { $total ->
        [one] There is 1 ballot so far.
       *[other] There are { $total } ballots so far.
    }
office-ballots-lead-share =
    { $total ->
        [one] There is 1 ballot so far, { $share } of those who may vote.
       *[other] There are { $total } ballots so far, { $share } of those who may vote.
    }
office-ballots-hint = The office knows no more than these numbers.
office-ballots-day = Day
office-ballots-sum = Together

office-record-title = Record
office-record-hint = These steps stay for ever. They carry no names.
office-record-none = The record is still empty.

## Extend

office-extend-title = Extend voting
office-extend-now = It ends on { $closes } now.
office-extend-new = New end
office-extend-date = Day
office-extend-date-hint = The new end must be after the present one.
office-extend-time = Time
office-extend-time-hint = Time zone { $zone }
office-reason = Public reason
office-reason-hint = Anyone can read it. At most 500 characters.
office-extend-effect-title = What happens then
office-extend-effect-window = Everybody can vote until the new end, and replace their vote.
office-extend-effect-record = The record keeps the old end, the new end and the reason.
office-extend-effect-once = You cannot undo it. But you can end voting early.
office-extend-button = Extend now

## End early

office-close-title = End voting early
office-close-now = The planned end is { $closes }.
office-close-effect-title = What happens then
office-close-effect-window = At once nobody can vote any more. Open ballots come too late.
office-close-effect-ballots =
    { $ballots ->
        [0] There is no ballot so far.
        [one] There is 1 ballot, and it counts.
       *[other] There are { $ballots } ballots, and they count.
    }
office-close-effect-record = The record keeps the end and the reason.
office-close-effect-once = You cannot undo it.
office-close-instead = Extend instead
office-confirm = Name of the round
office-confirm-hint = To be safe, type “{ $title }”.
office-close-button = End voting now

## Certify

office-certify-title = Certify the voting
office-certify-lead = You confirm that everything went right. Then the count begins.
office-certify-ended = Voting ended
office-certify-ballots = Ballots in the box
office-certify-participations = People who voted, by the roll
office-certify-unknown = How many could have voted is not known: people voted with an account.
office-certify-equal = Both numbers are the same.
office-certify-unequal = The numbers differ. Do not certify. Call your technical staff.
office-certify-signatures = Signatures
office-certify-signatures-of = { $given } of { $required }
office-certify-steps-title = This happens, in this order
office-certify-step-open-title = Open the box
office-certify-step-open = The ballots are shuffled. None carries a name.
office-certify-step-key-title = Destroy the key
office-certify-step-key = After that, nobody can join a vote to a person.
office-certify-step-count-title = Count
office-certify-step-count = The program counts by the rule. You watch.
office-certify-step-publish-title = Publish
office-certify-step-publish = You do that yourself, later. Until then only the office sees it.
office-certify-once = You cannot undo this. Do you keep a copy of the key? Destroy it yourself.
office-small-areas =
    { $count ->
        [one] 1 area has fewer than { $minimum } ballots. There we publish sums only: { $areas }.
       *[other] { $count } areas have fewer than { $minimum } ballots. There we publish sums only: { $areas }.
    }
office-certify-button = Certify and count
office-certify-signed = You have signed already. Now somebody else must sign.

## Count

office-count-title = Count
office-count-waiting = The count is about to begin.
office-count-opening = The box is being opened: { $done } of { $total } ballots.
office-count-counting =
    { $total ->
        [one] The area is being counted.
       *[other] { $done } of { $total } areas are counted.
    }
office-count-done = Counted on { $at }.
office-count-failed = The count has stopped. No ballot is lost.
office-count-failed-again = Next try: { $again }
office-count-failed-call = Call your technical staff and name the reference { $reference }.
office-count-refresh =
    { $seconds ->
        [one] This page loads again every second.
       *[other] This page loads again every { $seconds } seconds.
    }
office-count-leave = You can leave the page. The count goes on.
office-count-table = State of the areas
office-count-area = Area
office-count-ballots = Ballots
office-count-state = State
office-count-area-waiting = waiting
office-count-area-running =
    { $runs ->
        [0] running
        [one] running, 1 run
       *[other] running, { $runs } runs
    }
office-count-area-done =
    { $funded ->
        [0] done: no project of { $projects }
        [one] done: 1 project of { $projects }
       *[other] done: { $funded } projects of { $projects }
    }
office-count-publish = See the result and publish it

## Publish

office-publish-title = Publish the result
office-publish-lead = Counted on { $counted }. Only the office sees it so far.
office-publish-preview = This is the result
office-publish-ties =
    { $ties ->
        [one] One tie had to be decided.
       *[other] { $ties } ties had to be decided.
    }
office-publish-effect-title = What happens then
office-publish-effect-page = Everybody sees the result, with its reasons and steps.
office-publish-effect-ballots =
    { $ballots ->
        [0] There are no ballots to download.
        [one] 1 ballot without a name can be downloaded.
       *[other] { $ballots } ballots without names can be downloaded.
    }
office-publish-effect-unique =
    { $unique ->
        [0] Every ballot appears more than once.
        [one] 1 ballot appears only once. Whoever cast it can recognise it.
       *[other] { $unique } ballots appear only once. Whoever cast them can recognise them.
    }
office-publish-effect-once = You cannot undo it.
office-publish-check-value = Check value of the result:
office-publish-button = Publish now

## Somebody was faster

office-conflict-title = Somebody else was faster
office-conflict-lead = What you sent has changed nothing.
office-conflict-end-moved = Meanwhile the end of voting was moved: { $closes }.
office-conflict-closed = Meanwhile voting ended on { $at }.
office-conflict-certified = Meanwhile the voting was certified on { $at }.
office-conflict-published = Meanwhile the result was published on { $at }.
office-conflict-recounted = Meanwhile the ballots were counted again. Look at the new result.
office-conflict-kept = This is what you had written
office-conflict-go = To the round

## Mistakes in the forms

office-problem-date-missing = Enter the new day.
office-problem-date-unreadable = Write the day like this: 2027-10-17.
office-problem-time-missing = Enter the time.
office-problem-time-unreadable = Write the time like this: 23:59.
office-problem-time-skipped = This time does not exist. The clocks go forward. Choose another one.
office-problem-end-is-past = The new end is already over. Choose a later day.
office-problem-end-not-later = The new end is not after the present one. Choose a later day.
office-problem-end-too-far = The new end is more than a year away. Choose an earlier day.
office-problem-reason-missing = Write the public reason.
office-problem-reason-too-short = Write a little more: at least 10 characters.
office-problem-reason-too-long = Shorten the reason to 500 characters.
office-problem-confirm-missing = Type the name of the round.
office-problem-confirm-differs = The name is not the same. Type it exactly as it stands here.
