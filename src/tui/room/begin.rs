//! How a session comes onto the screen: one that is open behind the desk, one that was cut off, or a new one.

use super::acts::present;
use super::{Room, ask};
use crate::domain::change::Refusal;
use crate::domain::decision::Desk;
use crate::method::session::offers::Ask;
use crate::method::session::{Begin, Player, sessions};
use crate::method::step::{SessionKind, Steps};
use crate::settings::actions::RoomAction;
use crate::tui::menu::{self, Choice, Menu};
use crate::tui::message::Effect;
use crate::tui::state::{State, Tone};
use crate::words::anywhere;
use crate::words::room as words;

/// Goes on with the session that is open, or with one that was cut off, else offers those that can be held.
pub fn enter(state: &mut State) -> Vec<Effect> {
    match &mut state.room {
        Some(room) => {
            room.is_shown = true;
            let key = room.player.key().clone();
            state.go_to(key);
            Vec::new()
        }
        None => vec![Effect::Recall],
    }
}

/// A session that was cut off goes on; where there is none, the sessions that can be held are offered, the due one first.
pub fn recalled(state: &mut State, kept: Option<Player>) -> Vec<Effect> {
    match kept {
        Some(player) => {
            let is_new = player.at() == 0 && player.session_minutes() == 0;
            let how = if is_new { words::BEGINS } else { words::GOES_ON_WHERE_IT_STOOD };
            let starts = state.keymap.key(RoomAction::Clock);
            let mut says = words::starts_the_clock(player.title(), how, starts);
            if !is_new && player.date() != state.today {
                let began = player.date().short(state.today);
                says = format!("{says} {}", anywhere::began_and_is_of_today(began, state.today.long()));
            }
            state.go_to(player.key().clone());
            state.room = Some(Room::new(player));
            state.overlay = None;
            state.say(Tone::Done, says);
            if std::mem::take(&mut state.begins_large) {
                present(state);
            }
            if is_new && is_not_counted(state) {
                return ask(state, Ask::People);
            }
        }
        None => choose(state),
    }
    Vec::new()
}

fn is_not_counted(state: &State) -> bool {
    let player = state.room.as_ref().map(|room| &room.player);
    player.zip(state.desk().ok()).is_some_and(|(player, desk)| asks_who_is_here(player, &desk))
}

/// Whether nobody has said how many are in the room: the people of the team are not named, and one counts.
#[must_use]
pub fn asks_who_is_here(player: &Player, desk: &Desk<'_>) -> bool {
    player.people() == 1 && desk.team().is_some_and(|team| team.people.is_empty())
}

fn choose(state: &mut State) {
    let Ok(desk) = state.desk() else { return };
    let kinds = sessions(&desk);
    if let (true, Err(refusal)) = (kinds.is_empty(), open(state, SessionKind::ALL[0])) {
        return state.say(Tone::Stop, refusal.to_string());
    }
    let says = words::STEP_BY_STEP;
    let (steps, dot) = (Steps::with(&desk.workspace.steps), state.look.glyphs.dot);
    let menu = kinds.into_iter().fold(Menu::new(words::PLAY_A_SESSION, says), |menu, kind| {
        let titles: Vec<&str> = kind.steps().iter().map(|step| steps.guide(*step).title).collect();
        let titles = if titles == [kind.title()] { Vec::new() } else { titles };
        menu.answer(kind.key(), (kind.title(), &titles.join(&format!(" {dot} "))), Choice::Session(kind))
    });
    menu::open(state, menu);
}

/// Begins a session; it is on the screen once its record is held.
///
/// # Errors
/// It cannot be held now; the reason is named.
pub fn open(state: &State, kind: SessionKind) -> Result<Vec<Effect>, Refusal> {
    let desk = state.desk()?;
    let player = Player::begin(Begin::usual(kind, &desk), &desk)?;
    Ok(vec![Effect::Open(Box::new(player))])
}
