//! What the room can say: each step offers what its input asks for, and every answer is read or named as wrong.

use std::collections::BTreeSet;

use super::room::Room;
use super::*;
use crate::domain::retrospective::NoteKind;
use crate::domain::seed::Seed;
use crate::method::session::offers::{Ask, Offer, TAKEN, What, offers};
use crate::method::step::Step;

/// A room at a step of a session.
fn at(step: Step) -> (Room, Player) {
    let is_setting = matches!(step.phase(), crate::domain::effort::EffortPhase::Setting);
    let mut room = if is_setting { Room::drafted() } else { Room::committed() };
    let kind = SessionKind::ALL.iter().find(|kind| kind.steps().contains(&step)).unwrap();
    if *kind == SessionKind::MidQuarter {
        room.go_to(42);
    }
    let mut player = room.begin(*kind);
    while player.step() != step {
        player = room.play(player, Act::Skip("a test".to_owned()));
    }
    (room, player)
}

fn played() -> Vec<Step> {
    let all = SessionKind::ALL.iter().flat_map(|kind| kind.steps().iter().copied());
    all.collect::<BTreeSet<Step>>().into_iter().collect()
}

fn offered(room: &Room, player: &Player) -> Vec<Offer> {
    offers(player, &room.desk(), None)
}

fn asks(room: &Room, player: &Player) -> Vec<Ask> {
    let all = offered(room, player).into_iter();
    all.filter_map(|offer| match offer.what {
        What::Ask(ask) => Some(ask),
        What::Edit(topic) => Some(Ask::Field(topic)),
        What::Do(_) => None,
    })
    .collect()
}

#[test]
fn every_step_that_is_played_takes_something_in() {
    for step in played() {
        let (room, player) = at(step);
        let has_topics = !matches!(step, Step::Mid1 | Step::Ret5 | Step::Chk4 | Step::Hnd1);
        assert!(!has_topics || !offered(&room, &player).is_empty(), "{step}");
    }
}

#[test]
fn no_letter_means_two_things_in_one_step() {
    for step in played() {
        let (room, player) = at(step);
        let mut seen = BTreeSet::new();
        for offer in offered(&room, &player) {
            assert!(seen.insert(offer.letter), "{} twice in {step}", offer.letter);
            assert!(!TAKEN.contains(offer.letter), "{} in {step}", offer.letter);
            assert!(offer.label.chars().count() <= 12 && offer.says.ends_with(['.', '?']), "{}", offer.label);
        }
    }
}

#[test]
fn nothing_typed_is_read_or_named_as_wrong_at_its_blank() {
    for step in played() {
        let (mut room, player) = at(step);
        let room_asks = [Ask::People, Ask::Park, Ask::Skip, Ask::Extend, Ask::Minutes];
        for ask in asks(&room, &player).into_iter().chain(room_asks) {
            for typed in ["", " ", "0", "-1", "99", "maybe", "4 5 x", "2027-02-30", "\u{202e}"] {
                let mut seed = room.seed.clone();
                let desk = room.desk();
                let sheet = ask.sheet(&player, &desk);
                assert!(!sheet.blanks.is_empty() && !sheet.title.is_empty(), "{ask:?}");
                let answers: Vec<String> = sheet.blanks.iter().map(|_| typed.to_owned()).collect();
                if let Err(wrong) = sheet.take(&answers, &desk, &mut seed) {
                    let is_named =
                        wrong.blank.is_none_or(|name| sheet.blanks.iter().any(|blank| blank.name == name));
                    assert!(is_named && !wrong.says.is_empty(), "{ask:?}: {wrong:?}");
                }
            }
            room.seed = room.seed.clone();
        }
    }
}

/// Fills the blanks in and takes the act in.
fn say(room: &mut Room, player: Player, ask: &Ask, answers: &[&str]) -> Player {
    let mut seed = room.seed.clone();
    let answers: Vec<String> = answers.iter().map(ToString::to_string).collect();
    let act = {
        let desk = room.desk();
        ask.sheet(&player, &desk).take(&answers, &desk, &mut seed).unwrap()
    };
    room.seed = seed;
    room.play(player, act)
}

