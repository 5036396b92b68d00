//! Rates of a whole year behind its halves: 上半年考试 89 人、通过 76 人，下半年 117 人、通过 104 人，全年通过率 87.4%.
//!
//! *Invariant:* the name of the rate says that it is of the year, the figures of which parts they are; what one part counts
//! alone is never what such a rate is of.

use super::general::{Bears, COUNTS_UNCLEAR, bears, is_asked, is_of_it, last_word, narrows};
use super::holding;
use super::names::{self, Counts};
use super::quotient::Quotient;
use crate::claims::period::{self, Months};
use crate::claims::statement::{Mention, Passage};
use crate::claims::{Statement, cues};
use crate::search;

/// Words with which the name of a rate of all the year begins.
const YEAR: &[&str] = &["全年度", "全年", "年度", "年均", "累计", "总体", "综合", "合计"];

/// The statement of the rate called `name` at `index`; an empty one where the parts of the year are told and not what the
/// rate needs of each. `None` where it is of no year or the year has no parts.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str) -> Option<Option<Statement>> {
    let stem = search::behind(name, YEAR)?;
    let rate = passage.mentions.get(index)?;
    let sentence: Vec<(usize, &Mention<'_>)> =
        passage.sentence_of(index).into_iter().filter(|(at, _)| *at < index).collect();
    let months = |mention: &Mention<'_>| {
        period::of(mention.before).map(|(months, ..)| months).filter(|months| *months != Months::ALL)
    };
    let mut heads = sentence.iter().filter(|(_, mention)| months(mention).is_some());
    let (first, _) = heads.next()?;
    heads.next()?;
    Some(of_all(
        rate,
        stem,
        sentence.iter().filter(|(at, _)| at >= first).map(|(_, mention)| *mention),
        months,
    ))
}

/// The rate of what all parts of the year count.
fn of_all<'p, 'a: 'p>(
    rate: &'p Mention<'a>,
    stem: &str,
    figures: impl Iterator<Item = &'p Mention<'a>>,
    months: impl Fn(&Mention<'_>) -> Option<Months>,
) -> Option<Statement> {
    let last = last_word(stem)?;
    let verbs = match names::find(stem).map(|known| &known.counts) {
        Some(Counts::Verbs(_)) if cues::DONE.contains(&last) => cues::DONE,
        Some(Counts::Verbs(verbs)) => verbs.above,
        _ => &[],
    };
    let (mut above, mut below): (Vec<&Mention<'_>>, Vec<&Mention<'_>>) = (Vec::new(), Vec::new());
    let mut told = Months::NONE;
    for figure in figures {
        if let Some(months) = months(figure) {
            told = told.and(months)?;
            below.push(figure);
        } else if bears(figure, last, verbs) == Some(Bears::Name)
            && below.first().is_some_and(|base| base.quantity.class() == figure.quantity.class())
        {
            above.push(figure);
        }
    }
    let are_all = told == Months::ALL && above.len() == below.len();
    let is_order = above.iter().zip(&below).all(|(part, whole)| part.token > whole.token)
        && above.iter().zip(below.iter().skip(1)).all(|(part, next)| part.token < next.token);
    let found = Quotient::new(rate, &above, &below).filter(|_| are_all && is_order)?.judge()?;
    // 全年按期办结率, 全年体检通过率 behind what was done and passed at all.
    let is_plain = !narrows(stem)
        && !is_asked(stem)
        && above.iter().zip(&below).all(|(part, whole)| is_of_it(stem, part, whole));
    found_plainly(found, is_plain)
}

/// `found`, or where the name of the rate says more than its counts only that it holds.
fn found_plainly(found: Statement, is_plain: bool) -> Option<Statement> {
    if is_plain { Some(found) } else { holding(found, COUNTS_UNCLEAR) }
}
