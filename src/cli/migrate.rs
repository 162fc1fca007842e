//! `okr migrate`: brings the files to the newest format.

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::{Opened, not_saved};
use crate::store::SaveError;
use crate::words::cli::anywhere as words;

/// Brings the files of an older format to the one this version writes; comments and unknown keys stay.
///
/// A newer version reads older files as they are, so that this is never needed to look at them.
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  okr migrate --dry-run     what would change, and nothing does
  okr migrate")]
pub(super) struct Migrate {
    /// Show what would change and change nothing
    #[arg(long)]
    dry_run: bool,
}

impl Migrate {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let opened = Opened::find(call)?;
        let done = opened.store().migrate(self.dry_run);
        let done =
            done.map_err(|obstacle| not_saved(&SaveError { obstacle, written: Vec::new(), draft: None }))?;
        let files: Vec<Value> = done.files.iter().map(|path| json!(path.to_string_lossy())).collect();
        let json = json!({ "from": done.from, "to": done.to, "changes": done.says, "files": files, "dry_run": self.dry_run });
        let answer = Answer::data(String::new(), json);
        if done.files.is_empty() {
            return Ok(answer.with_line(&words::the_files_are_of_format(done.from)));
        }
        let answer = done.says.iter().fold(answer, |answer, says| answer.with_line(says));
        let answer =
            done.files.iter().fold(answer, |answer, path| answer.with_line(&format!("  {}", path.display())));
        let says = if self.dry_run { words::NOTHING_WAS_CHANGED } else { words::SAVED_THE_FILES };
        Ok(answer.say(format!("{says} ({} → {})", done.from, done.to)))
    }
}
