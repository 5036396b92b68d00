//! The letters that stand for an organ: where they begin, and whether they are those of a paper on one case.
//!
//! Takes what stands in front of a year, gives its last letters without the words of the sentence.
//!
//! *Invariant:* a code has two Chinese characters or more, and [`LONGEST`] at most.

use crate::search;
use crate::source::ViewSpan;

/// The longest code that is read, in characters.
const LONGEST: usize = 12;

/// Words of the sentence that may stand directly before a code.
const LEAD_INS: [&str; 14] = [
    "根据", "按照", "依据", "依照", "遵照", "贯彻", "落实", "执行", "印发", "参照", "文号", "对照", "通过",
    "制定",
];

/// The code at the end of `before`, which begins at `base` of the view.
pub(super) fn code_before(before: &str, base: usize) -> Option<ViewSpan> {
    let is_letter = |ch: char| ('一'..='龥').contains(&ch) || ch.is_ascii_uppercase();
    let start = before
        .char_indices()
        .rev()
        .take(LONGEST)
        .take_while(|&(_, ch)| is_letter(ch))
        .last()
        .map(|(at, _)| at)?;
    let mut code = before.get(start..)?;
    for word in LEAD_INS {
        if let Some(at) = search::last(code, word) {
            code = code.get(at + word.len()..)?;
        }
    }
    code = code
        .strip_prefix(['和', '及', '与', '以', '按', '由'])
        .filter(|rest| search::length(rest) >= 3)
        .unwrap_or(code);
    let end = base + before.len();
    (code.chars().filter(|ch| !ch.is_ascii()).count() >= 2).then(|| ViewSpan::new(end - code.len(), end))
}

/// Whether `code` is that of a paper on one case: it ends in the sign of a penalty, as that of no official document does,
/// or stands in the bracket behind the name of such a paper, 《责令限期改正通知书》（某责改〔2023〕第8号）.
pub(super) fn numbers_a_case(view: &str, code: ViewSpan) -> bool {
    const PAPERS: [&str; 8] = ["决定书", "告知书", "通知书", "意见书", "催告书", "建议书", "认定书", "笔录"];
    let ahead = view.get(..code.start as usize).and_then(|ahead| ahead.strip_suffix('（'));
    let name = ahead.map(|ahead| ahead.strip_suffix(['》', '”']).unwrap_or(ahead));
    code.of(view).ends_with('罚') || name.is_some_and(|name| search::ending(name, &PAPERS).is_some())
}
