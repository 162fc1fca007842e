//! The blanks of a question: what was typed in them, read and checked, and what becomes of it.

use crate::domain::change::{Decision, Refusal};
use crate::domain::cycle::ReadingDay;
use crate::domain::day::{Day, Looks};
use crate::domain::decision::Desk;
use crate::domain::effort::{LONGEST_SESSION, minutes};
use crate::domain::seed::Seed;
use crate::domain::word::from_word;
use crate::method::fields::{self, Context, Field, Hint, Input};
use crate::method::step::Step;
use crate::words::anywhere;
use crate::words::method::session::ask as words;

use super::Act;

/// One blank to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// Its name.
    pub name: &'static str,
    /// The words in front of it.
    pub label: &'static str,
    /// What is said below it.
    pub hint: Hint,
    /// How it is typed.
    pub input: Input,
    /// What stands in it already.
    pub text: String,
}

/// Turns what was typed into an act.
type Reader = Box<dyn Fn(&Typed<'_>, &Desk<'_>, &mut Seed) -> Result<Act, Wrong>>;

/// A question with its blanks and what becomes of the answers.
pub struct Sheet {
    /// What it is about.
    pub title: String,
    /// What is to be known before it is answered, a line each.
    pub first: Vec<String>,
    /// The blanks, in order.
    pub blanks: Vec<Blank>,
    /// The verb of the key that takes it in.
    pub does: &'static str,
    read: Reader,
}

impl Sheet {
    /// Begins one whose title is a question of the method.
    pub(super) fn of_question() -> Self {
        Self::new("")
    }

    pub(super) fn new(title: impl Into<String>) -> Self {
        let read: Reader =
            Box::new(|_, _, _| Err(Wrong { blank: None, says: words::NOTHING_IS_ASKED.to_owned() }));
        Self { title: title.into(), first: Vec::new(), blanks: Vec::new(), does: "say", read }
    }

    /// Says what is to be known before it is answered: what goes along, what stands in the way.
    pub(super) fn first(mut self, lines: impl IntoIterator<Item = impl ToString>) -> Self {
        self.first = lines.into_iter().map(|line| line.to_string()).collect();
        self
    }

    pub(super) fn does(mut self, verb: &'static str) -> Self {
        self.does = verb;
        self
    }

    pub(super) fn blank(self, name: &'static str, label: &'static str, hint: &'static str) -> Self {
        self.typed(Input::Text, (name, label, hint), "")
    }

    pub(super) fn day(self, name: &'static str, label: &'static str, hint: &'static str) -> Self {
        self.typed(Input::Day(Looks::Ahead), (name, label, hint), "")
    }

    pub(super) fn choice(self, words: &'static [&'static str], blank: Words, stands: Option<String>) -> Self {
        self.typed(Input::Choice(words), blank, &stands.unwrap_or_default())
    }

    pub(super) fn typed(mut self, input: Input, (name, label, hint): Words, text: &str) -> Self {
        self.blanks.push(Blank { name, label, hint: hint.into(), input, text: text.to_owned() });
        self
    }

    /// A blank for a field of a record, with what stands in it.
    pub(super) fn field<T>(mut self, field: &Field<T>, record: &T) -> Self {
        let Field { name, label, hint, input, get, .. } = *field;
        self.blanks.push(Blank { name, label, hint, input, text: get(record) });
        self
    }

    /// Names the question of the method that the last blank answers.
    pub(super) fn asks(mut self, step: Step, at: usize) -> Self {
        if let Some(blank) = self.blanks.last_mut() {
            blank.hint.asks = Some((step, at));
        }
        self
    }

    /// Says what becomes of the answers.
    pub(super) fn read(
        mut self,
        read: impl Fn(&Typed<'_>, &Desk<'_>, &mut Seed) -> Result<Act, Wrong> + 'static,
    ) -> Self {
        self.read = Box::new(read);
        self
    }

    /// Says what is decided with the answers.
    pub(super) fn decides(
        self,
        decide: impl Fn(&Typed<'_>, &Desk<'_>, &mut Seed) -> Result<Decision, Wrong> + 'static,
    ) -> Self {
        self.read(move |typed, desk, seed| Ok(Act::Decided(decide(typed, desk, seed)??)))
    }

    /// Reads the answers, one a blank and in their order.
    ///
    /// # Errors
    /// One does not fit; its blank is named.
    pub fn take(&self, answers: &[String], desk: &Desk<'_>, seed: &mut Seed) -> Result<Act, Wrong> {
        let answers: Vec<(&'static str, &str)> =
            self.blanks.iter().zip(answers).map(|(blank, answer)| (blank.name, answer.trim())).collect();
        (self.read)(&Typed { answers, on: desk.typing_day() }, desk, seed)
    }
}

/// Name, label and hint of a blank.
type Words = (&'static str, &'static str, &'static str);

/// What was typed, by the names of the blanks.
pub(super) struct Typed<'a> {
    pub(super) answers: Vec<(&'static str, &'a str)>,
    pub(super) on: ReadingDay,
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

    /// A length of time in minutes, which cannot stay empty.
    pub(super) fn minutes(&self, name: &'static str) -> Result<u32, Wrong> {
        let minutes = minutes(self.text(name)).filter(|minutes| *minutes <= LONGEST_SESSION);
        minutes.ok_or_else(|| wrong(name, words::a_whole_number_up_to(LONGEST_SESSION)))
    }

    /// A count of so many at most that cannot stay empty.
    pub(super) fn needed_count(&self, name: &'static str, most: u32) -> Result<u32, Wrong> {
        self.maybe(name).ok_or_else(|| wrong(name, words::a_whole_number_up_to(most)))?;
        self.count(name, most)
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
            text => match Looks::Ahead.read(text, self.on) {
                Ok(day) if day < self.on.day => Err(wrong(name, anywhere::is_past(day.short(self.on.day)))),
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

/// Why an answer cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The blank it is about; `None` where it is the whole.
    pub blank: Option<&'static str>,
    /// What is wrong, and what would fit.
    pub says: String,
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self { blank: None, says: refusal.to_string() }
    }
}

/// What is wrong with one blank.
pub(super) fn wrong(name: &'static str, says: impl Into<String>) -> Wrong {
    Wrong { blank: Some(name), says: says.into() }
}

/// The letters in order: a to z, then aa, ab and on.
pub fn letters() -> impl Iterator<Item = String> {
    let one = || 'a'..='z';
    let two = one().flat_map(move |first| one().map(move |second| format!("{first}{second}")));
    one().map(String::from).chain(two)
}

/// The thing that has a letter on the board, whatever is typed behind the letter.
pub(super) fn lettered<T>(typed: &str, board: impl IntoIterator<Item = T>) -> Option<T> {
    let typed: String = typed.chars().take_while(char::is_ascii_alphabetic).collect();
    let typed = typed.to_ascii_lowercase();
    letters().zip(board).find(|(letter, _)| *letter == typed).map(|(_, found)| found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_the_last_letter_has_two() {
        let all: Vec<String> = letters().take(60).collect();
        assert_eq!([&all[25], &all[26], &all[52]], ["z", "aa", "ba"]);
        assert_eq!(lettered("AA.", 0..60), Some(26));
        assert_eq!(lettered("b", 0..60), Some(1));
        assert_eq!([lettered("", 0..60), lettered("zz", 0..60), lettered("é", 0..60)], [None; 3]);
    }
}
