//! Nudges at mid-quarter, while the quarter is scored, and at the retrospective.

use super::{after, fires, is_silent, log, objective, said, votes, words};
use std::time::Duration;

use crate::domain::check_in::CheckIn as Entry;
use crate::domain::decision::Principle;
use crate::domain::effort::{Effort, EffortPhase};
use crate::domain::id::SessionId;
use crate::domain::objective::{AssumptionState, Verdict};
use crate::domain::retrospective::Judged;
use crate::domain::scoring::{Scoring, WorkDone};
use crate::method::budget::Budget;
use crate::method::check_ins::Rounds;
use crate::method::pattern::{principles_answered_no, theatre, theatre_question};
use crate::method::session::blind::Draft;
use crate::method::session::clock::minutes;
use crate::method::session::offers::Ask;
use crate::method::session::tests::room::{Room, shown};
use crate::method::session::{Act, Blind, Cue, Player, Say};
use crate::method::step::{SessionKind, Signal, Step};

#[test]
fn mid_quarter_is_not_skipped_for_lack_of_time() {
    let mut room = Room::committed();
    room.go_to(42);
    let player = room.begin_at(SessionKind::MidQuarter, Step::Mid1);
    is_silent(&after(&mut room, &player, Act::Next));
    fires(&after(&mut room, &player, Act::Skip("no time".to_owned())), Signal::Skipped);
}

#[test]
fn a_target_lowered_at_mid_quarter_needs_a_broken_assumption() {
    let mut room = Room::committed();
    room.go_to(42);
    let player = room.begin_at(SessionKind::MidQuarter, Step::Mid2);
    let target = |room: &Room, to: i32| room.decided(0, |kr| kr.measure.target = Some(to.into()));
    let (raised, lowered) = (target(&room, 60), target(&room, 40));
    is_silent(&said(&room.try_act(&player, raised).unwrap().cues));
    fires(&said(&room.try_act(&player, lowered).unwrap().cues), Signal::TargetLowered);
}

#[test]
fn dropping_is_enough_and_adding_needs_a_place() {
    let mut room = Room::committed();
    room.go_to(42);
    let player = room.begin_at(SessionKind::MidQuarter, Step::Mid2);
    let add = |room: &Room| room.decides(|desk, seed| Ok(desk.add_objective("Another one", seed)?.0));
    let added = add(&room);
    is_silent(&said(&room.try_act(&player, added).unwrap().cues));
    let drop =
        room.decides(|desk, _| desk.judge_mid_quarter(&objective(1), Verdict::Drop, "the market moved"));
    let dropped = room.act(&player, drop);
    is_silent(&said(&dropped.cues));
    let added = add(&room);
    fires(&said(&room.try_act(&dropped.player, added).unwrap().cues), Signal::ObjectiveSwapped);
}

#[test]
fn late_data_is_booked_for_later() {
    let mut room = Room::committed();
    room.go_to(86);
    let player = room.begin(SessionKind::Score);
    fires(&after(&mut room, &player, Act::Start), Signal::ReadingWaitedFor);
    for at in 0..12 {
        let scoring = Scoring { score: None, ..room.final_reading(at, 30) };
        room.take(|desk, _| desk.score(scoring).unwrap());
    }
    let player = room.begin(SessionKind::Score);
    is_silent(&after(&mut room, &player, Act::Start));
}

#[test]
fn drafts_that_are_left_hidden_are_asked_about_once() {
    let mut room = Room::empty();
    let player = room.begin_at(SessionKind::Choose, Step::Set3);
    is_silent(&said(&room.act(&player, Act::Next).cues));
    let draft = Draft { title: "Shops get paid on time".to_owned(), why_now: None };
    let player = room.play(player, Act::Blind(Blind::Drafts(vec![draft])));
    let left = room.act(&player, Act::Next);
    fires(&said(&left.cues), Signal::DraftsHidden);
    assert_eq!(left.player.step(), Step::Set3);
    assert_eq!(room.act(&left.player, Act::Next).player.step(), Step::Set4);
}

#[test]
fn the_ground_rule_takes_ten_seconds_aloud() {
    let mut room = Room::committed();
    room.go_to(86);
    let mut player = room.begin(SessionKind::Score);
    let left = room.act(&player, Act::Next);
    fires(&said(&left.cues), Signal::LeftAtOnce);
    assert_eq!(left.player.step(), Step::Sco2);
    let left = room.act(&left.player, Act::Next);
    is_silent(&said(&left.cues));
    assert_eq!(left.player.step(), Step::Sco3);
    player = room.play(player, Act::Start);
    player.pass(Duration::from_secs(10));
    let left = room.act(&player, Act::Next);
    is_silent(&said(&left.cues));
    assert_eq!(left.player.step(), Step::Sco3);
}

