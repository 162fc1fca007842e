//! What is wrong in the files, as the screens tell it.

use std::fmt;

/// A place in a file of the workspace.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FilePlace {
    /// The file, seen from the workspace.
    pub path: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

/// As editors and terminals know it: `path:line:col`.
impl fmt::Display for FilePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.path, self.line, self.column)
    }
}

/// Something wrong with a file, in words, found when it was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trouble {
    /// Where it stands.
    pub place: FilePlace,
    /// What is wrong.
    pub says: String,
    /// What to do.
    pub hint: String,
    /// Whether something cannot be read because of it; else it is only odd.
    pub is_damage: bool,
}

/// Says where and what.
impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.says)
    }
}
