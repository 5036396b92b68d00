//! How far headings reach, worked out once for all of them.
//!
//! Takes the blocks and headings of a paper, gives [`Extents`].
//!
//! *Invariant:* an answer costs a search in a sorted list, however many headings there are.

use super::{Block, Heading, MarkKind};
use crate::source::ViewSpan;

/// Where the stretches below headings end.
#[derive(Debug, Default)]
pub(super) struct Extents {
    /// For every heading, where what stands below it ends.
    bodies: Vec<u32>,
    /// The blocks that begin with a heading of the levels 一、 and （一）: place and start.
    dividers: Vec<(usize, u32)>,
    /// The end of the last block.
    end: u32,
}

impl Extents {
    /// The extents of the final `blocks` and `headings`.
    pub fn new(blocks: &[Block], headings: &[Heading]) -> Self {
        let end = blocks.last().map_or(0, |block| block.span.end);
        let placed = || blocks.iter().enumerate().map(|(at, block)| (at, block.span.start, block));
        let outside: Vec<(usize, u32)> = placed()
            .filter(|(_, _, block)| !block.kind.is_body())
            .map(|(at, start, _)| (at, start))
            .collect();
        let divides = |block: &Block| {
            let heading = block.heading.and_then(|at| headings.get(at));
            heading.is_some_and(|heading| heading.kind <= MarkKind::HanBracket)
        };
        let dividers =
            placed().filter(|(_, _, block)| divides(block)).map(|(at, start, _)| (at, start)).collect();
        let mut bodies = Vec::with_capacity(headings.len());
        // From the last heading up: the headings that still end one above them, the nearest last.
        let mut below: Vec<&Heading> = Vec::new();
        for heading in headings.iter().rev() {
            while below.last().is_some_and(|next| next.level > heading.level) {
                below.pop();
            }
            let next = below.last().map(|next| next.span.start);
            let stop = outside.get(outside.partition_point(|&(at, _)| at <= heading.block));
            bodies.push(next.into_iter().chain(stop.map(|&(_, start)| start)).min().unwrap_or(end));
            below.push(heading);
        }
        bodies.reverse();
        Self { bodies, dividers, end }
    }

    /// Where what stands below the heading at `index` ends.
    pub fn body_end(&self, index: usize) -> usize {
        self.bodies.get(index).map_or(0, |&end| end as usize)
    }

    /// The stretch around the block at `index` that no heading of the levels 一、 and （一） divides.
    pub fn scope(&self, index: usize) -> ViewSpan {
        let behind = self.dividers.partition_point(|&(at, _)| at <= index);
        let start = behind.checked_sub(1).and_then(|before| self.dividers.get(before));
        let next = self.dividers.get(behind);
        ViewSpan {
            start: start.map_or(0, |&(_, start)| start),
            end: next.map_or(self.end, |&(_, start)| start),
        }
    }
}
