//! One key result looked back on: a row below its quarter, and its course drawn for a room.

use ratatui::text::{Line, Span};

use super::{MOMENTS, as_of, believed_then, reviewed, said_then};
use crate::domain::decision::Desk;
use crate::domain::key_result::KeyResult;
use crate::domain::quarter::{KeyResultKey, Quarter};
use crate::method::calibration::Track;
use crate::method::course::{Course, LevelKind};
use crate::method::history::Review;
use crate::report::course::{believed_words, held_words, level_words, read_words};
use crate::settings::actions::ScreenName;
use crate::tui::detail::{self, Lines};
use crate::tui::fit;
use crate::tui::list;
use crate::tui::screens::{self, Entry};
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::tui::widgets::course::{Course as Drawing, Level, Mark};
use crate::tui::widgets::list::Row as ListRow;
use crate::words::history as words;

/// The cells of the bar of a score.
const BAR: usize = 13;
/// The rows that stand around a drawing, and the fewest and most it has itself.
const AROUND: u16 = 18;
const ROWS: std::ops::RangeInclusive<u16> = 5..=14;

/// The rows of a quarter's key results.
pub(super) fn entries(state: &State, review: &Review<'_>) -> Vec<Entry> {
    review.quarter.key_results().map(|(_, key_result)| entry(state, review, key_result)).collect()
}

fn entry(state: &State, review: &Review<'_>, key_result: &KeyResult) -> Entry {
    let theme = &state.look.theme;
    let mut name = Line::styled(key_result.name().to_owned(), theme.text);
    if !state.list().filter.is_empty() {
        // The row of its quarter may be filtered away.
        name.push_span(Span::styled(format!("  {}", fit::tied(&review.label())), theme.quiet));
    }
    let mut below = detail::outcome(&state.look, review.quarter.outcome(key_result), BAR);
    if let Some(says) = track(review, key_result).and_then(|track| votes(track, state.look.glyphs.gap)) {
        below.push(Span::styled(format!("  {}", fit::tied(&says)), theme.quiet));
    }
    let row = ListRow::new(name).and(Line::from(below)).signed("  ").indented(1);
    Entry::new(Target::Reviewed(review.quarter.key_of(key_result)), row)
}

fn track<'a>(review: &'a Review<'_>, key_result: &KeyResult) -> Option<&'a Track> {
    review.tracks.iter().find(|track| track.key_result == key_result.id)
}

/// "voted 70, ·, 40": what was believed at the opening, in the middle and last, with a gap where nobody voted; none where
/// nobody ever did.
fn votes(track: &Track, gap: &str) -> Option<String> {
    let votes = MOMENTS.map(|(moment, _)| track.at(moment));
    let said = votes.map(|vote| vote.map_or_else(|| gap.to_owned(), |vote| vote.to_string()));
    votes.iter().any(Option::is_some).then(|| words::voted(said.join(", ")))
}

/// Its course as a drawing and the same in words; then what was believed against what came out.
pub(super) fn detail(state: &State, key: &KeyResultKey, width: usize) -> Vec<Line<'static>> {
    let Some(review) = reviewed(state, &key.quarter) else { return Vec::new() };
    let Some((objective, key_result)) = review.quarter.key_result(&key.id) else { return Vec::new() };
    let lines = Lines::new(state, width).title(key_result.name()).quiet(&review.label()).gap_below(3);
    let lines = lines.lines(course(state, &review, key_result, width)).gap();
    let came = Line::from(detail::outcome(&state.look, review.quarter.outcome(key_result), BAR));
    let lines =
        lines.lines([came]).each(track(&review, key_result), |lines, track| lines.quiet(&said_then(track)));
    let tells = review.quarter.scorings.get(&key.id).and_then(|scoring| scoring.tells_us.as_deref());
    let lines = lines.each(tells, Lines::text).gap().quiet(&objective.title);
    let first = key_result.first_wording.as_deref().filter(|first| *first != key_result.title);
    lines.each(first, |lines, first| lines.quiet(&words::first_written(first))).done()
}

fn course(state: &State, review: &Review<'_>, key_result: &KeyResult, width: usize) -> Vec<Line<'static>> {
    let quarter: &Quarter = review.quarter;
    let desk = Desk { workspace: believed_then(state), quarter, cycle: review.cycle, today: as_of(state) };
    let Some(course) = Course::of(key_result, &desk) else {
        return Lines::new(state, width).way(quarter, key_result).done();
    };
    let measure = key_result.committed_measure();
    let rows = state.size.height.saturating_sub(AROUND).clamp(*ROWS.start(), *ROWS.end());
    let lines = match drawing(&course, key_result).lines(&state.look, width, usize::from(rows)) {
        Some(drawn) => Lines::new(state, width).lines(drawn).gap(),
        None => Lines::new(state, width),
    };
    lines
        .text(&read_words(&course, measure))
        .text(&held_words(&course, measure))
        .each(believed_words(&course), |lines, words| lines.text(&words))
        .done()
}

/// What is drawn of a course.
fn drawing(course: &Course<'_>, key_result: &KeyResult) -> Drawing {
    let measure = key_result.committed_measure();
    let level = |level: &crate::method::course::Level| Level {
        height: course.height(level.value),
        words: level_words(level, measure, level.value.to_string()),
        is_aim: level.kind == LevelKind::Aim,
    };
    Drawing {
        levels: course.levels.iter().map(level).collect(),
        readings: course
            .readings
            .iter()
            .map(|reading| Mark {
                along: course.along(reading.date),
                height: course.height(reading.value),
                words: measure.shown(reading.value),
            })
            .collect(),
        votes: course
            .medians
            .iter()
            .map(|(day, median)| Mark {
                along: course.along(*day),
                height: f64::from(median.percent()) / 100.0,
                words: median.to_string(),
            })
            .collect(),
        months: course.months().map(|day| (course.along(day), day.month_short())).collect(),
    }
}

/// Goes to a key result in its quarter, where it was scored or else where it is followed.
pub(super) fn go(state: &mut State, key: KeyResultKey) {
    screens::go_to(state, key.quarter);
    if state.screen == ScreenName::Retrospective {
        state.screen = ScreenName::Scoring;
    }
    list::select(state, Target::KeyResult(key.id));
}
