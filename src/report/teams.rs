//! Where the teams of a workspace stand on a day, those that need something first.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::table::{Cell, Table};
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::quarter::{Phase, Quarter, QuarterKey};
use crate::domain::team::Team;
use crate::domain::workspace::Workspace;
use crate::method::attention::attention;
use crate::words::report::status as words;

/// The rows of a screen, below the head and above what is said at the end.
const SCREENFUL: usize = 20;

/// Where every team stands.
#[derive(Debug, Clone)]
pub struct Teams<'a> {
    rows: Vec<Stands<'a>>,
}

/// Where one team stands.
#[derive(Debug, Clone)]
struct Stands<'a> {
    team: &'a Team,
    quarter: Option<(&'a Quarter, Phase)>,
    overdue: usize,
    look_at: usize,
}

/// The quarters that tell where the teams stand on a day, as far as they have not been read: of each the one that runs, the
/// one before and the one after.
pub fn needed(workspace: &Workspace, today: Day) -> BTreeSet<QuarterKey> {
    let of_team = |team| {
        let known = workspace.known_of(team);
        let before = known.iter().rev().find(|(_, cycle)| cycle.last < today);
        let after = known.iter().find(|(_, cycle)| cycle.first > today);
        let now = known.iter().filter(|(_, cycle)| cycle.contains(today));
        now.chain(before).chain(after).map(|(key, _)| (*key).clone()).collect::<Vec<_>>()
    };
    workspace.teams.keys().flat_map(of_team).filter(|key| workspace.unopened.contains(key)).collect()
}

impl<'a> Teams<'a> {
    /// Looks at the quarter each team is in; a team that was merged into another is not there any more.
    pub fn of(workspace: &'a Workspace, today: Day) -> Self {
        let merged = workspace.merged_teams();
        let teams = workspace.teams.values().filter(|team| !merged.contains_key(&team.id));
        let mut rows: Vec<_> = teams.map(|team| Stands::of(workspace, team, today)).collect();
        rows.sort_by_key(|row| {
            (Reverse(row.overdue), Reverse(row.look_at), row.quarter.is_none(), row.team.name.to_lowercase())
        });
        Self { rows }
    }

    /// Tells whether a date has passed for one of them.
    pub fn is_overdue(&self) -> bool {
        self.rows.iter().any(|row| row.overdue > 0)
    }

    /// A screenful for a person, and how the others are seen.
    pub fn text(&self) -> String {
        let whole = self.table().to_text();
        let shown: String = whole.split_inclusive('\n').take(SCREENFUL + 1).collect();
        let last = match self.rows.len().saturating_sub(SCREENFUL) {
            0 => words::ONE_TEAM_ALONE.to_owned(),
            left => words::and_more_teams(left),
        };
        format!("{shown}{last}\n")
    }

    /// All of them for machines.
    pub fn json(&self, today: Day) -> Value {
        let rows = self.table().to_json();
        json!({ "today": today.to_string(), "overdue": self.is_overdue(), "rows": rows })
    }

    fn table(&self) -> Table {
        let rows = self.rows.iter().map(|row| {
            let cycle = row.quarter.map(|(quarter, _)| &quarter.key.cycle);
            let phase = row.quarter.map(|(_, phase)| phase);
            [
                Cell::text(&row.team.id),
                Cell::maybe(cycle),
                phase.map_or_else(Cell::none, |phase| Cell::shown(phase.word(), phase.id())),
                Cell::value(row.overdue),
                Cell::value(row.look_at),
                Cell::text(&row.team.name),
            ]
        });
        Table::new(&["team", "cycle", "phase", "overdue", "look_at", "name"]).with(rows)
    }
}

impl<'a> Stands<'a> {
    fn of(workspace: &'a Workspace, team: &'a Team, today: Day) -> Self {
        let cycle = workspace.current_cycle(&team.id, today);
        let key = cycle.map(|cycle| QuarterKey { team: team.id.clone(), cycle });
        // A team without a quarter now, or one without dates, stands at the end with none.
        let desk = key.and_then(|key| Desk::at(workspace, &key, today).ok());
        let rows = desk.as_ref().map(attention).unwrap_or_default();
        let quarter = desk.map(|desk| (desk.quarter, desk.quarter.phase(desk.cycle, today)));
        let overdue = rows.iter().filter(|row| row.is_overdue).count();
        Self { team, quarter, overdue, look_at: rows.len() - overdue }
    }
}
