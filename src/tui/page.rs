//! What is written of a frame: the cells that differ from the frame before, in few bytes and between the marks of a
//! synchronised update. A frame in which nothing differs is not written at all.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};

use super::fit;
use shown::Shown;

mod shown;

/// What a terminal is told before and after a frame, so that it shows it at once.
const BEGIN: &str = "\x1b[?2026h";
const END: &str = "\x1b[?2026l";

/// The most cells that are written again rather than passed over: that takes four bytes and more.
const NEAR: u16 = 4;

/// The number that switches each way of writing on.
const MODIFIERS: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// What the terminal shows and the frame that is being drawn.
#[derive(Default)]
pub(super) struct Page {
    shown: Shown,
    next: Buffer,
    cursor: Option<Position>,
    /// Whether what the terminal shows is known.
    is_known: bool,
}

impl Page {
    /// Lets the next frame be written whole.
    pub(super) fn forget(&mut self) {
        self.is_known = false;
    }

    /// Draws a frame and gives what is to be written; nothing where the terminal shows it already.
    ///
    /// The drawing says where the terminal's cursor belongs; without a place it is hidden.
    pub(super) fn turn(&mut self, area: Rect, draw: impl FnOnce(&mut Buffer) -> Option<Position>) -> String {
        if self.next.area != area {
            self.is_known = false;
        }
        if !self.is_known {
            self.next.resize(area);
            self.shown.clear(self.next.content.len());
        }
        self.next.reset();
        let cursor = draw(&mut self.next);
        let mut pen = Pen::default();
        if !self.is_known {
            pen.bytes.push_str("\x1b[m\x1b[2J");
        }
        self.shown.take(&self.next, |place, cell| pen.put(&self.next, place, cell));
        pen.wipe(&self.next, None);
        let bytes = pen.done(cursor, (self.cursor, self.is_known));
        (self.cursor, self.is_known) = (cursor, true);
        bytes
    }
}

/// Ways of writing that show where nothing is written.
const SHOWN_ON_BLANKS: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// Whether a cell shows nothing but the terminal's own ground.
fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && is_bare(cell.bg, cell.modifier)
}

/// Whether nothing is written there but the letter itself.
fn is_bare(bg: Color, modifier: Modifier) -> bool {
    bg == Color::Reset && !modifier.intersects(SHOWN_ON_BLANKS)
}

