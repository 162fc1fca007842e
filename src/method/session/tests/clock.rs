//! The clock of a session: what runs, what is added, and what is thought about in circles.

use super::*;

#[test]
fn the_clock_counts_while_it_runs_and_goes_nowhere_by_itself() {
    let mut room = Room::drafted();
    let mut player = room.begin(SessionKind::Choose);
    assert_eq!(player.pass(minutes(9)), []);
    assert_eq!(player.clock().spent, Duration::ZERO);
    player = room.play(player, Act::Start);
    let cues = player.pass(minutes(60));
    assert!(cues.contains(&Cue::Time(TimeCue::Time)), "{cues:?}");
    assert_eq!((player.step(), player.clock().over), (Step::Set3, minutes(55)));
    player = room.play(player, Act::Pause);
    player.pass(minutes(5));
    assert_eq!(player.cost(), PersonMinutes(360));
}

#[test]
fn an_extension_takes_the_majority_and_ends_at_the_parking_lot() {
    let mut room = Room::drafted();
    let mut player = room.begin(SessionKind::Choose);
    let stay = Act::Roman(Roman { stay: 4, either: 1, move_on: 1 });
    let outcome = room.act(&player, Act::Roman(Roman { stay: 2, either: 2, move_on: 2 }));
    assert_eq!((outcome.cues, outcome.player.clock().planned), (vec![Cue::MoveOn], minutes(5)));
    player = outcome.player;
    for planned in [7, 8] {
        let outcome = room.act(&player, stay.clone());
        assert_eq!((outcome.cues, outcome.player.clock().planned), (vec![], minutes(planned)));
        player = outcome.player;
    }
    let outcome = room.act(&player, stay);
    assert_eq!((outcome.cues, outcome.player.clock().planned), (vec![Cue::ParkingLot], minutes(8)));
    room.play(player, Act::Park("the licence".to_owned()));
    assert_eq!(room.desk().quarter.frame.lines(List::ParkingLot)[0].text, "the licence");
}

#[test]
fn the_end_of_an_added_time_is_said_too() {
    let mut room = Room::drafted();
    let mut player = room.begin_at(SessionKind::Commit, Step::Set14);
    player = room.play(player, Act::Start);
    let is_over =
        |player: &mut Player, passed| player.pass(minutes(passed)).contains(&Cue::Time(TimeCue::Time));
    assert!(is_over(&mut player, 3));
    for added in [2, 1] {
        assert!(!is_over(&mut player, 9), "it is said once");
        player = room.play(player, Act::Roman(Roman { stay: 4, either: 0, move_on: 0 }));
        assert_eq!(player.clock().left, minutes(added), "the vote came nine minutes late");
        assert!(!is_over(&mut player, added - 1));
        assert!(is_over(&mut player, 1), "{added} min");
    }
}

/// The words about circles among what is said.
fn of_circles(said: Vec<Cue>) -> Vec<Cue> {
    said.into_iter().filter(|cue| matches!(cue, Cue::NextCircle(_) | Cue::CirclesOver)).collect()
}

/// Goes on to the next circle and lets its minutes pass; what is said at their end.
fn sat(room: &mut Room, player: &mut Player, seconds: u64) -> Vec<Cue> {
    *player = room.play(player.clone(), Act::Circle);
    assert_eq!(of_circles(player.pass(Duration::from_secs(seconds - 1))), []);
    of_circles(player.pass(Duration::from_secs(1)))
}

#[test]
fn a_stuck_question_is_thought_about_alone_in_pairs_and_together() {
    let mut room = Room::drafted();
    let mut player = room.begin_at(SessionKind::Choose, Step::Set5);
    assert_eq!(player.circle(), None);
    assert_eq!(sat(&mut room, &mut player, 60), [Cue::NextCircle(Circle::Pairs)]);
    assert_eq!(player.circle(), Some((Circle::Alone, Duration::ZERO)), "none ends by itself");
    assert_eq!(of_circles(player.pass(minutes(1))), []);
    assert_eq!(sat(&mut room, &mut player, 120), [Cue::NextCircle(Circle::Together)]);
    player = Player::from_text(&player.to_text()).unwrap();
    player = room.play(player, Act::Start);
    assert_eq!(sat(&mut room, &mut player, 300), [Cue::CirclesOver]);
    player = room.play(player, Act::Circle);
    assert_eq!((player.circle(), of_circles(player.pass(minutes(5)))), (None, vec![]));
}

#[test]
fn a_large_room_has_fours_between_and_takes_twelve_minutes() {
    let minutes = |people| Circle::of(people).iter().map(|circle| circle.minutes()).collect::<Vec<_>>();
    assert_eq!((minutes(7), minutes(8)), (vec![1, 2, 5], vec![1, 2, 4, 5]));
    assert_eq!((Circle::Pairs.next(7), Circle::Pairs.next(8)), (Some(Circle::Together), Some(Circle::Fours)));
}

#[test]
fn what_is_talked_about_next_begins_without_a_circle() {
    let mut room = Room::drafted();
    let mut player = room.begin_at(SessionKind::Choose, Step::Set5);
    for on in [Act::NextTopic, Act::Next] {
        player = room.play(player, Act::Circle);
        player = room.play(player, on);
        assert_eq!(player.circle(), None);
    }
    assert!(room.try_act(&player, Act::Circle).is_err(), "the cut is no talk");
}
