//! A quarter as a page shows it: every number computed here, every text safe to show. A template only places them.

use serde::Serialize;

use super::chart::Chart;
use crate::domain::check_in::Action;
use crate::domain::confidence::Confidence;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::display::{ARROW, first_upper, visible};
use crate::domain::frame::{Delivery, ListLine};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::{MidVerdict, Objective, Wording};
use crate::domain::quarter::Phase;
use crate::domain::retrospective::NoteKind;
use crate::domain::scoring::Outcome;
use crate::method::budget::{self, Budget};
use crate::method::check_ins::Rounds;
use crate::method::pattern::{self, Counts};
use crate::method::texts::{self, Line};
use crate::report::history::left_out;
use crate::words::anywhere;
use crate::words::report::export as words;

/// The sign for a day that cannot be read.
const NOTHING: &str = "–";

/// One quarter of one team.
#[derive(Debug, Clone, Serialize)]
pub struct Sheet {
    team: String,
    cycle: String,
    days: String,
    phase: &'static str,
    committed: Option<String>,
    sponsor_promise: Option<String>,
    objectives: Vec<Goal>,
    counts: Option<String>,
    pattern: Option<String>,
    tells: Option<String>,
    /// The files of the quarter that are not on the page.
    unread: Option<String>,
    unreviewed: Option<String>,
    not_now: Vec<String>,
    keep_running: Vec<String>,
    delivery: Vec<String>,
    lessons: Vec<String>,
    changes: Vec<String>,
    decisions: Vec<String>,
    agreed: Vec<String>,
    effort: String,
}

/// An objective with its key results.
#[derive(Debug, Clone, Serialize)]
struct Goal {
    title: String,
    why_now: Option<String>,
    contributes: Option<String>,
    contribution: Option<String>,
    weighed: Option<String>,
    no_link: Option<String>,
    negotiations: Vec<String>,
    revisions: Vec<String>,
    /// Kept or changed, and why (MID-2).
    mid_quarter: Option<String>,
    dropped: Option<String>,
    score: Option<String>,
    key_results: Vec<Entry>,
}

/// A key result: what it is to move, how far it came, and what was said of it.
#[derive(Debug, Clone, Serialize)]
struct Entry {
    title: String,
    /// What it is called in a few words, the metric where there is one.
    name: String,
    movement: String,
    due: String,
    reading: Option<String>,
    progress: String,
    /// The last median there is, be it the opening one.
    confidence: Option<String>,
    opening: Option<String>,
    /// The last median of a check-in.
    last: Option<String>,
    blocked: Vec<String>,
    outcome: String,
    score: Option<String>,
    reason: Option<String>,
    tells: Option<String>,
    dropped: Option<String>,
    revisions: Vec<String>,
    later: Vec<String>,
    chart: Option<Chart>,
}

fn shown(text: &str) -> String {
    visible(text).trim().to_owned()
}

/// A text of several lines, whose breaks stay.
fn prose(text: &str) -> String {
    text.trim().lines().map(shown).collect::<Vec<_>>().join("\n")
}

fn maybe(text: Option<&String>) -> Option<String> {
    text.map(|text| prose(text)).filter(|text| !text.is_empty())
}

