//! Check-ins, their corrections, and what is taken up again.

use super::*;

#[test]
fn a_check_in_says_something_of_this_quarter_about_what_stands() {
    let mut room = Room::committed();
    let silent = Room::sitting(day(1, 29), vec![CheckIn::on(room.first())]);
    assert!(refused(room.desk().log(silent)).contains("nothing is said"));
    let mut entry = CheckIn::on(room.first());
    entry.reading = Some("1.4".parse().unwrap());
    for (date, says) in [(day(2, 2), "future"), (Day::new(2026, 11, 1).unwrap(), "before the quarter")] {
        assert!(refused(room.desk().log(Room::sitting(date, vec![entry.clone()]))).contains(says), "{date}");
    }
    let twice = Room::sitting(day(1, 29), vec![entry.clone(), entry.clone()]);
    assert!(refused(room.desk().log(twice)).contains("twice"));
    let both = CheckIn { not_readable: true, ..entry };
    assert!(refused(room.desk().log(Room::sitting(day(1, 29), vec![both]))).contains("not readable"));
    room.read(day(1, 29), "1.4");
    assert_eq!(room.quarter().progress(room.key_result(&room.first())).to_string(), "moved 50 % of the way");
}

#[test]
fn nothing_is_logged_before_the_commit_but_the_opening_vote() {
    let room = Room::drafted();
    let mut entry = CheckIn::on(room.first());
    entry.confidence = vec![60_i64].into_iter().map(|vote| vote.try_into().unwrap()).collect();
    let mut sitting = Room::sitting(room.today, vec![entry]);
    assert!(refused(room.desk().log(sitting.clone())).contains("not committed"));
    sitting.kind = SittingKind::Opening;
    assert!(room.desk().log(sitting).is_ok());
}

#[test]
fn an_opening_vote_is_corrected_until_the_commit_and_a_word_beside_it_after() {
    let mut room = Room::drafted();
    let votes = |percent: i64| vec![percent].into_iter().map(|vote| vote.try_into().unwrap()).collect();
    let entry = CheckIn { confidence: votes(60), ..CheckIn::on(room.first()) };
    let mut sitting = Room::sitting(room.today, vec![entry.clone()]);
    sitting.kind = SittingKind::Opening;
    let change = room.desk().log(sitting).unwrap();
    room.take(&change);
    let other = Said::Entry(CheckIn { confidence: votes(10), ..entry.clone() });
    let id = "2026-12-15-abcdef";
    assert!(corrected(&room, id, other.clone()).is_ok());
    let change = room.decide(|desk, _| desk.commit(desk.commit_stops(), Some("a small team"))).unwrap();
    room.take(&change);
    assert!(refused(corrected(&room, id, other)).contains("opening vote"));
    let word = Said::Entry(CheckIn { changed: Some("a hunch".to_owned()), ..entry });
    assert!(corrected(&room, id, word).is_ok());
}

fn corrected(room: &Room, of: &str, says: Said) -> Decision {
    let of = SittingId::new(of).unwrap();
    room.decide(|desk, seed| desk.correct(Correction { of, date: None, says }, seed))
}

#[test]
fn a_correction_supersedes_and_the_old_sitting_stays() {
    let mut room = Room::committed();
    room.read(day(1, 29), "14");
    let mut entry = CheckIn::on(room.first());
    entry.reading = Some("1.4".parse().unwrap());
    let change = corrected(&room, "2027-01-29-abcdef", Said::Entry(entry.clone())).unwrap();
    room.take(&change);
    let values: Vec<String> =
        room.quarter().readings(&room.first()).iter().map(|r| r.value.to_string()).collect();
    assert_eq!(values, ["1.4"]);
    assert_eq!(room.quarter().sittings.len(), 2);
    let again = corrected(&room, "2027-01-29-abcdef", Said::Entry(entry));
    assert!(refused(again).contains("which stands in its place"));
}

