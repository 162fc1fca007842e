//! `okr init`: from an empty folder to a workspace, and on to the next quarter.

use crate::support::tree::{files, toml, write};
use crate::support::{Home, Snapshot, okr};

#[test]
fn a_workspace_begins_in_an_empty_folder_with_the_coming_quarter() {
    let home = Home::empty().today("2026-12-10");
    let outcome = home.okr(
        "init --team 'Payments & Co' --people 'Ada, Lin ,' --level function --objective 'Sign-in works'",
    );
    outcome
        .code(0)
        .stderr_has("Saved: begin Payments & Co 2027-Q1")
        .stderr_has("next: okr add kr sign-in-works");
    assert_eq!(outcome.stdout().trim_end(), home.work().display().to_string());
    let team = toml(home.work(), "teams/payments-co/team.toml");
    assert_eq!(team["name"].as_str(), Some("Payments & Co"));
    assert_eq!(team["level"].as_str(), Some("function"));
    assert_eq!(team["people"].as_array().map(Vec::len), Some(2));
    let cycle = toml(home.work(), "cycles/2027-q1.toml");
    assert_eq!(cycle["last"].as_datetime().map(ToString::to_string).as_deref(), Some("2027-03-31"));
    let objective = toml(home.work(), "teams/payments-co/2027-q1/objectives/sign-in-works/objective.toml");
    assert_eq!(objective["title"].as_str(), Some("Sign-in works"));
    home.okr("check").code(0);
}

#[test]
fn a_workspace_begins_in_a_folder_that_is_named_and_made() {
    let home = Home::empty().today("2026-12-10");
    home.okr("init plans/okrs --team Payments --cycle 2027-Q2 --organisation Acme").code(0);
    assert!(files(home.work()).contains(&"plans/okrs/cycles/2027-q2.toml".to_owned()));
    assert_eq!(toml(home.work(), "plans/okrs/okr.toml")["organisation"].as_str(), Some("Acme"));
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let home = Home::empty();
    write(home.work(), "README.md", "mine\n");
    let before = Snapshot::of(home.work());
    home.okr("init --team Payments").code(2).stderr_has("is not empty").stderr_has("Choose a new folder");
    home.okr("init . --team Payments").code(2);
    assert!(Snapshot::of(home.work()).changes_since(&before).is_empty());
}

#[test]
fn a_fresh_clone_is_empty_enough() {
    let home = Home::empty();
    write(home.work(), ".gitattributes", "* text=auto\n");
    home.okr("init --team Payments").code(0);
}

#[test]
fn a_workspace_begins_with_a_team() {
    let home = Home::empty();
    home.okr("init").code(2).stderr_has("begins with a team").stderr_has("okr init --team Payments");
    home.okr("init --team ''").code(2).stderr_has("its name is missing");
    home.okr("init --team Payments --cycle soon").code(2).stderr_has("name a quarter like 2027-Q1");
    home.okr("init --team Payments --level boss").code(2).stderr_has("company, function, team");
    assert!(files(home.work()).is_empty());
}

#[test]
fn a_cycle_may_have_days_of_its_own() {
    let home = Home::empty();
    let line = "init --team Payments --cycle 'Spring 2027' --first 2027-02-01 --last";
    home.okr(format!("{line} 2027-01-31")).code(2).stderr_has("is not after its first day");
    home.okr(format!("{line} 2027-02-30")).code(2).stderr_has("the calendar has no 2027-02-30");
    assert!(files(home.work()).is_empty());
    home.okr(format!("{line} 2027-05-31")).code(0);
    assert_eq!(toml(home.work(), "cycles/spring-2027.toml")["label"].as_str(), Some("Spring 2027"));
    home.okr("init --first 2027-02-01").code(2).stderr_has("--last");
}

