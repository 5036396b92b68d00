//! A share with its base in front of it: 占年初预算 8465 万元的 41.5%, 完成年度任务 500 件的 104%, 占申请总数（48 件）的 75%.
//!
//! *Invariant:* the count above the line stands in the segment of the base, in front of it; what compares
//! or changed is none.

use super::quotient::Quotient;
use super::share;
use crate::claims::Statement;
use crate::claims::closed;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::lang::Text;
use crate::review::Status;
use crate::search;

/// Words with which the base of a share begins.
const LEADING: &[&str] = &["占", "完成", "为", "达", "达到", "相当于", "是"];

/// The statement that the share at `index` makes with the base right before it.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let base_index = index.checked_sub(1)?;
    let base = passage.mentions.get(base_index)?;
    let words = words_of_base(base, rate);
    let is_base = words.is_some_and(|words| label::begins(words, LEADING) || names_its_part(words))
        && base.quantity.is_count()
        && (base.quantity.measure.is_some() || base.quantity.factor > 1)
        && !base.has(Cue::Comparison);
    if !is_base {
        return None;
    }
    let nearest = passage
        .back_from(base_index)
        .take_while(|(_, mention)| mention.segment == base.segment)
        .find(|(_, mention)| mention.quantity.class() == base.quantity.class());
    // 基本农田 46 平方公里，城镇边界 58 平方公里，基本农田占县域面积（1483 平方公里）的: what has a subject is of the figure called so.
    let subject = words.and_then(share::read).map_or("", |wording| wording.part);
    let called = share::part_of(passage, base_index, subject).filter(|_| !subject.is_empty());
    let is_called = |at: &usize| {
        passage.mentions.get(*at).is_some_and(|mention| {
            mention.quantity.class() == base.quantity.class()
                && !growth::changes_by(mention)
                && !mention.has(Cue::Comparison)
        })
    };
    if let Some(called) = called.filter(is_called).filter(|&at| nearest.is_some_and(|(near, _)| near != at)) {
        return Quotient::new(rate, &[passage.mentions.get(called)?], &[base])?.judge();
    }
    let (at, above) = nearest?;
    let is_count = above.clause + 1 == base.clause
        && above.bracket == rate.bracket
        && !growth::changes_by(above)
        && !above.has(Cue::Comparison);
    let of_last = is_count.then(|| Quotient::new(rate, &[above], &[base])?.judge()).flatten()?;
    if of_last.status == Status::Holds || called == Some(at) {
        return Some(of_last);
    }
    // 城镇边界 58 平方公里，耕地占县域面积（1483 平方公里）的: how much that is is not told.
    if search::length(subject) > 1 {
        return super::holding(of_last, SEVERAL);
    }
    // 提档升级 326 公里，其中2023年 160 公里、2024年 166 公里，为总目标 300 公里的: behind all of its parts it is of the 326.
    let closed = closed::row_ending_at(passage, at);
    if let Some(whole) = closed.as_ref().and_then(|row| row.whole) {
        return Quotient::new(rate, &[passage.mentions.get(whole)?], &[base])?.judge();
    }
    // 一线岗位 31 个、审批岗位 12 个，占应轮岗位 57 个的 75.4%: of the last of a row or of all of it; where it is neither, the words
    // do not say of which.
    let row = match &closed {
        Some(row) => row.parts.iter().rev().filter_map(|&part| passage.mentions.get(part)).collect(),
        None => passage.row_ending_at(at),
    };
    if row.len() < 2 {
        return Some(of_last);
    }
    let of_all = Quotient::new(rate, &row, &[base])?.judge()?;
    (of_all.status == Status::Holds).then_some(of_all).or_else(|| super::holding(of_last, SEVERAL))
}

/// The words in front of `base` where it leads on to `rate`: 占年初预算 8465 万元的, or in a bracket behind its name, 占申请总数
/// （48 件）的.
fn words_of_base<'a>(base: &Mention<'a>, rate: &Mention<'_>) -> Option<&'a str> {
    if rate.lead == Lead::Nothing {
        let is_plain = base.after.is_empty() || base.after == rate.before;
        return Some(base.before).filter(|_| is_plain && base.lead == Lead::Comma && leads_on(rate.before));
    }
    let is_bracket = rate.lead == Lead::Close
        && rate.run_up == "）的"
        && base.lead == Lead::Open
        && base.before.is_empty()
        && base.after.is_empty();
    base.run_up.strip_suffix('（')?.strip_prefix('，').filter(|_| is_bracket)
}

const SEVERAL: Text = Text {
    zh: "前面有几个数，占比是哪一个的，文中看不出，未作判断",
    en: "several figures stand before it; the text does not say which the share is of",
};

/// Whether what stands before 占 in `words` is short enough to name the part: 非现场执法占全部查处量.
fn names_its_part(words: &str) -> bool {
    const LONGEST: usize = 8;
    words.split_once('占').is_some_and(|(part, _)| search::length(part) <= LONGEST)
}

/// Whether `words` lead from the base to its share: 的, or what the base counts and 的 (210 个行政村的 80%).
fn leads_on(words: &str) -> bool {
    const LONGEST: usize = 7;
    // 占报名总数 320 人的比重为: a noun for the share may stand behind 的.
    let words = words.trim_end_matches(['为', '达', '是', '到', '约']);
    let noun = search::ending(words, cues::SHARE_NOUNS).and_then(|noun| words.strip_suffix(noun));
    let words = noun.unwrap_or(words);
    words.strip_suffix('的').is_some_and(|noun| search::length(noun) <= LONGEST)
}
