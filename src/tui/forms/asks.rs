//! The questions that are read aloud with a form: those of its step, as the team has them.

use super::subject::Subject;
use super::{Form, scoring};
use crate::coach::rule::Rule;
use crate::method::session::Player;
use crate::method::session::offers::Ask;
use crate::method::step::Steps;
use crate::tui::room::is_large;
use crate::tui::state::State;

/// The questions read aloud with the form; one that waits for a value is left out until it is known.
#[must_use]
pub(super) fn asks(form: &Form, state: &State) -> Vec<String> {
    let Some(step) = form.step.filter(|_| !is_of_the_meeting(&form.subject)) else { return Vec::new() };
    if matches!(form.subject, Subject::Rewrite(_)) {
        return vec![Rule::OutputVerb.question().to_owned()];
    }
    let score = match &form.subject {
        Subject::Scoring(id) | Subject::Room(Ask::Score(id)) => {
            scoring::proposed(form, state, id).map(|score| score.to_string())
        }
        _ => None,
    };
    let player =
        state.room.as_ref().map(|room| &room.player).filter(|_| matches!(form.subject, Subject::Room(_)));
    let has_columns = matches!(form.subject, Subject::Room(Ask::Write | Ask::Format | Ask::Unpark));
    if has_columns && !is_large(state) {
        // They stand on the board beside it, above their columns.
        return Vec::new();
    }
    if let Some(asks) = player.and_then(Player::asks_of_format) {
        return asks;
    }
    let guide = Steps::with(&state.workspace.steps).guide(step);
    if let Subject::Room(ask) = &form.subject
        && let Some((_, at)) = ask.question().filter(|(asked, _)| *asked == step)
    {
        // It is the title of the form.
        return guide.others(at);
    }
    // Where each has a field of its own it is asked there, one at a time.
    let has_field = |at: usize| form.entries.iter().any(|entry| entry.hint.asks == Some((step, at)));
    if !is_large(state) && (0..guide.ask.len()).all(has_field) {
        return Vec::new();
    }
    guide.asked(score.as_deref().map(|score| ("score", score)).as_slice())
}

/// Whether a form is about the meeting itself: no question of its step is answered there.
fn is_of_the_meeting(subject: &Subject) -> bool {
    use Ask::{Declare, Extend, Minutes, Park, People, Skip};
    matches!(subject, Subject::Room(Minutes | Extend | People | Declare(_) | Park | Skip))
}
