//! Forms of a session: the blanks of what the room is asked, the board beside or below them.

use ratatui::text::Line;

use super::key_result::found;
use super::setting::{self, gone};
use super::subject::Subject;
use super::{Entry, Form, Outcome, Trouble};
use crate::domain::change::Refusal;
use crate::domain::seed::Seed;
use crate::method::session::Player;
use crate::method::session::offers::{Ask, Wrong};
use crate::method::step::Step;
use crate::tui::boards;
use crate::tui::message::Then;
use crate::tui::room::{is_large, played};
use crate::tui::state::State;
use crate::words::anywhere;

/// The session that asks.
fn player(state: &State) -> Result<&Player, Refusal> {
    state.room.as_ref().map(|room| &room.player).ok_or_else(|| gone(anywhere::THE_SESSION))
}

pub(super) fn form(state: &State, ask: &Ask) -> Result<Form, Refusal> {
    let desk = state.desk()?;
    let player = player(state)?;
    let sheet = ask.sheet(player, &desk);
    // What one person drafts is asked by the step that is done alone.
    let step = if *ask == Ask::Draft { Step::Set2 } else { player.step() };
    let mut form = Form::new(Subject::Room(ask.clone()), sheet.title).step(step).does(sheet.does);
    if let Ask::Score(id) = ask {
        form = form.in_unit(found(&desk, id)?.committed_measure().unit());
    }
    form.board = ask.numbered(player, &desk);
    form.entries = sheet
        .blanks
        .iter()
        .map(|blank| Entry::new(blank.name, (blank.label, blank.hint), blank.input, &blank.text))
        .collect();
    // The verdict has keys of its own: where it was given, what is asked for is why.
    let is_given = form.entries.first().is_some_and(|entry| !entry.text().is_empty());
    form.focus = usize::from(ask.asks_why() && is_given);
    Ok(if form.entries.len() > 1 { form.enter_goes_on() } else { form })
}

/// The board beside the blanks, and what is asked of an objective that is typed in them; nothing of that on the wall, where a
/// draft is starred.
pub(super) fn aside(form: &Form, state: &State, ask: &Ask, width: usize) -> Vec<Line<'static>> {
    let board = boards::aside(state, ask, width);
    match ask {
        Ask::Draft | Ask::Add | Ask::Reword(_) if !is_large(state) => {
            setting::new_aside(form, state, width).into_iter().chain(board).collect()
        }
        _ => board,
    }
}

/// Takes the answers in; what several people answer is asked again for the next one.
pub(super) fn save(form: &mut Form, state: &State, seed: &mut Seed, ask: &Ask) -> Outcome {
    let player = player(state)?;
    is_as_it_was(form, state, ask)?;
    let answers: Vec<String> = form.entries.iter().map(|entry| entry.text().to_owned()).collect();
    let desk = state.desk()?;
    let act = ask.sheet(player, &desk).take(&answers, &desk, seed).map_err(|wrong| trouble(form, wrong))?;
    let mut save = played(state, seed, act)?;
    if let Then::Play(play) = &mut save.then {
        play.again = ask.next(&play.player);
    }
    Ok(save)
}

/// Makes sure that a number on the board still means what it meant when it was asked for. It is said once, and the board is
/// then taken as it stands.
fn is_as_it_was(form: &mut Form, state: &State, ask: &Ask) -> Result<(), Trouble> {
    let now = ask.numbered(player(state)?, &state.desk()?);
    let seen = std::mem::replace(&mut form.board, now);
    let answers: Vec<_> = form.entries.iter().map(|entry| (entry.name, entry.text())).collect();
    let moved = ask.moved(&answers, (&seen, &form.board));
    moved.map_or(Ok(()), |wrong| Err(trouble(form, wrong)))
}

fn trouble(form: &Form, wrong: Wrong) -> Trouble {
    let field = wrong.blank.and_then(|name| form.place_of(name));
    Trouble { field, says: wrong.says }
}
