//! What `okr lint`, `check` and `waive` say.

use std::fmt::Display;

pub const WHAT_IS_NAMED_ABOVE_CANNOT_BE_READ: &str = "; what is named above cannot be read";
pub const NOTHING_TO_ASK: &str = "nothing to ask";
pub fn questions_to_answer_of_them_before(all: impl Display, stops: impl Display) -> String {
    format!("{all} questions to answer, {stops} of them before a commit")
}
pub fn and_waived(asked: impl Display, count: impl Display) -> String {
    format!("{asked}, {count} waived")
}
pub fn waived_okr_lint_waived(asked: impl Display, count: impl Display) -> String {
    format!("{asked}, {count} waived: okr lint --waived")
}

pub fn there_is_no_such_file_or_folder(why: impl Display, value: impl Display) -> String {
    format!("there is no such file or folder: {why}: {value}")
}
pub fn lies_in_no_workspace(value: impl Display, mark: impl Display) -> String {
    format!("{value} lies in no workspace: no {mark} above it")
}
pub const OKR_INIT: &str = "okr init";
pub fn does_not_lie_in(value: impl Display, root: impl Display) -> String {
    format!("{value} does not lie in {root}")
}
pub const LEAVE_WORKSPACE_OUT: &str = "leave --workspace out";

pub fn stdin_cannot_be_read(why: impl Display) -> String {
    format!("stdin cannot be read: {why}")
}
pub const THE_LINE_IS_OVER_1_MIB_LONG: &str = "the line is over 1 MiB long";
pub const THIS_IS_NOT_UTF_8: &str = "this is not UTF-8";
pub const TEXT_SAYS_NOTHING: &str = "`text` says nothing";

pub const NO_PROBLEM_IN_THE_FILES: &str = "no problem in the files";
pub fn to_look_at(notes: impl Display) -> String {
    format!("{notes} to look at, none to mend")
}
pub fn to_mend(errors: impl Display) -> String {
    format!("{errors} to mend")
}

pub const OKR_LIST: &str = "okr list";
pub const THE_SET: &str = "the set";
pub const AN_OBJECTIVE: &str = "an objective";
pub const A_KEY_RESULT: &str = "a key result";
pub fn is_asked_of(rule: impl Display, of: impl Display, is: impl Display) -> String {
    format!("{rule} is asked of {of}, and this is {is}")
}
pub const IT_IS_NOT_ASKED_THERE_NOW: &str = "it is not asked there now; the reason stands should it be";
pub fn is_one_of_the_few_hard_stops(id: impl Display) -> String {
    format!("{id} is one of the few hard stops: no reason goes past it")
}
pub fn okr_lint_explain(id: impl Display) -> String {
    format!("okr lint --explain {id}")
}
pub fn there_is_no_rule(typed: impl Display) -> String {
    format!("there is no rule `{typed}`")
}
pub const OKR_LINT_RULES: &str = "okr lint --rules";
