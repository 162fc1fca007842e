//! The programs of this machine: where one stands, and which is the person's own editor.

use std::env;
use std::path::{Path, PathBuf};

/// Finds a program by its path, or in one of the folders where programs stand.
pub fn found(program: &str) -> Option<PathBuf> {
    let path = Path::new(program);
    if path.components().count() > 1 {
        return path.is_file().then(|| path.to_owned());
    }
    // Without a PATH a program is looked for where every system has some.
    let folders = env::var_os("PATH").unwrap_or_else(|| "/bin:/usr/bin".into());
    let names = [program.to_owned(), format!("{program}{}", env::consts::EXE_SUFFIX)];
    let places = env::split_paths(&folders).flat_map(|folder| names.clone().map(|name| folder.join(name)));
    places.into_iter().find(|place| place.is_file())
}

/// Returns the command line of the editor: `$VISUAL`, `$EDITOR`, or what every system has.
pub fn editor(env: &dyn Fn(&str) -> Option<String>) -> String {
    let named = ["VISUAL", "EDITOR"].iter().find_map(|name| env(name).filter(|line| !line.trim().is_empty()));
    named.unwrap_or_else(|| (if cfg!(windows) { "notepad" } else { "vi" }).to_owned())
}

/// The program that a command line runs, behind what it sets for it; `None` where only the shell knows.
pub fn program_of(line: &str) -> Option<String> {
    if cfg!(windows) {
        return line.split_whitespace().next().map(str::to_owned);
    }
    let is_name = |name: &str| name.chars().all(|sign| sign == '_' || sign.is_ascii_alphanumeric());
    let is_set = |word: &str| word.split_once('=').is_some_and(|(name, _)| is_name(name));
    let program = shell_words::split(line).ok()?.into_iter().find(|word| !is_set(word))?;
    (!program.contains(['$', '`', '~', '*', '?', '[', '{', '(', ';', '|', '&', '<', '>'])).then_some(program)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(not(windows))]
    fn the_program_of_a_line_is_the_one_the_shell_runs() {
        for (line, program) in [
            ("vi", Some("vi")),
            ("code --wait", Some("code")),
            ("'/opt/my ed/ed' -n", Some("/opt/my ed/ed")),
            ("LANG=C NO_COLOR=1 vi", Some("vi")),
            ("\"$HOME/ed\"", None),
            ("~/ed", None),
            ("cd /tmp; vi", Some("cd")),
            ("\"open", None),
        ] {
            assert_eq!(program_of(line).as_deref(), program, "{line}");
        }
    }

    #[test]
    fn visual_is_asked_before_editor() {
        let env = |visual: &'static str, second: &'static str| {
            editor(&move |name| match name {
                "VISUAL" => Some(visual.to_owned()),
                "EDITOR" => Some(second.to_owned()),
                _ => None,
            })
        };
        assert_eq!(env("code --wait", "nano"), "code --wait");
        assert_eq!(env(" ", "nano"), "nano");
        assert!(!editor(&|_| None).is_empty());
    }
}
