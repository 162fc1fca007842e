//! What can be typed about each record: one row per field serves the forms, `okr add`, `okr set` and `okr show`. A row
//! reads and writes its field as text. Writing checks the text and says what would help; nothing else parses what people
//! type.

use std::fmt;

use rust_decimal::Decimal;

use crate::domain::cycle::{Cycle, QuarterRead, ReadingDay};
use crate::domain::day::{Day, Looks};
use crate::domain::display::repeated;
use crate::domain::id::slug;
use crate::domain::key_result::{Guardrail, KeyResult};
use crate::domain::number::Number;
use crate::domain::series::LONGEST_CYCLE_ID;
use crate::words::method::fields as words;

mod hint;
mod key_result;
mod notes;
mod number;
mod part;
mod quarter;
mod set;
mod typed;

pub use crate::domain::display::one_line;
pub use crate::domain::named::nearest;
pub use hint::Hint;
pub use key_result::{ANSWER, DEPENDENCY, INITIATIVE, KEY_RESULT};
pub use notes::{ACTION, CHECK_IN, LESSON, NOTE, SCORING, doubt, of_note};
pub use part::PartFields;
pub use quarter::{CYCLE, DELIVERY, EFFORT, FRAME, GROUND_RULES, LIST_LINE, SETTINGS, TEAM, people};
pub use set::{ASSUMPTION, NEGOTIATION, OBJECTIVE};
use typed::Place;

/// The most characters a field takes; a sentence for a room is far shorter.
pub const LONGEST_TEXT: usize = 2_000;

/// How a field is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// One line of text.
    Text,
    /// A text of one or several lines: an argument or a reason, which is read again when nobody remembers it.
    Prose,
    /// Several names, parted by commas.
    Names,
    /// A number in the unit of what it is of.
    Number(NumberOf),
    /// A whole number of people, hours or thumbs.
    Count,
    /// A length of time in whole minutes, `1h30` as well.
    Minutes,
    /// A whole number from 0 to 100; never proposed.
    Confidence,
    /// A score from 0.0 to 1.0.
    Score,
    /// A day, and which way a weekday is meant.
    Day(Looks),
    /// One of a few words; empty is "not said".
    Choice(&'static [&'static str]),
    /// What stands elsewhere, by its name; what may be named can be listed.
    Elsewhere(Elsewhere),
}

/// What the number of a key result is read on: each has its own unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberOf {
    /// Its measure.
    Measure,
    /// Its guardrail.
    Guardrail,
}

impl NumberOf {
    /// The unit of it.
    pub fn unit(self, key_result: &KeyResult) -> &str {
        match self {
            Self::Measure => key_result.measure.unit(),
            Self::Guardrail => key_result.guardrail.as_ref().map(Guardrail::unit).unwrap_or_default(),
        }
    }
}

/// What a field names that stands elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elsewhere {
    /// An objective of another team.
    Objective,
    /// Another team.
    Team,
    /// The team above.
    Above,
}

/// The words of a yes/no question.
pub const YES_NO: Input = Input::Choice(&["yes", "no"]);

/// What a typed text is read against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The day, for "mon" and "+2w".
    pub today: Day,
    /// The quarter it is typed about, for its end; that of the calendar where none is given.
    pub quarter: Option<QuarterRead>,
    /// The unit numbers are read in.
    pub unit: String,
    /// The unit the guardrail is read in.
    pub guardrail: String,
    /// A number it stands beside, which says whether `13.000` is in thousands: the smallest that is so itself, else any.
    pub beside: Option<Number>,
    /// The number at which its guardrail began, likewise.
    pub beside_guardrail: Option<Number>,
}

impl Context {
    /// That of a record whose numbers have no unit.
    pub fn plain(on: impl Into<ReadingDay>) -> Self {
        let ReadingDay { day: today, quarter, .. } = on.into();
        Self {
            today,
            quarter,
            unit: String::new(),
            guardrail: String::new(),
            beside: None,
            beside_guardrail: None,
        }
    }

