//! The text of an input, however large the file is.
//!
//! *Invariant:* no more of a file is read than can matter, so that a file of any size takes the same
//! memory; every failure is one sentence that says what to do.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use hegao::{Lang, limit, source};

use super::reason;

/// So many bytes of a file hold more text than is checked, in every encoding that we read.
const MOST_BYTES: usize = 2 * limit::MOST_BYTES + (1 << 20);

/// The longest profile, in bytes.
const MOST_PROFILE: usize = 1 << 20;

/// The text of the file at `path`, or of its beginning where it is very large.
pub fn file(path: &Path, lang: Lang) -> Result<String, String> {
    let file = File::open(path).map_err(|error| reason(&error, lang))?;
    draft(file, lang)
}

/// The text of standard input.
pub fn standard(lang: Lang) -> Result<String, String> {
    draft(io::stdin().lock(), lang)
}

/// The text of a profile.
pub fn profile(path: &Path, lang: Lang) -> Result<String, String> {
    let file = File::open(path).map_err(|error| reason(&error, lang))?;
    let bytes = bytes(file, MOST_PROFILE + 1, lang)?;
    if bytes.len() > MOST_PROFILE {
        let sentence =
            lang.pick("文件超过 1 MB，不是规则配置", "it is larger than 1 MB, which no profile is");
        return Err(sentence.to_owned());
    }
    decoded(&bytes, lang)
}

fn draft(reader: impl Read, lang: Lang) -> Result<String, String> {
    let mut bytes = bytes(reader, MOST_BYTES, lang)?;
    if bytes.len() < MOST_BYTES {
        return decoded(&bytes, lang);
    }
    // The cut may have gone through a character, which has at most four bytes. UTF-8 comes first: what
    // is left of it without its last character could well be taken for another encoding.
    if let Err(fault) = std::str::from_utf8(&bytes)
        && fault.error_len().is_none()
    {
        bytes.truncate(fault.valid_up_to());
    }
    for _ in 0..3 {
        if let Ok(text) = source::decode::decode(&bytes) {
            return Ok(text);
        }
        bytes.pop();
    }
    decoded(&bytes, lang)
}

fn bytes(reader: impl Read, most: usize, lang: Lang) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    reader.take(most as u64).read_to_end(&mut bytes).map_err(|error| reason(&error, lang))?;
    Ok(bytes)
}

fn decoded(bytes: &[u8], lang: Lang) -> Result<String, String> {
    source::decode::decode(bytes).map_err(|fault| fault.get(lang).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_beginning_of_what_never_ends() {
        for part in ["年a", "年度", "𠮷年a度"] {
            let endless = part.as_bytes().iter().copied().cycle();
            let text = draft(Endless(endless), Lang::Zh).unwrap();
            assert!(text.len() > limit::MOST_BYTES && text.len() <= MOST_BYTES);
            assert!(text.starts_with(part));
        }
    }

    struct Endless<I>(I);

    impl<I: Iterator<Item = u8>> Read for Endless<I> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            for byte in &mut *room {
                *byte = self.0.next().unwrap_or_default();
            }
            Ok(room.len())
        }
    }
}
