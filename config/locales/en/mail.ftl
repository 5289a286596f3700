# E-mails. Each has a subject, a text, and at its end why somebody gets it.

mail-help-telephone = Questions? Call us: { $telephone }
mail-help-telephone-hours = Questions? Call us: { $telephone } ({ $hours })
mail-help-place = Or come and see us: { $place }

# To the office

mail-voting-closed-subject = Voting has ended: certify { $round }
mail-voting-closed-text =
    Hello,

    voting in the round { $round } has ended.
    Next you certify the round. Only then does the program open the ballots and count.

    To the round:
    { $link }
mail-voting-closed-why = You get this e-mail because you administer the round.
mail-result-counted-subject = Result counted: publish { $round }
mail-result-counted-text =
    Hello,

    the ballots of the round { $round } are counted.
    Next you look at the result and publish it.

    To the round:
    { $link }
mail-result-counted-why = You get this e-mail because you administer the round.
mail-test-mail-subject = Test e-mail: sending works
mail-test-mail-text =
    Hello,

    this e-mail is a test. It has arrived, so sending works.
    There is nothing else to do.

    To the settings:
    { $link }
mail-test-mail-why = You get this e-mail because you asked for a test in the office.

# To everybody with an account

mail-sign-in-subject = Your sign-in link (valid for 15 minutes)
mail-sign-in-text =
    Hello,

    open this link to sign in:
    { $link }

    Or type this code on the page:
    { $code }

    Link and code are valid for 15 minutes and only once.
    You did not want to sign in? Then delete this e-mail. Without the link nobody gets into your account.
mail-sign-in-why = You get this e-mail because somebody asked for a sign-in link with your address.
mail-confirm-address-subject = Confirm your new e-mail address
mail-confirm-address-text =
    Hello,

    confirm that this address is yours:
    { $link }

    Only then will your account use the new address.
    You did not enter an address? Then delete this e-mail. Nothing changes.
mail-confirm-address-why = You get this e-mail because this address was entered in an account.
mail-address-changed-subject = E-mail address of your account changed
mail-address-changed-text =
    Hello,

    your account now uses another e-mail address.
    We send nothing more to this one.

    This was not you? Then tell us at once.
    Reply to this e-mail or call us. We lock the account and give it back to you.
mail-address-changed-why = You get this e-mail because this address belonged to your account until now.
# A task with the departments that it is for.
mail-task-departments = { $role } (departments: { $departments })
mail-task-all-departments = { $role } (all departments)
# How long an invitation is good: $good in the texts below.
mail-invitation-good = The link is good for 14 days.
mail-invitation-good-until = The link is good until { $until }.
mail-invitation-subject = Invitation: work in the office
mail-invitation-text =
    Hello,

    we invite you to work in the office. Your task: { $task }.

    Accept the invitation here:
    { $link }

    { $good }
    You can use it once.
    You would rather not? Then delete this e-mail. Nothing happens.
mail-invitation-why = You get this e-mail because the administration entered your address.
mail-invitation-in-round-subject = Invitation: work in the office
mail-invitation-in-round-text =
    Hello,

    we invite you to work on the round “{ $round }”. Your task: { $task }.

    Accept the invitation here:
    { $link }

    { $good }
    You can use it once.
    You would rather not? Then delete this e-mail. Nothing happens.
mail-invitation-in-round-why = You get this e-mail because the administration entered your address.
mail-role-given-subject = New task in the office: { $role }
mail-role-given-text =
    Hello,

    you have a new task in the office: { $task }. It holds in all rounds.

    To the office:
    { $link }

    Is this a mistake? Reply to this e-mail or call us.
mail-role-given-why = You get this e-mail because your tasks have changed.
mail-role-given-in-round-subject = New task in the office: { $role }
mail-role-given-in-round-text =
    Hello,

    you have a new task in the round “{ $round }”: { $task }.

    To the office:
    { $link }

    Is this a mistake? Reply to this e-mail or call us.
mail-role-given-in-round-why = You get this e-mail because your tasks have changed.
mail-role-taken-subject = Task in the office ended: { $role }
mail-role-taken-text =
    Hello,

    you no longer have this task in the office: { $role }.
    Your account remains.

    Is this a mistake? Reply to this e-mail or call us.
mail-role-taken-why = You get this e-mail because your tasks have changed.
mail-role-taken-in-round-subject = Task in the office ended: { $role }
mail-role-taken-in-round-text =
    Hello,

    you no longer have this task in the round “{ $round }”: { $role }.
    Your account remains.

    Is this a mistake? Reply to this e-mail or call us.
mail-role-taken-in-round-why = You get this e-mail because your tasks have changed.
mail-departments-changed-subject = Your departments have changed
mail-departments-changed-text =
    Hello,

    your task in the office is now for other departments.
    Your task: { $task }. It holds in all rounds.

    To the office:
    { $link }

    Is this a mistake? Reply to this e-mail or call us.
mail-departments-changed-why = You get this e-mail because your tasks have changed.
mail-departments-changed-in-round-subject = Your departments have changed
mail-departments-changed-in-round-text =
    Hello,

    your task in the round “{ $round }” is now for other departments.
    Your task: { $task }.

    To the office:
    { $link }

    Is this a mistake? Reply to this e-mail or call us.
mail-departments-changed-in-round-why = You get this e-mail because your tasks have changed.
mail-new-device-subject = New sign-in on another device
mail-new-device-text =
    Hello,

    somebody signed in to your account on a new device.
    Device: { $device }
    Time: { $at }

    Was it you? Then there is nothing to do.

    This was not you? Then tell us at once.
    Reply to this e-mail or call us. We lock the account until all is clear.
