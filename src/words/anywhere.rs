//! What is said in more than one place.

use std::fmt::Display;

pub const GROUND_RULES: &str = "Ground rules";
pub const NO_QUARTER_IS_OPEN: &str = "No quarter is open.";
pub const CANNOT_BE_READ: &str = "cannot be read";
pub const QUARTER_CANNOT_BE_READ: &str =
    "Where this quarter stands cannot be read, so nothing is changed; the Overview names the file.";
pub const QUARTER_IS_CLOSED: &str = "This quarter is closed; what stands here is history.";
pub const ASKED_OF_US: &str = "Asked of us";
pub fn needed_by(need: impl Display, day: impl Display) -> String {
    format!("{need} by {day}")
}
pub const MEASURED_HERE: &str = "Measured here";
pub const NOT_NOW: &str = "Not now";
pub const KEEP_RUNNING: &str = "Keep running";
pub fn leading_to_the_cycle(cycle: impl Display) -> String {
    format!(" --cycle {cycle}")
}
pub fn leading_to_the_team(team: impl Display) -> String {
    format!(" --team {team}")
}
pub fn by(day: impl Display) -> String {
    format!("by {day}")
}
pub fn unit_stays(unit: impl Display, metric: impl Display, its: impl Display) -> String {
    format!("The unit stays {unit}; {metric} is counted in {its}.")
}
pub const HOW_RIGHT_WE_WERE: &str = "How right we were";
pub const SELECT_A_KEY_RESULT: &str = "Select a key result.";
pub const DRAFT: &str = "draft";
pub const TO_FIND_OUT: &str = "to find out";
pub fn since_revised_to(now: impl Display) -> String {
    format!("since revised to {now}")
}
pub fn blocked(text: impl Display) -> String {
    format!("blocked: {text}")
}
pub fn at_the_start(says: impl Display, reading: impl Display) -> String {
    format!("{says}, {reading} at the start")
}
pub const PAYS_BACK_LATE: &str = "Pays back late";
/// What was done, with the quarter it was done in.
pub fn in_quarter(says: impl Display, key: impl Display) -> String {
    format!("{says}  ({key})")
}
pub fn the_formula_says(score: impl Display) -> String {
    format!("the formula says {score}")
}
pub const TELLS_US: &str = "tells us";
pub const READS_LATER: &str = "reads later";
pub const PROVISIONAL: &str = "provisional";
pub fn provisional(score: impl Display) -> String {
    format!("{score} provisional")
}
pub fn assumption_stands(text: impl Display, word: impl Display) -> String {
    format!("{text}, {word}")
}
pub fn on(value: impl Display, date: impl Display) -> String {
    format!("{value} on {date}")
}
pub const THE_SET_AS_A_WHOLE: &str = "The set as a whole";
pub const WE_SAID: &str = "we said";
pub const NEEDS_ATTENTION: &str = "Needs attention";
pub const DAYS_UNKNOWN: &str = "days unknown";
pub fn from_to(first: impl Display, last: impl Display) -> String {
    format!("{first} to {last}")
}
pub fn score(score: impl Display) -> String {
    format!("score {score}")
}
pub const CONTRIBUTES_TO: &str = "contributes to";
pub const NO_LINK: &str = "no link";
pub const WHY_NOW: &str = "why now";
pub fn first(first: impl Display) -> String {
    format!("first: {first}")
}
pub fn held_of(held: impl Display, planned: Option<usize>) -> String {
    planned.map_or_else(|| held.to_string(), |planned| part_of(&held, planned))
}
pub fn part_of(part: impl Display, whole: impl Display) -> String {
    format!("{part} of {whole}")
}
pub const THERE_IS_NOTHING_MORE_TO_READ: &str = "There is nothing more to read.";
pub const THIS_IS_THE_TOP: &str = "This is the top.";
pub const THE_SESSION: &str = "the session";
pub fn opening_vote_spread(median: impl Display, spread: impl Display) -> String {
    format!("opening vote {median}, spread {spread}")
}
pub fn is_closed(title: impl Display, cost: impl Display) -> String {
    format!("{title} is closed. It cost {cost}.")
}
pub fn is_closed_and_prepared(title: impl Display, cost: impl Display, before: impl Display) -> String {
    format!("{title} is closed. It cost {cost}, and what was done alone before it {before}.")
}
pub fn began_and_is_of_today(began: impl Display, today: impl Display) -> String {
    format!("It began on {began}; what it saves from now on is of {today}.")
}
pub fn is_put_away(title: impl Display) -> String {
    format!("{title} is put away: nothing of it is in the ledger.")
}
pub fn said_until(old: impl Display, day: impl Display, reason: impl Display) -> String {
    format!("until {day}: \u{201c}{old}\u{201d} ({reason})")
}
pub fn saved(sentence: impl Display) -> String {
    format!("Saved: {sentence}")
}
pub const THE_OBJECTIVE: &str = "the objective";
pub const THE_ASSUMPTION: &str = "the assumption";
pub const THE_KEY_RESULT: &str = "the key result";

