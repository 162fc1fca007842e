//! What was changed here and is not committed: which files of the workspace, and what they say as records.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::git::waits_for;
use super::install;
use super::repository::Repository;
use super::tree::{Delta, Diff, Entry, Scratch, deltas, take, texts};
use super::trouble::Trouble;
use crate::domain::change::{Address, Edit, Record};
use crate::domain::quarter::KeyResultKey;
use crate::domain::team::FORMAT;
use crate::store::place::Position;
use crate::store::problem::Problem;
use crate::store::{Store, layout, misnamed, record_of};
use crate::words::sync as words;

/// Changes of the workspace that are not committed.
pub(super) struct Own {
    /// The files, counted from the top of the repository.
    paths: Vec<String>,
    /// What they were and are as records.
    pub(super) edits: Vec<Edit>,
    scratch: Scratch,
}

impl Own {
    /// Looks at the work tree; whatever is not a record of the workspace is left aside.
    pub(super) fn look(store: &Store, repository: &Repository, head: Option<&str>) -> Result<Self, Trouble> {
        let scratch = Scratch::of_head(repository, head)?;
        let changed = changed(repository, &scratch)?;
        refuse_ignored(repository, &scratch)?;
        let was = changed.values().filter_map(Delta::text_before);
        let mut was = texts(&scratch.git, &was.collect::<Vec<_>>())?.into_iter();
        let (mut paths, mut records) = (Vec::new(), Vec::new());
        let went: BTreeSet<String> = folders_of_what_went(repository, &changed);
        for (path, delta) in changed {
            let text = delta.text_before().and_then(|_| was.next().flatten());
            let Some(address) = repository.address(&path) else {
                // What it was called before would be committed as one that went.
                let misnamed = path.strip_prefix(&repository.prefix).and_then(misnamed);
                let has_gone = delta.is.is_some() && went.contains(folder_of(&path));
                if let Some(problem) = misnamed.filter(|_| has_gone) {
                    return Err(Trouble::Damaged(Box::new(problem)));
                }
                let after = fs::read_to_string(repository.git.folder().join(&path)).ok();
                if path == repository.attributes() && install::is_ours(text.as_deref(), after.as_deref()) {
                    paths.push(path);
                }
                continue;
            };
            let before = text.and_then(|text| record_of(&address, &text).ok());
            refuse_link(repository, &address)?;
            let after = standing(store, &address)?;
            paths.push(path);
            records.push((address, before, after));
        }
        Ok(Self { paths, edits: edits(records), scratch })
    }

    /// Tells whether there is nothing to commit.
    pub(super) fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// Commits them, and nothing else that may be waiting in the index; gives whether there was anything to it.
    pub(super) fn commit(&self, repository: &Repository, message: &str) -> Result<bool, Trouble> {
        // An index that does not take in what was committed would take it away again with the next commit.
        let lock = repository.folder.join("index.lock");
        if !waits_for(&lock) {
            return Err(Trouble::Locked(lock.display().to_string()));
        }
        let git = &self.scratch.git;
        let before = git.line(&["write-tree"])?;
        take(git, &self.paths)?;
        if git.line(&["write-tree"])? == before {
            return Ok(false);
        }
        self.refuse_removals()?;
        let said = git.ask(&["commit", "--quiet", "--cleanup=whitespace", "--file=-"], message.as_bytes())?;
        if !said.is_fine() {
            let is_nameless = ["tell me who you are", "ident name", "no email was given"];
            let is_nameless = is_nameless.iter().any(|words| said.words.contains(words));
            return Err(match Trouble::of_git(said.words) {
                Trouble::Git(_) if is_nameless => Trouble::NoName,
                Trouble::Git(words) => Trouble::CommitRefused(words),
                locked => locked,
            });
        }
        Ok(true)
    }

    /// A file that stands is never committed as one that went, whatever became of the index.
    fn refuse_removals(&self) -> Result<(), Trouble> {
        let git = &self.scratch.git;
        if git.maybe(&["rev-parse", "-q", "--verify", "HEAD^{commit}"])?.is_none() {
            return Ok(());
        }
        let words = ["diff-index", "--cached", "-z", "--raw", "--no-renames", "--no-abbrev", "HEAD"];
        let stands =
            |path: &String| fs::symlink_metadata(git.folder().join(path)).is_ok_and(|it| !it.is_dir());
        let gone = deltas(&git.run(&words, b"")?).into_iter().filter(|(_, delta)| delta.is.is_none());
        let standing: Vec<String> = gone.map(|(path, _)| path).filter(stands).collect();
        if standing.is_empty() { Ok(()) } else { Err(Trouble::WouldRemove(standing)) }
    }
}

/// Takes the workspace into the user's own index as it was committed; what else waits there stays.
pub(super) fn settle(repository: &Repository) -> Result<(), Trouble> {
    let places = repository.places();
    let mut arguments =
        vec!["diff-index", "--cached", "-z", "--raw", "--no-renames", "--no-abbrev", "HEAD", "--"];
    arguments.extend(places.iter().map(String::as_str));
    let stale: Vec<String> = deltas(&repository.git.run(&arguments, b"")?)
        .into_keys()
        .filter(|path| repository.address(path).is_some() || *path == repository.attributes())
        .collect();
    if stale.is_empty() { Ok(()) } else { take(&repository.git, &stale) }
}

