//! Figures that are no target: names of versions and tiers, periods, samples, selections; and those that are one only
//! where nothing better stands in the sentence.

use super::clues::{Clues, Side};
use super::figures::Found;
use super::movement::first_word;
use super::names::is_named;
use super::quantifier::quantified;
use super::unit::Unit;
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::coach::token::Kind;
use crate::domain::decimals::could_be_both;
use crate::domain::quantity::{DAY, is_plural};

/// How far before a figure is looked for who does it.
const NEAR: usize = 8;

/// How much a figure may be the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Never: it names or selects.
    Aside,
    /// Where nothing better stands in the sentence.
    Weak,
    /// As its place says.
    Strong,
}

/// Weighs a figure by its surroundings.
pub(super) fn weight(words: &Words<'_, '_>, found: &Found, clues: &Clues) -> Weight {
    let is_said = clues.is_from || clues.is_to || clues.is_now || clues.is_versus || clues.is_aim;
    let condition = condition(words, clues.lead);
    let is_aside = condition == Some(Condition::Case)
        || is_named(words, found, clues)
        || is_marked(words, found)
        || is_rest(words, found, clues)
        || is_period(words, found, clues)
        || is_release(words, found, clues)
        || is_deadline(words, found, clues)
        || matches!(found.unit, Unit::Other(_)) && (is_attribute(words, found) || is_size(words, found))
        || !is_said
            && (is_sample(words, found, clues)
                || selects(words, found, clues)
                || is_under_heading(words, found, clues));
    match () {
        () if is_aside => Weight::Aside,
        () if is_said && condition.is_none() => Weight::Strong,
        () if condition.is_some() || is_weak(words, found, clues) => Weight::Weak,
        () => Weight::Strong,
    }
}

/// "Top 10 alerts", "the 3 busiest endpoints": how many of them are looked at.
pub(super) fn stands_out(words: &Words<'_, '_>, found: &Found, clues: &Clues) -> bool {
    let (start, end) = (found.at.start, found.at.end);
    let is_top = words.is_before(start, &["top"]) || start > 1 && words.is(start - 2, "top");
    let is_most = words.is(end, "most") || words.lower(end).ends_with("est") && !words.has(end, Tags::CASE);
    is_top || found.unit == Unit::Bare && clues.is_the && is_most
}

/// "% of calls answered within an hour", "fewer readmissions within 30 days": what is counted, and no level of it.
fn is_under_heading(words: &Words<'_, '_>, found: &Found, clues: &Clues) -> bool {
    let is_share = (words.is(0, "%") || words.has(0, Tags::SHARE)) && words.is(1, "of");
    let is_fewer = words.is_any(0, &["fewer", "more"]) && matches!(found.unit, Unit::Time(..));
    let is_part = |at: usize| words.is_any(at, &[":", ",", ";", "|", "-", "–", "(", "="]);
    (is_share || is_fewer)
        && found.unit != Unit::Percent
        && (clues.side.is_some() || clues.is_within)
        && !(2..=clues.lead).any(is_part)
}

/// `1TB dataset`, `(100Mbps)`: how large or how fast something is.
fn is_size(words: &Words<'_, '_>, found: &Found) -> bool {
    let (at, end) = (found.at.start, found.at.end);
    let is_alone = words.is_before(at, &["("]) && words.is(end, ")");
    let is_of_noun = words.is_glued(end - 1) && words.is_word(end) && !words.has(end, Tags::STOP);
    let opens = at == 0 || words.has_before(at, Tags::ARTICLE) || words.has_before(at - 1, Tags::ARTICLE);
    is_alone || is_of_noun && opens
}

/// "All services have an owner (12 missing)": how many of them are still to come.
fn is_rest(words: &Words<'_, '_>, found: &Found, clues: &Clues) -> bool {
    const REST: &[&str] = &["missing", "left", "remaining", "outstanding"];
    let is_all = || quantified(words).is_some_and(|quantified| !quantified.is_none);
    clues.is_bracketed && words.is_any(clues.noun_end - 1, REST) && clues.noun_end > found.at.end && is_all()
}

