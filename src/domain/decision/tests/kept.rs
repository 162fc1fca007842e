//! What stands once it is committed, and what becomes of a draft: nothing goes without a word.

use super::*;

#[test]
fn a_committed_definition_changes_only_as_a_revision_with_its_reason() {
    let mut room = Room::committed();
    let mut after = room.key_result(&room.first()).clone();
    after.measure.target = Some("1".parse().unwrap());
    assert!(refused(room.decide(|desk, _| desk.revise_key_result(after.clone(), None))).contains("reason"));
    let mut unfit = after.clone();
    unfit.measure.baseline = None;
    assert!(
        refused(room.decide(|desk, _| desk.revise_key_result(unfit, Some("why not"))))
            .contains("no baseline")
    );
    let change = room.decide(|desk, _| desk.revise_key_result(after, Some("the provider left"))).unwrap();
    room.take(&change);
    let key_result = room.key_result(&room.first());
    assert_eq!(key_result.revisions.len(), 2);
    assert_eq!(key_result.committed_measure().target, Some("0.5".parse().unwrap()));
    let mut contact = key_result.clone();
    contact.contact = Some("Ada".to_owned());
    let change = room.decide(|desk, _| desk.revise_key_result(contact, None)).unwrap();
    room.take(&change);
    assert_eq!(room.key_result(&room.first()).revisions.len(), 2);
}

#[test]
fn what_is_committed_is_dropped_and_never_removed() {
    let mut room = Room::committed();
    let id = room.first();
    assert!(room.decide(|desk, _| desk.remove_key_result(&id)).is_err());
    assert!(room.decide(|desk, seed| desk.move_to_delivery(&id, seed)).is_err());
    assert!(room.decide(|desk, _| desk.drop_key_result(&id, " ")).is_err());
    let change = room.decide(|desk, _| desk.drop_key_result(&id, "the product was sold")).unwrap();
    room.take(&change);
    assert_eq!(room.quarter().outcome(room.key_result(&id)), Outcome::Dropped);
    assert!(room.decide(|desk, _| desk.drop_key_result(&id, "again")).is_err());
    assert!(refused(room.score("0.5", 10, None)).contains("dropped"));
}

#[test]
fn a_draft_can_be_parked_moved_to_the_delivery_list_or_removed() {
    let mut room = Room::drafted();
    let objective = room.quarter().objectives[0].id.clone();
    let work = room.add_key_result(&objective, "Complete the OAuth move");
    let change = room.decide(|desk, seed| desk.move_to_delivery(&work, seed)).unwrap();
    room.take(&change);
    assert_eq!(room.quarter().frame.delivery[0].text, "Complete the OAuth move");
    let change = room.decide(|desk, seed| desk.park_objective(&objective, Some("next year"), seed)).unwrap();
    room.take(&change);
    assert!(room.quarter().objectives.is_empty());
    assert_eq!(room.quarter().frame.not_now[0].reason.as_deref(), Some("next year"));
}

#[test]
fn a_draft_that_was_voted_on_is_dropped_and_not_removed() {
    let mut room = Room::drafted();
    let id = room.first();
    let mut entry = CheckIn::on(id.clone());
    entry.changed = Some("said aloud".to_owned());
    let sitting = Sitting { kind: SittingKind::Opening, ..Room::sitting(room.today, vec![entry]) };
    let change = room.desk().log(sitting).unwrap();
    room.take(&change);
    assert!(refused(room.desk().remove_key_result(&id)).contains("said about it"));
    assert!(room.desk().drop_key_result(&id, "a task").is_ok());
}

#[test]
fn the_first_wording_of_a_draft_is_kept_when_it_is_rewritten() {
    let mut room = Room::drafted();
    let id = room.first();
    for title in ["Complete the move", "Sign-in failures from 2.3 % to 0.5 %"] {
        room.edit(&id, |key_result| title.clone_into(&mut key_result.title));
    }
    assert_eq!(room.key_result(&id).first_wording.as_deref(), Some("Sign-in failures from 2.3 % to 0.5 %"));
}

#[test]
fn work_said_anew_stays_as_an_initiative_or_on_the_delivery_list() {
    for old in [OldSentence::Initiative, OldSentence::Delivery] {
        let mut room = Room::drafted();
        let id = room.first();
        let before = room.key_result(&id).clone();
        let mut seed = Seed::new(7);
        assert!(
            refused(room.desk().rewrite(before.clone(), Some(old), &mut seed)).contains("still the same")
        );
        let after = KeyResult { title: "Lost sign-ins from 40 to 10".to_owned(), ..before.clone() };
        let change = room.desk().rewrite(after, Some(old), &mut seed).unwrap();
        room.take(&change);
        let now = room.key_result(&id);
        assert_eq!(
            (now.title.as_str(), now.first_wording.as_ref()),
            ("Lost sign-ins from 40 to 10", Some(&before.title))
        );
        let beside = now.initiatives.iter().filter(|it| it.text == before.title).count();
        let delivered =
            room.desk().quarter.frame.delivery.iter().filter(|it| it.text == before.title).count();
        assert_eq!((beside, delivered), if old == OldSentence::Initiative { (1, 0) } else { (0, 1) });
        room.take(&change.inverse());
        assert_eq!(room.key_result(&id), &before);
    }
}

#[test]
fn what_is_expected_of_it_changes_as_a_revision_and_it_is_held_against_what_was_committed() {
    use crate::domain::key_result::Ambition;
    let mut room = Room::committed();
    let mut after = room.key_result(&room.first()).clone();
    after.ambition = Ambition::Committed;
    assert!(refused(room.decide(|desk, _| desk.revise_key_result(after.clone(), None))).contains("reason"));
    let before = room.today;
    room.today = before.plus(30);
    let change = room.decide(|desk, _| desk.revise_key_result(after, Some("the board asks"))).unwrap();
    room.take(&change);
    let key_result = room.key_result(&room.first());
    assert_eq!(key_result.revisions.len(), 2);
    assert_eq!(
        (key_result.ambition, key_result.committed_ambition()),
        (Ambition::Committed, Ambition::Stretch)
    );
    let on = |days| key_result.ambition_on(before.plus(days));
    assert_eq!((on(0), on(29), on(30)), (Ambition::Stretch, Ambition::Stretch, Ambition::Committed));
    let [was, is] = &key_result.revisions[..] else { panic!("two revisions") };
    assert!(is.movement_since(was, "to", room.today).ends_with(", ambition committed"));
}
