# E-mails. Each has a subject, a text, and at its end why somebody gets it.

mail-help-telephone = Questions? Call us: { $telephone }
mail-help-telephone-hours = Questions? Call us: { $telephone } ({ $hours })
mail-help-reply = Questions? Reply to this e-mail.
mail-help-place = Or come and see us: { $place }
# What somebody does who must reach us: $reach in the texts below.
mail-reach = Reply to this e-mail.
mail-reach-telephone = Reply to this e-mail or call us: { $telephone }

# To the office

mail-voting-closed-subject = Certify the vote: { $round }
mail-voting-closed-text =
    Hello,

    Voting in the round “{ $round }” has ended.
    Now confirm that everything went as it should:
    { $link }

    After that the program opens the ballots and counts.
    Without a confirmation there is no result.
mail-voting-closed-why = You get this e-mail because you administer the round.
mail-result-counted-subject = Publish the result: { $round }
mail-result-counted-text =
    Hello,

    The ballots of the round “{ $round }” are counted.
    Look at the result and publish it:
    { $link }

    Until then only the administration sees it.
mail-result-counted-why = You get this e-mail because you administer the round.
mail-test-mail-subject = Test e-mail: sending works
mail-test-mail-text =
    Hello,

    This e-mail is a test. It has arrived, so sending works.
    There is nothing else to do.

    To the settings:
    { $link }
mail-test-mail-why = You get this e-mail because you asked for a test in the office.

# To everybody with an account

mail-sign-in-subject = Your sign-in link (valid for 15 minutes)
mail-sign-in-text =
    Hello,

    Open this link to sign in:
    { $link }

    Or type this code on the page:
    { $code }

    The link and the code are good for 15 minutes and only once.
    Tell the code to nobody, not even on the telephone.

    If you did not want to sign in, delete this e-mail.
    Without the link and the code nobody gets into your account.
mail-sign-in-why = You get this e-mail because somebody asked for a sign-in link with your address.
mail-confirm-address-subject = Confirm your new e-mail address
mail-confirm-address-text =
    Hello,

    Confirm that this address is yours.
    Open this link where you entered the address:
    { $link }

    Or type this code there:
    { $code }

    Only then will your account use the new address.
    The link and the code are good for 24 hours.
    Tell the code to nobody, not even on the telephone.

    If you did not enter an address, delete this e-mail. Nothing changes.
mail-confirm-address-why = You get this e-mail because this address was entered in an account.
mail-address-changed-subject = E-mail address of your account changed
mail-address-changed-text =
    Hello,

    Your account now uses another e-mail address.
    We send nothing more to this one.

    If it was you, there is nothing to do.

    If it was not you, tell us at once.
    { $reach }
    We lock the account and give it back to you.
mail-address-changed-why = You get this e-mail because this address belonged to your account until now.
mail-ballot-recorded-subject = Your ballot has arrived
mail-ballot-recorded-text =
    Hello,

    Your account was used to vote in the round “{ $round }”.
    This e-mail does not say what was chosen.

    If it was you, there is nothing to do.

    If it was not you, vote yourself while voting is open.
    Your ballot then takes the place of the other one:
    { $link }

    Please tell us as well.
    { $reach }
mail-ballot-recorded-why = You get this e-mail after each vote with your account.
mail-ballot-recorded-again-subject = Your ballot was replaced
mail-ballot-recorded-again-text =
    Hello,

    Your account was used to vote once more in the round “{ $round }”.
    The new ballot takes the place of the earlier one.
    This e-mail does not say what was chosen.

    If it was you, there is nothing to do.

    If it was not you, vote yourself while voting is open.
    Your ballot then takes the place of the other one:
    { $link }

    Please tell us as well.
    { $reach }
mail-ballot-recorded-again-why = You get this e-mail after each vote with your account.
mail-address-set-subject = New e-mail address for your account
mail-address-set-text =
    Hello,

    The administration entered this e-mail address for your account.
    All devices are signed out. An earlier password no longer works.

    Sign in with this address here:
    { $link }

    Is this a mistake?
    { $reach }
mail-address-set-why = You get this e-mail to protect your account.
mail-address-set-closed-subject = New e-mail address for your account
mail-address-set-closed-text =
    Hello,

    The administration entered this e-mail address for your account.
    All devices are signed out. An earlier password no longer works.

    The account is still closed. When we open it again, we write to you.
    Until then there is nothing to do.

    Is this a mistake?
    { $reach }
