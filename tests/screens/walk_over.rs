//! A walk of everything that can be done in what lies over a screen: every row in every form of the desk and of the
//! sessions, empty and typed into, at three sizes, and in menus, help and palette.

use std::collections::{BTreeMap, BTreeSet};

use quarterdeck::domain::way::Way;
use quarterdeck::settings::actions;
use quarterdeck::settings::actions::{Action, Context, FinderAction, MenuAction, Row};
use quarterdeck::tui::forms::Subject;
use quarterdeck::tui::room;
use quarterdeck::tui::state::Overlay;

use super::forms::forms;
use super::scene::{Player, Scene};
use super::sessions::every_step_of;
use super::walk::{Before, SIZES};

/// What needs somebody else who writes into the same field, or a sentence that is work: done by tests of its own.
const ELSEWHERE: [&str; 2] = ["form.theirs", "form.rewrite"];

/// One player in front of each form that a session opens.
pub fn asked() -> BTreeMap<String, Player> {
    asked_of(Scene::begin)
}

/// The same, each scene begun as somebody has it.
pub fn asked_of(begin: impl Fn(Scene) -> Player) -> BTreeMap<String, Player> {
    let mut found = BTreeMap::new();
    every_step_of(begin, |_, player| {
        for offer in room::offered(&player.state) {
            let mut next = player.clone();
            drop(room::take(&mut next.state, offer.letter));
            if let Some(Overlay::Form(form)) = &next.state.overlay
                && let Subject::Room(ask) = &form.subject
            {
                let name = format!("{ask:?}").split(['(', ' ']).next().unwrap().to_owned();
                found.entry(name).or_insert(next);
            }
        }
    });
    found
}

/// A row that moves among things does nothing where there is but one.
fn may_be_idle(player: &Player, row: &Row<Action>) -> bool {
    let count = match &player.state.overlay {
        Some(Overlay::Menu(menu)) => menu.answers.len(),
        Some(Overlay::Finder(finder)) => finder.len(),
        Some(Overlay::Form(_)) | None => return false,
    };
    let moves = matches!(
        row.action,
        Action::Menu(MenuAction::Next | MenuAction::Before)
            | Action::Finder(FinderAction::Next | FinderAction::Before)
    );
    moves && count < 2
}

#[test]
fn everything_in_every_form_does_what_is_seen() {
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let of_the_room = asked();
    assert!(of_the_room.len() > 20, "{:?}", of_the_room.keys());
    for (kind, player) in forms().iter().chain(&of_the_room) {
        for (width, height) in SIZES {
            for typed in ["", "1", "1<tab>", "<pgdn>"] {
                let mut player = player.clone().at(width, height).press(typed);
                player.state.turns = vec![Way::Back, Way::Again];
                let rows = player.state.keymap.rows(Context::Form).to_vec();
                let before = Before::of(player);
                for row in &rows {
                    let (after, wrong) = before.tried(row);
                    found.extend(
                        wrong.map(|why| format!("{kind}, {width}x{height}, {typed:?}: {}: {why}", row.id)),
                    );
                    seen.extend(after.map(|_| row.id));
                }
            }
        }
    }
    assert!(found.is_empty(), "to mend:\n{}", found.into_iter().collect::<Vec<_>>().join("\n"));
    let all = actions::table();
    let rows = all.iter().filter(|row| matches!(row.action, Action::Form(_))).map(|row| row.id);
    let never: Vec<&str> = rows.filter(|id| !seen.contains(id) && !ELSEWHERE.contains(id)).collect();
    assert_eq!(never, Vec::<&str>::new(), "what could be done in no form");
}

#[test]
fn everything_in_menus_help_and_palette_does_what_is_seen() {
    let mut found = BTreeSet::new();
    for keys in ["gl", "gx", "S", "y", "s", "?", ":", ":sign", "f", "flate", "/", "/fail", "T", "gc", "ge"] {
        for (width, height) in SIZES {
            let player = Scene::CheckIns.begin().at(width, height).press("U").press(keys);
            let context = Context::of(&player.state);
            assert!(matches!(context, Context::Menu | Context::Finder), "{keys} opens nothing");
            let before = Before::of(player.clone());
            for row in player.state.keymap.rows(context) {
                let (_, wrong) = before.tried(row);
                let wrong = wrong.filter(|_| !may_be_idle(&player, row));
                found.extend(wrong.map(|why| format!("{keys}, {width}x{height}: {}: {why}", row.id)));
            }
        }
    }
    assert!(found.is_empty(), "to mend:\n{}", found.into_iter().collect::<Vec<_>>().join("\n"));
}
