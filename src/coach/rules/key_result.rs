//! Rules on one key result: its sentence, read together with its objective, and what its file says beside it.

use super::{Row, quoted};
use crate::coach::finding::{Finding, Level};
use crate::coach::label::{Judgement, Label};
use crate::coach::rule::Rule;
use crate::coach::sentence::Movement;
use crate::coach::statement::{Role, Statement};
use crate::coach::token::{Kind as TokenKind, Token};
use crate::domain::cycle::Cycle;
use crate::domain::key_result::{DataAccess, KeyResult};
use crate::domain::measure::{Gap, Kind, Measure};
use crate::domain::number::Number;
use crate::domain::objective::Objective;
use crate::domain::quantity::with_unit;

/// A key result as the rules look at it: what its sentence says, and what its file says where it has one.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    /// The sentence.
    pub statement: &'a Statement<'a>,
    /// Work or effect.
    pub judged: &'a Judgement<Label>,
    /// Whether a quantity is named.
    pub has_metric: bool,
    /// Whether an outsider could tell at the end if it was reached.
    pub is_measurable: bool,
    /// The file.
    pub record: Option<Record<'a>>,
}

/// The file of a key result.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// The objective it stands under.
    pub under: &'a Objective,
    /// The key result.
    pub key_result: &'a KeyResult,
    /// Its cycle.
    pub cycle: &'a Cycle,
}

/// The rules, in the order in which they are asked.
pub const RULES: &[Row<Case<'_>>] = &[
    (Rule::DeliveryPlan, delivery_plan),
    (Rule::OutputVerb, output_verb),
    (Rule::WorkOrEffect, work_or_effect),
    (Rule::OutcomeTest, outcome_test),
    (Rule::Vague, vague),
    (Rule::YesNo, yes_no),
    (Rule::TwoInOne, two_in_one),
    (Rule::NoMetric, no_metric),
    (Rule::NoBaseline, no_baseline),
    (Rule::NoTarget, no_target),
    (Rule::WrongWay, wrong_way),
    (Rule::NoGap, no_gap),
    (Rule::NearlyThere, nearly_there),
    (Rule::NoSource, no_source),
    (Rule::DataNotInHand, data_not_in_hand),
    (Rule::LateEffect, late_effect),
    (Rule::OutsidePromise, outside_promise),
];

impl Case<'_> {
    fn is(&self, label: Label) -> bool {
        self.judged.label == label
    }

    fn measure(&self) -> Option<&Measure> {
        self.record.map(|record| &record.key_result.measure)
    }

    /// Tells whether the file keeps it from being committed for this reason.
    fn lacks(&self, gap: Gap) -> bool {
        self.record.is_some_and(|record| record.key_result.gaps().contains(&gap))
    }

    /// Where it stands and what to reach, with the unit: by the file where it says both, else by the sentence.
    fn way(&self) -> Option<(Number, Number, &str)> {
        let of_file = self.measure().and_then(|it| Some((it.baseline?, it.target?, it.unit())));
        let said = &self.statement.sentence;
        of_file.or_else(|| Some((said.baseline?, said.target?, said.unit.as_deref().unwrap_or_default())))
    }

    /// A question on the way from baseline to target, at the target.
    fn on_the_way(&self, rule: Rule) -> Option<Finding> {
        let (from, to, unit) = self.way()?;
        let finding = Finding::of(rule).with("from", with_unit(from, unit)).with("to", with_unit(to, unit));
        Some(match self.measure() {
            Some(measure) if measure.target.is_some() => finding.on("measure.target"),
            _ => finding.at(self.statement.span_of(Role::Target).unwrap_or_default()),
        })
    }

    fn judged(&self, rule: Rule) -> Finding {
        Finding::of(rule).at(self.judged.span.clone()).with("why", &self.judged.why)
    }

    /// A question about what the sentence lacks: asked of a sentence, a hard stop of a file.
    fn lacking(&self, rule: Rule, key: &'static str, read: Option<String>) -> Finding {
        let read = read.map(|value| format!(" {value}")).unwrap_or_default();
        match self.record {
            Some(_) => Finding::of(rule).on(key).with("read", read),
            None => Finding::of(rule).level(Level::Ask).with("read", read),
        }
    }
}

