//! The command line on many files: folders, order, bad files, ends before the end, pipes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail by panicking")]

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

const CLEAN: &str = "2023年12月18日，青澜区政府印发年度工作要点。";
const WRONG: &str = "2023年9月31日，青澜区政府印发年度工作要点。";

fn hegao() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hegao"));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A folder of this test's own, with `files` in it.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("archive").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for (file, text) in files {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn check(arguments: &[&str], folder: &Path) -> Output {
    hegao().arg("check").args(arguments).arg(".").current_dir(folder).output().unwrap()
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

fn objects(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn files(text: &str) -> Vec<String> {
    objects(text).iter().map(|review| review["file"].as_str().unwrap().replace('\\', "/")).collect()
}

#[test]
fn takes_the_drafts_of_a_folder_in_the_order_of_their_names() {
    let long = CLEAN.repeat(400);
    let folder = folder(
        "walk",
        &[
            ("b/2.txt", WRONG),
            ("b/1.md", &long),
            ("b/c/3.TXT", CLEAN),
            ("a.txt", &long),
            ("z.txt", CLEAN),
            ("report.docx", "PK"),
            (".hidden/x.txt", WRONG),
            ("b/.x.txt", WRONG),
        ],
    );
    let output = check(&["--format", "json"], &folder);
    assert_eq!(files(&out(&output)), ["./a.txt", "./b/1.md", "./b/2.txt", "./b/c/3.TXT", "./z.txt"]);
    assert_eq!((status(&output), complaint(&output)), (1, String::new()));
}

#[test]
fn prints_the_same_however_many_threads_there_are() {
    let texts: Vec<(String, String)> =
        (0..60).map(|number| (format!("{number:02}.txt"), WRONG.repeat(1 + number * 37 % 60))).collect();
    let listed: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = folder("threads", &listed);
    for format in ["text", "json", "sarif", "html"] {
        let with = |threads: &str| {
            let mut command = hegao();
            command.args(["check", "--format", format, "."]).current_dir(&folder);
            command.env("RAYON_NUM_THREADS", threads).output().unwrap()
        };
        let (one, many) = (with("1"), with("7"));
        assert_eq!(status(&one), 1);
        assert!(one.stdout == many.stdout, "{format}");
        assert!(!one.stdout.is_empty());
    }
}

#[test]
fn sums_up_many_and_says_nothing_more_of_one() {
    let folder = folder("summary", &[("a.txt", CLEAN), ("b.txt", WRONG), ("c.txt", "\0")]);
    let output = check(&[], &folder);
    let text = out(&output);
    let summary: Vec<&str> = text.lines().skip_while(|line| !line.starts_with("共检查")).collect();
    assert!(summary[0].starts_with("共检查 2 份，另有 1 份未能检查：错误 1，"), "{text}");
    assert!(summary.last().unwrap().ends_with("b.txt"), "{text}");
    assert_eq!(status(&output), 2);
    let complaint = complaint(&output);
    assert!(complaint.contains("c.txt: 不是文本文件；请"), "{complaint}");
    assert_eq!(complaint.lines().count(), 1);
    assert!(!out(&check(&[], &folder_of_one())).contains("共检查"));
}

fn folder_of_one() -> PathBuf {
    folder("one", &[("a.txt", WRONG)])
}

#[test]
fn names_what_could_not_be_checked_in_every_form() {
    let folder = folder("bad", &[("a.txt", WRONG), ("b.txt", "\0")]);
    let sarif: Value = serde_json::from_slice(&check(&["--format", "sarif"], &folder).stdout).unwrap();
    let run = &sarif["runs"][0];
    assert_eq!(run["results"][0]["ruleId"], "impossible-date");
    let invocation = &run["invocations"][0];
    assert_eq!((&invocation["executionSuccessful"], &invocation["exitCode"]), (&false.into(), &2.into()));
    let notification = &invocation["toolExecutionNotifications"][0];
    assert!(notification["message"]["text"].as_str().unwrap().starts_with("不是文本文件"));
    let page = out(&check(&["--format", "html"], &folder));
    assert!(page.contains("未能检查") && page.contains("不是文本文件") && page.ends_with("</html>\n"));
    assert_eq!(page.matches("<article").count(), 2);
}

#[test]
fn is_silent_when_the_reader_of_many_goes_away() {
    let texts: Vec<(String, String)> =
        (0..40).map(|number| (format!("{number}.txt"), WRONG.repeat(300))).collect();
    let listed: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = folder("closed", &listed);
    for format in ["text", "json", "sarif", "html"] {
        let mut child =
            hegao().args(["check", "--format", format, "."]).current_dir(&folder).spawn().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut [0; 16]).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        assert_eq!(complaint(&output), "", "{format}");
        assert!(status(&output) < 2, "{format}");
    }
}

