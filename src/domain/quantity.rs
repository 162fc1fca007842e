//! A number as somebody types it beside its unit: `0.8%`, `4 d`, `42 min`, `$9.4m`.

use std::borrow::Cow;
use std::fmt;

use rust_decimal::Decimal;

mod money;
mod sizes;
mod written;

pub use self::money::currency;
use self::money::money;
use self::sizes::{SIZES, names_no_size, size, small};
use self::written::{money_first, of_clock, of_several_units};
use super::display::repeated;
use super::number::{InvalidNumber, Number};
use crate::words::domain::values as words;

/// Nanoseconds of a second.
pub const SECOND: i64 = 1_000_000_000;

/// Nanoseconds of a day.
pub const DAY: i64 = 86_400 * SECOND;

/// Spellings of one unit; the first is the one we keep, the number its length in nanoseconds.
const TIMES: &[(&[&str], i64)] = &[
    (&["ns", "nanoseconds", "nanosecond"], 1),
    (&["\u{b5}s", "\u{3bc}s", "microseconds", "microsecond"], 1_000),
    (&["ms", "milliseconds", "millisecond", "msec"], 1_000_000),
    (&["s", "sec", "secs", "second", "seconds"], SECOND),
    (&["min", "mins", "minute", "minutes"], 60 * SECOND),
    (&["h", "hr", "hrs", "hour", "hours"], 3_600 * SECOND),
    (&["days", "d", "day"], DAY),
    (&["weeks", "w", "wk", "week"], 7 * DAY),
];

/// How often, as one word, with its period; the longest is first.
pub const OFTEN: [(&str, &str); 7] = [
    ("yearly", "year"),
    ("quarterly", "quarter"),
    ("monthly", "month"),
    ("fortnightly", "fortnight"),
    ("weekly", "week"),
    ("daily", "day"),
    ("hourly", "hour"),
];

/// Says why a typed text is not a value in the unit of its measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvalidQuantity {
    /// The number itself cannot be read.
    Number(InvalidNumber),
    /// The unit typed is not the unit of the measure.
    OtherUnit {
        /// The unit that was typed.
        typed: String,
        /// The unit the measure is kept in.
        unit: String,
    },
    /// `1:10` where the unit does not say of what: hours, or minutes.
    UnclearTime(String),
}

impl fmt::Display for InvalidQuantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(problem) => problem.fmt(f),
            Self::OtherUnit { typed, unit } => {
                let shown = repeated(typed);
                if unit.is_empty() {
                    f.write_str(&words::this_measure_has_no_unit(&shown))
                } else {
                    f.write_str(&words::this_measure_is_read_in(unit, &shown))
                }
            }
            Self::UnclearTime(text) => f.write_str(&words::could_be_hours_or_minutes(repeated(text))),
        }
    }
}

impl std::error::Error for InvalidQuantity {}

impl From<InvalidNumber> for InvalidQuantity {
    fn from(problem: InvalidNumber) -> Self {
        Self::Number(problem)
    }
}

/// Parts a typed value into its number and the unit written with it (empty when none is).
///
/// # Errors
/// The number cannot be read.
pub fn read_quantity(text: &str) -> Result<(Number, String), InvalidNumber> {
    let text = text.trim();
    let (sign_unit, rest) = money_first(text).unwrap_or((String::new(), Cow::Borrowed(text)));
    if let Ok(number) = rest.parse::<Number>() {
        let is_minutes_or_millions = rest.ends_with('m') && sign_unit.is_empty() && rest.contains(' ');
        if !is_minutes_or_millions {
            return Ok((number, sign_unit));
        }
    }
    let unit_at = rest
        .char_indices()
        .find(|(_, c)| !(c.is_ascii_digit() || " .,_'+-\u{2212}\u{2013}\u{a0}\u{202f}".contains(*c)))
        .map_or(rest.len(), |(at, _)| at);
    let (number, unit) = rest.split_at(unit_at);
    let (number, unit) = match unit.chars().next() {
        Some('k' | 'K') if unit[1..].starts_with(' ') => (&rest[..=unit_at], &unit[1..]),
        Some('m' | 'M') if currency(&unit[1..].trim().to_lowercase()).is_some() => {
            (&rest[..=unit_at], &unit[1..])
        }
        _ => (number, unit),
    };
    if number.trim().is_empty() && !text.is_empty() || unit.starts_with(':') {
        return Err(InvalidNumber::NotANumber(text.to_owned()));
    }
    Ok((number.parse()?, format!("{sign_unit}{}", unit.trim())))
}

