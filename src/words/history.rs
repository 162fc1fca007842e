//! What the History says.

use std::fmt::Display;

pub const NOTHING_TO_LOOK_BACK_ON_YET: &str = "Nothing to look back on yet";
pub const EXPECTED_AGAINST_REACHED: &str = "Expected against reached";
pub const WHERE_WE_WERE_MOST_WRONG: &str = "Where we were most wrong";
pub const WHAT_PAYS_BACK_LATE: &str = "What pays back late";
pub fn history_of(name: impl Display) -> String {
    format!("History of {name}")
}
pub fn as_of(day: impl Display) -> String {
    format!("as of {day}")
}
pub const AS_OF_TODAY: &str = "as of today";
pub const SELECT_A_QUARTER_OR_KEY_RESULT: &str = "Select a quarter or key result.";
pub const NOTHING_WAS_SAID_BEFORE: &str = "Nothing was said before.";
pub const THIS_IS_TODAY: &str = "This is today.";
pub fn held(check_ins: impl Display) -> String {
    format!("{check_ins} held")
}
pub const SAID_ANEW: &str = "said anew";
pub fn brier(name: impl Display) -> String {
    format!("Brier {name}")
}

pub const WHAT_TEACHES_MOST: &str = "High confidence with a low score, and the other way round, teach most.";
pub const THE_SCORE_STANDS_AS_IT_WAS: &str =
    "The score stands as it was; what was read later stands beside it.";
pub const WHAT_THE_MARK_IS: &str =
    "The mark is what was expected: 0.7 of a stretch, 1.0 of what was committed.";
pub const HOW_BRIER_READS: &str =
    "Brier: 0 is always right, 0.25 is what always saying 50 gives. Per team, never per person.";
pub fn said_from_to(from: impl Display, to: impl Display) -> String {
    format!("said {from:>2} to {to:<3} ")
}
pub fn of_reached(right: impl Display, n: impl Display) -> String {
    format!(" {right} of {n} reached")
}
pub const TEN_OUTCOMES_ARE_NEEDED: &str = "From ten outcomes on there is a sentence, from thirty on a curve.";

/// At the opening, in the middle, and last.
pub fn voted(votes: impl Display) -> String {
    format!("voted {votes}")
}
pub fn first_written(first: impl Display) -> String {
    format!("first written: {first}")
}

pub const HISTORY: &str = "History";
pub const EFFORT: &str = "effort";
pub const ALL: &str = "all";
pub const BRIER_TITLE: &str = "Brier";
