//! Reviews as one SARIF 2.1.0 log, which editors and code hosts read.
//!
//! A log is [`begin`], the results of each review from [`results`] with a comma between any two, and
//! [`end`]. The rules come from the one table of rules. Columns and offsets count UTF-16 code units,
//! lines end as the terminal's places say.
//!
//! *Invariant:* nothing is suppressed; the log fits the schema that OASIS publishes
//! (`tests/sarif.rs`).

use serde_json::{Value, json};

use super::place::Places;
use super::words::role_name;
use crate::review::{Finding, Fix, Range, Review, Safety, Severity};
use crate::rules::{self, Rule};
use crate::{Lang, review};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Something that is to be said of an input besides its findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The input's name.
    pub file: String,
    /// The sentence.
    pub text: String,
    /// Whether the input could not be checked at all.
    pub is_failure: bool,
}

/// The log up to the first result.
pub fn begin(lang: Lang) -> String {
    let driver = json!({
        "name": "hegao",
        "fullName": "hegao 核稿",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "language": lang.pick("zh-CN", "en-US"),
        "rules": rules::RULES.iter().map(|rule| descriptor(rule, lang)).collect::<Vec<_>>(),
    });
    format!(
        "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":{driver}}},\
         \"columnKind\":\"utf16CodeUnits\",\"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\"],\
         \"language\":\"{}\",\"results\":[\n",
        lang.pick("zh-CN", "en-US"),
    )
}

/// The results of one review of `text`, separated by commas; empty where nothing was found.
pub fn results(review: &Review, text: &str, lang: Lang) -> String {
    let ranges = review.findings.iter().flat_map(|finding| {
        let edits = finding.fixes.iter().flat_map(|fix| fix.edits.iter().map(|edit| edit.range));
        finding.range.into_iter().chain(finding.related.iter().map(|related| related.range)).chain(edits)
    });
    let places = Places::new(text, ranges.flat_map(|range| [range.start, range.end]).collect());
    let file = File { uri: uri(review.file.as_deref().unwrap_or("-")), places, lang };
    let results: Vec<String> =
        review.findings.iter().map(|finding| file.result(finding).to_string()).collect();
    results.join(",\n")
}

/// The log behind the last result; `exit_code` is that of the command line.
pub fn end(remarks: &[Remark], exit_code: u8) -> String {
    let notifications: Vec<Value> = remarks.iter().map(notification).collect();
    let invocation = json!({
        "executionSuccessful": exit_code < 2,
        "exitCode": exit_code,
        "toolExecutionNotifications": notifications,
    });
    format!("\n],\"invocations\":[{invocation}]}}]}}\n")
}

fn descriptor(rule: &Rule, lang: Lang) -> Value {
    let page = rule.page.get(lang);
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.title.get(lang) },
        "help": { "text": plain(&page), "markdown": page },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.group.name()] },
    })
}

