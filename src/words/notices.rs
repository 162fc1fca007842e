//! What the program says of files, windows and programs.

use std::fmt::Display;

pub const THE_SAMPLE_STANDS: &str =
    "A copy of the sample, in the middle of its quarter; it goes with the program. :tour shows you round.";
pub fn the_workspace_stands(goes: impl Display) -> String {
    format!("The workspace stands. Press {goes} to set the quarter.")
}
pub const PRESS_CTRL_C_AGAIN_TO_LEAVE: &str = "Press Ctrl-C again to leave.";
pub fn press_ctrl_c_again_to_leave(left: impl Display) -> String {
    format!("{PRESS_CTRL_C_AGAIN_TO_LEAVE} {left}")
}
pub fn cannot_be_read(damage: impl Display) -> String {
    format!("Cannot be read: {damage}")
}
pub const NOT_SAVED_STILL_HERE: &str = "Not saved; what you typed is still here.";
pub const NOT_SAVED_BOTH_KEPT: &str = "Not saved; both versions are kept.";
pub fn not_done(says: impl Display) -> String {
    format!("Not done: {says}.")
}

pub fn not_copied(why: impl Display, shown: impl Display) -> String {
    format!("Not copied: {why}. {shown}")
}
pub fn shown_as_copying_is_off(shown: impl Display) -> String {
    format!("Shown, as copying is off: {shown}")
}
pub fn copied_by(program: impl Display, shown: impl Display) -> String {
    format!("Copied by {program}: {shown}")
}
pub fn copied_by_the_terminal(shown: impl Display) -> String {
    format!("Copied by the terminal (OSC 52): {shown}")
}

pub const WHAT: &str = "what";
pub const WHERE: &str = "where";
pub const WHY: &str = "why";
pub const SAVED_BEFORE_IT: &str = "saved before it";
pub const KEPT_IN: &str = "kept in";
pub const NOT_SAVED: &str = "not saved";
pub const LOG: &str = "log";
pub const WHAT_TO_DO: &str = "what to do";
pub const NO_WORKSPACE_TO_SHARE: &str = "there is no workspace to share";
pub const NOT_ALL_IS_SHARED: &str = "Not all is shared; okr sync says why.";
pub fn okr_sync_did_not_start(why: impl Display) -> String {
    format!("okr sync did not start: {why}")
}

/// The name first: of a long folder there may be no room for the end.
pub fn written(name: impl Display, folder: impl Display) -> String {
    format!("Written: {name}, in {folder}")
}
pub fn writes_it_elsewhere(why: impl Display) -> String {
    format!("{why}; okr export -o FILE writes it where you may")
}
pub const NO_WORKSPACE_TO_READ: &str = "there is no workspace to read";
pub const NO_WORKSPACE_TO_PLAY_IN: &str = "there is no workspace to play in";
pub const NO_WORKSPACE_TO_SAVE_TO: &str = "there is no workspace to save to";
pub const ANOTHER_WINDOW_WAS_FASTER: &str = "Another window was faster.";
pub const THE_SAMPLE_HAS_NO_QUARTER: &str = "the sample has no quarter to show";

pub fn and_more(first: impl Display, count: impl Display) -> String {
    format!("{first}; {count} more: okr doctor")
}
pub fn mend_the_settings(folder: impl Display) -> String {
    format!("Mend it in {folder}; what is saved there holds at once.")
}
pub fn colours(theme: impl Display) -> String {
    format!("Colours: {theme}")
}
pub const THE_MOUSE_SELECTS_TEXT: &str = "The mouse selects text";
pub const THE_MOUSE_CLICKS: &str = "The mouse clicks; hold Shift (Option on macOS) to select text";
pub const THE_FOOTER_IS_BACK: &str = "The footer is back";
pub fn the_footer_is_hidden(help: impl Display) -> String {
    format!("The footer is hidden; {help} lists all keys")
}
pub const THE_BELL_RINGS: &str = "The bell rings";
pub const THE_BELL_IS_SILENT: &str = "The bell is silent";
pub fn kept_in(says: impl Display, path: impl Display) -> String {
    format!("{says}, kept in {path}")
}
pub fn until_you_leave(says: impl Display, why: impl Display) -> String {
    format!("{says}, until you leave: {why}")
}

