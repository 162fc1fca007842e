//! Votes given alone are hidden until the room shows its own: on every command, text and JSON, on two clones.

use std::fs;

use quarterdeck::domain::confidence::Confidence;
use quarterdeck::domain::day::Day;
use quarterdeck::domain::decision::Desk;
use quarterdeck::domain::id::KeyResultId;
use quarterdeck::domain::seed::Seed;
use quarterdeck::domain::workspace::Workspace;
use quarterdeck::method::check_ins::Rounds;
use quarterdeck::method::session::{Act, Begin, Blind, Player};
use quarterdeck::method::step::{SessionKind, Step};
use quarterdeck::store::Store;

use super::{committed, run};
use crate::support::tree::{paths_like, write};
use crate::support::{Home, okr};

const SITTINGS: &str = "teams/payments/2027-q1/checkins";
const KEY_RESULT: &str = "sign-in-failures";

/// The clone of somebody else: the same folder, another person's home.
fn cloned(from: &Home) -> Home {
    let to = Home::empty().today("2027-02-11");
    carry(from, &to, "**");
    to
}

/// Carries files that are not there yet from one clone to another, as git would.
fn carry(from: &Home, to: &Home, under: &str) {
    for path in crate::support::tree::files(from.work()) {
        let target = to.work().join(&path);
        if (under == "**" || path.starts_with(under)) && !target.exists() {
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(from.work().join(&path), target).unwrap();
        }
    }
}

fn share(one: &Home, other: &Home) {
    carry(one, other, SITTINGS);
    carry(other, one, SITTINGS);
}

/// Every command that prints what stands there, also of the sittings themselves.
fn commands(home: &Home) -> Vec<String> {
    let lists = "objectives key-results assumptions negotiations dependencies initiatives revisions not-now delivery overrides waivers \
                 effort check-ins scores notes actions teams cycles quarters hand-over";
    let mut all: Vec<String> = lists.split_whitespace().map(|list| format!("list {list}")).collect();
    let others = [
        "list",
        "status",
        "show quarter",
        "check",
        "lint",
        "agenda",
        "plan",
        "show sign-in-failures",
        "show sign-in-people",
    ];
    all.extend(others.map(str::to_owned));
    let sittings = paths_like(home.work(), &format!("{SITTINGS}/*.toml"));
    let ids =
        sittings.iter().map(|path| path.rsplit('/').next().unwrap().trim_end_matches(".toml").to_owned());
    all.extend(ids.map(|id| format!("show {id}")));
    all
}

/// The commands that print one of the numbers as a word of its own.
fn telling(home: &Home, numbers: &[&str]) -> Vec<String> {
    let is_told =
        |text: &str| text.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| numbers.contains(&word));
    let mut found = Vec::new();
    for command in commands(home) {
        for form in ["", " --json"] {
            let line = format!("{command}{form}");
            let outcome = home.okr(&*line);
            if is_told(outcome.stdout()) || is_told(outcome.stderr()) {
                found.push(format!("{line}\n{}{}", outcome.stdout(), outcome.stderr()));
            }
        }
    }
    found
}

fn loaded(home: &Home) -> (Store, Workspace) {
    let (store, loaded) = Store::open(&home.work()).unwrap();
    (store, loaded.workspace)
}

#[test]
fn a_drop_shows_no_vote_of_a_check_in_that_goes_on() {
    let home = committed();
    run(&home, "checkin sign-in-f --value 1.9% --confidence 43");
    run(&home, "drop sign-in-f --reason gone");
    for command in ["show sign-in-f", "list check-ins", "export --format md"] {
        assert!(!run(&home, command).contains("43"), "{command}");
    }
    run(&home, "drop sign-in-f --back");
    assert!(run(&home, "show sign-in-f").contains("1 of 2 votes in, hidden"));
}

#[test]
fn two_vote_alone_on_their_clones_and_nobody_sees_a_number_before_the_room_shows_it() {
    let ada = committed();
    let lin = cloned(&ada);
    run(&ada, "checkin sign-in-f --value 1.4% --confidence 83 --changed 'retry storm fixed'");
    run(&lin, "checkin sign-in-f --confidence 87 --blocked 'logs late'");
    share(&ada, &lin);
    for clone in [&ada, &lin] {
        assert_eq!(telling(clone, &["83", "85", "87"]), Vec::<String>::new());
        clone
            .okr("show sign-in-failures")
            .code(0)
            .stdout_has("2 of 2 votes in, hidden")
            .stdout_lacks("confidence");
        clone.okr("list key-results").code(0).stdout_has("2 votes in, hidden");
        clone
            .okr("list check-ins")
            .code(0)
            .stdout_has("hidden")
            .stdout_has("retry storm fixed")
            .stdout_has("1.4 %");
        let shown: serde_json::Value = clone.okr("show sign-in-failures --json").json();
        assert_eq!(
            (shown["votes_hidden"].as_u64(), &shown["confidence"]),
            (Some(2), &serde_json::Value::Null)
        );
    }
    met(&ada, 60);
    ada.okr("show sign-in-failures").code(0).stdout_has("confidence 83").stdout_lacks("hidden");
    ada.okr("checkin sign-in-f --confidence 10")
        .code(1)
        .stderr_has("the room has shown its votes in check-in 3");
    ada.okr("checkin sign-in-f --value 1.3%").code(0).stdout_has("1.3 %");
}

