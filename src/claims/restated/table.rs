//! The same indicator in running text and in a table of the draft.
//!
//! *Invariant:* both bear one name, count in one measure word and are of one year; where the figures differ in more
//! than a slip of the pen, they may be of different things and nothing is said.

use std::borrow::Cow;

use super::conclude;
use super::indicator::{is_sure_slip, names_in_text};
use crate::claims::statement::{Mention, Passage};
use crate::claims::table::Named;
use crate::claims::{Operand, Statement};
use crate::facts::{Class, Precision};
use crate::numbers::Groups;
use crate::search;

/// The fewest characters of a name that says by itself in what it counts.
const TELLING_NAME: usize = 8;

/// The restatements of `passages` in `tables`.
pub fn claims(passages: &[Passage<'_>], tables: &[Named]) -> Vec<Statement> {
    let mut by_name = Groups::default();
    // A column whose header multiplies its figures is left to the paragraph in front of it, see [`super::below`].
    for named in tables.iter().filter(|named| !named.is_scaled) {
        by_name.add(Cow::Owned(essence(&named.name)), named);
    }
    let mut out = Vec::new();
    if tables.is_empty() {
        return out;
    }
    for (told, name) in names_in_text(passages) {
        let (mention, class, year) = (told.mention, told.class, told.year);
        let name = essence(&name);
        let fits = |named: &&&Named| {
            let same_year = named.year.is_none() || year.is_none() || named.year == year;
            let same_class = named.class == Some(class)
                || (named.class.is_none()
                    && class == Class::Word("件")
                    && search::length(&name) >= TELLING_NAME);
            same_year && same_class && named.quantity.precision == Precision::Exact
        };
        let found: Vec<&&Named> = by_name.get(&name).iter().filter(fits).collect();
        // Under one name in two tables: they are of different scope.
        if let [only] = found.as_slice() {
            out.extend(restatement(mention, only, search::length(&name)));
        }
    }
    out
}

fn restatement(mention: &Mention<'_>, named: &Named, length: usize) -> Option<Statement> {
    let (a, b) = (mention.quantity.base()?, named.quantity.base()?);
    let gap = a.minus(b)?.abs();
    let same = gap <= mention.quantity.tolerance()?.plus(named.quantity.tolerance()?)?;
    if !same && !is_sure_slip(a, b, length) {
        return None;
    }
    let text = Operand::of("first", mention);
    let cell = named.operand.clone();
    let shown = (super::figure(mention.quantity), super::figure(&named.quantity));
    let again = named.quantity.value;
    let computed = a.divided_by_power(named.quantity.factor)?;
    Some(conclude(same, shown, vec![text, cell], computed, again, false))
}

/// `name` without numbering, year, general verbs and nouns at its ends: what both the text and a table would say.
fn essence(name: &str) -> String {
    const FRONT: &[&str] = &["本年度", "本年", "全年", "作出", "办理", "实施", "开展", "完成", "共"];
    const END: &[&str] = &["数量", "总数", "件数", "数", "决定", "案件", "情况"];
    let is_mark = |ch: char| matches!(ch, '（' | '）' | '、' | '.' | '．') || ch.is_ascii_digit();
    let numbering = name.find(['、', '）', '.']).filter(|at| *at <= "（十".len());
    let mut rest = numbering.and_then(|at| name.get(at..)).unwrap_or(name).trim_start_matches(is_mark);
    while let Some(shorter) = search::behind(rest, FRONT) {
        rest = shorter;
    }
    while let Some(shorter) = search::ahead(rest, END) {
        rest = shorter;
    }
    rest.to_owned()
}
