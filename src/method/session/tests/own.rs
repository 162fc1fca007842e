//! A vote given alone is replaced by the same person until the room shows its votes.

use super::room::{Room, shown};
use crate::domain::change::{Change, Edit, Refusal};
use crate::domain::check_in::{CheckIn as Entry, Sitting};
use crate::domain::confidence::{Confidence, Votes};
use crate::domain::decision::{Correction, Desk, Said};
use crate::domain::id::SittingId;
use crate::domain::seed::Seed;
use crate::method::check_ins::{self, Logged, Rounds, log_alone};
use crate::method::session::Act;
use crate::method::step::{SessionKind, Step};

/// Logs a vote of somebody who remembers these sittings as their own.
fn log(room: &mut Room, percent: u8, own: &[SittingId]) -> Result<(SittingId, bool), Refusal> {
    let (sitting, mut seed) = said(room, percent)?;
    let id = sitting.id.clone();
    let Logged { change, is_replaced, .. } = log_alone(&room.desk(), sitting, own, &mut seed)?;
    room.take(|_, of_room| {
        *of_room = seed;
        change
    });
    Ok((id, is_replaced))
}

/// A vote with a word beside it.
fn said(room: &Room, percent: u8) -> Result<(Sitting, Seed), Refusal> {
    let mut seed = room.seed.clone();
    let desk = room.desk();
    let id = desk.sitting_id(desk.today, &mut seed)?;
    let note = Some(format!("said {percent}"));
    let confidence: Votes = Confidence::new(percent).into_iter().collect();
    let entry = Entry { confidence, changed: note, ..Entry::on(room.key_result(0)) };
    Ok((Sitting { check_ins: vec![entry], ..Sitting::new(id, desk.today) }, seed))
}

#[test]
fn a_vote_whose_replacing_is_cut_off_is_never_counted_twice() {
    let mut room = Room::committed();
    let id = room.key_result(0);
    let (first, _) = log(&mut room, 30, &[]).unwrap();
    let (sitting, mut seed) = said(&room, 40).unwrap();
    let Logged { change, .. } = log_alone(&room.desk(), sitting, &[first], &mut seed).unwrap();
    let counted = |edits: &[Edit]| {
        let mut workspace = room.desk().workspace.clone();
        workspace.apply(&Change { edits: edits.to_vec(), ..change.clone() });
        let desk = Desk::at(&workspace, &room.desk().quarter.key, room.desk().today).unwrap();
        let rounds = Rounds::at(&desk);
        rounds.alone(&id, rounds.current(desk.today)).len()
    };
    let all: Vec<usize> = (0..=change.edits.len()).map(|until| counted(&change.edits[..until])).collect();
    assert_eq!(all, [1, 0, 1]);
}

#[test]
fn what_was_given_alone_counts_in_a_vote_of_the_room_that_is_typed_without_a_session() {
    let votes = |numbers: &[u8]| {
        let mut room = Room::committed();
        for percent in [80, 35] {
            log(&mut room, percent, &[]).unwrap();
        }
        let (mut sitting, mut seed) = said(&room, 0).unwrap();
        sitting.check_ins[0].confidence = numbers.iter().filter_map(|vote| Confidence::new(*vote)).collect();
        let Logged { change, .. } = log_alone(&room.desk(), sitting, &[], &mut seed).unwrap();
        room.take(|_, _| change);
        let heard = Rounds::at(&room.desk()).now(&room.key_result(0), room.desk().today);
        heard.votes.sorted().iter().map(|vote| vote.percent()).collect::<Vec<_>>()
    };
    assert_eq!(votes(&[20, 30]), [20, 30, 35, 80]);
    assert_eq!(
        votes(&[20, 30, 35, 40, 50, 80]),
        [20, 30, 35, 40, 50, 80],
        "a number of everybody has them in it"
    );
}

#[test]
fn a_vote_given_alone_is_not_corrected_once_the_room_has_shown_its_votes() {
    let mut room = Room::committed();
    let id = room.key_result(0);
    let (first, _) = log(&mut room, 30, &[]).unwrap();
    let correct = |room: &Room, percent: u8, changed: &str| {
        let confidence: Votes = Confidence::new(percent).into_iter().collect();
        let entry = Entry { confidence, changed: Some(changed.to_owned()), ..Entry::on(id.clone()) };
        let correction = Correction { of: first.clone(), date: None, says: Said::Entry(entry) };
        check_ins::correct(&room.desk(), correction, &mut room.seed.clone())
    };
    assert!(correct(&room, 40, "said 30").is_ok());
    let player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    let player = room.play(player, shown(&[50, 60, 70, 80, 90]));
    room.play(player, Act::Next);
    assert_eq!(correct(&room, 40, "said 30").unwrap_err().stops[0].rule.id(), "CHK-3");
    assert!(correct(&room, 30, "said better").is_ok());
}

