//! The words of closed lists, as they stand in files and are typed: `handed-down`, `at-least`.

use std::fmt;

use serde::Serialize;
use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

struct Word<'a, T>(&'a T);

impl<T: Serialize> fmt::Display for Word<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

/// The word of a value as it stands in the files.
#[must_use]
pub fn word<T: Serialize>(value: &T) -> String {
    Word(value).to_string()
}

/// Reads a word as people type it: any case, spaces for hyphens.
#[must_use]
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
}
