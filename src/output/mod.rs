//! A review for the reader: pure functions of [`crate::Review`].
//!
//! Each form can be made piece by piece, so that an archive of any size passes through little
//! memory: what comes before the first review, each review, what comes after the last.
//!
//! *Invariant:* nothing here reads files or prints.

pub mod html;
pub mod json;
mod place;
pub mod sarif;
pub mod summary;
pub mod text;
mod words;