#[test]
fn numbers_on_the_board_stand_for_what_the_board_shows() {
    let (mut room, mut player) = at(Step::Set6);
    player = say(&mut room, player, &Ask::Cut, &["2", "next quarter"]);
    assert_eq!(room.desk().quarter.live_objectives().count(), 3);
    assert_eq!(room.desk().quarter.frame.not_now[0].text, "Objective 2");
    player = say(&mut room, player, &Ask::Merge, &["3", "1"]);
    assert_eq!(room.desk().quarter.live_objectives().count(), 2);
    let sheet = Ask::Cut.sheet(&player, &room.desk());
    let wrong = sheet.take(&["3".to_owned(), String::new()], &room.desk(), &mut Seed::new(1)).unwrap_err();
    assert_eq!(wrong.blank, Some("objective"));
}

#[test]
fn only_a_question_that_is_asked_of_a_key_result_is_waived_there() {
    let (mut room, player) = at(Step::Set9);
    let id = room.key_result(0);
    room.edit(0, |key_result| key_result.measure.source = None);
    let waive = |room: &Room, rule: &str| {
        let answers = [rule.to_owned(), "the board wants it".to_owned()];
        Ask::Waive(id.clone()).sheet(&player, &room.desk()).take(&answers, &room.desk(), &mut Seed::new(1))
    };
    for rule in ["vague-objective", "nearly-certain", "no-such"] {
        assert_eq!(waive(&room, rule).unwrap_err().blank, Some("rule"), "{rule}");
    }
    assert!(waive(&room, "no-source").is_ok());
    assert!(waive(&room, "no-so").is_ok(), "it is the only one that begins so");
}

#[test]
fn after_the_dots_a_number_stands_for_what_is_ranked_there() {
    let (mut room, mut player) = at(Step::Set6);
    let ids: Vec<ObjectiveId> = room.desk().quarter.live_objectives().map(|one| one.id.clone()).collect();
    let sums = ids.into_iter().zip([0, 1, 2, 3]).collect();
    room.take(|desk, _| desk.record_dots(&sums).unwrap());
    let numbered = Ask::Cut.numbered(&player, &room.desk());
    assert_eq!(numbered, Ask::Merge.numbered(&player, &room.desk()));
    assert!(format!("{:?}", numbered[0]).contains("Objective 4"), "{numbered:?}");
    player = say(&mut room, player, &Ask::Cut, &["1", ""]);
    assert_eq!(room.desk().quarter.frame.not_now[0].text, "Objective 4");
    say(&mut room, player, &Ask::Merge, &["1", "2"]);
    let left: Vec<String> = room.desk().quarter.live_objectives().map(|one| one.title.clone()).collect();
    assert_eq!(left, ["Objective 1", "Objective 2"]);
}

