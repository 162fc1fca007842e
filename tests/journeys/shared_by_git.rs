//! Shared through git: eight people log their check-ins on eight clones, and everybody has all of them.

use crate::support::tree::{paths_like, toml};
use crate::support::{Screen, Snapshot};
use crate::sync::{KEY_RESULT, QUARTER, Team};

const SITTINGS: &str = "teams/payments/2027-q1/checkins/*.toml";

/// Everything but the lock of a clone.
fn differences(team: &Team, one: &str, other: &str) -> Vec<String> {
    let changes = Snapshot::of(team.at(one)).changes_since(&Snapshot::of(team.at(other)));
    changes.into_iter().filter(|change| !change.contains(".okr/")).collect()
}

#[test]
fn two_people_share_and_an_open_screen_shows_what_came_in() {
    let team = Team::begun();
    team.clone_as("lin");
    let mut screen = Screen::start(&team.home, &team.at("ada"), 120, 40, "");
    screen.wait_for("more");
    screen.press("2", "1 to log");

    let mut asked = Screen::start(&team.home, &team.at("lin"), 120, 30, "checkin failures");
    asked.wait_for("reading (").press("1.4%<enter>", "confidence (").press("60<enter>", "changed (");
    asked.press("retry storm fixed<enter>", "blocked (").press("<enter>", "plan (").keys("yes<enter>");
    assert_eq!(asked.wait_exit(), 0, "{}", asked.text());
    team.okr("lin", "sync");
    assert_eq!(team.okr("ada", "sync"), "pulled     1 commit");

    screen.wait_for("all logged").wait_for("retry storm fixed");
    screen.keys("q");
    assert_eq!(screen.wait_exit(), 0);
    assert_eq!(differences(&team, "ada", "lin"), Vec::<String>::new());
}

#[test]
fn eight_people_log_on_eight_clones_and_nothing_conflicts() {
    let team = Team::begun();
    let people: Vec<String> = (1..=8).map(|number| format!("clone-{number}")).collect();
    for person in &people {
        team.clone_as(person);
    }
    for (number, person) in people.iter().enumerate() {
        team.okr(
            person,
            format!("checkin failures --value 1.{number}% --confidence {}", 40 + number).as_str(),
        );
        let field = ["contact", "data", "measured_at", "agreement", "early_sign", "influence"].get(number);
        match field {
            Some(&"data") => team.okr(person, "set failures data=have"),
            Some(&"influence") => team.okr(person, "set failures influence=shared"),
            Some(field) => team.okr(person, format!("set failures {field}='said by {number}'").as_str()),
            None => team.okr(person, format!("add kr sign-in 'Idea of {person}'").as_str()),
        };
    }
    // All began with the same commit; each takes in what those before have shared.
    for person in people.iter().chain(&people) {
        team.okr(person, "sync");
    }
    for person in &people {
        assert_eq!(paths_like(team.at(person), SITTINGS).len(), 8, "{person}");
        assert_eq!(differences(&team, person, "clone-1"), Vec::<String>::new());
        team.okr(person, "check");
    }
    let key_result = toml(team.at("clone-5"), KEY_RESULT);
    assert_eq!(key_result["contact"].as_str(), Some("said by 0"));
    assert_eq!(key_result["early_sign"].as_str(), Some("said by 4"));
    assert_eq!(paths_like(team.at("clone-5"), &format!("{QUARTER}/objectives/*/idea-*.toml")).len(), 2);
    let log = team.git("clone-5", "log --format=%s");
    assert_eq!(log.matches("check-in 3, 1 reading").count(), 8, "{log}");
}
