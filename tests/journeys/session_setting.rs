//! J2 in session: kick-off, choose, refine and commit are played on the shared screen, and what the room says lands in
//! its files.

use super::{QUARTER, fill, leave, opened, run};
use crate::support::tree::{file, files, toml};
use crate::support::{Home, Screen};

/// A wall and a small terminal.
const SIZES: [(u16, u16); 2] = [(120, 40), (80, 24)];

/// A team in the weeks before its quarter, with two drafts that were sent before.
fn drafted() -> Home {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Payments --people 'Ada, Lin, Sam' --cycle 2027-Q1");
    run(&home, "add objective 'Sign-in people can rely on'");
    run(&home, "add objective 'Builds nobody waits for'");
    home
}

/// Begins a session by its letter in the menu and starts its clock.
fn begin(screen: &mut Screen, letter: &str, title: &str) {
    begin_here(screen.press("S", "Play a session"), letter, title);
}

fn begin_here(screen: &mut Screen, letter: &str, title: &str) {
    screen.press(letter, &format!("{title} begins")).press("t", "left of");
}

fn say(screen: &mut Screen, letter: &str, text: &str) {
    screen.press(letter, "F1 more").press(text, text);
}

#[test]
fn the_four_sessions_take_a_team_from_the_kick_off_to_a_committed_set() {
    for size in SIZES {
        let home = drafted();
        let mut screen = opened(&home, size.0, size.1);
        kick_off(&mut screen);
        choose(&mut screen);
        leave(screen);
        for key_result in [
            "add kr sign-in 'Sign-in failures' metric='sign-in failures' aggregation=share baseline=2.3% target=0.5% source='edge logs'",
            "add kr refunds 'Ship the refund page'",
        ] {
            run(&home, key_result);
        }
        let mut screen = opened(&home, size.0, size.1);
        refine(&mut screen);
        commit(&mut screen);
        leave(screen);
        stands_in_the_files(&home);
    }
}

#[test]
fn a_session_that_was_opened_and_not_held_is_put_away_without_a_word_in_the_ledger() {
    let home = drafted();
    let mut screen = opened(&home, 80, 24);
    screen.press("1", "◆ Setting").press("S", "Play a session").press("c", "Refine begins");
    screen.press("X", "Refine is put away: nothing of it is").press("S", "Play a session");
    begin_here(&mut screen, "a", "Kick-off");
    screen.keys("X").wait_for("It has taken time; C closes it");
    screen.press("C", "what was done alone before it 20 min");
    let efforts = files(home.work()).into_iter().filter(|path| path.contains("/sessions/")).count();
    assert_eq!(efforts, 2, "the meeting and its preparation");
    leave(screen);
}

#[test]
fn lines_pasted_in_a_room_are_things_of_their_own_after_one_question() {
    let home = drafted();
    let mut screen = opened(&home, 80, 24);
    screen.press("1", "◆ Setting").press("S", "Play a session").press("b", "Choose begins");
    screen
        .press("d", "field 1 of 4")
        .paste("- Refunds reach buyers at once\n- Nights one can sleep through\n");
    screen.wait_for("2 lines were pasted").press("e", "passed on: 1");
    screen
        .keys("b")
        .wait_gone("passed on")
        .press("d", "field 1 of 4")
        .paste("Refunds at once\nQuiet nights\n");
    screen.wait_for("2 drafts").press("s", "passed on: 2");
    assert!(!screen.text().contains("Refunds"), "a draft is hidden until all are in:\n{}", screen.text());
    screen.keys("s").wait_for("passed on: 1").keys("s").wait_gone("passed on").press("r", "Quiet nights");
    screen.press("C", "how long it took, X puts it away").press("M", "How long did it take?");
    screen.press("<c-u>9<enter>", "C close").press("C", "Choose is closed");
    screen.press("S", "Play a session").press("d", "Commit begins").press("N", "nothing moved");
    screen.press("n", "field 1 of 3");
    fill(&mut screen, "objective", "1");
    screen.keys("<enter>").wait_for("field 2 of 3").paste("The provider stays\nNobody leaves the team\n");
    screen.press("s", "Saved: add 2 assumptions");
    let stands = || file(home.work(), &format!("{QUARTER}/objectives/sign-in-*/objective.toml"));
    assert!(stands().contains("The provider stays") && stands().contains("Nobody leaves"), "{}", stands());
    screen.press("u", "Undid: add 2 assumptions");
    assert!(!stands().contains("The provider stays"), "{}", stands());
    screen.press("<esc>", "behind the desk");
    leave(screen);
}

