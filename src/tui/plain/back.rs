//! What is taken back of a session, the last first: what it holds, and what it has saved since this program plays it.

use super::prompt::{say, say_each};
use super::{Plain, Refused};
use crate::store::undo::Way;
use crate::tui::room::Done;
use crate::words::{notices, plain as words, room};

impl Plain {
    /// Takes back what was done last, says so, and what stands there then.
    pub(super) fn take_back(&mut self) -> Result<(), Refused> {
        match self.done.pop() {
            Some((Done::Held(before), _)) => {
                let what = self.player.take_back(*before);
                say(&room::took_back(what));
                if let Err(why) = self.record.keep(&self.player, None) {
                    say(&why);
                }
            }
            Some((Done::Saved, step)) if self.scene.store.last_step() != step => {
                self.stays(step);
                return Ok(());
            }
            Some((Done::Saved, _)) => self.undo(),
            None => {
                say(words::NOTHING_IS_LEFT_TO_TAKE_BACK);
                return Ok(());
            }
        }
        self.say_board()
    }

    /// Says why a change stays that was saved under this step: it is not the latest any more.
    fn stays(&mut self, step: Option<u64>) {
        let latest = self.scene.store.turns(Way::Back).into_iter().next();
        match latest.filter(|_| self.scene.store.last_step() > step) {
            Some(latest) => {
                self.done.push((Done::Saved, step));
                say(&words::another_has_saved(latest));
            }
            None => say(words::ANOTHER_HAS_TAKEN_IT_BACK),
        }
    }

    /// Takes the latest change out of the files.
    fn undo(&mut self) {
        match self.scene.store.turn(Way::Back) {
            Ok(Some(turned)) => {
                self.scene.workspace.apply_saved(&turned.change, turned.saved.merged);
                say(&notices::undid(turned.change.sentence));
                if let Ok(desk) = self.scene.desk() {
                    self.player.follow_back(&desk);
                }
                if let Err(why) = self.record.keep(&self.player, None) {
                    say(&why);
                }
            }
            Ok(None) => say(words::NOTHING_IS_LEFT_TO_TAKE_BACK),
            Err(error) => say_each(&format!("{error}. {}", error.hint())),
        }
    }
}
