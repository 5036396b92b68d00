//! `cargo xtask bench`: how fast and how large everything is, as tables in `docs/benchmarks.md`.
//!
//! *Invariant:* every figure in that file was measured by this run, on this machine; nothing is carried over.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use crate::browsers;
use crate::page;
use crate::process::{Outcome, captured, cargo, root};
use crate::tools::Toolbox;

/// One line of what divan prints: a benchmark with its size or rule, and its best and its median time.
struct Row {
    name: String,
    argument: String,
    best: String,
    median: String,
    /// Bytes per second at the best time.
    rate: String,
}

/// Measures everything and writes the tables.
pub fn run() -> Outcome {
    let toolbox = Toolbox::complete()?;
    page::build(&toolbox, false)?;
    let stages = rows(&divan("stages")?);
    let shapes = rows(&divan("shapes")?);
    let wasm = script(&toolbox, "wasm.mjs", &[])?;
    let browsers = browsers::find()?;
    let page = script(&toolbox, "page.mjs", &[("HEGAO_CHROMIUM", &browsers.chromium)])?;
    let text = document(&stages, &shapes, &wasm, &page);
    let target = root().join("docs").join("benchmarks.md");
    std::fs::write(&target, &text)
        .map_err(|error| format!("{} cannot be written: {error}", target.display()))?;
    println!("{text}\nWritten to {}", target.display());
    Ok(())
}

fn divan(name: &str) -> Outcome<String> {
    println!("== cargo bench --bench {name} (some minutes)");
    let mut bench = cargo();
    bench.args(["bench", "--bench", name]).env("DIVAN_MAX_TIME", "1").current_dir(root());
    captured(&mut bench)
        .ok_or_else(|| format!("the benchmarks \"{name}\" failed: run cargo bench --bench {name}"))
}

fn script(toolbox: &Toolbox, name: &str, variables: &[(&str, &Path)]) -> Outcome<String> {
    println!("== node www/bench/{name}");
    let mut node = Command::new("node");
    node.arg(Path::new("www").join("bench").join(name)).current_dir(root()).envs(variables.iter().copied());
    captured(toolbox.with(&mut node))
        .ok_or_else(|| format!("the measurement failed: run node www/bench/{name}"))
}

/// The benchmarks in divan's tree, whose columns are parted by │.
fn rows(printed: &str) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut group = String::new();
    for line in printed.lines() {
        let is_inner = line.starts_with(['│', ' ']);
        let line = line.trim_start_matches(['│', ' ']);
        let is_branch = line.starts_with(['├', '╰']);
        let cells: Vec<&str> =
            line.trim_start_matches(['├', '╰', '─', ' ']).split('│').map(str::trim).collect();
        let (Some(head), Some(median)) = (cells.first(), cells.get(2)) else { continue };
        if !is_branch {
            if let Some(row) = rows.last_mut().filter(|row| row.rate.is_empty() && head.ends_with("B/s")) {
                row.rate = (*head).to_owned();
            }
            continue;
        }
        let Some((name, best)) = head.split_once(char::is_whitespace) else {
            group = (*head).to_owned();
            continue;
        };
        let (name, argument) =
            if is_inner { (group.clone(), name.to_owned()) } else { (name.to_owned(), String::new()) };
        rows.push(Row {
            name,
            argument,
            best: best.trim().to_owned(),
            median: (*median).to_owned(),
            rate: String::new(),
        });
    }
    rows
}

fn document(stages: &[Row], shapes: &[Row], wasm: &str, page: &str) -> String {
    let mut text = String::from(
        "# Benchmarks\n\nWritten by `cargo xtask bench`, which measures all of it again. The text is an invented \
         report of `tests/reports`; 0 stands for the report once, 1000000 and 10000000 for as many of them as \
         make that many bytes. `scan` is one plain pass over the same text that decodes every character: the \
         ruler for all others.\n",
    );
    let is_rule = |row: &&Row| row.name == "rule";
    table(&mut text, "The road and its stages, native", stages.iter().filter(|row| !is_rule(row)));
    table(&mut text, "Each rule on one report, native", stages.iter().filter(is_rule));
    table(&mut text, "Shapes that were made to be slow, native", shapes.iter());
    fields(&mut text, "The checker in Node.js (milliseconds, megabytes, bytes)", wasm);
    fields(&mut text, "The page in Chromium", page);
    text
}

fn table<'r>(text: &mut String, title: &str, rows: impl Iterator<Item = &'r Row>) {
    let _ = write!(text, "\n## {title}\n\n| what | size | best | median | rate |\n|---|---|---|---|---|\n");
    for row in rows {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            row.name, row.argument, row.best, row.median, row.rate
        );
    }
}

/// What a script printed, as it printed it.
fn fields(text: &mut String, title: &str, json: &str) {
    let _ = write!(text, "\n## {title}\n\n```json\n{}\n```\n", json.trim());
}
