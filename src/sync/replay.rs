//! Puts the commits made here behind those made there, without touching the work tree.
//!
//! Every commit is joined with theirs from where both began, so each stands for all that had been changed here until then.
//! Only a branch that holds merges is merged itself, as git does.

use super::git::Git;
use super::join::{Clash, Join, join};
use super::repository::{Remote, Repository};
use super::tree::{Scratch, diff, empty};
use super::trouble::Trouble;
use crate::domain::change::{Address, Record};
use crate::domain::display::visible;
use crate::domain::team::FORMAT;
use crate::store::record_of;
use crate::words::sync as words;

/// Where the branch should stand.
#[derive(Debug)]
pub(super) struct Replayed {
    /// The commit.
    pub(super) tip: String,
    /// How many commits of others came in.
    pub(super) pulled: usize,
    /// What a person has to decide.
    pub(super) clashes: Vec<Clash>,
    /// Whether both changed the order of the same things.
    pub(super) is_reordered: bool,
}

/// Finds out where the branch should stand, given where it and the branch of the others stand.
pub(super) fn replay(
    repository: &Repository,
    remote: &Remote,
    (head, theirs): (Option<&str>, &str),
) -> Result<Replayed, Trouble> {
    let git = &repository.git;
    refuse_newer(repository, theirs)?;
    let Some(head) = head else {
        return Ok(Replayed {
            tip: theirs.to_owned(),
            pulled: count(git, &[theirs])?,
            ..Replayed::still(theirs)
        });
    };
    let base = git.maybe(&["merge-base", head, theirs])?;
    let Some(base) = base else {
        if repository.folder.join("shallow").exists() {
            return Err(Trouble::Shallow);
        }
        refuse_unless_ours(repository, head, remote)?;
        let pulled = count(git, &[theirs])?;
        return Ok(Replayed { pulled, ..Replay { repository, base: None, head, theirs }.onto()? });
    };
    if base == theirs {
        return Ok(Replayed::still(head));
    }
    refuse_moved(repository, &base, theirs)?;
    let pulled = count(git, &[theirs, "--not", &base])?;
    if base == head {
        return Ok(Replayed { pulled, ..Replayed::still(theirs) });
    }
    Ok(Replayed { pulled, ..Replay { repository, base: Some(&base), head, theirs }.onto()? })
}

/// Counts commits.
pub(super) fn count(git: &Git, range: &[&str]) -> Result<usize, Trouble> {
    let mut arguments = vec!["rev-list", "--count"];
    arguments.extend(range);
    Ok(git.line(&arguments)?.parse().unwrap_or_default())
}

/// Others may have moved to files this version must not write.
fn refuse_newer(repository: &Repository, theirs: &str) -> Result<(), Trouble> {
    let file = format!("{theirs}:{}", repository.path(&Address::Settings));
    let said = repository.git.ask(&["cat-file", "blob", &file], b"")?;
    let settings =
        String::from_utf8(said.out).ok().and_then(|text| record_of(&Address::Settings, &text).ok());
    match settings {
        Some(Record::Settings(settings)) if settings.format > FORMAT => Err(Trouble::Newer(settings.format)),
        _ => Ok(()),
    }
}

/// A workspace that others moved as a whole is followed by git: here its files would only seem to be removed.
fn refuse_moved(repository: &Repository, base: &str, theirs: &str) -> Result<(), Trouble> {
    let mark = repository.path(&Address::Settings);
    let list = |what: &[&str]| -> Result<Vec<String>, Trouble> {
        let mut arguments = vec!["ls-tree", "-z", "--full-tree", "--name-only"];
        arguments.extend(what);
        Ok(repository.git.run(&arguments, b"")?.parts().collect())
    };
    let is_in = |commit: &str| -> Result<bool, Trouble> { Ok(list(&[commit, "--", &mark])?.contains(&mark)) };
    if is_in(theirs)? || !is_in(base)? {
        return Ok(());
    }
    let there = list(&["-r", theirs])?;
    let is_mark = |path: &&String| path.rsplit('/').next() == mark.rsplit('/').next();
    let folder =
        there.iter().find(is_mark).map(|path| path.rsplit_once('/').map_or(".", |(folder, _)| folder));
    Err(Trouble::Moved(folder.map(str::to_owned)))
}

/// Two histories without a common commit are joined only where this one holds nothing but a workspace.
fn refuse_unless_ours(repository: &Repository, head: &str, remote: &Remote) -> Result<(), Trouble> {
    let files = repository.git.run(&["ls-tree", "-r", "-z", "--full-tree", "--name-only", head], b"")?;
    let is_ours = |path: String| repository.address(&path).is_some() || path == repository.attributes();
    if files.parts().all(is_ours) { Ok(()) } else { Err(Trouble::Unrelated(remote.name.clone())) }
}

