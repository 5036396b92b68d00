//! What a flow comes to where words leave open what a figure between its stocks does.
//!
//! *Invariant:* it is wrong only where it is wrong in every reading.

use super::converted;
use super::movement::{Movement, movement};
use super::statement::{Understood, statement};
use crate::claims::Statement;
use crate::claims::statement::Mention;
use crate::review::Status;

/// The figures of a flow of which it is told what they do.
#[derive(Clone, Copy)]
pub struct Told<'t, 'm, 'a> {
    /// The stock before.
    pub opening: &'m Mention<'a>,
    /// What moved it.
    pub movements: &'t [(Movement, &'m Mention<'a>)],
    /// The stock after.
    pub closing: &'m Mention<'a>,
}

/// A figure between the two stocks of which words tell what it does, but not for sure.
#[derive(Clone, Copy)]
pub struct Unsure<'m, 'a> {
    /// What it most likely does.
    pub does: Movement,
    /// How many movements stand before it.
    pub at: usize,
    /// The figure.
    pub mention: &'m Mention<'a>,
}

/// Whether `reading` turns the direction of no more than one of the figures in `unsure`, and then of that alone.
fn is_likely_enough(reading: &[Unsure<'_, '_>], unsure: &[Unsure<'_, '_>]) -> bool {
    let pairs = || {
        let of =
            |read: &Unsure<'_, '_>| unsure.iter().find(|figure| figure.mention.token == read.mention.token);
        reading.iter().filter_map(move |read| Some((of(read)?.does, read.does)))
    };
    let moves = |does: Movement| does != Movement::Neutral;
    let turned = pairs().filter(|(likely, read)| moves(*likely) && moves(*read) && likely != read).count();
    let left_aside = pairs().filter(|(likely, read)| moves(*likely) && !moves(*read)).count();
    turned == 0 || (turned == 1 && left_aside == 0)
}

/// Whether `reading` leaves one of the figures in `unsure` aside that most likely moves the stock.
fn leaves_aside(reading: &[Unsure<'_, '_>], unsure: &[Unsure<'_, '_>]) -> bool {
    let of = |read: &Unsure<'_, '_>| unsure.iter().find(|figure| figure.mention.token == read.mention.token);
    reading.iter().any(|read| {
        let is_dropped = read.does == Movement::Neutral && converted::in_row(read.mention);
        is_dropped && of(read).is_some_and(|likely| likely.does != Movement::Neutral)
    })
}

