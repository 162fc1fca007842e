//! What the status, the agenda and the plan say.

use std::fmt::Display;

pub const NOW: &str = "now";
pub const NEXT: &str = "next";
pub const LOOK_AT: &str = "look at";
pub const ONE_TEAM_ALONE: &str = "one of them: okr status --team T";
pub fn and_more_teams(left: impl Display) -> String {
    format!("and {left} more; okr status --team T, okr list teams")
}
pub const MEASURED_HERE: &str = "measured here";
pub const TO_COMMIT: &str = "to commit";
pub fn okr_commit(open: impl Display) -> String {
    format!("{open}: okr commit")
}
pub const TO_CLOSE: &str = "to close";
pub fn okr_close(open: impl Display) -> String {
    format!("{open}: okr close")
}
pub const TO_LOG: &str = "to log";
pub const TO_SCORE: &str = "to score";
pub fn to_the_quarter(value: impl Display, days: impl Display) -> String {
    format!("{value}, {days} to the quarter")
}
pub fn after_the_quarter(value: impl Display, days: impl Display) -> String {
    format!("{value}, {days} after the quarter")
}
pub fn week_of(value: impl Display, today: impl Display, weeks: impl Display) -> String {
    format!("{value}, week {today} of {weeks}")
}
pub fn until(title: impl Display, day: impl Display) -> String {
    format!("{title}, until {day}")
}
pub fn is_today(title: impl Display, day: impl Display) -> String {
    format!("{title}, {day} (today)")
}
pub fn is_tomorrow(title: impl Display, day: impl Display) -> String {
    format!("{title}, {day} (tomorrow)")
}
pub fn is_in_days(title: impl Display, day: impl Display, days: impl Display) -> String {
    format!("{title}, {day} (in {days} days)")
}
pub fn ask_contact(says: impl Display, contact: impl Display) -> String {
    format!("{says}  ask {contact}")
}

pub fn to_now(day: impl Display, long: impl Display) -> String {
    format!("{day} to {long} (now)")
}
pub fn on_a_day_today(day: impl Display) -> String {
    format!("{day} (today)")
}
pub fn on_a_day_tomorrow(day: impl Display) -> String {
    format!("{day} (tomorrow)")
}
pub fn on_a_day_in_days(day: impl Display, days: impl Display) -> String {
    format!("{day} (in {days} days)")
}

pub const EFFORT: &str = "effort";
pub const TOTAL: &str = "total";
pub fn person_hours(
    total: impl Display,
    hours: impl Display,
    days: impl Display,
    each: impl Display,
) -> String {
    format!("{total}, {hours} person-hours, {days} person-days, {each} each")
}
pub const LIMIT: &str = "limit";
pub const SO_FAR: &str = "so far";
pub fn so_far(planned: impl Display, spent: impl Display) -> String {
    format!("{planned}, so far {spent}")
}
pub fn amber_from(limit: impl Display, amber: impl Display) -> String {
    format!("{limit}, amber from {amber}")
}
pub fn amber_from_with_reserve(limit: impl Display, amber: impl Display, reserve: impl Display) -> String {
    format!("{limit}, amber from {amber}, {reserve} in reserve")
}
pub const WHAT_COULD_BE_CUT: &str = "What could be cut, in this order, each on top of those before:";
pub fn less_left(kind: impl Display, saved: impl Display, total: impl Display) -> String {
    format!("  {kind}: {saved} less, {total} left")
}

pub const NO_OBJECTIVE_YET: &str = "No objective yet: what would make this quarter worth it?";
pub const OKR_ADD_OBJECTIVE_SIGN_IN_PEOPLE: &str = "  okr add objective \"Sign-in people can rely on\"";