pub const NEW: &str = "New";
pub const ASKED: &str = "asked";
pub const DROPPED: &str = "dropped";
pub const DUE: &str = "due";
pub const YES: &str = "yes";
pub const SCORE_LABEL: &str = "score";
pub const REASON: &str = "reason";
pub const NEXT: &str = "Next";
pub const PEOPLE: &str = "people";
pub const BELOW: &str = "below";
pub const CHECK_INS: &str = "check-ins";
pub const QUARTER: &str = "quarter";
pub const HOW: &str = "how";
pub const WEIGHED: &str = "weighed";
pub const ORIGIN: &str = "origin";
pub const OBJECTIVE: &str = "objective";
pub const GUARDRAIL: &str = "guardrail";
pub const OPENING: &str = "opening";
pub const MIDDLE: &str = "middle";
pub const LAST: &str = "last";
pub const BACK: &str = "back";
pub const WORDS: &str = "words";
pub const TEAM: &str = "Team";
pub const EFFORT: &str = "Effort";
pub const OBJECTIVE_TITLE: &str = "Objective";
pub const ASSUMPTION: &str = "Assumption";
pub const LINE: &str = "Line";
pub const SENTENCE: &str = "sentence";
pub const DEPENDENCY: &str = "Dependency";
pub const INITIATIVE: &str = "Initiative";
pub const NOTE: &str = "Note";
pub const DROP: &str = "drop";
pub const CLOSE: &str = "close";
pub const NOT_READABLE_YET: &str = "not readable yet";
pub const NO_DATA: &str = "no data";
pub const MID_QUARTER: &str = "mid-quarter";
pub fn at_mid_quarter(date: impl Display, says: impl Display) -> String {
    format!("mid-quarter, {date}: {says}")
}
pub fn ambition(ambition: impl Display) -> String {
    format!("ambition {ambition}")
}
pub const NO_VOTE_HAS_AN_OUTCOME_YET: &str = "No vote has an outcome yet.";
pub fn by_the_last_revision(progress: impl Display) -> String {
    format!("by the last revision: {progress}")
}
pub fn dropped_on(date: impl Display, reason: impl Display) -> String {
    format!("dropped on {date}: {reason}")
}
pub fn waived_on(rule: impl Display, today: impl Display, reason: impl Display) -> String {
    format!("{rule} waived on {today}: {reason}")
}
pub const GO_TO_THE_NEXT_QUARTER: &str = "go to the next quarter, or undo the close";
pub fn the_files_are_of_format(format: impl Display, value: impl Display) -> String {
    format!("the files are of format {format}, this version writes format {value}")
}
pub const THE_LAST_QUARTER_HANDS_NOTHING_OVER: &str = "the last quarter hands nothing over";
pub fn is_past(day: impl Display) -> String {
    format!("{day} is past; say a day from today on")
}
pub const YOU_HAVE_NO_HOME_FOLDER_HERE: &str = "you have no home folder here";
pub const IT_IS_NOT_THERE_ANY_MORE: &str = "it is not there any more";
