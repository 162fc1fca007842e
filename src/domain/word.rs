//! Closed lists and their words, as they stand in files and are typed: `handed-down`, `at-least`.

use std::fmt;

use serde::Serialize;
use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

/// One of a closed list of values, each of them a word.
pub trait ClosedList: Copy + Serialize + DeserializeOwned + 'static {
    /// The words, in the order in which they are offered.
    const WORDS: &'static [&'static str];
}

/// Declares a closed list: an enum whose values are written as the words beside them, in files and by people.
macro_rules! closed_list {
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$row:meta])* $value:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        pub enum $name {
            $($(#[$row])* #[serde(rename = $word)] $value,)+
        }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];
            /// The words of all of them.
            pub const WORDS: &'static [&'static str] = &[$($word),+];
        }

        impl $crate::domain::word::ClosedList for $name {
            const WORDS: &'static [&'static str] = Self::WORDS;
        }
    };
}
pub(super) use closed_list;

struct Word<'a, T>(&'a T);

impl<T: Serialize> fmt::Display for Word<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

/// The word of a value as it stands in the files.
pub fn word<T: Serialize>(value: &T) -> String {
    Word(value).to_string()
}

/// Reads a word as people type it: any case, spaces for hyphens.
pub fn from_word<T: DeserializeOwned>(text: &str) -> Option<T> {
    let word = text.split_whitespace().collect::<Vec<_>>().join("-").to_lowercase().replace('_', "-");
    let word: StrDeserializer<'_, Error> = word.as_str().into_deserializer();
    T::deserialize(word).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::objective::Origin;

    #[test]
    fn a_word_is_the_one_of_the_files() {
        assert_eq!(word(&Origin::HandedDown), "handed-down");
        assert_eq!(from_word("Handed down"), Some(Origin::HandedDown));
        assert_eq!(from_word::<Origin>("theirs"), None);
    }

    #[test]
    fn the_words_of_a_list_are_those_of_its_values_in_their_order() {
        let words: Vec<String> = Origin::ALL.iter().map(word).collect();
        assert_eq!(words, Origin::WORDS);
        assert_eq!(words, ["ours", "negotiated", "handed-down"]);
    }
}
