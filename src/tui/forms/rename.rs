//! The name of a row alone: its form with the one field the row is called by.

use super::reasons::WHY;
use super::subject::{self, Subject};
use super::{Enter, Form, Outcome};
use crate::domain::change::Refusal;
use crate::domain::seed::Seed;
use crate::method::alignment::Spot;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::words::forms as words;

/// The fields a row can be called by; a row is called by the first it has.
const NAMES: [&str; 6] = ["title", "name", "label", "text", "need", "asked"];

/// What the name of a row is a field of; none where a row has no name, or one that is given elsewhere.
#[must_use]
pub fn of(state: &State, row: &Target) -> Option<Subject> {
    let is_here = |key| state.place.as_ref() == Some(key);
    match row {
        Target::Spot(Spot::Objective(key, id)) if is_here(key) => Some(Subject::Objective(id.clone())),
        Target::Reviewed(key) if is_here(&key.quarter) => Some(Subject::KeyResult(key.id.clone())),
        Target::Quarter(key) => Some(Subject::Team(key.team.clone())),
        Target::Spot(Spot::Team(id)) => Some(Subject::Team(id.clone())),
        Target::Heading(_) | Target::Asked(_) => None,
        row => row.form(),
    }
}

pub(super) fn form(state: &State, of: &Subject) -> Result<Form, Refusal> {
    let mut form = subject::build(of, state)?;
    let name = NAMES.into_iter().find(|name| form.place_of(name).is_some());
    form.entries.retain(|entry| Some(entry.name) == name || entry.name == WHY);
    form.entries.sort_by_key(|entry| entry.name == WHY);
    form.title = words::rename(&form.title);
    form.step = None;
    form.focus = 0;
    form.enter = if form.entries.len() > 1 { Enter::Next } else { Enter::Saves };
    form.subject = Subject::Rename(Box::new(of.clone()));
    Ok(form)
}

pub(super) fn save(form: &mut Form, state: &State, seed: &mut Seed, of: &Subject) -> Outcome {
    let renames = std::mem::replace(&mut form.subject, of.clone());
    let outcome = subject::save(form, state, seed);
    form.subject = renames;
    outcome
}
