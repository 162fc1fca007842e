//! What `okr commit`, `score`, `retro` and `close` say.

use std::fmt::Display;

pub fn is_committed(label: impl Display, objectives: impl Display, committed: impl Display) -> String {
    format!("{label} is committed: {objectives}, {committed}")
}
pub fn is_committed_but_for(
    label: impl Display,
    objectives: impl Display,
    committed: impl Display,
    waiting: impl Display,
) -> String {
    format!("{label} is committed: {objectives}, {committed}, {waiting} to find out beside the set")
}
pub const TO_FIND_OUT: &str = "to find out: okr set ID kind=establish-baseline contact=NAME find_out_by=DAY";
pub const WORK_NOT_AN_OUTCOME: &str = "work, not an outcome: okr move ID delivery";
pub fn go_on_with_a_reason(verb: impl Display) -> String {
    format!("go on with a reason: okr {verb} --reason \"...\"")
}

pub fn the_final_reading(value: impl Display, today: impl Display) -> String {
    format!("the final reading is that of the last check-in: {value} on {today}")
}
pub fn give_the_final_reading(later: impl Display) -> String {
    format!(
        "give the final reading: --reading VALUE\nor a score with its reason: 0.4 --reason \"...\"\n\
         or the quarter in which it reads: --reads-later {later}"
    )
}
pub const THE_DAY_OF_WHICH_READING: &str = "date: it is the day of a reading, and none was given";
pub const GIVE_THE_READING_OF_THAT_DAY: &str =
    "give it as well: --reading VALUE; without both the last check-in's is taken, with its own day";
pub const NO_DATA_IS_NOT_0: &str = "no data: there is no reading to score from, and that is not 0";
pub fn and_is_provisional(said: impl Display) -> String {
    format!("{said}, provisional until scoring opens")
}
pub fn score_the_formula_says(score: impl Display, proposed: impl Display) -> String {
    format!("score {score} (the formula says {proposed})")
}
pub fn reads_later(quarter: impl Display) -> String {
    format!("reads later, in {quarter}")
}
pub fn the_formula_says(proposed: impl Display) -> String {
    format!("the formula says {proposed}; not scored yet")
}

pub const THERE_IS_NO_LIST_OF_NOTES: &str = "there is no list of notes";
pub const OKR_LIST_NOTES: &str = "okr list notes";
pub const THERE_IS_NO_SUCH_NOTE: &str = "there is no such note";
pub const OKR_RETRO_LIST: &str = "okr retro list";
pub const OKR_RETRO_ADD_DIFFICULTY_KR_ID: &str = "okr retro add difficulty --kr ID --verdict hard";
pub const OKR_RETRO_ADD_IMPORTANCE_OBJECTIVE_ID: &str =
    "okr retro add importance --objective ID --verdict less";
pub const OKR_RETRO_ADD_ASSUMPTION_ASSUMPTION_ID: &str =
    "okr retro add assumption --assumption ID --verdict wrong";
pub fn does_not_belong_to_a(option: impl Display, kind: impl Display) -> String {
    format!("a note of the kind {kind} takes no {option}")
}
pub fn and_verdict_go_together(option: impl Display) -> String {
    format!("{option} and --verdict go together")
}
pub const WHAT_BELONGS_TO_AN_ACTION: &str = "--starts, --first-date and --seen-by belong to an action";
pub const OKR_RETRO_ADD_ACTION_TEXT_STARTS_NAME: &str = "okr retro add action TEXT --starts NAME";
pub fn a_has_no_verdict(kind: impl Display) -> String {
    format!("a {kind} has no verdict")
}
pub const AN_ASSUMPTION_IS_NEEDED_HERE: &str = "an assumption is needed here";
pub const OKR_LIST_ASSUMPTIONS: &str = "okr list assumptions";
pub const LINE_OF_THE_PARKING_LOT: &str = "line of the parking lot";
pub const A_LINE_OF_THE_PARKING_LOT: &str = "a line of the parking lot is needed here";
pub const OKR_LIST_PARKING_LOT: &str = "okr list parking-lot";
pub fn is_none_of(typed: impl Display, words: impl Display) -> String {
    format!("`{typed}` is none of {words}")
}

pub fn open_the_next_one(team: impl Display) -> String {
    format!("open the next one, its hand-over waits: okr --team {team} init --cycle ...")
}
pub fn read_its_hand_over(team: impl Display, cycle: impl Display) -> String {
    format!("the next one is open, its hand-over waits: okr --team {team} --cycle {cycle} list hand-over")
}
pub fn is_closed(label: impl Display) -> String {
    format!("{label} is closed")
}
