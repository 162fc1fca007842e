//! A metric of the library, taken into the form of a key result: its fields at the workbench, its sentence before.

use super::key_result::{as_typed, found};
use super::{Form, Subject};
use crate::method::draft::{Draft, take};
use crate::method::fields::{KEY_RESULT, one_line};
use crate::method::library::Metric;
use crate::tui::state::{Overlay, State, Tone};
use crate::words::{anywhere, forms as words};

/// Tells whether a form has a place for a metric.
pub(super) fn takes_metric(subject: &Subject) -> bool {
    matches!(subject, Subject::KeyResult(_) | Subject::NewKeyResult(_) | Subject::Rewrite(_))
}

/// Takes a metric into the open form. Each field can be undone by itself, and nothing is saved.
pub fn take_metric(state: &mut State, metric: &Metric) {
    let today = state.today;
    let Some(cycle) = state.here().map(|(_, cycle)| cycle.clone()) else { return };
    let filled = filled(state, metric);
    let Some(Overlay::Form(form)) = &mut state.overlay else { return };
    if let Some((fields, unit)) = filled {
        let taken: Vec<&str> =
            fields.into_iter().filter_map(|(name, value)| set(form, name, &value)).collect();
        let stays =
            (!metric.counts_in(&unit)).then(|| anywhere::unit_stays(unit, &metric.name, &metric.unit));
        let fills = match taken.join(", ") {
            taken if taken.is_empty() => words::metric_stands(&metric.name),
            taken => words::metric_fills(&metric.name, taken),
        };
        state.say(Tone::Done, [fills].into_iter().chain(stays).collect::<Vec<_>>().join(" "));
    } else {
        let typed = one_line(form.typed("title"));
        set(form, "title", &Draft::read(&typed, today, &cycle).on(metric, cycle.last));
        if !typed.is_empty() {
            state.say(Tone::Done, words::metric_replaces(&metric.name, &typed));
        }
    }
}

/// What a metric changes in the fields of an open workbench, and the unit its numbers have then.
fn filled(state: &State, metric: &Metric) -> Option<(Vec<(&'static str, String)>, String)> {
    let Some(Overlay::Form(form)) = &state.overlay else { return None };
    let Subject::KeyResult(id) = &form.subject else { return None };
    let desk = state.desk().ok()?;
    let typed = as_typed(form, state, found(&desk, id).ok()?);
    let mut taken = typed.clone();
    take(metric, &mut taken, false);
    let changed = KEY_RESULT.iter().filter(|field| (field.get)(&taken) != (field.get)(&typed));
    let fields = changed.map(|field| (field.name, (field.get)(&taken))).collect();
    Some((fields, taken.measure.unit().to_owned()))
}

/// Puts a text into a field, as a step that can be undone there; gives the field's label.
fn set(form: &mut Form, name: &str, text: &str) -> Option<&'static str> {
    form.problem = None;
    let entry = form.named(name)?;
    entry.take(text);
    Some(entry.label)
}