/// A rule's page without its marks, for viewers that know no Markdown.
fn plain(page: &str) -> String {
    let lines = page.lines().filter(|line| !line.starts_with("```"));
    let lines: Vec<&str> = lines.map(|line| line.trim_start_matches('#').trim_start()).collect();
    lines.join("\n")
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

fn notification(remark: &Remark) -> Value {
    json!({
        "level": if remark.is_failure { "error" } else { "warning" },
        "message": { "text": remark.text },
        "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(&remark.file) } } }],
    })
}

/// One input and where its findings stand.
struct File {
    uri: String,
    places: Places,
    lang: Lang,
}

impl File {
    fn result(&self, finding: &Finding) -> Value {
        let related: Vec<Value> =
            finding.related.iter().zip(1..).map(|(related, id)| self.related(related, id)).collect();
        let fixes: Vec<Value> = finding.fixes.iter().map(|fix| self.fix(fix)).collect();
        let mut result = json!({
            "ruleId": finding.rule,
            "level": level(finding.severity),
            "message": { "text": finding.message },
            "locations": [self.location(finding.range, finding.quote.as_deref())],
            "partialFingerprints": { "hegaoFinding/v1": finding.id },
        });
        let index = rules::RULES.iter().position(|rule| rule.id == finding.rule);
        let optional = [
            ("ruleIndex", index.map(Value::from)),
            ("relatedLocations", (!related.is_empty()).then_some(Value::Array(related))),
            ("fixes", (!fixes.is_empty()).then_some(Value::Array(fixes))),
        ];
        if let Some(object) = result.as_object_mut() {
            object.extend(optional.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
        }
        result
    }

    fn related(&self, related: &review::Related, id: u32) -> Value {
        let mut location = self.location(Some(related.range), Some(&related.quote));
        let value = related.value.as_ref().map_or(String::new(), |value| format!(" {value}"));
        let text = format!("{}{value}", role_name(related.role, self.lang));
        if let Some(object) = location.as_object_mut() {
            object.insert("id".to_owned(), json!(id));
            object.insert("message".to_owned(), json!({ "text": text }));
        }
        location
    }

    fn fix(&self, fix: &Fix) -> Value {
        let replacements: Vec<Value> = fix
            .edits
            .iter()
            .map(|edit| {
                let inserted = json!({ "text": edit.text });
                json!({ "deletedRegion": self.region(edit.range, None), "insertedContent": inserted })
            })
            .collect();
        let safety = match fix.safety {
            Safety::Safe => "safe",
            Safety::Suggest => "suggest",
        };
        json!({
            "description": { "text": fix.title },
            "artifactChanges": [{ "artifactLocation": { "uri": self.uri }, "replacements": replacements }],
            "properties": { "safety": safety },
        })
    }

    fn location(&self, range: Option<Range>, quote: Option<&str>) -> Value {
        let artifact = json!({ "uri": self.uri });
        match range {
            None => json!({ "physicalLocation": { "artifactLocation": artifact } }),
            Some(range) => {
                let region = self.region(range, quote);
                json!({ "physicalLocation": { "artifactLocation": artifact, "region": region } })
            }
        }
    }

    fn region(&self, range: Range, quote: Option<&str>) -> Value {
        let (start, end) = (self.places.get(range.start), self.places.get(range.end));
        let mut region = json!({
            "startLine": start.line,
            "startColumn": start.unit_column,
            "endLine": end.line,
            "endColumn": end.unit_column,
            "charOffset": range.start,
            "charLength": range.end.saturating_sub(range.start),
        });
        if let (Some(object), Some(quote)) = (region.as_object_mut(), quote) {
            object.insert("snippet".to_owned(), json!({ "text": quote }));
        }
        region
    }
}

/// The name of a file as a reference in the sense of RFC 3986; standard input is `stdin`.
fn uri(name: &str) -> String {
    if name == "-" {
        return "stdin".to_owned();
    }
    let name = if cfg!(windows) { name.replace('\\', "/") } else { name.to_owned() };
    let begins_with_drive = name.as_bytes().get(1) == Some(&b':');
    let is_drive = cfg!(windows) && begins_with_drive;
    let mut uri = match (name.starts_with('/'), is_drive) {
        (true, _) => "file://".to_owned(),
        (_, true) => "file:///".to_owned(),
        _ => String::new(),
    };
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            b':' if is_drive => uri.push(':'),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{check, profile};

    #[test]
    fn counts_lines_columns_and_offsets_in_utf16() {
        let text = "𠮷甲\r\n𠮷自2023年9月31日起施行。";
        let mut review = check(text, profile::for_text(text), Lang::Zh);
        review.file = Some("年报 1.txt".to_owned());
        let results: Value =
            serde_json::from_str(&format!("[{}]", results(&review, text, Lang::Zh))).unwrap();
        let location = &results[0]["locations"][0]["physicalLocation"];
        assert_eq!(location["artifactLocation"]["uri"], "%E5%B9%B4%E6%8A%A5%201.txt");
        let region = &location["region"];
        let at = |key: &str| region[key].as_u64().unwrap();
        assert_eq!((at("startLine"), at("startColumn")), (2, 4));
        assert_eq!((at("endLine"), at("endColumn")), (2, 14));
        assert_eq!((at("charOffset"), at("charLength")), (8, 10));
        assert_eq!(region["snippet"]["text"], "2023年9月31日");
    }

    #[test]
    fn names_files_as_references() {
        assert_eq!(uri("-"), "stdin");
        assert_eq!(uri("/a/b c.txt"), "file:///a/b%20c.txt");
        assert_eq!(uri("a:b.txt"), if cfg!(windows) { "file:///a:b.txt" } else { "a%3Ab.txt" });
        assert_eq!(uri("x/a%?#.txt"), "x/a%25%3F%23.txt");
    }

    #[test]
    fn tells_pages_without_marks() {
        let page = plain("# 甲\n\n## 应报\n\n```报告\n共3项。\n```\n");
        assert_eq!(page, "甲\n\n应报\n\n共3项。");
    }
}
