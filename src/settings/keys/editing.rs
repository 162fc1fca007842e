//! The keys that edit a line, as the line editors of shells have them, with undo and redo beside.

use crossterm::event::{KeyCode, KeyModifiers};

use super::Chord;

/// What a key does to the line that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEdit {
    /// Goes to its first letter.
    First,
    /// Goes behind its last letter.
    Last,
    /// Goes one letter back.
    Back,
    /// Goes one letter on.
    On,
    /// Goes to where the word begins.
    WordBack,
    /// Goes to where the word ends.
    WordOn,
    /// Erases the letter before the cursor.
    EraseBefore,
    /// Erases the letter behind the cursor.
    EraseBehind,
    /// Erases to where the word begins.
    EraseWordBefore,
    /// Erases to where the word ends.
    EraseWordBehind,
    /// Erases all before the cursor.
    EraseToFirst,
    /// Erases all behind the cursor.
    EraseToLast,
    /// Takes back what was done to the line last.
    Undo,
    /// Does that again.
    Redo,
}

impl LineEdit {
    /// What a key does to a line; none for one that does nothing there, or writes a letter.
    pub fn of(chord: Chord) -> Option<Self> {
        let is_word = chord.held.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        Some(match (chord.code, is_word) {
            (KeyCode::Left, true) => Self::WordBack,
            (KeyCode::Left, false) => Self::Back,
            (KeyCode::Right, true) => Self::WordOn,
            (KeyCode::Right, false) => Self::On,
            (KeyCode::Home, _) => Self::First,
            (KeyCode::End, _) => Self::Last,
            (KeyCode::Backspace, true) => Self::EraseWordBefore,
            (KeyCode::Backspace, false) => Self::EraseBefore,
            (KeyCode::Delete, true) => Self::EraseWordBehind,
            (KeyCode::Delete, false) => Self::EraseBehind,
            (KeyCode::Char(_), _) => return Self::of_shell(chord.command()),
            _ => return None,
        })
    }

    fn of_shell(chord: Chord) -> Option<Self> {
        let KeyCode::Char(letter) = chord.code else { return None };
        Some(match (chord.held, letter) {
            (KeyModifiers::CONTROL, 'a') => Self::First,
            (KeyModifiers::CONTROL, 'e') => Self::Last,
            (KeyModifiers::CONTROL, 'h') => Self::EraseBefore,
            (KeyModifiers::CONTROL, 'k') => Self::EraseToLast,
            (KeyModifiers::CONTROL, 'u') => Self::EraseToFirst,
            (KeyModifiers::CONTROL, 'w') => Self::EraseWordBefore,
            (KeyModifiers::CONTROL, 'z') => Self::Undo,
            (KeyModifiers::CONTROL, 'y') => Self::Redo,
            (KeyModifiers::ALT, 'b') => Self::WordBack,
            (KeyModifiers::ALT, 'f') => Self::WordOn,
            (KeyModifiers::ALT, 'd') => Self::EraseWordBehind,
            _ => return None,
        })
    }
}
