//! Texts and profiles made to hurt, one test for each shape: a check ends, and what it answers grows
//! no faster than the text. How long it takes is measured elsewhere.
//!
//! *Invariant:* nothing here looks at a clock.
#![allow(clippy::expect_used, reason = "these are tests")]

use hegao::output::{html, json, sarif, text};
use hegao::{Lang, Profile, Review, check, limit, profile};

/// Bytes of the smaller of the two texts that are compared.
const SIZE: usize = 12_000;

fn review(text: &str) -> Review {
    check(text, profile::for_text(text), Lang::Zh)
}

/// Checks `part` repeated to one size and to twice that size, between `head` and `tail`.
fn grows_with_the_text(head: &str, part: &str, tail: &str) {
    let times = SIZE / part.len();
    let size_of = |times: usize| {
        let text = format!("{head}{}{tail}", part.repeat(times));
        json::line(&review(&text)).len()
    };
    let (once, twice) = (size_of(times), size_of(2 * times));
    assert!(twice <= 5 * once / 2 + 4096, "{part:?}: {once} bytes of review, {twice} for twice the text");
}

#[test]
fn very_many_headings() {
    for part in ["一、工作\n", "（一）工作情况\n办结案件45件。\n", "1.工作\n", "第一章 工作\n"]
    {
        grows_with_the_text("", part, "");
    }
}

#[test]
fn very_many_figures_in_one_sentence() {
    grows_with_the_text("全年共办理案件900000件，其中", "甲3件、", "乙4件。");
    grows_with_the_text("共", "3件、", "合计900件。");
    grows_with_the_text("", "办结率97.2%，同比增长3.1%，", "");
    grows_with_the_text("由", "3件增至5件、", "。");
    grows_with_the_text("", "3", "件。");
}

#[test]
fn sums_of_sums() {
    // What one sum has summed up is no part of the next: a review names each figure a few times and no more.
    for part in ["共37家，", "合计41件，", "共37家，共计52家，", "办结37件、分别为41件；", "共37家52件均合格"]
    {
        let text = part.repeat(SIZE / part.len());
        let operands: usize = review(&text).claims.iter().map(|claim| claim.operands.len()).sum();
        let figures = text.matches(char::is_numeric).count() / 2;
        assert!(operands <= 4 * figures, "{part:?}: {operands} operands of {figures} figures");
    }
}

#[test]
fn deep_brackets() {
    for (open, close) in [("（", "）"), ("《", "》"), ("“", "”"), ("（共1项，其中", "1项）")]
    {
        grows_with_the_text("", open, "");
        grows_with_the_text("", close, "");
        let deep = format!("{}{}", open.repeat(10_000), close.repeat(10_000));
        assert!(json::line(&review(&deep)).len() < 40 * deep.len());
    }
}

#[test]
fn a_table_without_end() {
    for part in ["甲\t3\t4\t7\n", "|甲|3|4|7|\n", "合计\t3\n", "3\t", "|"] {
        grows_with_the_text("项目\t一季度\t二季度\t合计\n", part, "");
    }
}

#[test]
fn the_same_over_and_over() {
    for part in [
        "我局办结行政复议案件45件。\n",
        "2023年13月2日",
        "《关于印发办法的通知》、",
        "一是健全制度；二是抓落实；",
        "青政〔2023〕5号、",
        "青澜市水利局关于2023年度法治政府建设工作的报告\n",
        "XX",
        "，",
        " ",
        "\u{200b}",
        "𠮷",
    ] {
        grows_with_the_text("", part, "");
    }
}

#[test]
fn every_form_of_output_grows_with_the_text() {
    let forms: [fn(&Review, &str) -> String; 3] = [
        |review, draft| text::render(review, draft, Lang::Zh, text::Style::Plain),
        |review, draft| sarif::results(review, draft, Lang::Zh),
        |review, draft| html::sheet(review, draft, Lang::Zh),
    ];
    for part in ["2023年13月2日，", "一、工作\n", "共5件，其中甲2件、乙2件。"] {
        let sizes = [1, 2].map(|times| {
            let draft = part.repeat(times * SIZE / 3 / part.len());
            let review = review(&draft);
            forms.map(|form| form(&review, &draft).len())
        });
        for (once, twice) in sizes[0].iter().zip(sizes[1]) {
            assert!(twice <= 5 * once / 2 + 4096, "{part:?}: {sizes:?}");
        }
    }
}

#[test]
fn fifty_megabytes() {
    let mut draft = "自2023年9月31日起施行。\n".to_owned();
    draft.push_str(&"\n".repeat(50 << 20));
    draft.push_str("自2023年9月31日起施行。\n");
    let review = review(&draft);
    assert_eq!(review.findings.iter().filter(|finding| finding.rule == "impossible-date").count(), 1);
    assert_eq!(review.notice, limit::notice(true, false, Lang::Zh));
    assert!(review.notice.is_some_and(|notice| notice.starts_with("前 10 MB 已检查")));
    assert!(!review.findings.iter().any(|finding| finding.rule.starts_with("missing-s")));
}

#[test]
fn more_findings_than_anybody_reads() {
    let wrong = "自2023年13月2日起施行。";
    let draft = format!("{}{wrong}", "23年1月2日，".repeat(limit::MOST_FINDINGS + 5));
    let review = review(&draft);
    assert_eq!(review.findings.len(), limit::MOST_FINDINGS);
    assert!(review.findings.is_sorted_by_key(|finding| finding.range));
    assert_eq!(review.findings.last().map(|finding| finding.rule), Some("impossible-date"));
    assert!(review.notice.is_some_and(|notice| notice.contains("只列出较重的 10000 处")));
}

#[test]
fn a_text_of_usual_size_has_no_notice() {
    assert_eq!(review("自2023年9月31日起施行。").notice, None);
    assert!(!json::line(&review("")).contains("notice"));
}

/// A profile whose first part has the heading `pattern`, written as JSON.
fn with_pattern(pattern: &str) -> Result<Profile, String> {
    let pattern = serde_json::to_string(pattern).expect("JSON");
    Profile::parse(&format!(
        r#"{{"id":"x","title":{{"zh":"甲","en":"A"}},"titlePattern":"报告","sections":[
            {{"id":"a","title":{{"zh":"甲","en":"A"}},"required":true,"headings":[{pattern}],"mentions":[{pattern}]}}]}}"#
    ))
}

#[test]
fn a_profile_that_explodes_is_refused_in_one_sentence() {
    for pattern in
        ["((((a{99}){99}){99}){99}){99}", "[一-龥]{90000}", "(a?){9000}a{9000}", "(.{0,900}甲){90}"]
    {
        let error = with_pattern(pattern).err().unwrap_or_default();
        assert!(error.contains("too large") && !error.contains('\n') && error.len() < 400, "{error}");
    }
    let deep = format!("{}a{}", "(".repeat(10_000), ")".repeat(10_000));
    let error = with_pattern(&deep).err().unwrap_or_default();
    assert!(error.contains("section \"a\"") && error.len() < 600, "{error}");
    assert!(Profile::parse(&"[".repeat(100_000)).is_err());
}

#[test]
fn a_profile_that_other_engines_hang_on_is_searched_in_linear_time() {
    for pattern in ["(a+)+$", "(a|a)*b", "(.*)*(.*)*不足$", "(工作.{0,90}){2}成效"] {
        let profile = with_pattern(pattern).expect(pattern);
        let draft = format!("一、{}\n{}。\n", "a".repeat(20_000), "工作a".repeat(6_000));
        assert_eq!(check(&draft, &profile, Lang::Zh).sections.len(), 1);
    }
}
