//! Which session is played: one that was cut off, or one that is chosen by its number.

use super::prompt::{ReadLine, ask, say};
use super::{Refused, Scene, save};
use crate::domain::change::Change;
use crate::method::session::{Begin, Player, sessions};
use crate::tui::session_record::SessionRecord;
use crate::words::plain as words;

/// The session that was cut off, as its record has it.
pub(super) fn recalled(scene: &mut Scene, record: &mut SessionRecord) -> Result<Option<Player>, Refused> {
    let workspace = &mut scene.workspace;
    let save = |change: &Change| save(&scene.store, workspace, change).map(|_| ());
    let (player, not_saved) = record.recall(&scene.store, &scene.key, save)?;
    if let Some(says) = not_saved {
        say(&says);
    }
    Ok(player)
}

/// A session that is chosen by its number, the due one first.
pub(super) fn begun(scene: &Scene, record: &mut SessionRecord) -> Result<Option<Player>, Refused> {
    let desk = scene.desk()?;
    let kinds = sessions(&desk);
    say(words::WHICH_SESSION);
    let titles: Vec<&str> = kinds.iter().map(|kind| kind.title()).collect();
    let Some(kind) = chosen(&titles).and_then(|at| kinds.get(at)) else { return Ok(None) };
    let player = Player::begin(Begin::usual(*kind, &desk), &desk).map_err(|refusal| refusal.to_string())?;
    record.open(&scene.store, &player)?;
    Ok(Some(player))
}

/// Which of these is chosen by its number; none where somebody leaves.
pub(super) fn chosen(all: &[&str]) -> Option<usize> {
    for (label, at) in all.iter().zip(1..) {
        say(&format!("{at}. {label}"));
    }
    loop {
        let ReadLine::Text(text) = ask(words::NUMBER_OR_ENTER) else { return None };
        match numbered(&text, all.len()) {
            Some(at) => return Some(at),
            None => say(&words::number_up_to(all.len())),
        }
    }
}

/// The place of a typed number among so many, which are counted from 1.
pub(super) fn numbered(text: &str, count: usize) -> Option<usize> {
    text.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < count)
}
