//! Cycles: the stretch of time between two kick-offs, usually a quarter. Any first and last day will do.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::day::{Day, upcoming};
use super::id::CycleId;
use super::series::CountedName;
use crate::words::anywhere;

/// A stretch of time that teams set goals for; two may be open at once (J8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cycle {
    /// The file's name: `2027-q1`.
    #[serde(skip, default = "CycleId::blank")]
    pub id: CycleId,
    /// Whether its file could not be read, or not in full: its days are those of the calendar then. It is never written.
    #[serde(skip)]
    pub is_unread: bool,
    /// What people call it: `2027-Q1`.
    pub label: String,
    /// Its first day (T0).
    pub first: Day,
    /// Its last day (T1).
    pub last: Day,
    /// The day of the kick-off (SET-1), where it is not T0-21.
    pub kick_off: Option<Day>,
}

/// The day a sentence is read on, which gives a day without a year its year, and what "the quarter" is for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadingDay {
    /// The day from which what comes is read: today, or the nearest of the quarter it is meant for.
    pub day: Day,
    /// The day on which it is said.
    pub today: Day,
    /// The quarter; that of the calendar where none is given.
    pub quarter: Option<QuarterRead>,
}

/// What a sentence calls the quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuarterRead {
    /// Its number, where it has one.
    pub number: Option<u32>,
    /// Its year, where it is called as those of the calendar are: `2027-Q1`, not `FY27-Q1`.
    pub year: Option<i32>,
    /// How many months such a part of the year has: 3, or 6 of `2027-H1`.
    pub months: u32,
    /// Its first and its last day.
    pub days: (Day, Day),
}

impl ReadingDay {
    /// The first and the last day of the quarter, month or year that runs.
    pub fn period(&self, name: &str) -> Option<(Day, Day)> {
        let (year, quarter) = self.day.quarter();
        match (name, self.quarter) {
            ("quarter", Some(own)) => Some(own.days),
            ("quarter", None) => months_of(year, 3, quarter),
            ("year", _) => months_of(year, 12, 1),
            ("month", _) => months_of(year, 1, chrono::Datelike::month(&self.day.date())),
            _ => None,
        }
    }

    /// The first and the last day of a quarter or half, by its number, with its year where one is given: the team's own where it
    /// has other days than the calendar gives it.
    pub fn part_of_year(&self, (months, number): (u32, u32), given: Option<i32>) -> Option<(Day, Day)> {
        match self.quarter.filter(|quarter| quarter.is_own(months, given)) {
            // What the others are called that begin when this one ends only the team knows.
            Some(quarter) => {
                let is_it = quarter.months == months && quarter.number == Some(number);
                (is_it && given.is_none_or(|year| quarter.year == Some(year))).then_some(quarter.days)
            }
            None => upcoming(given, self.day, |year| months_of(year, months, number)),
        }
    }
}

impl QuarterRead {
    /// Tells whether a part of the year is one of the team's own, which has other days than the calendar gives it. One with a
    /// year is that of the calendar, unless the team calls its own so too.
    fn is_own(&self, months: u32, given: Option<i32>) -> bool {
        (months == 3 || months == self.months)
            && (given.is_none() || self.year.is_some())
            && !self.is_of_calendar()
    }

    /// Tells whether a quarter has the days the calendar gives to what it is called.
    fn is_of_calendar(&self) -> bool {
        let (year, in_year) = self.days.0.quarter();
        let number = (in_year * 3).div_ceil(self.months);
        months_of(year, self.months, number) == Some(self.days)
            && self.number.is_none_or(|own| own == number)
            && self.year.is_none_or(|own| own == year)
    }
}

impl From<Day> for ReadingDay {
    fn from(day: Day) -> Self {
        Self { day, today: day, quarter: None }
    }
}
/// The first and last day of a part of a calendar year, of so many months; the first part is 1.
pub fn months_of(year: i32, months: u32, part: u32) -> Option<(Day, Day)> {
    let first = Day::new(year, (part.checked_sub(1)?) * months + 1, 1)?;
    let last = first.plus_months(i64::from(months)).map_or(Day::new(year, 12, 31)?, |next| next.plus(-1));
    Some((first, last))
}

/// Which quarter a name says that has no year: 2 of `q2`.
pub(super) fn part_alone(text: &str) -> Option<u32> {
    let number = text.trim().strip_prefix(['q', 'Q'])?.parse().ok()?;
    (1..=4).contains(&number).then_some(number)
}

impl Cycle {
    /// Makes the calendar quarter a text names: `2027-Q1`, `Q1 2027`, `2027q1`, `q1/2027`.
    pub fn calendar(text: &str) -> Option<Self> {
        let name = CountedName::read(text).filter(CountedName::is_quarter_of_calendar)?;
        Self::of_quarter(name.year(), name.part())
    }

    /// The calendar quarter that a name without its year means on a day, `Q2`: the one that runs or comes next.
    pub fn without_year(text: &str, today: Day) -> Option<Self> {
        let (number, (this, _)) = (part_alone(text)?, today.quarter());
        let both = [this, this + 1].into_iter().filter_map(|year| Self::of_quarter(year, number));
        both.into_iter().find(|cycle| cycle.last >= today)
    }

