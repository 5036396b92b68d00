//! Very long texts of one thing: a check ends.

use crate::invariants::{assert_placed, assert_sound, review};

#[test]
fn finishes_on_one_line_of_a_megabyte() {
    let words = "深入推进法治政府建设，".repeat(12);
    let text = format!("{words}共受理350件，其中维持16件、撤销2件，").repeat(2500);
    assert!(text.len() > 1_000_000);
    assert_placed(&text, &review(&text));
}

#[test]
fn finishes_on_long_lines_of_one_thing() {
    for thing in
        ["共受理350件，其中维持16件、撤销2件，", "1", "一", " ", "（共1项", "2023年1月1日至", "“", "《"]
    {
        finishes_on(thing, 60_000);
    }
}

#[test]
fn finishes_on_very_many_headings() {
    for lines in [
        "一、工作\n",
        "一、工作\n我局办结案件45件。\n",
        "一、工作\n（一）学法\n1.普法\n（1）用法\n",
        "（1）用法\n1.普法\n（一）学法\n一、工作\n",
        "一、存在的不足和原因\n略。\n",
        "1、健全制度\n",
        "目录\n一、工作\n",
    ] {
        finishes_on(lines, 20_000);
    }
    let rising: String = (1..=1500).map(|number| format!("{}.健全制度\n", number % 100)).collect();
    assert_placed(&rising, &review(&rising));
}

#[test]
fn finishes_on_very_many_lists() {
    for items in [
        "一是健全制度；",
        "一是健全制度。\n",
        "）一是健全",
        "一是健全制度；三是抓落实；",
        "①",
        "①③",
        "①学法②普法③用法",
        "第五，办结。",
        "附件\n三是健全\n",
    ] {
        finishes_on(items, 30_000);
    }
    let open = format!("{}{}", "一是学法。".repeat(1000), "第五，用法，".repeat(1000));
    assert_placed(&open, &review(&open));
}

#[test]
fn finishes_on_very_many_findings_in_one_sentence() {
    for wrong in [
        "2023年13月2日",
        "2023年5月2日至3月1日，",
        "23年1月2日，",
        "青政[2023]5号，",
        "三年行动2025—2021年",
        "落实,执行;",
        "落实(执行)",
        "2023年法治政府建设，",
    ] {
        finishes_on(wrong, 40_000);
    }
}

#[test]
fn finishes_on_very_many_short_lines() {
    for line in [
        "健全制度，\n",
        "健全制度\n",
        "健全制度。\r\n",
        "《健全\n",
        "青澜市水利局\n",
        "青澜市水利局关于2023年度法治政府建设工作的报告\n",
        "2023年1月2日\n",
        "项目\t12\t14\n",
        "|项目|12|14|\n",
        " \n",
        "\r",
    ] {
        finishes_on(line, 20_000);
    }
}

#[test]
fn finishes_on_one_line_without_a_stop() {
    for words in
        ["我们认真贯彻落实各项要求健全制度", "第一责任人", "一二三", "１２３", "落\u{200b}实", "1\u{200b}"]
    {
        finishes_on(words, 60_000);
    }
    finishes_on(&format!("一、{}", "工作的成效及".repeat(5000)), 0);
    finishes_on(&format!("a{}中", " ".repeat(100_000)), 0);
}

#[test]
fn finishes_on_ten_thousand_nested_brackets() {
    for (open, close) in [("（", "）"), ("《", "》"), ("“", "”"), ("〔", "〕"), ("（共1项", "）"), ("(", ")")]
    {
        assert_sound(&format!("{}{}", open.repeat(10_000), close.repeat(10_000)));
        assert_sound(&open.repeat(10_000));
        assert_sound(&close.repeat(10_000));
    }
}

/// Checks `part` over and over, to about `length` bytes, but once at least.
fn finishes_on(part: &str, length: usize) {
    let text = part.repeat((length / part.len()).max(1));
    assert_placed(&text, &review(&text));
}