    /// That of what is typed about a key result.
    pub fn of(key_result: &KeyResult, on: impl Into<ReadingDay>) -> Self {
        let unit = |of: NumberOf| of.unit(key_result).to_owned();
        let measure = &key_result.measure;
        let numbers =
            [measure.baseline, measure.target, measure.floor, measure.ceiling].into_iter().flatten();
        let numbers: Vec<Number> = numbers.filter(|it| *it != Number::ZERO).collect();
        let in_thousands = numbers.iter().filter(|it| it.decimal().abs() >= Decimal::ONE_THOUSAND).min();
        let beside = in_thousands.or(numbers.first()).copied();
        let beside_guardrail = key_result.guardrail.as_ref().and_then(|guardrail| guardrail.start);
        let (unit, guardrail) = (unit(NumberOf::Measure), unit(NumberOf::Guardrail));
        Self { unit, guardrail, beside, beside_guardrail, ..Self::plain(on) }
    }

    /// That of its closing record, which speaks of the measure as committed.
    pub fn of_score(key_result: &KeyResult, on: impl Into<ReadingDay>) -> Self {
        Self { unit: key_result.committed_measure().unit().to_owned(), ..Self::of(key_result, on) }
    }
}

/// Why a typed text does not fit its field: a sentence that says what would.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name, or what was typed for one.
    pub field: String,
    /// What would fit.
    pub says: String,
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.says)
    }
}

impl std::error::Error for FieldError {}

/// Writes a typed text into a record, or says what would fit.
pub type Set<T> = fn(&mut T, &str, &Context) -> Result<(), String>;

/// One thing that can be typed about a record.
#[derive(Debug)]
pub struct Field<T> {
    /// The name on the command line: `okr set ID target=0.5%`.
    pub name: &'static str,
    /// The words in front of it on a screen.
    pub label: &'static str,
    /// What is said below it while it has the focus.
    pub hint: Hint,
    /// How it is typed.
    pub input: Input,
    /// The field as it would be typed; empty when nothing is set.
    pub get: fn(&T) -> String,
    /// Takes a typed text; an empty one clears the field where it may be empty.
    pub set: Set<T>,
}

impl<T: Clone> Field<T> {
    /// Writes a typed text into the record, which stays as it was where the text does not fit.
    ///
    /// # Errors
    /// The text does not fit, is longer than [`LONGEST_TEXT`], or the field may not be empty.
    pub fn write(&self, record: &mut T, typed: &str, context: &Context) -> Result<(), FieldError> {
        let refuse = |says: String| FieldError { field: self.name.to_owned(), says };
        too_long(typed).map_or(Ok(()), |says| Err(refuse(says)))?;
        let mut after = record.clone();
        match self.input {
            // A writer is given the day itself: which way a weekday is meant is the field's, said once.
            Input::Day(looks) if !typed.trim().is_empty() => {
                let on = ReadingDay { quarter: context.quarter, ..context.today.into() };
                let day = looks.read(typed, on).map_err(|bad| refuse(bad.to_string()))?;
                (self.set)(&mut after, &day.to_string(), context)
            }
            _ => (self.set)(&mut after, typed, context),
        }
        .map_err(refuse)?;
        *record = after;
        Ok(())
    }
}

/// What is said of a text that is longer than [`LONGEST_TEXT`].
pub fn too_long(typed: &str) -> Option<String> {
    (typed.chars().count() > LONGEST_TEXT).then(|| words::the_text_has_more_than_characters(LONGEST_TEXT))
}

/// Writes one field of a record by its name.
///
/// # Errors
/// There is no such field (the nearest name is offered), or the text does not fit.
pub fn set<T: Clone>(
    fields: &[Field<T>],
    name: &str,
    record: &mut T,
    (typed, context): (&str, &Context),
) -> Result<(), FieldError> {
    let wanted = plain_name(name);
    let field = fields.iter().find(|field| field.name == wanted).ok_or_else(|| {
        let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
        let says = match nearest(&wanted, &names) {
            Some(near) => words::there_is_no_such_field(near),
            None => words::these_fields_are_there(names.join(", ")),
        };
        FieldError { field: repeated(name), says }
    })?;
    field.write(record, typed, context)
}

