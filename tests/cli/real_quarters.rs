//! The real quarters, as far as they are public, by commands alone: set, committed, checked in, scored, closed. What was
//! never public stays "no data".

use std::collections::BTreeMap;

use serde_json::Value;

use crate::quarters::{RealKeyResult, RealQuarter, RealTeam, all};
use crate::support::cli::Outcome;
use crate::support::tree::{paths_like, toml};
use crate::support::{Home, okr};
use quarterdeck::domain::cycle::Cycle;
use quarterdeck::domain::day::Day;
use quarterdeck::domain::measure::Kind;
use quarterdeck::domain::score::Score;
use quarterdeck::domain::word::word;

/// What goes past all that asks for a reason: nobody published assumptions, votes or what was not done.
const REASON: &str = "it stands as it was published";

/// What becomes of a key result whose facts are these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    /// Everything the formula needs is public.
    Scored,
    /// A floor or ceiling whose final reading is not: dropped before the close, never 0.
    Dropped,
    /// A way to go without its beginning: it waits beside the set.
    ToFindOut,
    /// Work: on the delivery list, unscored.
    Delivered,
}

fn fate(facts: &RealKeyResult) -> Fate {
    let has_start = facts.kind != Kind::Change || facts.baseline.is_some();
    match (has_start, facts.last) {
        (true, Some(_)) => Fate::Scored,
        (true, None) => Fate::Dropped,
        (false, _) if facts.label == "output" => Fate::Delivered,
        (false, _) => Fate::ToFindOut,
    }
}

/// A key result as it was entered: the id the program gave it, or of its line on the delivery list.
struct Entered<'a> {
    id: String,
    fate: Fate,
    facts: &'a RealKeyResult,
}

/// A team at the keyboard on a day.
struct Team<'a> {
    home: &'a Home,
    quarter: &'a RealQuarter,
    facts: &'a RealTeam,
    today: Day,
}

impl Team<'_> {
    fn type_in(&self, words: &[&str]) -> Outcome {
        let named = ["--team", &self.facts.name].into_iter().chain(words.iter().copied());
        let words: Vec<&str> = named.collect();
        okr(self.home).args(words.as_slice()).env("OKR_TODAY", &self.today.to_string()).run()
    }

    #[track_caller]
    fn run(&self, words: &[&str]) -> String {
        let outcome = self.type_in(words);
        outcome.code(0);
        outcome.stdout().trim_end().to_owned()
    }

    /// The rows of a list, by the column that names them.
    fn rows(&self, list: &str, name: &str) -> BTreeMap<String, Value> {
        let json = self.type_in(&["list", list, "--json"]).json();
        let rows = json["rows"].as_array().unwrap().iter();
        rows.map(|row| (row[name].as_str().unwrap().to_owned(), row.clone())).collect()
    }

    fn begin(&self) {
        let (first, last) = (self.quarter.first.to_string(), self.quarter.last.to_string());
        let mut words = vec!["init", "--cycle", &self.quarter.label];
        if Cycle::calendar(&self.quarter.label).is_none() {
            words.extend(["--first", &first, "--last", &last]);
        }
        self.run(&words);
    }
}

/// The fields of a key result as they are typed; the number of a floor or ceiling is its target.
fn fields(facts: &RealKeyResult) -> Vec<String> {
    let rows = [
        ("kind", Some(word(&facts.kind))),
        ("metric", facts.metric.clone()),
        ("unit", facts.unit.clone()),
        ("direction", facts.direction.map(|direction| word(&direction))),
        ("baseline", facts.baseline.map(|number| number.to_string())),
        ("target", facts.target.map(|number| number.to_string())),
        ("bound", Some(word(&facts.bound))),
    ];
    // What the facts leave out is said to be open: nothing is read from the sentence.
    rows.into_iter().map(|(name, value)| format!("{name}={}", value.unwrap_or_default())).collect()
}

/// Types in the set as it was published.
fn enter<'a>(team: &Team<'a>) -> Vec<Entered<'a>> {
    let mut entered = Vec::new();
    for objective in &team.facts.objectives {
        let under = team.run(&["add", "objective", &objective.title]);
        for facts in &objective.key_results {
            let fields = fields(facts);
            let mut words = vec!["add", "kr", &under, &facts.title];
            words.extend(fields.iter().map(String::as_str));
            entered.push(Entered { id: team.run(&words), fate: fate(facts), facts });
        }
        for initiative in &objective.initiatives {
            let last = &entered.last().unwrap().id;
            let id = team.run(&["add", "initiative", &format!("kr:{last}"), &initiative.text]);
            if initiative.done {
                team.run(&["set", &id, "done=yes"]);
            }
        }
    }
    entered
}