/// Reads a typed value in the unit of its measure; times and sizes are converted (`90 s` is 1.5 for `min`), and `1:30` is
/// minutes and seconds for `min`, hours and minutes for `h`.
///
/// # Errors
/// The number cannot be read, or another unit was typed.
pub fn read_in_unit(text: &str, unit: &str) -> Result<Number, InvalidQuantity> {
    let counted = counted(unit);
    if let Some(number) = of_several_units(text, counted) {
        return Ok(number?);
    }
    if let Some(number) = of_clock(text, counted) {
        return number;
    }
    if let Some(letter) = names_no_size(text, counted) {
        return Err(InvalidQuantity::OtherUnit { typed: letter.to_string(), unit: unit.to_owned() });
    }
    let of_bytes = text.trim().strip_suffix(['k', 'K', 'M']).filter(|_| lengths(counted, "KB").is_some());
    if let Some(number) = of_bytes.filter(|_| !counted.starts_with(['b', 'B'])) {
        return Ok(number.parse()?);
    }
    if let Some(number) = before_m(text).filter(|number| number.parse::<Number>().is_ok()) {
        if time_unit(&counted.to_lowercase()).is_some() {
            return read_in_unit(&format!("{number} min"), unit);
        }
        if let Some(metres) = converted(number.parse()?, "m", counted) {
            return Ok(metres?);
        }
        if counted.starts_with(['m', 'M']) || is_put_together(counted) {
            return Err(InvalidQuantity::OtherUnit { typed: "m".to_owned(), unit: unit.to_owned() });
        }
    }
    let (number, typed) = read_quantity(text)?;
    if typed.is_empty() || same_unit(&typed, unit) {
        return Ok(number);
    }
    match converted(number, &typed, unit).or_else(|| converted(number, &typed, counted)) {
        Some(converted) => Ok(converted?),
        None => Err(InvalidQuantity::OtherUnit { typed, unit: unit.to_owned() }),
    }
}

/// Tells whether a text was read as a number with three decimals that elsewhere is one in thousands, and nothing says which:
/// `13.000` alone, or beside 12,500. No share is in thousands of percent.
pub fn could_be_thousands(typed: &str, read: Number, unit: &str, beside: Option<Number>) -> bool {
    /// Half-way, as factors go, between a number and its thousandfold.
    const HALF_WAY: i64 = 31;
    let is_sign = |sign: char| sign == '.' || sign.is_ascii_digit();
    let number = typed.trim().trim_start_matches(|sign| !is_sign(sign));
    let (number, behind) = number.split_at(number.find(|sign| !is_sign(sign)).unwrap_or(number.len()));
    let is_grouped = !behind.starts_with(['k', 'K', 'm', 'M'])
        && number.split_once('.').is_some_and(|(whole, rest)| {
            (1..=3).contains(&whole.len())
                && !whole.starts_with('0')
                && rest.len() == 3
                && !rest.contains('.')
        });
    let is_share = PARTS.iter().any(|part| same_unit(part, unit));
    let between = read.decimal().abs().checked_mul(HALF_WAY.into());
    let is_nearer = |beside: Number| between.is_some_and(|between| between < beside.decimal().abs());
    is_grouped && !is_share && beside.is_none_or(is_nearer)
}

/// Units of parts.
const PARTS: [&str; 6] = ["%", "‰", "ppm", "ppb", "bp", "bps"];