impl<'m, 'a> Told<'_, 'm, 'a> {
    /// 年初 326 人，入矫 187 人，解矫 172 人，另案处理 5 人，年末 363 人: where the one figure that no word explains makes the stock
    /// right neither as coming in nor as going out nor left aside, and a slip of the pen explains it in one of these ways.
    pub fn with_unknown(self, (at, mention): (usize, &'m Mention<'a>)) -> Option<Statement> {
        if self.movements.is_empty() || self.holds_without_what_is_unsure() {
            return None;
        }
        let readings = [Movement::Inflow, Movement::Outflow]
            .map(|does| self.with(&[Unsure { does, at, mention }], Understood::Likely));
        let is = |status: Status| readings.iter().filter(move |reading| reading.status == status);
        let aside = self.with(&[], Understood::Likely);
        let mut broken = is(Status::Broken);
        let found = broken.next().filter(|_| is(Status::Holds).next().is_none())?;
        (broken.next().is_none() && aside.status != Status::Broken).then(|| found.clone())
    }

    /// 上年未结 12 件，本年立案 90 件，审结 88 件，年末未结 14 件: where the one figure that no word explains makes the stock right.
    pub fn right_with(self, (at, mention): (usize, &'m Mention<'a>)) -> Option<Statement> {
        if self.movements.is_empty() || self.holds_without_what_is_unsure() {
            return None;
        }
        let readings = [Movement::Inflow, Movement::Outflow]
            .map(|does| self.with(&[Unsure { does, at, mention }], Understood::Likely));
        readings.into_iter().find(|reading| reading.status == Status::Holds)
    }

    /// 期初 42 项，新辨识 11 项，升级 3 项，期末 56 项: what changed its grade may have come in or gone out by that, or not; each
    /// figure is in `unsure` with what it most likely does, and stands behind so many movements.
    pub fn with_unsure(self, unsure: &[Unsure<'m, 'a>], understood: Understood) -> Statement {
        const MOST: usize = 3;
        let ways = [Movement::Inflow, Movement::Outflow, Movement::Neutral];
        let mut readings: Vec<Vec<Unsure<'m, 'a>>> = vec![Vec::new()];
        // The last first, so that those before keep their places.
        for figure in unsure.iter().rev().take(MOST) {
            let one_more = |reading: &Vec<Unsure<'m, 'a>>| {
                let reading = reading.clone();
                ways.map(|does| [reading.as_slice(), &[Unsure { does, ..*figure }]].concat())
            };
            readings = readings.iter().flat_map(one_more).collect();
        }
        let likely: Vec<Unsure<'m, 'a>> = unsure.iter().rev().copied().collect();
        let moves = likely.iter().any(|figure| figure.does != Movement::Neutral);
        let understood = match understood {
            _ if unsure.len() > MOST => Understood::Partly,
            Understood::Told if moves => Understood::Likely,
            understood => understood,
        };
        let found = self.with(&likely, understood);
        let is_right = |found: &Statement| found.status == Status::Holds;
        if is_right(&found) {
            return found;
        }
        let likely_enough = readings.iter().filter(|reading| is_likely_enough(reading, unsure));
        // 注销 6 家、吸收 5 家: what most likely moves the stock is not dropped in silence.
        let mut is_dropped = false;
        let mut readings: Vec<Statement> = Vec::new();
        for reading in likely_enough {
            let found = self.with(reading, understood);
            if is_right(&found) && leaves_aside(reading, unsure) {
                is_dropped = true;
            } else {
                readings.push(found);
            }
        }
        if let Some(right) = readings.iter().find(|reading| is_right(reading)) {
            return right.clone();
        }
        if is_dropped || self.holds_without_one_verb(&likely) {
            return self.with(&likely, Understood::Partly);
        }
        // Where a slip of the pen explains another reading, that is the likely one.
        let slip = || readings.iter().find(|reading| reading.status == Status::Broken).cloned();
        if found.status == Status::Broken { found } else { slip().unwrap_or(found) }
    }

    /// 制定清单 9 项 may be of other things than the stock counts: where one of the movements that a verb tells and no cue does
    /// not count, and the stock is right then.
    fn holds_without_one_verb(self, likely: &[Unsure<'m, 'a>]) -> bool {
        let is_by_verb = |(_, moved): &(Movement, &Mention<'_>)| {
            movement(moved).is_none() && !converted::becomes_another(moved, self.opening)
        };
        let mut places = self.movements.iter().enumerate().filter(|(_, moved)| is_by_verb(moved));
        places.any(|(place, _)| {
            let mut movements = self.movements.to_vec();
            if let Some(moved) = movements.get_mut(place) {
                moved.0 = Movement::Neutral;
            }
            let found = Told { movements: &movements, ..self }.with(likely, Understood::Told);
            found.status == Status::Holds
        })
    }

    /// Whether the stock is right when only those movements count of which cue words tell what they do.
    pub fn holds_without_what_is_unsure(self) -> bool {
        let told: Vec<_> =
            self.movements.iter().filter(|(_, moved)| movement(moved).is_some()).copied().collect();
        statement(Some(self.opening), &told, self.closing, Understood::Told).status == Status::Holds
    }

    /// The statement with the movements `others`, each behind so many of those that are told, the last first.
    fn with(self, others: &[Unsure<'m, 'a>], understood: Understood) -> Statement {
        let mut all = self.movements.to_vec();
        for other in others {
            all.insert(other.at.min(all.len()), (other.does, other.mention));
        }
        statement(Some(self.opening), &all, self.closing, understood)
    }
}
