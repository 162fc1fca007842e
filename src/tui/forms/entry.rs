//! A field of a form: what stands in it, what stood there before, and the ways in which a text gets there.

use std::borrow::Cow;

use crossterm::event::KeyCode;
use rust_decimal::Decimal;

use super::Theirs;
use super::choosing::press_choice;
use super::theirs::takes_theirs;
use crate::domain::confidence::Confidence;
use crate::domain::number::Number;
use crate::domain::score::Score;
use crate::method::fields::{Hint, Input};
use crate::method::step::Steps;
use crate::settings::keymap::Keymap;
use crate::settings::keys::Chord;
use crate::store::typed::TypedField;
use crate::tui::widgets::Typed;
use crate::tui::widgets::text_input::TextInput;
use crate::words::forms as words;

/// One field of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its name in the field table.
    pub name: &'static str,
    /// The words in front of it.
    pub label: &'static str,
    /// What is said below it while it has the focus.
    pub hint: Hint,
    /// How it is typed.
    pub input: Input,
    /// What stands in it.
    line: TextInput,
    /// What stood in it when the form opened.
    before: String,
    /// What somebody else wrote into it since, while something else was typed here.
    pub theirs: Option<Theirs>,
    /// Why it cannot be taken as it stands.
    pub problem: Option<String>,
    /// Whether the sentence of the key result filled it in, and nobody has typed in it since.
    is_read: bool,
}

impl Entry {
    /// A field that holds a text.
    pub(super) fn new(
        name: &'static str,
        (label, hint): (&'static str, impl Into<Hint>),
        input: Input,
        text: &str,
    ) -> Self {
        let line = if input == Input::Prose { TextInput::of_lines(text) } else { TextInput::new(text) };
        let (hint, before) = (hint.into(), line.text().to_owned());
        Self { name, label, hint, input, line, before, theirs: None, problem: None, is_read: false }
    }

    /// What stands in it.
    #[must_use]
    pub fn text(&self) -> &str {
        self.line.text()
    }

    /// What stood in it when the form opened.
    pub(super) fn before(&self) -> &str {
        &self.before
    }

    /// Tells whether something else stands in it than in the files.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.text() != self.stands()
    }

    /// What stands in the files, as far as is known here.
    fn stands(&self) -> &str {
        self.theirs.as_ref().map_or(&self.before, |theirs| &theirs.text)
    }

    /// Tells whether the sentence of the key result filled it in, and nobody has typed in it since.
    pub(super) const fn is_read(&self) -> bool {
        self.is_read
    }

    /// Tells whether it is typed, not chosen.
    pub(super) const fn takes_text(&self) -> bool {
        !matches!(self.input, Input::Choice(_))
    }

    /// What is said under the field: what is wrong with it, what somebody else wrote, or what to type.
    #[must_use]
    pub fn says<'a>(&'a self, has_focus: bool, keymap: &Keymap, steps: Steps<'a>) -> Option<Cow<'a, str>> {
        let problem = self.problem.as_deref().map(Cow::Borrowed);
        let theirs = || self.theirs.as_ref().map(|theirs| Cow::Owned(theirs.words(&takes_theirs(keymap))));
        let hint = if self.is_read { Hint::says(words::READ_FROM_THE_SENTENCE) } else { self.hint };
        problem.or_else(theirs).or_else(|| has_focus.then(|| hint.of(steps)))
    }

    /// Takes the text a person means, as one step that can be undone: what was wrong before is answered.
    pub(super) fn take(&mut self, text: &str) {
        self.put(text);
        self.answer();
    }

    /// Takes a pasted text in where the cursor is.
    pub(super) fn paste(&mut self, text: &str) {
        self.line.paste(text);
        self.answer();
    }

    /// Begins a new line where the cursor is.
    pub(super) fn break_line(&mut self) {
        self.line.break_line();
        self.answer();
    }

    /// Goes a row up or down in a field of this width, where there is one.
    pub(super) fn go_row(&mut self, chord: Chord, width: u16) -> Typed {
        self.line.go_row(chord, width)
    }

    /// Takes what the sentence says, until somebody types here.
    pub(super) fn take_read(&mut self, text: &str) {
        self.take(text);
        self.is_read = true;
    }

    /// Holds again what stands in the files.
    pub(super) fn take_back(&mut self) {
        let stands = self.stands().to_owned();
        self.take(&stands);
    }

    /// Holds what nobody has typed: it makes no draft.
    pub(super) fn propose(&mut self, text: &str) {
        self.take(text);
        self.theirs = None;
        self.before = self.text().to_owned();
    }

    /// Puts theirs in the place of what was typed, which can be undone in the field.
    pub(super) fn take_theirs(&mut self) {
        if let Some(theirs) = self.theirs.take() {
            self.propose(&theirs.text);
        }
    }

