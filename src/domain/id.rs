//! Identifiers: readable words chosen once, never counted, never reused. A copy of one shares its letters.

use super::display::repeated;
use std::fmt;
use std::sync::Arc;

use crate::words::domain::values as words;
use nucleo_matcher::chars::normalize;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The longest id that may become part of a path.
pub const LONGEST_ID: usize = 64;

/// Says why a text cannot be an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidId {
    /// What was given.
    pub given: String,
}

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words::is_not_an_id(repeated(&self.given), LONGEST_ID))
    }
}

impl std::error::Error for InvalidId {}

/// Tells whether a text may be an id: `[a-z0-9][a-z0-9-]{0,63}`.
pub fn is_id(text: &str) -> bool {
    text.len() <= LONGEST_ID
        && text.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Makes a readable id of at most `longest` characters from a title: whole words, lower case, joined by `-`.
///
/// Accents go, as in a search: `Größe` gives `grosse`. Titles without any Latin letter or digit give `None`; the caller then
/// takes random letters.
pub fn slug(title: &str, longest: usize) -> Option<String> {
    let title = without_accents(title);
    let mut slug = String::new();
    for word in title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let joined = slug.len() + word.len() + usize::from(!slug.is_empty());
        if joined > longest {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word.to_ascii_lowercase());
    }
    if slug.is_empty() {
        let word: String = title.chars().filter(char::is_ascii_alphanumeric).take(longest).collect();
        slug = word.to_ascii_lowercase();
    }
    is_id(&slug).then_some(slug)
}

/// The letters under the accents, those that stand for two as two.
fn without_accents(title: &str) -> String {
    let mut plain = String::with_capacity(title.len());
    for letter in title.chars().filter(|letter| !('\u{300}'..='\u{36f}').contains(letter)) {
        match letter {
            'ß' | 'ẞ' => plain.push_str("ss"),
            'æ' | 'Æ' => plain.push_str("ae"),
            'œ' | 'Œ' => plain.push_str("oe"),
            'ø' | 'Ø' => plain.push('o'),
            'ł' | 'Ł' => plain.push('l'),
            letter => plain.push(normalize(letter)),
        }
    }
    plain
}

/// Letters that all copies of an id share.
trait Letters {
    fn of(text: &str) -> Self;
}

impl Letters for Arc<str> {
    fn of(text: &str) -> Self {
        text.into()
    }
}

/// Half the size a copy, for ids of which there are few and copies by the ten thousand.
impl Letters for Arc<Box<str>> {
    fn of(text: &str) -> Self {
        Self::new(text.into())
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident($letters:ty))*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Arc<$letters>);

        impl $name {
            /// Checks a text and takes it as an id.
            ///
            /// # Errors
            /// The text is not of the form `[a-z0-9][a-z0-9-]{0,63}`.
            pub fn new(text: impl Into<String>) -> Result<Self, InvalidId> {
                let text = text.into();
                if is_id(&text) { Ok(Self(Letters::of(&text))) } else { Err(InvalidId { given: text }) }
            }

            /// The id of a record that is still being typed; it stands in no file.
            pub fn blank() -> Self {
                Self(Letters::of("new"))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;
            fn try_from(text: String) -> Result<Self, InvalidId> {
                Self::new(text)
            }
        }

        impl std::str::FromStr for $name {
            type Err = InvalidId;
            fn from_str(text: &str) -> Result<Self, InvalidId> {
                if is_id(text) { Ok(Self(Letters::of(text))) } else { Err(InvalidId { given: text.to_owned() }) }
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.as_str().to_owned()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    )*};
}

ids! {
    /// Names a team's folder: `payments`.
    TeamId(Box<str>)
    /// Names a cycle: `2027-q1`.
    CycleId(Box<str>)
    /// Names an objective within a quarter.
    ObjectiveId(str)
    /// Names a key result within a quarter; its score file carries the same name.
    KeyResultId(str)
    /// Names a sitting: its date and six random letters, so that nobody can link two of them.
    SittingId(str)
    /// Names a note, verdict or action of the retrospective.
    NoteId(str)
    /// Names an entry of the effort ledger.
    SessionId(str)
    /// Names a line within a record: an assumption, dependency, initiative or list line.
    LineId(str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_by_the_ten_thousand_is_small() {
        let word = size_of::<usize>();
        assert_eq!(size_of::<TeamId>() + size_of::<CycleId>(), 2 * word);
        let id = TeamId::new("payments").unwrap();
        assert!(Arc::ptr_eq(&id.0, &id.clone().0), "a copy holds no letters of its own");
    }

    #[test]
    fn only_plain_words_become_part_of_a_path() {
        for good in ["payments", "2027-q1", "a", "0-x"] {
            assert!(TeamId::new(good).is_ok(), "{good}");
        }
        for bad in ["", "-a", "A", "a_b", "../x", "a/b", "a.toml", "ä", &"a".repeat(65)] {
            assert!(TeamId::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_title_gives_a_readable_id_of_whole_words() {
        assert_eq!(slug("Sign-in people can rely on", 24).as_deref(), Some("sign-in-people-can-rely"));
        assert_eq!(slug("  CI: p95 (main) ", 24).as_deref(), Some("ci-p95-main"));
        assert_eq!(slug("Überschrift", 24).as_deref(), Some("uberschrift"));
        assert_eq!(slug("Größe zählt", 24).as_deref(), Some("grosse-zahlt"));
        assert_eq!(slug("Cafe\u{301} Zoé's Œuvre", 24).as_deref(), Some("cafe-zoe-s-oeuvre"));
        assert_eq!(slug("日本", 24), None);
        assert_eq!(slug(&"x".repeat(90), 24).as_deref(), Some("xxxxxxxxxxxxxxxxxxxxxxxx"));
    }
}
