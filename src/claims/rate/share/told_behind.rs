//! A share whose count stands right behind it: 全年案件 600 件，治安类占 35%（210 件）; 办案 500 件，民事类占 70%，为 350 件.
//!
//! *Invariant:* the count has no noun of its own, and in the sentence one figure alone outside brackets counts in its measure
//! word before it, or none, and the first behind it is a sum.

use super::super::quotient::Quotient;
use super::wording::{self, Scope, Wording};
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::growth;
use crate::claims::rate::share_two_characters;
use crate::claims::scope;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// What leads from the share to its count.
const LINKS: &[&str] = &["", "为", "即", "共", "计", "共计", "有", "达"];

/// The statement that the share at `index`, told by `wording`, makes with the count behind it.
pub fn claim(passage: &Passage<'_>, index: usize, wording: Wording<'_>) -> Option<Statement> {
    let (rate, part) = (passage.mentions.get(index)?, passage.mentions.get(index + 1)?);
    let is_bracket = part.lead == Lead::Open && part.run_up.starts_with('（');
    let adjoins = part.bracket != rate.bracket && is_bracket && is_bare(part) || stands_behind(rate, part);
    if !adjoins || !is_of_one_named(wording) || rate.depth > 0 || !part.after.is_empty() {
        return None;
    }
    let mut wholes = passage
        .back_from(index)
        .take_while(|(_, mention)| mention.sentence == rate.sentence)
        .filter(|(_, mention)| mention.quantity.class() == part.quantity.class() && mention.depth == 0)
        .filter(|(at, _)| !is_count_of_share(passage, *at));
    let whole = match wholes.next() {
        Some((_, whole)) => whole,
        None => summed_up_behind(passage, index + 2, part)?,
    };
    // 上年 480 件，今年 600 件: of which of several is not told.
    let is_one = wholes.next().is_none() && !whole.has(Cue::Comparison) && !growth::changes_by(whole);
    let is_whole = is_one && whole.exact()? >= part.exact()?;
    if is_whole { Quotient::new(rate, &[part], &[whole])?.judge() } else { None }
}

/// Whether `wording` tells of one part by its name, and not of which whole.
fn is_of_one_named(wording: Wording<'_>) -> bool {
    wording.scope == Scope::Single && !wording.part.is_empty() && wording.whole.is_empty()
}

/// 民事占 45%，计 108 件; 刑事占 30%、计 72 件: whether `part` is the count of the share `rate` in front of it, by what leads to it.
fn stands_behind(rate: &Mention<'_>, part: &Mention<'_>) -> bool {
    let follows = match part.lead {
        Lead::Comma => part.clause == rate.clause + 1,
        Lead::Pause => part.clause == rate.clause,
        _ => false,
    };
    follows && part.bracket == rate.bracket && !part.before.is_empty() && is_bare(part)
}

/// Whether the figure at `index` is the count of the share right in front of it, which names a part, and so sums up nothing.
pub fn is_count_of_share(passage: &Passage<'_>, index: usize) -> bool {
    let pair = index.checked_sub(1).and_then(|at| passage.mentions.get(at..=index));
    let Some([rate, part]) = pair else { return false };
    rate.quantity.is_share()
        && stands_behind(rate, part)
        && wording::read(rate.before).is_some_and(is_of_one_named)
}

/// Whether nothing stands before `part` but what leads to it.
fn is_bare(part: &Mention<'_>) -> bool {
    part.quantity.is_amount() && part.quantity.measure.is_some() && LINKS.contains(&part.before)
}

/// 治安类占 35%（210 件），刑事类占 65%（390 件），合计 600 件: the next figure outside brackets from `start` that counts like `part`, where
/// it sums up the row.
fn summed_up_behind<'p, 'a>(
    passage: &'p Passage<'a>,
    start: usize,
    part: &Mention<'_>,
) -> Option<&'p Mention<'a>> {
    let mut alike = passage
        .ahead_from(start)
        .take_while(|(_, mention)| mention.sentence == part.sentence)
        .filter(|(_, mention)| mention.quantity.class() == part.quantity.class() && mention.depth == 0);
    let (_, sum) = alike.next()?;
    // 占比 38%，共 488 件，全年案件总数 1386 件: or where its noun is that of a sum.
    let is_sum = cues::ALL_SUMS.contains(&sum.before) || search::ending(sum.before, cues::TOTALS).is_some();
    (is_sum && sum.after.is_empty()).then_some(sum)
}

