//! What a sentence fills in before anybody types a field: the measure it names, every value as it stands in the sentence.

use super::better::better;
use super::sentence::{Movement, Role, Sentence, Unit, level};
use super::statement::Statement;
use crate::domain::measure::{Bound, Direction, Gap, Kind, Measure};
use crate::domain::number::Number;
use crate::domain::quantity::{converted, lengths, same_unit, with_unit};
use crate::words::domain::values::per;

/// The measure a sentence names. A difference without a place to start from ("by 20 %") gives no target: where that leads
/// nobody can know before the baseline is found.
#[must_use]
pub fn measure(statement: &Statement<'_>) -> Measure {
    let sentence = &statement.sentence;
    let unit = unit(statement);
    let baseline = sentence.baseline.and_then(|value| in_unit(value, statement, unit));
    let mut measure = Measure {
        kind: sentence.kind,
        metric: sentence.metric.clone(),
        aggregation: sentence.aggregation,
        scope: sentence.scope.clone(),
        direction: direction(sentence),
        target: target(statement, baseline),
        bound: sentence.bound,
        due: sentence.due,
        baseline,
        unit: at_rate(unit, sentence.rate),
        ..Measure::default()
    };
    if let Some((from, to, unit)) = in_unit_of_baseline(statement, &measure) {
        (measure.baseline, measure.target, measure.unit) = (Some(from), Some(to), Some(unit.to_owned()));
    }
    if sentence.kind == Kind::Between {
        (measure.floor, measure.ceiling) = (measure.target.take(), sentence.upper);
    }
    measure
}

/// By how much, where a sentence says that and not where it leads: "by 20 %".
#[must_use]
pub fn difference(sentence: &Sentence) -> Option<String> {
    let by = sentence.target.filter(|_| sentence.is_difference)?;
    let unit = sentence.unit.as_deref().unwrap_or("");
    Some(format!("by {}", with_unit(by, unit.strip_suffix(" change").unwrap_or(unit))))
}

/// Where a difference a sentence says leads from a baseline: 540 of "by 40 %" and 900. None for one that says where to.
#[must_use]
pub fn reached(sentence: &Sentence, baseline: Number) -> Option<Number> {
    level(baseline, sentence, sentence.target.filter(|_| sentence.is_difference)?.decimal())
}

/// Which way is better of what a sentence measures, as far as the name of that says so. Of a share of cases it says nothing:
/// "90 % of bugs fixed" is better when higher.
#[must_use]
pub fn better_way(sentence: &Sentence) -> Option<Direction> {
    sentence.metric.as_deref().filter(|_| !sentence.is_of_cases).and_then(better)
}

/// Fills what a measure does not say yet with what a sentence says. `is_said` names the fields somebody has spoken about,
/// even if only to clear them. Numbers of the sentence are taken only in the unit the measure has.
pub fn fill(measure: &mut Measure, read: &Measure, is_said: impl Fn(&str) -> bool) {
    let is_open = |name: &str| !is_said(name);
    let is_fresh = is_open("kind") && measure.kind == Kind::Change;
    fill_in(&mut measure.metric, read.metric.as_ref(), is_open("metric"));
    fill_in(&mut measure.aggregation, read.aggregation.as_ref(), is_open("aggregation"));
    fill_in(&mut measure.scope, read.scope.as_ref(), is_open("scope"));
    fill_in(&mut measure.due, read.due.as_ref(), is_open("due"));
    let is_same_unit = measure.unit.is_none() || same_unit(read.unit(), measure.unit());
    let is_same_kind = measure.kind == read.kind || is_fresh;
    if !is_same_unit || !is_same_kind {
        return;
    }
    fill_in(&mut measure.unit, read.unit.as_ref(), is_open("unit"));
    if is_fresh {
        measure.kind = read.kind;
    }
    fill_in(&mut measure.floor, read.floor.as_ref(), is_open("floor"));
    fill_in(&mut measure.ceiling, read.ceiling.as_ref(), is_open("ceiling"));
    fill_in(&mut measure.baseline, read.baseline.as_ref(), is_open("baseline"));
    if measure.target.is_none() && is_open("target") {
        measure.target = read.target;
        if is_open("bound") && measure.bound == Bound::Inclusive {
            measure.bound = read.bound;
        }
    }
    let agrees = Measure { direction: read.direction, ..measure.clone() };
    // A sentence that goes against its own numbers is asked about; it does not say which way others want theirs.
    let is_whole = measure.baseline == read.baseline && measure.target == read.target;
    let is_sound = is_whole || !agrees.gaps().contains(&Gap::WrongWay);
    fill_in(&mut measure.direction, read.direction.as_ref(), is_open("direction") && is_sound);
}