/// Writes cells one after the other, and remembers where it is and how it writes.
#[derive(Default)]
struct Pen {
    bytes: String,
    /// Where the next cell would land; none where that cannot be said for sure.
    at: Option<(u16, u16)>,
    /// How many signs were written last in this row for which some terminals may have taken two cells.
    doubtful: u16,
    /// Blanks that are still to be written: where they begin, and how many there are.
    blanks: Option<((u16, u16), u16)>,
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Pen {
    fn put(&mut self, page: &Buffer, (x, y): (u16, u16), cell: &Cell) {
        if is_blank(cell) {
            return self.put_blank(page, (x, y));
        }
        self.wipe(page, Some((x, y)));
        self.go(page, (x, y));
        self.dip(cell);
        self.bytes.push_str(cell.symbol());
        self.doubtful += u16::from(!cell.symbol().is_ascii());
        let width = u16::try_from(fit::width(cell.symbol())).unwrap_or(1).max(1);
        self.at = Some((x.saturating_add(width), y));
    }

    /// Takes a blank to those before it, over what is blank anyway.
    fn put_blank(&mut self, page: &Buffer, (x, y): (u16, u16)) {
        match &mut self.blanks {
            Some(((from, row), count))
                if *row == y && (*from + *count..x).all(|at| is_blank(&page[(at, y)])) =>
            {
                *count = x + 1 - *from;
            }
            _ => {
                self.wipe(page, Some((x, y)));
                self.blanks = Some(((x, y), 1));
            }
        }
    }

    /// Writes the blanks that wait: as such, or in fewer bytes by letting the terminal erase that many cells or the rest of
    /// the row, which leaves it where they begin.
    fn wipe(&mut self, page: &Buffer, next: Option<(u16, u16)>) {
        let Some(((x, y), count)) = self.blanks.take() else { return };
        self.go(page, (x, y));
        if !self.leaves_blank() {
            self.dip(&page[(x, y)]);
        }
        let after = x + count;
        let is_rest = (after..page.area.right()).all(|at| is_blank(&page[(at, y)]));
        let erases = if is_rest { "\x1b[K".to_owned() } else { format!("\x1b[{count}X") };
        let goes_on =
            next.filter(|(_, row)| *row == y).map_or(0, |(next, _)| step(next - x) - step(next - after));
        if erases.len() + goes_on < usize::from(count) {
            self.bytes.push_str(&erases);
            self.at = Some((x, y));
        } else {
            self.bytes.extend(std::iter::repeat_n(' ', usize::from(count)));
            self.at = Some((after, y));
        }
    }

    /// Whether what is blank stays so as the pen writes now.
    fn leaves_blank(&self) -> bool {
        is_bare(self.bg, self.modifier)
    }

    /// Goes to a place: over what stands between as it is, by a step to the right, or by naming it.
    fn go(&mut self, page: &Buffer, (x, y): (u16, u16)) {
        let gap = match self.at {
            Some((from, row)) if row == y && from == x => return,
            Some((from, row)) if row == y && from < x && self.doubtful == 0 => x - from,
            // As after what was erased, which leaves it where that begins.
            Some((from, row)) if row < y && from == x && self.doubtful == 0 => {
                let rows = if y - row == 1 { String::new() } else { (y - row).to_string() };
                return self.say(format_args!("\x1b[{rows}B"));
            }
            // Whatever each sign took, the row has not ended.
            Some((from, row)) if row == y && from.saturating_add(self.doubtful) < page.area.right() => {
                self.doubtful = 0;
                return self.say(format_args!("\x1b[{}G", x.saturating_add(1)));
            }
            Some((from, row)) if row < y && from.saturating_add(self.doubtful) < page.area.right() => {
                self.doubtful = 0;
                return self.go_down(y - row, Position { x, y });
            }
            Some(_) | None => {
                self.doubtful = 0;
                return self.bytes.push_str(&name(Position { x, y }));
            }
        };
        if gap <= NEAR && (x - gap..x).all(|at| self.is_as_written(&page[(at, y)])) {
            self.bytes.extend((x - gap..x).map(|at| page[(at, y)].symbol()));
        } else if gap == 1 {
            self.bytes.push_str("\x1b[C");
        } else {
            self.say(format_args!("\x1b[{gap}C"));
        }
    }

    /// Goes to a place some rows below: by line feeds and its column, or by naming it. No line feed comes from the last row, so
    /// that nothing scrolls; wherever one leaves the column, that is named.
    fn go_down(&mut self, rows: u16, place: Position) {
        let column = if place.x == 0 { "\r".to_owned() } else { format!("\x1b[{}G", place.x + 1) };
        let named = name(place);
        if usize::from(rows) + column.len() < named.len() {
            self.bytes.extend(std::iter::repeat_n('\n', usize::from(rows)));
            self.bytes.push_str(&column);
        } else {
            self.bytes.push_str(&named);
        }
    }

    fn say(&mut self, words: std::fmt::Arguments<'_>) {
        // A string takes whatever is written into it.
        let _ = self.bytes.write_fmt(words);
    }

    /// Whether a cell holds one plain letter, written as the pen writes now.
    fn is_as_written(&self, cell: &Cell) -> bool {
        let is_same = (cell.fg, cell.bg, cell.modifier) == (self.fg, self.bg, self.modifier);
        cell.symbol().len() == 1 && is_same || is_blank(cell) && self.leaves_blank()
    }

    /// Writes as a cell wants it from now on, in the fewest bytes.
    fn dip(&mut self, cell: &Cell) {
        let wanted = (cell.fg, cell.bg, cell.modifier);
        if wanted == (self.fg, self.bg, self.modifier) {
            return;
        }
        // To switch one off is to switch all off, which may be shorter even where none has to be.
        let anew = format!(";{}", codes(Default::default(), cell));
        let onto = codes((self.fg, self.bg, self.modifier), cell);
        let is_onto = cell.modifier.contains(self.modifier) && onto.len() <= anew.len();
        self.say(format_args!("\x1b[{}m", if is_onto { &onto } else { anew.trim_end_matches(';') }));
        (self.fg, self.bg, self.modifier) = wanted;
    }

    /// The whole frame, with the cursor where it belongs; nothing where nothing differs.
    fn done(mut self, cursor: Option<Position>, (before, is_known): (Option<Position>, bool)) -> String {
        if self.bytes.is_empty() && is_known && cursor == before {
            return self.bytes;
        }
        if (self.fg, self.bg, self.modifier) != Default::default() {
            self.bytes.push_str("\x1b[m");
        }
        if let Some(place) = cursor {
            self.bytes.push_str(&name(place));
        }
        if !is_known || cursor.is_some() != before.is_some() {
            self.bytes.push_str(if cursor.is_some() { "\x1b[?25h" } else { "\x1b[?25l" });
        }
        [BEGIN, &self.bytes, END].concat()
    }
}

/// Goes to a place by its row and column; the first column need not be named.
fn name(Position { x, y }: Position) -> String {
    match (x.saturating_add(1), y.saturating_add(1)) {
        (1, row) => format!("\x1b[{row}H"),
        (column, row) => format!("\x1b[{row};{column}H"),
    }
}

/// The bytes of a step of so many cells to the right.
fn step(cells: u16) -> usize {
    match cells {
        0 => 0,
        1 => 3,
        2..=9 => 4,
        10..=99 => 5,
        _ => 6,
    }
}

/// The codes that a cell adds to a way of writing: letters, ground, weight.
fn codes((fg, bg, modifier): (Color, Color, Modifier), cell: &Cell) -> String {
    let added = cell.modifier - modifier;
    let is_bold = cell.modifier.contains(Modifier::BOLD);
    // A colour that has another name in bold is named again.
    let renamed = colour(cell.fg, 30, is_bold) != colour(fg, 30, modifier.contains(Modifier::BOLD));
    let added = MODIFIERS.iter().filter(|(one, _)| added.contains(*one)).map(|(_, code)| code.to_string());
    let letters = renamed.then(|| colour(cell.fg, 30, is_bold));
    let ground = (cell.bg != bg).then(|| colour(cell.bg, 40, false));
    added.chain(letters).chain(ground).collect::<Vec<_>>().join(";")
}

/// The code of a colour of the letters (from 30 on) or behind them (from 40 on).
fn colour(colour: Color, from: u8, is_bold: bool) -> String {
    let of_many = |number: u8| match number {
        // Bold letters of the first eight by their short names would be brightened by some terminals.
        0..8 if !is_bold => (from + number).to_string(),
        8..16 => (from + 52 + number).to_string(),
        _ => format!("{};5;{number}", from + 8),
    };
    match colour {
        Color::Reset => (from + 9).to_string(),
        Color::Black => of_many(0),
        Color::Red => of_many(1),
        Color::Green => of_many(2),
        Color::Yellow => of_many(3),
        Color::Blue => of_many(4),
        Color::Magenta => of_many(5),
        Color::Cyan => of_many(6),
        Color::Gray => of_many(7),
        Color::DarkGray => of_many(8),
        Color::LightRed => of_many(9),
        Color::LightGreen => of_many(10),
        Color::LightYellow => of_many(11),
        Color::LightBlue => of_many(12),
        Color::LightMagenta => of_many(13),
        Color::LightCyan => of_many(14),
        Color::White => of_many(15),
        Color::Indexed(number) => of_many(number),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", from + 8),
    }
}

#[cfg(test)]
mod tests;
