//! J2 and J11 at the workbench: the coach asks while one types, one sentence fills the fields, and nothing stands in the
//! way of saving.

use super::{FORM, QUARTER, at_row, fill, leave, marked, run, select, to_field};
use crate::support::tree::toml;
use crate::support::{Home, Screen, Snapshot};

const WORK: &str = "Complete the OAuth 2.0 migration";
const EFFECT: &str = "Sign-in failures caused by authentication from 2.3 % to 0.5 % by 31 March";
const QUESTION: &str = "This is work.";

/// A draft set with one objective and one key result that is work.
fn proposed() -> Home {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Payments --people 'Ada, Lin' --objective 'Sign-in people can rely on'");
    run(&home, &format!("add kr sign-in '{WORK}'"));
    home
}

/// Opens Setting with the first row that holds the words selected.
#[track_caller]
fn setting(home: &Home, (cols, rows): (u16, u16), words: &str) -> Screen {
    at_row(home, (cols, rows), ("1", "The set"), words)
}

/// The row of the field with the focus.
#[track_caller]
fn row(screen: &Screen) -> usize {
    marked(screen).expect("a field has the focus").0
}

#[test]
fn the_question_comes_and_goes_with_the_words_and_the_line_stays() {
    let home = proposed();
    let before = Snapshot::of(home.work());
    for size in [(120, 40), (80, 24), (60, 20)] {
        let mut screen = setting(&home, size, "Sign-in people");
        screen
            .press("n", "What do you want to add?")
            .press("k", "New key result")
            .wait_for("the whole sentence");
        let line = row(&screen);
        fill(&mut screen, "sentence", WORK);
        screen.wait_for(QUESTION).wait_for("the problem");
        assert_eq!(row(&screen), line, "{size:?}: {}", screen.text());
        screen.keys("<c-u>").wait_gone(QUESTION).paste(EFFECT).wait_for("nothing to ask").wait_for("2.3 % →");
        assert_eq!(row(&screen), line, "{size:?}: {}", screen.text());
        screen.press("<c-x>", "the whole sentence").press("<esc>", "The set");
        leave(screen);
    }
    assert!(Snapshot::of(home.work()).changes_since(&before).is_empty(), "typing writes nothing");
}

#[test]
fn a_question_never_stands_in_the_way_of_saving() {
    let home = proposed();
    let mut screen = setting(&home, (80, 24), "Sign-in people");
    screen.press("n", "What do you want to add?").press("k", "New key result");
    fill(&mut screen, "sentence", "Ship the new editor to everybody");
    screen.wait_for(QUESTION).press("<enter>", "Saved: add").wait_for("Which measure?").wait_for(QUESTION);
    screen.press("<esc>", "The set");
    leave(screen);
}

#[test]
fn one_sentence_fills_the_empty_fields_and_taking_it_back_empties_them() {
    let home = proposed();
    for size in [(120, 40), (80, 24), (60, 20)] {
        let mut screen = setting(&home, size, "Complete the OAuth");
        screen.press("<enter>", FORM);
        to_field(&mut screen, "sentence");
        screen.wait_for(QUESTION);
        let line = row(&screen);
        screen.paste(EFFECT).wait_gone(QUESTION);
        assert_eq!(row(&screen), line, "{size:?}: {}", screen.text());
        to_field(&mut screen, "target");
        screen.wait_for("[ 0.5").wait_for("read from the sentence; what");
        to_field(&mut screen, "sentence");
        screen.keys("<c-z>").wait_for(QUESTION);
        to_field(&mut screen, "target");
        screen.wait_for("0.5 %, or below").wait_gone("[ 0.5");
        screen.press("<esc>", "The set");
        leave(screen);
    }
}

#[test]
fn what_a_person_typed_stands_against_the_sentence() {
    let home = proposed();
    let mut screen = setting(&home, (120, 40), "Complete the OAuth");
    screen.press("<enter>", FORM);
    fill(&mut screen, "target", "0.4");
    to_field(&mut screen, "sentence");
    screen.paste(EFFECT).wait_for("read from the sentence: ").wait_for("→ 0.4 %");
    screen.press("<c-s>", "Saved:");
    leave(screen);
    let stored = toml(home.work(), &format!("{QUARTER}/objectives/*/complete*.toml"));
    let measure = &stored["measure"];
    assert_eq!(
        (measure["baseline"].to_string(), measure["target"].to_string()),
        ("2.3".into(), "0.4".into())
    );
    assert_eq!(
        (measure["due"].to_string(), measure["unit"].to_string()),
        ("2027-03-31".into(), "\"%\"".into())
    );
    home.okr("check").code(0);
}

