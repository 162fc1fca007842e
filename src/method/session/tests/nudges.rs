//! Every nudge fires when its trap is visible in the numbers, and stays silent when it is not.

mod later;
mod setting;

use std::time::Duration;

use crate::domain::check_in::{CheckIn as Entry, Sitting};
use crate::domain::confidence::{Confidence, Votes};
use crate::domain::id::ObjectiveId;
use crate::method::session::cue::CueText;
use crate::method::session::tests::room::Room;
use crate::method::session::{Act, Cue, Player};
use crate::method::step::{Signal, Step, Steps, When};

/// The nudges among some cues, in words.
fn said(cues: &[Cue]) -> Vec<String> {
    let nudges = cues.iter().filter(|cue| matches!(cue, Cue::Nudge(..)));
    nudges.map(|cue| cue.says(Steps::METHOD)).collect()
}

/// The words a signal brings.
fn words(signal: Signal) -> Vec<String> {
    let all = Step::ALL.iter().flat_map(|step| Steps::METHOD.guide(*step).nudges());
    let of_signal = all.filter(|(when, _)| *when == When::Seen(signal));
    of_signal.map(|(_, says)| says.to_owned()).collect()
}

/// What is said when this is done.
fn after(room: &mut Room, player: &Player, act: Act) -> Vec<String> {
    said(&room.act(player, act).cues)
}

#[track_caller]
fn fires(found: &[String], signal: Signal) {
    assert_eq!(found, words(signal), "{signal:?}");
}

#[track_caller]
fn is_silent(found: &[String]) {
    assert_eq!(found, Vec::<String>::new());
}

fn objective(at: usize) -> ObjectiveId {
    ObjectiveId::new(format!("objective-{at}")).unwrap()
}

fn votes(percents: &[u8]) -> Votes {
    percents.iter().filter_map(|percent| Confidence::new(*percent)).collect()
}

fn log(room: &mut Room, entry: Entry, decision: Option<&str>) {
    room.take(|desk, seed| {
        let id = desk.sitting_id(desk.today, seed).unwrap();
        let decision = decision.map(str::to_owned);
        desk.log(Sitting { decision, check_ins: vec![entry], ..Sitting::new(id, desk.today) }).unwrap()
    });
}

/// Runs a step's clock for so long; what is nudged.
fn by_clock(room: &mut Room, player: Player, elapsed: Duration) -> Vec<String> {
    let mut player = room.play(player, Act::Start);
    said(&player.pass(elapsed))
}

/// The tests of a source, each from its attribute on.
fn tests_of(source: &str) -> impl Iterator<Item = &str> {
    source.split("#[test]").skip(1)
}

#[test]
fn every_signal_has_a_test_that_fires_it_and_stays_silent_too() {
    let sources = [include_str!("nudges/setting.rs"), include_str!("nudges/later.rs")];
    for signal in Signal::ALL {
        let name = format!("Signal::{signal:?}");
        let mut tests = sources.iter().flat_map(|source| tests_of(source));
        let is_shown = tests.any(|test| test.contains(&name) && test.contains("is_silent("));
        assert!(is_shown, "no test fires {name} and stays silent beside it");
    }
}

#[test]
fn every_word_of_the_player_has_a_test_that_says_it_and_stays_silent_too() {
    let sources = [
        include_str!("../clock.rs"),
        include_str!("../tests.rs"),
        include_str!("blind.rs"),
        include_str!("clock.rs"),
        include_str!("taken_back.rs"),
        include_str!("nudges/later.rs"),
    ];
    for text in CueText::ALL {
        let name = format!("Cue::{text:?}");
        let mut tests = sources.iter().flat_map(|source| tests_of(source));
        let is_shown = tests.any(|test| test.contains(&name) && test.contains("[]"));
        assert!(is_shown, "no test says {name} and nothing beside it");
    }
}
