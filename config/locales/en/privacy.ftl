# What is kept of people, why and until when. The numbers come from the program.

privacy-kept-title = What we keep, why and until when
privacy-kept-lead = These tables are made from the very rules by which the program deletes.
privacy-kept-nightly = Each night it deletes what has had its time. The record says how much.
privacy-kept-last = Last time: { $day }.
privacy-kept-backups = In backups, deleted data stays until the backups are deleted too.
privacy-kept-what = What
privacy-kept-until = Until when

privacy-purpose-proposing = Proposing
privacy-purpose-voting = Voting
privacy-purpose-sign-in = Signing in
privacy-purpose-account = Your account
privacy-purpose-mail = E-mails
privacy-purpose-following = Following
privacy-purpose-safety = Protection against misuse
privacy-purpose-moderation = Reports about texts
privacy-purpose-barriers = Reported barriers
privacy-purpose-questions = Questions to the office
privacy-purpose-office = Work of the office
privacy-purpose-record = Record

privacy-why-proposing = So that you can propose something and hear what becomes of it.
privacy-why-voting = So that everybody who may can vote, and nobody twice.
privacy-why-sign-in = So that only you get into your account.
privacy-why-account = So that we know you again and write in your language.
privacy-why-mail = So that e-mails arrive and we find mistakes.
privacy-why-following = So that you hear what becomes of what you follow.
privacy-why-safety = So that nobody guesses codes and passwords.
privacy-why-moderation = So that anybody can report a text that breaks a rule.
privacy-why-barriers = So that you get an answer and we remove the barrier.
privacy-why-questions = So that you get an answer that helps others as well.
privacy-why-office = So that it is clear who may do what and whom you can ask.
privacy-why-record = So that everybody can check what the office did.

privacy-data-drafts = Your draft while you write, and a check value of your change code.
privacy-data-proposals = Your proposal as everybody reads it, with the name that you give.
privacy-data-authors = Your e-mail address if you give one, and a check value of your change code. If you are signed in, a pseudonym that only the program can trace to your account. Never public.
privacy-data-supports = Which proposals you support, under a pseudonym that only the program can trace to your account. If you delete the account, it goes. Never public.
privacy-data-scans = A picture of your paper form, if the office made one. Never public.
privacy-data-roll = Who may vote, as a number made from a code, an account or a register. No name, no address.
privacy-data-voter-codes = How we recognise your code; until the count also your account and its address. All as check numbers.
privacy-data-declarations = What you confirmed before voting with an account, and on which day. Without your name.
privacy-data-participations = That somebody voted, on which day and in which way. Never for what.
privacy-data-cast-forms = A check number, so that a second click does not count twice.
privacy-data-ballots = The ballot, sealed and without a name.
privacy-data-sessions = That you are signed in, since when and with which browser.
privacy-data-sign-ins = The e-mail address to which a link to sign in was sent.
privacy-data-address-changes = A new e-mail address that is not confirmed yet.
privacy-data-pending-telephones = A telephone for codes that is not set up yet.
privacy-data-proofs = Password, telephone for codes, codes on paper and personnel code. All encrypted or as a check number.
privacy-data-accounts = E-mail address, name, language. Also the days on which the account was made, last used or closed.
privacy-data-mails = E-mails to you, with your address and what they say. Those after a vote, and the last one to a deleted account, go as soon as they are sent.
privacy-data-follow-requests = Your e-mail address, if somebody typed it to follow something. That may have been you.
privacy-data-follows = Which rounds and proposals you follow.
privacy-data-followers = The e-mail address and the language in which we write to you.
privacy-data-limits = How often something was tried from a network address or for an account.
privacy-data-text-reports = What somebody wrote about a text that they reported, and the note of the office. Not who it was.
privacy-data-reports = What you reported, and our answer. Your e-mail address, if you gave one. It goes at once with your account.
privacy-data-question-addresses = Your e-mail address with a question, if you gave one. Never public. It goes at once with your account.
privacy-data-questions = What you asked the office, and the answer.
privacy-data-roles = Which role an account has or had.
privacy-data-invitations = The e-mail address of whoever is invited, and the role.
privacy-data-tokens = Keys for programs and who made them.
privacy-data-contacts = Whom to ask in departments, for help and in the imprint.
privacy-data-entries = What the office did, when and why. Instead of a name there is a random number.
privacy-data-actors = Which account belongs to a random number in the record.

