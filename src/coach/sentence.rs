//! What a sentence says: the measure, its numbers, and which way they go.

mod amount;
mod asides;
mod changes;
mod clues;
mod dates;
mod doubt;
mod figure;
mod figures;
mod heading;
mod kept;
mod movement;
mod names;
mod noun;
mod now;
mod quantifier;
mod read_on;
mod roles;
mod shares;
mod target;
mod times;
mod unit;
mod unmeasured;
mod used;
mod ways;
mod wording;
mod words;

pub use self::figure::{Figure, Role};
pub use self::read_on::ReadOn;
pub use self::unit::Unit;

use std::ops::Range;

use rust_decimal::Decimal;

use self::clues::Side;
use self::roles::Placed;
use self::words::Words;
use super::token::Token;
use crate::domain::cycle::ReadingDay;
use crate::domain::day::Day;
use crate::domain::measure::{Aggregation, Bound, Direction, Kind};
use crate::domain::number::Number;

/// Which way a sentence wants a number to go. Other than [`crate::domain::measure::Direction`] it knows "stays".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// Up is better.
    Increase,
    /// Down is better.
    Decrease,
    /// It stays where it is.
    Maintain,
}

/// What was read from one sentence. Nothing is invented: what the sentence does not say is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence {
    /// The quantity in words, as the sentence has them: "sign-in failures caused by authentication".
    pub metric: Option<String>,
    /// How single values become one number, where a word says so.
    pub aggregation: Option<Aggregation>,
    /// What is counted in: "across product teams".
    pub scope: Option<String>,
    /// The unit of the target: `%`, `% change`, `x`, `ms`, `days`, `USD`, or the noun counted.
    pub unit: Option<String>,
    /// The unit of the baseline, where the target says by how much: "teams" of "30 % more teams than the 10 of today".
    pub level_unit: Option<String>,
    /// How often that happens, where the numbers are counted so: "month" of "3 per month".
    pub rate: Option<&'static str>,
    /// Which way is better.
    pub movement: Option<Movement>,
    /// Which way the verb that opens it says, whatever its numbers do.
    pub said: Option<Direction>,
    /// Where it stands now, where the sentence says so as a number.
    pub baseline: Option<Number>,
    /// When that was read.
    pub read_on: ReadOn,
    /// The number to reach.
    pub target: Option<Number>,
    /// Whether the target itself counts: "below 5" is strict.
    pub bound: Bound,
    /// The day by which.
    pub due: Option<Day>,
    /// Whether the target merely counts something, from nowhere: "5 posts".
    pub is_count: bool,
    /// Whether the target says by how much and not where to: "by 20 %", "3x", "5 more".
    pub is_difference: bool,
    /// Whether it is a share of cases, which its metric names: "90 % of bugs fixed".
    pub is_of_cases: bool,
    /// The sort of movement: a change, or a window to stay in.
    pub kind: Kind,
    /// The upper end, where the target is a range to stay in: "between 60 % and 70 %".
    pub upper: Option<Number>,
    /// The words with the numbers that were left open, as nobody can tell what they say: "1.200".
    pub unclear: Option<Range<usize>>,
}

/// What a reading gives: the sentence and the places of its figures.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) sentence: Sentence,
    pub(super) figures: Vec<Figure>,
}

