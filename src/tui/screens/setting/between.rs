//! The rows of Setting about other teams: what they ask of us, and which of their key results are measured here.

use ratatui::text::{Line, Span};

use super::rows::heading;
use crate::domain::between::{Asked, Measured, Sides};
use crate::domain::quarter::{KeyResultKey, Quarter};
use crate::report::list::between::standing_by;
use crate::settings::actions::setting::Action;
use crate::tui::detail::{self, Lines};
use crate::tui::screens::Entry;
use crate::tui::state::State;
use crate::tui::target::{Heading, Target};
use crate::tui::widgets::list::Row as ListRow;
use crate::words::anywhere;
use crate::words::setting as words;

/// What other teams ask of us, those without an answer marked; nothing where nobody asks.
pub(super) fn asked_entries(state: &State, quarter: &Quarter) -> Vec<Entry> {
    let all = state.workspace.asked_of(quarter);
    let open = all.iter().filter(|asked| asked.sides() == Sides::Unanswered).count();
    let note = if open == 0 { words::ALL_ANSWERED.to_owned() } else { words::to_answer(open) };
    let rows = all.iter().map(|asked| asked_entry(state, asked));
    headed(heading(state, Heading::Asked, anywhere::ASKED_OF_US, &note), rows)
}

fn headed(heading: Entry, rows: impl Iterator<Item = Entry>) -> Vec<Entry> {
    let mut rows = rows.peekable();
    if rows.peek().is_none() { Vec::new() } else { std::iter::once(heading).chain(rows).collect() }
}

fn asked_entry(state: &State, asked: &Asked<'_>) -> Entry {
    let (theme, glyphs) = (&state.look.theme, state.look.glyphs);
    let is_open = asked.sides() == Sides::Unanswered;
    let (sign, style) =
        if is_open { (glyphs.attention, theme.attention) } else { (glyphs.waiting, theme.quiet) };
    let who = detail::team_name(state, &asked.quarter.key.team);
    let line = Line::from(vec![
        Span::styled(who.to_owned(), theme.text),
        Span::styled(format!(" ({})", standing_by(asked, state.today)), style),
        Span::styled(format!(": {}", asked.dependency.need), theme.text),
    ]);
    let row = ListRow::new(line).signed(Span::styled(sign, style)).indented(1);
    Entry::new(Target::Asked(asked.path()), row)
}

/// The key results of other teams whose numbers are read here; nothing where there is none.
pub(super) fn measured_entries(state: &State, quarter: &Quarter) -> Vec<Entry> {
    let all = state.workspace.measured_at(quarter);
    let rows = all.iter().map(|found| measured_entry(state, found));
    headed(heading(state, Heading::Measured, anywhere::MEASURED_HERE, &all.len().to_string()), rows)
}

fn measured_entry(state: &State, found: &Measured<'_>) -> Entry {
    let (theme, glyphs) = (&state.look.theme, state.look.glyphs);
    let who = detail::team_name(state, &found.quarter.key.team);
    let line = Line::styled(format!("{who}: {}", found.key_result.name()), theme.text);
    let row = ListRow::new(line).and(Line::styled(found.key_result.measure.movement(glyphs.to), theme.quiet));
    let target = Target::Measured(found.quarter.key_of(found.key_result));
    Entry::new(target, row.indented(1))
}

/// What is said about something that is asked of us.
pub(super) fn asked_detail(state: &State, path: &str, width: usize) -> Vec<Line<'static>> {
    let Some(asked) = state.workspace.asked_at(path) else { return Vec::new() };
    Lines::new(state, width)
        .lines(detail::asked(state, &asked, width))
        .gap()
        .key(&words::answers(state.keymap.key(Action::Edit)))
        .done()
}

/// What is said about a key result that is measured here.
pub(super) fn measured_detail(state: &State, key: &KeyResultKey, width: usize) -> Vec<Line<'static>> {
    let found = state.workspace.key_result(key);
    let Some((quarter, objective, key_result)) = found else { return Vec::new() };
    detail::measured(state, &Measured { quarter, objective, key_result }, width)
}