mail-address-set-closed-why = You get this e-mail to protect your account.
# A role with the departments that it is for.
mail-task-departments = { $role } (departments: { $departments })
mail-task-all-departments = { $role } (all departments)
# How long an invitation is good: $good in the texts below.
mail-invitation-good = The link is good for 14 days.
mail-invitation-good-until = The link is good until { $until }.
mail-invitation-subject = Invitation: work in the office
mail-invitation-text =
    Hello,

    We invite you to work in the office.
    Your role: { $task }
    Rounds: all

    Accept the invitation here:
    { $link }

    { $good }
    You can use it once.
    Are you new in the office? Then you set up a telephone for codes next.

    If you would rather not, delete this e-mail. Nothing happens.
mail-invitation-why = You get this e-mail because the administration entered your address.
mail-invitation-in-round-subject = Invitation: work in the office
mail-invitation-in-round-text =
    Hello,

    We invite you to work on a round.
    Your role: { $task }
    Round: “{ $round }”

    Accept the invitation here:
    { $link }

    { $good }
    You can use it once.
    Are you new in the office? Then you set up a telephone for codes next.

    If you would rather not, delete this e-mail. Nothing happens.
mail-invitation-in-round-why = You get this e-mail because the administration entered your address.
mail-role-given-subject = New role in the office: { $role }
mail-role-given-text =
    Hello,

    You have a new role in the office.
    Your role: { $task }
    Rounds: all

    To the office:
    { $link }

    Is this a mistake?
    { $reach }
mail-role-given-why = You get this e-mail because your roles have changed.
mail-role-given-in-round-subject = New role in the office: { $role }
mail-role-given-in-round-text =
    Hello,

    You have a new role in the office.
    Your role: { $task }
    Round: “{ $round }”

    To the office:
    { $link }

    Is this a mistake?
    { $reach }
mail-role-given-in-round-why = You get this e-mail because your roles have changed.
mail-role-taken-subject = Role in the office ended: { $role }
mail-role-taken-text =
    Hello,

    You no longer have this role in the office.
    Role: { $role }
    Rounds: all

    Your account remains. There is nothing to do.

    Is this a mistake?
    { $reach }
mail-role-taken-why = You get this e-mail because your roles have changed.
mail-role-taken-in-round-subject = Role in the office ended: { $role }
mail-role-taken-in-round-text =
    Hello,

    You no longer have this role in the office.
    Role: { $role }
    Round: “{ $round }”

    Your account remains. There is nothing to do.

    Is this a mistake?
    { $reach }
mail-role-taken-in-round-why = You get this e-mail because your roles have changed.
mail-departments-changed-subject = Your departments have changed
mail-departments-changed-text =
    Hello,

    Your role is now for other departments.
    Your role: { $task }
    Rounds: all

    To the office:
    { $link }

    Is this a mistake?
    { $reach }
mail-departments-changed-why = You get this e-mail because your roles have changed.
mail-departments-changed-in-round-subject = Your departments have changed
mail-departments-changed-in-round-text =
    Hello,

    Your role is now for other departments.
    Your role: { $task }
    Round: “{ $round }”

    To the office:
    { $link }

    Is this a mistake?
    { $reach }
mail-departments-changed-in-round-why = You get this e-mail because your roles have changed.
mail-new-device-subject = New sign-in on another device
mail-new-device-text =
    Hello,

    Somebody signed in to your account on a new device.
    Device: { $device }
    Time: { $at }

    If it was you, there is nothing to do.

    If it was not you, tell us at once.
    { $reach }
    We lock the account until all is clear.
mail-new-device-why = You get this e-mail to protect your account.
mail-device-unknown = unknown
mail-password-set-subject = Your account has a new password
mail-password-set-text =
    Hello,

    Your account now has a new password.
    Other devices are signed out.

    If it was you, there is nothing to do.

    If it was not you, tell us at once.
    { $reach }
    We lock the account until all is clear.
mail-password-set-why = You get this e-mail to protect your account.
mail-password-removed-subject = Your account no longer has a password
mail-password-removed-text =
    Hello,

    The password of your account is removed. Other devices are signed out.
    You now sign in with a link by e-mail.

    If it was you, there is nothing to do.

    If it was not you, tell us at once.
    { $reach }
    We lock the account until all is clear.
mail-password-removed-why = You get this e-mail to protect your account.
mail-second-factor-set-subject = A telephone is set up for your account
mail-second-factor-set-text =
    Hello,

    A telephone for the second code is set up for your account.
    An earlier telephone and earlier spare codes no longer work.

    If it was you, there is nothing to do.

    If it was not you, tell us at once.
    { $reach }
    We lock the account until all is clear.
