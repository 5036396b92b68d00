//! A share with its base right before it: 积案在两者总数 660 起中所占份额为 7%, 专利在全部 400 件授权中占 35%.
//!
//! *Invariant:* the base is the figure of 在…中, the part is what stands before 在 or the only count right before it.

use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::cues;
use crate::claims::label::{self, label};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// The statement that the share at `index` makes with the figure that 在…中 names.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let base_index = index.checked_sub(1)?;
    let base = passage.mentions.get(base_index)?;
    let is_within = matches!(rate.lead, Lead::Nothing | Lead::Comma)
        && rate.clause <= base.clause + 1
        && rate.sentence == base.sentence
        && base.quantity.is_amount()
        && tells_share(passage.between(base.quantity.span.end, rate.quantity.span.start));
    let (part_name, _) = base.before.rsplit_once('在').filter(|_| is_within)?;
    let name = label::strip(part_name);
    let mut counts = passage
        .back_from(base_index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == base.sentence)
        .filter(|mention| mention.quantity.class() == base.quantity.class());
    let is_named = |mention: &Mention<'_>| {
        let words = label(mention);
        search::length(words) >= 2 && (words.ends_with(name) || name.ends_with(words))
    };
    let part = if name.is_empty() { counts.next()? } else { counts.find(|mention| is_named(mention))? };
    let quotient = Quotient::new(rate, &[part], &[base])?;
    if quotient.numerator > quotient.denominator { None } else { quotient.judge() }
}

/// Whether `words` lead from the base of 在…中 to its share: 中所占份额为, 的总量中，占.
fn tells_share(words: &str) -> bool {
    const WITHIN: &[&str] = &["之中", "当中", "中", "里", "内"];
    const LONGEST: usize = 16;
    search::length(words) <= LONGEST
        && words.match_indices(['中', '里', '内']).any(|(at, _)| {
            words.get(at..).is_some_and(|behind| {
                WITHIN.iter().any(|within| {
                    behind.strip_prefix(within).is_some_and(|rest| {
                        let rest = rest.trim_start_matches(['，', '仅', '只', '已', '其', '所', '的']);
                        (rest.starts_with('占') || label::begins(rest, cues::SHARE_NOUNS))
                            && !label::has(rest, CHANGES)
                    })
                })
            })
        })
}

/// Words of a change of a share.
const CHANGES: &[&str] = &["提高", "上升", "下降", "增长", "降低", "提升", "减少", "增加"];
