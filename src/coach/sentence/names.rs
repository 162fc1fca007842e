//! Figures that are part of a name or tell one of several: "tier 1", "Python 3", "strategy (1):".

use super::clues::Clues;
use super::figures::Found;
use super::now::names_time;
use super::unit::Unit;
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::coach::token::Kind;
use crate::domain::quantity::is_plural;

/// `tier 1`, `Python 3`, `version 2.0`, `aged 18-35`: the figure is part of a name.
pub(super) fn is_named(words: &Words<'_, '_>, found: &Found, clues: &Clues) -> bool {
    let at = found.at.start;
    if at == 0 {
        return found.unit == Unit::Bare
            && words.has(found.at.end, Tags::SHARE.or(Tags::AVERAGE))
            && words.text(found.at.end).starts_with(char::is_uppercase);
    }
    if words.is_before(at, &["aged", "age", "ages", "version", "v", "#", "no", "№"]) && !words.is(at, "one")
    {
        return true;
    }
    if is_one_of_several(words, found)
        || is_upgrade(words, found)
        || is_same_one(words, found)
        || is_year(words, found)
        || is_version(words, found)
    {
        return true;
    }
    let is_part = words.is_before(
        at,
        &["part", "phase", "stage", "round", "wave", "volume", "chapter", "act", "level", "tier", "grade"],
    );
    // "The Big Three"
    let is_capital = |at: usize| words.text(at).starts_with(char::is_uppercase);
    let is_title = is_capital(at) && is_capital(at - 1) && !is_capital(found.at.end);
    let is_digits = words.is_kind(at, Kind::Number) || words.has(at - 1, Tags::PERIOD) || is_part || is_title;
    if is_digits && found.unit == Unit::Bare && continues_label(words, at) {
        return true;
    }
    if found.unit != Unit::Bare || clues.lead < at || !is_digits || found.is_open || found.upper.is_some() {
        return false;
    }
    let before = at - 1;
    let commands =
        is_command(words, before) && words.is_word(found.at.end) && !words.has(found.at.end, Tags::STOP);
    // "Bugs/KLOC 1.8 -> 1.0", "lock-outs per day 30 -> 6"
    let is_ratio =
        words.is_before(before, &["/"]) && words.is_glued(before) || words.is_before(before, &["per"]);
    if words.has(found.at.end, Tags::ARROW) && (is_plural(words.lower(before)) || is_ratio) {
        return false;
    }
    if words.has(before, Tags::LABEL) {
        return !commands && found.value >= rust_decimal::Decimal::ONE;
    }
    is_proper_name(words, before)
}

/// "Liquidity strategy (1):", one of several.
fn is_one_of_several(words: &Words<'_, '_>, found: &Found) -> bool {
    let (at, end) = (found.at.start, found.at.end);
    found.unit == Unit::Bare && words.is_before(at, &["("]) && words.is(end, ")") && words.is(end + 1, ":")
}

/// "Rust 2024 edition", "through 2028", "the 2026 survey".
fn is_year(words: &Words<'_, '_>, found: &Found) -> bool {
    const LEADS: &[&str] = &["through", "until", "till", "since", "from", "of", "for", "after", "before"];
    let at = found.at.start;
    let (low, high) = (found.value, found.upper.unwrap_or_default());
    let is_span =
        found.upper.is_some() && high - low == rust_decimal::Decimal::ONE && words.text(at).len() == 2;
    if is_span && words.is_before(at, &["("]) && words.is_any(found.at.end, &["actual", "actuals", ")"]) {
        return found.unit == Unit::Bare;
    }
    let named = words.is_any(found.at.end, &["edition", "report", "budget", "plan"]);
    let leads = words.is_before(at, LEADS) && words.ends(found.at.end);
    found.unit == Unit::Bare && words.is_year(at) && (named || leads || is_told_apart(words, at))
}

