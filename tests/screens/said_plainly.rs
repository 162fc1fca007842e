//! What is said of what a key did, will do, or could not do.

use quarterdeck::domain::step::SessionKind;
use quarterdeck::settings::actions::ScreenName;
use quarterdeck::tui::menu::first_run;
use quarterdeck::tui::target::Target;

use super::scene::{Player, Scene, check_ins, has, lacks};
use super::sessions::{begun, goes_on};

#[test]
fn a_point_of_the_hand_over_that_is_ticked_already_says_so() {
    let player = begun(SessionKind::HandOver, Scene::Retro).at(120, 40).press("ty");
    lacks(&player, "it is ticked already");
    has(&player.press("y"), "it is ticked already");
}

#[test]
fn the_footer_says_that_a_sentence_is_said_of_the_set_as_a_whole() {
    let player = Scene::Scoring.begin().at(120, 40);
    has(&player, "Enter score");
    has(&player.press("G"), "Enter say what it tells");
}

#[test]
fn a_team_whose_people_are_not_named_is_asked_once_how_many_are_here() {
    let mut player = Scene::CheckIns.begin().at(120, 40);
    player.state.workspace.teams.values_mut().for_each(|team| team.people.clear());
    let asked = player.press("S<enter>");
    has(&asked, "How many are in the room?");
    let people = |player: &Player| player.state.room.as_ref().unwrap().player.people();
    assert_eq!(people(&asked.clone().press("<ctrl-u>5<enter>")), 5);
    let left = asked.press("<esc>");
    assert!(left.state.overlay.is_none());
    assert_eq!(people(&left.press("t")), 1);
}

#[test]
fn a_correction_says_beforehand_that_the_final_reading_stands() {
    let mut player = Scene::Retro.begin().at(120, 40).on(ScreenName::CheckIns);
    let id = player.state.here().unwrap().0.objectives[0].key_results[0].id.clone();
    player.state.list_mut().selected = Some(Target::KeyResult(id));
    has(&player.press("C<enter>"), "The final reading stands:");
}

#[test]
fn what_was_said_of_a_vote_goes_as_the_vote_is_taken_back() {
    let stays = "We stay in writing today";
    let voted = begun(SessionKind::Retrospective, Scene::Retro).at(120, 40);
    let voted = voted.press("tv<enter>1 1 2 1 1 2<enter>");
    has(&voted, stays);
    let back = voted.press("b");
    lacks(&back, stays);
}

#[test]
fn where_nothing_was_changed_at_mid_quarter_nothing_is_called_recorded() {
    let mut player = Scene::CheckIns.begin();
    let key = player.state.place.clone().unwrap();
    for objective in &mut player.state.workspace.quarters.get_mut(&key).unwrap().objectives {
        objective.dropped = None;
        objective.revisions.truncate(1);
        for key_result in &mut objective.key_results {
            key_result.dropped = None;
            key_result.revisions.truncate(1);
        }
    }
    let mut player = super::sessions::played(player, SessionKind::MidQuarter).at(120, 40);
    while goes_on(&mut player) {}
    has(&player, "Nothing was changed, so there is nothing to record.");
}

#[test]
fn a_set_that_is_committed_is_not_committed_again() {
    let set = check_ins().on(ScreenName::Setting).press("c");
    assert!(set.state.overlay.is_none());
    has(&set, "The set is committed");
}

#[test]
fn nothing_that_writes_is_offered_where_the_files_are_of_a_newer_format() {
    let mut player = Scene::CheckIns.begin().at(80, 24);
    player.state.workspace.settings.format = 2;
    lacks(&player, "Enter log");
    for key in ["<enter>", "S", "1e", "0n"] {
        let stopped = player.clone().press(key);
        has(&stopped, "The files are of format 2, this version writes format 1");
        assert!(stopped.state.overlay.is_none() && stopped.state.room.is_none(), "{key}: {}", stopped.text());
    }
}

#[test]
fn the_files_of_a_closed_quarter_are_not_edited() {
    let mut player = Scene::Scoring.begin();
    let key = player.state.place.clone().unwrap();
    let today = player.state.today;
    player.state.workspace.quarters.get_mut(&key).unwrap().frame.closed = Some(today);
    has(&player.press("E"), "This quarter is closed");
}

#[test]
fn the_first_menu_is_left_by_the_letter_that_leaves() {
    let letters = |leaves| {
        let menu = first_run(None, leaves);
        menu.answers.iter().map(|answer| answer.letter).collect::<String>()
    };
    assert_eq!(["q", "x", "c", "Ctrl-Q", ""].map(letters), ["csq", "csx", "csq", "csq", "csq"]);
}
