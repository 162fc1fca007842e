//! What a session leaves in the ledger.

use super::*;

#[test]
fn a_session_that_closes_writes_its_ledger() {
    let mut room = Room::drafted();
    let mut player = room.begin(SessionKind::Refine);
    player = room.play(player, Act::Start);
    player.pass(Duration::from_secs(90));
    player = room.play(player, Act::Next);
    player.pass(Duration::from_secs(45));
    player = room.play(player, Act::People(5));
    player = room.play(player, Act::Next);
    assert!(player.is_closed() && room.try_act(&player, Act::Next).is_err());
    let ledger = room.ledger();
    assert_eq!(
        ledger,
        [("Refine", 3, 5), ("Write key results", 48, 2), ("Fetch baselines", 48, 1)]
            .map(|(title, minutes, people)| (title.to_owned(), minutes, people))
    );
    let desk = room.desk();
    let clocked = desk.quarter.efforts.iter().find(|effort| effort.session.is_some()).unwrap();
    let of_steps: Vec<(Step, u32)> = clocked.steps.iter().map(|step| (step.id, step.minutes)).collect();
    assert_eq!(of_steps, [(Step::Set9, 2), (Step::Set10, 1)]);
}

#[test]
fn why_a_step_was_left_out_is_kept_with_the_session() {
    let mut room = Room::drafted();
    let mut player = room.begin(SessionKind::Refine);
    player = room.play(player, Act::Start);
    player.pass(minutes(1));
    player = room.play(player, Act::Skip("all by mail last week".to_owned()));
    player = room.play(player, Act::Minutes(5));
    room.play(player, Act::Close);
    let desk = room.desk();
    let held = desk.quarter.efforts.iter().find(|effort| effort.session.is_some()).unwrap();
    let steps: Vec<_> =
        held.steps.iter().map(|step| (step.id, step.minutes, step.left_out.as_deref())).collect();
    assert_eq!(steps, [(Step::Set9, 0, Some("all by mail last week"))]);
}

#[test]
fn what_was_done_alone_is_declared_once() {
    let mut room = Room::committed();
    let player = room.begin(SessionKind::CheckIn);
    assert_eq!(player.declared(), [Declared { step: Some(Step::Chk1), minutes: 12, people: 1 }]);
    let player = room.play(player, Act::Declare(Declared { step: Some(Step::Chk1), minutes: 3, people: 4 }));
    room.play(player, Act::Close);
    assert_eq!(room.ledger().iter().filter(|(title, ..)| title == "Readings").count(), 1);
    assert_eq!(room.begin(SessionKind::CheckIn).declared(), []);
    room.go_to(28);
    assert_eq!(room.begin(SessionKind::CheckIn).declared().len(), 1);
}

#[test]
fn what_was_done_alone_is_counted_once_where_a_session_is_played_twice_side_by_side() {
    let mut room = Room::drafted();
    let [one, other] = [room.begin(SessionKind::KickOff), room.begin(SessionKind::KickOff)];
    for player in [one, other] {
        room.play(player, Act::Close);
    }
    let preparation = texts::line(Line::Preparation);
    assert_eq!(room.ledger().iter().filter(|(title, ..)| title == preparation).count(), 1);
}

#[test]
fn the_room_may_say_how_long_it_took() {
    let mut room = Room::drafted();
    let player = room.begin(SessionKind::KickOff);
    let player = room.play(player, Act::Minutes(12));
    assert_eq!(player.cost(), PersonMinutes(72));
    room.play(player, Act::Close);
    assert!(room.ledger().contains(&("Kick-off".to_owned(), 12, 6)));
    assert!(room.ledger().contains(&(texts::line(Line::Preparation).to_owned(), 20, 1)));
}

#[test]
fn what_is_clocked_after_the_room_said_how_long_it_took_is_added() {
    let mut room = Room::drafted();
    let mut player = room.begin(SessionKind::Refine);
    player = room.play(player, Act::Start);
    player.pass(minutes(1));
    player = room.play(player, Act::Minutes(1));
    player.pass(minutes(2));
    assert_eq!(player.session_minutes(), 3, "what stood there corrected nothing");
    player = room.play(player, Act::Minutes(10));
    player.pass(minutes(2));
    player = Player::from_text(&player.to_text()).unwrap();
    room.play(player, Act::Close);
    assert!(room.ledger().contains(&("Refine".to_owned(), 12, 6)), "{:?}", room.ledger());
}
