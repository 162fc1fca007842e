//! What `okr export` and `import` say.

use std::fmt::Display;

pub const FIGURES_ARE_NO_MEETINGS: &str = "figures are no meetings";
pub const FORMAT_MD: &str = "--format md, html, csv or json";
pub const WHICH_FORMAT: &str = "which format?";
pub const OKR_EXPORT_FORMAT_MD: &str = "okr export --format md, html, csv, json or ics; or -o FILE.html";
pub fn history_of(name: impl Display) -> String {
    format!("History of {name}")
}
pub const A_TEMPLATE_IS_A_FILE_OF_TEXT: &str = "a template is a file of text";
pub const NOTHING_WAS_WRITTEN: &str = "nothing was written; mend the template, or leave --templates out";
pub fn is_a_file_of_the_workspace(path: impl Display) -> String {
    format!("{path} is a file of the workspace itself")
}
pub const NAME_ANOTHER_FILE: &str = "name another file: -o FILE";

pub fn cannot_be_read(file: impl Display, why: impl Display) -> String {
    format!("{file} cannot be read: {why}")
}
pub const NAME_THE_FILE_OF_AN_EXPORT: &str = "name the file of an export";
pub const OKR_EXPORT_FORMAT_JSON_WRITES_IT: &str = "okr export --format json writes it";
pub const WOULD_COME_IN: &str = "would come in";
pub const CAME_IN: &str = "came in";
pub fn stand_here_just_so(same: impl Display) -> String {
    format!("{same} stand here just so")
}
pub fn left_out(key: impl Display) -> String {
    format!("left out: {key}")
}
pub fn more_are_left_out(more: impl Display) -> String {
    format!("left out: {more} more; `okr check` names them")
}
pub fn did_not_fit(misfit: impl Display) -> String {
    format!("did not fit: {misfit}")
}
pub const IMPORT_A_WORKSPACE: &str = "import a workspace";
pub fn stands_here_under_another_objective(address: impl Display) -> String {
    format!("{address} stands here already, under another objective")
}
pub fn stands_here_already_and_says_something_else(address: impl Display) -> String {
    format!("{address} stands here already and says something else")
}

pub const SAVE_THE_SHEET_AS_CSV: &str = "save the sheet as CSV, UTF-8";
pub fn a_quote_is_never_closed(file: impl Display, line: impl Display, column: impl Display) -> String {
    format!("{file}:{line}:{column}: a quote is opened here and never closed; nothing came in")
}
pub const CLOSE_IT_OR_WRITE_IT_TWICE: &str =
    "close it behind the cell; one that is part of the text is written twice in a cell in quotes";
pub fn it_is_longer_than_mib(longest: impl Display) -> String {
    format!("it is longer than {longest} MiB")
}
pub const IT_IS_EMPTY: &str = "it is empty";
pub fn map_there_is_no_field(pair: impl Display, name: impl Display) -> String {
    format!("--map {pair}: there is no field `{name}`")
}
pub fn did_you_mean(near: impl Display) -> String {
    format!("did you mean {near}?")
}
pub fn map_there_is_no_column(pair: impl Display, head: impl Display) -> String {
    format!("--map {pair}: there is no column `{head}`")
}
pub fn there_are(heads: impl Display) -> String {
    format!("there are {heads}")
}
pub const NO_COLUMN_IS_AN_OBJECTIVE: &str = "no column is an objective or a key result";
pub const SAY_WHICH: &str = "say which: --map objective=NAME,key_result=NAME";
pub const STAYS_OUT: &str = "stays out";
pub fn objectives_and_key_results(
    objectives: impl Display,
    key_results: impl Display,
    verb: impl Display,
) -> String {
    format!("{objectives} and {key_results} {verb}")
}
pub fn the_coach_asks_things_of_this_quarter(asked: impl Display) -> String {
    format!("the coach asks {asked} of this quarter: okr lint")
}
