//! Copying: by a program of this machine, or by the terminal.

use std::io;

use super::variable;
use crate::method::fields::one_line;
use crate::settings::clipboard::{Clipboard, Route};
use crate::settings::program::found;
use crate::tui::message::Message;
use crate::tui::program::give;
use crate::tui::terminal::Console;
use crate::words::notices as words;

/// Hands a text to the clipboard, and shows it, as not every terminal takes one. Where the program that was found does not
/// take it the terminal gets it; a command that was chosen in the settings says so.
pub(super) fn copy(console: &mut Console, clipboard: &Clipboard, text: &str) -> io::Result<Message> {
    let shown = one_line(text);
    let refused = |why: String| Message::refused(words::not_copied(&why, &shown));
    let route = match clipboard.route(&variable, &|program| found(program).is_some()) {
        Ok(route) => route,
        Err(why) => return Ok(refused(why)),
    };
    if route == Route::Nowhere {
        return Ok(Message::Told(words::shown_as_copying_is_off(&shown)));
    }
    if let Route::Program(words, encoding) = route {
        match give(&words, encoding.bytes(text)) {
            Ok(()) => return Ok(Message::Told(words::copied_by(&words[0], &shown))),
            Err(why) if *clipboard != Clipboard::Auto => return Ok(refused(why)),
            Err(_) => {}
        }
    }
    console.copy(text)?;
    Ok(Message::Told(words::copied_by_the_terminal(&shown)))
}
