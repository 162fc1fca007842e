//! The team's own git: commits what was changed here, takes in what others have shared, and gives it to them.
//!
//! It runs the installed git with plain arguments and never touches what is not ours: files outside of the workspace,
//! what waits in the index, other branches. Commits made here are put behind those of the others in the objects of git
//! first; the work tree moves in one step when all is known, so nothing is ever left half done. What was set differently
//! here and there stays as theirs, mine is kept as a draft, and a person picks.

mod checkout;
mod git;
mod install;
mod join;
mod own;
mod push;
mod replay;
mod repository;
mod tree;
mod trouble;

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

pub use install::{install, is_called_by_a_hook, is_installed};
pub use join::Clash;
pub use trouble::Trouble;

use crate::domain::change::{Change, Edit};
use crate::store::Store;
use crate::words::sync as words;
use checkout::{Outcome, checkout};
use own::{Own, settle};
use push::Pushed;
use repository::{Remote, Repository};

/// How often a push that was raced is tried.
const TRIES: u64 = 12;

/// The wait after the first race, in milliseconds; it grows with each.
const PAUSE: u64 = 40;

/// What the installed git calls itself; `None` where there is none.
pub fn git_version() -> Option<String> {
    git::Git::at(&std::env::temp_dir(), false).line(&["--version"]).ok()
}

/// How it is to be shared.
pub struct Wishes<'w> {
    /// Tells in a message what was changed; its first line is the subject.
    pub message: &'w dyn Fn(&[Edit]) -> String,
    /// Whether to push.
    pub is_pushed: bool,
    /// Whether somebody is there to be asked for a password.
    pub may_ask: bool,
}

/// What was shared.
#[derive(Debug, Default)]
pub struct Shared {
    /// The subjects of the commits made.
    pub committed: Vec<String>,
    /// How many commits of others came in.
    pub pulled: usize,
    /// How many commits went out.
    pub pushed: usize,
    /// To which branch they went, such as `origin/main`.
    pub pushed_to: Option<String>,
    /// Whether both sides changed the order of the same things; theirs stands.
    pub is_reordered: bool,
    /// What a person has to decide, with the draft of what was wanted here.
    pub clashes: Vec<(Clash, PathBuf)>,
}

/// Why sharing stopped, and what had been done until then.
#[derive(Debug)]
pub struct Stopped {
    /// Why.
    pub trouble: Trouble,
    /// What stands, whole.
    pub shared: Shared,
}

/// What would be committed.
///
/// # Errors
///
/// [`Trouble`] that would keep it from being committed.
pub fn changes(store: &Store) -> Result<Vec<Edit>, Trouble> {
    let repository = Repository::find(store.root(), false)?;
    let head = repository.head()?;
    Ok(Own::look(store, &repository, head.as_deref())?.edits)
}

/// Shares a workspace.
///
/// # Errors
///
/// [`Stopped`] with the reason; what had been done until then is whole by itself.
pub fn share(store: &Store, wishes: &Wishes<'_>) -> Result<Shared, Box<Stopped>> {
    let mut shared = Shared::default();
    match Sharing::begin(store, wishes).and_then(|sharing| sharing.run(&mut shared)) {
        Ok(()) => Ok(shared),
        Err(trouble) => Err(Box::new(Stopped { trouble, shared })),
    }
}

struct Sharing<'s> {
    store: &'s Store,
    wishes: &'s Wishes<'s>,
    repository: Repository,
    /// `None` where there is none and nothing is to be pushed.
    remote: Option<Remote>,
    /// Held as long as it goes on; two at once would undo each other's steps.
    _lock: File,
}

impl<'s> Sharing<'s> {
    fn begin(store: &'s Store, wishes: &'s Wishes<'s>) -> Result<Self, Trouble> {
        let repository = Repository::find(store.root(), wishes.may_ask)?;
        let remote = match repository.remote() {
            Err(Trouble::NoRemote) if !wishes.is_pushed => None,
            remote => Some(remote?),
        };
        if let Some(remote) = remote.as_ref().filter(|_| wishes.is_pushed) {
            repository.refuse_other_name(remote)?;
        }
        let lock = lock(&repository.folder)?;
        Ok(Self { store, wishes, repository, remote, _lock: lock })
    }

