//! Ctrl-C: the first asks for an end behind the answer that is being printed, the second ends at once.
//!
//! *Invariant:* after the first Ctrl-C no further answer is begun on standard output.

use std::sync::atomic::{AtomicBool, Ordering};

static HAPPENED: AtomicBool = AtomicBool::new(false);

/// Listens for Ctrl-C from now on.
pub fn listen() {
    // Without the listener Ctrl-C ends the program as usual, only less tidily.
    let _ = ctrlc::set_handler(|| {
        if HAPPENED.swap(true, Ordering::Relaxed) {
            std::process::exit(super::Outcome::Interrupted as i32);
        }
    });
}

/// Whether Ctrl-C was pressed.
pub fn happened() -> bool {
    HAPPENED.load(Ordering::Relaxed)
}
