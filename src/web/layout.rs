//! What every page carries besides its own content: language, name of the service, menu, help, addresses of assets.
//! Templates see it as `page`.

use serde::Serialize;

use crate::locale::Language;

/// The frame of one page, ready to print; every text is in the page's language.
#[derive(Debug, Clone, Serialize)]
pub struct Page {
    /// The language; templates know its code as `page.language`.
    pub language: Language,
    /// The value of `<html lang>`, from [`Language::tag`].
    pub html_language: &'static str,
    /// `ltr` or `rtl`, from [`Language::direction`].
    pub direction: &'static str,
    /// The organisation, such as a district.
    pub organisation: String,
    /// What the service is called, such as "Participatory budget".
    pub service: String,
    /// The start page in this language.
    pub home_url: String,
    /// This page in each language on offer, this one included.
    pub languages: Vec<LanguageLink>,
    /// The main menu; empty in focus mode.
    pub nav: Vec<NavLink>,
    /// Focus mode: where "Leave" leads. It replaces the menu.
    pub leave: Option<Leave>,
    /// Signs an administrator out, by POST; stands at the end of the menu.
    pub sign_out_url: Option<String>,
    /// What is said on a shared computer while somebody is signed in there.
    pub shared: Option<SharedView>,
    /// Where to get help, in the same order on every page.
    pub help: Help,
    /// The texts in easy language, when there are any.
    pub easy_url: Option<String>,
    /// A page with a video in sign language, when there is one.
    pub sign_language_url: Option<String>,
    /// The organisation's logo, in place of the program's mark.
    pub logo: Option<LogoView>,
    /// The stylesheet with the organisation's colours, with its content's hash in the name.
    pub theme_url: Option<String>,
    /// Where a barrier on this page is reported.
    pub report_url: String,
    /// The accessibility statement.
    pub accessibility_url: String,
    /// The imprint.
    pub imprint_url: String,
    /// The privacy statement.
    pub privacy_url: String,
    /// Further links of the foot.
    pub foot: Vec<NavLink>,
    /// The day on which the content last changed, in words.
    pub last_changed: Option<String>,
    /// A sentence above everything, such as that this is a demonstration.
    pub notice: Option<String>,
    /// The stylesheet, with its content's hash in the name.
    pub css_url: String,
    /// The script, with its content's hash in the name; only few pages load it.
    pub js_url: String,
    /// The icon, with its content's hash in the name.
    pub icon_url: String,
    /// The token of a session's forms; none on shared pages.
    pub csrf: Option<String>,
}

impl Page {
    /// Lets a change of language take a form along, so that nothing of what was filled in is lost; `address` shows the
    /// form again in a language, by POST. The page's block `first` needs a button of the form for the Enter key, which
    /// would otherwise change the language.
    #[must_use]
    pub fn taking_along(mut self, form: &'static str, address: impl Fn(Language) -> String) -> Self {
        for link in &mut self.languages {
            link.takes_along = Some(TakesAlong { form, url: address(link.language) });
        }
        self
    }
}

impl LanguageLink {
    /// The link to a page's address in a language, seen from a page in `here`.
    #[must_use]
    pub fn new(language: Language, url: String, here: Language) -> Self {
        Self {
            language,
            html_language: language.tag(),
            name: language.own_name(),
            url,
            current: language == here,
            takes_along: None,
        }
    }
}

/// One entry of a menu.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NavLink {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub url: String,
    /// Whether it is the page that is open.
    pub current: bool,
}

/// The same page in a language.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageLink {
    /// The language.
    pub language: Language,
    /// For `lang` and `hreflang`.
    pub html_language: &'static str,
    /// The language's own name for itself.
    pub name: &'static str,
    /// The same page in it.
    pub url: String,
    /// Whether it is the page's language.
    pub current: bool,
    /// A form that goes along; then it is no link but one of the form's buttons.
    pub takes_along: Option<TakesAlong>,
}

/// A form that goes along when the language changes.
#[derive(Debug, Clone, Serialize)]
pub struct TakesAlong {
    /// Its id.
    pub form: &'static str,
    /// Shows it again in the language, by POST.
    pub url: String,
}

/// A shared computer while somebody is signed in there.
#[derive(Debug, Clone, Serialize)]
pub struct SharedView {
    /// Where it stands.
    pub workplace: String,
    /// What stands in the address of that place.
    pub key: String,
    /// Signs out, by POST.
    pub sign_out_url: String,
    /// The token of the form that signs out.
    pub csrf: Option<String>,
    /// Where the next person enters.
    pub entry_url: String,
    /// An address that need only be asked for to stay signed in.
    pub stay_url: String,
    /// After so many minutes without a request the session ends.
    pub minutes: i64,
    /// So many seconds the session surely lasts without another request.
    pub surely: i64,
    /// After so many seconds without another request it is surely over.
    pub over: i64,
    /// So many seconds it lasts at most.
    pub longest: i64,
    /// Whether the page goes back to the entry by itself when the session is over; not where somebody may be typing.
    pub returns: bool,
}

/// How focus mode is left.
#[derive(Debug, Clone, Serialize)]
pub struct Leave {
    /// Where the link or the form leads.
    pub url: String,
    /// Whether leaving ends a session and so must be a POST.
    pub posts: bool,
}

/// The organisation's logo.
#[derive(Debug, Clone, Serialize)]
pub struct LogoView {
    /// Its address.
    pub url: String,
    /// In pixels.
    pub width: i64,
    /// In pixels.
    pub height: i64,
    /// What it says to those who do not see it; empty when it says nothing but the name beside it.
    pub words: String,
}

/// The ways to help. Asking the office is always one; each other is shown only when the organisation has named it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Help {
    /// The telephone number as people read it.
    pub telephone: Option<String>,
    /// The number as a `tel:` address; set whenever `telephone` is.
    pub telephone_url: Option<String>,
    /// When somebody answers.
    pub hours: Option<String>,
    /// A place to go to.
    pub place: Option<String>,
    /// What there is at the place.
    pub place_note: Option<String>,
    /// Where the office is asked.
    pub ask_url: String,
    /// An address to write to.
    pub email: Option<String>,
}
