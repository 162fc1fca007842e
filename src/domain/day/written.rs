//! Days as people write them: in figures, in words, and as seen from today.

use std::ops::RangeInclusive;

use chrono::Datelike;

use super::{Day, InvalidDay, Looks};
use crate::domain::cycle::ReadingDay;
use crate::domain::series::quarter_and_year;

/// The days of a quarter: a day without its year lies at most so far on the other side of today than the way that is meant.
const JUST: i64 = 92;

/// A day that the calendar may not have.
pub(super) fn there(day: Option<Day>, typed: &str) -> Result<Day, InvalidDay> {
    day.ok_or_else(|| InvalidDay::NoSuchDay(typed.to_owned()))
}

/// The numbers that are written as words, from one.
const NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// A number in figures or in a word at the beginning of a text, and what stands behind it.
fn number(typed: &str) -> Option<(i64, &str)> {
    let figures_end = typed.find(|c: char| !c.is_ascii_digit()).unwrap_or(typed.len());
    if figures_end > 0 {
        return Some((typed[..figures_end].parse().ok()?, &typed[figures_end..]));
    }
    let (word, rest) = typed.split_once(' ')?;
    let word = if matches!(word, "a" | "an") { "one" } else { word };
    let before = NUMBERS.iter().position(|number| *number == word)?;
    Some((i64::try_from(before).ok()? + 1, rest))
}

/// Reads `today`, `+2w`, `-3d`, `+1m`, `in 2 weeks`, `in two weeks`, `2 days ago`; there may be no such day.
pub(super) fn relative(typed: &str, today: Day) -> Option<Result<Day, InvalidDay>> {
    let (sign, rest) = match typed {
        "today" => return Some(Ok(today)),
        "tomorrow" => (1, "1"),
        "yesterday" => (-1, "1"),
        _ => match (typed.strip_suffix(" ago"), typed.split_at_checked(1)?) {
            (Some(rest), _) | (None, ("-", rest)) => (-1, rest),
            (None, ("+", rest)) => (1, rest),
            (None, _) => (1, typed.strip_prefix("in ")?),
        },
    };
    let (count, unit) = number(rest).filter(|(count, _)| *count <= 5000)?;
    let day = match unit.trim() {
        "" | "d" | "day" | "days" => today.moved(sign * count),
        "w" | "week" | "weeks" => today.moved(sign * count * 7),
        "m" | "month" | "months" => today.months_on(sign * count),
        _ => return None,
    };
    Some(there(day, typed))
}

/// The names of the days of a week, from Monday on.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The place of a name, from 0, of which at least three letters are written.
fn place(names: &[&str], typed: &str) -> Option<u32> {
    let at = names.iter().position(|name| typed.len() >= 3 && name.starts_with(typed))?;
    u32::try_from(at).ok()
}

/// How many days from Monday on a weekday is.
fn after_monday(typed: &str) -> Option<u32> {
    place(&WEEKDAYS, typed.trim_end_matches(['.', ',']))
}

/// Reads `mon`, `tues`, `Thursday`, `last friday`, `this friday` and `next friday`, which are those of this week and of the
/// next; there may be no such day. Where it is meant ahead and that of this week is gone by, `this` is the one to come.
pub(super) fn weekday(typed: &str, today: Day, looks: Option<Looks>) -> Option<Result<Day, InvalidDay>> {
    let [last, this, next] = ["last ", "this ", "next "].map(|which| typed.strip_prefix(which));
    let meant = i64::from(after_monday(last.or(this).or(next).unwrap_or(typed))?);
    let behind = i64::from(today.0.weekday().num_days_from_monday()) - meant;
    let since = behind.rem_euclid(7);
    let days = match since {
        _ if next.is_some() => 7 - behind,
        _ if this.is_some() && (behind <= 0 || looks != Some(Looks::Ahead)) => -behind,
        0 if last.is_some() => -7,
        _ if last.is_some() || looks == Some(Looks::Back) => -since,
        _ => 7 - since,
    };
    Some(there(today.moved(days), typed))
}

