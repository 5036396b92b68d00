//! What the figures of the text assert of each other.
//!
//! *Invariant:* roles are found by grammar, before and without looking at whether the figures fit.

mod addends;
mod bare;
mod bounds;
mod but_one;
mod clearing;
mod closed;
mod count;
mod cue_set;
mod cues;
mod doings;
mod each;
mod each_of_groups;
mod each_of_named;
mod each_of_row;
mod fitting;
mod flow;
mod grades;
mod growth;
mod judge;
mod kinds;
mod label;
mod later_stage;
mod levels;
mod list;
mod no_more_than;
mod not_done;
mod notes;
mod overlap;
mod parallel;
mod period;
mod rate;
mod respective;
mod rest;
mod restated;
mod scope;
mod slip;
mod statement;
mod table;
mod total;
mod word_index;

use std::borrow::Cow;
use std::fmt::Write;

use crate::document::Document;
use crate::facts::{Decimal, Facts, Quantity};
use crate::lang::Text;
use crate::order;
use crate::review::{ClaimKind, Status};
use crate::source::{Source, Span, ViewSpan};
use statement::Mention;

/// One numeric statement, judged; `P` is the kind of position, [`Span`] once it is finished.
#[derive(Clone, Debug)]
pub struct Claim<P = Span> {
    /// Its kind.
    pub kind: ClaimKind,
    /// Whether it is right.
    pub status: Status,
    /// The arithmetic as one line.
    pub equation: String,
    /// Why it is open, or what else a reader should know.
    pub note: Option<Text>,
    /// From its first operand to its last.
    pub span: P,
    /// Its figures.
    pub operands: Vec<Operand<P>>,
    /// What is wrong, where it is broken.
    pub fault: Option<Fault>,
}

/// A claim that still stands in the folded view.
type Statement = Claim<ViewSpan>;

/// One figure of a statement.
#[derive(Clone, Debug)]
pub struct Operand<P = Span> {
    /// What part it plays, one of the names in `www/src/messages.ts`.
    pub role: &'static str,
    /// The exact figure as written, without 万 or 亿.
    pub value: Decimal,
    /// Its unit or measure word with 万 or 亿.
    pub unit: Cow<'static, str>,
    /// What it counts.
    pub label: String,
    /// Where it stands, with its measure word.
    pub span: P,
    /// Where its digits stand; nothing for one in Chinese numerals or one that was counted by us.
    pub digits: Option<P>,
}

/// What is wrong with a broken statement.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// What the other figures give, in the unit of the written one.
    pub computed: Decimal,
    /// Computed − written.
    pub excess: Decimal,
    /// Whether the text asserts it beyond doubt; else it is very likely.
    pub certain: bool,
    /// In which way it is wrong.
    pub reason: Reason,
}

/// In which way a statement is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The figures do not give what is written.
    Arithmetic,
    /// What is written cannot be, whatever the other figures: a completion above 100%.
    Impossible,
    /// A growth was divided by the new value instead of the old one.
    WrongBase,
    /// A growth is called a decline, or a decline a growth.
    WrongDirection,
    /// Two different figures are said to be the same.
    NotLevel,
    /// One unit of the last place: the statement holds, but a careful reader would look.
    LastPlace,
    /// The same, although the figures give a result that needs no rounding.
    BesideExact,
}

impl<P> Claim<P> {
    /// The figures in the part `role`.
    pub fn operands_as<'a>(&'a self, role: &'a str) -> impl Iterator<Item = &'a Operand<P>> {
        self.operands.iter().filter(move |operand| operand.role == role)
    }
}

pub use judge::is_one_slip;

impl<P> Operand<P> {
    /// What stands between row and column in the label of a figure from a table.
    pub const BETWEEN: &str = " · ";
}

impl Operand<ViewSpan> {
    /// The figure of `mention` in the part `role`.
    fn of(role: &'static str, mention: &Mention<'_>) -> Self {
        Self {
            role,
            value: mention.quantity.value,
            unit: mention.quantity.unit(),
            label: label::label(mention).to_owned(),
            span: mention.quantity.span,
            digits: (!mention.quantity.is_chinese).then_some(mention.quantity.number),
        }
    }
}

