# What the council decided: for everybody, and in the office to be entered.

# How the council is called where the organisation has no name of its own for it.
council-name = Council
council-outcome-carried-out = Will be done
council-outcome-changed = Will be done differently
council-outcome-not-carried-out = Will not be done
council-outcome-not-competent = Another office is responsible
council-paper-is = Paper { $paper }
council-corrected = Entry corrected
council-decision-of = Decision: { $council }
council-decision-open = Not decided yet
council-next = Who decides next: { $council }.
council-progress-open = { $council }: nothing is decided yet.
council-progress-some = { $council }: { $decided } of { $chosen } projects are decided.
council-progress-all = { $council }: everything is decided.

## In the office: the list

council-title = Decisions: { $council }
council-title-page = Decisions: { $council }, page { $page } of { $pages }
council-back = To the decisions
council-waiting = What was decided is entered here. It begins once the result is public.
council-waiting-until = The result is planned for { $date }.
council-waiting-open = There is no date for the result yet.
council-open =
    { $open ->
        [one] 1 of { $chosen } chosen projects is still open.
       *[other] { $open } of { $chosen } chosen projects are still open.
    }
council-none-open = All chosen projects are decided.
council-concluded-on = Completed on { $date }. Entries can still be corrected.
council-conclude-link = Say now that everything is decided
council-paper-link = Paper to print
council-sitting = The sitting
council-sitting-hint = Enter everything from one sitting at once. What stays open stays open.
council-date = Day of the sitting
council-date-hint = For example 18.11.2027.
council-paper-number = Number of the paper
council-paper-number-hint = If there is one. At most 60 characters.
council-reasons-hint = Everybody can read the reason, 10 to 500 characters. Only “Will be done” needs none.
council-chosen = Chosen projects, in the order of the result
council-others =
    { $count ->
        [one] 1 project that was not chosen
       *[other] { $count } projects that were not chosen
    }
council-others-hint = You need not enter anything here. You can, if something was decided.
council-outcome = Decision
council-not-decided = Still open
council-reason = Reason
council-reason-hint = Everybody can read it, 10 to 500 characters. Only “Will be done” needs none.
council-save = Save decisions
council-save-next = Everybody sees the decisions at once. Whoever made the proposal gets an e-mail if we have an address.
council-saved =
    { $count ->
        [one] 1 decision is saved and public.
       *[other] { $count } decisions are saved and public.
    }
council-meanwhile-title = Somebody else was faster
council-meanwhile = These projects have a decision by now. Nothing of yours is saved yet. Look at it and save the rest again.
council-meanwhile-outcome = You had chosen: { $outcome }.
council-meanwhile-reason = Your reason:
council-problem-date-missing = Write the day of the sitting.
council-problem-date-unreadable = Write the day of the sitting like this: 18.11.2027.
council-problem-date-in-future = This day is still to come. Write the day of the sitting.
council-problem-date-before-end = On this day people were still voting. Write the day of the sitting.
council-problem-paper-too-long = Shorten the number of the paper to 60 characters.
council-problem-paper-unreadable = Write the number of the paper again, in one line.
council-problem-nothing = Choose for at least one project what was decided.
council-problem-outcome-missing = Choose what was decided.
council-problem-outcome-missing-of = Project { $number }: Choose what was decided.
council-problem-reason-missing = Write the reason.
council-problem-reason-missing-of = Project { $number }: Write the reason.
council-problem-reason-too-short-of = Project { $number }: Write a little more of a reason, at least 10 characters.
council-problem-reason-too-long-of = Project { $number }: Shorten the reason to 500 characters.
council-problem-unchanged = The entry says this already. Change what is wrong.

## In the office: correcting

council-correct = Correct
council-correct-title = Correct the entry: project { $number }
council-now = What it says now
council-correct-next = What stood there before stays in the record. Whoever made the proposal gets another e-mail if we have an address.
council-why = Why do you correct the entry?
council-why-hint = Everybody can read it in the record. 10 to 500 characters.
council-correct-button = Correct the entry
council-correction-saved = The entry is corrected.

## In the office: completing

council-conclude-title = Everything decided: { $council }
council-conclude-open =
    { $open ->
        [one] 1 chosen project is still open. Enter the decision first.
       *[other] { $open } chosen projects are still open. Enter the decisions first.
    }
council-conclude-enter = Enter decisions
council-conclude-effect-title = What happens then
council-conclude-effect-phase = Everybody sees the round at “Decision”.
council-conclude-effect-result = The result stays as it is.
council-conclude-effect-correct = You can still correct entries.
council-conclude-effect-once = This cannot be taken back.
council-conclude-button = Say that everything is decided

## The paper

council-paper-title = Paper: { $council }
council-paper-heading = Result for debate: { $round }
council-paper-hint = Two pages for the sitting. Print this page with your browser.
council-paper-print = Print the paper
council-paper-advice = The result is advice.
council-paper-ticks = Tick one column for each project.
council-paper-project = Project
council-paper-points = Points
council-paper-votes = Votes
council-paper-score = Score
council-paper-figure = { $count }
council-paper-carry-out = Carry out
council-paper-reject = Reject
council-paper-not-competent = Not competent
council-paper-how = How the result came about
council-paper-people = People who voted
council-paper-share = { $share } of { $entitled } entitled
council-paper-limits = What you should know
council-paper-generated = A program made these ballots. Nobody cast them.
council-paper-imported = The ballots came from a file. They were not cast here.
council-paper-ties =
    { $ties ->
        [one] Once two projects were equal. The rule for ties decided.
       *[other] { $ties } times two projects were equal. The rule for ties decided.
    }
council-paper-no-ties = No tie decided the result.
council-paper-small = Fewer than { $minimum } ballots, so they carry little weight: { $areas }.
council-paper-no-channels = How many voted in which way is not told here. One way had fewer than { $minimum } ballots.
council-paper-more = Public since { $date }. All figures, each reason and the ballots:
council-take-back-title = Entered for the wrong project?
council-take-back-lead = Take the entry back. The project then waits for its decision again. The author gets an e-mail if we have an address.
council-take-back-why = Why is it taken back?
council-take-back-why-hint = Anyone can read it: 10 to 500 characters.
council-take-back-button = Take the entry back
council-taken-back = The entry is taken back. It stays in the record.
council-problem-concluded = Correct the entry above: the council has already decided on everything.
