//! `okr set`: fields of anything, by name.

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use super::rewrite::stands_otherwise;
use super::typed::{self, Assignment, assignments, maybe_line};
use crate::domain::change::{Change, Edit, Record};
use crate::domain::day::Day;
use crate::domain::decision::{self, Desk};
use crate::domain::display::shortened;
use crate::domain::frame::Frame;
use crate::domain::key_result::KeyResult;
use crate::domain::named::Named;
use crate::domain::objective::Objective;
use crate::domain::quarter::QuarterKey;
use crate::domain::workspace::Workspace;
use crate::method::draft::{Draft, take};
use crate::method::fields::{self, Context, Field, PartFields};
use crate::words::cli::add as words;
use crate::words::cli::help::add as help;

#[derive(Debug, Args)]
#[command(about = help::SET, before_help = help::SET_EXAMPLES)]
pub(super) struct Set {
    #[arg(help = help::SET_ID)]
    id: String,
    #[arg(help = help::SET_FIELDS, value_name = "FIELD=VALUE", required_unless_present = "metric")]
    fields: Vec<String>,
    #[arg(help = help::SET_METRIC, long, value_name = "METRIC")]
    metric: Option<String>,
    #[arg(help = help::SET_REASON, long, value_name = "TEXT", allow_hyphen_values = true)]
    reason: Option<String>,
}

impl Set {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_team(call)?;
        let words = assignments(&self.fields)?;
        let reason = maybe_line("reason", self.reason.as_deref())?;
        typed::read_linked(&mut opened, &words)?;
        self.read_judged_by(&mut opened, &words)?;
        let (desk, named) = opened.pick(call, &self.id)?;
        let metric = self.metric.as_deref();
        let taken = metric.map(|metric| of_library(named, metric)).transpose()?;
        let (named, stays) = taken
            .as_ref()
            .map_or((named, None), |(under, taken, stays)| (Named::KeyResult(under, taken), stays.clone()));
        let key = desk.as_ref().map(|desk| desk.quarter.key.clone());
        let is_said_anew = words.iter().any(|word| word.is_about("title"));
        let mut change = match &desk {
            Some(desk) if !is_above(named) => in_desk(desk, named, &words, reason.as_deref())?,
            _ => above(&opened.workspace, named, &words, call.today)?,
        };
        if change.is_empty() {
            return Ok(Answer::unchanged(key.as_ref()));
        }
        let key = key.filter(|_| change.edits.iter().any(edit_has_quarter));
        let apart = desk.as_ref().filter(|_| is_said_anew).and_then(|desk| apart(desk, &mut change));
        let asks = opened.asks_of(&change);
        let numbers = numbers(&words, &mut change);
        let days = typed::days(&words, desk.as_ref().map_or(call.today.into(), Desk::typing_day));
        opened.save(&change)?;
        Ok(stays
            .into_iter()
            .chain(apart)
            .chain(numbers)
            .chain(days)
            .chain(asks)
            .fold(Answer::saved(&change.sentence, key.as_ref()), Answer::say))
    }

    /// Reads the quarters of other teams that keep what is changed as it was: committed ones their cadence when that of all is
    /// another one, closed ones their days.
    fn read_judged_by(&self, opened: &mut Opened, words: &[Assignment]) -> Result<(), Halt> {
        let is_about = |name: &str| words.iter().any(|word| word.is_about(name));
        if is_about("cadence") && Named::Settings(&opened.workspace.settings).id().starts_with(&self.id) {
            opened.read_also(|workspace| workspace.unopened.clone())?;
        }
        if is_about("first") || is_about("last") {
            let cycle = self.id.to_lowercase();
            let is_in = |key: &&QuarterKey| key.cycle.as_str().starts_with(&cycle);
            opened.read_also(|workspace| workspace.unopened.iter().filter(is_in).cloned().collect())?;
        }
        Ok(())
    }
}

/// What a key result keeps otherwise than its new sentence says.
fn apart(desk: &Desk<'_>, change: &mut Change) -> Option<String> {
    let Some(Record::KeyResult(key_result)) = change.made() else { return None };
    stands_otherwise(&Draft::read(&key_result.title, desk.today, desk.cycle), key_result, |_| false)
}

/// The numbers of a key result as they were understood, where one of them was typed.
fn numbers(words: &[Assignment], change: &mut Change) -> Option<String> {
    const NUMBERS: [&str; 5] = ["baseline", "target", "floor", "ceiling", "unit"];
    let is_typed = words.iter().any(|word| NUMBERS.iter().any(|name| word.is_about(name)));
    let Some(Record::KeyResult(key_result)) = change.made().filter(|_| is_typed) else { return None };
    Some(words::read(key_result.measure.movement("->")))
}

/// A key result with a metric of the library in it, under which objective it stands, and what is said of its unit.
fn of_library<'a>(
    named: Named<'a>,
    metric: &str,
) -> Result<(&'a Objective, KeyResult, Option<String>), Halt> {
    let Named::KeyResult(under, key_result) = named else {
        let says = words::metric_is_no_key_result(shortened(named.title()));
        return Err(Halt::usage(says, words::OKR_SET_KEY_RESULT_METRIC_METRIC));
    };
    let metric = typed::metric(metric)?;
    let mut taken = key_result.clone();
    take(metric, &mut taken, false);
    let stays = typed::unit_stays(metric, &taken);
    Ok((under, taken, stays))
}

