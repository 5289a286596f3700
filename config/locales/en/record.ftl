# The record: what was done, for everybody to read and to check.

record-title = Record
record-title-page =
    { $pages ->
        [one] Record
       *[other] Record, page { $page } of { $pages }
    }
record-lead = This is what happened in the rounds. The program changes and deletes no entry.
record-how = Open an entry. It says how you check it.
record-of-round = Record of this round
record-list = Entries
record-found =
    { $count ->
        [0] No entry was found.
        [one] 1 entry was found, the newest first.
       *[other] { $count } entries were found, the newest first.
    }
record-none = The record is still empty.
record-none-filtered = Change the search, or leave fields empty.
record-all = Show all entries
record-csv = Download the entries found as a table (CSV)
record-reason = Reason: { $reason }

## Search

record-filter = Search for entries
record-round = Round
record-all-rounds = all rounds
record-topic = What it is about
record-all-topics = everything
record-topic-setup = Setting up and publishing a round
record-topic-proposals = Proposals
record-topic-dates = Extending voting or ending it early
record-topic-voting = Beginning and end of voting
record-topic-count = Certifying, counting, result
record-topic-decision = What the council decides
record-topic-organisation = Organisation and roles
record-from = From
record-to = To
record-text = Words in the reason
record-text-hint = There is a reason when somebody changes a public round.
record-actor = Who
record-all-actors = everybody
record-search = Search
record-problem-from = Write the first day like this: 2027-10-17.
record-problem-to = Write the last day like this: 2027-10-17.
record-problem-order = The last day is before the first. Choose a later one.
record-problem-text = Shorten the words to 500 characters.

## Who did it

record-concerns = About: { $name }
record-by-office = by somebody of the office
record-by-public = by somebody who proposed something
record-by-clock = by the program itself
record-by-command-line = by the technical staff, on the server
record-by-import = by reading a file
record-by-other = by somebody whom this version does not know
record-account-deleted = Account deleted

## What was done

record-act-round-created =
    { $count ->
        [one] The round “{ $round }” was set up with 1 project.
       *[other] The round “{ $round }” was set up with { $count } projects.
    }
record-act-round-changed = In the round “{ $round }” this was changed: { $part }.
record-act-round-imported =
    { $count ->
        [one] The round “{ $round }” was read from a file, with 1 project.
       *[other] The round “{ $round }” was read from a file, with { $count } projects.
    }
record-act-round-generated =
    { $count ->
        [one] The round “{ $round }” was made up as an example, with 1 project.
       *[other] The round “{ $round }” was made up as an example, with { $count } projects.
    }
record-act-round-published = The round “{ $round }” was published.
record-act-proposal-received = Proposal no. { $number } came in. Round: “{ $round }”.
record-act-proposal-entered = Proposal no. { $number } was entered by the office ({ $source }). It arrived: { $day }. Round: “{ $round }”.
record-act-proposal-corrected = In proposal no. { $number } the office corrected its own typing. Fields: { $fields }. Round: “{ $round }”.
record-act-proposal-code-renewed = Proposal no. { $number } got a new change code at the counter. Round: “{ $round }”.
record-field-title = Title
record-field-body = Description
record-field-summary = Summary
record-field-place = Place
record-field-display-name = Name
record-act-proposal-shown = Proposal no. { $number } was read and shown to everybody. Round: “{ $round }”.
record-act-proposal-hidden = Proposal no. { $number } was hidden. Rule: { $rule }. Round: “{ $round }”.
record-act-proposal-restored = Proposal no. { $number } was shown again. Round: “{ $round }”.
record-act-proposal-name-hidden = The name with proposal no. { $number } was hidden. Rule: { $rule }. Round: “{ $round }”.
record-act-proposal-name-restored = The name with proposal no. { $number } was shown again. Round: “{ $round }”.
record-act-reports-dismissed = Proposal no. { $number } was reported and stands. Round: “{ $round }”.
record-act-proposal-withdrawn = Proposal no. { $number } was taken back. Round: “{ $round }”.
record-act-proposal-handed-over = Proposal no. { $number } was handed to a department. Round: “{ $round }”.
record-act-author-asked = The author of proposal no. { $number } was asked something. Round: “{ $round }”.
record-act-author-answered = The author of proposal no. { $number } answered. Round: “{ $round }”.
record-act-statement-asked = A department was asked for a statement on proposal no. { $number }. Round: “{ $round }”.
record-act-statement-given = A department gave a statement on proposal no. { $number }. Round: “{ $round }”.
record-act-proposal-decided = Proposal no. { $number } was decided: { $route }. Round: “{ $round }”.
record-act-verdict-objected = The author of proposal no. { $number } objected to the decision. Round: “{ $round }”.
record-act-proposal-excluded = Proposal no. { $number } was left out of the ballot. Round: “{ $round }”.
record-act-proposal-included = Proposal no. { $number } goes onto the ballot again. Round: “{ $round }”.
record-act-proposal-placed = Proposal no. { $number } was put onto the list of an area. Round: “{ $round }”.
record-act-shortlist-frozen =
    { $count ->
        [one] The selection for the ballot was frozen with 1 project. Round: “{ $round }”.
       *[other] The selection for the ballot was frozen with { $count } projects. Round: “{ $round }”.
    }
