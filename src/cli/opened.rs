//! The workspace a command works in: found, loaded, saved to.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::call::{Call, variable};
use super::halt::{Code, Halt};
use super::{last_used, pick};
use crate::domain::change::{Address, Change};
use crate::domain::cycle::Cycle;
use crate::domain::decision::Desk;
use crate::domain::quarter::QuarterKey;
use crate::domain::team::Team;
use crate::domain::workspace::Workspace;
use crate::store::check::check;
use crate::store::problem::{Level, Problem};
use crate::store::save::Obstacle;
use crate::store::{Loaded, OpenError, SaveError, Store, state};
use crate::tui::run::Place;

/// The file that makes a folder a workspace.
pub(super) const MARK: &str = "okr.toml";

/// A workspace, loaded.
#[derive(Debug)]
pub(super) struct Opened {
    /// Its folder.
    pub(super) root: PathBuf,
    /// What it holds.
    pub(super) workspace: Workspace,
    /// What is wrong in its files.
    pub(super) problems: Vec<Problem>,
    /// The records that cannot be read.
    pub(super) unread: BTreeSet<Address>,
    store: Store,
}

/// The folder of the workspace: the one named, that of `OKR_WORKSPACE`, or the nearest above.
pub(super) fn named_or_above(call: &Call) -> Result<Option<PathBuf>, Halt> {
    let named = call.options.workspace.clone().map(|path| (path, "--workspace"));
    let named = named.or_else(|| variable("OKR_WORKSPACE").map(|path| (path.into(), "OKR_WORKSPACE")));
    let Some((path, name)) = named else {
        let here = std::env::current_dir().ok();
        return Ok(
            here.and_then(|here| here.ancestors().find(|dir| dir.join(MARK).is_file()).map(Path::to_owned))
        );
    };
    if path.join(MARK).is_file() {
        return Ok(Some(path));
    }
    let says = format!("{name}: there is no {MARK} in {}", path.display());
    Err(Halt::new(
        Code::NoWorkspace,
        says,
        "name the folder that holds it, or begin one: okr init DIR --team NAME",
    ))
}

impl Opened {
    /// Finds and loads the workspace.
    pub(super) fn find(call: &Call) -> Result<Self, Halt> {
        let root = named_or_above(call)?.or_else(last_used::workspace).ok_or_else(|| {
            let hint = "begin one here: okr init --team NAME\nlook around a sample: okr demo\nor name one: --workspace DIR";
            Halt::new(Code::NoWorkspace, format!("there is no workspace here: no {MARK} in this folder or above"), hint)
        })?;
        let opened = Self::at(&root)?;
        last_used::remember(&opened.root, None);
        Ok(opened)
    }

    /// Loads the workspace of a folder.
    pub(super) fn at(root: &Path) -> Result<Self, Halt> {
        let (store, loaded) = Store::open(root).map_err(|why| unreadable(&why))?;
        Ok(Self::of(store, loaded))
    }

    /// Begins a workspace in an empty folder.
    pub(super) fn begin(folder: &Path, change: &Change) -> Result<Self, Halt> {
        let store = Store::begin(folder, change).map_err(|why| not_saved(&why))?;
        let loaded = store.load().map_err(|why| unreadable(&why))?;
        Ok(Self::of(store, loaded))
    }

    fn of(store: Store, loaded: Loaded) -> Self {
        let Loaded { workspace, problems, unread, .. } = loaded;
        let store = match state::folder() {
            Some(folder) => store.with_state(folder),
            None => store,
        };
        Self { root: store.root().to_owned(), workspace, problems, unread, store }
    }

    /// Its files.
    pub(super) fn store(&self) -> &Store {
        &self.store
    }

    /// Gives it to the screens.
    pub(super) fn into_place(self, quarter: Option<QuarterKey>) -> Place {
        Place { store: self.store, workspace: self.workspace, problems: self.problems, quarter, keeps: None }
    }

    /// The team the command means; one that was named is remembered.
    pub(super) fn team(&self, call: &Call) -> Result<&Team, Halt> {
        let named = call.options.team.as_deref();
        let here = std::env::current_dir().and_then(|here| here.canonicalize()).ok();
        let folder = here.as_deref().and_then(|here| here.strip_prefix(&self.root).ok());
        let clues = pick::Clues { folder, last: last_used::team(&self.root) };
        let team = pick::team(&self.workspace, named, &clues)?;
        if named.is_some() {
            last_used::remember(&self.root, Some(&team.id));
        }
        Ok(team)
    }

    /// The quarter the command means.
    pub(super) fn key(&self, call: &Call) -> Result<QuarterKey, Halt> {
        let team = self.team(call)?;
        let cycle: &Cycle = pick::cycle(&self.workspace, team, call)?;
        Ok(QuarterKey { team: team.id.clone(), cycle: cycle.id.clone() })
    }

    /// The desk of that quarter.
    pub(super) fn desk(&self, call: &Call) -> Result<Desk<'_>, Halt> {
        Ok(Desk::at(&self.workspace, &self.key(call)?, call.today)?)
    }

    /// Writes a change to the files and takes over what stands there now.
    pub(super) fn save(&mut self, change: &Change) -> Result<(), Halt> {
        let saved = self.store.save(change).map_err(|why| not_saved(&why))?;
        self.workspace.apply(change);
        for (address, record) in saved.merged {
            self.workspace.put(&address, record);
        }
        Ok(())
    }

    /// Everything that is wrong: what reading the files finds, and what they say against each other.
    pub(super) fn check(&self) -> Result<Vec<Problem>, Halt> {
        let loaded = self.store.load().map_err(|why| unreadable(&why))?;
        Ok(check(&self.store, &loaded))
    }

    /// The text of a record's file, as it stands on disk.
    pub(super) fn text(&self, at: &Address) -> Option<String> {
        self.store.text(at).ok().flatten()
    }

    /// What is said beside every answer when files are damaged.
    pub(super) fn warning(&self) -> Option<String> {
        let count = self.problems.iter().filter(|problem| problem.level == Level::Error).count();
        let noun = if count == 1 { "problem" } else { "problems" };
        (count > 0).then(|| format!("{count} {noun} in the files of {}: okr check", self.root.display()))
    }
}

fn unreadable(why: &OpenError) -> Halt {
    Halt::new(
        Code::NoWorkspace,
        why.to_string(),
        "name another folder: --workspace DIR, or begin one: okr init DIR --team NAME",
    )
}

/// Why a change stands in no file.
pub(super) fn not_saved(why: &SaveError) -> Halt {
    let code = match why.obstacle {
        Obstacle::Clash { .. } => Code::Conflict,
        Obstacle::NotEmpty(_) => Code::Usage,
        Obstacle::ReadOnly(_) | Obstacle::Damaged(_) | Obstacle::Write(_) => Code::NotWritten,
    };
    Halt::new(code, why.to_string(), why.hint())
}
