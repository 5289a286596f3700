# What people propose: list, single proposal, the way by its number

proposals-title = Proposals
proposals-title-page =
    { $pages ->
        [one] Proposals
       *[other] Proposals, page { $page } of { $pages }
    }
proposals-filter = Search proposals
proposals-words = Words
proposals-words-hint = All words must stand in the proposal. Eight words count at most.
proposals-area = For which area
proposals-all-areas = everything
proposals-whole-round = the whole round
proposals-topic = Topic
proposals-all-topics = all topics
proposals-cost = Guessed cost
proposals-all-costs = any cost
proposals-cost-below = less than { $below }
proposals-cost-between = { $from } to less than { $below }
proposals-cost-from = { $from } and more
proposals-cost-unknown = without a guess
proposals-cost-guess = about { $cost }
proposals-cost-note = This is a guess. Nobody has checked it yet.
proposals-state = State
proposals-all-states = any state
proposals-order = Order
proposals-order-random = random
proposals-order-newest = newest first
proposals-order-area = area by area
proposals-order-supported = most supported first
proposals-show = Show
proposals-all = See all proposals
proposals-list = List
proposals-count =
    { $count ->
        [one] 1 proposal found.
       *[other] { $count } proposals found.
    }
proposals-count-withdrawn =
    { $count ->
        [one] 1 proposal was taken back.
       *[other] { $count } proposals were taken back.
    }
proposals-random = The order is random and changes every day.
proposals-withdrawn-hint = What was taken back can no longer be read. That is why nothing else is searched here.
proposals-none = Nobody has proposed anything here yet.
proposals-none-found = Nothing fits your search. Use fewer words, or see all proposals.
proposals-to-round = How this round works
proposals-csv = This list as a table (CSV)

## Where a proposal stands

proposals-state-received = Received
proposals-state-unchecked = Received, is being read first
proposals-state-hidden = Hidden
proposals-state-withdrawn = Taken back
proposals-collecting-from = Proposals are taken from { $date } on.
proposals-collecting-now = Proposals are taken now.
proposals-collecting-until = Proposals are taken until { $date }.
proposals-collecting-over = Proposals were taken until { $date }.
proposals-unchecked-lead = The proposal has arrived. The office reads it before everybody can see it.
proposals-unchecked-next = As soon as it has been read, the text stands here.
proposals-hidden-lead = The office has hidden this proposal. It is not deleted.
proposals-rule = Rule
proposals-reason = Reason
proposals-object = Do you see it differently? Then object. Write to us or call us and name the number.
proposals-object-next = We look at it again. The proposal can be shown again at any time.
proposals-withdrawn-lead = Whoever proposed this has taken it back. The text can no longer be read.
proposals-withdrawn-on = Taken back on { $date }

## A proposal

proposals-back = Back to the list
proposals-number = Proposal no. { $number }
proposals-number-label = Number
proposals-about = What it is about
proposals-facts = Key facts
proposals-place = Place
proposals-author = Proposed by
proposals-name-hidden = The office has hidden the name. Rule: { $rule }.
proposals-no-name = no name given
proposals-received-label = Received
proposals-received-on = received on { $date }
proposals-source = How it came in
proposals-source-web = entered on these pages
proposals-source-web-helped = entered on these pages with the help of the office
proposals-source-paper = on a form
proposals-source-paper-helped = entered by the office from a form
proposals-source-phone = by telephone
proposals-source-phone-helped = told by telephone, entered by the office
proposals-source-meeting = at a meeting
proposals-source-meeting-helped = told at a meeting, entered by the office
proposals-source-mail = by letter or e-mail
proposals-source-mail-helped = entered by the office from a letter or an e-mail
proposals-voice-relative = for somebody whom they care for
proposals-voice-group = for a group
proposals-voice-employee = as an employee
proposals-offers = What people bring themselves
proposals-offers-note = Offers change no vote and no rank.
proposals-offer-by-group = (a group)
proposals-offer-hours = Hours of work
proposals-offer-skill = Something they can do
proposals-offer-goods = Things
proposals-offer-place = A room or a piece of land
proposals-offer-care = Care that lasts
proposals-print = You can print this page.
proposals-who = Who may propose?
proposals-by-everybody = Everybody.
proposals-by-employees = Employees of the organisation.

## The way by the number

proposals-find-title = Find a proposal
proposals-find-lead = Every proposal has a number. It stands on the receipt and in our letters.
proposals-find-number = Number of a proposal
proposals-find-button = Find
proposals-find-missing = Write the number of the proposal.
proposals-find-unreadable = Write only the number, such as 412.
proposals-find-unknown = There is no proposal with this number. Compare it with your receipt.
proposals-find-lost = You no longer have the number? Then search the proposals of the round, or ask us.
proposals-to-home = To the start page
