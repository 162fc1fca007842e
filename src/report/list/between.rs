//! What lies between the team and others: what is asked of it, what it answers, and what is measured at it.

use crate::domain::between::{Asked, Measured, Sides};
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::display::ARROW;
use crate::domain::word::word;
use crate::report::table::{Cell, Table};
use crate::words::report::lists as words;

/// Where a dependency stands, both sides heard, in a few words: "agreed", "open, not answered".
pub fn standing(asked: &Asked<'_>) -> String {
    let state = word(&asked.state());
    match asked.sides() {
        Sides::Agree => state,
        Sides::Unanswered => words::not_answered(&state),
        Sides::Differ => words::noted_here_as(&state, noted(asked)),
    }
}

/// The same with the day by when it comes: "agreed, by 20 Jan". It goes before what is needed, as a long need is cut at its end.
pub fn standing_by(asked: &Asked<'_>, today: Day) -> String {
    let by = Some(by(asked, today)).filter(|by| !by.is_empty()).map(|by| format!(",{by}"));
    format!("{}{}", standing(asked), by.unwrap_or_default())
}

/// What the asking team noted, with the day where that is what differs.
fn noted(asked: &Asked<'_>) -> String {
    let state = word(&asked.dependency.state);
    let is_day = asked.said().is_some_and(|answer| answer.state == asked.dependency.state);
    match asked.dependency.by.filter(|_| is_day) {
        Some(by) => format!("{state} by {by}"),
        None => state,
    }
}

/// By when it comes, where anybody said so: " by 20 Jan".
pub fn by(asked: &Asked<'_>, today: Day) -> String {
    asked.by().map(|day| format!(" by {}", day.short(today))).unwrap_or_default()
}

/// The key results of other teams that are measured here, in a line each.
pub fn measured_lines(desk: &Desk<'_>) -> Vec<String> {
    let line = |found: Measured<'_>| {
        let Measured { quarter, key_result, .. } = found;
        let movement = key_result.measure.movement(ARROW);
        format!("{}  {}, of {}", key_result.name(), movement, quarter.key.team)
    };
    desk.workspace.measured_at(desk.quarter).into_iter().map(line).collect()
}

/// What a team is called, or its id where it cannot be read.
fn name(desk: &Desk<'_>, asked: &Asked<'_>) -> String {
    desk.workspace.team_name(&asked.quarter.key.team).to_owned()
}

pub(super) fn asked(desk: &Desk<'_>) -> Table {
    let rows = desk.workspace.asked_of(desk.quarter).into_iter().map(|asked| {
        let said = asked.said();
        [
            Cell::text(&asked.dependency.id),
            Cell::text(name(desk, &asked)),
            Cell::text(&asked.key_result.id),
            Cell::maybe(asked.dependency.by),
            Cell::maybe(said.map(|answer| word(&answer.state))),
            Cell::maybe(said.and_then(|answer| answer.by)),
            Cell::maybe(said.and_then(|answer| answer.says.as_ref())),
            Cell::text(&asked.dependency.need),
            Cell::text(asked.path()),
        ]
    });
    Table::new(&["id", "team", "key_result", "by", "answer", "answer_by", "says", "need", "asked"]).with(rows)
}

pub(super) fn measured_here(desk: &Desk<'_>) -> Table {
    let rows = desk.workspace.measured_at(desk.quarter).into_iter().map(|found| {
        let Measured { quarter, objective, key_result } = found;
        let last = quarter.last_reading(&key_result.id).map(|reading| reading.value);
        [
            Cell::text(&quarter.key.team),
            Cell::text(&key_result.id),
            Cell::text(&objective.id),
            Cell::maybe(key_result.data.map(|data| word(&data))),
            Cell::text(key_result.measure.movement(ARROW)),
            Cell::number(last, key_result.measure.unit()),
            Cell::text(key_result.name()),
        ]
    });
    Table::new(&["team", "id", "objective", "data", "movement", "reading", "key_result"]).with(rows)
}
