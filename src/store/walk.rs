//! Finds the files of a workspace, without ever leaving it.

use std::fs::{self, DirEntry, FileType};
use std::io;
use std::path::{Path, PathBuf};

use super::layout::{self, Misfit};
use super::place::Position;
use super::problem::{Level, Problem};
use super::source::{leads_out, no_file, unreadable};
use super::write::again;
use crate::domain::change::Address;

/// The most files and folders that are looked at.
const MOST: usize = 1_000_000;

/// One file of the workspace.
pub(super) struct Found {
    pub(super) address: Address,
    /// Where it is, links resolved.
    pub(super) at: PathBuf,
}

/// What a walk finds.
#[derive(Default)]
pub(super) struct Walk {
    pub(super) files: Vec<Found>,
    pub(super) problems: Vec<Problem>,
    seen: usize,
}

/// There are more files than anyone can have written.
pub(super) struct TooMany;

/// Looks through a workspace, given by its resolved folder.
///
/// The root may hold anything else besides; what stands between our own files is named, hidden files excepted.
pub(super) fn walk(root: &Path) -> Result<Walk, TooMany> {
    let mut walk = Walk::default();
    let mut folders = Vec::new();
    for name in layout::PLACES {
        let at = root.join(name);
        if let Ok(found) = again(|| fs::symlink_metadata(&at)) {
            let entry = Entry { parts: vec![name.to_owned()], at, kind: found.file_type() };
            folders.extend(walk.entry(root, entry));
        }
    }
    while let Some(folder) = folders.pop() {
        for entry in walk.entries(&folder)? {
            folders.extend(walk.entry(root, entry));
        }
    }
    Ok(walk)
}

/// A file, folder or link, by its path from the root, part by part.
struct Entry {
    parts: Vec<String>,
    at: PathBuf,
    kind: FileType,
}

impl Entry {
    fn path(&self) -> PathBuf {
        PathBuf::from(self.parts.join("/"))
    }
}

impl Walk {
    /// Lists a folder in the order of names.
    fn entries(&mut self, folder: &Entry) -> Result<Vec<Entry>, TooMany> {
        let mut entries = Vec::new();
        let listing = match again(|| fs::read_dir(&folder.at)) {
            Ok(listing) => listing,
            Err(error) => {
                self.problems.push(unreadable(&folder.path(), error));
                return Ok(entries);
            }
        };
        for found in listing {
            self.seen += 1;
            if self.seen > MOST {
                return Err(TooMany);
            }
            match found.and_then(|found| child(folder, &found)) {
                Ok(entry) => entries.extend(entry),
                Err(error) => self.problems.push(unreadable(&folder.path(), error)),
            }
        }
        entries.sort_by(|one, other| one.parts.cmp(&other.parts));
        Ok(entries)
    }

    /// Notes a file or what is wrong with it; gives a folder back that is to be looked into.
    fn entry(&mut self, root: &Path, mut entry: Entry) -> Option<Entry> {
        if entry.kind.is_symlink() {
            match again(|| entry.at.canonicalize()) {
                Ok(target) if target.starts_with(root) => entry.at = target,
                _ => {
                    self.problems.push(leads_out(&entry.path()));
                    return None;
                }
            }
            match again(|| fs::metadata(&entry.at)) {
                Ok(found) => entry.kind = found.file_type(),
                Err(error) => {
                    self.problems.push(unreadable(&entry.path(), error));
                    return None;
                }
            }
        }
        let parts: Vec<&str> = entry.parts.iter().map(String::as_str).collect();
        if entry.kind.is_dir() {
            return match layout::folder(&parts) {
                Ok(()) => Some(entry),
                Err(misfit) => {
                    self.name_misfit(&entry, misfit);
                    None
                }
            };
        }
        match layout::address(&parts) {
            Ok(address) if entry.kind.is_file() => self.files.push(Found { address, at: entry.at }),
            Ok(_) => self.problems.push(no_file(&entry.path())),
            Err(misfit) => self.name_misfit(&entry, misfit),
        }
        None
    }

    fn name_misfit(&mut self, entry: &Entry, misfit: Misfit) {
        let path = entry.path();
        self.problems.push(match misfit {
            Misfit::Foreign => {
                let message = "Nothing of a workspace stands here; it is left alone.".to_owned();
                let hint = "Move it elsewhere, or give its name a dot in front.".to_owned();
                Problem::new("foreign-file", path, Position::START, message, hint).at_level(Level::Note)
            }
            Misfit::Id(invalid) => {
                let hint = "Rename it; until then nothing in it is read.".to_owned();
                Problem::new("id", path, Position::START, format!("{invalid}."), hint)
            }
        });
    }
}

/// An entry of a folder; none if it is hidden.
fn child(folder: &Entry, found: &DirEntry) -> io::Result<Option<Entry>> {
    let name = found.file_name();
    if name.as_encoded_bytes().starts_with(b".") {
        return Ok(None);
    }
    let mut parts = folder.parts.clone();
    parts.push(name.to_string_lossy().into_owned());
    Ok(Some(Entry { parts, at: found.path(), kind: found.file_type()? }))
}
