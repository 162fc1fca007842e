//! Fields of the frame of a quarter, its lists, teams, cycles and settings.

use super::{
    Field, Input, choice_field, day_field, field, flag_field, needed_choice_field, needed_field, one_line,
    text_field, yes_no_field,
};
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::effort::Effort;
use crate::domain::fingers::Fingers;
use crate::domain::frame::{Delivery, Frame, ListLine};
use crate::domain::id::{CycleId, TeamId};
use crate::domain::team::{Settings, Team};

const CADENCES: &[&str] = &["bi-weekly", "monthly"];
const NEARER: &[&str] = &["yes", "partly", "no"];
const LEVELS: &[&str] = &["company", "function", "team"];
const PHASES: &[&str] = &["setting", "check-ins", "scoring", "retrospective"];
/// The longest a session may last, in minutes.
const LONGEST_SESSION: u32 = 24 * 60;
/// The most people a ledger entry may name.
const MOST_PEOPLE: u32 = 1_000;

/// The frame of a quarter (SET-1, SCO-4).
pub const FRAME: &[Field<Frame>] = &[
    choice_field!("cadence", "cadence", "bi-weekly or monthly; there is no other", CADENCES, cadence),
    field!(
        "follows",
        "follows",
        "the cycle that hands over to it, where that is not the one before: 2026-q4",
        Input::Text,
        |record| record.follows.as_ref().map(ToString::to_string).unwrap_or_default(),
        |record, typed, _| {
            record.follows = match typed.trim().to_lowercase().as_str() {
                "" => None,
                typed => Some(CycleId::new(typed).map_err(|bad| bad.to_string())?),
            };
            Ok(())
        }
    ),
    text_field!(
        "sponsor_promise",
        "sponsor's promise",
        "a target not reached is a learning signal: said how?",
        sponsor_promise
    ),
    yes_no_field!("pay_free", "pay-free", "does no review and no pay hang on these?", principles.pay_free),
    yes_no_field!("outcomes", "outcomes", "are key results outcomes?", principles.outcomes),
    yes_no_field!(
        "negotiated",
        "negotiated",
        "are goals negotiated, not handed down?",
        principles.negotiated
    ),
    yes_no_field!("ambitious", "ambitious", "are goals ambitious?", principles.ambitious),
    yes_no_field!("few", "few", "are goals few?", principles.few),
    text_field!("pattern", "as a set", "were these ambitious, safe or out of touch? One sentence", pattern),
    choice_field!("alignment", "alignment", "if all ours came true: clearly nearer?", NEARER, alignment.ours),
    choice_field!(
        "alignment_above",
        "above",
        "if all theirs came true: the company's?",
        NEARER,
        alignment.above
    ),
    text_field!("alignment_reason", "why nominal", "why a nominal alignment is kept", alignment.reason),
    text_field!("told", "told", "who must hear what changed at mid-quarter", mid_quarter.told),
    text_field!("freed", "freed time", "where it goes after mid-quarter", mid_quarter.freed),
    field!(
        "fist",
        "fist to five",
        "the numbers of the room in a row, 0 to 5, no names",
        Input::Text,
        |record| shown(&record.fist),
        |record, typed, _| {
            record.fist = fingers(typed)?;
            Ok(())
        }
    ),
    field!(
        "tone",
        "free to speak",
        "the numbers of the room in a row, 1 to 5, no names",
        Input::Text,
        |record| shown(&record.tone),
        |record, typed, _| {
            record.tone = fingers(typed)?;
            Ok(())
        }
    ),
];

/// How many rows of the frame are asked at the kick-off.
const RULES: usize = 8;

/// The rows of the frame that are asked at the kick-off (SET-1).
#[must_use]
pub fn ground_rules() -> &'static [Field<Frame>] {
    &FRAME[..RULES]
}

/// The row of the frame that says what the set as a whole tells (SCO-4).
#[must_use]
pub fn the_whole() -> &'static [Field<Frame>] {
    &FRAME[RULES..=RULES]
}

