//! J2 at the desk: the set is drafted, written against baselines, cut, refused with its stops named, and committed.

use super::{
    FORM, QUARTER, at_row, choose, committed, fill, leave, marked, opened, run, run_on, save, select,
};
use crate::support::tree::{file, paths_like, toml};
use crate::support::{Home, Screen, Snapshot};

/// An empty home in the week of the kick-off.
fn december() -> Home {
    Home::empty().today("2026-12-10")
}

/// Goes through the first run and on to Setting.
#[track_caller]
fn begun(home: &Home, cols: u16, rows: u16) -> Screen {
    let mut screen = opened(home, cols, rows);
    screen.press("c", "first objective");
    fill(&mut screen, "team", "Payments");
    fill(&mut screen, "people", "Ada, Lin, Sam");
    fill(&mut screen, "first objective", "Sign-in people can rely on");
    save_first(&mut screen);
    screen
}

#[track_caller]
fn save_first(screen: &mut Screen) {
    screen.press("<c-s>", "Payments · 2027-Q1").press("1", "1 of at most 5 objectives");
}

/// Adds what a letter of the "new" menu stands for; gives the form that opens.
#[track_caller]
fn new(screen: &mut Screen, letter: &str, brings: &str) {
    screen.press("n", "What do you want to add?").press(letter, brings);
}

#[track_caller]
fn objective(screen: &mut Screen, title: &str) {
    new(screen, "o", "New objective");
    fill(screen, "objective", title);
    save(screen);
}

/// Adds a key result under the selected objective and leaves its workbench open.
#[track_caller]
fn key_result(screen: &mut Screen, title: &str) {
    new(screen, "k", "New key result");
    fill(screen, "sentence", title);
    save(screen);
    screen.wait_for("Which measure?");
}

#[test]
fn the_workbench_asks_for_the_baseline_and_its_lights_follow_the_typing() {
    let home = december();
    let mut screen = begun(&home, 80, 24);
    key_result(&mut screen, "Improve sign-in");
    for dark in ["measurable ☐", "specific   ☐", "baseline   ☐", "names no", "? → ?"] {
        screen.wait_for(dark);
    }
    let before = Snapshot::of(home.work());
    fill(&mut screen, "metric", "sign-in failures");
    screen.wait_gone("names no").wait_for("! What is it now?");
    choose(&mut screen, "aggregation", "share");
    fill(&mut screen, "baseline", "2.3%");
    screen.wait_for("baseline   ☐").wait_gone("! What is it now?");
    fill(&mut screen, "source", "edge logs");
    screen.wait_for("baseline   ✓").wait_for("measurable ✓");
    fill(&mut screen, "target", "0.5 %");
    screen.wait_for("2.3 % → 0.5 %").wait_for("specific   ?");
    fill(&mut screen, "scope", "all sign-ins");
    screen.wait_for("specific   ✓");
    choose(&mut screen, "outcome test", "yes");
    screen.wait_for("What would be");
    screen.keys("<bs>").wait_gone("What would be");
    choose(&mut screen, "nearer", "yes");
    screen.wait_for("connected  ✓");
    assert!(Snapshot::of(home.work()).changes_since(&before).is_empty(), "typing writes nothing");
    save(&mut screen);
    screen.wait_for("✓✓✓");
    leave(screen);

    let stored = toml(home.work(), &format!("{QUARTER}/objectives/*/improve-sign-in.toml"));
    for (key, value) in
        [("metric", "\"sign-in failures\""), ("baseline", "2.3"), ("target", "0.5"), ("unit", "\"%\"")]
    {
        assert_eq!(stored["measure"][key].to_string(), value, "{key}: {stored:?}");
    }
    assert_eq!(stored["measure"]["baseline_date"].to_string(), "2026-12-10");
}

