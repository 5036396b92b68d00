//! The command line as scripts rely on it: exit status, streams, encodings.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail by panicking")]

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const CLEAN: &str = "2023年12月18日，青澜区政府印发年度工作要点。";
const WRONG: &str = "2023年9月31日，青澜区政府印发年度工作要点。";

fn hegao() -> Command {
    Command::new(env!("CARGO_BIN_EXE_hegao"))
}

fn run(arguments: &[&str]) -> Output {
    hegao().args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn run_with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = hegao()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

/// A file of this test's own.
fn file(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.into_os_string().into_string().unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complaint(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn reviews(output: &Output) -> Vec<serde_json::Value> {
    out(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn exit_status_tells_the_worst() {
    assert_eq!(status(&run(&["check", &file("clean.txt", CLEAN)])), 0);
    assert_eq!(status(&run(&["check", &file("wrong.txt", WRONG)])), 1);
    assert_eq!(status(&run(&["check", &file("wrong2.txt", WRONG), &file("clean2.txt", CLEAN)])), 1);
    assert_eq!(status(&run(&["check", "--format", "pdf"])), 2);
    assert_eq!(status(&run(&["check", "--lang", "fr"])), 2);
    assert_eq!(status(&run(&["frobnicate"])), 2);
    assert_eq!(status(&run(&[])), 2);
}

#[test]
fn reads_standard_input() {
    for arguments in [&["check", "--format", "json"][..], &["check", "--format", "json", "-"]] {
        let output = run_with_input(arguments, WRONG.as_bytes());
        assert_eq!(status(&output), 1);
        assert_eq!(reviews(&output)[0]["findings"][0]["rule"], "impossible-date");
    }
    let output = run_with_input(&["check"], WRONG.as_bytes());
    assert!(out(&output).starts_with("-:1:1: 错误 [impossible-date]"), "{}", out(&output));
}

#[test]
fn finds_the_encoding() {
    let little: Vec<u8> =
        [0xfeff_u16].into_iter().chain(WRONG.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> =
        [0xfeff_u16].into_iter().chain(WRONG.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let (national, _, _) = encoding_rs::GB18030.encode(WRONG);
    let files = [
        file("utf16le.txt", little),
        file("utf16be.txt", big),
        file("gb18030.txt", national),
        file("bom.txt", [b"\xef\xbb\xbf", WRONG.as_bytes()].concat()),
        file("plain.txt", WRONG),
    ];
    for name in &files {
        let output = run(&["check", "--format", "json", name]);
        let review = &reviews(&output)[0];
        assert_eq!(review["file"], name.as_str());
        assert_eq!(review["findings"][0]["quote"], "2023年9月31日", "{name}");
        assert_eq!(review["findings"][0]["range"]["start"], 0, "{name}");
    }
}

#[test]
fn names_a_bad_file_and_checks_the_others() {
    let good = file("good.txt", WRONG);
    let binary = file("binary.doc", b"PK\x03\x04\x00\x00\x00\xff\xfe\x00");
    let folder = concat!(env!("CARGO_TARGET_TMPDIR"), "/cli-empty");
    std::fs::create_dir_all(folder).unwrap();
    for bad in ["no-such-draft.txt", &binary, folder] {
        let output = run(&["check", "--format", "json", bad, &good]);
        assert_eq!(status(&output), 2, "{bad}");
        assert_eq!(reviews(&output).len(), 1, "{bad}");
        let complaint = complaint(&output);
        assert!(complaint.starts_with(&format!("hegao: {bad}: ")), "{complaint}");
        assert_eq!(complaint.lines().count(), 1, "{complaint}");
    }
}

#[test]
fn refuses_unknown_names() {
    let output = run(&["check", "--profile", "no-such-profile", &file("named.txt", CLEAN)]);
    assert_eq!((status(&output), out(&output)), (2, String::new()));
    assert!(complaint(&output).starts_with("hegao: no-such-profile: "), "{}", complaint(&output));

    let output = run(&["explain", "no-such-rule"]);
    assert_eq!((status(&output), out(&output)), (2, String::new()));
    assert!(complaint(&output).starts_with("hegao: no-such-rule: "), "{}", complaint(&output));
}

#[test]
fn prints_one_review_a_line() {
    let files = [file("first.txt", format!("{WRONG}\n{CLEAN}\n")), file("second.txt", CLEAN)];
    let output = run(&["check", "--format", "json", "--profile", "rule-of-law", &files[0], &files[1]]);
    let reviews = reviews(&output);
    assert_eq!(reviews.len(), 2);
    for (review, name) in reviews.iter().zip(&files) {
        assert_eq!(review["schema"], "hegao.review/1");
        assert_eq!(review["file"], name.as_str());
        assert_eq!(review["profile"], "rule-of-law");
    }
}

#[test]
fn keeps_to_the_severity_asked_for() {
    let name = file("hints.txt", "一是加强领导,二是压实责任;三是督促落实。2023年9月31日报送。");
    let rules = |least: &str| -> Vec<String> {
        let output = run(&["check", "--format", "json", "--min-severity", least, &name]);
        let findings = reviews(&output)[0]["findings"].as_array().unwrap().clone();
        findings.iter().map(|finding| finding["severity"].as_str().unwrap().to_owned()).collect()
    };
    assert!(rules("hint").contains(&"hint".to_owned()));
    assert!(!rules("warning").contains(&"hint".to_owned()));
    assert!(rules("error").iter().all(|severity| severity == "error"));
}

#[test]
fn speaks_both_languages() {
    let name = file("languages.txt", WRONG);
    assert!(out(&run(&["check", &name])).contains("9 月只有 30 天"));
    assert!(out(&run(&["check", "--lang", "en", &name])).contains("September has only 30 days"));
    assert!(out(&run(&["--lang", "en", "rules"])).contains("A date that does not exist"));
}

#[test]
fn takes_whatever_a_text_holds() {
    for text in ["", "\n\n", "\u{0}", "年\u{0}月\u{0}日", "\u{1b}[31m2023年9月31日\u{1b}[0m"] {
        let output = run_with_input(&["check"], text.as_bytes());
        assert!(status(&output) <= 2, "{text:?}");
        assert!(!out(&output).contains('\u{1b}'), "{text:?}");
        assert!(!complaint(&output).contains("panicked"), "{text:?}");
    }
    assert_eq!(status(&run_with_input(&["check", "--format", "json"], b"")), 0);
    assert_eq!(status(&run_with_input(&["check"], "年\u{0}月".as_bytes())), 2);
}

#[test]
fn lists_rules_and_profiles_and_explains() {
    let rules = out(&run(&["rules"]));
    for rule in hegao::rules::RULES {
        let line = rules.lines().find(|line| line.split_whitespace().next() == Some(rule.id)).unwrap();
        assert!(line.contains(rule.group.name()) && line.contains(rule.severity.name()), "{line}");
        assert!(line.ends_with(rule.title.zh), "{line}");
        assert_eq!(out(&run(&["explain", rule.id])).trim_end(), rule.page.zh.trim_end());
    }
    assert!(out(&run(&["profiles"])).lines().any(|line| line.starts_with("rule-of-law ")));
}

#[test]
fn explains_in_english() {
    let page = out(&run(&["explain", "total-mismatch", "--lang", "en"]));
    let headings: Vec<&str> = page.lines().filter(|line| line.starts_with('#')).collect();
    let wanted = [
        "# Parts do not add up to their total",
        "## What it checks",
        "## Why",
        "## Reported",
        "## Not reported",
        "## Basis",
    ];
    assert_eq!(headings, wanted);
    let chinese = out(&run(&["explain", "total-mismatch"]));
    let samples = |page: &str| page.matches("```报告\n").count();
    assert_eq!(samples(&page), samples(&chinese), "the samples are the same");
}

#[test]
fn is_silent_when_the_reader_goes_away() {
    let name = file("many.txt", format!("{WRONG}\n").repeat(3000));
    let mut child =
        hegao().args(["check", &name]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 16];
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut first).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!(complaint(&output), "");
    assert!(output.status.code().is_some_and(|code| code < 2));
}
