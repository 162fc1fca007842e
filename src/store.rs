//! The folder of TOML files: read leniently, merged by field, patched in place, written whole or not at all.
//!
//! [`Store::open`] reads everything there is, [`load`] says how to read less, [`Store::save`] writes one change; the parts
//! they are made of:
//!
//! Reading ([`read`]) yields what can be used and every [`problem`] with its [`place`]. Writing goes three steps:
//! what stands on disk is merged with what is wanted ([`merge`]), the difference is put into the text where it
//! belongs ([`patch`]), and the text replaces the file in one step ([`mod@write`]) under the workspace's [`lock`]. What
//! the records mean is left to `domain`.

mod apart;
mod beside;
pub mod bundle;
pub mod check;
mod comments;
mod draft;
mod element;
pub mod layout;
mod lines;
pub mod load;
pub mod lock;
pub mod log;
pub mod merge;
pub mod migrate;
pub mod out;
mod overlay;
mod own_votes;
pub mod patch;
pub mod place;
pub mod problem;
pub mod read;
mod record;
mod render;
pub mod resume;
pub mod sample;
pub mod save;
pub mod shares;
mod sift;
mod source;
pub mod state;
pub mod trust;
pub mod typed;
pub mod undo;
mod walk;
pub mod weave;
pub mod write;

use std::path::{Path, PathBuf};
use std::time::SystemTime;

pub use beside::Others;
pub use draft::Draft;
pub use layout::{address_of, is_record, path};
pub use load::{Loaded, OpenError};
pub use save::{SaveError, Saved, Unfit};
pub use walk::{Names, Parts, misnamed};

use crate::domain::change::{Address, Record};
use crate::words::store::reading as words;
use place::Position;
use problem::Problem;

/// Reads the record of an address from the text of its file; what is wrong in a part of it is left out.
///
/// # Errors
///
/// What is wrong, where nothing of it can be used.
pub fn record_of(address: &Address, text: &str) -> Result<Record, Problem> {
    let path = layout::path(address);
    let (record, problems) = record::read(address, text, &path);
    record.ok_or_else(|| {
        let nothing = || {
            Problem::new("value", path, Position::START, words::IT_CANNOT_BE_READ.to_owned(), String::new())
        };
        problems.into_iter().next().unwrap_or_else(nothing)
    })
}

/// Writes a record as the table that its file holds, keys nobody knows apart.
pub fn table_of(record: &Record) -> toml::Table {
    record::table(record)
}

/// Tells whether two texts hold the same record, whatever their comments.
pub fn same_record(address: &Address, one: &str, other: &str) -> bool {
    match (record_of(address, one), record_of(address, other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

/// A workspace on disk. It remembers where that is and nothing else: whatever it does, it looks again.
#[derive(Clone, Debug)]
pub struct Store {
    root: PathBuf,
    /// The state folder, where something is kept of it.
    state: Option<PathBuf>,
    steps: Option<undo::Steps>,
    since: SystemTime,
    /// Whether quarters are read on one thread.
    is_alone: bool,
}

impl Store {
    /// A workspace in a folder, links resolved, of which nothing is remembered.
    fn at(root: PathBuf) -> Self {
        Self { root, state: None, steps: None, since: SystemTime::now(), is_alone: false }
    }

    /// Reads what is kept for long on the thread that asks for it and on no other: each thread has memory of its own, and between
    /// what is kept of it holes stay that no other thread fills.
    #[must_use]
    pub fn alone(self) -> Self {
        Self { is_alone: true, ..self }
    }

    /// How many things are read by one thread, where so many are worth one.
    const fn share(&self, some: usize) -> usize {
        if self.is_alone { usize::MAX } else { some }
    }

    /// Keeps in this state folder, which is made when it is needed, what could not be saved, what can be taken back, and in which
    /// sittings somebody here voted alone.
    #[must_use]
    pub fn with_state(self, folder: impl AsRef<Path>) -> Self {
        let folder = folder.as_ref();
        let steps = Some(undo::Steps::of(folder, &self.root));
        Self { state: Some(folder.to_owned()), steps, ..self }
    }

    /// The text of a record's file; `None` if there is none.
    ///
    /// # Errors
    ///
    /// What is wrong, where it cannot be read.
    pub fn text(&self, address: &Address) -> Result<Option<String>, Problem> {
        source::text(&self.root, &layout::path(address))
    }

    /// The folder of the workspace, links resolved.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// When it was opened: nothing of it was read before.
    pub const fn since(&self) -> SystemTime {
        self.since
    }
}
