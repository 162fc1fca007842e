//! A key result of an earlier quarter that pays back late, as it is read beside a list.

use ratatui::text::Line;

use super::{Lines, outcome};
use crate::domain::quarter::KeyResultKey;
use crate::method::history::late_of;
use crate::report::history::late_words;
use crate::tui::state::State;
use crate::words::detail as words;

/// The cells of the bar of its score.
const BAR: usize = 13;

/// Its way and score as they stood, and below what was read since.
pub fn watched(state: &State, key: &KeyResultKey, width: usize) -> Vec<Line<'static>> {
    let cycle = state.workspace.cycles.get(&key.quarter.cycle);
    let Some(((quarter, _, key_result), cycle)) = state.workspace.key_result(key).zip(cycle) else {
        return Vec::new();
    };
    let came = Line::from(outcome(&state.look, quarter.outcome(key_result), BAR));
    let lines = Lines::new(state, width)
        .title(&key_result.title)
        .quiet(&cycle.label)
        .gap_below(3)
        .way(quarter, key_result)
        .lines([came])
        .gap();
    match late_of(&state.workspace, (quarter, cycle), key_result) {
        Some(late) => lines.text(&late_words(&late, state.today)).gap().quiet(words::THE_SCORE_STANDS).done(),
        None => lines.done(),
    }
}
