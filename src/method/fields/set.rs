//! Fields of objectives and assumptions.

use super::hint::asks;
use super::{
    Field, Input, choice, choice_field, elsewhere_field, field, needed_choice_field, needed_field, show,
    show_word, text_field,
};
use crate::domain::day::{Day, Looks};
use crate::domain::objective::{Assumption, MidVerdict, Negotiation, Objective};
use crate::method::step::Step;
use crate::words::method::fields::set as words;

/// The words of an objective's origin.
const ORIGINS: &[&str] = &["ours", "negotiated", "handed-down"];
/// The words of the verdict of mid-quarter.
const VERDICTS: &[&str] = &["keep", "change", "drop"];
/// The most dots a room can give.
const MOST_DOTS: u32 = 3_000;
/// The words of an assumption in mid-quarter and at the end.
const STATES: &[&str] = &["holding", "shaky", "held", "wrong", "unknown"];

/// An objective, in the order it is talked about (SET-2, SET-5, SET-11).
pub const OBJECTIVE: &[Field<Objective>] = &[
    needed_field!("title", words::OBJECTIVE, words::WHAT_ARE_WE_TRYING_TO_ACHIEVE, title),
    asks(Step::Set5, 1, text_field!("why_now", words::WHY_NOW, words::ONE_LINE, why_now)),
    choice_field!("origin", words::ORIGIN, words::OURS_OFFERED_AND_NEGOTIATED, ORIGINS, origin),
    elsewhere_field!(
        "contributes_to",
        words::CONTRIBUTES_TO,
        words::AN_OBJECTIVE_ABOVE,
        Objective,
        contributes_to
    ),
    text_field!("contribution", words::CONTRIBUTION, words::HOW_IT_CONTRIBUTES, contribution),
    asks(Step::Set11, 2, text_field!("alternative", words::ALTERNATIVE, "", alternative)),
    text_field!("no_link", words::NO_LINK, words::WHY_IT_CONTRIBUTES_TO_NOTHING_ABOVE, no_link),
    text_field!("argument_for", words::FOR_IT, words::THE_STRONGEST_ARGUMENT_FOR_IT, argument_for),
    asks(Step::Set5, 2, text_field!("argument_against", words::AGAINST_IT, "", argument_against)),
    field!(
        "dots",
        words::DOTS,
        words::HOW_MANY_DOTS_THE_ROOM_GAVE_IT,
        Input::Text,
        |record| show(record.dots.as_ref()),
        |record, typed, _| {
            let number = typed.trim().parse::<u32>().ok().filter(|number| *number <= MOST_DOTS);
            record.dots = match typed.trim() {
                "" => None,
                _ => Some(number.ok_or_else(|| words::a_whole_number_up_to_is_needed(MOST_DOTS))?),
            };
            Ok(())
        }
    ),
    field!(
        "mid_verdict",
        words::MID_QUARTER,
        words::AT_MID_QUARTER,
        Input::Choice(VERDICTS),
        |record| show_word(record.mid_quarter.as_ref().map(|mid| &mid.verdict)),
        |record, typed, context| {
            let mut verdict = None;
            choice(&mut verdict, typed, VERDICTS)?;
            // Its reason comes beside it; the decision keeps the one that stands.
            let (reason, date) = (None, context.today);
            record.mid_quarter = verdict.map(|verdict| MidVerdict { verdict, reason, date });
            Ok(())
        }
    ),
];

/// An assumption (SET-12, MID-1).
pub const ASSUMPTION: &[Field<Assumption>] = &[
    asks(Step::Set12, 1, needed_field!("text", words::ASSUMPTION, "", text)),
    text_field!("noticed_by", words::NOTICED_BY, words::HOW_WOULD_WE_NOTICE, noticed_by),
    choice_field!("state", words::STATE, words::IN_MID_QUARTER, STATES, state),
];

/// Where a change was asked from.
pub const ASKERS: &[&str] = &["above", "below"];

/// A change that was asked of an objective, and its outcome (SET-11).
pub const NEGOTIATION: &[Field<Negotiation>] = &[
    needed_field!("asked", words::ASKED, words::WHAT_WERE_WE_ASKED_TO_CHANGE, asked),
    needed_choice_field!("from", words::FROM, words::ABOVE_WHOSE_GOALS_WE_SERVE, ASKERS, from),
    text_field!("outcome", words::OUTCOME, words::WHAT_CAME_OF_IT, outcome),
    field!(
        "date",
        words::ON,
        words::THE_DAY_IT_WAS_ASKED,
        Input::Day(Looks::Back),
        |record| record.date.to_string(),
        |record, typed, context| {
            record.date = Day::parse(typed, context.today).map_err(|bad| bad.to_string())?;
            Ok(())
        }
    ),
];
