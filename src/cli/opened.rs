//! The workspace a command works in: found, loaded, saved to.

use std::collections::BTreeSet;
use std::mem;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::answer::Answer;
use super::call::{Call, variable};
use super::counting::counted;
use super::halt::{Code, Halt};
use super::{all_teams, pick, print};
use crate::domain::change::Change;
use crate::domain::cycle::Cycle;
use crate::domain::decision::Desk;
use crate::domain::id::TeamId;
use crate::domain::named::{Named, above_quarters, in_quarter};
use crate::domain::quarter::QuarterKey;
use crate::domain::seed::Seed;
use crate::domain::share::{NoShare, no_shares};
use crate::domain::team::Team;
use crate::domain::workspace::Workspace;
use crate::report::json;
use crate::store::check::check_all;
use crate::store::layout::{MARK, is_workspace, root_above, team_folder, team_of};
use crate::store::problem::{Level, Problem};
use crate::store::{Draft, Loaded, Names, Others, Parts, Store, state};
use crate::tui::run::Place;
use crate::words::cli::anywhere as words;
use crate::words::counted;
use crate::words::domain::values::{LET_IT_STAND, or_undo};

/// A workspace, loaded.
#[derive(Debug)]
pub(super) struct Opened {
    /// Its folder.
    pub(super) root: PathBuf,
    /// What it holds.
    pub(super) workspace: Workspace,
    /// What is wrong in its files.
    pub(super) problems: Vec<Problem>,
    store: Store,
    /// The quarter the command means, where that was asked to read it.
    quarter: Option<QuarterKey>,
}

/// The folder of the workspace: the one named, that of `OKR_WORKSPACE`, or the nearest above.
pub(super) fn named_or_above(call: &Call) -> Result<Option<PathBuf>, Halt> {
    let named = call.options.workspace.clone().map(|path| (path, "--workspace"));
    let named = named.or_else(|| variable("OKR_WORKSPACE").map(|path| (path.into(), "OKR_WORKSPACE")));
    let Some((path, name)) = named else {
        let here = std::env::current_dir().ok();
        return Ok(here.and_then(|here| root_above(&here).map(Path::to_owned)));
    };
    if is_workspace(&path) {
        return Ok(Some(path));
    }
    let says = words::there_is_no_in(name, MARK, path.display());
    Err(Halt::new(Code::NoWorkspace, says, words::NAME_THE_FOLDER_THAT_HOLDS_IT))
}

/// Finds the workspace and reads what stands above the quarters.
fn outlined(call: &Call) -> Result<(Store, Loaded), Halt> {
    let store = Store::find(&found(call)?)?;
    let loaded = store.outline(&Names::All)?;
    call.last_used.remember(store.root(), None);
    Ok((store, loaded))
}

impl Opened {
    /// Finds the workspace and reads all of it.
    pub(super) fn find(call: &Call) -> Result<Self, Halt> {
        let store = Store::find(&found(call)?)?;
        let loaded = load(&store)?;
        call.last_used.remember(store.root(), None);
        Ok(Self::of(store, loaded))
    }

    /// Finds the workspace and reads what stands above the quarters.
    pub(super) fn outline(call: &Call) -> Result<Self, Halt> {
        let (store, loaded) = outlined(call)?;
        Ok(Self::of(store, loaded))
    }

    /// Finds the workspace and reads parts of all quarters.
    pub(super) fn of_all(call: &Call, parts: Parts) -> Result<Self, Halt> {
        let (store, mut loaded) = outlined(call)?;
        let all: Vec<QuarterKey> = loaded.workspace.unopened.iter().cloned().collect();
        counted(|count| store.open_counting(&mut loaded, &all, (parts, count)))??;
        Ok(Self::of(store, loaded))
    }

    /// Finds the workspace and reads the team that is meant, and of the others what concerns it, else only the names; of the
    /// cycle, where one is named, as well. Where it is not clear which team is meant, no quarter is read, and whoever asks for
    /// the desk is told so.
    pub(super) fn of_team(call: &Call) -> Result<Self, Halt> {
        let (store, mut loaded) = outlined(call)?;
        let team = team_in(&loaded.workspace, store.root(), call).ok().map(|team| team.id.clone());
        // Whoever needs the cycle says what is wrong with its name.
        let named = pick::named_cycle(&loaded.workspace, call).ok().flatten();
        let cycle = named.map(|cycle| cycle.id.clone());
        if let Some(team) = team {
            store.open_concerned(&mut loaded, (&team, cycle.as_ref()), Others::Concerned)?;
        }
        Ok(Self::of(store, loaded))
    }

