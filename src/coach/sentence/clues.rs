//! What the words around a figure say about it: where things stand, what to reach, at most, at least, by how much.

use std::ops::Range;

use super::changes::{BECOMES, change, is_apart};
use super::figures::{Found, Sign};
use super::movement::is_low;
use super::now::{is_earlier, is_past, is_told, is_usual_bracket, names_time, says_now, tells_when};
use super::unit::Unit;
use super::words::Words;
use crate::coach::lexicon::Tags;
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
    /// `80% / 96%`: it stands in the next column.
    pub(super) is_column: bool,
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
    /// "nobody waits more than 5": all others wait less.
    pub(super) is_of_nobody: bool,
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
    if clues.side == Some(Side::AtLeast) && is_of_nobody(words, floor..clues.lead) {
        (clues.side, clues.is_strict, clues.is_of_nobody) = (Some(Side::AtMost), false, true);
    }
    if clues.is_by && clues.side == Some(Side::AtMost) && is_apart(words, floor..clues.lead) {
        clues.is_by = false;
    }
    if found.is_open {
        clues.is_from = false;
        clues.side = Some(Side::AtLeast);
    }
    if !matches!(found.unit, Unit::Percent | Unit::Points) || words.is(found.at.end, "of") {
        // Only percents and points are a difference for their verb alone: "raise $3m" and "cut 50 % of costs" say how much there is.
        clues.turn = found.sign.or(found.turn).or(clues.turn.filter(|_| clues.is_by));
    }
    // "Reviews by 50 members" names who acts.
    clues.is_by &= found.unit != Unit::Bare || words.first_move < clues.lead || !words.is_word(found.at.end);
    clues.noun_end = noun_end(words, found.at.end);
    let as_of = words.is(found.at.end, "as") && words.is_any(found.at.end + 1, &["of", "at"]);
    clues.is_now |= floor > 0 && (as_of || is_told(words, floor..clues.lead));
    behind(words, &mut clues, found, floor);
    clues
}

/// "Nobody waits more than 5 minutes", "no table waits longer than that": whom it is true of, all others wait less.
fn is_of_nobody(words: &Words<'_, '_>, range: Range<usize>) -> bool {
    const FAR: usize = 8;
    let end = range.end - usize::from(range.end > range.start && words.is(range.end - 1, "for"));
    let near = range.start.max(end.saturating_sub(FAR))..end;
    near.clone().any(|at| words.is_any(at, &["no", "nobody", "none", "never"]) && !words.is(at + 1, "more"))
        && !near.clone().any(|at| words.is_any(at, &[",", ";", "with", "for"]))
}

/// What a word before a figure means for the walk to the left.
enum Step {
    /// The walk goes on; the word may turn the comparison around.
    On(bool),
    /// The walk ends before the word.
    Off,
    /// The walk ends at a verb of movement.
    Verb,
}

/// From where to where a walk goes: the figure, and the end of the figure before.
#[derive(Clone, Copy)]
struct Walk {
    first: usize,
    floor: usize,
}

/// Walks to the left over words that say something about the figure.
fn before(words: &Words<'_, '_>, clues: &mut Clues, floor: usize) {
    let walk = Walk { first: clues.lead, floor };
    let mut is_turned = false;
    while clues.lead > floor && walk.first - clues.lead < REACH {
        match step(words, clues, walk) {
            Step::On(turns) => is_turned |= turns,
            Step::Verb => {
                is_turned |= moved(words, clues, floor);
                break;
            }
            Step::Off => break,
        }
    }
    clues.side = clues.side.map(|side| side.turned(is_turned));
    clues.is_strict &= !is_turned;
}

