//! What a step still asks for, and the box it has for that.

use super::room::Room;
use crate::domain::decision::Test;
use crate::domain::frame::Nearer;
use crate::method::session::inputs::Agreeing;
use crate::method::session::undone::Undone;
use crate::method::session::{Act, Input, Player};
use crate::method::step::{SessionKind, Step};

fn open(room: &Room, player: &Player) -> Vec<String> {
    player.undone(&room.desk()).into_iter().map(Undone::says).collect()
}

#[test]
fn an_objective_that_says_word_for_word_what_another_says_is_a_duplicate() {
    let mut room = Room::empty();
    for title in ["Refunds reach buyers at once", "Builds nobody waits for", "refunds  reach buyers at once"]
    {
        room.take(|desk, seed| desk.add_objective(title, seed).unwrap().0);
    }
    let player = room.begin(SessionKind::Choose);
    assert_eq!(open(&room, &player), ["objectives that say what another says: 1"]);
    room.take(|desk, _| {
        let all = &desk.quarter.objectives;
        desk.merge(&all[2].id, &all[0].id).unwrap()
    });
    assert_eq!(open(&room, &player), Vec::<String>::new());
}

#[test]
fn a_team_that_belongs_to_no_other_and_answers_the_tests_all_the_same_is_asked_on() {
    let mut room = Room::drafted();
    let player = room.begin(SessionKind::Commit);
    assert_eq!((player.step(), open(&room, &player)), (Step::Set11, Vec::new()));
    assert!(player.done(&room.desk()).contains("No team stands above"), "{}", player.done(&room.desk()));
    let no = Act::Say(Input::Agreeing(Agreeing::Align(Test::Ours, Nearer::No)));
    let player = room.play(player, no);
    let undone = open(&room, &player);
    assert_eq!(undone.len(), 2, "the other test and the reason: {undone:?}");
    assert!(!player.done(&room.desk()).contains("No team stands above"), "{}", player.done(&room.desk()));
}

#[test]
fn a_box_counts_the_key_results_that_are_there_and_not_those_still_to_be_written() {
    let mut room = Room::drafted();
    room.take(|desk, seed| desk.add_objective("Nobody is locked out", seed).unwrap().0);
    let player = room.begin(SessionKind::Refine);
    assert_eq!(player.stages()[0].clock.minutes, 28, "4 + 2 for each of twelve");
}