mail-second-factor-set-why = You get this e-mail to protect your account.
mail-recovery-codes-renewed-subject = New spare codes for your account
mail-recovery-codes-renewed-text =
    Hello,

    Your account has new spare codes on paper.
    The old ones no longer work.

    If it was you, there is nothing to do.

    If it was not you, tell us at once.
    { $reach }
    We lock the account until all is clear.
mail-recovery-codes-renewed-why = You get this e-mail to protect your account.
mail-second-factor-reset-subject = Your account: telephone for codes reset
mail-second-factor-reset-text =
    Hello,

    The administration reset the telephone of your account.
    All devices are signed out. The spare codes no longer work either.

    Sign in and set up a new telephone:
    { $link }

    If you did not ask for this, tell us at once.
    { $reach }
mail-second-factor-reset-why = You get this e-mail to protect your account.
mail-personnel-code-replaced-subject = Your personnel code was replaced
mail-personnel-code-replaced-text =
    Hello,

    The administration replaced your personnel code.
    The old code no longer works. All devices are signed out.

    The new code is on a new slip.
    You get it from whoever hands out the slips.

    If you did not ask for this, tell us at once.
    { $reach }
mail-personnel-code-replaced-why = You get this e-mail to protect your account.
mail-personnel-code-withdrawn-subject = Your personnel code was withdrawn
mail-personnel-code-withdrawn-text =
    Hello,

    The administration withdrew your personnel code.
    Nobody can sign in with it any more. All devices are signed out.

    Your account stays. From now on you sign in with your e-mail address:
    { $link }

    Is this a mistake?
    { $reach }
mail-personnel-code-withdrawn-why = You get this e-mail to protect your account.
mail-account-closed-subject = Your account is closed
mail-account-closed-text =
    Hello,

    The administration closed your account.
    Nobody can sign in with it. Your data stays.

    Is this a mistake?
    { $reach }
mail-account-closed-why = You get this e-mail because something about your account has changed.
mail-account-reopened-subject = Your account is open again
mail-account-reopened-text =
    Hello,

    The administration opened your account again.

    Sign in here:
    { $link }

    Is this a mistake?
    { $reach }
mail-account-reopened-why = You get this e-mail because something about your account has changed.
mail-account-unused-subject = Your account will be deleted on { $day }
mail-account-unused-text =
    Hello,

    You have not used your account for a long time.
    We will delete it on { $day }.

    If you would like to keep it, sign in once before that day:
    { $link }

    If you no longer need it, there is nothing to do.

    If you worked in the office, the record keeps what was done.
    Instead of your name it says “Account deleted”.
mail-account-unused-why = You get this e-mail because we do not keep unused accounts.
mail-closed-account-unused-subject = Your account will be deleted on { $day }
mail-closed-account-unused-text =
    Hello,

    The administration closed your account.
    Since then nobody can sign in with it.
    We will delete it on { $day }.

    Would you like to keep it?
    Then ask us before that day to open it again.
    { $reach }

    If you no longer need it, there is nothing to do.

    If you worked in the office, the record keeps what was done.
    Instead of your name it says “Account deleted”.
mail-closed-account-unused-why = You get this e-mail because we do not keep unused accounts.
mail-account-deleted-subject = Your account is deleted
mail-account-deleted-text =
    Hello,

    Your account and your data in it are deleted.
    This is our last e-mail to you. You can make a new account at any time.

    Did you not want this?
    { $reach }
mail-account-deleted-why = You get this e-mail because this address belonged to the account.

# Barriers

mail-accessibility-report-received-subject = Your report no. { $number } has arrived
mail-accessibility-report-received-text =
    Hello,

    Thank you for your report. Its number is { $number }.
    Our answer comes on { $day } at the latest.
    Until then there is nothing to do.

    More on accessibility:
    { $link }
mail-accessibility-report-received-why = You get this e-mail because you reported a barrier to us.
mail-accessibility-report-answered-subject = Your report no. { $number }: our answer
mail-accessibility-report-answered-text =
    Hello,

    Here is our answer to your report no. { $number }:

    { $answer }

    Does this not help you?
    { $reach }
mail-accessibility-report-answered-why = You get this e-mail because you reported a barrier to us.

# Questions to the office

mail-question-received-subject = Your question no. { $number } has arrived
mail-question-received-text =
    Hello,

    Thank you for your question. It has the number { $number }.
    Our answer comes on { $day } at the latest.
    Until then you need not do anything.

    Perhaps the answer stands here already:
    { $link }
mail-question-received-why = You get this e-mail because you asked us something.
mail-question-answered-subject = Your question no. { $number }: our answer
mail-question-answered-text =
    Hello,

    Here is our answer to your question no. { $number }:

    { $answer }

    This answer is not public.

    Does that not help you?
    { $reach }
