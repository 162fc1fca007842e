//! Which files are looked at, and where in them a question stands.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::cli::call::Call;
use crate::cli::halt::{Code, Halt};
use crate::cli::counting::counted;
use crate::cli::opened::{self, MARK, named_or_above, team_in, unreadable};
use crate::cli::pick;
use crate::domain::change::Address;
use crate::domain::decision::Desk;
use crate::domain::day::Day;
use crate::domain::quarter::QuarterKey;
use crate::method::lint::{Coach, Placed};
use crate::report::lint::Found;
use crate::store::{self, Loaded, Store};
use crate::store::problem::Problem;
use crate::store::shares::in_shares;
use crate::store::place::{Position, position, stretch_of};

/// The quarters that are looked at together.
const SHARE: usize = 4;

/// What was found, and which files could not be looked at.
#[derive(Debug, Default)]
pub(super) struct Looked {
    /// The questions, in the order of the files.
    pub(super) found: Vec<Found>,
    /// The files that cannot be read, each with place and reason.
    pub(super) unread: Vec<Problem>,
}

/// Looks at paths, or at every open quarter of the workspace.
pub(super) fn look(call: &Call, paths: &[PathBuf]) -> Result<Looked, Halt> {
    let mut looked = Looked::default();
    if paths.is_empty() {
        look_at(&opened::store(call)?, call, &[], &mut looked)?;
        return Ok(looked);
    }
    for (root, within) in by_workspace(call, paths)? {
        let store = Store::find(&root).map_err(|why| unreadable(&why))?;
        look_at(&store, call, &within, &mut looked)?;
    }
    Ok(looked)
}

/// The workspaces of the paths, each with the paths in it; none of them means all of it.
fn by_workspace(call: &Call, paths: &[PathBuf]) -> Result<BTreeMap<PathBuf, Vec<PathBuf>>, Halt> {
    let named = match call.options.workspace {
        Some(_) => named_or_above(call)?.and_then(|root| root.canonicalize().ok()),
        None => None,
    };
    let mut found: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
    for path in paths {
        let shown = path.display();
        let whole = path.canonicalize().map_err(|why| Halt::usage(format!("there is no such file or folder: {why}: {shown}"), ""))?;
        let above = || whole.ancestors().find(|folder| folder.join(MARK).is_file()).map(Path::to_owned);
        let root = named.clone().or_else(above).ok_or_else(|| {
            Halt::new(Code::NoWorkspace, format!("{shown} lies in no workspace: no {MARK} above it"), "okr init")
        })?;
        let within = whole.strip_prefix(&root).map_err(|_| {
            Halt::usage(format!("{shown} does not lie in {}", root.display()), "leave --workspace out")
        })?;
        found.entry(root.clone()).or_default().push(within.to_owned());
    }
    Ok(found)
}

/// Looks at a workspace on all cores. It is read whole, as what one team asks of another stands in both their files.
fn look_at(store: &Store, call: &Call, within: &[PathBuf], looked: &mut Looked) -> Result<(), Halt> {
    let loaded = opened::load(store)?;
    let looking = Looking { store, within, today: call.today, here: here() };
    let keys: Vec<QuarterKey> = chosen(&loaded, store, call)?.into_iter().filter(|key| looking.touches(key)).collect();
    let found = counted(|count| {
        count.expect(keys.len());
        in_shares(&keys, SHARE, |keys| {
            count.add(keys.len());
            if count.is_stopped() { Vec::new() } else { looking.at(&loaded, keys) }
        })
    })?;
    looked.found.extend(found.into_iter().flatten());
    looked.unread.extend(looking.unread(&loaded));
    Ok(())
}

/// The quarters of the team and cycle that were named, else all.
fn chosen(loaded: &Loaded, store: &Store, call: &Call) -> Result<Vec<QuarterKey>, Halt> {
    let workspace = &loaded.workspace;
    let team = call.options.team.as_ref().map(|_| team_in(workspace, store.root(), call)).transpose()?;
    let cycle = call.options.cycle.as_ref().map(|typed| pick::typed_cycle(workspace, typed)).transpose()?;
    let is_chosen = |key: &&QuarterKey| {
        team.is_none_or(|team| team.id == key.team) && cycle.is_none_or(|cycle| cycle.id == key.cycle)
    };
    Ok(workspace.quarters.keys().filter(is_chosen).cloned().collect())
}

/// What is looked at, and from where.
struct Looking<'l> {
    store: &'l Store,
    /// The files and folders that are meant; none means every open quarter.
    within: &'l [PathBuf],
    today: Day,
    /// The folder the command runs in.
    here: PathBuf,
}

impl Looking<'_> {
    fn is_whole(&self) -> bool {
        self.within.iter().all(|path| path.as_os_str().is_empty())
    }

    fn is_meant(&self, path: &Path) -> bool {
        self.is_whole() || self.within.iter().any(|part| path.starts_with(part))
    }

    /// Tells whether one of the paths lies in the folder of a quarter, or holds it.
    fn touches(&self, QuarterKey { team, cycle }: &QuarterKey) -> bool {
        let folder: PathBuf = ["teams", team.as_str(), cycle.as_str()].iter().collect();
        self.is_whole() || self.within.iter().any(|path| path.starts_with(&folder) || folder.starts_with(path))
    }

    fn at(&self, loaded: &Loaded, keys: &[QuarterKey]) -> Vec<Found> {
        let mut found = Vec::new();
        for quarter in keys.iter().filter_map(|key| loaded.workspace.quarters.get(key)) {
            let is_looked_at = !self.is_whole() || quarter.frame.closed.is_none();
            let Ok(desk) = Desk::at(&loaded.workspace, &quarter.key, self.today) else { continue };
            if is_looked_at {
                let all = Coach::at(&desk).all().into_iter();
                let all = all.filter(|one| !loaded.unread.contains(&one.at) && self.is_meant(&store::path(&one.at)));
                found.extend(all.map(|one| self.found(one)));
            }
        }
        found
    }

    /// The files that are meant and cannot be read.
    fn unread(&self, loaded: &Loaded) -> Vec<Problem> {
        let meant = loaded.problems.iter().filter(|problem| self.is_meant(&problem.path));
        meant.filter(|problem| loaded.unread.iter().any(|at| store::path(at) == problem.path)).cloned().collect()
    }

    /// Finds a question in its file.
    fn found(&self, placed: Placed) -> Found {
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
    Found { path, line, column, end_column: end.max(column), source, about: about(&at), finding }
    }
}

/// The folder the command runs in, links resolved.
fn here() -> PathBuf {
    std::env::current_dir().and_then(|here| here.canonicalize()).unwrap_or_default()
}

/// The id of what an address holds.
fn about(at: &Address) -> String {
    match at {
        Address::KeyResult(_, _, id) => id.to_string(),
        Address::Objective(_, id) => id.to_string(),
        other => other.quarter().map(|_| "quarter".to_owned()).unwrap_or_default(),
    }
}

/// A path as seen from here where it lies near, with `/` on every system; else whole.
fn shown(path: &Path, here: &Path) -> String {
    let parts = |path: &Path| path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
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
    let root = here.ancestors().find(|folder| folder.join(MARK).is_file())?;
    let up = here.strip_prefix(root).ok()?.components().map(|_| Component::ParentDir);
    Some(up.collect::<PathBuf>().join(path.strip_prefix(root).ok()?))
}
