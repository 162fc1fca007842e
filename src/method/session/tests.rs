//! Sessions of a reference team: six people, four objectives, twelve key results.

mod blind;
mod clock;
mod ledger;
mod nudges;
mod offers;
mod open;
mod own;
mod room;
mod taken_back;
mod trail;

use std::time::Duration;

use super::clock::{Roman, TimeCue, minutes};
use super::*;
use crate::domain::decision::{List, Principle};
use crate::domain::effort::PersonMinutes;
use crate::domain::id::LineId;
use crate::domain::quarter::Phase;
use crate::method::texts::{self, Line};
use room::{Room, shown};

#[test]
fn a_session_plays_its_steps_in_order_with_the_boxes_of_this_team() {
    let room = Room::drafted();
    for (kind, boxes) in [
        (SessionKind::KickOff, &[10][..]),
        (SessionKind::Choose, &[5, 3, 16, 6]),
        (SessionKind::Refine, &[28, 7]),
        (SessionKind::Commit, &[8, 5, 7, 3]),
    ] {
        let player = room.begin(kind);
        let found: Vec<u32> = player.stages().iter().map(|stage| stage.clock.minutes).collect();
        assert_eq!(found, boxes, "{kind:?}");
        assert_eq!((player.at(), player.is_running(), player.cost().0), (0, false, 0));
    }
}

#[test]
fn a_session_begins_when_it_can_be_held() {
    let mut drafted = Room::drafted();
    let refused = |room: &Room, kind| room.try_begin(kind, 6).unwrap_err().stops[0].rule.id();
    assert_eq!(refused(&drafted, SessionKind::CheckIn), "SET-14");
    assert_eq!(refused(&drafted, SessionKind::Retrospective), "SET-14");
    assert_eq!(drafted.try_begin(SessionKind::KickOff, 0).unwrap_err().stops[0].rule.id(), "empty");
    drafted.commit();
    assert_eq!(refused(&drafted, SessionKind::Choose), "SET-14");
    assert!(drafted.try_begin(SessionKind::CheckIn, 6).is_ok());
}

#[test]
fn the_session_that_is_due_follows_the_quarter() {
    let mut room = Room::drafted();
    assert_eq!(due(&room.desk()), SessionKind::KickOff);
    let player = room.begin(SessionKind::KickOff);
    room.play(player, Act::Close);
    assert_eq!(due(&room.desk()), SessionKind::Choose);
    room.commit();
    room.go_to(14);
    assert_eq!(due(&room.desk()), SessionKind::CheckIn);
    room.go_to(42);
    assert_eq!(due(&room.desk()), SessionKind::MidQuarter);
    room.go_to(85);
    assert_eq!(due(&room.desk()), SessionKind::Score);
}

#[test]
fn the_last_check_in_comes_before_scoring_until_its_day_is_over_or_it_was_held() {
    let mut room = Room::committed();
    room.go_to(84);
    assert_eq!(room.desk().quarter.phase(room.desk().cycle, room.desk().today), Phase::Scoring);
    assert_eq!(due(&room.desk()), SessionKind::CheckIn);
    let player = room.begin(SessionKind::CheckIn);
    room.play(player, Act::Close);
    assert_eq!(due(&room.desk()), SessionKind::Score);
}

#[test]
fn a_step_is_gone_back_to_and_left_out_for_a_reason() {
    let mut room = Room::drafted();
    let mut player = room.begin(SessionKind::Choose);
    assert!(room.try_act(&player, Act::Back).is_err());
    player = room.play(player, Act::Next);
    assert_eq!((player.step(), &player.stages()[0].ending), (Step::Set4, &Some(Ending::Done)));
    assert!(room.try_act(&player, Act::Skip("  ".to_owned())).is_err());
    player = room.play(player, Act::Skip("two drafts only".to_owned()));
    assert_eq!(player.stages()[1].ending, Some(Ending::Skipped("two drafts only".to_owned())));
    player = room.play(player, Act::Back);
    assert_eq!((player.step(), &player.stage().ending), (Step::Set4, &None));
}