#[test]
fn what_corrects_two_corrections_takes_the_place_of_both() {
    let mut room = Room::committed();
    room.read(day(1, 29), "14");
    let first = room.quarter().sittings[0].clone();
    for (letters, reading, changed) in [("bbbbbb", "1.4", None), ("cccccc", "14", Some("moved"))] {
        let id = SittingId::new(format!("2027-01-29-{letters}")).unwrap();
        let mut rival = Sitting { id: id.clone(), supersedes: Some(first.id.clone()), ..first.clone() };
        rival.check_ins[0].reading = Some(reading.parse().unwrap());
        rival.decision = changed.map(str::to_owned);
        let address = Address::Sitting(room.key.clone(), id);
        room.take(&Change::one("correct", Edit::create(address, Record::Sitting(rival))));
    }
    let stands = room.quarter().standing_sittings().next().unwrap().clone();
    assert_eq!(stands.id.as_str(), "2027-01-29-cccccc");
    assert_eq!(
        (stands.check_ins[0].reading, stands.decision.as_deref()),
        (Some("1.4".parse().unwrap()), Some("moved"))
    );
    assert!(
        refused(corrected(&room, "2027-01-29-bbbbbb", Said::Nothing)).contains("correct 2027-01-29-cccccc")
    );
    for (says, left) in [(Said::Nothing, 0), (Said::Decision(None), 1)] {
        let change = corrected(&room, "2027-01-29-cccccc", says).unwrap();
        let Some((_, Record::Sitting(after))) = &change.edits[0].after else { panic!("{change:?}") };
        assert_eq!(after.joins.iter().map(SittingId::as_str).collect::<Vec<_>>(), ["2027-01-29-bbbbbb"]);
        let mut then = room.quarter().clone();
        then.sittings.push(after.clone());
        assert_eq!((then.standing_sittings().count(), then.contested().count()), (left, 0));
        assert_eq!(then.readings(&room.first()).len(), left);
    }
}

#[test]
fn what_was_decided_on_another_day_moves_with_what_was_agreed_and_nothing_else() {
    let mut room = Room::committed();
    let said = CheckIn { changed: Some("one".to_owned()), ..CheckIn::on(room.first()) };
    let mut sitting = Room::sitting(day(1, 29), vec![said]);
    sitting.decision = Some("plan stands".to_owned());
    sitting.actions = vec![Action {
        id: LineId::new("runner").unwrap(),
        key_result: None,
        text: "larger runner".to_owned(),
        asker: None,
        by: None,
    }];
    let change = room.desk().log(sitting).unwrap();
    room.take(&change);
    let correction = Correction {
        of: SittingId::new("2027-01-29-abcdef").unwrap(),
        date: Some(day(1, 30)),
        says: Said::Decision(Some("plan changed".to_owned())),
    };
    let change = room.desk().correct(correction, &mut Seed::new(7)).unwrap();
    room.take(&change);
    let stands: Vec<_> = room.quarter().standing_sittings().collect();
    let of = |sitting: &&Sitting| {
        (sitting.date, sitting.check_ins.len(), sitting.actions.len(), sitting.decision.clone())
    };
    let moved = Some("plan changed".to_owned());
    assert_eq!(
        stands.iter().map(of).collect::<Vec<_>>(),
        [(day(1, 29), 1, 0, None), (day(1, 30), 0, 1, moved)]
    );
}

#[test]
fn a_correction_leaves_all_else_that_was_said() {
    let mut room = Room::committed();
    let objective = room.quarter().objectives[0].id.clone();
    let other = room.add_key_result(&objective, "Builds from 42 min to 15 min");
    let said = |id: &KeyResultId, changed: &str| CheckIn {
        changed: Some(changed.to_owned()),
        ..CheckIn::on(id.clone())
    };
    let mut sitting = Room::sitting(day(1, 29), vec![said(&room.first(), "one"), said(&other, "two")]);
    sitting.decision = Some("plan stands".to_owned());
    let change = room.desk().log(sitting).unwrap();
    room.take(&change);
    let first = room.first();
    for (says, left) in [
        (Said::NothingOn(first.clone()), ["two", "plan stands"].as_slice()),
        (Said::Decision(None), &["one", "two"]),
        (Said::Entry(said(&first, "three")), &["three", "two", "plan stands"]),
        (Said::Nothing, &[]),
    ] {
        let change = corrected(&room, "2027-01-29-abcdef", says).unwrap();
        let (_, record) = change.edits[0].after.clone().unwrap();
        let Record::Sitting(after) = record else { panic!("{record:?}") };
        let changed = after.check_ins.into_iter().filter_map(|entry| entry.changed);
        assert_eq!(changed.chain(after.decision).collect::<Vec<_>>(), left);
    }
    let mut talk = Sitting::new(SittingId::new("2027-01-30-abcdef").unwrap(), day(1, 30));
    talk.recall = Some(Recall { named: 2, of: 3 });
    talk.actions.push(Action {
        id: LineId::new("ask").unwrap(),
        key_result: Some(first.clone()),
        text: "ask the bank".to_owned(),
        asker: None,
        by: None,
    });
    let change = room.desk().log(talk).unwrap();
    room.take(&change);
    let change = corrected(&room, "2027-01-30-abcdef", Said::Nothing).unwrap();
    let Some((_, Record::Sitting(after))) = &change.edits[0].after else { panic!("{change:?}") };
    assert!(after.is_empty(), "{after:?}");
    assert!(
        refused(corrected(&room, "2027-01-29-abcdef", Said::Entry(CheckIn::on(first))))
            .contains("nothing is said")
    );
}

