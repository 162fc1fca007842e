//! What can be done everywhere outside of text.

use super::{Words, words};

pub const HELP: Words = words(
    "Help",
    "more",
    "Shows what can be done here; type to search, Enter runs a line.",
    &["shortcuts", "keys", "language", "manual", "how to"],
);
pub const PALETTE: Words =
    words("Palette", "all", "Shows every action, objective, key result and quarter.", &[]);
pub const FILTER: Words =
    words("Filter the list", "filter", "Shows only the rows with the words you type.", &[]);
pub const FIND: Words = words(
    "Find in everything",
    "find",
    "Finds words in all texts of all teams and cycles: lessons, reasons, decisions, objectives.",
    &["search", "grep", "lesson", "last quarter", "look up"],
);
pub const GO_OVERVIEW: Words = words("Overview", "", "Goes to the Overview.", &[]);
pub const GO_SETTING: Words = words("Setting", "", "Goes to Setting.", &["goals", "plan", "okrs"]);
pub const GO_CHECK_INS: Words = words("Check-ins", "", "Goes to Check-ins.", &["checkin"]);
pub const GO_SCORING: Words = words("Scoring", "", "Goes to Scoring.", &[]);
pub const GO_RETROSPECTIVE: Words = words("Retrospective", "", "Goes to the Retrospective.", &[]);
pub const GO_HISTORY: Words = words("History", "", "Goes to the History of the team.", &[]);
pub const GO_MAP: Words = words(
    "Map",
    "",
    "Goes to the map: who contributes to what, who waits for whom.",
    &["alignment", "dependencies", "tree", "company"],
);
pub const GO_NEXT: Words = words("Next screen", "", "Goes to the next screen.", &[]);
pub const GO_BEFORE: Words = words("Screen before", "", "Goes to the screen before.", &[]);
pub const GO_TEAM: Words = words(
    "Another team",
    "team",
    "Finds a team by a few letters of its name and goes to its quarter.",
    &["switch", "find team", "picker"],
);
pub const GO_CYCLE: Words = words(
    "Another cycle",
    "",
    "Finds a cycle of this team and goes to it.",
    &["quarter", "switch", "picker"],
);
pub const SESSION: Words = words(
    "Play a session",
    "session",
    "Plays a meeting step by step on one shared screen, or goes on with the one that is open.",
    &["meeting", "room", "facilitate", "resume", "agenda", "kick-off", "dots", "fist", "pre-mortem"],
);
pub const UNDO: Words = words("Undo", "undo", "Takes the last change back and says which.", &[]);
pub const REDO: Words = words("Redo", "redo", "Does the change taken back again.", &[]);
pub const EXPORT: Words = words(
    "Export",
    "",
    "Writes the quarter for others: a page, Markdown, a table or a calendar.",
    &["html", "markdown", "csv", "ics", "print", "report", "pdf", "slides", "backup"],
);
pub const SYNC: Words = words(
    "Sync",
    "",
    "Shares the workspace through git: commits, takes in what others shared, pushes.",
    &["git", "pull", "push", "commit", "share"],
);
pub const COLOURS: Words = words(
    "Colours",
    "",
    "Chooses the theme of the screens and keeps it in your settings.",
    &["colors", "dark mode", "light mode", "contrast", "look"],
);
pub const MESSAGES: Words = words(
    "Messages",
    "",
    "Shows what was said above the footer since you began, the last first.",
    &["log", "notifications", "toasts", "history of messages", "errors"],
);
pub const MOUSE: Words = words(
    "Mouse on or off",
    "",
    "Gives the mouse to the terminal, to select text with it, or takes it back, and keeps the choice; with Shift held (Option on macOS) it selects text all the same.",
    &["toggle mouse", "select text", "click"],
);
pub const BELL: Words = words(
    "Bell on or off",
    "",
    "Lets the bell ring when the time of a step is over, or not, and keeps the choice.",
    &["toggle bell", "sound", "quiet"],
);
pub const FOOTER: Words = words(
    "Footer on or off",
    "",
    "Shows or hides the keys in the last row, and keeps the choice; forms, lists to pick from and sessions always show them.",
    &["toggle footer", "hide hints", "keys"],
);
pub const TOUR: Words = words(
    "Tour",
    "",
    "Begins the tour of the sample, six things really done, or ends it.",
    &["learn", "tutorial", "begin", "introduction", "help me"],
);
pub const GUIDE: Words = words("Guide", "", "Shows or hides the guide: why this step, an example.", &[]);
pub const RELOAD: Words =
    words("Read the folder again", "", "Reads the files again.", &["refresh", "reload"]);
pub const REPAINT: Words = words("Repaint", "", "Draws the screen anew.", &[]);
pub const SUSPEND: Words = words("Suspend", "", "Gives the terminal back until you return with fg.", &[]);
pub const BACK: Words =
    words("Back", "back", "Goes back one level; never leaves and never drops a text.", &[]);
pub const LEAVE: Words =
    words("Leave", "leave", "Goes back, and at the root leaves Quarterdeck.", &["quit", "exit"]);