fn shown<const LOW: u8, const HIGH: u8>(fingers: &Fingers<LOW, HIGH>) -> String {
    fingers.sorted().iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Numbers in a row: `3 4 5`, `3,4,5`.
fn fingers<const LOW: u8, const HIGH: u8>(typed: &str) -> Result<Fingers<LOW, HIGH>, String> {
    let words = typed.split([',', ' ', ';']).filter(|word| !word.is_empty());
    let numbers: Option<Vec<i64>> = words.map(|word| word.parse().ok()).collect();
    Fingers::try_from(numbers.unwrap_or_else(|| vec![i64::MAX]))
}

/// A line of the not-now or keep-running list.
pub const LIST_LINE: &[Field<ListLine>] = &[
    needed_field!("text", "line", "by name", text),
    text_field!("reason", "why", "why it stands here", reason),
];

/// A line of the delivery list.
pub const DELIVERY: &[Field<Delivery>] = &[
    needed_field!("text", "delivery", "what is delivered", text),
    day_field!("due", "due", "by when", due),
    text_field!("promised_to", "promised to", "who waits for it", promised_to),
    flag_field!("done", "done", "yes or no", done),
];

/// A team.
pub const TEAM: &[Field<Team>] = &[
    needed_field!("name", "name", "what people call the team", name),
    needed_choice_field!("level", "level", "company, function or team", LEVELS, level),
    field!(
        "parent",
        "parent",
        "the id of the team above",
        Input::Text,
        |record| record.parent.as_ref().map(ToString::to_string).unwrap_or_default(),
        |record, typed, _| {
            record.parent = match typed.trim() {
                "" => None,
                typed => Some(TeamId::new(typed).map_err(|bad| bad.to_string())?),
            };
            Ok(())
        }
    ),
    field!(
        "people",
        "people",
        "names, parted by commas",
        Input::Text,
        |record| record.people.join(", "),
        |record, typed, _| {
            record.people = names(typed);
            Ok(())
        }
    ),
    field!(
        "aliases",
        "aliases",
        "former names, parted by commas",
        Input::Text,
        |record| record.aliases.join(", "),
        |record, typed, _| {
            record.aliases = names(typed);
            Ok(())
        }
    ),
];

/// Names parted by commas or lines.
fn names(typed: &str) -> Vec<String> {
    typed.split([',', ';', '\n']).map(one_line).filter(|name| !name.is_empty()).collect()
}

/// A cycle.
pub const CYCLE: &[Field<Cycle>] = &[
    needed_field!("label", "label", "what people call it: 2027-Q1", label),
    field!(
        "first",
        "first day",
        "2027-01-01",
        Input::Day,
        |record| record.first.to_string(),
        |record, typed, context| {
            record.first = Day::parse(typed, context.today).map_err(|bad| bad.to_string())?;
            Ok(())
        }
    ),
    field!(
        "last",
        "last day",
        "2027-03-31",
        Input::Day,
        |record| record.last.to_string(),
        |record, typed, context| {
            record.last = Day::parse(typed, context.today).map_err(|bad| bad.to_string())?;
            Ok(())
        }
    ),
    day_field!("kick_off", "kick-off", "three weeks before the first day when empty", kick_off),
];

/// What holds for everyone.
pub const SETTINGS: &[Field<Settings>] = &[
    text_field!("organisation", "organisation", "the name of the whole", organisation),
    choice_field!("cadence", "cadence", "bi-weekly or monthly", CADENCES, cadence),
    field!(
        "day_hours",
        "hours a day",
        "of a person-day: 8",
        Input::Text,
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
    needed_field!("title", "what", "check-in 4, readings", title),
    needed_choice_field!("phase", "phase", "setting, check-ins, scoring or retrospective", PHASES, phase),
    field!(
        "date",
        "on",
        "the day it was spent on",
        Input::Day,
        |record| record.date.to_string(),
        |record, typed, context| {
            record.date = Day::parse(typed, context.today).map_err(|bad| bad.to_string())?;
            Ok(())
        }
    ),
    field!(
        "minutes",
        "minutes",
        "how long it took",
        Input::Text,
        |record| record.minutes.to_string(),
        |record, typed, _| {
            record.minutes = whole(typed, 1, LONGEST_SESSION)?;
            Ok(())
        }
    ),
    field!(
        "people",
        "people",
        "how many took part",
        Input::Text,
        |record| record.people.to_string(),
        |record, typed, _| {
            record.people = whole(typed, 1, MOST_PEOPLE)?;
            Ok(())
        }
    ),
];

fn whole(typed: &str, least: u32, most: u32) -> Result<u32, String> {
    let number = typed.trim().parse::<u32>().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| format!("a whole number from {least} to {most} is needed"))
}