#[test]
fn an_objective_is_asked_about_while_it_is_typed() {
    let home = proposed();
    let mut screen = setting(&home, (80, 24), "Sign-in people");
    screen.press("n", "What do you want to add?").press("o", "New objective");
    let line = row(&screen);
    fill(&mut screen, "objective", "Build the new billing page");
    screen.wait_for("Say it as a change");
    assert_eq!(row(&screen), line);
    screen.keys("<c-x>").wait_gone("Say it as a change").press("<esc>", "The set").press("<enter>", FORM);
    screen.wait_for("nothing to ask");
    fill(&mut screen, "objective", "Sign-in failures below 1 %");
    screen.wait_for("Move the number to a key result.");
    screen.press("<c-x>", "nothing to ask").press("<esc>", "The set");
    leave(screen);
}

#[test]
fn a_question_is_marked_answered_with_a_reason_and_counted_at_the_retrospective() {
    let home = proposed();
    let mut screen = setting(&home, (120, 40), "Complete the OAuth");
    screen.wait_for("! 1 question").wait_for(QUESTION).press("W", "Waive output-verb");
    screen.press("<enter>", "is missing");
    fill(&mut screen, "reason", "the bank asks for it");
    screen.press("<enter>", "Saved: waive output-verb").wait_gone("! 1 question");
    screen.wait_for("output-verb waived on");
    home.okr("list waivers").code(0).stdout_has("output-verb").stdout_has("the bank asks for it");
    screen.press("4", "Retrospective ─");
    select(&mut screen, "How did the cycle run?");
    screen.wait_for("1 question was waived: output-verb");
    screen.press("1", "The set").press("W", "ask again; waived: the bank asks for it");
    screen.press("a", "Saved: ask output-verb again").wait_for(QUESTION);
    select(&mut screen, "Sign-in people");
    screen.press("W", "Nothing is asked here.");
    leave(screen);
    home.okr("list waivers").code(0).stdout_lacks("output-verb");
    home.okr("show quarter").code(0).stdout_lacks("waived");
}

#[test]
fn a_metric_of_the_library_fills_its_fields_and_keeps_its_id() {
    let home = proposed();
    let mut screen = setting(&home, (80, 24), "Complete the OAuth");
    screen.press("<enter>", FORM).press("<f2>", "Metrics to start from").wait_for("36 found");
    screen.keys("security").wait_for("5 found").keys("<c-u>ci dur").wait_for("1 found");
    screen.wait_for("less is better").press("<enter>", "CI duration fills metric");
    to_field(&mut screen, "metric id");
    screen.wait_for("[ ci-duration").wait_for("seen same");
    screen.press("<c-s>", "Saved:");
    select(&mut screen, "Sign-in people");
    screen.press("n", "What do you want to add?").press("k", "New key result");
    screen
        .press("<f2>", "Metrics to start from")
        .keys("pages")
        .wait_for("3 found")
        .press("<enter>", "[where] from [now]");
    screen.press("<enter>", "sentence: not whole yet").wait_for("New key result");
    fill(&mut screen, "sentence", "CI from 42 to 15 minutes");
    screen
        .press("<f2>", "Metrics to start from")
        .keys("ci dur")
        .wait_for("1 found")
        .press("<enter>", "[where] from 42 min to 15 min")
        .wait_for("not whole yet; fill in or take out: [where]")
        .wait_for("Ctrl-Z brings");
    screen.press("<c-z>", "read: CI, 42 min");
    screen.keys("<c-x>").press("<esc>", "The set");
    leave(screen);
    let stored = toml(home.work(), &format!("{QUARTER}/objectives/*/complete*.toml"));
    let measure = &stored["measure"];
    for (key, value) in
        [("metric_id", "ci-duration"), ("aggregation", "p95"), ("unit", "min"), ("direction", "decrease")]
    {
        assert_eq!(measure[key].as_str(), Some(value), "{stored:?}");
    }
    home.okr("list metrics").code(0).stdout_has("ci-duration");
    home.okr("list metrics vulnerab").code(0).stdout_has("from 45 days to below 14 days");
    let found = home.okr("list metrics pages");
    found.code(0).stdout_has("on-call-pages").stdout_has("out-of-hours-pages").stdout_lacks("ci-duration");
    home.okr("list metrics zebra").code(0).stderr_has("no metric of the library has these words");
    home.okr("list scores pages").code(2).stderr_has("only metrics are searched");
}

