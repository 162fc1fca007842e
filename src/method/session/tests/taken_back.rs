//! Fists, tones, drafts, dots and opening votes: they land without names, and of what is taken back the board shows what the
//! close will write.

use super::blind::vote;
use super::room::{Room, shown};
use crate::domain::confidence::Confidence;
use crate::domain::retrospective::NoteKind;
use crate::method::check_ins::Rounds;
use crate::method::session::act::draft;
use crate::method::session::offers::offers;
use crate::method::session::{Act, Blind, Cue};
use crate::method::step::{SessionKind, Step};

#[test]
fn the_dots_on_lessons_stay_with_them_for_the_next_kick_off() {
    let mut room = Room::committed();
    for text in ["one", "two"] {
        room.take(|desk, seed| desk.put_note(desk.note(NoteKind::Lesson, text, seed).unwrap()).unwrap());
    }
    let second = room.desk().quarter.notes[1].id.to_string();
    let mut player = room.begin_at(SessionKind::Retrospective, Step::Ret7);
    for _ in 0..player.people() {
        player = room.play(player, Act::Blind(Blind::Dots(vec![second.clone()])));
    }
    let before = room.workspace.clone();
    let mut player = room.play(player, Act::Blind(Blind::Reveal));
    let dots = |room: &Room| -> Vec<Option<u32>> {
        room.desk().quarter.notes.iter().map(|note| note.dots).collect()
    };
    assert_eq!(dots(&room), [None, Some(6)]);
    let after = std::mem::replace(&mut room.workspace, before);
    player.follow_back(&room.desk());
    assert_eq!(player.hidden().dots.shown(), None, "what was taken back is hidden again");
    assert_eq!(room.act(&player, Act::Close).cues, [Cue::StillHidden]);
    let again = room.play(player.clone(), Act::Blind(Blind::Reveal));
    assert_eq!((dots(&room), again.hidden().dots.shown().is_some()), (vec![None, Some(6)], true));
    room.workspace = after;
    player.follow_again(&room.desk());
    assert!(player.hidden().dots.shown().is_some());
}

#[test]
fn a_fist_and_a_tone_land_without_names() {
    let mut room = Room::drafted();
    let player = room.begin_at(SessionKind::Commit, Step::Set14);
    assert!(room.try_act(&player, shown(&[6])).is_err());
    let short = Act::Blind(Blind::Show(vec![Some(4); 5]));
    assert!(room.try_act(&player, short).is_err(), "five of six are in");
    let outcome = room.act(&player, shown(&[5, 2, 4]));
    assert_eq!(outcome.cues, [Cue::Dissent]);
    assert_eq!(room.desk().quarter.frame.fist.sorted(), [2, 4, 5]);
    let player = room.play(outcome.player, Act::Blind(Blind::Again));
    assert_eq!(room.act(&player, shown(&[3, 4, 5])).cues, []);
    assert_eq!(room.desk().quarter.frame.fist.sorted(), [3, 4, 5]);
    let mut room = Room::committed();
    let player = room.begin(SessionKind::Retrospective);
    let player = vote(&mut room, player, &[4, 5]);
    assert_eq!((room.desk().quarter.frame.tone.sorted(), player.step()), (&[4, 5][..], Step::Ret1));
}

#[test]
fn a_fist_that_was_mistyped_leaves_the_files_and_one_that_was_committed_with_stays() {
    let mut room = Room::drafted();
    let fist = |room: &Room| room.desk().quarter.frame.fist.sorted().to_vec();
    let player = room.begin_at(SessionKind::Commit, Step::Set14);
    let player = vote(&mut room, player, &[0, 5, 5]);
    let player = room.play(player, Act::Blind(Blind::TakeBack));
    assert_eq!(fist(&room), Vec::<u8>::new());
    let player = vote(&mut room, player, &[1, 5, 5]);
    let player = room.play(player, Act::Blind(Blind::Again));
    let player = vote(&mut room, player, &[3, 3, 3]);
    let player = room.play(player, Act::Blind(Blind::TakeBack));
    assert_eq!(fist(&room), [1, 5, 5], "the first vote holds");
    room.take(|desk, _| desk.commit(desk.commit_stops(), Some("all know")).unwrap());
    for act in [Blind::Again, Blind::TakeBack, Blind::Show(vec![Some(5); 6])] {
        let refused = room.try_act(&player, Act::Blind(act)).unwrap_err();
        assert_eq!(refused.stops[0].rule.id(), "SET-14");
    }
    assert_eq!(offers(&player, &room.desk(), None), [], "nothing is left to be said");
    assert_eq!(fist(&room), [1, 5, 5]);
    let mut room = Room::committed();
    let player = room.begin(SessionKind::Retrospective);
    let player = vote(&mut room, player, &[1, 1]);
    room.play(player, Act::Blind(Blind::TakeBack));
    assert!(room.desk().quarter.frame.tone.is_empty());
}

