//! From the arguments to the files: a folder stands for the drafts in it, in the order of their names.
//!
//! *Invariant:* folders are read as they are reached, so that an archive of any size needs the memory
//! of one path through it; links to folders are not followed, so that the walk ends.

use std::ffi::OsStr;
use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::vec;

/// One thing to answer.
#[derive(Debug)]
pub enum Input {
    /// Standard input.
    Standard,
    /// A file of this length, as far as it is known.
    File(PathBuf, u64),
    /// A folder that could not be read.
    Unreadable(PathBuf, io::Error),
    /// A folder in which there is nothing to check.
    Empty(PathBuf),
}

/// The files that the arguments stand for.
pub struct Walk {
    arguments: vec::IntoIter<PathBuf>,
    /// The folder that an argument names, and whether a draft was found in it.
    folder: Option<(PathBuf, bool)>,
    /// What is still to come of each folder on the way to where we are.
    open: Vec<vec::IntoIter<DirEntry>>,
}

impl Walk {
    /// The walk over `arguments`, of which `-` is standard input.
    pub fn new(arguments: Vec<PathBuf>) -> Self {
        Self { arguments: arguments.into_iter(), folder: None, open: Vec::new() }
    }

    fn enter(&mut self, path: PathBuf) -> Option<Input> {
        match entries(&path) {
            Ok(entries) => {
                self.open.push(entries.into_iter());
                None
            }
            Err(error) => {
                self.found();
                Some(Input::Unreadable(path, error))
            }
        }
    }

    fn found(&mut self) {
        if let Some((_, has_drafts)) = &mut self.folder {
            *has_drafts = true;
        }
    }

    fn entry(&mut self, entry: &DirEntry) -> Option<Input> {
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            return None;
        }
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            return self.enter(path);
        }
        if !is_draft(&path) {
            return None;
        }
        let metadata = fs::metadata(&path);
        if metadata.as_ref().is_ok_and(Metadata::is_dir) {
            return None;
        }
        self.found();
        Some(Input::File(path, metadata.map_or(0, |metadata| metadata.len())))
    }

    fn argument(&mut self, path: PathBuf) -> Option<Input> {
        if path.as_os_str() == "-" {
            return Some(Input::Standard);
        }
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => {
                self.folder = Some((path.clone(), false));
                self.enter(path)
            }
            Ok(metadata) => Some(Input::File(path, metadata.len())),
            // Opening it will tell why.
            Err(_) => Some(Input::File(path, 0)),
        }
    }
}

impl Iterator for Walk {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        loop {
            let input = match self.open.last_mut().map(Iterator::next) {
                Some(Some(entry)) => self.entry(&entry),
                Some(None) => {
                    self.open.pop();
                    None
                }
                None => match self.folder.take() {
                    Some((path, false)) => Some(Input::Empty(path)),
                    _ => {
                        let path = self.arguments.next()?;
                        self.argument(path)
                    }
                },
            };
            if input.is_some() {
                return input;
            }
        }
    }
}

/// What stands in a folder, by name.
fn entries(folder: &Path) -> io::Result<Vec<DirEntry>> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(DirEntry::file_name);
    Ok(entries)
}

/// Whether a file of a folder is taken for a draft.
fn is_draft(path: &Path) -> bool {
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    ["txt", "md"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}
