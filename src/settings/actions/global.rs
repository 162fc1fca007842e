//! The rows of what can be done everywhere outside of text.

use crate::settings::actions::{Row, ScreenName};
use crate::words::actions::anywhere as acts;

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
    /// Shows or hides the footer.
    Footer,
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
pub(super) const ACTIONS: &[Row<GlobalAction>] = &[
    Row { id: "help", words: acts::HELP, keys: &["?", "f1"], rank: 0, action: GlobalAction::Help },
    Row {
        id: "palette",
        words: acts::PALETTE,
        keys: &[":", "ctrl-p"],
        rank: 30,
        action: GlobalAction::Palette,
    },
    Row { id: "filter", words: acts::FILTER, keys: &["/"], rank: 20, action: GlobalAction::Filter },
    Row { id: "find", words: acts::FIND, keys: &["f", "ctrl-f"], rank: 31, action: GlobalAction::Find },
    Row {
        id: "go.overview",
        words: acts::GO_OVERVIEW,
        keys: &["0", "g 0"],
        rank: 0,
        action: GlobalAction::Go(ScreenName::Overview),
    },
    Row {
        id: "go.setting",
        words: acts::GO_SETTING,
        keys: &["1", "g 1"],
        rank: 0,
        action: GlobalAction::Go(ScreenName::Setting),
    },
    Row {
        id: "go.check_ins",
        words: acts::GO_CHECK_INS,
        keys: &["2", "g 2"],
        rank: 0,
        action: GlobalAction::Go(ScreenName::CheckIns),
    },
    Row {
        id: "go.scoring",
        words: acts::GO_SCORING,
        keys: &["3", "g 3"],
        rank: 0,
        action: GlobalAction::Go(ScreenName::Scoring),
    },
    Row {
        id: "go.retrospective",
        words: acts::GO_RETROSPECTIVE,
        keys: &["4", "g 4"],
        rank: 0,
        action: GlobalAction::Go(ScreenName::Retrospective),
    },
    Row {
        id: "go.history",
        words: acts::GO_HISTORY,
        keys: &["5", "g 5"],
        rank: 0,
        action: GlobalAction::Go(ScreenName::History),
    },
    Row {
        id: "go.map",
        words: acts::GO_MAP,
        keys: &["g m"],
        rank: 0,
        action: GlobalAction::Go(ScreenName::Map),
    },
    Row { id: "go.next", words: acts::GO_NEXT, keys: &["]"], rank: 0, action: GlobalAction::NextScreen },
    Row {
        id: "go.before",
        words: acts::GO_BEFORE,
        keys: &["["],
        rank: 0,
        action: GlobalAction::ScreenBefore,
    },
    Row { id: "go.team", words: acts::GO_TEAM, keys: &["T", "g t"], rank: 0, action: GlobalAction::Team },
    Row { id: "go.cycle", words: acts::GO_CYCLE, keys: &["g c"], rank: 0, action: GlobalAction::Cycle },
    Row { id: "session", words: acts::SESSION, keys: &["S"], rank: 11, action: GlobalAction::Session },
    Row { id: "undo", words: acts::UNDO, keys: &["u"], rank: 12, action: GlobalAction::Undo },
    Row { id: "redo", words: acts::REDO, keys: &["U", "ctrl-r"], rank: 13, action: GlobalAction::Redo },
    Row { id: "export", words: acts::EXPORT, keys: &["g x"], rank: 0, action: GlobalAction::Export },
    Row { id: "sync", words: acts::SYNC, keys: &["g s"], rank: 0, action: GlobalAction::Share },
    Row { id: "colours", words: acts::COLOURS, keys: &["g l"], rank: 0, action: GlobalAction::Colours },
    Row { id: "messages", words: acts::MESSAGES, keys: &["g e"], rank: 0, action: GlobalAction::Messages },
    Row { id: "mouse", words: acts::MOUSE, keys: &["g p"], rank: 0, action: GlobalAction::Mouse },
    Row { id: "bell", words: acts::BELL, keys: &["g b"], rank: 0, action: GlobalAction::Bell },
    Row { id: "footer", words: acts::FOOTER, keys: &["g h"], rank: 0, action: GlobalAction::Footer },
    Row { id: "tour", words: acts::TOUR, keys: &["g i"], rank: 0, action: GlobalAction::Tour },
    Row { id: "guide", words: acts::GUIDE, keys: &["w"], rank: 0, action: GlobalAction::Guide },
    Row { id: "reload", words: acts::RELOAD, keys: &["f5"], rank: 0, action: GlobalAction::Reload },
    Row { id: "repaint", words: acts::REPAINT, keys: &["ctrl-l"], rank: 0, action: GlobalAction::Repaint },
    Row { id: "suspend", words: acts::SUSPEND, keys: &["ctrl-z"], rank: 0, action: GlobalAction::Suspend },
    Row { id: "back", words: acts::BACK, keys: &["esc"], rank: 6, action: GlobalAction::Back },
    Row { id: "leave", words: acts::LEAVE, keys: &["q"], rank: 25, action: GlobalAction::Leave },
];
