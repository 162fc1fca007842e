//! Moving in a list, and what is done with the list as a whole.

use super::{Words, words};

pub const DOWN: Words = words("Next row", "", "Selects the next row.", &[]);
pub const UP: Words = words("Row before", "", "Selects the row before.", &[]);
pub const FIRST: Words = words("First row", "", "Selects the first row.", &[]);
pub const LAST: Words = words("Last row", "", "Selects the last row.", &[]);
pub const PAGE_DOWN: Words = words("Half a page down", "", "Goes half a page down.", &[]);
pub const PAGE_UP: Words = words("Half a page up", "", "Goes half a page up.", &[]);
pub const INTO: Words = words("Into the detail", "", "Unfolds the row, or moves into its detail.", &[]);
pub const BACK: Words = words(
    "Back to the list",
    "",
    "Moves back to the list; in a list, folds the row or goes to the one above.",
    &[],
);
pub const PANE: Words = words(
    "List or detail",
    "list/detail",
    "Moves from the list to the detail and back.",
    &["pane", "scroll"],
);
pub const SORT: Words = words(
    "Sort",
    "sort",
    "Asks in which order the key results stand within their objective.",
    &["order", "confidence", "name"],
);
pub const COPY: Words = words(
    "Copy",
    "copy",
    "Asks what of the row is copied: its sentence, its id, its file, a line of Markdown.",
    &["yank", "clipboard", "path", "markdown", "id"],
);
pub const MARK: Words = words(
    "Mark the row",
    "mark",
    "Marks the row or takes its mark away; what can act on several then takes all marked rows, as one step.",
    &["select", "several", "multiple", "bulk", "unmark"],
);
pub const RENAME: Words = words(
    "Rename",
    "rename",
    "Gives the row another name or sentence, and leaves the rest of it as it is.",
    &["name", "title", "reword", "call"],
);
pub const EDITOR: Words = words(
    "Edit the file in the editor",
    "editor",
    "Opens the file of the row in your editor; what is wrong in it is named, and nothing typed is lost.",
    &["toml", "vim", "raw", "source"],
);
