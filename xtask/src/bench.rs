//! `cargo xtask bench`: how fast and how large everything is, as tables in `docs/benchmarks.md`.
//!
//! *Invariant:* every figure in that file was measured by this run, on this machine; nothing is carried over.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use crate::browsers;
use crate::page;
use crate::process::{Outcome, cargo, printed, root};
use crate::tools::Toolbox;

/// Measures everything and writes the tables.
pub fn run() -> Outcome {
    let toolbox = Toolbox::complete()?;
    page::build(&toolbox, false)?;
    let browsers = browsers::find()?;
    let folder = root().join("target").join("bench-results");
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    let keep = |name: &str, printed: String| write(&folder.join(name), &printed);
    keep("stages.txt", divan("stages")?)?;
    keep("shapes.txt", divan("shapes")?)?;
    keep("wasm.json", script(&toolbox, "wasm.mjs", &[], &[])?)?;
    keep("page.json", script(&toolbox, "page.mjs", &[], &[("HEGAO_CHROMIUM", &browsers.chromium)])?)?;
    let text = script(&toolbox, "document.mjs", &[folder.as_os_str()], &[])?;
    let target = root().join("docs").join("benchmarks.md");
    write(&target, &text)?;
    println!("{text}\nWritten to {}", target.display());
    Ok(())
}

fn write(target: &Path, text: &str) -> Outcome {
    std::fs::write(target, text).map_err(|error| format!("{} cannot be written: {error}", target.display()))
}

fn divan(name: &str) -> Outcome<String> {
    println!("== cargo bench --bench {name} (some minutes)");
    let mut bench = cargo();
    bench
        .args(["bench", "--profile", "measure", "--bench", name])
        .env("DIVAN_MAX_TIME", "1")
        .current_dir(root());
    printed(&mut bench).ok_or_else(|| {
        format!("the benchmarks \"{name}\" failed: run cargo bench --profile measure --bench {name}")
    })
}

fn script(
    toolbox: &Toolbox,
    name: &str,
    arguments: &[&OsStr],
    variables: &[(&str, &Path)],
) -> Outcome<String> {
    println!("== node www/bench/{name}");
    let mut node = Command::new("node");
    node.arg(Path::new("www").join("bench").join(name)).args(arguments);
    node.current_dir(root()).envs(variables.iter().copied());
    printed(toolbox.with(&mut node))
        .ok_or_else(|| format!("the measurement failed: run node www/bench/{name}"))
}
