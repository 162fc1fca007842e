//! What the set holds: objectives, key results, and what stands in their files.

use crate::domain::decision::Desk;
use crate::domain::display::ARROW;
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::score::Progress;
use crate::domain::word::word;
use crate::method::check_ins::Rounds;
use crate::report::table::{Cell, Table};

pub(super) fn objectives(desk: &Desk<'_>) -> Table {
    let row = |objective: &Objective| {
        [
            Cell::text(&objective.id),
            Cell::text(&objective.title),
            Cell::value(objective.live_key_results().count()),
            Cell::maybe(objective.origin.map(|origin| word(&origin))),
            Cell::maybe(objective.contributes_to.as_ref()),
            desk.quarter.objective_score(objective).map_or_else(Cell::none, Cell::value),
            Cell::maybe(objective.dropped.as_ref().map(|dropped| dropped.date)),
        ]
    };
    let columns = &["id", "objective", "key_results", "origin", "contributes_to", "score", "dropped"];
    Table::new(columns).with(desk.quarter.objectives.iter().map(row))
}

pub(super) fn key_results(desk: &Desk<'_>) -> Table {
    let columns = &[
        "id",
        "objective",
        "state",
        "movement",
        "reading",
        "progress",
        "confidence",
        "hidden",
        "score",
        "due",
        "key_result",
    ];
    Table::new(columns)
        .with(desk.quarter.key_results().map(|(objective, kr)| key_result(desk, objective, kr)))
}

fn key_result(desk: &Desk<'_>, objective: &Objective, kr: &KeyResult) -> [Cell; 11] {
    let quarter = desk.quarter;
    let last = quarter.last_reading(&kr.id).map(|reading| reading.value);
    let rounds = Rounds::at(desk);
    let confidence = rounds.last_shown(&kr.id);
    let hidden = rounds.now(&kr.id, desk.today);
    let progress = match quarter.progress(kr) {
        Progress::NoData => Cell::none(),
        known => Cell::text(known),
    };
    let progress = progress.beside("progress_percent", quarter.progress(kr).percent());
    [
        Cell::text(&kr.id),
        Cell::text(&objective.id),
        Cell::text(state(desk, kr)),
        Cell::text(kr.committed_measure().movement(ARROW)),
        Cell::number(last, kr.measure.unit()),
        progress,
        confidence.map_or_else(Cell::none, |confidence| Cell::value(confidence.percent())),
        hidden.hidden_words(0).map_or_else(Cell::none, |words| Cell::shown(words, hidden.hidden)),
        score(desk, kr),
        desk.due(kr).map_or_else(Cell::none, Cell::text),
        Cell::text(kr.name()),
    ]
}

/// Where a key result stands, in one word.
pub(super) fn state(desk: &Desk<'_>, kr: &KeyResult) -> &'static str {
    use crate::domain::scoring::Outcome;
    match desk.quarter.outcome(kr) {
        Outcome::Open => "committed",
        outcome => outcome.word(),
    }
}

pub(super) fn score(desk: &Desk<'_>, kr: &KeyResult) -> Cell {
    desk.quarter.outcome(kr).score().map_or_else(Cell::none, Cell::value)
}

pub(super) fn assumptions(desk: &Desk<'_>) -> Table {
    let rows = desk.quarter.objectives.iter().flat_map(|objective| {
        objective.assumptions.iter().map(move |assumption| {
            let said = desk.quarter.verdict_on_assumption(objective, assumption);
            let verdict = said.and_then(|note| note.verdict);
            [
                Cell::text(&assumption.id),
                Cell::text(&objective.id),
                Cell::maybe(assumption.state.map(|state| word(&state))),
                Cell::maybe(verdict.map(|verdict| word(&verdict))),
                Cell::text(&assumption.text),
                Cell::maybe(assumption.noticed_by.as_ref()),
            ]
        })
    });
    Table::new(&["id", "objective", "state", "verdict", "assumption", "noticed_by"]).with(rows)
}

pub(super) fn negotiations(desk: &Desk<'_>) -> Table {
    let rows = desk.quarter.objectives.iter().flat_map(|objective| {
        objective.negotiations.iter().map(move |negotiation| {
            [
                Cell::text(&negotiation.id),
                Cell::text(&objective.id),
                Cell::text(word(&negotiation.from)),
                Cell::text(negotiation.date),
                Cell::text(&negotiation.asked),
                Cell::maybe(negotiation.outcome.as_ref()),
            ]
        })
    });
    Table::new(&["id", "objective", "from", "date", "asked", "outcome"]).with(rows)
}

pub(super) fn dependencies(desk: &Desk<'_>) -> Table {
    let rows = desk.quarter.key_results().flat_map(|(_, kr)| {
        kr.dependencies.iter().map(move |dependency| {
            let asked = desk.workspace.asked(desk.quarter, kr, dependency);
            let said = asked.said();
            [
                Cell::text(&dependency.id),
                Cell::text(&kr.id),
                Cell::text(&dependency.team),
                Cell::text(word(&dependency.state)),
                Cell::maybe(said.map(|answer| word(&answer.state))),
                Cell::maybe(said.and_then(|answer| answer.by)),
                Cell::maybe(said.and_then(|answer| answer.says.as_ref())),
                Cell::maybe(dependency.by),
                Cell::maybe(dependency.asker.as_ref()),
                Cell::text(&dependency.need),
            ]
        })
    });
    let columns =
        &["id", "key_result", "team", "state", "answer", "answer_by", "says", "by", "asker", "need"];
    Table::new(columns).with(rows)
}

pub(super) fn initiatives(desk: &Desk<'_>) -> Table {
    let rows = desk.quarter.key_results().flat_map(|(_, kr)| {
        kr.initiatives.iter().map(move |initiative| {
            [
                Cell::text(&initiative.id),
                Cell::text(&kr.id),
                Cell::flag(initiative.done),
                Cell::text(&initiative.text),
            ]
        })
    });
    Table::new(&["id", "key_result", "done", "initiative"]).with(rows)
}

pub(super) fn revisions(desk: &Desk<'_>) -> Table {
    let reworded = desk.quarter.objectives.iter().flat_map(|objective| {
        objective.revisions.iter().map(move |wording| {
            [
                Cell::text(wording.date),
                Cell::text(&objective.id),
                Cell::none(),
                Cell::none(),
                Cell::text(&wording.reason),
                Cell::text(&wording.title),
            ]
        })
    });
    let rows = desk.quarter.key_results().flat_map(|(objective, kr)| {
        let before = kr.revisions.first().into_iter().chain(&kr.revisions);
        kr.revisions.iter().zip(before).map(move |(revision, before)| {
            [
                Cell::text(revision.date),
                Cell::text(&objective.id),
                Cell::text(&kr.id),
                Cell::text(revision.movement_since(before, ARROW, desk.today)),
                Cell::text(&revision.reason),
                Cell::text(&revision.title),
            ]
        })
    });
    Table::new(&["date", "objective", "key_result", "movement", "reason", "title"]).with(reworded.chain(rows))
}
