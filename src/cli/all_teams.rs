//! Which cycle a command means that is about all teams.

use std::path::Path;

use super::call::Call;
use super::halt::Halt;
use super::opened::{first_quarter, team_in};
use super::pick;
use crate::domain::cycle::Cycle;
use crate::domain::decision::Desk;
use crate::domain::workspace::Workspace;
use crate::store::{Loaded, Store};

/// The cycle of what is about all teams, where it needs none of them to be found: the one that is named, and while no team is
/// meant the one that runs.
pub(super) fn cycle<'w>(
    workspace: &'w Workspace,
    root: &Path,
    call: &Call,
) -> Result<Option<&'w Cycle>, Halt> {
    let team = team_in(workspace, root, call);
    let is_none_meant = team.is_err() && call.options.team.is_none() && !workspace.teams.is_empty();
    team.map(|_| ()).or_else(|halt| if is_none_meant { Ok(()) } else { Err(halt) })?;
    match pick::named_cycle(workspace, call)? {
        None if is_none_meant => pick::running_cycle(workspace, call.today).map(Some),
        named => Ok(named),
    }
}

/// The cycle a command about all teams means, found by reading the quarter that is meant and no more.
pub(super) fn cycle_meant(store: &Store, outline: &Loaded, call: &Call) -> Result<Cycle, Halt> {
    if let Some(cycle) = cycle(&outline.workspace, store.root(), call)? {
        return Ok(cycle.clone());
    }
    let team = team_in(&outline.workspace, store.root(), call)?;
    let mut loaded = outline.clone();
    let key = first_quarter(store, &mut loaded, team, call)?;
    Ok(Desk::at(&loaded.workspace, &key, call.today)?.cycle.clone())
}
