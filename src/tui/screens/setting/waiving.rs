//! Questions of the coach on the selected row that are answered with a reason, or asked again.

use crate::coach::finding::Finding;
use crate::domain::decision::AskedOf;
use crate::tui::actions::Enabled;
use crate::tui::forms::{self, Subject};
use crate::tui::menu::{self, Choice, Menu};
use crate::tui::message::Effect;
use crate::tui::state::State;
use crate::tui::target::{Heading, Target};
use crate::words::setting as words;

/// The letters of questions.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

/// What the questions on a row are about.
fn about(target: &Target) -> Option<AskedOf> {
    match target {
        Target::Objective(id) => Some(AskedOf::Objective(id.clone())),
        Target::KeyResult(id) => Some(AskedOf::KeyResult(id.clone())),
        Target::Heading(Heading::Set) => Some(AskedOf::Quarter),
        _ => None,
    }
}

/// The questions on a row that a reason can answer or has answered.
fn waivable<'a>(state: &'a State, about: &'a AskedOf) -> impl Iterator<Item = &'a Finding> {
    state.asked_of(about).filter(|finding| !finding.rule.is_hard_stop())
}

pub(super) fn enabled(state: &State, target: Option<&Target>) -> Enabled {
    let about = target.and_then(about).ok_or_else(|| words::SELECT_WHAT_IS_ASKED_ABOUT.to_owned())?;
    let is_any = waivable(state, &about).next().is_some();
    let is_asked = state.asked_of(&about).next().is_some();
    match (is_any, is_asked) {
        (true, _) => Ok(()),
        (false, true) => Err(words::IT_IS_A_HARD_STOP.to_owned()),
        (false, false) => Err(words::NOTHING_IS_ASKED_HERE.to_owned()),
    }
}

/// Opens the form of the one question, or the choice among several.
pub(super) fn waive(state: &mut State, target: &Target) -> Vec<Effect> {
    let Some(about) = about(target) else { return Vec::new() };
    let found: Vec<Finding> = waivable(state, &about).cloned().collect();
    if let [Finding { rule, waived: None, .. }] = found.as_slice() {
        return forms::open(state, Subject::Waive(about, *rule));
    }
    let menu = Menu::new(words::ANSWER_A_QUESTION, words::WITH_A_REASON_THAT_STAYS);
    let menu = menu::letters(LETTERS).zip(&found).fold(menu, |menu, (letter, finding)| {
        let (rule, question) = (finding.rule, finding.question());
        match &finding.waived {
            None => {
                menu.answer(letter, (rule.id(), question), Choice::Form(Subject::Waive(about.clone(), rule)))
            }
            Some(waiver) => {
                let says = words::ask_again(&waiver.reason);
                menu.answer(letter, (rule.id(), &says), Choice::AskAgain(about.clone(), rule))
            }
        }
    });
    menu::open(state, menu)
}
