//! What was typed into the blanks of a question, read and checked.

use super::wrong::{Wrong, wrong};
use crate::domain::day::{Day, Looks};
use crate::domain::word::from_word;
use crate::method::fields::{self, Context, Field};
use crate::words::method::session::ask as words;

/// What was typed, by the names of the blanks.
pub(super) struct Typed<'a> {
    pub(super) answers: Vec<(&'static str, &'a str)>,
    pub(super) today: Day,
}

impl Typed<'_> {
    /// The text of a blank; empty where there is none.
    pub(super) fn text(&self, name: &str) -> &str {
        self.answers.iter().find(|(other, _)| *other == name).map_or("", |(_, text)| text)
    }

    pub(super) fn line(&self, name: &str) -> String {
        self.text(name).to_owned()
    }

    /// The text, where there is one.
    pub(super) fn maybe(&self, name: &str) -> Option<String> {
        Some(self.line(name)).filter(|text| !text.is_empty())
    }

    pub(super) fn needed(&self, name: &'static str) -> Result<String, Wrong> {
        self.maybe(name).ok_or_else(|| wrong(name, words::IT_IS_EMPTY))
    }

    /// A count of so many at most; 0 where nothing was typed.
    pub(super) fn count(&self, name: &'static str, most: u32) -> Result<u32, Wrong> {
        match self.text(name) {
            "" => Ok(0),
            text => {
                let count = text.parse().ok().filter(|count| *count <= most);
                count.ok_or_else(|| wrong(name, words::a_whole_number_up_to(most)))
            }
        }
    }

    /// Numbers in a row, parted by spaces or commas.
    pub(super) fn numbers<T: std::str::FromStr>(&self, name: &'static str) -> Result<Vec<T>, Wrong> {
        let words = self.text(name).split([' ', ',', ';', '%', '\t']).filter(|word| !word.is_empty());
        let numbers: Result<Vec<T>, _> = words.map(str::parse).collect();
        numbers.map_err(|_| wrong(name, words::NUMBERS_IN_A_ROW))
    }

    /// A day, where one was typed.
    pub(super) fn day(&self, name: &'static str) -> Result<Option<Day>, Wrong> {
        match self.text(name) {
            "" => Ok(None),
            text => match Looks::Ahead.read(text, self.today) {
                Ok(day) if day < self.today => Err(wrong(name, words::is_past(day.short(self.today)))),
                read => read.map(Some).map_err(|bad| wrong(name, bad.to_string())),
            },
        }
    }

    /// A word of a closed list, where one was chosen.
    pub(super) fn word<T: serde::de::DeserializeOwned>(
        &self,
        name: &'static str,
    ) -> Result<Option<T>, Wrong> {
        match self.text(name) {
            "" => Ok(None),
            text => from_word(text).map(Some).ok_or_else(|| wrong(name, words::CHOOSE_ONE_OF_THE_WORDS)),
        }
    }

    pub(super) fn chosen<T: serde::de::DeserializeOwned>(&self, name: &'static str) -> Result<T, Wrong> {
        self.word(name)?.ok_or_else(|| wrong(name, words::CHOOSE_ONE_OF_THE_WORDS))
    }

    /// Writes the text of a blank into the field of a record that it is named after.
    pub(super) fn write<T: Clone>(
        &self,
        table: &[Field<T>],
        name: &'static str,
        (record, context): (&mut T, &Context),
    ) -> Result<(), Wrong> {
        fields::set(table, name, record, (self.text(name), context)).map_err(|bad| wrong(name, bad.says))
    }

    /// The thing that stands at a number on the board, counted from 1.
    pub(super) fn placed<T>(
        &self,
        name: &'static str,
        board: impl IntoIterator<Item = T>,
    ) -> Result<T, Wrong> {
        let says = words::THE_NUMBER_IT_HAS_ON_THE_BOARD;
        let number: usize = self.text(name).parse().map_err(|_| wrong(name, says))?;
        let found = number.checked_sub(1).and_then(|at| board.into_iter().nth(at));
        found.ok_or_else(|| wrong(name, says))
    }
}
