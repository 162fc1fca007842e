//! The one place for the arithmetic of progress and score.

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::measure::{Bound, Forecast};
use super::number::Number;
use crate::words::anywhere;
use crate::words::domain::values as words;

/// How far a key result has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Nothing has been read yet: not the same as 0 %.
    NoData,
    /// The part of the way from baseline to target, not clamped: -0.4 moved away, 1.2 went past the target.
    Moved(Decimal),
    /// A maintained measure: how many of its readings lay inside the window.
    Held {
        /// Readings inside the window.
        inside: usize,
        /// Readings in all; at least one.
        of: usize,
    },
}

/// Computes the progress of a forecast from its readings, oldest first.
pub fn progress(forecast: Forecast, readings: &[Number]) -> Progress {
    let Some(last) = readings.last() else { return Progress::NoData };
    match forecast {
        Forecast::Change { baseline, target, .. } => {
            let way = target.decimal().checked_sub(baseline.decimal());
            let gone = last.decimal().checked_sub(baseline.decimal());
            let part = way.zip(gone).and_then(|(way, gone)| gone.checked_div(way));
            part.map_or(Progress::NoData, Progress::Moved)
        }
        Forecast::Maintain(window) => {
            let inside = readings.iter().filter(|value| window.holds(**value)).count();
            Progress::Held { inside, of: readings.len() }
        }
    }
}

impl Progress {
    /// The same in the fewest words, for a list: "28 %", "away -19 %", "2 of 3 inside".
    pub fn brief(self) -> String {
        match self {
            Self::NoData => anywhere::NO_DATA.to_owned(),
            Self::Moved(part) if part < Decimal::ZERO => format!("away {} %", percent(part)),
            Self::Moved(part) => format!("{} %", percent(part)),
            Self::Held { inside, of } => words::of_inside(inside, of),
        }
    }

    /// The part of the way in whole percent, not clamped: `-40`, `50`, `120`; `None` without a way or data.
    pub fn whole_percent(self) -> Option<String> {
        match self {
            Self::Moved(part) => Some(percent(part)),
            Self::NoData | Self::Held { .. } => None,
        }
    }

    /// The same as a number.
    pub fn percent(self) -> Option<i64> {
        self.whole_percent()?.parse().ok()
    }

    /// The length of a bar, 0 to 1; nothing to draw without data.
    pub fn clamped(self) -> Option<Decimal> {
        match self {
            Self::NoData => None,
            Self::Moved(part) => Some(part.clamp(Decimal::ZERO, Decimal::ONE)),
            Self::Held { inside, of } => Decimal::from(inside).checked_div(Decimal::from(of)),
        }
    }

    /// The same for a widget that draws with binary fractions.
    pub fn ratio(self) -> Option<f64> {
        self.clamped().and_then(|part| part.to_string().parse().ok())
    }

    /// What is said beside a score where the number went the wrong way, "moved away: -40 %", as 0.0 does not tell it
    /// (section 5).
    #[must_use]
    pub fn away(self) -> Option<String> {
        matches!(self, Self::Moved(part) if part < Decimal::ZERO).then(|| self.to_string())
    }

    /// The score the formula proposes: clamped, to one decimal.
    pub fn proposed_score(self) -> Option<Score> {
        let tenths = (self.clamped()? * Decimal::TEN)
            .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        u8::try_from(tenths).ok().and_then(Score::from_tenths)
    }
}

impl fmt::Display for Progress {
    /// Says it in words, never clamped: "moved away: -40 %", "moved 50 % of the way", "no data".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoData => f.write_str(anywhere::NO_DATA),
            Self::Moved(part) => {
                if *part < Decimal::ZERO {
                    f.write_str(&words::moved_away(percent(*part)))
                } else {
                    f.write_str(&words::moved_of_the_way(percent(*part)))
                }
            }
            Self::Held { inside, of: 1 } => f.write_str(if *inside == 1 { "inside" } else { "outside" }),
            Self::Held { inside, of } => f.write_str(&words::inside_at_of_readings(inside, of)),
        }
    }
}

/// A part in whole percent; the slightest step away stays below nought.
fn percent(part: Decimal) -> String {
    let percent = part.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(part);
    let percent = percent.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    if percent.is_zero() && part < Decimal::ZERO { "-0".to_owned() } else { percent.to_string() }
}

/// Tells whether the last reading is where the forecast wants it, a strict bound itself left out: "below 5" is not met at 5,
/// though its score is 1.0 there (section 5).
pub fn is_met(forecast: Forecast, readings: &[Number]) -> Option<bool> {
    let last = *readings.last()?;
    Some(match forecast {
        Forecast::Change { baseline, target, bound } => {
            let beyond = if target > baseline { last > target } else { last < target };
            beyond || last == target && bound == Bound::Inclusive
        }
        Forecast::Maintain(window) => readings.iter().all(|value| window.holds(*value)),
    })
}