#[test]
fn a_sentence_on_a_metric_of_the_library_takes_what_the_library_says_of_it() {
    let home = proposed();
    let mut screen = setting(&home, (80, 24), "Sign-in people");
    screen.press("n", "What do you want to add?").press("k", "New key result");
    fill(&mut screen, "sentence", "Lower on-call pages from 9 per shift to 3 per shift by 31 Mar");
    screen.press("<enter>", "Saved: add").wait_for("Which measure?").press("<esc>", "The set");
    leave(screen);
    let stored = toml(home.work(), &format!("{QUARTER}/objectives/*/on-call-pages*.toml"));
    for (key, value) in [("metric_id", "on-call-pages"), ("unit", "per shift"), ("direction", "decrease")] {
        assert_eq!(stored["measure"][key].as_str(), Some(value), "{stored:?}");
    }
    assert_eq!(stored["measure"]["baseline"].to_string(), "9");
    assert_eq!(stored["guardrail"]["metric"].as_str(), Some("missed incidents"), "{stored:?}");
}

#[test]
fn what_was_chosen_from_the_library_is_that_metric_when_its_sentence_is_filled_in() {
    let home = proposed();
    let is_review_wait = |name: &str| {
        let stored = toml(home.work(), &format!("{QUARTER}/objectives/*/{name}*.toml"));
        for (key, value) in
            [("metric_id", "review-wait"), ("aggregation", "median"), ("unit", "h to first review")]
        {
            assert_eq!(stored["measure"][key].as_str(), Some(value), "{stored:?}");
        }
        let numbers = ["baseline", "target"].map(|key| stored["measure"][key].to_string());
        assert_eq!(numbers, ["12", "5"], "{stored:?}");
        assert_eq!(stored["guardrail"]["metric"].as_str(), Some("defects"), "{stored:?}");
    };
    let mut screen = setting(&home, (120, 40), "Sign-in people");
    let filled = "Lower review wait for payments from 12 h to 5 h by 31 Mar";
    let choose = |screen: &mut Screen| {
        screen.press("<f2>", "Metrics to start from").keys("review wait").wait_for("1 found");
        screen.press("<enter>", "review wait for [where]").keys("<c-u>").wait_gone("review wait for [where]");
        fill(screen, "sentence", filled);
    };
    screen.press("n", "What do you want to add?").press("k", "New key result");
    choose(&mut screen);
    screen.press("<enter>", "Saved: add").press("<esc>", "The set");
    is_review_wait("review-wait");
    select(&mut screen, "Complete the OAuth");
    screen.press("<enter>", FORM).wait_for(QUESTION).press("<f3>", "[raise/lower] [metric]");
    choose(&mut screen);
    screen.press("<c-s>", "Saved: say").press("<esc>", "The set");
    leave(screen);
    is_review_wait("complete");
}

#[test]
fn a_metric_counts_the_numbers_that_stand_in_its_unit_or_leaves_them_theirs() {
    let home = proposed();
    run(&home, "add kr sign-in 'Deployment lead time' baseline='4 days' target='1 day' source=wall");
    run(&home, "add kr sign-in 'Changes in review' baseline='9 changes' target='3 changes' source=wall");
    let movement = |name: &str| {
        let stored = toml(home.work(), &format!("{QUARTER}/objectives/*/{name}*.toml"));
        let measure = &stored["measure"];
        format!("{} -> {} {}", measure["baseline"], measure["target"], measure["unit"].as_str().unwrap())
    };
    let mut screen = setting(&home, (120, 40), "Deployment lead time");
    screen.press("<enter>", FORM).press("<f2>", "Metrics to start from").keys("change lead");
    screen.wait_for("1 found").press("<enter>", "Change lead time fills").press("<c-s>", "Saved:");
    assert_eq!(movement("deployment-lead-time"), "96 -> 24 h");
    select(&mut screen, "Changes in review");
    screen.press("<enter>", FORM).press("<f2>", "Metrics to start from").keys("review wait");
    screen.wait_for("1 found").press("<enter>", "The unit stays changes").press("<c-s>", "Saved:");
    leave(screen);
    assert_eq!(movement("changes-in-review"), "9 -> 3 changes");
    home.okr("set deployment --metric ci-duration").code(0).stderr_lacks("stays");
    assert_eq!(movement("deployment-lead-time"), "5760 -> 1440 min");
    let other = home.okr("set deployment --metric availability");
    other.code(0).stderr_has("The unit stays min; Availability is counted in");
    let money = home.okr("add kr sign-in 'Wait from 4 to 1 days' --metric cost-per-request");
    money.code(0).stderr_has("The unit stays days; Cost per request is counted in currency per 1000.");
}