/// Reads `this week`, `next month`, `end of the quarter`, `quarter end`, `eoq`, `end of Q2`, `end of Q1 2028`: the last day of
/// it, the Friday of a week; there may be no such day. What is not over yet and can only be past is meant as far as today.
pub(super) fn end_of(typed: &str, on: ReadingDay, looks: Option<Looks>) -> Option<Result<Day, InvalidDay>> {
    let is_said = |word: &&str| !matches!(*word, "" | "of" | "the");
    let words: Vec<&str> = typed.split([' ', '-', '.']).filter(is_said).collect();
    let (is_end, words) = match &words[..] {
        ["end", rest @ ..] | [rest @ .., "end"] => (true, rest),
        all => (false, all),
    };
    let last = match *words {
        ["eow"] => last_of("week", 0, on),
        ["eom"] => last_of("month", 0, on),
        ["eoq"] => last_of("quarter", 0, on),
        ["eoy"] => last_of("year", 0, on),
        [period] if is_end => last_of(period, 0, on),
        ["this", period] if is_end || looks != Some(Looks::Back) => last_of(period, 0, on),
        ["this", period] => last_of(period, 0, on).map(|last| last.min(on.day)),
        ["next", period] => last_of(period, 1, on),
        ["last", period] => last_of(period, -1, on),
        _ => None,
    };
    if last.is_none() && is_end {
        let (number, year) = quarter_and_year(&words.join(" "))?;
        return Some(there(on.part_of_year((3, number), year).map(|(_, last)| last), typed));
    }
    last.map(Ok)
}

/// The last day of the week, month, quarter or year of a day, or of the one so many later; which quarters and years are
/// others only the team knows.
fn last_of(period: &str, later: i64, on: ReadingDay) -> Option<Day> {
    let Day(today) = on.day;
    match (period, later) {
        ("week", _) => {
            let friday = 4 - i64::from(today.weekday().num_days_from_monday());
            on.day.moved(friday + 7 * later)
        }
        ("month", _) => Day::from_date(today.with_day(1)?)?.plus_months(later + 1)?.moved(-1),
        (_, 0) => on.period(period).map(|(_, last)| last),
        _ => None,
    }
}

/// Refuses `5/2`, which is one day here and another there.
pub(super) fn two_days(typed: &str, today: Day, looks: Option<Looks>) -> Option<Result<Day, InvalidDay>> {
    let mut parts = typed.split('/').map(str::trim);
    let (one, other) = (figures(parts.next()?, 2)?, figures(parts.next()?, 2)?);
    let year = parts.next().map(|year| year_of(year).ok_or(())).transpose().ok()?;
    let is_either = parts.next().is_none() && day_and_month_of(one, other).is_none();
    let of = |day: u32, month| Written { days: day..=day, month, year, weekday: None }.day(today, looks);
    let (first, second) = (of(one, other)?, of(other, one)?);
    is_either.then(|| Err(InvalidDay::TwoDays(typed.to_owned(), [first, second])))
}

/// The names of the months.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Which month of the year, from 1, a name means of which at least three letters are written.
pub fn month_named(typed: &str) -> Option<u32> {
    Some(place(&MONTHS, typed)? + 1)
}

/// A day as it is written, which the calendar may not have.
pub(super) struct Written {
    /// The day of the month; for its end, all the days that may be the last.
    days: RangeInclusive<u32>,
    month: u32,
    year: Option<i32>,
    /// The weekday before it, counted from Monday.
    weekday: Option<u32>,
}

impl Written {
    pub(super) fn read(typed: &str) -> Option<Self> {
        Self::in_figures(typed).or_else(|| Self::in_words(typed))
    }

    /// Reads `2027-01-18`, `2027/1/18`, `20270118`, `18.1.`, `18.01.2027`, `31/3`, `3/31/2027`.
    fn in_figures(typed: &str) -> Option<Self> {
        let is_packed = typed.len() == 8 && typed.bytes().all(|byte| byte.is_ascii_digit());
        let by = ['-', '/', '.'].into_iter().find(|by| typed.contains(*by));
        let parts: Vec<&str> = match by {
            Some('.') => typed.strip_suffix('.').unwrap_or(typed).split('.').map(str::trim).collect(),
            Some(by) => typed.split(by).collect(),
            None if is_packed => vec![&typed[..4], &typed[4..6], &typed[6..]],
            None => return None,
        };
        let (day, month, year) = match parts[..] {
            [year, month, day] if year.len() == 4 => (day, month, Some(year_of(year)?)),
            [day, month, year] if by == Some('.') => (day, month, Some(year_of(year)?)),
            [day, month] if by == Some('.') => (day, month, None),
            [one, other] if by == Some('/') => return Self::slashed([one, other], None),
            [one, other, year] if by == Some('/') => {
                return Self::slashed([one, other], Some(year_of(year.trim())?));
            }
            _ => return None,
        };
        let (day, month) = (figures(day, 2)?, figures(month, 2)?);
        Some(Self { days: day..=day, month, year, weekday: None })
    }

