//! Which figure says where things stand, and which is to be reached.

use std::ops::Range;

use super::amount::with_scale_of;
use super::asides::{Weight, weight};
use super::clues::{Clues, Side, clues};
use super::dates::Dates;
use super::doubt::unclear;
use super::figure::Role;
use super::figures::{Found, Sign, figures};
use super::movement::{first_word, is_part_of_verb, opening};
use super::shares::related;
use super::target::{is_compared, target};
use super::unit::{PER, Rate, Unit, price, rate};
use super::ways::{begins_at_nothing, behind_noun, behind_remark, closes, is_led_on, is_marked_way};
use super::words::Words;
use crate::coach::lexicon::Tags;

/// A figure with its surroundings and what it does.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub(super) found: Found,
    pub(super) clues: Clues,
    pub(super) role: Role,
    pub(super) weight: Weight,
}

impl Placed {
    /// Tells whether it is a difference and no level: "by 20 %", "3x", "50 % fewer".
    pub(super) fn is_difference(&self) -> bool {
        self.found.unit == Unit::Factor || self.clues.is_by || self.clues.turn.is_some()
    }

    /// Tells whether it says how much, and does not only name or select.
    pub(super) fn says_something(&self) -> bool {
        self.weight > Weight::Aside
    }

    /// Tells whether it is a length of time that cases are to keep, and not itself the number to reach.
    pub(super) fn is_limit(&self) -> bool {
        self.is_free() && self.clues.is_within && matches!(self.found.unit, Unit::Time(..))
    }

    /// "a day", "per month" behind it or behind what it counts; "per GB" behind money.
    pub(super) fn rate(&self, words: &Words<'_, '_>) -> Option<Rate> {
        let told = [self.clues.noun_end, self.found.at.end].into_iter().find_map(|at| rate(words, at));
        let is_money = matches!(self.found.unit, Unit::Money(_));
        told.or_else(|| is_money.then(|| price(words, self.found.at.end)).flatten())
    }

    /// Tells whether it says how much and has no role yet.
    pub(super) fn is_free(&self) -> bool {
        self.role == Role::Aside && self.weight > Weight::Aside
    }
}

/// Finds the figures of a sentence and gives each its role; those of which nobody can tell what they say have none, and the
/// tokens that leave it open are named.
pub(super) fn placed(words: &Words<'_, '_>, dates: &Dates) -> (Vec<Placed>, Option<Range<usize>>) {
    let mut all: Vec<Placed> = Vec::new();
    for found in figures(words, &dates.holds) {
        let floor = all.last().map_or(0, |before| before.found.at.end);
        let mut clues = clues(words, &found, floor);
        let found = with_sign(found, &mut clues);
        verb_of_change(words, &found, &mut clues);
        clues.turn = clues.turn.or_else(|| gone(words, &found, &clues));
        let weight = weight(words, &found, &clues);
        all.push(Placed { found, clues, role: Role::Aside, weight });
    }
    pair(words, &mut all);
    if let Some(unclear) = unclear(words, &all) {
        for figure in &mut all {
            figure.role = Role::Aside;
        }
        return (all, Some(unclear));
    }
    if !all.iter().any(|figure| figure.role == Role::Baseline) {
        baseline(words, &mut all, dates);
    }
    if !all.iter().any(|figure| figure.role == Role::Target)
        && let Some(at) = target(words, &all)
    {
        all[at].role = Role::Target;
        // "NPS of shops older than 6 months ≥ 45": part of the name.
        let selecting = all[..at].iter_mut().filter(|figure| is_compared(words, figure));
        selecting.for_each(|figure| figure.weight = Weight::Aside);
    }
    further(&mut all);
    let untold = related(words, &mut all);
    (all, untold)
}

