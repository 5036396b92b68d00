//! The arguments, as `--help` describes them.
//!
//! *Invariant:* nothing here does anything; what the words mean is up to the commands.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use hegao::Lang;
use hegao::review::Severity;

/// 核稿: checks the arithmetic, dates and structure of Chinese government reports.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    /// Language of messages, titles and the pages of rules.
    #[arg(long, global = true, value_enum, default_value_t = Language::Zh)]
    pub lang: Language,
}

#[derive(Subcommand)]
pub enum Command {
    /// Checks each file, and each .txt and .md file of a folder.
    Check(Check),
    /// A stage between other programs: one draft a line in, one review a line out.
    Pipe(Pipe),
    /// Lists every rule: id, group, severity, title.
    Rules,
    /// Prints the page of a rule.
    Explain {
        /// The rule's id, as `hegao rules` lists it.
        rule: String,
    },
    /// Lists the built-in report profiles.
    Profiles,
}

#[derive(clap::Args)]
pub struct Check {
    /// The drafts as plain text, or folders of them; `-` or nothing is standard input.
    pub files: Vec<PathBuf>,
    /// How the reviews are printed.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    #[command(flatten)]
    pub choice: Choice,
}

#[derive(clap::Args)]
pub struct Pipe {
    /// What a line of standard input is.
    #[arg(long, value_enum, default_value_t = LineKind::Document)]
    pub lines: LineKind,
    #[command(flatten)]
    pub choice: Choice,
}

/// What a draft is held to.
#[derive(clap::Args)]
pub struct Choice {
    /// The kind of report; found from the title where it is not given.
    #[arg(long, value_name = "ID|FILE")]
    pub profile: Option<String>,
    /// The least severe findings that are printed.
    #[arg(long, value_enum, default_value_t = Level::Hint)]
    pub min_severity: Level,
}

/// How reviews are printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For the reader, with the line and a caret.
    Text,
    /// One review object per input, each on one line.
    #[value(alias = "ndjson")]
    Json,
    /// One SARIF 2.1.0 log.
    Sarif,
    /// One page with a review sheet per input, to be read or printed.
    Html,
}

/// What a line of standard input is.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LineKind {
    /// The draft itself: a JSON string, or an object {"file": name, "text": draft}.
    Document,
    /// The path of a file.
    Path,
}

/// The language of messages.
#[derive(Clone, Copy, ValueEnum)]
pub enum Language {
    Zh,
    En,
}

/// The least severity that is printed.
#[derive(Clone, Copy, ValueEnum)]
pub enum Level {
    Error,
    Warning,
    Hint,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh => Self::Zh,
            Language::En => Self::En,
        }
    }
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => Self::Error,
            Level::Warning => Self::Warning,
            Level::Hint => Self::Hint,
        }
    }
}
