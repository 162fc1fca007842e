//! What a change comes to, given what stands on disk: found out as a whole before the first file is written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use toml::Table;

use super::obstacle::{Conflict, Obstacle};
use super::traces::Traces;
use crate::domain::change::{Address, Edit, Record};
use crate::domain::team::FORMAT;
use crate::store::element::same_table;
use crate::store::merge::merge;
use crate::store::patch::{PatchError, patch, render};
use crate::store::place::{Position, position};
use crate::store::problem::{Level, Problem};
use crate::store::{layout, record, source};
use crate::words::store::saving as words;

/// What is to be done with one file.
pub(super) enum Act {
    Create(String),
    Replace {
        from: String,
        to: String,
    },
    Remove {
        from: String,
    },
    /// The file of that path gets this one, in one step.
    Carry {
        from: PathBuf,
        text: String,
    },
}

/// The acts of a change in their order.
pub(super) struct Plan<'r> {
    pub(super) root: &'r Path,
    /// What files held when the change was made that is taken back.
    known: &'r Traces,
    /// What files will hold once the acts so far are done.
    pub(super) texts: BTreeMap<PathBuf, Option<String>>,
    pub(super) acts: Vec<(PathBuf, Act)>,
    /// The records as they will stand.
    pub(super) merged: Vec<(Address, Record)>,
}

/// What a file holds.
pub(super) struct Standing {
    text: String,
    /// The record in it, as we would write it.
    pub(super) table: Table,
    pub(super) record: Record,
}

impl<'r> Plan<'r> {
    pub(super) fn new(root: &'r Path) -> Self {
        const NOTHING: &Traces = &Traces::new();
        Self { root, known: NOTHING, texts: BTreeMap::new(), acts: Vec::new(), merged: Vec::new() }
    }

    /// The same, where it is known what the files held.
    pub(super) fn knowing(self, known: &'r Traces) -> Self {
        Self { known, ..self }
    }

    /// Makes sure that there is no workspace yet.
    pub(super) fn expect_nothing(&self) -> Result<(), Obstacle> {
        match fs::symlink_metadata(self.root.join("okr.toml")) {
            Ok(_) => Err(Obstacle::NotEmpty(self.root.to_owned())),
            Err(_) => Ok(()),
        }
    }

    /// Makes sure that we know what we are writing into.
    pub(super) fn expect_our_format(&self) -> Result<(), Obstacle> {
        let path = Path::new("okr.toml");
        let gone = Obstacle::Clash { path: path.to_owned(), conflict: Conflict::Gone };
        let text = source::text(self.root, path)?.ok_or(gone)?;
        match record::read(&Address::Settings, &text, path) {
            (Some(Record::Settings(settings)), _) if settings.format > FORMAT => {
                Err(Obstacle::ReadOnly(settings.format))
            }
            (Some(_), _) => Ok(()),
            (None, problems) => Err(Obstacle::from(worst(problems, path))),
        }
    }

    /// Adds what an edit comes to.
    pub(super) fn add(&mut self, edit: &Edit) -> Result<(), Obstacle> {
        match (&edit.before, &edit.after) {
            (None, None) => Ok(()),
            (None, Some((address, record))) => self.create(address, record),
            (Some((address, record)), None) => self.remove(address, record),
            (Some((from, before)), Some((to, after))) => {
                let change = Tables { before: record::table(before), after: record::table(after) };
                if from == to { self.update(to, &change) } else { self.carry(from, to, &change) }
            }
        }
    }

    fn create(&mut self, address: &Address, record: &Record) -> Result<(), Obstacle> {
        let wanted = record::table(record);
        match self.standing(address)? {
            Some(standing) if same_table(&standing.table, &wanted) => {}
            Some(_) => return Err(clash(address, Conflict::Taken)),
            None => {
                let path = layout::path(address);
                let known = self.known.after((&path, None), &path);
                let known = known.filter(|text| record::says(address, text, &wanted)).map(str::to_owned);
                self.act(address, Act::Create(known.unwrap_or_else(|| render(&wanted))));
            }
        }
        self.merged.push((address.clone(), record.clone()));
        Ok(())
    }

    fn update(&mut self, address: &Address, change: &Tables) -> Result<(), Obstacle> {
        let standing = self.standing(address)?.ok_or_else(|| clash(address, Conflict::Gone))?;
        let (text, record) = self.laid_over(change, &standing, (address, address))?;
        if text != standing.text {
            self.act(address, Act::Replace { from: standing.text, to: text });
        }
        self.merged.push((address.clone(), record));
        Ok(())
    }

