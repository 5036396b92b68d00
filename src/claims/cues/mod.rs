//! The cue words of numeric statements: what they open, close, compare or move.
//!
//! *Invariant:* cue words that more than one builder reads are listed here and nowhere else, so that a
//! cue means the same to every builder.
//! A list that is asked of the words before figures is a family of [`cue_set`](super::cue_set).

mod comparison;
mod movement;
mod parts;
mod stock;
mod sums;
mod times;
mod verbs;

pub use comparison::*;
pub use movement::*;
pub use parts::*;
pub use stock::*;
pub use sums::*;
pub use times::*;
pub use verbs::*;
