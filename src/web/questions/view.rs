//! What the pages about questions show.

use serde::Serialize;

use crate::web::parts::{Pager, Problem};
use crate::web::settings::view::FieldView;
use crate::web::templates::View;

/// What is answered for everybody: `pages/questions/help.html`.
#[derive(Debug, Serialize)]
pub struct HelpShow {
    /// Where a question is asked.
    pub ask_url: String,
    /// The title of the round that the page is narrowed to.
    pub round: Option<String>,
    /// Its name in addresses.
    pub slug: Option<String>,
    /// What is searched for, as it was typed.
    pub searched: Option<String>,
    /// How many answers there are, over all pages.
    pub found: i64,
    /// All answers, where the search goes as well.
    pub all_url: String,
    /// What is asked most, in the order of the office; on the first page only.
    pub frequent: Vec<AnsweredQuestion>,
    /// What the program answers itself; on the first page only.
    pub service: Vec<ServiceAnswer>,
    /// The other public answers, the newest first.
    pub answers: Vec<AnsweredQuestion>,
    /// This page, from 1.
    pub page_number: usize,
    /// How many pages there are.
    pub page_count: usize,
    /// Links to the other pages.
    pub pager: Pager,
}

impl View for HelpShow {
    const TEMPLATE: &'static str = "pages/questions/help.html";
}

/// A public question.
#[derive(Debug, Serialize)]
pub struct AnsweredQuestion {
    /// The language that question and answer are written in.
    pub language: &'static str,
    /// The question as the office published it.
    pub question: String,
    /// The answer, line by line.
    pub answer: Vec<String>,
    /// Who answered, and on which day.
    pub answered: String,
    /// The day on which it was asked; none of those that the office wrote itself.
    pub asked: Option<String>,
    /// The title of the round that it is about.
    pub round: Option<String>,
}

/// A question that the program answers itself.
#[derive(Debug, Serialize)]
pub struct ServiceAnswer {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// Where it is done.
    pub url: String,
    /// What the link says.
    pub link: String,
}

/// The form: `pages/questions/ask.html`.
#[derive(Debug, Serialize)]
pub struct AskForm {
    /// Where the form goes.
    pub url: String,
    /// The answers that are there already.
    pub help_url: String,
    /// What names the form, so that sending it twice asks once.
    pub form_key: String,
    /// The title of the round that the page was opened for.
    pub round: Option<String>,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// The question, what it is about, and an address for the answer.
    pub fields: Vec<FieldView>,
}

impl View for AskForm {
    const TEMPLATE: &'static str = "pages/questions/ask.html";
}

/// One's own question, which later shows the answer: `pages/questions/asked.html`.
#[derive(Debug, Serialize)]
pub struct AskedShow {
    /// Its number.
    pub number: String,
    /// `open`, `public`, `answered_alone` or `set_aside`.
    pub state: &'static str,
    /// The last day for the answer, while it is open.
    pub answer_by: Option<String>,
    /// Whether that is over.
    pub late: bool,
    /// The day on which it was asked.
    pub asked: Option<String>,
    /// The title of the round that it is about.
    pub round: Option<String>,
    /// The language that it is written in.
    #[serde(rename = "text_language")]
    pub language: &'static str,
    /// The question, line by line.
    pub text: Vec<String>,
    /// The answer.
    pub answer: Option<OwnAnswer>,
    /// Why there is none and never will be.
    pub reason: Option<String>,
    /// This page's whole address, to be written down.
    pub address: String,
    /// The public answers.
    pub help_url: String,
}

impl View for AskedShow {
    const TEMPLATE: &'static str = "pages/questions/asked.html";
}

/// An answer.
#[derive(Debug, Serialize)]
pub struct OwnAnswer {
    /// What the office wrote, line by line.
    pub lines: Vec<String>,
    /// When.
    pub at: String,
}

