//! The search of all texts: what stands near by is looked through at once, everything else behind the screen, quarter by
//! quarter. Only what is found is held, and no more of it than anybody walks through.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::id::TeamId;
use crate::domain::quarter::QuarterKey;
use crate::method::find::{self, Passage, Sought};
use crate::tui::state::State;

/// The most quarters whose texts are looked through while a key waits for it.
pub(crate) const AT_ONCE: usize = 40;

/// How many things are found until nobody looks further; one more word finds fewer.
pub const MOST: usize = 1_000;

/// The quarters that are looked through at once: all where few were read, else those of the team.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Near {
    /// The team that is open; its quarters come first.
    pub team: Option<TeamId>,
    /// The quarters.
    pub keys: BTreeSet<QuarterKey>,
}

impl Near {
    fn of(state: &State) -> Self {
        let team = state.place.as_ref().map(|place| place.team.clone());
        let quarters = &state.workspace.quarters;
        let is_near = |key: &&QuarterKey| quarters.len() <= AT_ONCE || Some(&key.team) == team.as_ref();
        Self { keys: quarters.keys().filter(is_near).cloned().collect(), team }
    }
}

/// What is to be looked for behind the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The number of the search. One that only goes on with more letters keeps it.
    pub round: u32,
    /// The words.
    pub sought: Sought,
    /// How many more things may be found.
    pub room: usize,
    /// What need not be looked through.
    pub near: Arc<Near>,
}

impl Wish {
    /// Tells whether two are after the same, however much has been found of it.
    pub fn is_same(one: Option<&Self>, other: Option<&Self>) -> bool {
        let told = |wish: &Self| (wish.round, wish.sought.clone());
        one.map(told) == other.map(told)
    }
}

/// A search of all texts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Search {
    near: Arc<Near>,
    /// Everything that is said near by.
    texts: Arc<Vec<Arc<Passage>>>,
    /// Whether there are quarters elsewhere.
    has_far: bool,
    sought: Sought,
    found: Arc<Vec<Arc<Passage>>>,
    round: u32,
    /// How many quarters elsewhere are still to be looked through; none until that is known.
    left: Option<usize>,
}

impl Search {
    /// Begins a search of what the state knows of.
    pub fn of(state: &State) -> Self {
        let (near, workspace) = (Near::of(state), &state.workspace);
        let texts = find::passages(workspace, near.team.as_ref(), &near.keys).into_iter().map(Arc::new);
        let has_far = !workspace.unopened.is_empty() || workspace.quarters.len() > near.keys.len();
        Self { texts: Arc::new(texts.collect()), has_far, near: Arc::new(near), ..Self::default() }
    }

    /// The same of what the state knows now, as after something was read.
    pub(super) fn again(&mut self, state: &State, typed: &str) {
        *self = Self { round: self.round + 1, ..Self::of(state) };
        self.seek(typed);
    }

    /// What was found so far.
    pub fn found(&self) -> &Arc<Vec<Arc<Passage>>> {
        &self.found
    }

    /// How many quarters are still to be looked through, as far as that is known.
    pub fn left(&self) -> Option<usize> {
        if self.has_far && !self.sought.is_nothing() { self.left } else { Some(0) }
    }

    /// Whether so much was found that nobody looks further.
    pub fn is_full(&self) -> bool {
        self.found.len() >= MOST && self.left() != Some(0)
    }

    /// What is sought.
    pub fn sought(&self) -> &Sought {
        &self.sought
    }

    /// Looks for what is typed now. What more letters find is among what was found, and in what was not looked through yet.
    pub(super) fn seek(&mut self, typed: &str) {
        let sought = Sought::new(typed);
        let narrows = sought.narrows(&self.sought);
        let among = if narrows { &self.found } else { &self.texts };
        self.found = Arc::new(among.iter().filter(|passage| sought.is_in(passage)).cloned().collect());
        if !narrows {
            self.round += 1;
            self.left = None;
        }
        self.sought = sought;
    }

    /// Takes in what was found behind the screen, unless it is of another search.
    pub(super) fn take_in(&mut self, round: u32, more: Vec<Arc<Passage>>, left: usize) {
        if round != self.round {
            return;
        }
        self.left = Some(left);
        let found = more.into_iter().filter(|passage| self.sought.is_in(passage));
        Arc::make_mut(&mut self.found).extend(found);
    }