#[test]
fn what_surrounds_the_set_is_entered_moved_removed_undone_and_redone() {
    let home = december();
    let mut screen = begun(&home, 120, 40);
    objective(&mut screen, "Builds nobody waits for");
    key_result(&mut screen, "Finish the move to the new runner");
    screen.press("<esc>", "of at most 5");
    screen.press("D", "Saved: move");
    select(&mut screen, "Finish the move");
    screen.wait_for("it is not scored");
    screen.press("u", "Undid:").press("U", "Redid:");

    select(&mut screen, "Sign-in people");
    new(&mut screen, "a", "New assumption");
    fill(&mut screen, "assumption", "the provider keeps its API");
    fill(&mut screen, "noticed by", "their change log");
    save(&mut screen);
    screen.wait_for("assumes the provider keeps its API");

    select(&mut screen, "Sign-in people");
    key_result(&mut screen, "Fewer sign-in failures");
    screen.press("<esc>", "of at most 5");
    new(&mut screen, "d", "New dependency");
    fill(&mut screen, "team", "Edge");
    fill(&mut screen, "need", "ship the logs daily");
    fill(&mut screen, "by", "2027-02-30");
    screen.press("<c-s>", "the calendar has no 2027-02-30");
    fill(&mut screen, "by", "2027-01-15");
    save(&mut screen);
    screen.wait_for("Edge (open, by 15 Jan 2027): ship the");

    new(&mut screen, "n", "Not now");
    fill(&mut screen, "line", "new billing page");
    save(&mut screen);
    select(&mut screen, "new billing page");
    screen.press("d", "Saved: remove").press("u", "Undid: remove").wait_for("new billing page");

    select(&mut screen, "Builds nobody");
    screen.press("K", "Saved: move");
    screen.wait_until("Builds to stand first", |screen| {
        screen.find("▸ Builds nobody") < screen.find("Sign-in people")
    });
    screen.press("K", "at the end already");
    screen.press("J", "Saved: move");
    screen.wait_until("Builds to stand last", |screen| {
        screen.find("Sign-in people") < screen.find("▸ Builds nobody")
    });
    screen.press("d", "not-now list").press("r", "Saved: remove").wait_for("1 of at most 5");
    screen.press("u", "Undid: remove").wait_for("2 of at most 5");

    select(&mut screen, "Ground rules");
    screen.press("<enter>", FORM);
    fill(&mut screen, "sponsor's promise", "a low score is information");
    choose(&mut screen, "pay-free", "yes");
    save(&mut screen);
    screen.wait_for("✓ no review and no pay");
    leave(screen);

    let frame = file(home.work(), &format!("{QUARTER}/cycle.toml"));
    for words in [
        "Finish the move to the new runner",
        "new billing page",
        "a low score is information",
        "pay_free = true",
    ] {
        assert!(frame.contains(words), "{words}: {frame}");
    }
    let all: String = paths_like(home.work(), &format!("{QUARTER}/objectives/*/*.toml"))
        .iter()
        .map(|path| file(home.work(), path))
        .collect();
    for words in
        ["the provider keeps its API", "ship the logs daily", "2027-01-15", "Builds nobody waits for"]
    {
        assert!(all.contains(words), "{words}: {all}");
    }
    assert!(!all.contains("new runner"), "work is no key result: {all}");
    home.okr("check").code(0);
}

#[test]
fn a_commit_names_its_hard_stops_then_its_questions_then_freezes_revision_one() {
    let home = december();
    let mut screen = begun(&home, 120, 40);
    for title in [
        "Builds nobody waits for",
        "Invoices without letters",
        "Refunds in a day",
        "Fewer pages",
        "Calm nights",
    ] {
        objective(&mut screen, title);
    }
    select(&mut screen, "Sign-in people");
    key_result(&mut screen, "Sign-in failures down to 0.5 %");
    screen.press("<esc>", "6 of at most 5");
    screen.press("c", "SET-7 baseline").wait_for("it has no baseline").wait_for("it has 6 objectives");
    screen.wait_for("SET-13");
    screen.press("<enter>", "2 hard stops stand in the way").press("<esc>", "6 of at most 5");
    let frame = format!("{QUARTER}/cycle.toml");
    assert!(
        !file(home.work(), &frame).contains("committed"),
        "nothing is committed while a hard stop stands"
    );

    select(&mut screen, "Sign-in failures");
    screen.press("<enter>", FORM);
    fill(&mut screen, "baseline", "2.3");
    choose(&mut screen, "direction", "increase");
    save(&mut screen);
    screen.press("c", "against its direction").press("<esc>", "6 of at most 5");
    screen.press("<enter>", FORM);
    choose(&mut screen, "direction", "decrease");
    save(&mut screen);
    screen.press("v", "Opening vote");
    fill(&mut screen, "confidence", "40 55 60");
    save(&mut screen);
    select(&mut screen, "Calm nights");
    screen.press("d", "not-now list").press("n", "why not now");
    fill(&mut screen, "why not now", "the pager is quiet enough");
    save(&mut screen);

    screen.press("c", "to go on all the same").wait_gone("✗ ");
    screen.press("<enter>", "or a reason to go on");
    fill(&mut screen, "reason", "four are thin on purpose");
    screen.press("<enter>", "Saved: commit 2027-Q1").wait_for("committed 10 Dec");
    leave(screen);

    let stored = toml(home.work(), &format!("{QUARTER}/objectives/*/sign-in-failures*.toml"));
    let revisions = stored["revision"].as_array().unwrap();
    assert_eq!(revisions.len(), 1);
    let measure = &revisions[0]["measure"];
    assert_eq!(
        (measure["baseline"].to_string(), measure["target"].to_string()),
        ("2.3".into(), "0.5".into())
    );
    let frame = file(home.work(), &frame);
    for words in
        ["committed = 2026-12-10", "four are thin on purpose", "Calm nights", "the pager is quiet enough"]
    {
        assert!(frame.contains(words), "{words}: {frame}");
    }
    let vote = file(home.work(), &format!("{QUARTER}/checkins/*.toml"));
    assert!(vote.contains("kind = \"opening\"") && vote.contains("[40, 55, 60]"), "{vote}");
    home.okr("check").code(0);
}

