//! One of a few words, side by side: `( ) yes  (•) adjust  ( ) stop`. Nothing may be chosen yet.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::text_input::Focus;
use super::{Typed, after, cells, put, row};
use crate::settings::keys::Chord;
use crate::tui::fit;
use crate::tui::look::Look;

/// The cells between two words.
const GAP: u16 = 2;

/// Is the state of a choice among words that the caller keeps.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// The chosen word, counted from 0.
    pub chosen: Option<usize>,
    /// The letters that were typed one after the other, so that a word written out chooses itself and no other.
    pub spelt: String,
}

impl Choice {
    /// Does what a key means here: arrows step, letters choose the word that begins with them, Backspace chooses nothing.
    pub fn press(&mut self, chord: Chord, words: &[&str]) -> Typed {
        if words.is_empty() {
            return Typed::Unused;
        }
        let is_back = matches!(chord.code, KeyCode::Backspace | KeyCode::Delete);
        if is_back && self.is_misspelt(words) {
            self.spelt.clear();
            return Typed::Moved;
        }
        if let Some(letter) = letter_of(chord).filter(|letter| *letter != ' ' || self.is_spelling()) {
            return self.spell([Some(letter), chord.command().text()], words);
        }
        self.spelt.clear();
        let last = words.len() - 1;
        let next = match chord.code {
            KeyCode::Left => self.chosen.map_or(0, |index| index.saturating_sub(1)),
            KeyCode::Right => self.chosen.map_or(0, |index| (index + 1).min(last)),
            KeyCode::Home => 0,
            KeyCode::End => last,
            KeyCode::Char(' ') => self.chosen.map_or(0, |index| (index + 1) % words.len()),
            _ if is_back => return self.become_chosen(None),
            _ => return Typed::Unused,
        };
        self.become_chosen(Some(next))
    }

    /// Whether letters were typed that begin none of the words.
    pub fn is_misspelt(&self, words: &[&str]) -> bool {
        !words.iter().any(|word| begins(word, &self.spelt))
    }

    /// Whether a word is being written out, so that a space is one of its letters.
    fn is_spelling(&self) -> bool {
        self.spelt.chars().nth(1).is_some()
    }

    /// Takes in a letter, by what it is or by its key. It goes on with the word that is typed; after a single one that chose
    /// a word it may begin another, as somebody thinks better of it. Any other is a slip and chooses nothing.
    fn spell(&mut self, letters: [Option<char>; 2], words: &[&str]) -> Typed {
        let begun = |spelt: &str| words.iter().position(|word| begins(word, spelt));
        let chose = self.spelt.chars().count() == 1 && begun(&self.spelt).is_some();
        let before = [Some(self.spelt.as_str()), chose.then_some("")];
        let all = before
            .into_iter()
            .flatten()
            .flat_map(|before| letters.into_iter().flatten().map(move |letter| format!("{before}{letter}")));
        let found = all.into_iter().find_map(|spelt| Some((begun(&spelt)?, spelt)));
        if let Some((index, spelt)) = found {
            self.spelt = spelt;
            return self.become_chosen(Some(index));
        }
        self.spelt.extend(letters[0]);
        Typed::Unused
    }

    fn become_chosen(&mut self, chosen: Option<usize>) -> Typed {
        let before = std::mem::replace(&mut self.chosen, chosen);
        if before == chosen { Typed::Moved } else { Typed::Changed }
    }

    /// Draws the words, on further rows where one is too short, and returns where each can be clicked.
    pub fn draw(&self, look: &Look, focus: Focus, words: &[&str], area: Rect, buf: &mut Buffer) -> Drawn {
        let area = area.intersection(buf.area);
        let (mut line, mut index_of_row) = (row(area, 0), 0);
        let mut places = Vec::with_capacity(words.len());
        for (index, word) in words.iter().enumerate() {
            let is_chosen = self.chosen == Some(index);
            let sign = if is_chosen { look.glyphs.chosen } else { look.glyphs.free };
            let text = format!("{sign} {word}");
            if line.x > area.x && fit::width(&fit::shown(&text)) > usize::from(line.width) {
                index_of_row += 1;
                line = row(area, index_of_row);
            }
            let style = match (focus, is_chosen) {
                (Focus::Here, true) => look.theme.selected,
                (_, true) => look.theme.heading,
                (_, false) => look.theme.text,
            };
            let used = put(buf, line, &text, style);
            places.push(Rect { width: used, ..line });
            line = after(line, used.saturating_add(GAP));
        }
        let cursor = places.get(self.chosen.unwrap_or(0)).filter(|place| !place.is_empty());
        let cursor = cursor.filter(|_| focus == Focus::Here).map(|place| Position::new(place.x + 1, place.y));
        Drawn { cursor, places }
    }

