//! Child processes: started in the project's folder, their output passed through, their failure told
//! in one sentence.
//!
//! *Invariant:* only [`captured`] keeps complaints to itself, and it is for questions such as a version.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a command ends with: its value, or one sentence for the person who ran it.
pub type Outcome<T = ()> = Result<T, String>;

/// The project's folder.
pub fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map(PathBuf::from).unwrap_or(own)
}

/// `cargo`, the one that runs us where it tells.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// `npm`, which on Windows is a script with another name.
pub fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Runs one step: says its `title`, passes its output through, fails with `meaning`.
pub fn step(title: &str, command: &mut Command, meaning: &str) -> Outcome {
    println!("\n== {title}");
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{meaning} ({program}: {status})")),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(format!("the step \"{title}\" needs {program}, which was not found: {}", advice(&program)))
        }
        Err(error) => Err(format!("{program} did not start in the step \"{title}\": {error}")),
    }
}

/// The standard output of a command that answers a question; nothing if it fails or is missing.
pub fn captured(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The standard output of a command that works for a while; its complaints are passed through.
pub fn printed(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What a person does to get a program that we do not install ourselves.
fn advice(program: &str) -> &'static str {
    match program {
        "node" | "npm" | "npm.cmd" => {
            "install Node.js 20 or newer with npm from https://nodejs.org and run the command again"
        }
        "rustup" => "install it from https://rustup.rs and run the command again",
        _ => "install it, put it on PATH and run the command again",
    }
}
