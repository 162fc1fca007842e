//! What `okr doctor` and `config` say.

use std::fmt::Display;

pub const NO_TERM: &str = "no TERM";
pub fn this_is_none(named: impl Display) -> String {
    format!("this is none ({named}): `okr` prints the status, the screens need one")
}
pub fn the_screens_need(needed: impl Display) -> String {
    format!("the screens need {needed}: make the window larger or the letters smaller")
}
pub fn it_does_not_tell_its_size(named: impl Display, why: impl Display) -> String {
    format!("{named}, it does not tell its size: {why}")
}
pub const TRY_ANOTHER_TERMINAL: &str = "try another terminal";
pub fn none_theme(theme: impl Display) -> String {
    format!("none, theme {theme}: bold, reverse and underline stay")
}
pub fn the_16_of_the_terminal(theme: impl Display) -> String {
    format!("the 16 of the terminal, theme {theme}")
}
pub fn any_theme(theme: impl Display) -> String {
    format!("any, theme {theme}")
}
pub const NO_LOCALE: &str = "no locale";
pub const FOR_LINES_AND_ARROWS: &str =
    "for lines and arrows: LANG=C.UTF-8, or glyphs = \"unicode\" in the settings";
pub const LINES_BY_THE_SETTINGS: &str =
    "for lines and arrows, where the terminal can: glyphs = \"unicode\" in the settings";
pub const SET_VISUAL_OR_EDITOR_TO_ONE: &str = "set VISUAL or EDITOR to one that is installed";
pub fn is_not_found(line: impl Display) -> String {
    format!("{line} is not found")
}
pub const CHOOSE_ANOTHER_IN_UI_CLIPBOARD: &str = "choose another in `ui.clipboard`";
pub const THE_TERMINAL_OSC_52: &str = "the terminal (OSC 52)";
pub const OFF_WHAT_IS_COPIED_IS_ONLY_SHOWN: &str = "off: what is copied is only shown";
pub const SET_HOME_OR_XDG_CONFIG_HOME: &str = "set HOME or XDG_CONFIG_HOME";
pub fn none_yet(place: impl Display) -> String {
    format!("none yet; okr config init writes them to {place}")
}
pub const NO_DRAFT_WITHOUT_A_HOME_FOLDER: &str = "you have no home folder here, so no draft can be kept";
pub const SET_HOME_OR_XDG_STATE_HOME: &str = "set HOME or XDG_STATE_HOME";
pub const DRAFTS_AND_UNDO_CANNOT_BE_KEPT: &str =
    "drafts and undo cannot be kept: make the folder writable, or set XDG_STATE_HOME";
pub fn failures_in(path: impl Display, count: impl Display) -> String {
    format!("{path}, {count} noted")
}
pub fn no_failure_yet(path: impl Display) -> String {
    format!("no failure noted yet; the first goes to {path}")
}
pub const IT_IS_NOT_FOUND: &str = "it is not found";
pub const OKR_SYNC_NEEDS_IT: &str = "`okr sync` needs it; all else works without";
pub const NAME_ANOTHER_FOLDER: &str = "name another folder: --workspace DIR";
pub fn to_mend(place: impl Display, count: impl Display) -> String {
    format!("{place}, {count} to mend")
}
pub const OKR_CHECK_NAMES_EACH_WITH_ITS_LINE: &str = "okr check names each with its line";
pub const WITHOUT_GIT_NOTHING_IS_MERGED: &str = "without git nothing is merged";
pub const THE_FOLDER_IS_IN_NO_GIT_REPOSITORY: &str = "the folder is in no git repository";
pub const GIT_MERGES_OUR_FILES_FIELD_BY_FIELD: &str = "git merges our files field by field";
pub const OKR_SYNC_MERGES_FIELD_BY_FIELD: &str =
    "okr sync merges field by field; okr sync --install lets git itself do so";
/// Why a save would not come into the files, with its place.
pub fn cannot_be_saved(why: impl Display) -> String {
    format!("nothing can be saved: {why}")
}
pub const A_HOOK_CALLS_OKR: &str = "a hook of git calls okr, which no folder of PATH holds";
pub fn put_into_path(folder: impl Display) -> String {
    format!("put its folder into PATH: {folder}")
}
pub const PLEASE_SEND_IT: &str = "please send it, then remove it";
pub fn a_report_of_an_earlier_crash(path: impl Display) -> String {
    format!("a report of an earlier crash: {path}")
}

pub const MAKE_THE_FOLDER_YOURSELF: &str = "make the folder yourself, or set XDG_CONFIG_HOME";
pub fn is_there_already_and_stays(path: impl Display) -> String {
    format!("{path} is there already and stays as it is")
}