/// `24/7`, `1:3`, `9 am`, "30 days or older", `95 percentile`, `per 1000`, `out of 5`.
fn is_marked(words: &Words<'_, '_>, found: &Found) -> bool {
    let (at, end) = (found.at.start, found.at.end);
    let joins = |mark: usize, other: usize| {
        words.is_any(mark, &["/", ":"])
            && words.is_glued(mark)
            && words.is_glued(mark + 1)
            && words.is_kind(other, Kind::Number)
    };
    let is_shift = words.is(at, "one") && words.is_before(at, &["in"]) && words.has(end, Tags::PERIOD);
    // "No alert fires twice within a day": where twice would be twice.
    let is_span = (at.saturating_sub(NEAR)..at).any(|at| words.is(at, "twice") && is_denied(words, at));
    joins(end, end + 1)
        || is_shift
        || is_span
        || at > 1 && joins(at - 1, at - 2)
        || words.is_any(end, &["percentile", "am", "pm", "a.m", "p.m", "ago", "°"])
        || words.is(end, "or") && is_older(words, end + 1)
        || words.is_any(end, &["band", "bracket", "segment", "tier", "range"])
        || words.is_before(at, &["per", "@", "every"])
        || at > 1
            && words.is(at - 1, "of")
            && (words.is(at - 2, "out") || words.is_kind(at - 2, Kind::Number))
}

/// Tells whether somebody is told of before a token who does it not, or that nobody does.
pub(super) fn is_denied(words: &Words<'_, '_>, at: usize) -> bool {
    (at.saturating_sub(NEAR)..at).any(|at| words.is_any(at, &["no", "nobody", "none", "never"]))
}

/// A length of time that passes or repeats, or tells of which kind something is: "for six months", "7-day activation".
fn is_period(words: &Words<'_, '_>, found: &Found, clues: &Clues) -> bool {
    const FAR: usize = 8;
    let Unit::Time(_, length) = found.unit else { return false };
    let lead = clues.lead;
    let is_free =
        |at: usize| words.is(at, "without") || words.is_any(at, &[",", "with"]) && words.is(at + 1, "no");
    let is_borne = words.is_before(lead, &["for"])
        && ((found.at.end..found.at.end + FAR).any(is_free) || clues.side == Some(Side::AtMost));
    // "Callers hold for 5 minutes rather than 17"
    if is_borne || words.is_any(found.at.end, &["rather", "instead"]) {
        return false;
    }
    let is_average = (found.at.end + 1..found.at.end + 3)
        .any(|at| words.has(at, Tags::AVERAGE.or(Tags::MEDIAN)) && words.is_any(found.at.end, &["in", "on"]));
    let closes =
        words.ends(found.at.end) || is_average || words.is_any(found.at.end, &["rather", "instead", "not"]);
    let passes = words.is_before(lead, &["after"]) && !closes
        || words.is_before(lead, &["for", "since", "throughout", "during"])
        || words.is_before(lead, &["every", "each"]) && clues.side.is_none()
        || found.at.start > 0 && words.has_before(found.at.start, Tags::AHEAD)
        || words.is(found.at.end, "old") && !words.is_before(lead, &["to"]);
    let is_long = length >= DAY;
    let spans = is_long
        && !clues.is_from
        && (lead..found.at.start).any(|at| words.is(at, "over") || words.has(at, Tags::AHEAD));
    if found.is_bound && is_time_of(words, clues.noun_end) {
        return false;
    }
    let after = words.is_any(found.at.end, &["after", "before", "following"]);
    let is_stretch = after && clues.is_within && words.is_before(found.at.start, &["the"]);
    let is_kind = is_stretch
        || (found.is_bound || is_attribute(words, found) || is_of_years(words, found))
            && clues.side.is_none()
            && !clues.is_to
            && !clues.is_from;
    let at = found.at.start;
    let opens = at > 2
        && words.is(at - 1, "first")
        && words.is(at - 2, "the")
        && words.is_before(at - 2, &["in", "for", "during"]);
    passes || spans || is_kind || opens
}

/// "Three-day lead time": there the length of time is what is read.
pub(super) fn is_time_of(words: &Words<'_, '_>, noun_end: usize) -> bool {
    words.is_before(noun_end, &["time", "times", "turnaround", "wait", "delay", "cycle", "onboarding"])
}

