//! Documents that a draft cites: their titles, the years that these name, the numbers behind them.
//!
//! Takes the titles, document numbers and spans of years of the view, gives one [`Citation`] for every title.
//!
//! *Invariant:* only what is written out; a number belongs to the title right before it. Citations come in the order of
//! the view.

use super::document_number::DocumentNumber;
use super::year_range::YearRange;
use super::{Facts, Token, TokenKind};
use crate::source::ViewSpan;

/// A cited document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The title with its marks.
    pub span: ViewSpan,
    /// Its letters and digits, the span of years left out.
    pub stem: String,
    /// The span of years that its title names, where it names one: its index in [`Facts::year_ranges`].
    range: Option<usize>,
    /// The number that follows it: its index in [`Facts::document_numbers`].
    number: Option<usize>,
    /// Whether other titles stand directly before it and share the number.
    pub is_listed: bool,
}

impl Citation {
    /// The span of years that its title names, where it names one; `facts` are those it was read with.
    pub fn range<'f>(&self, facts: &'f Facts) -> Option<&'f YearRange> {
        facts.year_ranges.get(self.range?)
    }

    /// The number that follows it; `facts` are those it was read with.
    pub fn number<'f>(&self, facts: &'f Facts) -> Option<&'f DocumentNumber> {
        facts.document_numbers.get(self.number?)
    }
}

/// Every title among the `tokens` of `view`, with the one of `years` that stands in it and the one of `numbers` behind it.
pub fn read(view: &str, tokens: &[Token], numbers: &[DocumentNumber], years: &[YearRange]) -> Vec<Citation> {
    let mut before = None;
    let mut citations = Vec::new();
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Title) {
        let span = token.span;
        let gap = before.replace(span.end).and_then(|end: u32| view.get(end as usize..span.start as usize));
        let from = years.partition_point(|range| range.span.start < span.start);
        let inside = years.iter().skip(from).take(2).take_while(|range| span.contains(range.span)).count();
        let range = (inside == 1).then_some(from);
        let after = numbers.partition_point(|number| number.span.start < span.end);
        let is_behind = numbers.get(after).is_some_and(|number| {
            let gap = view.get(span.end as usize..number.span.start as usize);
            gap.is_some_and(|gap| matches!(gap, "" | "（" | "("))
        });
        citations.push(Citation {
            span,
            stem: stem(view, span, range.and_then(|range| years.get(range))),
            range,
            number: is_behind.then_some(after),
            is_listed: gap.is_some_and(|gap| matches!(gap, "" | "、" | "和" | "及" | "与")),
        });
    }
    citations
}

/// The letters and digits of the title at `span` without those of `range`.
fn stem(view: &str, span: ViewSpan, range: Option<&YearRange>) -> String {
    let text = match range {
        Some(range) => [
            ViewSpan { start: span.start, end: range.span.start }.of(view),
            ViewSpan { start: range.span.end, end: span.end }.of(view),
        ],
        None => [span.of(view), ""],
    };
    let mut stem = String::with_capacity(span.len());
    for piece in text {
        piece.split(|ch: char| !ch.is_alphanumeric()).for_each(|words| stem.push_str(words));
    }
    stem
}

#[cfg(test)]
mod tests {
    use crate::facts::Facts;
    use crate::source::Source;

    /// Each citation in `text`: its stem, the last year of its span of years, its number, and 同上 where it is listed.
    fn read(text: &str) -> Vec<String> {
        let source = Source::new(text);
        let facts = Facts::read(&source);
        let told = facts.citations.iter().map(|citation| {
            let year = citation.range(&facts).map_or(String::new(), |range| range.last.to_string());
            let number = citation.number(&facts).map_or("", |number| source.folded(number.span));
            let listed = if citation.is_listed { "同上" } else { "" };
            [&citation.stem, year.as_str(), number, listed].join("|")
        });
        told.collect()
    }

    #[test]
    fn takes_years_and_number_of_each_title() {
        let text = "落实《云山市普法规划（2021—2025年）》（云法〔2021〕6号）；《河道管理办法》，另有云政发〔2022〕9号。";
        assert_eq!(read(text), ["云山市普法规划|2025|云法〔2021〕6号|", "河道管理办法|||"]);
    }

    #[test]
    fn knows_titles_that_share_a_number() {
        let text = "《甲办法》、《乙办法》和《丙办法》（云政发〔2022〕9号），又《丁办法》";
        assert_eq!(read(text), ["甲办法|||", "乙办法|||同上", "丙办法||云政发〔2022〕9号|同上", "丁办法|||"]);
    }
}
