//! What stands in the frame of a quarter, the hand-over it opens with, and what it cost.

use crate::domain::decision::Desk;
use crate::domain::frame::ListLine;
use crate::domain::word::word;
use crate::method::hand_over::{self, HandOver, PointKind};
use crate::method::waivers;
use crate::report::table::{Cell, Table};

pub(super) fn not_now(desk: &Desk<'_>) -> Table {
    lines(&desk.quarter.frame.not_now)
}

pub(super) fn keep_running(desk: &Desk<'_>) -> Table {
    lines(&desk.quarter.frame.keep_running)
}

pub(super) fn pre_mortem(desk: &Desk<'_>) -> Table {
    lines(&desk.quarter.frame.pre_mortem)
}

pub(super) fn parking_lot(desk: &Desk<'_>) -> Table {
    lines(&desk.quarter.frame.parking_lot)
}

fn lines(lines: &[ListLine]) -> Table {
    let row =
        |line: &ListLine| [Cell::text(&line.id), Cell::text(&line.text), Cell::maybe(line.reason.as_ref())];
    Table::new(&["id", "text", "reason"]).with(lines.iter().map(row))
}

pub(super) fn delivery(desk: &Desk<'_>) -> Table {
    let rows = desk.quarter.frame.delivery.iter().map(|delivery| {
        [
            Cell::text(&delivery.id),
            Cell::maybe(delivery.due),
            Cell::flag(delivery.done),
            Cell::maybe(delivery.promised_to.as_ref()),
            Cell::text(&delivery.text),
        ]
    });
    Table::new(&["id", "due", "done", "promised_to", "text"]).with(rows)
}

pub(super) fn overrides(desk: &Desk<'_>) -> Table {
    let rows = desk.quarter.frame.overrides.iter();
    let rows = rows.map(|gone| [Cell::text(gone.date), Cell::text(&gone.rule), Cell::text(&gone.reason)]);
    Table::new(&["date", "rule", "reason"]).with(rows)
}

/// The questions that were waived, those on the set first.
pub(super) fn waivers(desk: &Desk<'_>) -> Table {
    let rows = waivers::all(desk.quarter).into_iter().map(|(about, rule, waiver)| {
        [Cell::text(waiver.date), Cell::text(about), Cell::text(rule), Cell::text(&waiver.reason)]
    });
    Table::new(&["date", "about", "rule", "reason"]).with(rows)
}

pub(super) fn effort(desk: &Desk<'_>) -> Table {
    let rows = desk.quarter.efforts.iter().map(|effort| {
        [
            Cell::text(&effort.id),
            Cell::text(effort.date),
            Cell::text(word(&effort.phase)),
            Cell::value(effort.minutes),
            Cell::value(effort.people),
            Cell::value(effort.cost().0),
            Cell::text(&effort.title),
        ]
    });
    Table::new(&["id", "date", "phase", "minutes", "people", "person_minutes", "title"]).with(rows)
}

/// The points of the last quarter, with what became of each here (HND-1).
pub(super) fn hand_over(desk: &Desk<'_>) -> Table {
    let package = HandOver::to(desk.workspace, &desk.quarter.key);
    let points = package.map(|package| package.points).unwrap_or_default();
    let rows = points.iter().map(|point| {
        let became = hand_over::verdict(&desk.quarter.frame, &point.id);
        [
            Cell::text(&point.id),
            Cell::text(kind(point.kind)),
            Cell::maybe(became.map(|verdict| word(&verdict))),
            Cell::text(&point.text),
        ]
    });
    Table::new(&["id", "kind", "became", "text"]).with(rows)
}

fn kind(kind: PointKind) -> &'static str {
    match kind {
        PointKind::Lesson => "lesson",
        PointKind::WrongAssumption => "wrong-assumption",
        PointKind::Calibration => "calibration",
        PointKind::KeyResult => "key-result",
        PointKind::Watch => "watch",
        PointKind::Blocker => "blocker",
        PointKind::Action => "action",
        PointKind::Parked => "parked",
    }
}
