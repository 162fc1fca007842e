//! What is said when the program itself errs: three lines, and where the report lies.

use std::panic;
use std::path::{Path, PathBuf};

use color_eyre::config::HookBuilder;

use super::print;
use crate::store::state;
use crate::words::cli::anywhere as words;

/// The report of the last crash, in the state folder.
const FILE: &str = "crash.txt";

/// Installs the error reports of the program: a panic leaves a report in the state folder and three lines on stderr.
///
/// # Errors
/// Another report was installed before.
pub fn install() -> color_eyre::Result<()> {
    let (panic_hook, eyre_hook) = HookBuilder::default().display_env_section(false).into_hooks();
    eyre_hook.install()?;
    panic::set_hook(Box::new(move |panic| {
        let report = panic_hook.panic_report(panic).to_string();
        let kept = state::folder().and_then(|folder| keep(&folder, &report));
        print::talk(&lines(kept.as_deref(), &report));
    }));
    Ok(())
}

/// The report of an earlier crash, if there is one.
pub(super) fn last() -> Option<PathBuf> {
    state::folder().map(|folder| folder.join(FILE)).filter(|path| path.is_file())
}

fn keep(folder: &Path, report: &str) -> Option<PathBuf> {
    state::make(folder).ok()?;
    let path = folder.join(FILE);
    // A report may quote what was typed; what is kept there is for this person only.
    state::keep(&path, report).ok()?;
    Some(path)
}

/// The three lines; without a place for the report it is said whole.
fn lines(kept: Option<&Path>, report: &str) -> Vec<String> {
    let mut lines = vec![
        words::QUARTERDECK_ERRED_AND_HAD_TO_STOP.to_owned(),
        words::WHAT_WAS_SAVED_IS_IN_YOUR_FILES.to_owned(),
    ];
    match kept {
        Some(path) => lines.push(words::please_send_this_report(path.display())),
        None => lines.extend(report.lines().map(str::to_owned)),
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crash_is_three_lines_and_a_report() {
        let folder = tempfile::tempdir().unwrap();
        let path = keep(&folder.path().join("okr"), "the report").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "the report");
        let said = lines(Some(&path), "the report");
        assert_eq!(said.len(), 3);
        assert!(said[2].contains("crash.txt"));
        assert!(lines(None, "the report").contains(&"the report".to_owned()));
    }
}
