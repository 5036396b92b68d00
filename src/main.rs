//! The command line: the only part of the program that knows files, terminals and signals.
//!
//! *Invariant:* every input is answered by a review on standard output or by one line on standard
//! error; a reader that goes away (a closed pipe) ends the program in silence.

mod command;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run()
}
