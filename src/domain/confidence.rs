//! Confidence: how likely the target is reached in full by the due date, 0 to 100, without names.

use std::fmt;

use crate::words::domain::values as words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One answer to "how likely, 0 to 100, is it that we reach this target in full by the date?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "i64", into = "i64")]
pub struct Confidence(u8);

impl Confidence {
    /// Takes a percentage, 0 to 100.
    pub fn new(percent: u8) -> Option<Self> {
        (percent <= 100).then_some(Self(percent))
    }

    /// The median from which on a room is nearly sure of a target before it begins (SET-13).
    pub const NEARLY_CERTAIN: u8 = 90;
    /// The median up to which it sees next to no chance (SET-13).
    pub const NEARLY_HOPELESS: u8 = 10;

    /// The percentage, 0 to 100.
    pub fn percent(self) -> u8 {
        self.0
    }
}

/// How likely a confidence calls its target, in one of three words. Near 50 is where a stretch target belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likelihood {
    /// 30 or less: low enough to be talked about (CHK-4).
    Unlikely,
    /// Between the two.
    Even,
    /// 70 or more.
    Likely,
}

impl Likelihood {
    /// The highest confidence that is unlikely.
    const UNLIKELY: u8 = 30;
    /// The lowest confidence that is likely: as far from even as the other bound.
    const LIKELY: u8 = 70;

    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unlikely => "Unlikely",
            Self::Even => "Even",
            Self::Likely => "Likely",
        }
    }
}

impl From<Confidence> for Likelihood {
    fn from(confidence: Confidence) -> Self {
        match confidence.0 {
            ..=Self::UNLIKELY => Self::Unlikely,
            Self::LIKELY.. => Self::Likely,
            _ => Self::Even,
        }
    }
}

const SENTENCE: &str = words::CONFIDENCE_IS_A_WHOLE_NUMBER;

impl TryFrom<i64> for Confidence {
    type Error = &'static str;
    fn try_from(value: i64) -> Result<Self, Self::Error> {
        u8::try_from(value).ok().and_then(Self::new).ok_or(SENTENCE)
    }
}

impl From<Confidence> for i64 {
    fn from(confidence: Confidence) -> Self {
        Self::from(confidence.0)
    }
}

impl std::str::FromStr for Confidence {
    type Err = &'static str;

    /// Reads `60` or `60 %`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.trim().trim_end_matches('%').trim_end();
        let is_plain = !digits.is_empty() && digits.len() <= 3 && digits.chars().all(|c| c.is_ascii_digit());
        let percent = is_plain.then(|| digits.parse().ok()).flatten();
        percent.and_then(Self::new).ok_or(SENTENCE)
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The answers of a room, always sorted so that no order tells who said what.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(from = "Vec<Confidence>", into = "Vec<Confidence>")]
pub struct Votes(Vec<Confidence>);

impl From<Vec<Confidence>> for Votes {
    fn from(mut votes: Vec<Confidence>) -> Self {
        votes.sort_unstable();
        Self(votes)
    }
}

impl From<Votes> for Vec<Confidence> {
    fn from(votes: Votes) -> Self {
        votes.0
    }
}

impl FromIterator<Confidence> for Votes {
    fn from_iter<T: IntoIterator<Item = Confidence>>(votes: T) -> Self {
        Self::from(votes.into_iter().collect::<Vec<_>>())
    }
}

impl Votes {
    /// The spread, in points, from which on the lowest and the highest explain (SET-13, CHK-4).
    pub const WIDE: u8 = 40;

    /// The votes, lowest first.
    pub fn sorted(&self) -> &[Confidence] {
        &self.0
    }

    /// How many have voted.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Tells whether nobody has voted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The middle vote; with an even number the mean of the middle two, a half rounded up.
    pub fn median(&self) -> Option<Confidence> {
        let middle = self.0.len() / 2;
        let high = self.0.get(middle)?;
        if self.0.len() % 2 == 1 {
            return Some(*high);
        }
        let low = self.0.get(middle.checked_sub(1)?)?;
        Confidence::new((u16::from(low.0) + u16::from(high.0)).div_ceil(2).try_into().ok()?)
    }

    /// The distance between the highest and the lowest vote, in points.
    pub fn spread(&self) -> u8 {
        match (self.0.first(), self.0.last()) {
            (Some(low), Some(high)) => high.0 - low.0,
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn votes(values: &[u8]) -> Votes {
        values.iter().filter_map(|value| Confidence::new(*value)).collect()
    }

    #[test]
    fn the_median_of_the_room_is_its_figure() {
        assert_eq!(votes(&[]).median(), None);
        assert_eq!(votes(&[80]).median(), Confidence::new(80));
        assert_eq!(votes(&[90, 10, 45]).median(), Confidence::new(45));
        assert_eq!(votes(&[40, 45]).median(), Confidence::new(43));
        assert_eq!(votes(&[90, 10, 45]).spread(), 80);
    }

    #[test]
    fn a_confidence_is_likely_even_or_unlikely() {
        let word = |percent| Likelihood::from(Confidence(percent)).word();
        assert_eq!(
            [0, 30, 31, 55, 69, 70, 100].map(word),
            ["Unlikely", "Unlikely", "Even", "Even", "Even", "Likely", "Likely"]
        );
    }

    #[test]
    fn votes_are_sorted_whatever_the_order_they_came_in() {
        assert_eq!(votes(&[90, 10, 45]), votes(&[10, 45, 90]));
    }

    #[test]
    fn confidence_is_a_whole_number_to_a_hundred() {
        assert_eq!("60 %".parse(), Ok(Confidence(60)));
        for bad in ["", "101", "-1", "6.5", "NaN", "high", "\u{1f389}", "9999999999999"] {
            assert!(bad.parse::<Confidence>().is_err(), "{bad}");
        }
    }
}
