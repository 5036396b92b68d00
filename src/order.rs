//! Sorting for lists that are short or almost in order.
//!
//! Takes a slice and what to compare, leaves it sorted; what compares equal keeps its order. The standard library
//! is faster on long lists in no order, and brings some five kilobytes of code for every kind of list.
//!
//! *Invariant:* the same order as the methods of slices of the same name give, in `n log n` comparisons.

use std::cmp::Ordering;

/// Sorts by what `key` gives.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, &|one, two| key(one).cmp(&key(two)));
}

/// Sorts by the natural order.
pub(crate) fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, &T::cmp);
}

/// Sorts by `compare`.
pub(crate) fn sort_by<T>(items: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    let is_later = |one: usize, two: usize| match (items.get(one), items.get(two)) {
        (Some(one), Some(two)) => compare(one, two) == Ordering::Greater,
        _ => false,
    };
    let Some(mut places) = places(items.len(), &is_later) else { return };
    for at in 0..items.len() {
        // Every exchange brings one item to its place.
        while let Some(place) = places.get(at).copied().filter(|&place| place != at) {
            items.swap(at, place);
            places.swap(at, place);
        }
    }
}

/// The place of each of `count` items once they are sorted, or nothing where they are.
fn places(count: usize, is_later: &dyn Fn(usize, usize) -> bool) -> Option<Vec<usize>> {
    // Runs that are sorted already; two neighbours at a time become one.
    let mut ends: Vec<usize> = (1..count).filter(|&at| is_later(at - 1, at)).collect();
    if ends.is_empty() {
        return None;
    }
    ends.push(count);
    let mut order: Vec<usize> = (0..count).collect();
    while ends.len() > 1 {
        let (mut merged, mut merged_ends, mut start) = (Vec::with_capacity(count), Vec::new(), 0);
        for pair in ends.chunks(2) {
            let (middle, end) = (pair.first().copied()?, pair.last().copied()?);
            merge(order.get(start..middle)?, order.get(middle..end)?, &mut merged, is_later);
            merged_ends.push(end);
            start = end;
        }
        (order, ends) = (merged, merged_ends);
    }
    let mut places = vec![0; count];
    for (place, item) in order.into_iter().enumerate() {
        *places.get_mut(item)? = place;
    }
    Some(places)
}

fn merge(
    mut left: &[usize],
    mut right: &[usize],
    merged: &mut Vec<usize>,
    is_later: &dyn Fn(usize, usize) -> bool,
) {
    while let ([one, left_rest @ ..], [two, right_rest @ ..]) = (left, right) {
        if is_later(*one, *two) {
            merged.push(*two);
            right = right_rest;
        } else {
            merged.push(*one);
            left = left_rest;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items in prop::collection::vec((0..9_u8, 0..200_u8), 0..60)) {
            let (mut ours, mut theirs) = (items.clone(), items.clone());
            sort_by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(&ours, &theirs);
        }
    }

    #[test]
    fn sorts_long_lists() {
        for step in [1_u64, 7919, 99_999] {
            let mut items: Vec<u64> = (0..100_000).map(|at| at * step % 100_000).collect();
            sort(&mut items);
            assert!(items.is_sorted());
        }
    }
}
