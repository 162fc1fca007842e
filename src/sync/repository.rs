//! The repository a workspace lies in: where it is, on which branch, which remote it follows, what of it is ours.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::git::{Git, Output};
use super::trouble::Trouble;
use crate::domain::change::Address;
use crate::store::address_of;
use crate::store::layout::PLACES;
use crate::words::sync as words;

/// A repository that is ready to be worked in.
#[derive(Debug)]
pub(super) struct Repository {
    /// Git at the top of the work tree; all paths are counted from there.
    pub(super) git: Git,
    /// Where git keeps what it knows of this work tree.
    pub(super) folder: PathBuf,
    /// The path of the workspace, empty or ending in `/`.
    pub(super) prefix: String,
    /// The branch in full, such as `refs/heads/main`.
    pub(super) branch: String,
    config: Config,
}

/// Where the branch is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Remote {
    /// Its name, such as `origin`.
    pub(super) name: String,
    /// The branch there in full.
    pub(super) branch: String,
    /// Whether the branch follows it already.
    pub(super) is_followed: bool,
}

impl Remote {
    /// The branch there as people call it, such as `origin/main`.
    pub(super) fn called(&self) -> String {
        format!("{}/{}", self.name, short(&self.branch))
    }
}

/// The file that tells git how to merge.
pub(super) const ATTRIBUTES: &str = ".gitattributes";

impl Repository {
    /// Finds the repository of a workspace and makes sure that nothing is going on in it.
    pub(super) fn find(root: &Path, may_ask: bool) -> Result<Self, Trouble> {
        let git = Git::at(root, may_ask);
        let said = git.ask(&["rev-parse", "--show-toplevel", "--show-prefix", "--absolute-git-dir"], b"")?;
        if !said.is_fine() {
            return Err(no_repository(root, said));
        }
        let text = String::from_utf8(said.out).map_err(|_| odd_path())?;
        let [top, prefix, folder] = text.lines().collect::<Vec<_>>()[..] else { return Err(odd_path()) };
        let git = git.within(Path::new(top));
        let folder = PathBuf::from(folder);
        if let Some(what) = underway(&folder) {
            return Err(Trouble::Underway(what));
        }
        let branch = git.maybe(&["symbolic-ref", "-q", "HEAD"])?.ok_or(Trouble::Detached)?;
        let config = Config::read(&git.run(&["config", "-z", "--list"], b"")?);
        Ok(Self { git, folder, prefix: prefix.to_owned(), branch, config })
    }

    /// The branch as people call it.
    pub(super) fn short_branch(&self) -> &str {
        short(&self.branch)
    }

    /// The commit the work tree stands on; none in a new repository.
    pub(super) fn head(&self) -> Result<Option<String>, Trouble> {
        self.git.maybe(&["rev-parse", "-q", "--verify", "HEAD^{commit}"])
    }

    /// Tells whether commits are to be signed.
    pub(super) fn signs(&self) -> bool {
        self.config.is_on("commit.gpgsign")
    }

    /// Where the branch is shared: where it follows one, there; else at the only remote, under its own name.
    pub(super) fn remote(&self) -> Result<Remote, Trouble> {
        let branch = self.short_branch();
        let of_branch = |key: &str| self.config.get(&format!("branch.{branch}.{key}"));
        let push = of_branch("pushremote").or_else(|| self.config.get("remote.pushdefault"));
        let remote = match (of_branch("remote"), of_branch("merge")) {
            (Some("."), _) => return Err(Trouble::Local(branch.to_owned())),
            (Some(name), Some(there)) => {
                Remote { name: name.to_owned(), branch: there.to_owned(), is_followed: true }
            }
            (named, _) => {
                let name = named.map_or_else(|| self.only_remote(), |name| Ok(name.to_owned()))?;
                Remote { name, branch: self.branch.clone(), is_followed: false }
            }
        };
        match push {
            Some(push) if push != remote.name => Err(Trouble::TwoRemotes(remote.name, push.to_owned())),
            _ => Ok(remote),
        }
    }

    /// A branch that follows one of another name goes there only where git is told so, as with `git push`.
    pub(super) fn refuse_other_name(&self, remote: &Remote) -> Result<(), Trouble> {
        let goes_there = ["upstream", "tracking"];
        let is_wanted = self.config.get("push.default").is_some_and(|said| goes_there.contains(&said));
        if remote.branch == self.branch || is_wanted {
            return Ok(());
        }
        let (name, branch) = (remote.name.clone(), self.short_branch().to_owned());
        Err(Trouble::OtherName { remote: name, there: remote.called(), branch })
    }

