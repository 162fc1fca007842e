//! What all quarters together say: how right the confidence was, what was expected, where the team was most wrong, what
//! pays back late.

use ratatui::text::{Line, Span};

use super::as_of;
use crate::domain::day::Day;
use crate::domain::id::TeamId;
use crate::method::calibration::{self, CURVE_FROM, Series, Step};
use crate::method::history::{Expected, History as Quarters, dated_days};
use crate::report::history::{MOMENTS, expected_words, gap_words, late_words, merged_line, shares_words};
use crate::tui::detail::Lines;
use crate::tui::state::State;
use crate::tui::widgets::scale::Scale;
use crate::words::anywhere;
use crate::words::history as words;

/// The cells of a bar of the curve.
const BAR: usize = 22;
/// How many of the largest gaps are named.
const MOST_GAPS: usize = 10;

/// The figures of a team's quarters as of a day. They are worked out once for a change, as they go through all that the team said.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// Whether there is any quarter to look back on.
    pub(super) has_quarters: bool,
    /// Whose quarters are among them, where teams were merged.
    merged: Option<String>,
    /// How right each series was, with its name and the steps of its curve.
    series: Vec<(&'static str, Series, Vec<Step>)>,
    /// How many key results have an outcome.
    outcomes: usize,
    /// What was expected and reached, quarter by quarter, then of all.
    pub(super) expected: Vec<(String, Expected)>,
    shares: Option<String>,
    /// The largest gaps in words.
    pub(super) gaps: Vec<String>,
    /// The late paybacks in words.
    pub(super) late: Vec<String>,
    /// The last day before the one looked back from on which anything was said.
    pub(super) before: Option<Day>,
    /// The next day after it; none where that is today or later.
    pub(super) after: Option<Day>,
}

impl Figures {
    pub(super) fn of(state: &State, team: &TeamId, history: &Quarters<'_>) -> Self {
        let tracks = history.tracks();
        let series = MOMENTS.into_iter().filter_map(|(moment, name)| {
            let curve = calibration::curve(&tracks, moment).unwrap_or_default();
            Some((name, calibration::series(&tracks, moment)?, curve))
        });
        let each = history.reviews.iter().filter_map(|review| Some((review.label(), review.expected()?)));
        let all = history.expected().filter(|_| history.reviews.len() > 1);
        let largest = history.gaps().into_iter().take(MOST_GAPS);
        let day = as_of(state);
        let dated = || dated_days(&state.workspace, team);
        Self {
            has_quarters: !history.reviews.is_empty(),
            merged: merged_line(history),
            series: series.collect(),
            outcomes: tracks.iter().filter(|track| track.is_reached.is_some()).count(),
            expected: each.chain(all.map(|all| (words::ALL.to_owned(), all))).collect(),
            shares: shares_words(history),
            gaps: largest.map(|(review, gap)| gap_words(review, &gap)).collect(),
            late: history.late.iter().map(|late| late_words(late, day)).collect(),
            before: dated().filter(|said| *said < day).max(),
            after: dated().filter(|said| *said > day).min().filter(|said| *said < state.today),
        }
    }

