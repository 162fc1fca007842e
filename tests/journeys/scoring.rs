//! J6: the formula proposes from the final reading, the room moves it with a reason, 0.7 is marked, some read later.

use super::{QUARTER, at_row, committed, fill, leave, opened, run, save, select};
use crate::support::tree::{file, toml};

#[test]
fn the_formula_proposes_the_room_decides_and_beyond_a_tenth_says_why() {
    let home = committed().today("2027-03-26");
    let mut screen = opened(&home, 120, 40);
    screen.press("3", "3 not scored yet").wait_for("0.7 mark");
    select(&mut screen, "sign-in failures");
    screen.press("<enter>", "final reading");
    fill(&mut screen, "final reading", "1.0%");
    screen.wait_for("the formula says 0.7");
    fill(&mut screen, "read on", "mon");
    screen.wait_for("Mon 22 Mar 2027");
    fill(&mut screen, "score", "0.4");
    screen.press("<c-s>", "the score 0.4");
    fill(&mut screen, "reason", "one good week in March");
    save(&mut screen);

    select(&mut screen, "CI duration");
    screen.press("a", "score “CI duration” 0.1");
    screen.press("a", "It is scored already; Enter changes it.");
    select(&mut screen, "builds run again");
    screen.press("<enter>", "reads later");
    fill(&mut screen, "reads later", "2027-q2");
    screen.press("<c-s>", "read “builds run again” later");
    select(&mut screen, "The set as a whole");
    screen.wait_for("2 scored, 1 reads later").press("<enter>", "as a set");
    fill(&mut screen, "as a set", "ambitious, and the builds out of our hands");
    save(&mut screen);
    screen.press("u", "Undid: say what the set tells").press("U", "Redid:");
    leave(screen);

    let failures = toml(home.work(), &format!("{QUARTER}/scores/sign-in-failures.toml"));
    assert_eq!(failures["score"].as_float(), Some(0.4));
    assert_eq!(failures["date"].to_string(), "2027-03-22", "the day that was shown while it was typed");
    assert_eq!(failures["reason"].as_str(), Some("one good week in March"));
    let duration = toml(home.work(), &format!("{QUARTER}/scores/ci-duration.toml"));
    assert_eq!((duration["reading"].as_integer(), duration["score"].as_float()), (Some(40), Some(0.1)));
    let later = file(home.work(), &format!("{QUARTER}/scores/builds-run-again.toml"));
    assert!(later.contains("reads_later = \"2027-q2\"") && !later.contains("score ="), "{later}");
    let frame = file(home.work(), &format!("{QUARTER}/cycle.toml"));
    assert!(frame.contains("pattern = \"ambitious, and the builds out of our hands\""), "{frame}");
}

#[test]
fn on_an_objective_the_question_has_the_numbers_of_its_key_results_and_none_is_said_twice() {
    let home = committed().today("2027-03-26");
    let mut screen = at_row(&home, (120, 40), ("3", "0.7 mark"), "Sign-in people can rely on");
    screen.wait_for("The number says 0.4. Do we");
    select(&mut screen, "sign-in failures");
    screen.wait_for("moved 39 % of the way");
    assert_eq!(screen.text().matches("the formula says 0.4").count(), 1, "{}", screen.text());
    leave(screen);
}

#[test]
fn a_provisional_score_is_asked_again_with_the_reading_that_came_since_and_one_key_takes_it() {
    let home = committed().today("2027-03-01");
    run(&home, "score sign-in-failures --reading 1.4%");
    let home = home.today("2027-03-24");
    run(&home, "checkin sign-in-failures --value 1.0% --confidence 60");
    let home = home.today("2027-03-26");
    let mut screen = at_row(&home, (120, 40), ("3", "0.7 mark"), "sign-in failures");
    screen.press("a", "score “sign-in failures” 0.7");
    leave(screen);
}