    /// Finds the workspace and reads the quarter that is meant, and of those the team looks back on the ones in which a key
    /// result may hold one of these keys.
    pub(super) fn of_quarter(call: &Call, keys: &[&str]) -> Result<Self, Halt> {
        let (store, mut loaded) = outlined(call)?;
        let team = team_in(&loaded.workspace, store.root(), call)?.clone();
        let quarter = Some(first_quarter(&store, &mut loaded, &team, call)?);
        let lineage = loaded.workspace.lineage(&team.id);
        let unread = lineage.iter().flat_map(|team| loaded.workspace.unopened_of(team));
        let wanted = store.holding(&unread.cloned().collect::<Vec<_>>(), keys);
        store.open_quarters(&mut loaded, &wanted)?;
        Ok(Self { quarter, ..Self::of(store, loaded) })
    }

    /// Finds the workspace and reads the quarters of all teams that run beside the cycle that is meant: the one that is named,
    /// else that of the team.
    pub(super) fn of_cycle(call: &Call, parts: Parts) -> Result<(Self, Cycle), Halt> {
        let (store, mut loaded) = outlined(call)?;
        let team = team_in(&loaded.workspace, store.root(), call).map(|team| team.id.clone());
        if let Ok(team) = &team {
            store.open_team(&mut loaded, team)?;
        }
        let workspace = &loaded.workspace;
        let cycle = match all_teams::cycle(workspace, store.root(), call)? {
            Some(cycle) => cycle,
            None => pick::cycle(workspace, team_in(workspace, store.root(), call)?, call)?,
        };
        let cycle = cycle.clone();
        let team = team.as_ref().ok();
        counted(|count| store.open_beside(&mut loaded, (team, &cycle), (parts, count)))??;
        Ok((Self::of(store, loaded), cycle))
    }

    /// Reads what the first screen shows of a workspace: the quarter that is meant, and while that is being set the one it
    /// follows. The screens read the rest behind it.
    pub(super) fn first(root: &Path, call: &Call) -> Result<(Self, Option<QuarterKey>), Halt> {
        let store = Store::find(root)?;
        let mut loaded = store.outline(&near(store.root(), call))?;
        let teams = &loaded.workspace.teams;
        let first = || teams.values().next().filter(|_| call.options.team.is_none());
        let team = match team_in(&loaded.workspace, store.root(), call).or_else(|halt| first().ok_or(halt)) {
            Ok(team) => team.clone(),
            Err(_) if teams.is_empty() => return Ok((Self::of(store, loaded), None)),
            Err(halt) => return Err(halt),
        };
        let quarter = first_quarter(&store, &mut loaded, &team, call)?;
        Ok((Self::of(store, loaded), Some(quarter)))
    }

    /// Loads the workspace of a folder.
    pub(super) fn at(root: &Path) -> Result<Self, Halt> {
        let (store, loaded) = Store::open(root)?;
        Ok(Self::of(store, loaded))
    }

    /// Begins a workspace in an empty folder.
    pub(super) fn begin(folder: &Path, change: &Change) -> Result<Self, Halt> {
        let store = Store::begin(folder, change)?;
        let loaded = store.load()?;
        Ok(Self::of(store, loaded))
    }

    fn of(store: Store, loaded: Loaded) -> Self {
        let Loaded { workspace, problems, .. } = loaded;
        let store = with_state(store);
        Self { root: store.root().to_owned(), workspace, problems, store, quarter: None }
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
        team_in(&self.workspace, &self.root, call)
    }

    /// The quarter the command means.
    pub(super) fn key(&self, call: &Call) -> Result<QuarterKey, Halt> {
        if let Some(quarter) = &self.quarter {
            return Ok(quarter.clone());
        }
        let team = self.team(call)?;
        let cycle: &Cycle = pick::cycle(&self.workspace, team, call)?;
        Ok(QuarterKey { team: team.id.clone(), cycle: cycle.id.clone() })
    }

