//! The whole, on texts that nobody wrote with good intent: it answers, it answers the same twice,
//! and every place that it names is a place in the text.
//!
//! A failure prints the shortest text that shows it; it then belongs to `FIXED` below.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "these are tests")]

#[allow(dead_code, reason = "some of it is for the fuzz targets and for tests/fixes.rs")]
mod invariants;

use invariants::{assert_placed, assert_recomputed, assert_sound, review};
use proptest::prelude::*;

/// What the random texts are made of: everything that opens or closes a scope somewhere.
const PIECES: &[&str] = &[
    "0",
    "1",
    "7",
    "12",
    "350",
    "2023",
    "99.5",
    "1,234",
    "0.",
    ".5",
    "99999999999999999999999999999999",
    "３",
    "５０",
    "〇",
    "一",
    "二",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "余",
    "多",
    "近",
    "上千",
    "数十",
    "两",
    "半",
    "第",
    "年",
    "月",
    "日",
    "至",
    "2023年",
    "13月",
    "2月30日",
    "2023年12月31日",
    "截至",
    "上年",
    "〔",
    "〕",
    "〔2023〕",
    "号",
    "《",
    "》",
    "〈",
    "〉",
    "“",
    "”",
    "‘",
    "’",
    "（",
    "）",
    "(",
    ")",
    "【",
    "】",
    "，",
    "；",
    "。",
    "、",
    "：",
    ",",
    ";",
    ":",
    "？",
    "—",
    "——",
    "-",
    "–",
    "～",
    "…",
    "·",
    "|",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    " ",
    "\u{3000}",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{301}",
    "\0",
    "😀",
    "👨\u{200d}👩",
    "𠮷",
    "%",
    "％",
    "‰",
    "百分之",
    "个百分点",
    "+",
    "=",
    "项",
    "件",
    "人",
    "次",
    "万元",
    "人次",
    "个",
    "其中",
    "共",
    "合计",
    "共计",
    "分别为",
    "分别",
    "包括",
    "分为",
    "其余",
    "占",
    "率",
    "办结率",
    "同比增长",
    "下降",
    "由",
    "增至",
    "减少到",
    "原有",
    "新增",
    "取消",
    "调整后",
    "以上",
    "不足",
    "以下简称",
    "持平",
    "与上年的",
    "上年为",
    "优秀",
    "良好",
    "不合格",
    "良好以上",
    "受理",
    "抽检",
    "合格率",
    "户",
    "户均",
    "每户平均",
    "法定时限",
    "承诺时限",
    "压缩",
    "提速",
    "平均",
    "天",
    "个工作日",
    "上述",
    "罚没款",
    "元",
    "一、",
    "（一）",
    "1.",
    "（1）",
    "①",
    "一是",
    "二是",
    "三是",
    "首先",
    "几个方面",
    "区",
    "县",
    "局",
    "青澜区",
    "云山市水利局",
    "人民政府",
    "法治政府建设",
    "行政复议案件",
    "关于",
    "的报告",
    "年度",
    "下一步",
    "存在的问题",
    "第一责任人",
    "a",
    "Z",
    "http://",
    "12345",
    "@",
];

/// Every how many digits of a short text one is altered.
const STEP: usize = 7;

/// Texts that once were, or well could be, trouble.
const FIXED: &[&str] = &[
    "",
    "\n",
    "\r",
    "\u{feff}",
    "𠮷",
    "共",
    "其中",
    "共0项，其中0项，占0%。",
    "共99999999999999999999999999999999项，其中99999999999999999999999999999999项，1项。",
    // A part too large to be multiplied out was said to be less than its whole.
    "全市实有经营主体26.36万户，其中企业5.84万户，个体工商户99999999999999999999999999999999999999万户。",
    "0.00000000000000000000000000000000001%",
    "由0件增至5件，增长100%。",
    "二〇二三年十三月三十二日",
    "0年0月0日",
    "2023年2月29日至2022年1月1日",
    "〔〕号〔2023〕〔2023号",
    "《《》》）（”“",
    "一、\n（一）\n一、\n三、",
    "|\t|\t|\n合计\t1\t\n\t\t",
    "😀1件，😀其中𠮷2件。\r\n\r\n共３件",
];

proptest! {
    #![proptest_config(config())]

    #[test]
    fn holds_on_hostile_texts(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..120)) {
        assert_sound(&pieces.concat());
    }

    #[test]
    fn holds_on_any_text(text in any::<String>()) {
        assert_sound(&text);
    }
}

#[test]
fn holds_on_the_fixed_texts() {
    for text in FIXED {
        assert_sound(text);
    }
}

/// The second opinion agrees on every text that the tests have, where each kind of statement stands, and on the same
/// with their digits altered.
#[test]
fn is_recomputed_alike_on_the_short_texts() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/statements");
    for entry in std::fs::read_dir(folder).expect("the folder of texts") {
        let table = std::fs::read_to_string(entry.expect("a file").path()).expect("a readable file");
        for block in table.split("\n---\n") {
            let text = block.split_once("\ntext:\n").expect("a text").1;
            assert_recomputed(text, &review(text));
            for (at, digit) in text.char_indices().filter(|(_, ch)| ch.is_ascii_digit()).step_by(STEP) {
                let other = char::from(b'1' + (digit as u8 - b'0' + at as u8 % 7) % 9);
                let (ahead, behind) = text.split_at(at);
                let altered = format!("{ahead}{other}{}", behind.strip_prefix(digit).expect("the digit"));
                assert_recomputed(&altered, &review(&altered));
            }
        }
    }
}

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

fn config() -> ProptestConfig {
    let asked = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { 512 };
    ProptestConfig { cases, failure_persistence: None, ..asked }
}

/// Checks `part` over and over, to about `length` bytes, but once at least.
fn finishes_on(part: &str, length: usize) {
    let text = part.repeat((length / part.len()).max(1));
    assert_placed(&text, &review(&text));
}
