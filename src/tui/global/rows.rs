//! The rows of what can be done everywhere outside of text.

use crate::tui::actions::{Row, row};
use crate::tui::screens::ScreenName;

/// What can be done everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GlobalAction {
    /// Shows what can be done here.
    Help,
    /// Shows everything.
    Palette,
    /// Finds a team.
    Team,
    /// Finds a cycle of the team.
    Cycle,
    /// Filters the list.
    Filter,
    /// Finds words in everything that is said.
    Find,
    /// Goes to a screen.
    Go(ScreenName),
    /// The next screen.
    NextScreen,
    /// The screen before.
    ScreenBefore,
    /// Plays a session, or goes on with the one that is open.
    Session,
    /// Takes the last change back.
    Undo,
    /// Does the change taken back again.
    Redo,
    /// Writes the quarter for others.
    Export,
    /// Shares the workspace through git.
    Share,
    /// Chooses the colours.
    Colours,
    /// Shows what was said in this run.
    Messages,
    /// Gives the mouse to the terminal, or takes it back.
    Mouse,
    /// Lets the bell ring, or not.
    Bell,
    /// Begins or ends the tour.
    Tour,
    /// Shows or hides the guide.
    Guide,
    /// Reads the folder anew.
    Reload,
    /// Draws everything anew.
    Repaint,
    /// Gives the terminal back for a while.
    Suspend,
    /// Back one level.
    Back,
    /// Back, and at the root out.
    Leave,
}

