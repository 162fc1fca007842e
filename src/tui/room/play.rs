//! How a session goes on: what the room does is saved first and shown then; time passes; a count-in ends.

use std::time::Duration;

use super::acts::stop_presenting;
use super::{ask, is_covered, offered};
use crate::domain::change::{Change, Refusal};
use crate::domain::decision::Desk;
use crate::domain::effort::PersonMinutes;
use crate::domain::seed::Seed;
use crate::domain::stop_rule::StopRule;
use crate::method::session::clock::TimeCue;
use crate::method::session::offers::{Ask, What, offers};
use crate::method::session::{Act, Blind, Cue, Played, Player};
use crate::method::step::{Step, Steps};
use crate::settings::actions::GlobalAction;
use crate::settings::keys::Chord;
use crate::tui::forms;
use crate::tui::message::{Effect, Play, Save, Then};
use crate::tui::state::{Overlay, State, Tone};
use crate::tui::update::follow;
use crate::words::anywhere;
use crate::words::room as words;

/// Lets the player do something: saved first, then shown.
pub(super) fn play(state: &mut State, act: Act) -> Vec<Effect> {
    match state.decide(|state, seed| played(state, seed, act)) {
        Ok(save) if save.change.is_empty() => follow(state, save.then, None),
        Ok(save) => vec![Effect::Save(save)],
        Err(refusal) => {
            state.say(Tone::Stop, refusal.to_string());
            Vec::new()
        }
    }
}

/// What an act comes to: what is saved, and the session as it goes on then.
///
/// # Errors
/// It does not fit the step, or a decision is refused.
pub fn played(state: &State, seed: &mut Seed, act: Act) -> Result<Save, Refusal> {
    let player = state.room.as_ref().map(|room| room.player.clone());
    let Some(player) = player else {
        return Err(Refusal::one(
            StopRule::Reference,
            anywhere::THE_SESSION,
            words::NONE_IS_PLAYED,
            words::begins_one(state.keymap.key(GlobalAction::Session)),
        ));
    };
    let is_second = act == Act::Blind(Blind::Again);
    // What the room says is written where its session is held, whatever is on the screen.
    let desk = Desk::at(&state.workspace, player.key(), state.today)?;
    let Played { player, change, cues } = player.act(act, &desk, seed)?;
    // A second vote was asked for with its key: its numbers are typed next.
    let again = if is_second { voted(&player, &desk) } else { None };
    let change = change.unwrap_or_else(Change::nothing);
    let play = Play { player, cues, again, is_saved: !change.is_empty() };
    Ok(Save { then: Then::Play(Box::new(play)), ..Save::new(change) })
}

/// What is voted on in secret in the step.
fn voted(player: &Player, desk: &Desk<'_>) -> Option<Ask> {
    let asked = offers(player, desk, None).into_iter().filter_map(|offer| match offer.what {
        What::Ask(asked) => Some(asked),
        What::Do(_) | What::Edit(_) => None,
    });
    asked.into_iter().find(Ask::counts_in)
}

/// Goes on with the player as it is after an act.
pub fn go_on(state: &mut State, play: Play) -> Vec<Effect> {
    let is_covered = is_covered(state);
    let is_said = goes_on_asking(state, &play);
    let Some(room) = &mut state.room else { return Vec::new() };
    let Play { player, cues, again, is_saved } = play;
    // Where the session stands is noted as its clock is, so that nobody waits for the disk to go on.
    let only_went_on = !is_saved && player.only_went_on(&room.player);
    let keep = if only_went_on { Effect::Stand } else { Effect::Keep };
    room.is_warned &= only_went_on;
    let is_new_step = room.player.at() != player.at();
    let is_new_topic = is_new_step || room.player.stage() != player.stage();
    if room.player.has_turned_from(&player) || room.player.has_other_numbers(&player) {
        room.cues.retain(|cue| !cue.is_of_one_thing());
    }
    if !player.clock().left.is_zero() {
        // A box that was extended is not over any more.
        room.cues.retain(|cue| *cue != Cue::Time(TimeCue::Time));
    }
    room.player = player.clone();
    if is_new_step {
        room.cues.clear();
        // A guide beside the board follows the steps.
        room.beside = room.beside.filter(|_| !is_covered);
    }
    if is_new_step || is_said {
        room.asked = None;
    }
    if is_new_topic {
        (room.scroll, room.is_revealed) = (0, false);
    }
    let (rings, is_presented) = (cues.iter().any(rings), room.is_presented());
    let left_out =
        cues.iter().filter(|cue| matches!(cue, Cue::LeftOut(_))).map(|cue| cue.says(Steps::METHOD));
    let left_out: Vec<String> = left_out.collect();
    let tone = if left_out.is_empty() { Tone::Done } else { Tone::Stop };
    room.hear(cues);
    if player.is_closed() {
        stop_presenting(state);
        state.room = None;
        let said: Vec<String> = std::iter::once(farewell(&player)).chain(left_out).collect();
        state.say(tone, said.join(" "));
    } else if !left_out.is_empty() {
        // The board may have no room for all of it; the messages keep it.
        state.say(tone, left_out.join(" "));
    }
    let mut effects = vec![keep(Box::new(player))];
    if rings && !is_presented {
        effects.push(Effect::Ring);
    }
    if let Some(again) = again {
        effects.extend(ask(state, again));
    }
    effects
}

