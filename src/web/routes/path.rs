//! The patterns below a language, for the `configure` of each feature.

/// The start page.
pub const HOME: &str = "";
/// A round.
pub const ROUND: &str = "/rounds/{slug}";
/// The projects of a round.
pub const PROJECTS: &str = "/rounds/{slug}/projects";
/// A project.
pub const PROJECT: &str = "/rounds/{slug}/projects/{number}";
/// The proposals of a round.
pub const PROPOSALS: &str = "/rounds/{slug}/proposals";
/// The same as a table.
pub const PROPOSALS_TABLE: &str = "/rounds/{slug}/proposals.csv";
/// A proposal.
pub const PROPOSAL: &str = "/rounds/{slug}/proposals/{number}";
/// What a proposal said before it was changed.
pub const PROPOSAL_VERSIONS: &str = "/rounds/{slug}/proposals/{number}/versions";
/// Reports a proposal that breaks a rule.
pub const REPORT_PROPOSAL: &str = "/rounds/{slug}/proposals/{number}/report";
/// A report that somebody sent.
pub const REPORTED_PROPOSAL: &str = "/rounds/{slug}/proposals/{number}/reported/{token}";
/// How often proposals were reported and hidden.
pub const MODERATION_FIGURES: &str = "/rounds/{slug}/moderation";
/// Supports a proposal, or takes that back.
pub const SUPPORT: &str = "/rounds/{slug}/proposals/{number}/support";
/// How fast departments answer proposals.
pub const ANSWER_TIMES: &str = "/rounds/{slug}/answer-times";
/// Leads to a proposal by its number: `?number=`.
pub const FIND_PROPOSAL: &str = "/proposals";
/// Proposing something: what and why.
pub const PROPOSE: &str = "/rounds/{slug}/propose";
/// Where.
pub const PROPOSE_WHERE: &str = "/rounds/{slug}/propose/where";
/// Proposals that resemble it.
pub const PROPOSE_SIMILAR: &str = "/rounds/{slug}/propose/similar";
/// What is optional.
pub const PROPOSE_MORE: &str = "/rounds/{slug}/propose/more";
/// The last look; a POST sends it.
pub const PROPOSE_CHECK: &str = "/rounds/{slug}/propose/check";
/// The receipt.
pub const PROPOSE_RECEIPT: &str = "/rounds/{slug}/propose/receipt";
/// A draft that is left for later.
pub const PROPOSE_DRAFT: &str = "/rounds/{slug}/propose/draft";
/// The form on paper.
pub const PROPOSAL_FORM: &str = "/rounds/{slug}/proposal-form";
/// Somebody's own proposal, by its change code.
pub const OWN_PROPOSAL: &str = "/proposals/mine";
/// Where a code is entered; `?code=` fills it in.
pub const VOTE: &str = "/rounds/{slug}/vote";
/// Takes a code.
pub const VOTE_CODE: &str = "/rounds/{slug}/vote/code";
/// Comes to a ballot with the account that is signed in.
pub const VOTE_ACCOUNT: &str = "/rounds/{slug}/vote/account";
/// The ballot; a POST shows it again with its choices.
pub const VOTE_BALLOT: &str = "/rounds/{slug}/vote/ballot";
/// Shows the choices for a last look.
pub const VOTE_CHECK: &str = "/rounds/{slug}/vote/check";
/// Puts the ballot into the box.
pub const VOTE_CAST: &str = "/rounds/{slug}/vote/cast";
/// The receipt.
pub const VOTE_RECEIPT: &str = "/rounds/{slug}/vote/receipt";
/// Ends the voter's session.
pub const VOTE_LEAVE: &str = "/rounds/{slug}/vote/leave";
/// The result.
pub const RESULT: &str = "/rounds/{slug}/result";
/// The result of one area of several.
pub const RESULT_AREA: &str = "/rounds/{slug}/result/areas/{area}";
/// The ballots of an area for a recount.
pub const RESULT_FILE: &str = "/rounds/{slug}/result/{area}.pb";
/// The public record.
pub const RECORD: &str = "/record";
/// What was found in it as a table.
pub const RECORD_TABLE: &str = "/record.csv";
/// The exact text of an entry.
pub const RECORD_FILE: &str = "/record/{id}.json";
/// An entry.
pub const RECORD_ENTRY: &str = "/record/{id}";
/// Who is responsible.
pub const IMPRINT: &str = "/imprint";
/// What is stored and for how long.
pub const PRIVACY: &str = "/privacy";
/// What works for whom.
pub const ACCESSIBILITY: &str = "/accessibility";
/// Reports a barrier; `?page=` says where it is.
pub const REPORT_BARRIER: &str = "/accessibility/report";
/// A report with its answer, for whoever sent it.
pub const REPORTED_BARRIER: &str = "/accessibility/report/{token}";
/// Answers to what people ask; `?round=` narrows them to a round.
pub const HELP: &str = "/help";
/// Asks the office; `?round=` says about which round.
pub const ASK: &str = "/help/ask";
/// A question with its answer, for whoever asked.
pub const ASKED: &str = "/help/questions/{token}";
/// Takes an address that is to follow something: `?round=`, `?proposal=`.
pub const FOLLOW: &str = "/follow";
/// Says that its mailbox was asked.
pub const FOLLOW_SENT: &str = "/follow/sent";
/// Where the mailbox confirms: `?token=`.
pub const FOLLOW_CONFIRM: &str = "/follow/confirm";
/// What somebody follows; `?token=` says who.
pub const FOLLOWING: &str = "/following";
/// Texts in easy language.
pub const EASY: &str = "/easy";
/// Signs in.
pub const SIGN_IN: &str = "/sign-in";
/// Asks for a link and six digits by mail.
pub const SIGN_IN_MAIL: &str = "/sign-in/mail";
/// Takes the six digits of the mail.
pub const SIGN_IN_CODE: &str = "/sign-in/code";
/// Where the link of the mail leads.
pub const SIGN_IN_LINK: &str = "/sign-in/link";
/// Takes the code of the telephone.
pub const SIGN_IN_SECOND_FACTOR: &str = "/sign-in/second-factor";
/// Where employees enter with a personnel code; the poster of a workplace leads here.
pub const ENTER: &str = "/enter/{key}";
/// Somebody's own account.
pub const ACCOUNT: &str = "/account";
/// Changes name and language.
pub const ACCOUNT_PROFILE: &str = "/account/profile";
/// Asks for another address; `?token=` confirms it.
pub const ACCOUNT_ADDRESS: &str = "/account/address";
/// Sets or removes the password.
pub const ACCOUNT_PASSWORD: &str = "/account/password";
/// Ends sessions.
pub const ACCOUNT_SESSIONS: &str = "/account/sessions";
/// Everything that is kept of the account, as an archive.
pub const ACCOUNT_DATA: &str = "/account/data";
/// Deletes the account.
pub const ACCOUNT_DELETE: &str = "/account/delete";
/// Sets up the telephone.
pub const SECOND_FACTOR: &str = "/account/second-factor";
/// Signs out.
pub const SIGN_OUT: &str = "/sign-out";
/// The office's overview.
pub const OFFICE: &str = "/office";
/// A round in the office.
pub const OFFICE_ROUND: &str = "/office/rounds/{slug}";
/// Moves the end of voting.
pub const OFFICE_EXTEND: &str = "/office/rounds/{slug}/extend";
/// Ends voting.
pub const OFFICE_CLOSE: &str = "/office/rounds/{slug}/close";
/// Certifies the voting.
pub const OFFICE_CERTIFY: &str = "/office/rounds/{slug}/certify";
/// How far the count is.
pub const OFFICE_COUNT: &str = "/office/rounds/{slug}/count";
/// Publishes the result.
pub const OFFICE_PUBLISH: &str = "/office/rounds/{slug}/publish";
/// What the council decided on each project.
pub const OFFICE_DECISIONS: &str = "/office/rounds/{slug}/decisions";
/// Corrects the entry of one project.
pub const OFFICE_DECISION: &str = "/office/rounds/{slug}/decisions/{number}";
/// Says that the council has decided.
pub const OFFICE_DECIDED: &str = "/office/rounds/{slug}/decided";
/// The result on paper, for the council.
pub const OFFICE_COUNCIL_PAPER: &str = "/office/rounds/{slug}/council-paper";
/// The proposals of a round, for whoever moderates.
pub const OFFICE_PROPOSALS: &str = "/office/rounds/{slug}/proposals";
/// Shows, hides or restores a proposal.
pub const OFFICE_PROPOSAL: &str = "/office/rounds/{slug}/proposals/{number}";
/// The proposals of a round that are to be reviewed.
pub const OFFICE_REVIEWS: &str = "/office/rounds/{slug}/review";
/// Reviews a proposal.
pub const OFFICE_REVIEW: &str = "/office/rounds/{slug}/review/{number}";
/// What of a round goes onto the ballot; a POST freezes it or opens it again.
pub const OFFICE_SHORTLIST: &str = "/office/rounds/{slug}/shortlist";
/// A proposal on its way to the ballot.
pub const OFFICE_CANDIDATE: &str = "/office/rounds/{slug}/shortlist/{number}";
/// Enters what came on paper, by telephone or at a meeting.
pub const ENTER_PROPOSAL: &str = "/office/rounds/{slug}/enter-proposal";
/// Corrects what was mistyped.
pub const CORRECT_PROPOSAL: &str = "/office/rounds/{slug}/enter-proposal/{number}";
/// The slip for the author; a POST prints it.
pub const ENTERED_SLIP: &str = "/office/rounds/{slug}/enter-proposal/{number}/slip";
/// The scanned paper.
pub const ENTERED_SCAN: &str = "/office/rounds/{slug}/enter-proposal/{number}/scan";
/// Starts a round.
pub const NEW_ROUND: &str = "/office/new-round";
/// The task list of a round.
pub const SET_UP: &str = "/office/rounds/{slug}/set-up";
/// Title, address, currency, effect.
pub const SET_UP_BASICS: &str = "/office/rounds/{slug}/set-up/basics";
/// What the round is about.
pub const SET_UP_TEXTS: &str = "/office/rounds/{slug}/set-up/texts";
/// Its areas.
pub const SET_UP_AREAS: &str = "/office/rounds/{slug}/set-up/areas";
/// Its topics.
pub const SET_UP_TOPICS: &str = "/office/rounds/{slug}/set-up/topics";
/// Who may propose, support and vote.
pub const SET_UP_PEOPLE: &str = "/office/rounds/{slug}/set-up/people";
/// How the ballot is filled in and counted.
pub const SET_UP_BALLOT: &str = "/office/rounds/{slug}/set-up/ballot";
/// Its windows.
pub const SET_UP_DATES: &str = "/office/rounds/{slug}/set-up/dates";
/// What is kept of people.
pub const SET_UP_PRIVACY: &str = "/office/rounds/{slug}/set-up/privacy";
/// The public page before it is public.
pub const SET_UP_PREVIEW: &str = "/office/rounds/{slug}/set-up/preview";
/// Makes a round public.
pub const SET_UP_PUBLISH: &str = "/office/rounds/{slug}/set-up/publish";
/// The whole record.
pub const OFFICE_RECORD: &str = "/office/record";
/// What was found in it as a table.
pub const OFFICE_RECORD_TABLE: &str = "/office/record.csv";
/// Who held which role when.
pub const OFFICE_ROLES: &str = "/office/record/roles";
/// The same as a table.
pub const OFFICE_ROLES_TABLE: &str = "/office/record/roles.csv";
/// The organisation's settings before they had parts; leads to the next one.
pub const SETTINGS: &str = "/office/settings";
/// The overview of the organisation's settings.
pub const ORGANISATION: &str = "/office/organisation";
/// The names of the organisation and of the service.
pub const ORGANISATION_NAME: &str = "/office/organisation/name";
/// The logo.
pub const ORGANISATION_LOGO: &str = "/office/organisation/logo";
/// The colours.
pub const ORGANISATION_COLOURS: &str = "/office/organisation/colours";
/// How people get help.
pub const ORGANISATION_HELP: &str = "/office/organisation/help";
/// Imprint, privacy, accessibility.
pub const ORGANISATION_TEXTS: &str = "/office/organisation/texts";
/// Languages on offer and time zone.
pub const ORGANISATION_LANGUAGES: &str = "/office/organisation/languages";
/// What council, neighbourhood and fund are called.
pub const ORGANISATION_WORDS: &str = "/office/organisation/words";
/// The list of neighbourhoods.
pub const ORGANISATION_NEIGHBOURHOODS: &str = "/office/organisation/neighbourhoods";
/// Texts in easy language, and the way to sign language.
pub const ORGANISATION_EASY: &str = "/office/organisation/easy";
/// The departments.
pub const DEPARTMENTS: &str = "/office/organisation/departments";
/// Adds a department.
pub const DEPARTMENT_NEW: &str = "/office/organisation/departments/new";
/// A department.
pub const DEPARTMENT: &str = "/office/organisation/departments/{id}";
/// Retires a department, or brings it back.
pub const DEPARTMENT_RETIRE: &str = "/office/organisation/departments/{id}/retire";
/// Reports of barriers.
pub const ACCESSIBILITY_REPORTS: &str = "/office/accessibility-reports";
/// A report of a barrier, by its number.
pub const ACCESSIBILITY_REPORT: &str = "/office/accessibility-reports/{number}";
/// Questions to the office.
pub const QUESTIONS: &str = "/office/questions";
/// A question that the office writes itself.
pub const QUESTION_NEW: &str = "/office/questions/new";
/// A question, by its number.
pub const QUESTION: &str = "/office/questions/{number}";
/// The demonstration's mails.
pub const MAILBOX: &str = "/demo/mailbox";
/// One of each kind of mail, with made-up words.
pub const MAIL_SAMPLES: &str = "/demo/mailbox/samples";
/// One of them as HTML, by its number from 1.
pub const MAIL_SAMPLE: &str = "/demo/mailbox/samples/{number}";
/// One of them.
pub const MAIL: &str = "/demo/mailbox/{id}";
/// The same as HTML.
pub const MAIL_HTML: &str = "/demo/mailbox/{id}/html";
/// How mails leave.
pub const OFFICE_MAILS: &str = "/office/mails";
/// Sends a mail to whoever asks.
pub const TEST_MAIL: &str = "/office/mails/test";
/// Mails that will not arrive.
pub const FAILED_MAILS: &str = "/office/mails/failed";
/// Tokens for programs.
pub const TOKENS: &str = "/office/tokens";
/// Revokes one.
pub const TOKEN_REVOKE: &str = "/office/tokens/revoke";
/// Places where employees share a computer.
pub const WORKPLACES: &str = "/office/workplaces";
/// Adds one.
pub const WORKPLACE_NEW: &str = "/office/workplaces/new";
/// A workplace: its name and its address.
pub const WORKPLACE: &str = "/office/workplaces/{id}";
/// Closes it.
pub const WORKPLACE_CLOSE: &str = "/office/workplaces/{id}/close";
/// Opens it again.
pub const WORKPLACE_REOPEN: &str = "/office/workplaces/{id}/reopen";
/// Gives it another address.
pub const WORKPLACE_ADDRESS: &str = "/office/workplaces/{id}/address";
/// Its poster.
pub const WORKPLACE_POSTER: &str = "/office/workplaces/{id}/poster";
/// Personnel codes by batch; `?serial=` finds a slip.
pub const PERSONNEL_CODES: &str = "/office/personnel-codes";
/// Makes a batch, and shows its slips once.
pub const PERSONNEL_CODES_NEW: &str = "/office/personnel-codes/new";
/// The code of a slip, by the number on it.
pub const PERSONNEL_CODE: &str = "/office/personnel-codes/{id}";
/// Replaces it, and shows the new slip once.
pub const PERSONNEL_CODE_REPLACE: &str = "/office/personnel-codes/{id}/replace";
/// Withdraws it.
pub const PERSONNEL_CODE_WITHDRAW: &str = "/office/personnel-codes/{id}/withdraw";
/// Who works in the office, and who is invited.
pub const PEOPLE: &str = "/office/people";
/// Invites somebody.
pub const INVITE: &str = "/office/people/invite";
/// Sends an invitation again, or takes it back.
pub const SENT_INVITATION: &str = "/office/people/invitations/{handle}";
/// Somebody who works in the office.
pub const PERSON: &str = "/office/people/{id}";
/// Gives them a role.
pub const GIVE_ROLE: &str = "/office/people/{id}/give";
/// Takes a role from them.
pub const TAKE_ROLE: &str = "/office/people/{id}/take";
/// Changes the departments of a role.
pub const CHANGE_DEPARTMENTS: &str = "/office/people/{id}/departments";
/// Closes their account.
pub const CLOSE_ACCOUNT: &str = "/office/people/{id}/close";
/// Opens it again.
pub const REOPEN_ACCOUNT: &str = "/office/people/{id}/reopen";
/// Resets their telephone.
pub const RESET_TELEPHONE: &str = "/office/people/{id}/telephone";
/// Where the link of an invitation leads.
pub const INVITATION: &str = "/invitation";
/// Who can see and do what.
pub const WHO_SEES_WHAT: &str = "/who-sees-what";
