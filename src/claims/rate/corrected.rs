//! 纠错率 by the results that put a decision right: 审结 75 件，撤销 4 件、变更 2 件、确认违法 3 件，直接纠错率 12%.
//!
//! *Invariant:* only results that the law counts as correction are above the line; a rate that is not 直接 may be of
//! mediation and withdrawal too, and only holds where these may be meant.

use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::label::{self, label};
use crate::claims::statement::{Mention, Passage};
use crate::review::Status;

/// Results that put a decision right.
const CORRECTING: &[&str] =
    &["撤销", "变更", "确认违法", "确认无效", "责令履行", "责令限期履行", "责令重作", "责令重新"];

/// Results that may stand for one.
const SETTLING: &[&str] = &["调解", "和解", "撤回", "终止", "自行", "自纠"];

/// Words of all that was decided.
const DECIDED: &[&str] = &["审结", "办结", "结案", "作出"];

/// The statement of the rate called `name` at `index`.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    if !name.ends_with("纠错") {
        return None;
    }
    let sentence: Vec<&Mention<'_>> = passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == rate.sentence)
        .filter(|mention| mention.quantity.is_amount())
        .collect();
    let mut above: Vec<&Mention<'_>> =
        sentence.iter().copied().filter(|mention| label::begins(result(mention), CORRECTING)).collect();
    above.reverse();
    let first = above.first()?;
    let below = sentence.iter().copied().find(|mention| {
        mention.token < first.token
            && mention.quantity.class() == first.quantity.class()
            && label::has(mention.before, DECIDED)
    })?;
    let is_row = above
        .iter()
        .all(|mention| mention.quantity.class() == first.quantity.class() && mention.token > below.token);
    // 被纠错 9 件 says by itself what the rate is of.
    let is_told = sentence.iter().any(|mention| label::has(mention.before, &["纠错", "纠正"]));
    if !is_row || is_told {
        return None;
    }
    let statement = Quotient::new(rate, &above, &[below])?.judge()?;
    let settled = |mention: &&&Mention<'_>| label::has(mention.before, SETTLING);
    let more: Vec<&Mention<'_>> = sentence.iter().filter(settled).copied().collect();
    // Where 维持 is told as well, nothing that could be a correction is left out.
    let is_complete = more.is_empty()
        && !name.contains("综合")
        && sentence.iter().any(|mention| label::has(mention.before, &["维持", "驳回"]));
    if statement.status == Status::Holds || name.contains("直接") || is_complete {
        return Some(statement);
    }
    above.extend(more);
    Quotient::new(rate, &above, &[below])?.judge().filter(|all| all.status == Status::Holds)
}

/// What the figure is the result of.
fn result<'a>(mention: &Mention<'a>) -> &'a str {
    let words = label(mention);
    ["其中", "决定", "依法", "予以", "直接"]
        .iter()
        .fold(words, |words, ahead| words.strip_prefix(ahead).unwrap_or(words))
}