#[test]
fn a_session_only_goes_on_where_nothing_was_said() {
    let mut room = Room::committed();
    let mut player = room.begin(SessionKind::CheckIn);
    for (act, only_goes_on) in [
        (Act::Start, true),
        (Act::Next, true),
        (Act::NextTopic, true),
        (Act::TopicBefore, true),
        (Act::Back, true),
        (Act::Say(Say::Recalled(3)), false),
        (Act::Skip("all were there".to_owned()), false),
        (Act::Next, true),
        (Act::Say(Say::Note(room.key_result(0), "the bank moved".to_owned())), false),
        (Act::PutAway, false),
    ] {
        let before = player.clone();
        player = room.play(player, act.clone());
        assert_eq!(player.only_went_on(&before), only_goes_on, "{act:?}");
    }
}

#[test]
fn topics_follow_one_after_the_other() {
    let mut room = Room::committed();
    let mut player = room.begin(SessionKind::CheckIn);
    player = room.play(player, Act::Next);
    let topics = player.topics(&room.desk());
    assert_eq!((topics.len(), player.topic(&room.desk()).as_ref()), (12, topics.first()));
    player = room.play(player, Act::NextTopic);
    assert_eq!(player.topic(&room.desk()), Some(topics[1].clone()));
    assert_eq!(topics[1].name(&room.desk()), "metric 2");
    player = room.play(player, Act::TopicBefore);
    assert!(room.try_act(&player, Act::TopicBefore).is_err());
    let elsewhere = Topic::Objective(ObjectiveId::new("objective-1").unwrap());
    assert!(room.try_act(&player, Act::Talk(elsewhere)).is_err());
}

#[test]
fn a_killed_session_goes_on_at_the_same_step_and_second() {
    let mut room = Room::committed();
    let mut player = room.begin(SessionKind::CheckIn);
    player = room.play(player, Act::Start);
    player.pass(Duration::from_millis(61_500));
    player = room.play(player, Act::Say(Say::Recalled(3)));
    player = room.play(player, Act::Next);
    player = room.play(player, shown(&[40, 90]));
    player = room.play(player, Act::NextTopic);
    player.pass(Duration::from_secs(7));
    let resumed = Player::from_text(&player.to_text()).unwrap().with_trail(&player.trail_text());
    assert_eq!(resumed.clock().spent, Duration::from_secs(7));
    assert_eq!(resumed, Player { is_running: false, ..player });
    assert_eq!(Player::from_text("nonsense"), None);
}

#[test]
fn a_player_of_every_kind_is_written_and_read_back() {
    let mut room = Room::drafted();
    for kind in SessionKind::ALL {
        if *kind == SessionKind::CheckIn {
            room.commit();
        }
        let mut player = room.begin(*kind);
        loop {
            assert_eq!(Player::from_text(&player.to_text()), Some(player.clone()), "{kind:?}");
            if player.at() + 1 == player.stages().len() {
                break;
            }
            player = room.play(player, Act::Skip("a test".to_owned()));
        }
    }
}

#[test]
fn no_record_of_a_session_names_a_person() {
    let mut room = Room::committed();
    let mut player = room.begin(SessionKind::CheckIn);
    player = room.play(player, Act::Turn);
    player = room.play(player, Act::Next);
    player = room.play(player, shown(&[40]));
    let desk = room.desk();
    let team = &desk.workspace.teams[&desk.quarter.key.team];
    assert_eq!(player.roles(team).map(|roles| (roles.facilitator, roles.driver)), Some(("Lin", "Kim")));
    let text = player.to_text();
    assert!(team.people.iter().all(|name| !text.contains(name.as_str())), "{text}");
}

