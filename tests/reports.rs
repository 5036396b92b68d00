//! Whole reports: each text in `tests/reports/` against a snapshot that a person has compared with
//! its `NAME.expected.md`.
//!
//! *Invariant:* a test run never writes a snapshot; `tests/README.md` says how one is reviewed.
#![allow(clippy::expect_used, clippy::panic, reason = "these are tests")]

use std::collections::HashMap;
use std::fmt::{self, Write as _};
use std::path::{Path, PathBuf};

use hegao::review::{Range, Severity, Status};
use hegao::rules::{self, Group};
use hegao::{Lang, Review, check, profile};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports")
}

fn review_of(name: &str) -> (String, Review) {
    let text = std::fs::read_to_string(folder().join(format!("{name}.txt"))).expect("a report");
    let review = check(&text, profile::for_text(&text), Lang::Zh);
    (text, review)
}

/// Errors and warnings as `rule: quote`.
fn loud(review: &Review) -> Vec<String> {
    let loud = review.findings.iter().filter(|finding| finding.severity != Severity::Hint);
    loud.map(|finding| format!("{}: {}", finding.rule, finding.quote.as_deref().unwrap_or("–"))).collect()
}

/// A review as plain text, with places as line:column.
struct Page<'a> {
    text: &'a str,
    review: &'a Review,
    places: HashMap<u32, (usize, usize)>,
}

