//! When another program has the terminal: the editor, the shell, and `okr sync`, which may have to ask.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::time::Instant;

use super::outside::Outside;
use super::{Running, variable};
use crate::domain::change::Address;
use crate::settings::actions::ListAction;
use crate::settings::program;
use crate::settings::signs::prints_ascii;
use crate::store::problem::Problem;
use crate::store::{self, Store, Unfit};
use crate::tui::editor::{self, Edited};
use crate::tui::message::Message;
use crate::tui::terminal::Console;
use crate::words::notices as words;
use crate::words::{anywhere, counted};

impl Running {
    /// Lets another program have the terminal, which must not read what that answers; meanwhile no clock runs.
    fn lend<T>(&mut self, program: impl FnOnce(&mut Console) -> io::Result<T>) -> io::Result<T> {
        let ended = self.events.hear_out().and_then(|()| program(&mut self.console));
        self.events.forget_signals();
        self.seen = Instant::now();
        ended
    }

    /// Gives the terminal back for a while.
    pub(super) fn suspend(&mut self) -> Option<Message> {
        let suspended = self.lend(Console::suspend);
        suspended.err().map(|why| Message::refused(why.to_string()))
    }

    /// Lets `okr sync` have the terminal, as it may have to ask for a password or for which of two.
    pub(super) fn share(&mut self) -> io::Result<Message> {
        let Some(store) = &self.outside.store else {
            return Ok(Message::refused(words::NO_WORKSPACE_TO_SHARE));
        };
        let store = store.clone();
        let ended = self.lend(|console| console.hand_over(|| shared(store.root())))?;
        Ok(match ended {
            Ok(status) if status.success() => Message::Told(match store.drafts().len() {
                0 => words::SHARED.to_owned(),
                waiting => words::shared_but(counted::DRAFTS_WAIT.of(waiting)),
            }),
            Ok(_) => Message::refused(words::NOT_ALL_IS_SHARED),
            Err(why) => Message::refused(words::okr_sync_did_not_start(&why)),
        })
    }
}

impl Running {
    /// Lets the person's editor have the terminal on a text.
    pub(super) fn edit(&mut self, text: &str) -> io::Result<Message> {
        let editor = program::editor(&variable);
        let edited = self.lend(|console| editor::edit_text(console, &editor, text, ".md"))?;
        Ok(Message::Edited(match edited {
            Edited::Changed(text) => Ok(text),
            Edited::Unchanged => Ok(text.to_owned()),
            Edited::Kept(why) => Err(why),
        }))
    }

    /// Lets the person's editor have the terminal on the text of a record's file, or on what was kept of it, and writes what
    /// it gives back. A text that cannot be written is kept, and opened the next time.
    pub(super) fn edit_file(&mut self, address: &Address) -> io::Result<Message> {
        let Some(store) = self.outside.store.clone() else {
            return Ok(Message::refused(words::NO_WORKSPACE_TO_SAVE_TO));
        };
        let from = match store.text(address) {
            Ok(Some(text)) => text,
            Ok(None) => return Ok(Message::refused(words::there_is_no_file(address))),
            Err(problem) => return Ok(Message::refused(said(&problem))),
        };
        let kept = store.kept_text(address, &from);
        let (editor, opened) = (program::editor(&variable), kept.as_ref().unwrap_or(&from));
        let edited = self.lend(|console| editor::edit_text(console, &editor, opened, ".toml"))?;
        Ok(match (edited, kept) {
            (Edited::Kept(why), _) => Message::refused(why),
            (Edited::Unchanged, None) => Message::Told(words::NOTHING_CHANGED_IN_THE_FILE.to_owned()),
            (Edited::Unchanged, Some(text)) | (Edited::Changed(text), _) => {
                let opens = self.state.keymap.key(ListAction::Editor);
                self.outside.write_by_hand(&store, address, (&from, &text), &opens)
            }
        })
    }
}

impl Outside {
    /// Writes a text that was edited by hand; one that is empty, or as the file stands, lets go what was kept. Of one that is
    /// refused it says by which key it is opened again.
    fn write_by_hand(
        &mut self,
        store: &Store,
        address: &Address,
        (from, to): (&str, &str),
        opens: &str,
    ) -> Message {
        if to.trim().is_empty() || to == from {
            store.forget_text(address);
            return Message::Told(words::NOTHING_CHANGED_IN_THE_FILE.to_owned());
        }
        let why = match store.save_text(address, from, to) {
            Ok((change, odd)) => {
                store.forget_text(address);
                self.wrote(&[store::path(address)]);
                let odd: Vec<String> = odd.iter().map(said).collect();
                return Message::Told(match odd.as_slice() {
                    [] => anywhere::saved(&change.sentence),
                    odd => words::saved_but_odd(&change.sentence, odd.join(" ")),
                });
            }
            Err(Unfit::Mistakes(all)) => all.iter().map(said).collect::<Vec<_>>().join(" "),
            Err(Unfit::Redefined) => words::A_REVISION.to_owned(),
            Err(Unfit::Overtaken) => words::was_written_elsewhere(address),
            Err(Unfit::Obstacle(why)) => why.to_string(),
        };
        match store.keep_text(address, from, to) {
            Ok(path) => Message::refused(words::not_written_and_kept(&why, path.display(), opens)),
            Err(error) => Message::danger(words::not_written_nor_kept(&why, &error)),
        }
    }
}

/// What is wrong in a file, and where; the folders of the file stand in the row it was opened from.
fn said(problem: &Problem) -> String {
    let Problem { path, line, column, message, .. } = problem;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    format!("{name}:{line}:{column}: {message}")
}

/// Shares a workspace on the normal screen, and waits until it has been read what came of it.
fn shared(root: &Path) -> io::Result<ExitStatus> {
    let mut sync = Command::new(std::env::current_exe()?);
    let signs = prints_ascii().then_some("--ascii");
    let status = sync.arg("--workspace").arg(root).args(signs).arg("sync").status()?;
    let mut out = io::stdout().lock();
    write!(out, "\n{}", words::PRESS_ENTER_TO_GO_BACK)?;
    out.flush()?;
    io::stdin().read_line(&mut String::new())?;
    Ok(status)
}
