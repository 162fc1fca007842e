//! Days, months, quarters and years of a sentence: which of them is the day by which, and which tokens are no figures.

use std::ops::Range;

use super::times::{Time, is_aim, is_compared, meant};
use super::wording::text;
use super::words::Words;
use crate::coach::lexicon::Tags;
use crate::coach::token::Kind;
use crate::domain::cycle::ReadingDay;
use crate::domain::day::{Day, Looks, day_and_month_of, month_named, upcoming};
use crate::domain::quantity::is_plural;

/// The dates of a sentence.
#[derive(Debug, Default)]
pub(super) struct Dates {
    /// For each token whether it belongs to a date or leads to one.
    pub(super) holds: Vec<bool>,
    /// The times it names.
    pub(super) times: Vec<Time>,
}

/// A stretch of days a text names, and the token behind it; some name none we can tell, such as a fiscal year.
struct Named {
    days: Option<(Day, Day)>,
    end: usize,
}

/// Finds the dates of a sentence.
pub(super) fn dates(words: &Words<'_, '_>, on: ReadingDay) -> Dates {
    const YEAR: i64 = 365;
    let mut dates = Dates { holds: vec![false; words.len()], ..Dates::default() };
    let mut at = 0;
    while at < words.len() {
        let Some(Named { days, end }) = named(words, at, on) else {
            at += 1;
            continue;
        };
        let lead = lead(words, at);
        let (whole, is_aim) = (lead..end, is_aim(words, lead));
        let back = || named(words, at, ReadingDay { day: on.day.plus(-YEAR), ..on })?.days;
        let days = days.map(|ahead| if is_aim { ahead } else { meant(ahead, back(), on) });
        let told = days.filter(|_| !is_compared(words, &whole));
        let due = told.and_then(|days| due(words, lead..at, days)).filter(|due| *due >= on.day);
        let is_over = days.is_some_and(|days| days.1 < on.day);
        dates.holds[lead..end.min(words.len())].fill(true);
        dates.times.push(Time { at: whole, days, due, is_over, is_aim });
        at = end;
    }
    dates
}

/// The first of the words that lead to a date: "by the end of", "before", "in".
fn lead(words: &Words<'_, '_>, at: usize) -> usize {
    const EDGES: &[&str] =
        &["the", "end", "of", "early", "late", "mid", "start", "beginning", "close", "this", "-", "next"];
    const LEADS: &[&str] =
        &["by", "until", "till", "before", "in", "during", "for", "on", "at", "since", "(", "from"];
    let mut first = at;
    while first > 0 && words.is_any(first - 1, EDGES) {
        first -= 1;
    }
    if let Some(latest) = latest(words, first) {
        return latest;
    }
    let is_led = first > 0 && words.is_any(first - 1, LEADS) && !words.is(first - 1, "(");
    if is_led { first - 1 } else { first }
}

/// "No later than", "not later than", "latest" before a date: where that begins.
fn latest(words: &Words<'_, '_>, at: usize) -> Option<usize> {
    let is_latest = words.is_before(at, &["latest"]).then(|| at - 1);
    let later = at.checked_sub(3).filter(|_| words.is(at - 1, "than") && words.is(at - 2, "later"));
    is_latest.or(later.filter(|at| words.is_any(*at, &["no", "not"])))
}

/// The day by which, when the words before a date say that it is one.
fn due(words: &Words<'_, '_>, lead: Range<usize>, (first, last): (Day, Day)) -> Option<Day> {
    let says = |word: &str| lead.clone().any(|at| words.is(at, word));
    let middle = first.plus(last.days_since(first) / 2);
    let end = match () {
        () if says("start") || says("beginning") || says("early") => first,
        () if says("mid") => middle,
        () => last,
    };
    match words.lower(lead.start) {
        "before" => Some(if says("end") { end } else { first.plus(-1) }),
        "by" | "until" | "till" | "end" | "in" | "during" | "for" | "at" | "no" | "not" | "latest" => {
            Some(end)
        }
        "on" if first == last => Some(last),
        _ if lead.is_empty() && is_alone(words, lead.start) => Some(last),
        _ => None,
    }
}

/// A date that stands by itself, in brackets or behind a comma: "(EOQ)", ", 31 March".
fn is_alone(words: &Words<'_, '_>, at: usize) -> bool {
    words.is_before(at, &["(", ",", ":", "due", "deadline"])
        || words.is_any(at, &["eoq", "eoy", "eom", "mid-june"])
        || words.lower(at).starts_with("mid-")
}

