//! The outer edge: what was read becomes a [`Review`], byte spans become UTF-16 ranges.
//!
//! *Invariant:* the only place that converts positions, in one sweep over the text.

use std::borrow::Cow;

use crate::claims::Claim;
use crate::draft::Draft;
use crate::lang::Lang;
use crate::numbers::Groups;
use crate::review::{self, Coverage, DocumentInfo, Range, Review};
use crate::rules::Finding;
use crate::source::{Sentences, Source, Span, to_utf16};

/// The review of `draft` with `findings`. What the review is not made of is let go first, and claims are moved into it
/// one by one: a large draft is never held twice.
pub(crate) fn review(draft: Draft<'_>, findings: Vec<Finding>) -> Review {
    let unchecked = draft.unchecked_figures();
    let mut ends: Vec<u32> = Vec::new();
    let mut note = |span: Span| ends.extend([span.start, span.end]);
    for finding in &findings {
        finding.span.into_iter().for_each(&mut note);
        finding.related.iter().for_each(|related| note(related.span));
        finding.fixes.iter().flat_map(|fix| &fix.edits).for_each(|edit| note(edit.span));
    }
    for claim in &draft.claims {
        note(claim.span);
        claim.operands.iter().for_each(|operand| note(operand.span));
    }
    draft.sections.iter().filter_map(|section| section.span).for_each(&mut note);
    let headings =
        || draft.document.headings.iter().map(|heading| (heading, draft.source.original(heading.span)));
    headings().for_each(|(_, span)| note(span));
    unchecked.iter().copied().for_each(&mut note);
    let places = Places::new(draft.source.text, ends);
    let info = document_info(&draft);
    let outline = headings()
        .map(|(heading, span)| review::OutlineEntry {
            level: heading.level,
            text: draft.source.folded(heading.span).to_owned(),
            range: places.range(span),
        })
        .collect();
    let figures = draft.facts.figures().count();
    let coverage = Coverage {
        figures: count(figures),
        figures_in_claims: count(figures.saturating_sub(unchecked.len())),
        dates: count(draft.facts.dates.len()),
        headings: count(draft.document.headings.len()),
        tables: count(draft.document.tables),
        unchecked: unchecked.into_iter().map(|span| places.range(span)).collect(),
    };
    let Draft { source, claims, sections, profile, lang, document, facts, wording, openings } = draft;
    drop((document, facts, wording, openings));
    let sentences = Sentences::new(source.text, &source.signs);
    let mut seen = Groups::default();
    Review {
        schema: review::SCHEMA,
        file: None,
        notice: None,
        profile: profile.id().to_owned(),
        document: info,
        findings: findings
            .into_iter()
            .map(|finding| {
                let sentence = finding.span.map_or("", |span| sentences.around(span));
                places.finding(&source, finding, sentence, &mut seen)
            })
            .collect(),
        claims: claims.into_iter().map(|claim| places.claim(&source, claim, lang)).collect(),
        sections: sections
            .into_iter()
            .map(|section| review::Section {
                range: section.span.map(|span| places.range(span)),
                id: section.id,
                title: section.title,
                required: section.required,
                status: section.status,
                heading: section.heading,
            })
            .collect(),
        outline,
        coverage,
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn document_info(draft: &Draft<'_>) -> DocumentInfo {
    let document = &draft.document;
    DocumentInfo {
        title: document.title.as_ref().map(|title| title.text.clone()),
        organ: document.organ.clone(),
        report_year: document.report_year,
        signed_on: document.signed_on.map(|date| date.to_string()),
        characters: count(draft.source.characters.visible()),
        is_excerpt: document.is_excerpt,
    }
}

/// Byte offsets with their UTF-16 counterparts.
struct Places {
    bytes: Vec<u32>,
    units: Vec<u32>,
}

impl Places {
    fn new(text: &str, mut bytes: Vec<u32>) -> Self {
        bytes.sort_unstable();
        bytes.dedup();
        let units = to_utf16(text, &bytes);
        Self { bytes, units }
    }

    fn unit(&self, byte: u32) -> u32 {
        self.bytes.binary_search(&byte).ok().and_then(|at| self.units.get(at)).copied().unwrap_or(0)
    }

    fn range(&self, span: Span) -> Range {
        Range { start: self.unit(span.start), end: self.unit(span.end) }
    }

    fn finding(
        &self,
        source: &Source<'_>,
        finding: Finding,
        sentence: &str,
        seen: &mut Groups<'static, ()>,
    ) -> review::Finding {
        let quote = finding.span.map(|span| source.quote(span).to_owned());
        let hash = fingerprint([finding.rule, quote.as_deref().unwrap_or(""), sentence]);
        let hash = format!("{hash:016x}");
        let nth = seen.get(&hash).len();
        let id = if nth == 0 { hash.clone() } else { format!("{hash}-{nth}") };
        seen.add(Cow::Owned(hash), ());
        review::Finding {
            id,
            rule: finding.rule,
            severity: finding.severity,
            range: finding.span.map(|span| self.range(span)),
            quote,
            message: finding.message,
            related: finding
                .related
                .into_iter()
                .map(|related| review::Related {
                    range: self.range(related.span),
                    quote: source.quote(related.span).to_owned(),
                    role: related.role,
                    value: related.value,
                })
                .collect(),
            fixes: finding
                .fixes
                .into_iter()
                .map(|fix| review::Fix {
                    title: fix.title,
                    safety: fix.safety,
                    edits: fix
                        .edits
                        .into_iter()
                        .map(|edit| review::Edit { range: self.range(edit.span), text: edit.text })
                        .collect(),
                })
                .collect(),
            occurrences: finding.occurrences,
        }
    }

    fn claim(&self, source: &Source<'_>, claim: Claim, lang: Lang) -> review::Claim {
        review::Claim {
            kind: claim.kind,
            status: claim.status,
            equation: claim.equation,
            note: claim.note.map_or(String::new(), |note| note.get(lang).to_owned()),
            range: self.range(claim.span),
            operands: claim
                .operands
                .into_iter()
                .map(|operand| review::Operand {
                    role: operand.role,
                    value: operand.value.to_string(),
                    unit: operand.unit.into_owned(),
                    label: operand.label,
                    range: self.range(operand.span),
                    quote: source.quote(operand.span).to_owned(),
                })
                .collect(),
        }
    }
}

/// FNV-1a over `parts`, blanks left out: stable across versions, unlike the standard hasher.
fn fingerprint(parts: [&str; 3]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    for part in parts {
        part.split_whitespace().flat_map(str::bytes).for_each(&mut add);
        add(0xff);
    }
    hash
}
