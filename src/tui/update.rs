//! One plain function turns a message into the next state and a list of effects. It reads no file and no clock.

mod key;

use std::iter;

use super::actions;
use super::finder;
use super::finder::search::Wish;
use super::forms;
use super::global;
use super::list;
use super::marks;
use super::matches;
use super::menu;
use super::message::{Effect, Hit, Message, Save, Then, WhatWasRead};
use super::pointer;
use super::room;
use super::said;
use super::screens::{self, Listed};
use super::state::{Believed, More, Overlay, State, Tone};
use super::target::Target;
use super::tour;
use super::trouble::Trouble;
use crate::domain::quarter::QuarterKey;
use crate::domain::way::Way;
use crate::method::lint::Coach;
use crate::settings::actions::{Action, GlobalAction, ScreenName};
use crate::store::save::Saved;
use crate::store::undo::Turned;
use crate::words::anywhere;
use crate::words::lists;
use crate::words::notices as words;
pub use key::decides;
use key::{is_unseen, key};

/// Takes a message in.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let stood = (state.place.clone(), state.today);
    let stood_on = state.screen;
    let sought = finder::wish(state);
    let is_read = matches!(
        message,
        Message::Saved(..)
            | Message::Turned(..)
            | Message::Loaded(..)
            | Message::Read(..)
            | Message::Linked(..)
            | Message::Opened(..)
            | Message::Begun(..)
            | Message::Overtaken { .. }
    );
    // What a key changes in a list is for [`key`] and [`act`] to know.
    if !matches!(message, Message::Key(_) | Message::Wheel(..) | Message::Click(Hit::Row(_) | Hit::Pane(_))) {
        state.listed = Listed::default();
    }
    let heard = tour::Heard::of(&message);
    let mut effects = take(state, message);
    tour::follow(state, heard);
    if is_read || stood != (state.place.clone(), state.today) {
        state.asked = None;
        state.then = Believed::default();
        state.caught = None;
        finder::look_again(state);
    }
    settle(state);
    let wish = finder::wish(state);
    if !Wish::is_same(sought.as_ref(), wish.as_ref()) {
        effects.push(Effect::Seek(wish));
    }
    // What the first screen did without is read behind it. Where even reading it leaves something unread, once is enough.
    let has_moved = !is_read && state.place.is_some() && stood.0 != state.place;
    // Which quarters run beside may be known only after a reading that was begun before the map was gone to.
    let is_new_map = state.screen == ScreenName::Map && (is_read || stood_on != ScreenName::Map);
    let reads = has_moved && !state.workspace.unopened.is_empty() || is_new_map && state.lacks_beside();
    effects.extend(reads.then_some(Effect::ReadBehind));
    effects
}

/// Works out what is shown until the next message, so that drawing makes nothing anew: what the coach asks, what was
/// believed on the day looked back from, the rows of the list, what was caught in the selected quarter.
pub fn settle(state: &mut State) {
    ask(state);
    screens::history::look_back(state);
    screens::list(state);
    screens::history::catch(state);
    room::settle(state);
}

/// The quarter on the screen, where not all of its team has been read.
pub fn unread(state: &State) -> Option<QuarterKey> {
    let place = state.place.as_ref()?;
    state.workspace.unopened_of(&place.team).next().map(|_| place.clone())
}

/// Looks at the quarter as the coach does, where the open screen or session shows what it asks and it has not looked since the files
/// were read.
pub fn ask(state: &mut State) {
    let is_shown =
        matches!(state.screen, ScreenName::Setting | ScreenName::CheckIns) || state.shown_room().is_some();
    if is_shown && state.asked.is_none() {
        let asked = state.desk().map(|desk| Coach::at(&desk).all());
        state.asked = Some(asked.unwrap_or_default());
    }
}

fn take(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(chord) => return key(state, chord),
        Message::Paste(_) | Message::Click(_) | Message::Wheel(..) if is_unseen(state) => {}
        Message::Paste(text) => paste(state, &text),
        Message::Click(hit) => return pointer::click(state, hit),
        Message::Wheel(rows, over) => pointer::wheel(state, rows, over),
        Message::Resized(size) => state.size = size,
        Message::Day(day) => state.today = day,
        Message::Saved(save, came, at) => {
            state.saved_at = at;
            return saved(state, save, came);
        }
        Message::Refused { says, tone, more } => return refused(state, says, tone, more),
        Message::Turned(way, turned) => return turned_over(state, way, turned),
        Message::Overtaken { says, read } => return overtaken(state, &says, read),
        Message::Loaded(now) => loaded(state, now),
        Message::Read(more) => read(state, more),
        Message::Linked(more) => {
            read(state, more);
            return forms::save_and(state, |save| save);
        }
        Message::Opened(key, more) => {
            read(state, more);
            screens::go_to(state, key);
            return matches::land(state);
        }
        Message::Gathered(round, found) => finder::take_in(state, round, found),
        Message::Begun(workspace, place, day) => global::begun(state, workspace, place, day),
        Message::Edited(Ok(text)) => {
            if let Some(Overlay::Form(form)) = &mut state.overlay {
                forms::edited(form, &text);
                forms::follow(state);
            }
        }
        Message::Edited(Err(why)) => state.say(Tone::Stop, why),
        Message::Told(says) => state.say(Tone::Done, says),
        Message::NotKept(why) => state.say(Tone::Danger, why),
        Message::Passed(elapsed) => return room::pass(state, elapsed),
        Message::Recalled(kept) => return room::recalled(state, kept.map(|kept| *kept)),
    }
    Vec::new()
}