/// Whether something else is talked about then, or a question of the step got its answer: the next that waits is read aloud.
fn goes_on_asking(state: &State, play: &Play) -> bool {
    let (Some(room), Ok(desk)) = (&state.room, state.desk()) else { return false };
    let is_answer = play.is_saved && matches!(play.player.step(), Step::Set9 | Step::Set11);
    is_answer || room.player.topic(&desk) != play.player.topic(&desk)
}

/// What is said of a session that has been closed: what of it is in the ledger.
#[must_use]
pub fn farewell(player: &Player) -> String {
    if player.is_put_away() {
        return anywhere::is_put_away(player.title());
    }
    match player.prepared() {
        PersonMinutes(0) => anywhere::is_closed(player.title(), player.cost()),
        before => anywhere::is_closed_and_prepared(player.title(), player.cost(), before),
    }
}

/// A change that a form of the desk made while the session is on the screen, saved under this step: the room hears what it
/// shows.
pub fn hear_change(state: &mut State, change: &Change, step: Option<u64>) -> Vec<Effect> {
    if state.shown_room().is_none() || change.is_empty() {
        return Vec::new();
    }
    let decided = |state: &State, seed: &mut Seed| played(state, seed, Act::Decided(change.clone()));
    match state.decide(decided).map(|save| save.then) {
        Ok(Then::Play(mut play)) => {
            play.player.was_saved(step);
            go_on(state, *play)
        }
        Ok(Then::Close | Then::Open(_)) | Err(_) => Vec::new(),
    }
}

/// What was to be saved was not: the session stays where it stood, and its record says so.
#[must_use]
pub fn stays(state: &State) -> Vec<Effect> {
    let room = state.room.iter();
    room.map(|room| Effect::Keep(Box::new(room.player.clone()))).collect()
}

/// Whether a word about the time is heard too.
fn rings(cue: &Cue) -> bool {
    matches!(cue, Cue::Time(TimeCue::Time) | Cue::NextCircle(_) | Cue::CirclesOver)
}

/// Lets time pass. The record is kept once a second; a count-in that ends opens the form for the numbers.
pub fn pass(state: &mut State, elapsed: Duration) -> Vec<Effect> {
    let Some(room) = &mut state.room else { return Vec::new() };
    let before = room.player.clock().spent.as_secs();
    let cues = room.player.pass(elapsed);
    let rings = cues.iter().any(rings);
    room.hear(cues);
    let mut effects = Vec::new();
    if room.player.clock().spent.as_secs() != before {
        effects.push(Effect::Tick(Box::new(room.player.clone())));
    }
    if rings && !room.is_presented() {
        effects.push(Effect::Ring);
    }
    effects.extend(count(state, elapsed));
    effects
}

/// Counts down; at the end the form for the numbers opens.
fn count(state: &mut State, elapsed: Duration) -> Vec<Effect> {
    let Some(room) = &mut state.room else { return Vec::new() };
    let Some(left) = room.count_in else { return Vec::new() };
    let left = left.saturating_sub(elapsed);
    room.count_in = Some(left).filter(|left| !left.is_zero());
    if room.count_in.is_some() || state.overlay.is_some() {
        return Vec::new();
    }
    show_now(state)
}

/// A digit that is typed while the room counts in is the first of the numbers: their form opens and takes it.
pub fn first_number(state: &mut State, chord: Chord) -> Option<Vec<Effect>> {
    chord.text().filter(|letter| letter.is_ascii_digit() && state.overlay.is_none())?;
    state.shown_room_mut()?.count_in.take()?;
    let effects = show_now(state);
    if let Some(Overlay::Form(form)) = &mut state.overlay {
        forms::press(form, chord);
        forms::follow(state);
    }
    Some(effects)
}

/// Ends a count-in: the form for the numbers opens.
pub(super) fn show_now(state: &mut State) -> Vec<Effect> {
    let asked = offered(state).into_iter().find_map(|offer| match offer.what {
        What::Ask(asked) if asked.counts_in() => Some(asked),
        What::Ask(_) | What::Do(_) | What::Edit(_) => None,
    });
    asked.map(|asked| ask(state, asked)).unwrap_or_default()
}
