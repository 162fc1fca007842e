//! Taking rows off the set and moving them: one, or all that are marked.

use crate::domain::change::{Change, Decision, Refusal};
use crate::domain::decision::Step as Way;
use crate::domain::dependency::Dependency;
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::key_result::{Initiative, KeyResult};
use crate::domain::objective::{Assumption, Negotiation};
use crate::settings::actions::GlobalAction;
use crate::tui::actions::Enabled;
use crate::tui::forms::{Droppable, Subject};
use crate::tui::marks;
use crate::tui::menu::{self, Choice, Menu};
use crate::tui::message::{Effect, Save};
use crate::tui::state::{State, Tone};
use crate::tui::target::Target;
use crate::words::setting as words;

/// Takes the marked rows, or the selected one, off the set: at once where nothing is lost by it, else after a question.
pub(super) fn remove(state: &mut State) -> Vec<Effect> {
    let taken = marks::apart(state, &marks::taken(state));
    ask(state, taken)
}

fn ask(state: &mut State, taken: Vec<Target>) -> Vec<Effect> {
    match taken.as_slice() {
        [Target::Objective(id)] => remove_objective(state, id),
        [Target::KeyResult(id)] => remove_key_result(state, id),
        several if several.iter().any(is_of_the_set) => remove_several(state, taken),
        _ => {
            let decision = marks::together(state, &taken, |state, target| removed(state, target));
            marks::decide(state, decision, None)
        }
    }
}

/// The key results that go along with objectives, as they were named.
#[derive(Debug, Clone, PartialEq)]
pub struct Along {
    taken: Vec<Target>,
    key_results: Vec<KeyResultId>,
}

impl Along {
    /// Those that stand now under the objectives among some rows.
    fn of(state: &State, taken: &[Target]) -> Self {
        let key_results = under(state, taken).map(|key_result| key_result.id.clone()).collect();
        Self { taken: taken.to_vec(), key_results }
    }

    /// Asks again where others have put more under an objective since, and names that; none where all was named.
    pub fn asked_again(self, state: &mut State) -> Option<Vec<Effect>> {
        let new = under(state, &self.taken).filter(|key_result| !self.key_results.contains(&key_result.id));
        let new: Vec<String> = new.map(|key_result| key_result.name().to_owned()).collect();
        if new.is_empty() {
            return None;
        }
        let effects = ask(state, self.taken);
        state.say(Tone::Stop, words::more_goes_along(new.join(", ")));
        Some(effects)
    }
}

/// The key results under the objectives among some rows.
fn under<'a>(state: &'a State, taken: &'a [Target]) -> impl Iterator<Item = &'a KeyResult> {
    let quarter = state.here().map(|(quarter, _)| quarter);
    let objectives = taken.iter().filter_map(move |target| match target {
        Target::Objective(id) => quarter?.objective(id),
        _ => None,
    });
    objectives.flat_map(|objective| &objective.key_results)
}

/// Whether it is an objective or a key result, which may be kept in other ways than by removing it.
fn is_of_the_set(target: &Target) -> bool {
    matches!(target, Target::Objective(_) | Target::KeyResult(_))
}

/// The decision to remove one row.
pub(in crate::tui) fn removed(state: &State, target: &Target) -> Decision {
    let desk = state.desk()?;
    match target {
        Target::Objective(id) => desk.remove_objective(id),
        Target::KeyResult(id) => desk.remove_key_result(id),
        Target::Line(id) => desk.remove_line(id),
        Target::Assumption(under, id) => desk.remove_part::<Assumption>(under, id),
        Target::Negotiation(under, id) => desk.remove_part::<Negotiation>(under, id),
        Target::Dependency(of, id) => desk.remove_part::<Dependency>(of, id),
        Target::Initiative(of, id) => desk.remove_part::<Initiative>(of, id),
        Target::Asked(path) => match desk.quarter.frame.answers.iter().find(|one| one.asked == *path) {
            Some(answer) => desk.remove_answer(&answer.id),
            None => Ok(Change::nothing()),
        },
        _ => Ok(Change::nothing()),
    }
}

fn remove_objective(state: &mut State, id: &ObjectiveId) -> Vec<Effect> {
    let taken = vec![Target::Objective(id.clone())];
    let kept = stays(state, &taken);
    let mut menu =
        Menu::new(words::TAKE_OBJECTIVE_OFF_THE_SET, says(state, kept.as_ref())).along(state, &taken);
    if kept.is_none() {
        menu = menu.answer('n', words::PARK_NOT_NOW, Choice::Form(Subject::Park(id.clone())));
    }
    menu = menu.drop_or_take_up(state, Droppable::Objective(id.clone()));
    if kept.is_none() {
        menu = menu.answer('r', words::REMOVE_OBJECTIVE, Choice::Remove(taken));
    }
    menu::open(state, menu)
}

