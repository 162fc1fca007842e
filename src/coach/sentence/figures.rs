//! The figures of a sentence: amounts with their units, whatever they do in it.

use std::ops::Range;

use rust_decimal::Decimal;

use super::amount::{Amount, SCALES, amount, small, with_scale_of};
use super::asides::{is_denied, is_time_of};
use super::changes::bounded;
use super::clues::{is_separator, noun_end};
use super::heading::headed;
use super::shares::as_shares;
use super::unit::{Counted, Unit, dollar_of, is_dollar_of, named_time, repeats, unit};
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::coach::token::Kind;
use crate::domain::quantity::{SECOND, read_in_unit};

/// An amount with its unit and the marks that belong to it.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing its marks may say, and any may stand with any"
)]
pub(super) struct Found {
    /// Its tokens, from sign or currency to unit.
    pub(super) at: Range<usize>,
    /// The value, or the lower end of a range.
    pub(super) value: Decimal,
    /// The upper end of a range.
    pub(super) upper: Option<Decimal>,
    pub(super) unit: Unit,
    /// `+5`, `-5`: a sign right before it.
    pub(super) sign: Option<Sign>,
    /// `5+`: it or more.
    pub(super) is_open: bool,
    /// "9 out of 10": a part of a whole, in percent.
    pub(super) is_part: bool,
    /// The whole it is counted in, where that is said as a number: the 10 of "7 out of 10".
    pub(super) whole: Option<Decimal>,
    /// `45-day`: it tells of which kind something is.
    pub(super) is_bound: bool,
    /// "double", "halve": the word says which way.
    pub(super) turn: Option<Sign>,
    /// What it was multiplied with: the thousand of "30k".
    pub(super) scale: u64,
    /// Whether it could mean two things: `1.200`.
    pub(super) is_unclear: bool,
}

/// Which way a sign or a word points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    Minus,
}

/// Finds the figures among the tokens that belong to no date.
pub(super) fn figures(words: &Words<'_, '_>, is_date: &[bool]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let figure = if is_date[at] { None } else { figure(words, at) };
        match figure {
            Some(mut figure) => {
                at = figure.at.end.max(at + 1);
                // In "5£3" the sign belongs to the number before.
                figure.at.start = figure.at.start.max(found.last().map_or(0, |before| before.at.end));
                found.push(figure);
            }
            None => at += 1,
        }
    }
    as_shares(words, &mut found);
    headed(words, &mut found);
    found
}

fn figure(words: &Words<'_, '_>, at: usize) -> Option<Found> {
    match words.tokens[at].kind {
        Kind::Number if is_name(words, at) => None,
        Kind::Number => nines(words, at).or_else(|| clock(words, at)).or_else(|| measured(words, at)),
        Kind::Word => nines(words, at)
            .or_else(|| turned(words, at))
            .or_else(|| limit_of_one(words, at))
            .or_else(|| measured(words, at))
            .or_else(|| bound_time(words, at)),
        Kind::Sign => None,
    }
}

/// "Four nines" of availability: 99.99 %.
fn nines(words: &Words<'_, '_>, at: usize) -> Option<Found> {
    let count =
        if words.is(at + 1, "nines") { small(words.lower(at)).or(words.text(at).parse().ok())? } else { 0 };
    let rest = Decimal::new(1, u32::try_from(count.checked_sub(2)?).ok().filter(|digits| *digits < 8)?);
    let value = Decimal::ONE_HUNDRED - rest;
    Some(Found { value, unit: Unit::Percent, ..plain(0, at..at + 2) })
}

/// "From 1:30 h", "to 0:45 h": hours and minutes of one length of time, or minutes and seconds.
fn clock(words: &Words<'_, '_>, at: usize) -> Option<Found> {
    let is_tight = words.is(at + 1, ":") && words.is_glued(at + 1) && words.is_glued(at + 2);
    let is_led = is_tight && words.has_before(at, Tags::FROM.or(Tags::TO));
    let counted = is_led.then(|| unit(words, at + 3))?;
    let Unit::Time(name, _) = counted.unit else { return None };
    let value = read_in_unit(&format!("{}:{}", words.text(at), words.text(at + 2)), name).ok()?;
    Some(Found { value: value.decimal(), unit: counted.unit, ..plain(0, at..counted.end) })
}

