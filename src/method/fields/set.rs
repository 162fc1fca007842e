//! Fields of objectives and assumptions.

use super::{
    Field, Input, choice, choice_field, field, needed_choice_field, needed_field, show, show_word, text_field,
};
use crate::domain::day::Day;
use crate::domain::objective::{Assumption, MidVerdict, Negotiation, Objective};

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
    needed_field!("title", "objective", "what are we trying to achieve? A direction, no number", title),
    text_field!("why_now", "why now", "one line: what gets worse if we leave it?", why_now),
    choice_field!("origin", "origin", "ours, offered and negotiated, or handed down", ORIGINS, origin),
    text_field!(
        "contributes_to",
        "contributes to",
        "an objective above: engineering/2027-q1/trust",
        contributes_to
    ),
    text_field!("contribution", "contribution", "how it contributes, in one sentence", contribution),
    text_field!("alternative", "alternative", "which other contribution did we weigh?", alternative),
    text_field!("no_link", "no link", "why it contributes to nothing above, where it does not", no_link),
    text_field!("argument_for", "for it", "the strongest argument for it", argument_for),
    text_field!("argument_against", "against it", "what would make us against it?", argument_against),
    field!(
        "dots",
        "dots",
        "how many dots the room gave it, in all",
        Input::Text,
        |record| show(record.dots.as_ref()),
        |record, typed, _| {
            let number = typed.trim().parse::<u32>().ok().filter(|number| *number <= MOST_DOTS);
            record.dots = match typed.trim() {
                "" => None,
                _ => Some(number.ok_or_else(|| format!("a whole number up to {MOST_DOTS} is needed"))?),
            };
            Ok(())
        }
    ),
    field!(
        "mid_verdict",
        "mid-quarter",
        "at mid-quarter: keep, change or drop",
        Input::Choice(VERDICTS),
        |record| show_word(record.mid_quarter.as_ref().map(|mid| &mid.verdict)),
        |record, typed, context| {
            let mut verdict = None;
            choice(&mut verdict, typed, VERDICTS)?;
            let reason = record.mid_quarter.take().and_then(|mid| mid.reason);
            let date = context.today;
            record.mid_quarter = verdict.map(|verdict| MidVerdict { verdict, reason, date });
            Ok(())
        }
    ),
];

/// An assumption (SET-12, MID-1).
pub const ASSUMPTION: &[Field<Assumption>] = &[
    needed_field!("text", "assumption", "what are we taking for granted?", text),
    text_field!("noticed_by", "noticed by", "how would we notice that it is wrong?", noticed_by),
    choice_field!("state", "state", "in mid-quarter: holding, shaky or wrong", STATES, state),
];

/// Where a change was asked from.
const ASKERS: &[&str] = &["above", "below"];

/// A change that was asked of an objective, and its outcome (SET-11).
pub const NEGOTIATION: &[Field<Negotiation>] = &[
    needed_field!("asked", "asked", "what were we asked to change? One line", asked),
    needed_choice_field!("from", "from", "above: whose goals we serve; below: who serves ours", ASKERS, from),
    text_field!("outcome", "outcome", "what came of it, in one line", outcome),
    field!(
        "date",
        "on",
        "the day it was asked",
        Input::Day,
        |record| record.date.to_string(),
        |record, typed, context| {
            record.date = Day::parse(typed, context.today).map_err(|bad| bad.to_string())?;
            Ok(())
        }
    ),
];