#[test]
fn a_metric_of_the_library_fills_a_key_result_by_command_as_well() {
    let home = proposed();
    let add = home.okr("add kr sign-in 'CI from 42 to 15 minutes' --metric ci-duration aggregation=median");
    add.code(0).stdout_has("ci-duration").stderr_has("read: CI duration, 42 min");
    let stored = || toml(home.work(), &format!("{QUARTER}/objectives/*/ci-duration*.toml"));
    let measure = &stored()["measure"];
    for (key, value) in
        [("metric_id", "ci-duration"), ("aggregation", "median"), ("direction", "decrease"), ("unit", "min")]
    {
        assert_eq!(measure[key].as_str(), Some(value), "what is typed wins: {measure:?}");
    }
    home.okr("set ci-duration guardrail='failed builds'").code(0);
    home.okr("set ci-duration --metric p95-latency").code(0);
    let after = stored();
    assert_eq!(after["measure"]["metric_id"].as_str(), Some("p95-latency"), "{after:?}");
    assert_eq!(after["guardrail"]["metric"].as_str(), Some("failed builds"), "what one watches stays");
    let unknown = home.okr("add kr sign-in x --metric ci");
    unknown.code(2).stderr_has("the library has no metric `ci`").stderr_has("near: ci-duration");
    let open = home.okr("add kr sign-in 'Lower CI for [where] from [now] to 15 min'");
    open.code(2).stderr_has("title: not whole yet; fill in or take out: [where], [now]");
    let open = home.okr("set ci-duration title='Lower CI for all from 42 to [then]'");
    open.code(2).stderr_has("take out: [then]");
    let objective = home.okr("set sign-in --metric ci-duration");
    objective.code(2).stderr_has("is no key result");
}

#[test]
fn work_is_said_anew_and_the_old_sentence_is_kept() {
    let home = proposed();
    for (size, letter) in [((120, 40), "i"), ((80, 24), "d"), ((60, 20), "d")] {
        let mut screen = setting(&home, size, "Complete the OAuth");
        screen.press("<enter>", FORM).wait_for(QUESTION).press("<f3>", "[raise/lower] [metric]");
        screen.wait_for("was: Complete the OAuth").press("<c-s>", "sentence: not whole yet");
        fill(&mut screen, "sentence", EFFECT);
        to_field(&mut screen, "the old one");
        screen.keys(letter).press("<c-s>", "Saved: say").wait_for("of 34").wait_gone(QUESTION);
        screen.press("<esc>", "The set");
        let old = if letter == "i" { "initiative" } else { "delivery" };
        home.okr(format!("list {old}")).code(0).stdout_has(WORK);
        screen.press("u", "Undid: say");
        leave(screen);
        home.okr(format!("list {old}")).code(0).stdout_lacks(WORK);
    }
    run(&home, &format!("rewrite complete '{EFFECT}' --old delivery"));
    let stored = toml(home.work(), &format!("{QUARTER}/objectives/*/complete*.toml"));
    assert_eq!(stored["first_wording"].as_str(), Some(WORK));
    run(&home, "rewrite complete 'Sign-in failures from 2.4 % to 0.5 %'");
    home.okr("list initiative").code(0).stdout_lacks("Sign-in failures");
    assert_eq!(stored["measure"]["target"].to_string(), "0.5");
    home.okr("list delivery").code(0).stdout_has(WORK);
    home.okr("check").code(0);
}

