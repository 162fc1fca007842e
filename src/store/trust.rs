//! Which commands somebody lets run on this machine, and how the last reading by each went.
//!
//! Trust is given to the exact text of a command in one workspace; it stands in the state folder, so that nobody who can
//! write the files of a team can give it. Losing it runs nothing: what is not found here is asked again.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::state;
use super::write::again;
use crate::domain::day::Day;
use crate::domain::id::KeyResultId;

/// The folder within the state folder.
const FOLDER: &str = "trust";

/// The commands of one workspace this person trusts.
#[derive(Debug)]
pub struct TrustedCommands {
    path: PathBuf,
    kept: Kept,
}

/// What the file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Kept {
    /// The folder of the workspace.
    workspace: String,
    #[serde(default, rename = "command", skip_serializing_if = "Vec::is_empty")]
    commands: Vec<Trusted>,
    #[serde(default, rename = "failure", skip_serializing_if = "Vec::is_empty")]
    failures: Vec<Failure>,
}

/// A command that was trusted, and the key result it was looked at for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Trusted {
    key_result: KeyResultId,
    text: String,
}

/// A reading that gave no number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The key result that was to be read.
    pub key_result: KeyResultId,
    /// The day.
    pub date: Day,
    /// Why there was no number.
    pub says: String,
}

impl TrustedCommands {
    /// Reads what is trusted in a workspace: nothing where the file is missing or damaged.
    pub fn read(state: &Path, root: &Path) -> Self {
        let root = dunce::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let workspace = root.to_string_lossy().into_owned();
        let name = format!("{}.toml", state::mark_of(&root));
        let path = state.join(FOLDER).join(name);
        let kept = Kept::read(&path, workspace);
        Self { path, kept }
    }

    /// Tells whether exactly this text was trusted.
    pub fn holds(&self, text: &str) -> bool {
        self.kept.commands.iter().any(|trusted| trusted.text == text)
    }

    /// What was trusted for a key result before, where that is another text than the one that stands there now.
    pub fn earlier(&self, id: &KeyResultId, text: &str) -> Option<&str> {
        let of = |trusted: &&Trusted| trusted.key_result == *id && trusted.text != text;
        self.kept.commands.iter().rev().find(of).map(|trusted| trusted.text.as_str())
    }

    /// Trusts a text, in the place of what was trusted for the key result before.
    ///
    /// # Errors
    /// It cannot be written; then it is not trusted.
    pub fn give(&mut self, id: &KeyResultId, text: &str) -> io::Result<()> {
        self.change(|kept| {
            kept.commands.retain(|trusted| trusted.key_result != *id);
            kept.commands.push(Trusted { key_result: id.clone(), text: text.to_owned() });
        })
    }

    /// Trusts nothing more that was trusted for a key result, nor the text that stands there now, whichever key result that
    /// was trusted for.
    ///
    /// # Errors
    /// It cannot be written; then it stands as it was.
    pub fn take_back(&mut self, id: &KeyResultId, text: Option<&str>) -> io::Result<()> {
        let is_meant = |trusted: &Trusted| trusted.key_result == *id || Some(trusted.text.as_str()) == text;
        self.change(|kept| kept.commands.retain(|trusted| !is_meant(trusted)))
    }

    /// How the last reading of a key result failed, if it did.
    pub fn failure(&self, id: &KeyResultId) -> Option<&Failure> {
        self.kept.failures.iter().find(|failure| failure.key_result == *id)
    }

    /// Notes how a reading went: why it gave no number, or that it did.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn note(&mut self, id: &KeyResultId, failure: Option<Failure>) -> io::Result<()> {
        self.change(|kept| {
            kept.failures.retain(|failure| failure.key_result != *id);
            kept.failures.extend(failure);
        })
    }

    /// Changes what stands in the file now, as another window may have taken trust back since it was read; one at a time.
    fn change(&mut self, change: impl FnOnce(&mut Kept)) -> io::Result<()> {
        state::make(self.path.parent().unwrap_or(Path::new(".")))?;
        // It is let go with the file: where the lock is let go by itself, Wine says that it is violated.
        let _lock = state::lock(&self.path.with_extension("lock"))?;
        self.kept = Kept::read(&self.path, std::mem::take(&mut self.kept.workspace));
        let mut kept = self.kept.clone();
        change(&mut kept);
        if kept != self.kept {
            state::keep(&self.path, &toml::to_string(&kept).map_err(io::Error::other)?)?;
            self.kept = kept;
        }
        Ok(())
    }
}

