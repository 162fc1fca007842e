//! `okr retro`, `okr close` and `okr carry`: what the quarter taught, and what goes on.

use super::{committed, draft, run};
use crate::support::Home;
use crate::support::cli::in_sample;
use crate::support::tree::{file, path_like, paths_like, toml, write};

/// A scored quarter with one assumption; gives its id.
fn scored() -> (Home, String) {
    let home = draft();
    let assumption = run(&home, "add assumption sign-in 'the API stays'");
    run(&home, "commit --reason x");
    let home = home.today("2027-03-26");
    run(&home, "score sign-in-f --reading 1.0%");
    (home, assumption)
}

#[test]
fn each_kind_of_note_is_kept() {
    let (home, _) = scored();
    for kind in ["lesson", "difficulty", "importance", "assumption", "process", "proud", "action"] {
        run(&home, &format!("retro add {kind} 'we read it too late'"));
    }
    let text = run(&home, "retro list");
    assert_eq!(text.lines().filter(|line| line.ends_with("we read it too late")).count(), 7, "{text}");
}

#[test]
fn verdicts_stand_on_what_they_are_about_and_replace_each_other() {
    let (home, assumption) = scored();
    run(&home, "retro add difficulty --kr sign-in-f --verdict hard");
    run(&home, "retro add difficulty --kr sign-in-f --verdict right 'on second thought'");
    run(&home, "retro add importance --objective sign-in --verdict more 'support noticed'");
    run(&home, &format!("retro add assumption --assumption {assumption} --verdict wrong"));
    assert_eq!(paths_like(home.work(), "teams/payments/2027-q1/retro/*.toml").len(), 3);
    home.okr("show difficulty-sign-in").stdout_has("about").stdout_has("right");
    let difficulty = toml(home.work(), "teams/payments/2027-q1/retro/difficulty-*.toml");
    assert_eq!(difficulty["difficulty"].as_str(), Some("right"));
    assert!(run(&home, "list assumptions").contains("wrong"));
}

#[test]
fn a_verdict_stands_on_the_assumption_of_its_objective_also_where_two_share_an_id() {
    let home = draft();
    let assumption = run(&home, "add assumption sign-in 'the API stays'");
    let path = path_like(home.work(), "teams/payments/2027-q1/objectives/*/objective.toml");
    let first = path.split('/').nth(4).unwrap();
    let second = run(&home, "add objective 'Refunds arrive in a day'");
    let other = path.replace(first, &second);
    let twin = format!("\n[[assumption]]\nid = \"{assumption}\"\ntext = \"the bank answers\"\n");
    write(home.work(), &other, &format!("{}{twin}", file(home.work(), &other)));
    for (under, verdict) in [(first, "wrong"), (&second, "held")] {
        let about = format!("assumption:{under}/{assumption}");
        run(&home, &format!("retro add assumption --assumption {about} --verdict {verdict}"));
    }
    let text = run(&home, "list assumptions");
    let row = |says: &str| text.lines().find(|line| line.contains(says)).unwrap_or_default();
    assert!(row("the API stays").contains("wrong") && row("the bank answers").contains("held"), "{text}");
}

#[test]
fn a_verdict_keeps_its_reason_while_it_is_the_same_and_another_has_none_of_it() {
    let (home, assumption) = scored();
    let verdicts = [
        ("difficulty --kr sign-in-f", "hard", "easy"),
        ("importance --objective sign-in", "more", "less"),
        (&*format!("assumption --assumption {assumption}"), "wrong", "held"),
    ];
    for (about, first, then) in verdicts {
        let kind = about.split(' ').next().unwrap();
        let note = || toml(home.work(), &format!("teams/payments/2027-q1/retro/{kind}-*.toml"));
        run(&home, &format!("retro add {about} --verdict {first} 'nobody told us'"));
        run(&home, &format!("retro add {about} --verdict {first}"));
        assert_eq!(note()["text"].as_str(), Some("nobody told us"), "{kind}");
        run(&home, &format!("retro add {about} --verdict {then}"));
        assert!(!note().contains_key("text"), "it was said of the other verdict: {}", note());
        assert!(note().to_string().contains(&format!("\"{then}\"")), "{}", note());
    }
}

#[test]
fn a_verdict_needs_its_word_and_its_subject() {
    let (home, assumption) = scored();
    let cases = [
        ("retro add difficulty --kr sign-in-f".to_owned(), "go together"),
        ("retro add difficulty --verdict hard".to_owned(), "go together"),
        (
            "retro add difficulty --kr sign-in-f --verdict harsh".to_owned(),
            "`harsh` is none of easy, right, hard",
        ),
        ("retro add lesson x --kr sign-in-f".to_owned(), "a note of the kind lesson takes no --kr"),
        ("retro add lesson x --verdict hard".to_owned(), "a lesson has no verdict"),
        ("retro add lesson x --starts Ada".to_owned(), "belong to an action"),
        ("retro add lesson".to_owned(), "its text is missing"),
        ("retro add moral x".to_owned(), "possible values"),
        (
            format!("retro add assumption --assumption {assumption} --verdict shaky"),
            "none of held, wrong, unknown",
        ),
        ("retro add assumption --assumption zzz --verdict wrong".to_owned(), "there is no assumption `zzz`"),
        ("retro remove zzz".to_owned(), "there is no note `zzz`"),
    ];
    for (line, says) in cases {
        home.okr(line.as_str()).code(2).stderr_has(says);
    }
    assert!(paths_like(home.work(), "teams/payments/2027-q1/retro/*.toml").is_empty());
}

