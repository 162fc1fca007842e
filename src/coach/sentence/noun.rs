//! The name of the unit a target is counted in.

use super::clues::noun_end;
use super::quantifier::Quantified;
use super::roles::Placed;
use super::unit::Unit;
use super::words::Words;
use crate::coach::lexicon::Senses;

/// The unit of a target as we write it, or the noun it counts.
pub(super) fn unit_name(words: &Words<'_, '_>, target: &Placed, baseline: Option<&Placed>) -> Option<String> {
    let is_level = baseline.is_some() && !target.is_difference();
    let unit = match baseline {
        Some(baseline) if target.found.unit == Unit::Bare => baseline.found.unit,
        Some(_) | None => target.found.unit,
    };
    let fixed = match unit {
        Unit::Percent if target.is_difference() && !is_level => "% change",
        Unit::Percent => "%",
        Unit::Points => "points",
        Unit::Factor => "x",
        Unit::Time(name, _) | Unit::Money(name) | Unit::Other(name) => name,
        Unit::Bare => return counted(words, target, baseline),
    };
    Some(fixed.to_owned())
}

/// The noun behind the figure, or the one before it.
fn counted(words: &Words<'_, '_>, target: &Placed, baseline: Option<&Placed>) -> Option<String> {
    let from = target.found.at.end;
    let is_one = target.found.value == 1.into();
    if let Some(noun) =
        head(words, from, target.clues.noun_end.max(noun_end(words, behind_open(words, from))), is_one)
    {
        return Some(noun);
    }
    if (0..words.len()).any(|at| words.has(at, Senses::SCORE)) {
        return Some("points".to_owned());
    }
    let baseline_noun =
        baseline.and_then(|placed| head(words, placed.found.at.end, placed.clues.noun_end, false));
    baseline_noun.or_else(|| {
        let lead = baseline.map_or(target.clues.lead, |placed| placed.clues.lead.min(target.clues.lead));
        let at = (0..lead).rev().take(3).find(|at| is_noun(words, *at))?;
        Some(words.lower(at).to_owned())
    })
}

fn behind_open(words: &Words<'_, '_>, at: usize) -> usize {
    if words.is(at, "or") && words.is_word(at + 1) { at + 2 } else { at }
}

fn is_noun(words: &Words<'_, '_>, at: usize) -> bool {
    const OTHERS: Senses =
        Senses::STOP.or(Senses::UP).or(Senses::DOWN).or(Senses::IMPROVE).or(Senses::LESS).or(Senses::MORE);
    words.is_word(at) && !words.has(at, OTHERS)
}

/// The noun of a phrase: the last plural, or for one thing the last known noun.
fn head(words: &Words<'_, '_>, from: usize, end: usize, is_one: bool) -> Option<String> {
    let from = behind_open(words, from);
    let range = from..end.min(words.len());
    let nouns = Senses::CASE.or(Senses::LOW).or(Senses::GROUP);
    let known = range.clone().find(|at| is_one && words.has(*at, nouns));
    let plural = range.clone().rev().find(|at| !is_one && is_plural(words.lower(*at)) && is_noun(words, *at));
    let at = known.or(plural).or_else(|| range.clone().rev().find(|at| is_noun(words, *at)))?;
    let noun = words.lower(at);
    Some(if is_one && !is_plural(noun) { plural_of(noun) } else { noun.to_owned() })
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
    let from = quantified.at + 1;
    head(words, from, noun_end(words, from), false)
}
