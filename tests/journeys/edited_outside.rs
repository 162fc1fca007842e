//! Somebody else writes into the folder, in an editor or another window, while a form is open here: another field is
//! merged without a word, the same field shows both and loses neither, a damaged file is named and the rest works.

use super::{
    FORM, QUARTER, at_row, committed, fill, label, leave, marked, opened, run, save, select, to_field,
};
use crate::support::tree::{file, path_like, paths_like, toml, write};
use crate::support::{Home, Screen, Snapshot};

/// The file of the key result these journeys are about.
const FAILURES: &str = "teams/payments/2027-q1/objectives/*/sign-in-failures.toml";
const DURATION: &str = "teams/payments/2027-q1/objectives/*/ci-duration.toml";

/// A set that is not committed yet.
fn draft() -> Home {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Payments --people 'Ada, Lin, Sam' --objective 'Sign-in people can rely on'");
    run(&home, "add objective 'Builds nobody waits for'");
    let failures =
        "'Sign-in failures' metric='sign-in failures' baseline=2.3% target=0.5% source='edge logs'";
    run(&home, &format!("add kr sign-in {failures}"));
    run(&home, "add kr builds 'CI duration' metric='CI duration' baseline='42 min' target='15 min'");
    run(&home, "add assumption sign-in 'the provider keeps its API'");
    home
}

/// Changes one file as an editor does: the new text under another name, then in the place of the old one.
#[track_caller]
fn edit(home: &Home, path: &str, from: &str, to: &str) {
    let before = file(home.work(), path);
    assert!(before.contains(from), "{from:?} is not in {before}");
    let place = home.work().join(path_like(home.work(), path));
    let beside = place.with_extension("toml~");
    std::fs::write(&beside, before.replace(from, to)).unwrap();
    std::fs::rename(beside, place).unwrap();
}

/// Opens the form of a row of Setting.
#[track_caller]
fn opened_on(home: &Home, row: &str, field: &str) -> Screen {
    let mut screen = at_row(home, (80, 24), ("1", "of at most 5 objectives"), row);
    screen.press("<enter>", FORM);
    to_field(&mut screen, field);
    screen
}

/// The target of the key result as it stands in its file.
fn target(home: &Home) -> String {
    toml(home.work(), FAILURES)["measure"]["target"].to_string()
}

#[test]
fn an_objective_takes_nothing_along_that_was_not_named() {
    let home = draft();
    let mut screen = at_row(&home, (80, 24), ("1", "of at most 5 objectives"), "Sign-in people can rely on");
    screen.press("d", "Take the objective off").wait_for("With it: sign-in failures.");
    run(&home, "add kr sign-in 'Lost sign-ins' metric='lost sign-ins'");
    let added = "teams/payments/2027-q1/objectives/*/lost-sign-ins.toml";
    // It may have been read by now or not: either way nothing goes, and it is named.
    screen.keys("r").wait_until("what was added meanwhile is named", |screen| {
        let text = screen.text();
        text.contains("lost sign-ins came meanwhile") || text.contains("lost-sign-ins.toml")
    });
    assert!(!file(home.work(), added).is_empty() && !file(home.work(), FAILURES).is_empty());
    let is_asked = screen.text().contains("came meanwhile");
    if !is_asked {
        screen.press("d", "Take the objective off");
    }
    screen.wait_for("With it: sign-in failures, lost sign-ins.").press("n", "Its key results go along:");
    screen.wait_for("lost sign-ins").press("<esc>", "of at most 5 objectives");
    screen.press("d", "With it: sign-in failures, lost").press("r", "Saved: remove");
    assert_eq!(paths_like(home.work(), added).len(), 0);
    screen.press("u", "Undid: remove");
    assert_eq!(paths_like(home.work(), added).len(), 1);
    leave(screen);
}

#[test]
fn a_reading_of_a_key_result_that_is_not_there_is_named_on_the_first_screen_and_by_commands() {
    let home = committed();
    let lost = format!("{QUARTER}/checkins/2027-02-11-zzzzzz.toml");
    let text = "date = 2027-02-11\nkind = \"check-in\"\n\n[[check_in]]\nkey_result = \"sign-in-failure\"\nreading = 1.2\n";
    write(home.work(), &lost, text);
    let status = home.okr("status --json");
    status.stderr_has("1 problem in the files of ");
    let mut screen = opened(&home, 120, 40);
    screen.wait_for("Odd in the files").wait_for("2027-02-11-zzzzzz.toml:5:1");
    assert!(!screen.text().contains("cannot be read"), "{}", screen.text());
    leave(screen);
    home.okr("check").code(1).stderr_has("1 to mend");
}