    /// Makes the calendar quarter that begins next after a day.
    pub fn after(day: Day) -> Option<Self> {
        let (year, quarter) = day.quarter();
        if quarter == 4 { Self::of_quarter(year + 1, 1) } else { Self::of_quarter(year, quarter + 1) }
    }

    fn of_quarter(year: i32, quarter: u32) -> Option<Self> {
        let (first, last) = months_of(year, 3, quarter)?;
        let id = CycleId::new(format!("{year}-q{quarter}")).ok()?;
        Some(Self { id, label: format!("{year}-Q{quarter}"), first, last, kick_off: None, is_unread: false })
    }

    /// Its first and last day as they are shown, or that they are not known.
    pub fn shown_days(&self) -> String {
        if self.is_unread {
            return anywhere::DAYS_UNKNOWN.to_owned();
        }
        anywhere::from_to(self.first.long(), self.last.long())
    }

    /// Tells whether it begins or ends on another day than as it was.
    pub fn has_other_days(&self, before: &Self) -> bool {
        (self.first, self.last) != (before.first, before.last)
    }

    /// How many days it has, both ends counted.
    pub fn days(&self) -> i64 {
        self.last.days_since(self.first) + 1
    }

    /// How many weeks it has; a begun week counts.
    pub fn weeks(&self) -> i64 {
        (self.days() + 6).div_euclid(7)
    }

    /// The week of the cycle a day lies in, 1 in the first; clamped to the cycle.
    pub fn week(&self, day: Day) -> i64 {
        (day.days_since(self.first).div_euclid(7) + 1).clamp(1, self.weeks().max(1))
    }

    /// Tells whether a day lies within.
    pub fn contains(&self, day: Day) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// The day its sentences are read on: "by quarter end" means the end of this cycle also weeks before it begins, and
    /// after it is over.
    pub fn reading_day(&self, today: Day) -> ReadingDay {
        ReadingDay { day: today.min(self.last).max(self.first), ..self.typing_day(today) }
    }

    /// The day that days are typed on: "mon" is seen from it, and "end of quarter" is that of this cycle.
    pub fn typing_day(&self, today: Day) -> ReadingDay {
        let name = CountedName::read(&self.label);
        let quarter = QuarterRead {
            number: name.map_or_else(|| self.number(), |name| Some(name.part())),
            year: name.filter(CountedName::is_plain).map(|name| name.year()),
            months: name.map_or(3, |name| name.months()),
            days: (self.first, self.last),
        };
        ReadingDay { day: today, today, quarter: Some(quarter) }
    }

    /// Which quarter its label says it is, where that has no year: 1 of `Q1`.
    fn number(&self) -> Option<u32> {
        let (_, last) = self.label.rsplit_once(['q', 'Q'])?;
        last.trim().parse().ok()
    }

    /// Tells whether two cycles run beside each other, if only for a day.
    pub fn shares_a_day(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_quarter_has_its_days() {
        let cycle = Cycle::calendar("2027-Q1").unwrap();
        assert_eq!((cycle.id.as_str(), cycle.label.as_str()), ("2027-q1", "2027-Q1"));
        assert_eq!(
            (cycle.first, cycle.last),
            (Day::new(2027, 1, 1).unwrap(), Day::new(2027, 3, 31).unwrap())
        );
        assert_eq!((cycle.days(), cycle.weeks()), (90, 13));
        assert_eq!(cycle.week(Day::new(2027, 2, 23).unwrap()), 8);
        for typed in ["Q1 2027", "2027 Q1", "2027q1", "Q1/2027", "q1-2027", " 2027-q1 "] {
            assert_eq!(Cycle::calendar(typed).as_ref(), Some(&cycle), "{typed}");
        }
        for bad in [
            "",
            "2027",
            "2027-q5",
            "27-q1",
            "2027-q1x",
            "1-q1",
            "FY2027-Q1",
            "spring-Q1 2027",
            "0027-Q1",
            "2027-H1",
        ] {
            assert!(Cycle::calendar(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_quarter_without_its_year_is_the_one_that_runs_or_comes_next() {
        let day = |month, day| Day::new(2027, month, day).unwrap();
        for (typed, today, meant) in [
            ("q1", day(3, 31), "2027-Q1"),
            ("Q1", day(4, 1), "2028-Q1"),
            (" q2 ", day(2, 11), "2027-Q2"),
            ("q4", day(12, 31), "2027-Q4"),
        ] {
            assert_eq!(Cycle::without_year(typed, today).unwrap().label, meant, "{typed}");
        }
        for bad in ["q", "q5", "q0", "q1 2027", "2"] {
            assert!(Cycle::without_year(bad, day(2, 11)).is_none(), "{bad}");
        }
    }

    #[test]
    fn the_coming_quarter_crosses_the_year() {
        let next = Cycle::after(Day::new(2026, 11, 24).unwrap()).unwrap();
        assert_eq!(next.label, "2027-Q1");
        assert_eq!(Cycle::after(next.first).unwrap().label, "2027-Q2");
    }
}
