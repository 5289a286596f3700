# Questions to the office: public answers, asking, answering.

help-title = Questions and answers
help-title-page = Questions and answers, page { $page } of { $pages }
help-lead = Is your question not here? Then ask the office.
help-round-lead = This is about one round only:
help-ask = Ask a question
help-all = All questions and answers
help-search = Search the answers
help-search-hint = All words must stand in the question or the answer. Eight words count at most.
help-search-button = Search
help-found = { $count ->
    [0] Nothing found.
    [one] One answer found.
   *[other] { $count } answers found.
}
help-found-none = Use fewer or other words. Or ask the office with the button above.
help-frequent = Asked often
help-service = How it works
help-answers = Answers of the office
help-answered = The office, { $date }
help-asked = Asked on { $date }
help-empty = There is no answer here yet.
help-empty-hint = Ask the first question. The office answers within 14 days.

## What the program answers itself

help-service-propose = How do I propose something?
help-service-propose-answer = Write what you want, where and why. You can do so while a round takes proposals. At the end you get a tracking number.
help-service-propose-link = Propose something
help-service-found = What became of my proposal?
help-service-found-answer = Enter your tracking number. Then you see where the proposal stands.
help-service-found-link = Find a proposal
help-service-without-email = Can I take part without an e-mail address?
help-service-without-email-answer = Yes. With the code from the letter you vote without an account and without an e-mail address. A proposal needs no address either. Then keep the receipt with the change code in a safe place.
help-service-without-email-link = Propose something
help-service-vote = How do I vote with the letter?
help-service-vote-answer = Enter the code from the letter. Then fill in the ballot and check it. Only after that you cast it.
help-service-vote-link = Vote
help-service-lost-letter = I have lost my letter. What now?
help-service-lost-letter-answer = Call us or come to see us.
help-service-lost-letter-link = What helps without a code
help-service-secret = Is my vote secret?
help-service-secret-answer = Yes. The ballot lies in the box sealed and without a name. No page shows how you voted, not even to the office.
help-service-secret-link = Who can see and do what
help-service-counted = How do I know that my vote counts?
help-service-counted-answer = After casting you get a receipt with a check code. The record says how many ballots were counted. After the result everybody may count again.
help-service-counted-link = To the record

## Asking

ask-title = Ask a question
ask-lead = The office answers within 14 days.
ask-question = What would you like to know?
ask-question-hint = Write nothing personal. At most 2,000 characters.
ask-email = Your e-mail address (optional)
ask-email-hint = For the answer only. It is never public.
ask-public = The office can make question and answer public, without your address. Then the answer helps everybody.
ask-button = Send the question
asked-title = Your question no. { $number }
asked-open = The question has arrived. You get an answer by { $date }.
asked-late = The office wanted to answer by { $date }. Please call us.
asked-answered = The office answered on { $date }.
asked-set-aside = The office does not answer this question.
asked-reason = Reason:
asked-set-aside-next = Do you disagree? Call us, or ask once more.
asked-answer = The answer
asked-is-public = Question and answer are public. They stand here:
asked-is-alone = The answer stands on this page only.
asked-next-title = What happens next
asked-next = The office reads your question. The answer then stands on this page. Until then you need not do anything.
asked-keep = Keep this address. It is the only way back to this page:
asked-yours = Your question
asked-print = You can print this page.

## In the office

questions-title = Questions
questions-lead = Every question needs an answer within 14 days.
questions-new = Write a question yourself
questions-new-lead = Write what many want to know, and the answer with it. Both are public at once.
questions-parts = Parts of the list
questions-part-open = Open: { $count }
questions-part-public = Public: { $count }
questions-part-rest = Others: { $count }
questions-empty-open = No question is open.
questions-empty-public = No question is answered in public.
questions-empty-rest = There is nothing here.
questions-empty-hint = Questions come by the link “Ask the office” at the foot of every page.
questions-row = Question no. { $number }
questions-due = Answer by { $date }
questions-late = Overdue since { $date }
questions-has-place = Asked often: place { $place }
questions-done = Question no. { $number } is now: { $state }.
questions-open-again = Open it again
questions-back = All questions
questions-state = State
questions-state-open = open
questions-state-public = answered in public
questions-state-answered-alone = answered, not public
questions-state-set-aside = not answered
questions-text = The question
questions-about = What is it about?
questions-about-hint = One round, or everything.
questions-about-everything = Everything
questions-asked = Asked on
questions-own = Written by the office itself
questions-answer-by = Answer by
questions-answered = Answered on { $date }
questions-public-page = See the public page
questions-has-email = The person also gets the answer by e-mail:
questions-public = The question as everybody reads it
questions-public-hint = Take out names and everything personal. At most 2,000 characters.
questions-answer = Your answer
questions-answer-hint = In plain words. At most 4,000 characters.
questions-place = Place among “Asked often”
questions-place-hint = If another question has this place, it loses it.
questions-no-place = No place
questions-place-number = Place { $place }
questions-publish = Publish
questions-save = Publish the change
questions-alone = Answer this person alone
questions-alone-hint = Then only this person reads the answer. Later you can change it only by publishing it.
questions-out = Show it in public no more
questions-out-hint = The question leaves the public page. You can publish it again.
questions-out-button = Take it out of public
questions-aside = Not answering
questions-aside-hint = The person sees the reason. You can still answer later.
questions-aside-button = Set the question aside
questions-reason = Why do you not answer?
questions-reason-hint = The reason is not public. The person who asked reads it.
questions-language = Language
questions-language-hint = You write question and answer in this language.
questions-changed-meanwhile = Somebody else was faster
questions-changed-meanwhile-next = Nothing was changed. The question is now: { $state }. What you wrote still stands in the fields.

## Why the office does not answer

set-aside-advertising = Advertising
set-aside-insult = An insult
set-aside-not-for-us = Somebody else is responsible
