//! Ten tasks a newcomer tries, each by the keys the footer, the help and the keys after `g` name, counted: no task may come
//! to cost more keys than stand here. What is typed as text counts as well.

use super::{committed, run, select};
use crate::support::tree::{file, paths_like, toml};
use crate::support::{Home, Screen};
use crate::sync::Team;

/// Somebody at the screens whose keys are counted.
struct Newcomer {
    screen: Screen,
    keys: usize,
}

impl Newcomer {
    fn at(mut screen: Screen) -> Self {
        screen.wait_for("more");
        Self { screen, keys: 0 }
    }

    fn of(home: &Home) -> Self {
        Self::at(Screen::start(home, &home.work(), 80, 24, ""))
    }

    /// Looks at a row, from where the task begins.
    #[track_caller]
    fn looks_at(mut self, screen: &str, row: &str) -> Self {
        let brings = if screen == "1" { "The set" } else { "3 to log" };
        self.screen.press(screen, brings);
        select(&mut self.screen, row);
        self
    }

    #[track_caller]
    fn press(&mut self, keys: &str, brings: &str) -> &mut Self {
        self.keys += count(keys);
        self.screen.press(keys, brings);
        self
    }

    /// Ends the task; it may have cost so many keys.
    #[track_caller]
    fn done(mut self, most: usize) {
        let taken = self.keys;
        assert!(taken <= most, "{taken} keys, {most} at most:\n{}", self.screen.text());
        self.screen.keys("<c-c><c-c>");
        self.screen.wait_exit();
    }
}

/// How many keys are pressed: a letter, or what stands in `<>`.
fn count(keys: &str) -> usize {
    let in_brackets: usize = keys.split('<').skip(1).filter_map(|part| part.find('>')).map(|at| at + 1).sum();
    keys.chars().count() - in_brackets
}

/// A set with a sentence that is work, and two key results in one objective.
fn proposed() -> Home {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Payments --people 'Ada, Lin' --objective 'Sign-in people can rely on'");
    run(&home, "add kr sign-in 'Complete the OAuth 2.0 migration'");
    run(&home, "add kr sign-in 'Sign-in failures from 2.3 % to 0.5 %'");
    home
}

fn sample(today: &str) -> Home {
    let home = Home::empty().today(today);
    run(&home, "init okrs --sample");
    let okrs = home.work().join("okrs");
    let home = home.with("OKR_WORKSPACE", okrs.to_str().unwrap());
    run(&home, "--team payments list");
    home
}

#[test]
fn a_team_is_made() {
    let home = committed();
    let mut one = Newcomer::of(&home);
    one.press("n", "another team in this workspace").press("t", "New team").press("Ops<c-s>", "Saved:");
    one.done(6);
    assert_eq!(toml(home.work(), "teams/ops/team.toml")["name"].as_str(), Some("Ops"));
}

#[test]
fn a_task_becomes_an_outcome() {
    let home = proposed();
    let mut one = Newcomer::of(&home).looks_at("1", "Complete the OAuth");
    one.press("<enter>", "F3").press("<f3>", "from [now] to [then]");
    one.press("Lost sign-ins from 40 to 10 a month<tab>d", "(•) delivery").press("<c-s>", "Saved: say");
    one.done(40);
    home.okr("list delivery").code(0).stdout_has("Complete the OAuth");
}

#[test]
fn a_check_in_is_logged() {
    let home = committed();
    let mut one = Newcomer::of(&home);
    one.press("2", "3 to log").press("<enter>", "the number first");
    one.press("1.4<tab>60", "[ 60").press("<c-s>", "Saved:");
    one.done(10);
}

#[test]
fn last_quarters_lesson_is_found() {
    let home = sample("2027-02-11");
    let mut one = Newcomer::of(&home);
    one.press("f", "Everything that was said")
        .press("lesson", "1 of ")
        .press("<enter>", "for “lesson”, Lesson");
    one.done(8);
}

#[test]
fn a_key_result_is_moved() {
    let home = proposed();
    let mut one = Newcomer::of(&home).looks_at("1", "Complete the OAuth");
    one.press("J", "Saved: move");
    one.done(1);
    let ranks = |name: &str| {
        toml(home.work(), &format!("teams/payments/2027-q1/objectives/*/{name}*.toml"))["rank"].as_integer()
    };
    assert!(ranks("complete") > ranks("sign-in-f"));
}

#[test]
fn a_point_is_handed_over() {
    let home = sample("2027-03-12");
    let mut one = Newcomer::at(Screen::start(&home, &home.work(), 80, 24, "--cycle 2027-q2"));
    one.press("1", "From the last quarter")
        .press("jj<enter>", "choose the rest anew")
        .press("<enter>", "Saved:");
    one.done(5);
}

#[test]
fn a_quarter_is_exported() {
    let home = committed();
    let mut one = Newcomer::of(&home);
    one.press("g", "g x Export").press("x", "opens offline").press("h", "Written:");
    one.done(3);
    let page = paths_like(home.work(), "okr-payments-2027-q1-2027-02-11.html");
    assert!(file(home.work(), &page[0]).contains("Sign-in failures"), "{page:?}");
}

#[test]
fn a_drop_is_taken_back() {
    let home = committed();
    let mut one = Newcomer::of(&home).looks_at("2", "CI duration");
    one.press("d", "Keep, change or drop").press("x", "Drop: ").press("oops<c-s>", "Saved:");
    one.press("u", "Undid: drop");
    one.done(8);
    let kept = file(home.work(), "teams/payments/2027-q1/objectives/*/ci-duration.toml");
    assert!(!kept.contains("dropped"), "{kept}");
}

#[test]
fn the_colours_are_changed_and_stay() {
    let home = committed();
    let mut one = Newcomer::of(&home);
    one.press("g", "g l Colours").press("l", "for a dark background").press("d", "Colours: dark, kept in ");
    one.done(3);
    home.okr("config").code(0).stdout_has("theme = \"dark\"");
}

#[test]
fn a_workspace_is_synced() {
    let team = Team::begun();
    team.clone_as("lin");
    team.shares("lin", "checkin failures --value 1.4% --confidence 60");
    let mut one = Newcomer::at(Screen::start(&team.home, &team.at("ada"), 80, 24, ""));
    one.press("g", "g s Sync").press("s", "Press Enter to go back").press("<enter>", "Shared.");
    one.done(3);
    let sittings = paths_like(team.at("ada"), "teams/payments/2027-q1/checkins/*.toml");
    assert_eq!(sittings.len(), paths_like(team.at("lin"), "teams/payments/2027-q1/checkins/*.toml").len());
}