fn remove_key_result(state: &mut State, id: &KeyResultId) -> Vec<Effect> {
    let taken = vec![Target::KeyResult(id.clone())];
    let kept = stays(state, &taken);
    let mut menu = Menu::new(words::TAKE_KEY_RESULT_OFF_THE_SET, says(state, kept.as_ref()));
    if kept.is_none() {
        menu = menu.answer('l', words::TO_DELIVERY_LIST, Choice::ToDelivery(taken.clone()));
    }
    menu = menu.drop_or_take_up(state, Droppable::KeyResult(id.clone()));
    if kept.is_none() {
        menu = menu.answer('r', words::REMOVE_KEY_RESULT, Choice::Remove(taken));
    }
    menu::open(state, menu)
}

impl Menu {
    /// Names what goes along with objectives.
    fn along(mut self, state: &State, taken: &[Target]) -> Self {
        let names: Vec<&str> = under(state, taken).map(KeyResult::name).collect();
        if !names.is_empty() {
            self.says = words::goes_along(names.join(", "), &self.says);
        }
        self.along = Some(Along::of(state, taken));
        self
    }
}

/// Why some of these rows cannot be taken out of the files, as what is committed; dropping them is left.
fn stays(state: &State, taken: &[Target]) -> Option<Refusal> {
    taken.iter().find_map(|target| removed(state, target).err())
}

/// The sentence above the answers: what holds of them, or why some are missing.
fn says(state: &State, kept: Option<&Refusal>) -> String {
    let undoes = || state.keymap.key(GlobalAction::Undo);
    kept.map_or_else(|| words::each_can_be_undone(undoes()), ToString::to_string)
}

/// Asks what becomes of several rows; what does not fit all of them is not offered.
fn remove_several(state: &mut State, taken: Vec<Target>) -> Vec<Effect> {
    let kept = stays(state, &taken);
    let mut menu =
        Menu::new(words::take_off_the_set(taken.len()), says(state, kept.as_ref())).along(state, &taken);
    if kept.is_none() && taken.iter().all(|target| matches!(target, Target::KeyResult(_))) {
        menu = menu.answer('l', words::TO_DELIVERY_LIST, Choice::ToDelivery(taken.clone()));
    }
    if let Some(drops) = Droppable::all(&taken) {
        menu = menu.drop_several(drops);
    }
    if kept.is_none() {
        menu = menu.answer('r', words::REMOVE_SEVERAL, Choice::Remove(taken));
    }
    menu::open(state, menu)
}

/// Whether the marked key results, or the selected one, can become a delivery.
///
/// # Errors
/// One of them stays where it is, as it is committed.
pub(super) fn may_be_delivered(state: &State) -> Enabled {
    stays(state, &marks::taken(state)).map_or(Ok(()), |kept| Err(kept.to_string()))
}

/// Moves the marked key results, or the selected one, to the delivery list.
pub(super) fn to_delivery(state: &mut State) -> Vec<Effect> {
    let taken = marks::taken(state);
    let decision = marks::together(state, &taken, delivered);
    marks::decide(state, decision, None)
}

/// The decision to move one key result to the delivery list.
pub(in crate::tui) fn delivered(state: &mut State, target: &Target) -> Decision {
    let Target::KeyResult(id) = target else { return Ok(Change::nothing()) };
    state.decide(|state, seed| state.desk()?.move_to_delivery(id, seed))
}

/// The decision to move one row by one.
fn moved(state: &State, target: &Target, way: Way) -> Decision {
    match target {
        Target::Objective(id) => state.desk()?.move_objective(id, way),
        Target::KeyResult(id) => state.desk()?.move_key_result(id, way),
        _ => Ok(Change::nothing()),
    }
}

/// The rows that are moved, the one that goes first in front.
fn to_move(state: &State, way: Way) -> Vec<Target> {
    let mut taken = marks::apart(state, &marks::taken(state));
    if way == Way::Down {
        taken.reverse();
    }
    taken
}

/// Whether the marked rows, or the selected one, stand at the end already.
pub(super) fn is_at_the_end(state: &State, way: Way) -> bool {
    let first = to_move(state, way).first().map(|target| moved(state, target, way));
    first.is_some_and(|first| first.is_ok_and(|change| change.is_empty()))
}

/// Moves the marked rows, or the selected one, by one; they keep their marks, to be moved on.
pub(super) fn move_by(state: &mut State, selected: &Target, way: Way) -> Vec<Effect> {
    let taken = to_move(state, way);
    match marks::together(state, &taken, |state, target| moved(state, target, way)) {
        Ok(change) => vec![Effect::Save(Save::new(change).select(selected.clone()))],
        Err(refusal) => {
            state.say(Tone::Stop, refusal.to_string());
            Vec::new()
        }
    }
}
