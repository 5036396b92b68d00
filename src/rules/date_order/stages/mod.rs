//! What happens to a matter, stage by stage, in the words of reports.
//!
//! *Invariant:* every word names one stage by itself; a word that may belong to any matter (启动, 发布) stands here with its
//! object, or with `$`, which asks for the end of the clause.

mod affairs;
mod applications;
mod rules;
mod works;

pub(super) use affairs::*;
pub(super) use applications::*;
pub(super) use rules::*;
pub(super) use works::*;

/// Words of one stage; `…` stands for a few characters, `$` for the end of the clause.
pub(super) type Stage = &'static [&'static str];
