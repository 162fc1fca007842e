//! Exact decimal numbers: what people type is what is kept, never rounded through binary fractions.

use std::fmt;
use std::str::FromStr;

use super::decimals::of_decimal_comma;
use super::display::repeated;
use crate::words::domain::values as words;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The digits a number may have: with 15 every decimal survives a TOML float unchanged.
pub const MOST_DIGITS: usize = 15;

/// The decimals that somebody types; what has more was reckoned.
const MOST_TYPED_DECIMALS: u32 = 6;

/// An exact decimal number of at most 15 significant digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(Decimal);

/// Says why a text is not a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvalidNumber {
    /// Nothing was typed.
    Empty,
    /// The text is no decimal number.
    NotANumber(String),
    /// The number has more than [`MOST_DIGITS`] digits.
    TooLong,
    /// A comma stands where it could mean thousands or a decimal mark: `0,125`.
    UnclearComma(String),
}

impl fmt::Display for InvalidNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str(words::A_NUMBER_IS_NEEDED),
            Self::NotANumber(text) => f.write_str(&words::is_not_a_number(repeated(text))),
            Self::TooLong => f.write_str(&words::the_number_has_more_than_digits(MOST_DIGITS)),
            Self::UnclearComma(text) => f.write_str(&words::could_mean_two_things(text)),
        }
    }
}

impl std::error::Error for InvalidNumber {}

impl Number {
    /// Nought.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// Takes a decimal as a number.
    ///
    /// # Errors
    /// It has more than [`MOST_DIGITS`] significant digits or decimals.
    pub fn new(value: Decimal) -> Result<Self, InvalidNumber> {
        let value = value.normalize();
        let digits = value.mantissa().unsigned_abs().to_string().len();
        let places = usize::try_from(value.scale()).unwrap_or(usize::MAX);
        if digits > MOST_DIGITS || places > MOST_DIGITS {
            return Err(InvalidNumber::TooLong);
        }
        Ok(Self(value))
    }

    /// The number as a program reads it, with no separators: `1200000`.
    pub fn plain(self) -> String {
        self.0.to_string()
    }

    /// The number as people say it: what has more than six decimals comes of reckoning ("2 days 4 h" in days) and keeps three,
    /// or its first three digits where it is smaller than that.
    #[must_use]
    pub fn brief(self) -> Self {
        if self.0.scale() <= MOST_TYPED_DECIMALS {
            return self;
        }
        let brief = self.0.round_dp(3);
        Self(if brief.is_zero() { self.0.round_sf(3).unwrap_or(self.0) } else { brief }.normalize())
    }

    /// The number for arithmetic.
    pub fn decimal(self) -> Decimal {
        self.0
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Self {
        Self(Decimal::from(value))
    }
}

impl FromStr for Number {
    type Err = InvalidNumber;

    /// Reads `1.4`, `1,4`, `-3`, `1,200`, `1 200`, `1_200`, `1.5k`, `4.4m`, `.5`.
    fn from_str(text: &str) -> Result<Self, InvalidNumber> {
        let text = text.trim();
        if text.is_empty() {
            return Err(InvalidNumber::Empty);
        }
        let bad = || InvalidNumber::NotANumber(text.to_owned());
        let text_ascii = text.replace(['\u{2212}', '\u{2013}'], "-").replace(['\u{a0}', '\u{202f}'], " ");
        let (body, factor) = match text_ascii.char_indices().last() {
            Some((at, 'k' | 'K')) => (&text_ascii[..at], 1_000),
            Some((at, 'm' | 'M')) => (&text_ascii[..at], 1_000_000),
            _ => (text_ascii.as_str(), 1),
        };
        let body = body.trim();
        if let Some(small) = body.contains(['e', 'E']).then(|| scientific(body)).flatten() {
            return Self::new(small);
        }
        let with_comma = of_decimal_comma(body).and_then(|text| without_grouping(&text));
        let plain = with_comma.or_else(|| without_grouping(body)).ok_or_else(|| {
            if body.matches(',').count() == 1 { InvalidNumber::UnclearComma(body.to_owned()) } else { bad() }
        })?;
        if let Some(printed) = as_programs_print(&plain) {
            return Self::new(printed);
        }
        let significant = plain.trim_start_matches(['-', '+', '0', '.']).len();
        if significant > 28 && plain.chars().all(|c| c.is_ascii_digit() || "+-.".contains(c)) {
            return Err(InvalidNumber::TooLong);
        }
        let value = Decimal::from_str_exact(&plain).map_err(|_| bad())?;
        Self::new(value.checked_mul(Decimal::from(factor)).ok_or(InvalidNumber::TooLong)?)
    }
}

/// A fraction with more digits than are kept, as programs print it: `1.2100000000000002`. It is rounded to those that are.
fn as_programs_print(plain: &str) -> Option<Decimal> {
    let (whole, fraction) = plain.split_once('.')?;
    let whole = whole.trim_start_matches(['-', '+', '0']).len();
    let is_long = whole <= MOST_DIGITS && whole + fraction.len() > MOST_DIGITS && fraction.len() <= 25;
    let places = u32::try_from(MOST_DIGITS.checked_sub(whole)?).ok()?;
    is_long.then(|| Decimal::from_str_exact(plain).ok()).flatten().map(|value| value.round_dp(places))
}

/// A very small or large number as programs print it: `1e-05`, `2.5e+06`; what a person may have meant otherwise is none.
fn scientific(text: &str) -> Option<Decimal> {
    let (_, power) = text.split_once(['e', 'E'])?;
    let is_printed = power.starts_with(['-', '+']) && power.len() == 3;
    Decimal::from_scientific(text).ok().filter(|_| is_printed)
}

/// Takes thousands separators out; `None` when a separator stands where none can.
fn without_grouping(text: &str) -> Option<String> {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(w, f)| (w, Some(f)));
    let mut groups = whole.split([',', ' ', '_', '\'']);
    let mut plain = groups.next()?.to_owned();
    for group in groups {
        let first = plain.trim_start_matches(['-', '+']).len();
        if group.len() != 3 || first == 0 || !group.chars().all(|c| c.is_ascii_digit()) {
            return None;
        }
        plain.push_str(group);
    }
    if let Some(fraction) = fraction {
        plain.push('.');
        plain.push_str(fraction);
    }
    let digits = plain.trim_start_matches(['-', '+']);
    let is_plain =
        digits.chars().all(|c| c.is_ascii_digit() || c == '.') && digits.chars().any(|c| c.is_ascii_digit());
    is_plain.then_some(plain)
}

