//! What was changed is taken back and done again, by command and on the screens alike, also after a restart.

use std::path::Path;

use super::{KEY_RESULT, committed, draft, run};
use crate::support::tree::{files, write};
use crate::support::{Home, Screen, Snapshot, okr};

#[test]
fn commands_are_taken_back_one_by_one_and_done_again_to_the_byte() {
    let home = committed();
    let before = Snapshot::of(home.work());
    home.okr("checkin sign-in-failures --value 1.9% --confidence 50").code(0);
    home.okr("set payments people='Ada, Lin, Kim'").code(0);
    home.okr("drop sign-in-failures --reason 'the provider leaves'").code(0);
    let after = Snapshot::of(home.work());
    home.okr("undo --list").code(0).stdout_has("drop “sign-in failures”\nchange the team");
    home.okr("undo").code(0).stderr_has("Undid: drop “sign-in failures”  (payments/2027-q1)");
    home.okr("undo 2").code(0).stderr_has("Undid: change the team");
    assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new());
    home.okr("redo 3").code(0).stderr_has("Redid: drop");
    assert_eq!(Snapshot::of(home.work()).changes_since(&after), Vec::<String>::new());
    home.okr("redo").code(1).stderr_has("nothing was taken back that could be done again");
}

/// A file with everything in it that a person may add: a comment at the head, behind a value and at the end, other quotes, an
/// unknown key.
fn annotate(home: &Home, path: &str) {
    let text = std::fs::read_to_string(home.work().join(path)).unwrap();
    let text = text.replacen('\n', "   # as said in the room\nodd_key = 5\n", 1);
    let text =
        text.replace("title = \"", "# in her words\ntitle = \"").replace("[measure]", "\n\n[ measure ]");
    write(home.work(), path, &format!("# ours\n{text}# until here\n"));
}

#[test]
fn what_was_removed_moved_or_joined_comes_back_to_the_byte_with_what_people_wrote_into_the_files() {
    let home = draft();
    let add = |line: &str| home.okr(line).code(0).stdout().trim().to_owned();
    add("add objective 'Nobody is locked out' why_now='support says so'");
    add("add kr nobody 'Lockouts from 12 to 3 per week'");
    let (first, second) = (add("add assumption sign-in-p 'the API stays'"), add("add not-now 'billing'"));
    let lesson = add("retro add lesson 'earlier'");
    for path in files(home.work()).iter().filter(|path| Path::new(path).extension().is_some()) {
        annotate(&home, path);
    }
    let before = Snapshot::of(home.work());
    for line in [
        "remove lockouts".to_owned(),
        "remove nobody".to_owned(),
        "move nobody sign-in-p".to_owned(),
        "move lockouts sign-in-p".to_owned(),
        "move lockouts delivery".to_owned(),
        "move nobody not-now --reason later".to_owned(),
        format!("remove {first}"),
        format!("remove {second}"),
        format!("remove {lesson}"),
        "set lockouts baseline=14 baseline_date=2026-12-04".to_owned(),
        "rewrite lockouts 'Locked out people from 12 to 2 per week' --old initiative".to_owned(),
    ] {
        home.okr(line.as_str()).code(0);
        let after = Snapshot::of(home.work());
        assert_ne!(after.changes_since(&before), Vec::<String>::new(), "{line}");
        home.okr("undo").code(0);
        assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new(), "{line}");
        home.okr("redo").code(0);
        assert_eq!(Snapshot::of(home.work()).changes_since(&after), Vec::<String>::new(), "{line}");
        home.okr("undo").code(0);
    }
}

fn screens(home: &Home) -> Screen {
    Screen::start(home, &home.work(), 100, 30, "")
}

#[test]
fn a_change_made_on_a_screen_is_taken_back_by_command_and_done_again_on_the_next_screen() {
    let home = committed();
    let before = Snapshot::of(home.work());
    let mut screen = screens(&home);
    screen.wait_for("? more").press("2", "◆ Check-ins").press("<enter>", "confidence");
    screen.keys("1.9<tab>50<c-s>").wait_for("Saved: ").keys("q").wait_exit();
    let after = Snapshot::of(home.work());
    assert_eq!(after.changes_since(&before).len(), 1);
    home.okr("undo").code(0).stderr_has("Undid: ");
    assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new());
    let mut screen = screens(&home);
    screen.wait_for("? more").press("U", "Redid: log").press("u", "Undid: log").press("u", "Undid: commit");
    screen.press("U", "Redid: commit").press("U", "Redid: log").press("U", "Nothing has been taken back.");
    screen.keys("q").wait_exit();
    assert_eq!(Snapshot::of(home.work()).changes_since(&after), Vec::<String>::new());
}

