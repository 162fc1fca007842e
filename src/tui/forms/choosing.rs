//! A field of words to choose from: what keys and the mouse do to it.

use super::{Entry, Form};
use crate::method::fields::Input;
use crate::settings::keys::Chord;
use crate::tui::widgets::Typed;
use crate::tui::widgets::choice::Choice;
use crate::words::forms as words;

/// Gives a key to a field of words to choose from; letters that begin none of them are said back.
pub(super) fn press_choice(entry: &mut Entry, spelt: &mut String, (chord, all): (Chord, &[&str])) -> Typed {
    let chosen = all.iter().position(|word| *word == entry.text());
    let mut choice = Choice { chosen, spelt: std::mem::take(spelt) };
    let typed = choice.press(chord, all);
    match typed {
        Typed::Changed => entry.take(choice.chosen.and_then(|at| all.get(at)).unwrap_or(&"")),
        Typed::Moved => entry.problem = None,
        Typed::Unused if choice.is_misspelt(all) => {
            entry.problem = Some(words::no_answer_begins_with(&choice.spelt));
        }
        Typed::Unused => {}
    }
    *spelt = choice.spelt;
    typed
}

/// Chooses the word of a field that was clicked.
pub fn choose(form: &mut Form, at: usize, word: usize) {
    form.focus_on(at);
    if let Some(entry) = form.entries.get_mut(at)
        && let Input::Choice(words) = entry.input
        && let Some(word) = words.get(word)
    {
        entry.take(word);
        form.problem = None;
    }
}

impl Form {
    /// Whether the field with the focus holds letters that begin none of its words: they are not lost without a word.
    pub(super) fn is_misspelt(&mut self) -> bool {
        let Some(entry) = self.entries.get(self.focus) else { return false };
        let Input::Choice(all) = entry.input else { return false };
        let is_so = Choice { chosen: None, spelt: self.spelt.clone() }.is_misspelt(all);
        if is_so {
            self.problem = Some(format!("{}: {}", entry.label, words::no_answer_begins_with(&self.spelt)));
        }
        is_so
    }
}
