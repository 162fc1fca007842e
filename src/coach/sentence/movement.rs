//! Which way a sentence wants its number to go.

use rust_decimal::Decimal;

use super::Movement;
use super::changes::is_low_good;
use super::clues::Side;
use super::doubt::is_english;
use super::figures::Sign;
use super::kept::{keeps, side};
use super::roles::Placed;
use super::unit::Unit;
use super::unmeasured::without_figure;
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::coach::token::Kind;
use crate::domain::measure::Direction;

/// What the movement is read from.
pub(super) struct Figures<'f> {
    pub(super) baseline: Option<&'f Placed>,
    pub(super) target: Option<&'f Placed>,
}

/// The movement of a sentence with a figure to reach.
pub(super) fn movement(words: &Words<'_, '_>, figures: &Figures<'_>) -> Option<Movement> {
    let Some(target) = figures.target else { return without_figure(words) };
    if target.clues.is_denied && target.clues.side.is_some() {
        return Some(Movement::Maintain);
    }
    let way = figures.baseline.and_then(|baseline| between(words, baseline, target));
    // "Stays above 97 %, currently 98.2 %"; what stays "90 minutes instead of 65" moves.
    let is_kept = !target.clues.is_to && keeps(words, target);
    let is_read = figures.baseline.is_some_and(|baseline| !baseline.clues.is_versus);
    let side = target.clues.side.or_else(|| is_read.then(|| side(words, target)));
    if is_kept && side.zip(way).is_some_and(|(side, way)| way != side.wanted()) {
        return Some(Movement::Maintain);
    }
    if let Some(way) = figures.baseline.and_then(|baseline| bounded(words, baseline, target)).or(way) {
        return Some(way);
    }
    if keeps(words, target) {
        return Some(Movement::Maintain);
    }
    if is_low_good(words) {
        return Some(Movement::Decrease);
    }
    if let Some(way) = said(words, target) {
        return Some(way);
    }
    // Of a sentence in another language not even errors are known to be such.
    let is_told = target.clues.side.is_some() || is_english(words);
    is_told.then(|| wanted(words, target))
}

/// What the verb at the beginning says, where it can mean nothing but a movement; what is sped up takes less time.
pub(super) fn opening(words: &Words<'_, '_>, target: Option<&Placed>) -> Option<Direction> {
    const UP: &[&str] = &["increase", "grow", "raise", "lift", "boost", "double", "triple"];
    const DOWN: &[&str] = &[
        "reduce", "decrease", "cut", "lower", "shorten", "shrink", "slash", "trim", "halve", "minimise",
        "minimize",
    ];
    let is_time = target.is_some_and(|target| matches!(target.found.unit, Unit::Time(..)));
    match first_word(words) {
        at if words.is_any(at, UP) => Some(Direction::Increase),
        at if words.is_any(at, DOWN) || is_time && words.has(at, Tags::SPEED) => Some(Direction::Decrease),
        _ => None,
    }
}

impl Side {
    /// Which way a number moves that is to get there.
    const fn wanted(self) -> Movement {
        match self {
            Self::AtLeast => Movement::Increase,
            Self::AtMost => Movement::Decrease,
        }
    }
}

/// "More than 500 shops (now 700)": at least and at most say which way, also where the number has passed them.
fn bounded(words: &Words<'_, '_>, baseline: &Placed, target: &Placed) -> Option<Movement> {
    let is_remark = target.found.at.start < baseline.found.at.start && !target.clues.is_to;
    let is_said = is_remark && opening(words, Some(target)).is_none() && !target.is_difference();
    target.clues.side.filter(|_| is_said).map(Side::wanted)
}

