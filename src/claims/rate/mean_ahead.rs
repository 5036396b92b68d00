//! Means in front of what they were made from: 平均每个镇受理 32 件，12 个镇共受理 384 件; 全县 326 个村，村均调解 4.2 件，全年共调解 1369 件.
//!
//! *Invariant:* the sum behind the mean is called one, or the divisor behind it bears its noun; both are the only counts of
//! their kinds in the sentence.

use super::mean::{self, judged};
use super::mean_words::{divisors, every, noun_of_mean, verb_of};
use crate::claims::Statement;
use crate::claims::cues::{self, ALL_SUMS};
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::facts::Class;

/// The statement of the mean at `index` with the sum behind it, if it is one.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let mean = passage.mentions.get(index).filter(|mean| mean.quantity.is_amount())?;
    let classes = divisors(mean.before)?;
    let class = mean.quantity.class().filter(|class| !classes.contains(class))?;
    if label::has(mean.before, cues::COMPARISON) || growth::changes_by(mean) || every(mean.before) != 1 {
        return None;
    }
    let sentence: Vec<(usize, &Mention<'_>)> =
        passage.sentence_of(index).into_iter().filter(|(at, _)| *at != index).collect();
    let above = only(&sentence, &[class])?;
    let is_sum = above.token > mean.token
        && (label::has(above.before, ALL_SUMS) || label::begins(above.before, &["全年", "年内"]))
        && (mean.before.ends_with('均') || above.before.contains(verb_of(mean)))
        && above.segment == mean.segment;
    let below = only(&sentence, &classes)?;
    if is_sum || is_told_last(mean, above, below) { judged(mean, above, below, 1) } else { None }
}

/// 培育带头人 3286 人，村均 4 人，全市共有行政村 820 个: whether the mean stands right behind what is shared out, and the next clause tells
/// among how many, by the noun of the mean.
fn is_told_last(mean: &Mention<'_>, above: &Mention<'_>, below: &Mention<'_>) -> bool {
    const THERE_ARE: &[&str] = &["共有", "现有", "共辖", "下辖", "辖", "设有", "有", "覆盖", "涉及"];
    let Some((noun, names, _)) = noun_of_mean(mean.before) else { return false };
    let is_noun = |words: &str| words.ends_with(noun) || names.iter().any(|name| words.ends_with(name));
    above.clause + 1 == mean.clause
        && mean.clause + 1 == below.clause
        && below.segment == mean.segment
        && label::has(below.before, THERE_ARE)
        && (is_noun(below.before) || label::begins(below.after, names))
}

/// The only figure of `classes` in `sentence`, if it counts what there is.
fn only<'p, 'a>(sentence: &[(usize, &'p Mention<'a>)], classes: &[Class]) -> Option<&'p Mention<'a>> {
    let mut found = sentence
        .iter()
        .map(|(_, mention)| *mention)
        .filter(|mention| mention.quantity.class().is_some_and(|class| classes.contains(&class)));
    let first = found.next().filter(|mention| mean::is_count(mention))?;
    found.next().is_none().then_some(first)
}
