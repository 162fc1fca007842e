//! The timebox of a step as a formula: minutes for everybody, and per person, objective, key result or dependency.

use std::fmt;

use super::display::repeated;
use crate::words::domain::values as words;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The most minutes a single number of a formula may say: no box is longer than four hours.
const MOST_MINUTES: u32 = 240;

/// What the minutes of a step depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// P, people in the room.
    People,
    /// O, objectives.
    Objectives,
    /// K, key results in all.
    KeyResults,
    /// D, dependencies on other teams.
    Dependencies,
}

impl Quantity {
    const ALL: [Self; 4] = [Self::People, Self::Objectives, Self::KeyResults, Self::Dependencies];

    fn letter(self) -> &'static str {
        match self {
            Self::People => "P",
            Self::Objectives => "O",
            Self::KeyResults => "K",
            Self::Dependencies => "D",
        }
    }
}

/// How many there are of what a formula counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// P, people in the room.
    pub people: u32,
    /// O, objectives.
    pub objectives: u32,
    /// K, key results in all.
    pub key_results: u32,
    /// D, dependencies on other teams.
    pub dependencies: u32,
}

impl Counts {
    fn of(self, quantity: Quantity) -> u32 {
        match quantity {
            Quantity::People => self.people,
            Quantity::Objectives => self.objectives,
            Quantity::KeyResults => self.key_results,
            Quantity::Dependencies => self.dependencies,
        }
    }
}

/// A sum such as `4 + 2*K`, exact until the end, where it rounds up to a whole minute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Formula {
    terms: Vec<(Decimal, Option<Quantity>)>,
}

impl Formula {
    /// The minutes for these counts, rounded up to a whole minute.
    pub fn minutes(&self, counts: Counts) -> u32 {
        let term = |(factor, quantity): &(Decimal, Option<Quantity>)| {
            let count = quantity.map_or(Decimal::ONE, |quantity| Decimal::from(counts.of(quantity)));
            factor.checked_mul(count)
        };
        let sum = self.terms.iter().map(term).try_fold(Decimal::ZERO, |sum, term| sum.checked_add(term?));
        sum.and_then(|sum| u32::try_from(sum.ceil()).ok()).unwrap_or(u32::MAX)
    }
}

/// Why a text is no formula, in words that say what one looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidFormula {
    part: String,
}

impl fmt::Display for InvalidFormula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words::is_no_part_of_a_timebox(repeated(&self.part), MOST_MINUTES))
    }
}

impl std::error::Error for InvalidFormula {}

impl std::str::FromStr for Formula {
    type Err = InvalidFormula;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let terms = text.split('+').map(|part| term(part).ok_or(part));
        let terms: Result<Vec<_>, &str> = terms.collect();
        terms.map(|terms| Self { terms }).map_err(|part| InvalidFormula { part: part.trim().to_owned() })
    }
}

/// Reads `4`, `K`, `2*K` or `0.5·P`.
fn term(part: &str) -> Option<(Decimal, Option<Quantity>)> {
    let factors: Vec<&str> = part.split(['*', '·']).map(str::trim).collect();
    match factors[..] {
        [one] => {
            quantity(one).map(|found| (Decimal::ONE, Some(found))).or_else(|| Some((minutes(one)?, None)))
        }
        [one, other] => match (quantity(one), quantity(other)) {
            (None, Some(found)) => Some((minutes(one)?, Some(found))),
            (Some(found), None) => Some((minutes(other)?, Some(found))),
            (None, None) | (Some(_), Some(_)) => None,
        },
        _ => None,
    }
}

fn quantity(word: &str) -> Option<Quantity> {
    Quantity::ALL.into_iter().find(|quantity| quantity.letter() == word)
}

fn minutes(word: &str) -> Option<Decimal> {
    let is_plain = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit() || c == '.');
    let number: Decimal = word.parse().ok().filter(|_| is_plain)?;
    (number <= Decimal::from(MOST_MINUTES)).then(|| number.normalize())
}

impl TryFrom<String> for Formula {
    type Error = InvalidFormula;
    fn try_from(text: String) -> Result<Self, InvalidFormula> {
        text.parse()
    }
}

impl From<Formula> for String {
    fn from(formula: Formula) -> Self {
        formula.to_string()
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (factor, quantity)) in self.terms.iter().enumerate() {
            let plus = if at == 0 { "" } else { " + " };
            match quantity {
                None => write!(f, "{plus}{factor}")?,
                Some(quantity) if *factor == Decimal::ONE => write!(f, "{plus}{}", quantity.letter())?,
                Some(quantity) => write!(f, "{plus}{factor}*{}", quantity.letter())?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const REFERENCE: Counts = Counts { people: 6, objectives: 4, key_results: 12, dependencies: 2 };

    fn formula(text: &str) -> Formula {
        text.parse().unwrap()
    }

    #[test]
    fn a_sum_is_exact_and_rounds_up_once() {
        for (text, minutes) in [
            ("10", 10),
            ("4 + 2*K", 28),
            ("2 + 1.5·O", 8),
            ("0.4*K", 5),
            ("K*1.25", 15),
            ("1 + 0.5*K", 7),
            ("3 + O", 7),
            ("10*D", 20),
            ("0.1*O + 0.1*P", 1),
            ("0", 0),
        ] {
            assert_eq!(formula(text).minutes(REFERENCE), minutes, "{text}");
        }
    }

    #[test]
    fn what_is_no_formula_is_said_with_the_part_that_is_wrong() {
        for (text, part) in [
            ("", "``"),
            ("4 + ", "``"),
            ("4 + 2*X", "`2*X`"),
            ("-1", "`-1`"),
            ("K*K", "`K*K`"),
            ("2*3", "`2*3`"),
            ("1e3", "`1e3`"),
            ("241", "`241`"),
            ("k", "`k`"),
            ("1.2.3", "`1.2.3`"),
            ("1*2*K", "`1*2*K`"),
        ] {
            let says = text.parse::<Formula>().unwrap_err().to_string();
            assert!(says.starts_with(part), "{text}: {says}");
        }
    }

    #[test]
    fn no_count_overflows() {
        let most =
            Counts { people: u32::MAX, objectives: u32::MAX, key_results: u32::MAX, dependencies: u32::MAX };
        assert_eq!(formula("240*P + 240*O + 240*K").minutes(most), u32::MAX);
    }

    proptest! {
        #[test]
        fn a_formula_is_written_as_it_is_read(fixed in 0_u32..=240, tenths in 0_u32..=2400, letter in "[POKD]") {
            let text = format!("{fixed} + {}.{}*{letter}", tenths / 10, tenths % 10);
            let read = formula(&text);
            prop_assert_eq!(formula(&read.to_string()), read);
        }

        #[test]
        fn no_text_is_read_without_a_word(text in any::<String>()) {
            let _ = text.parse::<Formula>().map_err(|bad| bad.to_string());
        }
    }
}
