//! What is said of arguments, assumptions and dependencies.

use std::fmt::Display;

pub const RECORD_THE_DOTS: &str = "record the dots";
pub fn say_where_came_from(title: impl Display) -> String {
    format!("say where {title} came from")
}
pub const THE_ARGUMENT: &str = "the argument";
pub const ITS_SENTENCE: &str = "its sentence";
pub fn note_an_argument_on(title: impl Display) -> String {
    format!("note an argument on {title}")
}
pub const AN_OBJECTIVE_CANNOT_BE_JOINED_TO_ITSELF: &str = "an objective cannot be joined to itself";
pub const NAME_THE_ONE_THAT_SAYS_THE_SAME: &str = "name the one that says the same";
pub const IT_IS_COMMITTED_AND_IS_NOT_JOINED: &str =
    "a key result of it is committed; it is not joined to another";
pub const DROP_IT_WITH_A_REASON: &str = "move its key results first, or drop it with a reason";
pub fn join_to(title: impl Display, kept: impl Display) -> String {
    format!("join {title} to {kept}")
}
pub fn say_what_contributes(title: impl Display) -> String {
    format!("say what {title} contributes")
}
pub const THE_ASSUMPTION: &str = "the assumption";
pub const ITS_TEXT: &str = "its text";
pub const HOW_WE_WOULD_NOTICE: &str = "how we would notice";
pub fn write_down_an_assumption_of(title: impl Display) -> String {
    format!("write down an assumption of {title}")
}
pub const THE_CHANGE: &str = "the change";
pub const WHAT_WAS_ASKED: &str = "what was asked";
pub const WHAT_CAME_OF_IT: &str = "what came of it";
pub fn log_what_was_asked_of(title: impl Display) -> String {
    format!("log what was asked of {title}")
}
pub fn mark_the_assumption(text: impl Display) -> String {
    format!("mark the assumption {text}")
}
pub const THE_REASON: &str = "the reason";
pub fn change_by_a_revision(title: impl Display) -> String {
    format!("change {title} by a revision")
}
pub fn answer_a_question_on(name: impl Display) -> String {
    format!("answer a question on {name}")
}
pub const THE_DEPENDENCY: &str = "the dependency";
pub const THE_TEAM: &str = "the team";
pub const WHAT_THEY_MUST_DO: &str = "what they must do";
pub fn name_a_dependency_of(name: impl Display) -> String {
    format!("name a dependency of {name}")
}
