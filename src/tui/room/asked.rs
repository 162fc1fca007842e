//! Which of the questions of a step is read aloud: the room answers that one.

use super::Room;
use crate::method::step::Guide;
use crate::tui::boards::{self, Scene};
use crate::tui::state::State;

/// What is read aloud, filled where it waits for a value that is known.
pub(super) fn aloud(scene: &Scene<'_>, guide: &Guide<'_>) -> Vec<String> {
    guide.say.map(ToOwned::to_owned).into_iter().chain(scene.asked_aloud(guide)).collect()
}

/// Which of what is read aloud is read now: what Tab chose, else the first question that waits for its answer, as the one that
/// is voted on does.
pub(super) fn asked(scene: &Scene<'_>, room: &Room, count: usize) -> usize {
    let answered = boards::answered_now(scene).or(room.count_in.map(|_| 0));
    let waits = answered.map_or(0, |at| scene.said_first() + at);
    scene.chosen.unwrap_or(waits.min(count.saturating_sub(1))) % count.max(1)
}

/// What is read aloud after what is read now.
pub(super) fn next_question(state: &State) -> Option<usize> {
    let (room, desk) = (state.room.as_ref()?, state.desk().ok()?);
    let scene = Scene::of(state, &room.player, desk, 0);
    let count = aloud(&scene, &room.player.guide(&desk)).len();
    Some((asked(&scene, room, count) + 1) % count.max(1))
}
