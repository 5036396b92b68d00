//! What each target does with its input; `fuzz_targets/` and `examples/storm.rs` call these.

use hegao::output::summary::{Summary, Tally};
use hegao::output::{html, json, sarif, text as plain};
use hegao::{Lang, Profile, check, profile};

use crate::invariants;

const REPORT: &str = include_str!("../../tests/reports/qinglan-water-2024.txt");

/// A text → its review, with all that is promised of one.
pub fn review(draft: &str) {
    invariants::assert_sound(draft);
}

/// A text → a profile, and where it is one, the reviews that it gives.
pub fn profile(json: &str) {
    match Profile::parse(json) {
        Ok(profile) => {
            // The beginning is enough to find parts in, and keeps the runs fast.
            let end = (0..=1500).rev().find(|&at| REPORT.is_char_boundary(at)).unwrap_or(0);
            invariants::assert_sound_with(&REPORT[..end], &profile);
        }
        Err(reason) => assert!(!reason.is_empty(), "a bad profile without a reason"),
    }
}

/// A text → every form of output, in both languages.
pub fn outputs(draft: &str) {
    for lang in [Lang::Zh, Lang::En] {
        let review = check(draft, profile::for_text(draft), lang);
        let all = Some(review.findings.len());

        let line = json::line(&review);
        assert!(!line.contains(['\n', '\r']), "a review is one line of JSON");
        let value: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(value["findings"].as_array().map(Vec::len), all, "findings in JSON");

        let log =
            format!("{}{}{}", sarif::begin(lang), sarif::results(&review, draft, lang), sarif::end(&[], 0));
        let value: serde_json::Value = serde_json::from_str(&log).expect("SARIF is JSON");
        assert_eq!(value["runs"][0]["results"].as_array().map(Vec::len), all, "results in SARIF");

        let shown = plain::render(&review, draft, lang, plain::Style::Plain);
        let control = shown.chars().find(|ch| *ch != '\n' && ch.is_control());
        assert!(control.is_none(), "{control:?} reaches the terminal");
        assert!(!plain::render(&review, draft, lang, plain::Style::Coloured).contains('\0'));

        let mut summary = Summary::default();
        summary.add("draft.txt", Tally::of(&review));
        let page = html::begin(lang) + &html::sheet(&review, draft, lang) + &html::end(&summary, &[], lang);
        assert!(!page.contains("<script") && page.ends_with("</html>\n"), "the sheet");
        assert!(!summary.table(lang).is_empty());
    }
}
