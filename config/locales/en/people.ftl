# The people of the office: who holds which role, and who is invited.

people-title = People
people-lead = These people work in the office. Each of them needs a telephone for the second code.
people-workplaces = Employees without e-mail
people-list-title = Who has which role
people-list-none = Nobody has a role yet.
people-you = this is you
people-closed = account closed
people-role-for-all = { $role }, all rounds
people-role-for-round = { $role }, only “{ $round }”
people-since = since { $since }
people-span = { $since } to { $until }
people-back = Back to the people
people-invitations-title = Invitations
people-invitations-none = No invitation is waiting.
people-invited = sent on { $sent }
people-invitation-open = good until { $expires }
people-invitation-over = ran out on { $expires }
people-invite-again = Send again
people-withdraw = Take back

people-done-invited = The invitation is on its way. It is good for 14 days.
people-done-withdrawn = The invitation is taken back. Its link opens nothing any more.
people-done-given = The role is given. The person is told by e-mail.
people-done-taken = The role is taken away. The person is told by e-mail.
people-done-closed = The account is closed. Nobody can sign in with it.
people-done-reopened = The account is open again. Please tell the person.
people-done-reset = The telephone is reset. At the next sign-in the person sets up a new one.
people-done-meanwhile = Nothing was changed: somebody else was faster. This is how it stands now.

people-invite-title = Invite somebody
people-invite-lead = We send a link by e-mail. Only the owner of the address can use it.
people-invite-button = Send the invitation
people-email = E-mail address
people-email-hint = It must belong to one person, not to a group.
people-role = Role
people-round = For which round?
people-round-hint = With one round the person can do nothing in the others.
people-round-all = All rounds
people-to-person = To the page of this person

people-may-administrator = Leads rounds, invites people, changes the settings.
people-may-reviewer = For the departments. Sees how rounds stand, changes nothing.
people-may-finance-reviewer = For the treasury. Sees how rounds stand, changes nothing.
people-may-jury-secretary = For the jury. Sees how rounds stand, changes nothing.
people-may-moderator = For moderators. Sees how rounds stand, changes nothing.
people-may-counter-staff = For the counter. Sees how rounds stand, changes nothing.
people-may-auditor = For the audit. Sees how rounds stand, changes nothing.

people-problem-no-address = Enter an e-mail address such as name@example.org.
people-problem-no-role = Choose a role.
people-problem-no-round = Choose a round from the list.
people-problem-held-already = This person has this role already. Choose another one.
people-problem-invited-already = This invitation is waiting already. You can send it again from the list.
people-problem-account-closed = The account of this address is closed. It has to be opened again first.
people-problem-last = Somebody must be able to administer everything. Give the role to somebody else first.

people-give-title = Give another role
people-give-lead = The role holds at once. The person is told by e-mail.
people-give-button = Give the role

people-last = This person is the last administrator. Somebody must be able to administer everything. Give the role “administrator” to somebody else first.
people-roles-title = Roles
people-roles-none = This person has no role any more.
people-take = Take away
people-past = Earlier roles
people-account-title = Account
people-telephone = Telephone
people-telephone-set = Is set up.
people-telephone-none = Is not set up yet. This happens at the next sign-in.
people-sign-in = Signing in
people-sign-in-open = Is possible.
people-sign-in-closed = Is not possible: the account is closed.

people-back-to-person = Back to the person
people-effect = What happens then
people-yourself = Careful: this is your own account.
people-not = No, go back
people-take-title = Take the role away?
people-take-effect-once = It holds at once, with the next click of this person.
people-take-effect-mail = The person is told by e-mail.
people-take-effect-record = The record keeps who had the role and when.
people-take-button = Take the role away
people-close-title = Close the account
people-close-effect-sessions = The person is signed out everywhere at once.
people-close-effect-roles = The roles stay written but count for nothing until you open the account again.
people-close-effect-mail = No e-mail is sent. Please tell the person yourself.
people-close-button = Close the account now
people-reopen-title = Open the account again
people-reopen-effect-sign-in = The person can sign in again.
people-reopen-effect-roles = The roles that are written here count again at once.
people-reopen-button = Open the account now
people-reset-title = Reset the telephone
people-reset-effect-sessions = The person is signed out everywhere at once. The spare codes end as well.
people-reset-effect-next = At the next sign-in the person sets up a new telephone.
people-reset-effect-sure = Be sure first who is asking. Call the person back.
people-reset-button = Reset the telephone now
