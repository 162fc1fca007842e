//! What was said as an error goes to the log of the state folder.

use super::Running;
use crate::store::log::{self, Failure};
use crate::tui::state::{State, Status, Tone};
use crate::words::notices as words;

/// How much of what was said has been looked at.
#[derive(Debug, Default)]
pub(super) struct Noting(usize);

impl Running {
    /// Notes the errors said since the last look. Where no log can be written none is named either.
    pub(super) fn note_failures(&mut self) {
        let new = self.state.heard - std::mem::replace(&mut self.noting.0, self.state.heard);
        let said = self.state.said.iter().rev().take(new).rev();
        let failures: Vec<&Status> = said.filter(|said| said.tone == Tone::Danger).collect();
        let Some(folder) = self.outside.record.folder().filter(|_| !failures.is_empty()) else { return };
        let at = log::stamp(chrono::Local::now().fixed_offset());
        let place = place(&self.state);
        let note = |said: &Status| {
            let causes: Vec<&str> =
                said.more.iter().filter(|(label, _)| *label == words::WHY).map(|(_, says)| &**says).collect();
            log::note(folder, &Failure { at: &at, place: &place, says: &said.says, causes: &causes })
        };
        let noted = failures.into_iter().try_for_each(note);
        self.state.log = noted.is_ok().then(|| log::path(folder).display().to_string());
    }
}

/// The session or the screen.
fn place(state: &State) -> String {
    let room = state.shown_room();
    room.map_or_else(|| state.screen.title().to_owned(), |room| room.player.title())
}
