//! A drawn screen as text.

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

/// The rows of a buffer, without the spaces at their ends.
pub fn rows(buffer: &Buffer) -> Vec<String> {
    let area = buffer.area;
    (area.top()..area.bottom())
        .map(|y| {
            let mut row = String::new();
            let mut x = area.left();
            while x < area.right() {
                let symbol = buffer[(x, y)].symbol();
                row.push_str(symbol);
                x += u16::try_from(symbol.width().max(1)).unwrap();
            }
            row.trim_end().to_owned()
        })
        .collect()
}

/// The screen as text.
pub fn text(buffer: &Buffer) -> String {
    rows(buffer).join("\n")
}