/// Reads the tokens of a text.
pub(super) fn read(tokens: &[Token<'_>], on: ReadingDay) -> Reading {
    let words = Words::of(tokens);
    let mut dates = dates::dates(&words, on);
    if let Some(heading) = &words.heading {
        dates.holds[heading.at.clone()].fill(true);
    }
    let (placed, doubt) = roles::placed(&words, &dates);
    let unclear = doubt.map(|at| span(tokens, &at));
    let mut sentence = Sentence { unclear, ..Sentence::default() };
    let with = |role: Role| placed.iter().find(|figure| figure.role == role);
    let (baseline, target) = (with(Role::Baseline), with(Role::Target));
    sentence.said = movement::opening(&words, target);
    sentence.due = dates.due(&words, baseline);
    sentence.read_on = baseline.map(|figure| dates.read_on(&words, figure, on)).unwrap_or_default();
    sentence.baseline = baseline.and_then(|figure| Number::new(figure.found.value).ok());
    sentence.movement = movement::movement(&words, &movement::Figures { baseline, target });
    if let Some(target) = target {
        sentence.target = Number::new(reached(target, sentence.movement)).ok();
        sentence.unit = noun::unit_name(&words, target, baseline);
        let has_unit = sentence.unit.as_deref() == Some("points") || baseline.is_some();
        sentence.is_count = !has_unit && movement::is_count(&words, target);
        sentence.is_difference = target.is_difference() && !target.clues.is_to;
        turned(&words, (target, baseline), &mut sentence);
        sentence.rate =
            rate(&words, (target, baseline)).filter(|_| !sentence.is_difference || baseline.is_some());
        window(&words, target, &mut sentence);
        sentence.bound = if target.clues.is_strict { Bound::Strict } else { Bound::Inclusive };
    } else if let Some(quantified) = quantifier::quantified(&words) {
        sentence.target = Number::new(quantified.value).ok();
        sentence.unit = noun::quantified_noun(&words, &quantified);
        sentence.movement = Some(if quantified.is_none { Movement::Decrease } else { Movement::Increase });
    }
    if target.is_none() && sentence.target.is_none() {
        sentence.is_count = (0..words.len()).any(|at| unmeasured::counts_later(&words, at));
    }
    wording::word(&words, &placed, &dates.holds, &mut sentence);
    // The upper end of a range lies in the figure that was made of both.
    let mut end = 0;
    let is_apart = |figure: &&Placed| {
        let begins = figure.found.at.start >= end;
        end = end.max(figure.found.at.end);
        begins
    };
    Reading {
        sentence,
        figures: placed.iter().filter(is_apart).filter_map(|figure| shown(&words, figure)).collect(),
    }
}

/// Tells whether tokens may be English.
pub(super) fn is_english(tokens: &[Token<'_>]) -> bool {
    doubt::is_english(&Words::of(tokens))
}

/// How often what is counted happens, where that is said behind the figures.
fn rate(words: &Words<'_, '_>, (target, baseline): (&Placed, Option<&Placed>)) -> Option<&'static str> {
    let told = |figure: &Placed| {
        figure.rate(words).filter(|_| !matches!(figure.found.unit, Unit::Percent | Unit::Points))
    };
    let said = told(target).or_else(|| told(baseline?)).map(|rate| rate.period);
    said.or_else(|| words.heading.as_ref()?.rate)
}

/// Puts where a difference leads in its place: "halve build time from 40 minutes" is 20.
fn turned(words: &Words<'_, '_>, figures: (&Placed, Option<&Placed>), sentence: &mut Sentence) {
    let (target, Some(baseline)) = figures else { return };
    if !sentence.is_difference {
        return;
    }
    sentence.level_unit = noun::level_unit(words, baseline);
    let level = || level(sentence.baseline?, sentence, exact(target));
    // "From 8 % by 3 percentage points"
    let is_of_share = target.found.unit == Unit::Points && baseline.found.unit == Unit::Percent;
    let is_whole = target.found.turn.is_some() || target.found.is_part || is_of_share;
    if let Some(reached) = is_whole.then(level).flatten() {
        (sentence.target, sentence.is_difference) = (Some(reached), false);
        sentence.unit = sentence.level_unit.take();
    }
}

/// By how much a difference leads on: a third is kept as 33 % and counted as a third.
fn exact(target: &Placed) -> Decimal {
    let thirds = match target.found.value {
        value if value == 33.into() => Decimal::ONE_HUNDRED,
        value if value == 67.into() => Decimal::from(200),
        value => return value,
    };
    if target.found.is_part { thirds / Decimal::from(3) } else { target.found.value }
}

/// Where a difference leads from a baseline, to three decimals.
pub(super) fn level(baseline: Number, sentence: &Sentence, by: Decimal) -> Option<Number> {
    let from = baseline.decimal();
    let part = match sentence.unit.as_deref() {
        Some("% change") => from.checked_mul(by)?.checked_div(Decimal::ONE_HUNDRED)?,
        Some("x") if sentence.movement == Some(Movement::Increase) => {
            return Number::new(from.checked_mul(by)?).ok();
        }
        Some("x") => return Number::new(from.checked_div(by)?).ok(),
        _ => by,
    };
    let reached = match sentence.movement? {
        Movement::Increase => from.checked_add(part)?,
        Movement::Decrease => from.checked_sub(part)?,
        Movement::Maintain => return None,
    };
    Number::new(reached.round_dp(3)).ok()
}

/// The window a number is to stay in, where the sentence says that it stays.
fn window(words: &Words<'_, '_>, target: &Placed, sentence: &mut Sentence) {
    // "From 12 % to 12 %" goes nowhere, and nobody says that it stays.
    let is_no_way = sentence.baseline.is_some() && sentence.baseline == sentence.target;
    let says_so = !is_no_way || target.clues.is_denied || kept::keeps(words, target);
    if sentence.movement != Some(Movement::Maintain) || !says_so {
        return;
    }
    sentence.upper = target.found.upper.and_then(|upper| Number::new(upper).ok());
    sentence.kind = match (kept::side(words, target), sentence.upper) {
        (_, Some(_)) => Kind::Between,
        (Side::AtMost, None) => Kind::AtMost,
        (Side::AtLeast, None) => Kind::AtLeast,
    };
}

/// The end of a range at which the target counts as reached.
fn reached(target: &Placed, movement: Option<Movement>) -> Decimal {
    match (target.found.upper, movement) {
        (Some(upper), Some(Movement::Decrease)) => upper,
        _ => target.found.value,
    }
}

fn shown(words: &Words<'_, '_>, placed: &Placed) -> Option<Figure> {
    let span = span(words.tokens, &placed.found.at);
    let value = Number::new(placed.found.value).ok()?;
    let role = if placed.is_limit() { Role::Limit } else { placed.role };
    let rate = placed.rate(words).map(|rate| rate.period);
    let (unit, tokens) = (placed.found.unit, placed.found.at.clone());
    Some(Figure { role, value, unit, rate, tokens, span })
}

/// Where some tokens stand in the text, in bytes.
fn span(tokens: &[Token<'_>], at: &Range<usize>) -> Range<usize> {
    tokens[at.start].start..tokens[at.end - 1].span().end
}

#[cfg(test)]
mod tests;
