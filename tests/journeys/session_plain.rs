//! J4 without a screen: the same session as numbered prompts, line by line, for a screen reader.

use super::finding::with_an_archive;
use super::{QUARTER, committed, run};
use crate::support::tree::{file, paths_like, toml, write};
use crate::support::{Home, Screen};

pub(super) fn started(home: &Home) -> Screen {
    Screen::start(home, &home.work(), 100, 70, "--plain")
}

/// Waits for the prompt, answers, and waits for what comes of it.
pub(super) fn answer(screen: &mut Screen, typed: &str, brings: &str) {
    screen.wait_until("a prompt", |screen| {
        let text = screen.text();
        text.lines().rfind(|line| line.len() > 3).is_some_and(|line| line.trim_end().ends_with(':'))
    });
    screen.keys(typed).keys("<enter>").wait_for(brings);
}

/// The number in front of a choice.
pub(super) fn number(screen: &Screen, label: &str) -> String {
    let text = screen.text();
    let line =
        text.lines().rev().find(|line| line.contains(label)).unwrap_or_else(|| panic!("{label}:\n{text}"));
    line.trim_start_matches('│').trim().split('.').next().unwrap_or_default().to_owned()
}

/// Begins a session by its name, and waits for what comes of it.
fn begun(home: &Home, session: &str, brings: &str) -> Screen {
    let mut screen = started(home);
    screen.wait_for("number, or Enter to leave:");
    let at = number(&screen, session);
    answer(&mut screen, &at, brings);
    screen
}

/// Begins the session that comes next.
fn begun_first(home: &Home, brings: &str) -> Screen {
    let mut screen = started(home);
    screen.wait_for("number, or Enter to leave:");
    answer(&mut screen, "1", brings);
    screen
}

fn at_the_prompt(screen: &Screen) -> bool {
    let text = screen.text();
    let last = text.lines().rfind(|line| !line.trim().is_empty());
    last.is_some_and(|line| line.trim_end().ends_with("for the list:"))
}

pub(super) fn choose(screen: &mut Screen, label: &str, brings: &str) {
    screen.wait_until("the prompt", at_the_prompt);
    let at = number(screen, label);
    answer(screen, &at, brings);
}

fn leave_out(screen: &mut Screen, why: &str, brings: &str) {
    choose(screen, "leave this step out", "reason (why");
    answer(screen, why, brings);
}

#[test]
fn a_check_in_is_played_by_numbers_alone() {
    let home = committed().today("2027-02-26");
    run(&home, "checkin sign-in-failures --value 1.4% --confidence 70");
    let mut screen = started(&home);
    screen.wait_for("1. Check-in").wait_for("number, or Enter to leave:");
    answer(&mut screen, "1", "Step 1 of 4: Open. 1 min. CHK-2");
    screen.wait_for("Ask: Without looking: what are our objectives?").wait_for("for the list:");
    choose(&mut screen, "named:", "named (how many objectives, a number; the set is shown then):");
    answer(&mut screen, "2", "named 2 of 2");
    screen.wait_for("Done: The room has seen its set.");
    choose(&mut screen, "go on", "Step 2 of 4: Confidence round.");
    screen.wait_for("1 of 3 votes in, hidden; 1 logged alone");
    choose(&mut screen, "vote:", "numbers (as they are shown");
    answer(&mut screen, "4 5", "all are below 10 %, such as 7 %, not 70 %; type it again if it is meant");
    answer(&mut screen, "4", "4 is 4 %, not 40 %; type it again");
    answer(&mut screen, "40 50", "low 40   median 50   high 70   spread 30");
    choose(&mut screen, "go on", "2 of 3");
    leave_plain(screen);

    let mut screen = started(&home);
    screen
        .wait_for("Check-in 4 waits where it stood.")
        .wait_for("2. put it away; nothing of it enters the ledger")
        .press("1<enter>", "Step 2 of 4")
        .wait_for("Step 2 of 4: Confidence round.")
        .wait_for("for the list:");
    leave_out(&mut screen, "one is enough today", "Step 3 of 4: What changed, what blocks.");
    leave_out(&mut screen, "nothing stands out", "Step 4 of 4: Decide and close.");
    choose(&mut screen, "plan stands:", "Done: At least one decision");
    screen.wait_until("the prompt", at_the_prompt);
    answer(&mut screen, "1", "This was the last step");
    choose(&mut screen, "close the session", "Check-in 4 is closed. It cost");
    assert_eq!(screen.wait_exit(), 0);

    let all = paths_like(home.work(), &format!("{QUARTER}/checkins/2027-02-26*"));
    let count = |words: &str| all.iter().filter(|path| file(home.work(), path).contains(words)).count();
    assert_eq!((count("[40, 50, 70]"), count("plan stands")), (1, 1));
}

