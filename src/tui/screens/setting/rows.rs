//! The rows of Setting: ground rules, hand-over, the set with its lights, the lists beside it.

use ratatui::text::{Line, Span};

use crate::domain::decision::{AskedOf, Principle};
use crate::domain::frame::Frame;
use crate::domain::id::LineId;
use crate::domain::key_result::{KeyResult, LightState};
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;
use crate::domain::word::word;
use crate::method::hand_over::{self, HandOver, Point};
use crate::report::list::between::standing_by;
use crate::tui::detail::{self, kind_word};
use crate::tui::fit;
use crate::tui::screens::{Entry, unread};
use crate::tui::state::State;
use crate::tui::target::{Heading, Target};
use crate::tui::widgets::list::Row as ListRow;
use crate::words::anywhere;
use crate::words::setting as words;

pub(super) fn heading(state: &State, heading: Heading, title: &str, note: &str) -> Entry {
    let theme = &state.look.theme;
    let line = Line::from(vec![
        Span::styled(title.to_owned(), theme.heading),
        Span::raw("  "),
        Span::styled(note.to_owned(), theme.quiet),
    ]);
    Entry::new(Target::Heading(heading), ListRow::new(line))
}

/// The heading of the set, with what is asked of the set as a whole.
pub(super) fn marked(state: &State, entry: Entry) -> Entry {
    let Some(mark) = detail::mark(state, &AskedOf::Quarter) else { return entry };
    entry.with(|row| row.and(mark))
}

pub(super) fn frame_words(state: &State, quarter: &Quarter) -> String {
    let frame = &quarter.frame;
    if frame.is_unread {
        return anywhere::CANNOT_BE_READ.to_owned();
    }
    let yes = Principle::ALL.into_iter().filter(|one| one.answer(frame) == Some(true)).count();
    let promise = if frame.sponsor_promise.is_some() { words::PROMISE_GIVEN } else { words::NO_PROMISE_YET };
    words::promise_and_principles(word(&state.workspace.cadence(quarter)), promise, yes)
}

pub(super) fn objective_entries(state: &State, quarter: &Quarter, objective: &Objective) -> Vec<Entry> {
    let theme = &state.look.theme;
    let style = if objective.dropped.is_some() { theme.quiet } else { theme.text };
    let dropped = if objective.dropped.is_some() { words::THEN_DROPPED } else { "" };
    let title =
        Line::from(vec![Span::styled(objective.title.clone(), style), Span::styled(dropped, theme.quiet)]);
    let mut row = ListRow::new(title);
    if let Some(mark) = detail::mark(state, &AskedOf::Objective(objective.id.clone())) {
        row = row.and(mark);
    }
    let mut entries = vec![Entry::new(Target::Objective(objective.id.clone()), row)];
    for key_result in &objective.key_results {
        entries.push(key_result_entry(state, key_result));
        entries.extend(key_result.initiatives.iter().map(|initiative| {
            let sign = if initiative.done { state.look.glyphs.done } else { state.look.glyphs.dot };
            let target = Target::Initiative(key_result.id.clone(), initiative.id.clone());
            Entry::new(target, quiet_row(state, sign, &initiative.text).indented(2))
        }));
        entries.extend(key_result.dependencies.iter().map(|dependency| {
            let words = format!(
                "{} ({}): {}",
                state.workspace.name_of(&dependency.team),
                standing_by(&state.workspace.asked(quarter, key_result, dependency), state.today),
                dependency.need
            );
            let target = Target::Dependency(key_result.id.clone(), dependency.id.clone());
            Entry::new(target, quiet_row(state, state.look.glyphs.waiting, &words).indented(2))
        }));
    }
    entries.extend(unread::entries(state, quarter, objective));
    entries.extend(objective.assumptions.iter().map(|assumption| {
        let target = Target::Assumption(objective.id.clone(), assumption.id.clone());
        Entry::new(
            target,
            quiet_row(state, words::ASSUMES, &detail::assumption_words(quarter, objective, assumption))
                .indented(1),
        )
    }));
    entries.extend(objective.negotiations.iter().map(|negotiation| {
        let target = Target::Negotiation(objective.id.clone(), negotiation.id.clone());
        Entry::new(target, quiet_row(state, anywhere::ASKED, &negotiation.to_string()).indented(1))
    }));
    entries
}

