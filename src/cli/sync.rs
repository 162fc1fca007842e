//! `okr sync`: shares the workspace through the team's own git.

mod picks;
mod told;

use clap::Args;
use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::{Opened, repository_of};
use super::typed::maybe_line;
use crate::domain::change::Edit;
use crate::report::changes::{Message, message};
use crate::store::Draft;
use crate::store::problem::{Level, Problem};
use crate::sync::{Shared, Stopped, Wishes, changes, install, share};
use crate::words::cli::help::sharing as help;
use crate::words::cli::sync as words;

#[derive(Debug, Args)]
#[command(about = help::SYNC, before_help = help::SYNC_EXAMPLES)]
pub(super) struct Sync {
    #[arg(help = help::SYNC_DRY_RUN, long)]
    dry_run: bool,
    #[arg(help = help::SYNC_NO_PUSH, long)]
    no_push: bool,
    #[arg(help = help::SYNC_MESSAGE, short, long, value_name = "TEXT", allow_hyphen_values = true)]
    message: Option<String>,
    #[arg(help = help::SYNC_MINE, long, value_name = "ID", num_args = 0..=1, default_missing_value = "", conflicts_with = "dry_run")]
    mine: Option<String>,
    #[arg(help = help::SYNC_THEIRS, long, value_name = "ID", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["dry_run", "mine"])]
    theirs: Option<String>,
    #[arg(help = help::SYNC_INSTALL, long, conflicts_with_all = ["dry_run", "no_push", "message", "mine", "theirs"])]
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
            return Ok(Self::would(&opened, subject.as_deref()));
        }
        let mut renamed = Vec::new();
        if let Some(id) = &self.mine {
            renamed = picks::mine(&mut opened, id, call)?;
        } else if let Some(id) = &self.theirs {
            picks::theirs(&mut opened, id)?;
        }
        // Whoever picks one by its name is not asked for the others.
        let picks_one = self.mine.is_some() || self.theirs.is_some();
        if picks_one && repository_of(opened.store().root()).is_none() {
            let says = if self.mine.is_some() { words::YOURS_STANDS } else { words::YOURS_IS_FORGOTTEN };
            let shared = Shared::default();
            let answer = told::answer(&shared, None, &[], &picks::waiting(&opened, &shared)).say(says);
            return Ok(renamed.into_iter().fold(answer, Answer::say));
        }
        let mut later: Vec<Draft> = if picks_one { opened.store().drafts() } else { Vec::new() };
        let (mut answer, mut is_clear) = self.shared(&opened, call, subject.as_deref())?;
        while is_clear && call.can_ask() && picks::asked(&mut opened, &mut answer, (&mut *call, &mut later))?
        {
            (answer, is_clear) = self.shared(&opened, call, subject.as_deref())?;
        }
        Ok(renamed.into_iter().fold(answer, Answer::say))
    }

    /// Shares once and tells what came of it, and whether nothing stopped it.
    fn shared(&self, opened: &Opened, call: &Call, subject: Option<&str>) -> Result<(Answer, bool), Halt> {
        let before = errors(opened)?;
        let wishes = Wishes {
            message: &|edits| message_of(opened, edits, subject).text(),
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
        let answer = told::answer(&shared, trouble.as_ref(), &contradictions, &waiting);
        Ok((answer, trouble.is_none()))
    }

    /// Tells what would be committed.
    fn would(opened: &Opened, subject: Option<&str>) -> Answer {
        let edits = match changes(opened.store()) {
            Ok(edits) => edits,
            Err(trouble) => {
                let json = json!({ "would_commit": null, "trouble": told::trouble_json(&trouble) });
                return Answer::data(String::new(), json).stopped_by(told::halt(&trouble));
            }
        };
        if edits.is_empty() {
            let json = json!({ "would_commit": null, "trouble": null });
            return Answer::data(String::new(), json).say(words::NOTHING_TO_COMMIT);
        }
        let Message { subject, lines } = message_of(opened, &edits, subject);
        let json = json!({ "would_commit": { "subject": subject, "lines": lines }, "trouble": null });
        let answer = Answer::data(String::new(), json).with_line(&subject);
        let answer = lines.iter().fold(answer, |answer, line| answer.with_line(&format!("  {line}")));
        answer.say(words::NOTHING_WAS_CHANGED)
    }
}

/// The message of a commit; what is on disk may be newer than what was opened.
fn message_of(opened: &Opened, edits: &[Edit], subject: Option<&str>) -> Message {
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
