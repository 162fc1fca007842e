//! Nudges while the set is made, and at check-ins.

use super::{after, by_clock, fires, is_silent, log, objective, said, votes, words};
use std::time::Duration;

use crate::domain::check_in::CheckIn as Entry;
use crate::domain::decision::{Contribution, List, Question};
use crate::domain::dependency::{Dependency, DependencyState};
use crate::domain::id::LineId;
use crate::domain::key_result::KeyResult;
use crate::method::session::act::draft;
use crate::method::session::clock::minutes;
use crate::method::session::tests::room::{Room, shown};
use crate::method::session::topic::Topic;
use crate::method::session::{Act, Blind, Say};
use crate::method::step::{SessionKind, Signal, Step};

#[test]
fn a_kick_off_past_five_minutes_is_asked_for_one_sentence() {
    let mut room = Room::drafted();
    let player = room.begin(SessionKind::KickOff);
    is_silent(&by_clock(&mut room, player.clone(), Duration::from_secs(299)));
    let found = by_clock(&mut room, player, minutes(5));
    assert_eq!(found, ["Direction in one sentence, please. We choose the how."]);
}

#[test]
fn an_open_that_takes_longer_than_its_minute_is_no_status_report() {
    let mut room = Room::committed();
    let player = room.begin(SessionKind::CheckIn);
    is_silent(&by_clock(&mut room, player.clone(), Duration::from_secs(59)));
    let found = by_clock(&mut room, player, minutes(1));
    assert_eq!(found, ["Not a status report. Is the plan still right?"]);
    let player = room.begin_at(SessionKind::Retrospective, Step::Ret8);
    is_silent(&by_clock(&mut room, player.clone(), Duration::from_secs(119)));
    let left_open = by_clock(&mut room, player, minutes(2));
    assert_eq!(left_open, ["To the parking lot of next quarter."]);
    assert_eq!(words(Signal::OverBox), [found, left_open].concat());
}

#[test]
fn a_draft_that_is_a_project_is_asked_for_the_change_and_stays_hidden() {
    let mut room = Room::empty();
    let player = room.begin(SessionKind::Choose);
    let send = |title: &str| Act::Blind(Blind::Drafts(draft(title, "").into_iter().collect()));
    let changes = room.act(&player, send("Sign-in that shoppers can rely on"));
    is_silent(&said(&changes.cues));
    let found = after(&mut room, &changes.player, send("Migrate the billing service to the new cloud"));
    fires(&found, Signal::DraftIsProject);
    assert!(!found.concat().to_lowercase().contains("billing"), "{found:?}");
    is_silent(&after(&mut room, &changes.player, Act::Blind(Blind::Drafts(Vec::new()))));
}

#[test]
fn a_project_among_the_drafts_that_stand_there_is_seen_as_choose_begins() {
    let begin = |title: &str| {
        let mut room = Room::empty();
        room.take(|desk, seed| desk.add_objective(title, seed).unwrap().0);
        let player = room.begin(SessionKind::Choose);
        after(&mut room, &player, Act::Start)
    };
    is_silent(&begin("Sign-in that shoppers can rely on"));
    fires(&begin("Migrate the billing service to the new cloud"), Signal::DraftIsProject);
}

#[test]
fn dots_that_are_waited_for_bring_their_nudge() {
    let mut room = Room::drafted();
    let player = room.begin_at(SessionKind::Choose, Step::Set4);
    is_silent(&by_clock(&mut room, player.clone(), Duration::from_secs(143)));
    fires(&by_clock(&mut room, player.clone(), Duration::from_secs(144)), Signal::DotsWaitedFor);
    let player = room.play(player, Act::People(1));
    let player = room.play(player, Act::Blind(Blind::Dots(vec!["objective-1".to_owned()])));
    let player = room.play(player, Act::Blind(Blind::Reveal));
    is_silent(&by_clock(&mut room, player, Duration::from_secs(144)));
}

#[test]
fn a_vote_that_is_talked_over_brings_its_nudge() {
    let mut room = Room::committed();
    let player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    is_silent(&by_clock(&mut room, player.clone(), Duration::from_secs(60)));
    fires(&by_clock(&mut room, player.clone(), Duration::from_secs(61)), Signal::SlowVote);
    let player = room.play(player, shown(&[50]));
    is_silent(&by_clock(&mut room, player.clone(), Duration::from_secs(61)));
    let next = room.play(player, Act::NextTopic);
    fires(&by_clock(&mut room, next, Duration::from_secs(61)), Signal::SlowVote);
}

