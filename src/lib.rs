//! hegao (核稿) reviews the draft of a Chinese government report before it is signed off.
//!
//! One straight road: text → [`source`] → [`document`] → [`facts`] → [`claims`] → [`rules`] →
//! [`Review`]. Each stage computes what it knows once and never reaches back.
//!
//! *Invariant:* [`check`] is total. It returns a review for every text and never panics; `Result`
//! appears only at the edges (files, profiles, JavaScript).

mod assemble;
pub mod calendar;
pub mod claims;
pub mod document;
pub mod draft;
pub mod facts;
pub mod lang;
pub mod limit;
mod numbers;
mod numeral;
mod order;
#[cfg(feature = "cli")]
pub mod output;
pub mod profile;
pub mod review;
pub mod rules;
mod search;
pub mod source;
#[cfg(target_arch = "wasm32")]
mod wasm;
pub mod wording;

pub use lang::Lang;
pub use profile::Profile;
pub use review::Review;

/// Checks one draft.
///
/// `text` is the decoded draft, `profile` the kind of report it should be (see
/// [`profile::for_text`]), `lang` the language of the messages. What lies beyond [`limit`] is not
/// read, and [`Review::notice`] says so.
pub fn check(text: &str, profile: &Profile, lang: Lang) -> Review {
    let part = limit::checked_part(text);
    let draft = draft::Draft::read(part, profile, lang);
    let mut findings = rules::run(&draft);
    let is_cut = part.len() < text.len();
    if is_cut {
        findings.retain(|finding| !limit::may_stand_behind(finding.rule));
    }
    let is_told_in_part = limit::keep_worst(&mut findings);
    let mut review = assemble::review(draft, findings);
    review.notice = limit::notice(is_cut, is_told_in_part, lang);
    review
}