/// From the lower to the higher number, or the other way.
fn between(words: &Words<'_, '_>, baseline: &Placed, target: &Placed) -> Option<Movement> {
    let (one, other) = (baseline.found.unit, target.found.unit);
    // "From 1.4x to 1.1x": two levels of one factor.
    let is_factor = one == Unit::Factor && other == Unit::Factor && target.clues.is_to;
    if target.is_difference() && !is_factor {
        return None;
    }
    let is_open = |unit| matches!(unit, Unit::Bare | Unit::Percent | Unit::Points);
    let (of_from, of_to) = match one.lengths(other) {
        None if is_open(one) || is_open(other) => (Decimal::ONE, Decimal::ONE),
        lengths => lengths?,
    };
    // Two a day is more than two a week.
    let (per_from, per_to) = match (baseline.rate(words), target.rate(words)) {
        (Some(from), Some(to)) => from.unit.lengths(to.unit)?,
        _ => (Decimal::ONE, Decimal::ONE),
    };
    let from = baseline.found.value.checked_mul(of_from)?.checked_mul(per_to)?;
    let to = target.found.value.checked_mul(of_to)?.checked_mul(per_from)?;
    match from.cmp(&to) {
        std::cmp::Ordering::Less => Some(Movement::Increase),
        std::cmp::Ordering::Greater => Some(Movement::Decrease),
        std::cmp::Ordering::Equal => Some(Movement::Maintain),
    }
}

/// What is counted where something is to be easy: "in two clicks".
const EFFORT: &[&str] = &["click", "clicks", "tap", "taps", "command", "commands", "step", "steps"];

fn is_effort(words: &Words<'_, '_>, target: &Placed) -> bool {
    let (end, noun_end) = (target.found.at.end, target.clues.noun_end);
    words.is_any(end, EFFORT) || noun_end > end && words.is_any(noun_end - 1, EFFORT)
}

/// What the words right at the figure, or the verb before it, say.
fn said(words: &Words<'_, '_>, target: &Placed) -> Option<Movement> {
    let clues = &target.clues;
    if clues.turn == Some(Sign::Plus) && clues.is_by && clues.side == Some(Side::AtMost) {
        return Some(Movement::Decrease);
    }
    let opens_low = words.is_any(first_word(words), &["fewer", "lower", "shorter", "smaller"]);
    if opens_low && clues.turn.is_none() && target.is_difference() {
        return Some(Movement::Decrease);
    }
    if let Some(turn) = clues.turn {
        let is_better = words.is(target.found.at.end, "improvement") && is_lower_better(words);
        return Some(match turn {
            Sign::Plus if !is_better => Movement::Increase,
            Sign::Plus | Sign::Minus => Movement::Decrease,
        });
    }
    let effort = is_effort(words, target);
    if clues.is_within && effort && target.found.unit == Unit::Bare {
        return Some(Movement::Decrease);
    }
    let is_time = matches!(target.found.unit, Unit::Time(..));
    let is_waited = is_time && (clues.is_within || words.is_before(clues.lead, &["after"]));
    if clues.is_only || clues.side == Some(Side::AtMost) || is_waited {
        return Some(Movement::Decrease);
    }
    // "Ramp time down to 3 months": what stands right before the number says it, not the first word.
    if clues.is_to && words.has(clues.lead, Tags::FALLEN) {
        return Some(Movement::Decrease);
    }
    let is_rare = target.found.is_part && target.found.value < Decimal::ONE;
    if target.found.value.is_zero() || is_rare || is_cost(words, target) && clues.side.is_none() {
        return Some(Movement::Decrease);
    }
    // "Check the new flow: users rate ease at least 4.5" is about the bound, whatever was done before.
    let is_bound = clues.side == Some(Side::AtLeast) && !clues.is_to && !clues.is_by;
    verb(words, target).filter(|way| !is_bound || *way == Movement::Increase || leads_down(words))
}

/// "Takes 20 minutes", "needs 2 operators": what it costs. A battery that lasts and a server that takes so many do not.
fn is_cost(words: &Words<'_, '_>, target: &Placed) -> bool {
    let at = target.clues.lead;
    let is_taken = words.is_before(at, &["take", "takes", "took"])
        && match target.found.unit {
            Unit::Bare => !is_effort(words, target),
            Unit::Money(_) => at == 1,
            _ => false,
        };
    let lasts =
        words.is_before(at, &["last", "lasts"]) && (0..words.len()).any(|at| words.has(at, Tags::LONG));
    words.has_before(at, Tags::COSTS) && !is_taken && !lasts
}

