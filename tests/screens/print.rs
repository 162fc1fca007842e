//! A drawn screen as text, without and with its styles.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// The rows of a buffer, without the spaces at their ends.
#[must_use]
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
#[must_use]
pub fn text(buffer: &Buffer) -> String {
    rows(buffer).join("\n")
}

/// The screen as text, each row that has a style followed by one that says which, letter by cell:
/// `R` reversed, `U` underlined, `B` bold, `K` bold cyan, `c` cyan, `d` dark grey, `y` yellow, `r` red, `b` light blue.
#[must_use]
pub fn styled(buffer: &Buffer) -> String {
    let area = buffer.area;
    let mut lines = Vec::new();
    for (y, row) in (area.top()..area.bottom()).zip(rows(buffer)) {
        let styles: String = (area.left()..area.right()).map(|x| letter(&buffer[(x, y)])).collect();
        lines.push(row);
        if !styles.trim().is_empty() {
            lines.push(styles.trim_end().to_owned());
        }
    }
    lines.join("\n")
}

fn letter(cell: &Cell) -> char {
    let is_bold = cell.modifier.contains(Modifier::BOLD);
    match cell.fg {
        _ if cell.modifier.contains(Modifier::REVERSED) => 'R',
        _ if cell.modifier.contains(Modifier::UNDERLINED) => 'U',
        Color::Cyan if is_bold => 'K',
        Color::Cyan => 'c',
        Color::DarkGray => 'd',
        Color::Yellow => 'y',
        Color::Red => 'r',
        Color::LightBlue => 'b',
        Color::Reset if is_bold => 'B',
        Color::Reset => ' ',
        other => panic!("the theme has no {other:?}"),
    }
}
