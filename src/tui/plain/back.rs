//! What is taken back of a session, the last first, and done again: what it holds, and what it has saved.

use super::prompt::{say, say_each};
use super::{Plain, Refused};
use crate::domain::way::Way;
use crate::method::session::trail::Turn;
use crate::words::{notices, plain as words, room};

impl Plain {
    /// Takes back what was done last, or does again what was taken back last, says so, and what stands there then.
    pub(super) fn turn_over(&mut self, way: Way) -> Result<(), Refused> {
        let says = match (self.player.turn(way), way) {
            (None, _) => {
                say(nothing_is_left(way));
                return Ok(());
            }
            (Some(Turn::Saved(step)), _) if self.scene.store.steps(way).first() != Some(&step) => {
                self.stays(way, step);
                return Ok(());
            }
            (Some(Turn::Saved(_)), _) => self.turn_files(way),
            (Some(Turn::Stays), _) => room::THESE_DRAFTS_STAY.to_owned(),
            (Some(Turn::Held(what)), Way::Back) => room::took_back(what),
            (Some(Turn::Held(what)), Way::Again) => room::did_again(what),
        };
        self.keep();
        say_each(&says);
        self.say_board()
    }

    /// Says why a change stays as it is that was saved under this step: it is not the next one of this way any more.
    fn stays(&mut self, way: Way, step: u64) {
        let store = &self.scene.store;
        let latest = store.turns(way).into_iter().next();
        match latest.filter(|_| store.steps(way).contains(&step)) {
            Some(latest) if way == Way::Back => return say(&words::another_has_saved(latest)),
            None if way == Way::Back => say(words::ANOTHER_HAS_TAKEN_IT_BACK),
            Some(_) | None => say(words::ANOTHER_HAS_CHANGED_SINCE),
        }
        self.player.keep_to(|way| store.steps(way));
        self.keep();
    }

    /// Takes the latest change out of the files, or writes the one again that was taken out last; gives what to say of it.
    fn turn_files(&mut self, way: Way) -> String {
        match self.scene.store.turn(way) {
            Ok(Some(turned)) => {
                self.scene.workspace.apply_saved(&turned.change, turned.saved.merged);
                if let (Ok(desk), Some(step)) = (self.scene.desk(), turned.saved.step) {
                    self.player.turned(way, step, &desk);
                }
                match way {
                    Way::Back => notices::undid(turned.change.sentence),
                    Way::Again => notices::redid(turned.change.sentence),
                }
            }
            Ok(None) => nothing_is_left(way).to_owned(),
            Err(error) => {
                self.player.keep_to(|way| self.scene.store.steps(way));
                format!("{error}. {}", error.hint())
            }
        }
    }
}

fn nothing_is_left(way: Way) -> &'static str {
    match way {
        Way::Back => words::NOTHING_IS_LEFT_TO_TAKE_BACK,
        Way::Again => words::NOTHING_IS_LEFT_TO_DO_AGAIN,
    }
}