mail-new-device-why = You get this e-mail to protect your account.
mail-password-set-subject = Your account has a new password
mail-password-set-text =
    Hello,

    your account now has a new password.
    Other devices are signed out.

    Was it you? Then there is nothing to do.

    This was not you? Then tell us at once.
    Reply to this e-mail or call us. We lock the account until all is clear.
mail-password-set-why = You get this e-mail to protect your account.
mail-password-removed-subject = Your account no longer has a password
mail-password-removed-text =
    Hello,

    the password of your account is removed. Other devices are signed out.
    You now sign in with a link by e-mail.

    Was it you? Then there is nothing to do.

    This was not you? Then tell us at once.
    Reply to this e-mail or call us. We lock the account until all is clear.
mail-password-removed-why = You get this e-mail to protect your account.
mail-second-factor-set-subject = A telephone is set up for your account
mail-second-factor-set-text =
    Hello,

    a telephone for the second code is set up for your account.
    An earlier telephone and earlier spare codes end.

    Was it you? Then there is nothing to do.

    This was not you? Then tell us at once.
    Reply to this e-mail or call us. We lock the account until all is clear.
mail-second-factor-set-why = You get this e-mail to protect your account.
mail-recovery-codes-renewed-subject = New spare codes for your account
mail-recovery-codes-renewed-text =
    Hello,

    your account has new spare codes on paper.
    The old ones end.

    Was it you? Then there is nothing to do.

    This was not you? Then tell us at once.
    Reply to this e-mail or call us. We lock the account until all is clear.
mail-recovery-codes-renewed-why = You get this e-mail to protect your account.
mail-second-factor-reset-subject = Your telephone was reset
mail-second-factor-reset-text =
    Hello,

    the administration reset the telephone of your account.
    All devices are signed out. The spare codes end as well.

    Sign in and set up a new telephone:
    { $link }

    You did not ask for this? Reply to this e-mail at once or call us.
mail-second-factor-reset-why = You get this e-mail to protect your account.
mail-account-closed-subject = Your account is closed
mail-account-closed-text =
    Hello,

    the administration closed your account.
    Nobody can sign in with it. Your data stays.

    Is this a mistake? Reply to this e-mail or call us.
mail-account-closed-why = You get this e-mail to protect your account.
mail-account-reopened-subject = Your account is open again
mail-account-reopened-text =
    Hello,

    the administration opened your account again.

    Sign in here:
    { $link }

    Is this a mistake? Reply to this e-mail or call us.
mail-account-reopened-why = You get this e-mail to protect your account.
mail-personnel-code-replaced-subject = Your personnel code was replaced
mail-personnel-code-replaced-text =
    Hello,

    the administration replaced your personnel code.
    The old code has ended. All devices are signed out.

    The new code is on a new slip. You get it from whoever hands out the slips.

    You did not ask for this? Reply to this e-mail at once or call us.
mail-personnel-code-replaced-why = You get this e-mail to protect your account.
mail-personnel-code-withdrawn-subject = Your personnel code was withdrawn
mail-personnel-code-withdrawn-text =
    Hello,

    the administration withdrew your personnel code.
    Nobody can sign in with it any more. All devices are signed out.

    Your account stays. From now on you sign in with your e-mail address:
    { $link }

    Is this a mistake? Reply to this e-mail or call us.
mail-personnel-code-withdrawn-why = You get this e-mail to protect your account.
mail-account-unused-subject = Your account will be deleted on { $day }
mail-account-unused-text =
    Hello,

    you have not used your account for a long time.
    We delete it on this day: { $day }.

    Would you like to keep it? Then sign in once before that day:
    { $link }

    You no longer need it? Then there is nothing to do.

    Did you work in the office? Then the record keeps what was done.
    Instead of your name it says “Account deleted”.
mail-account-unused-why = You get this e-mail because we do not keep unused accounts.
mail-closed-account-unused-subject = Your account will be deleted on { $day }
mail-closed-account-unused-text =
    Hello,

    the administration closed your account. Since then nobody can sign in with it.
    We delete it on this day: { $day }.

    Would you like to keep it? Then ask us before that day to open it again.
    Reply to this e-mail or call us.

    You no longer need it? Then there is nothing to do.

    Did you work in the office? Then the record keeps what was done.
    Instead of your name it says “Account deleted”.
mail-closed-account-unused-why = You get this e-mail because we do not keep unused accounts.
mail-account-deleted-subject = Your account is deleted
mail-account-deleted-text =
    Hello,

    your account and your data in it are deleted.
    This is our last e-mail to you. You can make a new account at any time.
mail-account-deleted-why = You get this e-mail because this address belonged to the account.

# Barriers

mail-accessibility-report-received-subject = Your report no. { $number } has arrived
mail-accessibility-report-received-text =
    Hello,

    thank you for your report. Its number is { $number }.
    You get our answer on this day at the latest: { $day }.

    More on accessibility:
    { $link }
mail-accessibility-report-received-why = You get this e-mail because you reported a barrier to us.
mail-accessibility-report-answered-subject = Your report no. { $number }: our answer
mail-accessibility-report-answered-text =
    Hello,

    here is our answer to your report no. { $number }:

    { $answer }

    This does not help you? Reply to this e-mail or call us.
mail-accessibility-report-answered-why = You get this e-mail because you reported a barrier to us.
