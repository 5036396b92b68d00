//! A share with its base in front of it: 占年初预算 8465 万元的 41.5%, 完成年度任务 500 件的 104%, 占申请总数（48 件）的 75%.
//!
//! *Invariant:* the count above the line stands in the segment of the base, in front of it; what compares
//! or changed is none.

use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::lang::Text;
use crate::review::Status;

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
    let (_, above) = passage
        .back_from(base_index)
        .take_while(|(_, mention)| mention.segment == base.segment)
        .find(|(_, mention)| mention.quantity.class() == base.quantity.class())?;
    let is_count = above.clause + 1 == base.clause
        && above.bracket == rate.bracket
        && !growth::changes_by(above)
        && !above.has(Cue::Comparison);
    let of_last = is_count.then(|| Quotient::new(rate, &[above], &[base])?.judge()).flatten()?;
    // 一线岗位 31 个、审批岗位 12 个，占应轮岗位 57 个的 75.4%: of the last of a row or of all of it; where it is neither, the words
    // do not say of which.
    let row = passage.row_ending_with(above);
    if row.len() < 2 || of_last.status == Status::Holds {
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
    words.split_once('占').is_some_and(|(part, _)| part.chars().count() <= LONGEST)
}

/// Whether `words` lead from the base to its share: 的, or what the base counts and 的 (210 个行政村的 80%).
fn leads_on(words: &str) -> bool {
    const LONGEST: usize = 7;
    words.strip_suffix('的').is_some_and(|noun| noun.chars().count() <= LONGEST)
}
