//! Rules that look at votes, check-ins and earlier quarters.

use rust_decimal::Decimal;

use super::Coach;
use crate::coach::finding::Finding;
use crate::coach::finding::Raised;
use crate::coach::rule::Rule;
use crate::coach::sentence::Movement;
use crate::coach::statement::Statement;
use crate::domain::confidence::Confidence;
use crate::domain::key_result::{Ambition, Guardrail, KeyResult};
use crate::domain::measure::{Direction, Forecast};
use crate::domain::number::Number;
use crate::domain::quantity::with_unit;
use crate::domain::quarter::{Quarter, Reading};
use crate::domain::score;
use crate::method::budget::Budget;
use crate::method::check_ins::Heard;
use crate::method::pattern::{Theatre, theatre};

/// A rule on a quarter.
pub type FindInQuarter = fn(&Coach<'_>) -> Option<Raised>;

/// The rules on a quarter as a whole.
pub const QUARTER_RULES: &[(Rule, FindInQuarter)] = &[
    (Rule::DecisionFree, decision_free),
    (Rule::FrozenConfidence, frozen_confidence),
    (Rule::UnreviewedQuarter, unreviewed_quarter),
];

/// A key result in its quarter.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The quarter.
    pub coach: &'a Coach<'a>,
    /// The key result.
    pub key_result: &'a KeyResult,
}

/// A rule on a key result and what was said of it.
pub type Find = fn(&Case<'_>) -> Option<Raised>;

/// The rules on a key result.
pub const KEY_RESULT_RULES: &[(Rule, Find)] = &[
    (Rule::NearlyCertain, nearly_certain),
    (Rule::OutOfTouch, out_of_touch),
    (Rule::TargetMetBefore, target_met_before),
    (Rule::UsualVariation, usual_variation),
    (Rule::Guardrail, guardrail),
];

fn sign(coach: &Coach<'_>, sign: Theatre) -> Option<Raised> {
    let budget = Budget::within(coach.workspace, coach.cycle);
    let is_there = theatre(coach.quarter, &coach.rounds, budget).contains(&sign);
    is_there.then(|| Raised::on(""))
}

fn decision_free(coach: &Coach<'_>) -> Option<Raised> {
    sign(coach, Theatre::NoDecision)
}

fn frozen_confidence(coach: &Coach<'_>) -> Option<Raised> {
    sign(coach, Theatre::FrozenConfidence)
}

fn unreviewed_quarter(coach: &Coach<'_>) -> Option<Raised> {
    let is_unreviewed = coach.rounds.is_unreviewed(coach.today);
    is_unreviewed.then(|| Raised::on(""))
}

impl Case<'_> {
    /// The opening median, until the first check-in: then the vote has done its work.
    fn opening(&self) -> Option<Confidence> {
        let is_fresh = self.coach.rounds.held() == 0;
        self.coach.rounds.opening(&self.key_result.id).median().filter(|_| is_fresh)
    }

    /// What was read of the same metric in earlier quarters, oldest first.
    fn earlier(&self) -> Vec<Reading> {
        let Coach { workspace, quarter, cycle, .. } = self.coach;
        let before = workspace.quarters_of(&quarter.key.team).filter(|(_, other)| other.first < cycle.first);
        let mut found: Vec<Reading> = before.flat_map(|(quarter, _)| self.read_in(quarter)).collect();
        found.sort_by_key(|reading| reading.date);
        found
    }

    fn read_in(&self, quarter: &Quarter) -> Vec<Reading> {
        let is_same = |other: &&KeyResult| self.measures_the_same(quarter, other);
        let same = quarter.key_results().map(|(_, other)| other).filter(is_same);
        same.flat_map(|other| quarter.all_readings(&other.id)).collect()
    }

    /// By what is measured, or by the key result it was carried on from, while that is read in the same unit.
    fn measures_the_same(&self, quarter: &Quarter, other: &KeyResult) -> bool {
        let (one, its) = (&self.key_result.measure, &other.measure);
        let from = quarter.key.origin(&self.coach.quarter.key.team, other.id.as_str());
        let is_carried = self.key_result.carried_from.as_ref() == Some(&from) && one.unit() == its.unit();
        one.reads_as(its) || is_carried
    }

    fn shown(&self, value: Number) -> String {
        self.key_result.measure.shown(value)
    }
}

