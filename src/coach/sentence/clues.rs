//! What the words around a figure say about it: where things stand, what to reach, at most, at least, by how much.

use super::figures::{Found, Sign};
use super::unit::Unit;
use super::words::Words;
use crate::coach::lexicon::Senses;
use crate::coach::token::Kind;

/// What the words right before and behind a figure say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing the words may say, and any may stand with any"
)]
pub(super) struct Clues {
    /// The first token of the words before it.
    pub(super) lead: usize,
    /// The token behind the noun it counts.
    pub(super) noun_end: usize,
    /// "from 5".
    pub(super) is_from: bool,
    /// "to 5", "-> 5".
    pub(super) is_to: bool,
    /// "-> 5".
    pub(super) is_arrow: bool,
    /// "by 5".
    pub(super) is_by: bool,
    /// "currently 5", "5 today".
    pub(super) is_now: bool,
    /// "vs 5", "instead of 5".
    pub(super) is_versus: bool,
    /// "target: 5".
    pub(super) is_aim: bool,
    /// "within 5", "in 5".
    pub(super) is_within: bool,
    /// "of 5".
    pub(super) is_of: bool,
    /// "the 5".
    pub(super) is_the: bool,
    /// "not fall below 5": a movement that is not to be.
    pub(super) is_denied: bool,
    /// "only 5".
    pub(super) is_only: bool,
    /// It opens a bracket.
    pub(super) is_bracketed: bool,
    /// "in 5", "for 5".
    pub(super) is_placed: bool,
    /// "5 % of".
    pub(super) is_share: bool,
    /// Whether at least or at most.
    pub(super) side: Option<Side>,
    /// Whether the figure itself does not count.
    pub(super) is_strict: bool,
    /// "up by 5", "5 fewer", "+5": a difference and its way.
    pub(super) turn: Option<Sign>,
}

/// On which side of a figure the number is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    AtLeast,
    AtMost,
}

impl Side {
    fn turned(self, is_turned: bool) -> Self {
        match (self, is_turned) {
            (Self::AtLeast, false) | (Self::AtMost, true) => Self::AtLeast,
            (Self::AtMost, false) | (Self::AtLeast, true) => Self::AtMost,
        }
    }
}

/// Most words looked at before a figure.
const REACH: usize = 9;

/// Looks around a figure; `floor` is the end of the figure before.
pub(super) fn clues(words: &Words<'_, '_>, found: &Found, floor: usize) -> Clues {
    let mut clues = Clues { lead: found.at.start, turn: found.sign.or(found.turn), ..Clues::default() };
    before(words, &mut clues, floor);
    if found.is_open {
        clues.side = Some(Side::AtLeast);
    }
    if found.unit != Unit::Percent || words.is(found.at.end, "of") {
        // Only percents are a difference for their verb alone: "raise $3m" and "cut 50 % of costs" say how much there is.
        clues.turn = found.sign.or(found.turn).or(clues.turn.filter(|_| clues.is_by));
    }
    // "Reviews by 50 members" names who acts.
    clues.is_by &= found.unit != Unit::Bare || words.first_move < clues.lead || !words.is_word(found.at.end);
    clues.noun_end = noun_end(words, found.at.end);
    behind(words, &mut clues, found);
    clues
}

/// Walks to the left over words that say something about the figure.
fn before(words: &Words<'_, '_>, clues: &mut Clues, floor: usize) {
    const PASS: Senses = Senses::ABOUT
        .or(Senses::FILLER)
        .or(Senses::AVERAGE)
        .or(Senses::MEDIAN)
        .or(Senses::NOW)
        .or(Senses::AIM)
        .or(Senses::NOT)
        .or(Senses::LESS)
        .or(Senses::MORE);
    let first = clues.lead;
    let mut is_turned = false;
    let mut ends_at_verb = false;
    while clues.lead > floor && first - clues.lead < REACH {
        let at = clues.lead - 1;
        if words.is(at, "(") {
            clues.is_bracketed = true;
            break;
        }
        if words.is(at + 1, ":") && at > floor {
            clues.is_now |= names_time(words, at) && words.is(at - 1, "(") || is_past(words, at - 1);
        }
        if preposition(words, clues, at, floor) {
            break;
        }
        if words.is(at, "-") && at > floor && words.is(at - 1, "sub") {
            (clues.side, clues.is_strict, clues.lead) = (Some(Side::AtMost), true, at - 1);
            break;
        }
        if is_dot_of_word(words, at, floor) {
            clues.lead = at;
            continue;
        }
        if !words.has(at, PASS) || words.has(at, Senses::NOW) && !is_now(words, at) {
            ends_at_verb = words.has(at, Senses::UP.or(Senses::DOWN).or(Senses::RISEN).or(Senses::FALLEN));
            break;
        }
        is_turned |= words.has(at, Senses::NOT) && !words.is(at, "without");
        word(words, clues, at, first);
        clues.lead = at;
    }
    if ends_at_verb {
        is_turned |= moved(words, clues, floor);
    }
    clues.side = clues.side.map(|side| side.turned(is_turned));
    clues.is_strict &= !is_turned;
}