/// Looks at the word before those seen so far.
fn step(words: &Words<'_, '_>, clues: &mut Clues, walk: Walk) -> Step {
    let at = clues.lead - 1;
    if words.is(at, "(") {
        clues.is_bracketed = true;
        return Step::Off;
    }
    if words.is(at + 1, ":") && at > walk.floor {
        let opens = at - 1 - usize::from(at > 1 && names_time(words, at - 1));
        clues.is_now |= names_time(words, at) && words.is(opens, "(") || is_past(words, at - 1);
    }
    if words.is(at, "once") && at > walk.floor && words.is(at - 1, ",") {
        (clues.is_now, clues.lead) = (true, at);
        return Step::Off;
    }
    if words.is(at, "moment") && at > walk.floor + 1 && words.is(at - 2, "at") {
        (clues.is_now, clues.lead) = (true, at - 2);
        return Step::Off;
    }
    if preposition(words, clues, at, walk.floor) {
        return Step::Off;
    }
    if words.is(at, "-") && at > walk.floor && words.is(at - 1, "sub") {
        (clues.side, clues.is_strict, clues.lead) = (Some(Side::AtMost), true, at - 1);
        return Step::Off;
    }
    if words.is(at, "past") && at > walk.floor && words.has(at - 1, Tags::UP.or(Tags::DOWN)) {
        (clues.side, clues.is_strict, clues.lead) = (Some(Side::AtLeast), true, at);
        return Step::On(false);
    }
    if words.is(at, "all") && at > walk.floor && words.is(at - 1, "to") {
        clues.lead = at;
        return Step::On(false);
    }
    let passes = words.has(at, PASS) && (!words.has(at, Tags::NOW) || is_now(words, at));
    if !passes && !is_dot_of_word(words, at, walk.floor) {
        let moves = Tags::UP.or(Tags::DOWN).or(Tags::RISEN).or(Tags::FALLEN);
        return if words.has(at, moves) && !is_separator(words, at) { Step::Verb } else { Step::Off };
    }
    word(words, clues, at, walk.first);
    clues.is_denied |=
        words.is(at, "never") && clues.side.is_some() && !words.is_any(at + 1, &["more", "longer"])
            || words.is(at, "not") && words.is_any(at + 1, &["below", "under"]);
    clues.lead = at;
    Step::On(words.has(at, Tags::NOT) && !words.is(at, "without"))
}

/// Words that may stand between a figure and what is said about it.
const PASS: Tags = Tags::ABOUT
    .or(Tags::FILLER)
    .or(Tags::AVERAGE)
    .or(Tags::MEDIAN)
    .or(Tags::NOW)
    .or(Tags::AIM)
    .or(Tags::NOT)
    .or(Tags::LESS)
    .or(Tags::MORE);

