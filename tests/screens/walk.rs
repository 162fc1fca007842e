//! A walk of everything that can be done, on a row of each kind of every screen, at three sizes: what can be done does
//! something that is seen, what cannot says why, what is saved can be taken back, and nothing panics.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::mem::discriminant;

use quarterdeck::domain::way::Way;
use quarterdeck::settings::actions::{Action, Context, Row, ScreenName, table};
use quarterdeck::settings::keys::{self, Chord};
use quarterdeck::tui::actions;
use quarterdeck::tui::message::{Effect, Message};
use quarterdeck::tui::screens::entries;
use quarterdeck::tui::state::{Overlay, State};
use quarterdeck::tui::update::{act, update};
use ratatui::buffer::Buffer;

use super::scene::{Player, Scene};

/// The sizes.
pub const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (60, 16)];

/// The screens of each phase, in the scene where most can be done on them.
const SCREENS: [(Scene, &[ScreenName]); 5] = [
    (Scene::Setting, &[ScreenName::Overview, ScreenName::Setting]),
    (Scene::CheckIns, &[ScreenName::Setting, ScreenName::CheckIns, ScreenName::History, ScreenName::Map]),
    (Scene::Scoring, &[ScreenName::Scoring]),
    (Scene::Retro, &[ScreenName::Scoring, ScreenName::Retrospective]),
    (Scene::Closed, &[ScreenName::Overview, ScreenName::Scoring, ScreenName::Retrospective]),
];

/// What needs more than these rows and scenes hold, and is done by tests of its own: a day to look back from, a team that
/// asks, a sample, a row with another of its kind above it.
const ELSEWHERE: [&str; 4] = ["history.later", "map.answer", "tour", "setting.up"];

/// The first row of each kind of thing that stands on a screen.
fn kinds(player: &Player) -> Vec<usize> {
    let mut seen = Vec::new();
    let mut first = Vec::new();
    for (row, entry) in entries(&player.state).iter().enumerate() {
        let kind = discriminant(&*entry.target());
        if !seen.contains(&kind) {
            seen.push(kind);
            first.push(row);
        }
    }
    first
}

/// Somebody before anything is done, with the picture that what is done has to change; it is drawn but once.
pub struct Before {
    player: Player,
    picture: OnceCell<Buffer>,
}

impl Before {
    /// Looks at somebody.
    pub fn of(player: Player) -> Self {
        Self { player, picture: OnceCell::new() }
    }

    /// Does an action, draws what comes, and says what is wrong with it.
    pub fn tried(&self, row: &Row<Action>) -> (Option<Player>, Option<String>) {
        let player = &self.player;
        if let Err(why) = actions::enabled(&player.state, row.action) {
            let _ = act(&mut player.clone().state, row.action);
            let is_silent = why.trim().is_empty() && !matches!(row.action, Action::List(_));
            return (None, is_silent.then(|| "it cannot be done and does not say why".to_owned()));
        }
        let is_free_to_be = || matches!(row.action, Action::List(_)) || goes_nowhere(player, row);
        let (after, wrong) = self.done(|state| act(state, row.action), is_free_to_be);
        (Some(after), wrong)
    }

    /// Does something and draws what comes; says what is not taken back, or that nothing is seen of it where it is not
    /// free to be idle.
    pub fn done(
        &self,
        what: impl FnOnce(&mut State) -> Vec<Effect>,
        is_free_to_be: impl FnOnce() -> bool,
    ) -> (Player, Option<String>) {
        let mut after = self.player.clone();
        let effects = what(&mut after.state);
        let wrong = effects.iter().find_map(|effect| not_taken_back(&self.player, effect));
        let is_without_effect = effects.is_empty();
        after.carry_out(effects);
        let picture = after.draw().0;
        let is_idle = is_without_effect && picture == *self.picture.get_or_init(|| self.player.draw().0);
        let idle = || (is_idle && !is_free_to_be()).then(|| "nothing is seen of it".to_owned());
        (after, wrong.or_else(idle))
    }
}

/// A way to the screen that is open already.
fn goes_nowhere(player: &Player, row: &Row<Action>) -> bool {
    let mut there = player.clone();
    drop(act(&mut there.state, row.action));
    row.id.starts_with("go.") && there.state.screen == player.state.screen
}

/// Says that a change and its inverse do not give back what was there, if they do not.
fn not_taken_back(player: &Player, effect: &Effect) -> Option<String> {
    let Effect::Save(save) = effect else { return None };
    let mut workspace = player.state.workspace.clone();
    workspace.apply(&save.change);
    workspace.apply(&save.change.inverse());
    (workspace != player.state.workspace)
        .then(|| format!("“{}” is not taken back whole", save.change.sentence))
}

