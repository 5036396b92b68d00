//! A review for the reader: pure functions of [`crate::Review`].

pub mod json;
mod place;
pub mod text;
