//! The command that reads the metric of a key result: plain words, never a line for a shell.

use std::fmt;

use super::display::visible;
use crate::words::domain::values as words;

/// Why a text cannot be run as a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidCommand {
    /// It names no program.
    Empty,
    /// It holds characters that act instead of being seen, so that nobody can tell what it would run.
    Unseen,
    /// A quote is opened and not closed.
    OpenQuote,
}

impl fmt::Display for InvalidCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => words::IT_NAMES_NO_PROGRAM,
            Self::Unseen => words::IT_HOLDS_CHARACTERS_THAT_CANNOT_BE_SEEN,
            Self::OpenQuote => words::A_QUOTE_IS_OPENED_AND_NOT_CLOSED,
        })
    }
}

impl std::error::Error for InvalidCommand {}

/// Splits a command into its program and the arguments, at blanks and by quotes.
///
/// Nothing is put in the place of anything: `$HOME`, `~`, `*`, `|` and `$(date)` are handed on as they stand.
///
/// # Errors
/// [`InvalidCommand`] says why it cannot be run.
pub fn words(command: &str) -> Result<Vec<String>, InvalidCommand> {
    if visible(command) != command {
        return Err(InvalidCommand::Unseen);
    }
    let words = shell_words::split(command).map_err(|_| InvalidCommand::OpenQuote)?;
    if words.first().is_none_or(String::is_empty) { Err(InvalidCommand::Empty) } else { Ok(words) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_split_at_blanks_and_quotes_and_nothing_is_expanded() {
        let line = r#"psql -c 'select 1; --' "a b"c $HOME ~ * | `date` $(date) \; > /tmp/x"#;
        let expected = [
            "psql",
            "-c",
            "select 1; --",
            "a bc",
            "$HOME",
            "~",
            "*",
            "|",
            "`date`",
            "$(date)",
            ";",
            ">",
            "/tmp/x",
        ];
        assert_eq!(words(line).unwrap(), expected);
    }

    #[test]
    fn what_nobody_could_judge_is_no_command() {
        for blank in ["", "  ", "''", "# only a comment"] {
            assert_eq!(words(blank), Err(InvalidCommand::Empty), "{blank}");
        }
        assert_eq!(words("echo 'open"), Err(InvalidCommand::OpenQuote));
        for unseen in ["echo \u{202e}1", "echo\n1", "echo\u{200b} 1", "\u{1b}[2Jecho 1", "echo\u{9b}1"] {
            assert_eq!(words(unseen), Err(InvalidCommand::Unseen), "{unseen:?}");
        }
    }

    proptest! {
        #[test]
        fn a_word_in_single_quotes_arrives_as_it_was_written(word in "[^'\\p{C}\u{2028}\u{2029}]{1,40}") {
            prop_assume!(visible(&word) == word);
            let split = words(&format!("echo '{word}'")).unwrap();
            prop_assert_eq!(split, ["echo", word.as_str()]);
        }
    }
}