#[test]
fn what_one_person_drafts_is_asked_as_a_draft_and_is_not_lost_with_the_session() {
    let home = drafted();
    let mut screen = opened(&home, 120, 40);
    screen.press("1", "◆ Setting");
    begin(&mut screen, "b", "Choose");
    screen.press("d", "field 1 of 4").wait_for("For whom would life be better?");
    fill(&mut screen, "draft", "Cut latency by 20 %");
    screen.wait_for("Move the number to a key result").keys("<c-s>").wait_gone("Cut latency");
    screen
        .press("<esc>", "passed on: 2")
        .press("C", "Still hidden: show it first")
        .press("C", "Choose is closed");
    leave(screen);
    let stands = file(home.work(), &format!("{QUARTER}/objectives/cut-latency*/objective.toml"));
    assert!(stands.contains("Cut latency by 20 %"), "{stands}");
}

#[test]
fn what_goes_with_an_objective_is_named_before_it_leaves_the_set() {
    let home = drafted();
    run(&home, "add kr builds 'CI pipeline p95 from 42 min to 15 min'");
    run(&home, "set builds dots=5");
    let mut screen = opened(&home, 120, 40);
    screen.press("1", "◆ Setting");
    begin(&mut screen, "b", "Choose");
    screen.press("N", "Three dots").press("N", "Why now, and why us?").press("m", "field 1 of 2");
    screen.wait_for("1  Builds nobody waits for").press("<esc>", "n not now");
    screen.press("n", "With “Builds nobody waits for” go its key results: CI pipeline p95");
    screen.press("<esc>", "n not now").press("N", "If only three survive").press("n", "field 1 of 2");
    screen.wait_for("go its key results: CI pipeline p95").keys("1<enter><enter>");
    screen.wait_for("Saved: put “Builds nobody waits for” on the not-now list");
    screen.press("C", "Choose is closed");
    leave(screen);
}

#[test]
fn yes_answers_the_question_that_tab_marked() {
    let home = drafted();
    run(&home, "add kr sign-in 'Sign-in failures from 2.3 % to 0.5 %'");
    let mut screen = opened(&home, 120, 40);
    screen.press("1", "◆ Setting");
    begin(&mut screen, "c", "Refine");
    screen.wait_for("▸ Could we hit it").press("<tab>", "▸ If only this moved");
    screen.press("y", "Saved: answer a question").wait_for("▸ Could we hit it");
    let stands = file(home.work(), &format!("{QUARTER}/objectives/sign-in-*/sign-in-failures.toml"));
    assert!(stands.contains("nearer = true") && !stands.contains("still_have_problem"), "{stands}");
    screen.press("C", "Refine is closed");
    leave(screen);
}

#[test]
fn what_was_waived_stands_with_its_reason_where_the_room_refines_and_commits() {
    let waived = "no-source waived on 10 Dec: everybody reads it on the wall";
    for size in SIZES {
        let home = drafted();
        run(&home, "add kr sign-in 'Sign-in failures from 2.3 % to 0.5 %'");
        run(&home, "waive sign-in-failures no-source --reason 'everybody reads it on the wall'");
        let mut screen = opened(&home, size.0, size.1);
        screen.press("1", "◆ Setting");
        begin(&mut screen, "c", "Refine");
        screen.wait_for(waived).press("C", "Refine is closed");
        begin(&mut screen, "d", "Commit");
        screen.press("N", "nothing moved").press("N", "How likely").press("N", "Fist to five");
        screen.wait_for(waived).press("C", "Commit is closed");
        leave(screen);
    }
}

fn kick_off(screen: &mut Screen) {
    screen.press("1", "◆ Setting");
    begin(screen, "a", "Kick-off");
    screen.wait_for("no review and no pay hangs on these").wait_for("not a measure of any person");
    screen.keys("r").wait_gone("the notice is not read yet");
    screen.press("b", "Saved: check in every two weeks");
    for answer in ["y", "y", "n", "y"] {
        screen.keys(answer);
    }
    screen.wait_for("1 of the 5 questions").press("y", "✓ The notice is read");
    say(screen, "o", "We ask what it tells us.");
    screen.press("<enter>", "Saved: record the sponsor's promise").press("C", "Kick-off is closed");
}