    /// Returns the rows that the words need at a width.
    pub fn height(look: &Look, words: &[&str], width: u16) -> u16 {
        let (mut rows, mut used) = (1_u16, 0_u16);
        for word in words {
            let needed = cells(fit::width(look.glyphs.free) + 1 + fit::width(&fit::shown(word)));
            if used > 0 && used.saturating_add(needed) > width {
                rows = rows.saturating_add(1);
                used = 0;
            }
            used = used.saturating_add(needed).saturating_add(GAP);
        }
        rows
    }
}

/// Says where a choice was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Where the terminal's cursor belongs, if the choice has the focus.
    pub cursor: Option<Position>,
    /// Where each word can be clicked.
    pub places: Vec<Rect>,
}

/// The letter of a key, whatever the case.
fn letter_of(chord: Chord) -> Option<char> {
    chord.text().or_else(|| chord.command().text())
}

/// Whether a word begins with what was typed, whatever the case.
pub fn begins(word: &str, spelt: &str) -> bool {
    word.to_lowercase().starts_with(&spelt.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::keys::typed;
    use crate::tui::widgets::trial;

    const WORDS: [&str; 3] = ["yes", "adjust", "stop"];

    fn after_keys(keys: &str) -> Option<usize> {
        let mut choice = Choice::default();
        for chord in typed(keys).unwrap() {
            choice.press(chord, &WORDS);
        }
        choice.chosen
    }

    #[test]
    fn nothing_is_chosen_until_somebody_chooses() {
        for (keys, chosen) in [
            ("", None),
            ("<right>", Some(0)),
            ("<right><right><right><right>", Some(2)),
            ("s<left>", Some(1)),
            ("a", Some(1)),
            ("S", Some(2)),
            ("x", None),
            ("a<backspace>", None),
            ("<space><space><space><space>", Some(0)),
            ("н", Some(0)),
            ("yes", Some(0)),
            ("adjust", Some(1)),
            ("STOP", Some(2)),
            ("ys", Some(2)),
            ("unchanged", None),
            ("stay", Some(2)),
            ("yes<backspace>s", Some(2)),
            ("ye<right>s", Some(2)),
            ("sx<backspace>", Some(2)),
            ("sx<backspace>a", Some(1)),
        ] {
            assert_eq!(after_keys(keys), chosen, "{keys}");
        }
    }

    #[test]
    fn a_word_written_out_chooses_itself_whatever_else_its_letters_begin() {
        let all: [&[&str]; 5] = [
            &["yes", "partly", "no"],
            &["easy", "right", "hard"],
            &["stretch", "committed"],
            &["have", "asked", "do not have"],
            &["less", "as", "more"],
        ];
        for words in all {
            for (at, word) in words.iter().enumerate() {
                for before in 0..words.len() {
                    let mut choice = Choice { chosen: Some(before), ..Choice::default() };
                    for letter in word.chars() {
                        choice.press(Chord::letter(letter), words);
                    }
                    assert_eq!(choice.chosen, Some(at), "{word} after {}", words[before]);
                }
            }
        }
    }

    #[test]
    fn the_words_flow_onto_further_rows() {
        let choice = Choice { chosen: Some(1), ..Choice::default() };
        let draw = |area: Rect, buf: &mut Buffer| {
            choice.draw(&Look::default(), Focus::Elsewhere, &WORDS, area, buf);
        };
        assert_eq!(trial::drawn(40, 1, draw), ["( ) yes  (•) adjust  ( ) stop"]);
        assert_eq!(trial::drawn(20, 2, draw), ["( ) yes  (•) adjust", "( ) stop"]);
        assert_eq!(Choice::height(&Look::default(), &WORDS, 20), 2);
        assert_eq!(Choice::height(&Look::default(), &WORDS, 40), 1);
    }

    #[test]
    fn a_choice_fits_any_area() {
        trial::sweep(|area, buf| {
            Choice::default().draw(&Look::default(), Focus::Here, &WORDS, area, buf);
        });
        assert_eq!(Choice::default().press(Chord::letter('y'), &[]), Typed::Unused);
    }
}
