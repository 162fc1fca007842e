//! Reads a workspace, as much of it as is wanted: what can be used, and all that is wrong.
//!
//! Two ways lead in. [`Store::outline`] reads what stands above the quarters: settings, cycles, teams. The quarters
//! themselves it only finds by their folders and leaves to [`Workspace::unopened`]. [`Store::open_quarters`] then reads
//! those that are asked for, and takes them off that list. Everything that reads is made of the two: the first screen
//! ([`Store::outline`] of one team, then one quarter), a team ([`Store::load_team`]), everything ([`Store::load`]). What
//! costs grows with what is asked for, not with what there is.
//!
//! A part is as good as the whole for whoever asks for the right one. A decision needs the quarters of its team and those
//! they refer to, which is what [`Store::load_team`] reads. What judges everything (`okr check`) needs everything.
//!
//! A broken file hides nothing but itself. Where others hang on it, a stand-in takes its place: a team is called by
//! its id, a cycle by its calendar quarter, an objective says that it cannot be read. Stand-ins are never written, as
//! a save looks at the file first.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};

use super::place::{Position, place_of};
use super::problem::{Level, Problem};
use super::shares::{Count, in_shares};
use super::walk::{Names, Parts, RecordFile, Walk, walk};
use super::write::again;
use super::{Store, check};
use super::{layout, record, source};
use crate::domain::change::{Address, Record};
use crate::domain::cycle::Cycle;
use crate::domain::display::visible;
use crate::domain::frame::Frame;
use crate::domain::objective::{Objective, RANK_UNREAD};
use crate::domain::quarter::QuarterKey;
use crate::domain::team::{FORMAT, Settings, Team};
use crate::domain::workspace::Workspace;
use crate::words::store::reading as words;

mod counted;

/// The title of an objective whose file cannot be read.
const CANNOT_BE_READ: &str = words::CANNOT_BE_READ;

/// The files of teams that are worth a thread.
const SHARE: usize = 128;

/// What a workspace holds, and all that is wrong with its files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// What was asked for, as far as it could be read.
    pub workspace: Workspace,
    /// What is wrong, by path, line and column.
    pub problems: Vec<Problem>,
    /// The records that cannot be read or are missing although others hang on them. Whoever refers to one of them is not
    /// to blame.
    pub unread: BTreeSet<Address>,
    /// The format of the files where it is newer than ours: the workspace can be looked at and not changed.
    pub newer_format: Option<i64>,
}

/// Why a workspace cannot be opened at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The folder holds no `okr.toml`.
    NoWorkspace(PathBuf),
    /// The folder holds over a million files.
    TooMany(PathBuf),
    /// The folder cannot be read, in the system's words.
    Unreadable(PathBuf, String),
}

impl fmt::Display for OpenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |path: &Path| visible(&path.to_string_lossy()).into_owned();
        match self {
            Self::NoWorkspace(path) => formatter.write_str(&words::is_no_workspace(shown(path))),
            Self::TooMany(path) => formatter.write_str(&words::holds_over_a_million_files(shown(path))),
            Self::Unreadable(path, reason) => {
                formatter.write_str(&words::cannot_be_read(shown(path), visible(reason)))
            }
        }
    }
}

impl Error for OpenError {}

