//! The rows of a session, whatever its step, and what of them and of everywhere works in the other place.

use super::{Action, GlobalAction, Row, global, joined};
use crate::words::actions::room as acts;

/// What can be done in a session, whatever its step; what the step itself takes are the player's offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomAction {
    /// The next thing to talk about, and after the last the next step.
    GoOn,
    /// The thing before, and before the first the step before.
    GoBack,
    /// The next step at once.
    NextStep,
    /// Starts or stops the clock.
    Clock,
    /// The next question, to be read aloud.
    Question,
    /// More time, by the Roman vote.
    Extend,
    /// Alone, in pairs, together: the next circle of 1-2-all.
    Circle,
    /// A line for the parking lot.
    Park,
    /// Leaves a step out, for a reason.
    Skip,
    /// How many are in the room.
    Attendance,
    /// How long it took.
    Minutes,
    /// What was spent alone before the meeting.
    Declare,
    /// Somebody else facilitates and drives.
    Turn,
    /// Closes the session where it stands.
    Close,
    /// Closes it without a word in the ledger, as it was not held.
    PutAway,
    /// Shows it large, with what is private hidden.
    Present,
    /// What was to be done before the meeting.
    Before,
    /// Why the step is there, and an example.
    Guide,
    /// The whole board, while it is shown large.
    Reveal,
    /// Copies what is read aloud, the board or what is talked about.
    Copy,
    /// Further down on the board.
    Down,
    /// Further up on the board.
    Up,
    /// To the desk; the session waits.
    Leave,
}

impl RoomAction {
    /// Whether it can be done from the desk too.
    #[must_use]
    pub fn is_of_the_desk(self) -> bool {
        matches!(self, Self::Clock | Self::Present)
    }
}

/// The rows.
pub(super) const ACTIONS: &[Row<RoomAction>] = &[
    Row {
        id: "room.go_on",
        words: acts::GO_ON,
        keys: &["enter", "space", "pgdn", "right"],
        rank: 1,
        action: RoomAction::GoOn,
    },
    Row { id: "room.clock", words: acts::CLOCK, keys: &["t"], rank: 2, action: RoomAction::Clock },
    Row { id: "room.close", words: acts::CLOSE, keys: &["C"], rank: 3, action: RoomAction::Close },
    Row { id: "room.put_away", words: acts::PUT_AWAY, keys: &["X"], rank: 0, action: RoomAction::PutAway },
    Row { id: "room.extend", words: acts::EXTEND, keys: &["x"], rank: 4, action: RoomAction::Extend },
    Row {
        id: "room.go_back",
        words: acts::GO_BACK,
        keys: &["left", "pgup", "backspace"],
        rank: 5,
        action: RoomAction::GoBack,
    },
    Row { id: "room.leave", words: acts::LEAVE, keys: &["esc", "q"], rank: 6, action: RoomAction::Leave },
    Row { id: "room.park", words: acts::PARK, keys: &["p"], rank: 7, action: RoomAction::Park },
    Row { id: "room.present", words: acts::PRESENT, keys: &["P"], rank: 8, action: RoomAction::Present },
    Row { id: "room.reveal", words: acts::REVEAL, keys: &["."], rank: 0, action: RoomAction::Reveal },
    Row { id: "room.circle", words: acts::CIRCLE, keys: &["1"], rank: 9, action: RoomAction::Circle },
    Row { id: "room.question", words: acts::QUESTION, keys: &["tab"], rank: 0, action: RoomAction::Question },
    Row { id: "room.next_step", words: acts::NEXT_STEP, keys: &["N"], rank: 0, action: RoomAction::NextStep },
    Row { id: "room.skip", words: acts::SKIP, keys: &["S"], rank: 0, action: RoomAction::Skip },
    Row {
        id: "room.attendance",
        words: acts::ATTENDANCE,
        keys: &["a"],
        rank: 0,
        action: RoomAction::Attendance,
    },
    Row { id: "room.minutes", words: acts::MINUTES, keys: &["M"], rank: 0, action: RoomAction::Minutes },
    Row { id: "room.declare", words: acts::DECLARE, keys: &["E"], rank: 0, action: RoomAction::Declare },
    Row { id: "room.turn", words: acts::TURN, keys: &["T"], rank: 0, action: RoomAction::Turn },
    Row { id: "room.before", words: acts::BEFORE, keys: &["B"], rank: 0, action: RoomAction::Before },
    Row { id: "room.guide", words: acts::GUIDE, keys: &["W"], rank: 0, action: RoomAction::Guide },
    Row { id: "room.copy", words: acts::COPY, keys: &["Y"], rank: 0, action: RoomAction::Copy },
    Row { id: "room.down", words: acts::DOWN, keys: &["j", "down"], rank: 4, action: RoomAction::Down },
    Row { id: "room.up", words: acts::UP, keys: &["k", "up"], rank: 0, action: RoomAction::Up },
];

/// What can be done everywhere and in a session too.
#[must_use]
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
#[must_use]
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
