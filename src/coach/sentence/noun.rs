//! The name of the unit a target is counted in.

use super::amount::amount;
use super::asides::is_older;
use super::clues::noun_end;
use super::doubt::is_english;
use super::quantifier::Quantified;
use super::roles::Placed;
use super::unit::{Unit, often};
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::coach::lexicon::known::{is_noun as is_listed_noun, is_participle};
use crate::coach::token::Kind;
use crate::domain::quantity::{is_plural as is_plural_word, time_unit};

/// The unit of a target as we write it, or the noun it counts.
pub(super) fn unit_name(words: &Words<'_, '_>, target: &Placed, baseline: Option<&Placed>) -> Option<String> {
    let is_level = baseline.is_some() && !target.is_difference();
    let unit = match baseline {
        Some(baseline) if target.found.unit == Unit::Bare => baseline.found.unit,
        Some(_) | None => target.found.unit,
    };
    if unit == Unit::Percent && target.is_difference() && !is_level {
        return Some("% change".to_owned());
    }
    unit.name().map(ToOwned::to_owned).or_else(|| counted(words, target, baseline))
}

/// The unit of a baseline from which a difference leads, or the noun it counts.
pub(super) fn level_unit(words: &Words<'_, '_>, baseline: &Placed) -> Option<String> {
    baseline.found.unit.name().map(ToOwned::to_owned).or_else(|| counted(words, baseline, None))
}

/// The noun behind the figure, or the one before it.
fn counted(words: &Words<'_, '_>, target: &Placed, baseline: Option<&Placed>) -> Option<String> {
    let from = target.found.at.end;
    let many = if target.found.value == 1.into() { Many::One } else { Many::More };
    if let Some(noun) =
        head(words, from, target.clues.noun_end.max(noun_end(words, behind_open(words, from))), many)
    {
        return Some(noun);
    }
    if (0..words.len()).any(|at| words.has(at, Tags::SCORE)) {
        return Some("points".to_owned());
    }
    let baseline_noun =
        baseline.and_then(|placed| head(words, placed.found.at.end, placed.clues.noun_end, Many::More));
    baseline_noun.or_else(|| {
        let lead = baseline.map_or(target.clues.lead, |placed| placed.clues.lead.min(target.clues.lead));
        named(words, lead)
    })
}

/// The things a metric counts that stands before its figure: the plural at the head of "open tickets about billing". One
/// that counts nothing, such as "time to first response", has none.
pub(super) fn named(words: &Words<'_, '_>, lead: usize) -> Option<String> {
    let (start, end) = metric_before(words, lead)?;
    let goes_on = |at: usize| is_noun(words, at) && !(at > start && is_done_to(words, at));
    let stops = |start: usize| (start..end).find(|at| !goes_on(*at)).unwrap_or(end);
    // "Kubernetes 1.29 clusters"
    let is_version = |at: usize| at > start && words.is_kind(at, Kind::Number) && is_noun(words, at + 1);
    let first = stops(start);
    let (start, end) = if is_version(first) { (first + 1, stops(first + 1)) } else { (start, first) };
    let at = (start..end).rev().find(|at| is_counted(words, *at))?;
    let reads = Tags::MEASURE.or(Tags::DURATION).or(Tags::LOW).or(Tags::SCORE);
    let is_head = !(at + 1..end).any(|next| words.has(next, reads) || is_listed_noun(words.lower(next)));
    is_head.then(|| time_unit(words.lower(at)).map_or_else(|| name(words, at), |(name, _)| name.to_owned()))
}

/// Where the words of a metric begin and end that stands before a figure.
fn metric_before(words: &Words<'_, '_>, lead: usize) -> Option<(usize, usize)> {
    const FAR: usize = 24;
    let near = lead.saturating_sub(FAR);
    let mut end = lead;
    while end > near && words.ends(end - 1) {
        let opens = words.is(end - 1, ")").then(|| (near..end).rev().find(|at| words.is(*at, "("))).flatten();
        end = opens.unwrap_or(end - 1);
    }
    let start = (near..end).rev().find(|at| words.ends(*at)).map_or(near, |mark| mark + 1);
    let first = |from: usize| (from..end).find(|at| !precedes(words, *at));
    let start = first(start)?;
    let is_number_of = words.has(start, Tags::COUNT.or(Tags::SUM)) && words.is(start + 1, "of");
    let start = if is_number_of { first(start + 2)? } else { start };
    Some((start, end))
}

/// Small words and verbs that stand before a metric.
fn precedes(words: &Words<'_, '_>, at: usize) -> bool {
    let verbs = Tags::UP.or(Tags::DOWN).or(Tags::IMPROVE).or(Tags::REACH).or(Tags::KEEP);
    let is_verb = !words.is_word(at)
        || words.has(at, verbs) && !words.has(at, Tags::MEASURE.or(Tags::LOW).or(Tags::CASE));
    // "Half the alerts", "a quarter of the tickets"
    let is_part =
        words.is_any(at, &["half", "third", "quarter"]) && words.is_any(at + 1, &["of", "the", "our"]);
    is_verb || is_part || words.has(at, Tags::STOP.or(Tags::AVERAGE).or(Tags::MEDIAN))
}

