//! How a value is typed and shown follows from its type: a text, a day, a number, a word of a closed list.

use super::number::number;
use super::quarter::names;
use super::{Context, Elsewhere, Input, NumberOf, YES_NO, one_line};
use crate::domain::day::{Day, Looks};
use crate::domain::display::repeated;
use crate::domain::fingers::Fingers;
use crate::domain::id::{CycleId, TeamId};
use crate::domain::number::Number;
use crate::domain::score::Score;
use crate::domain::word::{ClosedList, from_word, word};
use crate::words::method::fields as words;

/// A value as people type it.
pub(super) trait Value: Sized {
    /// How it is typed.
    const INPUT: Input;

    /// As it would be typed.
    fn text(&self) -> String;

    /// Reads a typed text, or says what would fit.
    fn read(typed: &str, context: &Context) -> Result<Self, String>;
}

/// The place of a value in a record.
pub(super) trait Place {
    /// How it is typed.
    const INPUT: Input;

    /// As it would be typed; empty when nothing is set.
    fn shown(&self) -> String;

    /// Takes a typed text, or says what would fit; an empty one clears a place that may be empty.
    fn write(&mut self, typed: &str, context: &Context) -> Result<(), String>;
}

impl<T: Value> Place for T {
    const INPUT: Input = T::INPUT;

    fn shown(&self) -> String {
        self.text()
    }

    fn write(&mut self, typed: &str, context: &Context) -> Result<(), String> {
        *self = T::read(typed, context)?;
        Ok(())
    }
}

impl<T: Value> Place for Option<T> {
    const INPUT: Input = T::INPUT;

    fn shown(&self) -> String {
        self.as_ref().map(T::text).unwrap_or_default()
    }

    fn write(&mut self, typed: &str, context: &Context) -> Result<(), String> {
        *self = if one_line(typed).is_empty() { None } else { Some(T::read(typed, context)?) };
        Ok(())
    }
}

/// In the unit of the record, beside its other numbers.
impl Place for Option<Number> {
    const INPUT: Input = Input::Number(NumberOf::Measure);

    fn shown(&self) -> String {
        self.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    fn write(&mut self, typed: &str, context: &Context) -> Result<(), String> {
        number(self, typed, &context.unit, context.beside)
    }
}

impl Value for String {
    const INPUT: Input = Input::Text;

    fn text(&self) -> String {
        self.clone()
    }

    fn read(typed: &str, _: &Context) -> Result<Self, String> {
        let line = one_line(typed);
        if line.is_empty() { Err(words::IT_CANNOT_BE_EMPTY.to_owned()) } else { Ok(line) }
    }
}

/// Meant ahead, unless its row says that it looks back.
impl Value for Day {
    const INPUT: Input = Input::Day(Looks::Ahead);

    fn text(&self) -> String {
        self.to_string()
    }

    fn read(typed: &str, context: &Context) -> Result<Self, String> {
        Self::parse(typed, context.today).map_err(|bad| bad.to_string())
    }
}

impl<T: ClosedList> Value for T {
    const INPUT: Input = Input::Choice(T::WORDS);

    fn text(&self) -> String {
        word(self)
    }

    fn read(typed: &str, _: &Context) -> Result<Self, String> {
        from_word(typed).ok_or_else(|| one_of(T::WORDS, typed))
    }
}

/// Yes or no; a place that may not be empty says no until it says yes.
impl Value for bool {
    const INPUT: Input = YES_NO;

    fn text(&self) -> String {
        if *self { "yes" } else { "no" }.to_owned()
    }

    fn read(typed: &str, _: &Context) -> Result<Self, String> {
        match typed.trim().to_lowercase().as_str() {
            "yes" | "y" | "true" => Ok(true),
            "" | "no" | "n" | "false" => Ok(false),
            other => Err(one_of(&["yes", "no"], other)),
        }
    }
}

impl Value for Score {
    const INPUT: Input = Input::Score;

    fn text(&self) -> String {
        self.to_string()
    }

    fn read(typed: &str, _: &Context) -> Result<Self, String> {
        typed.trim().parse()
    }
}

impl Value for TeamId {
    const INPUT: Input = Input::Elsewhere(Elsewhere::Team);

    fn text(&self) -> String {
        self.to_string()
    }

    fn read(typed: &str, _: &Context) -> Result<Self, String> {
        Self::new(typed.trim()).map_err(|bad| bad.to_string())
    }
}

impl Value for CycleId {
    const INPUT: Input = Input::Text;

    fn text(&self) -> String {
        self.to_string()
    }

    fn read(typed: &str, _: &Context) -> Result<Self, String> {
        Self::new(typed.trim().to_lowercase()).map_err(|bad| bad.to_string())
    }
}

/// Names in a row.
impl Value for Vec<String> {
    const INPUT: Input = Input::Names;

    fn text(&self) -> String {
        self.join(", ")
    }

    fn read(typed: &str, _: &Context) -> Result<Self, String> {
        Ok(names(typed))
    }
}

/// Numbers in a row: `3 4 5`, `3,4,5`.
impl<const LOW: u8, const HIGH: u8> Value for Fingers<LOW, HIGH> {
    const INPUT: Input = Input::Text;

    fn text(&self) -> String {
        self.sorted().iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }

    fn read(typed: &str, _: &Context) -> Result<Self, String> {
        let words = typed.split([',', ' ', ';']).filter(|word| !word.is_empty());
        let numbers: Option<Vec<i64>> = words.map(|word| word.parse().ok()).collect();
        Self::try_from(numbers.unwrap_or_else(|| vec![i64::MAX]))
    }
}

fn one_of(words: &[&str], typed: &str) -> String {
    words::is_none_of(repeated(typed.trim()), words.join(", "))
}
