//! Which rows or columns a total adds up, from the order of addends and totals alone.
//!
//! *Invariant:* a total never adds up a figure twice, neither itself nor through a subtotal.

use super::words::Level;
use crate::order;

/// The readings of what the total at `at` adds up, the likeliest first.
///
/// `levels` has one entry for each row or column: `Some(0)` is an addend, a higher level a total,
/// `None` takes no part.
pub fn readings(levels: &[Option<Level>], at: usize) -> Vec<Vec<usize>> {
    let Some(level) = levels.get(at).copied().flatten().filter(|level| *level > 0) else { return Vec::new() };
    let is_below = |index: &usize| levels.get(*index).is_some_and(|other| *other < Some(level));
    let scope: Vec<usize> = if stands_first(levels, level) {
        (at + 1..levels.len()).take_while(is_below).collect()
    } else {
        let mut scope: Vec<usize> = (0..at).rev().take_while(is_below).collect();
        scope.reverse();
        scope
    };
    let level_of = |index: &usize| levels.get(*index).copied().flatten();
    let addends: Vec<usize> = scope.iter().copied().filter(|index| level_of(index) == Some(0)).collect();
    let mut readings = Vec::new();
    if let Some(top) = scope.iter().filter_map(level_of).max().filter(|top| *top > 0) {
        let totals: Vec<usize> = scope.iter().copied().filter(|index| level_of(index) == Some(top)).collect();
        let (first, last) = (totals.first().copied().unwrap_or(0), totals.last().copied().unwrap_or(0));
        let before = stands_first(levels, top);
        let is_free = |index: &usize| if before { *index < first } else { *index > last };
        let mut reading = totals;
        reading.extend(addends.iter().copied().filter(is_free));
        order::sort(&mut reading);
        readings.push(reading);
    }
    readings.push(addends);
    readings.retain(|reading| !reading.is_empty());
    readings
}

/// Whether totals of `level` stand before what they add up: no addend stands before the first.
fn stands_first(levels: &[Option<Level>], level: Level) -> bool {
    let first = levels.iter().position(|other| *other == Some(level)).unwrap_or(0);
    levels.iter().take(first).all(|other| other.is_none_or(|other| other >= level))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(levels: &[i8], at: usize, wanted: &[&[usize]]) {
        let levels: Vec<Option<Level>> = levels.iter().map(|level| Level::try_from(*level).ok()).collect();
        assert_eq!(readings(&levels, at), wanted);
    }

    #[test]
    fn adds_each_figure_once() {
        check(&[0, 0, 0, 2], 3, &[&[0, 1, 2]]);
        check(&[2, 0, 0, 0], 0, &[&[1, 2, 3]]);
        check(&[0, -1, 0, 2], 3, &[&[0, 2]]);
        let after = [0, 0, 1, 0, 0, 1, 0, 2];
        check(&after, 5, &[&[3, 4]]);
        check(&after, 7, &[&[2, 5, 6], &[0, 1, 3, 4, 6]]);
        let before = [1, 0, 0, 1, 0, 0, 2];
        check(&before, 3, &[&[4, 5]]);
        check(&before, 6, &[&[0, 3], &[1, 2, 4, 5]]);
    }
}
