//! Random letters for ids that must not be linkable; the seed comes in from outside, so that tests can fix it.

/// A source of random letters. It is a value: the same seed gives the same letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seed(u64);

const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

impl Seed {
    /// Begins with a number that nobody can guess, or with a fixed one in tests.
    pub fn new(start: u64) -> Self {
        Self(start)
    }

    /// Takes the next number (splitmix64).
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Takes six random letters, none of which is easily taken for another.
    pub fn letters(&mut self) -> String {
        let mut bits = self.number();
        let mut letters = String::with_capacity(6);
        for _ in 0..6 {
            let at = usize::try_from(bits & 31).unwrap_or(0);
            letters.push(char::from(LETTERS[at]));
            bits >>= 5;
        }
        letters
    }
}

impl Seed {
    /// Takes such letters until nothing is called so.
    pub fn free_letters(&mut self, is_taken: impl Fn(&str) -> bool) -> String {
        loop {
            let letters = self.letters();
            if !is_taken(&letters) {
                return letters;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_ids_and_do_not_repeat_soon() {
        let mut seed = Seed::new(7);
        let taken: std::collections::BTreeSet<String> = (0..1000).map(|_| seed.letters()).collect();
        assert_eq!(taken.len(), 1000);
        assert!(taken.iter().all(|letters| crate::domain::id::is_id(letters)));
    }

    #[test]
    fn letters_that_are_taken_are_not_given() {
        let (mut one, mut other) = (Seed::new(7), Seed::new(7));
        let taken = [one.letters(), one.letters()];
        assert_eq!(other.free_letters(|letters| taken.iter().any(|one| one == letters)), one.letters());
    }
}