/// The date that begins at a token.
fn named(words: &Words<'_, '_>, at: usize, on: ReadingDay) -> Option<Named> {
    iso(words, at)
        .or_else(|| dotted(words, at, on.day))
        .or_else(|| slashed(words, at, on.day))
        .or_else(|| day_and_month(words, at, on.day))
        .or_else(|| month(words, at, on.day))
        .or_else(|| part_of_year(words, at, on))
        .or_else(|| period_end(words, at, on))
        .or_else(|| as_said(words, at, on))
        .or_else(|| year_alone(words, at))
}

/// Words behind which a day stands.
const LEADS_TO_DAY: &[&str] = &["by", "until", "till", "before"];

/// "By Friday", "by next month", "by +2w": a day as seen from today, read as every field reads it.
fn as_said(words: &Words<'_, '_>, at: usize, on: ReadingDay) -> Option<Named> {
    const LONGEST: usize = 3;
    let is_weekday = words.lower(at).ends_with("day");
    let begins = is_weekday || words.is_any(at, &["this", "next", "+", "tomorrow", "eow"]);
    if !begins || !words.is_before(at, LEADS_TO_DAY) {
        return None;
    }
    let on = ReadingDay { day: on.today, ..on };
    let said = |end: usize| {
        let day = words.ends(end).then(|| Looks::Ahead.read(&text(words, at..end), on).ok()).flatten()?;
        Some(Named { days: Some((day, day)), end })
    };
    (at + 1..=words.len().min(at + LONGEST)).rev().find_map(said)
}

/// `31.03.2027`, and `31.03.` or `31.3.` behind a word that leads to a day.
fn dotted(words: &Words<'_, '_>, at: usize, today: Day) -> Option<Named> {
    let parts: Vec<&str> = words.text(at).split('.').collect();
    let number = |text: &str, digits: usize| text.parse::<u32>().ok().filter(|_| text.len() <= digits);
    let (day, month, given) = match parts[..] {
        [day, month, year] if year.len() == 4 => {
            (number(day, 2)?, number(month, 2)?, Some(year.parse().ok()?))
        }
        [day, month] => (number(day, 2)?, number(month, 2)?, None),
        _ => return None,
    };
    let is_led = words.is_before(at, LEADS_TO_DAY);
    // "By 1.5." is how far it goes where nothing says to where.
    let is_day = words.text(at).len() > 4 || (0..at).any(|at| words.has(at, Tags::TO));
    let is_short = words.is(at + 1, ".") && words.is_glued(at + 1) && is_led && is_day;
    let day = upcoming(given, today, |year| Day::new(year, month, day).map(|day| (day, day)));
    let end = at + 1 + usize::from(is_short);
    day.filter(|_| given.is_some() || is_short).map(|days| Named { days: Some(days), end })
}

/// `31/03/2027`, and `31/03` behind a word that leads to a day. Which is the month nobody can tell of `3/4`: no day is named.
fn slashed(words: &Words<'_, '_>, at: usize, today: Day) -> Option<Named> {
    let joins = |at: usize| words.is(at, "/") && words.is_glued(at) && words.is_glued(at + 1);
    let (one, other) = (count(words, at)?, count(words, at + 2).filter(|_| joins(at + 1))?);
    let given = joins(at + 3).then(|| year(words, at + 4)).flatten();
    let end = given.map_or(at + 3, |(_, end)| end);
    let is_led = words.is_before(at, LEADS_TO_DAY) && words.ends(end);
    let Some((day, month)) = day_and_month_of(one, other) else {
        return (is_led || given.is_some()).then_some(Named { days: None, end });
    };
    let days =
        upcoming(given.map(|(year, _)| year), today, |year| Day::new(year, month, day).map(|day| (day, day)));
    days.filter(|_| is_led || given.is_some()).map(|days| Named { days: Some(days), end })
}

/// `2027-03-31`, `2027/03/31`.
fn iso(words: &Words<'_, '_>, at: usize) -> Option<Named> {
    let is_glued = (at + 1..at + 5).all(|next| words.is_glued(next));
    let is_parted = |by| words.is(at + 1, by) && words.is(at + 3, by);
    if !is_glued || !(is_parted("-") || is_parted("/")) {
        return None;
    }
    let day = Day::new(year(words, at)?.0, count(words, at + 2)?, count(words, at + 4)?)?;
    Some(Named { days: Some((day, day)), end: at + 5 })
}

