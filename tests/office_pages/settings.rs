//! The settings and what rests on them: departments, barriers, easy language.

use allmende::locale::markdown;
use allmende::web::accessibility_reports::view::{
    AnswerView, BarrierAnswer, BarrierForm, BarrierList, BarrierRow, BarrierSent, ReportView,
};
use allmende::web::departments::view::{DepartmentForm, DepartmentList, DepartmentRow, RetireView};
use allmende::web::easy::{EasySection, EasyShow, EasyTopic};
use allmende::web::parts::{Pager, Problem};
use allmende::web::settings::view::{
    FieldGroup, FieldOption, FieldView, NeighbourhoodRow, Outcome, Preview, Sample, SettingsLogo,
    SettingsNeighbourhoods, SettingsOverview, SettingsPart, Task, TaskGroup,
};
use scraper::Selector;

use super::{render, text_of};

fn field(name: &str, kind: &'static str, value: &str) -> FieldView {
    FieldView {
        name: name.into(),
        label: "Label".into(),
        hint: "Hint".into(),
        kind,
        value: value.into(),
        ..FieldView::default()
    }
}

fn wrong(name: &str, kind: &'static str, value: &str) -> FieldView {
    FieldView { problem: Some("Shorten it.".into()), saved: Some("Saved before".into()), ..field(name, kind, value) }
}

fn part(outcome: Outcome, fields: Vec<FieldView>) -> SettingsPart {
    SettingsPart {
        title: "Name".into(),
        lead: "Both names stand at the top.".into(),
        url: "/en/office/organisation/name".into(),
        overview_url: "/en/office/organisation".into(),
        version: 7,
        outcome,
        problems: Vec::new(),
        groups: vec![FieldGroup { legend: Some("For all languages".into()), fields }],
        preview: None,
    }
}

#[test]
fn the_overview_is_a_list_of_tasks() {
    let task = |title: &str, done| Task { title: title.into(), url: "/a".into(), now: "Lindenau".into(), done };
    let view = SettingsOverview {
        may_edit: true,
        groups: vec![TaskGroup {
            id: "look",
            title: "Look".into(),
            tasks: vec![task("Name", true), task("Logo", false)],
        }],
        changed: Some("4 October 2027, 18:05".into()),
    };

    let page = render("settings-overview", &view);

    assert_eq!(text_of(&page, ".rows .state"), "Filled in Still missing");
    render("settings-overview-empty", &SettingsOverview { may_edit: false, groups: Vec::new(), changed: None });
}

#[test]
fn a_saved_part_says_so_and_shows_the_text_as_visitors_see_it() {
    let prose = FieldView {
        saved_html: Some(markdown::to_html("## Kurz gesagt\n\nWir speichern wenig.")),
        url: Some("/de/privacy".into()),
        language: Some("de"),
        ..field("privacy_de", "prose", "")
    };

    let page = render("settings-saved", &part(Outcome::Saved, vec![prose]));

    assert!(text_of(&page, "[role=alert]").starts_with("Saved."));
    assert!(text_of(&page, ".slip").contains("Wir speichern wenig."));
}

#[test]
fn a_conflict_and_mistakes_keep_what_was_typed() {
    let fields = vec![
        wrong("time_zone", "line", "Mars"),
        wrong("email", "email", "nobody"),
        wrong("telephone", "telephone", "call"),
        wrong("page", "url", "here"),
        wrong("offer_de", "tick", ""),
        wrong("imprint_de", "prose", "\nErste Zeile\n<b>"),
    ];
    let problems = fields.iter().map(|field| Problem { text: "Shorten it.".into(), anchor: Some(field.name.clone()) });
    let problems = problems.collect();
    let outcome = Outcome::ChangedMeanwhile { at: Some("4 October 2027, 18:05".into()) };

    let page = render("settings-conflict", &SettingsPart { problems, ..part(outcome, fields) });

    let zone = page.select(&Selector::parse("#time_zone").unwrap()).next().unwrap();
    assert_eq!((zone.attr("value"), zone.attr("aria-invalid")), (Some("Mars"), Some("true")));
    assert!(text_of(&page, "fieldset").contains("Saved is: Saved before"));
    let imprint = page.select(&Selector::parse("#imprint_de").unwrap()).next().unwrap();
    assert_eq!(imprint.text().collect::<String>(), "\nErste Zeile\n<b>");
    assert!(text_of(&page, ".problem").contains("Somebody else has saved meanwhile"));
}

