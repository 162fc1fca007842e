//! Which files are looked at, and where in them a question stands.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use crate::cli::call::Call;
use crate::cli::counting::counted;
use crate::cli::halt::{Code, Halt};
use crate::cli::opened::{self, named_or_above, repository_of, team_in};
use crate::cli::pick;
use crate::domain::change::Address;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::id::{CycleId, TeamId};
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::domain::workspace::Workspace;
use crate::method::lint::{Coach, Placed};
use crate::report::lint::{PlacedFinding, Unread};
use crate::store::layout::{MARK, quarter_folder, root_above};
use crate::store::place::{Position, position, stretch_of};
use crate::store::problem::Problem;
use crate::store::shares::{Count, in_shares};
use crate::store::{self, Loaded, Names, OpenError, Store};
use crate::words::cli::lint as words;

/// The quarters that are read and looked at together, those of one team at least.
const SHARE: usize = 12;

/// What was found, and which files could not be looked at.
#[derive(Debug, Default)]
pub(super) struct Looked {
    /// The questions, in the order of the files.
    pub(super) found: Vec<PlacedFinding>,
    /// The files that cannot be read, each with place and reason.
    pub(super) unread: Vec<Problem>,
    /// The same, as seen from where the findings are.
    pub(super) broken: Vec<Unread>,
    /// The files that are none of a workspace, each in a sentence.
    pub(super) outside: Vec<String>,
}

/// Where paths are seen from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SeenFrom {
    /// The folder the command runs in.
    Here,
    /// The root of the repository, as a reader of annotations has it whatever the folder; without one the same.
    Repository,
}

impl SeenFrom {
    fn folder(self, root: &Path) -> PathBuf {
        match self {
            Self::Here => here(),
            Self::Repository => repository_of(root).map_or_else(here, Path::to_owned),
        }
    }
}

/// Looks at paths, or at every open quarter of the workspace.
pub(super) fn look(call: &Call, paths: &[PathBuf], from: SeenFrom) -> Result<Looked, Halt> {
    let mut looked = Looked::default();
    if paths.is_empty() {
        let store = opened::store(call)?;
        let here = from.folder(store.root());
        look_at(&store, call, (&[], here), &mut looked)?;
        return Ok(looked);
    }
    let parted = by_workspace(call, paths)?;
    looked.outside = parted.outside;
    for (root, within) in parted.within {
        let store = Store::find(&root)?;
        let here = from.folder(store.root());
        look_at(&store, call, (&within, here), &mut looked)?;
    }
    Ok(looked)
}

/// Paths by the workspaces they lie in.
#[derive(Debug, Default)]
pub(in crate::cli) struct Parted {
    /// Each workspace with the paths in it; none of them means all of it.
    pub(in crate::cli) within: BTreeMap<PathBuf, Vec<PathBuf>>,
    /// What is said of those that lie in none.
    pub(in crate::cli) outside: Vec<String>,
}

/// The workspaces of the paths. One that lies in none is passed over where others do: a hook is given all files of a commit
/// that are called as ours.
pub(in crate::cli) fn by_workspace(call: &Call, paths: &[PathBuf]) -> Result<Parted, Halt> {
    let named = match call.options.workspace {
        Some(_) => named_or_above(call)?.and_then(|root| dunce::canonicalize(root).ok()),
        None => None,
    };
    let mut found = Parted::default();
    for path in paths {
        let shown = path.display();
        let whole = dunce::canonicalize(path)
            .map_err(|why| Halt::usage(words::there_is_no_such_file_or_folder(&why, &shown), ""))?;
        let above = || root_above(&whole).map(Path::to_owned);
        let Some(root) = named.clone().or_else(above) else {
            found.outside.push(words::lies_in_no_workspace(&shown, MARK));
            continue;
        };
        let within = whole.strip_prefix(&root).map_err(|_| {
            Halt::usage(words::does_not_lie_in(&shown, root.display()), words::LEAVE_WORKSPACE_OUT)
        })?;
        found.within.entry(root.clone()).or_default().push(within.to_owned());
    }
    match found.outside.first().filter(|_| found.within.is_empty()) {
        Some(outside) => Err(Halt::new(Code::NoWorkspace, outside.as_str(), words::OKR_INIT)),
        None => Ok(found),
    }
}

