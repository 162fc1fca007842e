//! What a figure is counted in, as far as the token behind it says.

use rust_decimal::Decimal;

use super::amount::amount;
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::coach::token::Kind;
use crate::domain::quantity::{DAY, OFTEN, currency, lengths, time_unit};

/// What a figure is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Nothing stands behind it but, perhaps, the noun counted.
    Bare,
    /// A level or a difference in percent.
    Percent,
    /// Points of a score, or percentage points.
    Points,
    /// Multiplies what there is.
    Factor,
    /// A length of time: as we write it, and in nanoseconds.
    Time(&'static str, i64),
    /// Money, by the code of its currency.
    Money(&'static str),
    /// Any other measure: `kg`, `GB`.
    Other(&'static str),
}

impl Unit {
    /// The unit as we write it.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Bare => None,
            Self::Percent => Some("%"),
            Self::Points => Some("points"),
            Self::Factor => Some("x"),
            Self::Time(name, _) | Self::Money(name) | Self::Other(name) => Some(name),
        }
    }

    /// Tells whether two figures may be counted in one unit: it is the same, or one of them says none.
    pub(super) fn may_be(self, other: Self) -> bool {
        self == other || self == Self::Bare || other == Self::Bare
    }

    /// How many of the smallest of their kind two units hold; none for two of which neither can be counted in the other.
    pub(super) fn lengths(self, other: Self) -> Option<(Decimal, Decimal)> {
        match (self, other) {
            (Self::Time(_, one), Self::Time(_, other)) => Some((one.into(), other.into())),
            (Self::Other(one), Self::Other(other)) if one != other => lengths(one, other),
            _ => (self == other).then_some((Decimal::ONE, Decimal::ONE)),
        }
    }
}

/// A unit, the token behind it, and whether a hyphen binds it to its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) unit: Unit,
    pub(super) end: usize,
    /// `45-day`: it tells of which kind something is.
    pub(super) is_bound: bool,
}

/// Stretches no clock measures exactly, with their usual length.
const LONG_TIMES: &[(&[&str], &str, i64)] = &[
    (&["month", "months", "mo", "mos", "mth"], "months", 30 * DAY),
    (&["quarter", "quarters"], "quarters", 91 * DAY),
    (&["year", "years", "yr", "yrs"], "years", 365 * DAY),
];

/// Other measures, as we write them.
const OTHERS: &[&str] = &[
    "kg", "g", "lb", "lbs", "km", "mi", "KB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "TiB", "kWh",
    "MWh", "GWh", "Wh", "dB", "kW", "MW", "rps", "qps", "tps", "ppm", "fps", "kbps", "Mbps", "Gbps", "Tbps",
    "mph", "kcal", "ml", "l", "mg", "tonnes", "tons", "t", "liters", "W", "litres", "cm", "mm", "m²", "sqm",
    "miles", "steps", "calories", "Hz", "kHz", "MHz", "GHz", "°C", "‰", "bps",
];

/// Measures a second, as we write them.
const SPEEDS: &[&str] =
    &["kbit/s", "Mbit/s", "Gbit/s", "Tbit/s", "KB/s", "MB/s", "GB/s", "TB/s", "KiB/s", "MiB/s", "GiB/s"];

/// The unit behind an amount that ends before `at`.
pub(super) fn unit(words: &Words<'_, '_>, at: usize) -> Counted {
    let is_bound = words.is_any(at, &["-", "\u{2011}"]) && words.is_glued(at) && words.is_glued(at + 1);
    let from = if is_bound { at + 1 } else { at };
    let skips =
        words.is_any(from, &["business", "working", "calendar", "consecutive", "full", "whole", "straight"]);
    let found = match skips.then(|| time(words, from + 1)).flatten() {
        Some(time) => Some((time, from + 2)),
        None => direct(words, from),
    };
    match found {
        Some((unit, end)) => Counted { unit, end, is_bound },
        None => Counted { unit: Unit::Bare, end: at, is_bound: false },
    }
}

