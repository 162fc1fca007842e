//! What was changed, as the message of a commit: a subject a reviewer can scan, and a line for each change. It names
//! nobody and no vote.

mod lines;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::change::{Address, Edit, Record};
use crate::domain::check_in::{Sitting, SittingKind};
use crate::domain::cycle::Cycle;
use crate::domain::display::visible;
use crate::domain::quarter::QuarterKey;
use crate::domain::workspace::Workspace;
use crate::method::check_ins::Rounds;
use crate::words::counted::{self, Noun};
use crate::words::report::changes as words;

/// The longest subject and the longest line of a message, in characters.
const LONGEST: (usize, usize) = (72, 100);

/// The most changes that are told one by one.
const TOLD: usize = 40;

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// One line: whose quarter, and what.
    pub subject: String,
    /// A line for each change.
    pub lines: Vec<String>,
}

impl Message {
    /// The message as git takes it.
    pub fn text(&self) -> String {
        let body = self.lines.join("\n");
        if body.is_empty() { format!("{}\n", self.subject) } else { format!("{}\n\n{body}\n", self.subject) }
    }
}

/// Tells what edits come to; `workspace` is how everything stands after them.
pub fn message(edits: &[Edit], workspace: &Workspace) -> Message {
    let lines =
        edits.iter().flat_map(|edit| lines::of(edit, workspace)).map(|line| shortened(&line, LONGEST.1));
    let mut lines: Vec<String> = lines.collect();
    if lines.len() > TOLD {
        let more = lines.len() - TOLD;
        lines.truncate(TOLD);
        lines.push(words::and_more(more));
    }
    Message { subject: shortened(&subject(edits, workspace), LONGEST.0), lines }
}

fn shortened(line: &str, longest: usize) -> String {
    let line = visible(line);
    if line.chars().count() <= longest {
        return line.into_owned();
    }
    let kept: String = line.chars().take(longest - 1).collect();
    format!("{}…", kept.trim_end())
}

fn subject(edits: &[Edit], workspace: &Workspace) -> String {
    let keys: BTreeSet<&QuarterKey> = edits.iter().filter_map(|edit| side(edit)?.0.quarter()).collect();
    let called = |key: &QuarterKey| {
        let cycle = workspace.cycles.get(&key.cycle);
        format!("{} {}", key.team, cycle.map_or(key.cycle.as_str(), |cycle| &cycle.label))
    };
    let number = || counted::CHANGES.of(edits.len());
    let mut keys = keys.into_iter();
    match (keys.next(), keys.next()) {
        (None, _) => match edits {
            [] => words::OKR_HOW_GIT_MERGES_THESE_FILES.to_owned(),
            [only] => format!("okr: {}", lines::of(only, workspace).join(", ")),
            _ => format!("okr: {}", number()),
        },
        (Some(key), None) => {
            let parts = parts(edits, key, workspace).join(", ");
            let choices = only_line(edits, workspace).into_iter().chain(Some(parts)).chain(Some(number()));
            let mut choices =
                choices.filter(|what| !what.is_empty()).map(|what| format!("{}: {what}", called(key)));
            choices.find(|subject| subject.chars().count() <= LONGEST.0).unwrap_or_else(number)
        }
        (Some(one), Some(other)) => {
            let more = keys.count();
            let names = if more == 0 { called(other) } else { format!("{} more", more + 1) };
            format!("{}, {names}: {}", called(one), number())
        }
    }
}

/// The one change there is, where it is told in one line.
fn only_line(edits: &[Edit], workspace: &Workspace) -> Option<String> {
    let [only] = edits else { return None };
    noun(only)?;
    let mut lines = lines::of(only, workspace);
    if lines.len() == 1 { lines.pop() } else { None }
}

/// What came, or what went.
fn side(edit: &Edit) -> Option<&(Address, Record)> {
    edit.after.as_ref().or(edit.before.as_ref())
}

/// What was done in a quarter, by kind.
fn parts(edits: &[Edit], key: &QuarterKey, workspace: &Workspace) -> Vec<String> {
    let mut parts: Vec<String> = edits.iter().filter_map(|edit| milestone(edit, key)).collect();
    parts.extend(check_ins(edits, key, workspace));
    let mut counts: BTreeMap<(usize, Noun), usize> = BTreeMap::new();
    for edit in edits {
        if let Some(noun) = noun(edit) {
            *counts.entry(noun).or_default() += 1;
        }
    }
    parts.extend(counts.into_iter().map(|((_, noun), number)| noun.of(number)));
    parts
}

