//! Finds the files of a workspace, without ever leaving it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirEntry, FileType};
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::layout::{self, Misfit};
use super::place::Position;
use super::problem::{Level, Problem};
use super::source::{leads_out, no_file, unreadable};
use super::write::again;
use crate::domain::change::Address;
use crate::domain::id::{CycleId, InvalidId, TeamId};
use crate::domain::quarter::QuarterKey;
use crate::words::store::reading as words;

/// The most files and folders that are looked at.
const MOST: usize = 1_000_000;

/// The most teams that are looked at although only some were asked for.
const FEW: usize = 32;

/// Which teams are looked at: what they are called, and which quarters they have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Names {
    /// All of them.
    All,
    /// These; the first of all where none of them is there, and the others too where there are few.
    Near(BTreeSet<TeamId>),
}

impl Names {
    /// Leaves of the folders of teams those that are looked at.
    fn keep(&self, teams: &mut Vec<Entry>) {
        let Self::Near(near) = self else { return };
        if teams.len() <= FEW {
            return;
        }
        teams.retain(|team| !team.kind.is_file());
        let is_near =
            |team: &Entry| near.iter().any(|id| team.path.strip_prefix("teams/") == Some(id.as_str()));
        if teams.iter().any(is_near) {
            teams.retain(is_near);
        } else {
            teams.truncate(1);
        }
    }
}

/// One file of the workspace.
#[derive(Clone)]
pub(super) struct RecordFile {
    pub(super) address: Address,
    /// Where it is, links resolved.
    pub(super) at: PathBuf,
}

/// What a walk finds.
#[derive(Default)]
pub(super) struct Walk {
    pub(super) files: Vec<RecordFile>,
    pub(super) problems: Vec<Problem>,
    /// The quarters that were not looked into.
    pub(super) passed: BTreeSet<QuarterKey>,
    seen: usize,
}

/// There are more files than anyone can have written.
pub(super) struct TooMany;

/// Looks through a workspace, given by its resolved folder, as far as its quarters.
///
/// The root may hold anything else besides; what stands between our own files is named, hidden files excepted.
pub(super) fn walk(root: &Path, names: &Names) -> Result<Walk, TooMany> {
    let mut walk = Walk::default();
    let (mut folders, mut passed, mut known) = (Vec::new(), Vec::new(), Known::default());
    for name in layout::PLACES {
        let at = root.join(name);
        if let Ok(found) = again(|| fs::symlink_metadata(&at)) {
            let entry = Entry { path: name.to_owned(), at, kind: found.file_type() };
            folders.extend(walk.entry(root, entry));
        }
    }
    while let Some(folder) = folders.pop() {
        let mut entries = walk.entries(&folder)?;
        if folder.path == "teams" {
            names.keep(&mut entries);
        }
        for entry in entries {
            let Some(entry) = walk.entry(root, entry) else { continue };
            match entry.parts()[..] {
                ["teams", team, cycle] => passed.extend(known.key(team, cycle)),
                _ => folders.push(entry),
            }
        }
    }
    walk.passed = passed.into_iter().collect();
    Ok(walk)
}

/// Looks through all of a workspace.
pub(super) fn walk_all(root: &Path) -> Result<Walk, TooMany> {
    let mut all = walk(root, &Names::All)?;
    for QuarterKey { team, cycle } in std::mem::take(&mut all.passed) {
        all.within(root, format!("teams/{team}/{cycle}"))?;
    }
    Ok(all)
}

/// How much of a quarter is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// All of it.
    All,
    /// What it set out to do; nothing of what came of it.
    Sets,
    /// What it set out to do and what came of each key result; nothing of what was said meanwhile.
    Results,
    /// What holds for it as a whole.
    Frames,
}

/// Looks through one quarter.
pub(super) fn walk_quarter(root: &Path, QuarterKey { team, cycle }: &QuarterKey) -> Result<Walk, TooMany> {
    let mut walk = Walk::default();
    walk.within(root, format!("teams/{team}/{cycle}"))?;
    Ok(walk)
}

/// Looks through the objectives of a quarter and their key results, and nothing else of it.
pub(super) fn walk_objectives(root: &Path, key: &QuarterKey) -> Result<Walk, TooMany> {
    let mut walk = Walk::default();
    walk.within(root, format!("teams/{}/{}/objectives", key.team, key.cycle))?;
    Ok(walk)
}

/// Looks through the key results of a quarter and what came of each.
pub(super) fn walk_results(root: &Path, key: &QuarterKey) -> Result<Walk, TooMany> {
    let mut walk = walk_objectives(root, key)?;
    walk.within(root, format!("teams/{}/{}/scores", key.team, key.cycle))?;
    Ok(walk)
}

/// Looks at what holds for a quarter as a whole. One that has no such file is looked through, so that it is missed.
fn walk_frame(root: &Path, key: &QuarterKey) -> Result<Walk, TooMany> {
    let mut walk = Walk::default();
    walk.frame(root, key);
    if walk.files.is_empty() { walk_quarter(root, key) } else { Ok(walk) }
}

impl Parts {
    /// Looks through these parts of a quarter.
    pub(super) fn walk(self, root: &Path, key: &QuarterKey) -> Result<Walk, TooMany> {
        let mut walk = match self {
            Self::All => return walk_quarter(root, key),
            Self::Frames => return walk_frame(root, key),
            Self::Results => walk_results(root, key)?,
            Self::Sets => walk_objectives(root, key)?,
        };
        walk.frame(root, key);
        Ok(walk)
    }
}