    fn only_remote(&self) -> Result<String, Trouble> {
        let mut remotes = self.config.remotes();
        match remotes.len() {
            0 => Err(Trouble::NoRemote),
            1 => Ok(remotes.remove(0)),
            _ => Err(Trouble::WhichRemote { branch: self.short_branch().to_owned(), remotes }),
        }
    }

    /// Which record stands at a path of the repository.
    pub(super) fn address(&self, path: &str) -> Option<Address> {
        address_of(path.strip_prefix(&self.prefix)?)
    }

    /// The path of a record in the repository.
    pub(super) fn path(&self, address: &Address) -> String {
        format!("{}{address}", self.prefix)
    }

    /// The places of the workspace, as git is told of them; the last is that of the file that tells git how to merge.
    pub(super) fn places(&self) -> Vec<String> {
        self.names().map(|place| format!(":(top,literal){place}")).collect()
    }

    /// What of the repository is about the workspace: its folder, or its places where that is all of the repository.
    pub(super) fn own(&self) -> Vec<String> {
        if self.prefix.is_empty() { self.names().collect() } else { vec![self.prefix.clone()] }
    }

    fn names(&self) -> impl Iterator<Item = String> {
        PLACES.into_iter().chain([ATTRIBUTES]).map(|place| format!("{}{place}", self.prefix))
    }

    /// The path of the file that tells git how to merge.
    pub(super) fn attributes(&self) -> String {
        format!("{}{ATTRIBUTES}", self.prefix)
    }
}

fn short(branch: &str) -> &str {
    branch.strip_prefix("refs/heads/").unwrap_or(branch)
}

fn no_repository(root: &Path, said: Output) -> Trouble {
    let nowhere = ["not a git repository", "must be run in a work tree"];
    if nowhere.iter().any(|words| said.words.contains(words)) {
        Trouble::NoRepository(root.to_owned())
    } else {
        Trouble::Git(said.words)
    }
}

fn odd_path() -> Trouble {
    Trouble::Git(words::THE_PATH_OF_THE_REPOSITORY.to_owned())
}

/// What is going on in a repository that would not bear another commit.
fn underway(folder: &Path) -> Option<&'static str> {
    let signs = [
        ("MERGE_HEAD", "merge"),
        ("rebase-merge", "rebase"),
        ("rebase-apply", "rebase"),
        ("CHERRY_PICK_HEAD", "cherry-pick"),
        ("REVERT_HEAD", "revert"),
        ("BISECT_LOG", "bisect"),
    ];
    signs.into_iter().find(|(sign, _)| folder.join(sign).exists()).map(|(_, what)| what)
}

/// What git is told by all its files of settings together.
#[derive(Debug)]
struct Config(BTreeMap<String, String>);

impl Config {
    fn read(said: &Output) -> Self {
        let pair = |entry: String| match entry.split_once('\n') {
            Some((key, value)) => (key.to_owned(), value.to_owned()),
            None => (entry, "true".to_owned()),
        };
        Self(said.parts().map(pair).collect())
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    fn is_on(&self, key: &str) -> bool {
        let value = self.get(key).unwrap_or_default().to_lowercase();
        ["true", "yes", "on", "1"].contains(&value.as_str())
    }

    fn remotes(&self) -> Vec<String> {
        let name = |key: &String| key.strip_prefix("remote.")?.strip_suffix(".url").map(str::to_owned);
        self.0.keys().filter_map(name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_with_any_name_and_value() {
        let out = b"branch.a.b.remote\norigin\0branch.a.b.merge\nrefs/heads/-x\ny\0commit.gpgsign\0remote.-o.url\nx\0";
        let config = Config::read(&Output { code: Some(0), out: out.to_vec(), words: String::new() });
        assert_eq!(config.get("branch.a.b.remote"), Some("origin"));
        assert_eq!(config.get("branch.a.b.merge"), Some("refs/heads/-x\ny"));
        assert!(config.is_on("commit.gpgsign") && !config.is_on("commit.other"));
        assert_eq!(config.remotes(), ["-o"]);
    }
}
