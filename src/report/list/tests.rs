//! What holds for every list.

use super::*;
use crate::domain::cycle::Cycle;
use crate::domain::decision::{Start, start};
use crate::domain::id::TeamId;
use crate::domain::team::Team;

fn workspace() -> Workspace {
    let team = Team::named(TeamId::new("payments").unwrap(), "Payments");
    let cycle = Cycle::calendar("2027-q1").unwrap();
    let objective = Some("Sign-in people can rely on".to_owned());
    let mut workspace = Workspace::default();
    workspace.apply(&start(&Start { organisation: None, team, cycle, objective }).unwrap());
    workspace
}

#[test]
fn every_list_is_found_by_its_name_and_other_words() {
    for list in LISTS {
        assert_eq!(named(list.name).map(|found| found.name), Some(list.name));
        for alias in list.aliases {
            assert_eq!(named(alias).map(|found| found.name), Some(list.name), "{alias}");
        }
    }
    assert_eq!(named("Key Results").map(|list| list.name), Some("key-results"));
    assert!(named("owners").is_none());
}

#[test]
fn no_list_breaks_on_a_fresh_quarter() {
    let workspace = workspace();
    let today = Day::new(2026, 12, 10).unwrap();
    let key = workspace.quarters.keys().next().unwrap().clone();
    let desk = Desk::at(&workspace, &key, today).unwrap();
    for list in LISTS {
        let table = match list.rows {
            Rows::Outline(rows) => rows(&workspace),
            Rows::Frames(rows) | Rows::Results(rows) => rows(&workspace, today),
            Rows::Quarter(rows) => rows(&desk),
            Rows::Words(rows) => rows(""),
        };
        let wanted = ["objectives", "metrics", "teams", "cycles", "quarters"].contains(&list.name);
        assert_eq!(!table.is_empty(), wanted, "{}", list.name);
    }
}

#[test]
fn an_objective_is_listed_by_its_id() {
    let workspace = workspace();
    let key = workspace.quarters.keys().next().unwrap();
    let desk = Desk::at(&workspace, key, Day::new(2026, 12, 10).unwrap()).unwrap();
    let text = set::objectives(&desk).to_text();
    assert!(text.starts_with("id "), "{text}");
    assert!(text.contains("\nsign-in-people-can-rely  Sign-in people can rely on  0  "), "{text}");
}
