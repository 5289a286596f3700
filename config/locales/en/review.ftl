# Reviewing proposals: in the office, in public, for their authors

review-title = Review
review-title-page =
    { $pages ->
        [one] Reviewing proposals
       *[other] Reviewing proposals, page { $page } of { $pages }
    }
review-lead = What is due first stands first. Each author hears from you within 14 days.
review-round-hint = Decide which way each proposal goes, and say why.
review-back = The whole queue
review-open-again = Open it
review-parts = Parts of the queue
review-part-due = To do: { $count }
review-part-asked = Authors are asked: { $count }
review-part-statements = Statements wanted: { $count }
review-part-decided = Decided: { $count }
review-empty-due = Nothing is to be done.
review-empty-asked = No author is being asked anything.
review-empty-statements = No statement is wanted.
review-empty-decided = Nothing is decided yet.
review-empty-hint = Look at another part, or at all departments.
review-overdue-count =
    { $count ->
        [one] 1 proposal is overdue.
       *[other] { $count } proposals are overdue.
    }
review-of = Whose proposals?
review-of-own = My departments, and those that nobody has
review-of-all = All departments
review-of-nobody = Those that nobody has
review-of-show = Show
review-nobody = no department yet
review-due = due on { $date }
review-overdue = overdue since { $date }
review-statement-wanted = Statement wanted
review-elsewhere = Another department has this proposal. You can read everything, but not decide.
review-not-reviewed = Not everybody can read this proposal. It is not reviewed now.
review-cost-guess = Its author guesses

## What was done, or why not

review-done-decide = The decision on no. { $number } is saved. Everybody can read it now.
review-done-hand_over = No. { $number } is handed over.
review-done-save = Saved. Nobody but the office sees it.
review-done-ask = The author of no. { $number } is asked.
review-done-ask_statement = The department is asked for a statement.
review-done-give_statement = Your statement is saved.
review-refused-kept = What you typed still stands below.
review-refused-changed = Somebody has saved something else meanwhile. Read it on this page. Then save again.
review-refused-not-reviewed = The proposal was taken back or hidden meanwhile.
review-refused-stage = The review has moved on meanwhile, so this cannot be done now.
review-refused-asked = The author may still answer. Wait for the answer or for the day.
review-refused-department = This department no longer works. Choose another one.
review-refused-on-the-ballot = It stands on the ballot. Open the selection again first, as long as nobody can vote.
review-refused-ballot-made = The ballot is made already. Only a later round can vote on this.
review-refused-elsewhere = Another department has the proposal now.

## The form

review-verdict = Decision
review-decide = Save decision and next
review-save = Save without deciding
review-choose-none = please choose
review-field-route = Which way does it go?
review-hint-route = Everybody reads this.
review-field-competence = Whose business is it?
review-hint-competence = Whoever is responsible for it.
review-field-feasibility = Can it be done?
review-hint-feasibility = As far as you can tell today.
review-field-cost-once = Cost, once
review-hint-cost-once = For example 1,500 or 1,500.00.
review-field-cost-yearly = Cost, every year
review-hint-cost-yearly = Care, power, cleaning. Leave it empty if there is none.
review-field-cost-source = Where do the figures come from?
review-hint-cost-source = For example: offer of a firm, estimate of the roads department.
review-field-upkeep = Who pays and does the upkeep?
review-hint-upkeep = Needed when it costs something every year.
review-field-standard = Reason from the library
review-hint-standard = A sentence that stands in every language.
review-field-reason = Reason in your own words
review-hint-reason = Short sentences, everyday words. Everybody reads this.
review-field-next-step = What happens next?
review-hint-next-step = Done directly: by whom and until when. Fund: its telephone number and the next date.
review-field-referred-to = Which other office?
review-hint-referred-to = Name and, if you have it, telephone number.
review-field-original = Number of the other proposal
review-hint-original = Only if another proposal says the same.
review-field-note = Note
review-hint-note = Nobody outside the office reads it.
review-note-title = Only for the office
review-field-question = Your question
review-hint-question = One question is answered sooner than five.
review-field-answer-by = Wait until
review-hint-answer-by = A day within the next 90 days.
review-field-department = Department
review-hint-department = Everybody sees who has the proposal.
review-field-statement = Your statement
review-field-statement-of = Department
review-hint-statement-of = It finds the question in its own queue.
review-field-statement-question = What do you want to know?
review-hint-statement-question = Nobody outside the office reads it.
review-ask = Ask the author
review-ask-hint = The proposal waits until then. You cannot decide before.
review-ask-button = Ask
review-hand-over = Hand over to a department
review-hand-over-hint = The day on which it is due stays the same.
review-hand-over-button = Hand over
review-ask-statement = Ask a department for a statement
review-ask-statement-hint = The proposal stays with you. The statement is due within 7 days.
review-ask-statement-button = Ask for it
review-give-statement = Give the statement
review-plain =
    Words in a sentence on average: { $mean }. The longest sentence has { $longest }. That reads well.
review-not-plain =
    Words in a sentence on average: { $mean }. The longest sentence has { $longest }. Make it two sentences, with 15 words at most.
