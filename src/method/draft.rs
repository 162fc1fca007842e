//! What the sentence of a key result fills in before anybody types a field (SET-7): one reading for `okr add kr`, the
//! workbench and whatever else begins a key result.

use crate::coach::draft;
use crate::coach::label::{self, Label};
use crate::coach::sentence::ReadOn;
use crate::coach::statement::Statement;
use crate::domain::apart::{Apart, apart};
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::key_result::{Guardrail, KeyResult};
use crate::domain::measure::{Bound, Direction, Kind, Measure};
use crate::domain::number::Number;
use crate::domain::quantity::{currency, is_rate, lengths, read_in_unit, same_unit, with_unit};
use crate::method::library::{self, Metric};
use crate::words::method::rules as words;

/// What a template of the method leaves open until the team fills it in.
const PLACES: [&str; 6] = [
    words::RAISE_OR_LOWER,
    words::OPEN_METRIC,
    words::OPEN_WHERE,
    words::OPEN_NOW,
    words::OPEN_THEN,
    words::OPEN_DATE,
];

/// The places of a template that still stand open in a sentence, in its own order.
fn open_places(sentence: &str) -> Vec<&'static str> {
    let mut open: Vec<(usize, &str)> =
        PLACES.iter().filter_map(|place| Some((sentence.find(place)?, *place))).collect();
    open.sort_unstable();
    open.into_iter().map(|(_, place)| place).collect()
}

/// Refuses a sentence with an open place of its template, wherever it comes from: a form, a command, a file.
///
/// # Errors
/// Names what is still open, in a sentence.
pub fn whole(sentence: &str) -> Result<(), String> {
    match open_places(sentence).join(", ") {
        open if open.is_empty() => Ok(()),
        open => Err(words::not_whole_yet(open)),
    }
}

/// The sentence of a key result and the measure it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft<'a> {
    title: &'a str,
    read: Measure,
    difference: Option<String>,
}

impl<'a> Draft<'a> {
    /// Reads a sentence that is meant for a cycle: its days are those of the cycle.
    pub fn read(title: &'a str, today: Day, cycle: &Cycle) -> Self {
        let statement = Statement::read(title, cycle.reading_day(today));
        let difference = draft::difference(&statement.sentence);
        let mut read = draft::measure(&statement);
        if read.metric.is_none() && read.baseline.or(read.target).or(read.ceiling).is_none() {
            // "Improve sign-in": which way is better hangs on the measure, and none is named.
            read.direction = None;
        }
        // What is made and counted is no measure, and which way it goes says nothing.
        if read.baseline.is_none() && read.unit() != "%" && is_work(&statement) {
            (read.metric, read.direction) = (None, None);
        }
        if read.baseline.is_some() {
            read.baseline_date = match statement.sentence.read_on {
                ReadOn::Today => Some(today),
                ReadOn::Day(day) => Some(day),
                ReadOn::Earlier => None,
            };
        }
        let is_moved = read.kind == Kind::Change && read.baseline.is_some() && read.target.is_some();
        if is_moved && read.metric.is_some() {
            let known = library_metric(title, &read).map(|metric| metric.direction);
            read.direction = known.or_else(|| draft::better_way(&statement.sentence)).or(read.direction);
        }
        Self { title, read, difference }
    }

    /// The words its id is made from: the metric, where a number stands beside it, as it outlives numbers and dates.
    pub fn name(&self) -> &str {
        self.read.metric.as_deref().filter(|_| self.read.target.is_some()).unwrap_or(self.title)
    }

    /// Fills what the measure of a key result does not say yet. `is_said` names the fields somebody has spoken about, even
    /// if only to clear them. A baseline it fills was read when the sentence says, else today, as one that is typed. Tells
    /// whether anything was filled in.
    pub fn fill(&self, key_result: &mut KeyResult, is_said: impl Fn(&str) -> bool) -> bool {
        let before = key_result.measure.clone();
        let converted = in_unit(&self.read, before.unit());
        draft::fill(&mut key_result.measure, converted.as_ref().unwrap_or(&self.read), &is_said);
        let measure = &mut key_result.measure;
        if measure.baseline.is_some() && before.baseline.is_none() && !is_said("baseline_date") {
            measure.baseline_date = measure.baseline_date.or(self.read.baseline_date);
        }
        key_result.measure != before
    }

