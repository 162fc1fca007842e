//! A walk of everything that can be done in a session: every row and every letter of every step, at three sizes.

use std::collections::BTreeSet;

use quarterdeck::domain::way::Way;
use quarterdeck::settings::actions;
use quarterdeck::settings::actions::{Action, Context, RoomAction};
use quarterdeck::tui::actions::enabled;
use quarterdeck::tui::room;

use super::sessions::every_step;
use super::walk::{Before, SIZES};

/// What needs an hour that has run: done by tests of its own.
const ELSEWHERE: [&str; 2] = ["room.close", "room.extend"];

#[test]
fn where_there_is_little_room_the_footer_answers_starts_the_clock_goes_on_and_closes() {
    let ways = [("Enter", RoomAction::GoOn), ("t", RoomAction::Clock), ("C", RoomAction::Close)];
    let mut closes = 0;
    every_step(|step, player| {
        // As it begins, and once it was held, so that it can be closed.
        for (height, keys) in [(16, ""), (20, ""), (16, "M<ctrl-u>30<enter>"), (20, "M<ctrl-u>30<enter>")] {
            let player = player.clone().at(60, height).press(keys);
            let text = player.text();
            let footer = text.lines().last().unwrap_or_default();
            let keys: Vec<&str> = footer.split("  ").filter_map(|hint| hint.split(' ').next()).collect();
            let can = ways.iter().filter(|(_, way)| enabled(&player.state, (*way).into()).is_ok());
            let mut can: Vec<&str> = can.map(|(key, _)| *key).collect();
            // Where one can go on, a third answer may stand in the place of the way out.
            if can.contains(&"Enter") {
                can.retain(|key| *key != "C");
            }
            closes += usize::from(can.contains(&"C"));
            let answers: Vec<String> =
                room::offered(&player.state).iter().take(2).map(|offer| offer.letter.to_string()).collect();
            for key in can.into_iter().chain(["?"]).chain(answers.iter().map(String::as_str)) {
                assert!(keys.contains(&key), "{step} at 60x{height}: no {key} in {footer:?}");
            }
        }
    });
    assert!(closes > 0);
}

#[test]
fn everything_the_room_can_do_does_what_is_seen() {
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
    every_step(|step, player| {
        let mut player = player.clone();
        player.state.turns = vec![Way::Back, Way::Again];
        let rows = player.state.keymap.rows(Context::Room).to_vec();
        // Shown large, and further down on the board, as well.
        let places = ["", "P", "jj"]
            .into_iter()
            .flat_map(|keys| SIZES.map(|(width, height)| player.clone().at(width, height).press(keys)));
        for player in places {
            let (size, offered) = (player.state.size, room::offered(&player.state));
            let before = Before::of(player);
            for row in &rows {
                let (after, wrong) = before.tried(row);
                found.extend(wrong.map(|why| format!("{step}, {size:?}: {}: {why}", row.id)));
                seen.extend(after.map(|_| row.id));
            }
            for offer in &offered {
                let (_, wrong) = before.done(|state| room::take(state, offer.letter), || false);
                found.extend(wrong.map(|why| format!("{step}, {size:?}: {}: {why}", offer.label)));
            }
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
