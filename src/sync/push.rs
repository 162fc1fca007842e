//! Talks to the remote: what the others have, and giving them what we have.

use super::git::Git;
use super::replay::count;
use super::repository::{Remote, Repository};
use super::trouble::Trouble;

/// What came of a push.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Pushed {
    /// The others have it.
    Done,
    /// Somebody else was faster.
    Raced,
}

/// Where git puts what was fetched: a name of this work tree alone, as `FETCH_HEAD` belongs to everybody. It goes again.
const FETCHED: &str = "refs/worktree/okr-sync";

/// Where the branch stands there; `None` if the remote has no such branch yet.
pub(super) fn fetch(repository: &Repository, remote: &Remote) -> Result<Option<String>, Trouble> {
    let git = &repository.git;
    let wanted = format!("+{}:{FETCHED}", remote.branch);
    let arguments = ["fetch", "--quiet", "--no-tags", "--recurse-submodules=no", "--", &remote.name, &wanted];
    let said = git.ask(&arguments, b"")?;
    if !said.is_fine() {
        let is_new = said.words.contains("couldn't find remote ref");
        return if is_new { Ok(None) } else { Err(Trouble::Unreachable(remote.name.clone(), said.words)) };
    }
    let tip = git.line(&["rev-parse", "--verify", &format!("{FETCHED}^{{commit}}")]);
    git.run(&["update-ref", "-d", FETCHED], b"")?;
    tip.map(Some)
}

/// The commits that would be pushed and touch files outside of the workspace, by their first words.
pub(super) fn others(
    repository: &Repository,
    head: &str,
    theirs: Option<&str>,
) -> Result<Vec<String>, Trouble> {
    let mut arguments = vec!["log", "--format=%h %s", "--no-show-signature", head, "--not", "--remotes"];
    arguments.extend(theirs);
    let outside: Vec<String> =
        repository.own().into_iter().map(|place| format!(":(top,literal,exclude){place}")).collect();
    arguments.extend(["--", ":(top)"]);
    arguments.extend(outside.iter().map(String::as_str));
    let said = repository.git.run(&arguments, b"")?;
    Ok(String::from_utf8_lossy(&said.out).lines().map(str::to_owned).collect())
}

/// Gives the branch to the others.
pub(super) fn push(repository: &Repository, remote: &Remote) -> Result<Pushed, Trouble> {
    let what = format!("{}:{}", repository.branch, remote.branch);
    let mut arguments = vec!["push", "--porcelain", "--no-follow-tags", "--recurse-submodules=no"];
    if !remote.is_followed {
        arguments.push("--set-upstream");
    }
    arguments.extend(["--", &remote.name, &what]);
    let said = repository.git.ask(&arguments, b"")?;
    if said.is_fine() {
        return Ok(Pushed::Done);
    }
    let refused = |words: String| Err(Trouble::PushRefused(remote.name.clone(), words));
    let text = String::from_utf8_lossy(&said.out);
    // A line for each branch that was not taken: `!`, from and to, `[rejected] (fetch first)`.
    let Some(reason) = text.lines().find_map(|line| line.strip_prefix("!\t")?.split_once('\t')) else {
        let far =
            ["Could not read from remote", "unable to access", "Could not resolve", "unable to connect"];
        let is_far = far.iter().any(|words| said.words.contains(words));
        return if is_far {
            Err(Trouble::Unreachable(remote.name.clone(), said.words))
        } else {
            refused(said.words)
        };
    };
    if is_raced(reason.1) {
        Ok(Pushed::Raced)
    } else {
        refused(format!("{}\n{}", reason.1, told(&said.words)))
    }
}

/// Tells whether a push was refused because somebody else had pushed.
fn is_raced(reason: &str) -> bool {
    let signs =
        ["fetch first", "non-fast-forward", "cannot lock ref", "failed to update ref", "incorrect old value"];
    signs.iter().any(|sign| reason.contains(sign))
}

/// What the remote itself said.
fn told(words: &str) -> String {
    words.lines().filter(|line| line.starts_with("remote:")).collect::<Vec<_>>().join("\n")
}

/// Counts the commits the others do not have; none of them has to be on a branch that is new there.
pub(super) fn ahead(git: &Git, head: &str, theirs: Option<&str>) -> Result<usize, Trouble> {
    count(git, &[head, "--not", theirs.unwrap_or("--remotes")])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_race_is_told_from_a_refusal() {
        assert!(is_raced("[rejected] (fetch first)"));
        assert!(is_raced("[remote rejected] (cannot lock ref 'refs/heads/main': is at 1 but expected 2)"));
        assert!(!is_raced("[remote rejected] (pre-receive hook declined)"));
    }
}