/// Commits the set, once what stands in the way stands beside it.
fn commit(team: &Team<'_>, entered: &mut [Entered<'_>]) {
    let refused = team.type_in(&["commit", "--reason", REASON, "--json"]);
    let waiting = entered.iter().filter(|it| matches!(it.fate, Fate::ToFindOut | Fate::Delivered));
    if waiting.clone().count() > 0 {
        refused.code(1);
        let json = refused.json();
        let stops = json["refused"].as_array().unwrap();
        let hard = |rule| stops.iter().filter(|stop| stop["rule"] == rule && stop["force"] == "hard").count();
        assert_eq!(hard("SET-7 baseline"), waiting.clone().count());
        assert_eq!(hard("SET-7 metric"), waiting.filter(|it| it.facts.metric.is_none()).count());
        for it in entered {
            stand_beside(team, it);
        }
        team.run(&["commit", "--reason", REASON]);
    } else {
        refused.code(0);
    }
}

fn stand_beside(team: &Team<'_>, it: &mut Entered<'_>) {
    let named = format!("kr:{}", it.id);
    match it.fate {
        Fate::ToFindOut => {
            let set = ["set", &named, "kind=establish-baseline", "contact=the team", "find_out_by=+4w"];
            team.run(&set);
        }
        Fate::Delivered => it.id = team.run(&["move", &named, "delivery"]),
        Fate::Scored | Fate::Dropped => {}
    }
}

/// Logs what was read on the way. A key result that waits would begin with what is read, so nothing is logged on it.
fn check_in(team: &Team<'_>, entered: &[Entered<'_>]) {
    for it in entered {
        match it.fate {
            Fate::Delivered => {}
            Fate::ToFindOut => {
                let row = &team.rows("key-results", "id")[&it.id];
                assert!(row["progress"].is_null() && row["reading"].is_null(), "{}: {row}", it.facts.title);
            }
            Fate::Scored | Fate::Dropped => {
                for value in &it.facts.interim {
                    team.run(&["checkin", &it.id, "--value", &value.to_string()]);
                }
            }
        }
    }
}

/// Scores what can be scored; everything else says "no data", which no command turns into a 0.
fn score(team: &Team<'_>, it: &Entered<'_>) {
    let (id, facts) = (it.id.as_str(), it.facts);
    let named = format!("kr:{id}");
    match it.fate {
        Fate::Scored => score_by_the_formula(team, id, facts),
        Fate::Dropped => {
            team.type_in(&["score", id]).code(2).stderr_has("no data");
            team.run(&["drop", &named, "--reason", "its final reading was never public"]);
        }
        Fate::ToFindOut => {
            for words in [vec!["score", id], vec!["score", id, "1.0", "--reason", REASON]] {
                team.type_in(&words).code(1).stderr_has("waits beside the set");
            }
        }
        Fate::Delivered => {
            let done = facts.done == Some(true) || facts.verdict.as_deref() == Some("achieved");
            team.run(&["set", id, if done { "done=yes" } else { "done=no" }]);
        }
    }
}

/// The formula gives what was worked out by hand. Where the team's own score is another one, it says why.
fn score_by_the_formula(team: &Team<'_>, id: &str, facts: &RealKeyResult) {
    let last = facts.last.unwrap().to_string();
    let remark = facts.remark.as_deref().unwrap_or(REASON);
    let outcome = team.type_in(&["score", id, "--reading", &last, "--tells-us", remark, "--json"]);
    outcome.code(0);
    let json = outcome.json();
    assert_eq!(json["score"]["proposed"].as_f64(), facts.expected_score.map(Score::ratio), "{}", facts.title);
    assert_eq!(json["score"]["scoring"]["score"], json["score"]["proposed"], "{}", facts.title);
    if let Some(published) = facts.published_score {
        let own = published.to_string();
        if facts.expected_score.is_some_and(|expected| published.is_moved_from(expected)) {
            team.type_in(&["score", id, &own]).code(1).stderr_has("give a reason");
        }
        team.run(&["score", id, &own, "--reason", "the team's own score"]);
    }
}