/// The sign of a level: "from -5 to +10".
fn with_sign(found: Found, clues: &mut Clues) -> Found {
    let is_level = clues.is_from || clues.is_to || clues.is_of || clues.is_now || clues.is_aim;
    match found.sign {
        Some(sign) if is_level => {
            clues.turn = None;
            let value = if sign == Sign::Minus { -found.value } else { found.value };
            Found { value, sign: None, ..found }
        }
        Some(_) | None => found,
    }
}

/// "Increase revenue 15 %": with a verb of movement and nothing else that places it, a percentage is a difference. "On the
/// ramp 6 % or lower" is a level.
fn verb_of_change(words: &Words<'_, '_>, found: &Found, clues: &mut Clues) {
    if clues.side == Some(Side::AtMost) && clues.turn == Some(Sign::Plus) && !clues.is_by {
        clues.turn = None;
    }
    let first = first_word(words);
    let is_placed = clues.lead < found.at.start || clues.side.is_some() || clues.is_share || clues.is_now;
    let follows = clues.lead > first && clues.lead - first < 8 && words.is_word(clues.lead - 1);
    if found.unit != Unit::Percent || is_placed || !follows || clues.turn.is_some() {
        return;
    }
    clues.turn = match () {
        () if words.has(first, Tags::UP) => Some(Sign::Plus),
        () if words.has(first, Tags::DOWN) => Some(Sign::Minus),
        () => None,
    };
}

/// "Time to hire down 10 days to 30 days": how far it goes, and to where; behind a verb ("bring down 40 to 5") it is the way.
fn gone(words: &Words<'_, '_>, found: &Found, clues: &Clues) -> Option<Sign> {
    let at = found.at.start.checked_sub(2)? + 1;
    let verbs = Tags::UP.or(Tags::DOWN).or(Tags::MAKE).or(Tags::REACH);
    let opens = at - 1 == first_word(words) && words.has(at - 1, verbs);
    let is_gone = clues.lead == found.at.start && !is_part_of_verb(words, at) && !opens;
    let leads = words.is(found.at.end, "to") || words.is(clues.noun_end, "to");
    match words.lower(at) {
        "up" if is_gone && leads => Some(Sign::Plus),
        "down" if is_gone && leads => Some(Sign::Minus),
        _ => None,
    }
}

/// "from A to B", "A -> B", "A % to B %".
fn pair(words: &Words<'_, '_>, all: &mut [Placed]) {
    for at in 0..all.len() {
        if is_span(all, at) {
            join(all, at);
        }
        let is_led = all.get(at + 1).is_some_and(|to| is_led_on(words, &all[at], to));
        let is_tight = all.get(at + 1).is_some_and(|to| is_from_to(&all[at], to));
        if all[at].weight == Weight::Aside && !is_led && !is_tight {
            continue;
        }
        if !all[at].clues.is_from && is_range(words, all, at) {
            join(all, at);
            continue;
        }
        let to = if is_tight {
            Some(at + 1)
        } else if all[at].clues.is_from {
            far_end(all, at)
        } else {
            near_end(words, all, at)
        };
        if let Some(to) = to {
            all[at].role = Role::Baseline;
            all[to].role = Role::Target;
            if is_marked_way(words, &all[at], &all[to]) {
                (all[to].clues.side, all[to].clues.is_strict, all[to].clues.turn) = (None, false, None);
            }
            scale(all, at, to);
            return;
        }
    }
}

/// "From 2 to 3 million": the scale at the end is that of both.
fn scale(all: &mut [Placed], from: usize, to: usize) {
    let (low, high) = (&all[from], &all[to]);
    let is_bare = low.found.scale == 1 && low.found.unit.may_be(high.found.unit);
    if is_bare && high.clues.lead == low.found.at.end {
        all[from].found.value = with_scale_of(low.found.value, (high.found.value, high.found.scale));
    }
}

/// "From 78 % to 86 %", with nothing between.
fn is_from_to(from: &Placed, to: &Placed) -> bool {
    let touches = to.clues.is_to && to.clues.lead == from.found.at.end;
    let is_share = from.found.unit == Unit::Percent && to.found.unit == Unit::Percent;
    from.clues.is_from && touches && is_share
}