/// "Customers using", "bugs reported": what the things do, or what is done to them.
fn is_done_to(words: &Words<'_, '_>, at: usize) -> bool {
    let word = words.lower(at);
    is_counted(words, at - 1) && (word.ends_with("ing") || word.ends_with("ed"))
}

/// A plural that is no name: "tickets" and "PRs", but neither "status" nor "AWS".
pub(super) fn is_counted(words: &Words<'_, '_>, at: usize) -> bool {
    let (word, text) = (words.lower(at), words.text(at));
    is_acronyms(text) || !text.ends_with('S') && (is_plural_word(word) || MANY.contains(&word))
}

/// "PRs", "SLOs".
fn is_acronyms(text: &str) -> bool {
    text.strip_suffix('s').is_some_and(|all| all.len() > 1 && all.chars().all(char::is_uppercase))
}

/// A noun as it is kept: in small letters, but for what is written in capitals.
fn name(words: &Words<'_, '_>, at: usize) -> String {
    let text = words.text(at);
    if is_acronyms(text) { text.to_owned() } else { words.lower(at).to_owned() }
}

/// The token behind "or more", or behind "of the top 20", "of the remaining 60".
fn behind_open(words: &Words<'_, '_>, at: usize) -> usize {
    if words.is(at, "or") && words.is_word(at + 1) {
        return at + 2;
    }
    if !words.is(at, "of") {
        return at;
    }
    let skips = |at: &usize| {
        words.is_any(*at, &["the", "our", "top", "other", "remaining"]) || words.is_kind(*at, Kind::Number)
    };
    (at + 1..words.len()).find(|at| !skips(at)).unwrap_or(words.len())
}

fn is_noun(words: &Words<'_, '_>, at: usize) -> bool {
    const OTHERS: Tags = Tags::STOP
        .or(Tags::UP)
        .or(Tags::DOWN)
        .or(Tags::IMPROVE)
        .or(Tags::LESS)
        .or(Tags::MORE)
        .or(Tags::REACH);
    let is_name = words.is_word(at) && !words.has(at, OTHERS) && !words.is_glued(at);
    is_name && !is_older(words, at) && amount(words, at).is_none()
}

/// How many a noun stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Many {
    None,
    One,
    More,
}

/// The noun of a phrase: the last plural, or for one thing and for none the first noun that is known.
fn head(words: &Words<'_, '_>, from: usize, end: usize, many: Many) -> Option<String> {
    let known = Tags::CASE.or(Tags::LOW).or(Tags::GROUP);
    let from = behind_open(words, from);
    let range = from..end.min(words.len());
    let first = range.clone().find(|at| many != Many::More && words.has(*at, known));
    let plural = range
        .clone()
        .rev()
        .find(|at| many != Many::One && is_plural(words.lower(*at)) && is_noun(words, *at));
    // "3 teams use feature flags": a verb goes on behind those who do it.
    let actor = |at: &usize| is_plural(words.lower(*at)) && words.has(*at, Tags::GROUP.or(Tags::CASE));
    let plural = range.clone().find(actor).filter(|at| many != Many::One && at + 2 < range.end).or(plural);
    // "One paper given": what was done to it stands behind the noun.
    let is_done = |at: usize| at > from && is_participle(words.lower(at));
    let is_name = |at: &usize| is_noun(words, *at) && often(words, *at).is_none() && !is_done(*at);
    let last = || range.clone().rev().find(is_name);
    // Which word of another language is a noun nobody can tell.
    let is_sure = |at: &usize| is_plural_word(words.lower(*at)) || is_english(words);
    let at = first.or_else(|| plural.or_else(last).filter(is_sure))?;
    let is_several =
        many == Many::More && is_plural(words.lower(at)) && !words.is_any(at, &["points", "marks"]);
    let noun = if words.has(at, Tags::SCORE) && !is_several { "points" } else { words.lower(at) };
    let is_countable = many == Many::One || many == Many::None && words.has(at, Tags::CASE.or(Tags::GROUP));
    Some(if is_countable && !is_plural(noun) { plural_of(noun) } else { noun.to_owned() })
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss") || MANY.contains(&word)
}

/// Plurals that no ending shows.
const MANY: &[&str] = &["people", "women", "men", "children", "media", "staff"];

fn plural_of(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ if ["s", "sh", "ch", "x", "z"].iter().any(|end| noun.ends_with(end)) => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

/// The noun a quantifier stands before.
pub(super) fn quantified_noun(words: &Words<'_, '_>, quantified: &Quantified) -> Option<String> {
    if !quantified.is_none {
        return Some("%".to_owned());
    }
    // "Nobody works": behind it stands what they do.
    if words.is_any(quantified.at, &["nobody", "no-one", "nothing"]) {
        return None;
    }
    let mut from = quantified.at + 1;
    while words.has(from, Tags::LABEL) && words.is_kind(from + 1, Kind::Number) {
        from = (from + 2..words.len())
            .find(|at| words.is_word(*at) && !words.is_any(*at, &["or", "and"]))
            .unwrap_or(from + 2);
    }
    head(words, from, noun_end(words, from), Many::None)
}