privacy-until-drafts = Until you send or delete it. Otherwise until the day that stands with the draft.
privacy-until-scans =
    { $count ->
        [one] 1 month after the proposal was entered. Earlier if you take it back.
       *[other] { $count } months after the proposal was entered. Earlier if you take it back.
    }
privacy-until-sessions = Until you are no longer signed in.
privacy-until-sign-ins = Until the link is no longer good.
privacy-until-address-changes = Until you confirm it or the link is no longer good.
privacy-until-pending-telephones =
    { $count ->
        [one] Until it is set up, at most 1 day.
       *[other] Until it is set up, at most { $count } days.
    }
privacy-until-follow-requests = Until the link in our e-mail is no longer good.
privacy-until-follows = Until you stop following, or the round is archived.
privacy-until-followers = Until you follow nothing any more.
privacy-until-limits =
    { $count ->
        [one] 1 day after the last try.
       *[other] { $count } days after the last try.
    }
privacy-until-invitations =
    { $count ->
        [one] 1 day after the invitation has run out.
       *[other] { $count } days after the invitation has run out.
    }
privacy-until-mails =
    { $count ->
        [one] 1 day after they were written.
       *[other] { $count } days after they were written.
    }
privacy-until-text-reports =
    { $count ->
        [one] 1 month after the decision. Without a decision the report stays.
       *[other] { $count } months after the decision. Without a decision the report stays.
    }
privacy-until-reports =
    { $count ->
        [one] 1 month after our answer. Without an answer the report stays.
       *[other] { $count } months after our answer. Without an answer the report stays.
    }
privacy-until-declarations =
    { $count ->
        [one] 1 month after you confirmed it.
       *[other] { $count } months after you confirmed it.
    }
privacy-until-authors =
    { $count ->
        [one] 1 month after the council decided on the round. If it does not decide, after the result.
       *[other] { $count } months after the council decided on the round. If it does not decide, after the result.
    }
privacy-until-question-addresses =
    { $count ->
        [one] 1 day after the office answered.
       *[other] { $count } days after the office answered.
    }
privacy-until-questions =
    { $count ->
        [one] 1 month after the answer. Without an answer the question stays. What is public stays without your own words until the office removes it.
       *[other] { $count } months after the answer. Without an answer the question stays. What is public stays without your own words until the office removes it.
    }
privacy-until-supports =
    { $count ->
        [one] 1 month after supporting ended. The numbers stay.
       *[other] { $count } months after supporting ended. The numbers stay.
    }
privacy-until-voter-codes =
    { $count ->
        [one] 1 month after the result was published. Without a result it stays.
       *[other] { $count } months after the result was published. Without a result it stays.
    }
privacy-until-participations =
    { $count ->
        [one] 1 month after the result was published. Without a result it stays.
       *[other] { $count } months after the result was published. Without a result it stays.
    }
privacy-until-roll =
    { $count ->
        [one] 1 month after the result was published. Without a result it stays.
       *[other] { $count } months after the result was published. Without a result it stays.
    }
privacy-until-tokens =
    { $count ->
        [one] 1 day after they ran out or were revoked.
       *[other] { $count } days after they ran out or were revoked.
    }
privacy-until-accounts =
    { $count ->
        [one] 1 month after the last sign-in. We write to you { $days } days before. If that e-mail cannot leave, we write up to { $warnings } times, and the days begin anew. Without an e-mail address we cannot. Accounts with a role in the office stay. You can delete your account at any time.
       *[other] { $count } months after the last sign-in. We write to you { $days } days before. If that e-mail cannot leave, we write up to { $warnings } times, and the days begin anew. Without an e-mail address we cannot. Accounts with a role in the office stay. You can delete your account at any time.
    }
privacy-until-account-deleted = Until the account is deleted.
privacy-until-box-opened = Until the ballot box is opened for the count.
privacy-until-stays-public = Stays public, as long as the round. The office can hide a name.
privacy-until-office-changes = Until the office changes them.
privacy-until-forever = For good. The program writes no names into it.