/// Most figures between "from A" and "to B".
const FAR: usize = 6;

/// The number to which "from A" leads.
fn far_end(all: &[Placed], from: usize) -> Option<usize> {
    let later = from + 1..all.len().min(from + FAR);
    let leads = |at: &usize| all[*at].clues.is_to && all[*at].weight > Weight::Aside;
    later.clone().find(leads).or_else(|| {
        let next = later.clone().next().filter(|at| all[*at].clues.side.is_some())?;
        same_unit(&all[from].found, &all[next].found).then_some(next)
    })
}

/// The number right behind an arrow or "to", where the two are no range.
fn near_end(words: &Words<'_, '_>, all: &[Placed], from: usize) -> Option<usize> {
    let end = behind_remark(words, all[from].found.at.end);
    let next = (from + 1..all.len()).find(|at| all[*at].found.at.start >= end)?;
    if all[from + 1..next].iter().any(|inside| inside.weight > Weight::Aside) {
        return None;
    }
    let to = all.get(next).filter(|to| to.weight > Weight::Aside)?;
    if is_marked_way(words, &all[from], to) || begins_at_nothing(words, &all[from], to) {
        return Some(next);
    }
    if !to.clues.is_to {
        return None;
    }
    let is_next = to.clues.lead <= all[from].clues.noun_end.max(end) + 4 && to.clues.lead >= end;
    if to.clues.is_column {
        let moves = same_unit(&all[from].found, &to.found) && all[from].found.value != to.found.value;
        return (moves && !to.clues.is_now).then_some(next);
    }
    if to.clues.is_arrow && is_next {
        return Some(next);
    }
    let touches = to.clues.lead == end
        || is_led_on(words, &all[from], to)
        || behind_noun(words, &all[from]) == Some(to.clues.lead) && closes(words, to);
    let is_level = all[from].clues.side.is_none() && !all[from].is_difference();
    // "In 2 weeks to 5 teams" are two things.
    let is_other = matches!(all[from].found.unit, Unit::Time(..)) && counts(words, to);
    (touches && is_level && !is_other && same_unit(&all[from].found, &to.found)).then_some(next)
}

/// "3 to 5 articles", "takes 10 to 15 minutes": two ends of a range, and no way from one to the other.
fn is_range(words: &Words<'_, '_>, all: &[Placed], from: usize) -> bool {
    let Some(to) = all.get(from + 1) else { return false };
    let (low, lead) = (&all[from], all[from].clues.lead);
    let is_joined = to.clues.is_to && !to.clues.is_arrow && !to.clues.is_column;
    let touches = is_joined && to.clues.lead == low.found.at.end;
    let is_named = words.is_before(lead, &["range"]);
    let rises = (is_named || low.found.unit == Unit::Bare) && low.found.value < to.found.value;
    let verbs = Tags::COSTS.or(Tags::MAKE).or(Tags::REACH).or(Tags::STOP);
    let is_led = lead == 0 || words.has_before(lead, verbs) && !words.is(lead, ":");
    let is_gone = low.clues.turn.is_some() && !low.clues.is_by;
    touches
        && rises
        && !is_gone
        && words.first_move >= lead
        && (counts(words, to) || is_led || is_named || low.clues.is_by)
}

/// "From 3 to 5 days to under 1 day", "today 3 to 5 days, target 1 day": where things stand lies between two ends, and a third
/// number is to be reached.
fn is_span(all: &[Placed], at: usize) -> bool {
    let Some([low, upper, to]) = all.get(at..at + 3) else { return false };
    let touches = upper.clues.is_to && !upper.clues.is_arrow && upper.clues.lead == low.found.at.end;
    let is_range = low.found.unit == Unit::Bare && upper.found.unit != Unit::Bare;
    let rises = low.found.value < upper.found.value;
    let leads = (low.clues.is_from || low.clues.is_now) && (to.clues.is_to || to.clues.is_aim);
    touches && is_range && rises && leads && to.says_something() && same_unit(&upper.found, &to.found)
}