#[test]
fn an_opening_vote_that_was_taken_out_of_the_files_stands_on_the_board_and_lands_anew() {
    let mut room = Room::drafted();
    let player = room.begin_at(SessionKind::Commit, Step::Set13);
    let player = vote(&mut room, player, &[40, 50, 60]);
    let before = room.workspace.clone();
    let mut player = room.play(player, Act::Next);
    let voted = |room: &Room| -> Vec<usize> {
        room.desk().quarter.standing_sittings().map(|sitting| sitting.check_ins.len()).collect()
    };
    assert_eq!(voted(&room), [1]);
    room.workspace = before;
    player.follow_back(&room.desk());
    assert_eq!(player.ballot(&room.key_result(0)).unwrap().shown(), Some(vec![40, 50, 60]));
    let before = room.workspace.clone();
    room.play(player.clone(), Act::Close);
    assert_eq!(voted(&room), [1], "what the board shows is not lost with the session");
    room.workspace = before;
    let player = room.play(player, Act::Back);
    let player = room.play(player, Act::NextTopic);
    let player = vote(&mut room, player, &[20, 30, 40]);
    let player = room.play(player, Act::Next);
    assert_eq!(voted(&room), [2]);
    let player = room.play(player, Act::Back);
    let player = room.play(player, Act::TopicBefore);
    let player = room.play(player, Act::Blind(Blind::TakeBack));
    room.play(player, Act::Next);
    assert_eq!(voted(&room), [1], "what is to be typed anew does not stand");
}

#[test]
fn drafts_that_were_taken_out_of_the_files_are_hidden_again_and_not_lost_at_the_close() {
    let mut room = Room::empty();
    let mut player = room.begin(SessionKind::Choose);
    for title in ["Sign-in people can rely on", "Builds nobody waits for", "", "", "", ""] {
        let sent = draft(title, "").into_iter().collect();
        player = room.play(player, Act::Blind(Blind::Drafts(sent)));
    }
    let before = room.workspace.clone();
    let shown = room.play(player, Act::Blind(Blind::Reveal));
    let after = std::mem::replace(&mut room.workspace, before);
    let mut player = shown.clone();
    player.follow_back(&room.desk());
    assert_eq!((player.hidden().drafts.shown(), player.hidden().drafts.count()), (None, 2));
    assert!(offers(&player, &room.desk(), None).iter().any(|offer| offer.letter == 'r'));
    assert_eq!(room.act(&player, Act::Next).player.step(), Step::Set3, "they are shown before the dots");
    let asked = room.act(&player, Act::Close);
    assert_eq!((asked.cues, asked.change), (vec![Cue::StillHidden], None));
    let hidden = room.workspace.clone();
    room.play(asked.player, Act::Close);
    assert_eq!(room.desk().quarter.objectives.len(), 2);
    room.workspace = hidden;
    let elsewhere = room.play(shown, Act::Start);
    assert_eq!(elsewhere.hidden().drafts.shown(), None, "another window has taken it back");
    room.workspace = after;
    player.follow_again(&room.desk());
    assert_eq!(player.hidden().drafts.shown().map(<[_]>::len), Some(2));
}

#[test]
fn a_draft_that_the_room_has_parked_is_none_that_was_taken_back() {
    let mut room = Room::empty();
    let mut player = room.begin(SessionKind::Choose);
    for title in ["Sign-in people can rely on", "", "", "", "", ""] {
        let sent = draft(title, "").into_iter().collect();
        player = room.play(player, Act::Blind(Blind::Drafts(sent)));
    }
    player = room.play(player, Act::Blind(Blind::Reveal));
    let id = room.desk().quarter.objectives[0].id.clone();
    let park = room.decides(|desk, seed| desk.park_objective(&id, None, seed));
    player = room.play(player, park);
    player.follow_back(&room.desk());
    assert!(player.hidden().drafts.shown().is_some());
    room.play(player, Act::Close);
    assert!(room.desk().quarter.objectives.is_empty());
}

#[test]
fn a_fist_that_was_taken_out_of_the_files_leaves_the_board() {
    let mut room = Room::drafted();
    let player = room.begin_at(SessionKind::Commit, Step::Set14);
    let before = room.workspace.clone();
    let mut player = vote(&mut room, player, &[0, 5, 5]);
    let after = std::mem::replace(&mut room.workspace, before);
    player.follow_back(&room.desk());
    assert_eq!(player.hidden().fist.shown(), None);
    room.workspace = after;
    player.follow_again(&room.desk());
    assert_eq!(player.hidden().fist.shown(), Some(vec![0, 5, 5]));
}

#[test]
fn a_draft_of_a_session_that_is_put_away_is_named_as_what_it_becomes() {
    let mut room = Room::empty();
    let player = room.begin(SessionKind::Choose);
    let draft = draft("Shops get paid on time", "").into_iter().collect();
    let player = room.play(player, Act::Blind(Blind::Drafts(draft)));
    let change = room.act(&player, Act::PutAway).change.unwrap();
    assert_eq!(change.sentence, "keep the drafts as objectives");
}

#[test]
fn the_first_vote_holds_however_often_everybody_passes_on_another() {
    let mut room = Room::committed();
    let mut player = room.begin_at(SessionKind::CheckIn, Step::Chk3);
    player = vote(&mut room, player, &[10, 20, 30, 90]);
    player = room.play(player, Act::Next);
    for _ in 0..2 {
        player = room.play(player, Act::Blind(Blind::Again));
        player = vote(&mut room, player, &[]);
    }
    assert_eq!(player.ballot(&room.key_result(0)).unwrap().median(), Some(25));
    room.play(player, Act::Next);
    let heard = Rounds::at(&room.desk()).now(&room.key_result(0), room.desk().today);
    assert_eq!(heard.median(), Confidence::new(25));
}
