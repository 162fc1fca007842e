//! What is hidden stays hidden until all of it is in, and lands without a name.

use super::room::{Room, shown};
use crate::domain::check_in::{CheckIn as Entry, Sitting, SittingKind};
use crate::domain::confidence::{Confidence, Votes};
use crate::domain::id::KeyResultId;
use crate::method::check_ins::Rounds;
use crate::method::session::act::draft;
use crate::method::session::clock::minutes;
use crate::method::session::topic::ranked;
use crate::method::session::{Act, Blind, Cue, Player};
use crate::method::step::{SessionKind, Step};

const REVEAL: Act = Act::Blind(Blind::Reveal);

/// Votes on what is talked about; who shows no number passes.
pub(super) fn vote(room: &mut Room, player: Player, numbers: &[u8]) -> Player {
    room.play(player, shown(numbers))
}

/// Logs a vote of one person alone.
fn alone(room: &mut Room, id: &KeyResultId, percent: u8, supersedes: Option<&Sitting>) -> Sitting {
    let desk = room.desk();
    let confidence: Votes = Confidence::new(percent).into_iter().collect();
    let sitting = Sitting {
        supersedes: supersedes.map(|sitting| sitting.id.clone()),
        check_ins: vec![Entry { confidence, ..Entry::on(id.clone()) }],
        ..Sitting::new(desk.sitting_id(desk.today, &mut room.seed.clone()).unwrap(), desk.today)
    };
    let logged = sitting.clone();
    room.seed.letters();
    room.take(|desk, _| desk.log(logged).unwrap());
    sitting
}

#[test]
fn votes_land_sorted_in_one_sitting_when_the_round_is_over() {
    let mut room = Room::committed();
    let mut player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    player = vote(&mut room, player, &[70, 20, 55]);
    assert_eq!(player.ballot(&room.key_result(0)).unwrap().shown(), Some(vec![20, 55, 70]));
    player = room.play(player, Act::NextTopic);
    assert_eq!(player.ballot(&room.key_result(1)), None);
    assert!(room.desk().quarter.sittings.is_empty());
    player = room.play(player, Act::Next);
    let desk = room.desk();
    let [sitting] = &desk.quarter.sittings[..] else { panic!("{:?}", desk.quarter.sittings) };
    assert_eq!(sitting.check_ins.len(), 1);
    let votes: Vec<u8> = sitting.check_ins[0].confidence.sorted().iter().map(|vote| vote.percent()).collect();
    assert_eq!((votes, player.step()), (vec![20, 55, 70], Step::Chk4));
}

#[test]
fn of_votes_that_were_said_again_and_taken_back_the_first_are_corrected_and_not_doubled() {
    let mut room = Room::committed();
    let mut player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    player = vote(&mut room, player, &[70, 20]);
    player = room.play(player, Act::Next);
    player = room.play(player, Act::Back);
    player = room.play(player, Act::NextTopic);
    player = vote(&mut room, player, &[50]);
    let before = room.workspace.clone();
    player = room.play(player, Act::Next);
    room.workspace = before;
    let standing = |room: &Room| {
        let desk = room.desk();
        let standing: Vec<_> = desk.quarter.standing_sittings().collect();
        (standing.len(), standing[0].check_ins.len())
    };
    assert_eq!(standing(&room), (1, 1));
    player = room.play(player, Act::Back);
    player = room.play(player, Act::Next);
    assert_eq!(standing(&room), (1, 2), "what is on the board lands anew");
    player = room.play(player, Act::Back);
    player = room.play(player, Act::Blind(Blind::TakeBack));
    player = vote(&mut room, player, &[60]);
    room.play(player, Act::Next);
    assert_eq!(standing(&room), (1, 2));
}

#[test]
fn a_number_nobody_can_show_is_refused_and_nothing_is_revealed_without_one() {
    let mut room = Room::committed();
    let player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    assert!(room.try_act(&player, shown(&[101])).is_err());
    assert!(room.try_act(&player, REVEAL).is_err());
    assert!(room.try_act(&room.begin(SessionKind::CheckIn), shown(&[50])).is_err());
    let player = vote(&mut room, player, &[50]);
    assert!(room.try_act(&player, shown(&[60])).is_err());
    assert!(room.try_act(&player, Act::Blind(Blind::Again)).is_err(), "no talk between key results");
}