impl Store {
    /// Finds a workspace and reads nothing of it yet.
    ///
    /// # Errors
    ///
    /// [`OpenError`] if there is no such folder.
    pub fn find(root: &Path) -> Result<Self, OpenError> {
        let resolved = again(|| dunce::canonicalize(root)).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => OpenError::NoWorkspace(root.to_owned()),
            _ => OpenError::Unreadable(root.to_owned(), error.to_string()),
        })?;
        Ok(Self::at(resolved))
    }

    /// Opens a workspace and reads all of it.
    ///
    /// # Errors
    ///
    /// [`OpenError`] if there is no workspace or it cannot be looked through; damaged files are no error but problems.
    pub fn open(root: &Path) -> Result<(Self, Loaded), OpenError> {
        let store = Self::find(root)?;
        let loaded = store.load()?;
        Ok((store, loaded))
    }

    /// Reads everything anew.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn load(&self) -> Result<Loaded, OpenError> {
        self.load_counting(&Count::default())
    }

    /// Reads what stands above the quarters. Teams whose names are not asked for are not there at all; the quarters of the
    /// others are known by name.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn outline(&self, names: &Names) -> Result<Loaded, OpenError> {
        let Walk { files, problems, passed, .. } =
            walk(&self.root, names).map_err(|_| OpenError::TooMany(self.root.clone()))?;
        // A link that leads out is a workspace with a problem, a missing file is none.
        let is_workspace = |problem: &Problem| problem.path == Path::new("okr.toml");
        if files.iter().all(|file| file.address != Address::Settings) && !problems.iter().any(is_workspace) {
            return Err(OpenError::NoWorkspace(self.root.clone()));
        }
        let (teams, above): (Vec<RecordFile>, Vec<RecordFile>) =
            files.into_iter().partition(|file| matches!(file.address, Address::Team(_)));
        let mut assembly = Assembly::of(above, problems);
        assembly.found.entry(Address::Settings).or_insert(None);
        let workspace = Workspace { unopened: passed, ..Workspace::default() };
        let mut loaded = Loaded { workspace, ..Loaded::default() };
        assembly.put_into(&mut loaded);
        let parts = in_shares(&teams, self.share(SHARE), |teams| {
            let mut part = loaded.beside();
            Assembly::of(teams.iter().cloned(), Vec::new()).put_into(&mut part);
            part
        });
        for part in parts {
            loaded.add(part);
        }
        Ok(loaded)
    }

    /// Reads quarters; those that are not there, or were read already, are left out.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn open_quarters(&self, loaded: &mut Loaded, keys: &BTreeSet<QuarterKey>) -> Result<(), OpenError> {
        let keys: Vec<QuarterKey> = keys.iter().cloned().collect();
        self.open_counting(loaded, &keys, (Parts::All, &Count::default()))
    }

    /// Reads quarters one by one, each record straight into its place, as little else is held as can be.
    pub(super) fn part(
        &self,
        known: &Loaded,
        keys: &[QuarterKey],
        parts: Parts,
    ) -> Result<Loaded, OpenError> {
        let mut part = known.beside();
        for key in keys {
            let found = parts.walk(&self.root, key).map_err(|_| OpenError::TooMany(self.root.clone()));
            let Walk { files, problems, .. } = found?;
            let mut assembly = Assembly::of(files, problems);
            assembly.name_missing(known);
            assembly.put_into(&mut part);
            // What one quarter gives back the next one takes.
            part.workspace.tighten(key);
        }
        if parts == Parts::All {
            part.problems.extend(check::lost(self, &part));
        }
        Ok(part)
    }
}

/// Reads a record, if it can be read, and what is wrong with its file.
fn read_one(address: &Address, at: &Path) -> (Option<Record>, Vec<Problem>) {
    let path = layout::path(address);
    match source::text_at(at, &path) {
        Err(problem) => (None, vec![problem]),
        Ok(text) => {
            let (record, mut problems) = record::read(address, &text, &path);
            problems.extend(record.as_ref().and_then(|record| unknown_format(record, &text, &path)));
            (record, problems)
        }
    }
}

/// Names a format that is not ours; a newer one is read as far as it goes.
fn unknown_format(record: &Record, text: &str, path: &Path) -> Option<Problem> {
    let Record::Settings(Settings { format, .. }) = record else { return None };
    let at = (*format != FORMAT).then(|| place_of(text, "format"))?;
    if *format > FORMAT {
        let message = words::the_files_are_of_format(format, FORMAT);
        let hint = words::LOOK_AROUND.to_owned();
        return Some(Problem::new("newer-format", path, at, message, hint).at_level(Level::Warn));
    }
    let message = words::there_is_no_format(format);
    let hint = words::write_format(FORMAT);
    Some(Problem::new("format", path, at, message, hint))
}

/// A part of a workspace that has been found and is to be read.
#[derive(Default)]
pub(super) struct Assembly {
    /// Where each record stands; `None` if others hang on it and it is not there.
    found: BTreeMap<Address, Option<PathBuf>>,
    problems: Vec<Problem>,
}

impl Assembly {
    fn of(files: impl IntoIterator<Item = RecordFile>, problems: Vec<Problem>) -> Self {
        let found = files.into_iter().map(|file| (file.address, Some(file.at)));
        Self { found: found.collect(), problems }
    }

