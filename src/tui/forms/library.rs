//! A metric of the library, taken into the form of a key result: its fields at the workbench, its sentence before.

use super::{Form, Subject};
use crate::method::draft::Draft;
use crate::method::fields::one_line;
use crate::method::library::Metric;
use crate::tui::state::{Overlay, State, Tone};
use crate::words::forms as words;

/// Tells whether a form has a place for a metric.
pub(super) fn takes_metric(subject: &Subject) -> bool {
    matches!(subject, Subject::KeyResult(_) | Subject::NewKeyResult(_) | Subject::Rewrite(_))
}

/// Takes a metric into the open form. Each field can be undone by itself, and nothing is saved.
pub fn take_metric(state: &mut State, metric: &Metric) {
    let today = state.today;
    let Some(cycle) = state.here().map(|(_, cycle)| cycle.clone()) else { return };
    let Some(Overlay::Form(form)) = &mut state.overlay else { return };
    if matches!(form.subject, Subject::KeyResult(_)) {
        let taken = fill(form, metric);
        let says = words::metric_fills(&metric.name, taken.join(", "));
        state.say(Tone::Done, says);
    } else {
        let typed = one_line(form.typed("title"));
        set(form, "title", &Draft::read(&typed, today, &cycle).on(metric, cycle.last));
        if !typed.is_empty() {
            state.say(Tone::Done, words::metric_replaces(&metric.name, &typed));
        }
    }
}

/// Fills the fields a metric speaks of, its lasting id with them; the guardrail only where none is named.
fn fill(form: &mut Form, metric: &Metric) -> Vec<&'static str> {
    let has_guardrail = !form.typed("guardrail").trim().is_empty();
    let fields = metric.fields().into_iter().filter(|(name, _)| !has_guardrail || *name != "guardrail");
    fields.filter_map(|(name, value)| set(form, name, &value)).collect()
}

/// Puts a text into a field, as a step that can be undone there; gives the field's label.
fn set(form: &mut Form, name: &str, text: &str) -> Option<&'static str> {
    form.problem = None;
    let entry = form.named(name)?;
    entry.take(text);
    Some(entry.label)
}
