//! Ways to write a quantity in which the number does not come first or does not come once: `EUR 1100`, `-€5`, `1h 10min`.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::{InvalidQuantity, SECOND, currency, time_unit};
use crate::domain::number::{InvalidNumber, Number};

/// Nanoseconds of an hour.
const HOUR: i64 = 3_600 * SECOND;

/// The signs that people type for a minus.
const MINUS: [char; 3] = ['-', '\u{2212}', '\u{2013}'];

/// A currency that stands before its number, and the number without it.
pub(super) fn money_first(text: &str) -> Option<(String, Cow<'_, str>)> {
    let rest = text.trim_start_matches(MINUS);
    let begins = |sign: char| {
        sign.is_ascii_digit() || sign.is_whitespace() || ".,+".contains(sign) || MINUS.contains(&sign)
    };
    let (money, number) = rest.split_at(rest.find(begins)?);
    currency(&money.to_lowercase())?;
    let number = number.trim();
    let is_below = rest.len() < text.len();
    Some((money.to_owned(), if is_below { Cow::Owned(format!("-{number}")) } else { Cow::Borrowed(number) }))
}

/// A length of time said in several units, the longest first, in a unit of time: `1h 10min`, `4h30`; `None` where it is no
/// such text.
pub(super) fn of_several_units(text: &str, unit: &str) -> Option<Result<Number, InvalidNumber>> {
    let (_, in_unit) = time_unit(&unit.to_lowercase())?;
    let (mut rest, mut sum, mut lengths) = (text.trim(), Decimal::ZERO, Vec::new());
    while !rest.is_empty() {
        let (number, behind) =
            rest.split_at(rest.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(rest.len()));
        let behind = behind.trim_start();
        let (word, next) =
            behind.split_at(behind.find(|sign: char| !sign.is_alphabetic()).unwrap_or(behind.len()));
        let last = lengths.last().copied();
        let word = match (word, last) {
            ("m", _) if last.is_some() || !next.is_empty() => "min".to_owned(),
            ("", Some(HOUR)) if number.len() == 2 => "min".to_owned(),
            _ => word.to_lowercase(),
        };
        let (_, length) = time_unit(&word).filter(|(_, length)| last.is_none_or(|last| *length < last))?;
        sum = sum.checked_add(number.parse::<Decimal>().ok()?.checked_mul(length.into())?)?;
        lengths.push(length);
        rest = next.trim_start();
    }
    let value = sum.checked_div(in_unit.into())?;
    (lengths.len() > 1).then(|| Number::new(value.round_dp(9)))
}

/// A length of time with a colon, in a unit of time: `1:10` is 1 min 10 s in `min` and 1 h 10 min in `h`, and the unit that
/// is typed behind it comes first; `1:10:00` is 1 h 10 min in each. `None` where it is no such text.
pub(super) fn of_clock(text: &str, unit: &str) -> Option<Result<Number, InvalidQuantity>> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_part = |part: &str| is_number(part) && part < "60";
    let (whole, behind) = text.trim().split_once(':')?;
    let (part, typed) = behind.split_at_checked(2)?;
    let (seconds, typed) = match typed.strip_prefix(':') {
        Some(behind) => behind.split_at_checked(2).map(|(seconds, typed)| (Some(seconds), typed))?,
        None => (None, typed),
    };
    let is_clock = is_number(whole) && is_part(part) && seconds.is_none_or(is_part);
    let typed = Some(typed).filter(|typed| !typed.starts_with([':', '.', ',']))?.trim();
    let named = if typed.is_empty() { unit } else { typed }.to_lowercase();
    let is_time = is_clock && time_unit(&unit.to_lowercase()).is_some();
    let several = match (time_unit(&named), seconds) {
        _ if !is_clock => return None,
        (Some((of, _)), Some(seconds)) if is_time && (typed.is_empty() || of == "h") => {
            format!("{whole} h {part} min {seconds} s")
        }
        (Some(("min", _)), None) if is_time => format!("{whole} min {part} s"),
        (Some(("h", _)), None) if is_time => format!("{whole} h {part} min"),
        (Some(_), _) if is_time => return Some(Err(InvalidQuantity::UnclearTime(text.to_owned()))),
        _ => return Some(Err(InvalidQuantity::OtherUnit { typed: text.to_owned(), unit: unit.to_owned() })),
    };
    Some(of_several_units(&several, unit)?.map_err(InvalidQuantity::from))
}
