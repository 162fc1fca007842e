//! Small whole workspaces, two for each rule of the coach: in one it asks, and nothing else does; in the other nothing is
//! asked.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use quarterdeck::coach::rule::Rule;

use super::workspaces;
use crate::support::cli::{Outcome, okr};
use crate::support::home::Home;

fn lint(home: &Home, workspace: &Path) -> Outcome {
    // From within, paths are those of the workspace.
    okr(home).dir(workspace).args("lint").run()
}

/// The rules that ask, as the first line of each question names them.
fn asked(told: &str) -> BTreeSet<String> {
    let heads = told.lines().filter(|line| !line.starts_with(' '));
    heads.filter_map(|line| Some(line.split_once(" [")?.1.split_once(']')?.0.to_owned())).collect()
}

fn names(kind: &str) -> Vec<String> {
    workspaces(kind).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn a_rule_asks_where_it_should_and_no_other_does() {
    let home = Home::empty();
    for (name, workspace) in workspaces("asked") {
        let expected = fs::read_to_string(workspace.join("expected.txt")).unwrap_or_default();
        let outcome = lint(&home, &workspace);
        assert_eq!(outcome.stdout(), expected, "asked/{name}");
        outcome.code(1);
        assert_eq!(asked(outcome.stdout()), BTreeSet::from([name]));
    }
}

#[test]
fn nothing_is_asked_of_what_is_well_said() {
    let home = Home::empty();
    for (name, workspace) in workspaces("unasked") {
        let outcome = lint(&home, &workspace);
        assert_eq!(outcome.stdout(), "", "unasked/{name}");
        outcome.code(0);
    }
}

#[test]
fn every_rule_of_the_coach_has_its_two_folders() {
    let rules: BTreeSet<String> = Rule::ALL.iter().map(|rule| rule.id().to_owned()).collect();
    for kind in ["asked", "unasked"] {
        assert_eq!(names(kind).into_iter().collect::<BTreeSet<_>>(), rules, "{kind}");
    }
}

#[test]
fn the_folders_can_all_be_read() {
    for (name, workspace) in workspaces("asked").into_iter().chain(workspaces("unasked")) {
        let (_, loaded) = quarterdeck::store::Store::open(&workspace).unwrap();
        assert_eq!(loaded.problems, [], "{name}");
    }
}
