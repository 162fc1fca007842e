//! The form in which a team answers another that asks it for something.

use ratatui::text::Line;

use super::setting::gone;
use super::subject::Subject;
use super::{Form, Outcome};
use crate::domain::change::Refusal;
use crate::domain::decision::Desk;
use crate::domain::dependency::Answer;
use crate::domain::seed::Seed;
use crate::method::fields::{ANSWER, Context};
use crate::method::step::Step;
use crate::tui::detail;
use crate::tui::message::Save;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::words::forms as words;

/// The answer as it stands, or a blank one.
fn stands(desk: &Desk<'_>, seed: &mut Seed, path: &str) -> Result<Answer, Refusal> {
    let asked = desk.workspace.asked_at(path).ok_or_else(|| gone(words::WHAT_WAS_ASKED))?;
    desk.answer_to(&asked, seed)
}

pub(super) fn form(state: &State, path: &str) -> Result<Form, Refusal> {
    let answer = stands(&state.desk()?, &mut state.seed.clone(), path)?;
    let form = Form::new(Subject::Answer(path.to_owned()), words::OUR_ANSWER).step(Step::Set10);
    Ok(form.fields(ANSWER, &answer).enter_goes_on())
}

pub(super) fn save(form: &mut Form, state: &State, seed: &mut Seed, path: &str) -> Outcome {
    let desk = state.desk()?;
    let after = form.write(ANSWER, stands(&desk, seed, path)?, &mut |_| Context::plain(desk.typing_day()))?;
    Ok(Save::new(desk.reply(after)?).select(Target::Asked(path.to_owned())))
}

/// Who asks for what, and what was said so far.
pub(super) fn aside(state: &State, path: &str, width: usize) -> Vec<Line<'static>> {
    let asked = state.workspace.asked_at(path);
    asked.map(|asked| detail::asked(state, &asked, width)).unwrap_or_default()
}
