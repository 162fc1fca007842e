//! Forms of Setting: objectives, assumptions, lists and ground rules.

use ratatui::text::Line;

use super::key_result::is_begun;
use super::reasons::{WHY, ask_why, for_want_of_why};
use super::subject::Subject;
use super::{Entry, Form, Outcome, Trouble};
use crate::domain::change::Refusal;
use crate::domain::decision::Desk;
use crate::domain::frame::{Delivery, Frame, List, ListLine};
use crate::domain::id::{LineId, ObjectiveId};
use crate::domain::objective::Objective;
use crate::domain::seed::Seed;
use crate::domain::stop_rule::StopRule;
use crate::method::fields::{Context, DELIVERY, FRAME, GROUND_RULES, LIST_LINE, OBJECTIVE};
use crate::method::lint::Coach;
use crate::method::step::Step;
use crate::tui::detail::Lines;
use crate::tui::message::Save;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::words::anywhere;
use crate::words::forms::setting as words;

/// The context of fields whose numbers have no unit.
pub(super) fn plain(state: &State) -> Context {
    Context::plain(state.typing_day())
}

/// Says that what a form is about is gone.
pub(super) fn gone(what: &str) -> Refusal {
    Refusal::one(StopRule::Reference, what, anywhere::IT_IS_NOT_THERE_ANY_MORE, words::GO_BACK_AND_LOOK_AGAIN)
}

/// Names a new line: six random letters.
pub(super) fn new_line_id(seed: &mut Seed) -> Result<LineId, Refusal> {
    LineId::new(seed.letters()).map_err(|_| gone(words::THE_LINE))
}

pub(super) fn new_objective() -> Form {
    Form::new(Subject::NewObjective, words::NEW_OBJECTIVE).step(Step::Set2).text(
        "title",
        anywhere::OBJECTIVE,
        words::A_CHANGE_SOMEBODY_WOULD_NOTICE,
    )
}

pub(super) fn save_new_objective(form: &mut Form, state: &State, seed: &mut Seed) -> Outcome {
    let (change, id) = state.desk()?.add_objective(form.typed("title"), seed)?;
    Ok(Save::new(change).select(Target::Objective(id)))
}

pub(super) fn found<'a>(desk: &Desk<'a>, id: &ObjectiveId) -> Result<&'a Objective, Refusal> {
    desk.quarter.objective(id).ok_or_else(|| gone(anywhere::THE_OBJECTIVE))
}

pub(super) fn objective(state: &State, id: &ObjectiveId) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let objective = found(&desk, id)?;
    let form = Form::new(Subject::Objective(id.clone()), anywhere::OBJECTIVE_TITLE).step(Step::Set5);
    let mut form = form.fields(OBJECTIVE, objective).enter_goes_on();
    if objective.is_committed() {
        form = ask_why(form, "why_now");
    }
    Ok(form)
}

pub(super) fn save_objective(form: &mut Form, state: &State, id: &ObjectiveId) -> Outcome {
    let desk = state.desk()?;
    let before = found(&desk, id)?.clone();
    let after = form.write(OBJECTIVE, before, &mut |_| plain(state))?;
    let change = desk.reword_objective(after, Some(form.typed(WHY))).map_err(of_field(form))?;
    Ok(Save::new(change).select(Target::Objective(id.clone())))
}

/// Says at its field what is wrong: with the link, or that a reason is wanted.
fn of_field(form: &Form) -> impl Fn(Refusal) -> Trouble + use<> {
    let wanted = for_want_of_why(form);
    let link = form.place_of("contributes_to");
    move |refusal| {
        let is_of_link = refusal.stops.iter().any(|stop| stop.rule == StopRule::Link);
        if is_of_link { Trouble { field: link, ..Trouble::from(refusal) } } else { wanted(refusal) }
    }
}

/// What is asked of a new objective, or of one person's two drafts, while they are typed.
pub(super) fn new_aside(form: &Form, state: &State, width: usize) -> Vec<Line<'static>> {
    let Ok(desk) = state.desk() else { return Vec::new() };
    coached(Lines::new(state, width), form, &desk).done()
}

