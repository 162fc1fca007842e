//! Rules on one key result: its sentence, read together with its objective, and what its file says beside it.

use super::ask;
use crate::coach::draft::{better_way, measure};
use crate::coach::finding::{Finding, Level, Raised};
use crate::coach::label::{self, Assessed, Label};
use crate::coach::lexicon::{Tags, tags};
use crate::coach::rule::Rule;
use crate::coach::sentence::{Movement, Role};
use crate::coach::statement::Statement;
use crate::coach::token::{Kind as TokenKind, Token};
use crate::domain::cycle::Cycle;
use crate::domain::display::shortened;
use crate::domain::key_result::{DataAccess, Influence, KeyResult};
use crate::domain::measure::{Direction, Gap, Kind, Measure};
use crate::domain::number::Number;
use crate::domain::quantity::with_unit;
use crate::words::coach as words;
use crate::words::domain::values::per;

mod said;
mod twofold;
mod vague;

/// What the coach makes of the sentence of a key result.
#[derive(Debug, Clone)]
pub struct Judged<'a> {
    /// The sentence.
    pub statement: &'a Statement<'a>,
    /// What it says of itself.
    pub assessed: Assessed,
}

impl<'a> Judged<'a> {
    /// Judges a sentence, read together with the objective it stands under.
    #[must_use]
    pub fn of(statement: &'a Statement<'a>, objective: Option<&str>) -> Self {
        Self { statement, assessed: label::key_result(statement, objective) }
    }

    /// Everything there is to ask about it, and about its file where it has one.
    #[must_use]
    pub fn asked(&self, record: Option<Record<'_>>) -> Vec<Finding> {
        ask(RULES, |rule| rule(&Case { judged: self, record }))
    }
}

/// A key result as the rules look at it: its sentence, and its file where it has one.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    judged: &'a Judged<'a>,
    record: Option<Record<'a>>,
}

/// The file of a key result.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// The key result.
    pub key_result: &'a KeyResult,
    /// Its cycle.
    pub cycle: &'a Cycle,
    /// What the cycle is called in which its effect is expected, where that is a later one.
    pub effect: Option<&'a str>,
}

