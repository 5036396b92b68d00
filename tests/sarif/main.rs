//! The SARIF log against the schema that OASIS publishes, and against itself.
//!
//! The schema is not ours and is not kept here: it comes with the crate `serde-sarif`, whose types read
//! the log once more.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::float_arithmetic,
    reason = "these are tests"
)]

mod schema;

use std::path::{Path, PathBuf};
use std::process::Command;

use hegao::output::sarif::{self, Remark};
use hegao::{Lang, check, profile, rules};
use serde_json::{Value, json};

/// The schema, where cargo keeps the crate that brings it.
fn published_schema() -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let host = Command::new("rustc").arg("-vV").output().expect("rustc");
    let host = String::from_utf8(host.stdout).expect("text");
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).expect("the host");
    let metadata = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--offline", "--locked", "--filter-platform", host])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo");
    assert!(metadata.status.success(), "{}", String::from_utf8_lossy(&metadata.stderr));
    let metadata: Value = serde_json::from_slice(&metadata.stdout).expect("metadata");
    let packages = metadata["packages"].as_array().expect("packages");
    let package = packages.iter().find(|package| package["name"] == "serde-sarif").expect("serde-sarif");
    let folder = PathBuf::from(package["manifest_path"].as_str().expect("a path"));
    let schema = std::fs::read(folder.with_file_name("src").join("schema.json")).expect("the schema");
    serde_json::from_slice(&schema).expect("a schema")
}

/// The log of `names`, and all of their texts.
fn log(names: &[&str], remarks: &[Remark]) -> (Value, Vec<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let texts: Vec<String> =
        names.iter().map(|name| std::fs::read_to_string(folder.join(name)).expect("a report")).collect();
    let mut results = Vec::new();
    for (name, text) in names.iter().zip(&texts) {
        let mut review = check(text, profile::for_text(text), Lang::Zh);
        review.file = Some((*name).to_owned());
        results.push(sarif::results(&review, text, Lang::Zh));
    }
    results.retain(|result| !result.is_empty());
    let log = format!("{}{}{}", sarif::begin(Lang::Zh), results.join(",\n"), sarif::end(remarks, 1));
    (serde_json::from_str(&log).expect("JSON"), texts)
}

const REPORTS: [&str; 3] = [
    "reports/qinglan-water-2024.txt",
    "reports/hewan-market-2024-halfwidth.txt",
    "reports/linjiang-county-2022-defects.txt",
];

#[test]
fn fits_the_published_schema() {
    let schema = published_schema();
    let remark =
        |file: &str, is_failure| Remark {
            file: file.into(), text: "没有这个文件。".into(), is_failure
        };
    let remarks = [remark("年报 甲.txt", true), remark("b.txt", false)];
    let (log, _) = log(&REPORTS, &remarks);
    let faults = schema::faults(&schema, &schema, &log);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let typed: serde_sarif::sarif::Sarif = serde_json::from_value(log).expect("a log by its types");
    assert!(typed.runs[0].results.as_ref().is_some_and(|results| results.len() > 10));

    let empty = format!("{}{}", sarif::begin(Lang::En), sarif::end(&[], 0));
    let empty: Value = serde_json::from_str(&empty).expect("JSON");
    assert_eq!(schema::faults(&schema, &schema, &empty), Vec::<String>::new());
}

#[test]
fn the_schema_finds_what_is_wrong() {
    let schema = published_schema();
    let (log, _) = log(&REPORTS[2..], &[]);
    for (pointer, wrong) in [
        ("/version", json!("2.0")),
        ("/runs/0/columnKind", json!("bytes")),
        ("/runs/0/results/0/level", json!("hint")),
        ("/runs/0/results/0/message", json!({})),
        ("/runs/0/results/0/locations/0/physicalLocation/region", json!({ "startLine": 0 })),
        ("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri", json!("年 报")),
        ("/runs/0/tool/driver/rules/0", json!({ "name": "x" })),
        ("/runs/0/invocations/0", json!({ "executionSuccessful": true, "good": 1 })),
    ] {
        let mut log = log.clone();
        *log.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = wrong;
        assert!(!schema::faults(&schema, &schema, &log).is_empty(), "{pointer}");
    }
}

#[test]
fn every_rule_is_listed_with_its_page() {
    let (log, _) = log(&REPORTS[..1], &[]);
    let listed = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(listed.len(), rules::RULES.len());
    for (listed, rule) in listed.iter().zip(rules::RULES) {
        assert_eq!(listed["id"], rule.id);
        assert_eq!(listed["help"]["markdown"], rule.page.zh);
        assert!(!listed["help"]["text"].as_str().expect("help").contains("```"));
    }
}

#[test]
fn regions_and_fixes_quote_the_text() {
    let (log, texts) = log(&REPORTS, &[]);
    let mut seen = [0; 2];
    for result in log["runs"][0]["results"].as_array().expect("results") {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(result["ruleId"], rules::RULES[index].id);
        let physical = &result["locations"][0]["physicalLocation"];
        let file = physical["artifactLocation"]["uri"].as_str().expect("a uri");
        let text = &texts[REPORTS.iter().position(|name| *name == file).expect("a report")];
        if let Some(region) = physical.get("region") {
            assert_eq!(region["snippet"]["text"], quote(text, region), "{result}");
            seen[0] += 1;
        }
        for fix in result["fixes"].as_array().into_iter().flatten() {
            for replacement in fix["artifactChanges"][0]["replacements"].as_array().expect("replacements") {
                quote(text, &replacement["deletedRegion"]);
                seen[1] += 1;
            }
        }
    }
    assert!(seen[0] > 10 && seen[1] > 5, "{seen:?}");
}

/// The text of a region by its offsets, which must be that by its lines and columns.
fn quote(text: &str, region: &Value) -> String {
    let number = |key: &str| region[key].as_u64().expect("a number") as usize;
    let units: Vec<u16> = text.encode_utf16().collect();
    let starts: Vec<usize> = std::iter::once(0)
        .chain(units.iter().enumerate().filter(|&(_, &unit)| unit == 10).map(|(at, _)| at + 1))
        .collect();
    let (start, end) = (number("charOffset"), number("charOffset") + number("charLength"));
    assert_eq!(starts[number("startLine") - 1] + number("startColumn") - 1, start, "{region}");
    assert_eq!(starts[number("endLine") - 1] + number("endColumn") - 1, end, "{region}");
    String::from_utf16(&units[start..end]).expect("whole characters")
}