/// The room meets on a folder: those who voted alone are in already, one more votes, and all is shown.
fn met(home: &Home, number: u8) {
    let (store, mut workspace) = loaded(home);
    let key = workspace.quarters.keys().next().unwrap().clone();
    let today = Day::new(2027, 2, 12).unwrap();
    let id = KeyResultId::new(KEY_RESULT).unwrap();
    let mut seed = Seed::new(7);
    let begin = Begin { kind: SessionKind::MidQuarter, people: 3, objectives: None };
    let mut player = Player::begin(begin, &Desk::at(&workspace, &key, today).unwrap()).unwrap();
    let acts = [Act::Next, Act::Blind(Blind::Show(vec![Some(number)])), Act::Next];
    for act in acts {
        let outcome = player.act(act, &Desk::at(&workspace, &key, today).unwrap(), &mut seed).unwrap();
        if let Some(change) = &outcome.change {
            store.save(change).unwrap();
            workspace.apply(change);
        }
        player = outcome.player;
        if player.step() == Step::Chk3 && player.ballot(&id).is_none() {
            let rounds = Rounds::at(&Desk::at(&workspace, &key, today).unwrap()).now(&id, today);
            assert_eq!((rounds.hidden, rounds.median()), (2, None));
        }
    }
    assert_eq!(player.ballot(&id).unwrap().shown(), Some(vec![number, 83, 87]));
    let now = Rounds::at(&Desk::at(&workspace, &key, today).unwrap()).now(&id, today);
    assert_eq!((now.hidden, now.median()), (0, Confidence::new(83)));
}

#[test]
fn whoever_cannot_note_that_a_vote_is_theirs_is_told_that_another_one_counts_beside_it() {
    let ada = committed();
    let no_folder = ada.work().join("okr.toml");
    let vote = |confidence: &str| {
        let line = format!("checkin sign-in-f --confidence {confidence}");
        okr(&ada).args(line.as_str()).env("XDG_STATE_HOME", &no_folder.display().to_string()).run()
    };
    vote("71").code(0).stderr_has("another one would count beside it");
    ada.okr("checkin sign-in-f --value 1.4%").code(0);
    run(&ada, "checkin sign-in-f --confidence 72");
    ada.okr("show sign-in-failures").code(0).stdout_has("votes in, hidden");
}

#[test]
fn ones_own_vote_is_replaced_on_ones_own_clone_and_no_file_says_whose_it_is() {
    let ada = committed();
    let lin = cloned(&ada);
    run(&ada, "checkin sign-in-f --value 1.4% --confidence 83 --changed 'retry storm fixed'");
    run(&lin, "checkin sign-in-f --confidence 87");
    share(&ada, &lin);
    let outcome = ada.okr("checkin sign-in-f --confidence 71");
    outcome
        .code(0)
        .stderr_has("in place of an earlier vote")
        .stderr_has("your earlier vote in this check-in no longer counts");
    ada.okr("checkin sign-in-f --confidence 72 --json").code(0).stdout_has("\"replaced\": true");
    share(&ada, &lin);
    lin.okr("show sign-in-failures").code(0).stdout_has("2 of 2 votes in, hidden").stdout_has("moved 50 %");
    assert_eq!(telling(&lin, &["71", "72", "77", "79", "80", "83", "87"]), Vec::<String>::new());
    lin.okr("list check-ins").code(0).stdout_has("retry storm fixed");
    for path in paths_like(lin.work(), &format!("{SITTINGS}/*.toml")) {
        let text = fs::read_to_string(lin.work().join(&path)).unwrap();
        assert!(!text.contains("Ada") && !text.contains("Lin"), "{path}\n{text}");
    }
    let over = ada.today("2027-02-25");
    let lin = lin.today("2027-02-25");
    for clone in [&over, &lin] {
        clone.okr("show sign-in-failures --json").code(0).stdout_has("\"confidence\": 80");
    }
    run(&over, "checkin sign-in-f --confidence 40");
    over.okr("show sign-in-failures").code(0).stdout_has("1 of 2 votes in, hidden");
}

