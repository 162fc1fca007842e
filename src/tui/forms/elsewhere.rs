//! Fields that name something that stands elsewhere: what may be named is listed by a key, and what a link names is read
//! before it is saved.

use std::collections::BTreeSet;

use super::{Form, Subject};
use crate::domain::quarter::QuarterKey;
use crate::method::elsewhere::{self, Nameable};
use crate::method::fields::{Elsewhere, Input};
use crate::method::session::offers::Ask;
use crate::tui::finder::{self, Scope};
use crate::tui::message::Effect;
use crate::tui::state::{Overlay, State};

/// What the field with the focus names, where that stands elsewhere.
#[must_use]
pub fn at_hand(form: &Form) -> Option<Elsewhere> {
    match form.entries.get(form.focus)?.input {
        Input::Elsewhere(what) => Some(what),
        _ => None,
    }
}

/// Opens the list that the field with the focus is chosen from: what it names elsewhere, or the metrics of the library. Which
/// objectives there are is read behind it.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let what = state.overlay.as_ref().and_then(Overlay::form).and_then(at_hand);
    let Some(what) = what else {
        finder::open(state, Scope::Library);
        return Vec::new();
    };
    finder::open(state, Scope::Elsewhere(what));
    let reads = what == Elsewhere::Objective && state.lacks_beside();
    reads.then_some(Effect::ReadBehind).into_iter().collect()
}

/// Everything the field with the focus of the open form may name.
#[must_use]
pub fn listed(state: &State, what: Elsewhere) -> Vec<Nameable> {
    let subject = state.overlay.as_ref().and_then(Overlay::form).map(|form| &form.subject);
    match (subject, state.desk()) {
        (Some(Subject::Team(id)), _) => elsewhere::above(&state.workspace, Some(id)),
        (Some(Subject::NewTeam), _) => elsewhere::above(&state.workspace, None),
        (Some(Subject::Objective(id) | Subject::Room(Ask::Contribute(id))), Ok(desk)) => {
            elsewhere::all(&desk, what, Some(id))
        }
        (_, Ok(desk)) => elsewhere::all(&desk, what, None),
        (_, Err(_)) => Vec::new(),
    }
}

/// Puts what was chosen into the field with the focus, as a step that can be undone there.
pub fn put(state: &mut State, text: &str) {
    let Some(Overlay::Form(form)) = &mut state.overlay else { return };
    form.put_here(|entry| entry.take(text));
}

/// The quarters that have not been read and by which the open form is judged: those that a link names, those of the cycle that gets
/// other days, and all where the cadence is another one.
pub(super) fn unread(state: &State) -> BTreeSet<QuarterKey> {
    let Some(Overlay::Form(form)) = &state.overlay else { return BTreeSet::new() };
    let is_changed =
        |names: &[&str]| form.entries.iter().any(|it| names.contains(&it.name) && it.is_changed());
    let unopened = || state.workspace.unopened.iter().cloned();
    match &form.subject {
        Subject::Cycle(id) if is_changed(&["first", "last"]) => {
            return unopened().filter(|key| key.cycle == *id).collect();
        }
        Subject::Settings if is_changed(&["cadence"]) => return unopened().collect(),
        _ => {}
    }
    let is_link = |input| input == Input::Elsewhere(Elsewhere::Objective);
    let links = form.entries.iter().filter(|entry| is_link(entry.input) && entry.is_changed());
    links.flat_map(|entry| state.workspace.unread_linked(entry.text())).collect()
}
