//! What a command could not read or write goes to the log of the state folder.

use chrono::Local;

use super::halt::{Code, Halt};
use crate::store::log::{self, Failure};
use crate::store::state;

/// Notes why a command stopped, where files were in the way and not what was asked for. Where no log can be written the
/// command says all the same what it says.
pub(super) fn note(place: &str, halt: &Halt) {
    let is_failure = matches!(halt.code, Code::NotWritten | Code::NoWorkspace);
    let (Some(folder), Some(says)) = (state::folder(), halt.lines.first().filter(|_| is_failure)) else {
        return;
    };
    let at = log::stamp(Local::now().fixed_offset());
    let causes: Vec<&str> = halt.causes.iter().map(String::as_str).collect();
    let _ = log::note(&folder, &Failure { at: &at, place, says, causes: &causes });
}