impl<'a> Page<'a> {
    fn new(text: &'a str, review: &'a Review) -> Self {
        let mut places = HashMap::new();
        let (mut unit, mut line, mut column) = (0, 1, 1);
        for ch in text.chars() {
            places.insert(unit, (line, column));
            unit += ch.len_utf16() as u32;
            (line, column) = if ch == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        Self { text, review, places }
    }

    fn place(&self, range: Range) -> String {
        let (line, column) = self.places.get(&range.start).expect("a place in the text");
        format!("{line}:{column}")
    }

    fn quote(&self, range: Range) -> String {
        let units: Vec<u16> = self.text.encode_utf16().collect();
        let quote = units.get(range.start as usize..range.end as usize).expect("a range in the text");
        one_line(&String::from_utf16(quote).expect("whole characters"))
    }

    fn write(&self) -> Result<String, fmt::Error> {
        let (review, mut out) = (self.review, String::new());
        let document = &review.document;
        let or_none = |field: &Option<String>| field.clone().unwrap_or_else(|| "–".to_owned());
        writeln!(out, "profile       {}", review.profile)?;
        writeln!(out, "title         {}", or_none(&document.title))?;
        writeln!(out, "organ         {}", or_none(&document.organ))?;
        let year = document.report_year.map(|year| year.to_string());
        writeln!(out, "report year   {}", or_none(&year))?;
        writeln!(out, "signed on     {}", or_none(&document.signed_on))?;
        writeln!(out, "characters    {}", document.characters)?;
        writeln!(out, "excerpt       {}", if document.is_excerpt { "yes" } else { "no" })?;

        writeln!(out, "\nFINDINGS")?;
        for finding in &review.findings {
            let (severity, rule) = (finding.severity.name(), finding.rule);
            match finding.range {
                Some(range) => {
                    let quote = self.quote(range);
                    assert_eq!(finding.quote.as_deref().map(one_line).as_ref(), Some(&quote), "{rule}");
                    writeln!(out, "{} {severity} {rule}  {quote}", self.place(range))?;
                }
                None => writeln!(out, "- {severity} {rule}")?,
            }
            writeln!(out, "    {}", finding.message)?;
            if finding.occurrences > 1 {
                writeln!(out, "    {} places", finding.occurrences)?;
            }
            for related in finding.related.iter().take(12) {
                writeln!(
                    out,
                    "    {} {}  {}",
                    self.place(related.range),
                    related.role,
                    one_line(&related.quote)
                )?;
            }
            for fix in &finding.fixes {
                writeln!(out, "    {:?}: {}", fix.safety, fix.title)?;
            }
        }

        writeln!(out, "\nCLAIMS")?;
        for claim in &review.claims {
            let (kind, status) = (format!("{:?}", claim.kind), format!("{:?}", claim.status));
            write!(
                out,
                "{} {} {}  {}",
                self.place(claim.range),
                kind.to_lowercase(),
                status.to_lowercase(),
                claim.equation
            )?;
            writeln!(out, "{}{}", if claim.note.is_empty() { "" } else { "  — " }, claim.note)?;
            let operands: Vec<String> = claim
                .operands
                .iter()
                .map(|operand| format!("{} {}“{}”", operand.role, one_line(&operand.quote), operand.label))
                .collect();
            writeln!(out, "    {}", operands.join(" · "))?;
        }

        writeln!(out, "\nSECTIONS")?;
        for section in &review.sections {
            let status = format!("{:?}", section.status).to_lowercase();
            writeln!(
                out,
                "{} {status}  {}",
                section.id,
                section.heading.as_deref().map(one_line).unwrap_or_default()
            )?;
        }

        let coverage = &review.coverage;
        writeln!(out, "\nCOVERAGE")?;
        writeln!(out, "figures {}, in claims {}", coverage.figures, coverage.figures_in_claims)?;
        writeln!(
            out,
            "dates {}, headings {}, tables {}",
            coverage.dates, coverage.headings, coverage.tables
        )?;
        let unchecked: Vec<String> = coverage
            .unchecked
            .iter()
            .map(|&range| format!("{} {}", self.place(range), self.quote(range)))
            .collect();
        writeln!(out, "unchecked: {}", unchecked.join(" · "))?;
        Ok(out)
    }
}

/// `text` with its line breaks shown.
fn one_line(text: &str) -> String {
    text.replace("\r\n", "⏎").replace('\n', "⏎")
}

#[test]
fn every_report_reads_as_its_reviewed_snapshot() {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .expect("the folder of reports")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    assert!(names.len() >= 4, "{names:?}");

    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    let mut differing = Vec::new();
    for name in names {
        let (text, review) = review_of(&name);
        let page = Page::new(&text, &review).write().expect("a String takes everything");
        let compare = || insta::assert_snapshot!(name.as_str(), page);
        if std::panic::catch_unwind(compare).is_err() {
            differing.push(name);
        }
    }
    assert!(differing.is_empty(), "not as reviewed: {differing:?}; see tests/README.md");
}

#[test]
fn right_reports_are_left_alone() {
    for name in ["qinglan-water-2024", "yunshan-health-2023-pdf"] {
        assert_eq!(loud(&review_of(name).1), [""; 0], "{name}");
    }
    // Half a report: what is missing is said, and nothing about its figures.
    let (_, cropped) = review_of("hewan-market-2024-halfwidth");
    for rule in ["missing-sign-off", "missing-title"] {
        assert!(loud(&cropped).contains(&format!("{rule}: –")), "{rule}");
    }
    let is_about_numbers = |rule| rules::find(rule).is_some_and(|rule| rule.group == Group::Numbers);
    assert!(!cropped.findings.iter().any(|finding| is_about_numbers(finding.rule)), "{:?}", loud(&cropped));
}

#[test]
fn right_reports_have_no_broken_statement() {
    for name in ["qinglan-water-2024", "yunshan-health-2023-pdf", "hewan-market-2024-halfwidth"] {
        let (_, review) = review_of(name);
        let unsure: Vec<&str> = review
            .claims
            .iter()
            .filter(|claim| claim.status != Status::Holds)
            .map(|claim| claim.equation.as_str())
            .collect();
        assert_eq!(unsure, [""; 0], "{name}");
    }
}

#[test]
fn every_planted_defect_is_found_and_nothing_else() {
    let planted = [
        "missing-section: 临江县人民政府2022年度法治政府建设工作报告",
        "total-mismatch: 45项",
        "rate-mismatch: 99.8%",
        "count-mismatch: 六大",
        "document-number: 临政发[2022]15号",
        "flow-mismatch: 87件",
        "count-mismatch: 4项",
        "heading-sequence: （五）健全行政执法工作体系",
        "total-mismatch: 4126件",
        "subset-exceeds: 73件",
        "impossible-date: 11月31日",
        "rate-mismatch: 98.0%",
        "organ-name: 临江市人民政府",
        "date-format: 2023年01月12日",
    ];
    assert_eq!(loud(&review_of("linjiang-county-2022-defects").1), planted);
}
