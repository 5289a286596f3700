# Reading, hiding and restoring proposals in the office

moderation-title = Proposals
moderation-title-page =
    { $pages ->
        [one] Moderating proposals
       *[other] Moderating proposals, page { $page } of { $pages }
    }
moderation-lead = Nothing is deleted here. What you hide can be shown again at any time.
moderation-parts = Parts of the list
moderation-part-waiting = Wait to be read: { $count }
moderation-part-hidden = Hidden: { $count }
moderation-part-all = All: { $count }
moderation-waiting-count =
    { $count ->
        [0] Read, hide and restore. None waits to be read.
        [one] 1 proposal waits to be read.
       *[other] { $count } proposals wait to be read.
    }
moderation-empty-waiting = No proposal waits to be read.
moderation-empty-hidden = No proposal is hidden.
moderation-empty-all = There is no proposal yet.
moderation-empty-hint = The other parts of the list stand above.
moderation-hidden-because = Hidden: { $rule }.
moderation-done-shown = Everybody can now read proposal no. { $number }.
moderation-done-hidden = Proposal no. { $number } is hidden. Its page names the rule and the reason.
moderation-done-other = Proposal no. { $number } has changed meanwhile.
moderation-open-again = Open it
moderation-back = All proposals of the round
moderation-public = The page that everybody sees
moderation-now = It now stands at: { $state }.
moderation-show = Show it to everybody
moderation-show-hint = Then everybody can read the text and find it in the list.
moderation-show-button = Show to everybody
moderation-hide = Hide it
moderation-hide-hint = Everybody then sees only the number, the rule and the reason. The author is told if we have an address.
moderation-hide-button = Hide
moderation-rule = Which rule does it break?
moderation-rule-hint = Hide only what breaks a rule. That it is a bad proposal is no rule.
moderation-reason-hint = Anyone can read it: 10 to 500 characters. Do not repeat what you hide.
moderation-problem-rule = Choose the rule.
moderation-restore = Show it again
moderation-restore-hint = Then everybody can read the text again. The author is told if we have an address.
moderation-restore-button = Restore
moderation-nothing = The author has taken it back. There is nothing to do here.
moderation-part-reported = Reported: { $count }
moderation-empty-reported = No report waits.
moderation-reported-count =
    { $count ->
        [one] 1 proposal was reported.
       *[other] { $count } proposals were reported.
    }
moderation-reports-count =
    { $count ->
        [one] 1 report
       *[other] { $count } reports
    }
moderation-reports-by-rule = { $rule } ({ $count })
moderation-reports-newest =
    { $count ->
        [one] Here stands the newest one.
       *[other] Here stand the { $count } newest.
    }
moderation-keep = Let it stand
moderation-keep-hint = Then the reports above are settled. Whoever sent one can read that the text breaks no rule.
moderation-keep-button = Let it stand
moderation-note = Why does it break no rule?
moderation-note-hint = The note stays in the office: at most 500 characters. It is deleted with the reports.
moderation-problem-note = Write in a few words why it can stand.
moderation-problem-note-length = Shorten the note to 500 characters, all of them visible.
moderation-hide-name = Hide the name alone
moderation-hide-name-hint = The text stays. Everybody then sees the rule and the reason in place of the name. The author is told if we have an address.
moderation-name-rule-hint = Hide a name only if the name itself breaks a rule.
moderation-hide-name-button = Hide the name
moderation-restore-name = Show the name again
moderation-restore-name-hint = Then everybody can read the name again. The author is told if we have an address.
moderation-restore-name-button = Show the name again
moderation-done-kept = Proposal no. { $number } stands. The reports are settled.
moderation-done-name-hidden = The name with proposal no. { $number } is hidden. The text stays.
moderation-done-name-shown = Everybody can read the name with proposal no. { $number } again.
moderation-settled = Earlier reports
moderation-settled-note = Note:
moderation-outcome-hidden = Hidden
moderation-outcome-kept = Left standing
moderation-outcome-withdrawn = Taken back by the author
