//! The names of the fields of objectives and of what stands under them, and the question each asks.

use std::fmt::Display;

pub const OBJECTIVE: &str = "objective";
pub const WHAT_ARE_WE_TRYING_TO_ACHIEVE: &str = "what are we trying to achieve? A direction, no number";
pub const WHY_NOW: &str = "why now";
pub const ONE_LINE: &str = "One line.";
pub const ORIGIN: &str = "origin";
pub const OURS_OFFERED_AND_NEGOTIATED: &str = "ours, offered and negotiated, or handed down";
pub const CONTRIBUTES_TO: &str = "contributes to";
pub const AN_OBJECTIVE_ABOVE: &str =
    "an objective above: its id, how it begins, or engineering/2027-q1/trust";
pub const CONTRIBUTION: &str = "contribution";
pub const HOW_IT_CONTRIBUTES: &str = "how it contributes, in one sentence";
pub const ALTERNATIVE: &str = "alternative";
pub const NO_LINK: &str = "no link";
pub const WHY_IT_CONTRIBUTES_TO_NOTHING_ABOVE: &str =
    "why it contributes to nothing above, where it does not";
pub const FOR_IT: &str = "for it";
pub const THE_STRONGEST_ARGUMENT_FOR_IT: &str = "the strongest argument for it";
pub const AGAINST_IT: &str = "against it";
pub const DOTS: &str = "dots";
pub const HOW_MANY_DOTS_THE_ROOM_GAVE_IT: &str = "how many dots the room gave it, in all";
pub fn a_whole_number_up_to_is_needed(most_dots: impl Display) -> String {
    format!("a whole number up to {most_dots} is needed")
}
pub const MID_QUARTER: &str = "mid-quarter";
pub const AT_MID_QUARTER: &str = "at mid-quarter: keep, change or drop";
pub const ASSUMPTION: &str = "assumption";
pub const NOTICED_BY: &str = "noticed by";
pub const HOW_WOULD_WE_NOTICE: &str = "how would we notice that it is wrong?";
pub const STATE: &str = "state";
pub const IN_MID_QUARTER: &str = "in mid-quarter: holding, shaky or wrong";
pub const ASKED: &str = "asked";
pub const WHAT_WERE_WE_ASKED_TO_CHANGE: &str = "what were we asked to change? One line";
pub const FROM: &str = "from";
pub const ABOVE_WHOSE_GOALS_WE_SERVE: &str = "above: whose goals we serve; below: who serves ours";
pub const OUTCOME: &str = "outcome";
pub const WHAT_CAME_OF_IT: &str = "what came of it, in one line";
pub const ON: &str = "on";
pub const THE_DAY_IT_WAS_ASKED: &str = "the day it was asked";