#[test]
fn what_somebody_else_has_changed_since_is_not_taken_back() {
    let home = committed();
    home.okr("set sign-in-failures contact=Kim").code(0);
    let text = std::fs::read_to_string(home.work().join(KEY_RESULT)).unwrap();
    write(home.work(), KEY_RESULT, &text.replace("Kim", "Lin"));
    let theirs = Snapshot::of(home.work());
    home.okr("undo").code(4).stderr_has("changed meanwhile: `contact`");
    assert_eq!(Snapshot::of(home.work()).changes_since(&theirs), Vec::<String>::new());
}

#[test]
fn undos_at_the_same_time_take_back_a_change_each() {
    let home = committed();
    for note in 1..=4 {
        run(&home, &format!("add not-now one{note}"));
    }
    let said: Vec<String> = std::thread::scope(|scope| {
        let undos: Vec<_> = (0..4).map(|_| scope.spawn(|| home.okr("undo"))).collect();
        undos
            .into_iter()
            .map(|undo| {
                let said = undo.join().unwrap();
                said.code(0);
                said.stderr().to_owned()
            })
            .collect()
    });
    for note in 1..=4 {
        let named = said.iter().filter(|said| said.contains(&format!("one{note}")));
        assert_eq!(named.count(), 1, "{said:?}");
    }
    assert!(!run(&home, "list not-now").contains("one"));
}

#[test]
fn where_nothing_was_changed_nothing_is_taken_back() {
    let home = Home::empty();
    home.okr("undo").code(3);
    home.okr("init --team Payments --cycle 2027-Q1").code(0);
    home.okr("undo").code(1).stderr_has("nothing was changed here");
    home.okr("undo 0").code(2);
    home.okr("undo 201").code(2);
}

#[test]
fn of_several_what_was_taken_back_before_one_clashed_is_said() {
    let home = committed();
    home.okr("set sign-in-failures contact=Kim").code(0);
    home.okr("add not-now 'a shop of our own'").code(0);
    let text = std::fs::read_to_string(home.work().join(KEY_RESULT)).unwrap();
    write(home.work(), KEY_RESULT, &text.replace("Kim", "Lin"));
    let outcome = home.okr("undo 2");
    outcome
        .code(4)
        .stderr_has("Undid: ")
        .stderr_has("a shop of our own")
        .stderr_has("changed meanwhile: `contact`");
    assert_eq!(home.okr("undo --json 2").exit_code(), Some(4), "the first one is undone already");
}

/// What somebody else does in the same files, with a state folder of their own.
#[track_caller]
fn others(home: &Home, line: &str) {
    let state = home.work().join("../of-others");
    okr(home).args(line).env("XDG_STATE_HOME", state.to_str().unwrap()).run().code(0);
}

#[test]
fn nothing_is_taken_back_that_others_have_hung_something_on() {
    let started = || {
        let home = Home::empty().today("2026-12-10");
        home.okr("init --team Payments --objective 'Sign-in people can rely on'").code(0);
        home
    };
    let cases: [(&[&str], &[&str], &str, &str); 6] = [
        (
            &["add objective 'A calm rota'"],
            &["add kr a-calm 'Pages from 9 to 3 per week'"],
            "undo",
            "pages.toml",
        ),
        (
            &["add kr sign-in 'Pages from 9 to 3 per week'", "remove pages"],
            &["remove sign-in"],
            "undo",
            "objective.toml",
        ),
        (
            &[
                "add objective 'A calm rota'",
                "add kr sign-in 'Pages from 9 to 3 per week'",
                "move pages a-calm",
            ],
            &["remove sign-in"],
            "undo",
            "sign-in-people-can-rely/objective.toml",
        ),
        (&["init --team Dock --cycle 2027-Q1"], &["--team dock add objective 'A dock'"], "undo", "a-dock"),
        (
            &["init --team Payments --cycle 2027-Q2"],
            &["--team payments --cycle 2027-q2 add objective 'Later'"],
            "undo",
            "2027-q2/objectives/later",
        ),
        (
            &["add kr sign-in 'Pages from 9 to 3 per week'", "undo"],
            &["remove sign-in"],
            "redo",
            "objective.toml",
        ),
    ];
    for (mine, theirs, turn, named) in cases {
        let home = started();
        for line in mine {
            home.okr(*line).code(0);
        }
        for line in theirs {
            others(&home, line);
        }
        let before = Snapshot::of(home.work());
        home.okr(turn).code(4).stderr_has(named);
        assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new(), "{mine:?}");
        home.okr("check").code(0);
    }
}

