//! What `okr show` and `okr lint` say.

use std::fmt::Display;

pub fn the_mean_of_its_scored_key_results(score: impl Display) -> String {
    format!("{score}, the mean of its scored key results")
}
pub fn scored(score: impl Display) -> String {
    format!("scored {score}")
}
pub fn scored_provisionally(score: impl Display) -> String {
    format!("scored {score}, provisional")
}
pub const WAITS_BESIDE_THE_SET: &str = "waits beside the set";
pub fn before_it_can_be_committed(gaps: impl Display) -> String {
    format!("before it can be committed: {gaps}")
}
pub fn waits_for(team: impl Display, need: impl Display, by: impl Display, stands: impl Display) -> String {
    format!("waits for {team}: {need}{by}, {stands}")
}
pub fn measured_here(line: impl Display) -> String {
    format!("measured here: {line}")
}
pub fn until_called(date: impl Display, what: impl Display) -> String {
    format!("until {date} called {what}")
}
pub fn once_called(what: impl Display) -> String {
    format!("once called {what}")
}
pub fn took_in_on(what: impl Display, date: impl Display) -> String {
    format!("took in {what} on {date}")
}
pub fn took_in(what: impl Display) -> String {
    format!("took in {what}")
}
pub fn until_below(date: impl Display, what: impl Display) -> String {
    format!("until {date} below {what}")
}
pub fn once_below(what: impl Display) -> String {
    format!("once below {what}")
}
pub fn opening_vote_on(date: &str, colon: &str, said: &str) -> String {
    format!("opening vote on {date}{colon}{said}")
}
pub fn last_check_in_on(date: &str, colon: &str, said: &str) -> String {
    format!("last check-in on {date}{colon}{said}")
}
pub const ASK_THE_ROOM: &str = "ask the room";
pub const NOT_SET: &str = "not set";

pub fn waived_with_its_reason(date: impl Display, reason: impl Display) -> String {
    format!("    waived on {date}: {reason}")
}
pub fn looks_at(id: impl Display, level: impl Display, rule: impl Display) -> String {
    format!("{id}  ({level}, looks at {rule})")
}
pub const ASKED_OF: &str = "asked of";
pub const NOT_OF: &str = "not of";
pub const A_HARD_STOP_OF_THE_METHOD: &str =
    "A hard stop of the method: it can be neither switched off nor waived.";
pub fn waive_it(of: impl Display, id: impl Display) -> String {
    format!(
        "Waive it: okr waive {of} {id} --reason \"...\". For everyone: {id} = \"off\", \"ask\" or \"warn\" under [lint] in okr.toml."
    )
}
pub const THE_SENTENCE_OF_A_KEY_RESULT: &str = "the sentence of a key result";
pub const THE_SENTENCE_OF_AN_OBJECTIVE: &str = "the sentence of an objective";
pub const THE_FIELDS_OF_A_KEY_RESULT: &str = "the fields of a key result";
pub const THE_SET: &str = "the set";
pub const VOTES_CHECK_INS_AND_EARLIER_QUARTERS: &str = "votes, check-ins and earlier quarters";

pub fn asked_of(before: impl Display, after: impl Display) -> String {
    format!("Asked of: {before}. Not of: {after}.")
}
pub fn the_retrospective_said(verdict: impl Display) -> String {
    format!("the retrospective said: {verdict}")
}
