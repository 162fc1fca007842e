//! What is said of notes, of actions, and of the close of a quarter.

use std::fmt::Display;

pub const THE_NOTE: &str = "the note";
pub const ITS_TEXT: &str = "its text";
pub const IT_SAYS_NOTHING: &str = "it says nothing";
pub const WRITE_ONE_LINE: &str = "write one line";
pub const TWO_DONE_BEAT_SEVEN_BEGUN: &str = "two done beat seven begun: change or remove one of them";
pub const THE_ACTIONS: &str = "the actions";
pub const THREE_ARE_CHOSEN: &str = "three are chosen, which is the most";
pub fn remove_the_note(text: impl Display) -> String {
    format!("remove the note {text}")
}
pub const THE_QUARTER: &str = "the quarter";
pub const IT_WAS_NEVER_COMMITTED: &str = "it was never committed";
pub const SCORE_IT: &str = "score it, drop it, or say in which quarter it reads";
pub const ITS_SCORE_IS_PROVISIONAL: &str = "its score was given before scoring opened, and is provisional";
pub const DOES_IT_STAND: &str = "does it stand? score it once more, or say why it need not be";
pub const THE_RETROSPECTIVE: &str = "the retrospective";
pub const NO_LESSON_IS_WRITTEN_DOWN: &str = "no lesson is written down";
pub const WRITE_DOWN_A_LESSON: &str = "write down what the team learned";
pub fn take_back_the_verdict(subject: impl Display, verdict: impl Display) -> String {
    format!("take back that {subject} is {verdict}")
}
pub const WHAT_BECOMES_OF_THEM: &str = "make each a note, or let it go";
pub const HELD_WRONG_OR_STILL_UNKNOWN: &str = "say whether it held, was wrong or is still unknown";
pub const IT_HAS_NO_VERDICT: &str = "it has no verdict";
pub const TOO_EASY_RIGHT_OR_TOO_HARD: &str = "say of each whether it was too easy, right or too hard";
pub const MORE_AS_OR_LESS_IMPORTANT: &str =
    "say of each whether it mattered more, as much or less than thought";
pub const MORE_THAN_THREE_ACTIONS_ARE_CHOSEN: &str = "more than three actions are chosen";
pub const CHOOSE_UP_TO_THREE: &str = "choose one to three changes to how the next quarter is set";
pub const NO_ACTION_IS_CHOSEN: &str = "no action is chosen";
pub const CHOOSE_A_SHORTER_ID: &str = "choose a shorter id";
pub fn choose_the_action(text: impl Display) -> String {
    format!("choose the action {text}")
}
pub fn judge(subject: impl Display, verdict: impl Display) -> String {
    format!("judge {subject}: {verdict}")
}