#[test]
fn three_actions_are_the_most() {
    let (home, _) = scored();
    for action in ["one", "two", "three"] {
        run(&home, &format!("retro add action {action} --starts Ada --first-date +1w --seen-by numbers"));
    }
    home.okr("retro add action four").code(1).stderr_has("three are chosen, which is the most");
    assert!(run(&home, "list actions").contains("2027-04-02"));
    let id = home.okr("list actions --json").json()["rows"][0]["id"].clone();
    run(&home, &format!("retro remove {}", id.as_str().unwrap()));
    run(&home, "retro add action four");
}

#[test]
fn a_close_is_refused_until_everything_is_scored() {
    let home = committed().today("2027-03-26");
    let refused = home.okr("close --reason 'we are done'");
    refused
        .code(1)
        .stderr_has("hard stop  SCO-3  “sign-in failures”: it is not scored yet")
        .stderr_has("asks       RET-7");
    run(&home, "score sign-in-f --reading 1%");
    home.okr("close").code(1).stderr_has("go on with a reason: okr close --reason");
    home.okr("close --reason 'we are done'").code(0).stdout_has("2027-Q1 is closed");
    for line in [
        "retro add lesson x",
        "set sign-in-f contact=Kim",
        "score sign-in-f 0.7",
        "checkin sign-in-f --value 1%",
        "close",
    ] {
        home.okr(line).code(1).stderr_has("this quarter was closed on 2027-03-26");
    }
}

#[test]
fn nothing_is_carried_over_by_itself() {
    let (home, assumption) = scored();
    let lesson = run(&home, "retro add lesson 'read earlier'");
    run(&home, &format!("retro add assumption --assumption {assumption} --verdict wrong"));
    run(&home, "close --reason x");
    home.okr("init --cycle 2027-q2").code(0).stderr_has("3 points are handed over: okr list hand-over");
    let home = home.today("2027-04-01");
    assert!(run(&home, "list").contains("No objective yet"));
    home.okr("carry sign-in-f --as used")
        .code(2)
        .stderr_has("sign-in-failures can be continue, reshape, retire");
    home.okr(format!("carry {lesson} --as retire")).code(2).stderr_has("can be used, kept, dismissed");
    home.okr("carry sign-in-f --as forget").code(2).stderr_has("continue");
    home.okr("carry zzz --as used").code(2).stderr_has("there is no point of the hand-over `zzz`");
    home.okr("carry sign-in-f --as continue").code(0).stderr_has("okr set sign-in-failures baseline=");
    run(&home, &format!("carry {lesson} --as used"));
    run(&home, &format!("carry {assumption} --as dismissed"));
    let carried = toml(home.work(), "teams/payments/2027-q2/objectives/*/sign-in-failures.toml");
    assert_eq!(carried["carried_from"].as_str(), Some("2027-q1/sign-in-failures"));
    assert!(!carried["measure"].as_table().unwrap().contains_key("baseline"));
    assert_eq!(carried["title"].as_str(), Some("sign-in failures"), "the old sentence said the old numbers");
    let points = home.okr("list hand-over --json").json();
    let became: Vec<_> =
        points["rows"].as_array().unwrap().iter().map(|row| row["became"].as_str()).collect();
    assert_eq!(became, [Some("used"), Some("dismissed"), Some("continue")]);
}

#[test]
fn what_is_carried_while_the_quarter_before_runs_is_told_with_its_own_quarter() {
    let home = in_sample().today("2027-02-11");
    let carried = home.okr("--team payments --cycle 2027-q2 carry sign-in-failures --as continue");
    let way = "okr set sign-in-failures --team payments --cycle 2027-q2 ";
    carried.code(0).stderr_has(&format!("say what it is now: {way}baseline=..."));
    let lint = home.okr("lint --team payments --cycle 2027-q2");
    assert!(lint.stdout().contains(&format!("{way}baseline=...")), "{}", lint.stdout());
    let is_work = lint
        .stdout()
        .lines()
        .any(|line| line.contains("sign-in-failures.toml") && line.contains("[output-verb]"));
    assert!(!is_work, "its name stands for its sentence:\n{}", lint.stdout());
}

#[test]
fn a_close_asks_what_becomes_of_the_parking_lot() {
    let (home, _) = scored();
    run(&home, "add parking-lot 'who answers for logs?'");
    let asked = "asks       RET-2  the retrospective: 1 line is on the parking lot";
    home.okr("close").code(1).stderr_has(asked);
}

#[test]
fn a_level_that_is_carried_on_is_not_asked_for_a_baseline() {
    let home = in_sample().today("2027-03-26");
    home.okr("--team payments --cycle 2027-q2 carry error-budget --as continue")
        .code(0)
        .stderr_has("say it for this quarter: okr set")
        .stderr_lacks("baseline");
}
