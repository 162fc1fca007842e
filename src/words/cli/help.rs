//! The help of the commands, which is that of the manual pages and of the completions as well. What clap says by itself,
//! such as "Usage" and "Print help", is not ours.

pub mod add;
pub mod check_ins;
pub mod closing;
pub mod lint;
pub mod looking;
pub mod program;
pub mod sharing;

pub const EXAMPLES: &str = "\
Examples:
  okr                                           the screens; without a terminal: status
  okr demo                                      look around a sample, on a temporary copy
  okr init --team Payments --cycle 2027-Q1      begin here
  okr status                                    where we are, what is due, what is late
  okr checkin sign-in --value 1.4% --confidence 60 --changed \"retry storm fixed\"
  okr set sign-in target=0.5% source=\"edge logs\"";
pub const FOOT: &str = "\
Ids may be shortened to a unique beginning; `okr list` shows them.
The workspace is the folder with okr.toml: --workspace, OKR_WORKSPACE, upwards from here, or the last one used.
Exit codes: 0 fine, 1 findings or a hard stop, 2 usage, 3 no workspace, 4 conflict, 5 could not write, 130 interrupted.
OKR_TODAY=2027-02-11 sets the day.";
