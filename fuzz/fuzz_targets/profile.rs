//! Bytes → a profile, and where it is one, the reviews that it gives.
#![no_main]

use hegao_fuzz::{targets, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| targets::profile(&text(data)));
