//! Clean reports and the defects that are planted in them, read from `plants.txt`.
//!
//! *Invariant:* every plant names a report that is there, and replaces a text that stands in it exactly once.

use std::fs;
use std::ops::Range;
use std::path::Path;

/// The reports that defects are planted in, below `tests/`.
pub const REPORTS: [&str; 3] = [
    "reports/qinglan-water-2024.txt",
    "defects/liuping-town-2023.txt",
    "defects/linjiang-transport-2024.txt",
];

/// One defect.
pub struct Plant {
    /// Id of the rule that finds it.
    pub rule: String,
    /// Name of the report.
    pub report: String,
    /// What stands in the clean report.
    pub replace: String,
    /// What is written instead.
    pub by: String,
    /// What the finding overlaps; `None` where it can point at nothing.
    pub quote: Option<String>,
    /// Rules that rightly speak too.
    pub also: Vec<String>,
    /// Why they do.
    pub why: String,
}

/// The clean report of this name, without its folder.
pub fn report(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let path = REPORTS.iter().find(|path| path.ends_with(&format!("/{name}")));
    let path = folder.join(path.unwrap_or_else(|| panic!("there is no report {name}")));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All plants, in the order of the file.
pub fn all() -> Vec<Plant> {
    include_str!("plants.txt").split("\n---\n").map(parse).collect()
}

fn parse(block: &str) -> Plant {
    let (mut fields, mut also) = (std::collections::BTreeMap::new(), Vec::new());
    for line in block.lines() {
        let (key, value) = line.split_once(':').unwrap_or_else(|| panic!("no key in {line:?}"));
        let value = value.strip_prefix(' ').unwrap_or(value).replace("\\n", "\n");
        match key {
            "also" => also.push(value),
            "rule" | "report" | "replace" | "by" | "quote" | "why" => {
                assert!(fields.insert(key, value).is_none(), "{key} stands twice in\n{block}");
            }
            _ => panic!("unknown key {key:?} in\n{block}"),
        }
    }
    let mut take = |key: &str| fields.remove(key);
    let mut need = |key: &str| take(key).unwrap_or_else(|| panic!("no {key} in\n{block}"));
    let (rule, report, replace, by) = (need("rule"), need("report"), need("replace"), need("by"));
    let (quote, why) = (take("quote"), take("why").unwrap_or_default());
    assert_eq!(also.is_empty(), why.is_empty(), "`also` and `why` belong together:\n{block}");
    Plant { rule, report, replace, by, quote, also, why }
}

impl Plant {
    /// The report with the defect in it.
    pub fn text(&self) -> String {
        let clean = report(&self.report);
        assert_eq!(clean.matches(&self.replace).count(), 1, "{} stands not exactly once", self.replace);
        clean.replacen(&self.replace, &self.by, 1)
    }

    /// The plant in one line.
    pub fn name(&self) -> String {
        let short = |text: &str| text.chars().take(40).collect::<String>().replace('\n', "⏎");
        format!("{} in {}: {} → {}", self.rule, self.report, short(&self.replace), short(&self.by))
    }
}

/// Where `quote` stands in `text`, in UTF-16 code units; it stands there exactly once.
pub fn place_of(quote: &str, text: &str) -> Range<u32> {
    assert_eq!(text.matches(quote).count(), 1, "{quote:?} has to stand there exactly once");
    let start = text.find(quote).map_or(0, |at| units(&text[..at]));
    start..start + units(quote)
}

fn units(text: &str) -> u32 {
    text.chars().map(|ch| ch.len_utf16() as u32).sum()
}
