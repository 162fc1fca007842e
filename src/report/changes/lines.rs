//! One change in a line, or a check-in in a line for each key result it speaks of.

use std::iter::once;

use super::cycle;
use crate::domain::change::{Address, Edit, Record};
use crate::domain::check_in::{CheckIn, Plan, Sitting, SittingKind};
use crate::domain::display::first_line;
use crate::domain::frame::{Dropped, Frame};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::quantity::with_unit;
use crate::domain::quarter::QuarterKey;
use crate::domain::retrospective::Note;
use crate::domain::scoring::Scoring;
use crate::domain::word::word;
use crate::domain::workspace::Workspace;
use crate::method::fields::{self, Field, Input, NumberOf};
use crate::words::report::changes as words;

/// Tells an edit.
pub(super) fn of(edit: &Edit, workspace: &Workspace) -> Vec<String> {
    match (&edit.before, &edit.after) {
        (None, None) => Vec::new(),
        (Some((_, before)), None) => vec![format!("remove {}", before.called())],
        (None, Some((at, after))) => new(at, after, workspace),
        (Some((from, before)), Some((to, after))) => {
            let moved = (from != to).then(|| words::TO_ANOTHER_OBJECTIVE.to_owned());
            let differences = differences((before, after), to, workspace);
            let parts: Vec<String> = moved.into_iter().chain(differences).collect();
            let said = match parts.as_slice() {
                [] if before == after => "comments".to_owned(),
                [] => words::SMALLER_THINGS.to_owned(),
                parts => parts.join(", "),
            };
            vec![format!("{}: {said}", after.called())]
        }
    }
}

/// Tells whether an edit of a frame is one of the steps of a quarter.
pub(super) fn is_a_step(edit: &Edit) -> bool {
    matches!(
        (&edit.before, &edit.after),
        (Some((_, Record::Frame(before))), Some((_, Record::Frame(after))))
            if before.committed != after.committed || before.closed != after.closed
    )
}

fn new(at: &Address, record: &Record, workspace: &Workspace) -> Vec<String> {
    match (record, at) {
        (Record::Sitting(sitting), Address::Sitting(key, _)) => of_sitting(sitting, key, workspace),
        (Record::Scoring(scoring), Address::Scoring(key, _)) => vec![of_scoring(scoring, key, workspace)],
        (Record::Note(note), _) => vec![of_note(note)],
        _ => vec![format!("new: {}", record.called())],
    }
}

/// What a sitting says, without a vote.
fn of_sitting(sitting: &Sitting, key: &QuarterKey, workspace: &Workspace) -> Vec<String> {
    let near = cycle(workspace, key).map_or(sitting.date, |cycle| cycle.first);
    let day = sitting.date.short(near);
    let entries = sitting.check_ins.iter().map(|entry| {
        let key_result = key_result(workspace, key, entry);
        let name = key_result.map_or(entry.key_result.as_str(), KeyResult::name);
        if sitting.kind == SittingKind::Opening {
            return words::opening_vote(name);
        }
        format!("{name}: {}", said(entry, key_result, &day))
    });
    let verb = if sitting.is_empty() { words::TAKES_BACK } else { "corrects" };
    let corrects = sitting.supersedes.as_ref().map(|_| words::the_check_in_of(verb, &day));
    let decision = sitting.decision.as_ref().map(|decision| words::decision_on(&day, decision));
    let actions = sitting.actions.iter().map(|action| words::until_the_next_check_in(&action.text));
    corrects.into_iter().chain(entries).chain(decision).chain(actions).collect()
}

