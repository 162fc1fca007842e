//! What can be done in a session, whatever its step: going on and back, the clock, the parking lot, presenter mode.

use super::{Beside, Room, ask, asked, play, session_line, view};
use crate::domain::decision::Desk;
use crate::method::session::Act;
use crate::method::session::offers::Ask;
use crate::method::step::Board;
use crate::settings::actions::{GlobalAction, RoomAction};
use crate::settings::colours::ThemeName;
use crate::tui::actions::Enabled;
use crate::tui::look::Look;
use crate::tui::message::Effect;
use crate::tui::state::{State, Tone};
use crate::words::anywhere;
use crate::words::room as words;

/// Tells whether an action can be done now.
///
/// # Errors
/// Why not.
pub fn enabled(state: &State, action: RoomAction) -> Enabled {
    let room = in_reach(state, action)?;
    let player = &room.player;
    let key = |action| state.keymap.key(action);
    match action {
        RoomAction::Guide | RoomAction::Before if room.hides() => {
            Err(words::it_is_hidden_while_presenting(key(RoomAction::Reveal)))
        }
        RoomAction::GoBack if player.at() == 0 && is_first_topic(state, room) => {
            Err(words::THIS_IS_THE_FIRST_STEP.to_owned())
        }
        RoomAction::GoOn if room.count_in.is_some() => Ok(()),
        RoomAction::GoOn | RoomAction::NextStep if is_at_the_end(state, room, action) => {
            Err(words::this_was_the_last_step(key(RoomAction::Close)))
        }
        RoomAction::Close | RoomAction::PutAway => may_end(state, room, action),
        RoomAction::Circle if !player.is_talked_through() => {
            Err(words::NO_QUESTION_IS_TALKED_THROUGH.to_owned())
        }
        RoomAction::Extend if !player.is_running() => {
            Err(words::the_clock_does_not_run(key(RoomAction::Clock)))
        }
        RoomAction::Question => may_ask_another(state, room),
        RoomAction::Declare if player.declared().is_empty() => {
            Err(words::NOTHING_BEFORE_OR_IN_THE_LEDGER.to_owned())
        }
        RoomAction::Before if player.kind().before().is_empty() => {
            Err(words::NOTHING_BEFORE_THIS_MEETING.to_owned())
        }
        RoomAction::Copy if crate::tui::copy::menu(state).is_none() => Err(words::NOTHING_TO_COPY.to_owned()),
        RoomAction::Reveal if !room.is_presented() => {
            Err(words::only_in_presenter_mode(key(RoomAction::Present)))
        }
        RoomAction::Down | RoomAction::Up | RoomAction::Top | RoomAction::End => {
            may_scroll(state, room, action)
        }
        RoomAction::GoOn
        | RoomAction::GoBack
        | RoomAction::NextStep
        | RoomAction::Clock
        | RoomAction::Extend
        | RoomAction::Circle
        | RoomAction::Park
        | RoomAction::Skip
        | RoomAction::Attendance
        | RoomAction::Minutes
        | RoomAction::Declare
        | RoomAction::Turn
        | RoomAction::Present
        | RoomAction::Before
        | RoomAction::Guide
        | RoomAction::Reveal
        | RoomAction::Copy
        | RoomAction::Leave => Ok(()),
    }
}

/// The session an action is for: the one on the screen, and for some the one behind the desk.
fn in_reach(state: &State, action: RoomAction) -> Result<&Room, String> {
    let session = || state.keymap.key(GlobalAction::Session);
    let room = state.room.as_ref().ok_or_else(|| words::no_session_is_played(session()))?;
    let is_of_here = action.is_of_the_desk() && state.place.as_ref() == Some(room.player.key());
    if room.is_shown || is_of_here { Ok(room) } else { Err(words::the_session_is_behind_the_desk(session())) }
}

/// A session that was held is closed while it can be written, any other is put away.
fn may_end(state: &State, room: &Room, action: RoomAction) -> Enabled {
    let key = |action| state.keymap.key(action);
    match action {
        RoomAction::Close if room.player.session_minutes() == 0 => {
            Err(words::the_clock_never_ran(key(RoomAction::Minutes), key(RoomAction::PutAway)))
        }
        RoomAction::Close if room.ends != Act::Close => {
            Err(words::no_more_of_it_is_written(key(RoomAction::PutAway)))
        }
        RoomAction::PutAway if room.ends == Act::Close => {
            let undoes = state.keymap.key(GlobalAction::Undo);
            Err(words::it_was_held(key(RoomAction::Close), undoes))
        }
        _ => Ok(()),
    }
}

/// There is another question to mark, and not all of them stand large already.
fn may_ask_another(state: &State, room: &Room) -> Enabled {
    let asks = |desk: Desk<'_>| room.player.guide(&desk).aloud().count();
    if state.desk().map_or(0, asks) < 2 {
        return Err(words::THERE_IS_NO_OTHER_QUESTION.to_owned());
    }
    let are_all_shown = room.player.board() == Board::Writing && !room.is_presented();
    if are_all_shown { Err(words::ALL_ARE_ASKED_AT_ONCE.to_owned()) } else { Ok(()) }
}