/// The office's list: `pages/questions/list.html`.
#[derive(Debug, Serialize)]
pub struct QuestionList {
    /// The question with which something has just been done.
    pub done: Option<QuestionRow>,
    /// Where the office writes one itself; only for those who may.
    pub new_url: Option<String>,
    /// Those that wait, those that are public, the rest.
    pub parts: Vec<QuestionPartView>,
    /// The name of the part that is shown.
    pub shows: &'static str,
    /// The questions of this page.
    pub rows: Vec<QuestionRow>,
    /// The pages.
    pub pager: Pager,
}

impl View for QuestionList {
    const TEMPLATE: &'static str = "pages/questions/list.html";
}

/// A part of the list.
#[derive(Debug, Serialize)]
pub struct QuestionPartView {
    /// `open`, `public` or `rest`.
    pub name: &'static str,
    /// Its address.
    pub url: String,
    /// How many questions it has.
    pub count: i64,
    /// Whether it is shown.
    pub current: bool,
}

/// A question in the list.
#[derive(Debug, Serialize)]
pub struct QuestionRow {
    /// The question.
    pub question: OfficeQuestion,
    /// Its page.
    pub url: String,
}

/// A question as the office sees it.
#[derive(Debug, Serialize)]
pub struct OfficeQuestion {
    /// Its number.
    pub number: String,
    /// `open`, `public`, `answered_alone` or `set_aside`.
    pub state: &'static str,
    /// The same in words.
    pub state_name: String,
    /// The language that it is written in.
    pub language: &'static str,
    /// Whether the office wrote it itself.
    pub own: bool,
    /// When it was asked.
    pub asked: Option<String>,
    /// By when it is answered at the latest, while it is open.
    pub answer_by: Option<String>,
    /// Whether that is over.
    pub late: bool,
    /// The title of the round that it is about.
    pub round: Option<String>,
    /// What was asked, line by line.
    pub text: Vec<String>,
    /// The question as everybody reads it, line by line.
    pub public_text: Vec<String>,
    /// The answer.
    pub answer: Option<OwnAnswer>,
    /// Why it is set aside.
    pub reason: Option<String>,
    /// Since when it stands as it stands.
    pub settled: Option<String>,
    /// Its place among what is asked most.
    pub place: Option<i64>,
    /// Where the answer goes; only those who answer see it.
    pub email: Option<String>,
}

/// A question in the office with what can be done: `pages/questions/show.html`.
#[derive(Debug, Serialize)]
pub struct QuestionShow {
    /// The question.
    pub question: OfficeQuestion,
    /// Where the forms go.
    pub url: String,
    /// The list.
    pub list_url: String,
    /// The public answers.
    pub help_url: String,
    /// The version that is edited.
    pub version: i64,
    /// Somebody else was faster, and nothing was changed; what was typed is in the fields.
    pub changed_meanwhile: bool,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// What can be done; nothing by those who only read.
    pub forms: Option<QuestionForms>,
}

impl View for QuestionShow {
    const TEMPLATE: &'static str = "pages/questions/show.html";
}

/// What can be done with a question as it stands.
#[derive(Debug, Serialize)]
pub struct QuestionForms {
    /// The question as it is published, the answer, and its place among what is asked most.
    pub fields: Vec<FieldView>,
    /// Whether it can be answered for whoever asked alone.
    pub alone: bool,
    /// The reasons for setting it aside, where it can be.
    pub aside: Option<FieldView>,
    /// Whether it can be taken out of public.
    pub out: bool,
}

/// A question that the office writes itself: `pages/questions/new.html`.
#[derive(Debug, Serialize)]
pub struct QuestionNew {
    /// Where the form goes.
    pub url: String,
    /// The list.
    pub list_url: String,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// The question, the answer, its place, its language, its round.
    pub fields: Vec<FieldView>,
}

impl View for QuestionNew {
    const TEMPLATE: &'static str = "pages/questions/new.html";
}
