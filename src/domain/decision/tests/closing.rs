//! Scores, the retrospective, the close and what is carried on.

use std::collections::BTreeMap;

use super::*;
use crate::domain::change::Stop;
use crate::domain::quarter::Phase;
use crate::domain::step::Step;

#[test]
fn effort_is_not_spent_in_the_future() {
    let room = Room::committed();
    let effort = room.decide(|desk, seed| desk.effort("Check-in", EffortPhase::CheckIns, seed)).unwrap();
    let effort = crate::domain::effort::Effort { minutes: 12, people: 3, ..effort };
    assert!(room.desk().put_effort(effort.clone()).is_ok());
    let later = crate::domain::effort::Effort { date: room.today.plus(1), ..effort };
    assert!(refused(room.desk().put_effort(later)).contains("lies in the future"));
}

#[test]
fn a_score_beyond_a_tenth_from_the_formula_needs_its_reason() {
    let mut room = Room::committed();
    room.today = day(3, 26);
    assert!(room.score("1.0", 7, None).is_ok());
    assert!(room.score("1.0", 6, None).is_ok());
    assert!(refused(room.score("1.0", 5, None)).contains("the formula says 0.7"));
    let change = room.score("1.0", 5, Some("measured on one day only")).unwrap();
    room.take(&change);
    let quarter = room.quarter();
    assert_eq!(
        quarter.outcome(room.key_result(&room.first())),
        Outcome::Scored(Score::from_tenths(5).unwrap())
    );
    assert!(quarter.is_scored());
}

#[test]
fn a_score_given_before_scoring_opens_is_provisional_and_asked_again() {
    let mut room = Room::committed();
    let change = room.score("1.4", 5, None).unwrap();
    assert!(change.sentence.ends_with("0.5, provisional until scoring opens"));
    room.take(&change);
    let half = Score::from_tenths(5).unwrap();
    let outcome = |room: &Room| room.quarter().outcome(room.key_result(&room.first()));
    assert_eq!((outcome(&room), room.quarter().is_scored()), (Outcome::Provisional(half), false));
    assert_eq!(room.desk().closing_record(&room.first()).score, Some(half), "until then it is what stands");

    room.today = day(3, 20);
    room.read(day(3, 20), "0.9");
    let progress = room.quarter().progress(room.key_result(&room.first())).brief();
    assert_eq!(progress, "78 %", "a reading after the provisional one counts");

    room.today = day(3, 25);
    let asked = room.desk().closing_record(&room.first());
    assert_eq!((asked.score, asked.date), (None, Some(day(3, 20))));
    let rules: Vec<_> = room.desk().close_stops().iter().map(|stop| (stop.rule.id(), stop.force)).collect();
    assert!(rules.contains(&("SCO-3", Force::AsksReason)));
    let score = room.desk().proposed_score(room.key_result(&room.first()), &asked);
    let change = room.desk().score(Scoring { score, ..asked }).unwrap();
    room.take(&change);
    assert_eq!(outcome(&room), Outcome::Scored(Score::from_tenths(8).unwrap()));
}

#[test]
fn what_is_proposed_is_shown_and_taken_by_one_reading() {
    for kind in [Kind::Change, Kind::AtMost] {
        let mut room = Room::drafted();
        room.edit(&room.first(), |key_result| key_result.measure.kind = kind);
        let change = room.decide(|desk, _| desk.commit(desk.commit_stops(), Some("x"))).unwrap();
        room.take(&change);
        room.today = day(3, 26);
        let noted = Scoring {
            reading: Some("1.4".parse().unwrap()),
            date: Some(day(3, 26)),
            ..Scoring::of(room.first())
        };
        let change = room.desk().score(noted).unwrap();
        room.take(&change);
        for (date, value) in [(day(3, 24), "0.9"), (day(3, 26), "0.8"), (day(3, 28), "0.5")] {
            room.today = date.max(day(3, 26));
            room.read(date, value);
            let key_result = room.key_result(&room.first());
            let taken = room.desk().proposal(key_result).unwrap();
            assert_eq!(taken.score, room.quarter().progress(key_result).proposed_score(), "{kind:?} {date}");
            let is_later = date == day(3, 28);
            assert_eq!(taken.date, Some(if is_later { date } else { day(3, 26) }), "{kind:?}");
            let change = room.desk().score(taken.clone()).unwrap();
            let mut scored = room.workspace.clone();
            scored.apply(&change);
            let quarter = &scored.quarters[&room.key];
            assert_eq!(quarter.progress(key_result).proposed_score(), taken.score, "{kind:?} {date}, scored");
        }
    }
}