    /// What is to be looked for behind the screen; nothing where all was looked through, or nothing is typed.
    pub fn wish(&self) -> Option<Wish> {
        let Self { round, sought, near, .. } = self;
        let room = MOST.saturating_sub(self.found.len());
        let is_wanted = self.left() != Some(0);
        is_wanted.then(|| Wish { round: *round, sought: sought.clone(), room, near: Arc::clone(near) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cycle::Cycle;
    use crate::domain::day::Day;
    use crate::domain::frame::Frame;
    use crate::domain::objective::Objective;
    use crate::domain::quarter::Quarter;
    use crate::domain::workspace::Workspace;
    use crate::settings::colours::{Depth, ThemeName};
    use crate::settings::keys::sequence;
    use crate::tui::finder;
    use crate::tui::glyphs::Glyphs;
    use crate::tui::look::Look;
    use crate::tui::message::{Effect, Message, WhatWasRead};
    use crate::tui::state::Overlay;
    use crate::tui::update::update;
    use crate::tui::view::view;
    use crate::tui::widgets::trial;

    fn key(team: usize) -> QuarterKey {
        QuarterKey { team: format!("t{team}").parse().unwrap(), cycle: "2027-q1".parse().unwrap() }
    }

    fn quarter(team: usize) -> Quarter {
        let mut quarter = Quarter::new(key(team), Frame::default());
        quarter.objectives.push(Objective::draft("sign-in".parse().unwrap(), "Sign-in works", 1));
        quarter
    }

    /// The first of some teams on the screen: so many were read, so many were not, each with one objective.
    fn state(read: usize, unread: usize) -> State {
        let mut workspace = Workspace::default();
        let cycle = Cycle::calendar("2027-q1").unwrap();
        workspace.cycles.insert(cycle.id.clone(), cycle);
        workspace.quarters = (0..read).map(|team| (key(team), quarter(team))).collect();
        workspace.unopened = (read..read + unread).map(key).collect();
        let look = Look::new(ThemeName::Mono, Depth::None, &Glyphs::ASCII);
        State::new(workspace, Some(key(0)), Day::new(2027, 2, 11).unwrap(), look)
    }

    fn press(state: &mut State, keys: &str) -> Vec<Effect> {
        sequence(keys).unwrap().into_iter().flat_map(|chord| update(state, Message::Key(chord))).collect()
    }

    fn type_in(state: &mut State, text: &str) -> Vec<Effect> {
        update(state, Message::Paste(text.to_owned()))
    }

    fn search(state: &State) -> &Search {
        let Some(Overlay::Finder(finder)) = &state.overlay else { panic!("the search is not open") };
        &finder.search
    }

    fn shown(state: &State) -> String {
        trial::drawn(100, 20, |area, buf| drop(view(state, area, buf))).join("\n")
    }

    /// Matches from so many quarters.
    fn matches(state: &State, teams: std::ops::Range<usize>) -> Vec<Arc<Passage>> {
        teams.flat_map(|team| find::of_quarter(&state.workspace, &quarter(team))).map(Arc::new).collect()
    }

    fn round(effects: &[Effect]) -> u32 {
        let [Effect::Seek(Some(wish))] = effects else { panic!("{effects:?}") };
        wish.round
    }

    #[test]
    fn the_quarters_of_the_team_are_looked_through_at_once_and_the_others_behind_the_screen() {
        let mut state = state(500, 500);
        assert_eq!(press(&mut state, "f"), [], "nothing is sought yet");
        let effects = type_in(&mut state, "sign");
        let [Effect::Seek(Some(wish))] = &effects[..] else { panic!("{effects:?}") };
        assert_eq!((wish.near.keys.len(), wish.near.keys.contains(&key(0))), (1, true));
        assert_eq!((search(&state).found().len(), search(&state).left()), (1, None));
        let (round, found) = (wish.round, matches(&state, 1..3));
        assert_eq!(update(&mut state, Message::Gathered(round, (Vec::new(), 998))), []);
        assert!(shown(&state).contains("1 of 1, 998 more to read"), "{}", shown(&state));
        assert_eq!(update(&mut state, Message::Gathered(round, (found, 997))), []);
        assert_eq!((search(&state).found().len(), search(&state).left()), (3, Some(997)));
    }

    #[test]
    fn how_much_is_still_to_be_read_is_said_before_anything_is_found() {
        let mut state = state(3, 5_000);
        press(&mut state, "f");
        let round = round(&type_in(&mut state, "zeppelin"));
        assert!(shown(&state).contains("0 found, more to read"), "{}", shown(&state));
        update(&mut state, Message::Gathered(round, (Vec::new(), 4_000)));
        assert!(shown(&state).contains("0 found, 4000 more to read"), "{}", shown(&state));
        update(&mut state, Message::Gathered(round, (Vec::new(), 0)));
        assert!(shown(&state).contains("0 found\n"), "{}", shown(&state));
    }

    #[test]
    fn where_few_were_read_all_of_them_are_looked_through_at_once() {
        let mut state = state(AT_ONCE, 0);
        press(&mut state, "f");
        assert_eq!(type_in(&mut state, "sign"), []);
        assert_eq!((search(&state).found().len(), search(&state).left()), (AT_ONCE, Some(0)));
    }

    #[test]
    fn one_more_letter_goes_on_with_the_same_search_and_another_word_begins_a_new_one() {
        let mut state = state(3, 100);
        press(&mut state, "f");
        let first = round(&type_in(&mut state, "si"));
        let found = matches(&state, 3..6);
        update(&mut state, Message::Gathered(first, (found.clone(), 90)));
        let effects = type_in(&mut state, "gn");
        assert_eq!((round(&effects), search(&state).found().len()), (first, 6), "what was found is kept");
        let second = round(&press(&mut state, "backspace"));
        assert_ne!(second, first);
        update(&mut state, Message::Gathered(first, (found, 0)));
        assert_eq!(search(&state).found().len(), 3, "what another search found is not taken in");
    }

    #[test]
    fn what_was_found_is_bounded_and_so_is_what_is_still_asked_for() {
        let mut state = state(3, 5_000);
        press(&mut state, "f");
        let round = round(&type_in(&mut state, "sign"));
        let found = matches(&state, 3..MOST);
        update(&mut state, Message::Gathered(round, (found, 4_000)));
        assert_eq!((search(&state).found().len(), search(&state).is_full()), (MOST, true));
        assert_eq!(finder::wish(&state).map(|wish| wish.room), Some(0));
        let effects = type_in(&mut state, " t1");
        let [Effect::Seek(Some(wish))] = &effects[..] else { panic!("{effects:?}") };
        assert_eq!(wish.room, MOST - search(&state).found().len());
        assert!(!search(&state).is_full());
    }

    #[test]
    fn nothing_is_sought_any_more_once_the_search_is_left_or_what_it_said_is_taken_back() {
        let mut state = state(3, 100);
        press(&mut state, "f");
        type_in(&mut state, "x");
        assert_eq!(press(&mut state, "backspace"), [Effect::Seek(None)]);
        type_in(&mut state, "x");
        assert_eq!(press(&mut state, "esc"), [Effect::Seek(None)]);
        press(&mut state, "f");
        let round = round(&type_in(&mut state, "x"));
        assert_eq!(update(&mut state, Message::Gathered(round, (Vec::new(), 0))), [Effect::Seek(None)]);
    }

    #[test]
    fn what_was_read_meanwhile_is_searched_as_it_stands_now() {
        let mut state = state(3, 100);
        press(&mut state, "f");
        let first = round(&type_in(&mut state, "sign"));
        let mut read = Workspace::default();
        read.quarters.insert(key(7), quarter(7));
        read.unopened = (50..100).map(key).collect();
        let read = WhatWasRead { workspace: read, troubles: Vec::new() };
        let effects = update(&mut state, Message::Read(read));
        let wish = effects
            .iter()
            .find_map(|effect| if let Effect::Seek(wish) = effect { wish.as_ref() } else { None });
        assert!(
            wish.is_some_and(|wish| wish.round > first && wish.near.keys.contains(&key(7))),
            "{effects:?}"
        );
        assert_eq!(search(&state).found().len(), 4);
    }
}
