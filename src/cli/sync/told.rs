//! Tells what came of sharing: what went out and came in, what clashes, what stopped it.

use std::path::Path;

use serde_json::{Value, json};

use crate::cli::answer::Answer;
use crate::cli::halt::{Code, Halt};
use crate::domain::change::{Address, Record};
use crate::domain::display::visible;
use crate::store::Draft;
use crate::store::merge::Clash as Field;
use crate::store::problem::Problem;
use crate::store::save::Conflict;
use crate::sync::{Shared, Trouble};
use crate::words::cli::sync as words;
use crate::words::counted;

/// The answer of `okr sync`.
pub(super) fn answer(
    shared: &Shared,
    trouble: Option<&Trouble>,
    contradictions: &[Problem],
    waiting: &[(Draft, Option<Conflict>)],
) -> Answer {
    let mut answer = Answer::data(String::new(), json(shared, trouble, contradictions, waiting));
    for line in lines(shared, trouble.is_none()) {
        answer = answer.with_line(&line);
    }
    let clashes = shared.clashes.iter().map(|(clash, _)| clash);
    let told = clashes.clone().map(|clash| &clash.address);
    let waits = waiting.iter().filter_map(|(draft, _)| about(draft)).map(|(address, _)| address);
    let all: Vec<&Address> = told.chain(waits).collect();
    answer.talk.extend(
        clashes.flat_map(|one| clash_lines((&one.called(), &one.address), Some(&one.conflict), &all)),
    );
    answer.talk.extend(contradiction_lines(contradictions));
    let waiting_lines = |(draft, conflict): &(Draft, Option<Conflict>)| {
        let (address, record) = about(draft)?;
        Some(clash_lines((&record.called(), address), conflict.as_ref(), &all))
    };
    answer.talk.extend(waiting.iter().filter_map(waiting_lines).flatten());
    if !waiting.is_empty() {
        answer = answer.say(words::pick_from(counted::DRAFTS_WAIT.of(waiting.len())));
    }
    match trouble {
        Some(trouble) => answer.stopped_by(halt(trouble)),
        None if !shared.clashes.is_empty() => answer.ending(Code::Conflict),
        None if !contradictions.is_empty() => answer.ending(Code::Findings),
        None => answer.ending(Code::Fine),
    }
}

/// What stopped it, for `--json`.
pub(super) fn trouble_json(trouble: &Trouble) -> Value {
    json!({ "says": trouble.to_string(), "hint": trouble.hint() })
}

/// The halt of a verb that did nothing.
pub(super) fn halt(trouble: &Trouble) -> Halt {
    Halt::new(code(trouble), trouble.to_string(), trouble.hint())
}

fn code(trouble: &Trouble) -> Code {
    match trouble {
        Trouble::Write(_) | Trouble::NoDraft(_) => Code::NotWritten,
        Trouble::NoGit
        | Trouble::NoRepository(_)
        | Trouble::NoRemote
        | Trouble::WhichRemote { .. }
        | Trouble::Local(_)
        | Trouble::TwoRemotes(..)
        | Trouble::OtherName { .. }
        | Trouble::Busy
        | Trouble::Locked(_)
        | Trouble::Detached
        | Trouble::Underway(_)
        | Trouble::Ignored(_)
        | Trouble::NoName
        | Trouble::WouldRemove(_)
        | Trouble::CommitRefused(_)
        | Trouble::Damaged(_)
        | Trouble::Newer(_)
        | Trouble::Unreachable(..)
        | Trouble::Others(_)
        | Trouble::Unrelated(_)
        | Trouble::Shallow
        | Trouble::Moved(_)
        | Trouble::Elsewhere(_)
        | Trouble::InTheWay(_)
        | Trouble::PushRefused(..)
        | Trouble::Raced(_)
        | Trouble::Git(_) => Code::Conflict,
    }
}

fn lines(shared: &Shared, is_whole: bool) -> Vec<String> {
    let mut lines: Vec<String> =
        shared.committed.iter().map(|subject| format!("committed  {subject}")).collect();
    let went = [("pulled", shared.pulled, None), ("pushed", shared.pushed, shared.pushed_to.as_deref())];
    for (word, number, there) in went.into_iter().filter(|(_, number, _)| *number > 0) {
        let commits = counted::COMMITS.of(number);
        let said = there.map_or_else(|| commits.clone(), |there| words::to(&commits, visible(there)));
        lines.push(format!("{word:<9}  {said}"));
    }
    if shared.is_reordered {
        lines.push(words::ORDER_CHANGED_HERE_AND_THERE.to_owned());
    }
    if lines.is_empty() && is_whole {
        lines.push(words::NOTHING_TO_SHARE.to_owned());
    }
    lines
}