#[test]
fn a_second_rewording_is_polish() {
    let mut room = Room::drafted();
    let player = room.begin_at(SessionKind::Choose, Step::Set5);
    let reword =
        |room: &Room, at: usize, title: &str| room.decides(|desk, _| desk.reword(&objective(at), title));
    let one = reword(&room, 1, "One");
    let first = room.act(&player, one);
    is_silent(&said(&first.cues));
    let two = reword(&room, 2, "Two");
    let other = room.act(&first.player, two);
    is_silent(&said(&other.cues));
    let again = reword(&room, 1, "One, said better");
    fires(&after(&mut room, &other.player, again), Signal::WordingAgain);
}

#[test]
fn two_goals_joined_to_dodge_the_cut_are_halved() {
    let mut room = Room::drafted();
    let player = room.begin_at(SessionKind::Choose, Step::Set6);
    let reword = |room: &Room, title: &str| room.decides(|desk, _| desk.reword(&objective(1), title));
    let one = reword(&room, "A brand people understand");
    is_silent(&after(&mut room, &player, one));
    let two = reword(&room, "Sign-in works and builds are fast");
    fires(&after(&mut room, &player, two), Signal::AndInObjective);
    let not_now = room.decides(|desk, seed| desk.add_line(List::NotNow, "a second region", None, seed));
    is_silent(&after(&mut room, &player, not_now));
}

#[test]
fn what_was_written_in_pairs_is_seen_as_refine_begins() {
    let begin = |change: fn(&mut KeyResult)| {
        let mut room = Room::drafted();
        room.edit(0, change);
        let player = room.begin(SessionKind::Refine);
        after(&mut room, &player, Act::Start)
    };
    is_silent(&begin(|_| {}));
    fires(&begin(|kr| kr.measure.baseline = None), Signal::TargetBeforeBaseline);
    fires(&begin(|kr| kr.measure.source = None), Signal::BaselineWithoutSource);
    is_silent(&begin(|kr| (kr.measure.baseline, kr.measure.target) = (None, None)));
}

#[test]
fn what_one_draft_left_open_is_said_as_that_one_comes_up() {
    let mut room = Room::drafted();
    room.edit(1, |kr| kr.measure.baseline = None);
    let player = room.begin(SessionKind::Refine);
    let first = room.act(&player, Act::Start);
    is_silent(&said(&first.cues));
    let second = room.act(&first.player, Act::NextTopic);
    fires(&said(&second.cues), Signal::TargetBeforeBaseline);
    let third = room.act(&second.player, Act::NextTopic);
    is_silent(&said(&third.cues));
    fires(&after(&mut room, &third.player, Act::TopicBefore), Signal::TargetBeforeBaseline);
}

#[test]
fn a_draft_that_is_defended_is_asked_what_would_be_different() {
    let mut room = Room::drafted();
    let player = room.begin(SessionKind::Refine);
    let answer =
        |room: &Room, yes| Act::Say(Say::Answer(room.key_result(0), Question::StillHaveProblem, yes));
    let (no, yes) = (answer(&room, false), answer(&room, true));
    is_silent(&after(&mut room, &player, no));
    let answered = room.act(&player, yes);
    fires(&said(&answered.cues), Signal::DraftDefended);
    let (mut player, mut cues) = (answered.player.clone(), answered.cues);
    player.let_go(&mut cues, &room.desk());
    fires(&said(&cues), Signal::DraftDefended);
    let no_longer = answer(&room, false);
    let mut player = room.play(player, no_longer);
    player.let_go(&mut cues, &room.desk());
    assert_eq!(cues, [], "it goes with the answer");
    let again = answer(&room, true);
    fires(&after(&mut room, &player, again), Signal::DraftDefended);
    is_silent(&after(&mut room, &answered.player, Act::NextTopic));
}

#[test]
fn an_open_dependency_is_hope() {
    let leave = |state| {
        let mut room = Room::drafted();
        let player = room.begin_at(SessionKind::Refine, Step::Set10);
        let dependency = Dependency {
            id: LineId::new("edge").unwrap(),
            team: "Edge".to_owned(),
            need: "the code".to_owned(),
            by: None,
            asker: None,
            state,
        };
        let depend = room.decides(|desk, _| desk.depend(&room.key_result(0), dependency));
        let player = room.play(player, depend);
        after(&mut room, &player, Act::Next)
    };
    is_silent(&leave(DependencyState::Agreed));
    fires(&leave(DependencyState::Open), Signal::DependencyOpen);
}