/// Tells whether a number means something else in one unit than in another: both are of time, of size, of money or of parts,
/// and not the same, or both are counted so often, and not as often. Words for what is counted are names and no scale.
pub fn is_other_scale(one: &str, other: &str) -> bool {
    let has_scale = |unit: &str| {
        let unit = small(unit);
        lengths(&unit, &unit).is_some() || currency(&unit).is_some() || PARTS.contains(&unit.as_str())
    };
    let ((one, of_one), (other, of_other)) = (parted(one.trim()), parted(other.trim()));
    let is_as_often = of_one.zip(of_other).is_none_or(|(one, other)| is_as_often(one, other));
    !is_as_often || has_scale(one) && has_scale(other) && !same_unit(one, other)
}

/// What a unit counts and in which period: `incidents per month`; of a bare `per month` or `monthly` it is not said what.
fn parted(unit: &str) -> (&str, Option<&str>) {
    let often = || OFTEN.iter().find(|(often, _)| *often == unit).map(|(_, period)| *period);
    match unit.strip_prefix("per ").or_else(often).map(|period| ("", period)).or(unit.split_once(" per ")) {
        Some((noun, period)) => (noun, Some(period)),
        None => (unit, None),
    }
}

/// Tells whether a unit says how often something is counted: `incidents per month`, `per week`, `daily`.
pub fn is_rate(unit: &str) -> bool {
    parted(unit).1.is_some()
}

/// Tells whether many single values make a number in this unit, so that it is to be said how: times and sizes, but neither
/// counts and shares nor what is summed per period.
pub fn is_put_together(unit: &str) -> bool {
    let counted = counted(unit);
    !is_rate(unit) && lengths(counted, counted).is_some()
}

/// Tells whether two periods in small letters are one: `week` and `wk`.
fn is_as_often(one: &str, other: &str) -> bool {
    one == other || lengths(one, other).is_some_and(|(one, other)| one == other)
}

/// What a unit counts, without how often and without what is said further of it: `min` of `min per month` and of
/// `min/month`, `h` of `h to first review`.
fn counted(unit: &str) -> &str {
    let noun = unit.split_once(" per ").or_else(|| unit.split_once('/')).map_or(unit, |(noun, _)| noun);
    let first = noun.split_whitespace().next().unwrap_or_default();
    if lengths(first, first).is_some() { first } else { noun.trim() }
}

/// Whether a unit begins another that says more: `days` of `days to 10th merged change`, `h per week` of `h per week, team`.
fn begins(typed: &str, unit: &str) -> bool {
    let ends = unit.char_indices().filter(|(_, sign)| sign.is_whitespace() || ",;(".contains(*sign));
    let mut beginnings = ends.map(|(end, _)| unit[..end].trim_end_matches([',', ' ']));
    beginnings.any(|beginning| !beginning.is_empty() && is_spelled_so(typed, beginning))
}

/// Tells whether two spellings in small letters are of one unit, also of one that is counted per week or the like.
fn is_spelled_so(typed: &str, unit: &str) -> bool {
    let is_one = |typed: &str, unit: &str| {
        typed == unit
            || of_one(unit) == typed
            || lengths(typed, unit).is_some_and(|(typed, unit)| typed == unit)
    };
    match (parted(typed), parted(unit)) {
        ((typed, Some(one)), (unit, Some(other))) => is_as_often(one, other) && is_one(typed, unit),
        _ => is_one(typed, unit),
    }
}

/// What stands before `m`, which is minutes where time is read and metres where lengths are, could be months where those
/// are, and is millions elsewhere: `42m`.
fn before_m(text: &str) -> Option<&str> {
    let number = text.trim().strip_suffix('m')?.trim();
    number.ends_with(|last: char| last.is_ascii_digit()).then_some(number)
}

/// A length of time or a size in another unit of its kind: 90 `s` is 1.5 `min`, 500 `MB` is 0.5 `GB`; `None` when the two
/// are of no such kind.
pub fn converted(number: Number, from: &str, to: &str) -> Option<Result<Number, InvalidNumber>> {
    let (from, to) = lengths(from, to)?;
    let value = number.decimal().checked_mul(from).and_then(|value| value.checked_div(to));
    Some(value.ok_or(InvalidNumber::TooLong).and_then(|value| Number::new(value.round_dp(9))))
}

