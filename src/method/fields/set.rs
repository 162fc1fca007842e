//! Fields of objectives and assumptions.

use super::hint::asks;
use super::{Elsewhere, Field, Input, Place, field};
use crate::domain::day::Looks;
use crate::domain::objective::{Assumption, MidVerdict, Negotiation, Objective, Verdict};
use crate::method::step::Step;
use crate::words::method::fields::set as words;

/// The most dots a room can give.
const MOST_DOTS: u32 = 3_000;

/// The dots of a room on an objective or a lesson; none where nothing is typed.
pub(super) fn dots(typed: &str) -> Result<Option<u32>, String> {
    let number = || typed.trim().parse::<u32>().ok().filter(|number| *number <= MOST_DOTS);
    match typed.trim() {
        "" => Ok(None),
        _ => number().ok_or_else(|| words::a_whole_number_up_to_is_needed(MOST_DOTS)).map(Some),
    }
}

/// An objective, in the order it is talked about (SET-2, SET-5, SET-11).
pub const OBJECTIVE: &[Field<Objective>] = &[
    field!("title", words::OBJECTIVE, words::WHAT_ARE_WE_TRYING_TO_ACHIEVE, title),
    asks(Step::Set5, 1, field!("why_now", words::WHY_NOW, words::ONE_LINE, why_now)),
    field!("origin", words::ORIGIN, words::OURS_OFFERED_AND_NEGOTIATED, origin),
    field!(
        "contributes_to",
        words::CONTRIBUTES_TO,
        words::AN_OBJECTIVE_ABOVE,
        Input::Elsewhere(Elsewhere::Objective),
        contributes_to
    ),
    field!("contribution", words::CONTRIBUTION, words::HOW_IT_CONTRIBUTES, contribution),
    asks(Step::Set11, 2, field!("alternative", words::ALTERNATIVE, "", prose alternative)),
    field!("no_link", words::NO_LINK, words::WHY_IT_CONTRIBUTES_TO_NOTHING_ABOVE, prose no_link),
    field!("argument_for", words::FOR_IT, words::THE_STRONGEST_ARGUMENT_FOR_IT, prose argument_for),
    asks(Step::Set5, 2, field!("argument_against", words::AGAINST_IT, "", prose argument_against)),
    field!(
        "dots",
        words::DOTS,
        words::HOW_MANY_DOTS_THE_ROOM_GAVE_IT,
        Input::Text,
        |record| record.dots.map(|dots| dots.to_string()).unwrap_or_default(),
        |record, typed, _| {
            record.dots = dots(typed)?;
            Ok(())
        }
    ),
    field!(
        "mid_verdict",
        words::MID_QUARTER,
        words::AT_MID_QUARTER,
        Input::Choice(Verdict::WORDS),
        |record| record.mid_quarter.as_ref().map(|mid| mid.verdict).shown(),
        |record, typed, context| {
            let mut verdict: Option<Verdict> = None;
            verdict.write(typed, context)?;
            // Its reason comes beside it; the decision keeps the one that stands.
            let (reason, date) = (None, context.today);
            record.mid_quarter = verdict.map(|verdict| MidVerdict { verdict, reason, date });
            Ok(())
        }
    ),
];

/// An assumption (SET-12, MID-1).
pub const ASSUMPTION: &[Field<Assumption>] = &[
    asks(Step::Set12, 1, field!("text", words::ASSUMPTION, "", text)),
    field!("noticed_by", words::NOTICED_BY, words::HOW_WOULD_WE_NOTICE, noticed_by),
    field!("state", words::STATE, words::IN_MID_QUARTER, state),
];

/// A change that was asked of an objective, and its outcome (SET-11).
pub const NEGOTIATION: &[Field<Negotiation>] = &[
    field!("asked", words::ASKED, words::WHAT_WERE_WE_ASKED_TO_CHANGE, asked),
    field!("from", words::FROM, words::ABOVE_WHOSE_GOALS_WE_SERVE, from),
    field!("outcome", words::OUTCOME, words::WHAT_CAME_OF_IT, outcome),
    field!("date", words::ON, words::THE_DAY_IT_WAS_ASKED, Input::Day(Looks::Back), date),
];
