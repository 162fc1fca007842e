//! The workbench reads the sentence while one types it: fields nobody has filled take what it says, and follow it until
//! somebody types in them. Taking the typing back takes back what was read from it.

use super::key_result::found;
use super::subject::Subject;
use super::{Entry, Form};
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::key_result::KeyResult;
use crate::method::draft::Draft;
use crate::method::fields::{Context, KEY_RESULT};
use crate::tui::state::{Overlay, State};

/// The field that is read.
const SENTENCE: &str = "title";

/// Lets the empty fields of the workbench follow the sentence, where that has the focus. What was committed does not
/// change by itself.
pub fn follow(state: &mut State) {
    let Some(Overlay::Form(form)) = &state.overlay else { return };
    let Subject::KeyResult(id) = &form.subject else { return };
    if form.entries.get(form.focus).is_none_or(|entry| entry.name != SENTENCE) {
        return;
    }
    let saved = state.desk().and_then(|desk| Ok((found(&desk, id)?.clone(), desk.cycle.clone())));
    let Ok((saved, cycle)) = saved else { return };
    let today = state.today;
    if let Some(Overlay::Form(form)) = &mut state.overlay
        && !saved.is_committed()
    {
        read(form, &saved, today, &cycle);
    }
}

fn read(form: &mut Form, saved: &KeyResult, today: Day, cycle: &Cycle) {
    let context = |so_far: &KeyResult| Context::of(so_far, cycle.typing_day(today));
    let is_meant = |entry: &Entry| is_typed(entry) && entry.name != SENTENCE;
    let typed = form.taken_over(KEY_RESULT, saved, &context, is_meant);
    let mut filled = typed.clone();
    let is_said = |name: &str| form.entries.iter().any(|entry| entry.name == name && is_typed(entry));
    if is_said(SENTENCE) {
        Draft::read(form.typed(SENTENCE), today, cycle).fill(&mut filled, is_said);
    }
    for field in KEY_RESULT.iter().filter(|field| field.name != SENTENCE) {
        let Some(entry) = form.named(field.name) else { continue };
        let (before, now) = ((field.get)(&typed), (field.get)(&filled));
        if now != before {
            entry.take_read(&now);
        } else if entry.is_read() {
            entry.take_back();
        }
    }
}

/// Tells whether a person typed in a field.
fn is_typed(entry: &Entry) -> bool {
    entry.is_changed() && !entry.is_read()
}

/// The labels of the fields that the sentence filled in.
pub(super) fn labels(form: &Form) -> Vec<&'static str> {
    form.entries.iter().filter(|entry| entry.is_read()).map(|entry| entry.label).collect()
}