#[test]
fn ones_own_vote_is_replaced_until_the_room_shows_its_votes() {
    let mut room = Room::committed();
    let id = room.key_result(0);
    let (first, is_replaced) = log(&mut room, 30, &[]).unwrap();
    assert!(!is_replaced);
    log(&mut room, 80, &[]).unwrap();
    let (second, is_replaced) = log(&mut room, 40, std::slice::from_ref(&first)).unwrap();
    assert!(is_replaced);
    let (_, is_replaced) = log(&mut room, 55, &[first.clone(), second.clone()]).unwrap();
    assert!(is_replaced);
    let desk = room.desk();
    let rounds = Rounds::at(&desk);
    let alone: Vec<u8> =
        rounds.alone(&id, rounds.current(desk.today)).sorted().iter().map(|vote| vote.percent()).collect();
    assert_eq!(alone, [55, 80]);
    let now = rounds.now(&id, desk.today);
    assert_eq!((now.hidden, now.median()), (2, None));
    let mut said = now.changed;
    said.sort();
    assert_eq!(said, ["said 30", "said 40", "said 55", "said 80"]);

    let player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    let player = room.play(player, shown(&[60]));
    room.play(player, Act::Next);
    let refusal = log(&mut room, 10, &[first, second.clone()]).unwrap_err();
    assert_eq!(refusal.stops[0].rule.id(), "CHK-3");
    room.go_to(28);
    assert_eq!(log(&mut room, 10, &[second]).map(|(_, is_replaced)| is_replaced), Ok(false));
}

#[test]
fn a_vote_of_the_first_days_is_not_taken_out_by_one_of_the_first_check_in() {
    let mut room = Room::committed();
    room.go_to(3);
    let (early, _) = log(&mut room, 90, &[]).unwrap();
    let (next, is_replaced) = log(&mut room, 80, std::slice::from_ref(&early)).unwrap();
    assert!(is_replaced, "both are of the first days");
    room.go_to(14);
    let (check_in, is_replaced) = log(&mut room, 40, &[early.clone(), next.clone()]).unwrap();
    assert!(!is_replaced);
    assert_eq!(log(&mut room, 50, &[early, next, check_in]).map(|(_, is_replaced)| is_replaced), Ok(true));
}

/// A vote beside a reading of a day so many days into the quarter.
fn read_on(room: &Room, days: i64) -> (Sitting, Seed) {
    let (mut sitting, seed) = said(room, 30).unwrap();
    sitting.date = room.desk().cycle.first.plus(days);
    sitting.check_ins[0].reading = Some(20.into());
    (sitting, seed)
}

#[test]
fn a_vote_beside_a_reading_of_an_earlier_day_is_one_of_today_where_that_day_awaits_none() {
    let mut room = Room::committed();
    let id = room.key_result(0);
    let log = |room: &mut Room, days: i64| {
        let (sitting, mut seed) = read_on(room, days);
        let Logged { change, is_of_today, .. } = log_alone(&room.desk(), sitting, &[], &mut seed).unwrap();
        room.seed = seed;
        room.take(|_, _| change);
        is_of_today
    };
    let waiting = |room: &Room| {
        let desk = room.desk();
        let rounds = Rounds::at(&desk);
        (rounds.alone(&id, rounds.current(desk.today)).len(), rounds.to_log(desk.today).len())
    };
    room.go_to(13);
    assert_eq!(waiting(&room), (0, 12));
    assert!(log(&mut room, 0), "the first days are near to no check-in");
    assert_eq!(waiting(&room), (1, 11));
    let dates: Vec<_> =
        room.desk().quarter.sittings.iter().map(|one| (one.date, one.check_ins[0].reading)).collect();
    let first = room.desk().cycle.first;
    assert!(
        dates.contains(&(first, Some(20.into()))) && dates.contains(&(first.plus(13), None)),
        "{dates:?}"
    );
    assert!(!log(&mut room, 12), "that day is near to the same check-in");
    room.go_to(14);
    let player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    let player = room.play(player, shown(&[40, 50]));
    room.play(player, Act::Next);
    room.go_to(27);
    assert!(log(&mut room, 21), "the room has voted in the check-in of that day");
    assert_eq!(waiting(&room), (1, 11));
}

#[test]
fn no_more_votes_are_given_alone_than_the_team_has_people() {
    let mut room = Room::committed();
    let all: Vec<SittingId> =
        [10, 20, 30, 40, 50, 60].map(|percent| log(&mut room, percent, &[]).unwrap().0).into();
    let refused = log(&mut room, 70, &[]).unwrap_err();
    assert_eq!(refused.stops[0].rule.id(), "CHK-3");
    assert!(log(&mut room, 70, &all[5..]).unwrap().1, "one's own is replaced");
}