#[test]
fn a_score_stays_in_a_quarter_that_others_have_closed() {
    let home = committed().today("2027-03-30");
    home.okr("score sign-in-failures 0.4 --reading 1.6%").code(0);
    others(&home, "close --reason 'the test needs no more'");
    let before = Snapshot::of(home.work());
    home.okr("undo").code(4).stderr_has("its quarter is closed");
    assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new());
}

#[test]
fn nothing_goes_out_of_a_quarter_that_others_have_closed() {
    for (mine, theirs) in [
        ("drop sign-in-failures --reason 'no lever'", None),
        ("checkin sign-in-failures --value 1.6% --confidence 40", Some("score sign-in-failures 0.4")),
        ("retro add lesson 'we learnt'", Some("score sign-in-failures 0.4 --reading 1.6%")),
        ("add not-now billing", Some("score sign-in-failures 0.4 --reading 1.6%")),
    ] {
        let home = committed().today("2027-03-30");
        run(&home, mine);
        if let Some(line) = theirs {
            others(&home, line);
        }
        others(&home, "close --reason 'the test needs no more'");
        let before = Snapshot::of(home.work());
        home.okr("undo").code(4).stderr_has("its quarter is closed");
        assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new(), "{mine}");
    }
}

#[test]
fn another_cadence_goes_out_of_closed_quarters_again() {
    let home = committed().today("2027-03-30");
    run(&home, "score sign-in-failures 0.4 --reading 1.6%");
    run(&home, "close --reason 'the test needs no more'");
    let before = Snapshot::of(home.work());
    run(&home, "set settings cadence=monthly");
    assert!(!Snapshot::of(home.work()).changes_since(&before).is_empty());
    run(&home, "undo");
    assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new());
}

#[test]
fn an_objective_keeps_the_sentence_that_others_have_committed() {
    let home = draft();
    run(&home, "set sign-in-p title='Sign-in that works'");
    others(&home, "commit --reason 'the test needs no more'");
    let before = Snapshot::of(home.work());
    home.okr("undo").code(4).stderr_has("keeps its sentence").stderr_has("Say it anew with a reason");
    assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new());
}

#[test]
fn a_key_result_that_others_have_spoken_of_stays() {
    let home = committed();
    home.okr("add kr sign-in 'Pages from 9 to 3 per week'").code(0);
    others(&home, "checkin pages --value 8");
    home.okr("undo").code(4).stderr_has("checkins/2027-02-11-");
}

#[test]
fn what_others_hang_something_on_waits_and_what_is_given_up_names_the_next() {
    let home = draft();
    home.okr("add not-now 'first thing'").code(0);
    home.okr("add objective 'Zeta is there'").code(0);
    let theirs = "teams/payments/2027-q1/objectives/zeta-is-there/zeta-nps.toml";
    write(home.work(), theirs, "title = \"Zeta from 1 to 2\"\n");
    for _ in 0..2 {
        home.okr("undo").code(4).stderr_has("Take that away first").stderr_lacks("given up");
    }
    std::fs::remove_file(home.work().join(theirs)).unwrap();
    home.okr("undo").code(0).stderr_has("Undid: add").stderr_has("Zeta is there");
    home.okr("redo").code(0);
    let objective = "teams/payments/2027-q1/objectives/zeta-is-there/objective.toml";
    let text = std::fs::read_to_string(home.work().join(objective)).unwrap();
    write(home.work(), objective, &text.replace("Zeta is there", "Zeta is elsewhere"));
    home.okr("undo")
        .code(4)
        .stderr_has("it is given up, and the next one is: add “first thing” to the not-now list");
    home.okr("undo").code(0).stderr_has("Undid: add “first thing”");
}

#[test]
fn where_no_step_can_be_kept_the_undo_says_why_there_is_none() {
    let home = draft();
    write(home.work(), "state", "a file in the way");
    let nowhere = home.work().join("state");
    let undo = okr(&home).env("XDG_STATE_HOME", nowhere.to_str().unwrap()).args("undo").run();
    undo.code(1).stderr_has("drafts and undo cannot be kept: make the folder writable");
}