/// A home whose first quarter is closed, with a lesson, and whose second waits to be set.
fn after_a_quarter() -> Home {
    let home = super::committed().today("2027-03-29");
    run(&home, "score sign-in-failures 0.7 --reading 1.0%");
    run(&home, "score ci-duration 0.4 --reading '31 min'");
    run(&home, "score builds-run-again --reads-later 2027-q2");
    run(&home, "retro add lesson 'read the logs in week two'");
    run_on(&home, "2027-03-30", "close --reason 'the test needs no more'");
    run(&home, "init --cycle 2027-Q2");
    home
}

#[test]
fn each_point_handed_over_is_ticked_and_nothing_is_carried_by_itself() {
    let home = after_a_quarter();
    let mut screen = opened(&home, 120, 40);
    select(&mut screen, "2027-Q2  Payments");
    screen.press("<enter>", "From the last quarter").wait_for("0 of at most 5");
    for (point, letter, verdict) in [
        ("read the logs", "u", "used"),
        ("CI duration", "c", "continue"),
        ("sign-in failures", "r", "reshape"),
        ("builds run again", "t", "retire"),
    ] {
        select(&mut screen, point);
        screen.press("<enter>", "From the last quarter ─").press(letter, "Saved:");
        screen.wait_until("the verdict beside the point", |screen| {
            marked(screen).is_some_and(|(_, line)| line.contains(point) && line.contains(verdict))
        });
    }
    screen.wait_for("all ticked");
    screen.wait_for("2 of at most 5").wait_for("no baseline");
    leave(screen);

    let next = "teams/payments/2027-q2";
    let carried = toml(home.work(), &format!("{next}/objectives/*/ci-duration.toml"));
    assert_eq!(carried["carried_from"].as_str(), Some("2027-q1/ci-duration"));
    assert!(
        carried["measure"].get("baseline").is_none() && carried["measure"]["target"].to_string() == "15",
        "{carried:?}"
    );
    let reshaped = toml(home.work(), &format!("{next}/objectives/*/sign-in-failures.toml"));
    assert!(reshaped["measure"].get("target").is_none(), "{reshaped:?}");
    assert!(paths_like(home.work(), &format!("{next}/objectives/*/builds-run-again.toml")).is_empty());
    let frame = file(home.work(), &format!("{next}/cycle.toml"));
    assert!(frame.contains("continue") && frame.contains("retire") && frame.contains("used"), "{frame}");
}

#[test]
fn between_the_commit_and_its_first_day_a_quarter_has_nothing_to_log_and_says_so() {
    let home = december();
    run(&home, "init --team Payments --people 'Ada, Lin' --objective 'Sign-in people can rely on'");
    let measure = "metric='sign-in failures' aggregation=share baseline=2.3% target=0.5% source='edge logs'";
    run(&home, &format!("add kr sign-in 'Sign-in failures' {measure}"));
    run(&home, "commit --reason 'a test'");
    let home = home.today("2026-12-30");
    let screen = opened(&home, 80, 24);
    assert!(!screen.text().contains("All is logged"), "{}", screen.text());
    let mut screen = screen;
    screen.wait_for("nothing is to be logged before");
    leave(screen);
}

#[test]
fn what_is_drafted_after_the_commit_has_its_opening_vote_on_the_screens() {
    let home = committed();
    run(&home, "add kr sign-in 'Lockouts from 12 to 3 per week' metric=lockouts source=logs");
    let mut screen = at_row(&home, (80, 24), ("1", "The set"), "sign-in failures");
    screen.press("v", "comes before the commit");
    select(&mut screen, "lockouts");
    screen.press("v", "Opening vote");
    fill(&mut screen, "confidence", "40 55 60");
    save(&mut screen);
    leave(screen);
    home.okr("commit").stderr_lacks("no opening vote");
}
