//! Numbers of a whole: parts of it told as shares, counts beside a share, and half of what there is now.

use std::ops::Range;

use rust_decimal::Decimal;

use super::amount::{Amount, amount};
use super::clues::noun_end;
use super::figure::Role;
use super::figures::{Found, Sign};
use super::noun::{is_counted, named};
use super::quantifier::quantified;
use super::roles::Placed;
use super::unit::{PER, Unit, unit};
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::coach::token::Kind;

/// "9 out of 10 hires merge, up from 5 out of 10", "80 % of services (2 of 10 today)": numbers of a whole are parts of it where
/// one of them is, where a share is told beside them or before them, or where things of the whole are counted behind.
pub(super) fn as_shares(words: &Words<'_, '_>, found: &mut [Found]) {
    let parts = |figure: &Found| {
        let end = figure.at.end;
        let counts = words.is_word(end) && !words.has(end, Tags::STOP.or(Tags::SCORE));
        figure.is_part || figure.whole.is_some() && words.is(figure.at.start + 1, "out") && counts
    };
    let is_share = |figure: &Found| figure.unit == Unit::Percent && words.is(figure.at.end, "of");
    let is_named = |at: usize| words.has(at, Tags::SHARE) && words.is(at + 1, "of");
    let first = found.first().map_or(0, |figure| figure.at.start);
    let is_headed = words.heading.as_ref().is_some_and(|heading| heading.unit == Unit::Percent)
        || (0..first).any(is_named);
    let (are_parts, are_shares) = (found.iter().any(parts), is_headed || found.iter().any(is_share));
    if !are_parts && !are_shares {
        return;
    }
    for figure in found.iter_mut().filter(|figure| matches!(figure.unit, Unit::Bare | Unit::Points)) {
        let scored = figure.whole.filter(|_| are_parts || !words.is(figure.at.start + 1, "/"));
        if let Some(whole) = scored.or_else(|| whole_behind(words, figure)) {
            as_part(figure, whole);
        }
    }
}

/// Makes a number the part of a whole that it is, in percent; says whether it is one.
fn as_part(figure: &mut Found, whole: Decimal) -> bool {
    let part = Amount::part(figure.value, whole, figure.at.end).filter(|_| figure.value <= whole);
    if let Some(part) = &part {
        (figure.value, figure.unit, figure.is_part, figure.whole) = (part.value, Unit::Percent, true, None);
    }
    part.is_some()
}

/// The whole of which a number is told as a part: the 14 of "3 of 14".
fn whole_behind(words: &Words<'_, '_>, part: &Found) -> Option<Decimal> {
    counted_in(words, part).filter(|whole| *whole >= part.value)
}

/// How many things a number or a share is of: 14 of "3 of 14", 11 of "80 % of the 11 teams".
fn counted_in(words: &Words<'_, '_>, figure: &Found) -> Option<Decimal> {
    let of = figure.at.end;
    let is_led = figure.unit == Unit::Percent && words.is_any(of + 1, &["the", "our", "all"]);
    let at = of + 1 + usize::from(is_led);
    let whole = (words.is(of, "of") && words.is_kind(at, Kind::Number)).then(|| amount(words, at))??;
    (unit(words, whole.end).unit == Unit::Bare).then_some(whole.value)
}

/// Tells how a baseline stands to a target that is a part of something: "half the open bugs (64 today)" leads to half of 64, and
/// "4 of 5 teams, today 1" begins at a fifth. A bare number of which nobody can tell whether it is a count or a share is no
/// baseline: its tokens are named.
pub(super) fn related(words: &Words<'_, '_>, all: &mut [Placed]) -> Option<Range<usize>> {
    let at = all.iter().position(|figure| figure.role == Role::Baseline)?;
    let target = all.iter().position(|figure| figure.role == Role::Target);
    if let Some(target) = target
        && is_part_of_level(words, &all[target], &all[at])
    {
        let half = &mut all[target];
        half.found.value = Decimal::ONE_HUNDRED - half.found.value;
        (half.found.turn, half.clues.turn, half.clues.is_share) =
            (Some(Sign::Minus), Some(Sign::Minus), false);
        return None;
    }
    if let Some(target) = target.filter(|target| are_of_things(words, &all[at], &all[*target])) {
        (all[at].found.unit, all[target].found.unit) = (Unit::Bare, Unit::Bare);
        return None;
    }
    let target = target.map(|target| &all[target]);
    let is_share = match target {
        Some(target) => target.found.unit == Unit::Percent && !target.is_difference(),
        None => quantified(words).is_some_and(|quantified| !quantified.is_none),
    };
    let now = &all[at].found;
    if !is_share || !(now.unit == Unit::Bare || now.unit == Unit::Points && now.whole.is_some()) {
        return None;
    }
    let of_target = || target.and_then(|it| it.found.whole.or_else(|| counted_in(words, &it.found)));
    let whole = now.whole.or_else(|| whole_behind(words, now)).or_else(of_target);
    // "12 percent of members leave; last year it was 19" is told of the same share.
    let is_remark = all[at].clues.is_now && !words.is_before(now.at.start, &["is", "are", "was", "were"]);
    let is_of_things = target.is_none_or(|target| target.clues.is_share && is_remark);
    let now = &mut all[at];
    if whole.is_some_and(|whole| as_part(&mut now.found, whole)) || !is_of_things {
        return None;
    }
    now.role = Role::Aside;
    Some(now.found.at.clone())
}

/// "Releases that need a hotfix from 5 of 10 to 2 of 10": things are counted, and nobody gives marks.
fn are_of_things(words: &Words<'_, '_>, from: &Placed, to: &Placed) -> bool {
    let is_of_ten = |figure: &Placed| {
        let whole = figure.found.whole.or_else(|| whole_behind(words, &figure.found));
        let is_of = whole.is_some() && words.is(figure.found.at.start + 1, "of");
        is_of && matches!(figure.found.unit, Unit::Bare | Unit::Points) && figure.found.value.is_integer()
    };
    let is_score = || (0..words.len()).any(|at| words.has(at, Tags::SCORE));
    is_of_ten(from) && is_of_ten(to) && !is_score() && named(words, from.clues.lead).is_some()
}

/// "Half the open bugs (64 today)", "half the build time, from 42 min": a part of what there is now, and no share of cases.
fn is_part_of_level(words: &Words<'_, '_>, target: &Placed, now: &Placed) -> bool {
    let is_fraction = target.found.is_part && target.found.whole.is_none() && !target.is_difference();
    let small = Tags::STOP.or(Tags::THE);
    let begins = (target.found.at.end..words.len()).find(|at| !words.has(*at, small)).unwrap_or(words.len());
    let end = noun_end(words, begins);
    let closes = words.ends(end) || words.is_any(end, PER) || words.has(end, Tags::FROM);
    // "15 minutes, half of today's 30"
    let is_of_now = begins >= now.clues.lead;
    // In "half the teams deploy daily" they do something.
    let is_noun = || (begins..end).find(|at| is_counted(words, *at)).is_some_and(|plural| plural + 1 == end);
    is_fraction
        && match now.found.unit {
            Unit::Time(..) | Unit::Money(_) | Unit::Other(_) => true,
            Unit::Bare => now.found.whole.is_none() && (is_of_now || closes && is_noun()),
            Unit::Percent | Unit::Points | Unit::Factor => false,
        }
}