#[test]
fn a_session_that_is_put_away_is_not_said_to_be_in_the_ledger() {
    let home = committed().today("2027-02-26");
    let mut screen = begun_first(&home, "Step 1 of 4: Open.");
    choose(
        &mut screen,
        "put it away; nothing of it",
        "Check-in 4 is put away: nothing of it is in the ledger.",
    );
    assert_eq!(screen.wait_exit(), 0);
    assert!(!screen.text().contains("It cost"), "{}", screen.text());
    assert!(paths_like(home.work(), &format!("{QUARTER}/sessions/2027-02-26*")).is_empty());
}

#[test]
fn what_reads_the_same_of_the_next_key_result_is_said_of_it_too() {
    let home = committed().today("2027-02-26");
    let mut screen = begun_first(&home, "Step 1 of 4: Open.");
    choose(&mut screen, "go on", "Step 2 of 4: Confidence round.");
    let said = |screen: &Screen| screen.text().matches("0 of 3 votes in, hidden").count();
    choose(&mut screen, "go on", "2 of 3");
    screen.wait_until("the prompt", at_the_prompt);
    assert_eq!(said(&screen), 2, "{}", screen.text());
}

#[test]
fn what_came_in_the_place_of_what_was_dropped_meanwhile_is_said_before_the_next() {
    let home = committed().today("2027-02-26");
    let mut screen = begun_first(&home, "Step 1 of 4: Open.");
    choose(&mut screen, "go on", "Step 2 of 4: Confidence round.");
    choose(&mut screen, "go on", "2 of 3");
    screen.wait_until("the prompt", at_the_prompt);
    run(&home, "drop ci-duration --reason 'no runners'");
    choose(&mut screen, "go on", "2 of 2");
    screen.wait_for("Builds run again");
    leave_plain(screen);
}

#[test]
fn the_choices_and_the_board_are_said_once_and_then_only_what_is_new() {
    let home = committed().today("2027-02-26");
    let mut screen = begun_first(&home, "Step 1 of 4: Open.");
    choose(&mut screen, "named:", "named (how many objectives, a number; the set is shown then):");
    answer(&mut screen, "2", "named 2 of 2");
    screen.wait_until("the prompt", at_the_prompt);
    let said = |screen: &Screen, words: &str| screen.text().matches(words).count();
    assert_eq!(said(&screen, "leave; the session waits"), 1, "{}", screen.text());
    choose(&mut screen, "stop the clock", "start the clock");
    screen.wait_until("the prompt", at_the_prompt);
    assert_eq!(said(&screen, "leave; the session waits"), 1, "{}", screen.text());
    assert_eq!(said(&screen, "The board stands as it was."), 1, "{}", screen.text());
    answer(&mut screen, "99", "a number from 1 to");
    screen.wait_until("the prompt", at_the_prompt);
    assert_eq!(said(&screen, "leave; the session waits"), 1, "{}", screen.text());
    screen
        .keys("?<enter>")
        .wait_until("the list again", |screen| said(screen, "leave; the session waits") == 2);
    screen.keys("<enter>").wait_until("and again", |screen| said(screen, "leave; the session waits") == 3);
    screen.wait_until("the prompt", at_the_prompt);
    answer(&mut screen, "1", "Step 2 of 4: Confidence round.");
    screen.wait_for("2. vote: Counts in").wait_until("the prompt", at_the_prompt);
    assert_eq!(
        said(&screen, "leave; the session waits"),
        3,
        "of a step only what it takes: {}",
        screen.text()
    );
    leave_plain(screen);
}