/// "Cut costs for at least 3 teams": the sentence begins with going down.
fn leads_down(words: &Words<'_, '_>) -> bool {
    words.has(first_word(words), Tags::DOWN.or(Tags::SPEED).or(Tags::IMPROVE))
}

/// The way the last verb of movement before the figure points.
fn verb(words: &Words<'_, '_>, target: &Placed) -> Option<Movement> {
    let end = target.found.at.start;
    let moves = Tags::UP.or(Tags::DOWN).or(Tags::IMPROVE).or(Tags::SPEED).or(Tags::RISEN).or(Tags::FALLEN);
    let at = (end.saturating_sub(20)..end).find(|at| {
        words.has(*at, moves)
            && !words.is_any(*at, &["-", "–", "−"])
            && !is_part_of_verb(words, *at)
            && !is_autumn(words, *at)
            && !is_cut_out(words, *at)
    })?;
    if is_aim_of_work(words, at) {
        return None;
    }
    Some(way(words, at))
}

/// "set up", "written down", "signed up": there the word is no movement.
pub(super) fn is_part_of_verb(words: &Words<'_, '_>, at: usize) -> bool {
    const VERBS: &[&str] = &[
        "set", "sets", "setting", "sign", "signs", "signed", "signing", "write", "wrote", "written", "note",
        "noted", "put", "follow", "followed", "back", "backed", "look", "looked", "come", "join", "joined",
        "shut", "turn", "turned", "turns", "start", "started", "hand", "handed", "clean", "cleaned", "keep",
        "kept", "pick", "picked",
    ];
    // "Of medium risk and up"
    let is_bound = words.is_before(at, &["and", "or"]) && words.is_word(at + 1);
    words.is_any(at, &["up", "down"]) && (words.is_before(at, VERBS) || is_bound)
}

/// "Fall term", "fall to next fall": a season and no movement.
fn is_autumn(words: &Words<'_, '_>, at: usize) -> bool {
    const SEASONS: &[&str] = &["fall", "spring", "next", "autumn"];
    let is_season = words.is_any(at + 1, &["term", "semester", "cohort"])
        || words.is(at + 1, "to") && words.is_any(at + 2, SEASONS)
        || words.is_before(at, &["to", "(", "next", "last", "each"]);
    words.is(at, "fall") && is_season
}

/// "Cut one release", "drop support": there the word is work, and nothing gets less.
fn is_cut_out(words: &Words<'_, '_>, at: usize) -> bool {
    const MADE: &[&str] =
        &["release", "releases", "version", "versions", "branch", "tag", "build", "support"];
    // In "cut build time" the build only tells which time.
    let is_thing = |next: usize| {
        words.is_any(next, MADE)
            && !words.has(next + 1, Tags::DURATION.or(Tags::MEASURE).or(Tags::LOW).or(Tags::PERIOD))
    };
    words.is_any(at, &["cut", "cuts", "drop", "drops", "dropped"]) && (at + 1..at + 5).any(is_thing)
}

/// "Draft a plan to grow": the movement is what the work is for.
fn is_aim_of_work(words: &Words<'_, '_>, at: usize) -> bool {
    at > 1 && words.is_before(at, &["to", "that"]) && words.has(first_word(words), Tags::MAKE)
}

pub(super) fn way(words: &Words<'_, '_>, at: usize) -> Movement {
    match () {
        () if words.has(at, Tags::UP.or(Tags::RISEN)) => Movement::Increase,
        () if words.has(at, Tags::DOWN.or(Tags::FALLEN).or(Tags::SPEED)) => Movement::Decrease,
        () if is_lower_better(words) => Movement::Decrease,
        () => Movement::Increase,
    }
}

/// Tells whether the quantity of a sentence is one of which less is better: errors, costs, lengths of time.
fn is_lower_better(words: &Words<'_, '_>) -> bool {
    let is_short = |at: usize| words.has(at, Tags::DURATION) && !words.has(at, Tags::LONG);
    is_low(words, 0..words.len()) || (0..words.len()).any(is_short)
}

