//! History: a team's quarters side by side, how right its confidence was, and what was believed on any day.

use std::iter;
use std::sync::Arc;

use ratatui::text::{Line, Span};

mod figures;
mod key_result;

use super::{Entry, Listing, Screen, go_to, not_committed};
use crate::domain::day::Day;
use crate::domain::effort::EffortPhase;
use crate::domain::id::TeamId;
use crate::domain::key_result::KeyResult;
use crate::domain::quarter::{KeyResultKey, QuarterKey};
use crate::domain::score::Score;
use crate::domain::word::word;
use crate::domain::workspace::Workspace;
use crate::method::budget::Budget;
use crate::method::calibration::Track;
use crate::method::history::{History as Quarters, Review, said_anew};
use crate::method::step::Step;
use crate::method::texts::Empty;
use crate::report::history::{MOMENTS, expected_words, says};
use crate::settings::actions::history::Action;
use crate::settings::actions::{ScreenAction, ScreenName};
use crate::tui::actions::Enabled;
use crate::tui::detail::{self, Lines};
use crate::tui::list::{self, selected};
use crate::tui::message::Effect;
use crate::tui::screens;
use crate::tui::state::{Believed, Caught, State};
use crate::tui::target::{Heading, Target};
use crate::tui::widgets::list::{Fold, Row as ListRow};
use crate::words::anywhere;
use crate::words::counted;
use crate::words::history as words;
pub use figures::Figures;

/// The screen.
pub struct History;

/// The most cells of a bar of scores.
const BAR: usize = 22;
/// How many key results of one score fill a step to the top, where no score has more.
const FULL_FROM: usize = 4;

impl Screen for History {
    type Action = Action;

    fn entries(state: &State) -> Vec<Entry> {
        Self::listed(state).rows
    }

    fn listed(state: &State) -> Listing {
        let caption = Self::caption(state);
        let Some(team) = team(state) else { return Listing { caption, ..Listing::default() } };
        let history = Quarters::of(believed_then(state), team, as_of(state));
        let figures = Figures::of(state, team, &history);
        Listing { rows: rows(state, &history, &figures), caption, figures, ..Listing::default() }
    }

    fn detail(state: &State, target: &Target, width: usize) -> Vec<Line<'static>> {
        match target {
            Target::Quarter(key) => {
                reviewed(state, key).map(|review| quarter_detail(state, &review, width)).unwrap_or_default()
            }
            Target::Reviewed(key) => key_result::detail(state, key, width),
            Target::Heading(heading) => {
                let figures = screens::figures(state);
                match heading {
                    Heading::Calibration if figures.has_quarters => figures.calibration(state, width),
                    Heading::Expected => figures.expected(state, width),
                    Heading::MostWrong => figures.gaps(state, width),
                    Heading::Late => figures.late(state, width),
                    _ => nothing(state, width),
                }
            }
            _ => nothing(state, width),
        }
    }

    fn caption(state: &State) -> (String, String) {
        let team = state.place.as_ref().and_then(|key| state.workspace.teams.get(&key.team));
        let name = team.map_or_else(|| words::HISTORY.to_owned(), |team| words::history_of(&team.name));
        match state.as_of {
            // The whole day has room, as the team stands in the first row too.
            Some(day) => (words::HISTORY.to_owned(), words::as_of(day.long())),
            None => (name, words::AS_OF_TODAY.to_owned()),
        }
    }

    fn guide(state: &State, width: usize) -> Vec<Line<'static>> {
        detail::guide(state, Step::Ret3, &[], width)
    }

    fn enabled(state: &State, action: Action) -> Enabled {
        let fits = match action {
            Action::Open | Action::Fold => {
                matches!(selected(state), Some(Target::Quarter(_) | Target::Reviewed(..)))
            }
            Action::Earlier => screens::figures(state).before.is_some(),
            Action::Later => state.as_of.is_some(),
        };
        if fits {
            return Ok(());
        }
        Err(match action {
            Action::Open | Action::Fold => words::SELECT_A_QUARTER_OR_KEY_RESULT,
            Action::Earlier => words::NOTHING_WAS_SAID_BEFORE,
            Action::Later => words::THIS_IS_TODAY,
        }
        .to_owned())
    }

    fn update(state: &mut State, action: Action) -> Vec<Effect> {
        match action {
            Action::Earlier => state.as_of = screens::figures(state).before.or(state.as_of),
            Action::Later => state.as_of = screens::figures(state).after,
            Action::Fold => {
                if let Some(Target::Quarter(key) | Target::Reviewed(KeyResultKey { quarter: key, .. })) =
                    selected(state)
                {
                    fold(state, key);
                }
            }
            Action::Open => match selected(state) {
                Some(Target::Quarter(key)) => go_to(state, key),
                Some(Target::Reviewed(key)) => key_result::go(state, key),
                _ => {}
            },
        }
        Vec::new()
    }
}

