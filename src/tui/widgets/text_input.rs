//! A text field of one line or of several, edited grapheme by grapheme.
//!
//! Its state is a value: it can be cloned, compared and kept as a draft. Nothing it is given is lost without
//! [undo](TextInput::undo).

use unicode_segmentation::UnicodeSegmentation;

use super::Typed;
use crate::settings::keys::Chord;
use crate::settings::keys::editing::LineEdit;

mod drawn;
mod rows;

/// Stands for each letter of what nobody but the writer may read.
const MASK: &str = "*";
/// The steps that undo reaches back.
const MEMORY: usize = 200;

/// Is the state of a text field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextInput {
    text: String,
    holds: Holds,
    /// A place between two graphemes, in bytes.
    cursor: usize,
    is_all_selected: bool,
    past: Vec<Moment>,
    future: Vec<Moment>,
    run: Option<Run>,
}

/// Says what a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Holds {
    /// One line: breaks that are typed or pasted become spaces.
    #[default]
    Line,
    /// As many lines as there are.
    Lines,
}

/// Is what undo returns to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Moment {
    text: String,
    cursor: usize,
}

/// Names what is being done letter by letter, so that a word is undone as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    Typing,
    Erasing,
}

/// Says how a field is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// Keys go to this field.
    Here,
    /// Keys go elsewhere.
    Elsewhere,
}

