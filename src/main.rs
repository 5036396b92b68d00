//! The command line: the only module that knows files.
//!
//! *Invariant:* every input is answered by a review on standard output or by one line on standard
//! error; a reader that goes away (a closed pipe) ends the program in silence.

use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Read, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use hegao::output::{json, text};
use hegao::review::Severity;
use hegao::{Lang, Profile, Review, profile, rules, source};

/// 核稿: checks the arithmetic, dates and structure of Chinese government reports.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// Language of messages and titles.
    #[arg(long, global = true, value_enum, default_value_t = Language::Zh)]
    lang: Language,
}

#[derive(Subcommand)]
enum Command {
    /// Checks each file.
    Check(Check),
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
struct Check {
    /// The drafts as plain text; `-` or nothing is standard input.
    files: Vec<String>,
    /// How the reviews are printed.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The kind of report; found from the title where it is not given.
    #[arg(long, value_name = "ID|FILE")]
    profile: Option<String>,
    /// The least severe findings that are printed.
    #[arg(long, value_enum, default_value_t = Level::Hint)]
    min_severity: Level,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For the reader, with the line and a caret.
    Text,
    /// One review object per input, each on one line.
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    Zh,
    En,
}

#[derive(Clone, Copy, ValueEnum)]
enum Level {
    Error,
    Warning,
    Hint,
}

/// What the program says of its work, from best to worst.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Clean = 0,
    Errors = 1,
    Failed = 2,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let lang = match cli.lang {
        Language::Zh => Lang::Zh,
        Language::En => Lang::En,
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let done = match &cli.command {
        Command::Check(options) => check(options, lang, &mut out),
        Command::Rules => list_rules(lang, &mut out),
        Command::Explain { rule } => explain(rule, &mut out),
        Command::Profiles => list_profiles(&mut out),
    };
    let outcome = match done.and_then(|outcome| out.flush().map(|()| outcome)) {
        Ok(outcome) => outcome,
        // The reader has what it wanted, as with `hegao rules | head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Outcome::Clean,
        Err(error) => complain("standard output", &reason(&error)),
    };
    ExitCode::from(outcome as u8)
}

fn check(options: &Check, lang: Lang, out: &mut impl Write) -> io::Result<Outcome> {
    let name = options.profile.as_deref();
    let chosen = match name.map(profile_named).transpose() {
        Ok(chosen) => chosen,
        Err(reason) => return Ok(complain(name.unwrap_or_default(), &reason)),
    };
    let standard_input = ["-".to_owned()];
    let names = if options.files.is_empty() { &standard_input[..] } else { &options.files[..] };
    let mut worst = Outcome::Clean;
    for name in names {
        let outcome = match read(name) {
            Err(reason) => complain(name, &reason),
            Ok(text) => {
                let profile = match &chosen {
                    Some(chosen) => chosen.profile(),
                    None => profile::for_text(&text),
                };
                let mut review = hegao::check(&text, profile, lang);
                review.file = Some(name.clone());
                review.findings.retain(|finding| finding.severity >= options.min_severity.into());
                print(&review, &text, options.format, lang, out)?;
                outcome_of(&review)
            }
        };
        worst = worst.max(outcome);
    }
    Ok(worst)
}

/// A built-in profile or one of the user's.
enum Chosen {
    BuiltIn(&'static Profile),
    Own(Box<Profile>),
}

impl Chosen {
    fn profile(&self) -> &Profile {
        match self {
            Self::BuiltIn(profile) => profile,
            Self::Own(profile) => profile,
        }
    }
}

/// The profile that `--profile` asks for: a built-in one by its id, else a file; or why there is none.
fn profile_named(name: &str) -> Result<Chosen, String> {
    if let Some(profile) = profile::built_in(name) {
        return Ok(Chosen::BuiltIn(profile));
    }
    if let Err(error) = std::fs::metadata(name)
        && error.kind() == ErrorKind::NotFound
    {
        let reason = "there is neither a built-in profile nor a file of this name; \
                      `hegao profiles` lists the built-in ones";
        return Err(reason.to_owned());
    }
    Ok(Chosen::Own(Box::new(Profile::parse(&read(name)?)?)))
}

fn print(review: &Review, text: &str, format: Format, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    match format {
        Format::Json => writeln!(out, "{}", json::line(review)),
        Format::Text => {
            let is_coloured = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            let style = if is_coloured { text::Style::Coloured } else { text::Style::Plain };
            out.write_all(text::render(review, text, lang, style).as_bytes())
        }
    }
}

fn outcome_of(review: &Review) -> Outcome {
    match review.findings.iter().any(|finding| finding.severity == Severity::Error) {
        true => Outcome::Errors,
        false => Outcome::Clean,
    }
}

/// The text of the file `name`, or why it cannot be read.
fn read(name: &str) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = match name {
        "-" => io::stdin().lock().read_to_end(&mut bytes),
        _ => File::open(name).and_then(|mut file| file.read_to_end(&mut bytes)),
    };
    read.map_err(|error| reason(&error))?;
    source::decode::decode(&bytes).map_err(str::to_owned)
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::IsADirectory => "it is a directory, not a file".to_owned(),
        ErrorKind::PermissionDenied => "permission to read it was denied".to_owned(),
        _ => error.to_string(),
    }
}

/// Says on standard error why `subject` cannot be served.
fn complain(subject: &str, reason: &str) -> Outcome {
    // Where standard error is gone too, the exit status still tells.
    let _ = writeln!(io::stderr(), "hegao: {subject}: {reason}");
    Outcome::Failed
}

fn list_rules(lang: Lang, out: &mut impl Write) -> io::Result<Outcome> {
    for rule in rules::RULES {
        let (group, severity) = (rule.group.name(), rule.severity.name());
        writeln!(out, "{:<22} {group:<10} {severity:<8} {}", rule.id, rule.title.get(lang))?;
    }
    Ok(Outcome::Clean)
}

fn explain(id: &str, out: &mut impl Write) -> io::Result<Outcome> {
    let Some(rule) = rules::find(id) else {
        return Ok(complain(id, "there is no such rule; `hegao rules` lists them"));
    };
    writeln!(out, "{}", rule.page.trim_end())?;
    Ok(Outcome::Clean)
}

fn list_profiles(out: &mut impl Write) -> io::Result<Outcome> {
    for profile in profile::list() {
        writeln!(out, "{:<22} {}", profile.id, profile.title)?;
    }
    Ok(Outcome::Clean)
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