fn heading(state: &State, heading: Heading, title: &'static str) -> Entry {
    let line = Line::styled(title, state.look.theme.heading);
    Entry::new(Target::Heading(heading), ListRow::new(line))
}

/// The day that is looked back from.
fn as_of(state: &State) -> Day {
    state.as_of.unwrap_or(state.today)
}

fn team(state: &State) -> Option<&TeamId> {
    state.place.as_ref().map(|key| &key.team)
}

/// Works out what was believed on the day looked back from, where that is not known yet.
pub(in crate::tui) fn look_back(state: &mut State) {
    let wanted = team(state).cloned().zip(state.as_of);
    let known = state.then.0.as_ref().map(|(team, day, _)| (team.clone(), *day));
    if known != wanted {
        let believed = |(team, day): (TeamId, Day)| {
            let then = Arc::new(state.workspace.of_team(&team).as_of(day));
            (team, day, then)
        };
        state.then = Believed(wanted.map(believed));
    }
}

/// Counts what the coach caught in the selected quarter, where that is not known yet.
pub(in crate::tui) fn catch(state: &mut State) {
    if state.screen != ScreenName::History {
        return;
    }
    let Some(Target::Quarter(quarter)) = selected(state) else { return };
    let as_of = state.as_of;
    if state.caught.as_ref().is_some_and(|known| known.quarter == quarter && known.as_of == as_of) {
        return;
    }
    let then = believed_then(state);
    let found = then.quarters.get(&quarter).zip(then.cycles.get(&quarter.cycle));
    let count = found.map_or(0, |(quarter, cycle)| said_anew(quarter, cycle));
    state.caught = Some(Caught { quarter, as_of, count });
}

/// "2 that were work"; none where nothing was caught.
fn caught(state: &State, review: &Review<'_>) -> Option<String> {
    let known =
        state.caught.as_ref().filter(|known| known.quarter == review.quarter.key && known.count > 0)?;
    Some(counted::THAT_WERE_WORK.of(known.count))
}

/// What there was on the chosen day.
fn believed_then(state: &State) -> &Workspace {
    state.then.0.as_ref().map_or(&state.workspace, |(_, _, then)| then)
}

/// Looks at one quarter as of the chosen day.
fn reviewed<'s>(state: &'s State, key: &QuarterKey) -> Option<Review<'s>> {
    Quarters::review_of(believed_then(state), team(state)?, key, as_of(state))
}

/// The quarters, the newest first, and below them what they say together.
fn rows(state: &State, history: &Quarters<'_>, figures: &Figures) -> Vec<Entry> {
    if !figures.has_quarters {
        return vec![heading(state, Heading::Calibration, words::NOTHING_TO_LOOK_BACK_ON_YET)];
    }
    let headings = [
        (Heading::Calibration, anywhere::HOW_RIGHT_WE_WERE, true),
        (Heading::Expected, words::EXPECTED_AGAINST_REACHED, !figures.expected.is_empty()),
        (Heading::MostWrong, words::WHERE_WE_WERE_MOST_WRONG, !figures.gaps.is_empty()),
        (Heading::Late, words::WHAT_PAYS_BACK_LATE, !figures.late.is_empty()),
    ];
    let headings = headings.into_iter().filter(|row| row.2);
    let quarters = history.reviews.iter().rev().flat_map(|review| quarter_entries(state, review));
    quarters.chain(headings.map(|(of, title, _)| heading(state, of, title))).collect()
}

/// A quarter, and below it its key results where it is unfolded or filtered by.
fn quarter_entries(state: &State, review: &Review<'_>) -> Vec<Entry> {
    let target = Target::Quarter(review.quarter.key.clone());
    let fold = match is_open(state, &target) {
        _ if review.quarter.objectives.is_empty() => Fold::None,
        true => Fold::Open,
        false => Fold::Closed,
    };
    let below = if fold == Fold::Open { key_result::entries(state, review) } else { Vec::new() };
    let quarter = Entry::new(target, quarter_row(state, review).folded(fold));
    iter::once(quarter).chain(below).collect()
}

fn is_open(state: &State, quarter: &Target) -> bool {
    !state.list().filter.is_empty() || state.folds.get(quarter).copied().unwrap_or(false)
}

/// Shows the key results of a quarter, or hides them and selects it.
fn fold(state: &mut State, key: QuarterKey) {
    let quarter = Target::Quarter(key);
    let is_open = is_open(state, &quarter);
    state.folds.insert(quarter.clone(), !is_open);
    list::select(state, quarter);
}

