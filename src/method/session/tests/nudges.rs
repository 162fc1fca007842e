//! Every nudge fires when its trap is visible in the numbers, and stays silent when it is not.

mod later;
mod setting;

use std::time::Duration;

use crate::domain::check_in::{CheckIn as Entry, Sitting};
use crate::domain::confidence::{Confidence, Votes};
use crate::domain::id::ObjectiveId;
use crate::method::session::inputs::{Agreeing, Choosing, Closing};
use crate::method::session::tests::room::Room;
use crate::method::session::{Act, Cue, Input, Player};
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

fn choosing(said: Choosing) -> Act {
    Act::Say(Input::Choosing(said))
}

fn agreeing(said: Agreeing) -> Act {
    Act::Say(Input::Agreeing(said))
}

fn closing(said: Closing) -> Act {
    Act::Say(Input::Closing(said))
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
