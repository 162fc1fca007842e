//! Where the measure of a key result and the measure its sentence names part.

use super::measure::{Kind, Measure};
use super::number::Number;
use super::quantity::{is_other_scale, read_in_unit};

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
    let is_other_unit = !(stands.unit().is_empty() || said.unit().is_empty())
        && read_in_unit(&said.shown(Number::from(2)), stands.unit()).is_err();
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

/// A number that is said in the unit in which the other measure stands; none where it means something else there. Words for
/// what is counted are names: a "12 a month" is 12 defects per month.
fn in_unit_of(stands: &Measure, value: Number, said: &Measure) -> Option<Number> {
    let read = read_in_unit(&said.shown(value), stands.unit()).ok();
    let is_named_otherwise = !is_other_scale(said.unit(), stands.unit());
    read.or(Some(value).filter(|_| is_named_otherwise))
}
