//! What was said last of the selected row, to be corrected or taken back. What was logged alone, what the room voted and what it
//! noted stand in sittings of their own: where a check-in has several of them, a person picks.

use crate::domain::check_in::{CheckIn, Sitting};
use crate::domain::decision::{Correction, Desk, Said};
use crate::domain::id::KeyResultId;
use crate::domain::key_result::KeyResult;
use crate::domain::word::word;
use crate::method::check_ins::{last_decided, said_last};
use crate::tui::forms::{self, Subject};
use crate::tui::list::selected;
use crate::tui::menu::{self, Choice, Menu, letters};
use crate::tui::message::{Effect, Save};
use crate::tui::state::{State, Tone};
use crate::tui::target::Target;
use crate::words::anywhere;
use crate::words::check_ins as words;

/// The last that was said on the selected row, each as a correction that takes it back.
pub(super) fn to_take_back(state: &State) -> Vec<Correction> {
    let Ok(desk) = state.desk() else { return Vec::new() };
    let back = |of: &Sitting, says| Correction { of: of.id.clone(), date: None, says };
    match selected(state) {
        Some(Target::KeyResult(id)) => {
            let all = said_last(&desk, &id).into_iter();
            all.map(|(sitting, _)| back(sitting, Said::NothingOn(id.clone()))).collect()
        }
        Some(Target::Heading(_)) => {
            let last = last_decided(&desk).into_iter();
            last.map(|(sitting, _)| back(sitting, Said::Decision(None))).collect()
        }
        _ => Vec::new(),
    }
}

/// Opens the form of what was said last, or asks which of it is meant.
pub(super) fn correct(state: &mut State, id: &KeyResultId) -> Vec<Effect> {
    let subject = |of: &Sitting| Subject::Correction(id.clone(), of.id.clone());
    let menu = state.desk().ok().and_then(|desk| {
        asks_which(state, (&desk, id), words::CORRECT, |sitting| Choice::Form(subject(sitting)))
    });
    if let Some(menu) = menu {
        return menu::open(state, menu);
    }
    let last = state.desk().ok().and_then(|desk| Some(subject(said_last(&desk, id).first()?.0)));
    last.map(|subject| forms::open(state, subject)).unwrap_or_default()
}

/// Takes back what was said last, or asks which of it.
pub(super) fn take_back(state: &mut State, target: Target) -> Vec<Effect> {
    let Some(correction) = to_take_back(state).into_iter().next() else { return Vec::new() };
    let menu = match (&target, state.desk()) {
        (Target::KeyResult(id), Ok(desk)) => asks_which(state, (&desk, id), words::TAKE_BACK, |sitting| {
            let says = Said::NothingOn(id.clone());
            Choice::TakeBack(Correction { of: sitting.id.clone(), date: None, says })
        }),
        _ => None,
    };
    if let Some(menu) = menu {
        return menu::open(state, menu);
    }
    match state.decide(|state, seed| state.desk()?.correct(correction, seed)) {
        Ok(change) => vec![Effect::Save(Save::new(change).select(target))],
        Err(refusal) => {
            state.say(Tone::Stop, refusal.to_string());
            Vec::new()
        }
    }
}

/// The menu of what was said in the last check-in, where that is more than one thing.
fn asks_which(
    state: &State,
    (desk, id): (&Desk<'_>, &KeyResultId),
    title: &'static str,
    choice: impl Fn(&Sitting) -> Choice,
) -> Option<Menu> {
    let (_, key_result) = desk.quarter.key_result(id)?;
    let all = said_last(desk, id);
    if all.len() < 2 {
        return None;
    }
    let all = all.into_iter().zip(letters("abcdefghi"));
    Some(all.fold(Menu::new(title, key_result.name()), |menu, ((sitting, entry), letter)| {
        let day = sitting.date.short(state.today);
        menu.answer(letter, (&day, &in_words(key_result, sitting, entry)), choice(sitting))
    }))
}

/// What a sitting says of a key result; of a vote only that it is there.
fn in_words(key_result: &KeyResult, sitting: &Sitting, entry: &CheckIn) -> String {
    let vote = match entry.confidence.is_empty() {
        true => None,
        false if sitting.is_of_a_room(entry) => Some(words::THE_VOTE_OF_THE_ROOM.to_owned()),
        false => Some(words::A_VOTE_GIVEN_ALONE.to_owned()),
    };
    let parts = [
        entry.reading.map(|reading| key_result.committed_measure().shown(reading)),
        entry.not_readable.then(|| anywhere::NOT_READABLE_YET.to_owned()),
        vote,
        entry.changed.clone(),
        entry.blocked.as_ref().map(anywhere::blocked),
        entry.plan.as_ref().map(word),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