fn quiet_row(state: &State, sign: &'static str, words: &str) -> ListRow<'static> {
    let style = state.look.theme.quiet;
    ListRow::new(Line::styled(words.to_owned(), style)).signed(Span::styled(sign, style))
}

/// The five lights and the name, the movement below; or what is missing.
fn key_result_entry(state: &State, key_result: &KeyResult) -> Entry {
    let (theme, glyphs) = (&state.look.theme, state.look.glyphs);
    let lights: String = key_result
        .lights()
        .iter()
        .map(|light| match light.state {
            LightState::On => glyphs.light_on,
            LightState::Off => glyphs.light_off,
            LightState::Ask => "?",
        })
        .collect();
    let lights = format!("{}{lights}{}", glyphs.bar_open, glyphs.bar_close);
    let hang = " ".repeat(fit::width(&lights));
    let style = if key_result.dropped.is_some() { theme.quiet } else { theme.text };
    let name = Line::styled(key_result.name().to_owned(), style);
    let row = ListRow::new(name).signed(Span::styled(lights, theme.quiet));
    let gaps: Vec<String> = key_result.gaps().iter().map(|gap| fit::tied(&gap.to_string())).collect();
    let mark = detail::mark(state, &AskedOf::KeyResult(key_result.id.clone()));
    let beside = |row: ListRow<'static>| match mark {
        Some(mark) => row.beside(mark),
        None => row,
    };
    let row = match (&key_result.dropped, gaps.is_empty()) {
        (Some(_), _) => row.and(Line::styled(anywhere::DROPPED, theme.quiet)),
        (None, true) => beside(row.and(Line::styled(key_result.measure.movement(glyphs.to), theme.quiet))),
        (None, false) => {
            let sign = Span::styled(glyphs.attention, theme.attention);
            beside(row.and(Line::styled(gaps.join(", "), theme.attention)).signed(sign))
        }
    };
    Entry::new(Target::KeyResult(key_result.id.clone()), row.signed(hang).indented(1))
}

pub(super) fn list_entries(state: &State, frame: &Frame) -> Vec<Entry> {
    let theme = &state.look.theme;
    let line = |id: &LineId, text: &str, note: Option<String>| {
        let words = Line::from(vec![
            Span::styled(text.to_owned(), theme.text),
            Span::styled(note.map(|note| format!("  {note}")).unwrap_or_default(), theme.quiet),
        ]);
        Entry::new(Target::Line(id.clone()), ListRow::new(words).indented(1))
    };
    let count = |count: usize| match count {
        0 if frame.is_unread => anywhere::CANNOT_BE_READ.to_owned(),
        count => count.to_string(),
    };
    let mut entries = vec![heading(state, Heading::NotNow, anywhere::NOT_NOW, &count(frame.not_now.len()))];
    entries.extend(frame.not_now.iter().map(|row| line(&row.id, &row.text, row.reason.clone())));
    entries.push(heading(
        state,
        Heading::KeepRunning,
        anywhere::KEEP_RUNNING,
        &count(frame.keep_running.len()),
    ));
    entries.extend(frame.keep_running.iter().map(|row| line(&row.id, &row.text, row.reason.clone())));
    entries.push(heading(state, Heading::Delivery, words::DELIVERY_LIST, &count(frame.delivery.len())));
    entries.extend(frame.delivery.iter().map(|row| {
        let due = row.due.map(|day| anywhere::by(day.short(state.today)));
        line(&row.id, &row.text, if row.done { Some(words::DONE.to_owned()) } else { due })
    }));
    entries
}

pub(super) fn handed_entries(state: &State) -> Vec<Entry> {
    let Some((quarter, _)) = state.here() else { return Vec::new() };
    let points = points(state);
    if points.is_empty() {
        return Vec::new();
    }
    let list = |note: &str| heading(state, Heading::HandOver, words::FROM_THE_LAST_QUARTER, note);
    if quarter.frame.is_unread {
        return vec![list(anywhere::CANNOT_BE_READ)];
    }
    let is_open = |point: &&Point| {
        !point.kind.verdicts().is_empty() && hand_over::verdict(&quarter.frame, &point.id).is_none()
    };
    let open = points.iter().filter(is_open).count();
    let note = if open == 0 { words::ALL_TICKED.to_owned() } else { words::to_tick(open) };
    let mut entries = vec![list(&note)];
    for of_kind in points.chunk_by(|one, other| one.kind == other.kind) {
        let kind = of_kind[0].kind;
        let row = ListRow::new(Line::styled(kind_word(kind), state.look.theme.quiet)).indented(1);
        entries.push(Entry::new(Target::Heading(Heading::Points(kind)), row));
        entries.extend(of_kind.iter().map(|point| handed_entry(state, &quarter.frame, point)));
    }
    entries
}

fn handed_entry(state: &State, frame: &Frame, point: &Point) -> Entry {
    let (theme, glyphs) = (&state.look.theme, state.look.glyphs);
    let tick = hand_over::verdict(frame, &point.id).map(|verdict| word(&verdict));
    let sign = match (&tick, point.kind.verdicts().is_empty()) {
        (Some(_), _) => glyphs.done,
        (None, true) => glyphs.dot,
        (None, false) => glyphs.draft,
    };
    let line = Line::from(vec![
        Span::styled(point.text.clone(), theme.text),
        Span::styled(tick.map(|tick| format!("  {}", fit::tied(&tick))).unwrap_or_default(), theme.accent),
    ]);
    let row = ListRow::new(line).signed(Span::styled(sign, theme.quiet)).indented(1);
    Entry::new(Target::Handed(point.id.clone()), row)
}

/// What the last quarter hands over.
pub(super) fn points(state: &State) -> Vec<Point> {
    let package = state.place.as_ref().and_then(|key| HandOver::to(&state.workspace, key));
    package.map(|package| package.points).unwrap_or_default()
}