record-act-shortlist-reopened = The selection for the ballot was opened again. Round: “{ $round }”.
record-act-codes-made =
    { $count ->
        [one] 1 code for letters was made for the round “{ $round }”.
       *[other] { $count } codes for letters were made for the round “{ $round }”.
    }
record-act-window-extended = The vote of the round “{ $round }” was extended to { $after }. Before, its end was: { $before }.
record-act-window-shortened = The vote of the round “{ $round }” was ended early, on { $after }. The end that was planned: { $before }.
record-no-end = no end
record-act-voting-opened =
    { $count ->
        [one] The vote of the round “{ $round }” began, with 1 person on the roll.
       *[other] The vote of the round “{ $round }” began, with { $count } people on the roll.
    }
record-act-voting-closed =
    { $count ->
        [0] The vote of the round “{ $round }” ended. Nobody voted.
        [one] The vote of the round “{ $round }” ended. 1 person voted.
       *[other] The vote of the round “{ $round }” ended. { $count } people voted.
    }
record-act-round-certified =
    { $count ->
        [one] The vote of the round “{ $round }” was certified, with 1 ballot.
       *[other] The vote of the round “{ $round }” was certified, with { $count } ballots.
    }
record-act-ballots-opened =
    { $count ->
        [one] 1 ballot of the round “{ $round }” was opened for the count.
       *[other] { $count } ballots of the round “{ $round }” were opened for the count.
    }
record-act-round-key-destroyed = The key of the round “{ $round }” was destroyed.
record-act-count-finished = The votes of the round “{ $round }” are counted.
record-act-result-published = The result of the round “{ $round }” was published.
record-act-council-decision-entered = The decision on project no. { $number } was entered: { $outcome }, sitting on { $day }. Round: “{ $round }”.
record-act-council-decision-corrected = The entry on project no. { $number } was corrected. Before: { $before }. Now: { $after }. Round: “{ $round }”.
record-act-council-decision-taken-back = The entry on project no. { $number } was taken back. It said: { $outcome }. Round: “{ $round }”.
record-council-decision = { $outcome } ({ $day })
record-act-council-decided =
    { $count ->
        [one] The council has decided: 1 decision. Round: “{ $round }”.
       *[other] The council has decided: { $count } decisions. Round: “{ $round }”.
    }