#[test]
fn a_reading_taken_for_the_final_one_is_not_counted_twice() {
    let mut room = Room::drafted();
    room.edit(&room.first(), |key_result| {
        key_result.measure.kind = Kind::AtMost;
        key_result.measure.baseline = None;
    });
    let change = room.decide(|desk, _| desk.commit(desk.commit_stops(), Some("x"))).unwrap();
    room.take(&change);
    for (date, value) in [(day(1, 20), "0.7"), (day(2, 3), "0.4")] {
        room.today = date;
        room.read(date, value);
    }
    let last = Scoring { reading: Some("0.4".parse().unwrap()), ..Scoring::of(room.first()) };
    let proposed = |date| {
        let last = Scoring { date: Some(date), ..last.clone() };
        room.desk().proposed_score(room.key_result(&room.first()), &last).map(Score::tenths)
    };
    assert_eq!((proposed(day(2, 3)), proposed(day(2, 17))), (Some(5), Some(7)));
}

#[test]
fn a_score_without_a_reading_needs_its_reason_and_reads_later_has_no_score() {
    let mut room = Room::committed();
    let bare = Scoring { score: Some(Score::AIM), ..Scoring::of(room.first()) };
    assert!(refused(room.desk().score(bare)).contains("no final reading"));
    for quarter in ["2027-q1", "soon", "2026-q4"] {
        let later = Scoring { reads_later: Some(quarter.to_owned()), ..Scoring::of(room.first()) };
        assert!(room.desk().score(later).is_err(), "{quarter}");
    }
    let later = Scoring { reads_later: Some("2027-q2".to_owned()), ..Scoring::of(room.first()) };
    let both = Scoring { score: Some(Score::AIM), ..later.clone() };
    assert!(room.desk().score(both).is_err());
    let change = room.desk().score(later).unwrap();
    room.take(&change);
    assert_eq!(room.quarter().outcome(room.key_result(&room.first())), Outcome::ReadsLater);
}

#[test]
fn what_was_gone_past_is_recorded_once_a_rule() {
    let stop = |rule: Step, about: &str| Stop::asks(rule, about.to_owned(), "x", "y");
    let stops =
        vec![stop(Step::Set12, "a"), stop(Step::Set7, "b"), stop(Step::Set12, "c"), stop(Step::Set7, "d")];
    let kept = super::super::commit::gone_past(stops, Some("in a hurry"), day(1, 2)).unwrap();
    let rules: Vec<&str> = kept.iter().map(|one| one.rule.as_str()).collect();
    assert_eq!(rules, ["SET-12", "SET-7"]);
}

#[test]
fn four_actions_that_came_together_are_asked_about_at_the_close() {
    let mut room = Room::committed();
    for text in ["one", "two", "three", "four"] {
        let note = room.decide(|desk, seed| desk.note(NoteKind::Action, text, seed)).unwrap();
        room.workspace.quarters.get_mut(&room.key).unwrap().notes.push(note);
    }
    let stops = room.desk().close_stops();
    assert!(stops.iter().any(|stop| stop.rule.id() == "RET-7" && stop.says.starts_with("more than three")));
}

#[test]
fn a_retrospective_chooses_at_most_three_actions() {
    let mut room = Room::committed();
    for text in ["one", "two", "three"] {
        let note = room.decide(|desk, seed| desk.note(NoteKind::Action, text, seed)).unwrap();
        let change = room.desk().put_note(note).unwrap();
        room.take(&change);
    }
    let fourth = room.decide(|desk, seed| desk.note(NoteKind::Action, "four", seed)).unwrap();
    assert!(refused(room.desk().put_note(fourth)).contains("three are chosen"));
    let mut first = room.quarter().notes[0].clone();
    first.text = "one, reworded".to_owned();
    assert!(room.desk().put_note(first).is_ok());
}

#[test]
fn a_verdict_is_given_by_a_word_of_its_own_kind() {
    let room = Room::committed();
    let objective = room.quarter().objectives[0].id.clone();
    let assumption = Judged::Assumption(objective.clone(), LineId::new("mobile").unwrap());
    for what in [Judged::KeyResult(room.first()), Judged::Objective(objective), assumption] {
        for word in what.words() {
            let note = room.desk().judge(&what, &word.to_uppercase(), None).unwrap();
            assert!(note.judges(&what) && note.verdict_word().as_deref() == Some(word), "{note:?}");
        }
        assert!(room.desk().judge(&what, "shaky", None).is_err());
    }
}