/// Tells digits that are part of a name: `#12`, `5xx`, `2FA`, `99th`, `2.x`.
fn is_name(words: &Words<'_, '_>, at: usize) -> bool {
    let is_behind = words.is_glued(at)
        && (words.is_before(at, &["#", "@", "&", "\\", "v"]) || at > 0 && words.is_word(at - 1));
    let is_version =
        words.is(at + 1, ".") && words.is_glued(at + 1) && words.is_glued(at + 2) && words.is_word(at + 2);
    is_behind || is_version || is_glued_name(words, at + 1)
}

/// Tells letters that make a name of the digits before them; known units and scales do not.
fn is_glued_name(words: &Words<'_, '_>, at: usize) -> bool {
    if !words.is_glued(at) || !words.is_word(at) {
        return false;
    }
    if words.text(at) == "S" || words.text(at) == "D" {
        return true;
    }
    let is_scale = SCALES.contains(&words.lower(at));
    !is_scale && unit(words, at).unit == Unit::Bare && !words.is_any(at, &["x", "times"])
}

/// An amount with a unit.
fn measured(words: &Words<'_, '_>, at: usize) -> Option<Found> {
    let first = amount(words, at)?;
    let (upper, counted) = range(words, at, first.end);
    let value = match upper {
        Some(upper) if first.scale == 1 => with_scale_of(first.value, (upper.value, upper.scale)),
        Some(_) | None => first.value,
    };
    let mut found = Found {
        value,
        upper: upper.map(|upper| upper.value).filter(|upper| *upper > value),
        unit: counted.unit,
        is_part: first.is_part,
        whole: first.whole,
        is_bound: counted.is_bound,
        scale: first.scale,
        is_unclear: first.is_unclear || upper.is_some_and(|upper| upper.is_unclear),
        ..plain(0, at..counted.end)
    };
    if first.is_part && found.unit == Unit::Bare {
        found.unit = Unit::Percent;
    }
    if first.whole.is_some_and(|whole| is_scale_of(words, &found, whole)) {
        found.unit = Unit::Points;
    }
    with_smaller(words, &mut found);
    with_marks(words, &mut found);
    Some(found)
}

/// The upper end of a range, and the unit behind all: `3-5 days`, `10%-20%`, "between 3 and 5 days".
fn range(words: &Words<'_, '_>, at: usize, end: usize) -> (Option<Amount>, Counted) {
    if let Some(upper) = range_end(words, end) {
        return (Some(upper), unit(words, upper.end));
    }
    let counted = unit(words, end);
    // The sign of money stands before each: "between $20k and $25k".
    let is_money = at > 0 && words.currency(at - 1).is_some();
    let lead = at - usize::from(is_money);
    let lead = lead - usize::from(lead > 0 && is_money && is_dollar_of(words, lead - 1));
    let is_between = words.is_before(lead, &["between"]) && words.is(counted.end, "and");
    let other = counted.end + 1 + usize::from(is_money && is_dollar_of(words, counted.end + 1));
    let other = other + usize::from(is_money && words.currency(other).is_some());
    if let Some(upper) = is_between.then(|| amount(words, other)).flatten() {
        return (Some(upper), unit(words, upper.end));
    }
    match range_end(words, counted.end).filter(|upper| !is_way(words, at, counted, *upper)) {
        Some(upper) if unit(words, upper.end).unit == counted.unit => (Some(upper), unit(words, upper.end)),
        Some(_) | None => (None, counted),
    }
}

/// `Share: 2 % – 5 %`: a dash with blanks between two amounts written out leads from one to the other, unless something is
/// kept between them or counted behind.
fn is_way(words: &Words<'_, '_>, at: usize, low: Counted, upper: Amount) -> bool {
    let is_kept = || (at.saturating_sub(12)..at).any(|at| words.has(at, Tags::KEEP));
    low.unit != Unit::Bare
        && words.is_before(at, &[":"])
        && is_separator(words, low.end)
        && words.ends(unit(words, upper.end).end)
        && !is_kept()
}

/// `4.5/5` is a value on a scale unless a noun is counted: `3/3 releases`.
fn is_scale_of(words: &Words<'_, '_>, found: &Found, whole: Decimal) -> bool {
    let counts = words.is_word(found.at.end) && !words.has(found.at.end, Tags::STOP);
    found.unit == Unit::Bare && !counts && [4, 5, 6, 7, 10, 100].contains(&whole.try_into().unwrap_or(0_u32))
}

/// The upper end of a range whose lower end stands before: `-5`, `–5`.
fn range_end(words: &Words<'_, '_>, at: usize) -> Option<Amount> {
    let is_tight =
        words.is_any(at, &["-", "\u{2010}", "\u{2011}"]) && words.is_glued(at) && words.is_glued(at + 1);
    if !is_tight && !words.is_any(at, &["–", "—"]) || !words.is_kind(at + 1, Kind::Number) {
        return None;
    }
    amount(words, at + 1)
}

