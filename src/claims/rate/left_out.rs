//! A rate with what it leaves out behind it: 抽检 800 批次，合格率 98%，不合格 16 批次.
//!
//! *Invariant:* the base is the only count of its kind in front of the rate, and what is left out says no more than that
//! it was not done; of whom a rate was asked need not be all that was said.

use super::general::{Bears, bears, is_asked, is_denied, last_word};
use super::not_yet;
use super::quotient::Quotient;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, cues};
use crate::review::Status;
use crate::search;

/// All that may stand in front of what is left.
const REST: &[&str] = &["剩余", "尚余", "还剩", "余", "剩下", "仍有", "尚有", "还有"];

/// How many clauses behind the rate the count may stand.
const FARTHEST: u32 = 2;

/// The statement that the rate called `name` at `index` makes with the count in front and what is left behind it.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let stem = last_word(label::strip(name)).filter(|_| !is_denied(name))?;
    let (at, left) = passage
        .ahead_from(index + 1)
        .take_while(|(_, mention)| {
            mention.segment == rate.segment && mention.clause <= rate.clause + FARTHEST
        })
        .find(|(_, mention)| !growth::changes_by(mention) && !mention.has(Cue::Comparison))?;
    let base = only_count_before(passage, index, left)?;
    // 化解积案 86 件，化解率 92.5%，剩余 7 件: what is left of what was done needs no word of its own.
    let is_bare_rest = REST.contains(&left.before) && left.after.is_empty() && not_yet::answers(base, stem);
    let is_left = left.quantity.is_amount()
        && matches!(left.lead, Lead::Comma | Lead::Open)
        && (is_bare_rest || bears(left, stem, &[]) == Some(Bears::Opposite) && is_told_of(left, stem, base));
    if !is_left || left.quantity.base()? > base.quantity.base()? {
        return None;
    }
    // 已整改 127 处，整改率 96.9%，未整改的 4 处: what was done is one of the two and not all.
    let statement = if not_yet::answers(base, stem) {
        Quotient::new(rate, &[base], &[base, left])?.judge()?
    } else {
        Quotient::remainder(rate, base, left)?.judge()?
    };
    // 满意率 97%，不满意 10 人: between the two there may be others, who were content enough.
    let leaves_others = is_asked(name) && statement.fault.is_some_and(|fault| !fault.excess.is_negative());
    // 查实率 28.6%，未查实 80 条，正在核查 10 条: more was left out than the first count says.
    let goes_on = passage
        .mentions
        .get(at + 1)
        .is_some_and(|next| next.segment == left.segment && next.quantity.class() == left.quantity.class());
    (statement.status == Status::Holds || !(leaves_others || goes_on)).then_some(statement)
}

/// 已完成 126 项任务的 96.8%，剩余 4 项: the statement that the share at `index` makes with its whole right in front of it and what is left
/// behind it.
pub fn beside_its_whole(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    const LONGEST_NOUN: usize = 6;
    const LEFT: &[&str] = &["剩余", "其余", "余下", "剩下", "尚余", "还剩", "还有"];
    let (rate, left) = (passage.mentions.get(index)?, passage.mentions.get(index + 1)?);
    let all = passage.mentions.get(index.checked_sub(1)?)?;
    let noun = rate.before.strip_suffix('的').filter(|noun| search::length(noun) <= LONGEST_NOUN)?;
    let is_told_so = rate.lead == Lead::Nothing
        && all.after.starts_with(noun)
        && left.lead == Lead::Comma
        && left.clause == rate.clause + 1
        && search::length(left.before) <= LONGEST_NOUN
        && label::begins(left.before, LEFT)
        && left.quantity.class() == all.quantity.class()
        && label::has(all.before, cues::DONE);
    let are_counts = all.quantity.is_amount() && left.quantity.base()? <= all.quantity.base()?;
    (is_told_so && are_counts).then(|| Quotient::remainder(rate, all, left)?.judge()).flatten()
}

/// The count in front of the rate at `index` that counts like `left`, where it is the only one of its segment.
fn only_count_before<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    left: &Mention<'_>,
) -> Option<&'p Mention<'a>> {
    let rate = passage.mentions.get(index)?;
    let mut found = passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.segment == rate.segment)
        .filter(|mention| mention.quantity.class() == left.quantity.class());
    let only = found.next().filter(|only| {
        only.clause + 1 >= rate.clause
            && only.depth <= left.depth
            && !growth::changes_by(only)
            && !only.has(Cue::Comparison)
            && !label::has(only.before, cues::AVERAGE)
    });
    only.filter(|_| found.next().is_none())
}

/// Whether the words of `left` say no more than that so many of `base` were not `stem`: 其中不合格, 未办结工单; not 处置不合格食品
/// and not 不合格药品 beside 抽检食品.
fn is_told_of(left: &Mention<'_>, stem: &str, base: &Mention<'_>) -> bool {
    const AHEAD: &[&str] = &[
        "其中", "仅有", "仅", "有", "尚有", "尚", "仍有", "仍", "还有", "另有", "剩余", "发现", "检出", "共",
        "对", "针对",
    ];
    const GENERAL: &[&str] = &["", "样品", "产品", "案件", "事项", "工单", "诉求"];
    // 仅有 16 批次不合格: the words stand behind the figure.
    let words = if left.before.contains(stem) { left.before } else { left.after };
    let Some((ahead, behind)) = words.rsplit_once(stem) else { return false };
    let mut rest = ahead.trim_end_matches(['未', '不', '没', '无', '非']).trim_end_matches("没有");
    while let Some(shorter) = search::behind(rest, AHEAD) {
        rest = shorter;
    }
    // 未持证辅助人员 are no 行政执法人员, though both are 人员.
    let is_of_it = |object: &str| {
        let object = object.trim_start_matches(['的', '为']);
        GENERAL.contains(&object) || base.before.contains(object) || base.after.contains(object)
    };
    is_of_it(rest) && is_of_it(label::strip(behind)) && search::length(left.before) <= 12
}
