//! What happens to a question to the office: somebody asks it, the office answers it in public or alone or sets it aside.
//! What is public is edited by publishing it anew, and can be taken out of public again.

mod answer_alone;
mod ask;
mod publish;
mod refusal;
mod set_aside;
mod settle;
mod take_out;
mod write;

pub use answer_alone::answer_question_alone;
pub use ask::{AskQuestion, ask_question};
pub use publish::publish_question;
pub use refusal::QuestionError;
pub use set_aside::set_question_aside;
pub use settle::{PublicAnswer, SeenQuestion};
pub use take_out::take_question_out;
pub use write::{WriteQuestion, write_question};
