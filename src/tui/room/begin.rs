//! How a session comes onto the screen: one that is open behind the desk, one that was cut off, or a new one.

use super::Room;
use crate::domain::change::Refusal;
use crate::domain::decision::Desk;
use crate::method::session::{Begin, Player, due};
use crate::method::step::{SessionKind, Steps};
use crate::tui::menu::{self, Choice, Menu};
use crate::tui::message::Effect;
use crate::tui::state::{State, Tone};

/// Goes on with the session that is open, or with one that was cut off, else offers those that can be held.
pub fn enter(state: &mut State) -> Vec<Effect> {
    match &mut state.room {
        Some(room) => {
            room.is_shown = true;
            state.place = Some(room.player.key().clone());
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
            let how = if is_new { "begins" } else { "goes on where it stood" };
            let says = format!("{} {how}; t starts the clock.", player.title());
            state.place = Some(player.key().clone());
            state.room = Some(Room::new(player));
            state.overlay = None;
            state.say(Tone::Done, says);
        }
        None => choose(state),
    }
    Vec::new()
}

fn choose(state: &mut State) {
    let Ok(desk) = state.desk() else { return };
    let first = due(&desk);
    let says = "Step by step on one shared screen, with its clock. The first is due.";
    let all = std::iter::once(first).chain(SessionKind::ALL.iter().copied().filter(|kind| *kind != first));
    let can = all.filter(|kind| Player::begin(begin(&desk, *kind), &desk).is_ok());
    let steps = Steps::with(&desk.workspace.steps);
    let menu = can.zip('a'..).fold(Menu::new("Play a session", says), |menu, (kind, letter)| {
        let titles: Vec<&str> = kind.steps().iter().map(|step| steps.guide(*step).title).collect();
        menu.answer(
            letter,
            (kind.title(), &titles.join(&format!(" {} ", state.look.glyphs.dot))),
            Choice::Session(kind),
        )
    });
    menu::open(state, menu);
}

fn begin(desk: &Desk<'_>, kind: SessionKind) -> Begin {
    let team = desk.workspace.teams.get(&desk.quarter.key.team);
    let people = team.map_or(0, |team| u32::try_from(team.people.len()).unwrap_or(u32::MAX));
    let people = if kind == SessionKind::HandOver { 2 } else { people.max(1) };
    Begin { kind, people, objectives: None }
}

/// Begins a session; it is on the screen once its record is held.
///
/// # Errors
/// It cannot be held now; the reason is named.
pub fn open(state: &State, kind: SessionKind) -> Result<Vec<Effect>, Refusal> {
    let desk = state.desk()?;
    let player = Player::begin(begin(&desk, kind), &desk)?;
    Ok(vec![Effect::Open(Box::new(player))])
}
