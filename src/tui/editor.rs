//! The person's own editor: `$VISUAL` or `$EDITOR`, on a text.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, ExitStatus};

use super::terminal::Console;
use crate::words::notices as words;

/// Says how an edit ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edited {
    /// The text is another one.
    Changed(String),
    /// The text was saved as it was.
    Unchanged,
    /// The old text is kept, and why: the editor did not start, or ended with an error.
    Kept(String),
}

/// Lets the editor have the terminal on a text; a suffix such as `.md` tells it what kind of text.
///
/// # Errors
///
/// Says that the terminal could not be entered again.
pub fn edit_text(console: &mut Console, editor: &str, text: &str, suffix: &str) -> io::Result<Edited> {
    let file = match file_of(text, suffix) {
        Ok(file) => file,
        Err(error) => return Ok(Edited::Kept(words::no_file_could_be_made(&error))),
    };
    let ended = console.hand_over(|| run(editor, file.as_ref()))?;
    Ok(outcome(editor, ended, || texts(file, text)))
}

/// The text before and after; where what was saved cannot be read, its file stays, and it is said where.
fn texts(file: tempfile::TempPath, before: &str) -> Result<(String, String), String> {
    match read_back(file.as_ref(), before) {
        Ok(after) => Ok((before.to_owned(), after)),
        Err(error) => Err(match file.keep() {
            Ok(path) => words::the_edited_text_stays(error, path.display()),
            Err(_) => words::the_edited_text_is_unreadable(error),
        }),
    }
}

fn file_of(text: &str, suffix: &str) -> io::Result<tempfile::TempPath> {
    let mut file = tempfile::Builder::new().prefix("okr-").suffix(suffix).tempfile()?;
    file.write_all(text.as_bytes())?;
    // The path is kept and the file is closed: some editors replace it.
    Ok(file.into_temp_path())
}

/// Reads the text again without the line end that an editor adds to the last line.
fn read_back(path: &Path, before: &str) -> io::Result<String> {
    let mut text = std::fs::read_to_string(path)?;
    if !before.ends_with('\n') && text.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
    }
    Ok(text)
}

/// Runs a command line with a path added; the line may hold arguments of its own, `code --wait`.
fn run(editor: &str, path: &Path) -> io::Result<ExitStatus> {
    if cfg!(windows) {
        let mut words = editor.split_whitespace();
        let program = words.next().unwrap_or("notepad");
        return Command::new(program).args(words).arg(path).status();
    }
    let line = format!("{editor} \"$@\"");
    Command::new("sh").args(["-c", &line, "okr"].map(OsStr::new)).arg(path).status()
}

fn outcome(
    editor: &str,
    ended: io::Result<ExitStatus>,
    texts: impl FnOnce() -> Result<(String, String), String>,
) -> Edited {
    match ended {
        Err(error) => Edited::Kept(words::did_not_start(editor, &error)),
        Ok(status) if !status.success() => Edited::Kept(words::ended_with(editor, status)),
        Ok(_) => match texts() {
            Ok((before, after)) if before == after => Edited::Unchanged,
            Ok((_, after)) => Edited::Changed(after),
            Err(says) => Edited::Kept(says),
        },
    }
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    use super::*;

    #[cfg(unix)]
    fn edited(editor: &str, text: &str) -> Edited {
        let file = file_of(text, ".md").unwrap();
        let ended = run(editor, &file);
        outcome(editor, ended, || texts(file, text))
    }

    #[test]
    #[cfg(unix)]
    fn an_editor_that_fails_changes_nothing() {
        assert_eq!(edited("printf 'two\\n' >", "one"), Edited::Changed("two".to_owned()));
        assert_eq!(edited("true", "one"), Edited::Unchanged);
        for editor in ["false", "sh -c 'echo two > \"$0\"; exit 1'", "no-such-editor-anywhere 2>/dev/null"] {
            assert!(matches!(edited(editor, "one"), Edited::Kept(_)), "{editor}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn a_text_that_was_saved_in_another_encoding_stays_in_its_file() {
        let Edited::Kept(says) = edited("printf '\\374ber' >", "one") else { panic!("it is no UTF-8") };
        let path = says.split_whitespace().find(|word| word.contains("okr-")).unwrap();
        let path = Path::new(path.trim_end_matches([',', ';']));
        assert_eq!(std::fs::read(path).unwrap(), b"\xfcber", "{says}");
        std::fs::remove_file(path).unwrap();
    }
}
