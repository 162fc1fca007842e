//! How a command ends: the exit codes, and that a stopped command changed nothing.

use super::{KEY_RESULT, committed, draft, run};
use crate::support::tree::{file, path_like, write};
use crate::support::{Home, Screen, Snapshot, okr};

#[test]
fn help_and_version_are_data() {
    let home = Home::empty();
    let help = home.okr("--help");
    help.code(0).stderr_is_empty();
    assert!(help.stdout().starts_with("Examples:\n  okr "), "{}", help.stdout());
    let verbs = help.stdout().split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0.lines();
    let verbs: Vec<&str> = verbs.filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).collect();
    let verbs: Vec<&str> = verbs.into_iter().filter(|verb| !["", "help"].contains(verb)).collect();
    assert!(verbs.len() > 15 && verbs.contains(&"checkin"), "{verbs:?}");
    for verb in verbs {
        let help = home.okr([verb, "--help"]);
        help.code(0).stderr_is_empty();
        assert!(help.stdout().starts_with("Examples:\n  okr "), "{verb}: {}", help.stdout());
    }
    home.okr("--version").code(0).stdout_has("okr ");
}

#[test]
fn a_day_that_is_none_ends_with_2_and_a_sentence() {
    let home = draft();
    for (day, says) in [
        ("2027-02-30", "the calendar has no 2027-02-30"),
        ("soon", "`soon` is not a date"),
        ("\u{1b}[2J", "␛[2J"),
    ] {
        okr(&home)
            .args("list")
            .env("OKR_TODAY", day)
            .run()
            .code(2)
            .stderr_has("OKR_TODAY: ")
            .stderr_has(says);
    }
}

#[test]
fn a_seed_gives_the_same_ids_again() {
    let ids = |seed: &str| {
        let home = draft().with("OKR_SEED", seed);
        [run(&home, "add not-now one"), run(&home, "add not-now two")]
    };
    assert_eq!(ids("7"), ids("7"));
    assert_ne!(ids("7"), ids("8"));
    assert_ne!(ids("7")[0], ids("7")[1]);
}

#[test]
fn a_damaged_file_ends_a_write_with_5_and_stays_as_it_is() {
    let home = draft();
    write(home.work(), KEY_RESULT, "title = 'a'\n<<<<<<< mine\n");
    let before = Snapshot::of(home.work());
    home.okr("list").code(0).stderr_has("in the files of").stderr_has("okr check");
    home.okr("check").code(1).stdout_has(&format!("{KEY_RESULT}:2:1: [merge-marker]")).stdout_has("hint: ");
    let json = home.okr("check --json");
    assert_eq!(json.code(1).json()["problems"][0]["rule"], "merge-marker");
    let check_in = okr(&home).args("checkin sign-in-f --value 1%").env("OKR_TODAY", "2027-02-11").run();
    check_in.code(3).stderr_has("may stand in what cannot be read").stderr_has(KEY_RESULT);
    for line in [
        "show sign-in-failures",
        "set sign-in-failures contact=Ada",
        "drop sign-in-failures --reason x",
        "waive sign-in-failures no-source --reason x",
        "move sign-in-failures up",
        "remove sign-in-failures",
    ] {
        let said = home.okr(line);
        said.code(3).stderr_has("may stand in what cannot be read").stderr_has(KEY_RESULT);
    }
    home.okr("show nothing-of-it").code(3);
    home.okr("show sign-in").code(0);
    assert!(Snapshot::of(home.work()).changes_since(&before).is_empty());
}

#[test]
fn nothing_is_decided_on_half_of_a_set() {
    let home = draft();
    run(&home, "add kr sign-in 'NPS from 20 to 40' metric=NPS baseline=20 target=40");
    let nps = KEY_RESULT.replace("sign-in-failures", "nps");
    let whole = file(home.work(), &nps);
    write(home.work(), &nps, "<<<<<<< mine\n");
    let says = format!("hard stop  unread  {nps}: it cannot be read; mend it first");
    home.okr("commit --reason x").code(3).stderr_has(&says).stderr_has("1 hard stop");
    let refused = home.okr("commit --reason x --json");
    assert_eq!(refused.code(3).json()["refused"][0]["rule"], "unread");
    for line in
        ["list --json", "status --json", "show sign-in-f --json", "export --format json", "export --json"]
    {
        let json = home.okr(line).json();
        assert_eq!(json["unread"], serde_json::json!([nps]), "{line}");
    }
    let mut screen = Screen::start(&home, &home.work(), 120, 40, "");
    screen.wait_for("Sign-in people can rely on").press("1", "c commit").press("c", "mend it first");
    drop(screen);

    write(home.work(), &nps, &whole);
    assert_eq!(home.okr("list --json").json().get("unread"), None);
    run(&home, "commit --reason x");
    let home = home.today("2027-03-29");
    run(&home, "score sign-in-f --reading 1.4%");
    run(&home, "score nps --reading 30");
    write(home.work(), &nps, "<<<<<<< mine\n");
    home.okr("close --reason x").code(3).stderr_has(&says);
    write(home.work(), &nps, &whole);
}

