//! A review for the reader: pure functions of [`crate::Review`].
//!
//! *Invariant:* nothing here reads files or prints.

pub mod json;
mod place;
pub mod text;