    /// Drops what was typed, also where somebody else wrote meanwhile.
    pub(super) fn discard(&mut self) {
        let stands = self.stands().to_owned();
        self.propose(&stands);
    }

    /// Gives it a key; letters that begin a word of a choice are gathered in `spelt`.
    pub(super) fn press(&mut self, chord: Chord, spelt: &mut String) -> Typed {
        let typed = match self.input {
            Input::Choice(words) => press_choice(self, spelt, (chord, words)),
            Input::Confidence => press_confidence(&mut self.line, chord),
            Input::Score => press_score(&mut self.line, chord),
            Input::Number(_) | Input::Count | Input::Minutes => press_number(&mut self.line, chord),
            Input::Text | Input::Prose | Input::Names | Input::Day(_) | Input::Elsewhere(_) => {
                self.line.press(chord)
            }
        };
        if typed == Typed::Changed {
            self.answer();
        }
        typed
    }

    fn put(&mut self, text: &str) {
        if self.text() != text {
            self.line.set(text);
        }
    }

    fn answer(&mut self) {
        (self.is_read, self.problem) = (false, None);
    }

    /// Takes in what stands in the files now.
    pub(super) fn meet(&mut self, now: &str) {
        if now == self.stands() {
            return;
        }
        let is_untouched = self.theirs.is_none() && !self.is_changed();
        self.theirs = None;
        if is_untouched {
            self.line.set(now);
        }
        if self.text() == now {
            now.clone_into(&mut self.before);
        } else if now != self.before {
            self.theirs = Some(Theirs { text: now.to_owned(), is_asked: false });
        }
    }

    /// What was typed, to be kept when the form is left.
    pub(super) fn draft(&self) -> TypedField {
        TypedField { name: self.name.to_owned(), before: self.before.clone(), text: self.text().to_owned() }
    }

    /// Puts a draft back, as it was typed and over what was read then.
    pub(super) fn resume(&mut self, draft: &TypedField) {
        self.before.clone_from(&draft.before);
        self.put(&draft.text);
    }

    /// Has the focus: typing replaces what is there.
    pub(super) fn focus(&mut self) {
        self.line.focus();
    }

    /// Loses the focus.
    pub(super) fn leave(&mut self) {
        self.line.leave();
    }

    /// What stands in it, to be drawn.
    pub(super) const fn line(&self) -> &TextInput {
        &self.line
    }
}

/// Left and Right step a confidence that has been typed; an empty one stays empty, as none is ever proposed.
fn press_confidence(line: &mut TextInput, chord: Chord) -> Typed {
    let percent = line.text().parse::<Confidence>().ok().map(Confidence::percent);
    stepped(line, chord, percent, |percent, by| Some((i32::from(percent) + 5 * by).clamp(0, 100).to_string()))
}

/// Left and Right step a number that is selected by one in its last place, and leave its unit; in one that is being typed they
/// move the cursor.
fn press_number(line: &mut TextInput, chord: Chord) -> Typed {
    let end = line.text().rfind(|sign: char| sign.is_ascii_digit()).map_or(0, |last| last + 1);
    let (typed, unit) = line.text().split_at(end);
    let (decimals, unit) = (typed.rsplit_once('.').map_or(0, |(_, rest)| rest.len()), unit.to_owned());
    let number = typed.parse::<Number>().ok().filter(|_| line.is_all_selected());
    stepped(line, chord, number, |number, by| {
        let decimals = decimals.max(usize::try_from(number.decimal().scale()).ok()?);
        let next = number.decimal() + Decimal::new(by.into(), u32::try_from(decimals).ok()?);
        Number::new(next).ok().map(|_| format!("{next:.decimals$}{unit}"))
    })
}

/// Left and Right step a score that stands there by a tenth.
fn press_score(line: &mut TextInput, chord: Chord) -> Typed {
    let score = line.text().trim().parse::<Score>().ok();
    stepped(line, chord, score, |score, by| {
        let tenths = u8::try_from((i32::from(score.tenths()) + by).clamp(0, 10)).ok()?;
        Some(Score::from_tenths(tenths)?.to_string())
    })
}

/// Steps a value that stands in the line one way or the other; every other key is the line's.
fn stepped<T>(
    line: &mut TextInput,
    chord: Chord,
    value: Option<T>,
    next: impl Fn(T, i32) -> Option<String>,
) -> Typed {
    let by = match chord {
        _ if chord == Chord::plain(KeyCode::Left) => -1,
        _ if chord == Chord::plain(KeyCode::Right) => 1,
        _ => return line.press(chord),
    };
    let Some(text) = value.and_then(|value| next(value, by)) else { return line.press(chord) };
    line.set(&text);
    // What is typed next replaces it, as it would have before.
    line.focus();
    Typed::Changed
}
