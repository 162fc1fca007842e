//! A key result that describes work, said anew: the method's template with what was read, the metrics that fit its
//! objective, and what becomes of the old sentence.

use ratatui::text::Line;

use super::acts::{open, save_and};
use super::kept::name_of;
use super::key_result::{added, as_typed, found, is_begun, know, say};
use super::setting::gone;
use super::subject::{Subject, Work};
use super::{Entry, Form, Outcome, Trouble};
use crate::coach::finding::Finding;
use crate::coach::rule::Rule;
use crate::domain::change::{Change, Refusal};
use crate::domain::decision::{Desk, OldSentence};
use crate::domain::id::KeyResultId;
use crate::domain::objective::Objective;
use crate::domain::seed::Seed;
use crate::domain::word::from_word;
use crate::method::draft::{Draft, whole};
use crate::method::fields::{Input, one_line};
use crate::method::library;
use crate::method::lint::Coach;
use crate::method::step::Step;
use crate::settings::actions::FormAction;
use crate::tui::actions::Enabled;
use crate::tui::detail::Lines;
use crate::tui::message::{Effect, Save};
use crate::tui::state::{Overlay, State};
use crate::tui::target::Target;
use crate::words::anywhere;
use crate::words::forms::setting as words;

/// The metrics named beside the form.
const METRICS: usize = 3;

/// Tells whether a question is that of work where an effect belongs.
fn is_work(finding: &Finding) -> bool {
    let rules = [Rule::OutputVerb, Rule::DeliveryPlan, Rule::OutcomeTest, Rule::WorkOrEffect];
    rules.contains(&finding.rule)
}

/// Tells whether the key result of the open form can be said anew, as its sentence is typed now.
pub(super) fn enabled(state: &State, form: &Form) -> Enabled {
    let says = |says: &str| Err(says.to_owned());
    let Ok(desk) = state.desk() else { return says(anywhere::NO_QUARTER_IS_OPEN) };
    let asked = match &form.subject {
        Subject::NewKeyResult(under) => {
            let Some(objective) = desk.quarter.objective(under) else { return says(words::IT_IS_GONE) };
            Coach::at(&desk).sentence(objective, form.typed("title"))
        }
        Subject::KeyResult(id) => {
            let Some((under, saved)) = desk.quarter.key_result(id) else { return says(words::IT_IS_GONE) };
            if saved.is_committed() {
                return says(words::IT_IS_COMMITTED);
            }
            Coach::at(&desk).key_result(under, &as_typed(form, state, saved))
        }
        _ => return says(words::ONLY_A_KEY_RESULT_IS_SAID_ANEW),
    };
    if asked.iter().any(is_work) { Ok(()) } else { says(words::IT_IS_NO_WORK) }
}

/// Leaves the form of a key result for the one that says it anew. What is typed at the workbench is saved before; the sentence of
/// a new key result is kept until it is said anew, or until somebody comes back to it.
pub(super) fn begin(state: &mut State) -> Vec<Effect> {
    if let Some(form) = state.overlay.as_ref().and_then(Overlay::form)
        && let Subject::NewKeyResult(under) = &form.subject
    {
        let work = Work::Typed(under.clone(), one_line(form.typed("title")));
        let left = form.left(name_of(state, &form.subject));
        state.drafts.insert(left.form.clone(), left);
        return open(state, Subject::Rewrite(work));
    }
    save_and(state, |save| match save.select.clone() {
        Some(Target::KeyResult(id)) => save.then_open(Subject::Rewrite(Work::Saved(id))),
        _ => save,
    })
}

/// The objective that a sentence stands under, and the sentence.
fn said<'a>(desk: &Desk<'a>, work: &'a Work) -> Result<(&'a Objective, &'a str), Refusal> {
    match work {
        Work::Saved(id) => {
            let under =
                desk.quarter.key_result(id).map(|(under, key_result)| (under, key_result.title.as_str()));
            under.ok_or_else(|| gone(anywhere::THE_KEY_RESULT))
        }
        Work::Typed(under, sentence) => Ok((super::setting::found(desk, under)?, sentence)),
    }
}

pub(super) fn rewrite(state: &State, work: &Work) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let (_, sentence) = said(&desk, work)?;
    let template = Draft::read(sentence, state.today, desk.cycle).template(desk.cycle.last);
    let form =
        Form::new(Subject::Rewrite(work.clone()), words::SAY_IT_ANEW).step(Step::Set9).does(words::REWRITE);
    let mut form = form.text("title", anywhere::SENTENCE, words::FILL_IN_THE_BRACKETS).enter_goes_on();
    form.propose("title", &template);
    let hint = words::WHAT_BECOMES_OF_THE_OLD_ONE;
    form.entries.push(Entry::new(
        "old",
        (words::THE_OLD_ONE, hint),
        Input::Choice(OldSentence::WORDS),
        OldSentence::WORDS[0],
    ));
    Ok(form)
}

pub(super) fn save_rewrite(form: &mut Form, state: &State, seed: &mut Seed, work: &Work) -> Outcome {
    let desk = state.desk()?;
    let (change, id) = match work {
        Work::Saved(id) => (anew(form, &desk, seed, id)?, id.clone()),
        Work::Typed(under, sentence) => {
            // Added as it was typed and said anew, in one step.
            let (added, id) = added((sentence, form.typed("title")), &desk, seed, under)?;
            let mut workspace = desk.workspace.clone();
            workspace.apply(&added);
            let said = anew(form, &Desk::at(&workspace, &desk.quarter.key, desk.today)?, seed, &id)?;
            let sentence = said.sentence.clone();
            (Change { sentence, ..added.and(said) }, id)
        }
    };
    Ok(Save::new(change).select(Target::KeyResult(id.clone())).then_open(Subject::KeyResult(id)))
}

/// Says a key result anew with the sentence of the form.
fn anew(form: &Form, desk: &Desk<'_>, seed: &mut Seed, id: &KeyResultId) -> Result<Change, Trouble> {
    let title = one_line(form.typed("title"));
    let before = found(desk, id)?;
    let mut after = before.clone();
    say(&mut after, form.typed("title"), desk.today)?;
    let read = |title| Draft::read(title, desk.today, desk.cycle);
    let draft = read(&title);
    draft.fill_instead(&read(&before.title), &mut after);
    know(&mut after, &draft);
    let old: OldSentence = from_word(form.typed("old")).unwrap_or_default();
    Ok(desk.rewrite(after, Some(old), seed)?)
}

/// What the coach asks of the new sentence, the old one, and the metrics that fit the objective.
pub(super) fn aside(form: &Form, state: &State, work: &Work, width: usize) -> Vec<Line<'static>> {
    let Ok(desk) = state.desk() else { return Vec::new() };
    let Ok((under, sentence)) = said(&desk, work) else { return Vec::new() };
    let typed = form.typed("title");
    let is_said = is_begun(typed) && whole(typed).is_ok();
    let asked = if is_said { Coach::at(&desk).sentence(under, typed) } else { Vec::new() };
    let lines = Lines::new(state, width).asked(&asked).quiet(&words::was(sentence)).gap();
    let searches = state.keymap.key(FormAction::Library);
    let fitting = library::fitting(&under.title, METRICS);
    if fitting.is_empty() {
        return lines.quiet(&words::searches_the_metrics(searches)).done();
    }
    lines
        .quiet(&words::metrics_that_fit(searches))
        .each(fitting, |lines, metric| lines.text(&format!("{}: {}", metric.name, metric.baseline_question)))
        .done()
}
