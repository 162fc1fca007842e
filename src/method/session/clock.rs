//! The clock of a step: it counts, says where it stands, and never goes on by itself.
//!
//! Time comes in as what has passed since the last call, by a clock that never runs backwards. So a suspended program
//! counts nothing, a resumed one goes on at the same second, and a test says how long everything takes.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::domain::effort::PersonMinutes;

/// The minutes of the first and second extension; after them comes the parking lot.
pub const EXTENSIONS: [u32; 2] = [2, 1];
/// The time left at which a step wraps up.
const WRAP_UP: Duration = Duration::from_secs(120);

/// A calm word about the time, said once each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimeCue {
    /// Half of the box is gone.
    Half,
    /// Four fifths of the box are gone.
    FourFifths,
    /// Two minutes are left.
    WrapUp,
    /// The box is over: decide, park, follow up, or extend.
    Time,
}

/// A vote on staying with a topic: thumb up to stay, sideways for either, down to move on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Roman {
    /// Thumbs up.
    pub stay: u32,
    /// Thumbs sideways.
    pub either: u32,
    /// Thumbs down.
    pub move_on: u32,
}

impl Roman {
    /// Tells whether the room stays: more thumbs up than down.
    pub fn stays(self) -> bool {
        self.stay > self.move_on
    }
}

/// The time of one step: its box, what was added, and what is spent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// The minutes of the box.
    pub minutes: u32,
    /// How often it was extended.
    #[serde(default)]
    pub extended: usize,
    /// What is spent.
    #[serde(with = "millis")]
    pub spent: Duration,
    /// What lay over the box whenever it was extended: added time is counted from the vote on.
    #[serde(default, with = "millis")]
    late: Duration,
    /// What was said about the time.
    #[serde(default)]
    said: Vec<TimeCue>,
}

/// Where a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The box with what was added, and the time over it before that.
    pub planned: Duration,
    /// What is spent.
    pub spent: Duration,
    /// What is left; nothing when it is over.
    pub left: Duration,
    /// What lies over the box.
    pub over: Duration,
    /// Whether it is time to wrap up: at most two minutes are left of a longer box.
    pub wraps_up: bool,
    /// The minutes the next extension adds; `None` when the parking lot comes next.
    pub extension: Option<u32>,
}

impl Reading {
    /// What the time over the box costs the room so far, begun minutes counted.
    pub fn over_cost(&self, people: u32) -> PersonMinutes {
        PersonMinutes(whole_minutes(self.over).saturating_mul(people))
    }
}

/// A number of minutes as a stretch of time.
pub fn minutes(count: u32) -> Duration {
    Duration::from_secs(60 * u64::from(count))
}

/// Minutes, a begun one counted.
pub fn whole_minutes(time: Duration) -> u32 {
    u32::try_from(time.as_millis().div_ceil(60_000)).unwrap_or(u32::MAX)
}

impl Clock {
    /// A clock for a box of so many minutes.
    pub fn of(minutes: u32) -> Self {
        Self { minutes, extended: 0, spent: Duration::ZERO, late: Duration::ZERO, said: Vec::new() }
    }

    fn planned(&self) -> Duration {
        let added: u32 = EXTENSIONS.iter().take(self.extended).sum();
        minutes(self.minutes.saturating_add(added)).saturating_add(self.late)
    }

    /// Where it stands.
    pub fn reading(&self) -> Reading {
        let planned = self.planned();
        let left = planned.saturating_sub(self.spent);
        Reading {
            planned,
            spent: self.spent,
            left,
            over: self.spent.saturating_sub(planned),
            wraps_up: planned > WRAP_UP && left <= WRAP_UP,
            extension: EXTENSIONS.get(self.extended).copied(),
        }
    }

    /// Lets time pass; gives what is to be said now, in order.
    pub fn pass(&mut self, elapsed: Duration) -> Vec<TimeCue> {
        self.spent = self.spent.saturating_add(elapsed);
        let due: Vec<TimeCue> = self.due().into_iter().filter(|cue| !self.said.contains(cue)).collect();
        self.said.extend(&due);
        due
    }

