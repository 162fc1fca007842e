//! The guide: a step with its box, why it matters, its questions, the word for its usual trap, and one good example.

use ratatui::text::Line;

use super::Lines;
use crate::method::budget::{Shape, timebox};
use crate::method::step::{Step, Steps};
use crate::method::texts::{self, Empty};
use crate::tui::state::State;
use crate::words::detail as words;

/// What is said of a step; a question that waits for a value which is not known yet is left out.
#[must_use]
pub fn guide(state: &State, step: Step, values: &[(&str, &str)], width: usize) -> Vec<Line<'static>> {
    let steps = Steps::with(&state.workspace.steps);
    let guide = steps.guide(step);
    let about = written_in(step).map(texts::empty);
    let lines = Lines::new(state, width).title(guide.title).quiet(&head(state, steps, step)).gap();
    let asked = guide.asked(values);
    // Some places say why by a question that the step asks as well.
    let of_place = about.map(|about| asked.iter().fold(about.why.clone(), |why, ask| why.replace(ask, "")));
    let why = guide.why.map(str::to_owned).or(of_place).filter(|why| !why.trim().is_empty());
    let example = guide.example.or(about.map(|about| about.example.as_str()));
    let lines = lines
        .each(why, |lines, why| lines.text(why.trim()).gap())
        .each(guide.say, |lines, say| lines.text(say).gap())
        .each(asked, |lines, ask| lines.text(&ask).gap())
        .quiet(guide.nudge);
    lines.gap().field(words::LIKE_LABEL, example).done()
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
        Step::Chk1 | Step::Mid2 => Some(Empty::CheckIns),
        Step::Sco3 | Step::Sco4 => Some(Empty::Scores),
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

    /// What a step says for itself or by the place it fills.
    fn said(step: Step) -> (bool, bool, bool) {
        let guide = Steps::METHOD.guide(step);
        let about = written_in(step).map(texts::empty);
        let asked = guide.asked(&[]);
        let of_place =
            about.map(|about| asked.iter().fold(about.why.clone(), |why, ask| why.replace(ask, "")));
        let why = guide.why.map(str::to_owned).or(of_place).unwrap_or_default();
        let example = guide.example.or(about.map(|about| about.example.as_str())).unwrap_or_default();
        let has_prompt = guide.say.is_some() || !guide.ask.is_empty();
        (has_prompt, !why.trim().is_empty(), !example.trim().is_empty())
    }

    #[test]
    fn every_step_has_a_prompt_a_reason_an_example_and_a_box() {
        for step in Step::ALL {
            assert_eq!(said(*step), (true, true, true), "{step}: prompt, why, example");
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