/// `31 March 2027`, `31st of March`, `31. March`, `March 31`, `Mar 31st, 2027`.
fn day_and_month(words: &Words<'_, '_>, at: usize, today: Day) -> Option<Named> {
    let skip_ordinal = |at: usize| {
        if words.is_glued(at) && words.is_any(at, &["st", "nd", "rd", "th"]) { at + 1 } else { at }
    };
    let (day, month, end) = if let Some(day) = count(words, at) {
        let is_pair = words.is_any(at + 1, &["/", "-", "–"]) && words.is_glued(at + 1);
        let last = if is_pair && count(words, at + 2).is_some() { at + 2 } else { at };
        let is_dot = words.is(last + 1, ".") && words.is_glued(last + 1);
        let next = if is_dot { last + 2 } else { skip_ordinal(last + 1) };
        let next = if words.is(next, "of") { next + 1 } else { next };
        (day, month_of(words, next)?, next + 1)
    } else {
        let month = month_of(words, at)?;
        let end = skip_ordinal(at + 2);
        let is_figure =
            words.is_word(end) && !words.has(end, Tags::STOP) || words.is_any(end, &["%", "x", "+"]);
        (count(words, at + 1).filter(|_| !is_figure)?, month, end)
    };
    let comma = usize::from(words.is(end, ","));
    let (given, end) = match year(words, end + comma) {
        Some((year, end)) => (Some(year), end),
        None => (None, end),
    };
    let day = upcoming(given, today, |year| Day::new(year, month, day).map(|day| (day, day)));
    Some(Named { days: day, end })
}

/// `March`, `March 2027`, `mid-June`; a word that may be a verb only behind a preposition.
fn month(words: &Words<'_, '_>, at: usize, today: Day) -> Option<Named> {
    let month = month_of(words, at)?;
    let is_led = words.is_before(
        at,
        &["by", "in", "before", "until", "till", "of", "since", "end", "during", "mid", "from", "for"],
    );
    let is_plain = words.tokens[at].text.starts_with(char::is_uppercase) && words.lower(at).len() > 3;
    let is_mid = words.lower(at).starts_with("mid-");
    if !(is_led || is_mid || is_plain && !words.is_any(at, &["march", "may"])) {
        return None;
    }
    let given = year(words, at + 1);
    let days = upcoming(given.map(|(year, _)| year), today, |year| {
        let first = Day::new(year, month, if is_mid { 15 } else { 1 })?;
        let next = if month == 12 { Day::new(year + 1, 1, 1) } else { Day::new(year, month + 1, 1) }?;
        Some(if is_mid { (first, first) } else { (first, next.plus(-1)) })
    });
    Some(Named { days, end: given.map_or(at + 1, |(_, end)| end) })
}

/// `Q1`, `H2`, `Q1 2027`, `Q1'27`, `2027-Q1`, `FY27`.
fn part_of_year(words: &Words<'_, '_>, at: usize, on: ReadingDay) -> Option<Named> {
    let behind = |at: usize| at + usize::from(words.is_any(at, &["-", "/"]) && words.is_glued(at));
    let (part, given, end) = match year(words, at) {
        Some((year, end)) if words.is_word(behind(end)) => (behind(end), Some(year), behind(end) + 1),
        _ => match year(words, behind(at + 1)) {
            Some((year, end)) => (at, Some(year), end),
            None => (at, None, at + 1),
        },
    };
    let text = words.lower(part);
    let letter = text.get(..1)?;
    let number = text.get(1..).and_then(|digits| digits.parse::<u32>().ok());
    let (months, number) = match (letter, number) {
        ("q", Some(number @ 1..=4)) => (3, number),
        ("h", Some(number @ 1..=2)) => (6, number),
        _ if is_fiscal(text) => return Some(Named { days: None, end }),
        _ => return None,
    };
    let days = on.part_of_year((months, number), given);
    Some(Named { days, end })
}

