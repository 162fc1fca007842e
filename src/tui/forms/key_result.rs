//! The workbench of a key result: which measure, what is it now, what are we aiming for; lights beside it.

use ratatui::text::Line;

use super::reasons::{WHY, ask_why, for_want_of_why};
use super::setting::gone;
use super::subject::Subject;
use super::{Entry, Form, Outcome, Trouble, read};
use crate::domain::change::{Change, Record, Refusal};
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::key_result::KeyResult;
use crate::domain::seed::Seed;
use crate::method::draft::{Draft, take, whole};
use crate::method::fields::{Context, KEY_RESULT, one_line, set};
use crate::method::library;
use crate::method::lint::Coach;
use crate::method::step::Step;
use crate::tui::detail::{self, Lines};
use crate::tui::message::Save;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::words::anywhere;
use crate::words::forms::setting as words;

pub(super) fn found<'a>(desk: &Desk<'a>, id: &KeyResultId) -> Result<&'a KeyResult, Refusal> {
    desk.quarter
        .key_result(id)
        .map(|(_, key_result)| key_result)
        .ok_or_else(|| gone(anywhere::THE_KEY_RESULT))
}

pub(super) fn new(state: &State, under: &ObjectiveId) -> Result<Form, Refusal> {
    super::setting::found(&state.desk()?, under)?;
    let form = Form::new(Subject::NewKeyResult(under.clone()), words::NEW_KEY_RESULT).step(Step::Set7);
    Ok(form.text("title", anywhere::SENTENCE, words::TEMPLATE_OF_A_KEY_RESULT))
}

pub(super) fn save_new(form: &mut Form, state: &State, seed: &mut Seed, under: &ObjectiveId) -> Outcome {
    let typed = form.typed("title");
    let (change, id) = added((typed, typed), &state.desk()?, seed, under)?;
    Ok(Save::new(change).select(Target::KeyResult(id.clone())).then_open(Subject::KeyResult(id)))
}

/// Adds a key result with a sentence that was typed, filled with what it says. Its id is a word of the sentence it is saved as.
pub(super) fn added(
    (typed, saved): (&str, &str),
    desk: &Desk<'_>,
    seed: &mut Seed,
    under: &ObjectiveId,
) -> Result<(Change, KeyResultId), Trouble> {
    let [title, saved] = [typed, saved].map(one_line);
    let [draft, named] = [&title, &saved].map(|text| Draft::read(text, desk.today, desk.cycle));
    let name = named.library_metric().map_or(named.name(), |metric| &metric.name);
    let (mut change, id) = desk.add_key_result(under, name, seed)?;
    if let Some(Record::KeyResult(key_result)) = change.made() {
        say(key_result, typed, desk.today)?;
        draft.fill(key_result, |_| false);
        know(key_result, &draft);
    }
    Ok((change, id))
}

/// Gives a key result the sentence of a form that begins with it, whether it was typed or stood there as a template.
pub(super) fn say(key_result: &mut KeyResult, typed: &str, today: Day) -> Result<(), Trouble> {
    let context = Context::of(key_result, today);
    set(KEY_RESULT, "title", key_result, (typed, &context))
        .map_err(|bad| Trouble { field: Some(0), says: words::sentence(&bad.says) })
}

/// Takes over what the library says of the metric a sentence is on, but for an aggregation the key result has.
pub(super) fn know(key_result: &mut KeyResult, draft: &Draft<'_>) {
    if let Some(metric) = draft.library_metric() {
        take(metric, key_result, true);
    }
}

pub(super) fn workbench(state: &State, id: &KeyResultId) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let key_result = found(&desk, id)?;
    let mut form = Form::new(Subject::KeyResult(id.clone()), key_result.name()).step(Step::Set7);
    form = form.fields(KEY_RESULT, key_result).enter_goes_on();
    if key_result.is_committed() {
        form = ask_why(form, "direction");
    }
    form.focus = usize::from(!key_result.title.is_empty());
    Ok(form)
}

/// What the texts of a key result are read against.
fn context(state: &State) -> impl FnMut(&KeyResult) -> Context {
    let on = state.typing_day();
    move |record| Context::of(record, on)
}

