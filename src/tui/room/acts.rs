//! What can be done in a session, whatever its step: going on and back, the clock, the parking lot, presenter mode.

use super::{Room, ask, play, view};
use crate::method::session::offers::Ask;
use crate::method::session::{Act, Player};
use crate::tui::actions::{self, Action, Enabled, Row, row};
use crate::tui::global::{self, GlobalAction};
use crate::tui::look::Look;
use crate::tui::message::Effect;
use crate::tui::state::{State, Tone};
use crate::tui::theme::ThemeName;

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
    /// Shows it large, with what is private hidden.
    Present,
    /// What was to be done before the meeting.
    Before,
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

/// The rows.
pub const ACTIONS: &[Row<RoomAction>] = &[
    row(
        "room.go_on",
        ("Go on", "go on"),
        "Goes on to what is talked about next, then to the next step.",
        &["enter", "space", "pgdn", "right"],
        (1, RoomAction::GoOn),
    ),
    row(
        "room.clock",
        ("Start or pause the clock", "clock"),
        "Starts the clock of the step, or stops it.",
        &["t"],
        (2, RoomAction::Clock),
    ),
    row(
        "room.close",
        ("Close the session", "close"),
        "Closes the session where it stands and writes its effort.",
        &["C"],
        (3, RoomAction::Close),
    ),
    row(
        "room.extend",
        ("Extend", "extend"),
        "Gives two minutes more, then one, when more thumbs are up than down.",
        &["x"],
        (4, RoomAction::Extend),
    ),
    row(
        "room.go_back",
        ("Go back", "back"),
        "Goes back to what was talked about before, then to the step before.",
        &["left", "pgup", "backspace"],
        (5, RoomAction::GoBack),
    ),
    row(
        "room.leave",
        ("To the desk", "desk"),
        "Goes to the desk; the session stays open and its clock runs on.",
        &["esc", "q"],
        (6, RoomAction::Leave),
    ),
    row(
        "room.park",
        ("Park a line", "park"),
        "Puts a line on the parking lot, for the retrospective.",
        &["p"],
        (7, RoomAction::Park),
    ),
    row(
        "room.present",
        ("Presenter mode", "present"),
        "Shows one question large and hides what is private.",
        &["P"],
        (8, RoomAction::Present),
    ),
    row(
        "room.reveal",
        ("Show the whole board", ""),
        "Shows the whole board in presenter mode, on this screen only.",
        &["."],
        (0, RoomAction::Reveal),
    ),
    row(
        "room.circle",
        ("1-2-all", "1-2-all"),
        "A stuck question: a minute alone, two in pairs, then together; again for the next of them.",
        &["1"],
        (9, RoomAction::Circle),
    ),
    row(
        "room.question",
        ("Next question", ""),
        "Marks the next question to be read aloud.",
        &["tab"],
        (0, RoomAction::Question),
    ),
    row(
        "room.next_step",
        ("Next step", ""),
        "Goes on to the next step at once.",
        &["N"],
        (0, RoomAction::NextStep),
    ),
    row(
        "room.skip",
        ("Skip the step", ""),
        "Leaves the step out, with a reason that is kept.",
        &["S"],
        (0, RoomAction::Skip),
    ),
    row(
        "room.attendance",
        ("How many are here", ""),
        "Says how many are in the room; the effort counts them.",
        &["a"],
        (0, RoomAction::Attendance),
    ),
    row(
        "room.minutes",
        ("How long it took", ""),
        "Says how many minutes the session took, where the clock did not run along.",
        &["M"],
        (0, RoomAction::Minutes),
    ),
    row(
        "room.declare",
        ("Effort before the meeting", ""),
        "Says how long was worked alone or in pairs before the meeting; the effort counts it.",
        &["E"],
        (0, RoomAction::Declare),
    ),
    row(
        "room.turn",
        ("Whose turn it is", ""),
        "Lets the next person facilitate and drive.",
        &["T"],
        (0, RoomAction::Turn),
    ),
    row(
        "room.before",
        ("Before the meeting", ""),
        "Shows what was to be done alone before the meeting, or the board again.",
        &["B"],
        (0, RoomAction::Before),
    ),
    row(
        "room.copy",
        ("Copy", ""),
        "Copies the question, the board or what is talked about.",
        &["Y"],
        (0, RoomAction::Copy),
    ),
    row("room.down", ("Further down", ""), "Shows more of the board.", &["j", "down"], (0, RoomAction::Down)),
    row("room.up", ("Further up", ""), "Shows the board from further up.", &["k", "up"], (0, RoomAction::Up)),
];

/// What can be done everywhere and in a session too.
#[must_use]
pub fn global_rows() -> Vec<Row<Action>> {
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
    let rows = actions::joined(global::ACTIONS, Action::Global);
    rows.into_iter().filter(|row| matches!(row.action, Action::Global(action) if is_here(action))).collect()
}

