//! Tells git how to merge records: lines of `.gitattributes`, which the team shares, and a setting of this clone.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::git::Git;
use super::repository::{ATTRIBUTES, Repository};
use super::trouble::Trouble;
use crate::store::Store;
use crate::store::lock::Lock;
use crate::store::write;
use crate::words::sync as words;

/// The lines that give the records of a workspace to our merge driver.
const LINES: [&str; 4] =
    ["okr.toml merge=okr", "steps.toml merge=okr", "cycles/*.toml merge=okr", "teams/**/*.toml merge=okr"];

/// How the driver is run by git's shell, told base, ours, theirs, the path, and what git calls ours and theirs: an older git
/// leaves `%X` and `%Y` as they are. Where the program is not there or cannot
/// merge, git merges line by line: what is left without a mark would be taken for merged.
const DRIVER: &str = "command -v \"$o\" >/dev/null || o=okr; \"$o\" merge-driver -- %O %A %B %P %X %Y; r=$?; \
    [ $r -le 1 ] || { git merge-file -L ours -L base -L theirs %A %O %B; r=$?; }; exit $r";

/// Installs the merge driver for this clone; gives whether the shared file was changed.
///
/// # Errors
///
/// There is no repository, or one of the two cannot be written.
pub fn install(store: &Store) -> Result<bool, Trouble> {
    let repository = Repository::find(store.root(), false)?;
    let git = &repository.git;
    git.run(&["config", "merge.okr.name", words::OKR_RECORDS], b"")?;
    git.run(&["config", "merge.okr.driver", &format!("o={}; {DRIVER}", program())], b"")?;
    let lock = Lock::take(store.root()).map_err(Trouble::Write)?;
    let path = Path::new(ATTRIBUTES);
    let before = fs::read_to_string(store.root().join(path)).ok();
    let after = with_lines(before.as_deref().unwrap_or_default());
    match before {
        Some(before) if before == after => return Ok(false),
        Some(before) => write::replace(&lock, path, &before, &after),
        None => write::create(&lock, path, &after),
    }
    .map_err(Trouble::Write)?;
    Ok(true)
}

/// Tells whether git merges the records of a workspace by our driver in this clone, as this version has it run and with a
/// program that is there; `None` where no repository is.
pub fn is_installed(store: &Store) -> Option<bool> {
    let git = Git::at(store.root(), false);
    git.maybe(&["rev-parse", "--show-toplevel"]).ok()??;
    let driver = git.maybe(&["config", "merge.okr.driver"]).ok()?;
    let told = driver.as_deref().and_then(|driver| driver.strip_suffix(DRIVER));
    let path = told.and_then(|told| told.strip_prefix("o='")?.strip_suffix("'; "));
    let is_there =
        |path: &str| Path::new(&path.replace("'\\''", "'")).is_file() || in_path().next().is_some();
    Some(path.is_some_and(is_there))
}

/// Tells whether a hook of git calls this program by its name in this clone.
pub fn is_called_by_a_hook(store: &Store) -> bool {
    let folder = Git::at(store.root(), false).maybe(&["rev-parse", "--git-path", "hooks"]);
    let folder = folder.ok().flatten().and_then(|folder| fs::read_dir(store.root().join(folder)).ok());
    let hooks = folder.into_iter().flatten().flatten().map(|entry| entry.path());
    let texts =
        hooks.filter(|path| path.extension().is_none()).filter_map(|path| fs::read_to_string(path).ok());
    let calls =
        |line: &str| !line.trim_start().starts_with('#') && line.split_whitespace().any(|word| word == "okr");
    texts.into_iter().any(|text| text.lines().any(calls))
}

/// The text with our lines at its end, where it lacks them.
fn with_lines(text: &str) -> String {
    let missing = LINES.iter().filter(|line| !text.lines().any(|standing| standing.trim() == **line));
    let newline = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    let missing: String = missing.flat_map(|line| [*line, "\n"]).collect();
    if missing.is_empty() { text.to_owned() } else { format!("{text}{newline}{missing}") }
}

/// Tells whether `.gitattributes` differs by our lines and by nothing else.
pub(super) fn is_ours(before: Option<&str>, after: Option<&str>) -> bool {
    let others = |text: Option<&str>| -> Vec<String> {
        let lines = text.unwrap_or_default().lines().map(str::trim);
        lines.filter(|line| !LINES.contains(line)).map(str::to_owned).collect()
    };
    after.is_some() && before != after && others(before) == others(after)
}

/// Where git's shell finds this program, whatever its PATH is: where its name finds it here, which outlives the next
/// version, else where it lies.
fn program() -> String {
    let this = env::current_exe().and_then(dunce::canonicalize).ok();
    let found = in_path().next().filter(|path| path.is_absolute() && dunce::canonicalize(path).ok() == this);
    let path = found.or_else(|| this.clone()).unwrap_or_else(|| PathBuf::from("okr"));
    format!("'{}'", path.to_string_lossy().replace('\'', "'\\''"))
}

/// The programs of our name where programs are looked for.
fn in_path() -> impl Iterator<Item = PathBuf> {
    let folders: Vec<PathBuf> = env::var_os("PATH").iter().flat_map(env::split_paths).collect();
    folders.into_iter().map(|folder| folder.join("okr")).filter(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::layout::PLACES;

    #[test]
    fn our_lines_are_added_once_behind_those_of_others() {
        let once = with_lines("*.png binary");
        assert_eq!(once, format!("*.png binary\n{}\n", LINES.join("\n")));
        assert_eq!(with_lines(&once), once);
        assert_eq!(with_lines(&format!("{}\r\n", LINES.join("\r\n"))), format!("{}\r\n", LINES.join("\r\n")));
    }

    /// Git, its driver and the hooks of a team look where the workspace has its files.
    #[test]
    fn every_place_of_a_workspace_is_merged_and_checked() {
        let merged: Vec<&str> = LINES.iter().filter_map(|line| line.split([' ', '/']).next()).collect();
        assert_eq!(merged, PLACES);
        let hooks = include_str!("../../.pre-commit-hooks.yaml");
        let (_, check) = hooks.split_once("id: okr-check").unwrap();
        for place in PLACES {
            assert!(check.contains(&place.replace('.', "\\.")), "{place}");
        }
    }

    #[test]
    fn lines_of_others_are_not_ours_to_commit() {
        let ours = with_lines("");
        assert!(is_ours(None, Some(&ours)));
        assert!(is_ours(Some("*.png binary\n"), Some(&with_lines("*.png binary\n"))));
        assert!(!is_ours(None, Some("*.png binary\n")));
        assert!(!is_ours(Some("*.png binary\n"), Some(&ours)));
        assert!(!is_ours(Some(&ours), None));
    }
}
