//! The same indicator twice: a figure restated must be the same figure.
//!
//! Seventeen ways in which a text speaks of one thing twice: a stock after its changes ([`stock`]), the same amount in another
//! unit and 上述 ([`nearby`]), the same words again ([`indicator`], which knows a figure by its [`key`]), its noun taken up by
//! another figure ([`noun`], whose words are read by [`noun_words`]), those who took part in what was held ([`taking_part`]),
//! verb, object and figure in another order ([`again`], which takes words apart by [`phrase`]), what was done taken up with 的
//! ([`definite`]), what is singled out by what was done with it ([`singled_out`]) or as what is left ([`left`]), all divisions
//! of a place ([`divisions`]), more than all that there are ([`of_all`]), all of a stock ([`whole_stock`]), what stands beside
//! a figure that is the same ([`beside`]), the same name in a table ([`table`], [`below`]), and the total of a table round it
//! ([`around`]). What the sentences say round both figures is in [`setting`], of which places in [`places`].
//!
//! *Invariant:* two figures are one indicator only where the text names both alike, in scope, period
//! and unit; where they differ in more than a slip, they may be of different things and stay open.

mod again;
mod around;
mod below;
mod beside;
mod definite;
mod divisions;
mod indicator;
mod key;
mod left;
mod marks;
mod names;
mod nearby;
mod noun;
mod noun_words;
mod of_all;
mod phrase;
mod places;
mod pointing;
mod seen;
mod setting;
mod singled_out;
mod stock;
mod table;
mod taking_part;
mod verbatim;
mod whole_stock;

use super::judge::is_swapped;
use super::label;
use super::statement::{Mention, Passage};
use super::table::Named;
use super::{Claim, Fault, Operand, Reason, Statement, figure};
use crate::facts::{Class, Decimal, Quantity};
use crate::review::{ClaimKind, Status};
pub(super) use below::{end_of_table, start_of_table};

/// A figure of the draft with its place and its time.
#[derive(Clone, Copy)]
struct Told<'p, 'a> {
    /// The passage in which it stands, and which of all it is.
    passage: &'p Passage<'a>,
    place: usize,
    /// The figure, and which of the passage it is.
    mention: &'p Mention<'a>,
    index: usize,
    /// What it counts in.
    class: Class,
    /// The year that was last spoken of in its passage.
    year: Option<u16>,
}

impl Told<'_, '_> {
    /// Whether it is told in another sentence than `other`.
    fn is_apart_from(&self, other: &Told<'_, '_>) -> bool {
        self.place != other.place || self.mention.sentence != other.mention.sentence
    }

    /// Whether one of `marks` follows the words behind the figure.
    fn goes_on_with(&self, marks: &[&str]) -> bool {
        let end = self.mention.quantity.span.end + self.mention.after.len() as u32;
        label::begins(self.passage.between(end, self.passage.end()), marks)
    }

    /// Whether it may be of the same year as `other`: a year may go without saying.
    fn is_of_the_time_of(&self, other: &Told<'_, '_>) -> bool {
        self.year.is_none() || other.year.is_none() || self.year == other.year
    }
}

/// The figures of all `passages` that have a measure word, in order.
fn told<'p, 'a>(passages: &'p [Passage<'a>]) -> impl Iterator<Item = Told<'p, 'a>> {
    passages.iter().enumerate().flat_map(|(place, passage)| {
        passage.mentions.iter().enumerate().filter_map(move |(index, mention)| {
            let class = mention.quantity.class()?;
            Some(Told { passage, place, mention, index, class, year: mention.year })
        })
    })
}

/// The restatements within `passage`; `known` are its other statements.
pub fn claims(passage: &Passage<'_>, known: &[Statement], out: &mut Vec<Statement>) {
    out.extend(stock::claims(passage, known));
    out.extend(nearby::claims(passage));
}