/// Makes one figure of the two ends of a range.
fn join(all: &mut [Placed], at: usize) {
    scale(all, at, at + 1);
    let upper = all[at + 1].clone();
    let low = &mut all[at];
    low.found.upper = Some(upper.found.value);
    low.found.unit = upper.found.unit;
    low.found.at.end = upper.found.at.end;
    low.found.is_unclear |= upper.found.is_unclear;
    low.clues.noun_end = upper.clues.noun_end;
    all[at + 1].weight = Weight::Aside;
}

/// Tells whether a noun is counted right behind a figure.
pub(super) fn counts(words: &Words<'_, '_>, figure: &Placed) -> bool {
    figure.found.unit == Unit::Bare
        && figure.clues.noun_end > figure.found.at.end
        && words.is_word(figure.found.at.end)
}

/// Two units between which a movement can be.
pub(super) fn same_unit(one: &Found, other: &Found) -> bool {
    one.unit.lengths(other.unit).is_some() || one.unit == Unit::Bare || other.unit == Unit::Bare
}

/// `120 seconds (2 min)`: the same length of time again, in another unit.
fn is_same(one: &Found, other: &Found) -> bool {
    let Some((length, of_other)) = one.unit.lengths(other.unit) else { return false };
    one.unit != other.unit && one.value.checked_mul(length) == other.value.checked_mul(of_other)
}

/// "(currently A)", "up from A", "B instead of A", "B from A".
fn baseline(words: &Words<'_, '_>, all: &mut [Placed], dates: &Dates) {
    let said = |at: &usize| {
        let figure = &all[*at];
        let is_again = *at > 0 && figure.clues.is_bracketed && is_same(&all[*at - 1].found, &figure.found);
        figure.weight > Weight::Aside && (figure.clues.is_now || figure.clues.is_versus) && !is_again
    };
    let found = earlier(words, all, dates).or_else(|| (0..all.len()).find(said));
    let found = found.or_else(|| (0..all.len()).find(|at| is_origin(words, all, *at)));
    let found = found.or_else(|| (0..all.len()).find(|at| is_before_aim(words, all, *at)));
    let found = found.or_else(|| (1..all.len()).find(|at| is_turned(&all[*at - 1], &all[*at])));
    if let Some(at) = found {
        all[at].role = Role::Baseline;
        let is_added = all[at].clues.is_to && words.is(first_word(words), "add");
        // "Add 500 sign-ups to today's 1,200"
        if let Some(more) = all[..at].last_mut().filter(|_| is_added) {
            more.clues.turn = Some(Sign::Plus);
        }
    }
}

/// "210 in Q4, 80 in Q1": of two numbers of one kind that of the earlier time, also where only that time is told and is over.
/// Of times that are over both the first one told is the earlier.
fn earlier(words: &Words<'_, '_>, all: &[Placed], dates: &Dates) -> Option<usize> {
    let is_level = |at: &usize| all[*at].says_something() && !all[*at].is_difference();
    let told = |at: usize| dates.times_of(words, &all[at]).find_map(|time| Some((time, time.days?)));
    let timed = (0..all.len()).filter(is_level).filter_map(|at| Some((at, told(at)?)));
    let (at, (time, days)) =
        timed.min_by_key(|(at, (time, days))| (!time.is_over, if time.is_over { *at } else { 0 }, days.0))?;
    let is_alike = |other: &Placed| {
        let (one, unit) = (all[at].found.unit, other.found.unit);
        let is_bare = unit == Unit::Bare || one == Unit::Bare;
        if is_bare { !counts(words, other) } else { one.lengths(unit).is_some() }
    };
    // "40 % in May, then 70 % in July" are two steps, as long as the first lies ahead.
    let is_then = |at: usize| words.is_before(all[at].clues.lead, &["then"]);
    if is_then(at) {
        return None;
    }
    let is_later = |other: usize| match told(other) {
        _ if is_then(other) && !time.is_over => false,
        Some((of_other, its)) => its.0 > days.1 || of_other.is_over,
        None => time.is_over,
    };
    let later = |other: usize| other != at && is_level(&other) && is_alike(&all[other]) && is_later(other);
    (!time.is_aim && (0..all.len()).any(later)).then_some(at)
}

