//! Fields of check-ins, scores, notes and actions.

use super::hint::asks;
use super::number::number;
use super::set::dots;
use super::{Field, Input, NumberOf, Place, cycle_name, field};
use crate::domain::check_in::CheckIn;
use crate::domain::confidence::{Confidence, Votes};
use crate::domain::day::Looks;
use crate::domain::retrospective::{Note, NoteKind};
use crate::domain::scoring::Scoring;
use crate::method::step::Step;
use crate::words::anywhere;
use crate::words::method::fields::{self as said, notes as words, set};

/// Whether a text is one number with a decimal comma, `65,5`, and no row of votes: those are parted by a blank, or have two
/// digits.
fn is_one_with_decimals(typed: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.chars().all(|sign| sign.is_ascii_digit());
    let parts = typed.trim().trim_end_matches(['%', ' ']).split_once(',');
    parts.is_some_and(|(whole, rest)| is_digits(whole) && is_digits(rest) && rest.len() == 1)
}

/// A check-in on one key result: number first (CHK-1).
pub const CHECK_IN: &[Field<CheckIn>] = &[
    asks(Step::Chk1, 0, field!("reading", words::READING, words::NUMBER_FIRST, reading)),
    field!(
        "confidence",
        words::CONFIDENCE,
        words::N_0_TO_100,
        Input::Confidence,
        |record| {
            let votes: Vec<String> = record.confidence.sorted().iter().map(ToString::to_string).collect();
            votes.join(", ")
        },
        |record, typed, _| {
            if typed.split([',', ';']).count() > 1
                && typed.split([',', ';']).any(|vote| vote.trim().is_empty())
            {
                return Err(words::A_VOTE_IS_MISSING.to_owned());
            }
            if is_one_with_decimals(typed) {
                return Err(words::a_confidence_is_whole(typed.trim()));
            }
            // Somebody who passes is in the room and gives no number.
            let votes = typed.split([',', ' ', ';']).filter(|vote| !["", "%", "-"].contains(vote));
            let votes: Result<Votes, _> = votes.map(str::parse::<Confidence>).collect();
            record.confidence = votes.map_err(ToOwned::to_owned)?;
            Ok(())
        }
    ),
    asks(Step::Chk1, 1, field!("changed", words::CHANGED, words::SINCE_LAST_TIME, changed)),
    asks(
        Step::Chk1,
        2,
        field!(
            "blocked",
            words::BLOCKED,
            words::WHO_CAN_CLEAR_IT,
            Input::Text,
            |record| match record.blocked.as_deref() {
                Some("") => words::NOTHING_BLOCKS.to_owned(),
                blocked => blocked.unwrap_or_default().to_owned(),
            },
            |record, typed, context| {
                record.blocked.write(typed, context)?;
                if record.blocked.as_deref().is_some_and(says_none) {
                    record.blocked = Some(String::new());
                }
                Ok(())
            }
        ),
    ),
    field!("plan", words::PLAN, words::IS_THE_PLAN_STILL_RIGHT, plan),
    field!("not_readable", words::NOT_READABLE, words::YES_WHEN_THERE_IS_NO_NUMBER_YET, not_readable),
    field!(
        "guardrail",
        words::GUARDRAIL,
        words::WHAT_THE_GUARDRAIL_READS_NOW,
        Input::Number(NumberOf::Guardrail),
        |record| record.guardrail.shown(),
        |record, typed, context| number(
            &mut record.guardrail,
            typed,
            &context.guardrail,
            context.beside_guardrail
        )
    ),
];

/// Tells whether somebody says that nothing blocks any more.
fn says_none(typed: &str) -> bool {
    ["none", "nothing", "no", "-"].contains(&typed.trim().trim_end_matches('.').to_lowercase().as_str())
}

/// What is asked once of confidences that are all single digits above 0: in a room seventy is said more often than seven.
/// `again` says how the digit is meant all the same: what is written is never taken for something else.
pub fn doubt(typed: &str, again: &str) -> Option<String> {
    let mut votes = typed.split([' ', ',', ';']).filter(|part| !part.is_empty() && *part != "-");
    let is_digit = |vote: &str| vote.parse().is_ok_and(|vote: u8| (1..10).contains(&vote));
    let first = votes.next().filter(|first| is_digit(first))?;
    let others = votes.try_fold(0, |others, vote| is_digit(vote).then_some(others + 1))?;
    Some(if others == 0 { said::is_it_the_digit(first, again) } else { said::are_they_digits(again) })
}

/// The closing record of a key result (SCO-1, SCO-3).
pub const SCORING: &[Field<Scoring>] = &[
    field!("reading", words::FINAL_READING, words::SAME_SOURCE_AND_WINDOW_AS_THE_BASELINE, reading),
    field!("date", words::READ_ON, words::THE_DAY_OF_THE_FINAL_READING, Input::Day(Looks::Back), date),
    field!("score", words::SCORE, words::N_0_0_TO_1_0, score),
    field!("reason", words::REASON, words::WHEN_FAR_FROM_THE_FORMULA, reason),
    asks(Step::Sco3, 1, field!("tells_us", words::TELLS_US, "", tells_us)),
    asks(Step::Sco1, 1, field!("work_done", words::WORK_DONE, words::APART_FROM_THE_OUTCOME, work_done)),
    field!(
        "reads_later",
        anywhere::READS_LATER,
        words::WHEN_IT_CAN_BE_READ,
        Input::Text,
        |record| record.reads_later.shown(),
        |record, typed, context| {
            record.reads_later = cycle_name(typed, context)?;
            Ok(())
        }
    ),
];

/// What can be typed about a note of this kind.
pub fn of_note(kind: NoteKind) -> &'static [Field<Note>] {
    match kind {
        NoteKind::Action => ACTION,
        NoteKind::Lesson => LESSON,
        _ => NOTE,
    }
}

/// A free note (RET-2).
pub const NOTE: &[Field<Note>] = &[field!("text", words::NOTE, words::ONE_LINE, text)];

/// A lesson, which the room gives its dots (RET-7).
pub const LESSON: &[Field<Note>] = &[
    field!("text", words::NOTE, words::ONE_LINE, text),
    field!(
        "dots",
        set::DOTS,
        set::HOW_MANY_DOTS_THE_ROOM_GAVE_IT,
        Input::Text,
        |record| record.dots.map(|dots| dots.to_string()).unwrap_or_default(),
        |record, typed, _| {
            record.dots = dots(typed)?;
            Ok(())
        }
    ),
];

/// A change to how the next quarter is set (RET-7).
pub const ACTION: &[Field<Note>] = &[
    field!("text", words::ACTION, words::WHAT_CHANGES, text),
    field!("starts", words::WHO_STARTS, words::WHO_TAKES_THE_FIRST_STEP, starts),
    field!("first_date", words::FIRST_DATE, words::WHEN_IT_BEGINS, first_date),
    field!("seen_by", words::SEEN_BY, words::HOW_WILL_WE_SEE_THAT_IT_WORKS, seen_by),
];