#[test]
fn where_a_quarter_stands_is_not_guessed_while_the_file_that_says_so_cannot_be_read() {
    let home = committed();
    let frame = "teams/payments/2027-q1/cycle.toml";
    write(home.work(), frame, &format!("{}<<<<<<< HEAD\n", file(home.work(), frame)));
    let before = Snapshot::of(home.work());
    for line in [
        "checkin sign-in-f --value 1% --confidence 50",
        "score sign-in-f 0.4 --reason x",
        "drop sign-in-f --reason x",
        "set sign-in-f contact=Ada",
        "add objective 'Refunds in a day'",
        "retro add lesson x",
        "commit --reason x",
        "close --reason x",
    ] {
        let refused = home.okr(line);
        refused.code(3).stderr_has(&format!("hard stop  unread  {frame}: it cannot be read; mend it first"));
        assert_eq!(refused.stderr().matches("hard stop  ").count(), 1, "{line}: {}", refused.stderr());
    }
    assert!(Snapshot::of(home.work()).changes_since(&before).is_empty());

    let status = home.okr("status");
    status.code(0).stdout_has("2027-Q1  Cannot be read, week 6 of 13").stderr_has("okr check");
    status.stdout_lacks("to commit").stdout_lacks("overdue").stdout_lacks("next");
    assert_eq!(home.okr("status --json").json()["phase"], "cannot be read");
    home.okr("agenda").code(0).stdout_lacks("next  ").stdout_lacks("Next: ");
    home.okr("history").code(0).stdout_has("Cannot be read");
    let mut screen = Screen::start(&home, &home.work(), 120, 40, "");
    screen
        .wait_for("2027-Q1  Payments  Cannot be read")
        .press("1", "Ground rules")
        .press("c", "so nothing is changed");
    screen.press("2", "no decision yet").wait_for("Where this quarter stands cannot be");
}

#[test]
fn a_cycle_whose_days_cannot_be_read_gets_no_others() {
    let home = Home::empty().today("2026-09-20");
    run(
        &home,
        "init --team Pay --cycle 2027-Q1 --first 2026-10-01 --last 2026-12-31 --objective 'Calm nights'",
    );
    run(&home, "add kr calm 'Pages from 9 to 3 per week'");
    run(&home, "commit --reason 'the test needs no more'");
    let cycle = "cycles/2027-q1.toml";
    write(home.work(), cycle, &format!("{}<<<<<<< HEAD\n", file(home.work(), cycle)));
    let home = home.today("2026-12-29");
    let status = home.okr("status");
    status.stdout_has("Cannot be read").stdout_lacks("to the quarter").stdout_lacks("next");
    home.okr("agenda").code(0).stdout_lacks("Kick-off");
    let cannot = [
        "score pages --reading 4",
        "checkin pages --value 4",
        "commit --reason x",
        "close --reason x",
        "export --format ics",
        "export --format ics --all",
        // The next one would be counted from it.
        "init",
    ];
    for line in cannot {
        home.okr(line).code(3).stderr_has(&format!("hard stop  unread  {cycle}"));
    }
    home.okr("plan").code(3).stderr_has(&format!("hard stop  unread  {cycle}"));
    home.okr("history --json").stdout_has("\"check_ins_planned\": null");
    home.okr("list cycles").stdout_has("2027-q1").stdout_lacks("2027-01-01");
    let page = home.okr("export --format md");
    page.stdout_has("Cannot be read, days unknown, committed on").stdout_lacks("31 Mar 2027");
    home.okr("export --format csv").stdout_has("Pages from 9 to 3").stdout_lacks("2027-03-31");
    let home = home.today("2027-01-20");
    let mut screen = Screen::start(&home, &home.work(), 120, 40, "");
    screen.wait_for("Calm nights").wait_for("days unknown");
    assert!(!screen.text().contains("week 3"), "{}", screen.text());
    screen.press("2", "Check-ins ─").press("<enter>", "so nothing is changed");
    let text = screen.text();
    assert!(
        !text.contains("to log") && !text.contains("Check-in 1") && text.contains("Cannot be read"),
        "{text}"
    );
    screen.press("3", "Scoring ─").wait_for("Cannot be read");
    assert!(!screen.text().contains("not scored yet"), "{}", screen.text());
}

