//! The commands, by the real binary: what they print, how they end, and what they leave in the files.

pub mod bad_input;
pub mod between;
pub mod blind;
pub mod browser;
pub mod check_ins;
pub mod choosing;
pub mod complete;
pub mod cycles;
pub mod edits;
pub mod endings;
pub mod export;
pub mod find;
pub mod history;
pub mod import;
pub mod init;
pub mod lint;
pub mod metrics;
pub mod output;
pub mod plan;
pub mod reading;
pub mod real_quarters;
pub mod retrospective;
pub mod schema;
pub mod scoring;
pub mod set_up;
pub mod status;
pub mod undo;
pub mod validators;
pub mod whole_quarter;

use crate::support::{Home, okr};

/// A home whose work folder holds a workspace: a team, the coming quarter, an objective with one complete key result.
fn draft() -> Home {
    let home = Home::empty().today("2026-12-10");
    run(&home, "init --team Payments --people 'Ada, Lin' --objective 'Sign-in people can rely on'");
    run(
        &home,
        "add kr sign-in 'Sign-in failures from 2.3 % to 0.5 %' metric='sign-in failures' aggregation=share \
         baseline=2.3% target=0.5% source='edge logs'",
    );
    home
}

/// The same, committed on 30 December, seen on 11 February.
pub fn committed() -> Home {
    let home = draft();
    okr(&home).args("commit --reason 'the test needs no more'").env("OKR_TODAY", "2026-12-30").run().code(0);
    home.today("2027-02-11")
}

/// Runs a command that is to end well; gives its data without the last line break.
#[track_caller]
fn run(home: &Home, line: &str) -> String {
    let outcome = home.okr(line);
    outcome.code(0);
    outcome.stdout().trim_end().to_owned()
}

/// The key result of [`draft`].
const KEY_RESULT: &str = "teams/payments/2027-q1/objectives/sign-in-people-can-rely/sign-in-failures.toml";
