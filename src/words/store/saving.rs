//! Why something could not be saved, and what to do.

use std::fmt::Display;

pub const LOOK_AT_WHAT_STANDS_THERE_NOW: &str =
    "Look at what stands there now; if yours is right, enter it again.";
pub const LOOK_AT_THEIRS: &str = "Look at theirs, or choose another id.";
pub const ASK_WHY_IT_WAS_REMOVED: &str = "Ask why it was removed, or add it anew.";
pub const TAKE_THAT_AWAY_FIRST: &str = "Take that away first, if it is to go too.";
pub const IT_IS_GIVEN_UP: &str = "it is given up";
pub fn it_is_given_up_and_next_comes(next: impl Display) -> String {
    format!("it is given up, and the next one is: {next}")
}
pub const SAY_IT_ANEW_WITH_A_REASON: &str = "Say it anew with a reason: okr set ID title=... --reason";
pub const WHAT_STANDS_THERE_IS_HISTORY: &str = "What stands there is history.";
pub fn others_hang_something_on_it(path: impl Display, inside: impl Display) -> String {
    format!("others have made {inside}, so that {path} does not go")
}
pub fn what_it_belongs_to_is_gone(path: impl Display, owner: impl Display) -> String {
    format!("{path} does not come back: {owner}, to which it belongs, is gone")
}
pub fn it_is_committed(path: impl Display) -> String {
    format!("{path} keeps its sentence: it is committed")
}
pub fn its_quarter_is_closed(path: impl Display) -> String {
    format!("{path} stays: its quarter is closed")
}
pub const DO_IT_AGAIN_IF_YOU_STILL_WANT_TO: &str =
    "Look at what stands there now, and do it again if you still want to.";
pub const INSTALL_A_NEWER_VERSION: &str = "Install a newer version.";
pub const CHOOSE_A_NEW_FOLDER: &str = "Choose a new folder, or open the workspace that is there.";
pub fn edit_by_hand(record: impl Display) -> String {
    format!("edit {record} by hand")
}
pub fn nothing_was_changed(why: impl Display) -> String {
    format!("{why}; nothing was changed")
}
pub fn nothing_was_changed_and_kept(why: impl Display, draft: impl Display) -> String {
    format!("{why}; nothing was changed; what you wanted is kept in {draft}")
}
pub fn only_this_part_was_saved(why: impl Display, written: impl Display) -> String {
    format!("{why}; only this part was saved: {written}")
}
pub fn only_this_part_was_saved_and_kept(
    why: impl Display,
    written: impl Display,
    draft: impl Display,
) -> String {
    format!("{why}; only this part was saved: {written}; what you wanted is kept in {draft}")
}
pub fn is_not_empty(path: impl Display) -> String {
    format!("{path} is not empty")
}
pub fn changed_meanwhile(fields: impl Display) -> String {
    format!("changed meanwhile: {fields}")
}
pub const ANOTHER_FILE_WAS_MADE_MEANWHILE: &str = "another file of this name was made meanwhile";
pub const WHAT_IT_STANDS_IN_WAS_REMOVED_MEANWHILE: &str = "what it stands in was removed meanwhile";
pub const IT_WAS_REMOVED_MEANWHILE: &str = "it was removed meanwhile";
pub const ITS_QUARTER_WAS_CLOSED_MEANWHILE: &str = "its quarter was closed meanwhile";
pub const ITS_SENTENCE_WAS_COMMITTED_MEANWHILE: &str =
    "the set was committed meanwhile with the sentence that stands";
pub const IT_WAS_CHANGED_MEANWHILE: &str = "it was changed meanwhile";

pub const THE_FILE_CANNOT_BE_USED: &str = "The file cannot be used.";
pub const RESTORE_IT_FROM_A_COPY: &str = "Restore it from a copy.";
pub const THE_CHANGE_WOULD_HARM_THE_FILE: &str =
    "The change cannot be put into this file without harm to the rest of it.";
pub const MAKE_THE_CHANGE_IN_AN_EDITOR: &str =
    "Make the change in an editor, or write the file in a plainer form.";

pub const SAVE_AGAIN_IN_A_MOMENT: &str =
    "Save again in a moment; if no other window is open, end the program that holds .okr/lock.";
pub const CHOOSE_ANOTHER_ID: &str = "Choose another id, or look at the file that is there.";
pub const SAVE_AGAIN_LATER: &str = "Save again once the other program is done with it.";
pub const REPLACE_THE_LINK_BY_THE_FILE_ITSELF: &str = "Replace the link by the file itself.";
pub const MAKE_ROOM_ON_THE_DISK: &str = "Make room on the disk and save again.";
pub const OPEN_A_COPY_OF_THE_WORKSPACE: &str = "Open a copy of the workspace on a disk that can be written.";
pub const GIVE_YOURSELF_THE_RIGHT_TO_WRITE: &str =
    "Give yourself the right to write the file and its folder, and save again.";
pub const COPY_THE_WORKSPACE_TO_ANOTHER_DISK: &str =
    "Copy the workspace to another disk before anything else.";
pub const LOOK_AT_THE_FILE_AND_ITS_FOLDER: &str = "Look at the file and its folder, and save again.";
pub fn another_window_keeps_saving(path: impl Display) -> String {
    format!("{path}: another window is saving and does not get done")
}
pub fn there_is_such_a_file_already(path: impl Display) -> String {
    format!("{path}: there is such a file already")
}
pub fn another_program_keeps_changing_it(path: impl Display) -> String {
    format!("{path}: another program keeps changing it")
}
pub fn leads_out_of_the_workspace(path: impl Display) -> String {
    format!("{path}: leads out of the workspace")
}
pub fn no_space_is_left_on_the_disk(path: impl Display) -> String {
    format!("{path}: no space is left on the disk")
}
pub fn its_folder_is_not_there(path: impl Display) -> String {
    format!("{path} was not written: its folder is not there")
}
pub fn the_disk_is_read_only(path: impl Display) -> String {
    format!("{path}: the disk is read-only")
}
pub fn may_not_be_written(path: impl Display) -> String {
    format!("{path}: may not be written")
}
pub fn the_disk_did_not_confirm_it(path: impl Display, why: impl Display) -> String {
    format!(
        "{path}: it is written, but the disk did not confirm it ({why}), so a cut of the power may take it back"
    )
}
pub fn the_disk_reports_an_error(path: impl Display) -> String {
    format!("{path}: the disk reports an error")
}

pub fn the_file_cannot_be_read(message: impl Display) -> String {
    format!("the file cannot be read: {message}")
}
pub const THE_CHANGE_CANNOT_BE_PUT_INTO_THIS_FILE: &str =
    "the change cannot be put into this file without harm to the rest of it";

pub fn yours_there(path: impl Display, mine: impl Display, there: impl Display) -> String {
    format!("`{path}` (yours: {mine}, there: {there})")
}
pub const MINE_AFTER_BOTH_CHANGED_IT: &str = "others committed it meanwhile, and mine was taken after all";