#[test]
fn one_main_contribution_is_enough() {
    let mut room = Room::drafted();
    let cycle = room.workspace.cycles.keys().next().unwrap().clone();
    crate::domain::decision::add_unread(&mut room.workspace, "eng", &cycle);
    let player = room.begin(SessionKind::Commit);
    let link = |room: &Room, to: &str| {
        room.decides(|desk, _| {
            desk.contribute(&objective(1), Contribution { to: Some(to), ..Contribution::default() })
        })
    };
    let one = link(&room, "eng/2027-q1/trust");
    is_silent(&after(&mut room, &player, one));
    let two = link(&room, "eng/2027-q1/trust, eng/2027-q1/speed");
    fires(&after(&mut room, &player, two), Signal::ManyLinks);
}

#[test]
fn a_room_that_is_nearly_sure_or_sees_no_chance_is_asked_why() {
    let vote = |numbers: &[u8]| {
        let mut room = Room::drafted();
        let player = room.begin_at(SessionKind::Commit, Step::Set13);
        after(&mut room, &player, shown(numbers))
    };
    is_silent(&vote(&[80, 89, 95]));
    fires(&vote(&[90, 90, 95]), Signal::NearlyCertain);
    is_silent(&vote(&[5, 11, 30]));
    fires(&vote(&[5, 10, 30]), Signal::NearlyHopeless);
    let mut room = Room::committed();
    let player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    is_silent(&after(&mut room, &player, shown(&[95])));
}

#[test]
fn weak_threes_all_round_are_consent_without_energy() {
    let show = |fists: &[u8]| {
        let mut room = Room::drafted();
        let player = room.begin_at(SessionKind::Commit, Step::Set14);
        after(&mut room, &player, shown(fists))
    };
    is_silent(&show(&[3, 3, 4]));
    fires(&show(&[3, 3, 3]), Signal::AllThrees);
}

#[test]
fn a_story_in_place_of_a_number_is_seen_as_the_check_in_opens() {
    let begin = |reading: Option<i32>| {
        let mut room = Room::committed();
        let changed = Some("it went well".to_owned());
        let entry = Entry { changed, reading: reading.map(Into::into), ..Entry::on(room.key_result(0)) };
        log(&mut room, entry, None);
        let player = room.begin(SessionKind::CheckIn);
        after(&mut room, &player, Act::Start)
    };
    is_silent(&begin(Some(12)));
    fires(&begin(None), Signal::StoryWithoutNumber);
}

#[test]
fn a_key_result_nothing_points_at_is_no_topic() {
    let mut room = Room::committed();
    let player = room.begin_at(SessionKind::CheckIn, Step::Chk4);
    let picked = player.topics(&room.desk());
    assert_eq!(picked.len(), 2);
    is_silent(&after(&mut room, &player, Act::Talk(picked[1].clone())));
    let other = Topic::KeyResult(room.key_result(9));
    fires(&after(&mut room, &player, Act::Talk(other)), Signal::TopicAdded);
}

#[test]
fn a_plan_that_stands_while_confidence_falls_is_asked_about() {
    let third = |medians: [u8; 3], second: &str| {
        let mut room = Room::committed();
        let id = room.key_result(0);
        for (median, decision) in medians.into_iter().zip(["plan stands", second, ""]) {
            let confidence = votes(&[median, median]);
            let decision = Some(decision).filter(|decision| !decision.is_empty());
            log(&mut room, Entry { confidence, ..Entry::on(id.clone()) }, decision);
            if decision.is_some() {
                let days = room.desk().today.days_since(room.desk().cycle.first);
                room.go_to(days + 14);
            }
        }
        let player = room.begin_at(SessionKind::CheckIn, Step::Chk5);
        after(&mut room, &player, Act::Say(Say::PlanStands))
    };
    fires(&third([60, 50, 40], "Plan stands."), Signal::PlanStoodThreeTimes);
    is_silent(&third([60, 50, 50], "plan stands"));
    is_silent(&third([60, 50, 40], "ask the edge team"));
}

#[test]
fn a_vote_nobody_doubts_brings_its_nudge_for_each_key_result_and_again_where_it_was_mistyped() {
    let mut room = Room::drafted();
    let mut player = room.begin_at(SessionKind::Commit, Step::Set13);
    for (number, signal) in
        [(95, Signal::NearlyCertain), (95, Signal::NearlyCertain), (10, Signal::NearlyHopeless)]
    {
        let voted = room.act(&player, shown(&[number; 6]));
        fires(&said(&voted.cues), signal);
        player = room.play(voted.player, Act::NextTopic);
    }
    let player = room.play(player, shown(&[5; 6]));
    let player = room.play(player, Act::Blind(Blind::TakeBack));
    fires(&after(&mut room, &player, shown(&[5; 6])), Signal::NearlyHopeless);
}