/// The score of a key result, 0.0 to 1.0 in steps of a tenth. 0.7 is the aim of a stretch goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// The mark on every scale: what a stretch goal aims for.
    pub const AIM: Self = Self(7);
    /// Nothing of the way.
    pub const ZERO: Self = Self(0);
    /// All of the way.
    pub const FULL: Self = Self(10);

    /// Takes tenths, 0 to 10.
    pub fn from_tenths(tenths: u8) -> Option<Self> {
        (tenths <= 10).then_some(Self(tenths))
    }

    /// The score in tenths.
    pub fn tenths(self) -> u8 {
        self.0
    }

    /// The score, exact.
    pub fn decimal(self) -> Decimal {
        Decimal::new(i64::from(self.0), 1)
    }

    /// The length of a bar, 0 to 1.
    pub fn ratio(self) -> f64 {
        f64::from(self.0) / 10.0
    }

    /// Tells whether two scores are more than 0.1 apart, so that a reason is needed (SCO-3).
    pub fn is_moved_from(self, proposed: Self) -> bool {
        self.0.abs_diff(proposed.0) > 1
    }

    /// The mean of several scores to one decimal, for display only; `None` without any.
    pub fn mean(scores: &[Self]) -> Option<Self> {
        let sum: u32 = scores.iter().map(|score| u32::from(score.0)).sum();
        let count = u32::try_from(scores.len()).ok().filter(|count| *count > 0)?;
        u8::try_from((2 * sum + count) / (2 * count)).ok().and_then(Self::from_tenths)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}.{}", self.0 / 10, self.0 % 10))
    }
}

impl std::str::FromStr for Score {
    type Err = String;

    /// Reads `0.7`, `.7`, `1`, `70 %`.
    fn from_str(text: &str) -> Result<Self, String> {
        let sentence = || words::A_SCORE_IS_A_NUMBER.to_owned();
        let (number, is_percent) = match text.trim().strip_suffix('%') {
            Some(percent) => (percent, true),
            None => (text, false),
        };
        let value = number.parse::<Number>().map_err(|_| sentence())?.decimal();
        let tenths = value * if is_percent { Decimal::new(1, 1) } else { Decimal::TEN };
        if !tenths.fract().is_zero() {
            return Err(sentence());
        }
        u8::try_from(tenths).ok().and_then(Self::from_tenths).ok_or_else(sentence)
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.ratio())
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Number::deserialize(deserializer)?.to_string().parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::measure::Window;
    use proptest::prelude::*;

    fn number(text: &str) -> Number {
        text.parse().unwrap()
    }

    fn change(baseline: &str, target: &str) -> Forecast {
        Forecast::Change { baseline: number(baseline), target: number(target), bound: Bound::Inclusive }
    }

    #[test]
    fn the_worked_numbers_of_the_method_come_out() {
        for (baseline, target, last, score, says) in [
            ("2.3", "0.5", "1.0", "0.7", "moved 72 % of the way"),
            ("42", "15", "31", "0.4", "moved 41 % of the way"),
            ("99.5", "99.9", "99.95", "1.0", "moved 113 % of the way"),
            ("2.3", "0.5", "1.4", "0.5", "moved 50 % of the way"),
            ("10", "5", "12", "0.0", "moved away: -40 %"),
            ("8", "12", "8", "0.0", "moved 0 % of the way"),
            ("-5", "-1", "-2", "0.8", "moved 75 % of the way"),
            ("4", "-4", "0", "0.5", "moved 50 % of the way"),
            ("0", "1000", "-1", "0.0", "moved away: -0 %"),
        ] {
            let moved = progress(change(baseline, target), &[number(last)]);
            assert_eq!(moved.proposed_score().unwrap().to_string(), score, "{baseline} to {target}, {last}");
            assert_eq!(moved.to_string(), says);
        }
    }

    #[test]
    fn no_data_is_never_nought() {
        let nothing = progress(change("2", "1"), &[]);
        assert_eq!(nothing, Progress::NoData);
        assert_eq!((nothing.ratio(), nothing.proposed_score()), (None, None));
        assert_eq!(nothing.to_string(), "no data");
        assert_eq!(is_met(change("2", "1"), &[]), None);
    }

    #[test]
    fn a_strict_target_is_scored_at_its_bound_but_reached_only_beyond() {
        let strict =
            Forecast::Change { baseline: number("0.8"), target: number("0.2"), bound: Bound::Strict };
        let at = [number("0.2")];
        assert_eq!(progress(strict, &at).proposed_score(), Some(Score::FULL));
        assert_eq!(is_met(strict, &at), Some(false));
        assert_eq!(is_met(strict, &[number("0.19")]), Some(true));
        assert_eq!(is_met(change("0.8", "0.2"), &at), Some(true));
    }

