//! Which files of a quarter could not be read.

use super::quarter::QuarterKey;
use super::workspace::Workspace;

impl Workspace {
    /// The files of a quarter of which something could not be read.
    pub fn unread_of(&self, key: &QuarterKey) -> impl Iterator<Item = &String> + use<'_> {
        let folder = format!("teams/{key}/");
        self.unread.iter().filter(move |file| file.starts_with(&folder))
    }

    /// Whether something could not be read of the quarter a path leads into: `TEAM/CYCLE/...`.
    pub fn is_damaged_at(&self, path: &str) -> bool {
        let folder: Vec<&str> = path.split('/').take(2).collect();
        let folder = format!("teams/{}/", folder.join("/"));
        self.unread.iter().any(|file| file.starts_with(&folder))
    }
}