#[test]
fn what_is_said_at_a_check_in_lands_in_one_sitting_without_votes() {
    let mut room = Room::committed();
    let mut player = room.begin(SessionKind::CheckIn);
    let failing = room.key_result(0);
    player = room.play(player, Act::Say(Say::Recalled(3)));
    for _ in 0..2 {
        player = room.play(player, Act::Next);
    }
    assert_eq!(player.step(), Step::Chk4);
    player = room.play(player, Act::Say(Say::Note(failing.clone(), "the bank moved".to_owned())));
    player = room.play(player, Act::Say(Say::Watch(failing.clone())));
    let ask = Say::Do(failing.clone(), "ask the edge team".to_owned(), Some("Ada".to_owned()), None);
    player = room.play(player, Act::Say(ask));
    player = room.play(player, Act::Next);
    assert!(room.desk().quarter.sittings.is_empty());
    assert_eq!(player.undone(&room.desk()).len(), 1);
    player = room.play(player, Act::Say(Say::PlanStands));
    assert_eq!(player.undone(&room.desk()), []);
    room.play(player, Act::Next);
    let desk = room.desk();
    let sittings: Vec<_> = desk.quarter.sittings.iter().collect();
    assert_eq!(sittings.len(), 1);
    assert_eq!(sittings[0].decision.as_deref(), Some("plan stands"));
    assert_eq!(sittings[0].recall.map(|recall| (recall.named, recall.of)), Some((3, 4)));
    assert_eq!(
        sittings[0].actions.iter().map(|action| action.text.as_str()).collect::<Vec<_>>(),
        ["ask the edge team"]
    );
    assert!(sittings[0].check_ins.iter().all(|entry| entry.confidence.is_empty()));
}

#[test]
fn what_was_said_stays_with_the_session_when_it_is_taken_back_and_when_more_is_said() {
    let mut room = Room::committed();
    let mut player = room.begin_at(SessionKind::CheckIn, Step::Chk4);
    let failing = room.key_result(0);
    player = room.play(player, Act::Say(Say::Note(failing.clone(), "the bank moved".to_owned())));
    player = room.play(player, Act::Say(Say::Do(failing.clone(), "ask the bank".to_owned(), None, None)));
    player = room.play(player, Act::Next);
    let before = room.workspace.clone();
    player = room.play(player, Act::Say(Say::PlanStands));
    room.workspace = before;
    for (said, decision) in [
        (Say::PlanStands, "plan stands"),
        (Say::PlanStands, "plan stands"),
        (Say::Decide("cut the scope".to_owned()), "cut the scope"),
        (Say::Decide("ask for help".to_owned()), "cut the scope; ask for help"),
    ] {
        player = room.play(player, Act::Say(said));
        let desk = room.desk();
        let standing: Vec<_> = desk.quarter.standing_sittings().collect();
        assert_eq!(standing.len(), 1);
        assert_eq!(standing[0].decision.as_deref(), Some(decision));
        assert_eq!((standing[0].actions.len(), standing[0].check_ins.len()), (1, 1));
    }
    player = room.play(player, Act::Back);
    room.take(|desk, _| desk.drop_key_result(&failing, "the bank is gone").unwrap());
    let other = room.key_result(1);
    player = room.play(player, Act::Say(Say::Watch(other)));
    room.play(player, Act::Close);
    let desk = room.desk();
    let standing: Vec<_> = desk.quarter.standing_sittings().collect();
    assert_eq!((standing.len(), standing[0].actions.len(), standing[0].check_ins.len()), (1, 2, 1));
    assert_eq!(desk.quarter.sittings.len(), 4, "what is said twice is written once");
}