    fn run(&self, shared: &mut Shared) -> Result<(), Trouble> {
        let mut trouble = Trouble::Git(String::new());
        for round in 1..=TRIES {
            self.commit(shared)?;
            let Some(remote) = &self.remote else { return Ok(()) };
            let theirs = push::fetch(&self.repository, remote)?;
            self.refuse_others(theirs.as_deref())?;
            if let Some(theirs) = &theirs
                && let Outcome::Again(paths) = self.join(remote, theirs, shared)?
            {
                trouble = Trouble::InTheWay(paths);
                continue;
            }
            if !self.wishes.is_pushed || self.push(remote, theirs.as_deref(), shared)? == Pushed::Done {
                return Ok(());
            }
            trouble = Trouble::Raced(remote.name.clone());
            git::pause(PAUSE * round);
        }
        Err(trouble)
    }

    /// Commits that are about anything else are pushed by whoever made them.
    fn refuse_others(&self, theirs: Option<&str>) -> Result<(), Trouble> {
        let Some(head) = self.repository.head()?.filter(|_| self.wishes.is_pushed) else { return Ok(()) };
        let others = push::others(&self.repository, &head, theirs)?;
        if others.is_empty() { Ok(()) } else { Err(Trouble::Others(others)) }
    }

    /// Commits what was changed in the workspace, and lets the index follow, also where that was cut off before.
    fn commit(&self, shared: &mut Shared) -> Result<(), Trouble> {
        let head = self.repository.head()?;
        let own = Own::look(self.store, &self.repository, head.as_deref())?;
        if !own.is_empty() {
            let message = (self.wishes.message)(&own.edits);
            if own.commit(&self.repository, &message)? {
                shared.committed.push(message.lines().next().unwrap_or_default().to_owned());
            }
        }
        if head.is_none() && shared.committed.is_empty() { Ok(()) } else { settle(&self.repository) }
    }

    /// Takes in what the others have; what was wanted here and clashes is kept first.
    fn join(&self, remote: &Remote, theirs: &str, shared: &mut Shared) -> Result<Outcome, Trouble> {
        let head = self.repository.head()?;
        let replayed = replay::replay(&self.repository, remote, (head.as_deref(), theirs))?;
        let drafts = self.keep(&replayed.clashes)?;
        let outcome = checkout(self.store, &self.repository, (head.as_deref(), &replayed.tip));
        if !matches!(outcome, Ok(Outcome::Done)) {
            self.forget(&drafts);
            return outcome;
        }
        shared.pulled += replayed.pulled;
        shared.is_reordered |= replayed.is_reordered;
        shared.clashes.extend(replayed.clashes.into_iter().zip(drafts));
        Ok(Outcome::Done)
    }

    fn push(&self, remote: &Remote, theirs: Option<&str>, shared: &mut Shared) -> Result<Pushed, Trouble> {
        let Some(head) = self.repository.head()? else { return Ok(Pushed::Done) };
        let ahead = push::ahead(&self.repository.git, &head, theirs)?;
        if ahead == 0 && theirs.is_some() {
            return Ok(Pushed::Done);
        }
        let pushed = push::push(&self.repository, remote)?;
        if pushed == Pushed::Done {
            (shared.pushed, shared.pushed_to) = (ahead, Some(remote.called()));
        }
        Ok(pushed)
    }

    /// Keeps what was wanted, once, also where it was kept before somebody ended the program.
    fn keep(&self, clashes: &[Clash]) -> Result<Vec<PathBuf>, Trouble> {
        let known = if clashes.is_empty() { Vec::new() } else { self.store.drafts() };
        let keep = |clash: &Clash| {
            let verb = if clash.wanted.after.is_none() { "remove" } else { "change" };
            let mut edits = clash.along.clone();
            edits.push(clash.wanted.clone());
            let wanted = Change { sentence: format!("{verb} {}", clash.called()), edits };
            if let Some(known) = known.iter().find(|draft| draft.change == wanted) {
                return Ok(known.path.clone());
            }
            self.store
                .keep_draft(&wanted, &clash.texts)?
                .ok_or_else(|| io::Error::other(words::THERE_IS_NO_FOLDER_FOR_DRAFTS))
        };
        clashes.iter().map(keep).collect::<io::Result<_>>().map_err(Trouble::NoDraft)
    }

    /// Removes drafts of what still stands.
    fn forget(&self, drafts: &[PathBuf]) {
        for draft in self.store.drafts() {
            if drafts.contains(&draft.path) {
                // One more draft is only untidy.
                let _ = self.store.discard(&draft);
            }
        }
    }
}

/// Lets one share at a time in one work tree.
fn lock(folder: &Path) -> Result<File, Trouble> {
    let told = |error: io::Error| Trouble::Git(error.to_string());
    let mut options = OpenOptions::new();
    let file =
        options.create(true).truncate(false).write(true).open(folder.join("okr-sync.lock")).map_err(told)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Trouble::Busy),
        Err(TryLockError::Error(error)) => Err(told(error)),
    }
}
