//! The rows of a session, whatever its step, and what of them and of everywhere works in the other place.

use super::{Action, GlobalAction, Row, global, joined};
use crate::words::actions::room as acts;

actions! { RoomAction, acts:
    /// What can be done in a session, whatever its step; what the step itself takes are the player's offers.
    GoOn        "room.go_on"       GO_ON       ["enter", "space", "pgdn", "right"]  1;
    Clock       "room.clock"       CLOCK       ["t"]                                2;
    Close       "room.close"       CLOSE       ["C"]                                3;
    PutAway     "room.put_away"    PUT_AWAY    ["X"]                                0;
    Extend      "room.extend"      EXTEND      ["x"]                                4;
    GoBack      "room.go_back"     GO_BACK     ["left", "pgup", "backspace"]        5;
    Leave       "room.leave"       LEAVE       ["esc", "q"]                         6;
    Park        "room.park"        PARK        ["p"]                                7;
    Present     "room.present"     PRESENT     ["P"]                                8;
    Reveal      "room.reveal"      REVEAL      ["."]                                0;
    Circle      "room.circle"      CIRCLE      ["1"]                                9;
    Question    "room.question"    QUESTION    ["tab"]                              0;
    NextStep    "room.next_step"   NEXT_STEP   ["N"]                                0;
    Skip        "room.skip"        SKIP        ["S"]                                0;
    Attendance  "room.attendance"  ATTENDANCE  ["a"]                                0;
    Minutes     "room.minutes"     MINUTES     ["M"]                                0;
    Declare     "room.declare"     DECLARE     ["E"]                                0;
    Turn        "room.turn"        TURN        ["T"]                                0;
    Before      "room.before"      BEFORE      ["B"]                                0;
    Guide       "room.guide"       GUIDE       ["W"]                                0;
    Copy        "room.copy"        COPY        ["Y"]                                0;
    Down        "room.down"        DOWN        ["j", "down"]                        4;
    Up          "room.up"          UP          ["k", "up"]                          0;
    Top         "room.top"         TOP         ["home"]                             0;
    End         "room.end"         END         ["end"]                              0;
}

impl RoomAction {
    /// Whether it can be done from the desk too.
    pub fn is_of_the_desk(self) -> bool {
        matches!(self, Self::Clock | Self::Present)
    }
}

/// What can be done everywhere and in a session too.
pub(super) fn global_rows() -> Vec<Row<Action>> {
    let is_here = |action| {
        matches!(
            action,
            GlobalAction::Help
                | GlobalAction::Palette
                | GlobalAction::Undo
                | GlobalAction::Redo
                | GlobalAction::Reload
                | GlobalAction::Repaint
                | GlobalAction::Suspend
        )
    };
    let rows = joined(global::ACTIONS, Action::Global);
    rows.into_iter().filter(|row| matches!(row.action, Action::Global(action) if is_here(action))).collect()
}

/// What can be done for a session from the desk too: its clock goes on there, and it is shown large from there.
pub(super) fn desk_rows() -> Vec<Row<Action>> {
    let rows = joined(ACTIONS, Action::Room);
    rows.into_iter()
        .filter(|row| matches!(row.action, Action::Room(action) if action.is_of_the_desk()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::method::session::offers::TAKEN;
    use crate::settings::keys::{Chord, sequence};

    #[test]
    fn the_letters_of_the_room_are_those_that_no_step_offers() {
        let keys: Vec<Vec<Chord>> =
            ACTIONS.iter().flat_map(|row| row.keys).filter_map(|keys| sequence(keys).ok()).collect();
        let global: Vec<Vec<Chord>> = global_rows()
            .iter()
            .flat_map(|row| row.keys.iter())
            .filter_map(|keys| sequence(keys).ok())
            .collect();
        let taken: String = ('a'..='z')
            .filter(|letter| {
                let chord = vec![Chord::letter(*letter)];
                keys.contains(&chord) || global.contains(&chord)
            })
            .collect();
        assert_eq!(taken, TAKEN);
    }
}