/// Tells whether two spellings name one unit: `%` and `percent`, `min` and `minutes`.
pub fn same_unit(typed: &str, unit: &str) -> bool {
    let (typed, unit) = (small(typed), small(unit));
    let is_percent = |text: &str| matches!(text, "%" | "percent" | "per cent" | "pct");
    is_percent(&typed) && unit.split_whitespace().next().is_some_and(is_percent)
        || money(&typed).is_some_and(|code| unit.split_whitespace().next().and_then(currency) == Some(code))
        || is_spelled_so(&typed, &unit)
        || is_part_of_rate(&typed, &unit)
        || begins(&typed, &unit)
}

/// "incidents" and "per month" where the unit is `incidents per month`.
fn is_part_of_rate(typed: &str, unit: &str) -> bool {
    let Some((noun, period)) = unit.split_once(" per ") else { return false };
    let of_period = ["per ", "/", "a ", "an "].iter().find_map(|lead| typed.strip_prefix(lead));
    of_period.map(str::trim) == Some(period) || same_unit(typed, noun)
}

/// How many of the smallest of their kind two units of one kind hold; `None` for two that are not of one kind.
pub fn lengths(one: &str, other: &str) -> Option<(Decimal, Decimal)> {
    let (one, other) = (small(one), small(other));
    let time = |unit: &str| time_unit(unit).map(|(_, length)| length);
    let times = time(&one).zip(time(&other));
    let sizes = || SIZES.iter().find_map(|kind| size(kind, &one).zip(size(kind, &other)));
    times.or_else(sizes).map(|(one, other)| (one.into(), other.into()))
}

/// The unit of time a word in small letters names, as we write it, and its length in nanoseconds: `minutes` is `min`.
pub fn time_unit(word: &str) -> Option<(&'static str, i64)> {
    let (spellings, length) = TIMES.iter().find(|(spellings, _)| spellings.contains(&word))?;
    Some((spellings[0], *length))
}

/// The things of a unit whose words end in `s` also where there is one of them.
const ONE_AS_MANY: [&str; 6] = ["iops", "means", "news", "ops", "series", "species"];

/// The unit where there is one of it: `account` of `accounts`, `ticket per day` of `tickets per day`. A word that is no
/// English plural stays as it is.
fn of_one(unit: &str) -> String {
    let end = unit.find(|sign: char| !sign.is_alphabetic()).unwrap_or(unit.len());
    let (word, rest) = unit.split_at(end);
    format!("{}{rest}", one_thing(word))
}

/// Tells whether a word of more than three letters is an English plural by its form: "tickets", but neither "status" nor
/// "news".
pub fn is_plural(word: &str) -> bool {
    one_thing(word) != word
}

fn one_thing(word: &str) -> String {
    let small = word.to_lowercase();
    let has_vowel = small.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let is_plural = word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    if !is_plural || !has_vowel || word.len() < 4 || ONE_AS_MANY.contains(&small.as_str()) {
        return word.to_owned();
    }
    let stem = |end: &str| word.strip_suffix(end).filter(|stem| stem.len() > 2);
    let hissing =
        stem("es").filter(|stem| ["ss", "sh", "ch", "x", "zz"].iter().any(|end| stem.ends_with(end)));
    match (stem("ies"), hissing) {
        (Some(stem), _) => format!("{stem}y"),
        (None, Some(stem)) => stem.to_owned(),
        (None, None) => word[..word.len() - 1].to_owned(),
    }
}

/// Writes a number with its unit: `2.3 %`, `$9.4`, `42 min`, `1 account`.
pub fn with_unit(number: Number, unit: &str) -> String {
    let (number, unit) = (number.brief(), unit.trim());
    match unit {
        "" => number.to_string(),
        "$" | "€" | "£" => format!("{unit}{number}"),
        _ if [Number::from(1), Number::from(-1)].contains(&number) => format!("{number} {}", of_one(unit)),
        _ => format!("{number} {unit}"),
    }
}

#[cfg(test)]
mod tests;