/// Takes in the verb of movement right before: "grow 7 %" is a difference, "not exceed 4" and "not fall below 4" are
/// limits. Says whether the comparison is turned around.
fn moved(words: &Words<'_, '_>, clues: &mut Clues, floor: usize) -> bool {
    let at = clues.lead - 1;
    let is_up = words.has(at, Senses::UP.or(Senses::RISEN));
    let denied = (at.saturating_sub(2).max(floor)..at).find(|at| words.has(*at, Senses::NOT));
    if let Some(denied) = denied {
        clues.lead = denied;
        clues.is_denied = !words.is_any(at, &["exceed", "exceeding", "surpass"]);
        clues.side = clues.side.or(Some(if is_up { Side::AtLeast } else { Side::AtMost }));
        return true;
    }
    if clues.side.is_none() && !clues.is_of && !clues.is_aim {
        clues.turn = clues.turn.or(Some(if is_up { Sign::Plus } else { Sign::Minus }));
    }
    false
}

/// The dot of "max." and "approx.".
fn is_dot_of_word(words: &Words<'_, '_>, at: usize, floor: usize) -> bool {
    at > floor && words.is(at, ".") && words.has(at - 1, Senses::LESS.or(Senses::MORE).or(Senses::ABOUT))
}

/// Takes in one word before the figure that says something by itself.
fn word(words: &Words<'_, '_>, clues: &mut Clues, at: usize, first: usize) {
    clues.is_now |= words.has(at, Senses::NOW);
    clues.is_aim |= words.has(at, Senses::AIM);
    clues.is_only |= words.has(at, Senses::ONLY);
    clues.is_of |= words.is(at, "of") && at + 1 == first;
    clues.is_the |= words.has(at, Senses::THE) && !words.is(at, "all") && at + 1 == first;
    if clues.side.is_none() {
        clues.side = match () {
            () if words.has(at, Senses::LESS) => Some(Side::AtMost),
            () if words.has(at, Senses::MORE) => Some(Side::AtLeast),
            () => None,
        };
        clues.is_strict = clues.side.is_some() && words.has(at, Senses::STRICT);
    }
    clues.is_within |= words.has(at, Senses::WITHIN);
}

/// "start" and "was" say where things stand, "start 5 projects" does not.
fn is_now(words: &Words<'_, '_>, at: usize) -> bool {
    !words.is_any(at, &["start", "starting", "base"])
        || words.is_any(at + 1, &["at", "from", "of", ":", "with"])
}

/// Takes in the preposition that ends the walk; says whether there is one.
fn preposition(words: &Words<'_, '_>, clues: &mut Clues, at: usize, floor: usize) -> bool {
    let earlier = |senses: Senses| at > floor && words.has(at - 1, senses);
    let turn = || match () {
        () if earlier(Senses::RISEN.or(Senses::UP)) => Some(Sign::Plus),
        () if earlier(Senses::FALLEN.or(Senses::DOWN)) => Some(Sign::Minus),
        () => None,
    };
    if words.is(at, "not") && at + 1 == clues.lead && at > floor && words.is(at - 1, ",") {
        clues.is_versus = true;
        clues.lead = at;
        return true;
    }
    if words.is(at, "to") && earlier(Senses::MEANS)
        || words.is(at, "to") && at > floor && words.is(at - 1, "due")
    {
        clues.lead = at;
        return true;
    }
    if words.has(at, Senses::VERSUS) || words.is_any(at, &["to", "with"]) && earlier(Senses::VERSUS) {
        clues.is_versus = true;
    } else if words.has(at, Senses::ARROW) {
        (clues.is_to, clues.is_arrow) = (true, true);
    } else if words.has(at, Senses::TO) {
        clues.is_to = true;
    } else if words.has(at, Senses::FROM) {
        clues.is_from = true;
    } else if words.has(at, Senses::BY) {
        clues.is_by = true;
        clues.turn = clues.turn.or_else(turn);
    } else if words.is(at, "in") {
        clues.is_within = true;
    } else {
        return false;
    }
    let is_led = earlier(Senses::RISEN.or(Senses::FALLEN)) && !clues.is_versus;
    clues.lead = if is_led { at - 1 } else { at };
    true
}