#[test]
fn a_score_that_is_argued_up_meets_the_same_rule() {
    let mut room = Room::committed();
    room.go_to(86);
    let player = room.begin_at(SessionKind::Score, Step::Sco3);
    let score = |room: &Room, tenths: u8, work: WorkDone, reading: i32| {
        let proposed = room.final_reading(0, reading);
        let score = crate::domain::score::Score::from_tenths(tenths);
        let reason = Some("the room".to_owned());
        Act::Say(Say::Score(Box::new(Scoring { score, reason, work_done: Some(work), ..proposed })))
    };
    let silent = score(&room, 5, WorkDone::Yes, 30);
    is_silent(&said(&room.try_act(&player, silent).unwrap().cues));
    let down = score(&room, 1, WorkDone::No, 30);
    is_silent(&said(&room.try_act(&player, down).unwrap().cues));
    let up = score(&room, 9, WorkDone::No, 30);
    fires(&said(&room.try_act(&player, up).unwrap().cues), Signal::ScoreMovedUp);
    let flat = score(&room, 1, WorkDone::Yes, 13);
    fires(&said(&room.try_act(&player, flat).unwrap().cues), Signal::WorkDoneNumberFlat);
}

/// A committed set with an opening vote of so much on the first key result.
fn opened_with(percent: u8) -> Room {
    let mut room = Room::drafted();
    let mut player = room.begin_at(SessionKind::Commit, Step::Set13);
    player = room.play(player, shown(&[percent, percent]));
    room.play(player, Act::Next);
    room.commit();
    room.go_to(88);
    room
}

#[test]
fn hindsight_is_asked_what_was_written_at_the_start() {
    let judge = |opening: u8, verdict: &'static str| {
        let mut room = opened_with(opening);
        let player = room.begin_at(SessionKind::Retrospective, Step::Ret3);
        let verdict = Say::Verdict(Judged::KeyResult(room.key_result(0)), verdict);
        after(&mut room, &player, Act::Say(verdict))
    };
    fires(&judge(30, "easy"), Signal::Hindsight);
    fires(&judge(70, "hard"), Signal::Hindsight);
    is_silent(&judge(60, "easy"));
    is_silent(&judge(30, "hard"));
    is_silent(&judge(30, "right"));
}

#[test]
fn a_verdict_on_importance_is_not_read_off_the_score() {
    let judge = |last: &'static str| {
        let mut room = Room::committed();
        room.go_to(88);
        for at in 0..12 {
            let scoring = room.final_reading(at, if at < 3 { 50 } else { 10 });
            room.take(|desk, _| desk.score(scoring).unwrap());
        }
        let mut player = room.begin_at(SessionKind::Retrospective, Step::Ret4);
        let mut found = Vec::new();
        for at in 1..=4 {
            let verdict = match at {
                1 => "more",
                4 => last,
                _ => "less",
            };
            let verdict = Say::Verdict(Judged::Objective(objective(at)), verdict);
            let outcome = room.act(&player, Act::Say(verdict));
            found = said(&outcome.cues);
            player = outcome.player;
        }
        found
    };
    fires(&judge("less"), Signal::VerdictsFollowScores);
    is_silent(&judge("more"));
}

#[test]
fn no_assumption_written_down_is_the_first_lesson() {
    let mut room = Room::committed();
    let player = room.begin_at(SessionKind::Retrospective, Step::Ret4);
    fires(&after(&mut room, &player, Act::Next), Signal::NoAssumptions);
    room.take(|desk, seed| desk.assume(&objective(1), ("the bank stays", ""), seed).unwrap());
    let player = room.begin_at(SessionKind::Retrospective, Step::Ret4);
    is_silent(&after(&mut room, &player, Act::Next));
}

/// Notes an effort of so many hours.
fn spend(room: &mut Room, hours: u32) {
    room.take(|desk, _| {
        let id = SessionId::new(format!("e{hours}")).unwrap();
        let effort = Effort::new(id, desk.today, EffortPhase::CheckIns, "a lot");
        desk.put_effort(Effort { minutes: 60, people: hours, ..effort }).unwrap()
    });
}

#[test]
fn an_amber_effort_asks_what_is_stopped_to_pay_for_it() {
    let enter = |hours: u32| {
        let mut room = Room::committed();
        spend(&mut room, hours);
        let player = room.begin_at(SessionKind::Retrospective, Step::Ret5);
        after(&mut room, &player, Act::Next)
    };
    is_silent(&enter(23));
    fires(&enter(24), Signal::EffortAmber);
}

/// What the answers to a change come to.
fn choose(room: &Room, player: &Player, at: u8) -> Result<Act, String> {
    let answers = [format!("change {at}"), String::new(), String::new(), String::new()];
    let sheet = Ask::Choose.sheet(player, &room.desk());
    sheet.take(&answers, &room.desk(), &mut room.seed.clone()).map_err(|wrong| wrong.says)
}

