//! The name of the unit a target is counted in.

use super::amount::amount;
use super::asides::is_older;
use super::clues::noun_end;
use super::quantifier::Quantified;
use super::roles::Placed;
use super::unit::Unit;
use super::words::Words;
use crate::coach::lexicon::Senses;
use crate::coach::token::Kind;

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

/// The noun behind the figure, or the one before it.
fn counted(words: &Words<'_, '_>, target: &Placed, baseline: Option<&Placed>) -> Option<String> {
    let from = target.found.at.end;
    let many = if target.found.value == 1.into() { Many::One } else { Many::More };
    if let Some(noun) =
        head(words, from, target.clues.noun_end.max(noun_end(words, behind_open(words, from))), many)
    {
        return Some(noun);
    }
    if (0..words.len()).any(|at| words.has(at, Senses::SCORE)) {
        return Some("points".to_owned());
    }
    let baseline_noun =
        baseline.and_then(|placed| head(words, placed.found.at.end, placed.clues.noun_end, Many::More));
    baseline_noun.or_else(|| {
        let lead = baseline.map_or(target.clues.lead, |placed| placed.clues.lead.min(target.clues.lead));
        let lead = before_rate(words, lead);
        let at = (0..lead).rev().take(3).find(|at| is_noun(words, *at) && !words.has(*at, Senses::PERIOD))?;
        Some(words.lower(at).to_owned())
    })
}

/// The token behind "or more", or behind "of the top 20".
fn behind_open(words: &Words<'_, '_>, at: usize) -> usize {
    if words.is(at, "or") && words.is_word(at + 1) {
        return at + 2;
    }
    if !words.is(at, "of") {
        return at;
    }
    let skips = |at: &usize| words.is_any(*at, &["the", "our", "top"]) || words.is_kind(*at, Kind::Number);
    (at + 1..words.len()).find(|at| !skips(at)).unwrap_or(words.len())
}

/// The token before "per shift", where such a rate ends at a token.
fn before_rate(words: &Words<'_, '_>, end: usize) -> usize {
    let mut nouns = (end.saturating_sub(4)..end).rev();
    nouns.find(|at| words.is(*at, "per")).unwrap_or(end)
}

fn is_noun(words: &Words<'_, '_>, at: usize) -> bool {
    const OTHERS: Senses = Senses::STOP
        .or(Senses::UP)
        .or(Senses::DOWN)
        .or(Senses::IMPROVE)
        .or(Senses::LESS)
        .or(Senses::MORE)
        .or(Senses::REACH);
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
    let known = Senses::CASE.or(Senses::LOW).or(Senses::GROUP);
    let from = behind_open(words, from);
    let range = from..end.min(words.len());
    let first = range.clone().find(|at| many != Many::More && words.has(*at, known));
    let plural = range
        .clone()
        .rev()
        .find(|at| many != Many::One && is_plural(words.lower(*at)) && is_noun(words, *at));
    let last = || range.clone().rev().find(|at| is_noun(words, *at));
    let at = first.or(plural).or_else(last)?;
    let is_several =
        many == Many::More && is_plural(words.lower(at)) && !words.is_any(at, &["points", "marks"]);
    let noun = if words.has(at, Senses::SCORE) && !is_several { "points" } else { words.lower(at) };
    let is_countable =
        many == Many::One || many == Many::None && words.has(at, Senses::CASE.or(Senses::GROUP));
    Some(if is_countable && !is_plural(noun) { plural_of(noun) } else { noun.to_owned() })
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
        || ["people", "women", "men", "children", "media"].contains(&word)
}

fn plural_of(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

/// The noun a quantifier stands before.
pub(super) fn quantified_noun(words: &Words<'_, '_>, quantified: &Quantified) -> Option<String> {
    if !quantified.is_none {
        return Some("%".to_owned());
    }
    let mut from = quantified.at + 1;
    while words.has(from, Senses::LABEL) && words.is_kind(from + 1, Kind::Number) {
        from = (from + 2..words.len())
            .find(|at| words.is_word(*at) && !words.is_any(*at, &["or", "and"]))
            .unwrap_or(from + 2);
    }
    head(words, from, noun_end(words, from), Many::None)
}