record-act-account-created = An account of the office was made.
record-act-role-accepted = An account of the office accepted the invitation to the role “{ $role }”.
record-act-role-accepted-round = An account of the office accepted the invitation to the role “{ $role }” for the round “{ $round }”.
record-act-role-accepted-one-round = An account of the office accepted the invitation to the role “{ $role }” for one round.
record-act-role-given = An account of the office was given the role “{ $role }”.
record-act-role-given-round = An account of the office was given the role “{ $role }” for the round “{ $round }”.
record-act-role-given-one-round = An account of the office was given the role “{ $role }” for one round.
record-act-role-taken = The role “{ $role }” was taken away from an account of the office.
record-act-role-taken-round = The role “{ $role }” for the round “{ $round }” was taken away from an account of the office.
record-act-role-taken-one-round = The role “{ $role }” for one round was taken away from an account of the office.
record-act-role-departments-changed = The departments for the role “{ $role }” of an account were changed.
record-act-role-departments-changed-round = The departments for the role “{ $role }” of an account in the round “{ $round }” were changed.
record-act-role-departments-changed-one-round = The departments for the role “{ $role }” of an account in one round were changed.
record-act-invitation-sent = Somebody was invited to take the role “{ $role }”.
record-act-invitation-sent-round = Somebody was invited to take the role “{ $role }” for the round “{ $round }”.
record-act-invitation-sent-one-round = Somebody was invited to take the role “{ $role }” for one round.
record-act-invitation-withdrawn = The invitation to the role “{ $role }” was taken back.
record-act-invitation-withdrawn-round = The invitation to the role “{ $role }” for the round “{ $round }” was taken back.
record-act-invitation-withdrawn-one-round = The invitation to the role “{ $role }” for one round was taken back.
record-act-second-factor-set = A telephone for codes was set up for an account.
record-act-second-factor-reset = The telephone for codes of an account was reset.
record-act-account-closed = An account was closed.
record-act-account-reopened = A closed account was opened again.
record-act-account-address-set = A new e-mail address was entered for an account.
record-act-account-deleted = An account was deleted.
record-act-workplace-added = A workplace was added where employees enter with a code.
record-act-workplace-renamed = A workplace for employees was renamed.
record-act-workplace-closed = A workplace for employees was closed.
record-act-workplace-reopened = A workplace for employees was opened again.
record-act-workplace-address-changed = A workplace for employees got a new address.
record-act-personnel-codes-made =
    { $count ->
        [one] 1 personnel code was made.
       *[other] { $count } personnel codes were made.
    }
record-act-personnel-code-replaced-address = The personnel code number { $serial } was replaced, and the e-mail address of its account removed.
record-act-personnel-code-replaced = The personnel code number { $serial } was replaced.
record-act-personnel-code-withdrawn = The personnel code number { $serial } was withdrawn.
record-act-api-token-created =
    { $count ->
        [one] A token for a program was made. It holds for 1 day.
       *[other] A token for a program was made. It holds for { $count } days.
    }
record-act-api-token-revoked = A token for a program was revoked.
record-act-settings-changed = The settings of the organisation were changed.
record-act-settings-changed-part = The settings of the organisation were changed: { $part }.
record-act-department-added = A department was added.
record-act-department-changed = A department was changed.
record-act-department-retired = A department was retired.
record-act-department-brought-back = A retired department was brought back.
record-act-accessibility-report-answered = The report of a barrier with the number { $number } was answered.
record-act-question-published = Question no. { $number } to the office was answered in public.
record-act-question-changed = The public answer to question no. { $number } was changed.
record-act-question-taken-out = Question no. { $number } is public no more.
record-act-question-answered = Question no. { $number } to the office was answered without making it public.
record-act-question-set-aside = Question no. { $number } to the office was not answered. Reason: { $reason }.
record-act-personal-data-deleted = Deleted after their time: { $kinds }.
record-deleted-drafts =
    { $count ->
        [one] 1 draft that was never sent
       *[other] { $count } drafts that were never sent
    }
record-deleted-scans =
    { $count ->
        [one] 1 picture of a paper form
       *[other] { $count } pictures of paper forms
    }
record-deleted-sessions =
    { $count ->
        [one] 1 ended sign-in
       *[other] { $count } ended sign-ins
    }
record-deleted-sign-ins =
    { $count ->
        [one] 1 link to sign in
       *[other] { $count } links to sign in
    }
record-deleted-address-changes =
    { $count ->
        [one] 1 address that was not confirmed
       *[other] { $count } addresses that were not confirmed
    }
