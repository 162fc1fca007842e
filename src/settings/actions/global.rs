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
pub(super) const ACTIONS: &[Row<GlobalAction>] = rows! { GlobalAction, acts:
    Help                           "help"              HELP              ["?", "f1"]      0;
    Palette                        "palette"           PALETTE           [":", "ctrl-p"]  30;
    Filter                         "filter"            FILTER            ["/"]            20;
    Find                           "find"              FIND              ["f", "ctrl-f"]  31;
    Go(ScreenName::Overview)       "go.overview"       GO_OVERVIEW       ["0", "g 0"]     0;
    Go(ScreenName::Setting)        "go.setting"        GO_SETTING        ["1", "g 1"]     0;
    Go(ScreenName::CheckIns)       "go.check_ins"      GO_CHECK_INS      ["2", "g 2"]     0;
    Go(ScreenName::Scoring)        "go.scoring"        GO_SCORING        ["3", "g 3"]     0;
    Go(ScreenName::Retrospective)  "go.retrospective"  GO_RETROSPECTIVE  ["4", "g 4"]     0;
    Go(ScreenName::History)        "go.history"        GO_HISTORY        ["5", "g 5"]     0;
    Go(ScreenName::Map)            "go.map"            GO_MAP            ["g m"]          0;
    NextScreen                     "go.next"           GO_NEXT           ["]"]            0;
    ScreenBefore                   "go.before"         GO_BEFORE         ["["]            0;
    Team                           "go.team"           GO_TEAM           ["T", "g t"]     0;
    Cycle                          "go.cycle"          GO_CYCLE          ["g c"]          0;
    Session                        "session"           SESSION           ["S"]            11;
    Undo                           "undo"              UNDO              ["u"]            12;
    Redo                           "redo"              REDO              ["U", "ctrl-r"]  13;
    Export                         "export"            EXPORT            ["g x"]          0;
    Share                          "sync"              SYNC              ["g s"]          0;
    Colours                        "colours"           COLOURS           ["g l"]          0;
    Messages                       "messages"          MESSAGES          ["g e"]          0;
    Mouse                          "mouse"             MOUSE             ["g p"]          0;
    Bell                           "bell"              BELL              ["g b"]          0;
    Footer                         "footer"            FOOTER            ["g h"]          0;
    Tour                           "tour"              TOUR              ["g i"]          0;
    Guide                          "guide"             GUIDE             ["w"]            0;
    Reload                         "reload"            RELOAD            ["f5"]           0;
    Repaint                        "repaint"           REPAINT           ["ctrl-l"]       0;
    Suspend                        "suspend"           SUSPEND           ["ctrl-z"]       0;
    Back                           "back"              BACK              ["esc"]          6;
    Leave                          "leave"             LEAVE             ["q"]            25;
};
