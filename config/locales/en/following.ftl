# Following a round or a proposal: the box on its page, the question to the mailbox, what somebody follows.

following-box = Tell me what becomes of this
following-email = Your e-mail address
following-email-hint = We write at most once a week. First we ask in an e-mail whether it was you.
following-button = Follow by e-mail
following-box-account = We write to the address of your account, at most once a week.
following-box-no-address = Your account has no e-mail address yet.
following-box-follows = You follow this.
following-manage = All that you follow
following-proposal = Proposal { $number }
following-nothing-named = Open the page of a round or a proposal. There you can follow it.
following-home = To the start page
following-later = Too many e-mails were asked for from here. Try again after { $time }.
following-sent-title = Look into your mailbox
following-sent-lead = We have sent an e-mail to the address. Open the link in it. There, press “Yes, follow”.
following-sent-days = The link is good for { $days } days.
following-sent-until = Until then you get nothing else from us.
following-again = Type the address again
following-back = Back to:
following-confirm-title = Do you want to follow this?
following-confirm-lead = We write to:
following-confirm-button = Yes, follow
following-confirm-not-me = Was it not you? Then do nothing. We will not write again, and we delete the address.
following-confirm-gone = Open the page of the round or the proposal and type your address again.
following-done-title = You follow this
following-done-lead = We will write to you when there is something new.
following-weekly = You get at most one e-mail a week with all that is new.
following-stop-any-time = Each has a link to stop.
following-title = What you follow
following-page = page { $page } of { $pages }
following-lead = We write to:
following-since = Since { $date }
following-stop = Stop this
following-stop-all = Stop all these e-mails
following-stop-all-hint = Then we delete your address from this list. If you have an account, it stays.
following-language = Language of the e-mails
following-language-save = Save language
following-none = You follow nothing.
following-none-hint = On the pages of rounds and proposals you can begin at any time.
following-gone = Take the link from a newer e-mail. Or open the page of a round or a proposal and follow it again there.
following-unknown = Open the link in one of our e-mails. Or sign in if you have an account.
following-sign-in = Sign in
following-done-follows = You follow this now.
following-done-stopped = Stopped. We will not write to you about it any more.
following-done-all = All stopped. Your address is no longer on this list.
following-done-language = The language is saved.
following-account = What you follow
following-account-hint = Rounds and proposals of which you hear.

# The question to the mailbox

mail-confirm-follow-subject = Follow { $round }: please confirm
mail-confirm-follow-text =
    Hello,

    somebody wants to hear at this address what becomes of the round “{ $round }”.

    Was it you? Then open this link within 7 days.
    There, press “Yes, follow”:
    { $link }

    Was it not you? Then do nothing.
    You get no further e-mail, and we delete the address.
mail-confirm-follow-why = You get this e-mail because somebody typed this address.
mail-confirm-follow-proposal-subject = Follow { $number }: please confirm
mail-confirm-follow-proposal-text =
    Hello,

    somebody wants to hear at this address what becomes of proposal { $number }.
    It belongs to the round “{ $round }”.

    Was it you? Then open this link within 7 days.
    There, press “Yes, follow”:
    { $link }

    Was it not you? Then do nothing.
    You get no further e-mail, and we delete the address.
mail-confirm-follow-proposal-why = You get this e-mail because somebody typed this address.

# What happened, at most once a week

mail-followed-news-subject = { $first }: { $what }, and { $count } more
mail-followed-news-text =
    Hello,

    this is new:

    { $news }

    All that you follow, and how to stop:
    { $link }
mail-followed-news-why =
    You get this e-mail because you follow rounds or proposals. You get at most one a week.
    With the link above you stop one of them or all. There you also choose the language.
mail-followed-news-one-subject = { $first }: { $what }
mail-followed-news-one-text =
    Hello,

    this is new:

    { $news }

    All that you follow, and how to stop:
    { $link }
mail-followed-news-one-why =
    You get this e-mail because you follow rounds or proposals. You get at most one a week.
    With the link above you stop one of them or all. There you also choose the language.
mail-news-joined = Proposals { $number } and { $detail } belong together and go on as one.
mail-news-decided = The office has decided on proposal { $number }: { $detail }.
mail-news-on-ballot = Proposal { $number } is on the ballot.
mail-news-left-out = Proposal { $number } is not on the ballot. The reason is on its page.
mail-news-back-in = Proposal { $number } was to be left out of the ballot. It is not any more.
mail-news-withdrawn = Proposal { $number } was taken back.
mail-news-council = The council has decided on project { $number }: { $detail }.
mail-news-council-taken-back = The decision on project { $number } was taken back. The reason is in the record.
mail-news-voting-opens = You can vote now: { $round }. The page says what you need for it.
mail-news-last-days = You can vote for 3 more days at most: { $round }. If you have voted, there is nothing to do.
mail-news-result = The result is out: { $round }.
mail-news-council-done = The council has decided on all projects: { $round }.
mail-news-more =
    { $count ->
        [one] There is 1 more piece of news on the pages.
       *[other] There are { $count } more pieces of news on the pages.
    }
mail-news-short-joined = joined with another
mail-news-short-decided = the office has decided
mail-news-short-on-ballot = on the ballot
mail-news-short-left-out = not on the ballot
mail-news-short-back-in = not left out any more
mail-news-short-withdrawn = taken back
mail-news-short-council = the council has decided
mail-news-short-council-taken-back = the decision was taken back
mail-news-short-voting-opens = vote now
mail-news-short-last-days = last days to vote
mail-news-short-result = the result
mail-news-short-council-done = the council has decided
