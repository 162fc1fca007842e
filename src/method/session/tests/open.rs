//! What a step still asks for, and the box it has for that.

use super::room::Room;
use crate::domain::decision::{AskedOf, Test};
use crate::domain::frame::Nearer;
use crate::method::commit;
use crate::method::session::clock::Roman;
use crate::method::session::undone::Undone;
use crate::method::session::{Act, Player, Say};
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
    let no = Act::Say(Say::Align(Test::Ours, Nearer::No));
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

#[test]
fn a_room_shows_no_more_thumbs_than_it_has_people() {
    let mut room = Room::drafted();
    let player = room.begin(SessionKind::Choose);
    let player = room.play(player, Act::People(2));
    let stay = |stay| Act::Roman(Roman { stay, either: 0, move_on: 0 });
    assert!(room.try_act(&player, stay(3)).unwrap_err().to_string().contains("3 is more than 2"));
    assert!(room.try_act(&player, stay(2)).is_ok());
}

#[test]
fn a_key_result_that_is_unlit_or_speaks_against_itself_asks_for_a_reason_unless_that_was_waived() {
    let mut room = Room::drafted();
    let rules = |room: &Room| -> Vec<&str> {
        let stops = commit::stops(&room.desk());
        stops.iter().map(|stop| stop.rule.id()).filter(|rule| rule.starts_with("SET-9")).collect()
    };
    assert_eq!(rules(&room), Vec::<&str>::new());
    room.edit(0, |key_result| {
        key_result.refinement.nearer = Some(false);
        key_result.refinement.promised_outside = Some(true);
        key_result.refinement.still_have_problem = Some(true);
    });
    assert_eq!(rules(&room), ["SET-9 lights", "SET-9 promise", "SET-9 outcome"]);
    let about = AskedOf::KeyResult(room.key_result(0));
    room.take(|desk, _| desk.waive(&about, "outside-promise", "it was asked for last year").unwrap());
    assert_eq!(rules(&room), ["SET-9 lights", "SET-9 outcome"]);
}