    /// Names what is not there although others hang on it.
    pub(super) fn name_missing(&mut self, known: &Loaded) {
        let quarters: BTreeSet<_> = self.found.keys().filter_map(Address::quarter).collect();
        let mut wanted = BTreeSet::new();
        for key in quarters {
            wanted.insert(Address::Team(key.team.clone()));
            wanted.insert(Address::Cycle(key.cycle.clone()));
            wanted.insert(Address::Frame(key.clone()));
        }
        for address in self.found.keys() {
            if let Address::KeyResult(key, under, _) = address {
                wanted.insert(Address::Objective(key.clone(), under.clone()));
            }
        }
        self.name_missing_of(wanted, known);
    }

    /// Names which of these addresses are not there.
    pub(super) fn name_missing_of(&mut self, wanted: BTreeSet<Address>, known: &Loaded) {
        for address in wanted {
            if !self.found.contains_key(&address) && !known.has(&address) {
                let message = words::THIS_FILE_IS_MISSING.to_owned();
                let hint = words::RESTORE_IT_FROM_A_COPY.to_owned();
                let path = layout::path(&address);
                self.problems.push(Problem::new("missing-file", path, Position::START, message, hint));
                self.found.insert(address, None);
            }
        }
    }

    /// Reads one record after the other and puts each in its place.
    pub(super) fn put_into(self, loaded: &mut Loaded) {
        loaded.problems.extend(self.problems);
        // What others stand in comes before them in the order of addresses.
        for (address, at) in self.found {
            let (mut record, problems) = at.map(|at| read_one(&address, &at)).unwrap_or_default();
            let is_unread = problems.iter().any(|problem| problem.level == Level::Error);
            match &mut record {
                Some(Record::Frame(frame)) => frame.is_unread = is_unread,
                Some(Record::Cycle(cycle)) => cycle.is_unread = is_unread,
                _ => {}
            }
            loaded.problems.extend(problems);
            if let Some(record) = record {
                loaded.workspace.put(&address, record);
                continue;
            }
            if let Some(record) = stand_in(&address) {
                loaded.workspace.put(&address, record);
            }
            loaded.unread.insert(address);
        }
        loaded.sort_problems();
    }
}

impl Loaded {
    /// Begins a part that is read beside what is known: nothing stands in it yet.
    fn beside(&self) -> Self {
        let format = self.workspace.settings.format;
        let workspace =
            Workspace { settings: Settings { format, ..Settings::default() }, ..Workspace::default() };
        Self { workspace, ..Self::default() }
    }

    /// Adds a part: its teams, cycles and quarters, and what is wrong with them.
    pub(super) fn add(&mut self, part: Self) {
        let Self { workspace, problems, unread, .. } = part;
        self.workspace.add(workspace);
        self.problems.extend(problems);
        self.unread.extend(unread);
        self.sort_problems();
    }

    fn sort_problems(&mut self) {
        self.newer_format = Some(self.workspace.settings.format).filter(|format| *format > FORMAT);
        if self.newer_format.is_some() {
            // What is odd is so because it is new; what cannot be read is still named.
            self.problems.retain(|problem| problem.level == Level::Error || problem.rule == "newer-format");
        }
        self.problems.sort();
        self.problems.dedup();
        let damaged = self.problems.iter().filter(|problem| problem.level == Level::Error);
        self.workspace.unread.extend(damaged.map(Problem::file));
    }

    /// Tells whether a team or cycle is there, readable or not.
    fn has(&self, address: &Address) -> bool {
        let is_there = match address {
            Address::Team(id) => self.workspace.teams.contains_key(id),
            Address::Cycle(id) => self.workspace.cycles.contains_key(id),
            _ => false,
        };
        is_there || self.unread.contains(address)
    }
}

/// What takes the place of a record that cannot be read, so that what hangs on it still shows.
fn stand_in(address: &Address) -> Option<Record> {
    match address {
        Address::Team(id) => Some(Record::Team(Team::named(id.clone(), id.as_str()))),
        Address::Cycle(id) => Cycle::calendar(id.as_str())
            .map(|cycle| Record::Cycle(Cycle { id: id.clone(), is_unread: true, ..cycle })),
        Address::Frame(_) => Some(Record::Frame(Frame { is_unread: true, ..Frame::default() })),
        Address::Objective(_, id) => {
            Some(Record::Objective(Objective::draft(id.clone(), CANNOT_BE_READ, RANK_UNREAD)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