/// The restatements from one passage to another.
pub fn across(passages: &[Passage<'_>], out: &mut Vec<Statement>) {
    let is_indicator = |one: &Told<'_, '_>| indicator::is_indicator(one.passage, one.index, one.mention);
    let indicators: Vec<Told<'_, '_>> = told(passages).filter(is_indicator).collect();
    out.extend(indicator::claims(passages));
    out.extend(noun::claims(&indicators));
    out.extend(taking_part::claims(passages));
    let along = taking_part::along(passages, out);
    out.extend(along);
    out.extend(left::claims(passages));
    out.extend(of_all::claims(passages));
    out.extend(whole_stock::claims(passages));
    let divisions = divisions::claims(passages, out);
    out.extend(divisions);
    let again = again::claims(&indicators, out);
    out.extend(again);
    let definite = definite::claims(passages, out);
    out.extend(definite);
    let singled_out = singled_out::claims(passages, out);
    out.extend(singled_out);
    let beside = beside::claims(passages, out);
    out.extend(beside);
}

/// The restatements between running text and the figures `named` in tables.
pub fn in_tables(passages: &[Passage<'_>], named: &[Named], out: &mut Vec<Statement>) {
    out.extend(table::claims(passages, named));
    let found = below::claims(passages, named, out);
    out.extend(found);
    let found = around::claims(passages, named, out);
    out.extend(found);
}

/// Both figures as whole numbers in one unit, so that their digits can be compared. Of 1264523 元 and 126.54 万元 the
/// finer one is rounded to what the other can say.
fn in_one_unit(first: &Quantity, again: &Quantity) -> Option<(Decimal, Decimal)> {
    let (a, b) = (first.base()?, again.base()?);
    if first.factor == again.factor {
        return Some((a.divided_by_power(1)?, b.divided_by_power(1)?));
    }
    let coarser = if first.factor > again.factor { first } else { again };
    let step = coarser.value.step().times(Decimal::whole(coarser.factor))?;
    Some((a.div_rounded(step, 0)?, b.div_rounded(step, 0)?))
}

/// Whether one of the two is the other with its point in another place, as where 万 was left out or written twice; of four
/// digits two neighbours may be swapped besides.
fn is_shifted(first: &Quantity, again: &Quantity) -> bool {
    const LEAST_DIGITS: usize = 3;
    let digits = |quantity: &Quantity| {
        let digits: String = quantity.value.to_string().chars().filter(|ch| *ch != '.').collect();
        digits.trim_matches('0').to_owned()
    };
    let (a, b) = (digits(first), digits(again));
    let whole = |digits: &str| digits.parse().ok().map(Decimal::whole);
    let are_swapped = || {
        let is_far = || {
            let (a, b) = (first.base()?, again.base()?);
            let twice = |value: Decimal| value.times(Decimal::whole(2));
            Some(a > twice(b)? || b > twice(a)?)
        };
        let both = whole(&a).zip(whole(&b));
        a.len() > LEAST_DIGITS && both.is_some_and(|(a, b)| is_swapped(a, b)) && is_far().unwrap_or(false)
    };
    let are_alike = (a == b && a.len() >= LEAST_DIGITS) || are_swapped();
    first.factor != again.factor && are_alike && first.base() != again.base()
}

/// `first` and `again` are of one thing: equal, or wrong.
fn compare(first: &Mention<'_>, again: &Mention<'_>, certain: bool) -> Option<Statement> {
    let gap = again.quantity.base()?.minus(first.quantity.base()?)?.abs();
    let same = gap <= first.quantity.tolerance()?.plus(again.quantity.tolerance()?)?;
    let operands = vec![Operand::of("first", first), Operand::of("again", again)];
    let computed = first.quantity.base()?.divided_by_power(again.quantity.factor)?;
    let shown = if first.quantity.unit() == again.quantity.unit() {
        (figure(first.quantity), figure(again.quantity))
    } else {
        (with_unit(first), with_unit(again))
    };
    Some(conclude(same, shown, operands, computed, again.quantity.value, certain))
}

/// `statement` with its first figure called `name`, where the words before that say less.
fn called(mut statement: Statement, name: String) -> Statement {
    if let Some(first) = statement.operands.first_mut() {
        first.label = name;
    }
    statement
}

fn with_unit(mention: &Mention<'_>) -> String {
    format!("{}{}", mention.quantity.value, mention.quantity.unit())
}

fn conclude(
    same: bool,
    shown: (String, String),
    operands: Vec<Operand<crate::source::ViewSpan>>,
    computed: Decimal,
    written: Decimal,
    certain: bool,
) -> Statement {
    let (status, sign) = if same { (Status::Holds, "=") } else { (Status::Broken, "≠") };
    let equation = format!("{} {sign} {}", shown.0, shown.1);
    let fault = (!same).then(|| Fault {
        computed,
        excess: computed.minus(written).unwrap_or_default(),
        certain,
        reason: Reason::Arithmetic,
    });
    Claim::new(ClaimKind::Restated, status, equation, None, operands, fault)
}
