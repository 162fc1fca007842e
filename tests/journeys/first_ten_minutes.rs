//! J1: the first ten minutes. Create here, look around the sample, or quit; nothing is written before "yes".

use super::{fill, leave, opened, save, step, to_field};
use crate::support::tree::{file, files, toml};
use crate::support::{Home, Snapshot};

/// A home on a day shortly before the coming quarter.
fn december() -> Home {
    Home::empty().today("2026-12-10")
}

#[test]
fn a_team_its_people_the_coming_quarter_and_a_first_objective_stand() {
    let home = december();
    let mut screen = opened(&home, 80, 24);
    screen.wait_for("create here").wait_for("look around the sample").wait_for("quit");
    screen.press("c", "first objective");
    fill(&mut screen, "team", "Payments");
    fill(&mut screen, "people", "Ada, Lin and Sam");
    screen.wait_for("3 people").wait_for("Enter go on");
    to_field(&mut screen, "quarter");
    screen.keys("<c-u>");
    fill(&mut screen, "quarter", "Q1 2027");
    screen.wait_for("2027-Q1, Fri 1 Jan 2027 to Wed 31 Mar 2027");
    fill(&mut screen, "first objective", "Sign-in people can rely on");
    screen.wait_for("nothing to ask").wait_for("Enter create").wait_gone("Ctrl-S");
    assert!(files(home.work()).is_empty(), "something was written before the yes");
    screen.press("<enter>", "Payments · 2027-Q1").wait_for("Press 1 to set the quarter");
    screen.press("1", "1 of at most 5 objectives").wait_for("Sign-in people can rely on");

    screen.press("n", "What do you want to add?").press("k", "sentence");
    fill(&mut screen, "sentence", "Sign-in failures from 2.3 % to 0.5 %");
    save(&mut screen);
    screen.wait_for("Which measure?").press("<esc>", "☐?☐?? Sign-in").wait_for("2.3 % → 0.5 %");
    screen.wait_for("draft, 1 key result ");
    leave(screen);

    let team = toml(home.work(), "teams/payments/team.toml");
    assert_eq!(team["people"].as_array().unwrap().len(), 3);
    assert_eq!(toml(home.work(), "cycles/2027-q1.toml")["last"].to_string(), "2027-03-31");
    let objective = toml(home.work(), "teams/payments/2027-q1/objectives/*/objective.toml");
    assert_eq!(objective["title"].as_str(), Some("Sign-in people can rely on"));
    let key_result = file(home.work(), "teams/payments/2027-q1/objectives/*/sign-in-failures*.toml");
    assert!(key_result.contains("Sign-in failures from 2.3 % to 0.5 %"), "{key_result}");
}

#[test]
fn a_first_objective_that_is_a_key_result_is_asked_about_while_it_is_typed() {
    for (cols, rows) in [(80, 24), (120, 40)] {
        let home = december();
        let mut screen = opened(&home, cols, rows);
        screen.press("c", "first objective");
        fill(&mut screen, "team", "Payments");
        fill(&mut screen, "first objective", "Reduce sign-in failures to 0.5 %");
        screen.wait_for("Move the number to a key result.").wait_for("first objective");
        screen.keys("<c-c>").wait_for("create here").keys("<c-c>");
        assert_eq!(screen.wait_exit(), 0);
    }
}

#[test]
fn changing_ones_mind_leads_back_to_the_choice_and_keeps_the_words() {
    let home = december();
    let work = Snapshot::of(home.work());
    let mut screen = opened(&home, 80, 24);
    screen.press("c", "first objective");
    fill(&mut screen, "team", "Payments");
    screen.press("<esc>", "look around the sample");
    screen.press("<esc>", "Choose one of them");
    screen.press("<enter>", "first objective").wait_for("Payments").wait_gone("Choose one of them");
    screen.press("<c-c>", "Ctrl-C again").wait_for("create here");
    screen.keys("<c-c>");
    assert_eq!(screen.wait_exit(), 0);
    // The next program has it, asks before it leaves, and drops it once it is in a file.
    let mut screen = opened(&home, 80, 24);
    screen.wait_for("Draft kept").press("c", "Your draft is back").wait_for("Payments");
    screen.press("<esc>", "create here").press("q", "A draft is open").wait_for("create here");
    screen.keys("q");
    assert_eq!(screen.wait_exit(), 0);
    assert!(Snapshot::of(home.work()).changes_since(&work).is_empty());
    let mut screen = opened(&home, 80, 24);
    screen.press("c", "Your draft is back").press("<c-s>", "Press 1 to set the quarter");
    leave(screen);
    let mut screen = opened(&home, 80, 24);
    screen.wait_for("Payments · 2027-Q1");
    assert!(!screen.text().contains("What was typed"), "{}", screen.text());
    leave(screen);
}

#[test]
fn where_other_files_lie_it_is_said_at_once_where_a_workspace_begins() {
    let home = december();
    std::fs::write(home.work().join("README.md"), "ours\n").unwrap();
    let mut screen = opened(&home, 80, 24);
    screen
        .wait_for("This folder holds other files")
        .wait_for("in a new one: okr init")
        .wait_for("look around the sample");
    assert!(!screen.text().contains("create here"), "{}", screen.text());
    screen.keys("q");
    assert_eq!(screen.wait_exit(), 0);
}

#[test]
fn a_quarter_that_is_none_of_the_calendar_is_said_to_be_opened_by_command() {
    let home = december();
    let before = Snapshot::of(home.work());
    let mut screen = opened(&home, 120, 40);
    screen.press("c", "first objective");
    fill(&mut screen, "team", "Payments");
    to_field(&mut screen, "quarter");
    screen.keys("<c-u>");
    fill(&mut screen, "quarter", "FY27-Q1");
    screen.press("<c-s>", "okr init --cycle NAME");
    drop(screen);
    assert_eq!(Snapshot::of(home.work()).changes_since(&before), Vec::<String>::new());
}

#[test]
fn the_sample_opens_on_a_copy_and_leaves_the_folder_as_it_was() {
    let home = december();
    let temporary = home.work().with_file_name("tmp");
    let before = Snapshot::of(home.work());
    let mut screen = opened(&home, 120, 40);
    step(&mut screen, "<down>");
    screen.press("<enter>", "Payments · 2027-Q1");
    for (key, title) in
        [("1", "at most 5 objectives"), ("2", "Check-in"), ("3", "The set as a whole"), ("4", "actions")]
    {
        screen.keys(key).wait_for(title);
    }
    assert!(!files(&temporary).is_empty(), "the copy lies in the temporary folder");
    leave(screen);
    assert!(files(&temporary).is_empty(), "the copy is gone with the program");
    assert!(Snapshot::of(home.work()).changes_since(&before).is_empty());
}

#[test]
fn quit_leaves_nothing() {
    let home = december();
    leave(opened(&home, 80, 24));
    assert!(files(home.work()).is_empty() && files(home.user()).is_empty());
}

#[test]
fn looked_around_in_the_sample_stands_in_the_middle_of_its_quarter() {
    let mut screen = opened(&Home::empty(), 120, 40);
    step(&mut screen, "<down>");
    screen.press("<enter>", "A copy of the sample").wait_for("Check-in 3 of 6 tomorrow");
    screen.press("2", "9 to log");
}