fn said(entry: &CheckIn, key_result: Option<&KeyResult>, day: &str) -> String {
    let shown = |key_result: &KeyResult| entry.reading.map(|value| key_result.measure.shown(value));
    let reading = key_result.map_or_else(|| entry.reading.map(|value| value.to_string()), shown);
    let parts = [
        reading.map(|reading| format!("{reading} on {day}")),
        entry.not_readable.then(|| words::no_number_yet_on(day)),
        entry.plan.filter(|plan| *plan != Plan::Yes).map(|plan| format!("plan: {}", word(&plan))),
        entry
            .blocked
            .as_ref()
            .map(|text| if text.is_empty() { words::NOT_BLOCKED } else { "blocked" }.to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { words::check_in_on(day) } else { parts.join(", ") }
}

fn key_result<'w>(workspace: &'w Workspace, key: &QuarterKey, entry: &CheckIn) -> Option<&'w KeyResult> {
    Some(workspace.quarters.get(key)?.key_result(&entry.key_result)?.1)
}

fn of_scoring(scoring: &Scoring, key: &QuarterKey, workspace: &Workspace) -> String {
    let quarter = workspace.quarters.get(key);
    let key_result = quarter.and_then(|quarter| quarter.key_result(&scoring.key_result));
    let name = key_result.map_or(scoring.key_result.as_str(), |(_, key_result)| key_result.name());
    match (scoring.score, &scoring.reads_later) {
        (Some(score), _) => format!("{name}: score {score}"),
        (None, Some(later)) => words::reads_later(name, later),
        (None, None) => words::final_reading(name),
    }
}

fn of_note(note: &Note) -> String {
    let kind = word(&note.kind);
    if note.text.is_empty() { kind } else { format!("{kind}: {}", note.text) }
}

/// In what two versions of a record differ.
fn differences(versions: (&Record, &Record), at: &Address, workspace: &Workspace) -> Vec<String> {
    match versions {
        (Record::KeyResult(before), Record::KeyResult(after)) => of_key_result(before, after),
        (Record::Objective(before), Record::Objective(after)) => of_objective(before, after),
        (Record::Frame(before), Record::Frame(after)) => of_frame(before, after),
        (Record::Scoring(before), Record::Scoring(after)) => of_scores((before, after), at, workspace),
        (Record::Note(before), Record::Note(after)) => {
            changed(fields::of_note(after.kind), before, after, NO_UNIT)
        }
        (Record::Effort(before), Record::Effort(after)) => changed(fields::EFFORT, before, after, NO_UNIT),
        (Record::Team(before), Record::Team(after)) => changed(fields::TEAM, before, after, NO_UNIT),
        (Record::Cycle(before), Record::Cycle(after)) => changed(fields::CYCLE, before, after, NO_UNIT),
        (Record::Settings(before), Record::Settings(after)) => {
            changed(fields::SETTINGS, before, after, NO_UNIT)
        }
        (before, after) if before == after => Vec::new(),
        _ => vec!["rewritten".to_owned()],
    }
}

fn of_scores((before, after): (&Scoring, &Scoring), at: &Address, workspace: &Workspace) -> Vec<String> {
    let quarter = at.quarter().and_then(|key| workspace.quarters.get(key));
    let found = quarter.and_then(|quarter| quarter.key_result(&after.key_result));
    let unit = found.map_or("", |(_, key_result)| key_result.measure.unit());
    let later = (before.later != after.later, words::A_LATER_READING);
    changed(fields::SCORING, before, after, |_| unit).into_iter().chain(named(once(later))).collect()
}

fn of_key_result(before: &KeyResult, after: &KeyResult) -> Vec<String> {
    let step = match (before.revisions.len(), after.revisions.last()) {
        (0, Some(_)) => Some("committed".to_owned()),
        (had, Some(last)) if had < after.revisions.len() => Some(format!("revised ({})", last.reason)),
        _ => None,
    };
    let lists = [
        (before.initiatives != after.initiatives, "initiatives"),
        (before.dependencies != after.dependencies, "dependencies"),
        (before.waivers != after.waivers, words::WAIVED_QUESTIONS),
    ];
    let rows = changed(fields::KEY_RESULT, before, after, |of| of.unit(after));
    let dropped = dropped(before.dropped.as_ref(), after.dropped.as_ref());
    let place = (before.rank != after.rank, "place");
    step.into_iter().chain(dropped).chain(rows).chain(named(lists.into_iter().chain(once(place)))).collect()
}