    #[test]
    fn a_maintained_measure_counts_the_readings_inside() {
        let window = Window { floor: Some(number("99.9")), ceiling: None, bound: Bound::Inclusive };
        let readings = ["99.95", "99.9", "99.8", "99.99"].map(number);
        let held = progress(Forecast::Maintain(window), &readings);
        assert_eq!(held, Progress::Held { inside: 3, of: 4 });
        assert_eq!(held.proposed_score().unwrap().to_string(), "0.8");
        assert_eq!(held.to_string(), "inside at 3 of 4 readings");
        assert_eq!(is_met(Forecast::Maintain(window), &readings), Some(false));
    }

    #[test]
    fn scores_are_typed_in_tenths() {
        assert_eq!("0.7".parse(), Ok(Score::AIM));
        assert_eq!("70 %".parse(), Ok(Score::AIM));
        for bad in ["", "1.1", "-0.1", "0.75", "NaN", "seven", "\u{1f389}"] {
            assert!(bad.parse::<Score>().is_err(), "{bad}");
        }
        let shown: Vec<String> =
            (0..=10).filter_map(Score::from_tenths).map(|score| score.to_string()).collect();
        assert_eq!(shown[7], "0.7");
    }

    #[test]
    fn the_line_of_an_objective_is_the_mean_of_its_scores() {
        let scores = [7, 4, 10].map(|tenths| Score::from_tenths(tenths).unwrap());
        assert_eq!(Score::mean(&scores), Score::from_tenths(7));
        assert_eq!(Score::mean(&[]), None);
    }

    #[test]
    fn a_reason_is_needed_beyond_a_tenth() {
        let six = Score::from_tenths(6).unwrap();
        assert!(!Score::AIM.is_moved_from(six));
        assert!(Score::AIM.is_moved_from(Score::from_tenths(5).unwrap()));
    }

    fn any_number() -> impl Strategy<Value = Number> {
        (-9_999_999_i64..=9_999_999, 0_u32..=4)
            .prop_map(|(mantissa, scale)| Number::new(Decimal::new(mantissa, scale)).unwrap())
    }

    proptest! {
        #[test]
        fn the_ends_of_the_way_are_nought_and_one(baseline in any_number(), target in any_number()) {
            prop_assume!(baseline != target);
            let forecast = Forecast::Change { baseline, target, bound: Bound::Inclusive };
            prop_assert_eq!(progress(forecast, &[baseline]).proposed_score(), Some(Score::ZERO));
            prop_assert_eq!(progress(forecast, &[target]).proposed_score(), Some(Score::FULL));
            prop_assert_eq!(is_met(forecast, &[target]), Some(true));
            prop_assert_eq!(is_met(forecast, &[baseline]), Some(false));
        }

        #[test]
        fn both_directions_score_alike(baseline in any_number(), target in any_number(), last in any_number()) {
            prop_assume!(baseline != target);
            let mirror = |number: Number| Number::new(-number.decimal()).unwrap();
            let one = progress(Forecast::Change { baseline, target, bound: Bound::Inclusive }, &[last]);
            let other = Forecast::Change { baseline: mirror(baseline), target: mirror(target), bound: Bound::Inclusive };
            prop_assert_eq!(one, progress(other, &[mirror(last)]));
        }

        #[test]
        fn the_unit_does_not_matter(baseline in any_number(), target in any_number(), last in any_number()) {
            prop_assume!(baseline != target);
            let times = |number: Number| Number::new(number.decimal() * Decimal::from(1000)).unwrap();
            let fine = Forecast::Change { baseline: times(baseline), target: times(target), bound: Bound::Inclusive };
            let coarse = Forecast::Change { baseline, target, bound: Bound::Inclusive };
            prop_assert_eq!(
                progress(fine, &[times(last)]).proposed_score(),
                progress(coarse, &[last]).proposed_score()
            );
        }

        #[test]
        fn nearer_the_target_never_scores_less(baseline in any_number(), target in any_number(), a in any_number(), b in any_number()) {
            prop_assume!(baseline != target);
            let forecast = Forecast::Change { baseline, target, bound: Bound::Inclusive };
            let ahead = |x: Number, y: Number| if target > baseline { x >= y } else { x <= y };
            let (first, second) = if ahead(a, b) { (a, b) } else { (b, a) };
            prop_assert!(progress(forecast, &[first]).proposed_score() >= progress(forecast, &[second]).proposed_score());
        }

        #[test]
        fn a_window_scores_between_nought_and_one(floor in any_number(), values in prop::collection::vec(any_number(), 1..9)) {
            let window = Window { floor: Some(floor), ceiling: None, bound: Bound::Strict };
            let held = progress(Forecast::Maintain(window), &values);
            let ratio = held.ratio().unwrap();
            prop_assert!((0.0..=1.0).contains(&ratio));
            prop_assert_eq!(ratio >= 1.0, is_met(Forecast::Maintain(window), &values).unwrap());
        }
    }
}
