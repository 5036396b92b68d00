//! Two kinds of position, kept apart by type: [`Span`] in the draft, [`ViewSpan`] in its folded view.
//!
//! *Invariant:* both count UTF-8 bytes, end exclusive, and neither can be serialised; only
//! `assemble` turns a [`Span`] into UTF-16.

/// A stretch of the original text in UTF-8 bytes, end exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A stretch of the folded view in UTF-8 bytes, end exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ViewSpan {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

macro_rules! common {
    ($name:ident) => {
        impl $name {
            /// The stretch from `start` to `end`; an end before the start is read as empty.
            pub fn new(start: usize, end: usize) -> Self {
                let start = u32::try_from(start).unwrap_or(u32::MAX);
                let end = u32::try_from(end).unwrap_or(u32::MAX);
                Self { start, end: end.max(start) }
            }

            /// Whether it holds no byte.
            pub fn is_empty(self) -> bool {
                self.start >= self.end
            }

            /// How many bytes it holds.
            pub fn len(self) -> usize {
                self.end.saturating_sub(self.start) as usize
            }

            /// Whether the two share a byte.
            pub fn overlaps(self, other: Self) -> bool {
                self.start < other.end && other.start < self.end
            }

            /// Whether every byte of `other` is in it.
            pub fn contains(self, other: Self) -> bool {
                self.start <= other.start && other.end <= self.end
            }

            /// The smallest stretch that holds both.
            pub fn join(self, other: Self) -> Self {
                Self { start: self.start.min(other.start), end: self.end.max(other.end) }
            }

            /// Its text, or nothing where it does not lie on characters of `text`.
            pub fn of(self, text: &str) -> &str {
                text.get(self.start as usize..self.end as usize).unwrap_or("")
            }
        }
    };
}

common!(Span);
common!(ViewSpan);
