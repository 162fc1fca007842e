//! What keeps a key result from being scored, and whether its definition is the one that was revised last.

use super::Finding;
use super::scope::Scope;
use crate::domain::change::{Address, Record};
use crate::domain::key_result::KeyResult;
use crate::domain::measure::{Gap, Measure};
use crate::store::record;
use crate::words::store::check as words;

/// Targets that equal their baselines.
pub(super) fn no_gap(scope: &Scope<'_>) -> Vec<Finding> {
    let says = |measure: &Measure| {
        let target = measure.target.map_or_else(String::new, |target| target.to_string());
        words::the_target_equals_the_baseline(&target)
    };
    gaps(scope, Gap::NoGap, "target", says, words::SAY_WHAT_SHOULD_BE_DIFFERENT)
}

/// Targets on the wrong side of their baselines.
pub(super) fn wrong_way(scope: &Scope<'_>) -> Vec<Finding> {
    let says = |_: &Measure| words::THE_TARGET_LIES_AGAINST_THE_DIRECTION.to_owned();
    gaps(scope, Gap::WrongWay, "target", says, words::WHICH_WAY_IS_BETTER)
}

/// Windows without an inside.
pub(super) fn window(scope: &Scope<'_>) -> Vec<Finding> {
    let says = |_: &Measure| words::NOTHING_LIES_IN_THE_WINDOW.to_owned();
    gaps(scope, Gap::EmptyWindow, "floor", says, words::SWAP_THE_TWO)
}

/// Gaps of this kind in the measure and in every revision; a draft may have them for a while.
fn gaps(
    scope: &Scope<'_>,
    gap: Gap,
    key: &str,
    says: impl Fn(&Measure) -> String,
    hint: &str,
) -> Vec<Finding> {
    let mut found = Vec::new();
    for (_, at, key_result) in scope.key_results() {
        let revised = key_result.revisions.iter().enumerate();
        let revised = revised.map(|(index, revision)| (format!("revision[{index}]."), &revision.measure));
        for (prefix, measure) in std::iter::once((String::new(), &key_result.measure)).chain(revised) {
            if measure.gaps().contains(&gap) {
                let finding = Finding::new(at.clone(), format!("{prefix}measure.{key}"), says(measure), hint);
                found.push(if key_result.is_committed() { finding } else { finding.mild() });
            }
        }
    }
    found
}

/// Committed key results without a metric.
pub(super) fn metric(scope: &Scope<'_>) -> Vec<Finding> {
    lacking(scope, &[Gap::Metric], "metric", words::NAME_THE_QUANTITY_THAT_WAS_COMMITTED_TO)
}

/// Committed key results without a baseline, or with one that is still to be found out.
pub(super) fn baseline(scope: &Scope<'_>) -> Vec<Finding> {
    lacking(scope, &[Gap::Baseline, Gap::ToFindOut], "baseline", words::WRITE_WHAT_IT_READ_AT_THE_COMMIT)
}

/// Committed key results without a target, or without a bound of their window.
pub(super) fn target(scope: &Scope<'_>) -> Vec<Finding> {
    lacking(scope, &[Gap::Target], "target", words::WRITE_THE_NUMBER_THAT_WAS_COMMITTED_TO)
}

/// Committed key results whose measure, or the one they were committed with, has one of these gaps.
fn lacking(scope: &Scope<'_>, lacks: &[Gap], key: &str, hint: &str) -> Vec<Finding> {
    let committed = scope.key_results().filter(|(_, _, key_result)| key_result.is_committed());
    let found = committed.filter_map(|(_, at, key_result)| {
        let has_gap = |measure: &Measure| measure.gaps().iter().any(|gap| lacks.contains(gap));
        let place = if has_gap(&key_result.measure) {
            "measure"
        } else if has_gap(key_result.committed_measure()) {
            "revision[0].measure"
        } else {
            return None;
        };
        let message = words::this_key_result_is_committed_without_a(key);
        Some(Finding::new(at, format!("{place}.{key}"), message, hint))
    });
    found.collect()
}

/// Committed key results that say something else than their last revision.
pub(super) fn definition(scope: &Scope<'_>) -> Vec<Finding> {
    scope.key_results().filter_map(|(_, at, key_result)| differing(at, key_result)).collect()
}

fn differing(at: Address, key_result: &KeyResult) -> Option<Finding> {
    let last = key_result.revisions.last()?;
    let key = if last.title == key_result.title {
        format!("measure.{}", first_difference(key_result, &last.measure)?)
    } else {
        "title".to_owned()
    };
    let message = words::differs_from_the_last_revision(&key, last.date);
    let hint = words::ADD_A_REVISION_WITH_ITS_DATE;
    Some(Finding::new(at, key, message, hint))
}

/// The first key in which the measure of a key result differs from another.
fn first_difference(key_result: &KeyResult, other: &Measure) -> Option<String> {
    let measure = |measure: &Measure| {
        let key_result = KeyResult { measure: measure.clone(), revisions: Vec::new(), ..key_result.clone() };
        let mut table = record::table(&Record::KeyResult(key_result));
        table.remove("measure").and_then(|measure| measure.as_table().cloned()).unwrap_or_default()
    };
    if key_result.measure == *other {
        return None;
    }
    let (one, other) = (measure(&key_result.measure), measure(other));
    one.keys().chain(other.keys()).find(|key| one.get(*key) != other.get(*key)).cloned()
}
