//! Where the measure of a key result and the measure its sentence names part.

use super::measure::{Kind, Measure};
use super::number::Number;
use super::quantity::{converted, same_unit};

/// A field that stands otherwise than the sentence says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The field, as it is typed.
    pub field: &'static str,
    /// How it stands; a number that does not is empty.
    pub stands: String,
    /// What the sentence says.
    pub said: String,
}

/// What stands otherwise than it is said, in the order in which it is typed: the unit before the numbers that are read in it.
/// Values of one length or size in two units are one.
#[must_use]
pub fn apart(stands: &Measure, said: &Measure) -> Vec<Apart> {
    let number = |ours: fn(&Measure) -> Option<Number>| {
        let (ours, theirs) = (ours(stands), ours(said)?);
        let is_one = ours.is_some() && in_unit_of(stands, theirs, said) == ours;
        (!is_one).then(|| (ours.map(|ours| stands.shown(ours)).unwrap_or_default(), said.shown(theirs)))
    };
    let metrics = stands.metric.clone().zip(said.metric.clone());
    let metrics = metrics.filter(|(ours, theirs)| ours.trim().to_lowercase() != theirs.trim().to_lowercase());
    let days = stands.due.zip(said.due).filter(|(ours, theirs)| ours != theirs);
    let numbers = [
        ("baseline", number(|measure| measure.baseline)),
        ("target", number(reached)),
        ("floor", number(|measure| measure.floor.filter(|_| measure.kind == Kind::Between))),
        ("ceiling", number(|measure| measure.ceiling.filter(|_| measure.kind == Kind::Between))),
    ];
    let is_other_unit = in_unit_of(stands, Number::from(1), said).is_none();
    let is_read_otherwise = is_other_unit && numbers.iter().any(|(_, both)| both.is_some());
    let units = is_read_otherwise.then(|| (stands.unit().to_owned(), said.unit().to_owned()));
    let rows = [("metric", metrics), ("unit", units)].into_iter().chain(numbers);
    let due = days.map(|(ours, theirs)| (ours.to_string(), theirs.to_string()));
    let rows = rows.chain([("due", due)]);
    rows.filter_map(|(field, both)| both.map(|(stands, said)| Apart { field, stands, said })).collect()
}

/// The one number to reach or to keep to.
fn reached(measure: &Measure) -> Option<Number> {
    match measure.kind {
        Kind::AtLeast => measure.target.or(measure.floor),
        Kind::AtMost => measure.target.or(measure.ceiling),
        Kind::Change | Kind::Between | Kind::EstablishBaseline => measure.target,
    }
}

/// A number that is said in the unit in which the other measure stands; none where the two units have nothing in common.
fn in_unit_of(stands: &Measure, value: Number, said: &Measure) -> Option<Number> {
    let (from, to) = (said.unit(), stands.unit());
    if from.is_empty() || to.is_empty() || same_unit(from, to) {
        return Some(value);
    }
    converted(value, from, to)?.ok()
}
