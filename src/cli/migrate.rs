//! `okr migrate`: brings the files to the newest format.

use clap::Args;
use serde_json::{Value, json};

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use crate::store::SaveError;
use crate::words::cli::anywhere as words;
use crate::words::cli::help::sharing as help;

#[derive(Debug, Args)]
#[command(about = help::MIGRATE, long_about = help::MIGRATE_LONG, before_help = help::MIGRATE_EXAMPLES)]
pub(super) struct Migrate {
    #[arg(help = help::MIGRATE_DRY_RUN, long)]
    dry_run: bool,
}

impl Migrate {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let opened = Opened::find(call)?;
        let done = opened.store().migrate(self.dry_run);
        let done = done.map_err(|obstacle| SaveError {
            obstacle,
            written: Vec::new(),
            draft: None,
            given_up: None,
        })?;
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