/// "3-5 year plan": the unit in the singular belongs to the noun behind.
fn is_of_years(words: &Words<'_, '_>, found: &Found) -> bool {
    let end = found.at.end;
    // "30 day readmissions", but not "a ten day close".
    let is_short = words.is_any(end - 1, &["week", "day", "hour", "minute"])
        && words.is_kind(found.at.start, Kind::Number)
        && !words.has_before(found.at.start, Tags::ARTICLE);
    let is_single = is_short || words.is_any(end - 1, &["year", "month"]);
    is_single && found.value > rust_decimal::Decimal::ONE && words.is_word(end) && !words.has(end, Tags::STOP)
}

/// "a 30 day trial": the article belongs to the noun behind.
fn is_attribute(words: &Words<'_, '_>, found: &Found) -> bool {
    let at = found.at.start;
    let counts = words.is_word(found.at.end) && !words.has(found.at.end, Tags::STOP);
    let reached = at > 1
        && words.is_any(at - 2, &["is", "are", "be", "becomes", "achieve", "reach", "hit", "to", "towards"]);
    at > 0
        && !reached
        && words.has(at - 1, Tags::ARTICLE)
        && counts
        && !words.lower(found.at.end - 1).ends_with('s')
}

/// "teams of 200 people", "the six customers": how many there are, not how many there should be.
fn is_sample(words: &Words<'_, '_>, found: &Found, clues: &Clues) -> bool {
    if found.unit != Unit::Bare {
        return false;
    }
    let sized = clues.lead..found.at.start;
    let of = sized.clone().find(|at| words.is(*at, "of")).filter(|at| *at > 0);
    let is_group = of.is_some_and(|of| words.has(of - 1, Tags::GROUP) && !words.has(of - 1, Tags::MEASURE));
    let is_chosen = (words.is(found.at.end, "most") || words.lower(found.at.end).ends_with("est"))
        && !words.is_before(clues.lead, &["of", "in"]);
    is_group || clues.is_the && clues.side.is_none() && !is_chosen && !is_object(words, clues)
}

/// "Carry out the 12 audits": all of them are to be done.
fn is_object(words: &Words<'_, '_>, clues: &Clues) -> bool {
    let first = first_word(words);
    words.has(first, Tags::MAKE) && clues.lead > first && clues.lead - first <= 2
}

/// "accounts over $1m", "tickets older than 30 days": the figure tells which cases.
fn selects(words: &Words<'_, '_>, found: &Found, clues: &Clues) -> bool {
    let cases = Tags::GROUP.or(Tags::CASE);
    let is_case = |at: usize| words.has(at, cases) && !words.has(at, Tags::MEASURE.or(Tags::DURATION));
    let Some(before) = clues.lead.checked_sub(1) else { return false };
    let is_denied = (clues.lead..found.at.start).any(|at| words.has(at, Tags::NOT));
    if is_denied || clues.is_of_nobody && !is_case(before) && !words.has(before, Tags::STOP) {
        return false;
    }
    if is_older(words, before) || (clues.lead..found.at.start).any(|at| is_older(words, at)) {
        let noun = (clues.lead.saturating_sub(2)..found.at.start).find(|at| !is_older(words, *at));
        return noun.is_some_and(|noun| is_case(noun) || words.is_any(noun, &["none", "nobody", "any"]));
    }
    matches!(found.unit, Unit::Money(_)) && clues.side == Some(Side::AtLeast) && is_case(before)
}

/// Compares cases by a limit: "older than 30 days".
pub(super) fn is_older(words: &Words<'_, '_>, at: usize) -> bool {
    words.is_any(
        at,
        &["older", "larger", "bigger", "longer", "slower", "smaller", "newer", "younger", "heavier", "worth"],
    )
}

/// `1.0`, "ship 1.5": nobody counts so.
fn is_release(words: &Words<'_, '_>, found: &Found, clues: &Clues) -> bool {
    let at = found.at.start;
    let is_said = clues.lead < at || words.has_before(at, Tags::SCORE.or(Tags::MEASURE));
    let is_numbered = words.text(at).ends_with(".0");
    let is_alone = words.ends(at + 1) || words.has(at + 1, Tags::STOP);
    let is_shipped = words.text(at).contains('.') && words.has_before(at, Tags::MAKE) && is_alone;
    let reads = Tags::SCORE.or(Tags::MEASURE).or(Tags::UP).or(Tags::DOWN).or(Tags::STOP).or(Tags::LOW);
    let is_version = words.text(at).contains('.')
        && at > 0
        && words.is_word(at - 1)
        && !words.has(at - 1, reads.or(Tags::REACH).or(Tags::KEEP).or(Tags::DURATION).or(Tags::LONG))
        && !words.lower(at - 1).ends_with("ed")
        && words.text(at - 1).starts_with(char::is_uppercase)
        && !(at > 1 && words.is(at - 2, "/") && words.is_glued(at - 1))
        && !(could_be_both(words.text(at)) && is_plural(words.lower(at - 1)));
    let is_numbered = is_numbered && !words.has_before(at, Tags::ARROW);
    found.unit == Unit::Bare && (is_numbered || is_shipped || is_version) && !is_said
}

