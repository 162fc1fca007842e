//! A table of words that is looked into for every word of every sentence. Its words come from our own lists, so nobody
//! can choose them to collide, and a plain fast hash will do.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Words and what is known of them.
pub(super) type Table<K, V> = HashMap<K, V, BuildHasherDefault<Mixed>>;

/// A hash that mixes eight bytes at a time.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Mixed(u64);

impl Mixed {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            self.mix(few(rest));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(byte.into());
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

/// One to seven bytes as a number; in the middle some may stand in it twice.
fn few(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32;
    }
    let at = |at: usize| u64::from(bytes[at]);
    at(0) | at(bytes.len() / 2) << 8 | at(bytes.len() - 1) << 16
}

/// Tells whether a word is one of a list; most differ in length or first letter, and nothing more of them is looked at.
pub(super) fn is_one_of(word: &str, words: &[&str]) -> bool {
    let first = word.as_bytes().first();
    words.iter().any(|one| one.len() == word.len() && one.as_bytes().first() == first && *one == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_among_others_as_it_stands() {
        let words = ["to", "of", "", "off", "é"];
        assert!(words.iter().all(|word| is_one_of(word, &words)));
        assert!(!["o", "t", "on", "offer", "è", "To"].iter().any(|word| is_one_of(word, &words)));
    }

    #[test]
    fn words_of_any_length_have_a_number_of_their_own() {
        let words =
            ["a", "b", "ab", "ba", "abc", "acb", "abcd", "abcdefg", "abcdefgh", "abcdefghi", "abcdefgi"];
        let table: Table<&str, usize> = words.into_iter().zip(0..).collect();
        assert!(words.iter().zip(0..).all(|(word, at)| table.get(word) == Some(&at)));
        let mixed = |word: &str| {
            let mut mixed = Mixed::default();
            mixed.write(word.as_bytes());
            mixed.finish()
        };
        let numbers: std::collections::BTreeSet<u64> = words.iter().map(|word| mixed(word)).collect();
        assert_eq!(numbers.len(), words.len());
    }
}