/// Writes down what they said afterwards and closes.
fn close(team: &Team<'_>, entered: &[Entered<'_>]) {
    for it in entered.iter().filter(|it| it.fate != Fate::Scored) {
        let own = it.facts.published_score.map(|score| format!("the team's own score is {score}"));
        for said in own.iter().chain(&it.facts.remark) {
            team.run(&["retro", "add", "process", &format!("{}: {said}", it.facts.title)]);
        }
    }
    let said = &team.quarter.retrospective;
    let kinds = [("proud", &said.good), ("lesson", &said.bad), ("action", &said.r#try)];
    for (kind, texts) in kinds {
        for text in texts {
            team.run(&["retro", "add", kind, text]);
        }
    }
    team.run(&["close", "--reason", REASON]);
}

/// What the program says and what stands in the files, after the close.
fn look(team: &Team<'_>, entered: &[Entered<'_>]) {
    let scores = team.rows("scores", "key_result");
    let delivery = team.rows("delivery", "id");
    for it in entered {
        let title = &it.facts.title;
        if it.fate == Fate::Delivered {
            assert_eq!(delivery[&it.id]["text"], title.as_str());
            continue;
        }
        let row = &scores[&it.id];
        let state = match it.fate {
            Fate::Scored => "scored",
            Fate::Dropped => "dropped",
            Fate::ToFindOut | Fate::Delivered => "to-find-out",
        };
        assert_eq!(row["state"], state, "{title}");
        let expected = it.facts.expected_score.map(Score::ratio);
        assert_eq!(row["proposed"].as_f64(), expected, "{title}");
        assert_eq!(
            row["score"].as_f64(),
            it.facts.published_score.map(Score::ratio).filter(|_| expected.is_some()).or(expected)
        );
    }
    for objective in team.rows("objectives", "id").values() {
        let has_score = scores_under(team, objective["id"].as_str().unwrap()) > 0;
        assert_eq!(objective["score"].is_null(), !has_score, "{objective}");
    }
    let initiatives = team.rows("initiatives", "initiative");
    for facts in team.facts.objectives.iter().flat_map(|objective| &objective.initiatives) {
        assert_eq!(initiatives[&facts.text]["done"], facts.done, "{}", facts.text);
    }
    look_at_files(team, entered);
    team.type_in(&["status"]).code(0).stdout_has("Closed");
}

fn scores_under(team: &Team<'_>, objective: &str) -> usize {
    let rows = team.rows("key-results", "id");
    rows.values().filter(|row| row["objective"] == objective && !row["score"].is_null()).count()
}

fn look_at_files(team: &Team<'_>, entered: &[Entered<'_>]) {
    let id = team.rows("teams", "name")[&team.facts.name]["id"].as_str().unwrap().to_owned();
    let folder = team.home.work().join("teams").join(id).join(team.quarter.label.to_lowercase());
    assert_eq!(paths_like(&folder, "scores/*.toml").len(), count(entered, Fate::Scored));
    for it in entered.iter().filter(|it| it.fate != Fate::Delivered) {
        let file = toml(&folder, &format!("objectives/*/{}.toml", it.id));
        assert_eq!(file.contains_key("dropped"), it.fate == Fate::Dropped, "{file}");
        assert_eq!(file.contains_key("revision"), it.fate != Fate::ToFindOut, "{file}");
        assert_eq!(file["measure"].get("baseline").is_some(), it.facts.baseline.is_some(), "{file}");
    }
    let frame = toml(&folder, "cycle.toml");
    let closed = frame["closed"].as_datetime().map(ToString::to_string);
    assert_eq!(closed, Some(team.quarter.last.to_string()));
    let gone_past = frame["override"].as_array().unwrap();
    assert!(gone_past.iter().all(|past| past["reason"].as_str() == Some(REASON)), "{frame}");
    let delivered = frame.get("delivery").and_then(toml::Value::as_array).map_or(0, Vec::len);
    assert_eq!(delivered, count(entered, Fate::Delivered));
    let cycle = toml(team.home.work(), &format!("cycles/{}.toml", team.quarter.label.to_lowercase()));
    assert_eq!(cycle["first"].as_datetime().map(ToString::to_string), Some(team.quarter.first.to_string()));
    assert_eq!(cycle["last"].as_datetime().map(ToString::to_string), Some(team.quarter.last.to_string()));
}

