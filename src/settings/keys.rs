//! Keys: as the terminal sends them, as a file writes them, as a person reads them.
//!
//! A [`Chord`] is one key with what is held beside it. It is written `j`, `U`, `ctrl-s`, `enter` or `<enter>`;
//! several in a row are a sequence, `g g`.

pub mod editing;

use crate::words::settings as words;
use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// Is one key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd)]
pub struct Chord {
    /// The key; a capital is a letter of its own, not shift and a letter.
    pub code: KeyCode,
    /// What is held beside it: Ctrl or Alt, and Shift only where it changes no letter.
    pub held: KeyModifiers,
}

/// Pairs the names of the keys that are not letters: as written, as shown, as sent.
const NAMES: &[(&str, &str, KeyCode)] = &[
    ("enter", "Enter", KeyCode::Enter),
    ("esc", "Esc", KeyCode::Esc),
    ("tab", "Tab", KeyCode::Tab),
    ("shift-tab", "Shift-Tab", KeyCode::BackTab),
    ("space", "Space", KeyCode::Char(' ')),
    ("backspace", "Backspace", KeyCode::Backspace),
    ("delete", "Del", KeyCode::Delete),
    ("insert", "Ins", KeyCode::Insert),
    ("home", "Home", KeyCode::Home),
    ("end", "End", KeyCode::End),
    ("pgup", "PgUp", KeyCode::PageUp),
    ("pgdn", "PgDn", KeyCode::PageDown),
    ("up", "Up", KeyCode::Up),
    ("down", "Down", KeyCode::Down),
    ("left", "Left", KeyCode::Left),
    ("right", "Right", KeyCode::Right),
    ("lt", "<", KeyCode::Char('<')),
];

const HELD: &[(&str, &str, KeyModifiers)] = &[
    ("ctrl-", "Ctrl-", KeyModifiers::CONTROL),
    ("alt-", "Alt-", KeyModifiers::ALT),
    ("shift-", "Shift-", KeyModifiers::SHIFT),
];

/// Letters of other layouts, each followed by the Latin letter in the same place of the keyboard.
const SAME_PLACE: &[&str] = &[
    "йqцwуeкrеtнyгuшiщoзpфaыsвdаfпgрhоjлkдlяzчxсcмvиbтnьmх[ъ]ж;э'б,ю.ё`іsї]є'",
    "ςwεeρrτtυyθuιiοoπpαaσsδdφfγgηhξjκkλlζzχxψcωvβbνnμm",
    "קeרrאtטyוuןiםoפpשaדsגdכfעgיhחjלkךlזzסxבcהvנbמnצm",
    "ضqصwثeقrفtغyعuهiخoحpشaسsيdبfلgاhتjنkمlئzءxؤcرvىnةm",
];

impl Chord {
    /// Returns a key with nothing held.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, held: KeyModifiers::NONE }
    }

    /// Returns a letter with nothing held.
    pub const fn letter(letter: char) -> Self {
        Self::plain(KeyCode::Char(letter))
    }

    /// Returns a letter with Ctrl held.
    pub const fn ctrl(letter: char) -> Self {
        Self { code: KeyCode::Char(letter), held: KeyModifiers::CONTROL }
    }

    /// Reads what the terminal sent; a key that is let go is nothing.
    pub fn from_event(event: KeyEvent) -> Option<Self> {
        match event.kind {
            KeyEventKind::Press | KeyEventKind::Repeat => Some(Self::normal(event.code, event.modifiers)),
            KeyEventKind::Release => None,
        }
    }

    /// Brings the ways in which terminals send one key to one form.
    fn normal(code: KeyCode, held: KeyModifiers) -> Self {
        let kept = held & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        let shift = held & KeyModifiers::SHIFT;
        match code {
            KeyCode::Char('j' | 'm') if kept == KeyModifiers::CONTROL => Self::plain(KeyCode::Enter),
            KeyCode::Char('i') if kept == KeyModifiers::CONTROL => Self::plain(KeyCode::Tab),
            KeyCode::Char(letter) if kept.contains(KeyModifiers::CONTROL) => {
                Self { code: KeyCode::Char(letter.to_ascii_lowercase()), held: kept }
            }
            KeyCode::Char(letter) if !shift.is_empty() => {
                Self { code: KeyCode::Char(capital(letter)), held: kept }
            }
            KeyCode::Tab if !shift.is_empty() => Self { code: KeyCode::BackTab, held: kept },
            KeyCode::Char(_) | KeyCode::BackTab => Self { code, held: kept },
            _ => Self { code, held: kept | shift },
        }
    }

    /// Returns the chord that a command listens to: the Latin key in the same place of the keyboard.
    ///
    /// Text entry uses the chord as it is.
    #[must_use]
    pub fn command(self) -> Self {
        match self.code {
            KeyCode::Char(letter) if !letter.is_ascii() => {
                Self { code: KeyCode::Char(latin(letter).unwrap_or(letter)), held: self.held }
            }
            _ => self,
        }
    }

    /// Returns the letter to write, if this key writes one.
    pub fn text(self) -> Option<char> {
        match self.code {
            // AltGr arrives as Ctrl and Alt together on Windows and writes a letter.
            KeyCode::Char(letter)
                if !letter.is_control()
                    && (self.held.is_empty() || self.held == KeyModifiers::CONTROL | KeyModifiers::ALT) =>
            {
                Some(letter)
            }
            _ => None,
        }
    }
}