#[test]
fn a_session_that_was_cut_off_is_put_away_and_another_one_begun() {
    let home = committed().today("2027-02-12");
    leave_plain(begun_first(&home, "Step 1 of 7: Open."));

    let home = home.today("2027-03-29");
    let mut screen = started(&home);
    screen.wait_for("waits where it stood.").wait_for("number, or Enter to leave:");
    answer(&mut screen, "2", "is put away");
    screen.wait_for("Which session? What is next comes first.").wait_for("number, or Enter to leave:");
    screen.keys("<enter>");
    assert_eq!(screen.wait_exit(), 0);
    assert!(
        paths_like(home.work(), &format!("{QUARTER}/sessions/*")).is_empty(),
        "nothing enters the ledger"
    );
    let mut screen = started(&home);
    screen.wait_for("Which session? What is next comes first.");
    screen.keys("<enter>");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn a_question_mark_asks_what_can_be_answered_and_a_dot_gives_a_question_up() {
    let home = committed().today("2027-02-26");
    let mut screen = begun_first(&home, "Step 1 of 4: Open.");
    choose(&mut screen, "park a line", "line (a few words");
    answer(&mut screen, "?", "Enter alone leaves it empty; . alone gives the question up.");
    answer(&mut screen, ".", "for the list:");
    choose(&mut screen, "how long it took", "minutes (");
    answer(&mut screen, "4000000000", "a whole number up to 1440");
    screen.wait_for("[4000000000]: ");
    answer(&mut screen, ".", "for the list:");
    choose(&mut screen, "how many are here", "people (");
    answer(&mut screen, "4000000000", "a whole number up to 1000");
    answer(&mut screen, "2", "for the list:");
    choose(&mut screen, "go on", "Step 2 of 4: Confidence round.");
    choose(&mut screen, "vote:", "numbers (as they are shown");
    answer(&mut screen, "40", "say anew how many are here");
    screen.wait_for("[40]: ");
    answer(&mut screen, ".", "for the list:");
    leave_plain(screen);
    assert!(!file(home.work(), &format!("{QUARTER}/cycle.toml")).contains('?'), "no question mark is kept");
}

#[test]
fn what_is_drawn_stands_in_words_and_what_is_answered_is_named() {
    let home = committed().today("2027-03-29");
    let mut screen = begun(&home, "Score", "Step 1 of");
    screen.wait_until("the prompt", at_the_prompt);
    leave_out(&mut screen, "it was read before", "Step 2 of");
    screen.wait_for("2.3 % -> 0.5 %").wait_until("the prompt", at_the_prompt);
    assert!(!screen.text().contains("----"), "{}", screen.text());
    leave_plain(screen);

    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Payments --people 'Ada, Lin, Sam' --objective 'Sign-in people can rely on'");
    let mut screen = begun(&home, "Kick-off", "yes: It holds: no review and no pay hangs on these.");
    screen.wait_for("no: It does not hold: no review and no pay hangs on these.");
    leave_plain(screen);
}

/// Begins the scoring session and goes to its second step, the scores.
fn scoring(home: &Home) -> Screen {
    let mut screen = begun(home, "Score", "Step 1 of");
    leave_out(&mut screen, "it was read before", "Step 2 of");
    screen
}

#[test]
fn a_wrong_answer_is_asked_again_at_once_and_those_of_before_stay() {
    let home = committed().today("2027-03-29");
    run(&home, "checkin sign-in-failures --value 1.4% --date 2027-03-26");
    let mut screen = scoring(&home);
    screen.wait_for("Ask: The number says 0.5. Do we agree?");
    choose(&mut screen, "score:", "final reading (");
    answer(&mut screen, "130%", "130 % is above 100 %, as a growth may be and a share cannot");
    answer(&mut screen, "1.3%", "read on (");
    answer(&mut screen, "31.13.", "the calendar has no 31.13.");
    screen.wait_for("[31.13.]: ");
    answer(&mut screen, "2027-03-26", "the formula says 0.6");
    screen.wait_for("score (");
    answer(&mut screen, "0.6", "reason (");
    answer(&mut screen, "the rest is one customer", "tells us (");
    answer(&mut screen, "mails were the half of it", "work done (");
    screen.signal("KILL").wait_exit();

    let mut screen = started(&home);
    screen.wait_for("Score waits where it stood.").press("1<enter>", "Step 2 of");
    choose(&mut screen, "score:", "What was typed before stands in brackets; Enter keeps it.");
    for kept in
        ["[1.3%]", "[2027-03-26]", "[0.6]", "[the rest is one customer]", "[mails were the half of it]"]
    {
        screen.wait_for(kept).keys("<enter>");
    }
    screen.wait_for("work done (");
    answer(&mut screen, "1", "reads later");
    answer(&mut screen, "", "Saved: score");
    leave_plain(screen);
    let scored = toml(home.work(), &format!("{QUARTER}/scores/sign-in-failures.toml"));
    assert_eq!(scored["tells_us"].as_str(), Some("mails were the half of it"), "{scored}");
    assert_eq!(scored["work_done"].as_str(), Some("yes"), "{scored}");
}

#[test]
fn what_is_the_same_of_each_key_result_and_what_is_talked_about_is_said_once() {
    let home = committed().today("2027-03-29");
    run(&home, "add assumption sign-in 'the mail gets through' noticed_by='bounces'");
    for id in ["sign-in-failures", "ci-duration", "builds-run-again"] {
        run(&home, &format!("score {id} 0.5 --reason 'the room says so'"));
    }
    let mut screen = begun(&home, "Retrospective", "Step 1 of");
    for step in ["Step 2 of", "Step 3 of"] {
        leave_out(&mut screen, "the test needs no more", step);
    }
    let widest = "the widest gaps between what we believed and what came out";
    screen.wait_for(widest).wait_for("it came out at 0.5").wait_until("the prompt", at_the_prompt);
    assert!(!screen.text().lines().any(|line| line.trim() == "0.5"), "{}", screen.text());
    answer(&mut screen, "1", "2 of 3");
    answer(&mut screen, "1", "3 of 3");
    screen.wait_until("the prompt", at_the_prompt);
    assert_eq!(screen.text().matches(widest).count(), 1, "{}", screen.text());

    leave_out(&mut screen, "the test needs no more", "Step 4 of");
    leave_out(&mut screen, "the test needs no more", "Step 5 of");
    screen.wait_for("the provider keeps its API").wait_until("the prompt", at_the_prompt);
    assert!(!screen.text().contains("nobody leaves"), "{}", screen.text());
    answer(&mut screen, "1", "noticed by");
    screen.wait_for("bounces").wait_until("the prompt", at_the_prompt);
    assert_eq!(screen.text().matches("the provider keeps its API").count(), 1, "{}", screen.text());
    leave_plain(screen);
}

#[test]
fn what_others_save_meanwhile_is_seen_and_an_answer_that_met_theirs_can_be_given_again() {
    let home = committed().today("2027-02-26");
    let mut screen = begun_first(&home, "Step 1 of 4: Open.");
    screen.wait_until("the prompt", at_the_prompt);
    run(&home, "add objective 'Nobody is locked out'");
    choose(&mut screen, "go on", "Step 2 of 4: Confidence round.");
    run(&home, "checkin sign-in-failures --value 1.4% --confidence 70");
    choose(&mut screen, "vote:", "numbers (as they are shown");
    answer(&mut screen, "40", "2 of 3 are in");
    screen.wait_for("[40]: ");
    answer(&mut screen, "40 50", "low 40   median 50   high 70   spread 30");
    leave_plain(screen);
}

pub(super) fn leave_plain(mut screen: Screen) {
    choose(&mut screen, "leave; the session waits", "okr --plain goes on with it");
    assert_eq!(screen.wait_exit(), 0);
}

/// The signs beyond ASCII of a session in which a score is agreed with, without the frame the tests draw.
fn signs_beyond_ascii(home: &Home) -> String {
    run(home, "checkin sign-in-failures --value 1.4% --date 2027-03-26");
    let mut screen = scoring(home);
    choose(&mut screen, "agree:", "Saved: score");
    let said = screen.text();
    said.chars().filter(|sign| !sign.is_ascii() && !('\u{2500}'..='\u{257f}').contains(sign)).collect()
}

#[test]
fn a_terminal_without_unicode_is_prompted_in_ascii() {
    let home = committed().today("2027-03-29");
    assert!(signs_beyond_ascii(&home).contains('“'));
    assert_eq!(signs_beyond_ascii(&committed().today("2027-03-29").with("LC_ALL", "C")), "");
}

#[test]
fn what_an_answer_names_elsewhere_is_listed_and_taken_by_its_number_or_its_name() {
    let home = Home::empty().today("2026-12-22").with("OKR_SEED", "many");
    for line in [
        "init --team Acme --level company --cycle 2027-Q1 --objective 'Shops trust us'",
        "add team Engineering level=function parent=acme",
        "add team Payments parent=engineering",
        "--team engineering init --cycle 2027-Q1",
        "--team engineering add objective 'Work reaches shops sooner'",
        "--team payments init --cycle 2027-Q1",
        "--team payments add objective 'Calm deploys'",
    ] {
        run(&home, line);
    }
    let mut screen = Screen::start(&home, &home.work(), 100, 60, "--plain --team payments");
    screen.wait_for("number, or Enter to leave:");
    let at = number(&screen, "Commit");
    // Nobody of this team is named: the room is counted once.
    answer(&mut screen, &at, "How many are in the room?");
    answer(&mut screen, "4", "4 people");
    screen.wait_for("contributes to nothing above");
    choose(&mut screen, "contributes:", "1. Work reaches shops sooner (Engineering \u{b7} 2027-Q1)");
    screen.wait_for("2. Shops trust us (Acme \u{b7} 2027-Q1)").wait_for("or its number)");
    answer(&mut screen, "3", "names no objective");
    answer(&mut screen, "2", "how (one sentence):");
    answer(&mut screen, "what a shop reports is solved", "weighed");
    answer(&mut screen, "none", "-> acme/2027-q1/shops-trust-us");
    choose(&mut screen, "contributes:", "[acme/2027-q1/shops-trust-us]");
    answer(&mut screen, "work reaches", "how (one sentence)");
    screen
        .keys("<enter>")
        .wait_for("weighed (Which")
        .keys("<enter>")
        .wait_for("-> engineering/2027-q1/work-reaches");
    leave_plain(screen);
}

#[test]
fn a_link_into_a_quarter_that_nobody_has_read_is_looked_at_as_it_is_answered() {
    let home = Home::empty().today("2026-12-22").with("OKR_SEED", "many");
    run(&home, "init --team Payments --cycle 2027-Q1 --objective 'Calm deploys'");
    with_an_archive(&home.work());
    let objective = "teams/archive/2137-q2/objectives/zeppelins/objective.toml";
    write(home.work(), objective, "title = 'Zeppelins land'\n");
    let mut screen = Screen::start(&home, &home.work(), 100, 60, "--plain --team payments");
    screen.wait_for("number, or Enter to leave:");
    let at = number(&screen, "Commit");
    answer(&mut screen, &at, "How many are in the room?");
    answer(&mut screen, "4", "4 people");
    screen.wait_for("contributes to nothing above");
    choose(&mut screen, "contributes:", "contributes to");
    answer(&mut screen, "archive/2137-q2/zepelins", "names no objective");
    screen.wait_for("archive/2137-q2/zeppelins");
    answer(&mut screen, "archive/2137-q2/zeppelins", "how (one sentence):");
    screen.keys("<enter>").wait_for("weighed").keys("<enter>").wait_for("-> archive/2137-q2/zeppelins");
    leave_plain(screen);
}

#[test]
fn what_cannot_be_read_is_said_before_a_session_is_played_on_the_rest() {
    let home = committed();
    let path = format!("{QUARTER}/objectives/builds-nobody-waits-for/ci-duration.toml");
    std::fs::write(home.work().join(&path), "= =\n").unwrap();
    let mut screen = started(&home);
    screen.wait_for("what cannot be read is left out").wait_for("ci-duration.toml:1:3");
    screen.wait_for("hint: Write `key = value`");
    assert!(!screen.text().contains('␊'), "{}", screen.text());
    screen.wait_for("Which session?").keys("<enter>");
    assert_eq!(screen.wait_exit(), 0);
}

/// A team in the weeks before its quarter, with a draft that has been asked about in part.
fn refining() -> Home {
    let home = Home::empty().today("2026-12-22");
    run(&home, "init --team Payments --people 'Ada, Lin, Sam' --objective 'Sign-in people can rely on'");
    run(&home, "add kr sign-in 'Sign-in failures from 2.3 % to 0.5 %'");
    run(&home, "set sign-in-failures still_have_problem=no nearer=yes");
    home
}

#[test]
fn a_word_that_is_no_answer_to_a_question_is_asked_again_and_erases_nothing() {
    let home = refining();
    let mut screen = begun(&home, "Refine", "Step 1 of");
    choose(&mut screen, "answers:", "without solving it (");
    answer(&mut screen, "perhaps", "without solving it: `perhaps` is none of yes, no");
    screen.wait_for("[perhaps]: ");
    answer(&mut screen, "NO", "nearer (");
    answer(&mut screen, "", "promised outside (");
    answer(&mut screen, "n", "can move (");
    answer(&mut screen, "1", "Saved: change");
    leave_plain(screen);
    let stands = toml(home.work(), &format!("{QUARTER}/objectives/sign-in-*/sign-in-failures.toml"));
    let said = ["still_have_problem", "nearer", "promised_outside", "can_move"];
    let said = said.map(|question| stands["refinement"][question].as_bool());
    assert_eq!(said, [Some(false), Some(true), Some(false), Some(true)], "{stands}");

    let home = refining();
    let mut screen = begun(&home, "Kick-off", "Step 1 of");
    choose(&mut screen, "ground rules:", "pay-free (");
    answer(&mut screen, "3", "pay-free: `3` is none of yes, no");
    answer(&mut screen, "Y", "outcomes (");
    for next in ["negotiated (", "ambitious (", "few (", "Saved: answer the ground rules"] {
        answer(&mut screen, "no", next);
    }
    leave_plain(screen);
    let frame = toml(home.work(), &format!("{QUARTER}/cycle.toml"));
    assert_eq!(frame["principles"]["pay_free"].as_bool(), Some(true), "{frame}");
    assert_eq!(frame["principles"]["few"].as_bool(), Some(false), "{frame}");
}

#[test]
fn what_others_write_into_a_field_while_it_is_asked_is_not_written_over_unseen() {
    let home = refining();
    let mut screen = begun(&home, "Kick-off", "Step 1 of");
    choose(&mut screen, "promise:", "promise (");
    run(&home, "set quarter sponsor_promise='nobody is asked'");
    answer(&mut screen, "we ask what it tells", "changed meanwhile");
    let frame = || toml(home.work(), &format!("{QUARTER}/cycle.toml"))["sponsor_promise"].clone();
    assert_eq!(frame().as_str(), Some("nobody is asked"));
    screen.wait_for("[we ask what it tells]: ");
    answer(&mut screen, "", "Saved:");
    assert_eq!(frame().as_str(), Some("we ask what it tells"));
    leave_plain(screen);
}

#[test]
fn what_was_answered_stands_beside_its_question_and_a_new_answer_is_said() {
    let home = refining();
    let mut screen = begun(&home, "Refine", "Could we hit it without solving the problem? no");
    screen.wait_for("If only this moved, are we nearer? yes");
    choose(
        &mut screen,
        "no: Answers with no: Has anyone outside",
        "Has anyone outside been promised this? no",
    );
    choose(&mut screen, "answers:", "(1 yes, 2 no: Could we hit it without solving the problem?) [no]:");
    answer(&mut screen, ".", "for the list:");
    assert!(!screen.text().contains("The board stands as it was."), "{}", screen.text());
    leave_plain(screen);
}

#[test]
fn a_field_that_is_named_says_what_stands_there_enter_keeps_it_and_a_dash_clears_it() {
    let home = refining();
    run(&home, "set sign-in-failures metric='failed sign-ins' source='edge logs'");
    let mut screen = begun(&home, "Refine", "Step 1 of");
    for (field, stands, typed) in [("metric", "[failed sign-ins]:", ""), ("source", "[edge logs]:", "-")] {
        choose(&mut screen, "edit:", "field (");
        answer(&mut screen, field, stands);
        answer(&mut screen, typed, "why (");
        screen.wait_until("the last blank", |screen| {
            let text = screen.text();
            text.lines().rfind(|line| line.len() > 3).is_some_and(|line| line.contains("why ("))
        });
        screen.keys("<enter>").wait_until("the prompt", at_the_prompt);
    }
    leave_plain(screen);
    let stands = toml(home.work(), &format!("{QUARTER}/objectives/sign-in-*/sign-in-failures.toml"));
    assert_eq!(stands["measure"]["metric"].as_str(), Some("failed sign-ins"), "{stands}");
    assert!(stands["measure"].get("source").is_none(), "{stands}");
}

#[test]
fn what_stands_in_the_way_of_a_commit_is_said_a_line_each() {
    let home = refining();
    let mut screen = begun(&home, "Commit", "Step 1 of");
    for next in ["Step 2 of", "Step 3 of", "Step 4 of"] {
        leave_out(&mut screen, "a test", next);
    }
    choose(&mut screen, "commit:", "reason (");
    answer(&mut screen, "", "Not done: asks:");
    screen.wait_for("asks: the set: the not-now list is empty");
    answer(&mut screen, ".", "for the list:");
    assert!(!screen.text().contains('\u{240a}'), "{}", screen.text());
    leave_plain(screen);
}

#[test]
fn what_was_said_by_mistake_is_taken_back_by_its_number() {
    let home = refining();
    let mut screen = begun(&home, "Refine", "Step 1 of");
    run(&home, "add not-now 'before the session'");
    choose(&mut screen, "edit:", "field (");
    answer(&mut screen, "metric", "]:");
    answer(&mut screen, "", "why (");
    answer(&mut screen, "", "The board stands as it was.");
    choose(&mut screen, "take back what was done last", "Nothing is left to take back.");
    choose(&mut screen, "no: Answers with no: Has anyone outside", "Saved: answer a question");
    choose(&mut screen, "take back what was done last", "Undid: answer a question");
    leave_plain(screen);
    let stands = file(home.work(), &format!("{QUARTER}/objectives/sign-in-*/sign-in-failures.toml"));
    assert!(!stands.contains("promised_outside"), "{stands}");
}

#[test]
fn what_another_window_has_saved_since_is_not_taken_back() {
    let home = refining();
    let mut screen = begun(&home, "Refine", "Step 1 of");
    choose(&mut screen, "no: Answers with no: Has anyone outside", "Saved: answer a question");
    run(&home, "add not-now 'a second data centre'");
    choose(&mut screen, "take back what was done last", "Another window has saved since: add “a second");
    run(&home, "undo");
    choose(&mut screen, "take back what was done last", "Undid: answer a question");
    run(&home, "add not-now 'a third data centre'");
    choose(&mut screen, "do again what was taken back last", "this is not done again here");
    leave_plain(screen);
}

#[test]
fn a_team_with_questions_of_its_own_is_asked_those() {
    let home = refining();
    let own = "[[step]]\nid = \"SET-12\"\nask = [\"What stopped us?\", \"Which beliefs carry this set?\"]\n";
    write(home.work(), "steps.toml", own);
    let mut screen = begun(&home, "Commit", "Step 1 of");
    leave_out(&mut screen, "a test", "Ask: Which beliefs carry this set?");
    choose(&mut screen, "assumption:", "objective (its number");
    answer(&mut screen, ".", "for the list:");
    let text = screen.text();
    assert!(text.matches("Which beliefs carry this set?").count() > 1, "{text}");
    assert!(!text.contains("taking for granted"), "{text}");
    leave_plain(screen);
}

#[test]
fn who_facilitates_is_said_and_handed_on_and_what_was_to_be_done_before_is_told() {
    let home = committed();
    let mut screen = begun_first(&home, "3 people, Ada facilitates, Lin types");
    choose(&mut screen, "others facilitate and type", "3 people, Lin facilitates, Sam types");
    choose(&mut screen, "what was to be done before the meeting", "Each key result has a reading");
    leave_plain(screen);
}

#[test]
fn what_a_team_does_not_ask_its_own_way_is_asked_in_the_words_of_the_method() {
    let home = refining();
    let own = "[[step]]\nid = \"SET-9\"\nask = [\"Could we hit it and be no better off?\"]\n";
    write(home.work(), "steps.toml", own);
    run(&home, "set sign-in-failures still_have_problem= nearer=");
    let mut screen = begun(&home, "Refine", "Step 1 of");
    choose(
        &mut screen,
        "no: Answers with no: Could we hit it and be no better off?",
        "Saved: answer a question",
    );
    choose(&mut screen, "yes: Answers with yes: ", "Saved: answer a question");
    let text = screen.text();
    assert!(!text.contains("yes: Answers with yes: \n"), "{text}");
    leave_plain(screen);
    let text = home.okr("show sign-in-failures").stdout().to_owned();
    assert!(text.contains("nearer"), "{text}");
}

#[test]
fn what_one_person_typed_hidden_is_out_of_sight_as_the_next_one_types() {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Payments --people 'Ada, Lin, Sam' --cycle 2027-Q1");
    let mut screen = started(&home);
    screen.wait_for("number, or Enter to leave:");
    let at = number(&screen, "Choose");
    answer(&mut screen, &at, "Step 1 of");
    choose(&mut screen, "draft:", "draft (");
    answer(&mut screen, "Quiet nights", "why now (");
    answer(&mut screen, "", "second draft (");
    answer(&mut screen, "", "why now (");
    answer(&mut screen, "", "1 of 3 have sent");
    screen.wait_gone("Quiet nights").wait_for("1. go on");
    leave_plain(screen);
}