    /// Fills the key result with what this sentence says in place of an older one: what that had given goes, what somebody
    /// has changed since stays, and with a number that stays its unit. Tells whether anything was filled in.
    pub fn fill_instead(&self, older: &Self, key_result: &mut KeyResult) -> bool {
        let before = key_result.measure.clone();
        older.take_back(&mut key_result.measure);
        let is_filled = self.fill(key_result, |_| false);
        let measure = &mut key_result.measure;
        if measure.baseline == before.baseline {
            measure.baseline_date = before.baseline_date;
        }
        if measure.metric != before.metric {
            measure.metric_id = None;
        }
        is_filled
    }

    /// Clears each field of a measure that still says what the sentence gave it.
    fn take_back(&self, measure: &mut Measure) {
        fn clear<T: PartialEq>(slot: &mut Option<T>, read: Option<&T>) {
            if slot.as_ref() == read {
                *slot = None;
            }
        }
        let read = &self.read;
        clear(&mut measure.metric, read.metric.as_ref());
        clear(&mut measure.aggregation, read.aggregation.as_ref());
        clear(&mut measure.scope, read.scope.as_ref());
        clear(&mut measure.due, read.due.as_ref());
        clear(&mut measure.floor, read.floor.as_ref());
        clear(&mut measure.ceiling, read.ceiling.as_ref());
        clear(&mut measure.direction, read.direction.as_ref());
        if measure.baseline == read.baseline {
            (measure.baseline, measure.baseline_date) = (None, None);
        }
        clear(&mut measure.target, read.target.as_ref());
        let bounds = [measure.target, measure.floor, measure.ceiling];
        if bounds.iter().any(Option::is_some) {
            return;
        }
        if measure.bound == read.bound {
            measure.bound = Bound::Inclusive;
        }
        if measure.baseline.is_none() {
            clear(&mut measure.unit, read.unit.as_ref());
            if measure.kind == read.kind {
                measure.kind = Kind::Change;
            }
        }
    }

    /// What a measure says otherwise than the sentence.
    pub fn otherwise(&self, stands: &Measure) -> Vec<Apart> {
        apart(stands, &self.read)
    }

    /// The measure it names, every value as it stands in the sentence.
    pub fn measure(&self) -> &Measure {
        &self.read
    }

    /// The metric of the library it is on: the one its metric is called, or the one whose template it follows.
    pub fn library_metric(&self) -> Option<&'static Metric> {
        library_metric(self.title, &self.read)
    }

    /// Tells whether its sentence describes work, or may as well.
    pub fn may_be_work(&self, today: Day) -> bool {
        label::key_result(&Statement::read(self.title, today), None).judgement.label != Label::Outcome
    }

    /// What can stand in the places of a template. Of work only the day is taken: its numbers count what is done.
    fn to_place(&self, by: Day) -> Measure {
        if is_work(&Statement::read(self.title, by)) {
            return Measure { due: self.read.due, ..Measure::default() };
        }
        let is_open = |text: &String| !open_places(text).is_empty();
        Measure { scope: self.read.scope.clone().filter(|scope| !is_open(scope)), ..self.read.clone() }
    }

    /// The sentence of a metric of the library with what was read in its places, as far as it fits there.
    pub fn on(&self, metric: &Metric, by: Day) -> String {
        metric.template(&self.to_place(by), by)
    }

    /// The method's sentence for a key result with what was read in its places, and the rest left open.
    pub fn template(&self, by: Day) -> String {
        let read = self.to_place(by);
        let Measure { direction, metric, scope, baseline, target, due, .. } = &read;
        let verb = match direction {
            Some(Direction::Increase) => words::RAISE,
            Some(Direction::Decrease) => words::LOWER,
            None => words::RAISE_OR_LOWER,
        };
        let shown = |value: &Option<Number>, open: &str| {
            value.map_or_else(|| open.to_owned(), |value| read.shown(value))
        };
        let (metric, scope) =
            (metric.as_deref().unwrap_or(words::OPEN_METRIC), scope.as_deref().unwrap_or(words::OPEN_WHERE));
        let (now, then) = (shown(baseline, words::OPEN_NOW), shown(target, words::OPEN_THEN));
        words::a_key_result([&format!("{verb} {metric}"), scope, &now, &then, &due.unwrap_or(by).short(by)])
    }

    /// A measure it filled, in a line: the metric, the way with this arrow, the day.
    pub fn words(&self, filled: &Measure, arrow: &str, today: Day) -> String {
        let is_placed = filled.forecast().is_some() || filled.baseline.or(filled.target).is_some();
        let movement = is_placed.then(|| filled.movement(arrow)).or_else(|| self.difference.clone());
        let due = filled.due.map(|due| format!("by {}", due.short(today)));
        let said: Vec<String> = [filled.metric.clone(), movement, due].into_iter().flatten().collect();
        said.join(", ")
    }
}

