//! A home of its own for every test: an empty folder to work in and an environment that holds only what stands here.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;

/// The day it is unless a test says otherwise: in week 6 of 2027-Q1.
const TODAY: &str = "2027-02-11";

/// A temporary home, removed at the end of the test.
///
/// ```text
/// root/home    HOME, with .config .state .data .cache behind the XDG variables
/// root/tmp     TMPDIR
/// root/work    where a program starts
/// ```
pub struct Home {
    root: Arc<TempDir>,
    environment: BTreeMap<String, OsString>,
}

impl Home {
    /// Makes a home nobody has used.
    pub fn empty() -> Self {
        let root = Arc::new(TempDir::with_prefix("okr-test-").unwrap());
        let mut home = Self { root, environment: BTreeMap::new() };
        for folder in ["home", "tmp", "work"] {
            std::fs::create_dir(home.at(folder)).unwrap();
        }
        home.environment.insert("PATH".into(), std::env::var_os("PATH").unwrap_or_default());
        for (name, folder) in [("HOME", "home"), ("TMPDIR", "tmp")] {
            home.environment.insert(name.into(), home.at(folder).into());
        }
        for kind in ["CONFIG", "STATE", "DATA", "CACHE"] {
            let folder = home.user().join(format!(".{}", kind.to_lowercase()));
            home.environment.insert(format!("XDG_{kind}_HOME"), folder.into());
        }
        home.with("LC_ALL", "C.UTF-8").with("TERM", "xterm-256color").today(TODAY)
    }

    /// Sets the day the program believes it is, as `2027-02-11`.
    #[must_use]
    pub fn today(self, date: &str) -> Self {
        self.with("OKR_TODAY", date)
    }

    /// Sets one variable more.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.insert(name.into(), value.into());
        self
    }

    /// The folder `HOME` points at.
    pub fn user(&self) -> PathBuf {
        self.at("home")
    }

    /// The folder programs start in, empty at first.
    pub fn work(&self) -> PathBuf {
        self.at("work")
    }

    /// All variables a program gets, and no others.
    pub fn environment(&self) -> impl Iterator<Item = (&str, &OsString)> {
        self.environment.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Keeps the folders as long as what is returned. Avoids the race in which a home is removed while a program
    /// started in it still runs.
    pub fn keep(&self) -> Arc<TempDir> {
        Arc::clone(&self.root)
    }

    /// The real path, as a program that asks for its folder is told: some systems link their temporary folder.
    fn at(&self, folder: &str) -> PathBuf {
        let root = self.root.path();
        root.canonicalize().as_deref().unwrap_or(root).join(Path::new(folder))
    }
}

#[test]
fn a_home_starts_empty() {
    let home = Home::empty();
    assert!(super::tree::files(home.work()).is_empty());
    assert!(super::tree::files(home.user()).is_empty());
}

#[test]
fn a_home_hands_on_the_path_and_nothing_else_of_the_machine() {
    let home = Home::empty().today("2027-03-30").with("OKR_COLOR", "never");
    let names: Vec<&str> = home.environment().map(|(name, _)| name).collect();
    assert_eq!(
        names.join(" "),
        "HOME LC_ALL OKR_COLOR OKR_TODAY PATH TERM TMPDIR \
         XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME"
    );
    let all: BTreeMap<&str, &OsString> = home.environment().collect();
    assert_eq!(all["OKR_TODAY"], "2027-03-30");
    assert_eq!(all["XDG_STATE_HOME"].as_os_str(), home.user().join(".state").as_os_str());
}

#[test]
fn a_home_is_gone_when_nobody_needs_it() {
    let home = Home::empty();
    let (work, kept) = (home.work(), home.keep());
    drop(home);
    assert!(work.exists());
    drop(kept);
    assert!(!work.exists());
}