/// Which way is better where no word says it: lengths of time, errors and costs are better lower.
fn wanted(words: &Words<'_, '_>, target: &Placed) -> Movement {
    let is_spent = (0..words.len()).any(|at| words.has(at, Tags::SPEND));
    let lasts = words.is_before(target.clues.lead, &["for"]) && target.clues.side.is_none();
    let is_long =
        is_spent || lasts || (0..words.len()).any(|at| words.has(at, Tags::LONG) || words.is(at, "without"));
    match (target.clues.side, target.found.unit) {
        (Some(Side::AtMost), _) => Movement::Decrease,
        (None, Unit::Time(..)) if !is_long => Movement::Decrease,
        (Some(Side::AtLeast), _) | (None, Unit::Time(..) | Unit::Factor) => Movement::Increase,
        (None, Unit::Percent) if target.found.value == Decimal::ONE_HUNDRED => Movement::Increase,
        (None, Unit::Percent) if target.clues.is_share => share(words, target),
        (None, Unit::Bare) if words.is_word(target.found.at.end) => counted(words, target),
        (None, _) if is_low(words, near(words, target)) => Movement::Decrease,
        (None, _) => Movement::Increase,
    }
}

/// "3 incidents a month" are to be few; where somebody does something to them ("create 20 alerts") they are to be many.
fn counted(words: &Words<'_, '_>, target: &Placed) -> Movement {
    let opens =
        (0..target.clues.lead).all(|at| !words.is_word(at)) || words.is_before(target.clues.lead, &[":"]);
    if opens && is_low(words, target.found.at.end..target.clues.noun_end) {
        Movement::Decrease
    } else {
        Movement::Increase
    }
}

/// Tells whether less is better of what a target stands for, where no word says it.
pub(super) fn is_better_low(words: &Words<'_, '_>, target: &Placed) -> bool {
    wanted(words, target) == Movement::Decrease
}

/// The words of the same part of the sentence.
fn near(words: &Words<'_, '_>, target: &Placed) -> std::ops::Range<usize> {
    target.clues.lead.saturating_sub(6)..(target.found.at.end + 5).min(words.len())
}

/// A share of cases goes up, unless it is a share of what fails.
fn share(words: &Words<'_, '_>, target: &Placed) -> Movement {
    let end = target.found.at.end;
    let fails = (end..(end + 6).min(words.len())).any(|at| {
        words.has(at, Tags::FAIL) && !words.has(at, Tags::MAKE) && !words.has_before(at, Tags::THAT)
    });
    let is_turned = (end..(end + 6).min(words.len()))
        .any(|at| words.has(at, Tags::NOT) || words.is(at, "blocked") && words.is(at + 1, "by"));
    if fails && !is_turned { Movement::Decrease } else { Movement::Increase }
}

/// Tells whether the quantity is one of which fewer is better.
pub(super) fn is_low(words: &Words<'_, '_>, mut range: std::ops::Range<usize>) -> bool {
    range.any(|at| words.has(at, Tags::LOW) && !is_told_apart(words, at))
}

/// "errors fixed", "no rollback", "without an accident", "miles between failures": there it is no quantity that is to be low.
fn is_told_apart(words: &Words<'_, '_>, at: usize) -> bool {
    let is_denied = (at.saturating_sub(3)..at).any(|at| words.is_any(at, &["no", "without", "zero"]));
    let is_aimed_at = (at.saturating_sub(2)..at).any(|at| words.is_any(at, &["to", "towards", "toward"]));
    let is_between = (at.saturating_sub(2)..at).any(|at| words.is(at, "between"));
    is_denied
        || is_aimed_at
        || is_between
        || is_autumn(words, at)
        || words.is_any(at + 1, &["free", "fixed", "resolved", "closed", "found"])
}

/// The first word that says something: behind a phrase in front and the manner in which it is done, "significantly reduce".
pub(super) fn first_word(words: &Words<'_, '_>) -> usize {
    let begins = behind_phrase(words);
    let is_small = |at: usize| words.has(at, Tags::WE) || words.is_any(at, &["to", "the", "will"]);
    let skips = |at: &usize| !words.is_word(*at) || is_small(*at) || is_manner(words, *at);
    (begins..words.len().min(begins + 8)).find(|at| !skips(at)).unwrap_or(begins)
}

