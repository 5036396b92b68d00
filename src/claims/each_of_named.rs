//! So many of each of several that are named, against all of them: 选聘陪审员、调解员各 30 名，共 60 名.
//!
//! *Invariant:* every name is of one thing, all stand in the clause of the figure, and the sum in the next one says nothing else.

use super::cues;
use super::each::{is_exact, judged};
use super::statement::{Lead, Mention, Passage};
use super::{Statement, label};
use crate::facts::Decimal;
use crate::search;

/// The statements about so many of each named in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    for pair in passage.mentions.windows(2) {
        if let [each, sum] = pair {
            out.extend(claim(passage, each, sum));
        }
    }
}

/// The statement that `sum` is what `each` makes for all that are named in front of it.
fn claim(passage: &Passage<'_>, each: &Mention<'_>, sum: &Mention<'_>) -> Option<Statement> {
    let is_pair = each.lead == Lead::Pause || each.before.contains(['和', '与', '及']);
    let is_sum = sum.lead == Lead::Comma
        && sum.clause == each.clause + 1
        && sum.depth == each.depth
        && sum.quantity.class() == each.quantity.class()
        && cues::SUMS_AND_TOGETHER.contains(&sum.before)
        && is_exact(each)
        && is_exact(sum);
    if !is_pair || !is_sum || !each.before.ends_with('各') {
        return None;
    }
    let words = passage.between(each.sentence_start, each.quantity.span.start);
    let clause = words.rsplit(['，', '；', '：', '）']).next()?.strip_suffix('各')?;
    let names: Vec<&str> = clause.split(['、', '和', '与', '及']).collect();
    let count = Decimal::whole(i128::try_from(names.len()).ok()?);
    let are_names = names.len() >= 2 && names.iter().all(|name| is_name(name));
    if are_names { judged(each, sum, count, &count.to_string(), "") } else { None }
}

/// Whether `words` name one thing, and not all of a kind or some.
fn is_name(words: &str) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=10;
    const SEVERAL: &[&str] =
        &["各", "每", "级", "所有", "全部", "部分", "等", "其他", "有关", "相关", "两", "三", "四", "五"];
    LENGTHS.contains(&search::length(words))
        && !label::has(words, SEVERAL)
        && !words.contains(|sign: char| sign.is_ascii_digit())
}
