//! Writes a change: everything is looked at first, then written file by file, what is referred to before what refers.

mod by_hand;
#[cfg(test)]
mod cut;
mod insist;
mod obstacle;
mod plan;
mod traces;
mod whole;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::lock::Lock;
use super::write::again;
use super::write::error::{Reason, WriteError};
use super::{Store, draft, write};
use crate::domain::change::{Address, Change, Record};
pub use by_hand::Unfit;
pub use obstacle::{Conflict, Obstacle, SaveError, Torn};
use plan::{Act, Plan};
pub(super) use traces::Traces;

/// How often a change is tried while an editor writes into the same files.
const TRIES: usize = 3;

/// What a save came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The records of the change as they now stand on disk, with whatever others have changed in them meanwhile; for
    /// `Workspace::put`.
    pub merged: Vec<(Address, Record)>,
    /// The files that were written or removed, relative to the workspace.
    pub written: Vec<PathBuf>,
    /// Whether the votes it gives alone are remembered as one's own: of those that are not, another one counts beside it.
    pub is_noted: bool,
    /// The step by which it can be taken back; none where nothing was written, or it cannot be.
    pub step: Option<u64>,
}

impl Store {
    /// Writes a change, merged field by field with what others have written meanwhile. The votes it gives alone are remembered as
    /// one's own.
    ///
    /// A file that holds already what it is to hold is left alone, so a change can be saved again after an error.
    ///
    /// # Errors
    ///
    /// [`SaveError`] with the reason; unless it says otherwise nothing was written. What was wanted is kept as a draft.
    pub fn save(&self, change: &Change) -> Result<Saved, SaveError> {
        // Before it is saved: a sitting that never came to be hurts nobody, a vote that is forgotten counts twice.
        let is_noted = self.note_votes(change);
        Ok(Saved { is_noted, ..self.take_in(change)? })
    }

    /// Writes a change in which others speak too, as an export that is read back: no vote in it is one's own.
    ///
    /// # Errors
    ///
    /// As of [`Store::save`].
    pub fn take_in(&self, change: &Change) -> Result<Saved, SaveError> {
        self.save_knowing(change, Traces::default())
    }

    /// The same, where it is known what files held that it brings back.
    pub(super) fn save_knowing(&self, change: &Change, mut traces: Traces) -> Result<Saved, SaveError> {
        let mut saved = self.attempt(change, Kind::Usual, &mut traces);
        let stands = match &saved {
            Ok(saved) => !saved.written.is_empty(),
            Err(error) => error.stands(),
        };
        if let Some(steps) = self.steps.as_ref().filter(|_| stands) {
            // The change stands all the same; it can only not be taken back.
            let step = steps.keep(change, &traces).ok();
            saved = saved.map(|saved| Saved { step, ..saved });
        }
        if saved.as_ref().map_or_else(SaveError::stands, |_| true) {
            self.forget_drafts_of(change);
        }
        saved
    }

    /// Makes a new workspace in a folder that is empty but for hidden files, and made if it is not there.
    ///
    /// The files are written in the order of the change: `okr.toml` first, so that whatever was written is a workspace.
    ///
    /// # Errors
    ///
    /// [`Obstacle::NotEmpty`] if the folder holds anything, any other if a file cannot be written.
    pub fn begin(folder: &Path, change: &Change) -> Result<Self, SaveError> {
        let refused = |error| SaveError::new(Obstacle::Write(WriteError::of(folder, error)));
        again(|| fs::create_dir_all(folder)).map_err(refused)?;
        Self::may_begin(folder)?;
        let root = again(|| dunce::canonicalize(folder)).map_err(refused)?;
        let store = Self::at(root);
        store.attempt(change, Kind::New, &mut Traces::default())?;
        Ok(store)
    }

    /// Tells whether a workspace could begin in a folder: it is not there yet, or holds nothing but hidden files.
    ///
    /// # Errors
    ///
    /// [`Obstacle::NotEmpty`] if it holds anything, any other if it cannot be read.
    pub fn may_begin(folder: &Path) -> Result<(), SaveError> {
        let refused = |error| SaveError::new(Obstacle::Write(WriteError::of(folder, error)));
        let entries = match again(|| fs::read_dir(folder)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries.map_err(refused)?,
        };
        for entry in entries {
            if !entry.map_err(refused)?.file_name().as_encoded_bytes().starts_with(b".") {
                return Err(SaveError::new(Obstacle::NotEmpty(folder.to_owned())));
            }
        }
        Ok(())
    }