impl Replayed {
    fn still(tip: &str) -> Self {
        Self { tip: tip.to_owned(), pulled: 0, clashes: Vec::new(), is_reordered: false }
    }

    fn of(tip: String, join: Join) -> Self {
        Self { tip, pulled: 0, clashes: join.clashes, is_reordered: join.is_reordered }
    }
}

struct Replay<'r> {
    repository: &'r Repository,
    base: Option<&'r str>,
    head: &'r str,
    theirs: &'r str,
}

impl Replay<'_> {
    fn onto(&self) -> Result<Replayed, Trouble> {
        let git = &self.repository.git;
        let begin = self.base.map_or_else(|| empty(git), |base| Ok(base.to_owned()))?;
        let theirs = diff(git, &begin, self.theirs)?;
        let joined = |commit: &str| join(self.repository, &diff(git, &begin, commit)?, &theirs);
        if self.holds_merges()? {
            let join = joined(self.head)?;
            return Ok(Replayed::of(self.merge(&self.tree(&join)?)?, join));
        }
        let (mut tip, mut standing) = (self.theirs.to_owned(), self.tree_of(self.theirs)?);
        let mut last = Join::default();
        for commit in self.commits()? {
            last = joined(&commit)?;
            let tree = self.tree(&last)?;
            if tree != standing {
                tip = self.again(&commit, (&tree, &tip), &last.clashes)?;
                standing = tree;
            }
        }
        Ok(Replayed::of(tip, last))
    }

    /// Their tree with what was changed here in it.
    fn tree(&self, join: &Join) -> Result<String, Trouble> {
        let scratch = Scratch::of(self.repository, self.theirs)?;
        scratch.put(&join.edits)?;
        scratch.tree()
    }

    fn tree_of(&self, commit: &str) -> Result<String, Trouble> {
        self.repository.git.line(&["rev-parse", "--verify", &format!("{commit}^{{tree}}")])
    }

    /// The commits to replay, oldest first.
    fn commits(&self) -> Result<Vec<String>, Trouble> {
        let list = self.repository.git.line(&["rev-list", "--reverse", "--topo-order", &self.range()])?;
        Ok(list.lines().map(str::to_owned).collect())
    }

    fn holds_merges(&self) -> Result<bool, Trouble> {
        Ok(count(&self.repository.git, &["--min-parents=2", &self.range()])? > 0)
    }

    fn range(&self) -> String {
        self.base.map_or_else(|| self.head.to_owned(), |base| format!("{base}..{}", self.head))
    }

    /// Makes a commit with the message, author and day of another, with this tree behind this parent; what did not make it
    /// into the tree is said.
    fn again(
        &self,
        commit: &str,
        (tree, parent): (&str, &str),
        clashes: &[Clash],
    ) -> Result<String, Trouble> {
        let git = &self.repository.git;
        let format = "--format=%an%x00%ae%x00%ad%x00%B";
        let said = git.run(&["show", "-s", "--encoding=UTF-8", "--date=raw", format, commit], b"")?;
        let parts: Vec<String> = said.parts().collect();
        let [name, address, date, message] = &parts[..] else {
            return Err(Trouble::Git(words::the_commit_cannot_be_read(commit)));
        };
        let author = git
            .with("GIT_AUTHOR_NAME", name)
            .with("GIT_AUTHOR_EMAIL", address)
            .with("GIT_AUTHOR_DATE", format!("@{date}"));
        let left = clashes.iter().map(|clash| words::not_taken(clash.called(), clash.gist()));
        let lines: Vec<String> = left.map(|line| visible(&line).into_owned()).collect();
        self.record(
            &author,
            &[tree, "-p", parent],
            &format!("{}\n\n{}", message.trim_end(), lines.join("\n")),
        )
    }

    /// Makes a commit that joins both histories, as git does with a branch that holds merges.
    fn merge(&self, tree: &str) -> Result<String, Trouble> {
        let message = words::join_what_others_shared(self.repository.short_branch());
        self.record(&self.repository.git, &[tree, "-p", self.head, "-p", self.theirs], &message)
    }

    fn record(&self, git: &Git, arguments: &[&str], message: &str) -> Result<String, Trouble> {
        let mut whole = vec!["commit-tree"];
        whole.extend(arguments);
        if self.repository.signs() {
            whole.push("-S");
        }
        Ok(git.run(&whole, format!("{}\n", message.trim_end()).as_bytes())?.line())
    }
}