#[test]
fn work_is_said_anew_while_it_is_typed() {
    let home = proposed();
    let mut screen = setting(&home, (120, 40), "Complete the OAuth");
    let before = Snapshot::of(home.work());
    screen.press("n", "What do you want to add?").press("k", "New key result").keys("Ship 6 new error pages");
    screen.wait_for("F3").press("<f3>", "was: Ship 6 new error pages").wait_for("Say it anew");
    // It goes back to the sentence as it was typed, and saves nothing on the way.
    screen.press("<esc>", "New key result").wait_for("[ Ship 6 new error pages").press("<f3>", "was: Ship 6");
    let changes = Snapshot::of(home.work()).changes_since(&before);
    assert!(changes.iter().all(|change| change.ends_with(".okr/lock")), "{changes:?}");
    fill(&mut screen, "sentence", EFFECT);
    screen.press("<c-s>", "Saved: say").press("<esc>", "The set");
    // The sentence that was said anew waits nowhere.
    screen.press("n", "What do you want to add?").press("k", "New key result");
    screen.wait_until("an empty form", |screen| !screen.text().contains("Ship 6")).press("<esc>", "The set");
    leave(screen);
    // Its id is a word of the sentence it is saved as.
    let stored = toml(home.work(), &format!("{QUARTER}/objectives/*/sign-in-failures*.toml"));
    assert_eq!(stored["first_wording"].as_str(), Some("Ship 6 new error pages"));
    let target = stored["measure"]["target"].to_string();
    assert_eq!(target, "0.5", "nothing stays of the 6 pages: {stored:?}");
    home.okr("list initiative").code(0).stdout_has("Ship 6 new error pages");
    // It was one step.
    run(&home, "undo");
    home.okr("list kr").code(0).stdout_lacks("Sign-in failures");
}

#[test]
fn the_numbers_of_a_sentence_are_taken_in_the_unit_of_a_metric_or_named() {
    let home = proposed();
    let add = |sentence: &str, metric: &str| home.okr(["add", "kr", "sign-in", sentence, "--metric", metric]);
    for (sentence, metric, read) in [
        ("Onboarding from 45 to 20 days", "onboarding-time", "45 days to 10th merged change -> 20 days"),
        ("Onboarding from 6 to 3 weeks", "onboarding-time", "42 days to 10th merged change -> 21 days"),
        ("Review wait from 1 day to 4 h", "review-wait", "24 h to first review -> 4 h"),
        ("Toil from 20 to 8 hours a week", "toil", "20 h per week, team -> 8 h"),
        ("Satisfaction from 3.1 to 4 points", "developer-satisfaction", "3.1 points (1-5), team mean -> 4"),
        ("Pages from 9 to 4 per shift", "on-call-pages", "9 per shift -> 4 per shift"),
        ("Cost per request from $0.42 to $0.30", "cost-per-request", "0.42 USD -> 0.3 USD"),
    ] {
        add(sentence, metric).code(0).stderr_has(read).stderr_lacks("stays");
    }
    add("Deployments from 2 to 5 per day", "deployment-frequency")
        .code(0)
        .stderr_has("baseline stays open, target stays open; as the sentence says: okr set");
}

#[test]
fn a_sentence_that_parts_from_its_fields_is_asked_about_in_the_form() {
    let home = proposed();
    run(&home, "add kr sign-in 'Churn from 5 % to 3 %'");
    let mut screen = setting(&home, (120, 40), "Churn");
    screen.press("<enter>", FORM).wait_for("5 % → 3 %");
    fill(&mut screen, "sentence", "Churn from 7 % to 1 %");
    screen.wait_for("Which is meant?").wait_for("5 % → 3 %").keys("<c-u>");
    fill(&mut screen, "sentence", "Churn from 5 % to 3 %");
    screen.wait_gone("Which is meant?").keys("<c-x>").press("<esc>", "The set");
    leave(screen);
}

#[test]
fn a_sentence_has_the_width_there_is_and_the_lights_stand_below_it() {
    let home = proposed();
    let mut screen = setting(&home, (80, 24), "Complete the OAuth");
    screen.press("<enter>", "SET-7");
    let sentence = "Sign-in failures from 2.3 % to 0.5 % of all by 31 March";
    fill(&mut screen, "sentence", sentence);
    screen.wait_for(&format!("[ {sentence} ")).wait_for("measurable");
    // It stays in sight while the other fields are filled in.
    fill(&mut screen, "source", "edge logs");
    assert!(screen.text().contains(&format!("[ {sentence} ")), "{}", screen.text());
    screen.press("<c-x>", "is discarded").press("<esc>", "The set");
    leave(screen);
}
