//! Fields of key results, dependencies and initiatives.

use super::{
    Field, Input, choice, choice_field, day_field, field, flag_field, needed, needed_choice_field,
    needed_field, number, number_field, show, show_word, text, text_field, yes_no_field,
};
use crate::domain::cycle::is_cycle_text;
use crate::domain::day::Day;
use crate::domain::dependency::{Answer, Dependency};
use crate::domain::id::LineId;
use crate::domain::key_result::{Guardrail, Initiative, KeyResult};
use crate::domain::metric_command;
use crate::domain::quantity::read_quantity;
use crate::method::draft::open_places;

const KINDS: &[&str] = &["change", "at-least", "at-most", "between", "establish-baseline"];
const AGGREGATIONS: &[&str] = &["mean", "median", "p90", "p95", "p99", "share", "count", "sum", "rate"];
const DIRECTIONS: &[&str] = &["increase", "decrease"];
const BOUNDS: &[&str] = &["inclusive", "strict"];
const AMBITIONS: &[&str] = &["stretch", "committed"];
const ACCESS: &[&str] = &["have", "asked", "do-not-have"];
const INFLUENCES: &[&str] = &["full", "shared", "weak"];
const STATES: &[&str] = &["open", "agreed", "refused", "worked-around"];

/// A key result, in the order of the questions of SET-7: which measure, what is it now, what are we aiming for.
pub const KEY_RESULT: &[Field<KeyResult>] = &[
    field!(
        "title",
        "sentence",
        "the change, not the work: sign-in failures from 2.3 % to 0.5 %",
        Input::Text,
        |record| record.title.clone(),
        |record, typed, _| {
            match open_places(typed).join(", ") {
                open if open.is_empty() => needed(&mut record.title, typed),
                open => Err(format!("not whole yet; fill in or take out: {open}")),
            }
        }
    ),
    text_field!("metric", "metric", "which measure? One quantity in words", measure.metric),
    field!(
        "metric_id",
        "metric id",
        "its lasting name from quarter to quarter: lead-time",
        Input::Text,
        |record| record.measure.metric_id.clone().unwrap_or_default(),
        |record, typed, _| {
            let typed = typed.trim();
            if !typed.is_empty() {
                LineId::new(typed).map_err(|bad| bad.to_string())?;
            }
            text(&mut record.measure.metric_id, typed);
            Ok(())
        }
    ),
    choice_field!(
        "aggregation",
        "aggregation",
        "how single values become one",
        AGGREGATIONS,
        measure.aggregation
    ),
    text_field!("scope", "scope", "where: all sign-ins, main branch", measure.scope),
    text_field!("unit", "unit", "%, min, days, customers", measure.unit),
    field!(
        "baseline",
        "baseline",
        "what is it now? 2.3 %, or leave it open and set kind to establish-baseline",
        Input::Number,
        |record| show(record.measure.baseline.as_ref()),
        |record, typed, context| {
            adopt_unit(record, typed, context.today);
            let unit = record.measure.unit().to_owned();
            number(&mut record.measure.baseline, typed, &unit)?;
            if record.measure.baseline.is_some() && record.measure.baseline_date.is_none() {
                record.measure.baseline_date = Some(context.today);
            }
            Ok(())
        }
    ),
    day_field!(
        "baseline_date",
        "read on",
        "the day of the baseline: 2027-01-04, mon, today",
        measure.baseline_date
    ),
    text_field!("source", "source", "where does this number live? edge logs, deploy log", measure.source),
    field!(
        "target",
        "target",
        "what are we aiming for? 0.5 %, or below 0.5 %",
        Input::Number,
        |record| show(record.measure.target.as_ref()),
        |record, typed, context| {
            let typed = strict_target(record, typed);
            adopt_unit(record, typed, context.today);
            let unit = record.measure.unit().to_owned();
            number(&mut record.measure.target, typed, &unit)
        }
    ),
    needed_choice_field!(
        "bound",
        "target itself",
        "inclusive: to x, at least x; strict: below x, above x",
        BOUNDS,
        measure.bound
    ),
    choice_field!(
        "direction",
        "direction",
        "which way is better; follows from the numbers when empty",
        DIRECTIONS,
        measure.direction
    ),
    day_field!("due", "due", "by when; the last day of the cycle when empty", measure.due),
    needed_choice_field!(
        "kind",
        "kind",
        "change, or stays at-least, at-most, between; or to find out",
        KINDS,
        measure.kind
    ),
    number_field!("floor", "floor", "the lowest value that may stand", measure.floor),
    number_field!("ceiling", "ceiling", "the highest value that may stand", measure.ceiling),
    text_field!("contact", "contact", "who fetches the number and asks around", contact),
    day_field!("find_out_by", "find out by", "for an open baseline: known by which day?", find_out_by),
    needed_choice_field!(
        "ambition",
        "ambition",
        "stretch expects 0.7, committed expects 1.0",
        AMBITIONS,
        ambition
    ),
    text_field!("measured_at", "measured at", "the team where it is read, if not ours", measured_at),
    choice_field!("data", "data", "have, asked or do-not-have", ACCESS, data),
    choice_field!(
        "influence",
        "influence",
        "full, shared (name the agreement) or weak",
        INFLUENCES,
        influence
    ),
    text_field!("agreement", "agreement", "what a shared influence rests on", agreement),
    field!(
        "effect_quarter",
        "effect in",
        "the quarter in which the effect shows, if later: 2027-q2",
        Input::Text,
        |record| record.effect_quarter.clone().unwrap_or_default(),
        |record, typed, _| {
            let typed = typed.trim().to_lowercase();
            if !typed.is_empty() && !is_cycle_text(&typed) {
                return Err("name a quarter like 2027-q2".to_owned());
            }
            text(&mut record.effect_quarter, &typed);
            Ok(())
        }
    ),
    text_field!("early_sign", "early sign", "what could we see this quarter?", early_sign),
    field!(
        "guardrail",
        "guardrail",
        "one measure that must not get worse",
        Input::Text,
        |record| record.guardrail.as_ref().map(|guardrail| guardrail.metric.clone()).unwrap_or_default(),
        |record, typed, _| {
            let mut metric = None;
            text(&mut metric, typed);
            let kept = record.guardrail.take().unwrap_or_default();
            record.guardrail = metric.map(|metric| Guardrail { metric, ..kept });
            Ok(())
        }
    ),
    field!(
        "guardrail_start",
        "it reads now",
        "what the guardrail reads at the start: 4.2 or 180 ms",
        Input::Number,
        |record| show(record.guardrail.as_ref().and_then(|guardrail| guardrail.start).as_ref()),
        |record, typed, context| set_guardrail_start(record, typed, context.today)
    ),
    field!(
        "guardrail_direction",
        "better is",
        "which way the guardrail is better: increase, decrease",
        Input::Choice(DIRECTIONS),
        |record| show_word(record.guardrail.as_ref().and_then(|guardrail| guardrail.direction.as_ref())),
        |record, typed, _| match record.guardrail.as_mut() {
            Some(guardrail) => choice(&mut guardrail.direction, typed, DIRECTIONS),
            None if typed.trim().is_empty() => Ok(()),
            None => Err("name the guardrail first".to_owned()),
        }
    ),
    yes_no_field!(
        "still_have_problem",
        "outcome test",
        "could we reach it and still have the problem?",
        refinement.still_have_problem
    ),
    yes_no_field!(
        "nearer",
        "nearer",
        "if only this number moved, would we be nearer the objective?",
        refinement.nearer
    ),
    yes_no_field!(
        "promised_outside",
        "promised",
        "has anyone outside been promised this?",
        refinement.promised_outside
    ),
    yes_no_field!(
        "can_move",
        "can move",
        "can it move this quarter if we do the right work?",
        refinement.can_move
    ),
    text_field!(
        "first_wording",
        "first wording",
        "how it was first typed, where it was rewritten since",
        first_wording
    ),
    field!(
        "command",
        "read by",
        "a command that prints the number, for okr read: psql -tA -f sign-in.sql",
        Input::Text,
        |record| record.command.clone().unwrap_or_default(),
        |record, typed, _| {
            let typed = typed.trim();
            if !typed.is_empty() {
                metric_command::words(typed).map_err(|bad| bad.to_string())?;
            }
            record.command = (!typed.is_empty()).then(|| typed.to_owned());
            Ok(())
        }
    ),
];