#[test]
fn colours_are_shown_on_light_and_on_dark_pages() {
    let sample =
        |scheme| Sample { scheme, colour: "#12573d".into(), words: "8.52 : 1".into(), button: "6.91 : 1".into() };
    let preview = Preview { css_url: "/assets/preview.css".into(), samples: vec![sample("light"), sample("dark")] };
    let view = SettingsPart {
        preview: Some(preview),
        ..part(Outcome::Fresh, vec![field("act_light", "colour", "#12573d"), wrong("act_dark", "colour", "red")])
    };

    let page = render("settings-colours", &view);

    assert!(text_of(&page, ".sample-dark").contains("8.52 : 1"));
    assert_eq!(text_of(&page, "form .btn"), "Save Look at it first");
}

#[test]
fn the_logo_has_a_form_before_there_is_one_and_after() {
    let logo = |logo: Option<&str>, problem: Option<&str>| SettingsLogo {
        url: "/a".into(),
        overview_url: "/b".into(),
        version: 0,
        outcome: Outcome::Fresh,
        problems: Vec::new(),
        logo: logo.map(Into::into),
        picture_problem: problem.map(Into::into),
        words: vec![field("logo_alt_de", "line", "")],
    };

    let none = render("settings-logo-none", &logo(None, Some("SVG files can hold programs.")));
    let one = render("settings-logo", &logo(Some("/files/a.png"), None));

    assert!(text_of(&none, "#picture-why").contains("SVG"));
    assert!(text_of(&one, "form").contains("Remove the logo"));
}

#[test]
fn neighbourhoods_are_rows_of_one_form() {
    let row = |number, id: &str, title: &str| NeighbourhoodRow {
        number,
        id: id.into(),
        title: title.into(),
        position: FieldView { hint: String::new(), ..field(&format!("position_{number}"), "number", "1") },
        names: vec![FieldView { hint: String::new(), ..wrong(&format!("name_de_{number}"), "line", title) }],
        removed: false,
    };
    let view = SettingsNeighbourhoods {
        url: "/a".into(),
        overview_url: "/b".into(),
        version: 3,
        outcome: Outcome::ChangedMeanwhile { at: None },
        problems: Vec::new(),
        saved: vec!["Nord".into()],
        rows: vec![row(1, "7", "Nord"), row(2, "", "")],
    };

    let page = render("settings-neighbourhoods", &view);

    assert!(text_of(&page, "fieldset legend").contains("New neighbourhood, row 2"));
    assert_eq!(text_of(&page, ".note li"), "Nord");
}

#[test]
fn departments_are_listed_and_edited() {
    let row = DepartmentRow {
        name: "Parks".into(),
        url: "/a".into(),
        email: Some("a@b.example".into()),
        telephone: Some("030 1".into()),
        deputy: Some("Ada".into()),
        substitute: Some("Roads".into()),
    };
    let list = |departments, retired| DepartmentList {
        overview_url: "/a".into(),
        new_url: Some("/b".into()),
        done: Some("Saved.".into()),
        departments,
        retired,
    };
    let bare = DepartmentRow {
        name: "Roads".into(),
        url: "/c".into(),
        email: None,
        telephone: None,
        deputy: None,
        substitute: None,
    };
    let option = |value: &str, chosen| FieldOption { value: value.into(), label: "Roads".into(), chosen };
    let choice =
        FieldView { options: vec![option("", false), option("2", true)], ..field("substitute", "choice", "2") };
    let form = |name: Option<&str>, retire| DepartmentForm {
        name: name.map(Into::into),
        url: "/a".into(),
        list_url: "/b".into(),
        version: 1,
        outcome: Outcome::Fresh,
        problems: Vec::new(),
        fields: vec![field("name_de", "line", "Parks")],
        retire,
    };
    let retire = |retired, named_by| Some(RetireView { url: "/c".into(), retired, named_by });

    render("departments", &list(vec![row], vec![bare]));
    assert!(text_of(&render("departments-empty", &list(Vec::new(), Vec::new())), "main").contains("No department"));
    let read = render("departments-read", &DepartmentList { new_url: None, ..list(Vec::new(), Vec::new()) });
    assert!(!text_of(&read, "main").contains("Add"));
    render("department-new", &form(None, None));
    let page = render(
        "department",
        &DepartmentForm { fields: vec![choice], ..form(Some("Parks"), retire(false, Vec::new())) },
    );
    assert_eq!(text_of(&page, "option[selected]"), "Roads");
    let kept = render("department-named", &form(Some("Parks"), retire(false, vec!["Roads".into()])));
    assert_eq!(kept.select(&Selector::parse("main form").unwrap()).count(), 1, "it cannot retire");
    assert!(
        text_of(&render("department-retired", &form(Some("Parks"), retire(true, Vec::new()))), "main")
            .contains("Bring")
    );
}