    /// The desk of that quarter.
    pub(super) fn desk(&self, call: &Call) -> Result<Desk<'_>, Halt> {
        Ok(Desk::at(&self.workspace, &self.key(call)?, call.today)?)
    }

    /// Takes a decision at the desk of that quarter, saves it and says so.
    pub(super) fn decide(
        &mut self,
        call: &mut Call,
        decision: impl FnOnce(&Desk<'_>, &mut Seed) -> Result<Change, Halt>,
    ) -> Result<Answer, Halt> {
        let key = self.key(call)?;
        let change = decision(&Desk::at(&self.workspace, &key, call.today)?, &mut call.seed)?;
        self.save(&change)?;
        Ok(Answer::of(&change, &key))
    }

    /// What a typed id means in that quarter, if there is one, or above the quarters.
    pub(super) fn pick(&self, call: &Call, typed: &str) -> Result<(Option<Desk<'_>>, Named<'_>), Halt> {
        let desk = self.desk(call).ok();
        let mut all = desk.as_ref().map(|desk| in_quarter(desk.quarter)).unwrap_or_default();
        all.extend(above_quarters(&self.workspace));
        let named = match &desk {
            Some(desk) => pick::at_desk(desk, &all, typed, "record")?,
            None => pick::one(&all, typed, "record")?,
        };
        Ok((desk, named))
    }

    /// Writes a change to the files and takes over what stands there now. Tells whether the votes it gives alone are remembered
    /// as one's own.
    pub(super) fn save(&mut self, change: &Change) -> Result<bool, Halt> {
        let saved = self.store.save(change)?;
        self.workspace.apply_saved(change, saved.merged);
        Ok(saved.is_noted)
    }

    /// What is asked of the numbers a change sets, said once it is saved.
    pub(super) fn asks_of(&self, change: &Change) -> Vec<String> {
        no_shares(&self.workspace, change).iter().map(after_saving).collect()
    }

    /// Saves a change that takes a draft over what stands.
    pub(super) fn save_draft(&mut self, change: &Change, draft: &Draft) -> Result<(), Halt> {
        let saved = self.store.save_draft(change, draft)?;
        self.workspace.apply_saved(change, saved.merged);
        Ok(())
    }

    /// Everything that is wrong: what reading the files finds, and what they say against each other.
    pub(super) fn check(&self) -> Result<Vec<Problem>, Halt> {
        check(&self.store)
    }

    /// The answer with what is said beside it when files are damaged.
    pub(super) fn warned(&self, answer: Answer) -> Answer {
        warned(answer, &self.problems, &self.root)
    }

    /// Reads more quarters, those that what was read so far names.
    pub(super) fn read_also(
        &mut self,
        named: impl FnOnce(&Workspace) -> BTreeSet<QuarterKey>,
    ) -> Result<(), Halt> {
        let keys = named(&self.workspace);
        let (workspace, problems) = (mem::take(&mut self.workspace), mem::take(&mut self.problems));
        let mut loaded = Loaded { workspace, problems, ..Loaded::default() };
        self.store.open_quarters(&mut loaded, &keys)?;
        (self.workspace, self.problems) = (loaded.workspace, loaded.problems);
        Ok(())
    }
}

/// What is asked of a number that is saved already.
pub(super) fn after_saving(asked: &NoShare) -> String {
    or_undo(asked.asks(LET_IT_STAND))
}

/// The answer with what is said beside it when something in files is lost; its data names those that are damaged.
pub(super) fn warned(answer: Answer, problems: &[Problem], root: &Path) -> Answer {
    match problems.iter().filter(|problem| problem.is_loss()).count() {
        0 => answer,
        count => answer
            .say(words::in_the_files_of(counted::PROBLEMS.of(count), root.display()))
            .with(json::UNREAD, unread(problems)),
    }
}