/// A limit of time, a place, a means, or a clause that tells which cases.
fn is_weak(words: &Words<'_, '_>, found: &Found, clues: &Clues) -> bool {
    let is_limit = clues.is_within && !clues.is_strict && matches!(found.unit, Unit::Time(..));
    let first = clues.lead;
    let is_place = found.unit == Unit::Bare
        && (clues.is_within
            || words
                .is_before(first, &["at", "across", "on", "with", "for", "among", "amongst", "in", "over"]));
    let is_age = found.unit == Unit::Bare && clues.side.is_some() && words.is_before(first, PEOPLE);
    let is_group = clues.is_bracketed && clues.side.is_some() && found.unit == Unit::Bare;
    is_limit
        || is_group
        || stands_out(words, found, clues)
        || is_place
        || is_age
        || words.is(found.at.start, "once")
}

/// Those of whom "under 5" tells the age.
const PEOPLE: &[&str] =
    &["children", "kids", "people", "adults", "women", "men", "girls", "boys", "youth", "infants"];

/// A length of time in which something that is done once is to be done: a day by which, and no target.
fn is_deadline(words: &Words<'_, '_>, found: &Found, clues: &Clues) -> bool {
    let Unit::Time(_, length) = found.unit else { return false };
    if !clues.is_within || clues.is_strict || clues.lead == 0 {
        return false;
    }
    let days = found.value.checked_mul((length / DAY).into()).unwrap_or_default();
    let is_read = (0..words.len()).any(|at| words.has(at, Tags::AVERAGE.or(Tags::MEDIAN)));
    let is_done_once = words.has(first_word(words), Tags::MAKE) && !is_read;
    is_done_once && days > 20.into() || days > 150.into() && !words.is_timed
}

/// What a clause says with a figure that is no target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Condition {
    /// Which cases are meant: "whose score is 50 or less".
    Case,
    /// What the things are like, or how it is done: "that load in 2 s", "thanks to 2 articles".
    Kind,
}

/// Verbs with which a sentence goes on behind a clause: "when they ship it drops to 45 days".
const MOVES: Tags = Tags::UP.or(Tags::DOWN).or(Tags::RISEN).or(Tags::FALLEN);

/// The clause before a figure: "that", "whose", "using", "thanks to", "by doing".
fn condition(words: &Words<'_, '_>, first: usize) -> Option<Condition> {
    const FAR: usize = 7;
    if words.is(first, ":") {
        return None;
    }
    for at in (first.saturating_sub(FAR)..first).rev() {
        if words.is_any(at, &[",", ";", ":", ".", "(", ")"]) {
            return None;
        }
        if words.is(at, "where") && words.is_any(at + 1, &["today", "now", "currently", "it"]) {
            return None;
        }
        let is_over = words.is_any(at, &["where", "when"]) && words.has_before(first.max(1), MOVES)
            || words.is_any(at, &["where", "when"]) && words.has(first, MOVES);
        if is_over {
            return None;
        }
        if words.is_any(at, &["whose", "where", "when", "if"]) {
            return Some(Condition::Case).filter(|_| at > 0);
        }
        if words.has(at, Tags::THAT) {
            let describes =
                at > 0 && words.is_word(at - 1) && !words.has(at - 1, Tags::STOP) && !says(words, at - 1);
            return describes.then_some(Condition::Kind);
        }
        if words.has(at, Tags::MEANS) || words.is(at, "by") && words.lower(at + 1).ends_with("ing") {
            return Some(Condition::Kind);
        }
    }
    None
}

/// "say that", "survey shows that": what is said, not which cases.
fn says(words: &Words<'_, '_>, at: usize) -> bool {
    words.is_any(
        at,
        &[
            "say", "says", "show", "shows", "agree", "tell", "report", "know", "feel", "ensure", "so",
            "such", "confirm",
        ],
    )
}
