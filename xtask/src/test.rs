//! `cargo xtask test`: every check and every test, in an order in which the cheap ones come first.
//!
//! *Invariant:* the first failure ends the run; the last lines are those of the last test runner.

use std::path::PathBuf;

use crate::browsers;
use crate::page;
use crate::process::{Outcome, cargo, npm, root, step};
use crate::supply;
use crate::tools::Toolbox;

/// Runs everything.
pub fn run() -> Outcome {
    cargo_step(&["fmt", "--all", "--check"], "the code is not formatted: run \"cargo fmt --all\"")?;
    cargo_step(
        &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
        "clippy has something to say: see above",
    )?;
    let toolbox = Toolbox::complete()?;
    cargo_step(
        &[
            "clippy",
            "--lib",
            "--target",
            "wasm32-unknown-unknown",
            "--no-default-features",
            "--",
            "-D",
            "warnings",
        ],
        "clippy has something to say about the build for the page: see above",
    )?;
    cargo_step(&["test", "--workspace"], "a test of the core failed: see above")?;
    supply::check_with_what_is_there()?;
    page::build(&toolbox, true)?;

    let program = command_line()?;
    let www = root().join("www");
    step(
        "npm run typecheck (www/)",
        toolbox.with(npm().args(["run", "typecheck"]).current_dir(&www)),
        "the page's TypeScript has a type error: see above",
    )?;
    let browsers = browsers::find()?;
    forget_screenshots()?;
    let mut page_tests = npm();
    page_tests.arg("test").current_dir(&www).env("HEGAO_BIN", &program);
    page_tests.env("HEGAO_CHROMIUM", &browsers.chromium).env("HEGAO_FIREFOX", &browsers.firefox);
    step(
        &format!(
            "npm test (www/: one review on the command line and in the page; the page in {} and {})",
            browsers.chromium.display(),
            browsers.firefox.display()
        ),
        toolbox.with(&mut page_tests),
        "a test of the page failed: see above, and what it looked like in dist/screenshots/",
    )
}

/// The tests leave pictures of the page; those of an earlier run would mislead.
fn forget_screenshots() -> Outcome {
    let folder = root().join("dist").join("screenshots");
    match std::fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{} cannot be removed: {error}", folder.display()))
        }
        _ => Ok(()),
    }
}

fn cargo_step(arguments: &[&str], meaning: &str) -> Outcome {
    step(&format!("cargo {}", arguments.join(" ")), cargo().args(arguments).current_dir(root()), meaning)
}

/// The command line that `cargo build` just made: it lies beside this program.
fn command_line() -> Outcome<PathBuf> {
    let own = std::env::current_exe().map_err(|error| format!("the build folder is unknown: {error}"))?;
    let program = own.with_file_name(format!("hegao{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        Ok(program)
    } else {
        Err(format!("{} is not there: run this as \"cargo xtask test\"", program.display()))
    }
}
