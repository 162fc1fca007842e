//! What is said when the set changes.

use std::fmt::Display;

pub fn there_is_no_cycle(named: impl Display) -> String {
    format!("there is no cycle `{named}` in this workspace")
}
pub const NAME_A_CYCLE_OR_A_QUARTER: &str = "name one of its cycles, or a quarter like 2027-q2";
pub const THE_TITLE: &str = "the title";
pub const BEGIN_THE_TITLE_WITH_A_LATIN_LETTER: &str = "begin the title with a Latin letter";
pub const THE_OBJECTIVE: &str = "the objective";
pub const ITS_SENTENCE: &str = "its sentence";
pub fn add_the_objective(title: impl Display) -> String {
    format!("add the objective {title}")
}
pub const DROP_ONE_FIRST: &str = "drop one first: adding needs a place among the five";
pub const THE_SET: &str = "the set";
pub const IT_HAS_FIVE_OBJECTIVES: &str = "it has five objectives, which is the most";
pub fn and_it_joins_the_set(sentence: impl Display) -> String {
    format!("{sentence}; it joins the set")
}
pub const THE_KEY_RESULT: &str = "the key result";
pub fn add_the_key_result(title: impl Display) -> String {
    format!("add the key result {title}")
}
pub const A_COMMITTED_KEY_RESULT_KEEPS_METRIC: &str =
    "a committed key result keeps metric, baseline and target";
pub const IT_IS_COMMITTED: &str =
    "it is committed; a change of its definition is a revision and needs a reason";
pub const SAY_WHICH_ASSUMPTION_BROKE: &str = "say which assumption broke; if none, keep the number";
pub const CHANGE_TAKES_ITS_REASON: &str = "the verdict change has no reason";
pub const TAKE_THE_DROP_BACK_FIRST: &str = "take the drop back first";
pub const A_VERDICT_DROPS_NOTHING: &str = "this verdict alone drops nothing";
pub fn drop_it_with_its_reason(id: impl Display) -> String {
    format!(
        "drop it with its reason: on the screen Setting, in the session, or by okr drop objective:{id} --reason TEXT"
    )
}
pub fn and_clear_its_score(drop: impl Display) -> String {
    format!("{drop} and clear its score")
}
pub fn take_up_again(title: impl Display) -> String {
    format!("take up {title} again")
}
pub fn it_was_dropped_on(date: impl Display, reason: impl Display) -> String {
    format!("it was dropped on {date}: {reason}")
}
pub const THE_REASON_FOR_DROPPING_IT: &str = "the reason for dropping it";
pub fn put_on_the_not_now_list(title: impl Display) -> String {
    format!("put {title} on the not-now list")
}
pub fn and_remove(put: impl Display, key_results: impl Display) -> String {
    format!("{put} and remove {key_results}")
}
pub fn move_to_the_delivery_list(name: impl Display) -> String {
    format!("move {name} to the delivery list")
}
pub const THE_LINE: &str = "the line";
pub fn add_to(text: impl Display, list: impl Display) -> String {
    format!("add {text} to {list}")
}
pub fn remove_the_assumption(text: impl Display) -> String {
    format!("remove the assumption {text}")
}
pub fn remove_from_the_log(asked: impl Display) -> String {
    format!("remove {asked} from the log")
}
pub fn remove_the_initiative(text: impl Display) -> String {
    format!("remove the initiative {text}")
}
pub fn remove_the_dependency(need: impl Display) -> String {
    format!("remove the dependency {need}")
}
pub const TAKE_IT_UP_FIRST: &str = "take the drop back first: okr drop ID --back";
pub fn its_readings_are_in(unit: impl Display) -> String {
    format!("it was committed in {unit}, and its readings are in {unit} too")
}
pub const KEEP_THE_UNIT: &str = "keep the unit, or drop it and write a new key result in the other one";
pub const IT_HAS_NOT_BEEN_DROPPED: &str = "it has not been dropped";
pub const NAMES_NO_OBJECTIVE: &str = "names no objective of another team";
pub const IS_OF_THE_TEAM_ITSELF: &str =
    "is an objective of the team itself, and contributes to nothing above";
pub const NAMES_SEVERAL_OBJECTIVES: &str = "names several objectives";
pub const WRITE_TEAM_CYCLE_OBJECTIVE: &str =
    "write its id, how its sentence begins, or team/cycle/objective; the map shows them";
pub fn perhaps(links: impl Display) -> String {
    format!("perhaps {links}")
}
pub fn is_the_team_itself(name: impl Display) -> String {
    format!("{name} is the team itself, and nobody would be asked")
}
pub const ADD_AN_INITIATIVE: &str = "add it as an initiative, or name the team that is asked";
pub const IT_WOULD_CONTRIBUTE_TO_ITSELF: &str = "it would contribute to itself by way of this link";
pub const CHOOSE_AN_OBJECTIVE_ABOVE: &str = "choose an objective above it";