#[cfg(unix)]
fn interrupt(child: &Child) {
    let done = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(done.success());
}

#[cfg(unix)]
#[test]
fn ends_with_whole_lines_on_ctrl_c() {
    let texts: Vec<(String, String)> =
        (0..400).map(|number| (format!("{number:03}.txt"), WRONG.repeat(200))).collect();
    let listed: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = folder("interrupted", &listed);
    let mut child = hegao().args(["check", "--format", "json", "."]).current_dir(&folder).spawn().unwrap();
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    let mut printed = String::new();
    reader.read_line(&mut printed).unwrap();
    interrupt(&child);
    reader.read_to_string(&mut printed).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((status(&output), complaint(&output)), (130, String::new()));
    let printed = files(&printed);
    assert!(!printed.is_empty() && printed.len() < 400, "{}", printed.len());
    assert!(printed.is_sorted(), "{printed:?}");
}

#[cfg(unix)]
#[test]
fn ends_on_ctrl_c_while_it_waits_for_input() {
    for arguments in [&["check", "--format", "sarif", "-"][..], &["pipe"]] {
        let mut child = hegao().args(arguments).stdin(Stdio::piped()).spawn().unwrap();
        let _held = child.stdin.take().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(300));
        interrupt(&child);
        let output = child.wait_with_output().unwrap();
        assert_eq!((status(&output), complaint(&output)), (130, String::new()), "{arguments:?}");
        if arguments[0] == "check" {
            let log: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(log["runs"][0]["invocations"][0]["exitCode"], 130);
        }
    }
}

#[test]
fn a_stage_answers_every_line_with_one() {
    let folder = folder("stage", &[("a.txt", WRONG)]);
    let answers = |arguments: &[&str], input: &str| {
        let mut child =
            hegao().arg("pipe").args(arguments).current_dir(&folder).stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((status(&output), complaint(&output)), (0, String::new()));
        objects(&out(&output))
    };
    let lines = format!("{:?}\n\nno JSON\n{{\"file\":\"乙.txt\",\"text\":{CLEAN:?}}}", WRONG);
    let documents = answers(&[], &lines);
    assert_eq!(documents.len(), 4);
    assert_eq!(documents[0]["file"], "1");
    assert_eq!(documents[0]["findings"][0]["rule"], "impossible-date");
    for (at, number) in [(1, 2), (2, 3)] {
        assert_eq!(documents[at]["schema"], "hegao.failure/1");
        assert_eq!(documents[at]["line"], number);
    }
    assert_eq!(documents[3]["file"], "乙.txt");
    let paths = answers(&["--lines", "path"], "a.txt\nb.txt\r\n");
    assert_eq!(paths[0]["findings"][0]["rule"], "impossible-date");
    assert_eq!(
        (&paths[1]["file"], &paths[1]["error"]),
        (&"b.txt".into(), &"没有这个文件，请核对路径".into())
    );
}

#[test]
fn a_stage_answers_before_it_is_asked_again() {
    let mut child = hegao().arg("pipe").stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    for number in 1..4 {
        writeln!(stdin, "\"{CLEAN}\"").unwrap();
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        assert_eq!(objects(&line)[0]["file"], number.to_string());
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn refuses_a_profile_that_would_take_long() {
    let profile = include_str!("../profiles/rule-of-law.json");
    let headings = "\"headings\": [";
    let hostile = profile.replacen(headings, &format!("{headings}\"(?:[一-龥]{{0,99}}){{99}}\", "), 1);
    let folder = folder("profile", &[("a.txt", WRONG), ("hostile.json", &hostile)]);
    let output = check(&["--profile", "hostile.json"], &folder);
    assert_eq!((status(&output), out(&output)), (2, String::new()));
    let complaint = complaint(&output);
    assert!(complaint.starts_with("hegao: hostile.json: ") && complaint.contains("too large"), "{complaint}");
    assert_eq!(complaint.lines().count(), 1);
}
