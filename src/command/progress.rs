//! The progress bar, for a person who waits for many files.
//!
//! *Invariant:* nothing is drawn where standard error is no terminal or there is only one file.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::walk::Walk;

/// A bar, or nothing.
pub struct Progress(Option<ProgressBar>);

impl Progress {
    /// A bar for the files that `arguments` stand for, where somebody looks at it.
    pub fn new(arguments: &[PathBuf]) -> Self {
        let is_waited_for =
            io::stderr().is_terminal() && !arguments.iter().any(|path| path.as_os_str() == "-");
        if !is_waited_for {
            return Self(None);
        }
        let files = Walk::new(arguments.to_vec()).count();
        if files < 2 {
            return Self(None);
        }
        let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("[{bar:30}] {human_pos}/{human_len} {eta} {wide_msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> "));
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(Some(bar))
    }

    /// Prints with `print`, the bar out of the way, and counts one more file.
    pub fn step<T>(&self, name: &str, print: impl FnOnce() -> T) -> T {
        let Some(bar) = &self.0 else { return print() };
        let printed = bar.suspend(print);
        bar.set_message(name.to_owned());
        bar.inc(1);
        printed
    }

    /// Removes the bar.
    pub fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
            let _ = io::stderr().flush();
        }
    }
}
