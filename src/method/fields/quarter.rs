//! Fields of the frame of a quarter, its lists, teams, cycles and settings.

use super::hint::asks;
use super::{Elsewhere, Field, Input, field, one_line};
use crate::domain::cycle::Cycle;
use crate::domain::day::Looks;
use crate::domain::effort::{Effort, LONGEST_SESSION, MOST_PEOPLE, minutes};
use crate::domain::frame::{Delivery, Frame, ListLine};
use crate::domain::team::{Settings, Team};
use crate::method::step::Step;
use crate::words::method::fields::quarter as words;

/// The frame of a quarter (SET-1, SCO-4).
pub const FRAME: &[Field<Frame>] = &[
    field!("cadence", words::CADENCE, words::BI_WEEKLY_OR_MONTHLY_AND_NO_OTHER, cadence),
    field!("follows", words::FOLLOWS, words::THE_CYCLE_THAT_HANDS_OVER_TO_IT, follows),
    field!("sponsor_promise", words::SPONSORS_PROMISE, words::A_TARGET_NOT_REACHED, sponsor_promise),
    field!("pay_free", words::PAY_FREE, words::DOES_NO_REVIEW_AND_NO_PAY, principles.pay_free),
    field!("outcomes", words::OUTCOMES, words::ARE_KEY_RESULTS_OUTCOMES, principles.outcomes),
    field!("negotiated", words::NEGOTIATED, words::ARE_GOALS_NEGOTIATED, principles.negotiated),
    field!("ambitious", words::AMBITIOUS, words::ARE_GOALS_AMBITIOUS, principles.ambitious),
    field!("few", words::FEW, words::ARE_GOALS_FEW, principles.few),
    asks(Step::Sco4, 0, field!("pattern", words::AS_A_SET, words::ONE_SENTENCE, pattern)),
    asks(Step::Set11, 0, field!("alignment", words::ALIGNMENT, "", alignment.ours)),
    asks(Step::Set11, 1, field!("alignment_above", words::ABOVE, "", alignment.above)),
    field!(
        "alignment_reason",
        words::WHY_NOMINAL,
        words::WHY_A_NOMINAL_ALIGNMENT_IS_KEPT,
        prose alignment.reason
    ),
    field!("told", words::TOLD, words::WHO_MUST_HEAR_WHAT_CHANGED, mid_quarter.told),
    field!("freed", words::FREED_TIME, words::WHERE_IT_GOES_AFTER_MID_QUARTER, mid_quarter.freed),
    field!("fist", words::FIST_TO_FIVE, words::THE_NUMBERS_OF_THE_ROOM, fist),
    field!("tone", words::FREE_TO_SPEAK, words::THE_NUMBERS_OF_THE_ROOM_IN_A_ROW, tone),
];

/// The fields of the frame that are asked at the kick-off (SET-1).
pub const GROUND_RULES: &[&str] =
    &["cadence", "follows", "sponsor_promise", "pay_free", "outcomes", "negotiated", "ambitious", "few"];

/// A line of the not-now or keep-running list.
pub const LIST_LINE: &[Field<ListLine>] = &[
    field!("text", words::LINE, words::BY_NAME, text),
    field!("reason", words::WHY, words::WHY_IT_STANDS_HERE, reason),
];

/// A line of the delivery list.
pub const DELIVERY: &[Field<Delivery>] = &[
    field!("text", words::DELIVERY, words::WHAT_IS_DELIVERED, text),
    field!("due", words::DUE, words::BY_WHEN, due),
    field!("promised_to", words::PROMISED_TO, words::WHO_WAITS_FOR_IT, promised_to),
    field!("done", words::DONE, words::YES_OR_NO, done),
];

/// A team.
pub const TEAM: &[Field<Team>] = &[
    field!("name", words::NAME, words::WHAT_PEOPLE_CALL_THE_TEAM, name),
    field!("level", words::LEVEL, words::COMPANY_FUNCTION_OR_TEAM, level),
    field!(
        "parent",
        words::PARENT,
        words::THE_ID_OF_THE_TEAM_ABOVE,
        Input::Elsewhere(Elsewhere::Above),
        parent
    ),
    field!(
        "people",
        words::PEOPLE,
        words::NAMES_PARTED_BY_COMMAS,
        Input::Names,
        |record| record.people.join(", "),
        |record, typed, _| {
            record.people = people(typed);
            Ok(())
        }
    ),
    field!("aliases", words::ALIASES, words::FORMER_NAMES, aliases),
];

/// Names parted by commas, semicolons or lines.
pub(super) fn names(typed: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in typed.split([',', ';', '\n']).map(one_line).filter(|name| !name.is_empty()) {
        if !names.iter().any(|known| known.to_lowercase() == name.to_lowercase()) {
            names.push(name);
        }
    }
    names
}

/// Names of people, of whom the last may stand behind an "and".
pub fn people(typed: &str) -> Vec<String> {
    names(&[" and ", " & ", " + "].iter().fold(typed.to_owned(), |typed, and| typed.replace(and, ", ")))
}

/// A cycle.
pub const CYCLE: &[Field<Cycle>] = &[
    field!("label", words::LABEL, words::WHAT_PEOPLE_CALL_IT, label),
    field!("first", words::FIRST_DAY, "2027-01-01", first),
    field!("last", words::LAST_DAY, "2027-03-31", last),
    field!("kick_off", words::KICK_OFF, words::THREE_WEEKS_BEFORE_THE_FIRST_DAY, kick_off),
];

/// What holds for everyone.
pub const SETTINGS: &[Field<Settings>] = &[
    field!("organisation", words::ORGANISATION, words::THE_NAME_OF_THE_WHOLE, organisation),
    field!("cadence", words::CADENCE, words::BI_WEEKLY_OR_MONTHLY, cadence),
    field!(
        "day_hours",
        words::HOURS_A_DAY,
        words::OF_A_PERSON_DAY,
        Input::Count,
        |record| record.day_hours.map(|hours| hours.to_string()).unwrap_or_default(),
        |record, typed, _| {
            record.day_hours = match typed.trim() {
                "" => None,
                typed => Some(whole(typed, 1, 24).map(|hours| u8::try_from(hours).unwrap_or(8))?),
            };
            Ok(())
        }
    ),
];

/// An entry of the effort ledger.
pub const EFFORT: &[Field<Effort>] = &[
    field!("title", words::WHAT, words::CHECK_IN_4, title),
    field!("phase", words::PHASE, words::SETTING_CHECK_INS, phase),
    field!("date", words::ON, words::THE_DAY_IT_WAS_SPENT_ON, Input::Day(Looks::Back), date),
    field!(
        "minutes",
        words::MINUTES,
        words::HOW_LONG_IT_TOOK,
        Input::Minutes,
        |record| record.minutes.to_string(),
        |record, typed, _| {
            let minutes = minutes(typed).filter(|minutes| (1..=LONGEST_SESSION).contains(minutes));
            record.minutes = minutes.ok_or_else(|| words::minutes_are_needed(1, LONGEST_SESSION))?;
            Ok(())
        }
    ),
    field!(
        "people",
        words::PEOPLE,
        words::HOW_MANY_TOOK_PART,
        Input::Count,
        |record| record.people.to_string(),
        |record, typed, _| {
            record.people = whole(typed, 1, MOST_PEOPLE)?;
            Ok(())
        }
    ),
];

fn whole(typed: &str, least: u32, most: u32) -> Result<u32, String> {
    let number = typed.trim().parse::<u32>().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| words::a_whole_number_from_to_is_needed(least, most))
}
