//! The figures of which a share may be, by what tells of them.
//!
//! *Invariant:* places only; which of them is meant is settled by `single`.

/// The whole that the words of a share name.
pub enum Named {
    As(usize),
    /// They name none.
    Nowhere,
    /// They name one, and no figure bears that name.
    Unfound,
}

/// The figures of which a share may be.
pub struct Candidates {
    /// What its words name.
    pub named: Option<usize>,
    /// What can be meant by the words, by the list or by the sums that were seen.
    pub sure: Option<usize>,
    /// The whole of the list, where that has a share of its own.
    pub nested: Option<usize>,
    /// What stands near, with a share of its own.
    pub peers: Vec<usize>,
    /// What stands near without one.
    pub nearby: Vec<usize>,
    /// Whether the nearest stands beside the part rather than above it.
    pub is_beside: bool,
    /// Whether no other whole can be meant, so that a share that does not fit is wrong.
    pub is_sure: bool,
}