/// What a person has to decide about a record, and how; it is named by its path where another that waits has its id.
fn clash_lines(
    (called, address): (&str, &Address),
    conflict: Option<&Conflict>,
    all: &[&Address],
) -> Vec<String> {
    let is_alone = all.iter().all(|other| other.id() != address.id() || other.is_same(address));
    let id = if is_alone { address.id().to_string() } else { address.to_string() };
    let says = conflict.map_or_else(|| words::YOURS_WAITS_AS_A_DRAFT.to_owned(), ToString::to_string);
    let mut lines = vec![format!("{called} ({address}): {says}")];
    lines.extend(conflict.map(|_| words::WHAT_IS_THERE_STAYS.to_owned()));
    lines.push(match conflict {
        Some(Conflict::Committed) => words::yours_as_a_revision(address.id()),
        Some(Conflict::Closed) => words::YOURS_WAITS_FOR_THE_CLOSE.to_owned(),
        _ => words::yours_after_all(&id),
    });
    lines.push(words::what_is_there_after_all(id));
    lines
}

/// The record a draft is about: it comes last in it.
fn about(draft: &Draft) -> Option<&(Address, Record)> {
    draft.change.edits.iter().rev().find_map(|edit| edit.after.as_ref().or(edit.before.as_ref()))
}

/// The most problems that are told one by one.
const TOLD: usize = 3;

fn contradiction_lines(problems: &[Problem]) -> Vec<String> {
    if problems.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![words::NOTHING_IS_LOST.to_owned()];
    lines.extend(problems.iter().take(TOLD).flat_map(|problem| {
        let text = problem.to_string();
        text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>()
    }));
    if problems.len() > TOLD {
        lines.push(words::and_more(problems.len() - TOLD));
    }
    lines
}

fn json(
    shared: &Shared,
    trouble: Option<&Trouble>,
    contradictions: &[Problem],
    waiting: &[(Draft, Option<Conflict>)],
) -> Value {
    let problems = contradictions.iter().map(|problem| {
        let path = problem.path.to_string_lossy();
        json!({ "rule": problem.rule, "path": path, "line": problem.line, "message": problem.message, "hint": problem.hint })
    });
    let clashes = shared
        .clashes
        .iter()
        .map(|(clash, draft)| clash_json((&clash.called(), &clash.address), Some(&clash.conflict), draft));
    let waiting = waiting.iter().filter_map(|(draft, conflict)| {
        let (address, record) = about(draft)?;
        Some(clash_json((&record.called(), address), conflict.as_ref(), &draft.path))
    });
    json!({
        "committed": shared.committed,
        "pulled": shared.pulled,
        "pushed": shared.pushed,
        "pushed_to": shared.pushed_to,
        "reordered": shared.is_reordered,
        "clashes": clashes.collect::<Vec<Value>>(),
        "waiting": waiting.collect::<Vec<Value>>(),
        "problems": problems.collect::<Vec<Value>>(),
        "trouble": trouble.map(trouble_json),
    })
}

/// A record that somebody has to pick one of two for, and the file of the draft.
fn clash_json((called, address): (&str, &Address), conflict: Option<&Conflict>, draft: &Path) -> Value {
    json!({
        "id": address.id(),
        "path": address.to_string(),
        "record": called,
        "conflict": conflict.map(word),
        "fields": conflict.map(fields).unwrap_or_default(),
        "draft": draft.to_string_lossy(),
    })
}

fn word(conflict: &Conflict) -> &'static str {
    match conflict {
        Conflict::Fields(_) => "same-field",
        Conflict::Taken => "made-twice",
        Conflict::Gone | Conflict::HostGone => "removed-there",
        Conflict::Changed => "changed-there",
        Conflict::Closed => "closed-there",
        Conflict::Committed => "committed-there",
    }
}

fn fields(conflict: &Conflict) -> Vec<Value> {
    let Conflict::Fields(fields) = conflict else { return Vec::new() };
    let shown = |value: Option<&toml::Value>| value.map(|value| visible(&value.to_string()).into_owned());
    let one = |field: &Field| json!({ "field": field.path, "yours": shown(field.mine.as_ref()), "theirs": shown(field.theirs.as_ref()) });
    fields.iter().map(one).collect()
}
