//! The promises of a review on many mutated drafts, blindly but at full speed:
//! `cargo run --release --example storm -- SECONDS FOLDER [START] [review|outputs|profile]`.
//!
//! libFuzzer finds new paths but runs an instrumented program; this runs the program as it is shipped, on what
//! libFuzzer kept in FOLDER. Prints how much was run, and the shortest text of each kind of failure.

use std::collections::BTreeMap;
use std::error::Error;
use std::panic::{catch_unwind, set_hook};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use hegao_fuzz::{mutation, targets, text};

/// The longest draft, in bytes.
const LONGEST: usize = 512;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let seconds: u64 = arguments.next().ok_or("for how many seconds?")?.parse()?;
    let folder = arguments.next().ok_or("which folder of texts?")?;
    let start: u32 = arguments.next().map_or(Ok(0), |start| start.parse())?;
    let name = arguments.next().unwrap_or_else(|| "review".to_owned());
    let target: fn(&str) = match name.as_str() {
        "outputs" => targets::outputs,
        "profile" => targets::profile,
        _ => targets::review,
    };
    let mut drafts = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        drafts.push(text(&std::fs::read(entry?.path())?).into_owned());
    }
    drafts.sort();

    let last: Arc<Mutex<String>> = Arc::default();
    let said = Arc::clone(&last);
    set_hook(Box::new(move |info| *said.lock().expect("one thread") = info.to_string()));
    let (begun, mut runs) = (Instant::now(), 0_u32);
    let mut failures: BTreeMap<String, (u32, String)> = BTreeMap::new();
    while begun.elapsed() < Duration::from_secs(seconds) {
        for _ in 0..1000 {
            let seed = start.wrapping_add(runs);
            let at = (seed as usize).wrapping_mul(7919) % drafts.len();
            let draft = mutation::mutated(&drafts[at], seed, LONGEST);
            if catch_unwind(|| target(&draft)).is_err() {
                let said = last.lock().expect("one thread").clone();
                let kind: String = said.chars().take(110).collect();
                let entry = failures.entry(kind).or_insert_with(|| (0, draft.clone()));
                entry.0 += 1;
                if draft.len() < entry.1.len() {
                    entry.1 = draft;
                }
            }
            runs += 1;
        }
    }
    println!("{name}: {runs} runs in {:?}, {} kinds of failure", begun.elapsed(), failures.len());
    for (kind, (times, draft)) in failures {
        println!("{times} × {kind}\n{draft:?}");
    }
    Ok(())
}
