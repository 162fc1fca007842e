//! J2 in session: kick-off, choose, refine and commit are played on the shared screen, and what the room says lands in
//! its files.

use super::{QUARTER, fill, leave, opened, run};
use crate::support::tree::{file, files, toml};
use crate::support::{Home, Screen};

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
    screen.press("S", "Play a session").press(letter, &format!("{title} begins"));
    screen.press("t", "left of");
}

fn say(screen: &mut Screen, letter: &str, text: &str) {
    screen.press(letter, "F1 more").press(text, text);
}

#[test]
fn the_four_sessions_take_a_team_from_the_kick_off_to_a_committed_set() {
    let home = drafted();
    let mut screen = opened(&home, 120, 40);
    screen.press("1", "◆ Setting");

    begin(&mut screen, "a", "Kick-off");
    screen.wait_for("no review and no pay hangs on these").wait_for("not a measure of any person");
    screen.keys("r").wait_gone("the notice is not read yet");
    screen.press("b", "Saved: check in every two weeks");
    for answer in ["y", "y", "n", "y"] {
        screen.keys(answer);
    }
    screen.wait_for("of the five questions still open: 1").press("y", "✓ Notice read");
    say(&mut screen, "o", "We ask what it tells us.");
    screen.press("<enter>", "Saved: record the sponsor's promise").press("C", "Kick-off is closed");

    begin(&mut screen, "a", "Choose");
    screen.press("d", "field 1 of 4");
    fill(&mut screen, "draft", "Refunds reach buyers at once");
    screen.keys("<c-s>").wait_gone("Refunds").press("<esc>", "drafts are still hidden");
    assert!(!screen.text().contains("Refunds"), "a draft is hidden until all are in:\n{}", screen.text());
    screen
        .press("s", "passed on: 1")
        .keys("s")
        .wait_gone("passed on: 1")
        .press("r", "3  Refunds reach buyers");
    screen.press("N", "Dot vote");
    say(&mut screen, "d", "1 1 2");
    screen.press("<enter>", "1 of 3 have placed");
    screen.press("3 3 1", "3 3 1").press("<enter>", "2 of 3 have placed");
    screen.press("1 2 3", "1 2 3").press("<enter>", "3 of 3 have placed");
    screen.press("r", "4  Sign-in people can rely on");
    screen.press("N", "Why now, and why us?").press("o", "( ) ours").press("o<enter>", "origin         ours");
    screen.press("<enter>", "2 of 3").press("f", "best argument");
    screen.press("an hour a day for everyone<enter>", "for            an hour a day for everyone");
    screen
        .press("N", "If only three survive")
        .press("w", "What else do we")
        .press("a billing page<enter>", "a billing page");
    screen.press("C", "Choose is closed");
    leave(screen);

    run(
        &home,
        "add kr sign-in 'Sign-in failures' metric='sign-in failures' aggregation=share baseline=2.3% target=0.5% source='edge logs'",
    );
    run(&home, "add kr refunds 'Ship the refund page'");

    let mut screen = opened(&home, 80, 24);
    begin(&mut screen, "a", "Refine");
    screen.wait_for("▸ Could we hit it").press("n", "Could we hit it without solving the problem?  no");
    for answer in ["y", "n", "y"] {
        screen.keys(answer);
    }
    screen.wait_for("right work?  yes").press("<enter>", "2 of 2");
    screen.wait_for("output-verb").press("D", "to the delivery list");
    screen.press("N", "Who must do something").press("n", "field 1 of 5");
    fill(&mut screen, "key result", "1");
    fill(&mut screen, "team", "Edge");
    fill(&mut screen, "must", "open the port");
    fill(&mut screen, "by", "31 Jan");
    fill(&mut screen, "who asks", "Ada");
    screen.press("<c-s>", "a  sign-in failures → Edge: open the port");
    screen.press("C", "Refine is closed");

    begin(&mut screen, "a", "Commit");
    screen.press("y", "▸ And if all theirs").press("n", "NOMINAL: rework it");
    screen.press("w", "why is it kept").press("the function sets anew in May<enter>", "NOMINAL, kept");
    screen
        .press("N", "nothing moved")
        .press("r", "one each")
        .keys("we were on call<enter>")
        .wait_for("· we were on call");
    screen.press("<esc>", "n assumption").press("n", "field 1 of 3");
    fill(&mut screen, "objective", "1");
    fill(&mut screen, "we assume", "the provider keeps its interface");
    screen.press("<c-s>", "the provider keeps its interface");
    screen.press("N", "How likely").press("v", "▄").press("<enter>", "as they are shown");
    screen.press("30 50 80<enter>", "low 30   median 50   high 80   spread 50").wait_for("Far apart");
    screen.press("v", "0 of 3 in, hidden").press("v", "▄").press("<enter>", "as they are shown");
    screen.press("40 50 60<enter>", "median 50");
    screen
        .press("N", "Fist to five")
        .press("v", "▄")
        .press("<enter>", "3 4 5 4")
        .press("4 5 4<enter>", "4 4 5");
    screen.press("c", "reason").press("two more follow<enter>", "committed on Thu 10 Dec 2026");
    screen.press("C", "Commit is closed");
    leave(screen);

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