pub fn quarterdeck_erred_behind_the_screen(says: impl Display) -> String {
    format!("Quarterdeck erred while it read; read the folder again. {says}")
}
pub const A_FORM: &str = "a form";
pub fn what_was_typed_is_kept(called: impl Display, lists: impl Display) -> String {
    format!("What was typed and not saved is kept: {called}. Open the form to go on; {lists} lists it.")
}
pub fn and_others(called: impl Display, more: usize) -> String {
    format!("{called} and {more} more")
}

pub fn is_played_in_another_window(title: impl Display) -> String {
    format!("{title} is played in another window; go on there")
}
pub fn cannot_be_kept(why: impl Display) -> String {
    format!("the session cannot be kept, so it would be lost in a crash: {why}")
}
pub fn a_crash_would_lose_it(why: impl Display) -> String {
    format!("the session goes on, but a crash would lose it: {why}")
}
pub fn not_saved_of_the_session(says: impl Display) -> String {
    format!("what the session was about to save is not saved: {says}")
}

pub fn clipboard_ends_within_a_quote(line: impl Display) -> String {
    format!("`ui.clipboard` ends within a quote: {line}")
}

pub const NO_PROGRAM_IS_NAMED: &str = "no program is named";
pub fn did_not_take_it(program: impl Display) -> String {
    format!("{program} did not take it")
}

pub fn there_is_no_file(path: impl Display) -> String {
    format!("{path}: there is no such file any more")
}
pub const NOTHING_CHANGED_IN_THE_FILE: &str = "Nothing changed in the file.";
pub fn saved_but_odd(sentence: impl Display, odd: impl Display) -> String {
    format!("Saved: {sentence}. {odd}")
}
pub fn was_written_elsewhere(path: impl Display) -> String {
    format!("{path} was written elsewhere meanwhile.")
}
pub const A_REVISION: &str = "What is committed changes with a reason: by its form, or `okr set --reason`.";
pub fn not_written_and_kept(why: impl Display, path: impl Display, opens: impl Display) -> String {
    format!("Not saved. {why} {opens} opens your text again, an empty one lets it go; it is kept in {path}")
}
pub fn not_written_nor_kept(why: impl Display, error: impl Display) -> String {
    format!("Not saved, and your text could not be kept ({error}): {why}")
}
pub fn no_file_could_be_made(error: impl Display) -> String {
    format!("no file could be made for the editor: {error}")
}
pub fn did_not_start(editor: impl Display, error: impl Display) -> String {
    format!("{editor} did not start: {error}; VISUAL or EDITOR names another")
}
pub fn ended_with(editor: impl Display, status: impl Display) -> String {
    format!("{editor} ended with {status}; the text is as it was. VISUAL or EDITOR names another")
}
pub fn the_edited_text_stays(error: impl Display, path: impl Display) -> String {
    format!(
        "the edited text could not be read ({error}); it stays in {path}, save it there as UTF-8 and copy it from there"
    )
}
pub fn the_edited_text_is_unreadable(error: impl Display) -> String {
    format!("the edited text could not be read: {error}")
}

pub const THE_SCREENS_NEED_A_TERMINAL: &str = "the screens need a terminal";
pub const NO_SHELL_WAITS_TO_CONTINUE: &str = "no shell waits to continue";
pub const THIS_SYSTEM_CANNOT_SUSPEND: &str = "this system cannot suspend a program";
/// Said on the normal screen, before a line is read there.
pub const PRESS_ENTER_TO_GO_BACK: &str = "Press Enter to go back to the screens. ";

pub fn undid(sentence: impl Display) -> String {
    format!("Undid: {sentence}")
}
pub fn redid(sentence: impl Display) -> String {
    format!("Redid: {sentence}")
}
pub fn nothing_to_paste_into(help: impl Display) -> String {
    format!("Nothing is pasted: no field is open; {help} lists the keys that open one.")
}
pub const SHARED: &str = "Shared.";
pub fn shared_but(drafts: impl Display) -> String {
    format!("Shared; {drafts}.")
}