/// The rows.
pub const ACTIONS: &[Row<GlobalAction>] = &[
    row(
        "help",
        ("Help", "more"),
        "Shows what can be done here; type to search, Enter runs a line.",
        &["?", "f1"],
        (0, GlobalAction::Help),
    ),
    row(
        "palette",
        ("Palette", "all"),
        "Shows every action, objective, key result and quarter.",
        &[":", "ctrl-p"],
        (30, GlobalAction::Palette),
    ),
    row(
        "filter",
        ("Filter the list", "filter"),
        "Shows only the rows with the words you type.",
        &["/"],
        (20, GlobalAction::Filter),
    ),
    Row {
        id: "find",
        title: "Find in everything",
        label: "find",
        help: "Finds words in all texts of all teams and cycles: lessons, reasons, decisions, objectives.",
        aliases: &["search", "grep", "lesson", "last quarter", "look up"],
        keys: &["f", "ctrl-f"],
        rank: 31,
        action: GlobalAction::Find,
    },
    row(
        "go.overview",
        ("Overview", ""),
        "Goes to the Overview.",
        &["0", "g 0"],
        (0, GlobalAction::Go(ScreenName::Overview)),
    ),
    row(
        "go.setting",
        ("Setting", ""),
        "Goes to Setting.",
        &["1", "g 1"],
        (0, GlobalAction::Go(ScreenName::Setting)),
    ),
    row(
        "go.check_ins",
        ("Check-ins", ""),
        "Goes to Check-ins.",
        &["2", "g 2"],
        (0, GlobalAction::Go(ScreenName::CheckIns)),
    ),
    row(
        "go.scoring",
        ("Scoring", ""),
        "Goes to Scoring.",
        &["3", "g 3"],
        (0, GlobalAction::Go(ScreenName::Scoring)),
    ),
    row(
        "go.retrospective",
        ("Retrospective", ""),
        "Goes to the Retrospective.",
        &["4", "g 4"],
        (0, GlobalAction::Go(ScreenName::Retrospective)),
    ),
    row(
        "go.history",
        ("History", ""),
        "Goes to the History of the team.",
        &["5", "g 5"],
        (0, GlobalAction::Go(ScreenName::History)),
    ),
    Row {
        id: "go.map",
        title: "Map",
        label: "",
        help: "Goes to the map: who contributes to what, who waits for whom.",
        aliases: &["alignment", "dependencies", "tree", "company"],
        keys: &["g m"],
        rank: 0,
        action: GlobalAction::Go(ScreenName::Map),
    },
    row("go.next", ("Next screen", ""), "Goes to the next screen.", &["]"], (0, GlobalAction::NextScreen)),
    row(
        "go.before",
        ("Screen before", ""),
        "Goes to the screen before.",
        &["["],
        (0, GlobalAction::ScreenBefore),
    ),
    Row {
        id: "go.team",
        title: "Another team",
        label: "team",
        help: "Finds a team by a few letters of its name and goes to its quarter.",
        aliases: &["switch", "find team", "picker"],
        keys: &["T", "g t"],
        rank: 0,
        action: GlobalAction::Team,
    },
    Row {
        id: "go.cycle",
        title: "Another cycle",
        label: "",
        help: "Finds a cycle of this team and goes to it.",
        aliases: &["quarter", "switch", "picker"],
        keys: &["g c"],
        rank: 0,
        action: GlobalAction::Cycle,
    },
    Row {
        id: "session",
        title: "Play a session",
        label: "session",
        help: "Plays a meeting step by step on one shared screen, or goes on with the one that is open.",
        aliases: &["meeting", "room", "facilitate", "resume"],
        keys: &["S"],
        rank: 11,
        action: GlobalAction::Session,
    },
    row(
        "undo",
        ("Undo", "undo"),
        "Takes the last change back and says which.",
        &["u"],
        (12, GlobalAction::Undo),
    ),
    row(
        "redo",
        ("Redo", "redo"),
        "Does the change taken back again.",
        &["U", "ctrl-r"],
        (13, GlobalAction::Redo),
    ),
    Row {
        id: "export",
        title: "Export",
        label: "",
        help: "Writes the quarter for others: a page, Markdown, a table or a calendar.",
        aliases: &["html", "markdown", "csv", "ics", "print", "report"],
        keys: &["g x"],
        rank: 0,
        action: GlobalAction::Export,
    },
    Row {
        id: "sync",
        title: "Sync",
        label: "",
        help: "Shares the workspace through git: commits, takes in what others shared, pushes.",
        aliases: &["git", "pull", "push", "commit", "share"],
        keys: &["g s"],
        rank: 0,
        action: GlobalAction::Share,
    },
    Row {
        id: "colours",
        title: "Colours",
        label: "",
        help: "Chooses the theme of the screens and keeps it in your settings.",
        aliases: &["colors", "dark", "light", "contrast", "look"],
        keys: &["g l"],
        rank: 0,
        action: GlobalAction::Colours,
    },
    Row {
        id: "messages",
        title: "Messages",
        label: "",
        help: "Shows what was said above the footer since you began, the last first.",
        aliases: &["log", "notifications", "toasts", "history of messages", "errors"],
        keys: &["g e"],
        rank: 0,
        action: GlobalAction::Messages,
    },
    Row {
        id: "mouse",
        title: "Mouse on or off",
        label: "",
        help: "Gives the mouse to the terminal, to select text with it, or takes it back, and keeps the choice.",
        aliases: &["toggle mouse", "select text", "click"],
        keys: &["g p"],
        rank: 0,
        action: GlobalAction::Mouse,
    },
    Row {
        id: "bell",
        title: "Bell on or off",
        label: "",
        help: "Lets the bell ring when the time of a step is over, or not, and keeps the choice.",
        aliases: &["toggle bell", "sound", "quiet"],
        keys: &["g b"],
        rank: 0,
        action: GlobalAction::Bell,
    },
    Row {
        id: "tour",
        title: "Tour",
        label: "",
        help: "Begins the tour of the sample, six things really done, or ends it.",
        aliases: &["learn", "tutorial", "begin", "introduction", "help me"],
        keys: &["g i"],
        rank: 0,
        action: GlobalAction::Tour,
    },
    row(
        "guide",
        ("Guide", ""),
        "Shows or hides the guide: why this step, an example.",
        &["w"],
        (0, GlobalAction::Guide),
    ),
    row(
        "reload",
        ("Read the folder again", ""),
        "Reads the files again.",
        &["f5"],
        (0, GlobalAction::Reload),
    ),
    row("repaint", ("Repaint", ""), "Draws the screen anew.", &["ctrl-l"], (0, GlobalAction::Repaint)),
    row(
        "suspend",
        ("Suspend", ""),
        "Gives the terminal back until you return with fg.",
        &["ctrl-z"],
        (0, GlobalAction::Suspend),
    ),
    row(
        "back",
        ("Back", "back"),
        "Goes back one level; never leaves and never drops a text.",
        &["esc"],
        (6, GlobalAction::Back),
    ),
    row(
        "leave",
        ("Leave", "leave"),
        "Goes back, and at the root leaves Quarterdeck.",
        &["q"],
        (25, GlobalAction::Leave),
    ),
];
