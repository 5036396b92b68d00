//! The whole, on texts that nobody wrote with good intent: it answers, it answers the same twice,
//! and every place that it names is a place in the text.
//!
//! A failure prints the shortest text that shows it; it then belongs to `FIXED` below.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "these are tests")]

#[path = "../invariants/mod.rs"]
#[allow(dead_code, reason = "some of it is for the fuzz targets and for tests/fixes.rs")]
mod invariants;
mod long;
mod pieces;

use invariants::{assert_recomputed, assert_sound, review};
use pieces::PIECES;
use proptest::prelude::*;

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

fn config() -> ProptestConfig {
    let asked = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { 512 };
    ProptestConfig { cases, failure_persistence: None, ..asked }
}