/// Takes the unit written with a number for a measure that has none yet: `2.3 %`.
fn adopt_unit(record: &mut KeyResult, typed: &str, today: Day) {
    if record.measure.unit().is_empty() {
        record.measure.unit = written_unit(typed, today).or(record.measure.unit.take());
    }
}

/// The unit written with a number; `1e999`, `0x10` and `30 February` are no numbers with units.
fn written_unit(typed: &str, today: Day) -> Option<String> {
    let (_, unit) = read_quantity(typed).ok()?;
    let is_apart = || typed.trim().strip_suffix(unit.as_str()).is_some_and(|number| number.ends_with(' '));
    let is_month = Day::parse(&format!("1 {unit}"), today).is_ok();
    let is_word = !is_month && (!unit.contains(|c: char| c.is_ascii_digit()) || is_apart());
    (is_word && !unit.is_empty() && unit.chars().count() <= 20).then_some(unit)
}

/// Takes "below", "under", "above", "<" and their inclusive fellows off a target and notes which they are.
fn strict_target<'a>(record: &mut KeyResult, typed: &'a str) -> &'a str {
    use crate::domain::measure::Bound;
    const WORDS: &[(&str, Bound)] = &[
        ("below ", Bound::Strict),
        ("under ", Bound::Strict),
        ("above ", Bound::Strict),
        ("over ", Bound::Strict),
        ("less than ", Bound::Strict),
        ("more than ", Bound::Strict),
        ("at least ", Bound::Inclusive),
        ("at most ", Bound::Inclusive),
        ("to ", Bound::Inclusive),
        ("<=", Bound::Inclusive),
        (">=", Bound::Inclusive),
        ("<", Bound::Strict),
        (">", Bound::Strict),
    ];
    let typed = typed.trim();
    for (word, bound) in WORDS {
        let head = typed.get(..word.len());
        if head.is_some_and(|head| head.eq_ignore_ascii_case(word)) {
            record.measure.bound = *bound;
            return typed[word.len()..].trim();
        }
    }
    typed
}