/// What is asked of each objective that is typed in a form.
pub(super) fn coached<'a>(lines: Lines<'a>, form: &Form, desk: &Desk<'_>) -> Lines<'a> {
    let titles = ["title", "first", "second", "objective"].map(|name| form.typed(name).trim());
    let asked = titles.into_iter().filter(|title| is_begun(title)).map(|title| {
        let draft = Objective::draft(ObjectiveId::blank(), title, 0);
        Coach::at(desk).objective(&draft)
    });
    lines.each(asked, |lines, asked| lines.coached(&asked))
}

/// What is asked of an objective as it would be if the form were saved now.
pub(super) fn aside(form: &Form, state: &State, id: &ObjectiveId, width: usize) -> Vec<Line<'static>> {
    let Ok(desk) = state.desk() else { return Vec::new() };
    let Ok(saved) = found(&desk, id) else { return Vec::new() };
    let typed = form.taken_over(OBJECTIVE, saved, &|_| plain(state), Entry::is_changed);
    Lines::new(state, width).coached(&Coach::at(&desk).objective(&typed)).done()
}

pub(super) fn new_line(list: List) -> Form {
    let form = Form::new(Subject::NewLine(list), list.title()).step(Step::Set6);
    let form = form.text("text", words::LINE, words::BY_NAME_IN_ONE_LINE);
    if list == List::Delivery { form.day("due", anywhere::DUE, words::BY_WHEN) } else { form }
}

pub(super) fn save_new_line(form: &mut Form, state: &State, seed: &mut Seed, list: List) -> Outcome {
    let due = super::place::typed_day(form, "due", state.typing_day())?;
    let text = form.typed("text");
    Ok(Save::new(state.desk()?.add_line(list, text, due, seed)?))
}

/// A line of one of the lists.
enum AnyLine {
    Plain(ListLine),
    Delivery(Delivery),
}

fn find_line(frame: &Frame, id: &LineId) -> Option<AnyLine> {
    let plain = frame.plain_lines().map(|(_, line)| line).find(|line| line.id == *id);
    let delivery = || frame.delivery.iter().find(|line| line.id == *id).cloned().map(AnyLine::Delivery);
    plain.cloned().map(AnyLine::Plain).or_else(delivery)
}

pub(super) fn line(state: &State, id: &LineId) -> Result<Form, Refusal> {
    let found = find_line(&state.desk()?.quarter.frame, id).ok_or_else(|| gone(words::THE_LINE))?;
    let form = Form::new(Subject::Line(id.clone()), anywhere::LINE).enter_goes_on();
    Ok(match found {
        AnyLine::Plain(line) => form.fields(LIST_LINE, &line),
        AnyLine::Delivery(line) => form.fields(DELIVERY, &line),
    })
}

pub(super) fn save_line(form: &mut Form, state: &State, id: &LineId) -> Outcome {
    let desk = state.desk()?;
    let mut frame = desk.quarter.frame.clone();
    match find_line(&frame, id).ok_or_else(|| gone(words::THE_LINE))? {
        AnyLine::Plain(line) => {
            let after = form.write(LIST_LINE, line, &mut |_| plain(state))?;
            let list = frame.plain_lines().find(|(_, line)| line.id == *id).map(|(list, _)| list);
            let lines = list.and_then(|list| frame.lines_mut(list)).into_iter().flatten();
            lines.filter(|line| line.id == *id).for_each(|line| *line = after.clone());
        }
        AnyLine::Delivery(line) => {
            let after = form.write(DELIVERY, line, &mut |_| plain(state))?;
            if let Some(slot) = frame.delivery.iter_mut().find(|line| line.id == *id) {
                *slot = after;
            }
        }
    }
    Ok(Save::new(desk.revise_frame(frame, words::CHANGE_A_LINE_OF_A_LIST)?).select(Target::Line(id.clone())))
}

pub(super) fn frame(state: &State) -> Result<Form, Refusal> {
    let form = Form::new(Subject::Frame, anywhere::GROUND_RULES).step(Step::Set1);
    Ok(form.fields(FRAME, &state.desk()?.quarter.frame).only(GROUND_RULES).enter_goes_on())
}

pub(super) fn save_frame(form: &mut Form, state: &State) -> Outcome {
    let desk = state.desk()?;
    let after = form.write(FRAME, desk.quarter.frame.clone(), &mut |_| plain(state))?;
    Ok(Save::new(desk.revise_frame(after, words::CHANGE_THE_GROUND_RULES)?))
}