impl Sheet {
    /// A quarter as it stands on the day of the desk.
    pub fn of(desk: &Desk<'_>) -> Self {
        let Desk { workspace, quarter, cycle, today } = *desk;
        let frame = &quarter.frame;
        let phase = quarter.phase(cycle, today);
        let scored = matches!(phase, Phase::Scoring | Phase::Retrospective | Phase::Closed);
        let said = |kind| {
            quarter.notes_of(kind).map(|note| shown(&note.text)).filter(|text| !text.is_empty()).collect()
        };
        let last = workspace.previous(&quarter.key);
        let is_unreviewed = Rounds::at(desk).is_unreviewed(today);
        Self {
            team: shown(workspace.team_name(&quarter.key.team)),
            cycle: shown(&cycle.label),
            days: cycle.shown_days(),
            phase: phase.word(),
            committed: frame.committed.map(Day::long),
            sponsor_promise: maybe(frame.sponsor_promise.as_ref()),
            objectives: quarter.objectives.iter().map(|objective| goal(objective, desk)).collect(),
            counts: Some(Counts::of(quarter).line(", ")).filter(|counts| scored && !counts.is_empty()),
            pattern: pattern::pattern_line(quarter, last).map(str::to_owned),
            tells: maybe(frame.pattern.as_ref()),
            unread: left_out(workspace.unread_of(&quarter.key).map(String::as_str)),
            unreviewed: is_unreviewed.then(|| texts::line(Line::Unreviewed).to_owned()),
            not_now: lines(&frame.not_now),
            keep_running: lines(&frame.keep_running),
            delivery: frame.delivery.iter().map(|line| delivery(line, desk)).collect(),
            lessons: said(NoteKind::Lesson),
            changes: said(NoteKind::Action),
            decisions: decisions(desk),
            agreed: agreed(desk),
            effort: Budget::within(desk.workspace, desk.cycle).against(budget::spent(quarter).total()),
        }
    }
}

fn lines(list: &[ListLine]) -> Vec<String> {
    list.iter().map(|line| shown(&line.text)).collect()
}

fn delivery(line: &Delivery, desk: &Desk<'_>) -> String {
    let (text, due) = (shown(&line.text), line.due.map(|day| day.short(desk.today)));
    match (due, line.done) {
        (None, false) => text,
        (Some(day), false) => words::due(text, day),
        (None, true) => words::delivered(text),
        (Some(day), true) => words::delivered_by(text, day),
    }
}

/// What the check-ins decided, oldest first.
fn decisions(desk: &Desk<'_>) -> Vec<String> {
    let sittings = desk.quarter.standing_sittings();
    sittings
        .filter_map(|sitting| {
            let decision = sitting.decision.as_deref()?;
            Some(format!("{}: {}", sitting.date.short(desk.today), shown(decision)))
        })
        .collect()
}

/// What is done until the next check-in, as long as there is one to come. Who asks stays in the team.
fn agreed(desk: &Desk<'_>) -> Vec<String> {
    if desk.quarter.phase(desk.cycle, desk.today) != Phase::CheckIns {
        return Vec::new();
    }
    let agreed = desk.quarter.still_agreed(desk.today).into_iter();
    let about = |action: &Action| {
        let (_, key_result) = desk.quarter.key_result(action.key_result.as_ref()?)?;
        Some(format!("{}: ", key_result.name()))
    };
    let says = |action: &Action| Action { asker: None, ..action.clone() }.shown(desk.today);
    agreed.map(|action| shown(&format!("{}{}", about(action).unwrap_or_default(), says(action)))).collect()
}

fn goal(objective: &Objective, desk: &Desk<'_>) -> Goal {
    let to = maybe(objective.contributes_to.as_ref());
    let contributes = to.map(|to| linked(&to, desk).unwrap_or(to));
    Goal {
        title: shown(&objective.title),
        why_now: maybe(objective.why_now.as_ref()),
        contributes,
        contribution: maybe(objective.contribution.as_ref()),
        weighed: maybe(objective.alternative.as_ref()),
        no_link: maybe(objective.no_link.as_ref()),
        negotiations: objective.negotiations.iter().map(|asked| shown(&asked.to_string())).collect(),
        revisions: objective.rewordings().map(|(old, new)| reworded(old, new, desk)).collect(),
        mid_quarter: objective.mid_quarter.as_ref().map(|said| at_mid_quarter(said, desk)),
        dropped: objective.dropped.as_ref().map(|dropped| prose(&dropped.reason)),
        score: desk.quarter.objective_score(objective).map(|score| score.to_string()),
        key_results: objective.key_results.iter().map(|key_result| entry(key_result, desk)).collect(),
    }
}

/// What mid-quarter said about an objective.
fn at_mid_quarter(said: &MidVerdict, desk: &Desk<'_>) -> String {
    first_upper(&shown(&anywhere::at_mid_quarter(said.date.short(desk.today), said.says())))
}