/// Goes through the answers of a menu that was opened.
fn answers(player: &Player, found: &mut BTreeSet<String>, place: &str) -> usize {
    let mut count = 0;
    let mut at = player.clone();
    while count < 20 && matches!(at.state.overlay, Some(Overlay::Menu(_))) {
        let chosen = at.clone().press("<enter>");
        let _ = chosen.draw();
        if chosen.state == at.state {
            found.insert(format!("{place}: an answer does nothing"));
        }
        count += 1;
        let next = at.clone().press("<down>");
        if next.state == at.state {
            break;
        }
        at = next;
    }
    count
}

#[test]
fn everything_that_can_be_done_anywhere_does_what_is_seen() {
    let mut found = BTreeSet::new();
    let (mut done, mut seen) = (0_usize, BTreeSet::new());
    for (scene, screens) in SCREENS {
        for screen in screens {
            for (turn, row) in kinds(&scene.begin().on(*screen)).into_iter().enumerate() {
                for (width, height) in SIZES {
                    let mut player =
                        scene.begin().at(width, height).on(*screen).press(&format!("gg{}", "j".repeat(row)));
                    player.state.turns = vec![Way::Back, Way::Again];
                    // What can be done everywhere is done once on each screen.
                    let rows = player.state.keymap.rows(Context::Screen(*screen)).to_vec();
                    let before = Before::of(player);
                    for action in
                        rows.iter().filter(|row| turn == 0 || matches!(row.action, Action::Screen(_)))
                    {
                        let place =
                            format!("{scene:?}, {screen:?}, row {row}, {width}x{height}: {}", action.id);
                        let (after, wrong) = before.tried(action);
                        found.extend(wrong.map(|why| format!("{place}: {why}")));
                        let Some(after) = after else { continue };
                        seen.insert(action.id);
                        done += 1 + answers(&after, &mut found, &place);
                    }
                }
            }
        }
    }
    assert!(
        found.is_empty(),
        "{} of {done} to mend:\n{}",
        found.len(),
        found.into_iter().collect::<Vec<_>>().join("\n")
    );
    let never: Vec<&str> = table()
        .iter()
        .filter(|row| matches!(row.action, Action::Screen(_) | Action::Global(_)) && !seen.contains(row.id))
        .filter(|row| !ELSEWHERE.contains(&row.id))
        .map(|row| row.id)
        .collect();
    assert_eq!(never, Vec::<&str>::new(), "what could be done nowhere");
}

/// The kinds of rows on which every key is tried.
const MOST_KINDS: usize = 3;

/// Every key of one stroke that the lists and the screens have, wherever it means something.
fn keys_of_any_screen() -> Vec<Chord> {
    let rows = table();
    let of_screens = rows.iter().filter(|row| {
        matches!(row.action, Action::Screen(_) | Action::Global(_))
            || matches!(row.action, Action::List(action) if !action.moves())
    });
    let keys = of_screens.flat_map(|row| row.keys).filter_map(|keys| keys::sequence(keys).ok());
    keys.filter_map(|chords| <[Chord; 1]>::try_from(chords).ok()).map(|[chord]| chord).collect()
}

#[test]
fn every_key_of_any_screen_does_something_on_each_of_them_or_says_why_not() {
    let (all, mut silent, mut count) = (keys_of_any_screen(), Vec::new(), 0);
    assert!(all.len() > 40, "{all:?}");
    for (scene, screens) in SCREENS {
        for screen in screens {
            // The number of the open screen leads nowhere, which its tab shows.
            let number = ScreenName::tabs().zip('0'..).find(|(name, _)| name == screen);
            let number = number.map(|(_, number)| Chord::letter(number));
            for row in kinds(&scene.begin().on(*screen)).into_iter().take(MOST_KINDS) {
                let player = scene.begin().on(*screen).press(&format!("gg{}", "j".repeat(row)));
                for chord in all.iter().filter(|chord| Some(**chord) != number) {
                    let mut after = player.clone();
                    let effects = update(&mut after.state, Message::Key(*chord));
                    let is_heard = !effects.is_empty() || after.state.status.is_some();
                    after.carry_out(effects);
                    count += 1;
                    if !is_heard && after.draw().0 == player.draw().0 {
                        silent.push(format!("{scene:?}, {screen:?}, row {row}: {chord}"));
                    }
                }
            }
        }
    }
    assert!(count > 1000, "{count}");
    assert!(silent.is_empty(), "nothing is seen or said:\n{}", silent.join("\n"));
}

#[test]
fn a_key_of_another_screen_names_it_and_n_makes_what_stands_there() {
    let history = Scene::CheckIns.begin().at(120, 40).on(ScreenName::History).press("n");
    let says = "n does nothing on History: it is a key of Overview, Setting, Check-ins, Retrospective.";
    assert!(history.text().contains(says), "{}", history.text());
    let checking = Scene::CheckIns.begin().press("n");
    assert!(matches!(checking.state.overlay, Some(Overlay::Form(_))), "{}", checking.text());
    let lost = Scene::CheckIns.begin().press("Z");
    assert!(
        lost.text().contains("Z does nothing on Check-ins; ? shows what can be done."),
        "{}",
        lost.text()
    );
}