pub(super) fn save_workbench(form: &mut Form, state: &State, id: &KeyResultId) -> Outcome {
    let desk = state.desk()?;
    let before = found(&desk, id)?.clone();
    let mut after = form.write(KEY_RESULT, before, &mut context(state))?;
    undated(form, &mut after);
    let change = desk.revise_key_result(after, Some(form.typed(WHY))).map_err(for_want_of_why(form))?;
    Ok(Save::new(change).select(Target::KeyResult(id.clone())))
}

/// A key result as it would be if the form were saved now.
pub(super) fn as_typed(form: &Form, state: &State, saved: &KeyResult) -> KeyResult {
    let context = |so_far: &KeyResult| Context::of(so_far, state.typing_day());
    let mut typed = form.taken_over(KEY_RESULT, saved, &context, Entry::is_changed);
    undated(form, &mut typed);
    typed
}

/// A baseline that was read from the sentence has the day the sentence tells, and not that on which it is written down.
fn undated(form: &Form, key_result: &mut KeyResult) {
    let is_read = form.entries.iter().any(|entry| entry.name == "baseline" && entry.is_read());
    if is_read && form.typed("baseline_date").is_empty() {
        key_result.measure.baseline_date = None;
    }
}

/// The width from which on what stands beside the fields stands below them, so that what is asked comes first.
const BELOW: usize = 50;

/// Lights, movement and what the coach asks, as they would be if the form were saved now: they follow the typing.
pub(super) fn aside(form: &Form, state: &State, id: &KeyResultId, width: usize) -> Vec<Line<'static>> {
    let Ok(desk) = state.desk() else { return Vec::new() };
    let Some((under, saved)) = desk.quarter.key_result(id) else { return Vec::new() };
    let typed = as_typed(form, state, saved);
    let asked = Coach::at(&desk).key_result(under, &typed);
    let lines = Lines::new(state, width);
    if width >= BELOW {
        return stands(lines.coached(&asked).gap(), form, &typed).done();
    }
    stands(lines, form, &typed).gap().coached(&asked).done()
}

/// How the key result stands with what was typed: its way, its lights, what was read from the sentence.
fn stands<'a>(lines: Lines<'a>, form: &Form, typed: &KeyResult) -> Lines<'a> {
    let arrow = lines.look().glyphs.to;
    let mut lines = lines.lights(typed).gap().text(&typed.measure.movement(arrow));
    if let Some(due) = typed.measure.due {
        lines = lines.text(&anywhere::by(due.long()));
    }
    let read = read::labels(form);
    if !read.is_empty() {
        lines = lines.quiet(&words::read_from_the_sentence(read.join(", ")));
    }
    if let Some(metric) = typed.measure.metric_id.as_deref().and_then(library::metric) {
        lines = lines.gap().quiet(&metric.says());
    }
    lines.each(typed.gaps().into_iter().filter(|gap| detail::is_silent(*gap)), |lines, gap| {
        lines.attention(&gap.to_string())
    })
}

/// Tells whether enough is typed to say something about: a word or two is no sentence yet.
pub(super) fn is_begun(sentence: &str) -> bool {
    sentence.split_whitespace().count() > 2
}

/// What is asked of the sentence of a new key result, and what is read from it.
pub(super) fn new_aside(form: &Form, state: &State, under: &ObjectiveId, width: usize) -> Vec<Line<'static>> {
    let Ok(desk) = state.desk() else { return Vec::new() };
    let Some(objective) = desk.quarter.objective(under) else { return Vec::new() };
    let title = form.typed("title").trim();
    let lines = Lines::new(state, width);
    if title.is_empty() {
        let lines = lines.quiet(words::PASTE_OR_TYPE_IT_WHOLE).gap().quiet(words::ASKED_ABOUT);
        let examples = library::counter_examples();
        return lines
            .each(examples, |lines, it| lines.quiet(&words::counter_example(&it.text, it.rule.id())))
            .done();
    }
    if let Err(open) = whole(title) {
        return lines.quiet(&open).done();
    }
    let draft = Draft::read(title, state.today, desk.cycle);
    let words = draft.words(draft.measure(), state.look.glyphs.to, state.today);
    let read = if words.is_empty() { words::NO_NUMBER_YET } else { words.as_str() };
    let asked = if is_begun(title) { Coach::at(&desk).sentence(objective, title) } else { Vec::new() };
    lines.quiet(&words::read(read)).gap().coached(&asked).done()
}