/// The ids that were read so far: each team has its quarters in the same cycles, and an id that is there is not read again.
#[derive(Default)]
struct Known {
    teams: BTreeMap<String, TeamId>,
    cycles: BTreeMap<String, CycleId>,
}

impl Known {
    /// The quarter of a folder of a team.
    fn key(&mut self, team: &str, cycle: &str) -> Option<QuarterKey> {
        Some(QuarterKey { team: known(&mut self.teams, team)?, cycle: known(&mut self.cycles, cycle)? })
    }
}

fn known<T: FromStr + Clone>(known: &mut BTreeMap<String, T>, text: &str) -> Option<T> {
    if let Some(id) = known.get(text) {
        return Some(id.clone());
    }
    let id: T = text.parse().ok()?;
    known.insert(text.to_owned(), id.clone());
    Some(id)
}

/// A file, folder or link, by its path from the root with `/` between the parts.
struct Entry {
    path: String,
    at: PathBuf,
    kind: FileType,
}

impl Entry {
    fn parts(&self) -> Vec<&str> {
        self.path.split('/').collect()
    }
}

impl Walk {
    /// Looks through a folder of the workspace that lies within it, links resolved.
    fn within(&mut self, root: &Path, path: String) -> Result<(), TooMany> {
        let found =
            again(|| dunce::canonicalize(root.join(&path)).and_then(|at| Ok((fs::metadata(&at)?, at))));
        // One that has gone meanwhile is not missed; a link that leads out was named by whoever looked at its team.
        match found {
            Ok((found, at)) if at.starts_with(root) => {
                self.all_within(root, Entry { path, at, kind: found.file_type() })
            }
            Ok(_) | Err(_) => Ok(()),
        }
    }

    /// Looks at what holds for a quarter as a whole.
    fn frame(&mut self, root: &Path, QuarterKey { team, cycle }: &QuarterKey) {
        let path = format!("teams/{team}/{cycle}/cycle.toml");
        let at = root.join(&path);
        // One that has gone meanwhile, or is none of ours, is not missed; what is missing is named where all is read.
        if let Ok(found) = again(|| fs::symlink_metadata(&at)) {
            self.entry(root, Entry { path, at, kind: found.file_type() });
        }
    }

    /// Looks through a folder to its end.
    fn all_within(&mut self, root: &Path, folder: Entry) -> Result<(), TooMany> {
        let mut folders = vec![folder];
        while let Some(folder) = folders.pop() {
            for entry in self.entries(&folder)? {
                folders.extend(self.entry(root, entry));
            }
        }
        Ok(())
    }

    /// Lists a folder in the order of names.
    fn entries(&mut self, folder: &Entry) -> Result<Vec<Entry>, TooMany> {
        let mut entries = Vec::new();
        let listing = match again(|| fs::read_dir(&folder.at)) {
            Ok(listing) => listing,
            Err(error) => {
                self.problems.push(unreadable(Path::new(&folder.path), error));
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
                Err(error) => self.problems.push(unreadable(Path::new(&folder.path), error)),
            }
        }
        entries.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(entries)
    }

    /// Notes a file or what is wrong with it; gives a folder back that is to be looked into.
    fn entry(&mut self, root: &Path, mut entry: Entry) -> Option<Entry> {
        if entry.kind.is_symlink() {
            match again(|| dunce::canonicalize(&entry.at)) {
                Ok(target) if target.starts_with(root) => entry.at = target,
                _ => {
                    self.problems.push(leads_out(Path::new(&entry.path)));
                    return None;
                }
            }
            match again(|| fs::metadata(&entry.at)) {
                Ok(found) => entry.kind = found.file_type(),
                Err(error) => {
                    self.problems.push(unreadable(Path::new(&entry.path), error));
                    return None;
                }
            }
        }
        let parts = entry.parts();
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
            Ok(address) if entry.kind.is_file() => self.files.push(RecordFile { address, at: entry.at }),
            Ok(_) => self.problems.push(no_file(Path::new(&entry.path))),
            Err(misfit) => self.name_misfit(&entry, misfit),
        }
        None
    }

    fn name_misfit(&mut self, entry: &Entry, misfit: Misfit) {
        self.problems.push(match misfit {
            Misfit::Foreign => {
                let message = words::NOTHING_OF_A_WORKSPACE_STANDS_HERE.to_owned();
                let hint = words::MOVE_IT_ELSEWHERE.to_owned();
                Problem::new("foreign-file", &entry.path, Position::START, message, hint)
                    .at_level(Level::Note)
            }
            Misfit::Id(invalid) => no_id(&entry.path, &invalid),
        });
    }
}

fn no_id(path: &str, invalid: &InvalidId) -> Problem {
    Problem::new("id", path, Position::START, format!("{invalid}."), words::RENAME_IT.to_owned())
}

/// What is wrong with a path at which a record would stand if its name were an id; a hidden file is none.
pub fn misnamed(path: &str) -> Option<Problem> {
    let parts: Vec<&str> = path.split('/').collect();
    match layout::address(&parts) {
        Err(Misfit::Id(invalid)) if !parts.iter().any(|part| part.starts_with('.')) => {
            Some(no_id(path, &invalid))
        }
        _ => None,
    }
}

/// An entry of a folder; none if it is hidden.
fn child(folder: &Entry, found: &DirEntry) -> io::Result<Option<Entry>> {
    let name = found.file_name();
    if name.as_encoded_bytes().starts_with(b".") {
        return Ok(None);
    }
    let path = format!("{}/{}", folder.path, name.to_string_lossy());
    Ok(Some(Entry { path, at: found.path(), kind: found.file_type()? }))
}