/// A rule on one key result.
pub type Find = fn(&Case<'_>) -> Option<Raised>;

/// The rules, in the order in which they are asked.
pub const RULES: &[(Rule, Find)] = &[
    (Rule::DeliveryPlan, delivery_plan),
    (Rule::OutputVerb, output_verb),
    (Rule::WorkOrEffect, work_or_effect),
    (Rule::OutcomeTest, outcome_test),
    (Rule::Vague, vague::vague),
    (Rule::YesNo, vague::yes_no),
    (Rule::TwoInOne, twofold::two_in_one),
    (Rule::NoMetric, no_metric),
    (Rule::NoBaseline, no_baseline),
    (Rule::NoTarget, no_target),
    (Rule::WrongWay, wrong_way),
    (Rule::NoGap, no_gap),
    (Rule::NearlyThere, nearly_there),
    (Rule::SaidOtherwise, said::otherwise),
    (Rule::NoSource, no_source),
    (Rule::DataNotInHand, data_not_in_hand),
    (Rule::LateEffect, late_effect),
    (Rule::DueTooEarly, due_too_early),
    (Rule::DueTooLate, due_too_late),
    (Rule::WeakInfluence, weak_influence),
    (Rule::NoAgreement, no_agreement),
    (Rule::OutsidePromise, outside_promise),
];

impl Case<'_> {
    /// Whether its sentence was judged so; where the name of a metric stands for one and says what it aims for, nothing was.
    fn is(&self, label: Label) -> bool {
        let stands_in = |Record { key_result, .. }| {
            key_result.has_stand_in() && key_result.gaps().iter().all(|gap| *gap == Gap::Baseline)
        };
        !self.record.is_some_and(stands_in) && self.judged.assessed.judgement.label == label
    }

    fn measure(&self) -> Option<&Measure> {
        self.record.map(|record| &record.key_result.measure)
    }

    /// Tells whether the file keeps it from being committed for this reason.
    fn lacks(&self, gap: Gap) -> bool {
        self.record.is_some_and(|record| record.key_result.gaps().contains(&gap))
    }

    /// Where it stands and what to reach, with the unit: by the file, else by the sentence of what is not only to be kept.
    fn way(&self) -> Option<(Number, Number, String)> {
        let of_file = self.measure().and_then(|it| Some((it.baseline?, it.target?, it.unit().to_owned())));
        let of_sentence = || {
            let said = measure(self.judged.statement);
            let way = (said.baseline?, said.target?, said.unit.unwrap_or_default());
            (self.judged.statement.sentence.kind == Kind::Change).then_some(way)
        };
        of_file.or_else(of_sentence)
    }

    /// A question on the way from baseline to target, at the target.
    fn on_the_way(&self) -> Option<Raised> {
        let (from, to, unit) = self.way()?;
        let raised = match self.measure() {
            Some(measure) if measure.target.is_some() => Raised::on("measure.target"),
            _ => Raised::title().at(self.judged.statement.span_of(Role::Target).unwrap_or_default()),
        };
        Some(raised.with("from", with_unit(from, &unit)).with("to", with_unit(to, &unit)))
    }

    fn on_the_judgement(&self) -> Raised {
        Raised::title()
            .at(self.judged.assessed.judgement.span.clone())
            .with("why", &self.judged.assessed.judgement.why)
    }

    /// The words with the numbers the sentence leaves open, where nobody can tell what they say.
    fn unclear(&self) -> Option<String> {
        let span = self.judged.statement.sentence.unclear.clone()?;
        self.judged.statement.text.get(span).map(|text| words::could_be_read_in_two_ways(shortened(text)))
    }

    /// A question about what the sentence lacks: asked of a sentence, a hard stop of a file.
    fn lacking(&self, key: &'static str, read: Option<String>) -> Raised {
        let read = read.map(|value| format!(" {value}")).unwrap_or_default();
        let field = key.rsplit('.').next().unwrap_or(key);
        let raised = match self.record {
            Some(_) => Raised::on(key),
            None => Raised::title().level(Level::Ask),
        };
        raised.with("field", field).with("read", read)
    }
}

fn delivery_plan(case: &Case<'_>) -> Option<Raised> {
    let things = if case.is(Label::Output) { things(&case.judged.statement.tokens) } else { 0 };
    (things >= PLAN).then(|| Raised::title().with("count", things.to_string()))
}

/// Things from which on a list of work is a plan.
const PLAN: usize = 3;
/// Words that begin an aside and no thing: "with owners, for every role".
const ASIDE: &[&str] =
    &["with", "for", "by", "in", "on", "at", "to", "so", "such", "including", "which", "that", "who"];