/// The files that could not be read whole, each once, for machines.
pub(super) fn unread(problems: &[Problem]) -> Value {
    let damaged = problems.iter().filter(|problem| problem.level == Level::Error);
    damaged.map(Problem::file).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Finds the workspace and reads nothing of it yet.
pub(super) fn store(call: &Call) -> Result<Store, Halt> {
    let store = Store::find(&found(call)?)?;
    call.last_used.remember(store.root(), None);
    Ok(with_state(store))
}

/// The store that keeps on this machine what can be taken back.
fn with_state(store: Store) -> Store {
    match state::folder() {
        Some(folder) => store.with_state(folder),
        None => store,
    }
}

/// Reads all of a workspace, on all cores.
pub(super) fn load(store: &Store) -> Result<Loaded, Halt> {
    Ok(counted(|count| store.load_counting(count))??)
}

/// Everything that is wrong with a workspace, found on all cores.
pub(super) fn check(store: &Store) -> Result<Vec<Problem>, Halt> {
    Ok(counted(|count| check_all(store, count))??)
}

/// The folder of the workspace: the one named or above, else the one used last.
fn found(call: &Call) -> Result<PathBuf, Halt> {
    if let Some(root) = named_or_above(call)? {
        return Ok(root);
    }
    let last = call.last_used.workspace().ok_or_else(|| {
        Halt::new(Code::NoWorkspace, words::there_is_no_workspace_here(MARK), words::BEGIN_ONE_HERE)
    })?;
    // Whoever keeps several writes into the one that is meant.
    print::talk(&[words::this_is_the_last_one_used(last.display())]);
    Ok(last)
}

/// The folder we stand in, relative to the workspace.
fn folder_within(root: &Path) -> Option<PathBuf> {
    std::env::current_dir().and_then(dunce::canonicalize).ok()?.strip_prefix(root).ok().map(Path::to_owned)
}

/// The team that a command means, of those that were read; one that was named is remembered.
pub(super) fn team_in<'w>(workspace: &'w Workspace, root: &Path, call: &Call) -> Result<&'w Team, Halt> {
    let named = call.options.team.as_deref();
    let folder = if named.is_none() { folder_within(root) } else { None };
    let clues = pick::Clues { folder: folder.as_deref(), last: call.last_used.team(root) };
    let team = pick::team(workspace, named, &clues)?;
    if named.is_some() {
        call.last_used.remember(root, Some(&team.id));
    }
    Ok(team)
}

/// The teams that may be meant, where they can be told by their ids; else all of them.
fn near(root: &Path, call: &Call) -> Names {
    let folder = folder_within(root);
    match call.options.team.as_deref().map(TeamId::new) {
        Some(Err(_)) => Names::All,
        Some(Ok(team)) if !root.join(team_folder(&team)).is_dir() => Names::All,
        Some(Ok(team)) => Names::Near(BTreeSet::from([team])),
        None => {
            let here = folder.as_deref().and_then(team_of);
            Names::Near(here.into_iter().chain(call.last_used.team(root)).collect())
        }
    }
}

/// Reads the quarter the screens begin with, and as little else as tells which that is.
pub(super) fn first_quarter(
    store: &Store,
    loaded: &mut Loaded,
    team: &Team,
    call: &Call,
) -> Result<QuarterKey, Halt> {
    let workspace = &loaded.workspace;
    let typed = pick::named_cycle(workspace, call)?;
    let is_likely = |cycle: &Cycle| typed.map_or(cycle.contains(call.today), |typed| typed.id == cycle.id);
    let of_team = workspace.unopened_of(&team.id);
    let likely =
        of_team.filter(|key| workspace.cycles.get(&key.cycle).is_some_and(is_likely)).cloned().collect();
    store.open_quarters(loaded, &likely)?;
    // One that runs and is open is the one; where there is none it takes a look at all of them.
    if !loaded.workspace.quarters.values().any(|quarter| quarter.frame.closed.is_none()) {
        store.open_team(loaded, &team.id)?;
    }
    let cycle = pick::cycle(&loaded.workspace, team, call)?.id.clone();
    let key = QuarterKey { team: team.id.clone(), cycle };
    let is_set = loaded.workspace.quarters.get(&key).is_none_or(|quarter| quarter.frame.committed.is_some());
    if !is_set {
        let before = loaded.workspace.previous_key(&key).into_iter();
        let before = before.chain(loaded.workspace.left_by_merged(&key)).collect();
        store.open_quarters(loaded, &before)?;
    }
    Ok(key)
}

/// The root of the repository of git a folder lies in.
pub(super) fn repository_of(root: &Path) -> Option<&Path> {
    root.ancestors().find(|folder| folder.join(".git").exists())
}
