//! Why a file could not be read, and what to do.

use std::fmt::Display;

pub fn it_is_no_json(line: impl Display, column: impl Display) -> String {
    format!("it is no JSON: line {line}, column {column}")
}
pub fn it_is_of_form(newer: impl Display, version: impl Display) -> String {
    format!("it is of form {newer}; this version reads {version}")
}
pub const IT_IS_NONE_OF_OURS: &str = "it is none of ours: it has no version";
pub const IT_HAS_NO_RECORDS: &str = "it is none of ours: it has no records";
pub const IT_SAYS_NOT_WHERE_IT_STANDS: &str = "it says not where it stands";
pub fn no_record_stands_at(at: impl Display) -> String {
    format!("no record stands at {at}")
}
pub fn is_empty(at: impl Display) -> String {
    format!("{at} is empty")
}

pub fn ours_theirs(ours: impl Display, theirs: impl Display) -> String {
    format!("<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n")
}

pub const CANNOT_BE_READ: &str = "(cannot be read)";
pub fn is_no_workspace(path: impl Display) -> String {
    format!("{path} is no workspace: it holds no okr.toml")
}
pub fn holds_over_a_million_files(path: impl Display) -> String {
    format!("{path} holds over a million files; is it the right folder?")
}
pub fn cannot_be_read(path: impl Display, reason: impl Display) -> String {
    format!("{path} cannot be read: {reason}")
}
pub fn the_files_are_of_format(format: impl Display, value: impl Display) -> String {
    format!("The files are of format {format}, this version writes format {value}.")
}
pub const LOOK_AROUND: &str = "Look around; to change anything, install a newer version.";
pub fn there_is_no_format(format: impl Display) -> String {
    format!("There is no format {format}.")
}
pub fn write_format(format: impl Display) -> String {
    format!("Write `format = {format}`.")
}
pub const THIS_FILE_IS_MISSING: &str = "This file is missing, though others hang on it.";
pub const RESTORE_IT_FROM_A_COPY: &str = "Restore it from a copy, write it anew, or remove what hangs on it.";

pub const THIS_FILE_CANNOT_BE_READ: &str =
    "This file cannot be read, so nothing is brought to another format.";
pub const MEND_IT_FIRST: &str = "Mend it first: okr check";

pub fn the_file_has_bytes(bytes: impl Display) -> String {
    format!("The file has {bytes} bytes, over 1 MiB.")
}
pub const A_RECORD_IS_A_PAGE_OR_TWO: &str = "A record is a page or two; split or shorten the file.";
pub fn the_file_nests_deeper_than_levels(deepest: impl Display) -> String {
    format!("The file nests deeper than {deepest} levels.")
}
pub const REMOVE_THE_NESTED_TABLES: &str = "Remove the nested tables, lists or dotted keys.";
pub const GIT_LEFT_TWO_VERSIONS_HERE: &str = "Git left two versions here that it could not merge.";
pub const KEEP_THE_RIGHT_LINES: &str = "Keep the right lines and remove those that begin with <<<<<<<, ======= and >>>>>>>, and all between ||||||| and =======.";
pub const KEEP_ONE_OF_THE_LINES: &str = "Keep one of the lines that set this key.";
pub const WRITE_KEY_VALUE: &str =
    "Write `key = value`, texts in quotes, dates as 2027-02-11; see the line above too.";
pub fn this_is_no_toml(message: impl Display) -> String {
    format!("This is no TOML: {message}.")
}
pub fn the_record_cannot_be_used(message: impl Display) -> String {
    format!("The record cannot be used: {message}.")
}
pub fn cannot_be_used(key: impl Display, message: impl Display) -> String {
    format!("`{key}` cannot be used: {message}.")
}
pub const CORRECT_THE_VALUE: &str = "Correct the value; until then it counts as missing.";
pub fn the_key_is_missing(key: impl Display) -> String {
    format!("The key `{key}` is missing.")
}
pub fn lacks_the_key(table: impl Display, key: impl Display) -> String {
    format!("`{table}` lacks the key `{key}`.")
}
pub fn add_a_line_here(key: impl Display) -> String {
    format!("Add a line `{key} = ...` here.")
}
pub fn is_an_unknown_key(path: impl Display) -> String {
    format!("`{path}` is a key this version does not know.")
}
pub const CHECK_ITS_SPELLING: &str = "Check its spelling; it is kept and has no effect.";

pub fn is_not_empty(folder: impl Display) -> String {
    format!("{folder} is not empty")
}

pub const THE_FILE_IS_NOT_UTF_8: &str = "The file is not UTF-8 from here on.";
pub const SAVE_IT_AS_UTF_8: &str = "Save it as UTF-8 in your editor.";
pub const THIS_IS_NO_FILE: &str = "This is no file.";
pub const A_RECORD_IS_A_PLAIN_TEXT_FILE: &str =
    "A record is a plain text file; move what stands here elsewhere.";
pub const THIS_LINK_LEADS_OUT: &str = "This link leads out of the workspace and is not followed.";
pub const PUT_THE_FILE_ITSELF_HERE: &str = "Put the file itself here.";
pub const YOU_MAY_NOT_READ_THIS: &str = "You may not read this.";
pub const THE_DISK_REPORTS_AN_ERROR_HERE: &str = "The disk reports an error here.";
pub fn this_cannot_be_read(error: impl Display) -> String {
    format!("This cannot be read: {error}.")
}
pub const THIS_CANNOT_BE_READ: &str = "This cannot be read.";
pub const GIVE_YOURSELF_THE_RIGHT_TO_READ_IT: &str =
    "Give yourself the right to read it, or restore it from a copy.";

pub const NOTHING_OF_A_WORKSPACE_STANDS_HERE: &str = "Nothing of a workspace stands here; it is left alone.";
pub const MOVE_IT_ELSEWHERE: &str = "Move it elsewhere, or give its name a dot in front.";
pub const RENAME_IT: &str = "Rename it; until then nothing in it is read.";

pub const IT_IS_TOO_LONG_OR_TOO_DEEP: &str = "it is too long or nests too deep";

pub fn it_could_not_be_read_when_exported(file: impl Display) -> String {
    format!("{file} could not be read when this was exported and is missing; mend it there and export again")
}
pub const IT_CANNOT_BE_READ: &str = "It cannot be read.";
