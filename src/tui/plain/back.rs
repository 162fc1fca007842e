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
            Some(Done::Held(before)) => {
                let what = self.player.take_back(*before);
                say(&room::took_back(what));
                if let Err(why) = self.record.keep(&self.player, None) {
                    say(&why);
                }
            }
            Some(Done::Saved) => self.undo(),
            None => {
                say(words::NOTHING_IS_LEFT_TO_TAKE_BACK);
                return Ok(());
            }
        }
        self.say_board()
    }

    /// Takes the latest change out of the files.
    fn undo(&mut self) {
        match self.scene.store.turn(Way::Back) {
            Ok(Some(turned)) => {
                self.scene.workspace.apply_saved(&turned.change, turned.saved.merged);
                say(&notices::undid(turned.change.sentence));
            }
            Ok(None) => say(words::NOTHING_IS_LEFT_TO_TAKE_BACK),
            Err(error) => say_each(&format!("{error}. {}", error.hint())),
        }
    }
}