/// A step of the quarter as a whole.
fn milestone(edit: &Edit, key: &QuarterKey) -> Option<String> {
    let Some((Address::Frame(of), Record::Frame(after))) = &edit.after else { return None };
    let Some((_, Record::Frame(before))) = &edit.before else {
        return (of == key).then(|| words::BEGIN_THE_QUARTER.to_owned());
    };
    let steps = [
        (before.committed != after.committed && after.committed.is_some(), words::COMMIT_THE_SET),
        (before.closed != after.closed && after.closed.is_some(), words::CLOSE_THE_QUARTER),
        (before.committed.is_some() && after.committed.is_none(), words::TAKE_THE_COMMIT_BACK),
        (before.closed.is_some() && after.closed.is_none(), words::OPEN_THE_QUARTER_AGAIN),
    ];
    let steps: Vec<&str> =
        steps.into_iter().filter(|(is_taken, _)| *is_taken).map(|(_, step)| step).collect();
    (!steps.is_empty()).then(|| steps.join(", "))
}

/// `check-in 4, 3 readings`: the rounds of new sittings and what they read.
fn check_ins(edits: &[Edit], key: &QuarterKey, workspace: &Workspace) -> Vec<String> {
    let sittings: Vec<&Sitting> = edits.iter().filter_map(new_sitting).collect();
    let (votes, sittings): (Vec<&Sitting>, Vec<&Sitting>) =
        sittings.into_iter().partition(|sitting| sitting.kind == SittingKind::Opening);
    let quarter = workspace.quarters.get(key).zip(workspace.cycles.get(&key.cycle));
    let rounds = quarter.map(|(quarter, cycle)| Rounds::of(quarter, cycle, workspace.cadence(quarter)));
    let number = |sitting: &&Sitting| rounds.as_ref()?.round_of(sitting.date).map(|round| round.number);
    let numbers: BTreeSet<Option<usize>> = sittings.iter().map(number).collect();
    let mut parts = Vec::new();
    match (sittings.len(), numbers.first().copied().flatten()) {
        (0, _) => {}
        (_, Some(number)) if numbers.len() == 1 => parts.push(format!("check-in {number}")),
        (all, _) => parts.push(counted::CHECK_INS.of(all)),
    }
    let readings =
        sittings.iter().flat_map(|sitting| &sitting.check_ins).filter(|entry| entry.reading.is_some());
    parts.extend(Some(readings.count()).filter(|count| *count > 0).map(|count| counted::READINGS.of(count)));
    parts.extend((!votes.is_empty()).then(|| words::OPENING_VOTE.to_owned()));
    parts
}

fn new_sitting(edit: &Edit) -> Option<&Sitting> {
    match (&edit.before, &edit.after) {
        (None, Some((_, Record::Sitting(sitting)))) => Some(sitting),
        _ => None,
    }
}

/// What an edit is counted as, with its place in the subject; `None` where something else tells of it.
fn noun(edit: &Edit) -> Option<(usize, Noun)> {
    let is_new = edit.before.is_none();
    let (_, record) = side(edit)?;
    Some(match (record, is_new) {
        (Record::Objective(_), true) => (0, counted::NEW_OBJECTIVES),
        (Record::Objective(_), false) => (1, counted::OBJECTIVES),
        (Record::KeyResult(_), true) => (2, counted::NEW_KEY_RESULTS),
        (Record::KeyResult(_), false) => (3, counted::KEY_RESULTS),
        (Record::Scoring(_), _) => (4, counted::SCORES),
        (Record::Note(_), _) => (5, counted::NOTES),
        (Record::Effort(_), _) => (6, counted::EFFORTS),
        (Record::Sitting(_), false) => (7, counted::CHANGED_CHECK_INS),
        (Record::Team(_) | Record::Cycle(_) | Record::Settings(_) | Record::Steps(_), false) => {
            (8, counted::SETTINGS)
        }
        (Record::Frame(_), false) if !lines::is_a_step(edit) => (8, counted::SETTINGS),
        (
            Record::Sitting(_) | Record::Team(_) | Record::Cycle(_) | Record::Settings(_) | Record::Steps(_),
            true,
        )
        | (Record::Frame(_), _) => return None,
    })
}

/// The cycle of a quarter, for its days.
fn cycle<'w>(workspace: &'w Workspace, key: &QuarterKey) -> Option<&'w Cycle> {
    workspace.cycles.get(&key.cycle)
}

#[cfg(test)]
mod tests;
