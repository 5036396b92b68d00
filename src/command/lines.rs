//! `hegao pipe`: a stage between other programs, such as Spark's `pipe` or GNU parallel.
//!
//! *Invariant:* every line that comes in is answered by exactly one line, in the same order: a review,
//! or what was wrong with that line. Bad lines are answers, not failures: a stage that ended with
//! another status than 0 would be started over by its master.

use std::io::{self, BufRead, Read, Write};
use std::path::Path;

use hegao::output::json;
use hegao::{Lang, limit};
use serde::{Deserialize, Serialize};

use super::arguments::{LineKind, Pipe};
use super::profiles::Standard;
use super::{Outcome, complain, input, interrupt, ordered, reason};

/// The longest line: a draft of the greatest length with every character escaped.
const MOST_LINE: usize = 2 * limit::MOST_BYTES + (1 << 20);

/// What a line holds.
#[derive(Deserialize)]
#[serde(untagged)]
enum Document {
    Text(String),
    Named {
        #[serde(default)]
        file: Option<String>,
        text: String,
    },
}

/// The answer to a line that is no draft.
#[derive(Serialize)]
struct Failure<'a> {
    schema: &'static str,
    file: &'a str,
    line: u64,
    error: &'a str,
}

/// One line of standard input: its number from 1 and its bytes, or why it is none.
type Line = (u64, Result<Vec<u8>, String>);

/// Answers every line of standard input.
pub fn run(options: &Pipe, lang: Lang, out: &mut impl Write) -> io::Result<Outcome> {
    let standard = match Standard::new(&options.choice, lang) {
        Ok(standard) => standard,
        Err((name, reason)) => return Ok(complain(&name, &reason)),
    };
    interrupt::listen();
    let kind = options.lines;
    let lines = Lines { number: 0, is_over: false, lang };
    let mut answers = ordered::start(lines, weight, move |line| answer(line, kind, &standard, lang));
    while let Some(answer) = answers.next(interrupt::happened) {
        writeln!(out, "{answer}")?;
        // The master may wait for this answer before it sends the next line.
        out.flush()?;
    }
    Ok(if interrupt::happened() { Outcome::Interrupted } else { Outcome::Clean })
}

fn weight((_, line): &Line) -> u64 {
    line.as_ref().map_or(0, |line| line.len() as u64)
}

fn answer((number, line): Line, kind: LineKind, standard: &Standard, lang: Lang) -> String {
    let line = line.and_then(|bytes| {
        let sentence = lang.pick("这一行不是 UTF-8 文本", "the line is not UTF-8 text");
        String::from_utf8(bytes).map_err(|_| sentence.to_owned())
    });
    let (name, text) = match (line, kind) {
        (Err(reason), _) => (String::new(), Err(reason)),
        (Ok(line), LineKind::Path) => {
            let text = input::file(Path::new(&line), lang);
            (line, text)
        }
        (Ok(line), LineKind::Document) => match serde_json::from_str(&line) {
            Ok(Document::Text(text)) => (number.to_string(), Ok(text)),
            Ok(Document::Named { file, text }) => (file.unwrap_or_else(|| number.to_string()), Ok(text)),
            Err(_) => {
                let sentence = lang.pick(
                    "这一行不是 JSON 字符串，也不是 {\"file\": …, \"text\": …}",
                    "the line is neither a JSON string nor {\"file\": …, \"text\": …}",
                );
                (String::new(), Err(sentence.to_owned()))
            }
        },
    };
    match text {
        Ok(text) => json::line(&standard.review(&name, &text)),
        Err(reason) => {
            let failure = Failure { schema: "hegao.failure/1", file: &name, line: number, error: &reason };
            // Plain data with string keys cannot fail to serialise.
            serde_json::to_string(&failure).unwrap_or_default()
        }
    }
}

/// The lines of standard input.
struct Lines {
    number: u64,
    is_over: bool,
    lang: Lang,
}

impl Iterator for Lines {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        if self.is_over {
            return None;
        }
        self.number += 1;
        match line(&mut io::stdin().lock()) {
            Ok(None) => None,
            Ok(Some(line)) if line.len() > MOST_LINE => {
                let megabytes = MOST_LINE >> 20;
                let sentence = self.lang.pick(
                    format!("这一行超过 {megabytes} MB，未检查"),
                    format!("the line is longer than {megabytes} MB and was not checked"),
                );
                Some((self.number, Err(sentence)))
            }
            Ok(Some(line)) => Some((self.number, Ok(line))),
            Err(error) => {
                self.is_over = true;
                Some((self.number, Err(reason(&error, self.lang))))
            }
        }
    }
}

/// The next line without its end, or as much of it as shows that it is too long; none at the end.
fn line(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let read = input.by_ref().take(MOST_LINE as u64 + 2).read_until(b'\n', &mut line)?;
    if read == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
        if line.last() == Some(&b'\r') {
            line.pop();
        }
    } else if line.len() > MOST_LINE {
        input.skip_until(b'\n')?;
    }
    Ok(Some(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_lines_and_passes_over_one_that_is_too_long() {
        let long = "年".repeat(MOST_LINE / 2);
        let text = format!("甲\r\n\n{long}\n乙");
        let mut input = text.as_bytes();
        let mut next = || line(&mut input).unwrap();
        assert_eq!(next().as_deref(), Some("甲".as_bytes()));
        assert_eq!(next().as_deref(), Some("".as_bytes()));
        assert!(next().unwrap().len() > MOST_LINE);
        assert_eq!(next().as_deref(), Some("乙".as_bytes()));
        assert_eq!(next(), None);
    }
}
