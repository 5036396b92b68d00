//! Every form of output of one short draft against its snapshot; `tests/README.md` says how a
//! snapshot is reviewed.
#![allow(clippy::expect_used, reason = "these are tests")]

use hegao::output::summary::{Summary, Tally};
use hegao::output::{html, json, sarif, text};
use hegao::{Lang, Review, check, profile};
use serde_json::Value;

const DRAFT: &str = "青澜区司法局权责清单共350项，其中行政许可16项、行政处罚217项、其他职权118项。\n\
    全年受理<投诉>45件,办结45件，办结率100%，平均用时3.5天。\n自2023年9月31日起施行。";

fn review(lang: Lang) -> Review {
    let mut review = check(DRAFT, profile::for_text(DRAFT), lang);
    review.file = Some("draft.txt".to_owned());
    review
}

fn compare(name: &str, output: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, output));
}

#[test]
fn writes_text() {
    compare("output-text", &text::render(&review(Lang::Zh), DRAFT, Lang::Zh, text::Style::Plain));
    compare("output-text-en", &text::render(&review(Lang::En), DRAFT, Lang::En, text::Style::Plain));
}

#[test]
fn writes_one_line_of_json() {
    let line = json::line(&review(Lang::Zh));
    assert!(!line.contains('\n'));
    let value: Value = serde_json::from_str(&line).expect("JSON");
    compare("output-json", &serde_json::to_string_pretty(&value).expect("JSON"));
}

#[test]
fn writes_sarif_results() {
    let results = format!("[{}]", sarif::results(&review(Lang::Zh), DRAFT, Lang::Zh));
    let value: Value = serde_json::from_str(&results).expect("JSON");
    compare("output-sarif", &serde_json::to_string_pretty(&value).expect("JSON"));
}

#[test]
fn writes_a_sheet() {
    let (mut summary, review) = (Summary::default(), review(Lang::Zh));
    summary.add("draft.txt", Tally::of(&review));
    summary.fail();
    let failures = [("照片.jpg".to_owned(), "不是文本文件".to_owned())];
    let end = html::end(&summary, &failures, Lang::Zh);
    compare("output-html", &format!("{}{end}", html::sheet(&review, DRAFT, Lang::Zh)));
}

#[test]
fn a_sheet_needs_nothing_but_itself() {
    for lang in [Lang::Zh, Lang::En] {
        let summary = Summary::default();
        let page =
            [html::begin(lang), html::sheet(&review(lang), DRAFT, lang), html::end(&summary, &[], lang)];
        let page = page.concat();
        for reference in ["http:", "https:", "src=", "href=", "url(", "@import", "<script", "<link"] {
            assert!(!page.contains(reference), "{reference}");
        }
        for tag in ["html", "head", "body", "article", "ol", "table", "ul", "style"] {
            let count = |start: &str| {
                page.matches(&format!("{start}{tag}>")).count()
                    + page.matches(&format!("{start}{tag} ")).count()
            };
            assert_eq!(count("<"), count("</"), "{tag}");
        }
    }
}

#[test]
fn every_form_says_what_was_not_checked() {
    let mut review = review(Lang::Zh);
    review.notice = hegao::limit::notice(true, false, Lang::Zh);
    let said = "前 10 MB 已检查，其后未检查";
    assert!(text::render(&review, DRAFT, Lang::Zh, text::Style::Plain).contains(said));
    assert!(json::line(&review).contains(said));
    assert!(html::sheet(&review, DRAFT, Lang::Zh).contains(said));
    let remark = sarif::Remark {
        file: "draft.txt".to_owned(),
        text: review.notice.expect("a notice"),
        is_failure: false,
    };
    assert!(sarif::end(&[remark], 0).contains(said));
}