fn of_objective(before: &Objective, after: &Objective) -> Vec<String> {
    let lists = [
        (before.assumptions != after.assumptions, "assumptions"),
        (before.negotiations != after.negotiations, words::WHAT_WAS_ASKED_OF_IT),
        (before.waivers != after.waivers, words::WAIVED_QUESTIONS),
        (before.rank != after.rank, "place"),
    ];
    let rows = changed(fields::OBJECTIVE, before, after, NO_UNIT);
    dropped(before.dropped.as_ref(), after.dropped.as_ref())
        .into_iter()
        .chain(rows)
        .chain(named(lists))
        .collect()
}

fn of_frame(before: &Frame, after: &Frame) -> Vec<String> {
    let committed = if after.committed.is_some() { "committed" } else { words::COMMITTED_NO_MORE };
    let closed = if after.closed.is_some() { "closed" } else { words::OPEN_AGAIN };
    let step = [(before.committed != after.committed, committed), (before.closed != after.closed, closed)];
    let lists = [
        (before.not_now != after.not_now, words::NOT_NOW),
        (before.keep_running != after.keep_running, words::KEEP_RUNNING),
        (before.delivery != after.delivery, words::DELIVERY_LIST),
        (before.handed != after.handed, "hand-over"),
        (before.pre_mortem != after.pre_mortem, words::PRE_MORTEM),
        (before.parking_lot != after.parking_lot, words::PARKING_LOT),
        (before.answers != after.answers, words::ANSWERS_TO_OTHER_TEAMS),
        (before.mid_quarter != after.mid_quarter, words::MID_QUARTER),
        (before.waivers != after.waivers, words::WAIVED_QUESTIONS),
        (before.overrides != after.overrides, words::REASONS_TO_GO_ON),
    ];
    let rows = changed(fields::FRAME, before, after, NO_UNIT);
    named(step).chain(rows).chain(named(lists)).collect()
}

fn dropped(before: Option<&Dropped>, after: Option<&Dropped>) -> Option<String> {
    match (before, after) {
        (None, Some(dropped)) => Some(format!("dropped ({})", first_line(&dropped.reason))),
        (Some(_), None) => Some(words::TAKEN_UP_AGAIN.to_owned()),
        _ => None,
    }
}

fn named<'a>(rows: impl IntoIterator<Item = (bool, &'a str)>) -> impl Iterator<Item = String> {
    rows.into_iter().filter(|(differs, _)| *differs).map(|(_, name)| name.to_owned())
}

/// Of records whose numbers have no unit.
const NO_UNIT: fn(NumberOf) -> &'static str = |_| "";

/// The fields that differ: numbers in their units, days and words with what they were and are, texts by name.
fn changed<'u, T>(
    fields: &[Field<T>],
    before: &T,
    after: &T,
    unit: impl Fn(NumberOf) -> &'u str,
) -> Vec<String> {
    let told = |field: &Field<T>| {
        let (was, is) = ((field.get)(before), (field.get)(after));
        if was == is {
            return None;
        }
        let shown = |text: String| match (&field.input, text.parse()) {
            _ if text.is_empty() => "nothing".to_owned(),
            (Input::Number(of), Ok(number)) => with_unit(number, unit(*of)),
            _ => text,
        };
        Some(match field.input {
            Input::Text
            | Input::Prose
            | Input::Names
            | Input::Count
            | Input::Minutes
            | Input::Confidence
            | Input::Elsewhere(_) => field.label.to_owned(),
            Input::Number(_) | Input::Score | Input::Day(_) | Input::Choice(_) => {
                format!("{} {} → {}", field.label, shown(was), shown(is))
            }
        })
    };
    fields.iter().filter_map(told).collect()
}
