//! Trees of git: what differs between two, what a file of one holds, and how another is made of one.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;

use tempfile::TempDir;

use super::git::{Git, Output};
use super::repository::Repository;
use super::trouble::Trouble;
use crate::words::sync as words;

/// A file in a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// What kind of file, such as `100644`.
    pub(super) mode: String,
    /// The name of its content.
    pub(super) content: String,
}

impl Entry {
    /// Tells whether it is a plain file, neither link nor repository.
    pub(super) fn is_plain(&self) -> bool {
        self.mode.starts_with("100")
    }
}

/// One file before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Delta {
    /// `None` when it is new.
    pub(super) was: Option<Entry>,
    /// `None` when it goes.
    pub(super) is: Option<Entry>,
}

impl Delta {
    /// The name of its content before, where that can have been a text.
    pub(super) fn text_before(&self) -> Option<&str> {
        self.was.as_ref().filter(|was| was.is_plain()).map(|was| was.content.as_str())
    }
}

/// What differs between two trees, by path.
pub(super) type Diff = BTreeMap<String, Delta>;

/// What is to be put into a tree, by path; `None` takes a file away.
pub(super) type Edits = BTreeMap<String, Option<Entry>>;

/// The tree with nothing in it.
pub(super) fn empty(git: &Git) -> Result<String, Trouble> {
    git.line(&["hash-object", "-t", "tree", "--stdin"])
}

/// What differs between two commits or trees.
pub(super) fn diff(git: &Git, from: &str, to: &str) -> Result<Diff, Trouble> {
    let said = git.run(&["diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", from, to], b"")?;
    Ok(deltas(&said))
}

/// Reads what git says of files: `:100644 100644 old new M`, then the path.
pub(super) fn deltas(said: &Output) -> Diff {
    let mut parts = said.parts();
    let mut deltas = Diff::new();
    while let (Some(about), Some(path)) = (parts.next(), parts.next()) {
        let words: Vec<&str> = about.trim_start_matches(':').split(' ').collect();
        let &[was, is, before, after, _] = words.as_slice() else { continue };
        let entry = |mode: &str, content: &str| {
            let is_there = mode.bytes().any(|byte| byte != b'0');
            is_there.then(|| Entry { mode: mode.to_owned(), content: content.to_owned() })
        };
        deltas.insert(path, Delta { was: entry(was, before), is: entry(is, after) });
    }
    deltas
}

/// The texts of contents; `None` for what is no text.
pub(super) fn texts(git: &Git, contents: &[&str]) -> Result<Vec<Option<String>>, Trouble> {
    if contents.is_empty() {
        return Ok(Vec::new());
    }
    let wanted: String = contents.iter().flat_map(|content| [*content, "\n"]).collect();
    let said = git.run(&["cat-file", "--batch"], wanted.as_bytes())?;
    let mut rest = said.out.as_slice();
    let mut texts = Vec::new();
    for _ in contents {
        let (text, after) =
            one_text(rest).ok_or_else(|| Trouble::Git(words::A_FILE_CANNOT_BE_READ.to_owned()))?;
        texts.push(text);
        rest = after;
    }
    Ok(texts)
}

/// The first text of a batch, and what comes after it: `name blob size`, a line ending, the bytes, a line ending.
fn one_text(batch: &[u8]) -> Option<(Option<String>, &[u8])> {
    let end = batch.iter().position(|byte| *byte == b'\n')?;
    let head = std::str::from_utf8(&batch[..end]).ok()?;
    let size: usize = head.rsplit_once(' ')?.1.parse().ok()?;
    let (bytes, after) = batch[end + 1..].split_at_checked(size)?;
    Some((String::from_utf8(bytes.to_vec()).ok(), after.get(1..)?))
}

/// Keeps a text and gives the name of its content.
pub(super) fn keep(git: &Git, text: &str) -> Result<String, Trouble> {
    Ok(git.run(&["hash-object", "-w", "--stdin"], text.as_bytes())?.line())
}