/// How many things a sentence lists: "a, b and c", or "two of a, two of b, two of c". A list without an "and" has things of
/// several words; what begins like an aside is none.
fn things(tokens: &[Token<'_>]) -> usize {
    let parted: Vec<&[Token<'_>]> = tokens.split(parts).filter(|thing| !thing.is_empty()).collect();
    let has_comma = tokens.iter().any(|token| matches!(token.text, "," | ";"));
    let ends_with_and = tokens.iter().rev().find(|token| parts(token)).is_some_and(|last| last.text != ",");
    let is_aside =
        |thing: &&[Token<'_>]| thing.first().is_some_and(|word| ASIDE.iter().any(|aside| word.is(aside)));
    let is_list = if ends_with_and {
        has_comma || tokens.iter().any(|token| token.text == "+")
    } else {
        parted.iter().all(|thing| thing.len() > 1) && !parted.iter().any(is_aside)
    };
    if is_list { parted.len() } else { 0 }
}

/// Tells whether a word or sign parts the things of a list.
fn parts(token: &Token<'_>) -> bool {
    matches!(token.text, "," | ";" | "&" | "+") || token.is("and")
}

fn output_verb(case: &Case<'_>) -> Option<Raised> {
    case.is(Label::Output).then(|| case.on_the_judgement())
}

fn work_or_effect(case: &Case<'_>) -> Option<Raised> {
    let answered = case.record.and_then(|record| record.key_result.refinement.still_have_problem);
    (case.is(Label::Ambiguous) && answered.is_none()).then(|| case.on_the_judgement())
}

fn outcome_test(case: &Case<'_>) -> Option<Raised> {
    let answered = case.record?.key_result.refinement.still_have_problem;
    (answered == Some(true)).then(|| Raised::on("refinement.still_have_problem"))
}

fn no_metric(case: &Case<'_>) -> Option<Raised> {
    let said = &case.judged.statement.sentence;
    let lacks = match case.record {
        Some(_) => case.lacks(Gap::Metric),
        None => !case.judged.assessed.has_metric && said.target.is_some(),
    };
    let read = said.metric.as_ref().filter(|_| case.judged.assessed.has_metric).map(words::it_says);
    lacks.then(|| case.lacking("measure.metric", read))
}

fn no_baseline(case: &Case<'_>) -> Option<Raised> {
    let said = &case.judged.statement.sentence;
    let lacks = match case.record {
        Some(_) => case.lacks(Gap::Baseline) || case.lacks(Gap::ToFindOut),
        None => said.baseline.is_none() && said.movement != Some(Movement::Maintain),
    };
    let figure = case.judged.statement.figure(Role::Baseline);
    let shown = |value| {
        let unit = figure.and_then(|figure| figure.unit.name()).unwrap_or_default();
        let rate = figure.and_then(|figure| figure.rate).map(|period| per(unit, period));
        words::it_says(with_unit(value, rate.as_deref().unwrap_or(unit)))
    };
    let read = said.baseline.map(shown).or_else(|| case.unclear());
    lacks.then(|| case.lacking("measure.baseline", read))
}

fn no_target(case: &Case<'_>) -> Option<Raised> {
    let said = &case.judged.statement.sentence;
    let lacks = match case.record {
        Some(_) => case.lacks(Gap::Target),
        None => said.target.is_none(),
    };
    let read = said::by_how_much(case).or_else(|| said.target.map(words::it_says)).or_else(|| case.unclear());
    lacks.then(|| match case.measure().filter(|measure| measure.kind == Kind::Between) {
        Some(window) if window.floor.is_none() => case.lacking("measure.floor", None),
        Some(_) => case.lacking("measure.ceiling", None),
        None => case.lacking("measure.target", read),
    })
}

fn wrong_way(case: &Case<'_>) -> Option<Raised> {
    if case.lacks(Gap::EmptyWindow) {
        let measure = case.measure()?;
        let shown = |bound: Option<Number>| bound.map(|it| measure.shown(it)).unwrap_or_default();
        let raised = Raised::on("measure.floor");
        return Some(raised.with("from", shown(measure.floor)).with("to", shown(measure.ceiling)));
    }
    let is_wrong = match case.record {
        Some(_) => case.lacks(Gap::WrongWay),
        None => case.way().is_some_and(|(from, to, _)| match wanted(case.judged.statement) {
            Some(Direction::Increase) => to < from,
            Some(Direction::Decrease) => to > from,
            None => false,
        }),
    };
    if is_wrong { case.on_the_way() } else { None }
}

/// Which way is better: as the name of the metric says, else as the verb does, else as "at least" and "at most" do.
fn wanted(statement: &Statement<'_>) -> Option<Direction> {
    let said = || match statement.sentence.movement? {
        Movement::Increase => Some(Direction::Increase),
        Movement::Decrease => Some(Direction::Decrease),
        Movement::Maintain => None,
    };
    better_way(&statement.sentence).or(statement.sentence.said).or_else(said)
}

fn no_gap(case: &Case<'_>) -> Option<Raised> {
    let is_kept = |token: &Token<'_>| tags(&token.lower).any(Tags::KEEP);
    let is_to_move = !case.judged.statement.tokens.iter().any(is_kept);
    let has_none = match case.record {
        Some(_) => case.lacks(Gap::NoGap),
        None => is_to_move && case.way().is_some_and(|(from, to, _)| from == to),
    };
    if has_none { case.on_the_way() } else { None }
}

fn nearly_there(case: &Case<'_>) -> Option<Raised> {
    let is_kept = case.measure().is_some_and(|measure| measure.kind != Kind::Change);
    let (from, to, unit) = case.way()?;
    if is_kept || from == to || !is_small(from, to, &unit) {
        return None;
    }
    case.on_the_way()
}

/// Tells whether the gap is under a tenth of the baseline; of what rises near 100 and may be a share, under a tenth of what
/// is left.
fn is_small(from: Number, to: Number, unit: &str) -> bool {
    let (from, to) = (from.decimal(), to.decimal());
    let (hundred, half) = (rust_decimal::Decimal::ONE_HUNDRED, rust_decimal::Decimal::from(50));
    let may_be_share = unit.trim_start().starts_with('%') || unit.is_empty() && to <= hundred;
    let is_share = may_be_share && from >= half && from < hundred && to > from;
    let whole = if is_share { hundred - from } else { from.abs() };
    let Some(gap) = to.checked_sub(from).map(|gap| gap.abs()) else { return false };
    gap.checked_mul(rust_decimal::Decimal::TEN).is_some_and(|tenfold| tenfold < whole)
}

fn no_source(case: &Case<'_>) -> Option<Raised> {
    let measure = case.measure()?;
    let is_blank = measure.source.as_deref().is_none_or(|source| source.trim().is_empty());
    let is_asked = is_blank && measure.kind != Kind::EstablishBaseline;
    is_asked.then(|| Raised::on("measure.source"))
}

fn data_not_in_hand(case: &Case<'_>) -> Option<Raised> {
    let key_result = case.record?.key_result;
    let at = key_result.measured_at.as_ref();
    let is_away = match key_result.data {
        Some(DataAccess::Have) => false,
        Some(DataAccess::Asked | DataAccess::DoNotHave) => true,
        None => at.is_some(),
    };
    let gives = |team: &String| at.is_none_or(|at| team.eq_ignore_ascii_case(at));
    let mut dependencies = key_result.dependencies.iter();
    let is_promised = dependencies.any(|it| it.by.is_some() && gives(&it.team));
    (is_away && !is_promised).then(|| Raised::on("data"))
}

fn late_effect(case: &Case<'_>) -> Option<Raised> {
    let Record { key_result, effect, .. } = case.record?;
    let is_named = key_result.early_sign.as_deref().is_some_and(|sign| !sign.trim().is_empty());
    let quarter = effect?;
    (!is_named).then(|| Raised::on("effect_quarter").with("quarter", quarter))
}

fn due_too_early(case: &Case<'_>) -> Option<Raised> {
    let Record { key_result, cycle, .. } = case.record?;
    let due = key_result.measure.due.filter(|due| *due < cycle.first)?;
    let raised = Raised::on("measure.due").with("due", due.long());
    Some(raised.with("first", cycle.first.long()))
}

/// Due behind its quarter, where it does not say that its effect comes later.
fn due_too_late(case: &Case<'_>) -> Option<Raised> {
    let Record { key_result, cycle, effect } = case.record?;
    let due = key_result.measure.due.filter(|due| *due > cycle.last)?;
    let raised = || Raised::on("measure.due").with("due", due.long());
    effect.is_none().then(|| raised().with("last", cycle.last.long()))
}

fn weak_influence(case: &Case<'_>) -> Option<Raised> {
    let influence = case.record?.key_result.influence?;
    (influence == Influence::Weak).then(|| Raised::on("influence"))
}

/// Shared influence rests on an agreement, and that has to be named (section 2, measured elsewhere).
fn no_agreement(case: &Case<'_>) -> Option<Raised> {
    let key_result = case.record?.key_result;
    let is_named = key_result.agreement.as_deref().is_some_and(|agreement| !agreement.trim().is_empty());
    let is_asked = key_result.influence == Some(Influence::Shared) && !is_named;
    is_asked.then(|| Raised::on("influence"))
}

fn outside_promise(case: &Case<'_>) -> Option<Raised> {
    let promised = case.record?.key_result.refinement.promised_outside;
    (promised == Some(true)).then(|| Raised::on("refinement.promised_outside"))
}

/// The words of a text that are no figures, in small letters.
pub(super) fn plain_words<'a>(tokens: &'a [Token<'a>]) -> impl Iterator<Item = &'a str> {
    tokens.iter().filter(|token| token.kind == TokenKind::Word).map(|token| token.lower.as_ref())
}