fn capital(letter: char) -> char {
    let mut upper = letter.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(only), None) => only,
        _ => letter,
    }
}

fn latin(letter: char) -> Option<char> {
    let small = letter.to_lowercase().next()?;
    let found = SAME_PLACE.iter().find_map(|layout| {
        let mut letters = layout.chars();
        while let (Some(foreign), Some(place)) = (letters.next(), letters.next()) {
            if foreign == small {
                return Some(place);
            }
        }
        None
    })?;
    Some(if small == letter { found } else { shifted(found) })
}

/// Returns what the Latin key of a place writes while Shift is held.
const fn shifted(place: char) -> char {
    match place {
        '[' => '{',
        ']' => '}',
        ';' => ':',
        '\'' => '"',
        ',' => '<',
        '.' => '>',
        '`' => '~',
        letter => letter.to_ascii_uppercase(),
    }
}

impl fmt::Display for Chord {
    /// Writes the key as a person reads it: `Enter`, `Ctrl-S`, `g`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (_, shown, _) in HELD.iter().filter(|(_, _, held)| self.held.contains(*held)) {
            f.write_str(shown)?;
        }
        if let Some((_, shown, _)) = NAMES.iter().find(|(_, _, code)| *code == self.code) {
            return f.write_str(shown);
        }
        match self.code {
            KeyCode::Char(letter) if self.held.contains(KeyModifiers::CONTROL) => {
                write!(f, "{}", letter.to_ascii_uppercase())
            }
            KeyCode::Char(letter) => write!(f, "{letter}"),
            KeyCode::F(number) => write!(f, "F{number}"),
            other => write!(f, "{other}"),
        }
    }
}

/// Says that a text names no key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownKey(
    /// The text.
    pub String,
);

impl fmt::Display for UnknownKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words::is_no_key(&self.0))
    }
}

impl std::error::Error for UnknownKey {}

impl FromStr for Chord {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        let unknown = || UnknownKey(text.to_owned());
        let bare = match text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
            Some(inner) if !inner.is_empty() => inner,
            _ => text,
        };
        let mut rest = bare;
        let mut held = KeyModifiers::NONE;
        while let Some((prefix, _, modifier)) = HELD.iter().find(|(prefix, ..)| {
            rest.len() > prefix.len()
                && rest.is_char_boundary(prefix.len())
                && rest[..prefix.len()].eq_ignore_ascii_case(prefix)
        }) {
            held |= *modifier;
            rest = &rest[prefix.len()..];
        }
        let code = named(rest).or_else(|| single(rest)).ok_or_else(unknown)?;
        Ok(Self::normal(code, held))
    }
}

fn named(text: &str) -> Option<KeyCode> {
    if let Some((_, _, code)) = NAMES.iter().find(|(name, ..)| name.eq_ignore_ascii_case(text)) {
        return Some(*code);
    }
    let number: u8 = text.strip_prefix(['f', 'F'])?.parse().ok()?;
    (1..=24).contains(&number).then_some(KeyCode::F(number))
}

fn single(text: &str) -> Option<KeyCode> {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if !letter.is_control() => Some(KeyCode::Char(letter)),
        _ => None,
    }
}

/// Reads a sequence of keys with spaces between them: `g g`.
///
/// # Errors
///
/// Names the first part that is no key; an empty text is none.
pub fn sequence(text: &str) -> Result<Vec<Chord>, UnknownKey> {
    let chords: Vec<Chord> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    if chords.is_empty() { Err(UnknownKey(text.to_owned())) } else { Ok(chords) }
}