#[test]
fn who_voted_alone_is_in_already_and_joined_at_the_reveal() {
    let mut room = Room::committed();
    let id = room.key_result(0);
    let first = alone(&mut room, &id, 10, None);
    alone(&mut room, &id, 80, None);
    let changed = alone(&mut room, &id, 30, Some(&first));
    let rounds_alone = |room: &Room| -> Vec<u8> {
        let desk = room.desk();
        let rounds = Rounds::at(&desk);
        let votes = rounds.alone(&id, rounds.current(desk.today));
        votes.sorted().iter().map(|vote| vote.percent()).collect()
    };
    assert_eq!(rounds_alone(&room), [30, 80]);
    assert_eq!(changed.supersedes, Some(first.id));
    let mut player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    assert_eq!(player.ballot(&id), None);
    player = vote(&mut room, player, &[50, 60]);
    assert_eq!(player.ballot(&id).unwrap().shown(), Some(vec![30, 50, 60, 80]));
    room.play(player, Act::Next);
    let desk = room.desk();
    let rounds = Rounds::at(&desk);
    let heard = rounds.heard(&id, rounds.current(desk.today).unwrap());
    assert_eq!((heard.votes.len(), heard.median()), (4, Confidence::new(55)));
}

#[test]
fn a_room_that_shows_a_number_each_replaces_what_was_logged_alone_and_never_shows_more() {
    let mut room = Room::committed();
    let id = room.key_result(0);
    alone(&mut room, &id, 10, None);
    alone(&mut room, &id, 20, None);
    let player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    let people = usize::try_from(player.people()).unwrap();
    let numbers = |count: usize| vec![60; count];
    for more in [people - 1, people + 1] {
        assert!(room.try_act(&player, shown(&numbers(more))).is_err(), "{more} numbers, two alone");
    }
    let joined = vote(&mut room, player.clone(), &numbers(people - 2));
    assert_eq!(joined.ballot(&id).unwrap().shown().unwrap()[..2], [10, 20]);
    let player = vote(&mut room, player, &numbers(people));
    assert_eq!(player.ballot(&id).unwrap().shown(), Some(numbers(people)));
}

#[test]
fn the_objectives_with_the_most_dots_stand_first() {
    let mut room = Room::drafted();
    let quarter = room.workspace.quarters.values_mut().next().unwrap();
    for (objective, dots) in quarter.objectives.iter_mut().zip([4, 8, 0, 6]) {
        objective.dots = Some(dots);
    }
    let desk = room.desk();
    let dots: Vec<u32> = ranked(desk.quarter).iter().filter_map(|objective| objective.dots).collect();
    assert_eq!(dots, [8, 6, 4, 0]);
}

#[test]
fn a_team_with_none_above_is_told_so_where_it_would_be_aligned() {
    let mut room = Room::drafted();
    let player = room.begin_at(SessionKind::Commit, Step::Set11);
    let desk = room.desk();
    assert!(player.undone(&desk).is_empty());
    assert!(player.done(&desk).starts_with("No team stands above"), "{}", player.done(&desk));
}

#[test]
fn where_all_have_voted_alone_nobody_votes_again() {
    let mut room = Room::committed();
    let id = room.key_result(0);
    alone(&mut room, &id, 80, None);
    let player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    assert!(room.try_act(&player, REVEAL).is_err(), "five of the room are missing");
    let player = room.play(player, Act::People(1));
    let player = room.play(player, REVEAL);
    assert_eq!(player.ballot(&id).unwrap().shown(), Some(vec![80]));
    room.play(player, Act::Next);
    let desk = room.desk();
    let now = Rounds::at(&desk).now(&id, desk.today);
    assert_eq!((now.votes.len(), now.hidden), (1, 0));
}

#[test]
fn a_room_in_which_everybody_passes_has_voted_and_no_number_lands() {
    let mut room = Room::committed();
    let mut player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    let before = player.undone(&room.desk())[0].count;
    player = vote(&mut room, player, &[]);
    assert_eq!(player.ballot(&room.key_result(0)).unwrap().shown(), Some(Vec::new()));
    assert_eq!(player.undone(&room.desk())[0].count, before - 1);
    room.play(player, Act::Next);
    assert!(room.desk().quarter.sittings.is_empty());
    let player = room.begin_at(SessionKind::Retrospective, Step::Ret1);
    assert!(room.try_act(&player, shown(&[])).is_err(), "how freely one speaks is asked for in numbers");
}

