//! Teams, cycles, and which team has which quarter open.

use crate::domain::day::Day;
use crate::domain::word::word;
use crate::domain::workspace::Workspace;
use crate::method::library;
use crate::report::table::{Cell, Table};

pub(super) fn teams(workspace: &Workspace, today: Day) -> Table {
    let merged = workspace.merged_teams();
    let rows = workspace.teams.values().map(|team| {
        [
            Cell::text(&team.id),
            Cell::text(word(&team.level)),
            Cell::maybe(team.parent.as_ref()),
            Cell::value(team.people.len()),
            Cell::maybe(workspace.current_cycle(&team.id, today)),
            Cell::maybe(merged.get(&team.id).map(|heir| &heir.id)),
            Cell::text(&team.name),
        ]
    });
    Table::new(&["id", "level", "parent", "people", "cycle", "merged_into", "name"]).with(rows)
}

pub(super) fn cycles(workspace: &Workspace) -> Table {
    let mut cycles: Vec<_> = workspace.cycles.values().collect();
    cycles.sort_by_key(|cycle| (cycle.first, &cycle.id));
    let rows = cycles.into_iter().map(|cycle| {
        let read = |day: Day| Cell::maybe((!cycle.is_unread).then_some(day));
        [Cell::text(&cycle.id), read(cycle.first), read(cycle.last), Cell::text(&cycle.label)]
    });
    Table::new(&["id", "first", "last", "label"]).with(rows)
}

pub(super) fn quarters(workspace: &Workspace, today: Day) -> Table {
    let quarters = workspace.teams.keys().flat_map(|team| workspace.quarters_of(team));
    let rows = quarters.map(|(quarter, cycle)| {
        let phase = quarter.phase(cycle, today);
        [
            Cell::text(&quarter.key.team),
            Cell::text(&quarter.key.cycle),
            Cell::shown(phase.word(), phase.id()),
            Cell::maybe(quarter.frame.committed),
            Cell::maybe(quarter.frame.closed),
            Cell::value(quarter.live_objectives().count()),
            Cell::value(quarter.live_key_results().count()),
        ]
    });
    Table::new(&["team", "cycle", "phase", "committed", "closed", "objectives", "key_results"]).with(rows)
}

/// What is said of a metric.
const METRIC: &[&str] = &[
    "id",
    "theme",
    "direction",
    "aggregation",
    "timing",
    "payback",
    "unit",
    "baseline_question",
    "how",
    "guardrail",
    "example",
    "name",
];

/// The metrics a team can start from, of those the ones in which every word typed begins a word.
pub(super) fn metrics(typed: &str) -> Table {
    let rows = library::search(typed).into_iter().map(|metric| {
        [
            Cell::text(&metric.id),
            Cell::text(&metric.theme),
            Cell::text(word(&metric.direction)),
            Cell::text(word(&metric.aggregation)),
            Cell::text(metric.timing),
            Cell::text(metric.payback),
            Cell::text(&metric.unit),
            Cell::text(&metric.baseline_question),
            Cell::text(&metric.how),
            Cell::maybe(metric.guardrail.as_ref()),
            Cell::maybe(metric.example()),
            Cell::text(&metric.name),
        ]
    });
    Table::new(METRIC).with(rows)
}
