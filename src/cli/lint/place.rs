//! Which files are looked at, and where in them a question stands.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::cli::call::Call;
use crate::cli::halt::{Code, Halt};
use crate::cli::opened::{MARK, Opened, named_or_above};
use crate::cli::pick;
use crate::domain::change::Address;
use crate::domain::decision::Desk;
use crate::domain::quarter::{Quarter, QuarterKey};
use crate::method::lint::{Coach, Placed};
use crate::report::lint::Found;
use crate::store;
use crate::store::problem::Problem;
use crate::store::place::{Position, position, stretch_of};

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
        look_at(&Opened::find(call)?, call, &[], &mut looked)?;
        return Ok(looked);
    }
    for (root, within) in by_workspace(call, paths)? {
        look_at(&Opened::at(&root)?, call, &within, &mut looked)?;
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

fn look_at(opened: &Opened, call: &Call, within: &[PathBuf], looked: &mut Looked) -> Result<(), Halt> {
    let is_whole = within.iter().all(|path| path.as_os_str().is_empty());
    let is_meant = |path: &Path| is_whole || within.iter().any(|part| path.starts_with(part));
    for quarter in chosen(opened, call)? {
        let is_looked_at = if is_whole { quarter.frame.closed.is_none() } else { touches(quarter, within) };
        let Ok(desk) = Desk::at(&opened.workspace, &quarter.key, call.today) else { continue };
        if is_looked_at {
            let all = Coach::at(&desk).all().into_iter();
            let all = all.filter(|one| !opened.unread.contains(&one.at) && is_meant(&store::path(&one.at)));
            looked.found.extend(all.map(|one| found(opened, one)));
        }
    }
    let unread = opened.problems.iter().filter(|problem| is_meant(&problem.path));
    let unread = unread.filter(|problem| opened.unread.iter().any(|at| store::path(at) == problem.path));
    looked.unread.extend(unread.cloned());
    Ok(())
}

/// The quarters of the team and cycle that were named, else all.
fn chosen<'o>(opened: &'o Opened, call: &Call) -> Result<Vec<&'o Quarter>, Halt> {
    let team = call.options.team.as_ref().map(|_| opened.team(call)).transpose()?;
    let cycle = call.options.cycle.as_ref().map(|typed| pick::typed_cycle(&opened.workspace, typed)).transpose()?;
    let is_chosen = |key: &QuarterKey| {
        team.is_none_or(|team| team.id == key.team) && cycle.is_none_or(|cycle| cycle.id == key.cycle)
    };
    Ok(opened.workspace.quarters.values().filter(|quarter| is_chosen(&quarter.key)).collect())
}

/// Tells whether one of the paths lies in the folder of a quarter, or holds it.
fn touches(quarter: &Quarter, within: &[PathBuf]) -> bool {
    let QuarterKey { team, cycle } = &quarter.key;
    let folder: PathBuf = ["teams", team.as_str(), cycle.as_str()].iter().collect();
    within.iter().any(|path| path.starts_with(&folder) || folder.starts_with(path))
}

/// Finds a question in its file.
fn found(opened: &Opened, placed: Placed) -> Found {
    let Placed { at, finding } = placed;
    let text = opened.text(&at).unwrap_or_default();
    let stretch = stretch_of(&text, finding.key, &finding.span);
    let (from, to) = (position(&text, stretch.start), position(&text, stretch.end));
    let line = text.lines().nth(from.line - 1).unwrap_or_default().trim_start_matches('\u{feff}');
    // What spans several lines ends with the first.
    let end = if to.line == from.line { to.column } else { line.chars().count() + 1 };
    let source = (!finding.key.is_empty()).then(|| line.to_owned());
    let Position { line, column } = from;
    let path = shown(&opened.root.join(store::path(&at)));
    Found { path, line, column, end_column: end.max(column), source, about: about(&at), finding }
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
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().and_then(|here| here.canonicalize()).unwrap_or_default();
    let parts = |path: &Path| path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    let near: Vec<String> = match path.strip_prefix(&here) {
        Ok(below) => parts(below),
        Err(_) => match from_here(path, &here) {
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
