//! The program killed between any two of its steps: nothing is lost, and the next `okr sync` brings it to its end.
//!
//! `OKR_KILL_POINTS=1 cargo test killed` tries every step; usually every few are tried.

#![cfg(unix)]

use super::{KEY_RESULT, QUARTER, Team};
use crate::support::okr;
use crate::support::tree::{files, paths_like, toml, write};
use std::os::unix::fs::PermissionsExt as _;

/// More steps than a sync takes.
const STEPS: usize = 70;

/// Two clones: `ada` has pushed, `lin` has made a commit offline and changed more; one field is set differently.
fn waiting() -> Team {
    let team = Team::two();
    // The whole is copied: paths have to lead to the copy.
    team.git("lin", "remote set-url origin ../origin.git");
    team.okr("ada", "set failures contact=Ada data=have");
    team.shares("ada", "add objective Builds");
    team.okr("lin", "set failures contact=Lin influence=shared");
    team.git("lin", "commit --quiet -am first");
    team.okr("lin", "checkin failures --value 1.4% --confidence 60");
    team
}

/// A git that ends whoever calls it, before the call of that number.
fn deadly(team: &Team, call: usize) {
    let real = team.git(".", "--exec-path");
    let count = team.at("count");
    let script = format!(
        "#!/bin/sh\nn=$(($(cat '{count}' 2>/dev/null || echo 0) + 1))\necho $n > '{count}'\n\
         if [ $n -eq {call} ]; then kill -9 $PPID; exit 1; fi\nexec '{real}/git' \"$@\"\n",
        count = count.display()
    );
    write(team.home.work(), "deadly/git", &script);
    let mode = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(team.at("deadly/git"), mode).unwrap();
}

#[test]
fn a_killed_sync_loses_nothing_and_the_next_one_ends_it() {
    let every = std::env::var("OKR_KILL_POINTS").ok().and_then(|text| text.parse().ok()).unwrap_or(9);
    let whole = waiting();
    let mut killed = 0;
    for call in (1..STEPS).step_by(every) {
        let team = whole.copy();
        deadly(&team, call);
        let path = format!("{}:{}", team.at("deadly").display(), std::env::var("PATH").unwrap_or_default());
        let outcome = okr(&team.home).dir("lin").args("sync").env("PATH", &path).run();
        killed += usize::from(outcome.exit_code().is_none());
        let again = okr(&team.home).dir("lin").args("sync").run();
        assert!(matches!(again.exit_code(), Some(0 | 4)), "step {call}: {}", again.stderr());
        assert!(!again.stderr().contains("git refused"), "step {call}: {}", again.stderr());
        whole_at(&team, call);
    }
    assert!(killed > 30 / every, "{killed} were killed");
}

/// Everything of both stands in the shared branch, and what clashed is kept once.
fn whole_at(team: &Team, call: usize) {
    let step = format!("step {call}");
    assert_eq!(team.git("lin", "status --porcelain"), "", "{step}");
    assert_eq!(team.commit("origin.git", "main"), team.commit("lin", "HEAD"), "{step}");
    let key_result = toml(team.at("lin"), KEY_RESULT);
    for (field, value) in [("contact", "Ada"), ("data", "have"), ("influence", "shared")] {
        assert_eq!(key_result[field].as_str(), Some(value), "{step}: {field}");
    }
    let all = files(team.at("lin"));
    assert_eq!(all.iter().filter(|path| path.contains("/checkins/")).count(), 1, "{step}");
    assert_eq!(paths_like(team.at("lin"), &format!("{QUARTER}/objectives/builds/*")).len(), 1, "{step}");
    assert_eq!(paths_like(team.home.user(), ".state/okr/drafts/*.toml").len(), 1, "{step}");
    assert_eq!(team.git("lin", "for-each-ref refs/worktree"), "", "{step}: nothing is left behind");
    team.okr("lin", "check");
}
