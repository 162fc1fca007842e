//! `okr sync`: shares the workspace through the team's own git.

mod picks;
mod told;

use clap::Args;
use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::halt::{Code, Halt};
use super::opened::Opened;
use super::typed::maybe_line;
use crate::domain::change::Edit;
use crate::report::changes::{Message, message};
use crate::store::problem::{Level, Problem};
use crate::sync::{Shared, Stopped, Wishes, changes, install, share};
use crate::words::cli::sync as words;

/// Commits what was changed in the workspace, takes in what others shared, and pushes.
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  okr sync
  okr sync --dry-run                 what would be committed, and nothing is changed
  okr sync -m \"after the mid-quarter\"
  okr sync --mine sign-in-failures   where others set the same field: yours after all
  okr sync --install                 git merges the files field by field, for those who pull by hand")]
pub(super) struct Sync {
    /// Show what would be committed and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Commit and pull, but do not push
    #[arg(long)]
    no_push: bool,
    /// The first line of the commit, instead of the one made from the changes
    #[arg(short, long, value_name = "TEXT", allow_hyphen_values = true)]
    message: Option<String>,
    /// Where others set the same field: take what is kept of yours, all of it or what is about one id
    #[arg(long, value_name = "ID", num_args = 0..=1, default_missing_value = "", conflicts_with = "dry_run")]
    mine: Option<String>,
    /// Where others set the same field: leave theirs and forget what is kept of yours
    #[arg(long, value_name = "ID", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["dry_run", "mine"])]
    theirs: Option<String>,
    /// Tell git in this clone, and by .gitattributes everyone's, how to merge the files field by field
    #[arg(long, conflicts_with_all = ["dry_run", "no_push", "message", "mine", "theirs"])]
    install: bool,
}

impl Sync {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::find(call)?;
        if self.install {
            return installed(&opened);
        }
        let subject = maybe_line("message", self.message.as_deref())?;
        if self.dry_run {
            return Self::would(&opened, subject.as_deref());
        }
        if let Some(id) = &self.mine {
            picks::mine(&mut opened, id)?;
        } else if let Some(id) = &self.theirs {
            picks::theirs(&opened, id)?;
        }
        let mut answer = self.shared(&opened, call, subject.as_deref())?;
        while answer.code == Code::Conflict && call.can_ask() && picks::asked(&mut opened, &mut answer)? {
            answer = self.shared(&opened, call, subject.as_deref())?;
        }
        Ok(answer)
    }

    /// Shares once and tells what came of it.
    fn shared(&self, opened: &Opened, call: &Call, subject: Option<&str>) -> Result<Answer, Halt> {
        let before = errors(opened)?;
        let wishes = Wishes {
            message: &|edits| words(opened, edits, subject).text(),
            is_pushed: !self.no_push,
            may_ask: call.can_ask(),
        };
        let (shared, trouble) = match share(opened.store(), &wishes) {
            Ok(shared) => (shared, None),
            Err(stopped) => {
                let Stopped { trouble, shared } = *stopped;
                (shared, Some(trouble))
            }
        };
        let contradictions = contradictions(opened, &shared, &before)?;
        let waiting = picks::waiting(opened, &shared);
        Ok(told::answer(&shared, trouble.as_ref(), &contradictions, waiting))
    }

    /// Tells what would be committed.
    fn would(opened: &Opened, subject: Option<&str>) -> Result<Answer, Halt> {
        let edits = changes(opened.store()).map_err(|trouble| told::halt(&trouble))?;
        if edits.is_empty() {
            return Ok(
                Answer::data(String::new(), json!({ "would_commit": null })).say(words::NOTHING_TO_COMMIT)
            );
        }
        let Message { subject, lines } = words(opened, &edits, subject);
        let json = json!({ "would_commit": { "subject": subject, "lines": lines } });
        let answer = Answer::data(String::new(), json).with_line(&subject);
        let answer = lines.iter().fold(answer, |answer, line| answer.with_line(&format!("  {line}")));
        Ok(answer.say(words::NOTHING_WAS_CHANGED))
    }
}

/// The message of a commit; what is on disk may be newer than what was opened.
fn words(opened: &Opened, edits: &[Edit], subject: Option<&str>) -> Message {
    let mut workspace = opened.workspace.clone();
    for edit in edits {
        workspace.apply_edit(edit);
    }
    let made = message(edits, &workspace);
    Message { subject: subject.map_or(made.subject, str::to_owned), ..made }
}

fn installed(opened: &Opened) -> Result<Answer, Halt> {
    let is_new = install(opened.store()).map_err(|trouble| told::halt(&trouble))?;
    let answer = Answer::saved(words::TELL_GIT_HOW_TO_MERGE, None);
    let next = words::THE_OTHERS_GET_THE_LINES;
    Ok(if is_new { answer.say(next) } else { answer })
}

fn errors(opened: &Opened) -> Result<Vec<Problem>, Halt> {
    Ok(opened.check()?.into_iter().filter(|problem| problem.level == Level::Error).collect())
}

/// What is wrong with the files only since both sides stand in them: nothing is lost, but it does not fit together.
fn contradictions(opened: &Opened, shared: &Shared, before: &[Problem]) -> Result<Vec<Problem>, Halt> {
    if shared.pulled == 0 {
        return Ok(Vec::new());
    }
    Ok(errors(opened)?.into_iter().filter(|problem| !before.contains(problem)).collect())
}