fn direct(words: &Words<'_, '_>, at: usize) -> Option<(Unit, usize)> {
    let is_points = |at| words.is_any(at, &["point", "points", "pts", "pt", "pp"]);
    match words.lower(at) {
        "%" | "percent" | "percentage" | "pct" | "٪" if is_points(at + 1) => Some((Unit::Points, at + 2)),
        "%" if words.is(at + 1, "-") && is_points(at + 2) => Some((Unit::Points, at + 3)),
        "%" | "percent" | "pct" | "٪" => Some((Unit::Percent, at + 1)),
        "per" if words.is(at + 1, "cent") => {
            let is_short = words.is(at + 2, ".") && words.is_word(at + 3) && words.is_glued(at + 2);
            Some((Unit::Percent, at + 2 + usize::from(is_short)))
        }
        "per" if words.is(at + 1, "mille") => Some((Unit::Other("‰"), at + 2)),
        "pc" if words.is_glued(at) => Some((Unit::Percent, at + 1)),
        "pp" | "ppt" | "pts" | "points" | "point" | "stars" | "star" => Some((Unit::Points, at + 1)),
        "x" | "×" | "fold" if !repeats(words, at + 1) => Some((Unit::Factor, at + 1)),
        "x" | "×" => Some((Unit::Bare, at + 1)),
        "times" if multiplies(words, at + 1) => Some((Unit::Factor, at + 1)),
        "dollar" | "dollars" => Some((Unit::Money("USD"), at + 1)),
        "euro" | "euros" => Some((Unit::Money("EUR"), at + 1)),
        _ if is_dollar_of(words, at) => Some((Unit::Money(dollar_of(words, at)?), at + 2)),
        _ if speed(words, at).is_some() => Some((speed(words, at)?, at + 3)),
        _ => time(words, at)
            .or_else(|| money(words, at))
            .or_else(|| other(words, at))
            .map(|unit| (unit, at + 1)),
    }
}

fn time(words: &Words<'_, '_>, at: usize) -> Option<Unit> {
    let word = words.lower(at);
    let word = if word == "m" && (words.is_glued(at) || words.is_timed) { "min" } else { word };
    let is_letter = word.len() == 1 && !words.is_glued(at);
    let is_last = !words.is_word(at + 1) || words.has(at + 1, Tags::STOP.or(Tags::WIDER).or(Tags::NARROWER));
    if words.text(at) == "W" || is_letter && !is_last {
        return None;
    }
    named_time(word)
}

/// The length of time a word names.
pub(super) fn named_time(word: &str) -> Option<Unit> {
    if let Some((name, length)) = time_unit(word) {
        return Some(Unit::Time(name, length));
    }
    let (_, name, length) = LONG_TIMES.iter().find(|(spellings, ..)| spellings.contains(&word))?;
    Some(Unit::Time(name, *length))
}

fn money(words: &Words<'_, '_>, at: usize) -> Option<Unit> {
    // In "5 $9" the sign belongs to the number behind it.
    let is_led = words.is_glued(at + 1) && amount(words, at + 1).is_some();
    let is_sign = words.is_kind(at, Kind::Sign) && (words.is_glued(at) || !is_led);
    (is_sign || words.is_word(at)).then(|| words.currency(at)).flatten().map(Unit::Money)
}

/// `A$`, `NT$`: letters before the sign say whose dollar it is.
pub(super) fn is_dollar_of(words: &Words<'_, '_>, letters: usize) -> bool {
    words.is_word(letters) && words.is(letters + 1, "$") && words.is_glued(letters + 1)
}

/// The code of a dollar whose letters stand before its sign; none where nobody knows it.
pub(super) fn dollar_of(words: &Words<'_, '_>, letters: usize) -> Option<&'static str> {
    currency(&format!("{}$", words.lower(letters)))
}

/// `Gbit/s`.
fn speed(words: &Words<'_, '_>, at: usize) -> Option<Unit> {
    let is_a_second = words.is(at + 1, "/") && words.is_glued(at + 1) && words.is(at + 2, "s");
    let of = |known: &&&str| known[..known.len() - 2].eq_ignore_ascii_case(words.text(at));
    let known = is_a_second.then(|| SPEEDS.iter().find(of)).flatten()?;
    Some(Unit::Other(known))
}

