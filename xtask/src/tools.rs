//! The tools behind the page: the wasm target, wasm-pack, wasm-bindgen, Node.js and its packages.
//!
//! Each is taken from PATH where its version is exactly right, else from a versioned folder in the
//! user's cache, else installed into that folder.
//!
//! *Invariant:* a [`Toolbox`] that exists is complete; its commands find every tool.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{Outcome, captured, cargo, npm, root, step};

const TARGET: &str = "wasm32-unknown-unknown";
const WASM_PACK: &str = "0.15.1";
const OLDEST_NODE: u32 = 20;
const CARGO_DENY: &str = "0.20.2";

/// What checks the crates' licences and sources.
const DENY: Tool<'static> = Tool {
    program: "cargo-deny",
    package: "cargo-deny",
    version: CARGO_DENY,
    locked: true,
    serves: "checks the crates' licences",
};

/// Whether cargo-deny is there already; building it takes minutes.
pub fn has_cargo_deny() -> bool {
    DENY.is_there()
}

/// cargo-deny, installed where it is missing.
pub fn cargo_deny() -> Outcome<PathBuf> {
    let folder = DENY.folder()?;
    Ok(folder.map_or_else(|| PathBuf::from(DENY.program), |folder| DENY.program_in(&folder)))
}

/// The tools that the page and its tests need, all there.
pub struct Toolbox {
    path: OsString,
}

impl Toolbox {
    /// Finds every tool and installs what is missing.
    pub fn complete() -> Outcome<Self> {
        check_node()?;
        add_target()?;
        let lock = root().join("Cargo.lock");
        let lock = fs::read_to_string(&lock)
            .map_err(|error| format!("{} cannot be read: {error}", lock.display()))?;
        let bindgen = locked_version(&lock, "wasm-bindgen")
            .ok_or("Cargo.lock names no wasm-bindgen, so the version of its tool is unknown")?;
        let folders = [
            Tool {
                program: "wasm-pack",
                package: "wasm-pack",
                version: WASM_PACK,
                locked: true,
                serves: "builds the page",
            }
            .folder()?,
            // The lock file of wasm-bindgen-cli is older than the crate it is released with.
            Tool {
                program: "wasm-bindgen",
                package: "wasm-bindgen-cli",
                version: bindgen,
                locked: false,
                serves: "builds the page",
            }
            .folder()?,
        ];
        let path = joined_path(folders.into_iter().flatten())?;
        let toolbox = Self { path };
        toolbox.install_packages()?;
        Ok(toolbox)
    }

    /// `command`, with every tool on its PATH.
    pub fn with<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("PATH", &self.path)
    }

    /// The npm packages of `www/`, exactly those of its lock file.
    fn install_packages(&self) -> Outcome {
        let www = root().join("www");
        let lock = www.join("package-lock.json");
        let wanted = fs::read(&lock).map_err(|error| {
            format!("{} cannot be read ({error}), so the page's packages are unknown", lock.display())
        })?;
        // npm leaves node_modules half-filled when it is interrupted; the stamp is written last.
        let stamp = www.join("node_modules").join(".installed-from");
        if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
            return Ok(());
        }
        step(
            "npm ci (packages of www/)",
            self.with(npm().args(["ci", "--no-audit", "--no-fund"]).current_dir(&www)),
            "the page's packages could not be installed: check the network and run \"npm ci\" in www/",
        )?;
        // A lock file without packages makes no folder.
        fs::create_dir_all(www.join("node_modules"))
            .and_then(|()| fs::write(&stamp, wanted))
            .map_err(|error| format!("{} cannot be written: {error}", stamp.display()))
    }
}

/// A tool from crates.io that must have exactly one version.
struct Tool<'a> {
    program: &'a str,
    package: &'a str,
    version: &'a str,
    locked: bool,
    /// What it is needed for.
    serves: &'a str,
}