mail-question-answered-why = You get this e-mail because you asked us something.
mail-question-answered-public-subject = Your question no. { $number }: our answer
mail-question-answered-public-text =
    Hello,

    Here is our answer to your question no. { $number }:

    { $answer }

    Question and answer are public, without your address:
    { $link }

    Does that not help you?
    { $reach }
mail-question-answered-public-why = You get this e-mail because you asked us something.
mail-question-set-aside-subject = Your question no. { $number }: why we do not answer
mail-question-set-aside-text =
    Hello,

    We do not answer your question no. { $number }.
    Reason: { $reason }.

    Here are answers to other questions:
    { $link }

    Do you disagree?
    { $reach }
mail-question-set-aside-why = You get this e-mail because you asked us something.

# Proposals

hiding-rule-insult = Insult, threat or hatred
hiding-rule-person = Details about other people
hiding-rule-advertising = Advertising
hiding-rule-unlawful = Against the law
hiding-rule-no-proposal = No proposal

mail-proposal-received-subject = Proposal { $number } has arrived
mail-proposal-received-text =
    Hello,

    thank you for your proposal. Its number is { $number }.
    This is how it stands:
    { $link }

    Your change code is:
    { $code }

    With the code you can take the proposal back.
    Show it to nobody.
mail-proposal-received-why = You get this e-mail because somebody gave this address with a proposal.
mail-proposal-entered-subject = Proposal { $number } is entered
mail-proposal-entered-text =
    Hello,

    we have entered your proposal. Its number is { $number }.
    Please check whether everything was copied correctly:
    { $link }

    Is something wrong? { $reach }

    Your change code is:
    { $code }

    With the code you can take the proposal back.
    Show it to nobody.
mail-proposal-entered-why = You get this e-mail because somebody gave this address with a proposal.
mail-proposal-corrected-subject = Proposal { $number } is corrected
mail-proposal-corrected-text =
    Hello,

    we had mistyped something in your proposal { $number }.
    It is corrected now. Please check the text:
    { $link }

    Is something wrong? { $reach }
mail-proposal-corrected-why = You get this e-mail because somebody gave this address with a proposal.
mail-proposal-code-renewed-subject = New code for proposal { $number }
mail-proposal-code-renewed-text =
    Hello,

    a new change code was made at the counter for your proposal { $number }.
    The old code no longer holds. The new one is:
    { $code }

    This is where you enter it:
    { $link }

    Did you not ask for it? { $reach }
mail-proposal-code-renewed-why = You get this e-mail because somebody gave this address with a proposal.
mail-proposal-hidden-subject = Proposal { $number } is hidden
mail-proposal-hidden-text =
    Hello,

    we have hidden your proposal { $number }.
    Nobody but us can read it now. It is not deleted.

    Rule: { $rule }
    Reason: { $reason }

    Do you see it differently? Then object:
    { $reach }

    To the proposal:
    { $link }
mail-proposal-hidden-why = You get this e-mail because you made this proposal.
mail-proposal-restored-subject = Proposal { $number } can be read again
mail-proposal-restored-text =
    Hello,

    your proposal { $number } was hidden.
    Now everybody can read it again:
    { $link }
mail-proposal-restored-why = You get this e-mail because you made this proposal.
mail-proposal-name-hidden-subject = The name with proposal { $number } is hidden
mail-proposal-name-hidden-text =
    Hello,

    we have hidden the name with your proposal { $number }.
    Everybody can still read the text. Nothing is deleted.

    Rule: { $rule }
    Reason: { $reason }

    Do you see it differently? Then object:
    { $reach }

    To the proposal:
    { $link }
mail-proposal-name-hidden-why = You get this e-mail because you made this proposal.
mail-proposal-name-restored-subject = The name with proposal { $number } is back
mail-proposal-name-restored-text =
    Hello,

    the name with your proposal { $number } was hidden.
    Now everybody can read it again:
    { $link }
mail-proposal-name-restored-why = You get this e-mail because you made this proposal.
mail-proposal-question-subject = { $number }: please answer by { $day }
mail-proposal-question-text =
    Hello,

    we have a question about your proposal { $number }:

    { $question }

    Please answer by { $day }.
    You need your change code for it:
    { $link }

    Is something unclear?
    { $reach }
mail-proposal-question-why = You get this e-mail because you made this proposal.
mail-proposal-question-reminder-subject = { $days ->
    [0] Only today: question about { $number }
    [one] { $days } day left: question about { $number }
   *[other] { $days } days left: question about { $number }
}
mail-proposal-question-reminder-text =
    Hello,

    we are still waiting for your answer about your proposal { $number }.
    This is what we asked:

    { $question }

    Please answer by { $day }.
    You need your change code for it:
    { $link }

    After that we decide without your answer.

    Is something unclear?
    { $reach }
