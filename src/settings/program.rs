//! The programs of this machine: where one stands, and which is the person's own editor.

use std::env;
use std::path::{Path, PathBuf};

/// Finds a program by its path, or in one of the folders where programs stand.
#[must_use]
pub fn found(program: &str) -> Option<PathBuf> {
    let path = Path::new(program);
    if path.components().count() > 1 {
        return path.is_file().then(|| path.to_owned());
    }
    let folders = env::var_os("PATH")?;
    let names = [program.to_owned(), format!("{program}{}", env::consts::EXE_SUFFIX)];
    let places = env::split_paths(&folders).flat_map(|folder| names.clone().map(|name| folder.join(name)));
    places.into_iter().find(|place| place.is_file())
}

/// Returns the command line of the editor: `$VISUAL`, `$EDITOR`, or what every system has.
#[must_use]
pub fn editor(env: &dyn Fn(&str) -> Option<String>) -> String {
    let named = ["VISUAL", "EDITOR"].iter().find_map(|name| env(name).filter(|line| !line.trim().is_empty()));
    named.unwrap_or_else(|| (if cfg!(windows) { "notepad" } else { "vi" }).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

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