impl TextInput {
    /// Returns a field that holds a text as it stands, with the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { cursor: text.len(), text: text.to_owned(), ..Self::default() }
    }

    /// Returns a field that takes several lines and holds a text as it stands, with the cursor at its end.
    #[must_use]
    pub fn of_lines(text: &str) -> Self {
        Self { holds: Holds::Lines, ..Self::new(text) }
    }

    /// Returns what the field holds.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns whether the field holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Returns whether all is selected, so that what is typed replaces it.
    #[must_use]
    pub const fn is_all_selected(&self) -> bool {
        self.is_all_selected
    }

    /// Counts what a person would call letters.
    #[must_use]
    pub fn len(&self) -> usize {
        self.text.graphemes(true).count()
    }

    /// Selects all of one line, so that typing replaces what is there; several lines are gone on with at their end. To be called
    /// when the field gets the focus.
    pub fn focus(&mut self) {
        self.run = None;
        self.cursor = self.text.len();
        self.is_all_selected = self.holds == Holds::Line && !self.text.is_empty();
    }

    /// Ends the selection: to be called when the field loses the focus.
    pub fn leave(&mut self) {
        self.run = None;
        self.is_all_selected = false;
    }

    /// Replaces the text as one step that can be undone.
    pub fn set(&mut self, text: &str) {
        self.remember(None);
        text.clone_into(&mut self.text);
        self.cursor = self.text.len();
        self.is_all_selected = false;
    }

    /// Inserts a pasted text: tabs become spaces, and line breaks as well where one line is held; control characters are
    /// dropped.
    pub fn paste(&mut self, text: &str) -> Typed {
        let text = self.holds.cleaned(text);
        if text.is_empty() {
            return Typed::Unused;
        }
        self.remember(None);
        self.insert(&text);
        Typed::Changed
    }

    /// Begins a new line, where several are held.
    pub fn break_line(&mut self) -> Typed {
        if self.holds == Holds::Line { Typed::Unused } else { self.type_letter('\n') }
    }

    /// Does what a key means in a text field.
    pub fn press(&mut self, chord: Chord) -> Typed {
        if let Some(letter) = chord.text() {
            return self.type_letter(letter);
        }
        match LineEdit::of(chord) {
            Some(LineEdit::First) => self.go(self.line_start()),
            Some(LineEdit::Last) => self.go(self.line_end()),
            Some(LineEdit::Back) if self.is_all_selected => self.go(0),
            Some(LineEdit::Back) => self.go(before(&self.text, self.cursor)),
            Some(LineEdit::On) => self.go(behind(&self.text, self.cursor)),
            Some(LineEdit::WordBack) => self.go(self.word_start()),
            Some(LineEdit::WordOn) => self.go(self.word_end()),
            Some(LineEdit::EraseBefore) => self.erase_before(),
            Some(LineEdit::EraseBehind) => {
                self.erase(self.cursor, behind(&self.text, self.cursor), Some(Run::Erasing))
            }
            Some(LineEdit::EraseWordBefore) => self.erase(self.word_start(), self.cursor, None),
            Some(LineEdit::EraseWordBehind) => self.erase(self.cursor, self.word_end(), None),
            Some(LineEdit::EraseToFirst) => self.erase(self.line_start(), self.cursor, None),
            Some(LineEdit::EraseToLast) => self.erase(self.cursor, self.line_end(), None),
            Some(LineEdit::Undo) => self.undo(),
            Some(LineEdit::Redo) => self.redo(),
            None => Typed::Unused,
        }
    }

    /// Returns to what stood before the last word typed, the last erasure or the last paste.
    pub fn undo(&mut self) -> Typed {
        let Some(earlier) = self.past.pop() else { return Typed::Unused };
        let now = self.restore(earlier);
        self.future.push(now);
        Typed::Changed
    }

    /// Does again what was undone last.
    pub fn redo(&mut self) -> Typed {
        let Some(later) = self.future.pop() else { return Typed::Unused };
        let now = self.restore(later);
        self.past.push(now);
        Typed::Changed
    }

    fn restore(&mut self, moment: Moment) -> Moment {
        self.run = None;
        self.is_all_selected = false;
        let cursor = std::mem::replace(&mut self.cursor, moment.cursor);
        Moment { text: std::mem::replace(&mut self.text, moment.text), cursor }
    }

    /// Keeps what stands now for undo, unless it belongs to the step before.
    fn remember(&mut self, run: Option<Run>) {
        let is_same_step = run.is_some() && run == self.run && !self.is_all_selected;
        self.run = run;
        self.future.clear();
        if is_same_step && !self.past.is_empty() {
            return;
        }
        if self.past.len() == MEMORY {
            self.past.remove(0);
        }
        self.past.push(Moment { text: self.text.clone(), cursor: self.cursor });
    }

    fn type_letter(&mut self, letter: char) -> Typed {
        let begins_word = !letter.is_whitespace() && self.text[..self.cursor].ends_with(char::is_whitespace);
        if begins_word {
            self.run = None;
        }
        self.remember(Some(Run::Typing));
        self.insert(letter.encode_utf8(&mut [0; 4]));
        Typed::Changed
    }

    fn insert(&mut self, text: &str) {
        if self.is_all_selected {
            self.text.clear();
            self.cursor = 0;
            self.is_all_selected = false;
        }
        self.text.insert_str(self.cursor, text);
        self.cursor = settled(&self.text, self.cursor + text.len());
    }

    fn erase_before(&mut self) -> Typed {
        self.erase(before(&self.text, self.cursor), self.cursor, Some(Run::Erasing))
    }

    /// Takes out a stretch, or all that is selected.
    fn erase(&mut self, start: usize, end: usize, run: Option<Run>) -> Typed {
        let (start, end) = if self.is_all_selected { (0, self.text.len()) } else { (start, end) };
        if start >= end {
            return Typed::Unused;
        }
        if self.text[start..end].starts_with(char::is_whitespace) {
            self.run = None;
        }
        self.remember(run);
        self.is_all_selected = false;
        self.text.replace_range(start..end, "");
        self.cursor = settled(&self.text, start);
        Typed::Changed
    }

    fn go(&mut self, place: usize) -> Typed {
        self.run = None;
        let place = settled(&self.text, place);
        if place == self.cursor && !self.is_all_selected {
            return Typed::Unused;
        }
        self.is_all_selected = false;
        self.cursor = place;
        Typed::Moved
    }

    fn line_start(&self) -> usize {
        match self.holds {
            Holds::Line => 0,
            Holds::Lines => self.text[..self.cursor].rfind('\n').map_or(0, |end| end + 1),
        }
    }

    fn line_end(&self) -> usize {
        let rest = match self.holds {
            Holds::Line => None,
            Holds::Lines => self.text[self.cursor..].find('\n'),
        };
        rest.map_or(self.text.len(), |length| self.cursor + length)
    }

    fn word_start(&self) -> usize {
        let before = self.text[..self.cursor].trim_end();
        before
            .char_indices()
            .rfind(|(_, letter)| letter.is_whitespace())
            .map_or(0, |(place, space)| place + space.len_utf8())
    }

    fn word_end(&self) -> usize {
        let rest = &self.text[self.cursor..];
        let word = rest.trim_start();
        let start = self.cursor + rest.len() - word.len();
        settled(&self.text, start + word.find(char::is_whitespace).unwrap_or(word.len()))
    }

    /// The same with a sign in place of each letter, for what nobody but the writer may read.
    #[must_use]
    pub fn masked(&self) -> Self {
        let hide = |text: &str| {
            let hidden = |grapheme: &str| if grapheme.trim().is_empty() { " " } else { MASK };
            text.graphemes(true).map(hidden).collect::<String>()
        };
        let (before, text) = (hide(&self.text[..self.cursor]), hide(&self.text));
        Self { text, cursor: before.len(), is_all_selected: self.is_all_selected, ..Self::default() }
    }
}

impl Holds {
    /// Returns a text as it is taken in: tabs are spaces, and breaks too where one line is held; other control characters are
    /// gone.
    fn cleaned(self, text: &str) -> String {
        let text = text.trim_end_matches(['\n', '\r']);
        let between = if self == Self::Lines { '\n' } else { ' ' };
        let mut taken = String::with_capacity(text.len());
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '\r' if letters.peek() == Some(&'\n') => {}
                '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => taken.push(between),
                '\t' => taken.push(' '),
                other if other.is_control() => {}
                other => taken.push(other),
            }
        }
        taken
    }
}

/// Returns the place one grapheme earlier.
fn before(text: &str, place: usize) -> usize {
    text[..place].grapheme_indices(true).next_back().map_or(0, |(start, _)| start)
}

/// Returns the place one grapheme later.
fn behind(text: &str, place: usize) -> usize {
    place + text[place..].graphemes(true).next().map_or(0, str::len)
}

/// Returns the nearest place between two graphemes, at or after this one: joining letters may have moved it.
fn settled(text: &str, place: usize) -> usize {
    text.grapheme_indices(true).map(|(start, _)| start).find(|start| *start >= place).unwrap_or(text.len())
}

#[cfg(test)]
mod tests;