mail-proposal-question-reminder-why = You get this e-mail because you made this proposal.
mail-may-object = Do you see it differently? You can object within 30 days with your change code. Or ask us:
mail-may-not-object = Do you see it differently? Tell us:
mail-proposal-decided-vote-subject = { $number }: goes to the vote
mail-proposal-decided-vote-text =
    Hello,

    your proposal { $number } goes to the vote.

    { $reason }

    When people vote stands here:
    { $link }
mail-proposal-decided-vote-why = You get this e-mail because you made this proposal.
mail-proposal-decided-direct-subject = { $number }: is done directly
mail-proposal-decided-direct-text =
    Hello,

    your proposal { $number } is done directly, without a vote.

    { $reason }

    What happens next: { $next }

    To the decision:
    { $link }

    { $object }
    { $reach }
mail-proposal-decided-direct-why = You get this e-mail because you made this proposal.
mail-proposal-decided-fund-subject = { $number }: goes to the fund for small projects
mail-proposal-decided-fund-text =
    Hello,

    your proposal { $number } goes to the fund for small projects.

    { $reason }

    What happens next: { $next }

    To the decision:
    { $link }

    { $object }
    { $reach }
mail-proposal-decided-fund-why = You get this e-mail because you made this proposal.
mail-proposal-decided-not-possible-subject = { $number }: is not possible
mail-proposal-decided-not-possible-text =
    Hello,

    your proposal { $number } cannot be done. This is why:

    { $reason }

    To the decision:
    { $link }

    { $object }
    { $reach }
mail-proposal-decided-not-possible-why = You get this e-mail because you made this proposal.
mail-proposal-decided-other-office-subject = { $number }: another office is responsible
mail-proposal-decided-other-office-text =
    Hello,

    another office is responsible for your proposal { $number }:
    { $office }

    { $reason }

    To the decision:
    { $link }

    { $object }
    { $reach }
mail-proposal-decided-other-office-why = You get this e-mail because you made this proposal.
mail-proposal-decided-duplicate-subject = { $number }: joined with { $original }
mail-proposal-decided-duplicate-text =
    Hello,

    proposal { $original } wants the same as your proposal { $number }. Both go on under the number { $original }.

    { $reason }

    To the decision:
    { $link }

    { $object }
    { $reach }
mail-proposal-decided-duplicate-why = You get this e-mail because you made this proposal.
mail-proposal-excluded-subject = { $number }: is not on the ballot
mail-proposal-excluded-text =
    Hello,

    your proposal { $number } will not stand on the ballot. This is why:

    { $reason }

    To the proposal:
    { $link }

    Do you see it differently? Tell us:
    { $reach }
mail-proposal-excluded-why = You get this e-mail because you made this proposal.
mail-proposal-joined-subject = { $number }: { $duplicate } wants the same
mail-proposal-joined-text =
    Hello,

    proposal { $duplicate } wants the same as your proposal { $number }. Both go on under your number { $number }.

    To your proposal:
    { $link }

    Do you see it differently? Tell us:
    { $reach }
mail-proposal-joined-why = You get this e-mail because you made this proposal.
mail-council-decision-taken-back-subject = { $number }: There is no decision yet
mail-council-decision-taken-back-text =
    Hello,

    we wrote something wrong to you about your proposal { $number }.
    We are sorry. There is no decision on it yet.
    Who decides: { $council }

    This was wrong: { $reason }

    The whole project:
    { $link }
mail-council-decision-taken-back-why = You get this e-mail because you made this proposal.
mail-council-decided-subject = { $number }: { $council } has decided
mail-council-decided-text =
    Hello,

    the project from your proposal { $number } has been decided on.
    Who decided: { $council }

    { $decision }

    The whole project:
    { $link }
mail-council-decided-why = You get this e-mail because you made this proposal.
mail-council-decided-corrected-subject = { $number }: We have corrected the decision
mail-council-decided-corrected-text =
    Hello,

    we wrote something wrong to you about your proposal { $number }.
    We are sorry. This is right:

    { $decision }

    Who decided: { $council }
    The whole project:
    { $link }
mail-council-decided-corrected-why = You get this e-mail because you made this proposal.
# Lines of $decision in both; the last two only where there is something to say.
mail-council-decided-outcome = Decision: { $outcome }
mail-council-decided-day = Sitting: { $day }
mail-council-decided-paper = Paper: { $paper }
mail-council-decided-reason = Reason: { $reason }
