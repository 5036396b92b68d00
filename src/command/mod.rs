//! The commands: what was asked for is done, and the exit status tells how it went.
//!
//! *Invariant:* the exit status is that of [`Outcome`], and every error on the way becomes one.

mod arguments;
mod catalogue;
mod check;
mod input;
mod interrupt;
mod lines;
mod ordered;
mod profiles;
mod progress;
mod report;
mod walk;

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;
use hegao::Lang;

use arguments::{Cli, Command};

/// What the program says of its work, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// No finding is an error.
    Clean = 0,
    /// At least one is.
    Errors = 1,
    /// Something could not be served.
    Failed = 2,
    /// Stopped by Ctrl-C.
    Interrupted = 130,
}

/// Does what the arguments ask for.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let lang = cli.lang.into();
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout());
    let done = match &cli.command {
        Command::Check(options) => check::run(options, lang, &mut out),
        Command::Pipe(options) => lines::run(options, lang, &mut out),
        Command::Rules => catalogue::rules(lang, &mut out),
        Command::Explain { rule } => catalogue::explain(rule, lang, &mut out),
        Command::Profiles => catalogue::profiles(&mut out),
    };
    let outcome = match done.and_then(|outcome| out.flush().map(|()| outcome)) {
        Ok(outcome) => outcome,
        Err(_) if interrupt::happened() => Outcome::Interrupted,
        // The reader has what it wanted, as with `hegao rules | head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Outcome::Clean,
        Err(error) => complain(lang.pick("标准输出", "standard output"), &reason(&error, lang)),
    };
    // Work that nobody waits for any more goes on in other threads; leaving `main` ends it.
    ExitCode::from(outcome as u8)
}

/// Says on standard error why `subject` cannot be served.
fn complain(subject: &str, reason: &str) -> Outcome {
    // Where standard error is gone too, the exit status still tells.
    let _ = writeln!(io::stderr(), "hegao: {subject}: {reason}");
    Outcome::Failed
}

/// What went wrong with a file and what to do, in one sentence.
fn reason(error: &io::Error, lang: Lang) -> String {
    match error.kind() {
        ErrorKind::NotFound => {
            lang.pick("没有这个文件，请核对路径", "there is no such file; check the path").to_owned()
        }
        ErrorKind::PermissionDenied => lang
            .pick("没有读取权限，请先取得权限", "permission to read it was denied; ask for it first")
            .to_owned(),
        ErrorKind::StorageFull => {
            lang.pick("磁盘已满，请先腾出空间", "the disk is full; make room first").to_owned()
        }
        _ => lang.pick(format!("无法读写（{error}），请稍后重试"), format!("{error}; try again")),
    }
}
