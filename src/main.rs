//! The command line: the only module that knows files.

use std::io::Read;

fn main() {
    let name = std::env::args().last().unwrap_or_default();
    let mut bytes = Vec::new();
    let read = std::fs::File::open(&name).and_then(|mut file| file.read_to_end(&mut bytes));
    let text = read
        .map_err(|error| error.to_string())
        .and_then(|_| hegao::source::decode::decode(&bytes).map_err(str::to_owned));
    match text {
        Ok(text) => println!(
            "{}",
            hegao::output::json::line(&hegao::check(&text, hegao::profile::for_text(&text), hegao::Lang::Zh))
        ),
        Err(error) => {
            eprintln!("hegao: {name}: {error}");
            std::process::exit(2);
        }
    }
}
