//! A session and the desk behind it: what is done at the one while the other is on the screen.

use quarterdeck::domain::step::SessionKind;
use quarterdeck::settings::actions::ScreenName;

use super::scene::{Player, Scene, has};
use super::sessions::begun;

#[test]
fn what_was_set_for_one_quarter_stays_behind_when_a_session_leads_to_another() {
    let q2 = |player: &Player| {
        let team = player.state.place.as_ref().unwrap().team.clone();
        quarterdeck::domain::quarter::QuarterKey { team, cycle: "2027-q2".parse().unwrap() }
    };
    let mut player = begun(SessionKind::CheckIn, Scene::CheckIns).press("<esc>");
    let here = player.state.place.clone().unwrap();
    let there = q2(&player);
    let mut opened = player.state.workspace.quarters[&here].clone();
    opened.key = there.clone();
    let cycle = quarterdeck::domain::cycle::Cycle::calendar("2027-q2").unwrap();
    player.state.workspace.cycles.insert(cycle.id.clone(), cycle);
    player.state.workspace.quarters.insert(there.clone(), opened);
    player.state.go_to(there);
    let mut player = player.on(ScreenName::Setting).press("/failures<enter>j<space>");
    player.state.as_of = quarterdeck::domain::day::Day::new(2027, 2, 1);
    assert!(!player.state.list().marks.is_empty() && !player.state.list().filter.is_empty());
    let player = player.press("S<esc>");
    assert_eq!(player.state.place.as_ref(), Some(&here));
    assert!(player.state.list().marks.is_empty() && player.state.list().filter.is_empty());
    assert_eq!(player.state.as_of, None);
    let player = player.press("/failures<enter>S<esc>");
    assert!(!player.state.list().filter.is_empty(), "it is the same quarter");
}

#[test]
fn going_anywhere_from_a_session_leaves_it_open_behind_the_desk() {
    let session = Scene::CheckIns.begin().press("S<enter>");
    let own = session.state.place.clone().unwrap();
    let other = session.state.workspace.quarters.keys().find(|key| **key != own).cloned().unwrap();
    let is_shown = |player: &Player| player.state.shown_room().is_some();
    for key in ["t", "P"] {
        let mut gone = session.clone().press(key);
        gone.state.go_to(other.clone());
        assert!(!is_shown(&gone) && gone.state.room.as_ref().is_some_and(|room| room.presents.is_none()));
        let back = gone.press("S");
        assert!(is_shown(&back) && back.state.place.as_ref() == Some(&own), "{}", back.text());
    }
    for typed in [":scoring<enter>", ":next screen<enter>"] {
        let gone = session.clone().press(typed);
        assert!(!is_shown(&gone), "{typed}: {}", gone.text());
        has(&gone, "S goes back to it");
    }
}

#[test]
fn what_is_done_to_the_list_behind_a_session_waits_for_the_desk() {
    let session = Scene::CheckIns.begin().at(80, 24).press("3").press("S<enter>");
    for typed in ["rename", "mark the row", "take the proposal"] {
        let found = session.clone().press(":").press(typed);
        has(&found, "It is done at the desk");
        let ran = found.press("<enter>");
        assert!(ran.state.overlay.as_ref().is_none_or(|overlay| overlay.form().is_none()), "{}", ran.text());
    }
}

#[test]
fn nothing_is_scrolled_that_the_wall_does_not_show() {
    let player = Scene::CheckIns.begin().at(60, 16).press("S<enter>P<enter>");
    has(&player.clone().press("B"), "hidden while presenting");
    has(&player.clone().press("j"), "nothing more to read");
    has(&player, "Esc small");
}

#[test]
fn end_and_home_show_the_end_and_the_top_of_a_board() {
    let top = Scene::CheckIns.begin().at(60, 16).press("S<enter><enter>");
    let end = top.clone().press("<end>");
    has(&end.clone().press("j"), "nothing more to read");
    assert_ne!(end.clone().press("k").text(), end.text());
    assert_eq!(end.press("<home>").text(), top.text());
    has(&top.press("<home>"), "This is the top.");
}