/// "The 2026 survey", "this office's 2026 goals", "a good 2027".
fn is_told_apart(words: &Words<'_, '_>, at: usize) -> bool {
    const FAR: usize = 3;
    let is_led = words.is_before(at, &["the", "a"]) || at > 0 && words.lower(at - 1).ends_with("'s");
    let leads = |at: &usize| words.has(*at, Tags::STOP) || !words.is_word(*at);
    let opens = (at.saturating_sub(FAR)..at).rev().find(leads);
    let is_praised = opens.is_some_and(|opens| opens + 1 < at && words.has(opens, Tags::ARTICLE));
    is_led && words.is_word(at + 1) || is_praised && words.ends(at + 1)
}

/// "Kubernetes upgraded to 1.25": the name of a version.
fn is_upgrade(words: &Words<'_, '_>, found: &Found) -> bool {
    const TURNS: &[&str] = &["upgrade", "upgraded", "upgrades", "upgrading", "bump", "bumped", "bumps"];
    let before = found.at.start.saturating_sub(4)..found.at.start;
    found.unit == Unit::Bare
        && before.clone().any(|at| words.is_any(at, TURNS))
        && words.is_before(found.at.start, &["to"])
}

/// "The 2.1 upgrade", "a 1.0 release": which of the versions.
fn is_version(words: &Words<'_, '_>, found: &Found) -> bool {
    const VERSIONS: &[&str] =
        &["upgrade", "release", "version", "mvp", "launch", "beta", "rollout", "milestone", "spec", "api"];
    let is_decimal = words.text(found.at.start).contains('.');
    found.unit == Unit::Bare && is_decimal && words.is_any(found.at.end, VERSIONS)
}

/// "land in one shared repository", "turned into one handbook": one and the same, and no number.
fn is_same_one(words: &Words<'_, '_>, found: &Found) -> bool {
    let at = found.at.start;
    found.unit == Unit::Bare
        && words.is(at, "one")
        && words.is_before(at, &["in", "into", "as", "on"])
        && words.is_word(found.at.end)
}

/// Tells an imperative at the beginning: "Release 3 features".
fn is_command(words: &Words<'_, '_>, at: usize) -> bool {
    words.has(at, Tags::MAKE)
        && (at == 0 || words.is_before(at, &["to", "and", ",", "we", "will", ":", ";", "."]))
}

/// `1 and 2` behind "tier".
fn continues_label(words: &Words<'_, '_>, at: usize) -> bool {
    const LONGEST: usize = 4;
    let joins = |at: usize| {
        words.is_before(at, &["and", "or", ",", "&", "+", "to", "-", "–"])
            && words.is_kind(at - 2, Kind::Number)
    };
    let steps = (1..=LONGEST).map(|step| (step, at.saturating_sub(2 * step)));
    steps.take_while(|(_, first)| *first > 0 && joins(first + 2)).any(|(_, first)| {
        let lists = !words.is_any(first + 1, &["to", "-", "–"]);
        words.has(first - 1, Tags::LABEL) || lists && is_proper_name(words, first - 1)
    })
}

/// A word with a capital in the middle of the sentence that nobody counts in.
fn is_proper_name(words: &Words<'_, '_>, at: usize) -> bool {
    let known = Tags::MEASURE.or(Tags::SCORE).or(Tags::LOW).or(Tags::CASE).or(Tags::MAKE).or(Tags::REACH);
    let text = words.text(at);
    let is_acronym = text.len() > 1 && text.chars().all(char::is_uppercase);
    let is_inside = at > 0 && !words.is_before(at, &[".", ":", ";", "!"]);
    (is_inside || is_acronym)
        && (!names_time(words, at) || words.has(at, Tags::MONTH))
        && !words.is_any(at, &["eoy", "eoq", "eom"])
        && words.is_word(at)
        && text.starts_with(char::is_uppercase)
        && !words.has(at, known.or(Tags::UP).or(Tags::DOWN).or(Tags::STOP))
}
