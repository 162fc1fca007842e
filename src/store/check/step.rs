//! What the teams say or time otherwise at a step.

use super::Finding;
use super::scope::Scope;
use crate::domain::change::Address;
use crate::domain::formula::Counts;
use crate::domain::own_step::OwnStep;
use crate::words::store::check as words;

/// Steps that say nothing where they say something of their own, or take no time.
pub(super) fn unusable(scope: &Scope<'_>) -> Vec<Finding> {
    let steps = scope.workspace.steps.steps.iter().enumerate();
    let keys = steps.flat_map(|(at, own)| {
        let blank = blank(own).map(move |key| (at, key, words::says_nothing(key)));
        let none = timeless(own).map(move |key| (at, key, words::IT_TAKES_NO_TIME.to_owned()));
        blank.chain(none).collect::<Vec<_>>()
    });
    let found = keys.map(|(at, key, message)| {
        Finding::new(Address::Steps, format!("step[{at}].{key}"), message, words::LEAVE_OUT_WHAT_IS_AS_BEFORE)
    });
    found.collect()
}

fn blank(own: &OwnStep) -> impl Iterator<Item = &'static str> {
    let OwnStep { title, say, hint, done, nudge, ask, .. } = own;
    let is_blank = |text: &Option<String>| text.as_deref().is_some_and(|text| text.trim().is_empty());
    let texts = [("title", title), ("say", say), ("hint", hint), ("done", done), ("nudge", nudge)];
    let texts = texts.map(|(key, text)| (key, is_blank(text)));
    let asked = ("ask", ask.iter().any(|question| question.trim().is_empty()));
    texts.into_iter().chain([asked]).filter(|(_, is_blank)| *is_blank).map(|(key, _)| key)
}

/// The boxes that have no minute, however many are in the room and whatever they set.
fn timeless(own: &OwnStep) -> impl Iterator<Item = &'static str> {
    let OwnStep { timebox, timebox_monthly, timebox_mid, .. } = own;
    let one_of_each = Counts { people: 1, objectives: 1, key_results: 1, dependencies: 1 };
    let boxes = [("box", timebox), ("box_monthly", timebox_monthly), ("box_mid", timebox_mid)];
    let is_none = boxes.map(|(key, timebox)| {
        (key, timebox.as_ref().is_some_and(|formula| formula.minutes(one_of_each) == 0))
    });
    is_none.into_iter().filter(|(_, is_none)| *is_none).map(|(key, _)| key)
}