review-problem-day = Choose a day after today, within 90 days.
review-problem-original = Name another proposal of this round that everybody can read and that is no duplicate itself.
review-problem-too-late = This can no longer be sent. What you typed stands below.

## What a decision lacks

review-fault-not-ours = If it is somebody else's business, choose “another office is responsible”.
review-fault-ours = If it is our business, it cannot go to another office.
review-fault-unfeasible = What cannot be done cannot go this way. Choose “not possible”.
review-fault-feasible = If it can be done, choose another way. Else say that it cannot be done.
review-fault-cost-missing = Enter what it costs. The ballot shows the cost.
review-fault-source-missing = Say where the figures come from.
review-fault-upkeep-missing = Say who pays and does the upkeep.
review-fault-reason-missing = Choose a reason from the library or write one.
review-fault-reason-elsewhere = This sentence does not suit the way. Choose another one.
review-fault-office-missing = Name the office that is responsible.
review-fault-next-step-missing = Say what happens next.
review-fault-original-missing = Enter the number of the other proposal.

## Ways, findings, reasons

review-route-vote = Goes to the vote
review-route-direct = Is done directly
review-route-fund = Goes to the fund for small projects
review-route-not-possible = Not possible
review-route-other-office = Another office is responsible
review-route-duplicate = Joined with another proposal
review-competence-ours = It is our business
review-competence-shared = It is our business together with others
review-competence-other = It is somebody else's business
review-feasibility-feasible = It can be done as it is
review-feasibility-with-changes = It can be done with changes
review-feasibility-unfeasible = It cannot be done
review-found = { $competence }. { $feasibility }.
review-reason-as-proposed = This can be done as it was proposed.
review-reason-changed = This can be done with small changes.
review-reason-small-and-soon = This is small. We do it without a vote.
review-reason-planned = We have planned this already.
review-reason-suits-fund = This suits the fund for small projects in the neighbourhood.
review-reason-too-expensive = This costs more money than there is.
review-reason-not-our-ground = The ground or the building does not belong to us.
review-reason-against-law = A law does not allow this.
review-reason-no-upkeep = Nobody could look after it in the years after.
review-reason-there-already = This is there already.
review-reason-others-decide = Another office decides this. We have passed the proposal on.
review-reason-same-aim = Another proposal wants the same. Both go on together.

## Where a proposal stands

review-standing-received = Received
review-standing-in-review = Being reviewed
review-standing-asked = Question to the author
review-standing-objected = Objection is being looked at
review-standing-vote = Goes to the vote
review-standing-excluded = Not on the ballot
review-standing-direct = Is done directly
review-standing-fund = Goes to the fund
review-standing-not-possible = Not possible
review-standing-other-office = Another office is responsible
review-standing-duplicate = Joined with another proposal
review-next-received = The office gives a first answer by { $date }.
review-next-in-review = Reviewed by: { $department }. The decision is due by { $date }.
review-next-asked = The office waits for the author's answer until { $date }.
review-next-objected = The office answers the objection by { $date }.
review-next-object = The author can object until { $date }. For this the change code is needed.

## What the office says

review-public-title = What the office says
review-verdicts = Decisions
review-earlier = Earlier decision of { $date }
review-original = Goes on with
review-referred-to = Responsible
review-next-step = What happens next
review-once = Costs once
review-yearly = Costs every year
review-upkeep-by = Upkeep: { $who }
review-source = Figures from
review-by = Decided by
review-by-office = the office
review-objection = The author's objection
review-questions = Questions to the author
review-asked-on = asked on { $date }
review-answer-until = answer until { $date }
review-answer-of = Answer of { $date }:
review-no-answer = No answer yet.
review-internal = Only for the office
review-precedents = Earlier decisions on similar proposals
review-precedents-hint = Like cases should go the same way.

## How fast the office answers

review-times-link = How fast the office answers
review-times-title = How fast the office answers
review-times-lead =
    { $count ->
        [one] Whoever proposes something hears from us within 1 day.
       *[other] Whoever proposes something hears from us within { $count } days.
    }
review-times-overdue =
    { $count ->
        [0] At the moment no proposal waits longer than promised.
        [one] At the moment 1 proposal waits longer than promised.
       *[other] At the moment { $count } proposals wait longer than promised.
    }
review-times-caption = From the day of arrival to the first decision
review-times-department = Department
review-times-answered = Answered
review-times-mean = On average
review-times-longest = The longest
review-times-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
review-times-nobody = no department
review-times-none = No proposal has been decided yet.

## For the author

review-own-question = The office asks you something
review-own-question-until = Please answer by { $date }. After that we decide without your answer.
review-own-answer = Your answer
review-own-answer-hint = Nobody but the office reads it.
review-own-answer-button = Send the answer
review-own-object = Object to the decision
review-own-object-until = You can object once, until { $date }. We look at it again within 30 days.
review-own-objection = What do you see differently?
review-own-objection-hint = Nobody but the office reads it.
review-own-object-button = Send the objection
review-own-objected = Your objection
review-own-objected-until = We answer by { $date }.
review-own-objected-answered = We have answered it with another decision. It stands on the public page.
review-own-kept = This is what you typed:
review-own-done-answer = Thank you. The office goes on within 7 days.
review-own-done-object = Your objection has arrived.
