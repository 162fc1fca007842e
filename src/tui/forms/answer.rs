//! The form in which a team answers another that asks it for something.

use ratatui::text::Line;

use super::setting::{gone, plain};
use super::subject::Subject;
use super::{Form, Outcome};
use crate::domain::change::Refusal;
use crate::domain::dependency::Answer;
use crate::domain::seed::Seed;
use crate::method::fields::ANSWER;
use crate::method::step::Step;
use crate::tui::detail;
use crate::tui::message::Save;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::words::forms as words;

/// The answer as it stands, or a blank one, and the letters that its name took.
fn stands(state: &State, path: &str) -> Result<(Answer, Seed), Refusal> {
    let (desk, mut seed) = state.desk_and_seed()?;
    let asked = state.workspace.asked_at(path).ok_or_else(|| gone(words::WHAT_WAS_ASKED))?;
    Ok((desk.answer_to(&asked, &mut seed)?, seed))
}

pub(super) fn form(state: &State, path: &str) -> Result<Form, Refusal> {
    let (answer, _) = stands(state, path)?;
    let form = Form::new(Subject::Answer(path.to_owned()), words::OUR_ANSWER).step(Step::Set10);
    Ok(form.fields(ANSWER, &answer).enter_goes_on())
}

pub(super) fn save(form: &mut Form, state: &mut State, path: &str) -> Outcome {
    let (before, seed) = stands(state, path)?;
    let after = form.write(ANSWER, before, &mut |_| plain(state))?;
    let change = state.desk()?.reply(after)?;
    state.seed = seed;
    Ok(Save::new(change).select(Target::Asked(path.to_owned())))
}

/// Who asks for what, and what was said so far.
pub(super) fn aside(state: &State, path: &str, width: usize) -> Vec<Line<'static>> {
    let asked = state.workspace.asked_at(path);
    asked.map(|asked| detail::asked(state, &asked, width)).unwrap_or_default()
}