impl Tool<'_> {
    /// Where it is or will be installed.
    fn home(&self) -> Outcome<PathBuf> {
        Ok(cache_folder()?.join("hegao").join("tools").join(format!("{}-{}", self.program, self.version)))
    }

    fn program_in(&self, folder: &Path) -> PathBuf {
        folder.join(format!("{}{}", self.program, env::consts::EXE_SUFFIX))
    }

    /// Whether the right version is there, on PATH or where it is installed.
    fn is_there(&self) -> bool {
        let installed =
            || self.home().is_ok_and(|home| self.is_right(self.program_in(&home.join("bin")).as_os_str()));
        self.is_right(OsStr::new(self.program)) || installed()
    }

    /// The folder to put on PATH, none where PATH has the right version already.
    fn folder(&self) -> Outcome<Option<PathBuf>> {
        if self.is_right(OsStr::new(self.program)) {
            return Ok(None);
        }
        let home = self.home()?;
        let folder = home.join("bin");
        let program = self.program_in(&folder);
        if self.is_right(program.as_os_str()) {
            return Ok(Some(folder));
        }
        let mut install = cargo();
        install.args(["install", self.package, "--version", &format!("={}", self.version), "--force"]);
        install.arg("--root").arg(&home).args(self.locked.then_some("--locked"));
        // What these tools do takes a second or two either way; optimized they take three times as long to build.
        install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
        step(
            &format!("cargo install {} {} (into {})", self.package, self.version, home.display()),
            &mut install,
            &format!(
                "{0} {1} {2} and could not be installed: check the network, or put it on PATH by \"cargo install {0} --version ={1}\"",
                self.package, self.version, self.serves
            ),
        )?;
        if self.is_right(program.as_os_str()) {
            return Ok(Some(folder));
        }
        Err(format!("{} was installed but is not {} {}", program.display(), self.program, self.version))
    }

    fn is_right(&self, program: &OsStr) -> bool {
        captured(Command::new(program).arg("--version"))
            .is_some_and(|answer| answer.split_whitespace().nth(1) == Some(self.version))
    }
}

fn check_node() -> Outcome {
    let install = format!("install Node.js {OLDEST_NODE} or newer with npm from https://nodejs.org");
    let Some(answer) = captured(Command::new("node").arg("--version")) else {
        return Err(format!("node was not found, and it builds the page: {install}"));
    };
    let major = answer.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    if major.is_none_or(|major: u32| major < OLDEST_NODE) {
        return Err(format!("node is {}, which is too old to build the page: {install}", answer.trim()));
    }
    captured(npm().arg("--version"))
        .map(drop)
        .ok_or_else(|| format!("npm was not found, and it installs the page's packages: {install}"))
}

fn add_target() -> Outcome {
    let folder = captured(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if folder.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    step(
        &format!("rustup target add {TARGET}"),
        Command::new("rustup").args(["target", "add", TARGET]),
        &format!(
            "the page needs Rust's target {TARGET}: check the network and run \"rustup target add {TARGET}\""
        ),
    )
}

fn cache_folder() -> Outcome<PathBuf> {
    let variable = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = if cfg!(windows) {
        variable("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        variable("HOME").map(|home| home.join("Library").join("Caches"))
    } else {
        variable("XDG_CACHE_HOME").or_else(|| variable("HOME").map(|home| home.join(".cache")))
    };
    let name = if cfg!(windows) { "LOCALAPPDATA" } else { "HOME" };
    folder.ok_or_else(|| {
        format!("the build tools are kept in your cache folder, and {name} is not set: set it")
    })
}

fn joined_path(folders: impl Iterator<Item = PathBuf>) -> Outcome<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folders.chain(env::split_paths(&path)))
        .map_err(|error| format!("the tools' folders cannot be put on PATH: {error}"))
}

/// The version of `package` in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| line.trim() != name);
    lines.nth(1)?.trim().strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn reads_the_locked_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
