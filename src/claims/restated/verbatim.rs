//! The same figure in the very same words: who did what in the whole year, and a stock that is taken up within a clause.
//!
//! *Invariant:* the words are equal to the letter, and nothing in front of them speaks of another place.

use std::borrow::Cow;

use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::search;

/// Words of the whole year behind who did it.
const WHOLE_YEAR: &[&str] = &["全年共", "全年", "本年度", "年内"];

/// Words with which the name of one who acts ends.
const DOERS: &[&str] =
    &["会", "会议", "组", "局", "委", "院", "办", "队", "中心", "政府", "站", "班子", "领导", "负责人"];

/// Words of places and units that may have figures of their own.
const OTHERS: &[&str] = &["区", "县", "乡", "镇", "街道", "分局", "支队", "大队", "单位", "各", "某", "其中"];

/// Words in front of a stock that was told before.
const TAKING: &[&str] = &["按", "以", "对", "为", "给", "向", "将", "把", "依", "按照", "根据", "面向"];

/// Words of all there is of something.
const STOCKS: &[&str] = &["在编", "在册", "在岗", "在职", "现有", "实有", "共有", "登记", "持证", "注册"];

/// The most characters that name one who acts.
const LONGEST_DOER: usize = 12;

/// Whether both say in the same words what the same body did in the whole year: 局长办公会全年研究法治议题 7 次.
pub fn is_of_one_doer(
    first: &Mention<'_>,
    again: &Mention<'_>,
    places: (&Passage<'_>, &Passage<'_>),
) -> bool {
    let doer = WHOLE_YEAR.iter().find_map(|year| search::split(first.before, year).map(|(doer, _)| doer));
    let is_doer = doer.is_some_and(|doer| {
        (3..=LONGEST_DOER).contains(&search::length(doer))
            && DOERS.iter().any(|end| doer.ends_with(end))
            // 县法治建设领导小组 is that of the paper.
            && !label::has(doer.trim_start_matches(['县', '区', '镇', '乡']), OTHERS)
    });
    is_doer
        && without_means(first.before) == without_means(again.before)
        && first.after == again.after
        && speaks_of_no_other(first, places.0)
        && speaks_of_no_other(again, places.1)
}

/// 局党组全年召开会议研究法治议题: `words` without the means by which something was done, where what was done stands behind it.
pub fn without_means(words: &str) -> Cow<'_, str> {
    const MEANS: &[&str] = &["召开会议", "召开专题会议", "召开会", "通过会议", "利用会议"];
    const DONE: &[&str] = &["研究", "专题研究", "审议", "听取", "学习", "部署", "讨论", "审定"];
    let place = search::each_of(words, MEANS).find_map(|(at, means)| {
        let rest = words.get(at + means.len()..)?;
        label::begins(rest, DONE).then_some((at, rest))
    });
    match place {
        Some((at, rest)) => Cow::Owned(format!("{}{rest}", words.get(..at).unwrap_or(""))),
        None => Cow::Borrowed(words),
    }
}

/// Whether nothing in the sentence before the words of `mention` names a place or unit.
fn speaks_of_no_other(mention: &Mention<'_>, passage: &Passage<'_>) -> bool {
    const LONGEST: usize = 240;
    let ahead = passage.between(mention.sentence_start, mention.start);
    ahead.len() <= LONGEST && !label::has(ahead, OTHERS)
}

/// The words of a stock at the end of those before `mention` that are taken up from before: 全局在编民警 in
/// 公用经费按全局在编民警.
pub fn stock_taken_up<'a>(mention: &Mention<'a>) -> Option<&'a str> {
    const SHORTEST: usize = 6;
    let at = mention.before.rfind('全').filter(|&at| at > 0)?;
    let (ahead, stock) = mention.before.split_at_checked(at)?;
    let is_stock = search::length(stock) >= SHORTEST && label::has(stock, STOCKS);
    (is_stock && TAKING.iter().any(|word| ahead.ends_with(word))).then_some(stock)
}