fn other(words: &Words<'_, '_>, at: usize) -> Option<Unit> {
    let text = words.text(at);
    let closes = || !words.is_word(at + 1) || words.has(at + 1, Tags::STOP);
    let is_gas = words.is_any(at + 1, &["co2", "co₂", "co2e", "co2eq"]);
    let may_be = text.len() > 1 || text == "W" || words.is_glued(at) || closes() || is_gas;
    OTHERS
        .iter()
        .find(|known| {
            let any_case = known.len() > 2 || known.ends_with('B');
            may_be && **known == text || any_case && known.eq_ignore_ascii_case(text)
        })
        .map(|known| Unit::Other(known))
}

/// How often something is counted: "per month"; of money also for how much it is paid: "per GB".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rate {
    /// The length of time, or the measure.
    pub(super) unit: Unit,
    /// What it is called.
    pub(super) period: &'static str,
}

/// The periods of rates, each with the unit of time it is as we write it.
const PERIODS: &[(&str, &str)] = &[
    ("second", "s"),
    ("minute", "min"),
    ("hour", "h"),
    ("day", "days"),
    ("week", "weeks"),
    ("month", "months"),
    ("quarter", "quarters"),
    ("year", "years"),
];

/// What leads a period that says how often.
pub(super) const PER: &[&str] = &["per", "a", "an", "each", "every", "/"];

/// Tells whether "per month", "an hour", "each sprint" begins at a token.
pub(super) fn is_rate(words: &Words<'_, '_>, at: usize) -> bool {
    words.is_any(at, PER) && (words.has(at + 1, Tags::PERIOD) || rate(words, at).is_some())
}

/// The period of "monthly", "daily".
pub(super) fn often(words: &Words<'_, '_>, at: usize) -> Option<&'static str> {
    OFTEN.iter().find(|(often, _)| words.is(at, often)).map(|(_, period)| *period)
}

/// The rate that begins at a token: "per month", "a day", `/week`, `/min`, "monthly".
pub(super) fn rate(words: &Words<'_, '_>, at: usize) -> Option<Rate> {
    if let Some(period) = often(words, at) {
        return Some(Rate { unit: named_time(period)?, period });
    }
    if !words.is_any(at, PER) {
        return None;
    }
    let word = words.lower(at + 1);
    let is_short = words.is(at, "/") && words.is_glued(at + 1) || words.is(at, "per") && word.len() > 1;
    let unit = named_time(word)?;
    let is_period = |(period, name): &&(&str, &str)| word == *period || is_short && unit.name() == Some(name);
    let (period, _) = PERIODS.iter().find(is_period)?;
    // "A second seat" is the next one.
    let counts = words.is_word(at + 2) && !words.has(at + 2, Tags::STOP);
    if *period == "second" && counts && words.has(at, Tags::ARTICLE) {
        return None;
    }
    Some(Rate { unit, period })
}

/// What money is paid for, where that is told in thousands or measured: "per 1000", `/GB`.
pub(super) fn price(words: &Words<'_, '_>, at: usize) -> Option<Rate> {
    let leads = words.is(at, "per") || words.is(at, "/") && words.is_glued(at + 1);
    if leads && words.is_any(at + 1, &["1000", "1,000", "thousand"]) {
        return Some(Rate { unit: Unit::Bare, period: "1000" });
    }
    let unit = leads.then(|| other(words, at + 1)).flatten()?;
    Some(Rate { unit, period: unit.name()? })
}

/// `3x per week` counts how often; `3x` alone multiplies.
pub(super) fn repeats(words: &Words<'_, '_>, at: usize) -> bool {
    is_rate(words, at) || often(words, at).is_some()
}

/// `3 times faster` multiplies; `3 times` alone counts.
fn multiplies(words: &Words<'_, '_>, at: usize) -> bool {
    let compares = Tags::WIDER.or(Tags::NARROWER);
    words.has(at, compares) || words.is_any(at, &["as", "the", "our", "its"])
}
