//! Calendar days: how they are kept, typed and shown.

use std::fmt;

mod written;

use self::written::{Written, end_of, relative, there, two_days, weekday};
pub use self::written::{day_and_month_of, month_named, upcoming};
use super::cycle::ReadingDay;
use super::display::repeated;
use crate::words::domain::values as words;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The name under which TOML carries a native date through serde. Writers that do not know it, such as
/// `toml::Table::try_from` and JSON, give a map with this one key.
pub const TOML_DATE: &str = "$__toml_private_datetime";
/// The struct name that goes with [`TOML_DATE`].
const TOML_DATE_STRUCT: &str = "$__toml_private_Datetime";

/// A calendar day between the years 1970 and 2199, without a time of day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// Which way from today a day is meant: `mon` of a reading is the last Monday, that of a promise the next, and so with a day
/// without its year, but for one that has just gone by, or is just to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    /// Today or before: what was read, asked or done.
    Back,
    /// After today: what is due or promised.
    Ahead,
}

impl Looks {
    /// Reads a day as people type it.
    ///
    /// # Errors
    /// As for [`Day::parse`].
    pub fn read(self, text: &str, on: impl Into<ReadingDay>) -> Result<Day, InvalidDay> {
        Day::read(text, on.into(), Some(self))
    }
}

/// Says why a text is not a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvalidDay {
    /// Nothing was typed.
    Empty,
    /// The text is no day in any form we read.
    NotADay(String),
    /// Well written, but the calendar has no such day: 30 February.
    NoSuchDay(String),
    /// `5/2` is one day here and another there: the day first, and the month first.
    TwoDays(String, [Day; 2]),
}

impl fmt::Display for InvalidDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str(words::A_DATE_IS_NEEDED),
            Self::NotADay(text) => f.write_str(&words::is_not_a_date(repeated(text))),
            Self::NoSuchDay(text) => f.write_str(&words::the_calendar_has_no(text)),
            Self::TwoDays(text, days) => {
                let [one, other] = days.map(|day| day.date().format("%-d %b").to_string());
                f.write_str(&words::is_one_day_or_another(text, one, other))
            }
        }
    }
}

impl std::error::Error for InvalidDay {}

