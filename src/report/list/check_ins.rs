//! What was said on the way, and how it came out.

use super::set::{score, state};
use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
use crate::domain::decision::Desk;
use crate::domain::display::ARROW;
use crate::domain::key_result::KeyResult;
use crate::domain::scoring::Scoring;
use crate::domain::word::word;
use crate::method::check_ins::Rounds;
use crate::report::table::{Cell, Table};
use crate::words::anywhere;

pub(super) fn check_ins(desk: &Desk<'_>) -> Table {
    let columns = &[
        "id",
        "date",
        "kind",
        "key_result",
        "reading",
        "confidence",
        "low",
        "high",
        "plan",
        "changed",
        "blocked",
        "decision",
        "recalled",
        "agreed",
    ];
    let rounds = Rounds::at(desk);
    let rows = desk.quarter.standing_sittings().flat_map(|sitting| {
        let said = sitting.check_ins.iter().map(Some);
        let only_decided = sitting.check_ins.is_empty().then_some(None);
        said.chain(only_decided).map(|entry| check_in(desk, &rounds, (sitting, entry))).collect::<Vec<_>>()
    });
    Table::new(columns).with(rows)
}

fn check_in(
    desk: &Desk<'_>,
    rounds: &Rounds<'_>,
    (sitting, entry): (&Sitting, Option<&CheckIn>),
) -> [Cell; 14] {
    let shown = entry.filter(|entry| rounds.is_shown(sitting, &entry.key_result));
    let votes = shown.map(|entry| entry.confidence.sorted()).unwrap_or_default();
    let is_hidden = shown.is_none() && entry.is_some_and(|entry| !entry.confidence.is_empty());
    let hidden = Cell::shown("hidden", ());
    let percent = |vote: Option<&crate::domain::confidence::Confidence>| {
        vote.map_or_else(Cell::none, |vote| Cell::value(vote.percent()))
    };
    let unit = entry
        .and_then(|entry| desk.quarter.key_result(&entry.key_result))
        .map_or("", |(_, key_result)| key_result.measure.unit());
    let reading = match entry {
        Some(entry) if entry.not_readable => Cell::text(anywhere::NOT_READABLE_YET),
        entry => Cell::number(entry.and_then(|entry| entry.reading), unit),
    };
    [
        Cell::text(&sitting.id),
        Cell::text(sitting.date),
        Cell::text(if sitting.kind == SittingKind::Opening { "opening" } else { "check-in" }),
        Cell::maybe(entry.map(|entry| &entry.key_result)),
        reading,
        if is_hidden { hidden } else { percent(shown.and_then(CheckIn::median).as_ref()) },
        percent(votes.first()),
        percent(votes.last()),
        Cell::maybe(entry.and_then(|entry| entry.plan).map(|plan| word(&plan))),
        Cell::maybe(entry.and_then(|entry| entry.changed.as_ref())),
        Cell::maybe(entry.and_then(|entry| entry.blocked.as_ref())),
        Cell::maybe(sitting.decision.as_ref()),
        Cell::maybe(sitting.recall.as_ref().map(|recall| anywhere::part_of(recall.named, recall.of))),
        Some(sitting.actions.len()).filter(|count| *count > 0).map_or_else(Cell::none, Cell::value),
    ]
}

/// What was agreed at the check-ins (CHK-4), oldest first.
pub(super) fn agreed(desk: &Desk<'_>) -> Table {
    let sittings = desk.quarter.standing_sittings();
    let rows = sittings.flat_map(|sitting| sitting.actions.iter().map(move |action| (sitting.date, action)));
    let rows = rows.map(|(date, action)| {
        [
            Cell::text(date),
            Cell::maybe(action.key_result.as_ref()),
            Cell::maybe(action.by),
            Cell::maybe(action.asker.as_ref()),
            Cell::text(&action.text),
        ]
    });
    Table::new(&["date", "key_result", "by", "asker", "action"]).with(rows)
}

pub(super) fn scores(desk: &Desk<'_>) -> Table {
    let columns = &[
        "key_result",
        "state",
        "movement",
        "reading",
        "date",
        "proposed",
        "score",
        "reads_later",
        "work_done",
        "reason",
        "tells_us",
    ];
    Table::new(columns).with(desk.quarter.key_results().map(|(_, kr)| scoring(desk, kr)))
}

/// The score the formula proposes, and where the number went the wrong way, how far.
fn proposed(desk: &Desk<'_>, kr: &KeyResult, scoring: Option<&Scoring>) -> Cell {
    let Some(score) = scoring.and_then(|scoring| desk.proposed_score(kr, scoring)) else {
        return Cell::none();
    };
    let progress = desk.quarter.progress(kr);
    let shown = progress.away().map_or_else(|| score.to_string(), |away| format!("{score}, {away}"));
    Cell::shown(shown, score).beside("progress_percent", progress.percent())
}

fn scoring(desk: &Desk<'_>, kr: &KeyResult) -> [Cell; 11] {
    let measure = kr.committed_measure();
    let scored_by = desk.quarter.scored_by(&kr.id);
    let scoring = scored_by.as_ref();
    let reading = scoring.and_then(|scoring| scoring.reading);
    [
        Cell::text(&kr.id),
        Cell::text(state(desk, kr)),
        Cell::text(measure.movement(ARROW)),
        Cell::number(reading, measure.unit()),
        Cell::maybe(scoring.and_then(|scoring| scoring.date)),
        proposed(desk, kr, scoring),
        score(desk, kr),
        Cell::maybe(scoring.and_then(|scoring| scoring.reads_later.as_ref())),
        Cell::maybe(scoring.and_then(|scoring| scoring.work_done).map(|work| word(&work))),
        Cell::maybe(scoring.and_then(|scoring| scoring.reason.as_ref())),
        Cell::maybe(scoring.and_then(|scoring| scoring.tells_us.as_ref())),
    ]
}
