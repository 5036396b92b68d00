//! Everything that was read from one draft, computed once, for the rules to look at.
//!
//! *Invariant:* a [`Draft`] is complete when a rule sees it; no rule computes what another needs.

use crate::claims::{self, Claim};
use crate::document::Document;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::order;
use crate::profile::{FoundSection, Openings, Profile};
use crate::source::{Source, Span};
use crate::wording::Wording;

/// One draft as it was read.
pub struct Draft<'a> {
    /// The text and its folded view.
    pub source: Source<'a>,
    /// Title, headings, paragraphs, sign-off.
    pub document: Document,
    /// Figures, dates, document numbers.
    pub facts: Facts,
    /// The fixed words that rules look for.
    pub wording: Wording,
    /// The numeric statements, judged.
    pub claims: Vec<Claim>,
    /// Which of the profile's parts each heading opens.
    pub openings: Openings,
    /// The profile's parts, with where each was found.
    pub sections: Vec<FoundSection>,
    /// What the draft is checked against.
    pub profile: &'a Profile,
    /// The language of the messages.
    pub lang: Lang,
}

impl<'a> Draft<'a> {
    /// Reads `text` along the road.
    pub fn read(text: &'a str, profile: &'a Profile, lang: Lang) -> Self {
        let source = Source::new(text);
        let document = Document::read(&source);
        let facts = Facts::read(&source);
        let wording = Wording::read(&source.view.text);
        let claims = claims::extract(&source, &document, &facts);
        let openings = Openings::read(profile, &source, &document);
        let sections = profile.find_sections(&source, &document, &openings, lang);
        Self { source, document, facts, wording, claims, openings, sections, profile, lang }
    }

    /// Where the figures stand that took part in no claim.
    pub fn unchecked_figures(&self) -> Vec<Span> {
        let mut used: Vec<Span> =
            self.claims.iter().flat_map(|claim| &claim.operands).map(|operand| operand.span).collect();
        order::sort(&mut used);
        let mut free = Vec::new();
        for figure in self.facts.figures() {
            let span = self.source.original(figure.span);
            let at = used.partition_point(|used| used.end <= span.start);
            if !used.get(at).is_some_and(|used| used.overlaps(span)) {
                free.push(span);
            }
        }
        free
    }
}