    /// Takes a record to another place, with its comments: written where it stands, then carried in one step.
    fn carry(&mut self, from: &Address, to: &Address, change: &Tables) -> Result<(), Obstacle> {
        let there = self.standing(to)?;
        let Some(here) = self.standing(from)? else {
            // Somebody has moved it already, and just so.
            let there = there.filter(|there| same_table(&there.table, &change.after));
            let there = there.ok_or_else(|| clash(from, Conflict::Gone))?;
            self.merged.push((to.clone(), there.record));
            return Ok(());
        };
        let (text, record) = self.laid_over(change, &here, (from, to))?;
        match there {
            None => self.carry_text(from, to, (here.text, text)),
            // Somebody got half-way: both stand, and say the same.
            Some(there) if same_table(&there.table, &record::table(&record)) => {
                self.act(from, Act::Remove { from: here.text });
            }
            Some(_) => return Err(clash(to, Conflict::Taken)),
        }
        self.merged.push((to.clone(), record));
        Ok(())
    }

    /// What comes of a change where something stands: the very text it had, where it is known and nobody has written since.
    fn laid_over(
        &self,
        change: &Tables,
        standing: &Standing,
        (from, to): (&Address, &Address),
    ) -> Result<(String, Record), Obstacle> {
        let (here, there) = (layout::path(from), layout::path(to));
        let known = self.known.after((&here, Some(&standing.text)), &there);
        let read = |text: &str| Some((text.to_owned(), record::read(to, text, &there).0?));
        known.and_then(read).map_or_else(|| change.laid_over(standing, from, to), Ok)
    }

    fn carry_text(&mut self, from: &Address, to: &Address, (before, after): (String, String)) {
        if before != after {
            self.act(from, Act::Replace { from: before, to: after.clone() });
        }
        let here = layout::path(from);
        self.texts.insert(here.clone(), None);
        self.act(to, Act::Carry { from: here, text: after });
    }

    fn remove(&mut self, address: &Address, record: &Record) -> Result<(), Obstacle> {
        match self.standing(address)? {
            None => Ok(()),
            Some(standing) if same_table(&standing.table, &record::table(record)) => {
                self.act(address, Act::Remove { from: standing.text });
                Ok(())
            }
            Some(_) => Err(clash(address, Conflict::Changed)),
        }
    }

    fn act(&mut self, address: &Address, act: Act) {
        let path = layout::path(address);
        let text = match &act {
            Act::Create(text) | Act::Replace { to: text, .. } | Act::Carry { text, .. } => Some(text.clone()),
            Act::Remove { .. } => None,
        };
        self.texts.insert(path.clone(), text);
        self.acts.push((path, act));
    }

    /// What stands at an address once the acts so far are done.
    ///
    /// A file of which any part cannot be read counts as damaged: what is not understood cannot be kept safe.
    pub(super) fn standing(&self, address: &Address) -> Result<Option<Standing>, Obstacle> {
        let path = layout::path(address);
        let text = match self.texts.get(&path) {
            Some(text) => text.clone(),
            None => source::text(self.root, &path)?,
        };
        let Some(text) = text else { return Ok(None) };
        let record = whole(record::read(address, &text, &path), &path)?;
        Ok(Some(Standing { text, table: record::table(&record), record }))
    }
}

/// A change of one record.
struct Tables {
    before: Table,
    after: Table,
}

impl Tables {
    /// Merges the change with what stands at `from` and gives text and record for `to`.
    fn laid_over(
        &self,
        standing: &Standing,
        from: &Address,
        to: &Address,
    ) -> Result<(String, Record), Obstacle> {
        let merged = merge(&self.before, &self.after, &standing.table);
        if !merged.clashes.is_empty() {
            return Err(clash(from, Conflict::Fields(merged.clashes)));
        }
        let path = layout::path(from);
        let text = patch(&standing.text, &standing.table, &merged.table)
            .map_err(|error| unfit(&error, &standing.text, &path))?;
        let record = whole(record::read(to, &text, &path), &path)?;
        Ok((text, record))
    }
}

/// Takes a record that was read without loss.
pub(super) fn whole(
    (record, problems): (Option<Record>, Vec<Problem>),
    path: &Path,
) -> Result<Record, Obstacle> {
    match record {
        Some(record) if problems.iter().all(|problem| problem.level < Level::Error) => Ok(record),
        _ => Err(Obstacle::from(worst(problems, path))),
    }
}

/// The first error among problems.
fn worst(problems: Vec<Problem>, path: &Path) -> Problem {
    problems.into_iter().find(|problem| problem.level == Level::Error).unwrap_or_else(|| {
        let message = words::THE_FILE_CANNOT_BE_USED.to_owned();
        Problem::new("value", path, Position::START, message, words::RESTORE_IT_FROM_A_COPY.to_owned())
    })
}

/// Names a file whose text cannot take the change.
fn unfit(error: &PatchError, text: &str, path: &Path) -> Obstacle {
    let offset = if let PatchError::Syntax { offset, .. } = error { *offset } else { 0 };
    let message = words::THE_CHANGE_WOULD_HARM_THE_FILE.to_owned();
    let hint = words::MAKE_THE_CHANGE_IN_AN_EDITOR.to_owned();
    Obstacle::from(Problem::new("layout", path, position(text, offset), message, hint))
}

fn clash(address: &Address, conflict: Conflict) -> Obstacle {
    Obstacle::Clash { path: layout::path(address), conflict }
}
