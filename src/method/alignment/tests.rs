//! The map of four teams: a company, a function, two teams, one of which asks the other.

use super::*;
use crate::domain::dependency::Dependency;
use crate::domain::frame::{Frame, Nearer};
use crate::domain::id::{CycleId, KeyResultId, LineId};
use crate::domain::key_result::KeyResult;
use crate::domain::team::Level;

fn key(team: &str) -> QuarterKey {
    format!("{team}/2027-q1").parse().unwrap()
}

fn add(workspace: &mut Workspace, id: &str, level: Level, parent: Option<&str>) {
    let parent = parent.map(|parent| TeamId::new(parent).unwrap());
    workspace.teams.insert(key(id).team, Team { level, parent, ..Team::named(key(id).team, id) });
    workspace.quarters.insert(key(id), Quarter::new(key(id), Frame::default()));
}

fn objective(workspace: &mut Workspace, team: &str, id: &str, to: Option<&str>) {
    let mut objective = Objective::draft(ObjectiveId::new(id).unwrap(), id, 10);
    objective.contributes_to = to.map(str::to_owned);
    workspace.quarters.get_mut(&key(team)).unwrap().objectives.push(objective);
}

fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    let cycle = Cycle::calendar("2027-q1").unwrap();
    workspace.cycles.insert(cycle.id.clone(), cycle);
    add(&mut workspace, "payments", Level::Team, Some("eng"));
    add(&mut workspace, "acme", Level::Company, None);
    add(&mut workspace, "build", Level::Team, Some("eng"));
    add(&mut workspace, "eng", Level::Function, Some("acme"));
    objective(&mut workspace, "acme", "trust", None);
    objective(&mut workspace, "eng", "sooner", Some("acme/2027-q1/trust"));
    objective(&mut workspace, "payments", "calm", Some("eng/2027-q1/sooner"));
    objective(&mut workspace, "payments", "alone", None);
    let mut key_result = KeyResult::draft(KeyResultId::new("ci").unwrap(), "ci", 10);
    key_result.measured_at = Some("build".to_owned());
    key_result.dependencies.push(Dependency {
        id: LineId::new("runners").unwrap(),
        team: "build".to_owned(),
        need: "runners".to_owned(),
        by: None,
        asker: None,
        state: DependencyState::Open,
    });
    let quarter = workspace.quarters.get_mut(&key("payments")).unwrap();
    quarter.objectives[0].key_results.push(key_result);
    workspace
}

fn cycle(workspace: &Workspace) -> &Cycle {
    &workspace.cycles[&CycleId::new("2027-q1").unwrap()]
}

fn drawn(map: &Map<'_>) -> Vec<String> {
    let line = |row: &Row<'_>| {
        let says = match row.what {
            What::Team(team, _) => team.id.to_string(),
            What::Objective(_, objective) => objective.title.clone(),
            What::Link(link) => format!("-> {}", link.to.map_or("nothing", |(_, to)| &to.title)),
            What::Helped(link) => format!("<- {}", link.objective.title),
            What::Waits(asked) => format!("waits {}", asked.dependency.need),
            What::Asked(asked) => format!("asked {}", asked.dependency.need),
            What::Among(asked) => format!("among {}", asked.dependency.need),
            What::Measured(found) => format!("measured {}", found.key_result.id),
            What::Waiting => "waiting".to_owned(),
        };
        format!("{}{says}", "  ".repeat(usize::from(row.depth)))
    };
    map.rows.iter().map(line).collect()
}

#[test]
fn the_map_goes_from_company_to_function_to_team() {
    let workspace = workspace();
    let map = Map::of(&workspace, cycle(&workspace));
    let expected = [
        "acme",
        "  trust",
        "    <- sooner",
        "  eng",
        "    sooner",
        "      -> trust",
        "      <- calm",
        "    build",
        "      asked runners",
        "      measured ci",
        "    payments",
        "      calm",
        "        -> sooner",
        "        waits runners",
        "      alone",
        "        -> nothing",
        "waiting",
        "  among runners",
    ];
    assert_eq!(drawn(&map), expected);
    let sum = Sum { teams: 4, links: 2, nowhere: 0, unlinked: 1, nominal: 0, waiting: 1, unsettled: 1 };
    assert_eq!(map.sum(), sum);
    assert_eq!(map.parts(0), 15);

    let mut explained = workspace.clone();
    let all = &mut explained.quarters.get_mut(&key("payments")).unwrap().objectives;
    for one in all {
        one.no_link = Some("the audit asks for it".to_owned());
    }
    assert_eq!(Map::of(&explained, cycle(&explained)).sum(), Sum { unlinked: 0, ..sum });
}