/// An index beside the one of the user, which stays as it is.
pub(super) struct Scratch {
    /// Git with this index.
    pub(super) git: Git,
    folder: TempDir,
    /// How long git's names of contents are here.
    name_length: usize,
}

impl Scratch {
    /// An index that holds a tree.
    pub(super) fn of(repository: &Repository, tree: &str) -> Result<Self, Trouble> {
        let scratch = Self::new(repository, tree.len())?;
        scratch.git.run(&["read-tree", tree], b"")?;
        Ok(scratch)
    }

    /// An index that holds the commit the work tree stands on, and knows which files are as they were.
    pub(super) fn of_head(repository: &Repository, head: Option<&str>) -> Result<Self, Trouble> {
        let scratch = Self::new(repository, head.map_or(0, str::len))?;
        let Some(head) = head else { return Ok(scratch) };
        let own = scratch.folder.path().join("index");
        match fs::copy(repository.folder.join("index"), own) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(Trouble::Git(error.to_string())),
            _ => {}
        }
        scratch.git.run(&["read-tree", "--reset", head], b"")?;
        // It ends badly where a file differs, which is no trouble.
        scratch.git.ask(&["update-index", "-q", "--refresh"], b"")?;
        Ok(scratch)
    }

    fn new(repository: &Repository, name_length: usize) -> Result<Self, Trouble> {
        let folder = tempfile::tempdir().map_err(|error| Trouble::Git(error.to_string()))?;
        let index = folder.path().join("index");
        let index = index
            .to_str()
            .ok_or_else(|| Trouble::Git(words::THE_TEMPORARY_FOLDER_IS_NO_PLAIN_TEXT.to_owned()))?;
        // One that is split keeps its half beside the index of the user, where git may lose it.
        let git = repository.git.with("GIT_INDEX_FILE", index).told("core.splitIndex=false");
        Ok(Self { git, folder, name_length })
    }

    /// Puts files in their places.
    pub(super) fn put(&self, edits: &Edits) -> Result<(), Trouble> {
        let none = Entry { mode: "0".to_owned(), content: "0".repeat(self.name_length) };
        // What goes makes room for what comes.
        let (gone, come): (Vec<_>, Vec<_>) = edits.iter().partition(|(_, entry)| entry.is_none());
        let line = |(path, entry): (&String, &Option<Entry>)| {
            let Entry { mode, content } = entry.as_ref().unwrap_or(&none);
            format!("{mode} {content}\t{path}\0")
        };
        let lines: String = gone.into_iter().chain(come).map(line).collect();
        self.git.run(&["update-index", "-z", "--index-info"], lines.as_bytes())?;
        Ok(())
    }

    /// The tree it holds.
    pub(super) fn tree(&self) -> Result<String, Trouble> {
        self.git.line(&["write-tree"])
    }
}

/// Takes files into an index as they stand in the work tree.
pub(super) fn take(git: &Git, paths: &[String]) -> Result<(), Trouble> {
    let lines: String = paths.iter().flat_map(|path| [path.as_str(), "\0"]).collect();
    git.run(&["update-index", "--add", "--remove", "-z", "--stdin"], lines.as_bytes())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_read_text_by_text() {
        let batch = b"aa blob 3\nx\ny\nbb blob 0\n\ncc blob 1\n\xff\n";
        let (one, rest) = one_text(batch).unwrap();
        let (two, rest) = one_text(rest).unwrap();
        let (three, rest) = one_text(rest).unwrap();
        assert_eq!((one.as_deref(), two.as_deref(), three, rest), (Some("x\ny"), Some(""), None, &b""[..]));
        assert!(one_text(b"aa missing\n").is_none());
    }

    #[test]
    fn what_differs_is_read_with_any_path() {
        let out = b":000000 100644 00 aa A\0new\nline\0:100644 000000 bb 00 D\0-gone\0";
        let deltas = deltas(&Output { code: Some(0), out: out.to_vec(), words: String::new() });
        assert_eq!(deltas["new\nline"].was, None);
        assert_eq!(deltas["-gone"].was.as_ref().unwrap().content, "bb");
        assert_eq!(deltas["-gone"].is, None);
    }
}