impl fmt::Display for Number {
    /// Writes the number with thousands separators from 10,000 on.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.to_string();
        let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
        let (whole, fraction) = text.split_once('.').map_or((text, ""), |(w, _)| (w, &text[w.len()..]));
        if whole.len() < 5 {
            return f.pad(&format!("{sign}{whole}{fraction}"));
        }
        let mut grouped = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        f.pad(&format!("{sign}{grouped}{fraction}"))
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.0.to_string();
        match text.parse::<i64>() {
            Ok(whole) => serializer.serialize_i64(whole),
            Err(_) => serializer.serialize_f64(text.parse().map_err(serde::ser::Error::custom)?),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

struct NumberVisitor;

impl de::Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(words::A_NUMBER_SUCH_AS_1_4)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Number, E> {
        Number::new(Decimal::from(value)).map_err(E::custom)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Number, E> {
        Number::new(Decimal::from(value)).map_err(E::custom)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Number, E> {
        if !value.is_finite() {
            return Err(E::custom(words::NAN_IS_NO_NUMBER));
        }
        let text = value.to_string();
        if text.len() > 40 {
            return Err(E::custom(InvalidNumber::TooLong));
        }
        text.parse().map_err(E::custom)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Number, E> {
        text.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_the_way_people_write_them() {
        for (typed, shown) in [
            ("1.4", "1.4"),
            (" 1,200 ", "1200"),
            ("12 000", "12,000"),
            ("1_200_000", "1,200,000"),
            ("-3.50", "-3.5"),
            ("\u{2212}3", "-3"),
            ("4.4m", "4,400,000"),
            ("125k", "125,000"),
            (".5", "0.5"),
            ("0", "0"),
            ("99.95", "99.95"),
            ("1.2100000000000002", "1.21"),
            ("-0.30000000000000004", "-0.3"),
            ("1e-05", "0.00001"),
            ("2.5e+06", "2,500,000"),
            ("1,5", "1.5"),
            ("-0,25", "-0.25"),
            ("99,5", "99.5"),
            ("1.240,5", "1240.5"),
            ("1,2345", "1.2345"),
        ] {
            assert_eq!(typed.parse::<Number>().map(|n| n.to_string()), Ok(shown.to_owned()), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused_in_words() {
        for bad in [
            "",
            "NaN",
            "inf",
            "1e5",
            "abc",
            ",5",
            "1,",
            "1.2.3",
            "--3",
            "1,23,4",
            "\u{1f389}",
            "١٢",
            "-",
            ".",
            "k",
        ] {
            let problem = bad.parse::<Number>().unwrap_err().to_string();
            assert!(problem.len() > 20, "{bad}: {problem}");
        }
        assert_eq!("1234567890123456".parse::<Number>(), Err(InvalidNumber::TooLong));
        assert_eq!("9".repeat(4000).parse::<Number>(), Err(InvalidNumber::TooLong));
    }

    proptest! {
        #[test]
        fn every_typed_number_survives_a_float(mantissa in -999_999_999_999_999_i64..=999_999_999_999_999, scale in 0_u32..=8) {
            let number = Number::new(Decimal::new(mantissa, scale)).unwrap();
            let json = serde_json::to_string(&number).unwrap();
            prop_assert_eq!(serde_json::from_str::<Number>(&json).unwrap(), number);
            prop_assert_eq!(number.to_string().parse::<Number>().unwrap(), number);
        }

        #[test]
        fn no_text_panics(text in ".{0,60}") {
            let _ = text.parse::<Number>();
        }
    }
}