#[test]
fn what_was_noted_on_a_key_result_that_goes_meanwhile_is_left_out_and_named() {
    let left_out = |outcome: &Played| {
        let says = outcome.cues.iter().filter(|cue| matches!(cue, Cue::LeftOut(_)));
        says.map(|cue| cue.says(crate::method::step::Steps::METHOD)).collect::<Vec<_>>()
    };
    let mut room = Room::committed();
    let mut player = room.begin_at(SessionKind::CheckIn, Step::Chk4);
    let (gone, stays) = (room.key_result(0), room.key_result(1));
    for id in [&gone, &stays] {
        player = room.play(player, Act::Say(Say::Note(id.clone(), "the bank moved".to_owned())));
    }
    player = room.play(player, Act::Next);
    room.take(|desk, _| desk.drop_key_result(&gone, "the bank is gone").unwrap());
    for act in [Act::Next, Act::Close, Act::Skip("late".to_owned()), Act::PutAway] {
        let outcome = room.try_act(&player, act.clone()).unwrap();
        let Some(change) = &outcome.change else { panic!("{act:?}") };
        let said = change.edits.iter().find_map(|edit| match &edit.after {
            Some((_, crate::domain::change::Record::Sitting(sitting))) => Some(sitting.check_ins.clone()),
            _ => None,
        });
        assert_eq!(said.unwrap().iter().map(|entry| &entry.key_result).collect::<Vec<_>>(), [&stays]);
        let told = &left_out(&outcome)[0];
        assert!(told.contains("Not written: the bank moved; “metric 1”: "), "{act:?}: {told}");
    }
}

#[test]
fn nothing_is_left_out_because_a_file_cannot_be_read_just_now() {
    let mut room = Room::committed();
    let mut player = room.begin_at(SessionKind::CheckIn, Step::Chk4);
    let (first, other) = (room.key_result(0), room.key_result(1));
    for id in [&first, &other] {
        let noted = Say::Note(id.clone(), "the bank moved".to_owned());
        player = room.play(player, Act::Say(noted));
    }
    player = room.play(player, Act::Next);
    let desk = room.desk();
    let (under, _) = desk.quarter.key_result(&first).unwrap();
    let folder = format!("teams/{}/objectives/{}", desk.quarter.key, under.id);
    for file in ["objective.toml".to_owned(), format!("{first}.toml")] {
        let standing = room.workspace.clone();
        room.workspace.unread.insert(format!("{folder}/{file}"));
        if file != "objective.toml" {
            let objectives = room.workspace.quarters.values_mut().flat_map(|quarter| &mut quarter.objectives);
            objectives.for_each(|objective| objective.key_results.retain(|found| found.id != first));
        }
        for act in [Act::Next, Act::Close] {
            let refused = room.try_act(&player, act).unwrap_err().to_string();
            assert!(refused.contains("mend it first"), "{refused}");
        }
        room.workspace = standing;
    }
    assert!(room.act(&player, Act::Close).player.is_closed());
}

#[test]
fn a_session_of_a_quarter_that_was_closed_meanwhile_can_be_put_away_and_says_what_is_lost() {
    let mut room = Room::committed();
    let mut player = room.begin_at(SessionKind::CheckIn, Step::Chk4);
    player = room.play(player, Act::Start);
    player.pass(minutes(3));
    assert_eq!(player.ends(&room.desk()), Act::Close);
    let noted = Say::Note(room.key_result(0), "the bank moved".to_owned());
    player = room.play(player, Act::Say(noted));
    room.workspace.quarters.values_mut().for_each(|quarter| quarter.frame.closed = Day::new(2027, 1, 20));
    assert!(room.try_act(&player, Act::Close).is_err());
    assert_eq!(player.ends(&room.desk()), Act::PutAway);
    let outcome = room.act(&player, Act::PutAway);
    assert!(outcome.player.is_closed() && outcome.change.is_none());
    assert!(matches!(&outcome.cues[..], [Cue::LeftOut(says)] if says.contains("the bank moved")));
    assert_eq!(room.begin(SessionKind::HandOver).ends(&room.desk()), Act::PutAway, "it was not held");
}