#[test]
fn notes_of_one_day_stand_in_the_order_they_were_written_and_keep_their_dots() {
    let mut room = Room::committed();
    let written = ["seven", "six", "five", "four", "three", "two", "one"];
    for text in written {
        let note = room.decide(|desk, seed| desk.note(NoteKind::Lesson, text, seed)).unwrap();
        let change = room.desk().put_note(note).unwrap();
        room.take(&change);
    }
    let texts: Vec<&str> = room.quarter().notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(texts, written);
    let id = room.quarter().notes[4].id.clone();
    let change = room.desk().record_lesson_dots(&BTreeMap::from([(id, 3)])).unwrap();
    assert_eq!(change.edits.len(), 1);
    room.take(&change);
    assert_eq!(room.quarter().notes[4].dots, Some(3));
}

#[test]
fn two_people_who_judge_one_key_result_leave_one_verdict() {
    let mut room = Room::committed();
    for verdict in ["easy", "hard"] {
        let note = room.desk().judge(&Judged::KeyResult(room.first()), verdict, None).unwrap();
        let change = room.desk().put_note(note).unwrap();
        room.take(&change);
    }
    assert_eq!(room.quarter().notes.len(), 1);
    assert_eq!(room.quarter().notes[0].difficulty, Some(Difficulty::Hard));
}

#[test]
fn verdicts_on_long_ids_of_one_beginning_stay_apart() {
    let mut room = Room::committed();
    let ids = ["a", "b"].map(|end| KeyResultId::new(format!("{}{end}", "x".repeat(60))).unwrap());
    for id in &ids {
        let mut key_result = room.key_result(&room.first()).clone();
        key_result.id = id.clone();
        room.workspace.quarters.get_mut(&room.key).unwrap().objectives[0].key_results.push(key_result);
    }
    for verdict in ["easy", "hard"] {
        for id in &ids {
            let note = room.desk().judge(&Judged::KeyResult(id.clone()), verdict, None).unwrap();
            let change = room.desk().put_note(note).unwrap();
            room.take(&change);
        }
    }
    let mut judged: Vec<_> =
        room.quarter().notes.iter().map(|note| (note.key_result.clone(), note.difficulty)).collect();
    judged.sort_by_key(|(about, _)| about.clone());
    let hard = Some(Difficulty::Hard);
    assert_eq!(judged, [(Some(ids[0].clone()), hard), (Some(ids[1].clone()), hard)]);
}

#[test]
fn a_quarter_closes_when_all_is_scored_and_from_then_on_is_history() {
    let mut room = Room::committed();
    room.today = day(3, 30);
    assert_eq!(rules(&room.desk().close_stops(), Force::Hard), ["SCO-3"]);
    assert!(room.decide(|desk, _| desk.close(Some("enough"))).is_err());
    let change = room.score("1.0", 7, None).unwrap();
    room.take(&change);
    assert_eq!(rules(&room.desk().close_stops(), Force::AsksReason), ["RET-2", "RET-3", "RET-4", "RET-7"]);
    let change = room.decide(|desk, _| desk.close(Some("nobody had time"))).unwrap();
    room.take(&change);
    assert!(refused(room.score("0.5", 10, None)).contains("closed"));
    assert!(room.decide(|desk, seed| desk.add_objective("late", seed)).is_err());
}

#[test]
fn a_quarter_that_was_never_committed_cannot_be_closed() {
    let stops = |room: &Room| rules(&room.desk().close_stops(), Force::Hard).contains(&"SET-14");
    let room = Room::drafted();
    assert!(stops(&room));
    assert!(room.decide(|desk, _| desk.close(Some("enough"))).is_err());
    assert!(!stops(&Room::committed()));
}

#[test]
fn an_assumption_without_a_verdict_is_asked_about_at_the_close() {
    let mut room = Room::committed();
    let mut objective = room.quarter().objectives[0].clone();
    let id = LineId::new("mobile").unwrap();
    let assumption =
        Assumption { id: id.clone(), text: "mobile ships".to_owned(), noticed_by: None, state: None };
    objective.assumptions.push(assumption);
    let change = room.desk().revise_objective(objective.clone()).unwrap();
    room.take(&change);
    assert!(rules(&room.desk().close_stops(), Force::AsksReason).contains(&"RET-5"));
    let what = Judged::Assumption(objective.id.clone(), id);
    let note = room.desk().judge(&what, "wrong", Some("they did not")).unwrap();
    let change = room.desk().put_note(note).unwrap();
    room.take(&change);
    assert!(!rules(&room.desk().close_stops(), Force::AsksReason).contains(&"RET-5"));
}

