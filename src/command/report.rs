//! The forms of output, piece by piece: what stands before, between and behind the reviews.
//!
//! *Invariant:* what was printed after any number of pieces and [`Report::end`] is whole: whole lines,
//! whole JSON, a whole page.

use std::io::{self, IsTerminal, Write};

use hegao::output::sarif::Remark;
use hegao::output::summary::{Summary, Tally};
use hegao::output::{html, json, sarif, text};
use hegao::{Lang, Review};

use super::Outcome;
use super::arguments::Format;

/// How a review becomes a piece; used from several threads.
#[derive(Clone, Copy)]
pub struct Form {
    format: Format,
    lang: Lang,
    style: text::Style,
}

/// One review, ready to be printed.
pub struct Piece {
    /// Its file.
    pub name: String,
    printed: String,
    tally: Tally,
    notice: Option<String>,
}

impl Piece {
    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.tally.errors > 0
    }
}

impl Form {
    /// The form for standard output as it is.
    pub fn new(format: Format, lang: Lang) -> Self {
        let is_coloured = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let style = if is_coloured { text::Style::Coloured } else { text::Style::Plain };
        Self { format, lang, style }
    }

    /// The review of `draft` in this form.
    pub fn piece(&self, name: String, review: &Review, draft: &str) -> Piece {
        let printed = match self.format {
            Format::Text => text::render(review, draft, self.lang, self.style),
            Format::Json => format!("{}\n", json::line(review)),
            Format::Sarif => sarif::results(review, draft, self.lang),
            Format::Html => html::sheet(review, draft, self.lang),
        };
        Piece { name, printed, tally: Tally::of(review), notice: review.notice.clone() }
    }
}

/// Reviews on their way to a reader.
pub struct Report<'a, W: Write> {
    form: Form,
    out: &'a mut W,
    summary: Summary,
    has_results: bool,
    remarks: Vec<Remark>,
}

impl<'a, W: Write> Report<'a, W> {
    /// Prints what stands before the first review.
    pub fn begin(form: Form, out: &'a mut W) -> io::Result<Self> {
        match form.format {
            Format::Text | Format::Json => {}
            Format::Sarif => out.write_all(sarif::begin(form.lang).as_bytes())?,
            Format::Html => out.write_all(html::begin(form.lang).as_bytes())?,
        }
        Ok(Self { form, out, summary: Summary::default(), has_results: false, remarks: Vec::new() })
    }

    /// Prints one review, through to the reader.
    pub fn add(&mut self, piece: &Piece) -> io::Result<()> {
        self.summary.add(&piece.name, piece.tally);
        if let Some(text) = &piece.notice {
            self.remark(&piece.name, text, false);
        }
        if self.form.format == Format::Sarif {
            if piece.printed.is_empty() {
                return Ok(());
            }
            if self.has_results {
                self.out.write_all(b",\n")?;
            }
            self.has_results = true;
        }
        self.out.write_all(piece.printed.as_bytes())?;
        self.out.flush()
    }

    /// Notes that an input could not be checked.
    pub fn fail(&mut self, name: &str, reason: &str) {
        self.summary.fail();
        self.remark(name, reason, true);
    }

    /// Prints what stands behind the last review; `outcome` is what the program will end with.
    pub fn end(self, outcome: Outcome) -> io::Result<()> {
        let Self { form, out, summary, remarks, .. } = self;
        let is_many = summary.inputs() > 1;
        match form.format {
            Format::Text if is_many => {
                out.write_all(b"\n")?;
                out.write_all(summary.table(form.lang).as_bytes())?;
            }
            Format::Text => {}
            Format::Json => {}
            Format::Sarif => out.write_all(sarif::end(&remarks, outcome as u8).as_bytes())?,
            Format::Html => {
                let failures = remarks.into_iter().filter(|remark| remark.is_failure);
                let failures: Vec<_> = failures.map(|remark| (remark.file, remark.text)).collect();
                out.write_all(html::end(&summary, &failures, form.lang).as_bytes())?;
            }
        }
        out.flush()?;
        if matches!(form.format, Format::Json | Format::Sarif) && is_many && io::stderr().is_terminal() {
            // Programs read standard output; the person at the terminal is told here.
            let _ = io::stderr().write_all(summary.table(form.lang).as_bytes());
        }
        Ok(())
    }

    /// Keeps what only these forms say at the end.
    fn remark(&mut self, name: &str, text: &str, is_failure: bool) {
        if matches!(self.form.format, Format::Sarif | Format::Html) {
            self.remarks.push(Remark { file: name.to_owned(), text: text.to_owned(), is_failure });
        }
    }
}
