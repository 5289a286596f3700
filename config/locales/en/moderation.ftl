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
