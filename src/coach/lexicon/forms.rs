//! Undoes the endings of English words: plurals, pasts and participles, `-ing`; and turns the American `-ize` into the
//! British `-ise` the lists have.

use super::senses::{ENGLISH, ENGLISH_VERBS, NOUNS, Senses, TOPICS, VERBS};

/// An ending that was undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// None.
    None,
    /// `-s`, `-es`, `-ies`.
    S,
    /// `-ed`, `-d`, `-ied`.
    Past,
    /// `-ing`.
    Ing,
}

impl Ending {
    /// What a word with this ending can be.
    pub(super) const fn may_be(self) -> Senses {
        match self {
            Self::None => Senses::ALL,
            Self::S => NOUNS.or(VERBS).or(TOPICS).or(ENGLISH),
            Self::Past | Self::Ing => VERBS.or(ENGLISH_VERBS),
        }
    }
}

/// Longer words are in no list.
const LONGEST: usize = 40;

/// Calls `found` with each plain form a word may come from.
pub(super) fn each(lower: &str, mut found: impl FnMut(&str, Ending)) {
    if lower.len() > LONGEST {
        return;
    }
    let british = british(lower);
    let word = british.as_deref().unwrap_or(lower);
    if british.is_some() {
        found(word, Ending::None);
    }
    let stripped = |end: &str| word.strip_suffix(end);
    if let Some(stem) = stripped("ing") {
        stems(stem, |plain| found(plain, Ending::Ing));
    } else if let Some(stem) = stripped("ied") {
        found(&format!("{stem}y"), Ending::Past);
    } else if let Some(stem) = stripped("ed") {
        stems(stem, |plain| found(plain, Ending::Past));
    } else if let Some(stem) = stripped("ies") {
        found(&format!("{stem}y"), Ending::S);
        found(&word[..word.len() - 1], Ending::S);
    } else if let Some(stem) = stripped("es") {
        found(stem, Ending::S);
        found(&word[..word.len() - 1], Ending::S);
    } else if let Some(stem) = stripped("'s").or_else(|| stripped("s")) {
        found(stem, Ending::S);
    }
}

/// `-ize`, `-yze` and their forms, as the lists spell them.
fn british(lower: &str) -> Option<String> {
    let at = lower.rfind("iz").or_else(|| lower.rfind("yz")).filter(|at| *at > 1)?;
    let tail = &lower[at + 2..];
    let is_ending = ["e", "es", "ed", "ing", "ation", "ations"].contains(&tail);
    is_ending.then(|| format!("{}s{tail}", &lower[..=at]))
}

/// The words `stem` may be the shortened form of: itself, with an `e`, without a doubled letter.
fn stems(stem: &str, mut found: impl FnMut(&str)) {
    if stem.len() < 2 || !stem.is_ascii() {
        return;
    }
    found(stem);
    found(&format!("{stem}e"));
    let bytes = stem.as_bytes();
    if bytes[bytes.len() - 1] == bytes[bytes.len() - 2] {
        found(&stem[..stem.len() - 1]);
    }
}

/// The plain form of a verb that opens a phrase: `rolled` out, `setting` up.
pub(super) fn plain_verb(word: &str) -> Option<&str> {
    let stem = word.strip_suffix("ed").or_else(|| word.strip_suffix("ing"))?;
    let bytes = stem.as_bytes();
    let is_doubled =
        bytes.len() > 2 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2] && !stem.ends_with('l');
    Some(if is_doubled && stem.is_ascii() { &stem[..stem.len() - 1] } else { stem })
}

/// Tells whether `word` is the plural of `singular`.
pub(super) fn is_plural_of(word: &str, singular: &str) -> bool {
    word.strip_prefix(singular).is_some_and(|end| matches!(end, "s" | "es"))
        || word.strip_suffix("ies").is_some_and(|stem| singular.strip_suffix('y') == Some(stem))
}