/// Takes in the smaller units of a length of time: `1m30s`, `2 hours and 30 minutes`.
fn with_smaller(words: &Words<'_, '_>, found: &mut Found) {
    while let Unit::Time(_, length) = found.unit {
        let at = found.at.end;
        let at = if words.is(at, "and") { at + 1 } else { at };
        let Some(next) = words.is_kind(at, Kind::Number).then(|| amount(words, at)).flatten() else { return };
        let behind = unit(words, next.end);
        let counted = if is_clock(words, at) { MINUTES } else { behind.unit };
        let Unit::Time(name, smaller) = counted else { return };
        let whole = found.value.checked_mul(length.into()).and_then(|all| all.checked_div(smaller.into()));
        let Some(value) = whole.and_then(|whole| whole.checked_add(next.value)).filter(|_| smaller < length)
        else {
            return;
        };
        found.value = value;
        found.unit = Unit::Time(name, smaller);
        found.at.end = behind.end;
    }
}

/// Minutes behind hours need no unit of their own.
const MINUTES: Unit = Unit::Time("min", 60 * SECOND);

/// `4h30`, `4 h 30`: two digits behind the letter for hours, and nothing that they count behind them.
fn is_clock(words: &Words<'_, '_>, at: usize) -> bool {
    let is_minutes = words.text(at).len() == 2 && words.text(at) < "60";
    let is_tight = words.is_glued(at) && words.is_glued(at - 1);
    let closes = !words.is_glued(at + 1) && (!words.is_word(at + 1) || words.has(at + 1, Tags::STOP));
    is_minutes
        && words.is_before(at, &["h"])
        && unit(words, at + 1).unit == Unit::Bare
        && (is_tight || closes)
}

/// Takes in sign and currency before, and an open end behind.
fn with_marks(words: &Words<'_, '_>, found: &mut Found) {
    let money = found.at.start.checked_sub(1).and_then(|at| unit_before(words, at));
    if let Some(money) = money.filter(|_| found.unit == Unit::Bare || matches!(found.unit, Unit::Money(_))) {
        found.unit = money;
        found.at.start -= 1;
        if let Some(letters) = found.at.start.checked_sub(1).filter(|at| is_dollar_of(words, *at)) {
            found.at.start = letters;
            match dollar_of(words, letters) {
                Some(code) => found.unit = Unit::Money(code),
                None => found.is_unclear = true,
            }
        }
    }
    let at = found.at.start;
    if found.unit == Unit::Bare && at > 1 && words.is(at - 1, "of") && words.is(at - 2, "factor") {
        found.unit = Unit::Factor;
    }
    if words.is_any(found.at.end - 1, &["star", "stars"]) && found.value > 5.into() {
        found.unit = Unit::Bare;
        found.at.end -= 1;
    }
    let touches = at > 0 && words.is_glued(at) && !words.is_glued(at - 1);
    let touches = touches || at > 1 && words.is_glued(at) && words.is_any(at - 2, &["(", "~", ">", "<"]);
    let adds = at > 1 && words.is(at - 1, "+") && words.is_word(at - 2) && found.unit == Unit::Percent;
    if adds || touches && words.is_before(at, &["+", "-", "−", "–"]) {
        found.sign = Some(if words.is(at - 1, "+") { Sign::Plus } else { Sign::Minus });
        found.at.start -= 1;
    }
    let is_said = at > 0 && words.is_any(at - 1, &["plus", "minus"]) && (at == 1 || words.ends(at - 2));
    if is_said && found.unit != Unit::Bare {
        found.sign = Some(if words.is(at - 1, "plus") { Sign::Plus } else { Sign::Minus });
        found.at.start -= 1;
    }
    if words.is(found.at.end, "+") && words.is_glued(found.at.end) {
        found.is_open = true;
        found.at.end += 1;
    }
}

/// `$5`, `EUR 5`, `US$5`.
fn unit_before(words: &Words<'_, '_>, at: usize) -> Option<Unit> {
    words.currency(at).map(Unit::Money)
}