fn set_guardrail_start(record: &mut KeyResult, typed: &str, today: Day) -> Result<(), String> {
    let Some(guardrail) = record.guardrail.as_mut() else {
        return if typed.trim().is_empty() { Ok(()) } else { Err("name the guardrail first".to_owned()) };
    };
    if guardrail.unit.is_none() {
        guardrail.unit = written_unit(typed, today);
    }
    let unit = guardrail.unit.clone().unwrap_or_default();
    number(&mut guardrail.start, typed, &unit)
}

/// What another team must do (SET-10).
pub const DEPENDENCY: &[Field<Dependency>] = &[
    needed_field!("team", "team", "the team by name, never “platform”", team),
    needed_field!("need", "need", "what must they do?", need),
    day_field!("by", "by", "by when", by),
    text_field!("asker", "who asks", "who asks them", asker),
    needed_choice_field!("state", "state", "open, agreed, refused or worked-around", STATES, state),
];

/// What a team answers to another that asks it for something (SET-10); what is answered is not typed.
pub const ANSWER: &[Field<Answer>] = &[
    needed_choice_field!(
        "state",
        "answer",
        "agreed, refused, worked-around, or open: not said yet",
        STATES,
        state
    ),
    text_field!("says", "in a line", "what comes, or why not", says),
    day_field!("by", "by", "the day we mean to have it", by),
];

/// A way we go about it.
pub const INITIATIVE: &[Field<Initiative>] = &[
    needed_field!("text", "initiative", "how do we go about it? Changes freely", text),
    flag_field!("done", "done", "yes or no", done),
];