    fn due(&self) -> Vec<TimeCue> {
        let reading = self.reading();
        let first_box = minutes(self.minutes);
        let is_gone = |tenths: u32| self.extended == 0 && self.spent * 10 >= first_box * tenths;
        let all = [
            (TimeCue::Half, is_gone(5)),
            (TimeCue::FourFifths, is_gone(8)),
            (TimeCue::WrapUp, reading.wraps_up && self.extended == 0),
            (TimeCue::Time, reading.left.is_zero()),
        ];
        all.into_iter().filter_map(|(cue, is_due)| is_due.then_some(cue)).collect()
    }

    /// Extends the box: two minutes, then one. Tells whether that was possible; if not, the topic goes to the parking lot.
    pub fn extend(&mut self) -> bool {
        let can = self.extended < EXTENSIONS.len();
        if can {
            self.late = self.late.saturating_add(self.reading().over);
            self.extended += 1;
            self.said.retain(|cue| *cue != TimeCue::Time);
        }
        can
    }

    /// Tells whether four fifths of the box are gone.
    pub fn is_nearly_over(&self) -> bool {
        self.said.contains(&TimeCue::FourFifths)
    }
}

/// Durations as whole milliseconds.
pub(super) mod millis {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serializer};

    pub(in crate::method::session) fn serialize<S: Serializer>(
        time: &Duration,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(i64::try_from(time.as_millis()).unwrap_or(i64::MAX))
    }

    pub(in crate::method::session) fn deserialize<'d, D: Deserializer<'d>>(
        deserializer: D,
    ) -> Result<Duration, D::Error> {
        let millis = i64::deserialize(deserializer)?;
        Ok(Duration::from_millis(u64::try_from(millis).unwrap_or(0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// Runs a clock second by second; what was said, with the second.
    fn said(clock: &mut Clock, seconds: u64) -> Vec<(u64, TimeCue)> {
        let mut found = Vec::new();
        for _ in 0..seconds {
            let cues = clock.pass(SECOND);
            found.extend(cues.into_iter().map(|cue| (clock.spent.as_secs(), cue)));
        }
        found
    }

    #[test]
    fn the_cues_come_once_each_at_their_second() {
        let mut clock = Clock::of(10);
        let expected =
            [(300, TimeCue::Half), (480, TimeCue::FourFifths), (480, TimeCue::WrapUp), (600, TimeCue::Time)];
        assert_eq!(said(&mut clock, 900), expected);
        assert_eq!(clock.reading().over, minutes(5));
        assert_eq!(clock.reading().over_cost(6), PersonMinutes(30));
    }

    #[test]
    fn a_short_box_has_no_wrap_up_of_its_own() {
        let cues: Vec<TimeCue> = said(&mut Clock::of(2), 120).into_iter().map(|(_, cue)| cue).collect();
        assert_eq!(cues, [TimeCue::Half, TimeCue::FourFifths, TimeCue::Time]);
        assert!(!Clock::of(2).reading().wraps_up);
        assert!(!Clock::of(3).reading().wraps_up);
    }

    #[test]
    fn an_extension_is_a_new_counted_box_and_there_are_two() {
        let mut clock = Clock::of(1);
        assert_eq!(said(&mut clock, 60).last(), Some(&(60, TimeCue::Time)));
        assert_eq!(clock.reading().extension, Some(2));
        assert!(clock.extend());
        assert_eq!(clock.reading().left, minutes(2));
        assert_eq!(said(&mut clock, 120), [(180, TimeCue::Time)]);
        assert!(clock.extend());
        assert_eq!((said(&mut clock, 60), clock.reading().extension), (vec![(240, TimeCue::Time)], None));
        assert!(!clock.extend());
    }

    #[test]
    fn time_that_passes_in_one_leap_says_the_same() {
        let mut clock = Clock::of(10);
        let all = [TimeCue::Half, TimeCue::FourFifths, TimeCue::WrapUp, TimeCue::Time];
        assert_eq!(clock.pass(minutes(30)), all);
        assert_eq!(clock.pass(SECOND), []);
    }

    #[test]
    fn a_begun_minute_counts() {
        let minutes =
            [0, 1, 59_999, 60_000, 60_001].map(|millis| whole_minutes(Duration::from_millis(millis)));
        assert_eq!(minutes, [0, 1, 1, 1, 2]);
    }

    #[test]
    fn more_thumbs_up_than_down_stay() {
        let roman = |stay, move_on| Roman { stay, either: 9, move_on }.stays();
        assert_eq!([roman(3, 2), roman(2, 2), roman(0, 0)], [true, false, false]);
    }
}