/// "Significantly reduce", "continue to reduce": how the verb behind it is meant.
pub(super) fn is_manner(words: &Words<'_, '_>, at: usize) -> bool {
    const GOES_ON: &[&str] = &["continue", "continues", "further", "also", "please"];
    let is_told = words.lower(at).ends_with("ly") || words.is_any(at, GOES_ON);
    is_told && (words.has(at + 1, WAYS) || words.is(at + 1, "to") && words.has(at + 2, WAYS))
}

/// Verbs that move a quantity.
pub(super) const WAYS: Tags = Tags::UP.or(Tags::DOWN).or(Tags::IMPROVE).or(Tags::SPEED);

/// "For mobile users, cut", "through better caching we reduce": where the sentence goes on behind a phrase that says for whom or
/// by what, the start where there is none.
pub(super) fn behind_phrase(words: &Words<'_, '_>) -> usize {
    const FAR: usize = 10;
    const LEADS: &[&str] = &["for", "with", "by", "to", "in", "through", "after", "thanks", "using", "as"];
    let goes_on = |at: &usize| {
        let is_joined = words.is(*at, ",") || words.is(*at, "we");
        let next = *at + 1 + usize::from(words.is(*at, ",") && words.is(*at + 1, "we"));
        is_joined && words.has(next, WAYS)
    };
    let joins = words.is_any(0, LEADS).then(|| (1..FAR).find(goes_on)).flatten();
    joins.map_or(0, |at| at + 1)
}

/// Whether the target merely counts something, from nowhere: made by the team such a count is no movement. Money and
/// hours the team gives out are counted alike.
pub(super) fn is_count(words: &Words<'_, '_>, target: &Placed) -> bool {
    let spends = || (0..words.len()).any(|at| words.has(at, Tags::SPEND));
    let clues = &target.clues;
    let moves = Tags::UP.or(Tags::DOWN).or(Tags::RISEN).or(Tags::FALLEN);
    let is_led = words.has(first_word(words), moves) || words.has(clues.lead, moves);
    let is_moved = is_led && (clues.is_to || clues.is_by);
    let end = target.found.at.end;
    let is_read =
        words.has_before(clues.lead, Tags::MEASURE) && (!words.is_word(end) || words.is(end, "per"));
    match target.found.unit {
        Unit::Bare if is_moved || is_read || is_whole(words, target) => false,
        Unit::Bare => clues.side != Some(Side::AtMost) && !target.found.value.is_zero(),
        Unit::Money(_) => spends() || is_put_in(words),
        Unit::Time(..) | Unit::Other(_) => spends() || is_amount_of(words, target),
        Unit::Percent | Unit::Points | Unit::Factor => false,
    }
}

/// "Put 40k into ads".
fn is_put_in(words: &Words<'_, '_>) -> bool {
    words.is_any(first_word(words), &["put", "putting"]) && (0..words.len()).any(|at| words.is(at, "into"))
}

/// "Renew 60 km of track": so much of something, right behind the verb.
fn is_amount_of(words: &Words<'_, '_>, target: &Placed) -> bool {
    target.clues.lead == first_word(words) + 1
        && target.clues.side.is_none()
        && words.is(target.found.at.end, "of")
}

/// "All 12 audits", "10/10 managers", "0.3 grades": the whole of something, or what is no number of things.
fn is_whole(words: &Words<'_, '_>, target: &Placed) -> bool {
    let value = target.found.value;
    let of_itself = words.is(target.found.at.start + 1, "/")
        && words.text(target.found.at.start) == words.text(target.found.at.start + 2);
    let end = target.found.at.end;
    let of_all = words.is(end, "of") && words.is_kind(end + 1, Kind::Number);
    let opens = words.is_before(target.clues.lead, &["all"]) && first_word(words) + 1 >= target.clues.lead;
    let effort = words.is_any(target.found.at.end, EFFORT) && target.clues.is_within;
    opens || of_all || effort || of_itself || !value.is_integer()
}
