//! Numbers shown on fingers, all at once and without names: fist to five (SET-14), how freely one can speak (RET-1).

use crate::words::domain::values as words;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The numbers of a room, always sorted so that no order tells who showed what.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Vec<i64>", into = "Vec<i64>")]
pub struct Fingers<const LOW: u8, const HIGH: u8>(Vec<u8>);

/// Fist to five: 3 or more is consent (SET-14).
pub type Fist = Fingers<0, 5>;
/// How freely one can speak here today, 1 to 5 (RET-1).
pub type Tone = Fingers<1, 5>;

impl<const LOW: u8, const HIGH: u8> Fingers<LOW, HIGH> {
    /// Takes the numbers of a room; `None` if one lies outside.
    pub fn new(mut shown: Vec<u8>) -> Option<Self> {
        shown.sort_unstable();
        shown.iter().all(|one| Self::is_shown(*one)).then_some(Self(shown))
    }

    /// Tells whether a number can be shown.
    pub fn is_shown(number: u8) -> bool {
        (LOW..=HIGH).contains(&number)
    }

    /// The numbers, lowest first.
    pub fn sorted(&self) -> &[u8] {
        &self.0
    }

    /// Tells whether nobody showed a number.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The middle number; with an even count the mean of the middle two, which may be a half: 3.5.
    pub fn median(&self) -> Option<Decimal> {
        let high = self.0.get(self.0.len() / 2)?;
        let low = self.0.get((self.0.len() - 1) / 2)?;
        Some(Decimal::new(i64::from(low + high) * 5, 1).normalize())
    }
}

/// The fewest fingers that are consent.
const CONSENT: u8 = 3;

impl Fist {
    /// How many show less than consent: each says what would make it a three.
    pub fn dissenting(&self) -> usize {
        self.0.iter().filter(|fingers| **fingers < CONSENT).count()
    }

    /// Tells whether everybody shows three fingers: consent without energy.
    pub fn is_weak(&self) -> bool {
        !self.is_empty() && self.0.iter().all(|fingers| *fingers == CONSENT)
    }
}

/// The median up to which the room stays in writing.
const GUARDED: u8 = 2;

impl Tone {
    /// Tells whether the room can hardly speak: stay in writing, no round-table.
    pub fn is_guarded(&self) -> bool {
        self.median().is_some_and(|median| median <= Decimal::from(GUARDED))
    }
}

impl<const LOW: u8, const HIGH: u8> TryFrom<Vec<i64>> for Fingers<LOW, HIGH> {
    type Error = String;
    fn try_from(shown: Vec<i64>) -> Result<Self, String> {
        let shown: Option<Vec<u8>> = shown.into_iter().map(|one| u8::try_from(one).ok()).collect();
        shown.and_then(Self::new).ok_or_else(|| words::each_number_is_a_whole_one(LOW, HIGH))
    }
}

impl<const LOW: u8, const HIGH: u8> From<Fingers<LOW, HIGH>> for Vec<i64> {
    fn from(fingers: Fingers<LOW, HIGH>) -> Self {
        fingers.0.into_iter().map(i64::from).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_or_more_is_consent() {
        let fist = Fist::new(vec![5, 3, 0, 2]).unwrap();
        assert_eq!((fist.sorted(), fist.dissenting(), fist.is_weak()), (&[0, 2, 3, 5][..], 2, false));
        assert!(Fist::new(vec![3, 3]).unwrap().is_weak());
        assert!(!Fist::default().is_weak());
        assert_eq!(Fist::new(vec![6]), None);
    }

    #[test]
    fn a_median_of_two_or_less_keeps_the_room_in_writing() {
        for (shown, guarded) in
            [(vec![1, 2, 5], true), (vec![2, 3], false), (vec![4, 4], false), (vec![], false)]
        {
            assert_eq!(Tone::new(shown.clone()).unwrap().is_guarded(), guarded, "{shown:?}");
        }
        assert_eq!(Tone::new(vec![0]), None);
    }

    #[test]
    fn the_middle_of_an_even_room_may_be_a_half() {
        for (shown, median) in [
            (vec![1, 2, 3, 4, 4, 5], "3.5"),
            (vec![1, 2, 4, 4], "3"),
            (vec![5, 1, 4], "4"),
            (vec![2, 3], "2.5"),
        ] {
            assert_eq!(Tone::new(shown.clone()).unwrap().median().unwrap().to_string(), median, "{shown:?}");
        }
        assert_eq!(Tone::default().median(), None);
    }

    #[test]
    fn a_file_with_another_number_is_refused_in_words() {
        let read = |numbers: &[i64]| Tone::try_from(numbers.to_vec());
        assert_eq!(read(&[0]).unwrap_err(), "each number is a whole one from 1 to 5");
        assert_eq!(Vec::<i64>::from(read(&[5, 1]).unwrap()), [1, 5]);
    }
}