#[test]
fn a_number_that_means_something_else_since_it_was_asked_for_is_asked_again() {
    let (mut room, player) = at(Step::Set6);
    let numbered = |room: &Room| Ask::Merge.numbered(&player, &room.desk());
    let seen = numbered(&room);
    room.workspace.quarters.values_mut().next().unwrap().objectives.swap(0, 1);
    let now = numbered(&room);
    let said = |ask: &Ask, answers: &[(&'static str, &str)]| {
        ask.moved(answers, (&seen, &now)).map(|wrong| (wrong.blank.unwrap(), wrong.says))
    };
    let (blank, says) = said(&Ask::Merge, &[("from", "3"), ("into", "1")]).unwrap();
    assert_eq!(blank, "into");
    assert!(says.contains("“Objective 1” was 1 and is 2 now"), "{says}");
    assert!(said(&Ask::Dots, &[("dots", "3 4 2")]).is_some());
    assert_eq!(said(&Ask::Dots, &[("dots", "3 4")]), None);
    assert_eq!(said(&Ask::Cut, &[("objective", "4"), ("reason", "1")]), None);
    room.workspace.quarters.values_mut().next().unwrap().objectives.remove(0);
    let wrong = Ask::Cut.moved(&[("objective", "2")], (&seen, &numbered(&room))).unwrap();
    assert!(wrong.says.contains("“Objective 2” was 2 and is not on it any more"), "{}", wrong.says);
}

#[test]
fn a_letter_and_the_number_of_a_key_result_under_one_objective_are_kept_too() {
    let (mut room, player) = at(Step::Mid2);
    let under = room.desk().quarter.objectives[0].id.clone();
    let revise = Ask::Revise(under);
    let seen = revise.numbered(&player, &room.desk());
    assert_eq!(seen.len(), 3);
    room.workspace.quarters.values_mut().next().unwrap().objectives[0].key_results.swap(0, 1);
    let now = revise.numbered(&player, &room.desk());
    assert!(revise.moved(&[("key_result", "1"), ("target", "4")], (&seen, &now)).is_some());
    assert_eq!(revise.moved(&[("key_result", "3"), ("target", "1")], (&seen, &now)), None);
    for text in ["first", "second"] {
        let list = crate::domain::decision::List::ParkingLot;
        room.take(|desk, seed| desk.add_line(list, text, None, seed).unwrap());
    }
    let seen = Ask::Unpark.numbered(&player, &room.desk());
    room.workspace.quarters.values_mut().next().unwrap().frame.parking_lot.swap(0, 1);
    let now = Ask::Unpark.numbered(&player, &room.desk());
    let wrong = Ask::Unpark.moved(&[("line", "a")], (&seen, &now)).unwrap();
    assert!(wrong.says.contains("“first” was a and is b now"), "{}", wrong.says);
}

#[test]
fn numbers_go_to_what_they_were_asked_for_and_to_nothing_else() {
    let on = |id: &KeyResultId| {
        let numbers = [10, 20, 30, 40, 50, 60].map(Some).to_vec();
        Act::Blind(Blind::ShowOn(id.clone(), numbers))
    };
    for step in [Step::Chk3, Step::Set13] {
        let (mut room, player) = at(step);
        let id = room.key_result(0);
        room.workspace.quarters.values_mut().next().unwrap().objectives[0].key_results.swap(0, 1);
        let player = room.play(player, on(&id));
        assert_eq!(player.hidden().votes.keys().collect::<Vec<_>>(), [&id], "moved down, {step}");
        let next = room.play(player, Act::NextTopic);
        let asked = next.topic(&room.desk()).unwrap().key_result().unwrap().clone();
        room.take(|desk, _| desk.drop_key_result(&asked, "it is gone").unwrap());
        let refused = room.try_act(&next, on(&asked)).unwrap_err();
        assert!(refused.to_string().contains("not talked about any more"), "{refused}");
        assert_eq!(next.hidden().votes.len(), 1, "{step}");
    }
}

#[test]
fn the_numbers_of_a_room_are_shown_at_once_and_typed_anew_when_mistyped() {
    let (mut room, player) = at(Step::Chk3);
    let vote = asks(&room, &player).remove(0);
    let player = say(&mut room, player, &vote, &["40, 55 60 - - -"]);
    let shown = |player: &Player| player.hidden().votes.values().find_map(Ballot::shown);
    assert_eq!(shown(&player), Some(vec![40, 55, 60]));
    let again = offered(&room, &player).into_iter().find(|offer| offer.letter == 'b').unwrap();
    let What::Do(act) = again.what else { panic!("{again:?}") };
    let player = room.play(player, act);
    assert_eq!(shown(&player), None);
    let player = say(&mut room, player, &vote, &["45 55 60 - - -"]);
    assert_eq!(shown(&player), Some(vec![45, 55, 60]));
}

#[test]
fn nothing_is_shown_by_a_key_before_all_are_in() {
    let letters = |room: &Room, player: &Player| -> String {
        offered(room, player).iter().map(|offer| offer.letter).collect()
    };
    for step in [Step::Set3, Step::Set4, Step::Ret7] {
        let (mut room, mut player) = at(step);
        room.take(|desk, seed| {
            desk.put_note(desk.note(NoteKind::Lesson, "read earlier", seed).unwrap()).unwrap()
        });
        let pass = offered(&room, &player).into_iter().find(|offer| offer.letter == 's').unwrap().what;
        let What::Do(pass) = pass else { panic!("{pass:?}") };
        player = match step {
            Step::Set3 => say(&mut room, player, &Ask::Draft, &["Nobody waits", "", "", ""]),
            _ => room.play(player, pass.clone()),
        };
        for _ in 1..5 {
            player = room.play(player, pass.clone());
        }
        assert!(!letters(&room, &player).contains('r'), "{step}");
        player = room.play(player, pass);
        assert!(letters(&room, &player).contains('r'), "{step}");
    }
}

#[test]
fn a_key_result_is_revised_by_its_number_for_a_reason() {
    let (mut room, player) = at(Step::Mid2);
    let revise = asks(&room, &player).into_iter().find(|ask| matches!(ask, Ask::Revise(_))).unwrap();
    let take = |room: &Room, answers: [&str; 6]| {
        let desk = room.desk();
        let answers = answers.map(str::to_owned);
        revise.sheet(&player, &desk).take(&answers, &desk, &mut room.seed.clone())
    };
    assert_eq!(take(&room, ["2", "", "", "", "", "why not"]).unwrap_err().blank, Some("target"));
    assert_eq!(take(&room, ["9", "40", "", "", "", "the bank left"]).unwrap_err().blank, Some("key_result"));
    assert_eq!(take(&room, ["2", "40", "", "", "", ""]).unwrap_err().blank, Some("reason"));
    let act = take(&room, ["2", "40", "", "", "", "the bank left"]).unwrap();
    room.play(player.clone(), act);
    let desk = room.desk();
    let (_, revised) = desk.quarter.key_results().nth(1).unwrap();
    assert_eq!(revised.revisions.last().map(|revision| revision.reason.as_str()), Some("the bank left"));
    assert_eq!(revised.measure.target, Some(40.into()));
}

#[test]
fn a_dependency_is_named_and_its_reply_taken_by_its_letter() {
    let (mut room, mut player) = at(Step::Set10);
    player = say(&mut room, player, &Ask::Depend, &["3", "Edge", "open the port", "31 Jan", "Ada"]);
    player = say(&mut room, player, &Ask::Replied, &["a", "refused"]);
    let desk = room.desk();
    let (key_result, dependency) = crate::method::session::offers::dependencies(&desk).next().unwrap();
    assert_eq!((key_result.name(), dependency.team.as_str()), ("metric 3", "Edge"));
    assert_eq!(dependency.state, crate::domain::dependency::DependencyState::Refused);
    assert_eq!(player.undone(&desk).len(), 1);
}

#[test]
fn where_there_is_no_form_a_field_is_changed_by_its_name() {
    let (mut room, player) = at(Step::Set9);
    let edit = asks(&room, &player).into_iter().find(|ask| matches!(ask, Ask::Field(_))).unwrap();
    let take = |room: &Room, answers: [&str; 3]| {
        let (desk, answers) = (room.desk(), answers.map(str::to_owned));
        edit.sheet(&player, &desk).take(&answers, &desk, &mut room.seed.clone())
    };
    assert_eq!(take(&room, ["targt", "40", ""]).unwrap_err().blank, Some("field"));
    assert_eq!(take(&room, ["target", "forty or so", ""]).unwrap_err().blank, Some("value"));
    let act = take(&room, ["target", "40", ""]).unwrap();
    room.play(player.clone(), act);
    assert_eq!(room.desk().quarter.key_results().next().unwrap().1.measure.target, Some(40.into()));
}

#[test]
fn yes_and_no_answer_the_question_that_waits() {
    let (mut room, mut player) = at(Step::Set9);
    for letter in ['n', 'y', 'n', 'y'] {
        let offer = offered(&room, &player).into_iter().find(|offer| offer.letter == letter).unwrap();
        let What::Do(act) = offer.what else { panic!("{offer:?}") };
        player = room.play(player, act);
    }
    let said = room.desk().quarter.key_results().next().unwrap().1.refinement;
    assert_eq!(
        [said.still_have_problem, said.nearer, said.promised_outside, said.can_move],
        [Some(false), Some(true), Some(false), Some(true)]
    );
    assert!(offered(&room, &player).iter().all(|offer| offer.letter != 'y'));
}

#[test]
fn drafts_and_dots_are_taken_until_all_of_the_room_are_in() {
    for (step, pass) in [(Step::Set3, Blind::Drafts(Vec::new())), (Step::Set4, Blind::Dots(Vec::new()))] {
        let (mut room, mut player) = at(step);
        let letters = |room: &Room, player: &Player| {
            let all = offered(room, player).into_iter().map(|offer| offer.letter);
            all.filter(|letter| "dsr".contains(*letter)).collect::<String>()
        };
        if step == Step::Set3 {
            let one = crate::method::session::act::draft("One", "").into_iter().collect();
            player = room.play(player, Act::Blind(Blind::Drafts(one)));
        }
        assert_eq!(letters(&room, &player), "ds", "{step}");
        while !player.are_all_in(&room.desk()) {
            player = room.play(player, Act::Blind(pass.clone()));
        }
        assert_eq!(letters(&room, &player), "r", "{step}");
    }
}