fn quarter_row(state: &State, review: &Review<'_>) -> ListRow<'static> {
    let (theme, key) = (&state.look.theme, &review.quarter.key);
    let style = if state.place.as_ref() == Some(key) { theme.accent } else { theme.text };
    let counts = review.counts.line(", ");
    let head = Line::from(vec![
        Span::styled(format!("{:<7} ", review.label()), style),
        Span::styled(format!("{:<13} ", review.phase.word()), theme.quiet),
        Span::styled(spread(state, review), theme.score),
    ]);
    ListRow::new(head).and(Line::styled(counts, theme.quiet)).signed("  ")
}

/// The scores from 0.0 to 1.0 as steps, a gap where there is none.
fn spread(state: &State, review: &Review<'_>) -> String {
    let (steps, gap) = (state.look.glyphs.steps, state.look.glyphs.gap);
    let most = review.scores.iter().copied().max().unwrap_or(0);
    if most == 0 {
        return String::new();
    }
    let most = most.max(FULL_FROM);
    let step =
        |count: usize| if count == 0 { gap } else { steps[(count * (steps.len() - 1)).div_ceil(most)] };
    let all: String = review.scores.iter().map(|count| step(*count)).collect();
    let (open, close) = (state.look.glyphs.bar_open, state.look.glyphs.bar_close);
    format!("0 {open}{all}{close} 1")
}

fn nothing(state: &State, width: usize) -> Vec<Line<'static>> {
    let empty = detail::empty(state, Empty::History, ScreenAction::History(Action::Open), width);
    let is_set = state.here().is_none_or(|(quarter, _)| quarter.frame.committed.is_some());
    let before = (!is_set).then(|| not_committed(state));
    Lines::new(state, width).each(before, |lines, says| lines.text(&says).gap()).lines(empty).done()
}

fn quarter_detail(state: &State, review: &Review<'_>, width: usize) -> Vec<Line<'static>> {
    let cycle = review.cycle;
    let mut lines = Lines::new(state, width)
        .title(&review.label())
        .quiet(&cycle.shown_days())
        .gap()
        .text(&review.counts.line(", "))
        .each(review.expected(), |lines, both| lines.text(&expected_words(&both)))
        .each(says(review), |lines, says| lines.attention(&says))
        .gap();
    let has_gaps = detail::is_tall(state) && review.counts.with_score() > 0;
    let scores = review.scores.iter().enumerate().rev();
    for (tenths, count) in scores.filter(|(_, count)| has_gaps || **count > 0) {
        let score = u8::try_from(tenths).ok().and_then(Score::from_tenths).map(|score| score.to_string());
        lines = lines.field(&score.unwrap_or_default(), Some(&bar_of(state, *count)));
    }
    lines = lines
        .gap()
        .field(anywhere::CHECK_INS, Some(&words::held(anywhere::held_of(review.held, review.planned))))
        .each(caught(state, review), |lines, says| lines.field(words::SAID_ANEW, Some(&says)))
        .field(
            words::EFFORT,
            Some(&Budget::within(&state.workspace, review.cycle).against(review.effort.total())),
        )
        .each(EffortPhase::ALL, |lines, phase| {
            lines.field(&word(phase), Some(&review.effort.of(*phase).to_string()))
        })
        .gap()
        .each(MOMENTS, |lines, (moment, name)| {
            let brier = review.series(moment).map(|series| series.to_string());
            lines.field(&words::brier(name), brier.as_deref())
        })
        .gap();
    for (_, key_result) in review.quarter.key_results() {
        lines = lines.lines(key_result_lines(state, review, key_result, width)).gap();
    }
    lines.done()
}

/// How many key results have a score: a bar and the number, a gap for none.
fn bar_of(state: &State, count: usize) -> String {
    let glyphs = state.look.glyphs;
    if count == 0 {
        glyphs.gap.to_owned()
    } else {
        format!("{} {count}", glyphs.bar_full.repeat(count.min(BAR)))
    }
}

/// A key result: its way with the mark of 0.7, its readings, and what was believed against what came out.
fn key_result_lines(
    state: &State,
    review: &Review<'_>,
    key_result: &KeyResult,
    width: usize,
) -> Vec<Line<'static>> {
    let track = review.tracks.iter().find(|track| track.key_result == key_result.id);
    let readings: Vec<_> =
        review.quarter.all_readings(&key_result.id).iter().map(|reading| Some(reading.value)).collect();
    let lines = Lines::new(state, width).text(key_result.name());
    let lines = lines.way(review.quarter, key_result);
    let lines =
        if readings.len() > 1 { lines.lines([detail::trend(state, key_result, &readings)]) } else { lines };
    match track.map(said_then).filter(|says| !says.is_empty()) {
        Some(says) => lines.quiet(&says).done(),
        None => lines.done(),
    }
}

/// "opening 70, middle 50, last 40; score 0.4".
fn said_then(track: &Track) -> String {
    let said = MOMENTS.iter().filter_map(|(moment, name)| Some(format!("{name} {}", track.at(*moment)?)));
    let said: Vec<String> = said.collect();
    let score = track.score.map(anywhere::score);
    [Some(said.join(", ")).filter(|said| !said.is_empty()), score]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("; ")
}
