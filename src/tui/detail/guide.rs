//! The guide: a step with its box, why it matters, its questions, the word for its usual trap, and one good example.

use ratatui::text::Line;

use super::Lines;
use crate::method::budget::{Shape, timebox};
use crate::method::step::{Guide, Step, Steps};
use crate::method::texts::{self, Empty};
use crate::tui::state::State;
use crate::words::detail as words;

/// What is said of a step; a question that waits for a value which is not known yet is left out.
pub fn guide(state: &State, step: Step, values: &[(&str, &str)], width: usize) -> Vec<Line<'static>> {
    let steps = Steps::with(&state.workspace.steps);
    let guide = steps.guide(step);
    let asked = guide.asked(values);
    let lines = Lines::new(state, width).title(guide.title).quiet(&head(state, steps, step)).gap();
    lines
        .each(why(guide, &asked), |lines, why| lines.text(&why).gap())
        .each(guide.say, |lines, say| lines.text(say).gap())
        .each(&asked, |lines, ask| lines.text(ask).gap())
        .quiet(guide.nudge)
        .gap()
        .field(words::LIKE_LABEL, example(guide))
        .done()
}

/// Why a step is there: as it says, or the place that it fills. Some places say why by a question that the step asks as well.
fn why(guide: Guide<'_>, asked: &[String]) -> Option<String> {
    let of_place = || {
        let about = texts::empty(written_in(guide.step)?);
        let why = asked.iter().fold(about.why.clone(), |why, ask| why.replace(ask, ""));
        Some(why.trim().to_owned())
    };
    guide.why.map(str::to_owned).or_else(of_place).filter(|why| !why.is_empty())
}

/// One good example of what a step comes to.
fn example(guide: Guide<'_>) -> Option<&str> {
    guide.example.or_else(|| Some(texts::empty(written_in(guide.step)?).example.as_str()))
}

/// The name of a step and its box, where a quarter says how large that is.
fn head(state: &State, steps: Steps<'_>, step: Step) -> String {
    let Some((quarter, cycle)) = state.here() else { return step.id().to_owned() };
    let minutes = timebox(steps, step, &Shape::within(&state.workspace, quarter, cycle));
    words::step_and_its_box(step.id(), minutes)
}

/// The place a step fills, which says why it is worth filling.
fn written_in(step: Step) -> Option<Empty> {
    match step {
        Step::Set1 => Some(Empty::HandOver),
        Step::Set2 | Step::Set3 | Step::Set4 | Step::Set5 => Some(Empty::Objectives),
        Step::Set6 => Some(Empty::NotNow),
        Step::Set7 => Some(Empty::KeyResults),
        Step::Set10 => Some(Empty::Dependencies),
        Step::Set12 | Step::Ret5 => Some(Empty::Assumptions),
        Step::Chk1 => Some(Empty::CheckIns),
        Step::Sco3 => Some(Empty::Scores),
        Step::Ret2 => Some(Empty::Lessons),
        Step::Ret3 => Some(Empty::Difficulties),
        Step::Ret4 => Some(Empty::Importance),
        Step::Ret6 => Some(Empty::Process),
        Step::Ret7 => Some(Empty::Actions),
        Step::Ret8 => Some(Empty::Proud),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_a_prompt_a_reason_an_example_and_a_box() {
        for step in Step::ALL {
            let guide = Steps::METHOD.guide(*step);
            assert!(guide.say.is_some() || !guide.ask.is_empty(), "{step} has no prompt");
            assert!(why(guide, &guide.asked(&[])).is_some(), "{step} says not why");
            assert!(example(guide).is_some_and(|example| !example.is_empty()), "{step} has no example");
            assert!(timebox(Steps::METHOD, *step, &Shape::REFERENCE) > 0, "{step} has no box");
        }
    }

    #[test]
    fn no_step_says_what_the_place_it_fills_says_already() {
        for step in Step::ALL.iter().filter(|step| written_in(**step).is_some()) {
            let guide = Steps::METHOD.guide(*step);
            assert_eq!((guide.why, guide.example), (None, None), "{step}");
        }
    }
}