impl Day {
    /// Takes a year, month and day of month.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::from_date)
    }

    /// Takes a date; `None` outside the years 1970 to 2199.
    pub fn from_date(date: NaiveDate) -> Option<Self> {
        (1970..2200).contains(&date.year()).then_some(Self(date))
    }

    /// The date for calendar libraries.
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// The day so many days later, or earlier when negative; stays within the years a day can have.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        self.moved(days).unwrap_or(self)
    }

    fn moved(self, days: i64) -> Option<Self> {
        let step = Days::new(days.unsigned_abs());
        let moved = if days < 0 { self.0.checked_sub_days(step) } else { self.0.checked_add_days(step) };
        moved.and_then(Self::from_date)
    }

    /// The same day of another month, or its last one.
    fn months_on(self, months: i64) -> Option<Self> {
        let step = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
        let moved =
            if months < 0 { self.0.checked_sub_months(step) } else { self.0.checked_add_months(step) };
        moved.and_then(Self::from_date)
    }

    /// The first day of a month so many months later, or earlier when negative; no other day has one.
    pub fn plus_months(self, months: i64) -> Option<Self> {
        let place = 12 * i64::from(self.0.year()) + i64::from(self.0.month0()) + months;
        let (year, month) =
            (i32::try_from(place.div_euclid(12)).ok()?, u32::try_from(place.rem_euclid(12)).ok()?);
        if self.0.day() == 1 { Self::new(year, month + 1, 1) } else { None }
    }

    /// Whole days from `earlier` to this day; negative when this day is earlier.
    pub fn days_since(self, earlier: Self) -> i64 {
        i64::from(self.0.num_days_from_ce() - earlier.0.num_days_from_ce())
    }

    /// The day so many working days (Monday to Friday) later.
    #[must_use]
    pub fn plus_working_days(self, days: u32) -> Self {
        let mut day = self;
        for _ in 0..days {
            day = day.plus(1);
            while day.is_weekend() {
                day = day.plus(1);
            }
        }
        day
    }

    /// The day itself, or the Monday after where it lies at a weekend.
    #[must_use]
    pub fn or_monday(self) -> Self {
        if self.is_weekend() { self.plus_working_days(1) } else { self }
    }

    /// The day itself, or the Friday before where it lies at a weekend.
    #[must_use]
    pub fn or_friday(self) -> Self {
        if self.is_weekend() { self.or_monday().plus(-3) } else { self }
    }

    /// The month in three letters: `Feb`.
    pub fn month_short(self) -> String {
        self.0.format("%b").to_string()
    }

    /// Tells whether it is a Saturday or Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// The year and the calendar quarter (1 to 4) the day lies in.
    pub fn quarter(self) -> (i32, u32) {
        (self.0.year(), self.0.month0() / 3 + 1)
    }

    /// The day as read aloud in a room: `4 Jan`, with the year where it is not that of `near`.
    pub fn short(self, near: Self) -> String {
        let form = if self.0.year() == near.0.year() { "%-d %b" } else { "%-d %b %Y" };
        self.0.format(form).to_string()
    }

    /// The weekday and day, echoed back to whoever typed it: `Mon 18 Jan 2027`.
    pub fn long(self) -> String {
        self.0.format("%a %-d %b %Y").to_string()
    }

    /// `Mon`.
    pub fn weekday(self) -> String {
        self.0.format("%a").to_string()
    }

    /// Reads a day as people type it: `2027-01-18`, `18.1.`, `31/3`, `18 Jan`, `Jan 18th`, `18 jan 2027`, `end of March`,
    /// `end of the quarter`, `mon`, `last friday`, `next friday`, `this week`, `today`, `+2w`, `in two weeks`, `3 days ago`.
    /// `5/2` is refused, as it is one day here and another there.
    ///
    /// A weekday means the first such day after `today`, `this` and `next` before it that of this week and of the next, which
    /// begins on a Monday; a week means its Friday, a month its last day; a day without a year is taken in the year that brings
    /// it nearest to `today`.
    ///
    /// # Errors
    /// The text is none of these forms, or the calendar has no such day.
    pub fn parse(text: &str, today: Self) -> Result<Self, InvalidDay> {
        Self::read(text, today.into(), None)
    }

    /// The same where it is known which way a day is meant.
    fn read(text: &str, on: ReadingDay, looks: Option<Looks>) -> Result<Self, InvalidDay> {
        let (typed, today) = (text.trim().to_lowercase(), on.day);
        if typed.is_empty() {
            return Err(InvalidDay::Empty);
        }
        let found = relative(&typed, today).or_else(|| weekday(&typed, today, looks));
        let found = found.or_else(|| end_of(&typed, on, looks)).or_else(|| two_days(&typed, today, looks));
        let found = found.or_else(|| Some(there(Written::read(&typed)?.day(today, looks), &typed)));
        found.unwrap_or_else(|| Err(InvalidDay::NotADay(text.trim().to_owned())))
    }
}

fn looks_iso(typed: &str) -> bool {
    typed.len() <= 10 && typed.chars().all(|c| c.is_ascii_digit() || c == '-')
}

fn iso(typed: &str) -> Option<Day> {
    let mut parts = typed.splitn(3, '-').map(str::parse::<u32>);
    let year = i32::try_from(parts.next()?.ok()?).ok()?;
    Day::new(year, parts.next()?.ok()?, parts.next()?.ok()?)
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.format("%Y-%m-%d").to_string())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for Day {
    /// Writes a native TOML date.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut native = serializer.serialize_struct(TOML_DATE_STRUCT, 1)?;
        native.serialize_field(TOML_DATE, &self.to_string())?;
        native.end()
    }
}

impl<'de> Deserialize<'de> for Day {
    /// Reads a native TOML date, of one with a time the day, or a text of the form `2027-01-18`.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DayVisitor)
    }
}

struct DayVisitor;

impl<'de> de::Visitor<'de> for DayVisitor {
    type Value = Day;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(words::A_DATE_SUCH_AS_2027_01_18)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Day, E> {
        let whole_day = text.len() == 10 && looks_iso(text);
        let day = whole_day.then(|| iso(text)).flatten();
        day.ok_or_else(|| E::custom(words::is_no_date_of_a_file(super::display::visible(text))))
    }

