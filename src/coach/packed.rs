//! Tables that the build script writes: words and what is known of each, found by a perfect hash. They hold places in one
//! text and no addresses: nothing has to be brought into place at the start, and of the program's file only what is looked
//! at comes into memory.

/// A table of words.
pub(super) struct Packed<V: 'static> {
    /// What the words were hashed with.
    pub(super) key: u64,
    /// Which words share a place, and how far each is moved.
    pub(super) moves: &'static [(u32, u32)],
    /// Where each word stands in the text, how long it is, and what is known of it.
    pub(super) entries: &'static [(u32, u32, V)],
    /// All words, one behind the other.
    pub(super) text: &'static str,
}

impl<V> Packed<V> {
    /// What is known of a word.
    pub(super) fn get(&self, word: &str) -> Option<&V> {
        let hashes = phf_shared::hash(word, &self.key);
        let at = phf_shared::get_index(&hashes, self.moves, self.entries.len());
        let (start, len, known) = self.entries.get(at as usize)?;
        let (start, len) = (*start as usize, *len as usize);
        let found = self.text.as_bytes().get(start..start + len)?;
        (found == word.as_bytes()).then_some(known)
    }
}
