//! The words of a statement as the evidence weighs them: cut to their stems, every number the same, with the few signs
//! that say something. "Publish 5 posts" is `<`, `publish`, `#`, `post`, `>`.

use crate::coach::token::{Kind, Token};

/// Stands before the first word.
const FIRST: &str = "<";
/// Stands behind the last word.
const LAST: &str = ">";
/// Any number.
const NUMBER: &str = "#";

/// Signs that say something.
const SIGNS: &[&str] = &["%", "$", "€", "£", "->", "→", ":", "+", "/"];

/// Endings that are cut off, the longest first.
const ENDINGS: &[&str] = &["ies", "ied", "ing", "es", "ed", "s", "y", "e"];

/// What is left of a word at least.
const SHORTEST: usize = 3;

/// The stems of a statement with its ends.
pub(super) fn stems<'t>(tokens: &'t [Token<'_>]) -> impl Iterator<Item = &'t str> {
    [FIRST].into_iter().chain(tokens.iter().filter_map(stem)).chain([LAST])
}

fn stem<'t>(token: &'t Token<'_>) -> Option<&'t str> {
    let lower = token.lower.as_ref();
    match token.kind {
        Kind::Number => Some(NUMBER),
        Kind::Sign => SIGNS.contains(&lower).then_some(lower),
        Kind::Word => Some(cut(lower)),
    }
}

/// A word without its ending.
fn cut(lower: &str) -> &str {
    let cut = |end: &&str| lower.strip_suffix(end).filter(|rest| rest.len() >= SHORTEST);
    ENDINGS.iter().find_map(cut).unwrap_or(lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::token::tokens;

    fn cut_up(text: &str) -> Vec<String> {
        stems(&tokens(text)).map(str::to_owned).collect()
    }

    #[test]
    fn the_forms_of_a_word_have_one_stem_and_numbers_are_one() {
        assert_eq!(cut_up("Publish 5 posts"), ["<", "publish", "#", "post", ">"]);
        assert_eq!(cut_up("published posted"), ["<", "publish", "post", ">"]);
        for forms in ["release releases released releasing", "company companies", "rely relied relies"] {
            let stems = cut_up(forms);
            assert!(stems[1..stems.len() - 1].iter().all(|stem| *stem == stems[1]), "{stems:?}");
        }
        assert_eq!(cut_up("use is 2/3, (so)"), ["<", "use", "is", "#", "/", "#", "so", ">"]);
    }
}