impl Kept {
    /// Nothing where the file is missing, damaged or of another workspace.
    fn read(path: &Path, workspace: String) -> Self {
        let text = again(|| fs::read_to_string(path)).unwrap_or_default();
        let kept: Self = toml::from_str(&text).unwrap_or_default();
        if kept.workspace == workspace { kept } else { Self { workspace, ..Self::default() } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> KeyResultId {
        text.parse().unwrap()
    }

    #[test]
    fn trust_is_for_one_text_in_one_workspace() {
        let (state, one, other) =
            (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let read = |root: &Path| TrustedCommands::read(state.path(), root);
        read(one.path()).give(&id("failures"), "psql -f a.sql").unwrap();
        assert!(read(one.path()).holds("psql -f a.sql"));
        for text in ["psql -f b.sql", "psql  -f a.sql", "psql -f a.sql ", "PSQL -f a.sql", ""] {
            assert!(!read(one.path()).holds(text), "{text}");
        }
        assert!(!read(other.path()).holds("psql -f a.sql"));
        assert_eq!(read(one.path()).earlier(&id("failures"), "psql -f b.sql"), Some("psql -f a.sql"));
        read(one.path()).give(&id("failures"), "psql -f b.sql").unwrap();
        assert!(!read(one.path()).holds("psql -f a.sql"));
        read(one.path()).take_back(&id("failures"), Some("psql -f b.sql")).unwrap();
        assert!(!read(one.path()).holds("psql -f b.sql"));
    }

    #[test]
    fn trust_is_taken_back_for_a_key_result_whatever_its_command_says_by_then() {
        let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let mut trust = TrustedCommands::read(state.path(), root.path());
        for now in [Some("printf 1.5"), None] {
            trust.give(&id("failures"), "printf 1.4").unwrap();
            trust.give(&id("refunds"), "true").unwrap();
            trust.take_back(&id("failures"), now).unwrap();
            assert!(!trust.holds("printf 1.4") && trust.holds("true"), "{now:?}");
        }
        trust.take_back(&id("failures"), Some("true")).unwrap();
        assert!(!trust.holds("true"), "one text is run or not, whoever names it");
    }

    #[test]
    fn what_another_window_took_back_stays_taken_back() {
        let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let read = || TrustedCommands::read(state.path(), root.path());
        read().give(&id("failures"), "true").unwrap();
        let mut reading = read();
        read().take_back(&id("failures"), Some("true")).unwrap();
        read().give(&id("refunds"), "false").unwrap();
        let says = "it printed nothing".to_owned();
        let failure = Failure { key_result: id("failures"), date: Day::new(2027, 2, 11).unwrap(), says };
        reading.note(&id("failures"), Some(failure)).unwrap();
        assert!(!reading.holds("true") && !read().holds("true"));
        assert!(read().holds("false") && read().failure(&id("failures")).is_some());
    }

    #[test]
    fn a_damaged_file_and_that_of_another_workspace_trust_nothing() {
        let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let mut trust = TrustedCommands::read(state.path(), root.path());
        trust.give(&id("failures"), "true").unwrap();
        let text = fs::read_to_string(&trust.path).unwrap();
        let here = dunce::canonicalize(root.path()).unwrap();
        let moved = text.replace(&here.display().to_string(), "/elsewhere");
        assert_ne!(moved, text);
        for text in ["", "[[command]", &text[..text.len() - 3], &moved] {
            fs::write(&trust.path, text).unwrap();
            assert!(!TrustedCommands::read(state.path(), root.path()).holds("true"), "{text}");
        }
    }

    #[test]
    fn the_last_failure_stands_until_a_number_is_read() {
        let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let mut trust = TrustedCommands::read(state.path(), root.path());
        let says = "it printed nothing".to_owned();
        let failure = Failure { key_result: id("failures"), date: Day::new(2027, 2, 11).unwrap(), says };
        trust.note(&id("failures"), Some(failure.clone())).unwrap();
        assert_eq!(TrustedCommands::read(state.path(), root.path()).failure(&id("failures")), Some(&failure));
        trust.note(&id("failures"), None).unwrap();
        assert_eq!(TrustedCommands::read(state.path(), root.path()).failure(&id("failures")), None);
    }

    #[cfg(unix)]
    #[test]
    fn trust_is_for_this_person_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let (state, root) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let mut trust = TrustedCommands::read(state.path(), root.path());
        trust.give(&id("failures"), "true").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&trust.path), mode(trust.path.parent().unwrap())), (0o600, 0o700));
    }
}
