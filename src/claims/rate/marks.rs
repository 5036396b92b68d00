//! Rates over marks: 合格率 counts 优秀 too, 满意率 may count 基本满意.
//!
//! *Invariant:* the marks stand in the sentence of the rate; nothing is assumed of marks not named.

use super::INSPECTED;
use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::label::{self, label};
use crate::claims::statement::{Mention, Passage};
use crate::review::Status;

/// 合格率 over marks: 优秀 and 合格 are above the line, all marks or the stated total below.
pub fn marks(passage: &Passage<'_>, index: usize, above: &[&str]) -> Option<Statement> {
    const MARKS: &[&str] = &["优秀", "良好", "合格", "基本合格", "不合格"];
    let rate = passage.mentions.get(index)?;
    let mark_of = |mention: &Mention<'_>| -> Option<&'static str> {
        let words = label(mention);
        // The longest mark first: 不合格 ends in 合格.
        ["不合格", "基本合格", "优秀", "良好", "合格"]
            .into_iter()
            .find(|mark| {
                words.strip_suffix("案卷").or(words.strip_suffix("卷宗")).unwrap_or(words).ends_with(mark)
            })
            .filter(|mark| MARKS.contains(mark))
    };
    let marked: Vec<(usize, &Mention<'_>, &str)> = passage
        .sentence_of(index)
        .into_iter()
        .filter(|(_, mention)| mention.quantity.is_amount())
        .filter_map(|(at, mention)| mark_of(mention).map(|mark| (at, mention, mark)))
        .collect();
    let first = marked.first()?.0;
    if marked.len() < 2 {
        return None;
    }
    let numerators: Vec<&Mention<'_>> =
        marked.iter().filter(|(_, _, mark)| above.contains(mark)).map(|(_, mention, _)| *mention).collect();
    let unit = numerators.first()?.quantity.class();
    let (_, whole) = passage.back_from(first).find(|(_, mention)| {
        mention.sentence + 2 >= rate.sentence && mention.quantity.class() == unit && mention.depth == 0
    })?;
    Quotient::new(rate, &numerators, &[whole])?.judge()
}

/// 抽检 1200 批次，不合格 18 批次，合格率 98.5%: what failed is written, not what passed.
pub fn complement(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let failed = passage.mentions.get(index.checked_sub(1)?)?;
    let all = passage.mentions.get(index.checked_sub(2)?)?;
    let fits = failed.sentence == rate.sentence
        && all.sentence == rate.sentence
        && failed.before.contains("不合格")
        && failed.quantity.class() == all.quantity.class()
        && label::has(all.before, INSPECTED);
    if !fits {
        return None;
    }
    Quotient::remainder(rate, all, failed)?.judge()
}

/// 满意率 counts 基本满意 too, or 满意 alone; either reading is accepted.
pub fn satisfied(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let same: Vec<&Mention<'_>> = passage
        .sentence_of(index)
        .into_iter()
        .map(|(_, mention)| mention)
        .filter(|mention| mention.quantity.is_amount())
        .collect();
    let content = same.iter().find(|mention| label(mention) == "满意").copied()?;
    let mostly = same.iter().find(|mention| label(mention) == "基本满意").copied();
    let whole = same.iter().find(|mention| {
        mention.token < content.token.min(rate.token) && mention.quantity.class() == content.quantity.class()
    })?;
    let alone = Quotient::new(rate, &[content], &[whole])?.judge()?;
    match mostly {
        Some(mostly) if alone.status != Status::Holds => {
            Quotient::new(rate, &[content, mostly], &[whole])?.judge()
        }
        _ => Some(alone),
    }
}
