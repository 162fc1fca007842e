//! A walk of everything that can be done in a session: every row and every letter of every step, at three sizes by turns.

use std::collections::BTreeSet;

use quarterdeck::store::undo::Way;
use quarterdeck::tui::actions::{self, Action, Context};
use quarterdeck::tui::room;

use super::scene::Player;
use super::sessions::every_step;
use super::walk::{SIZES, not_taken_back, tried};

/// What needs an hour that has run: done by tests of its own.
const ELSEWHERE: [&str; 2] = ["room.close", "room.extend"];

#[test]
fn everything_the_room_can_do_does_what_is_seen() {
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut turn = 0;
    every_step(|step, player| {
        let mut player = player.clone();
        player.state.turns = vec![Way::Back, Way::Again];
        // Shown large, and further down on the board, as well.
        let other = ["P", "jj"].map(|keys| player.clone().at(60, 16).press(keys));
        let rows = player.state.keymap.rows(Context::Room);
        let everywhere = rows.iter().map(|row| (None, row));
        let further = other.iter().flat_map(|player| rows.iter().map(move |row| (Some(player), row)));
        for (there, row) in everywhere.chain(further) {
            turn += 1;
            let player = there.cloned().unwrap_or_else(|| sized(&player, turn));
            let (after, wrong) = tried(&player, row);
            found.extend(wrong.map(|why| format!("{step}, {:?}: {}: {why}", player.state.size, row.id)));
            seen.extend(after.map(|_| row.id));
        }
        for offer in room::offered(&player.state) {
            turn += 1;
            let player = sized(&player, turn);
            found.extend(offered(&player, offer.letter).map(|why| format!("{step}: {}: {why}", offer.label)));
        }
    });
    assert!(found.is_empty(), "to mend:\n{}", found.into_iter().collect::<Vec<_>>().join("\n"));
    let never: Vec<&str> = actions::table()
        .iter()
        .filter(|row| matches!(row.action, Action::Room(_)) && !seen.contains(row.id))
        .map(|row| row.id)
        .filter(|id| !ELSEWHERE.contains(id))
        .collect();
    assert_eq!(never, Vec::<&str>::new(), "what could be done in no step");
}

fn sized(player: &Player, turn: usize) -> Player {
    let (width, height) = SIZES[turn % SIZES.len()];
    player.clone().at(width, height)
}

/// Takes the offer of a letter and says what is wrong with it.
fn offered(player: &Player, letter: char) -> Option<String> {
    let mut after = player.clone();
    let effects = room::take(&mut after.state, letter);
    let wrong = effects.iter().find_map(|effect| not_taken_back(player, effect));
    let is_idle = effects.is_empty() && after.draw().0 == player.draw().0;
    after.carry_out(effects);
    let _ = after.draw();
    wrong.or_else(|| is_idle.then(|| "nothing is seen of it".to_owned()))
}