/// The files in the places of the workspace that differ from the index, and those it does not know.
fn changed(repository: &Repository, scratch: &Scratch) -> Result<Diff, Trouble> {
    let places = repository.places();
    let list = |words: &[&'static str]| {
        let mut arguments = words.to_vec();
        arguments.push("--");
        arguments.extend(places.iter().map(String::as_str));
        scratch.git.run(&arguments, b"")
    };
    let mut changed = deltas(&list(&["diff-files", "-z", "--raw", "--no-renames", "--no-abbrev"])?);
    let new = list(&["ls-files", "-z", "--others", "--exclude-standard"])?;
    let unknown = Entry { mode: "100644".to_owned(), content: String::new() };
    changed.extend(new.parts().map(|path| (path, Delta { was: None, is: Some(unknown.clone()) })));
    Ok(changed)
}

/// The folders out of which records went.
fn folders_of_what_went(repository: &Repository, changed: &Diff) -> BTreeSet<String> {
    let went =
        changed.iter().filter(|(path, delta)| delta.is.is_none() && repository.address(path).is_some());
    went.map(|(path, _)| folder_of(path).to_owned()).collect()
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Refuses to go on where git is told to leave records out.
fn refuse_ignored(repository: &Repository, scratch: &Scratch) -> Result<(), Trouble> {
    let places = repository.places();
    let mut arguments = vec!["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--"];
    arguments.extend(places.iter().map(String::as_str));
    let ignored = scratch.git.run(&arguments, b"")?;
    let ours = ignored.parts().find(|path| repository.address(path).is_some());
    ours.map_or(Ok(()), |path| Err(Trouble::Ignored(path.into())))
}

/// Git shares a link without what it leads to, which would be a record that nobody else can read.
fn refuse_link(repository: &Repository, address: &Address) -> Result<(), Trouble> {
    let root = repository.git.folder().join(&repository.prefix);
    let path = layout::path(address);
    let is_link = |part: &&Path| fs::symlink_metadata(root.join(part)).is_ok_and(|found| found.is_symlink());
    let parts = path.ancestors().filter(|part| !part.as_os_str().is_empty());
    let Some(link) = parts.filter(is_link).last() else { return Ok(()) };
    let (says, hint) =
        (words::GIT_SHARES_ONLY_THE_LINK.to_owned(), words::PUT_THE_FILE_ITSELF_HERE.to_owned());
    Err(Trouble::Damaged(Box::new(Problem::new("link", link, Position::START, says, hint))))
}

/// The record that stands at an address; a damaged one is given to nobody.
fn standing(store: &Store, address: &Address) -> Result<Option<Record>, Trouble> {
    let damaged = |problem| Trouble::Damaged(Box::new(problem));
    let Some(text) = store.text(address).map_err(damaged)? else { return Ok(None) };
    let record = record_of(address, &text).map_err(damaged)?;
    match &record {
        Record::Settings(settings) if settings.format > FORMAT => Err(Trouble::Newer(settings.format)),
        _ => Ok(Some(record)),
    }
}

/// Joins what went and what came to edits; a key result that went in one place and came in another was moved.
fn edits(records: Vec<(Address, Option<Record>, Option<Record>)>) -> Vec<Edit> {
    let mut gone: BTreeMap<KeyResultKey, Vec<Edit>> = BTreeMap::new();
    let mut edits = Vec::new();
    for (address, before, after) in records {
        let name = match &address {
            Address::KeyResult(key, _, id) => Some(KeyResultKey { quarter: key.clone(), id: id.clone() }),
            _ => None,
        };
        let edit = Edit {
            before: before.map(|record| (address.clone(), record)),
            after: after.map(|record| (address, record)),
        };
        match name {
            Some(name) if edit.before.is_none() != edit.after.is_none() => {
                gone.entry(name).or_default().push(edit);
            }
            _ => edits.push(edit),
        }
    }
    for list in gone.into_values() {
        let (came, went): (Vec<_>, Vec<_>) = list.iter().partition(|edit| edit.before.is_none());
        match (&came[..], &went[..]) {
            ([came], [went]) => edits.push(Edit { before: went.before.clone(), after: came.after.clone() }),
            _ => edits.extend(list),
        }
    }
    let place =
        |edit: &Edit| edit.after.as_ref().or(edit.before.as_ref()).map(|(address, _)| address.clone());
    edits.sort_by_cached_key(place);
    edits.retain(|edit| edit.before.is_some() || edit.after.is_some());
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::key_result::KeyResult;
    use crate::domain::quarter::QuarterKey;

    #[test]
    fn a_key_result_that_went_and_came_was_moved() {
        let key: QuarterKey = "payments/2027-q1".parse().unwrap();
        let at = |under: &str, id: &str| {
            Address::KeyResult(key.clone(), under.parse().unwrap(), id.parse().unwrap())
        };
        let record = |id: &str| Record::KeyResult(KeyResult::draft(id.parse().unwrap(), "t", 1));
        let edits = edits(vec![
            (at("b", "x"), None, Some(record("x"))),
            (at("a", "x"), Some(record("x")), None),
            (at("a", "y"), Some(record("y")), None),
        ]);
        assert_eq!(edits.len(), 2);
        assert_eq!(edits[0].before.as_ref().unwrap().0, at("a", "y"));
        assert_eq!(edits[1].before.as_ref().unwrap().0, at("a", "x"));
        assert_eq!(edits[1].after.as_ref().unwrap().0, at("b", "x"));
    }
}