/// 乡镇案件占全县案件总数的 32.5%，全县案件总数 2160 件，其中乡镇 702 件: the statement that the share at `index`, told by `wording`, makes with its
/// whole and its part, which stand right behind it in this order.
pub fn of_both(passage: &Passage<'_>, index: usize, wording: Wording<'_>) -> Option<Statement> {
    const SHORTEST_NAME: usize = 2;
    let rate = passage.mentions.get(index)?;
    let (whole, part) = (passage.mentions.get(index + 1)?, passage.mentions.get(index + 2)?);
    let follow = [whole, part].iter().all(|count| {
        count.sentence == rate.sentence && count.depth == rate.depth && count.quantity.is_amount()
    });
    let told = whole.before.trim_end_matches(['为', '达', '共', '是']);
    let is_named_alike = told.ends_with(wording.whole) && search::length(wording.whole) > SHORTEST_NAME;
    let is_whole = is_named_alike
        || (whole.before == wording.whole || wording.whole.is_empty())
            && search::ending(whole.before, cues::TOTALS).is_some();
    let among = part.before.strip_prefix("其中");
    let name = among.or(is_named_alike.then_some(part.before)).unwrap_or("");
    let is_part = search::length(name) >= SHORTEST_NAME && wording.part.starts_with(name);
    let alike = whole.quantity.class() == part.quantity.class() && whole.exact()? >= part.exact()?;
    let is_told = follow && is_whole && is_part && alike && wording.scope == Scope::Single;
    if is_told { Quotient::new(rate, &[part], &[whole])?.judge() } else { None }
}

/// 评选示范户 1260 户，占农户总数的 2.1%，全县农户 6 万户: the statement that the share at `index`, told by `wording`, makes with the count right
/// in front of it and its whole, which the next clause tells.
pub fn of_whole_behind(passage: &Passage<'_>, index: usize, wording: Wording<'_>) -> Option<Statement> {
    const HAVING: &[&str] = &["共有", "现有", "共", "有"];
    let (part, rate) = (passage.mentions.get(index.checked_sub(1)?)?, passage.mentions.get(index)?);
    let whole = passage.mentions.get(index + 1)?;
    let follow = rate.clause == part.clause + 1
        && whole.clause == rate.clause + 1
        && whole.lead == Lead::Comma
        && [part, whole].iter().all(|count| count.depth == rate.depth && count.segment == rate.segment);
    let noun = search::ahead(wording.whole, cues::TOTALS).unwrap_or(wording.whole);
    let noun = scope::without(noun);
    let told = scope::without(whole.before);
    let told = search::ahead(told, HAVING).unwrap_or(told);
    let told = search::ahead(told, cues::TOTALS).unwrap_or(told);
    let is_whole = search::length(noun) >= 2 && told == noun;
    let alike = part.quantity.class() == whole.quantity.class() && whole.exact()? >= part.exact()?;
    let is_told = follow && is_whole && alike && wording.part.is_empty() && wording.scope == Scope::Single;
    if is_told { Quotient::new(rate, &[part], &[whole])?.judge() } else { None }
}

/// 抽查事项占全部检查事项的比例为 86.8%（检查事项总数 136 项，纳入抽查 118 项）: the same where the bracket behind the share tells both, in either
/// order, and nothing else.
pub fn of_both_in_bracket(passage: &Passage<'_>, index: usize, wording: Wording<'_>) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let pair = passage.mentions.get(index + 1..index + 3)?;
    let [first, second] = pair else { return None };
    let follow = first.lead == Lead::Open
        && first.run_up.starts_with('（')
        && first.bracket == second.bracket
        && first.depth.checked_sub(rate.depth) == Some(1)
        && passage.mentions.get(index + 3).is_none_or(|next| next.bracket != first.bracket);
    let is_total = |count: &Mention<'_>| {
        let noun = search::ending(count.before, cues::TOTALS).and_then(|end| count.before.strip_suffix(end));
        noun.is_some_and(|noun| share_two_characters(noun, wording.whole) || wording.whole.is_empty())
    };
    let (whole, part) = match (is_total(first), is_total(second)) {
        (true, false) => (first, second),
        (false, true) => (second, first),
        _ => return None,
    };
    let is_of_it = share_two_characters(wording.part, part.before) && !growth::changes_by(part);
    let alike = whole.quantity.class() == part.quantity.class() && whole.exact()? >= part.exact()?;
    let is_told = follow && is_of_it && alike && wording.scope == Scope::Single;
    if is_told { Quotient::new(rate, &[part], &[whole])?.judge() } else { None }
}