/// Tells whether an action can be done now.
///
/// # Errors
/// Why not.
pub fn enabled(state: &State, action: RoomAction) -> Enabled {
    let Some(room) = state.room.as_ref().filter(|room| room.is_shown) else {
        return Err("No session is played: S begins one.".to_owned());
    };
    let player = &room.player;
    match action {
        RoomAction::GoBack if player.at() == 0 && is_first_topic(state, room) => {
            Err("This is the first step.".to_owned())
        }
        RoomAction::GoOn | RoomAction::NextStep if is_at_the_end(state, room, action) => {
            Err("This was the last step; C closes the session.".to_owned())
        }
        RoomAction::Close if player.session_minutes() == 0 => {
            Err("The clock never ran; M says how long it took.".to_owned())
        }
        RoomAction::Circle if !player.is_talked_through() => {
            Err("No question is talked through in this step.".to_owned())
        }
        RoomAction::Extend if !player.is_running() => Err("The clock does not run; t starts it.".to_owned()),
        RoomAction::Question if state.desk().map_or(0, |desk| player.guide(&desk).aloud().count()) < 2 => {
            Err("There is no other question.".to_owned())
        }
        RoomAction::Declare if player.declared().is_empty() => {
            Err("Nothing was to be done before this meeting, or it stands in the ledger.".to_owned())
        }
        RoomAction::Before if player.kind().before().is_empty() => {
            Err("Nothing was to be done before this meeting.".to_owned())
        }
        RoomAction::Copy if crate::tui::copy::menu(state).is_none() => {
            Err("Nothing is shown that could be copied.".to_owned())
        }
        RoomAction::Reveal if room.presents.is_none() => Err("Only in presenter mode: P.".to_owned()),
        RoomAction::Down if view::can_scroll(state) <= room.scroll => {
            Err("There is nothing more to read.".to_owned())
        }
        RoomAction::Up if room.scroll == 0 => Err("This is the top.".to_owned()),
        RoomAction::GoOn
        | RoomAction::GoBack
        | RoomAction::NextStep
        | RoomAction::Clock
        | RoomAction::Question
        | RoomAction::Extend
        | RoomAction::Circle
        | RoomAction::Park
        | RoomAction::Skip
        | RoomAction::Attendance
        | RoomAction::Minutes
        | RoomAction::Declare
        | RoomAction::Turn
        | RoomAction::Close
        | RoomAction::Present
        | RoomAction::Before
        | RoomAction::Reveal
        | RoomAction::Copy
        | RoomAction::Down
        | RoomAction::Up
        | RoomAction::Leave => Ok(()),
    }
}

fn is_last_step(player: &Player) -> bool {
    player.at() + 1 == player.stages().len()
}

fn is_at_the_end(state: &State, room: &Room, action: RoomAction) -> bool {
    let has_more = action == RoomAction::GoOn && !is_last_topic(state, room);
    is_last_step(&room.player) && !has_more
}

fn is_first_topic(state: &State, room: &Room) -> bool {
    state.desk().map_or(true, |desk| room.player.topic(&desk) == room.player.topics(&desk).first().cloned())
}

fn is_last_topic(state: &State, room: &Room) -> bool {
    state.desk().map_or(true, |desk| room.player.topic(&desk) == room.player.topics(&desk).last().cloned())
}

/// Does an action.
pub fn update(state: &mut State, action: RoomAction) -> Vec<Effect> {
    let Some(room) = &mut state.room else { return Vec::new() };
    let was_counting = room.count_in.take().is_some();
    match action {
        RoomAction::GoOn if was_counting => return play::show_now(state),
        RoomAction::Down => room.scroll = room.scroll.saturating_add(1),
        RoomAction::Up => room.scroll = room.scroll.saturating_sub(1),
        RoomAction::Question => room.asked += 1,
        RoomAction::Present => present(state),
        RoomAction::Reveal => room.is_revealed = !room.is_revealed,
        RoomAction::Before => (room.is_before, room.scroll) = (!room.is_before, 0),
        RoomAction::Clock => {
            let act = if room.player.is_running() { Act::Pause } else { Act::Start };
            return play(state, act);
        }
        RoomAction::GoOn => {
            let is_last = state.room.as_ref().is_none_or(|room| is_last_topic(state, room));
            return play(state, if is_last { Act::Next } else { Act::NextTopic });
        }
        RoomAction::GoBack => {
            let is_first = state.room.as_ref().is_none_or(|room| is_first_topic(state, room));
            return play(state, if is_first { Act::Back } else { Act::TopicBefore });
        }
        RoomAction::NextStep => return play(state, Act::Next),
        RoomAction::Turn => return play(state, Act::Turn),
        RoomAction::Close => return play(state, Act::Close),
        RoomAction::Circle => return play(state, Act::Circle),
        RoomAction::Extend => return ask(state, Ask::Extend),
        RoomAction::Park => return ask(state, Ask::Park),
        RoomAction::Skip => return ask(state, Ask::Skip),
        RoomAction::Attendance => return ask(state, Ask::People),
        RoomAction::Minutes => return ask(state, Ask::Minutes),
        RoomAction::Declare => return ask(state, Ask::Declare(0)),
        RoomAction::Copy => return crate::tui::copy::open(state),
        RoomAction::Leave => {
            room.is_shown = false;
            stop_presenting(state);
        }
    }
    Vec::new()
}

/// What is said as a session comes to be shown large.
pub const ZOOM: &str = "Zoom your terminal (Ctrl and +) until this line fills half the width. P ends it.";

pub(super) fn present(state: &mut State) {
    if stop_presenting(state) {
        return;
    }
    let Some(room) = &mut state.room else { return };
    let large = Look::new(ThemeName::HighContrast, state.look.depth, state.look.glyphs);
    room.presents = Some(std::mem::replace(&mut state.look, large));
    room.scroll = 0;
    state.say(Tone::Done, ZOOM);
}

/// Gives the usual look back; tells whether it was another.
pub(super) fn stop_presenting(state: &mut State) -> bool {
    let usual = state.room.as_mut().and_then(|room| room.presents.take());
    let was_presenting = usual.is_some();
    state.look = usual.unwrap_or_else(|| state.look.clone());
    was_presenting
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::method::session::offers::TAKEN;
    use crate::tui::keys::{Chord, sequence};

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