#[test]
fn a_workspace_takes_in_another_team_and_opens_another_quarter() {
    let home = super::draft();
    home.okr("init --team Platform --cycle 2027-q1")
        .code(0)
        .stderr_has("add the team “Platform”, open 2027-Q1");
    home.okr("--team payments init --cycle 2027-q2").code(0).stderr_has("open 2027-Q2 for Payments");
    home.okr("--team payments init --cycle 2027-q2").code(2).stderr_has("open already");
    home.okr("init --team Payments --people Kim").code(2).stderr_has("okr set team:payments people=");
    let quarters = home.okr("list quarters --json").json();
    let shown: Vec<_> =
        quarters["rows"].as_array().unwrap().iter().map(|row| (&row["team"], &row["cycle"])).collect();
    assert_eq!(
        shown,
        [("payments", "2027-q1"), ("payments", "2027-q2"), ("platform", "2027-q1")]
            .map(|(a, b)| (a.into(), b.into()))
            .iter()
            .map(|(a, b): &(serde_json::Value, serde_json::Value)| (a, b))
            .collect::<Vec<_>>()
    );
}

#[test]
fn a_new_quarter_may_open_with_an_objective() {
    let home = super::draft();
    let outcome = home.okr("init --cycle 2027-q2 --objective 'Builds nobody waits for' --json");
    let json = outcome.json();
    assert_eq!((&json["cycle"], &json["objective"]), (&"2027-q2".into(), &"builds-nobody-waits-for".into()));
}

#[test]
fn a_copy_of_the_sample_can_be_kept() {
    let home = Home::empty();
    home.okr("init plans --sample").code(0).stderr_has("OKR_TODAY=2027-02-11 okr --team payments status");
    for line in
        ["status", "list", "list key-results", "list hand-over", "check", "show quarter", "list teams"]
    {
        let outcome = okr(&home).dir("plans").args(format!("--team payments {line}")).run();
        assert!(matches!(outcome.exit_code(), Some(0 | 1)), "{line}: {}", outcome.stderr());
        assert!(line == "check" || outcome.stdout().lines().count() > 2, "{line}: {}", outcome.stdout());
    }
    let before = Snapshot::of(home.work());
    home.okr("init plans --sample").code(2).stderr_has("is not empty");
    home.okr("init more --sample --people Ada").code(2).stderr_has("cannot be used with");
    assert!(Snapshot::of(home.work()).changes_since(&before).is_empty());
}

#[test]
fn the_organisation_of_a_workspace_that_is_here_is_not_dropped_without_a_word() {
    let home = super::draft();
    let before = Snapshot::of(home.work());
    for team in ["Payments", "Platform"] {
        home.okr(format!("--team {team} init --cycle 2027-q2 --organisation Umbrella"))
            .code(2)
            .stderr_has("--organisation: the workspace is here already")
            .stderr_has("okr set settings organisation=");
    }
    assert!(Snapshot::of(home.work()).changes_since(&before).is_empty());
    home.okr("set settings organisation=Umbrella").code(0);
}

#[test]
fn names_are_parted_alike_wherever_they_are_typed() {
    let home = Home::empty();
    home.okr("init --team Payments --people 'Ana; Ben, Kim'").code(0);
    let people = || toml(home.work(), "teams/payments/team.toml")["people"].clone();
    let begun = people();
    assert_eq!(begun.as_array().map(Vec::len), Some(3), "{begun}");
    home.okr("set team:payments people=Zoe").code(0);
    home.okr("set team:payments people='Ana; Ben, Kim'").code(0);
    assert_eq!(people(), begun);
}

#[test]
fn one_person_who_was_typed_twice_is_one() {
    let home = Home::empty();
    home.okr("init --team Payments --cycle 2027-Q1 --people 'Ada, ada; Lin, Ada'").code(0);
    let team = std::fs::read_to_string(home.work().join("teams/payments/team.toml")).unwrap();
    assert!(team.contains("people = [\"Ada\", \"Lin\"]"), "{team}");
}
