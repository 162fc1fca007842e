//! What `okr sync` says.

use std::fmt::Display;

pub const NOTHING_TO_COMMIT: &str = "nothing to commit";
pub const NOTHING_WAS_CHANGED: &str = "nothing was changed";
pub const TELL_GIT_HOW_TO_MERGE: &str = "tell git how to merge the files of this workspace";
pub const THE_OTHERS_GET_THE_LINES: &str = "the others get the lines of .gitattributes by okr sync; the setting of their clone by okr sync --install";

pub fn yours_or_theirs(sentence: impl Display) -> String {
    format!("{sentence}: yours, or what is there? y, t, or Enter to decide later  ")
}
pub fn no_draft_waits_for_your_pick(about: impl Display) -> String {
    format!("no draft{about} waits for your pick")
}
pub fn several_records_wait(id: impl Display) -> String {
    format!("several records wait for your pick about `{id}`")
}
pub fn pick_from(drafts: impl Display) -> String {
    format!("{drafts}: okr sync --mine, or --theirs to forget")
}
pub const NAME_ONE_BY_ITS_PATH: &str = "name one of them, by its path:";
pub const OKR_SYNC_TELLS_OF_CLASHES: &str = "okr sync says when others set the same field";
pub const YOURS_WAITS: &str =
    "nothing was changed and yours is still kept as a draft; or what is there: okr sync --theirs";
pub fn yours_is_called(id: impl Display, taken: impl Display) -> String {
    format!("yours is called `{id}` from now on: another key result is called `{taken}`")
}
pub const YOURS_STANDS: &str = "yours stands now in this folder, which is shared by no git";
pub const YOURS_IS_FORGOTTEN: &str = "what is there stands, and yours is forgotten";
pub const LEAVE_LINES_WHERE_THEY_STOOD: &str = "leave the lines of an objective where they stood";
pub const REMOVE_IT_BY_HAND: &str = "remove it by hand";

pub fn to(commits: impl Display, there: impl Display) -> String {
    format!("{commits} to {there}")
}
pub const ORDER_CHANGED_HERE_AND_THERE: &str = "order      changed here and there; theirs stands";
pub const NOTHING_TO_SHARE: &str = "nothing to share: all of it is there already";
pub const WHAT_IS_THERE_STAYS: &str = "  what is there stays; yours is kept as a draft";
pub const YOURS_WAITS_AS_A_DRAFT: &str = "yours waits as a draft";
pub fn yours_after_all(id: impl Display) -> String {
    format!("  yours after all: okr sync --mine {id}")
}
pub fn yours_as_a_revision(id: impl Display) -> String {
    format!("  yours after all: okr set {id} title=… --reason …")
}
pub const YOURS_WAITS_FOR_THE_CLOSE: &str =
    "  yours after all: only once the close of the quarter has been taken back";
pub fn what_is_there_after_all(id: impl Display) -> String {
    format!("  what is there:   okr sync --theirs {id}")
}
pub const NOTHING_IS_LOST: &str = "nothing is lost, but what came together does not fit:";
pub fn and_more(told: impl Display) -> String {
    format!("  and {told} more: okr check")
}

pub const GIT_TAKES_TWO_FOR_ONE: &str = "git takes a record that was removed and one that was added for one; both are in the file, keep the one it is called after";
pub const BOTH_SIDES_SET_THE_SAME_FIELD: &str = "both sides set the same field; both are in the file";