#[test]
fn what_cannot_be_read_is_left_out_of_a_copy_of_everything_and_named_on_the_way_in() {
    let home = committed();
    let (frame, cycle) = ("teams/payments/2027-q1/cycle.toml", "cycles/2027-q1.toml");
    for path in [frame, cycle] {
        write(home.work(), path, &format!("{}<<<<<<< HEAD\n", file(home.work(), path)));
    }
    let copy = home.okr("export --format json -o copy.json");
    copy.code(0).stderr_has("okr check");
    let copy: serde_json::Value = serde_json::from_str(&file(home.work(), "copy.json")).unwrap();
    let records: Vec<&str> =
        copy["records"].as_array().unwrap().iter().map(|row| row["at"].as_str().unwrap()).collect();
    assert!(
        records.contains(&KEY_RESULT) && !records.contains(&frame) && !records.contains(&cycle),
        "{records:?}"
    );
    assert_eq!(copy["unread"], serde_json::json!([cycle, frame]));
    let came = home.okr("import copy.json new");
    came.code(1).stderr_has(&format!("did not fit: {frame} could not be read when this was exported"));
    assert!(!home.work().join("new").join(frame).exists());
}

#[test]
fn nobody_scores_what_may_have_been_dropped_with_its_objective() {
    let home = committed();
    run(&home, "drop sign-in-p --reason x");
    let objective = KEY_RESULT.replace("sign-in-failures", "objective");
    write(home.work(), &objective, &format!("{}<<<<<<< HEAD\n", file(home.work(), &objective)));
    for line in ["checkin sign-in-f --value 1% --confidence 50", "score sign-in-f 0.4 --reason x"] {
        home.okr(line).code(3).stderr_has(&format!("hard stop  unread  {objective}"));
    }
}

#[test]
fn a_newer_format_is_looked_at_and_not_changed() {
    let home = draft();
    write(home.work(), "okr.toml", "format = 9\n");
    home.okr("list").code(0).stdout_has("sign-in");
    let before = Snapshot::of(home.work());
    home.okr("add objective x").code(5).stderr_has("format 9").stderr_has("Install a newer version");
    assert!(Snapshot::of(home.work()).changes_since(&before).is_empty());
}

/// Answers the first question of a check-in and skips the others; what is done meanwhile comes after it was asked.
fn check_in_while(home: &Home, meanwhile: impl FnOnce()) -> i32 {
    let mut screen = Screen::start(home, &home.work(), 120, 40, "checkin sign-in-f");
    screen.wait_for("reading (");
    meanwhile();
    screen.press("1.4%<enter>", "confidence (").press("-<enter>", "changed (").press("-<enter>", "blocked (");
    screen.press("-<enter>", "plan (").keys("-<enter>");
    let code = screen.wait_exit();
    assert!(code == 0 || screen.text().contains("what you wanted is kept in"), "{}", screen.text());
    code
}

#[test]
fn a_file_that_somebody_else_made_meanwhile_is_a_conflict() {
    let sittings = "teams/payments/2027-q1/checkins/*.toml";
    let twin = committed().with("OKR_SEED", "7");
    assert_eq!(check_in_while(&twin, || {}), 0);
    let path = path_like(twin.work(), sittings);

    let home = committed().with("OKR_SEED", "7");
    let theirs = "date = 2027-02-11\ndecision = \"theirs\"\n";
    assert_eq!(check_in_while(&home, || write(home.work(), &path, theirs)), 4);
    assert_eq!(file(home.work(), sittings), theirs);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_or_closed_stdout_ends_with_5_and_no_panic() {
    use crate::support::cli::program;
    use std::path::Path;
    let home = draft();
    let sh = |script: &str| {
        program(&home, Path::new("/bin/bash")).args(["-c", script, "bash", env!("CARGO_BIN_EXE_okr")]).run()
    };
    let full = sh("\"$1\" list > /dev/full; exit $?");
    full.code(5);
    assert!(!full.stderr().contains("panic"), "{}", full.stderr());
    let closed = sh("\"$1\" list | true; exit ${PIPESTATUS[0]}");
    assert!(matches!(closed.exit_code(), Some(0 | 5)), "{:?}", closed.exit_code());
    assert!(!closed.stderr().contains("panic"), "{}", closed.stderr());
}
