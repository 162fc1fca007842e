//! A session that is cut off between the record and the files: what it was about to save is saved once, whether it had
//! reached the files or not.

use quarterdeck::domain::decision::Desk;
use quarterdeck::domain::quarter::QuarterKey;
use quarterdeck::domain::seed::Seed;
use quarterdeck::domain::way::Way;
use quarterdeck::method::session::trail::Done;
use quarterdeck::method::session::{Act, Begin, Player};
use quarterdeck::method::step::SessionKind;
use quarterdeck::store::Store;
use quarterdeck::tui::session_record::SessionRecord;

use super::{files, sample};
use quarterdeck::domain::change::Change;
use quarterdeck::domain::day::Day;

/// Does something in a check-in and is cut off, before the save or after it; gives what stands once the session was recalled,
/// and what can be taken back then.
fn cut_off(act: Act, is_saved: bool) -> (Vec<String>, usize, Option<Done>) {
    let (folder, state) = (sample(), tempfile::tempdir().unwrap());
    let key: QuarterKey = "payments/2027-q1".parse().unwrap();
    let (store, loaded) = Store::open(folder.path()).unwrap();
    let store = store.with_state(state.path());
    let desk = Desk::at(&loaded.workspace, &key, Day::new(2027, 2, 11).unwrap()).unwrap();
    let before = Player::begin(Begin::usual(SessionKind::CheckIn, &desk), &desk).unwrap();
    let goes = before.act(act, &desk, &mut Seed::new(1)).unwrap();
    let change = goes.change.unwrap();
    let mut record = SessionRecord::new(Some(state.path().to_owned()));
    record.open(&store, &before).unwrap();
    record.keep(&goes.player, Some(&change)).unwrap();
    if is_saved {
        store.save(&change).unwrap();
    }
    drop(record);

    let mut record = SessionRecord::new(Some(state.path().to_owned()));
    let save = |change: &Change| store.save(change).map(|_| ());
    let (recalled, says) = record.recall(&store, &key, save).unwrap();
    let last = recalled.as_ref().and_then(|player| player.next_turn(Way::Back).cloned());
    let recalled = recalled.map(|player| player.to_text());
    assert_eq!((recalled, says), ((!goes.player.is_closed()).then(|| goes.player.to_text()), None));
    let workspace = store.load().unwrap().workspace;
    let lot = &workspace.quarters[&key].frame.parking_lot;
    let parked = lot.iter().filter(|line| line.text == "the licence").map(|line| line.text.clone()).collect();
    (parked, files(folder.path()).len(), last)
}

#[test]
fn what_a_session_was_about_to_save_is_saved_once_whether_it_had_been_or_not() {
    let park = Act::Park("the licence".to_owned());
    let (early, late) = (cut_off(park.clone(), false), cut_off(park, true));
    assert_eq!(early.0, ["the licence"]);
    assert_eq!(early.2, Some(Done::Saved(Some(1))));
    assert_eq!(early, late);
}

#[test]
fn a_session_that_was_about_to_close_is_closed_once() {
    assert_eq!(cut_off(Act::Close, false), cut_off(Act::Close, true));
}
