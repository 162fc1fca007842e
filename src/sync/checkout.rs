//! Brings the work tree from one commit to another. What is changed there and not committed stays, or nothing is done.

use std::fs;

use super::repository::Repository;
use super::tree::{Diff, deltas, diff, empty};
use super::trouble::Trouble;
use crate::store::Store;
use crate::store::lock::Lock;

/// What became of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The work tree and the branch stand where they should.
    Done,
    /// Somebody saved into these files of the workspace meanwhile; they have to be committed first.
    Again(Vec<String>),
}

/// Moves the branch and the work tree. No window saves while the files change.
pub(super) fn checkout(
    store: &Store,
    repository: &Repository,
    (from, to): (Option<&str>, &str),
) -> Result<Outcome, Trouble> {
    if from == Some(to) {
        return Ok(Outcome::Done);
    }
    let git = &repository.git;
    let _lock = Lock::take(store.root()).map_err(Trouble::Write)?;
    let begin = from.map_or_else(|| empty(git), |from| Ok(from.to_owned()))?;
    // It ends badly where a file differs, which is looked at below.
    git.ask(&["update-index", "-q", "--refresh"], b"")?;
    let in_the_way = in_the_way(repository, from, &diff(git, &begin, to)?)?;
    if in_the_way.iter().any(|path| repository.address(path).is_some()) {
        return Ok(Outcome::Again(in_the_way));
    }
    if !in_the_way.is_empty() {
        return Err(Trouble::InTheWay(in_the_way));
    }
    let said = git.ask(&["read-tree", "-m", "-u", &begin, to], b"")?;
    if !said.is_fine() {
        let is_merging = said.words.contains("resolve your current index");
        return Err(if is_merging { Trouble::Underway("merge") } else { Trouble::of_git(said.words) });
    }
    // The old place makes sure that nobody has moved the branch meanwhile; all zeros: that there is none.
    let old = from.map_or_else(|| "0".repeat(to.len()), str::to_owned);
    let moved = git.run(&["update-ref", "-m", "okr sync", &repository.branch, to, &old], b"");
    if let Err(trouble) = moved {
        git.run(&["read-tree", "-m", "-u", to, &begin], b"")?;
        return Err(trouble);
    }
    Ok(Outcome::Done)
}

/// The files that would change and are changed here and not committed, or stand here unknown to git.
fn in_the_way(repository: &Repository, from: Option<&str>, coming: &Diff) -> Result<Vec<String>, Trouble> {
    let git = &repository.git;
    let mut dirty = Diff::new();
    if from.is_some() {
        for cached in [&["--cached"][..], &[]] {
            let mut arguments = vec!["diff-index", "-z", "--raw", "--no-renames", "--no-abbrev"];
            arguments.extend(cached);
            arguments.push("HEAD");
            dirty.extend(deltas(&git.run(&arguments, b"")?));
        }
    }
    let is_unknown = |path: &str| {
        coming[path].was.is_none()
            && fs::symlink_metadata(git.folder().join(path)).is_ok_and(|found| !found.is_dir())
    };
    let paths = coming.keys().filter(|path| dirty.contains_key(*path) || is_unknown(path));
    Ok(paths.cloned().collect())
}