/// Does an action if it can be done now, else says why not.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    if let Err(why) = actions::enabled(state, action) {
        let is_loud = !matches!(action, Action::List(action) if action.moves()) && !why.is_empty();
        if is_loud {
            state.say(actions::meant(action), why);
        }
        return Vec::new();
    }
    if !matches!(action, Action::Global(GlobalAction::Leave) | Action::Said(_)) {
        state.status = None;
    }
    if !matches!(action, Action::List(_)) {
        state.listed = Listed::default();
    }
    if matches!(action, Action::Screen(_)) {
        state.matches = None;
    }
    match action {
        Action::Global(action) => global::update(state, action),
        Action::List(action) => list::update(state, action),
        Action::Matches(action) => matches::update(state, action),
        Action::Said(action) => said::update(state, action),
        Action::Screen(action) => screens::update(state, action),
        Action::Room(action) => room::update(state, action),
        Action::Form(action) => forms::update(state, action),
        Action::Menu(action) => menu::update(state, action),
        Action::Finder(action) => finder::update(state, action),
    }
}

fn paste(state: &mut State, text: &str) {
    state.is_leaving = false;
    match &mut state.overlay {
        Some(Overlay::Form(_)) => forms::paste(state, text),
        Some(Overlay::Finder(_)) => finder::paste(state, text),
        _ => state.say(Tone::Note, words::nothing_to_paste_into(state.keymap.key(GlobalAction::Help))),
    }
}

/// The files as they stand now: what others changed is shown, and selection, cursor and typed text stay where they are.
fn loaded(state: &mut State, WhatWasRead { workspace, troubles }: WhatWasRead) {
    if state.workspace == workspace && state.troubles == troubles {
        return;
    }
    let is_new = |trouble: &&Trouble| trouble.is_damage && !state.troubles.contains(trouble);
    let damage = troubles.iter().find(is_new).map(ToString::to_string);
    state.workspace = workspace;
    state.troubles = troubles;
    forms::meet(state, damage.as_deref());
    if let Some(damage) = damage {
        state.say(Tone::Danger, words::cannot_be_read(&damage));
    }
}

/// More has been read; what stands here already is newer.
fn read(state: &mut State, WhatWasRead { workspace, troubles }: WhatWasRead) {
    state.workspace.take_in(workspace);
    let is_new = |trouble: &Trouble| !state.troubles.contains(trouble);
    let new: Vec<Trouble> = troubles.into_iter().filter(is_new).collect();
    state.troubles.extend(new);
}

/// Nothing was written; in a form the reason has the room it needs.
fn refused(state: &mut State, says: String, tone: Tone, more: More) -> Vec<Effect> {
    if forms::refused(state, &says) {
        let why = iter::once((words::WHY, says)).chain(more).collect();
        state.say_more(tone, words::NOT_SAVED_STILL_HERE, why);
    } else {
        state.say_more(tone, says, more);
    }
    room::stays(state)
}

/// Somebody else was faster: theirs stands in the files, mine stays in the form, and a person picks.
fn overtaken(state: &mut State, says: &str, now: WhatWasRead) -> Vec<Effect> {
    loaded(state, now);
    if forms::overtaken(state, says) {
        state.say(Tone::Stop, words::NOT_SAVED_BOTH_KEPT);
    } else {
        state.say(Tone::Stop, words::not_done(says));
    }
    room::stays(state)
}

/// A change was taken back or done again; it is named, as it may have been made long ago.
fn turned_over(state: &mut State, way: Way, turned: Turned) -> Vec<Effect> {
    state.workspace.apply_saved(&turned.change, turned.saved.merged);
    let did = match way {
        Way::Back => words::undid,
        Way::Again => words::redid,
    };
    screens::back_from_what_is_gone(state);
    let says = did(&turned.change.sentence);
    let elsewhere = turned.change.quarter().filter(|key| state.place.as_ref() != Some(*key));
    state.say(Tone::Done, elsewhere.map_or(says.clone(), |key| anywhere::in_quarter(says, key)));
    turned.saved.step.map(|step| room::turned(state, way, step)).unwrap_or_default()
}

/// The change stands in the files: now it is shown, and what was open closes.
fn saved(state: &mut State, mut save: Save, came: Saved) -> Vec<Effect> {
    let heard = match &mut save.then {
        Then::Close | Then::Open(_) => room::hear_change(state, &save.change, came.step),
        Then::Play(play) => {
            play.player.was_saved(came.step);
            Vec::new()
        }
    };
    state.workspace.apply_saved(&save.change, came.merged);
    state.own_votes.extend(save.change.votes_alone().map(|(_, _, sitting)| sitting.clone()));
    if let Some(Overlay::Form(form)) = &state.overlay {
        let subject = form.subject.clone();
        forms::kept::drop_saved(state, &subject);
    }
    if save.is_of_marked {
        marks::clear(state);
    }
    let says = anywhere::saved(&save.change.sentence);
    let is_whole = save.left_out == 0;
    state.say(Tone::Saved, if is_whole { says } else { lists::left_out(says, save.left_out) });
    let mut effects = follow(state, save.then, save.select);
    effects.extend(heard);
    forms::ask_on(state, save.rest);
    effects
}

/// Goes on after a change: selects a row, closes what was open, opens the next form.
pub fn follow(state: &mut State, then: Then, select: Option<Target>) -> Vec<Effect> {
    state.overlay = None;
    if let Some(Target::Quarter(key)) = &select {
        screens::show(state, key);
    }
    if let Some(target) = select {
        list::select(state, target);
    }
    match then {
        Then::Close => Vec::new(),
        Then::Open(subject) => forms::open(state, subject),
        Then::Play(play) => room::go_on(state, *play),
    }
}
