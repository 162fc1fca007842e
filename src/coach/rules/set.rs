//! Rules on the set as a whole, and on what it takes from the one above.

use std::collections::BTreeSet;

use super::key_result;
use crate::coach::finding::Raised;
use crate::coach::rule::Rule;
use crate::coach::token::tokens;
use crate::domain::decision::{FEW_OBJECTIVES, MOST_OBJECTIVES};
use crate::domain::display::shortened;
use crate::domain::key_result::KeyResult;
use crate::domain::measure::Measure;
use crate::domain::objective::{Objective, Origin};
use crate::domain::quarter::Quarter;
use crate::domain::workspace::Workspace;
use crate::words::coach as words;

/// A rule on a set.
pub type Find = fn(&Quarter) -> Option<Raised>;

/// The rules on a set.
pub const RULES: &[(Rule, Find)] = &[
    (Rule::AtTheLimit, at_the_limit),
    (Rule::TooManyObjectives, too_many_objectives),
    (Rule::AllHandedDown, all_handed_down),
];

/// A rule on an objective and what stands under it in its set.
pub type FindUnder = fn(&Quarter, &Objective) -> Option<Raised>;

/// The rules on what stands under an objective.
pub const UNDER_RULES: &[(Rule, FindUnder)] = &[(Rule::ManyKeyResults, many_key_results)];

/// An objective and the one it contributes to.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// The one looked at.
    pub objective: &'a Objective,
    /// The one above.
    pub parent: &'a Objective,
}

/// A rule on an objective and the one above it.
pub type FindInPair = fn(&Pair<'_>) -> Option<Raised>;

/// The rules on an objective and the one above it.
pub const OBJECTIVE_RULES: &[(Rule, FindInPair)] = &[(Rule::NearCopy, near_copy)];

/// A rule on a key result and the objective above its own.
pub type FindBelow = fn(&KeyResult, &Objective) -> Option<Raised>;

/// The rules on a key result and the objective above its own.
pub const KEY_RESULT_RULES: &[(Rule, FindBelow)] = &[(Rule::SliceOfParent, slice_of_parent)];

/// The most key results under one objective that raise no question: two to four, three is usual (section 2).
const MOST_KEY_RESULTS: usize = 4;

fn at_the_limit(quarter: &Quarter) -> Option<Raised> {
    let count = quarter.live_objectives().count();
    let is_asked = quarter.frame.committed.is_none() && count > FEW_OBJECTIVES && count <= MOST_OBJECTIVES;
    is_asked.then(|| counted(count))
}

fn too_many_objectives(quarter: &Quarter) -> Option<Raised> {
    let count = quarter.live_objectives().count();
    (count > MOST_OBJECTIVES).then(|| counted(count))
}

fn many_key_results(quarter: &Quarter, objective: &Objective) -> Option<Raised> {
    let count = objective.live_key_results().count();
    let is_asked = quarter.frame.committed.is_none() && count > MOST_KEY_RESULTS;
    is_asked.then(|| counted(count))
}

fn counted(count: usize) -> Raised {
    Raised::on("").with("count", count.to_string())
}

fn all_handed_down(quarter: &Quarter) -> Option<Raised> {
    let mut origins = quarter.live_objectives().map(|objective| objective.origin).peekable();
    origins.peek()?;
    let is_asked = origins.all(|origin| origin == Some(Origin::HandedDown));
    is_asked.then(|| Raised::on(""))
}

/// The objective another one contributes to, where the workspace holds it: `company/2027-q1/trust`.
#[must_use]
pub fn parent<'a>(workspace: &'a Workspace, objective: &Objective) -> Option<&'a Objective> {
    Some(workspace.linked(objective.contributes_to.as_deref()?)?.1)
}

/// Words that carry no meaning of their own.
const EMPTY: &[&str] = &[
    "a", "an", "the", "our", "their", "its", "we", "us", "they", "it", "that", "this", "of", "to", "in",
    "on", "for", "with", "by", "at", "and", "or", "is", "are", "be", "can", "will", "as",
];

fn meaning(text: &str) -> BTreeSet<String> {
    let tokens = tokens(text);
    let words = key_result::plain_words(&tokens).filter(|word| !EMPTY.contains(word));
    words.map(|word| word.trim_end_matches('s').to_owned()).collect()
}

/// Tells whether two sentences share four of five of their words.
fn is_near(one: &str, other: &str) -> bool {
    let (one, other) = (meaning(one), meaning(other));
    let (shared, all) = (one.intersection(&other).count(), one.union(&other).count());
    all > 0 && 5 * shared >= 4 * all
}

fn near_copy(pair: &Pair<'_>) -> Option<Raised> {
    let Pair { objective, parent } = pair;
    let raised = || {
        let of = Raised::title().with("words", shortened(&parent.title));
        of.with("parent", objective.contributes_to.clone().unwrap_or_default())
    };
    is_near(&objective.title, &parent.title).then(raised)
}

fn slice_of_parent(key_result: &KeyResult, above: &Objective) -> Option<Raised> {
    let measure = &key_result.measure;
    let found = above.live_key_results().find(|other| is_slice(measure, &other.measure))?;
    let raised = Raised::on("measure.target").with("parent", shortened(found.name()));
    Some(raised.with("words", words::there_and_here(found.measure.movement("→"), measure.movement("→"))))
}

/// Tells whether two measures are of one metric and move by the same factor, give or take a fiftieth.
fn is_slice(one: &Measure, other: &Measure) -> bool {
    let same = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
    let is_same_metric = same(&one.metric_id, &other.metric_id)
        || one.metric.as_deref().zip(other.metric.as_deref()).is_some_and(|(a, b)| is_near(a, b));
    let factor = |measure: &Measure| {
        let (from, to) = (measure.baseline?.decimal(), measure.target?.decimal());
        to.checked_div(from)
    };
    let Some((one, other)) = factor(one).zip(factor(other)).filter(|_| is_same_metric) else { return false };
    let Some(apart) = one.checked_sub(other).map(|apart| apart.abs()) else { return false };
    apart.checked_mul(50.into()).is_some_and(|apart| apart <= other.abs())
}
