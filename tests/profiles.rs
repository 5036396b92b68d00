//! Profiles of one's own, as `docs/profiles.md` describes them, through the command line.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by panicking"
)]

use std::path::PathBuf;
use std::process::{Command, Output};

use hegao::Profile;
use serde_json::Value;

const EXAMPLE: &str = include_str!("../examples/profiles/open-government-tasks.json");
const GUIDE: &str = include_str!("../docs/profiles.md");

/// A right report of the example's kind.
const REPORT: &str = "河湾市云溪区2024年政务公开工作要点落实情况报告

2024年，云溪区对照年度政务公开工作要点，细化任务，压实责任，各项工作有序完成。现将有关情况报告如下。

一、主要做法和成效

（一）深化主动公开。全年主动公开政府信息1268条，其中区级部门842条、镇街426条。发布政策文件36件，同步解读36件，解读率100%。

（二）规范依申请公开。全年受理政府信息公开申请54件，办结52件，办结率96.3%。

（三）加强平台建设。整合政务新媒体账号，原有38个，新增2个，注销9个，年末共31个。

二、存在的问题和原因

一是部分单位公开内容更新不够及时。主要原因是专职人员偏少。二是解读形式较为单一。由于培训不足，图表和视频解读偏少。

三、下一步工作安排

加强业务培训，健全内容审核机制，丰富政策解读形式，进一步提升公开质量。

河湾市云溪区人民政府办公室
2025年1月16日
";

/// A file of this test's own.
fn file(name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("profiles");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path.into_os_string().into_string().unwrap()
}

fn check(profile: &str, draft: &str) -> Output {
    let arguments = ["check", "--format", "json", "--profile", profile, draft];
    Command::new(env!("CARGO_BIN_EXE_hegao")).args(arguments).output().unwrap()
}

fn review(profile: &str, draft: &str) -> Value {
    let output = check(profile, draft);
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
}

fn findings(review: &Value) -> Vec<(&str, &str)> {
    let findings = review["findings"].as_array().unwrap().iter();
    findings.map(|one| (one["rule"].as_str().unwrap(), one["severity"].as_str().unwrap())).collect()
}

#[test]
fn the_example_checks_its_kind_of_report() {
    let profile = file("example.json", EXAMPLE);
    let right = review(&profile, &file("right.txt", REPORT));
    assert_eq!(right["profile"], "open-government-tasks");
    assert_eq!(findings(&right), []);
    let statuses: Vec<&str> =
        right["sections"].as_array().unwrap().iter().map(|one| one["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["present", "present", "present", "missing"]);

    let cut = REPORT.find("三、下一步").unwrap()..REPORT.find("\n河湾市").unwrap();
    let without = format!("{}{}", REPORT.split_at(cut.start).0, REPORT.split_at(cut.end).1);
    let without = review(&profile, &file("without-plan.txt", &without));
    assert_eq!(findings(&without), [("missing-section", "error")]);
    let message = without["findings"][0]["message"].as_str().unwrap();
    assert!(message.contains("下一步工作安排"), "{message}");

    let other = REPORT.replace("政务公开工作要点落实情况报告", "重点工作情况报告");
    assert_eq!(findings(&review(&profile, &file("other.txt", &other))), [("missing-section", "hint")]);
}

#[test]
fn the_example_weighs_rules_anew() {
    let profile = file("weights.json", EXAMPLE);
    let text = "截止2024年底，落实《青澜区水规划》、《青澜区路规划》(试行)要求。";
    let draft = file("weights.txt", text);
    let usual = review("rule-of-law", &draft);
    let mut usual = findings(&usual);
    usual.sort_unstable();
    assert_eq!(
        usual,
        [("cutoff-word", "warning"), ("punctuation-width", "hint"), ("title-mark-separator", "hint")]
    );
    let own = review(&profile, &draft);
    assert_eq!(findings(&own), [("cutoff-word", "hint"), ("punctuation-width", "error")]);
}

#[test]
fn says_what_is_wrong_and_where() {
    let draft = file("any.txt", REPORT);
    let line = |words: &str| {
        let at = EXAMPLE.lines().position(|line| line.contains(words)).unwrap();
        format!("line {}", at + 1)
    };
    let (key, choice, value) = (line("\"anyPlace\""), line("\"off\""), line("\"hint\""));
    for (name, json, parts) in [
        (
            "unknown-key.json",
            EXAMPLE.replace("anyPlace", "anyplace"),
            &[&key, "`anyplace`", "`anyPlace`"][..],
        ),
        ("unknown-choice.json", EXAMPLE.replace("\"off\"", "\"of\""), &[&choice, "`of`", "`off`"]),
        ("bad-value.json", EXAMPLE.replace("\"hint\"", "\"note\""), &[&value, "`note`", "`hint`"]),
        (
            "bad-pattern.json",
            EXAMPLE.replace("\"收费\"", "\"收(费\""),
            &["\"fees\"", "\"headings\"", "收(费"],
        ),
        ("bad-title.json", EXAMPLE.replace("(报告|总结)", "(报告|总结"), &["titlePattern", "(报告|总结"]),
        ("unknown-rule.json", EXAMPLE.replace("law-title", "law-titel"), &["\"law-titel\"", "no such rule"]),
        (
            "missing.json",
            EXAMPLE.replacen("\"required\": true,", "", 1),
            &["line 19", "missing", "`required`"],
        ),
        ("twice.json", EXAMPLE.replace("\"fees\"", "\"plan\""), &["two sections", "\"plan\""]),
        ("broken.json", EXAMPLE.replace("\"rules\": {", "\"rules\": "), &[&choice]),
        ("empty.json", String::new(), &["line 1"]),
    ] {
        assert_ne!(json, EXAMPLE, "{name}");
        let profile = file(name, &json);
        let output = check(&profile, &draft);
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}: {complaint}");
        assert!(output.stdout.is_empty(), "{name}");
        assert!(complaint.starts_with(&format!("hegao: {profile}: ")), "{complaint}");
        assert_eq!(complaint.lines().count(), 1, "{complaint}");
        assert!(parts.iter().all(|part| complaint.contains(part)), "{complaint}");
    }
    for name in ["no-such.json", env!("CARGO_TARGET_TMPDIR")] {
        let output = check(name, &draft);
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{complaint}");
        assert!(complaint.starts_with(&format!("hegao: {name}: ")), "{complaint}");
        assert_eq!(complaint.lines().count(), 1, "{complaint}");
    }
}

/// The keys that the reader of profiles knows, from its own complaint.
fn keys(json: &str) -> Vec<String> {
    let complaint = Profile::parse(json).unwrap_err();
    let (_, known) =
        complaint.split_once("expected one of ").or_else(|| complaint.split_once("expected ")).unwrap();
    known.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_guide_names_every_key_and_its_example_is_read() {
    let known =
        [keys(r#"{"x": 1}"#), keys(r#"{"sections": [{"x": 1}]}"#), keys(r#"{"rules": {"x": 1}}"#)].concat();
    assert!(known.len() >= 18, "{known:?}");
    for key in known {
        assert!(GUIDE.contains(&format!("| `{key}` |")), "docs/profiles.md does not explain {key}");
        assert!(EXAMPLE.contains(&format!("\"{key}\":")), "the example does not use {key}");
    }
    let (_, example) = GUIDE.split_once("```json\n").unwrap();
    Profile::parse(example.split_once("```").unwrap().0).unwrap();
}
