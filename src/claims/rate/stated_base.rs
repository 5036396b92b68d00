//! Rates whose base is stated for them: 以已结的 94 件计，调解成功率 96.8%; 按应办 60 件为基数，办结率 95%.
//!
//! *Invariant:* nothing but the stated figure is the base, whatever else the sentence counts; where several counts bear
//! the name of the rate, it only holds or stays open.

use super::general::{Bears, bears, goes_beyond, is_count, last_word};
use super::holding;
use super::names::{self, Counts};
use super::quotient::Quotient;
use super::share;
use super::verbs::SEVERAL;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Statement, cues};
use crate::review::Status;

/// Words with which the clause of such a base begins.
const OPENING: &[&str] =
    &["以", "按", "若以", "若按", "如以", "如按", "仅以", "仅按", "只按", "其中以", "其中按"];

/// Words behind the figure that make it a base.
pub const BASE: &[&str] = &[
    "计算",
    "测算",
    "核算",
    "折算",
    "统计",
    "为基数",
    "作基数",
    "为分母",
    "作分母",
    "为底数",
    "为基准",
    "为口径",
    "口径",
];

/// Words of what is still to be done.
const NOT_DONE: &[&str] = &["限期", "责令", "正在", "应"];

/// The figure right before the rate at `index` that is stated as its base.
pub fn find(passage: &Passage<'_>, index: usize) -> Option<usize> {
    let rate = passage.mentions.get(index)?;
    let at = index.checked_sub(1)?;
    let base = passage.mentions.get(at)?;
    let is_near = base.sentence == rate.sentence && rate.clause <= base.clause + 1;
    let is_stated = counts_by(base.after) || label::has(base.after, BASE);
    (is_near && is_stated && base.quantity.is_amount() && label::begins(base.before, OPENING)).then_some(at)
}

/// Whether `words` end in 计 for themselves: 以已结的 94 件纠纷计, not 审计.
fn counts_by(words: &str) -> bool {
    const OTHER: &[char] = &['审', '会', '预', '合', '共', '总', '累', '设'];
    words.strip_suffix('计').is_some_and(|before| !before.ends_with(OTHER))
}

/// The statement of the rate at `index` with the figure at `of` for its base.
pub fn claim(passage: &Passage<'_>, index: usize, of: usize) -> Option<Statement> {
    let (rate, base) = (passage.mentions.get(index)?, passage.mentions.get(of)?);
    let counts = || {
        passage
            .back_from(of)
            .map(|(_, mention)| mention)
            .take_while(|mention| mention.sentence == rate.sentence)
            .filter(|mention| mention.quantity.class() == base.quantity.class() && is_count(mention))
    };
    if share::read(rate.before).is_some() {
        // 重复件 312 件，以总数 2400 件计，占 13%.
        let part = counts().next()?;
        return Quotient::new(rate, &[part], &[base])?.judge().filter(|found| found.status == Status::Holds);
    }
    let name = label::strip(names::rate_name(rate.before)?);
    let stem = last_word(name)?;
    let verbs = match names::find(name).map(|known| &known.counts) {
        Some(Counts::Verbs(_)) if cues::DONE.contains(&stem) => cues::DONE,
        Some(Counts::Verbs(verbs)) => verbs.above,
        _ => &[],
    };
    let answers = |mention: &&Mention<'_>| {
        bears(mention, stem, verbs) == Some(Bears::Name) && !label::has(mention.before, NOT_DONE)
    };
    let above: Vec<&Mention<'_>> = counts().filter(answers).collect();
    let mut readings = above.iter().filter_map(|above| Quotient::new(rate, &[above], &[base])?.judge());
    if let [only] = above.as_slice()
        && !goes_beyond(only, name)
    {
        return readings.next();
    }
    let nearest = readings.next()?;
    if nearest.status == Status::Holds {
        return Some(nearest);
    }
    readings.find(|found| found.status == Status::Holds).or_else(|| holding(nearest, SEVERAL))
}
