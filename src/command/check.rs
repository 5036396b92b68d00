//! `hegao check`: many files at once, their reviews in the order in which they were named.
//!
//! *Invariant:* the output is the same however many threads there are; a bad file costs one line on
//! standard error and nothing else.

use std::io::{self, Write};
use std::path::PathBuf;

use hegao::Lang;

use super::arguments::Check;
use super::profiles::Standard;
use super::progress::Progress;
use super::report::{Form, Piece, Report};
use super::walk::{Input, Walk};
use super::{Outcome, complain, input, interrupt, ordered, reason};

/// What became of one input: its review, or its name and why there is none.
type Answer = Result<Piece, (String, String)>;

/// Checks what `options` name.
pub fn run(options: &Check, lang: Lang, out: &mut impl Write) -> io::Result<Outcome> {
    let standard = match Standard::new(&options.choice, lang) {
        Ok(standard) => standard,
        Err((name, reason)) => return Ok(complain(&name, &reason)),
    };
    interrupt::listen();
    let arguments = if options.files.is_empty() { vec![PathBuf::from("-")] } else { options.files.clone() };
    let progress = Progress::new(&arguments);
    let form = Form::new(options.format, lang);
    let mut answers =
        ordered::start(Walk::new(arguments), weight, move |input| answer(input, &standard, form, lang));

    let mut report = Report::begin(form, out)?;
    let mut worst = Outcome::Clean;
    while let Some(answer) = answers.next(interrupt::happened) {
        let outcome = match answer {
            Ok(piece) => {
                progress.step(&piece.name, || report.add(&piece))?;
                if piece.has_errors() { Outcome::Errors } else { Outcome::Clean }
            }
            Err((name, reason)) => {
                report.fail(&name, &reason);
                progress.step(&name, || complain(&name, &reason))
            }
        };
        worst = worst.max(outcome);
    }
    progress.finish();
    if interrupt::happened() {
        worst = Outcome::Interrupted;
    }
    report.end(worst)?;
    Ok(worst)
}

/// How much memory an input will need about, in bytes of its text.
fn weight(input: &Input) -> u64 {
    match input {
        Input::File(_, length) => (*length).min(hegao::limit::MOST_BYTES as u64),
        _ => 0,
    }
}

fn answer(input: Input, standard: &Standard, form: Form, lang: Lang) -> Answer {
    let named = |path: PathBuf| path.to_string_lossy().into_owned();
    let (name, text) = match input {
        Input::Standard => ("-".to_owned(), input::standard(lang)),
        Input::File(path, _) => {
            let text = input::file(&path, lang);
            (named(path), text)
        }
        Input::Unreadable(path, error) => (named(path), Err(reason(&error, lang))),
        Input::Empty(path) => {
            let sentence = lang.pick(
                "文件夹里没有 .txt 或 .md 文件；请把报告另存为纯文本后再检查",
                "there is no .txt or .md file in this folder; save the reports as plain text first",
            );
            (named(path), Err(sentence.to_owned()))
        }
    };
    match text {
        Ok(text) => {
            let review = standard.review(&name, &text);
            Ok(form.piece(name, &review, &text))
        }
        Err(reason) => Err((name, reason)),
    }
}
