//! What the quarter taught.

use crate::domain::decision::Desk;
use crate::domain::retrospective::{Note, NoteKind};
use crate::domain::word::word;
use crate::report::table::{Cell, Table};

pub(super) fn notes(desk: &Desk<'_>) -> Table {
    let columns = &["id", "date", "kind", "about", "verdict", "dots", "text"];
    Table::new(columns).with(desk.quarter.notes.iter().map(note))
}

/// What a note speaks of: an assumption, a key result or an objective.
pub(in crate::report) fn about(note: &Note) -> Option<String> {
    let assumption = note.assumption.as_ref().map(ToString::to_string);
    let key_result = note.key_result.as_ref().map(ToString::to_string);
    let objective = note.objective.as_ref().map(ToString::to_string);
    assumption.or(key_result).or(objective)
}

/// The verdict of a note, where it is one (RET-3 to RET-5).
pub(in crate::report) fn verdict(note: &Note) -> Option<String> {
    let difficulty = note.difficulty.map(|verdict| word(&verdict));
    let importance = note.importance.map(|verdict| word(&verdict));
    difficulty.or(importance).or(note.verdict.map(|verdict| word(&verdict)))
}

fn note(note: &Note) -> [Cell; 7] {
    [
        Cell::text(&note.id),
        Cell::text(note.date),
        Cell::text(word(&note.kind)),
        Cell::maybe(about(note)),
        Cell::maybe(verdict(note)),
        note.dots.map_or_else(Cell::none, Cell::value),
        Cell::text(&note.text),
    ]
}

pub(super) fn actions(desk: &Desk<'_>) -> Table {
    let actions = desk.quarter.notes_of(NoteKind::Action);
    let rows = actions.map(|note| {
        [
            Cell::text(&note.id),
            Cell::maybe(note.first_date),
            Cell::maybe(note.starts.as_ref()),
            Cell::text(&note.text),
            Cell::maybe(note.seen_by.as_ref()),
        ]
    });
    Table::new(&["id", "first_date", "starts", "action", "seen_by"]).with(rows)
}
