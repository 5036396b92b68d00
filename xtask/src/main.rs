//! The project's own commands, run as `cargo xtask <command>` (the alias stands in `.cargo/config.toml`).
//!
//! *Invariant:* a command either does what it says or ends with one sentence that tells what is
//! missing, why it is needed and what to do; nothing a child process prints is held back.

mod bench;
mod browsers;
mod page;
mod process;
mod supply;
mod test;
mod tools;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  page [--no-open]   build dist/hegao.html and open it in the default browser
                     (--no-open: only build it)
  site               build dist/site/ too: the same page for a web server
  pictures           build the page and make the pictures of README.zh-CN.md anew
  test               run every check and every test, the browsers' included
  supply             check licences, sources and known vulnerabilities of all that comes from outside
  bench              measure speed, size and memory, and write docs/benchmarks.md
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        ["page"] => page::build_and_open(),
        ["page", "--no-open"] => {
            tools::Toolbox::complete().and_then(|toolbox| page::build(&toolbox, false)).map(drop)
        }
        ["site"] => tools::Toolbox::complete().and_then(|toolbox| page::build(&toolbox, true)).map(drop),
        ["pictures"] => page::pictures(),
        ["test"] => test::run(),
        ["bench"] => bench::run(),
        ["supply"] => supply::check(),
        _ => {
            eprintln!("xtask: there is no command \"{}\"\n\n{USAGE}", words.join(" "));
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\nxtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}