#[test]
fn what_was_collected_lands_also_when_a_session_ends_early() {
    let mut room = Room::committed();
    let mut player = room.begin(SessionKind::CheckIn);
    player = room.play(player, Act::Say(Say::Recalled(2)));
    player = room.play(player, Act::Next);
    player = room.play(player, shown(&[30, 50]));
    room.play(player, Act::Close);
    let desk = room.desk();
    assert_eq!(desk.quarter.sittings.len(), 2);
    assert!(desk.quarter.sittings.iter().any(|sitting| sitting.recall.is_some()));
    assert_eq!(desk.quarter.efforts.len(), 2);
}

#[test]
fn the_definition_of_done_is_read_from_what_stands_there() {
    let mut room = Room::drafted();
    let mut player = room.begin(SessionKind::KickOff);
    let says = |player: &Player, room: &Room| -> Vec<String> {
        player.undone(&room.desk()).into_iter().map(undone::Undone::says).collect()
    };
    assert_eq!(
        says(&player, &room),
        ["the notice is not read yet", "the cadence is not chosen", "5 of the 5 questions"]
    );
    player = room.play(player, Act::Say(Say::Read));
    let cadence = Say::Cadence(crate::domain::frame::Cadence::BiWeekly);
    player = room.play(player, Act::Say(cadence));
    for principle in Principle::ALL {
        player = room.play(player, Act::Say(Say::Principle(principle, true)));
    }
    assert_eq!(says(&player, &room), Vec::<String>::new());
}

#[test]
fn a_quarter_is_committed_scored_and_closed_by_the_player() {
    let mut room = Room::drafted();
    let mut player = room.begin(SessionKind::Commit);
    while player.step() != Step::Set14 {
        player = room.play(player, Act::Skip("a test".to_owned()));
    }
    let commit = |reason: Option<&str>| Act::Say(Say::Commit(reason.map(str::to_owned)));
    assert!(room.try_act(&player, commit(None)).is_err());
    room.play(player, commit(Some("a test needs no more")));
    assert!(room.desk().quarter.frame.committed.is_some());
    room.go_to(86);
    let mut player = room.begin(SessionKind::Score);
    while player.step() != Step::Sco3 {
        player = room.play(player, Act::Skip("a test".to_owned()));
    }
    for at in 0..12 {
        let scoring = room.final_reading(at, 30);
        player = room.play(player, Act::Say(Say::Score(Box::new(scoring))));
    }
    assert_eq!(player.undone(&room.desk()), []);
    player = room.play(player, Act::Next);
    let whole = room.decides(|desk, _| desk.read_the_whole("ambitious, and honest about it"));
    player = room.play(player, whole);
    room.play(player, Act::Next);
    let player = room.begin(SessionKind::Retrospective);
    let close = |reason: Option<&str>| Act::Say(Say::Close(reason.map(str::to_owned)));
    assert!(room.try_act(&player, close(None)).is_err());
    let player = room.play(player, close(Some("a test needs no more")));
    room.play(player, Act::Close);
    assert!(room.desk().quarter.frame.closed.is_some());
    let player = room.begin(SessionKind::HandOver);
    let points = player.topics(&room.desk());
    assert_eq!(points.len(), 12);
    let Topic::Point(first) = points[0].clone() else { panic!("{points:?}") };
    let player = room.play(player, Act::Say(Say::Tick(LineId::clone(&first))));
    assert_eq!(player.undone(&room.desk())[0].count, 11);
    room.play(player, Act::Close);
    let again = room.begin(SessionKind::HandOver);
    assert_eq!(again.undone(&room.desk())[0].count, 11, "what was ticked stays so");
    room.play(again, Act::Close);
    let ticked: Vec<usize> = room.desk().quarter.efforts.iter().map(|effort| effort.ticked.len()).collect();
    assert_eq!(ticked.iter().sum::<usize>(), 1, "by the session that ticked it: {ticked:?}");
}