fn fill_in<T: Clone>(slot: &mut Option<T>, read: Option<&T>, is_open: bool) {
    if slot.is_none() && is_open {
        *slot = read.cloned();
    }
}

/// Which way is better: what the opening verb says, also where the numbers go the other way, else what all of it does.
fn direction(sentence: &Sentence) -> Option<Direction> {
    let is_level = sentence.baseline.is_some() && sentence.target.is_some() && !sentence.is_difference;
    let said = sentence.said.filter(|_| is_level && sentence.kind == Kind::Change);
    said.or(match sentence.movement {
        Some(Movement::Increase) => Some(Direction::Increase),
        Some(Movement::Decrease) => Some(Direction::Decrease),
        Some(Movement::Maintain) | None => None,
    })
}

/// The unit of every number of the measure: that of a level. "% change" and "x" are units of a difference, but for an "x"
/// the number comes from.
fn unit<'s>(statement: &'s Statement<'_>) -> Option<&'s str> {
    let sentence = &statement.sentence;
    let is_factor = statement.figure(Role::Baseline).is_some_and(|figure| figure.unit == Unit::Factor);
    match sentence.unit.as_deref() {
        Some("x") if is_factor && !sentence.is_difference => Some("x"),
        Some("% change" | "x") => sentence.level_unit.as_deref(),
        unit => unit,
    }
}

/// "incidents per month".
fn at_rate(unit: Option<&str>, rate: Option<&str>) -> Option<String> {
    match (unit, rate) {
        (unit, Some(period)) => Some(per(unit.unwrap_or_default(), period)),
        (unit, None) => unit.map(ToOwned::to_owned),
    }
}

/// The baseline in the unit of the target: "from 2 hours to 30 minutes" begins at 120. "2 a week" has no exact value a day:
/// it is left open.
fn in_unit(value: Number, statement: &Statement<'_>, unit: Option<&str>) -> Option<Number> {
    let value = in_rate(value, statement)?;
    let (Some(from), Some(to)) = (statement.figure(Role::Baseline).and_then(|it| it.unit.name()), unit)
    else {
        return Some(value);
    };
    match same_unit(from, to) {
        true => Some(value),
        false if counts_working_days(statement) => None,
        false => converted(value, from, to)?.ok(),
    }
}

/// "3 working days": how many hours they are only the team knows.
fn counts_working_days(statement: &Statement<'_>) -> bool {
    let figures = [Role::Baseline, Role::Target].into_iter().filter_map(|role| statement.figure(role));
    let mut words = figures.flat_map(|figure| &statement.tokens[figure.tokens.clone()]);
    words.any(|word| word.is("working") || word.is("business"))
}

/// Both numbers in the unit of the baseline, where only that is exact: "from 50 min to 1 h" ends at 60 min.
fn in_unit_of_baseline(
    statement: &Statement<'_>,
    measure: &Measure,
) -> Option<(Number, Number, &'static str)> {
    let from = statement.figure(Role::Baseline)?;
    let (unit, target) = (from.unit.name().filter(|_| statement.sentence.rate.is_none())?, measure.target?);
    if is_exact(measure.baseline?) {
        return None;
    }
    let target = converted(target, measure.unit(), unit)?.ok()?;
    is_exact(target).then_some((from.value, target, unit))
}

/// Tells whether a number has no more decimals than people type.
fn is_exact(number: Number) -> bool {
    number.decimal().round_dp(3) == number.decimal()
}

/// The baseline counted as often as the target, where that gives a number as exact as the one that was said.
fn in_rate(value: Number, statement: &Statement<'_>) -> Option<Number> {
    let rate = |role| statement.figure(role).and_then(|figure| figure.rate);
    let (Some(from), Some(to)) = (rate(Role::Baseline), rate(Role::Target)) else { return Some(value) };
    if from == to {
        return Some(value);
    }
    let (from, to) = lengths(from, to)?;
    let value = value.decimal().checked_mul(to)?.checked_div(from)?;
    Number::new(value).ok().filter(|value| is_exact(*value))
}

/// The number to reach: as said, or where a said difference leads from a said baseline.
fn target(statement: &Statement<'_>, baseline: Option<Number>) -> Option<Number> {
    let sentence = &statement.sentence;
    if sentence.is_difference { reached(sentence, baseline?) } else { sentence.target }
}