/// Looks at a workspace on all cores: some teams at a time are read, each with what it refers to in others, looked at and let
/// go, so that however many there are, few are held.
fn look_at(
    store: &Store,
    call: &Call,
    (within, here): (&[PathBuf], PathBuf),
    looked: &mut Looked,
) -> Result<(), Halt> {
    let mut outline = store.outline(&Names::All)?;
    store.name_hanging(&mut outline);
    let chosen = Chosen::of(&outline, store, call)?;
    let looking = Looking { store, within, today: call.today, here, chosen };
    let shares = looking.shares(&outline.workspace);
    let parts = counted(|count| {
        count.expect(shares.iter().map(Vec::len).sum());
        in_shares(&shares, 1, |shares| {
            shares
                .iter()
                .filter(|_| !count.is_stopped())
                .map(|keys| looking.part(&outline, keys, count))
                .collect::<Vec<_>>()
        })
    })?;
    let mut unread = looking.unread(&outline);
    for part in parts.into_iter().flatten() {
        let part = part?;
        looked.found.extend(part.found);
        unread.extend(part.unread);
    }
    unread.sort();
    unread.dedup();
    looked.broken.extend(unread.iter().map(|problem| looking.broken(problem)));
    looked.unread.extend(unread);
    Ok(())
}

/// The team and the cycle that were named.
struct Chosen {
    team: Option<TeamId>,
    cycle: Option<CycleId>,
}

impl Chosen {
    fn of(outline: &Loaded, store: &Store, call: &Call) -> Result<Self, Halt> {
        let workspace = &outline.workspace;
        let team = call.options.team.as_ref().map(|_| team_in(workspace, store.root(), call)).transpose()?;
        let cycle = pick::named_cycle(workspace, call)?;
        Ok(Self { team: team.map(|team| team.id.clone()), cycle: cycle.map(|cycle| cycle.id.clone()) })
    }

    fn is_team(&self, team: &TeamId) -> bool {
        self.team.as_ref().is_none_or(|chosen| chosen == team)
    }

    fn is(&self, key: &QuarterKey) -> bool {
        self.is_team(&key.team) && self.cycle.as_ref().is_none_or(|chosen| *chosen == key.cycle)
    }
}

/// What is looked at, and from where.
struct Looking<'l> {
    store: &'l Store,
    /// The files and folders that are meant; none means every open quarter.
    within: &'l [PathBuf],
    today: Day,
    /// The folder paths are seen from.
    here: PathBuf,
    chosen: Chosen,
}