/// The day that is typed into a field of this name, whichever record has it; none where it takes no day, or cannot be read.
pub fn day_typed(name: &str, typed: &str, on: impl Into<ReadingDay>) -> Option<Day> {
    fn looks<T>(fields: &[Field<T>], name: &str) -> Option<Looks> {
        fields.iter().find_map(|field| match field.input {
            Input::Day(looks) if is_name(name, field.name) => Some(looks),
            _ => None,
        })
    }
    let of_a_set =
        looks(KEY_RESULT, name).or_else(|| looks(DEPENDENCY, name)).or_else(|| looks(NEGOTIATION, name));
    let looks = of_a_set
        .or_else(|| looks(DELIVERY, name))
        .or_else(|| looks(EFFORT, name))
        .or_else(|| looks(CYCLE, name))
        .or_else(|| looks(ACTION, name));
    looks?.read(typed.trim(), on).ok()
}

/// Tells whether a typed name is that of a field: `Find-out by` is `find_out_by`.
pub fn is_name(typed: &str, name: &str) -> bool {
    plain_name(typed) == name
}

fn plain_name(typed: &str) -> String {
    typed.trim().to_lowercase().replace(['-', ' '], "_")
}

/// The name of a cycle as files name it, a quarter with its year; which one it is the workspace knows.
fn cycle_name(typed: &str, context: &Context) -> Result<Option<String>, String> {
    let line = Cycle::without_year(typed, context.today).map_or_else(|| one_line(typed), |cycle| cycle.label);
    if line.is_empty() {
        return Ok(None);
    }
    let named = Cycle::calendar(&line).map(|cycle| cycle.id.to_string());
    let named = named.or_else(|| slug(&line, LONGEST_CYCLE_ID));
    named.map(Some).ok_or_else(|| words::NAME_A_QUARTER_LIKE_2027_Q2.to_owned())
}

/// The field typed as the type of its place says, whatever it said itself.
const fn as_its_type<T, P: Place>(_: fn(&T) -> &P, mut field: Field<T>) -> Field<T> {
    field.input = P::INPUT;
    field
}

/// A row: name, label, hint, and the place in the record, whose type says how it is typed, shown and read. In front of the
/// place may stand another way to type it, or `prose` for a text of several lines; instead of it, how the record shows and takes
/// the text.
macro_rules! field {
    ($name:literal, $label:expr, $hint:expr, prose $($place:ident).+) => {
        $crate::method::fields::field!(
            $name, $label, $hint, $crate::method::fields::Input::Prose,
            |record| $crate::method::fields::Place::shown(&record.$($place).+).replace("\r\n", "\n"),
            |record, typed, _| {
                let text = $crate::domain::display::paragraphs(typed);
                record.$($place).+ = Some(text).filter(|text| !text.is_empty());
                Ok(())
            }
        )
    };
    ($name:literal, $label:expr, $hint:expr, $($place:ident).+) => {
        $crate::method::fields::as_its_type(
            |record| &record.$($place).+,
            $crate::method::fields::field!(
                $name, $label, $hint, $crate::method::fields::Input::Text, $($place).+
            ),
        )
    };
    ($name:literal, $label:expr, $hint:expr, $input:expr, $($place:ident).+) => {
        $crate::method::fields::field!(
            $name, $label, $hint, $input,
            |record| $crate::method::fields::Place::shown(&record.$($place).+),
            |record, typed, context| $crate::method::fields::Place::write(&mut record.$($place).+, typed, context)
        )
    };
    ($name:literal, $label:expr, $hint:expr, $input:expr, $get:expr, $set:expr) => {
        $crate::method::fields::Field {
            name: $name,
            label: $label,
            hint: $crate::method::fields::Hint::says($hint),
            input: $input,
            get: $get,
            set: $set,
        }
    };
}
use field;

#[cfg(test)]
mod tests;