#[test]
fn a_key_result_carried_on_asks_for_its_baseline_again() {
    let mut room = Room::committed();
    let next = Cycle::calendar("2027-q2").unwrap();
    let change = open_quarter(&room.workspace, &room.key.team, &next).unwrap();
    room.take(&change);
    let id = room.first();
    room.key.cycle = CycleId::new("2027-q2").unwrap();
    let point = LineId::new(id.as_str()).unwrap();
    let change = room.desk().tick(&point, HandedVerdict::Continue).unwrap();
    room.take(&change);
    let carried = room.key_result(&id);
    assert_eq!((carried.measure.baseline, carried.measure.target), (None, Some("0.5".parse().unwrap())));
    assert_eq!(carried.measure.direction, Some(Direction::Decrease));
    assert_eq!(carried.carried_from.as_deref(), Some(format!("2027-q1/{id}").as_str()));
    assert!(!carried.is_committed());
}

#[test]
fn what_scoring_asks_for_can_be_scored_or_read_later_and_nothing_else_is_asked_for() {
    let mut room = Room::committed();
    let objective = room.quarter().objectives[0].id.clone();
    let (waits, dropped) = (room.add_key_result(&objective, "Toil"), room.first());
    room.add_key_result(&objective, "A draft beside the set");
    room.edit(&waits, |key_result| key_result.measure.kind = Kind::EstablishBaseline);
    let phase = |room: &Room| room.quarter().phase(room.desk().cycle, room.today);
    let asked = |room: &Room| room.quarter().to_score().map(|one| one.id.clone()).collect::<Vec<_>>();
    assert_eq!((asked(&room), phase(&room)), (vec![room.first()], Phase::CheckIns));
    for id in asked(&room) {
        let later = Scoring { reads_later: Some("2027-q2".to_owned()), ..Scoring::of(id) };
        assert!(room.desk().score(later).is_ok());
    }
    let change = room.desk().drop_key_result(&dropped, "nobody can count them").unwrap();
    room.take(&change);
    assert_eq!((asked(&room), phase(&room)), (Vec::new(), Phase::CheckIns), "a number may still be found");
    room.today = day(3, 25);
    assert_eq!(phase(&room), Phase::Retrospective);
    let hard = room.desk().close_stops().into_iter().filter(|stop| stop.force == Force::Hard);
    assert_eq!(hard.map(|stop| stop.rule.id()).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn a_record_in_which_nothing_is_said_is_refused() {
    let room = Room::committed();
    assert!(refused(room.desk().score(Scoring::of(room.first()))).contains("nothing is said in it"));
}

#[test]
fn a_score_or_what_it_tells_us_is_by_the_last_check_in_where_no_reading_is_typed() {
    let mut room = Room::committed();
    room.today = day(3, 12);
    room.read(day(3, 12), "1.4");
    room.today = day(3, 26);
    let typed = [
        Scoring { score: Score::from_tenths(5), ..Scoring::of(room.first()) },
        Scoring { tells_us: Some("half of it".to_owned()), ..Scoring::of(room.first()) },
    ];
    for typed in typed {
        let filled = room.desk().filled_in(Scoring { date: Some(room.today), ..typed });
        assert_eq!((filled.reading, filled.date), ("1.4".parse().ok(), Some(day(3, 12))));
        assert_eq!(filled.score, Score::from_tenths(5));
        assert!(room.desk().score(filled).is_ok());
    }
    let done = Scoring { work_done: Some(WorkDone::Yes), ..Scoring::of(room.first()) };
    assert_eq!(room.desk().filled_in(done.clone()), done, "that the work is done is no score");
}

#[test]
fn what_is_read_after_the_day_it_was_due_does_not_reach_it_and_is_asked_about() {
    let mut room = Room::drafted();
    room.edit(&room.first(), |key_result| key_result.measure.due = Some(day(2, 28)));
    let change = room.decide(|desk, _| desk.commit(desk.commit_stops(), Some("x"))).unwrap();
    room.take(&change);
    for (date, value) in [(day(2, 26), "1.4"), (day(3, 12), "0.5")] {
        room.today = date;
        room.read(date, value);
    }
    room.today = day(3, 26);
    let key_result = room.key_result(&room.first()).clone();
    let asks = room.desk().past_due(&key_result, None).unwrap();
    assert!(asks.contains("read after 28 Feb") && asks.contains("by then it read 1.4"), "{asks}");
    let in_time = Scoring {
        reading: "0.5".parse().ok(),
        date: Some(day(2, 28)),
        score: Some(Score::FULL),
        ..Scoring::of(room.first())
    };
    let late = room.desk().proposal(&key_result).unwrap();
    assert_eq!(late.score, Some(Score::FULL));
    for (scoring, is_reached, is_asked) in [(late, false, true), (in_time, true, false)] {
        assert_eq!(room.desk().past_due(&key_result, Some(&scoring)).is_some(), is_asked);
        let change = room.desk().score(scoring).unwrap();
        let mut scored = room.workspace.clone();
        scored.apply(&change);
        assert_eq!(scored.quarters[&room.key].is_reached(&key_result), Some(is_reached));
    }
}