    fn slashed(parts: [&str; 2], year: Option<i32>) -> Option<Self> {
        let [one, other] = parts.map(|part| figures(part.trim(), 2));
        let (day, month) = day_and_month_of(one?, other?)?;
        Some(Self { days: day..=day, month, year, weekday: None })
    }

    /// Reads `18 jan`, `Mon 18 Jan`, `5th of Feb`, `jan 18, 2027`, `18 jan 27`, `end of March`.
    fn in_words(typed: &str) -> Option<Self> {
        let words = typed.split([' ', ',', '.', '/', '-']).filter(|word| !matches!(*word, "" | "of" | "the"));
        let mut words: Vec<&str> = words.collect();
        let weekday = words.first().and_then(|word| after_monday(word));
        if weekday.is_some() {
            words.remove(0);
        }
        let at = words.iter().position(|word| month_named(word).is_some())?;
        let month = month_named(words.remove(at))?;
        let (day, year) = match words[..] {
            [day] => (day, None),
            [year, day] if year.len() == 4 => (day, Some(year_of(year)?)),
            [day, year] => (day, Some(year_of(year)?)),
            _ => return None,
        };
        let is_ordinal = |end: &&str| day.len() > end.len() && day.ends_with(end);
        let end = ["st", "nd", "rd", "th"].into_iter().find(is_ordinal).unwrap_or("");
        let days = match day {
            "end" => 28..=31,
            _ => figures(day.strip_suffix(end)?, 2).map(|day| day..=day)?,
        };
        Some(Self { days, month, year, weekday })
    }

    /// The day in a year.
    fn of(&self, year: i32) -> Option<Day> {
        self.days.clone().rev().find_map(|day| Day::new(year, self.month, day))
    }

    /// The day that is meant; none where it has another weekday than is written.
    pub(super) fn day(&self, today: Day, looks: Option<Looks>) -> Option<Day> {
        let found = match self.year {
            Some(year) => self.of(year),
            None => in_a_year(|year| self.of(year), today, looks),
        };
        let weekday = |day: &Day| day.0.weekday().num_days_from_monday();
        found.filter(|day| self.weekday.is_none_or(|written| written == weekday(day)))
    }
}

/// The day and the month of two numbers that are parted by a slash, where only one of them can be the month.
pub fn day_and_month_of(one: u32, other: u32) -> Option<(u32, u32)> {
    match (one, other) {
        (13.., 1..=12) => Some((one, other)),
        (1..=12, 13..) => Some((other, one)),
        _ => (one == other).then_some((one, one)),
    }
}

/// The days of the year that is given, else of this year or the next, the first that do not lie behind us; none where this
/// year has no such day.
pub fn upcoming(
    year: Option<i32>,
    today: Day,
    days: impl Fn(i32) -> Option<(Day, Day)>,
) -> Option<(Day, Day)> {
    let this = today.quarter().0;
    match year {
        Some(year) => days(year),
        None => [this, this + 1].into_iter().map(days).find(|it| it.is_none_or(|it| it.1 >= today)).flatten(),
    }
}

/// A number of at most so many digits.
fn figures(typed: &str, most: usize) -> Option<u32> {
    let is_number = typed.len() <= most && typed.bytes().all(|byte| byte.is_ascii_digit());
    typed.parse().ok().filter(|_| is_number)
}

/// `2027`, or `27` of this century.
fn year_of(typed: &str) -> Option<i32> {
    let year = i32::try_from(figures(typed, 4)?).ok()?;
    match typed.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

/// The day in the year that is meant, else in the year that brings it nearest to `today`.
fn in_a_year(of: impl Fn(i32) -> Option<Day>, today: Day, looks: Option<Looks>) -> Option<Day> {
    let is_meant = |found: &Day| {
        let ahead = found.days_since(today);
        match looks {
            Some(Looks::Ahead) => ahead >= -JUST,
            Some(Looks::Back) => ahead <= JUST,
            None => true,
        }
    };
    let years = today.0.year() - 1..=today.0.year() + 1;
    let days = years.filter_map(of);
    days.min_by_key(|found| (!is_meant(found), found.days_since(today).abs()))
}