/// Reads keys as they would be typed: every letter is a key, others stand in angle brackets.
///
/// `jj<enter>0.7<tab>` is seven letters and two keys; `<lt>` types `<`.
///
/// # Errors
///
/// Names what stands in brackets and is no key.
pub fn typed(text: &str) -> Result<Vec<Chord>, UnknownKey> {
    let mut chords = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let end = match rest.find('>') {
            Some(end) if letter == '<' => end + 1,
            _ => letter.len_utf8(),
        };
        chords.push(rest[..end].parse()?);
        rest = &rest[end..];
    }
    Ok(chords)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chord(text: &str) -> Chord {
        text.parse().unwrap()
    }

    fn pressed(code: KeyCode, held: KeyModifiers) -> Chord {
        Chord::from_event(KeyEvent::new(code, held)).unwrap()
    }

    #[test]
    fn a_key_is_read_as_it_is_shown() {
        for (text, shown) in [
            ("j", "j"),
            ("U", "U"),
            ("ctrl-s", "Ctrl-S"),
            ("<enter>", "Enter"),
            ("Space", "Space"),
            ("f1", "F1"),
            ("shift-tab", "Shift-Tab"),
            ("ctrl-left", "Ctrl-Left"),
            ("?", "?"),
            ("<", "<"),
            ("-", "-"),
            ("ctrl--", "Ctrl--"),
        ] {
            assert_eq!(chord(text).to_string(), shown);
            assert_eq!(chord(shown), chord(text));
        }
        for text in ["", "entr", "ctrl-", "f25", "<entr>", "jk"] {
            assert!(text.parse::<Chord>().is_err(), "{text}");
        }
    }

    #[test]
    fn one_key_has_one_form_whatever_the_terminal_sends() {
        let (none, shift, ctrl) = (KeyModifiers::NONE, KeyModifiers::SHIFT, KeyModifiers::CONTROL);
        assert_eq!(pressed(KeyCode::Char('U'), shift), chord("U"));
        assert_eq!(pressed(KeyCode::Char('u'), shift), chord("U"));
        assert_eq!(pressed(KeyCode::Char('?'), shift), chord("?"));
        assert_eq!(pressed(KeyCode::Tab, shift), pressed(KeyCode::BackTab, none));
        assert_eq!(pressed(KeyCode::BackTab, shift), chord("shift-tab"));
        assert_eq!(pressed(KeyCode::Char('S'), ctrl | shift), chord("ctrl-s"));
        assert_eq!(pressed(KeyCode::Char('j'), ctrl), chord("enter"));
        assert_eq!(pressed(KeyCode::Left, ctrl), chord("ctrl-left"));
    }

    #[test]
    fn a_key_that_is_let_go_does_nothing() {
        let release = KeyEvent::new_with_kind(KeyCode::Char('j'), KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(Chord::from_event(release), None);
        let repeat = KeyEvent::new_with_kind(KeyCode::Char('j'), KeyModifiers::NONE, KeyEventKind::Repeat);
        assert_eq!(Chord::from_event(repeat), Some(chord("j")));
    }

    #[test]
    fn letters_of_other_layouts_are_commands_but_stay_themselves_in_text() {
        for (letter, place) in [
            ('о', 'j'),
            ('О', 'J'),
            ('й', 'q'),
            ('Ж', ':'),
            ('Б', '<'),
            ('ξ', 'j'),
            ('Ξ', 'J'),
            ('ח', 'j'),
            ('ت', 'j'),
        ] {
            assert_eq!(Chord::letter(letter).command(), Chord::letter(place));
            assert_eq!(Chord::letter(letter).text(), Some(letter));
        }
        assert_eq!(Chord::letter('é').command(), Chord::letter('é'));
        assert_eq!(Chord::ctrl('ы').command(), Chord::ctrl('s'));
    }

    #[test]
    fn only_plain_letters_write() {
        assert_eq!(chord("a").text(), Some('a'));
        assert_eq!(chord("space").text(), Some(' '));
        assert_eq!(chord("ctrl-a").text(), None);
        assert_eq!(chord("alt-a").text(), None);
        assert_eq!(chord("enter").text(), None);
        let alt_gr = Chord { code: KeyCode::Char('@'), held: KeyModifiers::CONTROL | KeyModifiers::ALT };
        assert_eq!(alt_gr.text(), Some('@'));
    }

    #[test]
    fn keys_in_a_row_are_a_sequence() {
        assert_eq!(sequence("g g"), Ok(vec![chord("g"), chord("g")]));
        assert_eq!(sequence("ctrl-s"), Ok(vec![chord("ctrl-s")]));
        assert!(sequence("  ").is_err());
    }

    #[test]
    fn what_is_typed_reads_like_a_test() {
        let keys = ["j", "enter", "0", ".", "7", "tab"].map(chord);
        assert_eq!(typed("j<enter>0.7<tab>"), Ok(keys.to_vec()));
        assert_eq!(typed("a b<lt>"), Ok(["a", "space", "b", "<"].map(chord).to_vec()));
        assert!(typed("<entr>").is_err());
    }
}
