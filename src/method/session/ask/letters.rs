//! The letters by which a room names what stands on a board.

/// The letters in order: a to z, then aa, ab and on.
pub fn letters() -> impl Iterator<Item = String> {
    let one = || 'a'..='z';
    let two = one().flat_map(move |first| one().map(move |second| format!("{first}{second}")));
    one().map(String::from).chain(two)
}

/// The thing that has a letter on the board, whatever is typed behind the letter.
pub(super) fn lettered<T>(typed: &str, board: impl IntoIterator<Item = T>) -> Option<T> {
    let typed: String = typed.chars().take_while(char::is_ascii_alphabetic).collect();
    let typed = typed.to_ascii_lowercase();
    letters().zip(board).find(|(letter, _)| *letter == typed).map(|(_, found)| found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_the_last_letter_has_two() {
        let all: Vec<String> = letters().take(60).collect();
        assert_eq!([&all[25], &all[26], &all[52]], ["z", "aa", "ba"]);
        assert_eq!(lettered("AA.", 0..60), Some(26));
        assert_eq!(lettered("b", 0..60), Some(1));
        assert_eq!([lettered("", 0..60), lettered("zz", 0..60), lettered("é", 0..60)], [None; 3]);
    }
}