    /// Writes a change; `traces` is what the files held when it was made, if it is taken back, and what they hold now.
    pub(super) fn attempt(
        &self,
        change: &Change,
        kind: Kind,
        traces: &mut Traces,
    ) -> Result<Saved, SaveError> {
        let known = std::mem::take(traces);
        let mut begun = Begun { kind, known: &known, traces, written: Vec::new() };
        let mut outcome = self.write(change, &mut begun);
        for _ in 1..TRIES {
            if !outcome.as_ref().is_err_and(is_an_editors_doing) {
                break;
            }
            // What was written so far stands as it should and is left alone the next time.
            begun.kind = if kind == Kind::New { Kind::Usual } else { kind };
            outcome = self.write(change, &mut begun);
        }
        let written = begun.written;
        match outcome {
            Ok(merged) => Ok(Saved { merged, written, is_noted: true, step: None }),
            Err(obstacle) => {
                let error = SaveError { obstacle, written, draft: None, given_up: None };
                // What stands needs no draft, which would bring it back over what comes after; of what is taken back or
                // done again nothing was typed.
                let needs_none = error.stands() || kind == Kind::Turned;
                let folder = self.drafts_folder().filter(|_| !needs_none);
                // That the draft could not be kept either is told by its absence.
                let draft =
                    folder.and_then(|folder| draft::keep(&folder, &self.root, change, &Traces::new()).ok());
                Err(SaveError { draft, ..error })
            }
        }
    }

    fn write(&self, change: &Change, begun: &mut Begun<'_>) -> Result<Vec<(Address, Record)>, Obstacle> {
        let lock = Lock::take(&self.root)?;
        let mut plan = Plan::new(lock.root()).knowing(begun.known);
        if begun.kind == Kind::New {
            // Another window may have begun here since we looked.
            plan.expect_nothing()?;
        } else {
            plan.expect_our_format()?;
        }
        for edit in &change.edits {
            plan.add(edit)?;
        }
        match begun.kind {
            Kind::Turned => plan.stays_whole()?,
            Kind::Usual => plan.leaves_nothing_under_objectives()?,
            Kind::New => {}
        }
        // What the disk did not confirm stands all the same: the rest is written too, and then it is said.
        let mut unsure = None;
        for (path, act) in plan.acts {
            let outcome = match &act {
                Act::Create(text) => write::create(&lock, &path, text),
                Act::Replace { from, to } => write::replace(&lock, &path, from, to),
                Act::Remove { from } => write::remove(&lock, &path, from),
                Act::Carry { from, text } => write::carry(&lock, from, &path, text),
            };
            match outcome {
                Err(error) if error.stands() => unsure = unsure.or(Some(error)),
                outcome => outcome?,
            }
            begun.note(path, act);
        }
        unsure.map_or(Ok(plan.merged), |error| Err(error.into()))
    }
}

/// How a change comes to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Into a workspace that is there.
    Usual,
    /// It begins one.
    New,
    /// It is taken back or done again.
    Turned,
}

/// A change that is being written.
struct Begun<'t> {
    kind: Kind,
    /// What the files held when the change was made that is taken back.
    known: &'t Traces,
    /// What the files held before this one, and hold now.
    traces: &'t mut Traces,
    /// The files that were written or removed so far.
    written: Vec<PathBuf>,
}

impl Begun<'_> {
    /// Notes an act that was done.
    fn note(&mut self, path: PathBuf, act: Act) {
        match &act {
            Act::Create(text) => self.traces.note(&path, None, Some(text)),
            Act::Replace { from, to } => self.traces.note(&path, Some(from), Some(to)),
            Act::Remove { from } => self.traces.note(&path, Some(from), None),
            Act::Carry { from, text } => {
                self.traces.note(from, Some(text), None);
                self.traces.note(&path, None, Some(text));
            }
        }
        if let Act::Carry { from, .. } = act {
            self.written.push(from);
        }
        self.written.push(path);
    }
}

/// Tells whether another program changed a file between our looking and our writing.
fn is_an_editors_doing(obstacle: &Obstacle) -> bool {
    matches!(obstacle, Obstacle::Write(WriteError { reason: Reason::Changed | Reason::Exists, .. }))
}

#[cfg(test)]
mod tests;
