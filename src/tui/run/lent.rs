//! When another program has the terminal: the editor, the shell, and `okr sync`, which may have to ask.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::time::Instant;

use super::outside::Outside;
use super::{Session, variable};
use crate::tui::editor::{self, Edited};
use crate::tui::event::Events;
use crate::tui::message::Message;
use crate::tui::terminal::Console;
use crate::words::notices as words;

impl Session {
    /// Gives the terminal back for a while; meanwhile no clock runs.
    pub(super) fn suspend(&mut self, console: &mut Console, events: &mut Events) -> Option<Message> {
        // The shell must not read what the terminal answers.
        let suspended = events.hear_out().and_then(|()| console.suspend());
        events.forget_signals();
        self.seen = Instant::now();
        suspended.err().map(|why| Message::Refused { says: why.to_string(), is_danger: false })
    }

    /// Lets `okr sync` have the terminal, as it may have to ask for a password or for which of two.
    pub(super) fn share(&mut self, console: &mut Console, events: &mut Events) -> io::Result<Message> {
        let Some(store) = &self.outside.store else {
            return Ok(Outside::refused(words::NO_WORKSPACE_TO_SHARE));
        };
        let root = store.root().to_owned();
        events.hear_out()?;
        let ended = console.hand_over(|| shared(&root))?;
        events.forget_signals();
        self.seen = Instant::now();
        Ok(match ended {
            Ok(status) if status.success() => Message::Told(words::SHARED.to_owned()),
            Ok(_) => Message::Refused { says: words::NOT_ALL_IS_SHARED.to_owned(), is_danger: false },
            Err(why) => Message::Refused { says: words::okr_sync_did_not_start(&why), is_danger: false },
        })
    }
}

/// Shares a workspace on the normal screen, and waits until it has been read what came of it.
fn shared(root: &Path) -> io::Result<ExitStatus> {
    let status = Command::new(std::env::current_exe()?).arg("--workspace").arg(root).arg("sync").status()?;
    let mut out = io::stdout().lock();
    write!(out, "\n{}", words::PRESS_ENTER_TO_GO_BACK)?;
    out.flush()?;
    io::stdin().read_line(&mut String::new())?;
    Ok(status)
}

/// Lets the person's editor have the terminal on a text.
pub(super) fn edit(console: &mut Console, events: &mut Events, text: &str) -> io::Result<Message> {
    let editor = editor::chosen(&variable);
    events.hear_out()?;
    let edited = editor::edit_text(console, &editor, text, ".md");
    events.forget_signals();
    Ok(match edited? {
        Edited::Changed(text) => Message::Edited(Ok(text)),
        Edited::Unchanged => Message::Edited(Ok(text.to_owned())),
        Edited::Kept(why) => Message::Edited(Err(why)),
    })
}
