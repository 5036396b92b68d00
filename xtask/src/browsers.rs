//! The browsers and the Chinese font for the browser tests: found, else installed where that is ours
//! to do (Debian and its like, as root or with a `sudo` that asks nothing).
//!
//! *Invariant:* what [`find`] gives are paths of files that exist.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{Outcome, captured, step};

/// The browsers to test in.
pub struct Browsers {
    /// Chromium, Chrome or Edge.
    pub chromium: PathBuf,
    /// Firefox.
    pub firefox: PathBuf,
}

/// One browser: how to name it from outside, where it usually stands, what to install.
struct Kind {
    name: &'static str,
    variable: &'static str,
    package: &'static str,
    /// Names on PATH.
    linux: &'static [&'static str],
    /// Below `/Applications` or `~/Applications`.
    macos: &'static [&'static str],
    /// Below the program folders.
    windows: &'static [&'static str],
}

const CHROMIUM: Kind = Kind {
    name: "Chromium, Chrome or Edge",
    variable: "HEGAO_CHROMIUM",
    package: "chromium",
    linux: &[
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
        "microsoft-edge-stable",
        "microsoft-edge",
    ],
    macos: &[
        "Chromium.app/Contents/MacOS/Chromium",
        "Google Chrome.app/Contents/MacOS/Google Chrome",
        "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ],
    windows: &[
        r"Chromium\Application\chrome.exe",
        r"Google\Chrome\Application\chrome.exe",
        r"Microsoft\Edge\Application\msedge.exe",
    ],
};

const FIREFOX: Kind = Kind {
    name: "Firefox",
    variable: "HEGAO_FIREFOX",
    package: "firefox-esr",
    linux: &["firefox", "firefox-esr"],
    macos: &["Firefox.app/Contents/MacOS/firefox"],
    windows: &[r"Mozilla Firefox\firefox.exe"],
};

const FONT: &str = "a Chinese font";
const FONT_PACKAGES: [&str; 2] = ["fontconfig", "fonts-noto-cjk"];

/// Finds both browsers and a Chinese font, installing what is missing where it can.
pub fn find() -> Outcome<Browsers> {
    let (chromium, firefox, font) = (CHROMIUM.look()?, FIREFOX.look()?, has_chinese_font());
    let mut names = Vec::new();
    let mut packages = Vec::new();
    for (kind, found) in [(&CHROMIUM, &chromium), (&FIREFOX, &firefox)] {
        if found.is_none() {
            names.push(kind.name);
            packages.push(kind.package);
        }
    }
    if !font {
        names.push(FONT);
        packages.extend(FONT_PACKAGES);
    }
    if !names.is_empty() {
        install(&names.join(" and "), &packages)?;
    }
    let found = |kind: &Kind, path: Option<PathBuf>| {
        path.or(kind.look()?).ok_or_else(|| {
            format!("{} was installed but not found: name its program in {}", kind.name, kind.variable)
        })
    };
    if !font && !has_chinese_font() {
        return Err(format!("{FONT} was installed but \"fc-list :lang=zh\" lists none: run \"fc-cache -f\""));
    }
    Ok(Browsers { chromium: found(&CHROMIUM, chromium)?, firefox: found(&FIREFOX, firefox)? })
}

impl Kind {
    /// The browser's program, where it usually stands or where its variable says.
    fn look(&self) -> Outcome<Option<PathBuf>> {
        if let Some(named) = env::var_os(self.variable).filter(|value| !value.is_empty()) {
            let path = PathBuf::from(named);
            return if path.is_file() {
                Ok(Some(path))
            } else {
                Err(format!(
                    "{} says {}, where no file is: correct or unset it",
                    self.variable,
                    path.display()
                ))
            };
        }
        Ok(self.usual_places().into_iter().find(|path| path.is_file()))
    }

    fn usual_places(&self) -> Vec<PathBuf> {
        let folders =
            |names: &[&str]| names.iter().filter_map(|&name| env::var_os(name)).map(PathBuf::from).collect();
        let (folders, below): (Vec<PathBuf>, _) = if cfg!(windows) {
            (folders(&["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"]), self.windows)
        } else if cfg!(target_os = "macos") {
            let own: Vec<PathBuf> = folders(&["HOME"]);
            (
                own.into_iter()
                    .chain([PathBuf::from("/")])
                    .map(|folder| folder.join("Applications"))
                    .collect(),
                self.macos,
            )
        } else {
            (env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect(), self.linux)
        };
        below.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).collect()
    }
}

/// Whether Chinese text shows as characters, not as boxes; only Linux comes without.
fn has_chinese_font() -> bool {
    !cfg!(target_os = "linux")
        || captured(Command::new("fc-list").arg(":lang=zh")).is_some_and(|list| !list.trim().is_empty())
}

fn install(names: &str, packages: &[&str]) -> Outcome {
    let by_hand = format!("apt-get install -y --no-install-recommends {}", packages.join(" "));
    if !Path::new("/usr/bin/apt-get").is_file() {
        return Err(format!(
            "the browser tests need {names}, not found here: install it with your system's package manager, or name the programs in {} and {}",
            CHROMIUM.variable, FIREFOX.variable
        ));
    }
    let is_root = captured(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if !is_root && captured(Command::new("sudo").args(["-n", "true"])).is_none() {
        return Err(format!("the browser tests need {names}, not found here: run \"sudo {by_hand}\""));
    }
    let apt = |arguments: &[&str]| {
        let mut command = Command::new(if is_root { "env" } else { "sudo" });
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(arguments);
        command
    };
    let meaning = format!(
        "the browser tests need {names}, and installing failed: check the network and run \"{by_hand}\""
    );
    step("apt-get update", &mut apt(&["update"]), &meaning)?;
    let arguments = [&["install", "-y", "--no-install-recommends"], packages].concat();
    step(&by_hand, &mut apt(&arguments), &meaning)
}
