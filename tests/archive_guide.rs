//! The commands of `docs/archive.md`, each run as it stands there.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by panicking"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

const GUIDE: &str = include_str!("../docs/archive.md");

/// The commands of the guide that have `word` in them: exactly one.
fn command(word: &str) -> &'static str {
    let blocks = GUIDE.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let found: Vec<&str> = blocks.filter(|block| block.contains(word)).collect();
    assert_eq!(found.len(), 1, "{word}: {found:?}");
    found[0]
}

/// A folder with an archive of six reports.
fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    for (part, texts) in [("部门 a", "reports"), ("乡镇", "defects")] {
        let to = folder.join("archive").join(part);
        std::fs::create_dir_all(&to).unwrap();
        for entry in std::fs::read_dir(root.join(texts)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if name.ends_with(".txt") && !name.ends_with(".golden.txt") && name != "plants.txt" {
                std::fs::copy(&path, to.join(name)).unwrap();
            }
        }
    }
    folder
}

/// Runs the commands in `folder`, with hegao on PATH; what they print.
fn run(commands: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_hegao")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths([program.to_owned()].into_iter().chain(std::env::split_paths(&path)));
    let output = Command::new("bash")
        .args(["-c", &format!("set -uo pipefail\n{commands}")])
        .current_dir(folder)
        .env("PATH", path.unwrap())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{commands}");
    assert!(output.status.code().is_some_and(|code| code < 2), "{commands}: {}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

fn lines(folder: &Path, file: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join(file)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn names(reviews: &[Value]) -> BTreeSet<String> {
    reviews.iter().map(|review| review["file"].as_str().unwrap().to_owned()).collect()
}

/// What a plain run over the same archive finds.
fn expected(folder: &Path) -> Vec<Value> {
    run(command("--format json archive > reviews.ndjson"), folder);
    let reviews = lines(folder, "reviews.ndjson");
    assert_eq!(reviews.len(), 6);
    reviews
}

/// The same reviews, whatever their order.
fn assert_same(folder: &Path, expected: &[Value]) {
    let reviews = lines(folder, "reviews.ndjson");
    assert_eq!(names(&reviews), names(expected));
    assert_eq!(reviews.len(), expected.len());
    assert!(reviews.iter().all(|review| expected.contains(review)));
}

#[test]
fn one_machine() {
    let folder = folder("one");
    let files: Vec<String> =
        expected(&folder).iter().map(|review| review["file"].as_str().unwrap().to_owned()).collect();
    assert!(files.is_sorted(), "{files:?}");
    run(command("--format html"), &folder);
    let page = std::fs::read_to_string(folder.join("sheets.html")).unwrap();
    assert_eq!(page.matches("<article").count(), 7);
    run(command("--format sarif"), &folder);
    let log: Value = serde_json::from_slice(&std::fs::read(folder.join("hegao.sarif")).unwrap()).unwrap();
    assert!(log["runs"][0]["results"].as_array().unwrap().len() > 10);
}

#[test]
fn the_worst_first() {
    if !is_there("node") {
        return;
    }
    let worst = run(command("node -e"), &folder("worst"));
    assert!(worst.lines().next().unwrap().ends_with("linjiang-county-2022-defects.txt"), "{worst}");
    assert_eq!(worst.lines().count(), 6);
}

#[test]
fn several_processes_of_xargs() {
    let folder = folder("xargs");
    let expected = expected(&folder);
    run(command("xargs"), &folder);
    assert_same(&folder, &expected);
}

#[test]
fn gnu_parallel() {
    if !is_there("parallel") {
        return;
    }
    let folder = folder("parallel");
    let expected = expected(&folder);
    run(command("parallel"), &folder);
    assert_same(&folder, &expected);
}

#[test]
fn a_partition() {
    let folder = folder("partition");
    run(command("answers.ndjson"), &folder);
    let answers = lines(&folder, "answers.ndjson");
    assert_eq!(names(&answers), ["2", "甲"].map(str::to_owned).into());
    assert_eq!(answers[0]["findings"][0]["rule"], "total-mismatch");
    assert_eq!(answers[1]["findings"][0]["rule"], "impossible-date");
}

/// What Spark does: several partitions, each through a program of its own, each in order.
#[test]
fn partitions_side_by_side() {
    let folder = folder("partitions");
    let partitions: Vec<_> = (0..3)
        .map(|partition| {
            let folder = folder.clone();
            std::thread::spawn(move || {
                let draft = |number: usize| {
                    format!("'{{\"file\": \"{partition}-{number}\", \"text\": \"2023年9月31日起施行。\"}}'")
                };
                let drafts: Vec<String> = (0..20).map(draft).collect();
                let stage = format!("printf '%s\\n' {} | RAYON_NUM_THREADS=1 hegao pipe", drafts.join(" "));
                run(&stage, &folder)
            })
        })
        .collect();
    for (partition, answers) in partitions.into_iter().map(|thread| thread.join().unwrap()).enumerate() {
        for (number, line) in answers.lines().enumerate() {
            let answer: Value = serde_json::from_str(line).unwrap();
            assert_eq!(answer["file"], format!("{partition}-{number}"));
        }
        assert_eq!(answers.lines().count(), 20);
    }
}

/// Whether a program that the guide uses is installed; if not, its command is left out of this run.
fn is_there(program: &str) -> bool {
    let is_there = Command::new(program).arg("--version").output().is_ok();
    if !is_there {
        eprintln!("{program} is not installed: its command in docs/archive.md is not run");
    }
    is_there
}