fn edit_has_quarter(edit: &Edit) -> bool {
    edit.after.as_ref().or(edit.before.as_ref()).is_some_and(|(address, _)| address.quarter().is_some())
}

fn is_above(named: Named<'_>) -> bool {
    matches!(named, Named::Team(_) | Named::Cycle(_) | Named::Settings(_))
}

fn written<T: Clone>(
    table: &[Field<T>],
    record: &T,
    words: &[Assignment],
    context: impl Fn(&T) -> Context,
) -> Result<T, Halt> {
    let mut after = record.clone();
    typed::write(table, &mut after, words, context)?;
    Ok(after)
}

/// Changes what stands above the quarters.
fn above(workspace: &Workspace, named: Named<'_>, words: &[Assignment], today: Day) -> Result<Change, Halt> {
    match named {
        Named::Team(team) => {
            let words = typed::meant(workspace, words);
            let after = written(fields::TEAM, team, &words, |_| Context::plain(today))?;
            Ok(decision::revise_team(workspace, after, today)?)
        }
        Named::Cycle(cycle) => {
            let after = written(fields::CYCLE, cycle, words, |_| Context::plain(today))?;
            Ok(decision::revise_cycle(workspace, after)?)
        }
        Named::Settings(settings) => {
            let after = written(fields::SETTINGS, settings, words, |_| Context::plain(today))?;
            Ok(decision::revise_settings(workspace, after))
        }
        other => Err(Halt::usage(words::stands_in_a_quarter(other.id()), words::OKR_INIT_CYCLE_2027_Q1)),
    }
}

/// Changes what stands in a quarter.
fn in_desk(
    desk: &Desk<'_>,
    named: Named<'_>,
    words: &[Assignment],
    reason: Option<&str>,
) -> Result<Change, Halt> {
    match named {
        Named::Objective(objective) => {
            let after = written(fields::OBJECTIVE, objective, words, |_| Context::plain(desk.typing_day()))?;
            Ok(desk.reword_objective(after, reason)?)
        }
        Named::KeyResult(_, key_result) => {
            let context = |kr: &KeyResult| Context::of(kr, desk.typing_day());
            let after = written(fields::KEY_RESULT, key_result, words, context)?;
            Ok(desk.revise_key_result(after, reason)?)
        }
        Named::Assumption(under, line) => part(desk, (under, line), words, reason),
        Named::Negotiation(under, line) => part(desk, (under, line), words, reason),
        Named::Dependency(under, line) => part(desk, (under, line), words, reason),
        Named::Initiative(under, line) => part(desk, (under, line), words, reason),
        Named::Line(..) | Named::Delivery(_) | Named::Quarter(_) => frame(desk, named, words),
        Named::Answer(answer) => {
            Ok(desk.reply(written(fields::ANSWER, answer, words, |_| Context::plain(desk.typing_day()))?)?)
        }
        Named::Note(note) => {
            let table = fields::of_note(note.kind);
            Ok(desk.put_note(written(table, note, words, |_| Context::plain(desk.typing_day()))?)?)
        }
        Named::Effort(effort) => {
            Ok(desk
                .put_effort(written(fields::EFFORT, effort, words, |_| Context::plain(desk.typing_day()))?)?)
        }
        Named::Sitting(sitting) => {
            let hint = words::log_a_new_one_in_its_place(&sitting.id);
            Err(Halt::usage(words::A_CHECK_IN_IS_WRITTEN_ONCE, hint))
        }
        Named::Team(_) | Named::Cycle(_) | Named::Settings(_) => {
            above(desk.workspace, named, words, desk.today)
        }
    }
}

/// Changes a line that stands under an objective or a key result.
fn part<P: PartFields>(
    desk: &Desk<'_>,
    (under, line): (&P::Under, &P),
    words: &[Assignment],
    reason: Option<&str>,
) -> Result<Change, Halt> {
    let after = written(P::FIELDS, line, words, |_| Context::plain(desk.typing_day()))?;
    Ok(desk.put_part(under, after, reason)?)
}

/// Changes the frame or a line of one of its lists.
fn frame(desk: &Desk<'_>, named: Named<'_>, words: &[Assignment]) -> Result<Change, Halt> {
    let mut after: Frame = desk.quarter.frame.clone();
    match named {
        Named::Line(list, line) => {
            let changed = written(fields::LIST_LINE, line, words, |_| Context::plain(desk.typing_day()))?;
            replace(after.lines_mut(list).map(Vec::as_mut_slice).unwrap_or_default(), line, changed);
        }
        Named::Delivery(line) => {
            let changed = written(fields::DELIVERY, line, words, |_| Context::plain(desk.typing_day()))?;
            replace(&mut after.delivery, line, changed);
        }
        _ => after = written(fields::FRAME, &after, words, |_| Context::plain(desk.typing_day()))?,
    }
    let what = if matches!(named, Named::Quarter(_)) { words::THE_QUARTER } else { named.title() };
    let sentence = format!("change {}", shortened(what));
    Ok(desk.revise_frame(after, sentence)?)
}

fn replace<T: PartialEq>(list: &mut [T], before: &T, after: T) {
    if let Some(slot) = list.iter_mut().find(|slot| *slot == before) {
        *slot = after;
    }
}