fn library_metric(title: &str, read: &Measure) -> Option<&'static Metric> {
    let called = read.metric.as_deref().and_then(library::called);
    called.or_else(|| library::on_template(title))
}

/// Takes a metric of the library into a key result: all it says stands in place of what stood there, but for an aggregation
/// that `keeps_aggregation`, and a guardrail. Numbers that stand there are counted in its unit; those that cannot be keep
/// theirs.
pub fn take(metric: &Metric, key_result: &mut KeyResult, keeps_aggregation: bool) {
    let measure = &mut key_result.measure;
    if let Some(unit) = metric.own_unit() {
        // What is counted is so often only where the sentence says how often: "pages from 9 to 4 per shift".
        let is_named = !unit.starts_with("per ") || key_result.title.to_lowercase().contains(unit);
        match in_unit(measure, unit).filter(|_| is_named) {
            Some(counted) => *measure = counted,
            None if metric.counts_in(measure.unit()) => measure.unit = Some(unit.to_owned()),
            None => {}
        }
    }
    measure.metric = Some(metric.name.clone());
    measure.metric_id = Some(metric.id.clone());
    measure.direction = Some(metric.direction);
    measure.aggregation = measure.aggregation.filter(|_| keeps_aggregation).or(Some(metric.aggregation));
    let guardrail = metric.guardrail.clone().map(|metric| Guardrail { metric, ..Guardrail::default() });
    key_result.guardrail = key_result.guardrail.take().or(guardrail);
}

/// Tells whether a sentence describes work.
fn is_work(statement: &Statement<'_>) -> bool {
    label::key_result(statement, None).judgement.label == Label::Output
}

/// What was read in the unit a measure has, where every number of it is exact there: "from 6 to 3 weeks" where days are counted.
fn in_unit(read: &Measure, unit: &str) -> Option<Measure> {
    if unit.is_empty() || read.unit().is_empty() || same_unit(read.unit(), unit) {
        return None;
    }
    let mut converted = Measure { unit: Some(unit.to_owned()), ..read.clone() };
    if unit.starts_with("per ") && is_noun(read.unit()) {
        return Some(converted);
    }
    let Measure { baseline, target, floor, ceiling, .. } = &mut converted;
    for number in [baseline, target, floor, ceiling].into_iter().flatten() {
        *number = read_in_unit(&with_unit(*number, read.unit()), unit).ok()?;
        if number.decimal().round_dp(3) != number.decimal() {
            return None;
        }
    }
    Some(converted)
}

/// Whether a unit names what is counted and nothing else: "pages" of so many "per shift".
fn is_noun(unit: &str) -> bool {
    let has_scale = lengths(unit, unit).is_some() || currency(&unit.to_lowercase()).is_some();
    !has_scale && !is_rate(unit) && unit.chars().all(|sign| sign.is_alphabetic() || sign == ' ')
}

#[cfg(test)]
mod tests;