/// Looks behind the figure: "5 or more", "5 today", "5 fewer", "5 % of".
fn behind(words: &Words<'_, '_>, clues: &mut Clues, found: &Found) {
    let end = found.at.end;
    clues.is_share = found.unit == Unit::Percent && words.is(end, "of");
    clues.is_placed =
        clues.is_within || words.is_before(clues.lead, &["for", "in", "among", "with", "on", "at"]);
    for at in [end, clues.noun_end] {
        if let Some((side, strict)) = open_end(words, at) {
            clues.side = Some(side);
            clues.is_strict = strict;
        }
        let closes =
            words.ends(at + 1) || words.has(at + 1, Senses::TO) || words.is_any(at + 1, &["and", "but"]);
        let says_now = words.has(at, Senses::NOW)
            && !words.is_any(at, &["before", "was", "were", "start", "base", "existing"]);
        clues.is_now |= says_now && (closes || at == end && !words.is_word(at + 1));
        clues.is_now |= is_past(words, at);
        clues.is_now |= clues.is_bracketed && words.is(at, "in") && names_time(words, at + 1);
        clues.is_now |= words.is(at, "at")
            && words.is_any(at + 1, &["present", "the"])
            && words.is_any(at + 2, &["", "moment", ")", ","]);
    }
    if clues.turn.is_none() {
        clues.turn = change(words, clues, end);
    }
}

/// "5 more", "20 % revenue growth", "a reduction of 20 %": which way a difference goes.
fn change(words: &Words<'_, '_>, clues: &Clues, end: usize) -> Option<Sign> {
    let way = |at: usize| match () {
        () if words.has(at, Senses::WIDER) => Some(Sign::Plus),
        () if words.has(at, Senses::NARROWER) => Some(Sign::Minus),
        () if words.is_any(at, &["below", "under"]) && is_mark(words, at + 1) => Some(Sign::Minus),
        () if words.is_any(at, &["above", "over"]) && is_mark(words, at + 1) => Some(Sign::Plus),
        () => None,
    };
    let names = |at: &usize| words.is_any(*at, CHANGES);
    let before = clues.lead.checked_sub(1).filter(|_| clues.is_of).filter(names);
    let behind = Some(clues.noun_end).filter(|at| *at > end).map(|at| at - 1).filter(names);
    way(end).or_else(|| before.and_then(way)).or_else(|| behind.and_then(way))
}

/// What a difference is measured from: "10 % below last year", "under plan".
fn is_mark(words: &Words<'_, '_>, at: usize) -> bool {
    words.is_any(at, &["last", "previous", "plan", "budget", "average", "target"])
}

/// The nouns of change.
const CHANGES: &[&str] = &[
    "growth",
    "increase",
    "rise",
    "uplift",
    "gain",
    "boost",
    "improvement",
    "reduction",
    "decrease",
    "drop",
    "decline",
    "cut",
    "savings",
    "saving",
];

/// "last quarter", "the year before".
fn is_past(words: &Words<'_, '_>, at: usize) -> bool {
    words.is_any(at, &["last", "previous", "prior"])
        && words.has(at + 1, Senses::PERIOD)
        && words.ends(at + 2)
}

/// `2026`, `Q4`, `FY26`.
fn names_time(words: &Words<'_, '_>, at: usize) -> bool {
    let text = words.lower(at);
    let is_year = text.len() == 4
        && (text.starts_with("20") || text.starts_with("19"))
        && words.is_kind(at, Kind::Number);
    let is_part = text.starts_with(['q', 'h', 'f']) && text.ends_with(|last: char| last.is_ascii_digit());
    is_year || is_part && text.len() < 8
}

/// "or more", "and above", "at least", "max": which side, and whether the bound is left out.
fn open_end(words: &Words<'_, '_>, at: usize) -> Option<(Side, bool)> {
    let side = |at: usize| match () {
        () if words.is_any(
            at,
            &["more", "above", "higher", "better", "greater", "over", "up", "upwards", "longer", "beyond"],
        ) =>
        {
            Some(Side::AtLeast)
        }
        () if words.is_any(
            at,
            &["less", "fewer", "lower", "below", "under", "faster", "sooner", "shorter", "quicker"],
        ) =>
        {
            Some(Side::AtMost)
        }
        () => None,
    };
    if words.is_any(at, &["or", "and"]) {
        let better = words.is(at + 1, "better") || words.is(at + 1, "over") && words.is_word(at + 2);
        return side(at + 1).filter(|_| !better || words.is(at, "or")).map(|side| (side, false));
    }
    let bound = |at: usize| match () {
        () if words.is_any(at, &["least", "minimum", "min"]) => Some((Side::AtLeast, false)),
        () if words.is_any(at, &["most", "maximum", "max", "tops"]) => Some((Side::AtMost, false)),
        () => None,
    };
    match words.lower(at) {
        "at" if words.is(at + 1, "the") => bound(at + 3),
        "at" => bound(at + 1),
        "," | "(" if words.is(at + 1, "at") => bound(at + 2).or_else(|| bound(at + 4)),
        "minimum" | "min" | "maximum" | "max" | "tops" => bound(at),
        _ => None,
    }
}

/// The token behind the noun phrase that a figure counts.
pub(super) fn noun_end(words: &Words<'_, '_>, from: usize) -> usize {
    const LONGEST: usize = 5;
    let inside =
        |at: usize| words.is_word(at) && !words.has(at, Senses::STOP.or(Senses::NOW).or(Senses::AHEAD));
    (from..from + LONGEST).find(|at| !inside(*at)).unwrap_or(from + LONGEST)
}
