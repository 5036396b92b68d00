//! `cargo xtask page` and `cargo xtask site`: the core as wasm, the page as one file and as a folder for
//! a web server, and a browser to show it.
//!
//! *Invariant:* `dist/` is made from the sources as they are, never from an older `pkg/`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::browsers;
use crate::process::{Outcome, npm, root, step};
use crate::tools::Toolbox;

/// Builds the page and shows it.
pub fn build_and_open() -> Outcome {
    let page = build(&Toolbox::complete()?, false)?;
    if !open(&page) {
        println!("No browser could be started; open the file yourself: {}", page.display());
    }
    Ok(())
}

/// Builds `pkg/` and then `dist/hegao.html`, whose path it gives; with `site` also `dist/site/`.
pub fn build(toolbox: &Toolbox, site: bool) -> Outcome<PathBuf> {
    let root = root();
    let mut pack = Command::new("wasm-pack");
    pack.args(["build", "--mode", "no-install", "--target", "no-modules", "--profile", "wasm", "--no-pack"]);
    pack.args(["--", "--no-default-features"]).current_dir(&root);
    step("wasm-pack build (pkg/)", toolbox.with(&mut pack), "the core could not be built for the page")?;

    let mut assemble = Command::new("node");
    assemble.arg(Path::new("www").join("build.mjs")).args(site.then_some("--site")).current_dir(&root);
    step(
        if site { "node www/build.mjs --site (dist/)" } else { "node www/build.mjs (dist/hegao.html)" },
        toolbox.with(&mut assemble),
        "the page could not be put together",
    )?;

    let page = root.join("dist").join("hegao.html");
    if !page.is_file() {
        return Err(format!("www/build.mjs ended well but left no {}", page.display()));
    }
    println!("Built {}", page.display());
    Ok(page)
}

/// Builds the page and makes the pictures of the walk-through from it.
pub fn pictures() -> Outcome {
    let toolbox = Toolbox::complete()?;
    build(&toolbox, false)?;
    let browsers = browsers::find()?;
    let mut npm = npm();
    npm.args(["run", "pictures"]).current_dir(root().join("www")).env("HEGAO_CHROMIUM", &browsers.chromium);
    step(
        "npm run pictures (docs/pictures/)",
        toolbox.with(&mut npm),
        "the pictures could not be made: see above",
    )
}

/// Shows a file in the default browser; whether one took it.
fn open(page: &Path) -> bool {
    let mut command = if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else {
        Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" })
    };
    let quiet = command.arg(page).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = quiet.spawn() else { return false };
    // An opener that becomes the browser never ends, one that finds none ends at once.
    for _ in 0..20 {
        match child.try_wait() {
            Ok(None) => sleep(Duration::from_millis(100)),
            Ok(Some(status)) => return status.success(),
            Err(_) => return false,
        }
    }
    true
}
