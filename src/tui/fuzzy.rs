//! Finds by a few letters of a name, wherever they stand in it: `pym` finds Payments. The best comes first; of two that
//! are as good the shorter, then the one that stood first.

use std::cell::RefCell;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

thread_local! {
    /// It keeps some room to work in, which is not made anew for each letter.
    static MATCHER: RefCell<Matcher> = RefCell::new(Matcher::new(Config::DEFAULT));
}

/// What is typed matches all words of what is found, in any order; nothing typed finds everything, in its own order.
pub fn ranked<T>(all: Vec<(T, String)>, typed: &str) -> Vec<T> {
    if typed.trim().is_empty() {
        return all.into_iter().map(|(one, _)| one).collect();
    }
    let pattern = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
    let score = |words: &str| {
        let mut room = Vec::new();
        MATCHER.with_borrow_mut(|matcher| pattern.score(Utf32Str::new(words, &mut room), matcher))
    };
    let rank = |words: &str| Some((u32::MAX - score(words)?, words.chars().count()));
    let mut found: Vec<((u32, usize), T)> =
        all.into_iter().filter_map(|(one, words)| Some((rank(&words)?, one))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, one)| one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<&'static str> {
        let all = ["Mobile apps", "Build platform", "Payments", "Platform", "Data plane", "Überweisungen"];
        ranked(all.map(|name| (name, name.to_owned())).to_vec(), typed)
    }

    #[test]
    fn a_few_letters_find_a_name_and_the_best_comes_first() {
        assert_eq!(found("pym"), ["Payments"]);
        assert_eq!(found("plat")[0], "Platform");
        assert_eq!(found("build pl"), ["Build platform"]);
        assert_eq!(found("pl build"), ["Build platform"]);
        assert_eq!(found("uberw"), ["Überweisungen"]);
        assert_eq!(found("zz"), Vec::<&str>::new());
    }

    #[test]
    fn nothing_typed_finds_everything_in_its_order() {
        assert_eq!(found(" ").len(), 6);
        assert_eq!(found("")[0], "Mobile apps");
    }
}
