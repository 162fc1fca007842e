//! The real quarters, as far as they are public, entered, checked in, scored and closed by commands. What was never
//! public stays "no data".

use crate::quarters::{RealKeyResult, RealQuarter, RealTeam, all};
use crate::support::{Home, okr};

/// The most objectives of a set; what a real team had beyond goes to the not-now list.
const WALL: usize = 5;

/// A team at work in its own folder.
struct Desk {
    home: Home,
}

impl Desk {
    #[track_caller]
    fn run(&self, args: &[&str]) -> String {
        let outcome = okr(&self.home).args(args).run();
        outcome.code(0);
        outcome.stdout().trim_end().to_owned()
    }

    fn today(self, day: &str) -> Self {
        Self { home: self.home.today(day) }
    }

    fn row(&self, key_result: &str) -> serde_json::Value {
        let rows = okr(&self.home).args("list key-results --json").run().json()["rows"].clone();
        rows.as_array().unwrap().iter().find(|row| row["id"] == key_result).unwrap().clone()
    }
}

/// What became of a key result on its way into the set.
enum Entered<'a> {
    /// Committed under this id.
    Committed(String, &'a RealKeyResult),
    /// Its baseline was never public: it waits beside the set.
    ToFindOut(String),
}

fn begin(quarter: &RealQuarter, team: &RealTeam) -> Desk {
    let desk = Desk { home: Home::empty().today(&quarter.first.plus(-14).to_string()) };
    let (first, last) = (quarter.first.to_string(), quarter.last.to_string());
    desk.run(&["init", "--team", &team.name, "--cycle", &quarter.label, "--first", &first, "--last", &last]);
    desk
}

fn enter<'a>(desk: &Desk, team: &'a RealTeam) -> Vec<Entered<'a>> {
    let mut entered = Vec::new();
    for (at, objective) in team.objectives.iter().enumerate() {
        let id = desk.run(&["add", "objective", &objective.title]);
        for initiative in &objective.initiatives {
            let done = if initiative.done { "done=yes" } else { "done=no" };
            desk.run(&["add", "delivery", &initiative.text, done]);
        }
        if at >= WALL {
            desk.run(&["move", &format!("objective:{id}"), "not-now", "--reason", "five is the most"]);
            continue;
        }
        entered
            .extend(objective.key_results.iter().filter_map(|key_result| enter_one(desk, &id, key_result)));
    }
    entered
}

/// Enters one key result; work without a measure goes to the delivery list.
fn enter_one<'a>(desk: &Desk, under: &str, key_result: &'a RealKeyResult) -> Option<Entered<'a>> {
    let measure = key_result.measure();
    let under = format!("objective:{under}");
    let mut add: Vec<String> = ["add", "kr", &under, &key_result.title].map(str::to_owned).to_vec();
    let rows = [
        ("kind", Some(quarterdeck::domain::word::word(&measure.kind))),
        ("metric", measure.metric.clone()),
        ("unit", measure.unit.clone()),
        ("direction", measure.direction.map(|direction| quarterdeck::domain::word::word(&direction))),
        ("baseline", measure.baseline.map(|number| number.to_string())),
        ("target", measure.target.map(|number| number.to_string())),
        ("bound", Some(quarterdeck::domain::word::word(&measure.bound))),
    ];
    add.extend(rows.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?))));
    let id = desk.run(&add.iter().map(String::as_str).collect::<Vec<_>>());
    let named = format!("kr:{id}");
    if measure.metric.is_none() {
        desk.run(&["move", &named, "delivery"]);
        return None;
    }
    if measure.forecast().is_some() {
        return Some(Entered::Committed(id, key_result));
    }
    let refused = okr(&desk.home).args("commit --reason 'as they had it'").run();
    refused.code(1).stderr_has("hard stop  SET-7 baseline");
    desk.run(&["set", &named, "kind=establish-baseline", "contact=the team", "find_out_by=+4w"]);
    Some(Entered::ToFindOut(id))
}

fn check_in(desk: &Desk, quarter: &RealQuarter, entered: &[Entered<'_>]) {
    for at in entered {
        let Entered::Committed(id, key_result) = at else { continue };
        for (round, reading) in (1..).zip(&key_result.interim) {
            let day = quarter.first.plus(round * 14).to_string();
            desk.run(&["checkin", id, "--value", &reading.to_string(), "--date", &day]);
        }
        if key_result.last.is_none() {
            assert!(desk.row(id)["progress"].is_null(), "{}", key_result.title);
        }
    }
}

/// Scores what is public; gives how many scores came from the formula.
fn score(desk: &Desk, entered: &[Entered<'_>]) -> usize {
    let mut scored = 0;
    for at in entered {
        let (id, key_result) = match at {
            Entered::Committed(id, key_result) => (id, key_result),
            Entered::ToFindOut(id) => {
                let row = desk.row(id);
                assert!(row["state"] == "to-find-out" && row["progress"].is_null(), "{row}");
                continue;
            }
        };
        let last = key_result.last.map(|last| last.to_string());
        match (&last, key_result.expected_score, key_result.published_score) {
            (Some(last), Some(expected), _) => {
                let json = okr(&desk.home).args(["score", id, "--reading", last, "--json"]).run().json();
                let proposed = json["score"]["proposed"].as_f64();
                assert_eq!(proposed, Some(expected.ratio()), "{}", key_result.title);
                scored += 1;
            }
            (_, _, Some(published)) => {
                desk.run(&["score", id, &published.to_string(), "--reason", "as the team published it"]);
            }
            _ => {
                okr(&desk.home).args(["score", id]).run().code(2).stderr_has("no data");
                desk.run(&["drop", &format!("kr:{id}"), "--reason", "its number was never public"]);
            }
        }
    }
    scored
}

fn close(desk: &Desk, quarter: &RealQuarter) {
    let retrospective = &quarter.retrospective;
    for text in &retrospective.good {
        desk.run(&["retro", "add", "proud", text]);
    }
    for text in &retrospective.bad {
        desk.run(&["retro", "add", "lesson", text]);
    }
    for (at, text) in retrospective.r#try.iter().enumerate() {
        desk.run(&["retro", "add", if at < 3 { "action" } else { "process" }, text]);
    }
    desk.run(&["close", "--reason", "as they had it"]);
    okr(&desk.home).args("check").run().code(0);
}

#[test]
fn every_real_quarter_runs_through_the_commands() {
    let mut scored = 0;
    for (name, quarter) in all() {
        for team in &quarter.teams {
            let desk = begin(&quarter, team);
            let entered = enter(&desk, team);
            let committed = entered.iter().any(|at| matches!(at, Entered::Committed(..)));
            if !committed && entered.is_empty() {
                // All of it was work: nothing is left to commit, and the delivery list holds it.
                assert!(desk.run(&["list", "delivery"]).lines().count() > 1, "{name}");
            }
            desk.run(&["commit", "--reason", "as they had it"]);
            let desk = desk.today(&quarter.last.to_string());
            check_in(&desk, &quarter, &entered);
            scored += score(&desk, &entered);
            close(&desk, &quarter);
        }
    }
    assert_eq!(scored, 7);
}
