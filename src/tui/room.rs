//! The room: a session played on the shared screen, step by step. The player knows the method; this knows keys.
//!
//! What the room says goes through [`Player::act`]: a change is saved first, and only then does the session go on. The
//! record of the session is kept after every act and every second, so that one that was cut off goes on at the same step
//! and second. At the desk the session stays open and its clock runs on.

mod acts;
mod asked;
mod begin;
mod held;
mod large;
mod play;
mod session_line;
mod view;

use std::time::Duration;

use super::boards::Scene;
use super::forms::{self, Subject};
use super::look::Look;
use super::message::Effect;
use super::state::{State, Tone};
use crate::method::session::offers::{Ask, Offer, What, offers};
use crate::method::session::topic::Topic;
use crate::method::session::{Act, Cue, Player};
use crate::settings::actions::GlobalAction;
use crate::settings::keys::Chord;
use crate::words::room as words;

pub use acts::{enabled, to_the_desk, update};
pub use begin::{asks_who_is_here, enter, open, recalled};
pub use held::{holds, turn, turned};
pub use large::{frame, inside, is_large, without_places};
use play::play;
pub use play::{farewell, first_number, go_on, hear_change, pass, played, stays};
pub use session_line::{in_the_room, under_way};
pub use view::{can_scroll, draw, is_covered, shown};

/// How long a count-in lasts (SET-13): 3, 2, 1, show.
const COUNT_IN: Duration = Duration::from_secs(3);

/// What can stand in the place of the board, over it or beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// What was to be done before the meeting, in the place of the board.
    Before,
    /// The guide: beside the board, over it, or alone, as there is room.
    Guide,
}

/// A session on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    /// The session itself.
    pub player: Player,
    /// Whether it is on the screen; else the desk is, and the clock runs on.
    pub is_shown: bool,
    /// What was said last: a word about the time, a nudge.
    pub cues: Vec<Cue>,
    /// What is read aloud now, by its place, where it was chosen; else it is the first question that waits for its answer.
    pub asked: Option<usize>,
    /// What is left of a count-in that runs.
    pub count_in: Option<Duration>,
    /// The usual look, while it is shown large and with what is private hidden.
    pub presents: Option<Look>,
    /// Whether the whole board is shown all the same, on this screen only.
    pub is_revealed: bool,
    /// The key that was pressed last.
    pub pressed: String,
    /// What stands in the place of the board, over it or beside it.
    pub beside: Option<Beside>,
    /// The first line of the board that is shown.
    pub scroll: u16,
    /// How it ends where it stands: tried on a copy once for a message, as footer and help ask it for each frame.
    ends: Act,
    /// Whether it was said that what `u` takes back next was done before the session.
    is_warned: bool,
}

impl Room {
    /// Opens a session on the screen.
    #[must_use]
    pub fn new(player: Player) -> Self {
        Self {
            player,
            is_shown: true,
            cues: Vec::new(),
            asked: None,
            count_in: None,
            presents: None,
            is_revealed: false,
            pressed: String::new(),
            beside: None,
            scroll: 0,
            ends: Act::PutAway,
            is_warned: false,
        }
    }

    /// Whether it is shown large.
    #[must_use]
    pub fn is_presented(&self) -> bool {
        self.presents.is_some()
    }

    /// Whether it is shown large and what is private is hidden.
    #[must_use]
    pub fn hides(&self) -> bool {
        self.is_presented() && !self.is_revealed
    }

    /// When the screen has to be looked at again: at the next whole second while a clock or a count-in runs, else never.
    #[must_use]
    pub fn wakes_in(&self) -> Option<Duration> {
        let counted = self
            .count_in
            .map(|left| left.subsec_nanos())
            .map(|nanos| if nanos == 0 { 1_000_000_000 } else { nanos });
        let second = 1_000_000_000 - self.player.clock().spent.subsec_nanos();
        let nanos = counted.or(self.player.is_running().then_some(second))?;
        Some(Duration::from_nanos(u64::from(nanos)))
    }

    /// Shows something beside the board or in its place, or the board alone again.
    fn turn_to(&mut self, beside: Beside) {
        self.beside = if self.beside == Some(beside) { None } else { Some(beside) };
        self.scroll = 0;
    }

    fn hear(&mut self, cues: Vec<Cue>) {
        if !cues.is_empty() {
            self.cues = cues;
        }
    }
}

impl State {
    /// The session on the screen; none while the desk is.
    #[must_use]
    pub fn shown_room(&self) -> Option<&Room> {
        self.room.as_ref().filter(|room| room.is_shown)
    }

    fn shown_room_mut(&mut self) -> Option<&mut Room> {
        self.room.as_mut().filter(|room| room.is_shown)
    }
}

fn ask(state: &mut State, ask: Ask) -> Vec<Effect> {
    forms::open(state, Subject::Room(ask))
}

/// Works out until the next message what every frame asks of a session; it keeps up with files that others wrote.
pub fn settle(state: &mut State) {
    let settled = state.room.as_ref().zip(state.desk().ok()).map(|(room, desk)| {
        let (mut player, mut cues) = (room.player.clone(), room.cues.clone());
        player.hide_what_is_gone(&desk);
        player.let_go(&mut cues, &desk);
        (player.ends(&desk), player, cues)
    });
    if let Some(room) = &mut state.room {
        room.ends = Act::PutAway;
        if let Some((ends, player, cues)) = settled {
            (room.ends, room.player, room.cues) = (ends, player, cues);
        }
    }
}

/// What the room can say now.
#[must_use]
pub fn offered(state: &State) -> Vec<Offer> {
    match (state.shown_room(), state.desk()) {
        (Some(room), Ok(desk)) => {
            offers(&room.player, &desk, Scene::of(state, &room.player, desk, 0).chosen_question())
        }
        _ => Vec::new(),
    }
}

/// Takes the offer of a letter; other keys mean nothing. Any key ends a count-in.
pub fn press(state: &mut State, chord: Chord) -> Vec<Effect> {
    let letter = chord.command().text();
    let offer = letter.filter(|letter| offered(state).iter().any(|offer| offer.letter == *letter));
    let Some(letter) = offer else {
        state.say(Tone::Note, words::does_nothing(chord, state.keymap.key(GlobalAction::Help)));
        return Vec::new();
    };
    take(state, letter)
}

/// Takes the offer of a letter: at once, after a count-in, or by a form.
pub fn take(state: &mut State, letter: char) -> Vec<Effect> {
    let Some(offer) = offered(state).into_iter().find(|offer| offer.letter == letter) else {
        return Vec::new();
    };
    state.status = None;
    match offer.what {
        What::Do(act) => play(state, act),
        What::Ask(asked) if asked.counts_in() => {
            if let Some(room) = &mut state.room {
                room.count_in = Some(COUNT_IN);
            }
            Vec::new()
        }
        What::Ask(asked) => ask(state, asked),
        What::Edit(Topic::KeyResult(id)) => forms::open(state, Subject::KeyResult(id)),
        What::Edit(Topic::Objective(id) | Topic::Assumption(id, _)) => {
            forms::open(state, Subject::Objective(id))
        }
        What::Edit(Topic::Point(_)) => Vec::new(),
    }
}