#[test]
fn another_field_changed_in_another_window_is_merged_without_a_word() {
    let home = draft();
    edit(&home, FAILURES, "[measure]", "# agreed with Ana\n[measure]");
    let mut here = opened_on(&home, "sign-in failures", "target");
    here.keys("0.4%").wait_for("2.3 % → 0.4 %");

    let mut there = opened_on(&home, "sign-in failures", "source");
    there.keys("edge logs, Mondays").wait_for("edge logs, Mondays");
    save(&mut there);
    leave(there);

    here.wait_for("[ edge logs, Mondays");
    assert_eq!(label(&here), "target", "the cursor stays:\n{}", here.text());
    assert!(marked(&here).is_some_and(|(_, line)| line.contains("0.4%")), "{}", here.text());
    here.press("<c-s>", "Saved: change “sign-in failures”");
    leave(here);
    let text = file(home.work(), FAILURES);
    for words in ["target = 0.4", "edge logs, Mondays", "# agreed with Ana"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn the_same_field_shows_both_and_a_person_picks() {
    let home = draft();
    let mut screen = opened_on(&home, "sign-in failures", "target");
    screen.keys("0.4%").wait_for("2.3 % → 0.4 %");
    edit(&home, FAILURES, "target = 0.5", "target = 0.8");
    screen.press("<c-s>", "once more keeps yours").wait_for("written elsewhere: 0.8").wait_for("[ 0.4%");
    assert_eq!(target(&home), "0.8", "theirs stays on disk until somebody has picked");

    screen.press("<esc>", "Draft kept").press("<enter>", "Your draft is back");
    to_field(&mut screen, "target");
    screen.wait_for("[ 0.4%").wait_for("written elsewhere: 0.8");
    screen.press("<c-t>", "[ 0.8").wait_gone("written elsewhere");
    screen.press("<c-z>", "[ 0.4%");
    screen.press("<c-s>", "Saved: change “sign-in failures”").wait_for("2.3 % → 0.4 %");
    leave(screen);
    assert_eq!(target(&home), "0.4");
}

#[test]
fn theirs_is_taken_by_one_key_and_nothing_is_written() {
    let home = draft();
    let mut screen = opened_on(&home, "sign-in failures", "target");
    screen.keys("0.4%").wait_for("2.3 % → 0.4 %");
    edit(&home, FAILURES, "target = 0.5", "target = 0.8");
    screen.wait_for("written elsewhere: 0.8").wait_for("Ctrl-T take theirs");
    let before = Snapshot::of(home.work());
    screen.press("<c-t>", "2.3 % → 0.8 %").press("<c-s>", "Nothing changed");
    leave(screen);
    assert!(Snapshot::of(home.work()).changes_since(&before).is_empty());
}

#[test]
fn a_file_that_becomes_unreadable_is_named_and_the_rest_works() {
    let home = draft();
    let mut screen = opened_on(&home, "CI duration", "target");
    screen.keys("12 min").wait_for("42 min → 12 min");
    edit(&home, DURATION, "target = 15", "target = fifteen");
    screen.wait_for("ci-duration.toml:").wait_for("is still here.").wait_for("[ 12 min");
    let before = Snapshot::of(home.work());
    screen
        .press("<c-s>", "it is not there any more")
        .press("<esc>", "Draft kept")
        .press("0", "Cannot be read");
    select(&mut screen, "! teams/payments/2027-q1");
    screen.wait_for("toml:10:10").wait_for("This is no TOML");
    screen.press("1", "of at most 5 objectives").wait_for("! 1 file cannot be read").wait_gone("CI duration");
    for (tab, place) in [("3", "◆ Scoring"), ("2", "◆ Check-ins"), ("1", "◆ Setting")] {
        screen.press(tab, place).wait_for("! ci-duration  cannot be read");
    }
    select(&mut screen, "! ci-duration");
    screen.wait_for("This is no TOML").press("d", "Select what is to go");
    assert!(Snapshot::of(home.work()).changes_since(&before).is_empty(), "a damaged file stays as it is");

    select(&mut screen, "sign-in failures");
    screen.press("<enter>", FORM);
    fill(&mut screen, "scope", "all sign-ins");
    save(&mut screen);
    edit(&home, DURATION, "target = fifteen", "target = 14");
    screen.wait_for("42 min → 14 min").wait_gone("1 file cannot be read");
    select(&mut screen, "CI duration");
    screen.press("<enter>", "Your draft is back");
    to_field(&mut screen, "target");
    screen.wait_for("[ 12 min").wait_for("written elsewhere: 14");
    screen.press("<c-x>", "42 min → 14 min").press("<esc>", "of at most 5");
    leave(screen);
    assert!(file(home.work(), FAILURES).contains("all sign-ins"));
    home.okr("check").code(0);
}

#[test]
fn what_others_add_and_move_appears_by_itself_and_the_selection_stays() {
    let home = committed();
    let mut screen = at_row(&home, (80, 24), ("2", "3 to log"), "builds run again");
    run(&home, "checkin ci-duration --value '33 min' --changed 'half of the runners are new'");
    screen.wait_for("2 to log");
    run(&home, "move objective:builds-nobody-waits-for up");
    screen.wait_until("builds to stand first", |screen| {
        screen.find("Builds nobody") < screen.find("Sign-in people")
    });
    assert!(marked(&screen).is_some_and(|(_, line)| line.contains("builds run again")), "{}", screen.text());
    screen.press("<enter>", "not readable");
    fill(&mut screen, "changed", "nobody has counted yet");
    screen.press("<c-s>", "Saved: log a check-in").wait_for("sign-in failures ─");
    run(&home, "checkin sign-in-failures --value 1.3%");
    screen.wait_for("last 1.3 % on 11 Feb").press("<esc>", "all logged");
    leave(screen);
    assert!(file(home.work(), &format!("{QUARTER}/cycle.toml")).contains("committed"));
}

#[test]
fn what_is_edited_here_and_removed_elsewhere_is_said_and_the_text_is_kept() {
    let home = draft();
    let mut screen = opened_on(&home, "assumes the provider", "noticed by");
    screen.keys("their change log").wait_for("their change log");
    let id =
        toml(home.work(), &format!("{QUARTER}/objectives/sign-in*/objective.toml"))["assumption"][0]["id"]
            .clone();
    run(&home, &format!("remove {}", id.as_str().unwrap()));
    screen.wait_for("it is not there any more").wait_for("their change log");
    screen.press("<esc>", "Draft kept").wait_gone("assumes the provider");
    screen.keys("q").wait_for("A draft is open").keys("q");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn undo_takes_back_only_what_nobody_has_changed_since() {
    let home = draft();
    let mut screen = opened_on(&home, "sign-in failures", "target");
    screen.keys("0.4%").wait_for("2.3 % → 0.4 %");
    save(&mut screen);
    edit(&home, FAILURES, "target = 0.4", "target = 0.8");
    screen.wait_for("2.3 % → 0.8 %").press("u", "Not done: changed meanwhile");
    assert_eq!(target(&home), "0.8");
    leave(screen);
    let steps = home.okr("undo --list");
    steps.code(0);
    assert!(!steps.stdout().contains("change “sign-in failures”"), "it is given up: {}", steps.stdout());
}

#[test]
fn f5_reads_the_files_again_in_a_form_as_on_a_screen() {
    let home = draft();
    let mut screen = opened_on(&home, "sign-in failures", "target");
    screen.keys("0.4%").wait_for("2.3 % → 0.4 %").keys("<f5>").wait_for("[ 0.4%");
    screen.press("<esc>", "Draft kept").keys("<f5>").wait_for("2.3 % → 0.5 %");
    screen.keys("qq");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn where_no_session_can_be_held_it_is_said_why() {
    let home = committed();
    write(home.work(), "cycles/2027-q1.toml", "= 3\n");
    let mut screen = opened(&home, 80, 24);
    screen.press("S", "cannot be read").wait_gone("Play a session");
    leave(screen);
}
