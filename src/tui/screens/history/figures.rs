//! What all quarters together say: how right the confidence was, what was expected, where the team was most wrong, what
//! pays back late.

use ratatui::text::{Line, Span};

use super::as_of;
use crate::method::calibration::{self as figures, CURVE_FROM};
use crate::method::history::{Expected, History as Quarters};
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

pub(super) fn gaps(state: &State, history: &Quarters<'_>, width: usize) -> Vec<Line<'static>> {
    let gaps = history.gaps().into_iter().take(MOST_GAPS);
    let lines = Lines::new(state, width).quiet(words::WHAT_TEACHES_MOST);
    lines.gap().each(gaps, |lines, (review, gap)| lines.text(&gap_words(review, &gap))).done()
}

pub(super) fn late(state: &State, history: &Quarters<'_>, width: usize) -> Vec<Line<'static>> {
    let lines = Lines::new(state, width).quiet(words::THE_SCORE_STANDS_AS_IT_WAS);
    lines.gap().each(&history.late, |lines, late| lines.text(&late_words(late, as_of(state))).gap()).done()
}

/// A bar a quarter with the mark at what was expected; the same in words; then the shares at both ends.
pub(super) fn expected(state: &State, history: &Quarters<'_>, width: usize) -> Vec<Line<'static>> {
    let ratio = |value: rust_decimal::Decimal| value.to_string().parse::<f64>().ok();
    let bar = |both: &Expected| {
        Scale { ratio: ratio(both.reached), mark: ratio(both.expected) }.line(&state.look, BAR)
    };
    let lines = Lines::new(state, width).quiet(words::WHAT_THE_MARK_IS);
    let lines = lines.each(merged_line(history), |lines, says| lines.quiet(&says)).gap();
    let of_one = |lines: Lines<'_>, label: &str, both: &Expected| {
        lines.text(label).lines([bar(both)]).quiet(&expected_words(both)).done()
    };
    let each = history.reviews.iter().filter_map(|review| Some((review.label(), review.expected()?)));
    let each = each.chain(
        history.expected().filter(|_| history.reviews.len() > 1).map(|all| (words::ALL.to_owned(), all)),
    );
    let made = each.flat_map(|(label, both)| {
        of_one(Lines::new(state, width), &label, &both).into_iter().chain([Line::default()])
    });
    let lines = lines.lines(made.collect::<Vec<_>>());
    lines.text(&shares_words(history).unwrap_or_default()).done()
}

/// How right each series was: the figure with n, the sentence from ten outcomes on, the curve from thirty on.
pub(super) fn calibration(state: &State, history: &Quarters<'_>, width: usize) -> Vec<Line<'static>> {
    let tracks = history.tracks();
    let mut lines = Lines::new(state, width)
        .quiet(words::HOW_BRIER_READS)
        .each(merged_line(history), |lines, says| lines.quiet(&says))
        .gap();
    for (moment, name) in MOMENTS {
        let Some(series) = figures::series(&tracks, moment) else { continue };
        lines = lines.title(name).field(words::BRIER_TITLE, Some(&series.to_string()));
        if let Some(sentence) = series.sentence() {
            lines = lines.text(&sentence);
        }
        for step in figures::curve(&tracks, moment).unwrap_or_default().into_iter().filter(|step| step.n > 0)
        {
            #[expect(clippy::cast_precision_loss, reason = "the length of a bar")]
            let ratio = step.right as f64 / step.n as f64;
            let said = Span::raw(words::said_from_to(step.from, step.to));
            let reached = Span::raw(words::of_reached(step.right, step.n));
            // The numbers stand whatever the width; the bar takes what they leave.
            let cells = width.saturating_sub(said.width() + reached.width()).min(BAR);
            let mut spans = vec![said];
            spans.extend(Scale { ratio: Some(ratio), mark: None }.line(&state.look, cells).spans);
            spans.push(reached);
            lines = lines.lines([Line::from(spans)]);
        }
        lines = lines.gap();
    }
    match tracks.iter().filter(|track| track.is_reached.is_some()).count() {
        0 => lines.text(anywhere::NO_VOTE_HAS_AN_OUTCOME_YET),
        1..CURVE_FROM => lines.quiet(words::TEN_OUTCOMES_ARE_NEEDED),
        _ => lines,
    }
    .done()
}