impl Statement {
    fn new(
        kind: ClaimKind,
        status: Status,
        equation: String,
        note: Option<Text>,
        operands: Vec<Operand<ViewSpan>>,
        fault: Option<Fault>,
    ) -> Self {
        let span = operands.iter().map(|operand| operand.span).reduce(ViewSpan::join).unwrap_or_default();
        // One minus sign, whether it takes away or stands in front of a negative figure.
        let equation = if equation.contains('-') { equation.replace('-', "−") } else { equation };
        Self { kind, status, equation, note, span, operands, fault }
    }

    /// Whether it says the same of the same figures.
    fn is_the_same_as(&self, other: &Self) -> bool {
        let place = |operand: &Operand<ViewSpan>| (operand.role, operand.span);
        self.kind == other.kind
            && self.span == other.span
            && self.operands.iter().map(place).eq(other.operands.iter().map(place))
    }

    fn locate(self, source: &Source<'_>) -> Claim {
        let operands = self.operands.into_iter().map(|operand| Operand {
            role: operand.role,
            value: operand.value,
            unit: operand.unit,
            label: operand.label,
            span: source.original(operand.span),
            digits: operand.digits.map(|digits| source.original(digits)),
        });
        Claim {
            kind: self.kind,
            status: self.status,
            equation: self.equation,
            note: self.note,
            span: source.original(self.span),
            operands: operands.collect(),
            fault: self.fault,
        }
    }
}

/// A figure as it stands in an equation: with 万, 亿, % and ‰, without its measure word.
fn figure(quantity: &Quantity) -> String {
    figures([quantity], "")
}

/// `quantities` as they stand in an equation, with `sign` between them.
fn figures<'q>(quantities: impl IntoIterator<Item = &'q Quantity>, sign: &str) -> String {
    const USUAL_LENGTH: usize = 8;
    let quantities = quantities.into_iter();
    let mut text = String::with_capacity(USUAL_LENGTH * quantities.size_hint().0);
    for quantity in quantities {
        if !text.is_empty() {
            text.push_str(sign);
        }
        // Nothing can go wrong where a text is written to.
        let _ = write!(text, "{}", quantity.value);
        text.push_str(quantity.scale());
        text.push_str(sign_of(quantity));
    }
    text
}

/// The sign of `quantity` that belongs to its number: 万, 亿, % or ‰ at the beginning of its measure word.
fn sign_of(quantity: &Quantity) -> &'static str {
    let word = quantity.word();
    let noun = word.trim_start_matches(['千', '万', '亿', '%', '‰']);
    word.strip_suffix(noun).unwrap_or(word)
}

/// The statements of the draft, in the order of the text.
pub fn extract(source: &Source<'_>, document: &Document, facts: &Facts) -> Vec<Claim> {
    let passages = statement::passages(source, document, facts);
    let mut statements = Vec::new();
    for passage in &passages {
        let mut found = Vec::new();
        total::claims(passage, &mut found);
        rest::claims(passage, &mut found);
        but_one::claims(passage, &mut found);
        flow::claims(passage, &mut found);
        let mut rows = Vec::new();
        bare::claims(passage, &found, &mut rows);
        found.append(&mut rows);
        found.retain(|statement| !total::is_right_otherwise(passage, statement));
        rate::claims(passage, &mut found);
        grades::claims(passage, &mut found);
        each::claims(passage, &mut found);
        each_of_row::claims(passage, &mut found);
        each_of_groups::claims(passage, &mut found);
        each_of_named::claims(passage, &mut found);
        growth::claims(passage, &mut found);
        count::claims(passage, &mut found);
        let mut rows = Vec::new();
        fitting::claims(passage, &found, &mut rows);
        found.append(&mut rows);
        no_more_than::claims(passage, &found, &mut rows);
        found.append(&mut rows);
        restated::claims(passage, &found, &mut statements);
        statements.append(&mut found);
    }
    not_done::claims(&passages, &mut statements);
    rate::across(&passages, &mut statements);
    restated::across(&passages, &mut statements);
    let named = table::claims(source, document, &mut statements);
    rate::in_tables(&passages, &named, &mut statements);
    restated::in_tables(&passages, &named, &mut statements);
    order::sort_by_key(&mut statements, |statement| (statement.span, statement.kind));
    // Two readers may have found the same restatement.
    statements.dedup_by(|later, earlier| later.is_the_same_as(earlier));
    statements.into_iter().map(|statement| statement.locate(source)).collect()
}