/// `FY27`, `CY2027`, `FY22Q4`: when it ends only the team knows.
fn is_fiscal(text: &str) -> bool {
    let rest = text.strip_prefix("fy").or_else(|| text.strip_prefix("cy"));
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// `end of the quarter`, `year end`, `EOQ`, `this quarter`.
fn period_end(words: &Words<'_, '_>, at: usize, on: ReadingDay) -> Option<Named> {
    let (period, end) = match words.lower(at) {
        "eoq" => ("quarter", at + 1),
        "eoy" => ("year", at + 1),
        "eom" => ("month", at + 1),
        "year-end" | "quarter-end" | "month-end" => (words.lower(at).strip_suffix("-end")?, at + 1),
        period @ ("quarter" | "year" | "month") if words.is(at + 1, "end") => (period, at + 2),
        period @ ("quarter" | "year" | "month") if ends_or_is_this(words, at) => (period, at + 1),
        _ => return None,
    };
    if end == at + 1
        && words.is_any(at, &["month-end", "quarter-end"])
        && !words.is_before(at, &["by", "before", "at"])
    {
        return None;
    }
    Some(Named { days: on.period(period), end })
}

fn ends_or_is_this(words: &Words<'_, '_>, at: usize) -> bool {
    let before = |steps: usize, word: &str| at >= steps && words.is(at - steps, word);
    before(2, "end") && before(1, "of")
        || before(3, "end") && before(2, "of")
        || before(1, "this") && before(2, "by")
}

/// `2027` where it can only be a year, and `'27`.
fn year_alone(words: &Words<'_, '_>, at: usize) -> Option<Named> {
    let (year, end) = year(words, at)?;
    let is_short = end > at + 1;
    let is_led = words.is_before(
        at,
        &[
            "in", "by", "until", "till", "before", "since", "during", "end", "for", "year", "the", "than",
            "vs", "over", "of", "(", "and", "with", "against",
        ],
    );
    let is_level = words.is_any(
        end,
        &["baseline", "average", "level", "levels", "figures", "numbers", "plan", "budget", ":"],
    );
    let is_in_place = words.is(end, "in") && words.is(end + 1, "place");
    let is_done =
        words.lower(end).ends_with("ed") || is_in_place || words.is_any(end, &["done", "live", "ready"]);
    let counts = words.is_word(end) && !words.has(end, Tags::STOP) && !is_level && !is_done;
    let (first, last) = (Day::new(year, 1, 1)?, Day::new(year, 12, 31)?);
    let opens = at == 1 && words.is(0, "by");
    let is_free = !counts && !words.is_any(end, &["%", "+"]);
    let is_year = opens || is_level || is_free && (is_led || is_short || is_done && is_of_a_thing(words, at));
    is_year.then_some(Named { days: Some((first, last)), end })
}

/// "Budget 2027 approved", "Plan 2027 in place": the year is that of the one thing before it.
fn is_of_a_thing(words: &Words<'_, '_>, at: usize) -> bool {
    let verbs = Tags::UP.or(Tags::DOWN).or(Tags::IMPROVE).or(Tags::REACH).or(Tags::KEEP);
    let others = verbs.or(Tags::MAKE).or(Tags::STOP).or(Tags::ABOUT).or(Tags::LESS).or(Tags::MORE);
    let is_paper =
        at > 0 && words.is_any(at - 1, &["plan", "budget", "report", "review", "strategy", "roadmap"]);
    let is_noun = at > 0 && words.is_word(at - 1) && !words.has(at - 1, others);
    is_paper || is_noun && !is_plural(words.lower(at - 1))
}

fn count(words: &Words<'_, '_>, at: usize) -> Option<u32> {
    let text = words.text(at);
    let is_day = words.is_kind(at, Kind::Number) && text.len() < 3;
    is_day.then(|| text.parse().ok()).flatten().filter(|day| (1..=31).contains(day))
}

/// The year that begins at a token, and the token behind it: `2027`, `'27`.
fn year(words: &Words<'_, '_>, at: usize) -> Option<(i32, usize)> {
    let is_short = words.is_any(at, &["'", "\u{2019}"]) && words.is_glued(at + 1);
    let (at, digits) = if is_short { (at + 1, 2) } else { (at, 4) };
    let text = words.text(at);
    let is_year = words.is_kind(at, Kind::Number) && text.len() == digits;
    let number: i32 = is_year.then(|| text.parse().ok()).flatten()?;
    let year = if is_short { 2000 + number } else { number };
    ((1990..2100).contains(&year) && year != 2000).then_some((year, at + 1))
}

fn month_of(words: &Words<'_, '_>, at: usize) -> Option<u32> {
    if !words.has(at, Tags::MONTH) {
        return None;
    }
    let word = words.lower(at);
    let word = word.rsplit_once('-').map_or(word, |(_, last)| last);
    month_named(word)
}