#[test]
fn a_vote_that_comes_in_with_an_export_is_not_taken_for_ones_own() {
    let ada = committed();
    let lin = cloned(&ada);
    run(&ada, "checkin sign-in-f --confidence 83");
    write(lin.work(), "all.json", &run(&ada, "export --format json"));
    lin.okr("import --json all.json").code(0).stderr_has("1 record came in");
    lin.okr("checkin sign-in-f --confidence 87").code(0).stderr_lacks("in place of");
    lin.okr("show sign-in-failures").code(0).stdout_has("2 of 2 votes in, hidden");
}

#[test]
fn a_correction_says_no_vote_of_another() {
    let ada = committed();
    run(&ada, "checkin sign-in-f --value 1.4% --confidence 83");
    let lin = cloned(&ada);
    let id = paths_like(lin.work(), &format!("{SITTINGS}/*.toml"))[0]
        .rsplit('/')
        .next()
        .unwrap()
        .replace(".toml", "");
    for form in ["", " --json"] {
        let outcome = lin.okr(format!("checkin sign-in-f --value 1.5% --corrects {id}{form}"));
        if outcome.exit_code() == Some(0) {
            outcome.stdout_has("1.5").stdout_lacks("83");
        }
    }
    lin.okr("show sign-in-failures").code(0).stdout_has("1 of 2 votes in, hidden");
}

#[test]
fn an_opening_vote_waits_for_the_room_too() {
    let home = super::draft();
    run(&home, "checkin sign-in-f --opening --confidence 83");
    assert_eq!(telling(&home, &["83"]), Vec::<String>::new());
    home.okr("checkin sign-in-f --opening --confidence 71").code(0).stderr_has("no longer counts");
    home.okr("show sign-in-failures").code(0).stdout_has("1 of 2 votes in, hidden");
    run(&home, "checkin sign-in-f --opening --votes 60,71");
    home.okr("show sign-in-failures --json").code(0).stdout_has("\"confidence\": 66");
    home.okr("checkin sign-in-f --opening --confidence 10")
        .code(1)
        .stderr_has("shown its votes before the commit");
}

#[test]
fn an_opening_vote_on_what_was_drafted_after_the_commit_waits_hidden_as_the_first_ones_did() {
    let ada = committed();
    run(&ada, "add kr sign-in 'Lockouts from 12 to 3 per week' metric=lockouts source=logs");
    run(&ada, "checkin lockouts --opening --confidence 43");
    assert_eq!(telling(&ada, &["43"]), Vec::<String>::new());
    ada.okr("show lockouts").code(0).stdout_has("1 of 2 votes in, hidden");
    run(&ada, "commit --reason 'the test needs no more'");
    ada.okr("show lockouts").code(0).stdout_has("confidence 43");
}

#[test]
fn of_several_who_voted_alone_the_median_is_shown_and_nobodys_own_number() {
    let ada = committed();
    let lin = cloned(&ada);
    run(&ada, "checkin sign-in-f --confidence 40");
    run(&lin, "checkin sign-in-f --confidence 90");
    share(&ada, &lin);
    let ada = ada.today("2027-02-25");
    ada.okr("show sign-in-f").code(0).stdout_has("confidence 65");
    ada.okr("list key-results --json").code(0).stdout_has("\"confidence\": 65");
}

#[test]
fn a_vote_of_the_first_days_closes_no_check_in() {
    let home = committed().today("2027-01-04");
    run(&home, "checkin sign-in-f --votes 60,70 --value 2.2%");
    let home = home.today("2027-01-15");
    run(&home, "checkin sign-in-f --confidence 40 --value 2.1%");
    home.okr("show sign-in-f").code(0).stdout_has("1 of 2 votes in, hidden");
}

#[test]
fn a_vote_of_the_room_says_what_it_counts_and_keeps_that_when_it_is_corrected() {
    let ada = committed();
    run(&ada, "checkin sign-in-f --confidence 80");
    // Another machine types what the room votes, and mistypes it.
    let lin = cloned(&ada);
    lin.okr("checkin sign-in-f --votes 20")
        .code(0)
        .stdout_has("confidence 50 (from 20 to 80)")
        .stderr_has("1 vote that was given alone is counted in");
    let is_of_the_room = |path: &String| !ada.work().join(path).exists();
    let room =
        paths_like(lin.work(), &format!("{SITTINGS}/*.toml")).into_iter().find(is_of_the_room).unwrap();
    let id = room.rsplit('/').next().unwrap().trim_end_matches(".toml");
    lin.okr(["checkin", "sign-in-f", "--corrects", id, "--votes", "30"])
        .code(0)
        .stdout_has("confidence 55 (from 30 to 80)")
        .stderr_has("1 vote that was given alone is counted in");
    lin.okr("show sign-in-f --json").code(0).stdout_has("\"confidence\": 55");
}