/// "from A" behind the number to reach; where it counts something else it says whose: "10 answers from 3 teams".
fn is_origin(words: &Words<'_, '_>, all: &[Placed], at: usize) -> bool {
    let figure = &all[at];
    if !figure.clues.is_from || figure.weight == Weight::Aside {
        return false;
    }
    // "Reduce open bugs from 40 down to single digits"
    let is_moved = opening(words, None).is_some() && !counts(words, figure);
    let is_led = is_moved || words.has(figure.clues.lead, Tags::RISEN.or(Tags::FALLEN));
    let fits = |other: &Placed| {
        let is_open = other.is_difference() || same_unit(&other.found, &figure.found);
        is_open && other.weight > Weight::Aside
    };
    let before = all[..at].iter().rev().find(|other| other.weight > Weight::Aside);
    // "Reduce latency from 800 ms by 300 ms"
    let each = usize::from(words.is_any(figure.clues.noun_end, PER)) * 2;
    let goes_by = |other: &Placed| other.is_difference() && other.clues.lead <= figure.clues.noun_end + each;
    let behind = all.get(at + 1).filter(|other| goes_by(other) && fits(other));
    is_led || behind.is_some() || before.is_some_and(fits) && !counts(words, figure)
}

/// "Halve the build time (42 min)": a lone number behind what is to be multiplied is how much there is now.
fn is_turned(turn: &Placed, figure: &Placed) -> bool {
    let (found, clues) = (&figure.found, &figure.clues);
    let is_alone = clues.is_bracketed && clues.side.is_none() && !clues.is_aim && !figure.is_difference();
    // "Halve support calls (50 %)" says it again.
    let is_again =
        found.unit == Unit::Percent && (turn.found.value == found.value || found.value >= 100.into());
    turn.found.turn.is_some() && is_alone && !is_again && figure.weight > Weight::Aside
}

/// "NPS is 28, should be 45", "we had 8 a month, we want 3", "took 90 min, should take 20"
fn is_before_aim(words: &Words<'_, '_>, all: &[Placed], at: usize) -> bool {
    const HAD: &[&str] = &["had", "took", "takes", "saw", "ran", "needed", "needs", "cost", "costs"];
    let figure = &all[at];
    let lead = figure.clues.lead;
    let is_had = words.is_any(lead, &["is", "are"]) || words.is_before(lead, HAD);
    let is_told = is_had && figure.clues.side.is_none();
    let is_wanted = |other: &Placed| {
        let lead = other.clues.lead;
        let is_should = lead > 1 && words.is_any(lead - 2, &["should", "must", "shall"]);
        other.clues.is_aim || is_should || words.is_before(lead, &["want"])
    };
    let aims = |other: &Placed| is_wanted(other) && same_unit(&figure.found, &other.found);
    is_told && figure.weight > Weight::Aside && !is_wanted(figure) && all[at + 1..].iter().any(aims)
}

/// Marks what else is to be reached.
fn further(all: &mut [Placed]) {
    let Some(target) = all.iter().position(|figure| figure.role == Role::Target) else { return };
    // Beside a level a difference only says how far that is.
    let is_difference = all[target].is_difference();
    for figure in &mut all[target + 1..] {
        let is_open = figure.is_free() && figure.weight == Weight::Strong && !figure.clues.is_bracketed;
        if is_open && (is_difference || !figure.is_difference()) {
            figure.role = Role::FurtherTarget;
        }
    }
}
