//! One draft made from another by what a draft consists of: clauses, figures, marks, cue words.
//!
//! libFuzzer's own mutations work on bytes and tear most Chinese characters apart; these keep a text a text.

use std::sync::LazyLock;

/// Cue words, units and marks, one a line; `examples/seed.rs` makes libFuzzer's dictionary of them too.
const PIECES_TEXT: &str = include_str!("../pieces.txt");

/// What cannot be seen in a file.
const CONTROLS: [&str; 7] = ["\n", "\r\n", "\t", " ", "\u{3000}", "\u{200b}", "\u{feff}"];

/// Short texts with statements of every kind, right ones and wrong ones.
const STATEMENTS: [&str; 10] = [
    include_str!("../../tests/statements/count.txt"),
    include_str!("../../tests/statements/flow.txt"),
    include_str!("../../tests/statements/growth.txt"),
    include_str!("../../tests/statements/organs.txt"),
    include_str!("../../tests/statements/rate.txt"),
    include_str!("../../tests/statements/restated.txt"),
    include_str!("../../tests/statements/subset.txt"),
    include_str!("../../tests/statements/table.txt"),
    include_str!("../../tests/statements/total.txt"),
    include_str!("../../tests/statements/traps.txt"),
];

static PIECES: LazyLock<Vec<&str>> = LazyLock::new(|| PIECES_TEXT.lines().chain(CONTROLS).collect());

/// The clauses of the statements, with the mark that ends them.
static CLAUSES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let texts = STATEMENTS.iter().flat_map(|table| table.split("\n---\n"));
    texts
        .filter_map(|block| Some(block.split_once("text:\n")?.1))
        .flat_map(|text| text.split_inclusive(['，', '；', '。', '、', '\n', '（', '）']))
        .filter(|clause| !clause.trim().is_empty())
        .collect()
});

struct Random(u64);

impl Random {
    fn next(&mut self) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize
    }

    fn below(&mut self, end: usize) -> usize {
        self.next() % end.max(1)
    }
}

/// Another text made from `text`, at most `most` bytes long.
pub fn mutated(text: &str, seed: u32, most: usize) -> String {
    let mut random = Random(u64::from(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    random.next();
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=random.below(3) {
        once(&mut chars, &mut random);
    }
    let mut out = String::new();
    for ch in chars {
        if out.len() + ch.len_utf8() > most {
            break;
        }
        out.push(ch);
    }
    out
}

fn once(chars: &mut Vec<char>, random: &mut Random) {
    let at = random.below(chars.len() + 1);
    let end = (at + random.below(12)).min(chars.len());
    match random.below(9) {
        // A clause behind a mark, or anywhere.
        0 | 1 => {
            let behind = chars.iter().skip(at).position(|ch| "，。；、\n".contains(*ch));
            let at = behind.map_or(at, |behind| at + behind + 1);
            let clause = CLAUSES[random.below(CLAUSES.len())];
            chars.splice(at..at, clause.chars());
        }
        2 | 3 => {
            let piece = PIECES[random.below(PIECES.len())];
            chars.splice(at..at, piece.chars());
        }
        4 => {
            let piece = PIECES[random.below(PIECES.len())];
            chars.splice(at..end, piece.chars());
        }
        5 => drop(chars.drain(at..end)),
        // What stands here also stands there.
        6 => {
            let copied: Vec<char> = chars[at..end].to_vec();
            let to = random.below(chars.len() + 1);
            chars.splice(to..to, copied);
        }
        // Another digit.
        _ => {
            let digits: Vec<usize> = (0..chars.len()).filter(|&at| chars[at].is_ascii_digit()).collect();
            if !digits.is_empty() {
                let at = digits[random.below(digits.len())];
                chars[at] = char::from(b'0' + random.below(10) as u8);
            }
        }
    }
}
