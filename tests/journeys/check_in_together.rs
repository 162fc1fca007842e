//! J4 at the desk: the room's votes are typed in a row, without names; one decision is recorded.

use super::{FORM, QUARTER, at_row, committed, fill, leave, opened, save, select};
use crate::support::tree::{file, paths_like};

#[test]
fn the_votes_of_a_room_are_typed_in_a_row_and_one_decision_is_recorded() {
    let home = committed().today("2027-02-12");
    let mut screen = opened(&home, 120, 40);
    screen.press("2", "3 to log").wait_for("no decision yet");
    select(&mut screen, "sign-in failures");
    screen.press("<enter>", "last 1.6 %");
    fill(&mut screen, "reading", "1.5%");
    fill(&mut screen, "confidence", "60 20 55");
    save(&mut screen);
    screen.press("<esc>", "2 to log");
    select(&mut screen, "sign-in failures");
    screen.wait_for("55, spread 40");
    select(&mut screen, "12 Feb");
    screen.wait_for("Talk about").wait_for("votes 40 apart");
    screen.press("D", FORM);
    fill(&mut screen, "decision", "plan stands; Lin asks the provider by Friday");
    save(&mut screen);
    screen.wait_for("decided: plan stands");
    leave(screen);

    let all = paths_like(home.work(), &format!("{QUARTER}/checkins/2027-02-12-*.toml"));
    let texts: String = all.iter().map(|path| file(home.work(), path)).collect();
    assert_eq!(all.len(), 2);
    assert!(texts.contains("confidence = [20, 55, 60]"), "votes are kept sorted: {texts}");
    assert!(texts.contains("decision = \"plan stands; Lin asks the provider by Friday\""), "{texts}");
}

#[test]
fn one_vote_shows_no_figure_before_the_room_has_voted() {
    let home = committed().today("2027-02-12");
    let mut screen = at_row(&home, (120, 40), ("2", "3 to log"), "sign-in failures");
    screen.press("<enter>", "last 1.6 %");
    fill(&mut screen, "confidence", "85");
    save(&mut screen);
    screen.press("<esc>", "2 to log");
    select(&mut screen, "sign-in failures");
    screen.wait_for("3 votes in");
    assert!(!screen.text().contains("85"), "a running vote leads nobody:\n{}", screen.text());
    leave(screen);
}