fn report(answered: bool) -> ReportView {
    ReportView {
        number: "7".into(),
        received: "4 October 2027".into(),
        answer_by: "Thursday, 4 November 2027".into(),
        late: !answered,
        page: answered.then(|| "/de/imprint".into()),
        problem: "<b>Geht</b>\nnicht".into(),
        email: answered.then(|| "a@b.example".into()),
        language: "de",
        answer: answered.then(|| AnswerView { text: "Ist\nrepariert".into(), at: "5 October 2027".into() }),
    }
}

#[test]
fn a_barrier_is_reported_confirmed_listed_and_answered() {
    let form = |problems, fields| BarrierForm {
        url: "/a".into(),
        statement_url: "/b".into(),
        form_key: "0".repeat(32),
        problems,
        fields,
    };
    let problem = Problem { text: "Fill in this field.".into(), anchor: Some("problem".into()) };
    render("barrier", &form(Vec::new(), vec![field("problem", "prose", ""), field("page", "line", "/en")]));
    render("barrier-wrong", &form(vec![problem], vec![wrong("problem", "prose", "")]));
    for answered in [false, true] {
        let sent = BarrierSent { report: report(answered), statement_url: "/a".into(), address: "http://a/b".into() };
        let page = render(&format!("barrier-sent-{answered}"), &sent);
        assert_eq!(text_of(&page, "h1"), "Report no. 7 has arrived");
        let row = BarrierRow { report: report(answered), url: "/a".into() };
        let list = BarrierList {
            answered_now: answered,
            waiting: 1,
            answered: 2,
            shows_answered: answered,
            waiting_url: "/a".into(),
            answered_url: "/b".into(),
            rows: vec![row],
            pager: Pager::new(1, 3, |page| format!("?page={page}")),
        };
        render(&format!("barriers-{answered}"), &list);
        let answer = BarrierAnswer {
            report: report(answered),
            url: "/a".into(),
            list_url: "/b".into(),
            answered_meanwhile: answered,
            problems: Vec::new(),
            field: Some(field("answer", "prose", "Mine")),
        };
        assert!(text_of(&render(&format!("barrier-answer-{answered}"), &answer), "main").contains("Mine"));
    }
    let empty = BarrierList {
        answered_now: false,
        waiting: 0,
        answered: 0,
        shows_answered: false,
        waiting_url: "/a".into(),
        answered_url: "/b".into(),
        rows: Vec::new(),
        pager: Pager::default(),
    };
    assert!(text_of(&render("barriers-empty", &empty), "main").contains("There is nothing here."));
}

#[test]
fn easy_language_shows_only_what_is_written() {
    let section = |topic| EasySection { topic, html: "<p>Das ist leicht.</p>".into() };
    let all = EasyShow {
        sections: [EasyTopic::What, EasyTopic::Vote, EasyTopic::Suggest].map(section).into(),
        video_url: Some("https://lindenau.example/dgs".into()),
    };

    assert!(text_of(&render("easy", &all), "main.easy").contains("Video in sign language"));
    let one = render("easy-one", &EasyShow { sections: vec![section(EasyTopic::Vote)], video_url: None });
    assert_eq!(text_of(&one, "main h2"), "How to vote");
}