/// There is more of the board further down, or further up.
fn may_scroll(state: &State, room: &Room, action: RoomAction) -> Enabled {
    match action {
        RoomAction::Down | RoomAction::End if view::can_scroll(state) <= room.scroll => {
            Err(anywhere::THERE_IS_NOTHING_MORE_TO_READ.to_owned())
        }
        RoomAction::Up | RoomAction::Top if room.scroll == 0 => Err(anywhere::THIS_IS_THE_TOP.to_owned()),
        _ => Ok(()),
    }
}

fn is_at_the_end(state: &State, room: &Room, action: RoomAction) -> bool {
    let has_more = action == RoomAction::GoOn && !is_last_topic(state, room);
    room.player.is_last_step() && !has_more
}

fn is_first_topic(state: &State, room: &Room) -> bool {
    state.desk().map_or(true, |desk| room.player.is_first_topic(&desk))
}

fn is_last_topic(state: &State, room: &Room) -> bool {
    state.desk().map_or(true, |desk| room.player.is_last_topic(&desk))
}

/// Does an action.
pub fn update(state: &mut State, action: RoomAction) -> Vec<Effect> {
    let is_covered = view::is_covered(state);
    let Some(room) = &mut state.room else { return Vec::new() };
    let was_counting = room.count_in.take().is_some();
    match action {
        RoomAction::GoOn if was_counting => return play::show_now(state),
        RoomAction::Down | RoomAction::Up | RoomAction::Top | RoomAction::End => scroll(state, action),
        RoomAction::Question => {
            let next = asked::next_question(state);
            if let Some(room) = &mut state.room {
                room.asked = next;
            }
        }
        RoomAction::Present => {
            room.is_shown = true;
            present(state);
        }
        RoomAction::Reveal => room.is_revealed = !room.is_revealed,
        RoomAction::Before => room.turn_to(Beside::Before),
        RoomAction::Guide => room.turn_to(Beside::Guide),
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
        RoomAction::Turn => {
            let effects = play(state, Act::Turn);
            // Where there is room it stands beside the clock.
            if let Some(says) = session_line::who(state).filter(|_| state.size.width < session_line::WIDE) {
                state.say(Tone::Note, says);
            }
            return effects;
        }
        RoomAction::Close => return play(state, Act::Close),
        RoomAction::PutAway => return play(state, Act::PutAway),
        RoomAction::Circle => return play(state, Act::Circle),
        RoomAction::Extend => return ask(state, Ask::Extend),
        RoomAction::Park => return ask(state, Ask::Park),
        RoomAction::Skip => return ask(state, Ask::Skip),
        RoomAction::Attendance => return ask(state, Ask::People),
        RoomAction::Minutes => return ask(state, Ask::Minutes),
        RoomAction::Declare => return ask(state, Ask::Declare(0)),
        RoomAction::Copy => return crate::tui::copy::open(state),
        RoomAction::Leave if is_covered => (room.beside, room.scroll) = (None, 0),
        RoomAction::Leave if room.is_presented() => {
            stop_presenting(state);
        }
        RoomAction::Leave => room.is_shown = false,
    }
    Vec::new()
}

/// Scrolls the board as far as there is more of it.
fn scroll(state: &mut State, action: RoomAction) {
    let end = view::can_scroll(state);
    let Some(room) = &mut state.room else { return };
    room.scroll = match action {
        RoomAction::Top => 0,
        RoomAction::Up => room.scroll.saturating_sub(1),
        RoomAction::Down => room.scroll.saturating_add(1).min(end),
        _ => end,
    };
}

/// Shows the session large, or as before: in the look for a wall, from the top of its board.
pub(super) fn present(state: &mut State) {
    if stop_presenting(state) {
        return;
    }
    let Some(room) = &mut state.room else { return };
    let large = Look::new(ThemeName::HighContrast, state.look.depth, state.look.glyphs);
    room.presents = Some(std::mem::replace(&mut state.look, large));
    room.scroll = 0;
    let ends = state.keymap.key(RoomAction::Present);
    state.say(Tone::Note, words::zoom_until_half_the_width(ends));
}

/// Leaves the session for the desk; it stays open behind it.
pub fn to_the_desk(state: &mut State) {
    stop_presenting(state);
    if let Some(room) = &mut state.room {
        room.is_shown = false;
    }
}

/// Gives the usual look back; tells whether it was another.
pub(super) fn stop_presenting(state: &mut State) -> bool {
    let usual = state.room.as_mut().and_then(|room| room.presents.take());
    let was_presenting = usual.is_some();
    state.look = usual.unwrap_or_else(|| state.look.clone());
    was_presenting
}
