//! A share of those that the clause in front of its part names: 审核通过 569 人，…。审核通过人员中，随迁子女 201 人，占 35.3%.
//!
//! *Invariant:* one figure alone, before the part and not far from it, bears what the clause names.

use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::year;
use crate::search;

/// How many sentences before the part its whole may stand.
const FARTHEST: u32 = 3;

/// The figure of those that the words in front of the part at `part_index` name with 中.
pub fn whole(passage: &Passage<'_>, part_index: usize) -> Option<usize> {
    let part = passage
        .mentions
        .get(part_index)
        .filter(|part| matches!(part.lead, Lead::Comma | Lead::Start | Lead::Semicolon))?;
    let ahead = part.run_up.strip_suffix(part.before)?.trim_end_matches('，');
    let clause = ahead.rsplit(['，', '；', '。', '：']).next().unwrap_or(ahead);
    // 审核通过人员中随迁子女 201 人: without a mark between them.
    let named = clause.strip_suffix('中').or_else(|| Some(part.before.split_once('中')?.0))?;
    let named = named.strip_suffix(['当', '之']).unwrap_or(named);
    let named = ["上述", "前述", "这些", "在", "已", "经"]
        .iter()
        .fold(named, |words, word| words.strip_prefix(word).unwrap_or(words));
    let mut found = passage
        .back_from(part_index)
        .take_while(|(_, whole)| whole.sentence + FARTHEST >= part.sentence)
        .filter(|(_, whole)| {
            whole.quantity.is_count()
                && whole.quantity.class() == part.quantity.class()
                && !growth::changes_by(whole)
                && is_called(whole, named)
        });
    let (at, _) = found.next()?;
    found.next().is_none().then_some(at)
}

/// 1186 件援助案件中由区外律师承办的有 204 件: the figure right before the part at `part_index` that this is among, with nothing but what
/// that counts in front of 中.
pub fn right_before(passage: &Passage<'_>, part_index: usize) -> Option<usize> {
    const LONGEST_NOUN: usize = 8;
    const OTHER: &[&str] = &["其", "集", "年", "途", "过程", "工作", "活动", "期间"];
    let before = part_index.checked_sub(1)?;
    let (whole, part) = (passage.mentions.get(before)?, passage.mentions.get(part_index)?);
    let noun = part.before.split_once('中')?.0.trim_end_matches(['当', '之']);
    let is_among = part.lead == Lead::Nothing
        && (2..=LONGEST_NOUN).contains(&search::length(noun))
        && search::ending(noun, OTHER).is_none()
        && whole.quantity.is_count()
        && whole.quantity.class() == part.quantity.class()
        && !growth::changes_by(whole);
    is_among.then_some(before)
}

/// 上年审结案件中，纠错的 47 件: whether the clause in front of `part` names those of another year.
pub fn are_of_another_year(part: &Mention<'_>) -> bool {
    const EARLIER: &[&str] = &["上年", "去年", "往年", "上一年", "历年"];
    let ahead = part.run_up.strip_suffix(part.before).unwrap_or("").trim_end_matches('，');
    let clause = ahead.rsplit(['，', '；', '。', '：']).next().unwrap_or(ahead);
    clause.ends_with('中') && (label::begins(clause, EARLIER) || year::last(clause).is_some())
}

/// Whether `named` says what `whole` counts: 审核通过人员 and 审核通过的考生 of 审核通过 569 人, 办结案件 of 办结 80 件.
fn is_called(whole: &Mention<'_>, named: &str) -> bool {
    const NOUNS: &[&str] = &[
        "人员", "人群", "人", "者", "案件", "事项", "申请", "企业", "单位", "机构", "对象", "问题", "户",
        "件", "项目", "群众", "线索", "纠纷", "工单", "诉求", "投诉", "举报", "考生", "学生", "学员", "家庭",
        "主体",
    ];
    const LEADING: &[char] = &['已', '共', '经', '被'];
    let words = label::label(whole);
    let verb = words.trim_start_matches(LEADING).trim_end_matches('的');
    let Some(rest) = named.strip_prefix(verb).filter(|_| search::length(verb) >= 2) else { return false };
    let noun = rest.strip_prefix('的').unwrap_or(rest);
    noun.is_empty() || search::ending(noun, NOUNS) == Some(noun) || whole.after.starts_with(noun)
}