#[test]
fn what_was_dropped_can_be_taken_up_again_while_there_is_a_place() {
    let mut room = Room::committed();
    let (objective, id) = (room.quarter().objectives[0].id.clone(), room.first());
    assert!(refused(room.desk().take_up_key_result(&id)).contains("has not been dropped"));
    let change = room.desk().drop_key_result(&id, "nobody can count them").unwrap();
    room.take(&change);
    let change = room.desk().take_up_key_result(&id).unwrap();
    room.take(&change);
    assert!(!room.quarter().is_dropped(&id));
    let change = room.desk().drop_objective(&objective, "nobody waits for it").unwrap();
    room.take(&change);
    for at in 1..=MOST_OBJECTIVES {
        room.add_objective(&format!("Objective {at}"));
    }
    assert!(refused(room.desk().take_up_objective(&objective)).contains("five objectives"));
}

/// A committed set with a key result beside it whose number was found on 18 January.
fn found() -> (Room, KeyResultId) {
    let (mut room, id) = waiting();
    let change = room.decide(|desk, _| desk.commit(desk.commit_stops(), Some("small"))).unwrap();
    room.take(&change);
    room.today = day(1, 30);
    let entry = CheckIn { reading: Some(12.into()), ..CheckIn::on(id.clone()) };
    let change = room.desk().log(Room::sitting(day(1, 18), vec![entry])).unwrap();
    room.take(&change);
    assert!(room.key_result(&id).is_committed());
    (room, id)
}

#[test]
fn a_baseline_that_was_found_follows_the_correction_of_what_was_read() {
    let (mut room, id) = found();
    let entry = CheckIn { reading: Some(10.into()), ..CheckIn::on(id.clone()) };
    let change = corrected(&room, "2027-01-18-abcdef", Said::Entry(entry.clone())).unwrap();
    room.take(&change);
    let found = room.key_result(&id);
    let baselines = [found.measure.baseline, found.committed_measure().baseline];
    assert_eq!(baselines, [Some(10.into()); 2], "the score goes by the definition as committed");
    assert_eq!(found.revisions.len(), 1);

    let same = CheckIn { reading: Some(5.into()), ..entry };
    let of = room.quarter().standing_sittings().next().unwrap().id.to_string();
    assert!(refused(corrected(&room, &of, Said::Entry(same))).contains("could not have joined"));
}

#[test]
fn a_baseline_whose_reading_is_taken_back_is_to_be_found_out_again() {
    let (mut room, id) = found();
    let mut other = room.workspace.clone();
    let change = corrected(&room, "2027-01-18-abcdef", Said::Nothing).unwrap();
    other.apply(&change);
    let waits = other.quarters[&room.key].key_result(&id).unwrap().1;
    assert!(waits.is_to_find_out() && !waits.is_committed() && waits.measure.baseline.is_none());

    let entry = CheckIn { reading: Some(11.into()), ..CheckIn::on(id.clone()) };
    let next = Sitting {
        id: SittingId::new("2027-01-25-bcdefg").unwrap(),
        ..Room::sitting(day(1, 25), vec![entry])
    };
    let change = room.desk().log(next).unwrap();
    room.take(&change);
    let taken_back = corrected(&room, "2027-01-18-abcdef", Said::NothingOn(id.clone())).unwrap();
    let mut after = room.workspace.clone();
    after.apply(&taken_back);
    let found = after.quarters[&room.key].key_result(&id).unwrap().1;
    assert_eq!((found.measure.baseline, found.measure.baseline_date), (Some(11.into()), Some(day(1, 25))));
    assert!(found.is_committed());
}

#[test]
fn a_number_that_was_not_readable_at_first_is_found_out_by_its_correction() {
    let (room, id) = found();
    let mut room = Room { today: day(1, 30), ..room };
    let change = corrected(&room, "2027-01-18-abcdef", Said::Nothing).unwrap();
    room.take(&change);
    let entry = CheckIn { not_readable: true, ..CheckIn::on(id.clone()) };
    let sitting = Sitting {
        id: SittingId::new("2027-01-26-cdefgh").unwrap(),
        ..Room::sitting(day(1, 26), vec![entry])
    };
    let change = room.desk().log(sitting).unwrap();
    room.take(&change);
    let read = CheckIn { reading: Some(9.into()), ..CheckIn::on(id.clone()) };
    let change = corrected(&room, "2027-01-26-cdefgh", Said::Entry(read)).unwrap();
    room.take(&change);
    let found = room.key_result(&id);
    assert!(found.is_committed() && found.measure.baseline == Some(9.into()));
}