#[test]
fn only_the_two_widest_spreads_vote_a_second_time_at_the_opening() {
    let mut room = Room::drafted();
    let mut player = room.begin_at(SessionKind::Commit, Step::Set13);
    for (low, high) in [(30, 70), (10, 90), (40, 60), (20, 80)] {
        player = vote(&mut room, player, &[low, high]);
        player = room.play(player, Act::NextTopic);
    }
    let due: Vec<KeyResultId> = player.second_votes();
    assert_eq!(due, [room.key_result(1), room.key_result(3)]);
    let talk =
        |room: &Room, at| Act::Talk(crate::method::session::topic::Topic::KeyResult(room.key_result(at)));
    let again = Act::Blind(Blind::Again);
    let to_third = talk(&room, 2);
    player = room.play(player, to_third);
    assert!(room.try_act(&player, again.clone()).is_err());
    for at in [1, 3] {
        let to_it = talk(&room, at);
        player = room.play(player, to_it);
        player = room.play(player, again.clone());
        player = vote(&mut room, player, &[45, 55]);
    }
    assert_eq!(player.second_votes(), []);
    let to_first = talk(&room, 0);
    player = room.play(player, to_first);
    assert!(room.try_act(&player, again).is_err(), "two second votes are the most");
    room.play(player, Act::Next);
    let desk = room.desk();
    let sitting = &desk.quarter.sittings[0];
    assert_eq!((sitting.kind, sitting.check_ins.len()), (SittingKind::Opening, 4));
    let medians: Vec<u8> =
        sitting.check_ins.iter().filter_map(|entry| Some(entry.median()?.percent())).collect();
    assert_eq!(medians, [50; 4]);
}

#[test]
fn a_second_vote_of_a_check_in_supersedes_the_first_sitting() {
    let mut room = Room::committed();
    let mut player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    player = vote(&mut room, player, &[10, 90]);
    player = room.play(player, Act::NextTopic);
    player = vote(&mut room, player, &[50, 60]);
    player = room.play(player, Act::Next);
    assert_eq!(player.topic(&room.desk()).unwrap().key_result(), Some(&room.key_result(0)));
    player = room.play(player, Act::Blind(Blind::Again));
    let outcome = room.act(&player, shown(&[20, 30]));
    assert_eq!(outcome.cues, []);
    room.play(outcome.player, Act::Next);
    let desk = room.desk();
    let standing: Vec<&Sitting> = desk.quarter.standing_sittings().collect();
    assert_eq!((desk.quarter.sittings.len(), standing.len()), (2, 1));
    let medians: Vec<u8> =
        standing[0].check_ins.iter().filter_map(|entry| Some(entry.median()?.percent())).collect();
    assert_eq!(medians, [25, 55]);
}

#[test]
fn a_second_vote_that_is_never_shown_leaves_the_first() {
    let mut room = Room::committed();
    let mut player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    player = vote(&mut room, player, &[10, 90]);
    player = room.play(player, Act::Next);
    player = room.play(player, Act::Blind(Blind::Again));
    room.play(player, Act::Next);
    let desk = room.desk();
    assert_eq!((desk.quarter.sittings.len(), desk.quarter.sittings[0].check_ins[0].confidence.len()), (1, 2));
}

#[test]
fn a_wide_spread_is_explained_where_it_can_be_voted_on_again() {
    let mut room = Room::drafted();
    let player = room.begin_at(SessionKind::Commit, Step::Set13);
    let explained = Cue::Explain(room.key_result(0));
    assert!(room.act(&player, shown(&[10, 50])).cues.contains(&explained));
    let narrow = room.begin_at(SessionKind::Commit, Step::Set13);
    assert_eq!(room.act(&narrow, shown(&[20, 59])).cues, []);
    let mut room = Room::committed();
    let player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    assert_eq!(room.act(&player, shown(&[10, 90])).cues, []);
}

#[test]
fn drafts_become_objectives_when_they_are_shown() {
    let mut room = Room::empty();
    let mut player = room.begin(SessionKind::Choose);
    assert_eq!(player.undone(&room.desk())[0].count, 6, "nobody has sent or passed yet");
    let send = |title: &str| Act::Blind(Blind::Drafts(draft(title, "support drowns").into_iter().collect()));
    for title in ["Sign-in people can rely on", "Builds nobody waits for", ""] {
        player = room.play(player, send(title));
    }
    assert_eq!(player.undone(&room.desk())[0].count, 3);
    assert!(room.desk().quarter.objectives.is_empty());
    assert!(room.try_act(&player, REVEAL).is_err(), "three of six are in");
    for _ in 0..3 {
        player = room.play(player, send(""));
    }
    let collected = draft("One more", "").into_iter().collect();
    assert!(room.try_act(&player, Act::Blind(Blind::Collected(collected))).is_err(), "all six are in");
    let refused = room.try_act(&player, send("A seventh")).unwrap_err();
    assert_eq!(refused.stops[0].says, "all 6 of the room are in");
    let grown = room.play(player.clone(), Act::People(7));
    assert!(room.try_act(&grown, send("A seventh")).is_ok());
    let hidden = room.workspace.clone();
    player = room.play(player, REVEAL);
    assert!(room.try_act(&player, REVEAL).is_err(), "they are shown");
    room.workspace = hidden;
    player = room.play(player, REVEAL);
    let desk = room.desk();
    assert_eq!(desk.quarter.objectives.len(), 2, "what was taken back is shown again");
    assert!(desk.quarter.objectives.iter().all(|one| one.why_now.as_deref() == Some("support drowns")));
    assert!(room.try_act(&player, send("late")).is_err());
    assert_eq!(player.undone(&desk), []);
}