#[test]
fn each_row_leads_to_its_other_end_and_back() {
    let workspace = workspace();
    let map = Map::of(&workspace, cycle(&workspace));
    let path = "payments/2027-q1/ci/runners".to_owned();
    let end = |spot: &Spot| map.row_of(spot).unwrap().other_end();
    assert_eq!(end(&Spot::Waits(path.clone())), Some(Spot::Asked(path.clone())));
    assert_eq!(end(&Spot::Asked(path.clone())), Some(Spot::Waits(path.clone())));
    assert_eq!(end(&Spot::Among(path.clone())), Some(Spot::Waits(path)));
    let calm = Spot::Objective(key("payments"), ObjectiveId::new("calm").unwrap());
    let sooner = Spot::Objective(key("eng"), ObjectiveId::new("sooner").unwrap());
    assert_eq!(end(&Spot::Link(key("payments"), ObjectiveId::new("calm").unwrap())), Some(sooner));
    assert_eq!(end(&Spot::Helped(key("payments"), ObjectiveId::new("calm").unwrap())), Some(calm.clone()));
    let above = [Spot::Team(key("payments").team), Spot::Team(key("eng").team), Spot::Team(key("acme").team)];
    assert_eq!(map.above(&calm), above);
    for row in &map.rows {
        assert!(row.other_end().is_none_or(|spot| map.row_of(&spot).is_some()), "{:?}", row.spot());
    }
}

#[test]
fn a_no_is_nominal_until_it_is_explained() {
    let answered = |ours, above, reason: &str| {
        let reason = Some(reason.to_owned()).filter(|reason| !reason.is_empty());
        Standing::of(&Alignment { ours, above, reason })
    };
    let (yes, partly, no) = (Some(Nearer::Yes), Some(Nearer::Partly), Some(Nearer::No));
    assert_eq!(answered(None, yes, ""), Standing::Untested);
    assert_eq!(answered(yes, partly, ""), Standing::Nearer);
    assert_eq!(answered(no, None, " "), Standing::Nominal);
    assert_eq!(answered(yes, no, "the audit asks for it"), Standing::Kept);
}

#[test]
fn teams_that_belong_to_each_other_are_on_the_map_once() {
    let mut workspace = workspace();
    let parent = Some(key("payments").team);
    workspace.teams.get_mut(&key("eng").team).unwrap().parent = parent;
    let map = Map::of(&workspace, cycle(&workspace));
    for id in ["acme", "eng", "payments", "build"] {
        let teams =
            map.rows.iter().filter(|row| matches!(row.what, What::Team(team, _) if team.id.as_str() == id));
        assert_eq!(teams.count(), 1, "{id}");
    }
}

#[test]
fn nothing_of_a_child_changes_what_stands_of_its_parent() {
    let one = workspace();
    let mut other = workspace();
    let quarter = other.quarters.get_mut(&key("payments")).unwrap();
    quarter.objectives[0].key_results[0].measure.target = Some(5.into());
    quarter.frame.alignment.ours = Some(Nearer::No);
    for team in ["acme", "eng"] {
        assert_eq!(one.quarters[&key(team)], other.quarters[&key(team)]);
    }
    assert_eq!(Map::of(&other, cycle(&other)).sum().nominal, 1, "of one team, not of those above");
}

#[test]
fn each_row_is_found_again_by_its_place_alone() {
    let workspace = workspace();
    let cycle = cycle(&workspace);
    for row in Map::of(&workspace, cycle).rows {
        let found = Row::at(&workspace, cycle, (&row.spot(), row.depth));
        assert_eq!(format!("{found:?}"), format!("{:?}", Some(row)));
    }
    let gone = Spot::Objective(key("eng"), ObjectiveId::new("calm").unwrap());
    assert!(Row::at(&workspace, cycle, (&gone, 0)).is_none());
}