    pub(super) fn gaps(&self, state: &State, width: usize) -> Vec<Line<'static>> {
        let lines = Lines::new(state, width).quiet(words::WHAT_TEACHES_MOST);
        lines.gap().each(&self.gaps, |lines, gap| lines.text(gap)).done()
    }

    pub(super) fn late(&self, state: &State, width: usize) -> Vec<Line<'static>> {
        let lines = Lines::new(state, width).quiet(words::THE_SCORE_STANDS_AS_IT_WAS);
        lines.gap().each(&self.late, |lines, late| lines.text(late).gap()).done()
    }

    /// A bar a quarter with the mark at what was expected; the same in words; then the shares at both ends.
    pub(super) fn expected(&self, state: &State, width: usize) -> Vec<Line<'static>> {
        let ratio = |value: rust_decimal::Decimal| value.to_string().parse::<f64>().ok();
        let bar = |both: &Expected| {
            Scale { ratio: ratio(both.reached), mark: ratio(both.expected) }.line(&state.look, BAR)
        };
        let lines = Lines::new(state, width).quiet(words::WHAT_THE_MARK_IS);
        lines
            .each(&self.merged, |lines, says| lines.quiet(says))
            .gap()
            .each(&self.expected, |lines, (label, both)| {
                lines.text(label).lines([bar(both)]).quiet(&expected_words(both)).gap()
            })
            .text(self.shares.as_deref().unwrap_or_default())
            .done()
    }

    /// How right each series was: the figure with n, the sentence from ten outcomes on, the curve from thirty on.
    pub(super) fn calibration(&self, state: &State, width: usize) -> Vec<Line<'static>> {
        let lines = Lines::new(state, width).quiet(words::HOW_BRIER_READS);
        let lines = lines.each(&self.merged, |lines, says| lines.quiet(says)).gap();
        let lines = lines.each(&self.series, |lines, (name, series, curve)| {
            let steps = curve.iter().filter(|step| step.n > 0).map(|step| step_line(state, step, width));
            lines
                .title(name)
                .field(words::BRIER_TITLE, Some(&series.to_string()))
                .each(series.sentence(), |lines, sentence| lines.text(&sentence))
                .lines(steps)
                .gap()
        });
        match self.outcomes {
            0 => lines.text(anywhere::NO_VOTE_HAS_AN_OUTCOME_YET),
            1..CURVE_FROM => lines.quiet(words::TEN_OUTCOMES_ARE_NEEDED),
            _ => lines,
        }
        .done()
    }
}

/// One step of the curve: what was said, a bar, and how much of it was reached.
fn step_line(state: &State, step: &Step, width: usize) -> Line<'static> {
    #[expect(clippy::cast_precision_loss, reason = "the length of a bar")]
    let ratio = step.right as f64 / step.n as f64;
    let said = Span::raw(words::said_from_to(step.from, step.to));
    let reached = Span::raw(words::of_reached(step.right, step.n));
    // The numbers stand whatever the width; the bar takes what they leave.
    let cells = width.saturating_sub(said.width() + reached.width()).min(BAR);
    let bar = Scale { ratio: Some(ratio), mark: None }.line(&state.look, cells).spans;
    [said].into_iter().chain(bar).chain([reached]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cycle::Cycle;
    use crate::domain::frame::Frame;
    use crate::domain::quarter::{Quarter, QuarterKey};
    use crate::domain::workspace::Workspace;
    use crate::method::history::LOOKED_BACK;
    use crate::settings::keys::sequence;
    use crate::tui::look::Look;
    use crate::tui::message::Message;
    use crate::tui::update::update;
    use crate::tui::view::view;
    use crate::tui::widgets::trial;

    fn state() -> State {
        let mut workspace = Workspace::default();
        for label in ["2026-q4", "2027-q1"] {
            let cycle = Cycle::calendar(label).unwrap();
            let key = QuarterKey { team: "payments".parse().unwrap(), cycle: cycle.id.clone() };
            workspace.quarters.insert(key.clone(), Quarter::new(key, Frame::default()));
            workspace.cycles.insert(cycle.id.clone(), cycle);
        }
        let place = workspace.quarters.keys().last().cloned();
        State::new(workspace, place, Day::new(2027, 2, 11).unwrap(), Look::default())
    }

    #[test]
    fn all_quarters_are_looked_back_on_once_for_a_change_and_never_for_a_frame() {
        let mut state = state();
        let press = |state: &mut State, key: &str| {
            let before = LOOKED_BACK.get();
            for chord in sequence(key).unwrap() {
                update(state, Message::Key(chord));
            }
            trial::drawn(120, 40, |area, buf| drop(view(state, area, buf)));
            LOOKED_BACK.get() - before
        };
        assert_eq!(press(&mut state, "5"), 1);
        for key in ["j", "j", "k", "G"] {
            assert_eq!(press(&mut state, key), 0, "{key}");
        }
        let heading = trial::drawn(120, 40, |area, buf| drop(view(&state, area, buf))).join("\n");
        assert!(heading.contains(anywhere::NO_VOTE_HAS_AN_OUTCOME_YET), "{heading}");
    }
}