#[test]
fn dots_are_shown_together_and_make_the_shortlist() {
    let mut room = Room::empty();
    for at in 1..=8 {
        room.take(|desk, seed| desk.add_objective(&format!("Objective {at}"), seed).unwrap().0);
    }
    let mut player = room.begin_at(SessionKind::Choose, Step::Set4);
    let place = |ids: &[&str]| Act::Blind(Blind::Dots(ids.iter().map(ToString::to_string).collect()));
    for _ in 0..5 {
        player = room.play(player, place(&["objective-8", "objective-8", "objective-3"]));
    }
    assert!(room.try_act(&player, place(&["objective-1"; 4])).is_err());
    assert!(room.try_act(&player, REVEAL).is_err(), "five of six are in");
    player = room.play(player, place(&["objective-1", "objective-5"]));
    assert!(room.try_act(&player, place(&["objective-2"])).is_err(), "a seventh has none");
    assert!(room.try_act(&player, place(&[])).is_err());
    assert!(room.desk().quarter.objectives.iter().all(|objective| objective.dots.is_none()));
    let hidden = room.workspace.clone();
    player = room.play(player, REVEAL);
    assert!(room.try_act(&player, REVEAL).is_err(), "they are shown");
    room.workspace = hidden;
    player = room.play(player, REVEAL);
    assert!(room.desk().quarter.objectives.iter().all(|objective| objective.dots.is_some()));
    player = room.play(player, Act::Next);
    let names: Vec<String> =
        player.topics(&room.desk()).iter().map(|topic| topic.name(&room.desk())).collect();
    assert_eq!(names.len(), 6, "four planned and two more");
    assert_eq!(names[..4], ["Objective 8", "Objective 3", "Objective 1", "Objective 5"]);
}

#[test]
fn a_session_that_is_closed_over_hidden_drafts_asks_once_and_keeps_them() {
    let mut room = Room::empty();
    let mut player = room.begin(SessionKind::Choose);
    player = room.play(player, Act::Start);
    player.pass(minutes(1));
    let sent = Act::Blind(Blind::Drafts(draft("Shops get paid on time", "").into_iter().collect()));
    player = room.play(player, sent);
    let asked = room.act(&player, Act::Close);
    assert_eq!((asked.cues, asked.player.is_closed()), (vec![Cue::StillHidden], false));
    let closed = room.act(&asked.player, Act::Close);
    assert_eq!((closed.cues, closed.player.is_closed()), (vec![], true));
    let desk = room.desk();
    let titles: Vec<&str> = desk.quarter.objectives.iter().map(|one| one.title.as_str()).collect();
    assert_eq!((titles, desk.quarter.efforts.len()), (vec!["Shops get paid on time"], 2));
}

#[test]
fn dots_that_are_still_hidden_land_where_all_are_in_and_a_session_that_is_put_away_keeps_its_drafts() {
    for (hands, dots) in [(5, None), (6, Some(6))] {
        let mut room = Room::drafted();
        let mut player = room.begin_at(SessionKind::Choose, Step::Set4);
        for _ in 0..hands {
            player = room.play(player, Act::Blind(Blind::Dots(vec!["objective-3".to_owned()])));
        }
        player = room.play(player, Act::Close);
        assert!(!player.is_closed());
        room.play(player, Act::Close);
        let found = room.desk().quarter.live_objectives().find_map(|one| one.dots.filter(|dots| *dots > 0));
        assert_eq!(found, dots);
    }
    let mut room = Room::empty();
    let mut player = room.begin(SessionKind::Choose);
    let sent = Act::Blind(Blind::Drafts(draft("Shops get paid on time", "").into_iter().collect()));
    player = room.play(player, sent);
    assert!(room.play(player, Act::PutAway).is_put_away());
    assert_eq!(room.desk().quarter.objectives.len(), 1);
}

#[test]
fn drafts_that_were_sent_before_are_of_one_person_each_or_of_all_that_are_still_out() {
    let collected = |count: usize| {
        let all = (1..=count).filter_map(|at| draft(&format!("Change {at}"), ""));
        Act::Blind(Blind::Collected(all.collect()))
    };
    for (first, then, hands) in [(2, 0, 2), (8, 0, 6), (2, 7, 6)] {
        let mut room = Room::empty();
        let mut player = room.begin(SessionKind::Choose);
        for count in [first, then].into_iter().filter(|count| *count > 0) {
            player = room.play(player, collected(count));
        }
        assert_eq!((player.hidden().drafts.hands(), player.hidden().drafts.count()), (hands, first + then));
    }
}
