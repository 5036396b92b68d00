//! What a flow comes to where words leave open what a figure between its stocks does.
//!
//! *Invariant:* it is wrong only where it is wrong in every reading.

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

impl<'m, 'a> Told<'_, 'm, 'a> {
    /// 年初 326 人，入矫 187 人，解矫 172 人，另案处理 5 人，年末 363 人: where the one figure that no word explains makes the stock
    /// right neither as coming in nor as going out nor left aside, and a slip of the pen explains it in one of these ways.
    pub fn with_unknown(self, unknown: (usize, &'m Mention<'a>)) -> Option<Statement> {
        if self.movements.is_empty() || self.holds_without_what_is_unsure() {
            return None;
        }
        let readings = [Movement::Inflow, Movement::Outflow]
            .map(|does| self.with(&[(does, unknown)], Understood::Likely));
        let is = |status: Status| readings.iter().filter(move |reading| reading.status == status);
        let aside = self.with(&[], Understood::Likely);
        let mut broken = is(Status::Broken);
        let found = broken.next().filter(|_| is(Status::Holds).next().is_none())?;
        (broken.next().is_none() && aside.status != Status::Broken).then(|| found.clone())
    }

    /// 期初 42 项，新辨识 11 项，升级 3 项，期末 56 项: what changed its grade may have come in or gone out by that, or not;
    /// each figure is `regraded` and stands behind so many movements.
    pub fn with_regraded(self, regraded: &[(usize, &'m Mention<'a>)], understood: Understood) -> Statement {
        const MOST: usize = 2;
        let ways = [Some(Movement::Inflow), Some(Movement::Outflow), None];
        let mut readings: Vec<Vec<(Movement, (usize, &'m Mention<'a>))>> = vec![Vec::new()];
        // The last first, so that those before keep their places.
        for figure in regraded.iter().rev().take(MOST) {
            let one_more = |reading: &Vec<_>| {
                let reading = reading.clone();
                ways.map(|way| reading.iter().copied().chain(way.map(|does| (does, *figure))).collect())
            };
            readings = readings.iter().flat_map(one_more).collect();
        }
        let holds = |reading: &Vec<_>| {
            Some(self.with(reading, understood)).filter(|found| found.status == Status::Holds)
        };
        let understood = if regraded.len() > MOST { Understood::Partly } else { understood };
        readings.iter().find_map(holds).unwrap_or_else(|| self.with(&[], understood))
    }

    /// Whether the stock is right when only those movements count of which cue words tell what they do.
    pub fn holds_without_what_is_unsure(self) -> bool {
        let told: Vec<_> =
            self.movements.iter().filter(|(_, moved)| movement(moved).is_some()).copied().collect();
        statement(Some(self.opening), &told, self.closing, Understood::Told).status == Status::Holds
    }

    /// The statement with the movements `others`, each behind so many of those that are told, the last first.
    fn with(self, others: &[(Movement, (usize, &'m Mention<'a>))], understood: Understood) -> Statement {
        let mut all = self.movements.to_vec();
        for (does, (at, mention)) in others {
            all.insert((*at).min(all.len()), (*does, mention));
        }
        statement(Some(self.opening), &all, self.closing, understood)
    }
}
