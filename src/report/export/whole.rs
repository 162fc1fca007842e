//! Everything in one JSON value: each record with the path of its file, in the order of the paths. It is made part by part,
//! as nobody has to hold all of a large company at once.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::domain::change::{Address, Record};
use crate::domain::quarter::Quarter;
use crate::domain::team::Team;
use crate::domain::workspace::Workspace;
use crate::method::texts;
use crate::report::json;
use crate::words::report::export as words;

/// The text of everything, but for the records.
#[derive(Debug, Clone)]
pub struct Whole {
    head: String,
    foot: String,
}

/// How far a record stands from the left.
const INDENT: &str = "\n    ";

impl Default for Whole {
    fn default() -> Self {
        Self::new()
    }
}

impl Whole {
    /// What stands around the records.
    pub fn new() -> Self {
        let empty =
            json!({ "holds": words::A_QUARTERDECK_WORKSPACE, "notice": texts::notice(), "records": [] });
        let text = json::text(empty);
        let (head, foot) = text.rsplit_once("[]").unwrap_or((&text, ""));
        Self { head: format!("{head}["), foot: format!("\n  ]{foot}") }
    }

    /// What stands before the records.
    pub fn head(&self) -> &str {
        &self.head
    }

    /// What stands behind them, with the files that could not be read, where there are such.
    pub fn foot(&self, unread: &Value) -> String {
        if unread.as_array().is_none_or(Vec::is_empty) {
            return self.foot.clone();
        }
        let text = json::document(&json!({ json::UNREAD: unread }));
        let (_, row) = text.split_once('\n').unwrap_or_default();
        format!("\n  ],\n{row}")
    }

    /// The records above the teams: they come first, and the settings are one of them. What could not be read is left out, as
    /// what stands in for it is nobody's.
    pub fn above(workspace: &Workspace) -> String {
        let Workspace { settings, steps, cycles, unread, .. } = workspace.clone();
        let mut records = Workspace { settings, steps, cycles, ..Workspace::default() }.records();
        records.retain(|(at, _)| *at == Address::Settings || !unread.contains(&at.to_string()));
        let rows = rows(records);
        rows.strip_prefix(',').map(str::to_owned).unwrap_or_default()
    }

    /// The records of one team, behind others; those of the files named as unread are left out.
    pub fn team<'q>(
        team: Option<&Team>,
        quarters: impl Iterator<Item = &'q Quarter>,
        unread: &BTreeSet<String>,
    ) -> String {
        let team = team.map(|team| (Address::Team(team.id.clone()), Record::Team(team.clone())));
        let records = team.into_iter().chain(quarters.flat_map(Quarter::records));
        rows(records.filter(|(at, _)| !unread.contains(&at.to_string())).collect())
    }
}

/// Records as they stand in the list, each behind a comma.
fn rows(records: Vec<(Address, Record)>) -> String {
    let mut rows: Vec<(String, Record)> =
        records.into_iter().map(|(at, record)| (at.to_string(), record)).collect();
    rows.sort_by(|one, other| one.0.cmp(&other.0));
    let row = |(at, record): &(String, Record)| {
        let value = json!({ "at": at, "record": json::record(record) });
        // A line end within a text is written by an escape, so each that stands here begins a line.
        format!(",{INDENT}{}", json::escape(&format!("{value:#}")).replace('\n', INDENT))
    };
    rows.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_together_are_the_document_that_they_are_parts_of() {
        let teams = ["a", "a-b", "b"].map(|id| Team::named(id.parse().unwrap(), format!("Team\n“{id}”")));
        let whole = Whole::new();
        let mut text = format!("{}{}", whole.head(), Whole::above(&Workspace::default()));
        text.extend(
            [1, 0, 2].map(|at: usize| Whole::team(teams.get(at), std::iter::empty(), &BTreeSet::new())),
        );
        let unread = json!(["teams/a/team.toml"]);
        let damaged = format!("{text}{}", whole.foot(&unread));
        text.push_str(&whole.foot(&json!([])));
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(json::document(&value), text);
        assert_eq!(value.get(json::UNREAD), None);
        let value: Value = serde_json::from_str(&damaged).unwrap();
        assert_eq!((json::document(&value), &value[json::UNREAD]), (damaged, &unread));
        let paths = value["records"].as_array().unwrap().iter().map(|row| row["at"].as_str().unwrap());
        assert!(paths.is_sorted());
    }
}