    fn visit_map<M: de::MapAccess<'de>>(self, mut map: M) -> Result<Day, M::Error> {
        match map.next_entry::<String, String>()? {
            // Of a date with a time the day counts: what a library of TOML writes for "now".
            Some((key, text)) if key == TOML_DATE => {
                self.visit_str(text.split_once(['T', 't', ' ']).map_or(&*text, |(day, _)| day))
            }
            _ => Err(de::Error::custom(words::NOT_A_TABLE_BUT_A_DATE)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        iso(text).unwrap()
    }

    #[test]
    fn a_weekday_that_can_only_be_past_is_the_last_one() {
        let today = day("2027-02-11");
        for (typed, meant) in
            [("mon", "2027-02-08"), ("Thursday", "2027-02-11"), ("fri", "2027-02-05"), ("-3d", "2027-02-08")]
        {
            assert_eq!(Looks::Back.read(typed, today).unwrap(), day(meant), "{typed}");
        }
    }

    #[test]
    fn this_friday_is_to_come_where_it_is_due_and_this_week_is_past_where_it_was_read() {
        let [thursday, saturday] = [day("2027-02-11"), day("2027-02-13")];
        for (looks, typed, today, meant) in [
            (Looks::Ahead, "this friday", thursday, "2027-02-12"),
            (Looks::Ahead, "this friday", saturday, "2027-02-19"),
            (Looks::Ahead, "this thursday", thursday, "2027-02-11"),
            (Looks::Back, "this friday", saturday, "2027-02-12"),
            (Looks::Back, "this tuesday", thursday, "2027-02-09"),
            (Looks::Ahead, "this week", thursday, "2027-02-12"),
            (Looks::Ahead, "next week", saturday, "2027-02-19"),
            (Looks::Ahead, "next month", day("2027-12-31"), "2028-01-31"),
            (Looks::Back, "this week", thursday, "2027-02-11"),
            (Looks::Back, "this week", saturday, "2027-02-12"),
            (Looks::Back, "this month", thursday, "2027-02-11"),
            (Looks::Back, "last month", thursday, "2027-01-31"),
        ] {
            assert_eq!(looks.read(typed, today), Ok(day(meant)), "{looks:?} {typed} on {today}");
        }
    }

    #[test]
    fn a_day_without_its_year_is_taken_the_way_that_is_meant() {
        let [february, december] = [day("2027-02-11"), day("2026-12-10")];
        for (looks, typed, today, meant) in [
            (Looks::Ahead, "20 Aug", february, "2027-08-20"),
            (Looks::Ahead, "30 Jun", december, "2027-06-30"),
            (Looks::Ahead, "18 Jan", february, "2027-01-18"),
            (Looks::Ahead, "18 Jan", december, "2027-01-18"),
            (Looks::Back, "5 Jun", december, "2026-06-05"),
            (Looks::Back, "20 Aug", february, "2026-08-20"),
            (Looks::Back, "12 Feb", february, "2027-02-12"),
            (Looks::Back, "20 Aug 2027", february, "2027-08-20"),
        ] {
            assert_eq!(looks.read(typed, today), Ok(day(meant)), "{looks:?} {typed} on {today}");
        }
    }

    #[test]
    fn days_are_read_the_way_people_write_them() {
        let today = day("2027-02-11");
        for (typed, meant) in [
            ("2027-01-18", "2027-01-18"),
            ("18 Jan", "2027-01-18"),
            ("Jan 18", "2027-01-18"),
            ("31 december", "2026-12-31"),
            ("18 jan 2028", "2028-01-18"),
            ("mon", "2027-02-15"),
            ("Thursday", "2027-02-18"),
            ("today", "2027-02-11"),
            ("+2w", "2027-02-25"),
            ("-3d", "2027-02-08"),
            ("+10", "2027-02-21"),
            ("10.02.2027", "2027-02-10"),
            ("10.2.", "2027-02-10"),
            ("10. 2. 27", "2027-02-10"),
            ("2027/02/10", "2027-02-10"),
            ("20270210", "2027-02-10"),
            ("feb 5th", "2027-02-05"),
            ("the 5th of February, 2028", "2028-02-05"),
            ("Sept 5", "2026-09-05"),
            ("31 Mar 27", "2027-03-31"),
            ("10-Feb-2027", "2027-02-10"),
            ("Wed 10 Feb 2027", "2027-02-10"),
            ("end of March", "2027-03-31"),
            ("end of feb 2028", "2028-02-29"),
            ("tues", "2027-02-16"),
            ("Thurs.", "2027-02-18"),
            ("last friday", "2027-02-05"),
            ("next friday", "2027-02-19"),
            ("next thursday", "2027-02-18"),
            ("next mon", "2027-02-15"),
            ("last thursday", "2027-02-04"),
            ("this friday", "2027-02-12"),
            ("this thursday", "2027-02-11"),
            ("this mon", "2027-02-08"),
            ("this week", "2027-02-12"),
            ("next week", "2027-02-19"),
            ("last week", "2027-02-05"),
            ("end of the week", "2027-02-12"),
            ("end of next week", "2027-02-19"),
            ("EOW", "2027-02-12"),
            ("this month", "2027-02-28"),
            ("next month", "2027-03-31"),
            ("last month", "2027-01-31"),
            ("end of next month", "2027-03-31"),
            ("this quarter", "2027-03-31"),
            ("2 days ago", "2027-02-09"),
            ("in 2 weeks", "2027-02-25"),
            ("in two weeks", "2027-02-25"),
            ("a week ago", "2027-02-04"),
            ("31/3", "2027-03-31"),
            ("3/31", "2027-03-31"),
            ("31/03/2027", "2027-03-31"),
            ("2/2", "2027-02-02"),
            ("end of quarter", "2027-03-31"),
            ("end of the quarter", "2027-03-31"),
            ("quarter end", "2027-03-31"),
            ("EOQ", "2027-03-31"),
            ("end of this month", "2027-02-28"),
            ("end of the year", "2027-12-31"),
            ("end of Q2", "2027-06-30"),
            ("end of q1 2028", "2028-03-31"),
            ("+1m", "2027-03-11"),
        ] {
            assert_eq!(Day::parse(typed, today), Ok(day(meant)), "{typed}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused_in_words() {
        let today = day("2027-02-11");
        for bad in [
            "",
            "2027-02-30",
            "30 Feb",
            "0000-01-01",
            "9999-01-01",
            "soon",
            "\u{1f389}",
            "+999999w",
            "+5000m",
            "-1000m",
            "12.13.2027",
            "Thu 10 Feb 2027",
            "Thu 10 Feb",
            "5/2",
            "10/02/2027",
            "30/30",
            "end of fun",
            "week",
            "month",
            "next quarter",
            "next fun",
            "this",
            "end",
            "ago",
            "in",
            "th mar",
        ] {
            assert!(Day::parse(bad, today).is_err(), "{bad}");
        }
        assert_eq!(Day::parse("30 Feb", today), Err(InvalidDay::NoSuchDay("30 feb".to_owned())));
        for typed in ["5/2", "5/2/2027", "2/5"] {
            let says = Day::parse(typed, today).unwrap_err().to_string();
            assert!(says.contains("5 Feb") && says.contains("2 May"), "{says}");
        }
    }

    #[test]
    fn the_end_of_the_quarter_is_that_of_the_cycle_a_day_is_typed_about() {
        let today = day("2026-12-10");
        let mut cycle = super::super::cycle::Cycle::calendar("2027-Q1").unwrap();
        let ends = |cycle: &super::super::cycle::Cycle, typed: &str| {
            Looks::Ahead.read(typed, cycle.typing_day(today)).map(|day| day.to_string())
        };
        assert_eq!(ends(&cycle, "end of quarter").unwrap(), "2027-03-31");
        assert_eq!(ends(&cycle, "mon").unwrap(), "2026-12-14", "seen from today");
        cycle.last = day("2027-04-09");
        assert_eq!(ends(&cycle, "end of the quarter").unwrap(), "2027-04-09");
        assert_eq!(ends(&cycle, "end of Q1").unwrap(), "2027-04-09");
        assert!(ends(&cycle, "end of Q2").is_err(), "only the team knows when that ends");
    }

    #[test]
    fn working_days_step_over_the_weekend() {
        assert_eq!(day("2027-04-01").plus_working_days(2), day("2027-04-05"));
        assert_eq!(day("2027-03-29").plus_working_days(2), day("2027-03-31"));
    }

    #[test]
    fn a_day_is_a_native_date_in_toml() {
        #[derive(Serialize, Deserialize, PartialEq, Debug)]
        struct Holder {
            due: Day,
        }
        let holder = Holder { due: day("2027-03-31") };
        let text = toml::to_string(&holder).unwrap();
        assert_eq!(text, "due = 2027-03-31\n");
        assert_eq!(toml::from_str::<Holder>(&text).unwrap(), holder);
        for with_time in ["2027-03-31T10:00:00+01:00", "2027-03-31T00:00:00Z", "2027-03-31 07:32:00"] {
            assert_eq!(
                toml::from_str::<Holder>(&format!("due = {with_time}")).unwrap(),
                holder,
                "{with_time}"
            );
        }
        assert!(toml::from_str::<Holder>("due = 07:32:00").is_err());
        assert!(toml::from_str::<Holder>("due = 0000-03-31").is_err());
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in ".{0,40}") {
            let _ = Day::parse(&text, day("2027-02-11"));
        }
    }
}