/// Words that are figures by themselves: "double", "halve", "twice as many", "by half", "tenfold".
fn turned(words: &Words<'_, '_>, at: usize) -> Option<Found> {
    let word = words.lower(at);
    if let Some((_, value)) = MULTIPLES.iter().find(|(spellings, _)| spellings.contains(&word)) {
        let is_adjective = word == "double" && !is_verb(words, at);
        return (!is_adjective).then(|| turn(*value, Unit::Factor, Sign::Plus, at));
    }
    match word {
        "half" if words.has(at + 1, Tags::ARTICLE) => half_of_one(words, at),
        "twice" if words.is_any(at + 1, &["as", "the"]) => Some(turn(2, Unit::Factor, Sign::Plus, at)),
        // "Nobody is paged twice": how often that is not to happen.
        "twice" => (!is_denied(words, at)).then(|| plain(2, at..at + 1)),
        "once" if words.is_before(at, &["least"]) || repeats(words, at + 1) => Some(plain(1, at..at + 1)),
        "halve" | "halves" | "halved" | "halving" => Some(turn(50, Unit::Percent, Sign::Minus, at)),
        "half" if words.is_before(bounded(words, at), &["by"]) => {
            Some(Found { turn: None, ..turn(50, Unit::Percent, Sign::Minus, at) })
        }
        "half" if words.is_before(at, &["in"]) || words.is(at + 1, "as") => {
            Some(turn(50, Unit::Percent, Sign::Minus, at))
        }
        _ => None,
    }
}

/// "Three-day lead time", "two-week wait": the length of time that is read, in one word.
fn bound_time(words: &Words<'_, '_>, at: usize) -> Option<Found> {
    let (number, unit) = words.lower(at).split_once('-')?;
    let (value, unit) = (small(number)?, named_time(unit)?);
    if !is_time_of(words, noun_end(words, at + 1)) {
        return None;
    }
    Some(Found { value: value.into(), unit, is_bound: true, ..plain(0, at..at + 1) })
}

/// "half a day", "half an hour".
fn half_of_one(words: &Words<'_, '_>, at: usize) -> Option<Found> {
    let counted = unit(words, at + 2);
    let half = Found { value: Decimal::new(5, 1), unit: counted.unit, ..plain(0, at..counted.end) };
    matches!(counted.unit, Unit::Time(..)).then_some(half)
}

/// Words that multiply.
const MULTIPLES: &[(&[&str], i64)] = &[
    (&["double", "doubles", "doubled", "doubling", "twofold", "two-fold"], 2),
    (&["triple", "triples", "tripled", "tripling", "threefold", "three-fold"], 3),
    (&["quadruple", "quadruples", "quadrupled", "quadrupling", "fourfold", "four-fold"], 4),
    (&["fivefold", "five-fold"], 5),
    (&["tenfold", "ten-fold"], 10),
];

fn turn(value: i64, unit: Unit, sign: Sign, at: usize) -> Found {
    Found { unit, turn: Some(sign), ..plain(value, at..at + 1) }
}

/// Tells the verb "double" from the adjective.
fn is_verb(words: &Words<'_, '_>, at: usize) -> bool {
    at == 0
        || words
            .is_any(at + 1, &["the", "our", "its", "their", "in", "from", "a", "an", "last", "that", "what"])
        || words.is_before(at, &["to", "will", "we", "and", "must", "should", "at", "least"])
}

/// "less than a day", "under an hour", "within a week": one of that unit.
fn limit_of_one(words: &Words<'_, '_>, at: usize) -> Option<Found> {
    let is_limit = words.has_before(at, Tags::LESS.or(Tags::WITHIN))
        || words.is_before(at, &["than", "in", "to", "from"]);
    if !is_limit || !words.has(at, Tags::ARTICLE) {
        return None;
    }
    let skips = usize::from(words.is_any(at + 1, &["single", "business", "working"]));
    let counted = unit(words, at + 1 + skips);
    // "To a second zone" is the next one and no time.
    let is_led_to = words.is_before(at, &["to"]) || words.is(at + 1, "second");
    let names = is_led_to && words.is_word(counted.end) && !words.has(counted.end, Tags::STOP);
    let is_way = !words.is_before(at, &["from"]) || words.has(counted.end, Tags::TO);
    let is_time = matches!(counted.unit, Unit::Time(..)) && is_way && !names;
    is_time.then(|| Found { unit: counted.unit, ..plain(1, at..counted.end) })
}

fn plain(value: i64, at: Range<usize>) -> Found {
    Found {
        at,
        value: value.into(),
        upper: None,
        unit: Unit::Bare,
        sign: None,
        is_open: false,
        is_part: false,
        whole: None,
        is_bound: false,
        turn: None,
        scale: 1,
        is_unclear: false,
    }
}
