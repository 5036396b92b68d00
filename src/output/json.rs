//! One review as one line of JSON, as `src/wasm.d.ts` describes it.
//!
//! *Invariant:* one review is one line.

use crate::Review;

/// The review as one line of JSON.
pub fn line(review: &Review) -> String {
    // Plain data with string keys cannot fail to serialise.
    serde_json::to_string(review).unwrap_or_default()
}