fn delivery_plan(case: &Case<'_>) -> Option<Finding> {
    let things = things(&case.statement.tokens);
    let is_plan = case.is(Label::Output) && things >= PLAN;
    is_plan.then(|| Finding::of(Rule::DeliveryPlan).with("count", things.to_string()))
}

/// Things from which on a list of work is a plan.
const PLAN: usize = 3;

/// How many things a sentence lists: one more than the commas and "and"s between its words.
fn things(tokens: &[Token<'_>]) -> usize {
    let mut count = 1;
    let mut is_parted = true;
    for token in tokens {
        let parts = matches!(token.text, "," | ";" | "&" | "+") || token.is("and");
        count += usize::from(parts && !is_parted);
        is_parted = parts;
    }
    if is_parted { count - 1 } else { count }
}

fn output_verb(case: &Case<'_>) -> Option<Finding> {
    case.is(Label::Output).then(|| case.judged(Rule::OutputVerb))
}

fn work_or_effect(case: &Case<'_>) -> Option<Finding> {
    let answered = case.record.and_then(|record| record.key_result.refinement.still_have_problem);
    (case.is(Label::Ambiguous) && answered.is_none()).then(|| case.judged(Rule::WorkOrEffect))
}

fn outcome_test(case: &Case<'_>) -> Option<Finding> {
    let answered = case.record?.key_result.refinement.still_have_problem;
    (answered == Some(true)).then(|| Finding::of(Rule::OutcomeTest).on("refinement.still_have_problem"))
}

/// Tells whether nothing is measured: neither by the sentence nor by the file.
fn has_no_measure(case: &Case<'_>) -> bool {
    let in_file = case.measure().is_some_and(|measure| measure.metric.is_some() || measure.target.is_some());
    !case.has_metric && case.statement.sentence.target.is_none() && !in_file
}

fn vague(case: &Case<'_>) -> Option<Finding> {
    let is_vague = !case.is(Label::Output) && has_no_measure(case) && !case.is_measurable;
    let span = case.judged.span.clone();
    let words = case.statement.text.get(span.clone()).filter(|words| !words.is_empty());
    let words = quoted(words.unwrap_or(case.statement.text));
    is_vague.then(|| Finding::of(Rule::Vague).at(span).with("words", words))
}

fn yes_no(case: &Case<'_>) -> Option<Finding> {
    let is_event = !case.is(Label::Output) && has_no_measure(case) && case.is_measurable;
    is_event.then(|| Finding::of(Rule::YesNo))
}

fn two_in_one(case: &Case<'_>) -> Option<Finding> {
    let further = case.statement.figures.iter().filter(|figure| figure.role == Role::FurtherTarget);
    let targets: Vec<&str> = case
        .statement
        .figures
        .iter()
        .filter(|figure| matches!(figure.role, Role::Target | Role::FurtherTarget))
        .filter_map(|figure| case.statement.text.get(figure.span.clone()))
        .collect();
    let span = further.map(|figure| figure.span.clone()).next()?;
    Some(Finding::of(Rule::TwoInOne).at(span).with("words", targets.join(", ")))
}

fn no_metric(case: &Case<'_>) -> Option<Finding> {
    let said = &case.statement.sentence;
    let lacks = match case.record {
        Some(_) => case.lacks(Gap::Metric),
        None => !case.has_metric && said.target.is_some(),
    };
    let read = said.metric.as_ref().filter(|_| case.has_metric).map(|metric| format!("(it says: {metric})"));
    lacks.then(|| case.lacking(Rule::NoMetric, "measure.metric", read))
}

fn no_baseline(case: &Case<'_>) -> Option<Finding> {
    let said = &case.statement.sentence;
    let lacks = match case.record {
        Some(_) => case.lacks(Gap::Baseline) || case.lacks(Gap::ToFindOut),
        None => said.baseline.is_none() && said.movement != Some(Movement::Maintain),
    };
    let read = said.baseline.map(|number| format!("(it says: {number})"));
    lacks.then(|| case.lacking(Rule::NoBaseline, "measure.baseline", read))
}

fn no_target(case: &Case<'_>) -> Option<Finding> {
    let said = &case.statement.sentence;
    let lacks = match case.record {
        Some(_) => case.lacks(Gap::Target),
        None => said.target.is_none(),
    };
    let read = said.target.map(|number| format!("(it says: {number})"));
    lacks.then(|| case.lacking(Rule::NoTarget, "measure.target", read))
}

fn wrong_way(case: &Case<'_>) -> Option<Finding> {
    if case.lacks(Gap::EmptyWindow) {
        let measure = case.measure()?;
        let shown = |bound: Option<Number>| bound.map(|it| measure.shown(it)).unwrap_or_default();
        let finding = Finding::of(Rule::WrongWay).on("measure.floor");
        return Some(finding.with("from", shown(measure.floor)).with("to", shown(measure.ceiling)));
    }
    let is_wrong = match case.record {
        Some(_) => case.lacks(Gap::WrongWay),
        None => case.way().is_some_and(|(from, to, _)| match case.statement.sentence.movement {
            Some(Movement::Increase) => to < from,
            Some(Movement::Decrease) => to > from,
            Some(Movement::Maintain) | None => false,
        }),
    };
    if is_wrong { case.on_the_way(Rule::WrongWay) } else { None }
}

fn no_gap(case: &Case<'_>) -> Option<Finding> {
    let is_to_move = case.statement.sentence.movement != Some(Movement::Maintain);
    let has_none = match case.record {
        Some(_) => case.lacks(Gap::NoGap),
        None => is_to_move && case.way().is_some_and(|(from, to, _)| from == to),
    };
    if has_none { case.on_the_way(Rule::NoGap) } else { None }
}

fn nearly_there(case: &Case<'_>) -> Option<Finding> {
    let is_kept = case.measure().is_some_and(|measure| measure.kind != Kind::Change);
    let (from, to, unit) = case.way()?;
    if is_kept || from == to || !is_small(from, to, unit) {
        return None;
    }
    case.on_the_way(Rule::NearlyThere)
}

/// Tells whether the gap is under a tenth of the baseline; of a share that rises near 100, under a tenth of what is left.
fn is_small(from: Number, to: Number, unit: &str) -> bool {
    let (from, to) = (from.decimal(), to.decimal());
    let (hundred, half) = (rust_decimal::Decimal::ONE_HUNDRED, rust_decimal::Decimal::from(50));
    let is_share = unit.trim_start().starts_with('%') && from >= half && from < hundred && to > from;
    let whole = if is_share { hundred - from } else { from.abs() };
    let Some(gap) = to.checked_sub(from).map(|gap| gap.abs()) else { return false };
    gap.checked_mul(rust_decimal::Decimal::TEN).is_some_and(|tenfold| tenfold < whole)
}

fn no_source(case: &Case<'_>) -> Option<Finding> {
    let measure = case.measure()?;
    let is_blank = measure.source.as_deref().is_none_or(|source| source.trim().is_empty());
    let is_asked = is_blank && measure.kind != Kind::EstablishBaseline;
    is_asked.then(|| Finding::of(Rule::NoSource).on("measure.source"))
}

fn data_not_in_hand(case: &Case<'_>) -> Option<Finding> {
    let key_result = case.record?.key_result;
    let is_away = matches!(key_result.data, Some(DataAccess::Asked | DataAccess::DoNotHave));
    let is_promised = key_result.dependencies.iter().any(|dependency| dependency.by.is_some());
    (is_away && !is_promised).then(|| Finding::of(Rule::DataNotInHand).on("data"))
}

fn late_effect(case: &Case<'_>) -> Option<Finding> {
    let Record { key_result, cycle, .. } = case.record?;
    let is_named = key_result.early_sign.as_deref().is_some_and(|sign| !sign.trim().is_empty());
    let quarter = key_result.effect_quarter.as_deref()?;
    let is_late = key_result.pays_back_after(cycle) && !is_named;
    is_late.then(|| Finding::of(Rule::LateEffect).on("effect_quarter").with("quarter", quarter))
}

fn outside_promise(case: &Case<'_>) -> Option<Finding> {
    let promised = case.record?.key_result.refinement.promised_outside;
    (promised == Some(true)).then(|| Finding::of(Rule::OutsidePromise).on("refinement.promised_outside"))
}

/// The words of a text that are no figures, in small letters.
pub(super) fn plain_words<'a>(tokens: &'a [Token<'a>]) -> impl Iterator<Item = &'a str> {
    tokens.iter().filter(|token| token.kind == TokenKind::Word).map(|token| token.lower.as_ref())
}