fn voted(case: &Case<'_>, is_asked: impl Fn(u8) -> bool) -> Option<Raised> {
    let median = case.opening().filter(|median| is_asked(median.percent()))?;
    Some(Raised::title().with("median", median.to_string()))
}

fn nearly_certain(case: &Case<'_>) -> Option<Raised> {
    let is_stretch = case.key_result.ambition == Ambition::Stretch;
    voted(case, |median| is_stretch && median >= Confidence::NEARLY_CERTAIN)
}

fn out_of_touch(case: &Case<'_>) -> Option<Raised> {
    voted(case, |median| median <= Confidence::NEARLY_HOPELESS)
}

/// Asked until the commit: afterwards the target stands.
fn target_met_before(case: &Case<'_>) -> Option<Raised> {
    let measure = &case.key_result.measure;
    let forecast @ Forecast::Change { target, .. } = measure.forecast()? else { return None };
    let reaches = |reading: &Reading| score::is_met(forecast, &[reading.value]) == Some(true);
    let met = case.earlier().into_iter().rev().find(reaches).filter(|_| !case.key_result.is_committed())?;
    let raised = Raised::on("measure.target").with("to", case.shown(target));
    Some(raised.with("now", case.shown(met.value)).with("day", met.date.long()))
}

/// Readings from which on the usual step between two of them can be told.
const ENOUGH: usize = 4;

/// Asked until the commit: afterwards the target stands.
fn usual_variation(case: &Case<'_>) -> Option<Raised> {
    let measure = &case.key_result.measure;
    let Forecast::Change { baseline, target, .. } = measure.forecast()? else { return None };
    let usual = usual_step(&case.earlier()).filter(|_| !case.key_result.is_committed())?;
    let step = target.decimal().checked_sub(baseline.decimal())?.abs();
    let shown = |value: Decimal| Number::new(value).ok().map(|value| case.shown(value));
    let raised = Raised::on("measure.target");
    let raised = raised.with("from", case.shown(baseline)).with("to", case.shown(target));
    let raised = raised.with("step", shown(step)?).with("usual", shown(usual)?);
    (step <= usual).then_some(raised)
}

/// How far a number usually moves from one reading to the next: the median of its steps.
fn usual_step(readings: &[Reading]) -> Option<Decimal> {
    if readings.len() < ENOUGH {
        return None;
    }
    let step = |pair: &[Reading]| pair[1].value.decimal().checked_sub(pair[0].value.decimal());
    let mut steps: Vec<Decimal> = readings.windows(2).filter_map(step).map(|step| step.abs()).collect();
    steps.sort_unstable();
    steps.get(steps.len() / 2).copied()
}

/// Of what is asked of a key result, that its guardrail reads worse than at its start; not where that was waived.
pub fn guardrail_of<'f>(asked: impl IntoIterator<Item = &'f Finding>) -> Option<&'f Finding> {
    asked.into_iter().find(|finding| finding.rule == Rule::Guardrail && finding.waived.is_none())
}

fn guardrail(case: &Case<'_>) -> Option<Raised> {
    let guardrail = case.key_result.guardrail.as_ref()?;
    let trend = case.coach.rounds.trend(&case.key_result.id);
    let now = trend.iter().rev().find_map(|heard: &Heard| heard.guardrail)?;
    let start = guardrail.start?;
    let is_worse = match better(guardrail, case)? {
        Direction::Increase => now < start,
        Direction::Decrease => now > start,
    };
    let unit = guardrail.unit();
    let raised = Raised::on("guardrail").with("metric", &guardrail.metric);
    let raised = raised.with("now", with_unit(now, unit)).with("start", with_unit(start, unit));
    is_worse.then_some(raised)
}

/// Which way a guardrail is better: as said, else as its words tell.
fn better(guardrail: &Guardrail, case: &Case<'_>) -> Option<Direction> {
    let start = guardrail.start.map(|start| start.to_string()).unwrap_or_default();
    let said = format!("{} at {start} {}", guardrail.metric, guardrail.unit());
    let read = || match Statement::read(&said, case.coach.today).sentence.movement {
        Some(Movement::Increase) => Some(Direction::Increase),
        Some(Movement::Decrease) => Some(Direction::Decrease),
        Some(Movement::Maintain) | None => None,
    };
    guardrail.direction.or_else(read)
}
