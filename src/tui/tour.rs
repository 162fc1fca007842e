//! The tour of the sample: six cards, one at a time, above the status line. A card gives way to the next when what it says
//! has really happened, by whatever keys.

use std::sync::LazyLock;

use ratatui::text::{Line, Span};
use serde::Deserialize;

use super::actions::Enabled;
use super::message::Message;
use super::state::{Keeps, State, Tone};
use super::widgets::wrapped::wrapped;
use crate::domain::change::{Address, Change};
use crate::domain::quarter::Phase;
use crate::domain::way::Way;
use crate::method::texts::fill;
use crate::settings::actions::{self, GlobalAction, ScreenName};
use crate::settings::keymap::Keymap;
use crate::words::lists as words;

/// The most lines of a card below its title.
const MOST: usize = 3;

/// A card.
#[derive(Deserialize)]
struct Card {
    /// What is done.
    does: String,
    /// Why, and by which keys: the names of their actions in braces.
    says: String,
}

#[derive(Deserialize)]
struct Cards {
    card: Vec<Card>,
}

impl Card {
    /// Why, and by which keys, those in force.
    fn says(&self, keymap: &Keymap) -> String {
        let named = actions::table().into_iter().filter(|row| self.says.contains(row.id));
        let keys: Vec<(&str, String)> = named.map(|row| (row.id, keymap.key(row.action))).collect();
        let keys: Vec<(&str, &str)> = keys.iter().map(|(id, key)| (*id, key.as_str())).collect();
        fill(&self.says, &keys)
    }
}

static CARDS: LazyLock<Vec<Card>> = LazyLock::new(|| {
    let cards: Cards =
        toml::from_str(include_str!("../../assets/tour.toml")).expect("a test reads the cards");
    cards.card
});

/// What a message tells of what has really happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// A check-in stands in the files.
    Logged,
    /// A change was taken back.
    TakenBack,
    /// Anything else.
    Else,
}

impl Heard {
    /// What is heard of a message.
    pub fn of(message: &Message) -> Self {
        match message {
            Message::Saved(save, ..) if is_check_in(&save.change) => Self::Logged,
            Message::Turned(Way::Back, _) => Self::TakenBack,
            _ => Self::Else,
        }
    }
}

fn is_check_in(change: &Change) -> bool {
    let after = change.edits.iter().filter_map(|edit| edit.after.as_ref());
    after.into_iter().any(|(at, _)| matches!(at, Address::Sitting(..)))
}

/// What ends each card, in their order.
const ENDS: [fn(&State, Heard) -> bool; 6] = [
    |state, _| state.screen == ScreenName::CheckIns,
    |_, heard| heard == Heard::Logged,
    |_, heard| heard == Heard::TakenBack,
    |state, _| state.screen == ScreenName::Map,
    |state, _| state.shown_room().is_some(),
    |state, _| state.matches.is_some(),
];

/// Tells whether the tour can be begun; one that is under way can always be ended.
///
/// # Errors
/// It would change a team's own files, or nothing can be logged in the quarter.
pub fn enabled(state: &State) -> Enabled {
    let is_under_way =
        state.here().is_some_and(|(quarter, cycle)| quarter.phase(cycle, state.today) == Phase::CheckIns);
    match (state.tour, state.keeps == Keeps::Sample, is_under_way) {
        (Some(_), ..) | (None, true, true) => Ok(()),
        (None, false, _) => Err(words::TOUR_RUNS_ON_THE_SAMPLE.to_owned()),
        (None, true, false) => Err(words::TOUR_NEEDS_A_QUARTER.to_owned()),
    }
}

/// Begins the tour on the Overview, from where its first card leads, or ends it.
pub fn turn(state: &mut State) {
    if state.tour.take().is_none() {
        state.tour = Some(0);
        state.screen = ScreenName::Overview;
    }
}

/// Goes on when what the card says has happened.
pub fn follow(state: &mut State, heard: Heard) {
    let Some(at) = state.tour.filter(|at| ENDS[*at](state, heard)) else { return };
    state.tour = Some(at + 1).filter(|next| *next < ENDS.len());
    if state.tour.is_none() {
        let key = |action: GlobalAction| state.keymap.key(action);
        let says = words::that_was_the_tour(key(GlobalAction::Help), key(GlobalAction::Palette));
        state.say(Tone::Done, says);
    }
}

/// The card at hand, in so many cells: its title and a few lines.
pub fn lines(state: &State, width: usize) -> Vec<Line<'static>> {
    let Some((at, card)) = state.tour.and_then(|at| Some((at, CARDS.get(at)?))) else { return Vec::new() };
    let theme = &state.look.theme;
    let title = Line::from(vec![
        Span::styled(words::tour_of(at + 1, ENDS.len(), &card.does), theme.heading),
        Span::styled(words::ends_the_tour(state.keymap.key(GlobalAction::Tour)), theme.quiet),
    ]);
    let mut lines = vec![title];
    lines.extend(
        wrapped(&Line::styled(card.says(&state.keymap), theme.text), width, 0).into_iter().take(MOST),
    );
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_card_is_ended_by_something_and_fits_three_lines_at_sixty_columns() {
        assert_eq!(CARDS.len(), ENDS.len());
        for card in CARDS.iter() {
            let says = card.says(&Keymap::usual());
            assert!(!says.contains(['{', '}']), "no action is called that: {says}");
            let lines = wrapped(&Line::raw(says.as_str()), 60, 0).len();
            assert!(lines <= MOST, "{lines} lines: {says}");
            assert!(format!("Tour 1 of 6  {}  g i ends", card.does).len() <= 60, "{}", card.does);
        }
    }
}