fn count(entered: &[Entered<'_>], fate: Fate) -> usize {
    entered.iter().filter(|it| it.fate == fate).count()
}

/// The next quarter opens with what was not reached and what was learned, and with nothing in the set.
fn hand_over(team: &Team<'_>, entered: &[Entered<'_>]) {
    let (first, last) = (team.quarter.last.plus(1).to_string(), team.quarter.last.plus(90).to_string());
    team.run(&["init", "--cycle", "the next one", "--first", &first, "--last", &last]);
    let json = team.type_in(&["--cycle", "the-next-one", "list", "hand-over", "--json"]).json();
    let points = json["rows"].as_array().unwrap();
    let open = entered.iter().filter(|it| {
        it.fate == Fate::ToFindOut || it.facts.expected_score.is_some_and(|score| score < Score::FULL)
    });
    assert_eq!(points.iter().filter(|point| point["kind"] == "key-result").count(), open.count(), "{json}");
    let lessons = team.quarter.retrospective.bad.len();
    assert_eq!(points.iter().filter(|point| point["kind"] == "lesson").count(), lessons, "{json}");
    let set = team.type_in(&["--cycle", "the-next-one", "list", "key-results", "--json"]).json();
    assert_eq!(set["rows"].as_array().map(Vec::len), Some(0));
}

/// How many were scored, dropped, are to be found out and were delivered, all teams together.
type Counts = [usize; 4];

/// Runs one of the real quarters from an empty folder to the next one.
#[track_caller]
fn run_through(name: &str) -> Counts {
    let (_, quarter) = all().into_iter().find(|(other, _)| other == name).unwrap();
    let home = Home::empty();
    let mut counts = [0; 4];
    for facts in &quarter.teams {
        let mut team = Team { home: &home, quarter: &quarter, facts, today: quarter.first.plus(-21) };
        team.begin();
        let mut entered = enter(&team);
        team.today = quarter.first.plus(-1);
        commit(&team, &mut entered);
        team.today = quarter.first.plus(quarter.last.days_since(quarter.first) / 2);
        check_in(&team, &entered);
        team.today = quarter.last;
        for it in &entered {
            score(&team, it);
        }
        close(&team, &entered);
        look(&team, &entered);
        hand_over(&team, &entered);
        for (at, fate) in
            [Fate::Scored, Fate::Dropped, Fate::ToFindOut, Fate::Delivered].into_iter().enumerate()
        {
            counts[at] += count(&entered, fate);
        }
    }
    home.okr("check").code(0);
    counts
}

#[test]
fn a_year_of_verdicts_without_readings_has_no_score() {
    assert_eq!(run_through("chi-hack-night-2022-23"), [0, 7, 0, 6]);
}

#[test]
fn five_teams_of_one_quarter_close_side_by_side() {
    assert_eq!(run_through("engineering-fy21-q1"), [1, 1, 4, 8]);
}

#[test]
fn targets_that_were_passed_without_a_baseline_have_no_score() {
    assert_eq!(run_through("gitcoin-2018-q2"), [0, 0, 4, 2]);
}

#[test]
fn half_of_a_way_from_nought_is_half_a_score() {
    assert_eq!(run_through("mozilla-2018-h1"), [1, 0, 4, 0]);
}

#[test]
fn a_quarter_of_ticks_has_no_score() {
    assert_eq!(run_through("sourced-2018-q3"), [0, 0, 6, 8]);
}

#[test]
fn two_ceilings_held_at_every_reading_score_in_full() {
    assert_eq!(run_through("support-fy22-q2"), [2, 0, 0, 0]);
}

#[test]
fn three_floors_score_by_their_final_readings() {
    assert_eq!(run_through("support-fy22-q4"), [3, 0, 0, 0]);
}

#[test]
fn a_published_score_that_no_reading_gives_carries_its_reason() {
    let (_, quarter) = all().into_iter().find(|(name, _)| name == "engineering-fy21-q1").unwrap();
    let facts = quarter.teams.iter().find(|team| team.name == "Code Intelligence").unwrap();
    let home = Home::empty();
    let mut team = Team { home: &home, quarter: &quarter, facts, today: quarter.first.plus(-1) };
    team.begin();
    let mut entered = enter(&team);
    commit(&team, &mut entered);
    team.today = quarter.last;
    let latency = entered.iter().find(|it| it.fate == Fate::Dropped).unwrap();
    let remark = latency.facts.remark.as_deref().unwrap();
    team.type_in(&["score", &latency.id, "1.0"])
        .code(1)
        .stderr_has("there is no final reading to score from");
    team.run(&["score", &latency.id, "1.0", "--reason", remark]);
    let row = team.rows("scores", "key_result")[&latency.id].clone();
    assert!(row["proposed"].is_null() && row["reading"].is_null(), "{row}");
    assert_eq!((row["score"].as_f64(), row["reason"].as_str()), (Some(1.0), Some(remark)));
}
