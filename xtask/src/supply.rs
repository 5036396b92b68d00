//! What comes in from outside: licences, sources and duplicates of the crates, and known
//! vulnerabilities of crates and npm packages as far as somebody can be asked.
//!
//! *Invariant:* what could not be checked is said in one sentence; what was checked and is wrong fails.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::process::{Outcome, npm, root, step};
use crate::tools;

/// Checks the crates and the packages of `www/`, the crates only where cargo-deny is there already: building
/// it takes longer than all tests together.
pub fn check_with_what_is_there() -> Outcome {
    if tools::has_cargo_deny() {
        return check();
    }
    skipped(
        "licences, sources and duplicates of the crates",
        "cargo-deny is not installed: run \"cargo xtask supply\", which installs it",
    );
    packages()
}

/// Checks the crates and the packages of `www/`, and installs what that needs.
pub fn check() -> Outcome {
    match tools::cargo_deny() {
        Ok(program) => crates(&program)?,
        Err(sentence) => skipped("licences, sources and duplicates of the crates", &sentence),
    }
    packages()
}

fn crates(program: &Path) -> Outcome {
    let deny = |arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(root());
        command
    };
    step(
        "cargo deny check licenses bans sources",
        &mut deny(&["check", "licenses", "bans", "sources"]),
        "a crate has a licence or a source that deny.toml does not allow, or comes in two versions: see above",
    )?;
    let mut fetch = deny(&["fetch", "db"]);
    let quiet = fetch.env("GIT_TERMINAL_PROMPT", "0").stdin(Stdio::null());
    let is_known = quiet.stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !is_known.is_ok_and(|status| status.success()) {
        let sentence = "RustSec's list lies on another server than the crates, which cannot be reached from here: \
                        run \"cargo deny check advisories\" where it can";
        skipped("known vulnerabilities of the crates", sentence);
        return Ok(());
    }
    step(
        "cargo deny check advisories",
        &mut deny(&["check", "advisories"]),
        "a crate has a known vulnerability, is withdrawn or no longer kept up: see above",
    )
}

fn packages() -> Outcome {
    println!("\n== npm audit (www/)");
    let mut audit = npm();
    audit.args(["audit", "--audit", "--audit-level=high"]).current_dir(root().join("www"));
    let output = audit.stdin(Stdio::null()).stderr(Stdio::null()).output();
    let output = output.map_err(|error| format!("npm did not start in the step \"npm audit\": {error}"))?;
    let report = String::from_utf8_lossy(&output.stdout);
    // A report says what it found; without one the registry gave no answer.
    if !report.contains("vulnerabilities") {
        let sentence = "the registry in use answers no audit: run \"npm audit\" in www/ where it does";
        skipped("known vulnerabilities of the npm packages", sentence);
        return Ok(());
    }
    print!("{report}");
    if output.status.success() {
        return Ok(());
    }
    Err("an npm package has a known vulnerability: see above".to_owned())
}

fn skipped(what: &str, sentence: &str) {
    println!("\nSkipped: {what} ({sentence})");
}