fn choose(screen: &mut Screen) {
    begin(screen, "b", "Choose");
    screen.press("d", "field 1 of 4");
    fill(screen, "draft", "Refunds reach buyers at once");
    screen.keys("<c-s>").wait_gone("Refunds").press("<esc>", "passed on: 2");
    assert!(!screen.text().contains("Refunds"), "a draft is hidden until all are in:\n{}", screen.text());
    screen
        .press("s", "passed on: 1")
        .keys("s")
        .wait_gone("passed on: 1")
        .press("r", "3  Refunds reach buyers");
    screen.press("N", "Dot vote");
    say(screen, "d", "1 1 2");
    screen.press("<enter>", "1 of 3 have placed");
    screen.press("3 3 1", "3 3 1").press("<enter>", "2 of 3 have placed");
    screen.press("1 2 3", "1 2 3").press("<enter>", "3 of 3 have placed");
    screen.press("r", "4  Sign-in people can rely on");
    screen.press("N", "Why now, and why us?").press("1", "1-2-all: alone, in silence");
    screen.press("1", "1-2-all: in pairs").press("1", "left of 5 min; 1: ends it").keys("1");
    screen.press("o", "( ) ours").press("o<enter>", "origin          ours");
    screen.press("<enter>", "2 of 3").press("f", "best argument");
    screen.press("an hour a day for everyone<enter>", "for             an hour a day for everyone");
    screen
        .press("N", "If only three survive")
        .press("w", "such as")
        .press("a billing page<enter>", "a billing page");
    screen.press("C", "Choose is closed");
}

fn refine(screen: &mut Screen) {
    begin(screen, "c", "Refine");
    screen.wait_for("▸ Could we hit it").press("n", "Could we hit it without solving the problem?  no");
    for answer in ["y", "n", "y"] {
        screen.keys(answer);
    }
    screen.wait_for("right work?  yes").press("<enter>", "2 of 2");
    screen.wait_for("output-verb").press("D", "Saved: move");
    screen.press("N", "Who must do something").press("n", "field 1 of 5");
    fill(screen, "key result", "1");
    fill(screen, "team", "Edge");
    fill(screen, "must", "open the port");
    fill(screen, "by", "31 Jan");
    fill(screen, "who asks", "Ada");
    screen.press("<c-s>", "a  sign-in failures → Edge: open the port");
    screen.press("C", "Refine is closed");
}

fn commit(screen: &mut Screen) {
    begin(screen, "d", "Commit");
    screen.press("y", "▸ And if all theirs").press("n", "NOMINAL: rework it");
    screen.press("w", "why is it kept").press("the function sets anew in May<enter>", "NOMINAL, kept");
    screen
        .press("N", "nothing moved")
        .press("r", "one each")
        .keys("we were on call<enter>")
        .wait_for("· we were on call");
    screen.press("<esc>", "n assumption").press("n", "field 1 of 3");
    fill(screen, "objective", "1");
    fill(screen, "we assume", "the provider keeps its interface");
    screen.press("<c-s>", "Saved: ");
    screen.press("N", "How likely").press("v", "▄").press("<enter>", "as they are shown");
    screen.press("30 50 80<enter>", "low 30   median 50   high 80   spread 50").wait_for("Far apart");
    screen.press("v", "as they are shown");
    screen.press("40 50 60<enter>", "median 50");
    screen
        .press("N", "Fist to five")
        .press("v", "▄")
        .press("<enter>", "3 4 5 4")
        .press("4 5 4<enter>", "4 4 5");
    screen.press("c", "reason").press("two more follow<enter>", "committed on Thu 10 Dec 2026");
    screen.press("C", "Commit is closed");
}

fn stands_in_the_files(home: &Home) {
    let quarter = file(home.work(), &format!("{QUARTER}/cycle.toml"));
    for said in [
        "We ask what it tells us.",
        "negotiated = false",
        "a billing page",
        "we were on call",
        "fist = [4, 4, 5]",
    ] {
        assert!(quarter.contains(said), "{said}\n{quarter}");
    }
    let delivered = quarter.contains("Ship the refund page");
    assert!(delivered, "{quarter}");
    let key_result = toml(home.work(), &format!("{QUARTER}/objectives/*/sign-in-failures.toml"));
    assert_eq!(key_result["dependency"][0]["team"].as_str(), Some("Edge"));
    assert_eq!(key_result["refinement"]["nearer"].as_bool(), Some(true));
    let sittings: Vec<String> =
        files(home.work()).into_iter().filter(|path| path.contains("checkins/")).collect();
    let votes = file(home.work(), sittings.last().unwrap());
    assert!(votes.contains("[40, 50, 60]") && !votes.contains("Ada"), "{votes}");
    let efforts = files(home.work()).into_iter().filter(|path| path.contains("/sessions/")).count();
    assert!(efforts >= 4, "{:?}", files(home.work()));
}
