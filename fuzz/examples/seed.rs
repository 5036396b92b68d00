//! Writes the seed corpora from the texts of the tests, and the dictionary: `cargo run --example seed`.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = root.join("..");
    let mut drafts = Vec::new();
    for table in files(&project.join("tests/statements"), "txt")? {
        let text = fs::read_to_string(table)?;
        drafts.extend(
            text.split("\n---\n").filter_map(|block| Some(block.split_once("text:\n")?.1.to_owned())),
        );
    }
    for folder in ["tests/reports", "tests/defects"] {
        for report in files(&project.join(folder), "txt")? {
            let text = fs::read_to_string(report)?;
            let lines: Vec<&str> = text.lines().collect();
            drafts.extend(lines.chunks(4).map(|lines| lines.join("\n")));
        }
    }
    for rule in hegao::rules::RULES {
        let samples = rule.page.zh.split("```报告\n").skip(1).filter_map(|part| part.split_once("```"));
        drafts.extend(samples.map(|(sample, _)| sample.to_owned()));
    }
    let mut profiles = Vec::new();
    for folder in ["profiles", "examples/profiles"] {
        for profile in files(&project.join(folder), "json")? {
            profiles.push(fs::read_to_string(profile)?);
        }
    }
    // The least that is a profile.
    profiles.push(
        r#"{"id":"a","title":{"zh":"甲","en":"a"},"titlePattern":"甲","sections":[{"id":"b","title":{"zh":"乙","en":"b"},"required":true,"headings":["乙"]}]}"#
            .to_owned(),
    );
    for (target, texts) in [("review", &drafts), ("outputs", &drafts), ("profile", &profiles)] {
        let folder = root.join("corpus").join(target);
        fs::create_dir_all(&folder)?;
        for (at, text) in texts.iter().enumerate() {
            fs::write(folder.join(format!("seed-{at:04}")), text)?;
        }
        println!("{target}: {} seeds", texts.len());
    }
    // libFuzzer takes nothing but ASCII.
    let pieces = include_str!("../pieces.txt").lines();
    let escaped = |piece: &str| piece.bytes().map(|byte| format!("\\x{byte:02x}")).collect::<String>();
    let dictionary: String = pieces.map(|piece| format!("# {piece}\n\"{}\"\n", escaped(piece))).collect();
    fs::write(root.join("hegao.dict"), dictionary)?;
    Ok(())
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
