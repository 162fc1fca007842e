//! Rows that are marked: what can act on several takes them all, as one step that is taken back as one.
//!
//! A mark holds where its row is shown: a row that a filter or a fold hides is not taken.

use std::borrow::Cow;

use super::actions::Enabled;
use super::copy;
use super::list::{self, selected};
use super::message::{Effect, Save};
use super::screens::{self, Entry};
use super::state::{Pane, State, Tone};
use super::target::Target;
use crate::domain::change::{Address, Change, Decision};
use crate::words::lists as words;

/// Tells whether the selected row can be marked.
///
/// # Errors
/// It is a heading, or the list has not the keys.
pub fn enabled(state: &State) -> Enabled {
    match selected(state) {
        _ if state.list().pane != Pane::List => Err(words::THE_DETAIL_HAS_THE_KEYS.to_owned()),
        None => Err(words::THE_LIST_IS_EMPTY.to_owned()),
        Some(Target::Heading(_)) => Err(words::A_HEADING_CANNOT_BE_MARKED.to_owned()),
        Some(_) => Ok(()),
    }
}

/// Marks the selected row, or takes its mark away, and goes on to the next row.
pub fn turn(state: &mut State) {
    let Some(target) = selected(state) else { return };
    let marks = &mut state.list_mut().marks;
    if !marks.remove(&target) {
        marks.insert(target);
    }
    list::step(state, 1);
}

/// The marked rows that are shown, in their order.
pub fn marked(state: &State) -> Vec<Target> {
    let marks = &state.list().marks;
    if marks.is_empty() {
        return Vec::new();
    }
    let entries = screens::entries(state);
    let targets = entries.iter().map(Entry::target);
    targets.filter(|target| marks.contains(target)).map(Cow::into_owned).collect()
}

/// What an action that can act on several takes: the marked rows, and where none is marked the selected one.
pub fn taken(state: &State) -> Vec<Target> {
    let marked = marked(state);
    if marked.is_empty() { selected(state).into_iter().collect() } else { marked }
}

/// Takes all marks of the open list away.
pub fn clear(state: &mut State) {
    state.list_mut().marks.clear();
}

/// The targets without those that go along with another of them: a key result with its objective.
pub fn apart(state: &State, targets: &[Target]) -> Vec<Target> {
    let at = |target: &Target| copy::address(state, target);
    let is_host = |target: &&Target| matches!(target, Target::Objective(_) | Target::KeyResult(_));
    let hosts: Vec<(&Target, Option<Address>)> =
        targets.iter().filter(is_host).map(|target| (target, at(target))).collect();
    let goes_along = |target: &Target| {
        let Some(own) = at(target) else { return false };
        let all: Vec<Address> = std::iter::once(own.clone()).chain(own.hosts()).collect();
        hosts.iter().any(|(host, at)| *host != target && at.as_ref().is_some_and(|at| all.contains(at)))
    };
    targets.iter().filter(|target| !goes_along(target)).cloned().collect()
}

/// One decision on each of several, the next as if those before stood already, all as one change; where one is refused, none is
/// taken.
///
/// # Errors
/// What stands in the way of the first that is refused.
pub fn together<T>(state: &mut State, several: &[T], each: impl Fn(&mut State, &T) -> Decision) -> Decision {
    let Some((first, rest)) = several.split_first() else { return Ok(Change::nothing()) };
    if rest.is_empty() {
        return each(state, first);
    }
    let mut then = state.clone();
    let mut all = each(&mut then, first)?;
    let sentence = words::and_more(&all.sentence, rest.len());
    for one in rest {
        then.workspace.apply(&all);
        let next = each(&mut then, one)?;
        all = all.and(next);
    }
    state.seed = then.seed;
    Ok(Change { sentence, ..all })
}

/// Saves a decision on several rows, whose marks go when it stands; or says what stands in the way.
pub fn decide(state: &mut State, decision: Decision, select: Option<Target>) -> Vec<Effect> {
    match decision {
        Ok(change) => vec![Effect::Save(Save { select, ..Save::new(change).of_marked() })],
        Err(refusal) => {
            state.say(Tone::Stop, refusal.to_string());
            Vec::new()
        }
    }
}

/// Says of a save, once it stands, how many of the marked rows it left out.
pub fn leaving_out(mut effects: Vec<Effect>, count: usize) -> Vec<Effect> {
    for effect in &mut effects {
        if let Effect::Save(save) = effect {
            save.left_out = count;
        }
    }
    effects
}