/// Takes in the verb of movement right before: "grow 7 %" is a difference, "not exceed 4" and "not fall below 4" are
/// limits. Says whether the comparison is turned around.
fn moved(words: &Words<'_, '_>, clues: &mut Clues, floor: usize) -> bool {
    let at = clues.lead - 1;
    let is_up = words.has(at, Tags::UP.or(Tags::RISEN));
    let denied = (at.saturating_sub(2).max(floor)..at).find(|at| words.has(*at, Tags::NOT));
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

/// "Satisfaction of guests – 90 %": a dash with a blank on either side parts what it stands between.
pub(super) fn is_separator(words: &Words<'_, '_>, at: usize) -> bool {
    words.is_any(at, &["-", "–", "—"]) && !words.is_glued(at) && !words.is_glued(at + 1)
}

/// The dot of "max." and "approx.".
fn is_dot_of_word(words: &Words<'_, '_>, at: usize, floor: usize) -> bool {
    at > floor && words.is(at, ".") && words.has(at - 1, Tags::LESS.or(Tags::MORE).or(Tags::ABOUT))
}

/// Takes in one word before the figure that says something by itself.
fn word(words: &Words<'_, '_>, clues: &mut Clues, at: usize, first: usize) {
    clues.is_now |= words.has(at, Tags::NOW);
    clues.is_aim |= words.has(at, Tags::AIM);
    clues.is_only |= words.has(at, Tags::ONLY);
    clues.is_of |= words.is(at, "of") && at + 1 == first;
    clues.is_the |= words.has(at, Tags::THE) && !words.is(at, "all") && at + 1 == first;
    if clues.side.is_none() {
        clues.side = match () {
            () if words.has(at, Tags::LESS) => Some(Side::AtMost),
            () if words.has(at, Tags::MORE) => Some(Side::AtLeast),
            () => None,
        };
        let is_at_or = at > 1 && words.is(at - 1, "or") && words.is(at - 2, "at");
        clues.is_strict = clues.side.is_some() && words.has(at, Tags::STRICT) && !is_at_or;
    }
    clues.is_within |= words.has(at, Tags::WITHIN);
}

/// "start" and "was" say where things stand, "start 5 projects" and "start at least 5" do not.
fn is_now(words: &Words<'_, '_>, at: usize) -> bool {
    let is_noun =
        words.is(at, "current") && at > 0 && words.is_word(at - 1) && !words.has(at - 1, Tags::STOP);
    let is_begun = words.is_any(at, &["start", "starting", "base"]);
    let is_at = words.is_any(at + 1, &["at", "from", "of", ":", "with"]) && !words.is(at + 2, "least");
    let is_shown = words.is(at, "present") && at > 0 && words.is_any(at - 1, &["we", "to"]);
    !is_noun && !is_shown && (!is_begun || is_at)
}

/// Takes in the preposition that ends the walk; says whether there is one.
fn preposition(words: &Words<'_, '_>, clues: &mut Clues, at: usize, floor: usize) -> bool {
    let earlier = |tags: Tags| at > floor && words.has(at - 1, tags);
    let is_to = words.is(at, "to");
    let is_over =
        words.is(at, "longer") && at > floor && words.is(at - 1, "no") && words.is_before(at - 1, &[","]);
    let is_contrast =
        is_over || words.is(at, "not") && at + 1 == clues.lead && at > floor && words.is(at - 1, ",");
    if is_to && (earlier(Tags::MEANS) || at > floor && words.is(at - 1, "due")) {
        clues.lead = at;
        return true;
    }
    if is_column(words, at, floor) {
        (clues.is_to, clues.is_column, clues.lead) = (true, true, at);
        return true;
    }
    if is_contrast || words.has(at, Tags::VERSUS) || (is_to || words.is(at, "with")) && earlier(Tags::VERSUS)
    {
        clues.is_versus = true;
    } else if is_to && at > floor && words.is(at - 1, "up") && is_ceiling(words, at - 1) {
        (clues.side, clues.lead) = (clues.side.or(Some(Side::AtMost)), at - 1);
        return true;
    } else if is_to && at > floor && words.is(at - 1, "used") {
        (clues.is_now, clues.lead) = (true, at - 1);
        return true;
    } else if words.has(at, Tags::TO) || words.is_any(at, BECOMES) {
        (clues.is_to, clues.is_arrow) = (true, words.has(at, Tags::ARROW));
    } else if words.has(at, Tags::FROM) {
        clues.is_from = true;
    } else if words.has(at, Tags::BY) {
        clues.is_by = true;
        clues.turn = clues.turn.or_else(|| match () {
            () if earlier(Tags::RISEN.or(Tags::UP)) => Some(Sign::Plus),
            () if earlier(Tags::FALLEN.or(Tags::DOWN)) => Some(Sign::Minus),
            () => None,
        });
    } else if words.is(at, "in") {
        clues.is_within = true;
    } else {
        return false;
    }
    let is_led = earlier(Tags::RISEN.or(Tags::FALLEN)) && !clues.is_versus;
    clues.lead = if is_led { at - 1 } else { at };
    true
}

/// `80% / 96%`, `43% | 55%`: the next column of a line of a table, behind a figure.
fn is_column(words: &Words<'_, '_>, at: usize, floor: usize) -> bool {
    let is_apart = !words.is_glued(at) && !words.is_glued(at + 1);
    let closes = at == floor || words.is_before(at, &[")"]);
    at > 0 && words.is_any(at, &["/", "|"]) && is_apart && floor > 0 && closes
}

/// "With up to 100 edits": the most they may have, and no way to get there.
fn is_ceiling(words: &Words<'_, '_>, up: usize) -> bool {
    words.is_before(up, &["with", "of", "for", "in", "within"])
}

/// Looks behind the figure: "5 or more", "5 today", "5 fewer", "5 % of".
fn behind(words: &Words<'_, '_>, clues: &mut Clues, found: &Found, floor: usize) {
    let end = found.at.end;
    clues.is_share = found.unit == Unit::Percent && (words.is(end, "of") || found.is_part);
    clues.is_placed = clues.is_within
        || clues.is_by
        || words.is_before(clues.lead, &["for", "in", "among", "with", "on", "at"]);
    let is_each = words.is_any(clues.noun_end, &["per", "each", "a", "an"]);
    let each = is_each.then(|| noun_end(words, clues.noun_end + 1));
    // "4 of 18 today"
    let of_whole = (words.is(end, "of") && words.is_kind(end + 1, Kind::Number)).then_some(end + 2);
    for at in [Some(end), Some(clues.noun_end), each, of_whole].into_iter().flatten() {
        if let Some(side) = open_end(words, at) {
            let is_time = matches!(found.unit, Unit::Time(..));
            let is_low = words.is(at + 1, "better") && (is_time || is_low(words, 0..found.at.start));
            (clues.side, clues.is_strict) = (Some(if is_low { Side::AtMost } else { side }), false);
        }
        clues.is_now |= is_past(words, at) && found.unit != Unit::Factor || says_now(words, at, at == end);
        clues.is_now |= clues.is_bracketed
            && is_usual_bracket(words, clues.lead, floor)
            && words.is_any(at, &["done", "so", "already", "complete", ")"]);
        let was = names_time(words, at + 1) || is_earlier(words, at + 1);
        let begins = clues.lead - usize::from(floor > 0 && words.is_before(clues.lead, &["after", "from"]));
        let apart = clues.is_bracketed || begins > 1 && words.is_any(begins - 1, &[";", ","]);
        clues.is_now |= apart && clues.side.is_none() && words.is_any(at, &["in", "at", "after"]) && was;
        clues.is_now |= clues.is_bracketed
            && floor > 0
            && words.is_any(at, &["in", "at", "on", "with"])
            && tells_when(words, at + 1);
        clues.is_now |=
            clues.is_bracketed && words.is(at, "when") && words.is_any(at + 1, &["we", "last", "first"]);
    }
    // "By 75 % of analysts", "by eight of ten planners" names who acts.
    let is_part_of = found.is_part && words.is_word(end) && !words.has(end, Tags::STOP);
    clues.is_by &= found.unit != Unit::Percent || !words.is(end, "of") && !is_part_of;
    if clues.turn.is_none() {
        clues.turn = change(words, clues, end);
    }
    // "By a third"
    clues.is_share &= !found.is_part || !clues.is_by && clues.turn.is_none();
}

/// "or more", "and above", "at least", "max" behind a figure.
fn open_end(words: &Words<'_, '_>, at: usize) -> Option<Side> {
    const MORE: &[&str] =
        &["more", "above", "higher", "better", "greater", "over", "up", "upwards", "longer", "beyond"];
    const LESS: &[&str] =
        &["less", "fewer", "lower", "below", "under", "faster", "sooner", "shorter", "quicker"];
    let bound = |at: usize| match words.lower(at) {
        "least" | "minimum" | "min" => Some(Side::AtLeast),
        "most" | "maximum" | "max" | "tops" => Some(Side::AtMost),
        _ => None,
    };
    let is_verb = words.is(at + 1, "better") || words.is(at + 1, "over") && words.is_word(at + 2);
    match words.lower(at) {
        "and" if is_verb => None,
        "or" | "and" if words.is_any(at + 1, MORE) => Some(Side::AtLeast),
        "or" | "and" if words.is_any(at + 1, LESS) => Some(Side::AtMost),
        "at" if words.is(at + 1, "the") => bound(at + 3),
        "at" => bound(at + 1),
        "," | "(" if words.is(at + 1, "at") => bound(at + 2).or_else(|| bound(at + 4)),
        _ => bound(at).filter(|_| !words.is_any(at, &["least", "most"])),
    }
}

/// The token behind the noun phrase that a figure counts.
pub(super) fn noun_end(words: &Words<'_, '_>, from: usize) -> usize {
    const LONGEST: usize = 5;
    let inside = |at: usize| words.is_word(at) && !words.has(at, Tags::STOP.or(Tags::NOW).or(Tags::AHEAD));
    (from..from + LONGEST).find(|at| !inside(*at)).unwrap_or(from + LONGEST)
}
