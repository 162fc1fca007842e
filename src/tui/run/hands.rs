//! What the terminal itself does for us besides showing: the clipboard and the mouse.

use std::io;

use crate::tui::message::Message;
use crate::tui::terminal::{Console, Mouse};

/// Hands a text to the terminal's clipboard, and shows it, as not every terminal takes one.
pub(super) fn copy(console: &mut Console, text: &str) -> io::Result<Message> {
    console.copy(text)?;
    Ok(Message::Told(format!("Copied by the terminal (OSC 52): {text}")))
}

/// Gives the mouse to the terminal, or takes it back.
pub(super) fn turn_mouse(console: &mut Console) -> io::Result<Message> {
    let (mouse, says) = match console.mouse() {
        Mouse::Ours => (Mouse::Terminals, "The mouse selects text"),
        Mouse::Terminals => (Mouse::Ours, "The mouse clicks; hold Shift (Option on macOS) to select text"),
    };
    console.set_mouse(mouse)?;
    Ok(Message::Told(format!("{says}, until you leave. `ui.mouse` in your settings keeps it.")))
}
