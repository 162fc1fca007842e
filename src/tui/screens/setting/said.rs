//! What is said about a row of Setting that is no objective or key result.

use ratatui::text::Line;

use super::rows::points;
use crate::domain::decision::{AskedOf, Principle};
use crate::domain::frame::Frame;
use crate::domain::id::{LineId, ObjectiveId};
use crate::domain::quarter::Quarter;
use crate::method::hand_over::Point;
use crate::method::texts::{self, Empty};
use crate::settings::actions::ScreenAction;
use crate::settings::actions::setting::Action;
use crate::tui::detail::{self, Lines, kind_word};
use crate::tui::state::State;
use crate::tui::target::Heading;
use crate::words::anywhere;
use crate::words::setting as words;

pub(super) fn frame_detail(state: &State, frame: &Frame, width: usize) -> Vec<Line<'static>> {
    let promise = frame.sponsor_promise.as_deref();
    let lines = Lines::new(state, width).title(anywhere::GROUND_RULES).gap().text(texts::notice()).gap();
    let lines = match promise {
        None if frame.is_unread => return lines.text(anywhere::QUARTER_CANNOT_BE_READ).done(),
        Some(promise) => lines.field(words::SPONSORS_PROMISE, Some(promise)),
        None => lines.quiet(words::NO_SPONSORS_PROMISE),
    };
    lines
        .gap()
        .each(Principle::ALL, |lines, principle| {
            lines.signed(state.look.glyphs.answer(principle.answer(frame)), principle.says())
        })
        .gap()
        .each(&frame.overrides, |lines, gone| lines.quiet(&words::went_past(&gone.rule, &gone.reason)))
        .waived(&frame.waivers)
        .done()
}

pub(super) fn empty_detail(state: &State, heading: Heading, width: usize) -> Vec<Line<'static>> {
    let place = match heading {
        Heading::NotNow => Empty::NotNow,
        Heading::KeepRunning => Empty::KeepRunning,
        Heading::Delivery => Empty::Delivery,
        Heading::HandOver | Heading::Points(_) => Empty::HandOver,
        _ => Empty::Objectives,
    };
    detail::empty(state, place, ScreenAction::Setting(Action::New), width)
}

/// What is asked of the set as a whole, and what belongs in it.
pub(super) fn set_detail(state: &State, width: usize) -> Vec<Line<'static>> {
    let lines = Lines::new(state, width).asked(state.asked_of(&AskedOf::Quarter));
    lines.gap().lines(empty_detail(state, Heading::Set, width)).done()
}

/// An objective, what is asked of it, and what belongs under it while it has no key result.
pub(super) fn objective_detail(
    state: &State,
    quarter: &Quarter,
    id: &ObjectiveId,
    width: usize,
) -> Vec<Line<'static>> {
    let about = AskedOf::Objective(id.clone());
    let lines = Lines::new(state, width).lines(detail::objective(state, quarter, id, width));
    let lines = lines.gap().asked(state.asked_of(&about));
    if quarter.objective(id).is_none_or(|objective| !objective.key_results.is_empty()) {
        return lines.done();
    }
    let begin = ScreenAction::Setting(Action::New);
    lines.gap().lines(detail::empty(state, Empty::KeyResults, begin, width)).done()
}

pub(super) fn line_detail(state: &State, frame: &Frame, id: &LineId, width: usize) -> Vec<Line<'static>> {
    let plain = frame.plain_lines().map(|(_, line)| line).find(|line| line.id == *id);
    if let Some(line) = plain {
        return Lines::new(state, width)
            .title(&line.text)
            .gap_below(2)
            .field(words::WHY, line.reason.as_deref())
            .done();
    }
    let Some(line) = frame.delivery.iter().find(|line| line.id == *id) else { return Vec::new() };
    let due = line.due.map(crate::domain::day::Day::long);
    Lines::new(state, width)
        .title(&line.text)
        .gap_below(2)
        .field(anywhere::DUE, due.as_deref())
        .field(words::PROMISED_TO, line.promised_to.as_deref())
        .field(words::DONE, line.done.then_some(anywhere::YES))
        .gap()
        .quiet(words::WORK_WITH_A_DATE)
        .done()
}

pub(super) fn handed_detail(state: &State, id: &LineId, width: usize) -> Vec<Line<'static>> {
    let Some(point) = points(state).into_iter().find(|point| point.id == *id) else { return Vec::new() };
    let asks = if point.kind.verdicts().is_empty() {
        words::IT_IS_HERE_TO_BE_SEEN.to_owned()
    } else {
        words::says_what_becomes_of_it(state.keymap.key(Action::Edit))
    };
    Lines::new(state, width)
        .quiet(kind_word(point.kind))
        .title(&point.text)
        .gap_below(2)
        .lines(came_of(state, &point, width))
        .gap()
        .quiet(&asks)
        .done()
}

/// How the key result of a point came out in its quarter.
fn came_of(state: &State, point: &Point, width: usize) -> Vec<Line<'static>> {
    let found = point.key_result.as_ref().and_then(|key| state.workspace.key_result(key));
    let Some((quarter, _, key_result)) = found else { return Vec::new() };
    let came = Line::from(detail::outcome(&state.look, quarter.outcome(key_result), 13));
    Lines::new(state, width).way(quarter, key_result).lines([came]).done()
}