/// What an objective said before, until when and why.
fn reworded(old: &Wording, new: &Wording, desk: &Desk<'_>) -> String {
    shown(&anywhere::said_until(&old.title, new.date.short(desk.today), &new.reason))
}

/// What a link leads to, by names: "Engineering: Sign-in, payments and search can be relied on".
fn linked(link: &str, desk: &Desk<'_>) -> Option<String> {
    let (quarter, objective) = desk.workspace.linked(link)?;
    let team = desk.workspace.teams.get(&quarter.key.team)?;
    Some(shown(&format!("{}: {}", team.name, objective.title)))
}

fn entry(key_result: &KeyResult, desk: &Desk<'_>) -> Entry {
    let quarter = desk.quarter;
    let rounds = Rounds::at(desk);
    let (id, measure) = (&key_result.id, key_result.committed_measure());
    let scoring = quarter.scorings.get(id);
    let outcome = quarter.outcome(key_result);
    let last = quarter.last_reading(id);
    let percent = |median: Option<Confidence>| median.map(|median| median.to_string());
    Entry {
        title: shown(&key_result.title),
        name: first_upper(&shown(key_result.name())),
        movement: shown(&measure.movement(ARROW)),
        due: desk.due(key_result).map_or_else(|| NOTHING.to_owned(), |due| due.short(desk.today)),
        reading: last
            .map(|last| anywhere::on(shown(&measure.shown(last.value)), last.date.short(desk.today))),
        progress: quarter.progress(key_result).to_string(),
        confidence: percent(rounds.last_shown(id)),
        opening: percent(rounds.opening(id).median()),
        last: percent(rounds.last_median(id)),
        blocked: rounds.blockers(id).iter().map(|text| shown(text)).collect(),
        outcome: in_a_word(outcome).to_owned(),
        score: match outcome {
            Outcome::Provisional(score) => Some(anywhere::provisional(score)),
            other => other.score().map(|score| score.to_string()),
        },
        reason: maybe(scoring.and_then(|scoring| scoring.reason.as_ref())),
        tells: maybe(scoring.and_then(|scoring| scoring.tells_us.as_ref())),
        dropped: key_result.dropped.as_ref().map(|dropped| prose(&dropped.reason)),
        revisions: revisions(key_result, desk),
        later: later(key_result, desk),
        chart: Chart::of(key_result, desk),
    }
}

/// How a key result stands, in a word.
fn in_a_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Scored(_) => "scored",
        Outcome::Provisional(_) => anywhere::PROVISIONAL,
        Outcome::Dropped => "dropped",
        Outcome::ReadsLater => anywhere::READS_LATER,
        Outcome::ToFindOut => anywhere::TO_FIND_OUT,
        Outcome::Draft => anywhere::DRAFT,
        Outcome::Open => "open",
    }
}

/// What changed after the commit, each with its day and reason, and how far it came by the last of them.
fn revisions(key_result: &KeyResult, desk: &Desk<'_>) -> Vec<String> {
    let mut all: Vec<String> = key_result
        .changes()
        .map(|(was, is)| {
            let movement = is.movement_since(was, ARROW, desk.today);
            let day = is.date.short(desk.today);
            shown(&words::since_because(&day, &movement, &is.reason))
        })
        .collect();
    if let Some(progress) = desk.quarter.progress_as_revised(key_result) {
        all.push(anywhere::by_the_last_revision(progress));
    }
    all
}

/// What was read after the quarter, which leaves the score as it stands.
fn later(key_result: &KeyResult, desk: &Desk<'_>) -> Vec<String> {
    let measure = key_result.committed_measure();
    let scoring = desk.quarter.scorings.get(&key_result.id);
    let readings = scoring.into_iter().flat_map(|scoring| &scoring.later);
    readings
        .map(|later| format!("{} on {}", shown(&measure.shown(later.reading)), later.date.short(desk.today)))
        .collect()
}