impl Looking<'_> {
    fn is_whole(&self) -> bool {
        self.within.iter().all(|path| path.as_os_str().is_empty())
    }

    fn is_meant(&self, path: &Path) -> bool {
        self.is_whole() || self.within.iter().any(|part| path.starts_with(part))
    }

    /// Tells whether one of the paths lies in the folder of a quarter, or holds it.
    fn touches(&self, key: &QuarterKey) -> bool {
        let folder = quarter_folder(key);
        self.is_whole()
            || self.within.iter().any(|path| path.starts_with(&folder) || folder.starts_with(path))
    }

    /// The quarters of the teams that are looked at, a few teams at a time: what a team read earlier is asked about too.
    fn shares(&self, outline: &Workspace) -> Vec<Vec<QuarterKey>> {
        let teams: BTreeSet<&TeamId> = outline.unopened.iter().map(|key| &key.team).collect();
        let mut shares: Vec<Vec<QuarterKey>> = Vec::new();
        for team in teams.into_iter().filter(|team| self.chosen.is_team(team)) {
            let keys: Vec<&QuarterKey> = outline.unopened_of(team).collect();
            if !keys.iter().any(|key| self.touches(key)) {
                continue;
            }
            match shares.last_mut().filter(|share| share.len() < SHARE) {
                Some(share) => share.extend(keys.into_iter().cloned()),
                None => shares.push(keys.into_iter().cloned().collect()),
            }
        }
        shares
    }

    /// Tells whether a quarter that was read is looked at: every open one, or what lies in the paths.
    fn is_looked_at(&self, quarter: &Quarter) -> bool {
        self.chosen.is(&quarter.key)
            && if self.is_whole() { quarter.frame.closed.is_none() } else { self.touches(&quarter.key) }
    }

    fn part(&self, outline: &Loaded, keys: &[QuarterKey], count: &Count) -> Result<Looked, OpenError> {
        let part = self.store.apart_with_referred(outline, keys, |quarter| self.is_looked_at(quarter))?;
        let quarters = keys.iter().filter_map(|key| part.workspace.quarters.get(key));
        let desks = quarters.filter(|quarter| self.is_looked_at(quarter));
        let desks = desks.filter_map(|quarter| Desk::at(&part.workspace, &quarter.key, self.today).ok());
        let asked = desks.flat_map(|desk| Coach::at(&desk).all());
        let meant =
            asked.filter(|one| !part.unread.contains(&one.at) && self.is_meant(&store::path(&one.at)));
        let found = meant.map(|one| self.found(one)).collect();
        count.add(keys.len());
        Ok(Looked { found, unread: self.unread(&part), ..Looked::default() })
    }

    /// The files that are meant and cannot be read.
    fn unread(&self, loaded: &Loaded) -> Vec<Problem> {
        let meant = loaded.problems.iter().filter(|problem| self.is_meant(&problem.path));
        meant
            .filter(|problem| loaded.unread.iter().any(|at| store::path(at) == problem.path))
            .cloned()
            .collect()
    }

    fn broken(&self, problem: &Problem) -> Unread {
        let Problem { rule, line, column, message, hint, .. } = problem;
        let path = shown(&self.store.root().join(&problem.path), &self.here);
        Unread { path, line: *line, column: *column, rule, says: format!("{message} {hint}") }
    }

    /// Finds a question in its file.
    fn found(&self, placed: Placed) -> PlacedFinding {
        let Placed { at, finding } = placed;
        let text = self.store.text(&at).ok().flatten().unwrap_or_default();
        let stretch = stretch_of(&text, finding.key, &finding.span);
        let (from, to) = (position(&text, stretch.start), position(&text, stretch.end));
        let line = text.lines().nth(from.line - 1).unwrap_or_default().trim_start_matches('\u{feff}');
        // What spans several lines ends with the first.
        let end = if to.line == from.line { to.column } else { line.chars().count() + 1 };
        let source = (!finding.key.is_empty()).then(|| line.to_owned());
        let Position { line, column } = from;
        let path = shown(&self.store.root().join(store::path(&at)), &self.here);
        PlacedFinding { path, line, column, end_column: end.max(column), source, about: about(&at), finding }
    }
}

/// The folder the command runs in, links resolved.
pub(in crate::cli) fn here() -> PathBuf {
    std::env::current_dir().and_then(dunce::canonicalize).unwrap_or_default()
}

/// The id of what an address holds.
fn about(at: &Address) -> String {
    match at {
        Address::KeyResult(..) | Address::Objective(..) => at.id().to_owned(),
        other => other.quarter().map(|_| "quarter".to_owned()).unwrap_or_default(),
    }
}

/// A path as seen from here where it lies near, with `/` on every system; else whole.
fn shown(path: &Path, here: &Path) -> String {
    let parts =
        |path: &Path| path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    let near: Vec<String> = match path.strip_prefix(here) {
        Ok(below) => parts(below),
        Err(_) => match from_here(path, here) {
            Some(near) => parts(&near),
            None => return path.to_string_lossy().into_owned(),
        },
    };
    near.join("/")
}

/// A path by way of the workspace above; none where it lies elsewhere.
fn from_here(path: &Path, here: &Path) -> Option<PathBuf> {
    let root = root_above(here)?;
    let up = here.strip_prefix(root).ok()?.components().map(|_| Component::ParentDir);
    Some(up.collect::<PathBuf>().join(path.strip_prefix(root).ok()?))
}