#[test]
fn a_fourth_change_is_refused_with_the_nudge_of_the_step() {
    let mut room = Room::committed();
    let mut player = room.begin_at(SessionKind::Retrospective, Step::Ret7);
    for at in 1..=3 {
        let act = choose(&room, &player, at).unwrap();
        let chosen = room.act(&player, act);
        is_silent(&said(&chosen.cues));
        player = chosen.player;
    }
    let refused = choose(&room, &player, 4).unwrap_err();
    let nudge = &words(Signal::FourthAction)[0];
    assert!(refused.contains(nudge.trim_end_matches('.')), "{refused}");
}

#[test]
fn a_key_result_continued_for_the_third_time_is_asked_what_is_new() {
    let enter = |carried: bool| {
        let mut room = Room::committed();
        room.go_to(88);
        if carried {
            carry_twice(&mut room);
        }
        let player = room.begin(SessionKind::HandOver);
        after(&mut room, &player, Act::Start)
    };
    is_silent(&enter(false));
    fires(&enter(true), Signal::ContinuedAgain);
}

/// Gives the first key result two quarters in which it stood before.
fn carry_twice(room: &mut Room) {
    use crate::domain::cycle::Cycle;
    use crate::domain::frame::Frame;
    use crate::domain::quarter::{Quarter, QuarterKey};
    let now = room.desk().quarter.clone();
    for (cycle, from) in [("2026-q3", None), ("2026-q4", Some("2026-q3"))] {
        let cycle = Cycle::calendar(cycle).unwrap();
        let key = QuarterKey { cycle: cycle.id.clone(), ..now.key.clone() };
        let mut quarter = Quarter::new(key.clone(), Frame::default());
        quarter.objectives.clone_from(&now.objectives);
        let first = &mut quarter.objectives[0].key_results[0];
        first.carried_from = from.map(|from| format!("{from}/{}", first.id));
        room.workspace.cycles.insert(cycle.id.clone(), cycle);
        room.workspace.quarters.insert(key, quarter);
    }
    room.edit(0, |kr| kr.carried_from = Some(format!("2026-q4/{}", kr.id)));
}

#[test]
fn a_principle_answered_no_comes_back_at_the_retrospective() {
    let asks = |holds: bool| {
        let mut room = Room::drafted();
        let player = room.begin(SessionKind::KickOff);
        room.play(player, Act::Say(Say::Principle(Principle::Ambitious, holds)));
        room.commit();
        principles_answered_no(&room.desk().quarter.frame)
    };
    assert!(asks(true).is_empty());
    assert_eq!(asks(false), ["At the kick-off we said no to \"ambitious\". What is it now?"]);
}

#[test]
fn the_theatre_check_fires_on_its_signs_only() {
    let asks = |last: u8, decision: &str| {
        let mut room = Room::committed();
        let id = room.key_result(0);
        for (days, percent) in [(14, 60), (28, 60), (42, last)] {
            room.go_to(days);
            let confidence = votes(&[percent, percent]);
            log(&mut room, Entry { confidence, ..Entry::on(id.clone()) }, Some(decision));
        }
        let desk = room.desk();
        theatre_question(&theatre(desk.quarter, &Rounds::at(&desk), Budget::new(None)))
    };
    assert_eq!(asks(60, "plan stands"), Some("Are we performing this?"));
    assert_eq!(asks(40, "ask the edge team"), None);
}

#[test]
fn a_room_that_can_hardly_speak_stays_in_writing() {
    let show = |tones: &[u8]| -> Vec<Cue> {
        let mut room = Room::committed();
        let player = room.begin(SessionKind::Retrospective);
        room.act(&player, shown(tones)).cues
    };
    assert_eq!(show(&[1, 2, 5]), [Cue::StayInWriting]);
    assert_eq!(show(&[2, 3, 5]), []);
}

#[test]
fn a_nudge_is_said_once_in_a_step() {
    let mut room = Room::drafted();
    let player = room.begin(SessionKind::KickOff);
    let mut player = room.play(player, Act::Start);
    assert_eq!(said(&player.pass(minutes(6))).len(), 1);
    is_silent(&said(&player.pass(minutes(6))));
}

#[test]
fn an_assumption_marked_is_no_trap() {
    let mut room = Room::committed();
    room.take(|desk, seed| desk.assume(&objective(1), ("the bank stays", ""), seed).unwrap());
    room.go_to(42);
    let player = room.begin_at(SessionKind::MidQuarter, Step::Mid1);
    let id = room.desk().quarter.objectives[0].assumptions[0].id.clone();
    let mark = Say::Mark(objective(1), id, AssumptionState::Shaky);
    is_silent(&after(&mut room, &player, Act::Say(mark)));
}
