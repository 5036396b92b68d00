//! A text → its review, with all that is promised of one.
#![no_main]

use hegao_fuzz::{mutation, targets, text};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|data: &[u8]| targets::review(&text(data)));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    if seed % 4 == 0 {
        return fuzzer_mutate(data, size, max_size);
    }
    let made = mutation::mutated(&text(&data[..size]), seed, max_size);
    data[..made.len()].copy_from_slice(made.as_bytes());
    made.len()
});