record-deleted-pending-telephones =
    { $count ->
        [one] 1 telephone that was not set up
       *[other] { $count } telephones that were not set up
    }
record-deleted-limits =
    { $count ->
        [one] 1 count against misuse
       *[other] { $count } counts against misuse
    }
record-deleted-follow-requests =
    { $count ->
        [one] 1 address that never confirmed to follow
       *[other] { $count } addresses that never confirmed to follow
    }
record-deleted-follows =
    { $count ->
        [one] 1 time that somebody followed something
       *[other] { $count } times that somebody followed something
    }
record-deleted-followers =
    { $count ->
        [one] 1 address that follows nothing
       *[other] { $count } addresses that follow nothing
    }
record-deleted-invitations =
    { $count ->
        [one] 1 invitation
       *[other] { $count } invitations
    }
record-deleted-mails =
    { $count ->
        [one] 1 e-mail
       *[other] { $count } e-mails
    }
record-deleted-reports =
    { $count ->
        [one] 1 report of a barrier
       *[other] { $count } reports of barriers
    }
record-deleted-declarations =
    { $count ->
        [one] 1 statement of somebody who voted with an account
       *[other] { $count } statements of people who voted with an account
    }
record-deleted-supports =
    { $count ->
        [one] 1 support, which stays counted
       *[other] { $count } supports, which stay counted
    }
record-deleted-voter-codes =
    { $count ->
        [one] 1 check number of a code of a counted round
       *[other] { $count } check numbers of codes of counted rounds
    }
record-deleted-participations =
    { $count ->
        [one] 1 note that somebody voted
       *[other] { $count } notes that somebody voted
    }
record-deleted-roll =
    { $count ->
        [one] 1 row of the roll of a counted round
       *[other] { $count } rows of the rolls of counted rounds
    }
record-deleted-authors =
    { $count ->
        [one] 1 address of somebody who suggested something
       *[other] { $count } addresses of people who suggested something
    }
record-deleted-text-reports =
    { $count ->
        [one] words of 1 report about a text
       *[other] words of { $count } reports about texts
    }
record-deleted-question-addresses =
    { $count ->
        [one] 1 address of a question
       *[other] { $count } addresses of questions
    }
record-deleted-questions =
    { $count ->
        [one] 1 question to the office
       *[other] { $count } questions to the office
    }
record-deleted-tokens =
    { $count ->
        [one] 1 key for a program
       *[other] { $count } keys for programs
    }
record-deleted-accounts =
    { $count ->
        [one] 1 unused account
       *[other] { $count } unused accounts
    }
record-act-unknown = This version of the program does not fully understand the entry “{ $act }”.

## One entry

record-entry-title = Entry { $number }
record-back = To the record
record-when = When
record-who = Who
record-entry-round = Round
record-check = Check this entry
record-check-lead = The entry is exactly this text. Every character counts.
record-check-file = Download the exact text as a file
record-check-sha = Check value (SHA-256) of the text:
record-check-how = This is how you work out the check value, in a terminal:
record-check-same = If the same value comes out, you hold the whole entry.
record-check-later = Note the check value. Later it shows you whether somebody has changed the entry.
record-check-number = In the text, whoever acted is a random number at most.
record-check-person = The exact text names an account by its random number. Only the office reads it.
record-exact = Exact text

## In the office

record-office-title = Whole record
record-office-title-page =
    { $pages ->
        [one] Whole record
       *[other] Whole record, page { $page } of { $pages }
    }
record-office-lead = These are all entries, also those that are not public. Do not pass names on.
record-office-public = To the public record
record-office-of-round = Whole record of this round
record-roles-title = Who held which role when
record-roles-lead = Read off the record. Earlier roles stay listed.
record-roles-none = Nobody has had a role yet.
record-roles-csv = Download as a table (CSV)
record-roles-person = Person
record-roles-role = Role
record-roles-round = Round
record-roles-departments = Departments
record-roles-every-department = all departments
record-roles-every-round = all rounds
record-roles-from = From
record-roles-until = Until
record-roles-unknown = not known
record-roles-still = today
