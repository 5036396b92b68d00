//! What the fuzz targets share: the promises of a review, and how a draft is made into another one.
//!
//! *Invariant:* the promises are those of `tests/robustness/`, in the same file.

#![forbid(unsafe_code)]

#[path = "../../tests/invariants/mod.rs"]
pub mod invariants;
pub mod mutation;
pub mod targets;

/// The beginning of `data` that is text, as the draft that it stands for.
pub fn text(data: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(data)
}
