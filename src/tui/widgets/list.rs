//! Rows with one of them selected. What is shown follows from the selection, the height, the rows, and where the list began
//! when it was drawn before.

mod window;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};

use super::more::{draw_gutter, without_gutter};
use super::wrapped::wrapped;
use super::{after, cells, put, put_line, row};
use crate::tui::fit;
use crate::tui::look::Look;

/// The cells of one step of indentation.
pub const INDENT: u16 = 2;

/// Says whether a row has parts, and whether they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Fold {
    /// The row has no parts.
    #[default]
    None,
    /// The parts are shown.
    Open,
    /// The parts are hidden.
    Closed,
}

/// The lines one text of a row takes at most; a longer one ends in an ellipsis and stands whole in the detail.
const MOST_LINES: usize = 3;

/// The blanks before what stands beside a text.
const AFTER: usize = 2;

/// Is a text of a row: as many lines as it needs, those after the first moved in.
#[derive(Debug, Clone, PartialEq)]
struct Text<'a> {
    line: Line<'a>,
    hang: usize,
    most: usize,
    /// What stands after it where there is room, else below it, and by how much it is moved in there.
    beside: Option<(Span<'a>, usize)>,
    /// What stands at the end of its first line, with nothing below it.
    end: Option<Span<'a>>,
}

impl<'a> Text<'a> {
    fn new(line: impl Into<Line<'a>>) -> Self {
        Self { line: line.into(), hang: 0, most: MOST_LINES, beside: None, end: None }
    }

    /// Returns the lines of the text in this many cells.
    fn lines(&self, look: &Look, cells: usize) -> Vec<Line<'static>> {
        let cells = cells.saturating_sub(self.end.as_ref().map_or(0, Span::width));
        let mut lines = wrapped(&self.line, cells, self.hang);
        if lines.len() > self.most {
            lines.truncate(self.most);
            let last = lines.pop().map(|last| going_on(&last, cells, look));
            lines.extend(last);
        }
        if let Some((mark, hang)) = &self.beside {
            let mark = Span::styled(mark.content.replace(fit::TIE, " "), mark.style);
            match lines.last_mut().filter(|last| last.width() + AFTER + mark.width() <= cells) {
                Some(last) => last.spans.extend([Span::raw(" ".repeat(AFTER)), mark]),
                None => lines.push(Line::from_iter([Span::raw(" ".repeat(*hang)), mark])),
            }
        }
        if let (Some(end), Some(first)) = (&self.end, lines.first_mut()) {
            let between = " ".repeat(cells.saturating_sub(first.width()));
            let end = Span::styled(end.content.clone().into_owned(), end.style);
            first.spans.extend([Span::raw(between), end]);
        }
        lines
    }
}

/// Returns a line that goes on, ended in an ellipsis.
fn going_on(line: &Line<'_>, cells: usize, look: &Look) -> Line<'static> {
    let ellipsis = look.glyphs.ellipsis;
    let mut cut = wrapped(line, cells.saturating_sub(fit::width(ellipsis)), 0).swap_remove(0);
    cut.push_span(Span::styled(ellipsis, look.theme.quiet));
    cut
}

/// Is one row of a list: some texts that are selected together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row<'a> {
    texts: Vec<Text<'a>>,
    /// The steps of indentation.
    pub indent: u16,
    /// The fold mark before the first line.
    pub fold: Fold,
}

impl<'a> Row<'a> {
    /// Returns a row of one text.
    pub fn new(line: impl Into<Line<'a>>) -> Self {
        Self { texts: vec![Text::new(line)], ..Self::default() }
    }

    /// Adds a text below.
    #[must_use]
    pub fn and(mut self, line: impl Into<Line<'a>>) -> Self {
        self.texts.push(Text::new(line));
        self
    }

    /// Puts a sign before the last text and keeps the room below the sign free.
    #[must_use]
    pub fn signed(mut self, sign: impl Into<Span<'a>>) -> Self {
        if let Some(text) = self.texts.last_mut() {
            let sign = sign.into();
            let width = fit::width(&sign.content) + 1;
            text.hang += width;
            if let Some((_, hang)) = &mut text.beside {
                *hang += width;
            }
            text.line.spans.splice(0..0, [sign, Span::raw(" ")]);
        }
        self
    }

    /// Puts a mark after the last text where there is room on its line, else below it, where the text and its sign begin.
    #[must_use]
    pub fn beside(mut self, mark: impl Into<Span<'a>>) -> Self {
        if let Some(text) = self.texts.last_mut() {
            text.beside = Some((mark.into(), 0));
        }
        self
    }

    /// Puts a mark at the end of the first line of the last text; nothing stands below it.
    #[must_use]
    pub fn ended(mut self, mark: impl Into<Span<'a>>) -> Self {
        if let Some(text) = self.texts.last_mut() {
            text.end = Some(mark.into());
        }
        self
    }

    /// Lets the last text take at most this many lines; the rest of it stands in the detail.
    #[must_use]
    pub fn at_most(mut self, lines: usize) -> Self {
        if let Some(text) = self.texts.last_mut() {
            text.most = lines.max(1);
        }
        self
    }

    /// Moves the row this many steps to the right.
    #[must_use]
    pub const fn indented(mut self, steps: u16) -> Self {
        self.indent = steps;
        self
    }

    /// Gives the row a fold mark.
    #[must_use]
    pub const fn folded(mut self, fold: Fold) -> Self {
        self.fold = fold;
        self
    }

    /// Returns all its words.
    pub fn words(&self) -> String {
        let said = |text: &Text<'_>| {
            let beside = text.beside.as_ref().map(|(mark, _)| format!("  {}", mark.content));
            format!("{}{}", text.line, beside.unwrap_or_default())
        };
        self.texts.iter().map(said).collect::<Vec<_>>().join(" ")
    }

    /// Returns the row as it stands in a list of this width.
    fn laid(&self, look: &Look, width: u16) -> Laid {
        let fold = match self.fold {
            Fold::None => "",
            Fold::Open => look.glyphs.unfolded,
            Fold::Closed => look.glyphs.folded,
        };
        let marked = if fold.is_empty() { 0 } else { fit::width(fold) + 1 };
        let before = marker(look).saturating_add(self.indent.saturating_mul(INDENT));
        let room = usize::from(width.saturating_sub(before)).saturating_sub(marked);
        let lines = self.texts.iter().flat_map(|text| text.lines(look, room));
        Laid { lines: lines.collect(), before, fold }
    }
}

/// Is a row whose texts are wrapped.
struct Laid {
    lines: Vec<Line<'static>>,
    before: u16,
    fold: &'static str,
}

impl Laid {
    fn height(&self) -> u16 {
        cells(self.lines.len()).max(1)
    }
}

/// The cells of the column that marks the selected row.
fn marker(look: &Look) -> u16 {
    cells(fit::width(look.glyphs.cursor)) + 1
}

/// Is a list whose rows are made as they are drawn, so that a long one costs no more than its window.
pub struct List<F> {
    /// The number of rows.
    pub len: usize,
    /// The selected row, counted from 0; one beyond the end is the last.
    pub selected: Option<usize>,
    /// The row it began with when it was drawn before; none where it was not.
    pub began: Option<usize>,
    /// Makes one row.
    pub row: F,
}

/// Says where the rows were drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drawn {
    /// Where the terminal's cursor belongs: the start of the selected row.
    pub cursor: Option<Position>,
    /// The rows that are shown, by number, and where each can be clicked.
    pub rows: Vec<(usize, Rect)>,
}

impl Drawn {
    /// Returns the row the list begins with.
    pub fn begins(&self) -> Option<usize> {
        self.rows.first().map(|(index, _)| *index)
    }

    /// Returns the row at a place on the screen.
    pub fn row_at(&self, place: Position) -> Option<usize> {
        self.rows.iter().find(|(_, area)| area.contains(place)).map(|(index, _)| *index)
    }
}

impl<'a, F: Fn(usize) -> Row<'a>> List<F> {
    /// Draws the rows around the selected one; the last column says where there are more.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Drawn {
        let area = area.intersection(buf.area);
        let mut drawn = Drawn::default();
        if area.is_empty() || self.len == 0 {
            return drawn;
        }
        let inside = without_gutter(look, area);
        let selected = self.selected.map(|index| index.min(self.len - 1));
        let (mut top, mut is_cut) = (0, false);
        for (index, content) in self.window(look, selected.unwrap_or(0), inside) {
            let height = content.height().min(inside.height - top);
            is_cut = height < content.height();
            let place = Rect { y: inside.y + top, height, ..inside };
            draw_row(look, &content, place, buf);
            if selected == Some(index) {
                mark_selected(look, place, buf);
                drawn.cursor = Some(place.as_position());
            }
            drawn.rows.push((index, place));
            top += height;
            if top == inside.height {
                break;
            }
        }
        let (first, last) = (drawn.rows.first(), drawn.rows.last());
        let is_above = first.is_some_and(|(index, _)| *index > 0);
        let is_below = is_cut || last.is_some_and(|(index, _)| *index + 1 < self.len);
        draw_gutter(look, area, (is_above, is_below), buf);
        drawn
    }

    fn laid(&self, look: &Look, index: usize, width: u16) -> Laid {
        (self.row)(index).laid(look, width)
    }
}

fn draw_row(look: &Look, content: &Laid, place: Rect, buf: &mut Buffer) {
    let inside = after(place, content.before);
    let fold = put(buf, inside, content.fold, look.theme.quiet);
    let text = after(inside, if fold > 0 { fold + 1 } else { 0 });
    for (index, line) in (0..place.height).zip(&content.lines) {
        put_line(buf, row(text, index), line);
    }
}

/// Draws the marker and makes the row bold and reversed in one colour, as reversed colours would be painted.
fn mark_selected(look: &Look, place: Rect, buf: &mut Buffer) {
    put(buf, place, look.glyphs.cursor, look.theme.accent);
    let plain = Style::new().fg(Color::Reset).bg(Color::Reset);
    buf.set_style(place, plain.patch(look.theme.base).patch(look.theme.selected));
}

#[cfg(test)]
mod tests {
    use ratatui::style::Modifier;

    use super::*;
    use crate::tui::widgets::trial;

    fn numbered(index: usize) -> Row<'static> {
        let row = Row::new(format!("row {index}"));
        if index % 3 == 2 { row.and("  more") } else { row }
    }

    fn shown(len: usize, selected: Option<usize>, height: u16) -> Vec<String> {
        let look = Look::default();
        trial::drawn(12, height, |area, buf| {
            List { len, selected, began: None, row: numbered }.draw(&look, area, buf);
        })
    }

    #[test]
    fn a_last_row_that_is_cut_says_that_it_goes_on() {
        assert_eq!(shown(3, Some(0), 4).last().map(|row| row.trim()), Some("more"));
        assert!(
            shown(3, Some(0), 3).last().is_some_and(|row| row.ends_with('↓')),
            "{:?}",
            shown(3, Some(0), 3)
        );
    }

    #[test]
    fn the_window_follows_from_the_selection() {
        assert_eq!(shown(2, Some(0), 4), ["▸ row 0", "  row 1", "", ""]);
        assert_eq!(shown(9, Some(0), 4), ["▸ row 0", "  row 1", "  row 2", "    more   ↓"]);
        assert_eq!(shown(9, Some(4), 4), ["  row 3    ↑", "▸ row 4", "  row 5", "    more   ↓"]);
        assert_eq!(shown(9, Some(8), 4), ["  row 6    ↑", "  row 7", "▸ row 8", "    more"]);
        assert_eq!(shown(9, Some(99), 2), ["▸ row 8    ↑", "    more"]);
        assert_eq!(shown(9, Some(2), 1), ["▸ row 2    ↓"]);
        assert_eq!(shown(9, None, 2), ["  row 0", "  row 1    ↓"]);
        assert_eq!(shown(0, Some(0), 1), [""]);
    }

    /// The rows that are shown where the list began with one of them before.
    fn shown_from(began: usize, selected: usize, height: u16) -> Vec<usize> {
        let look = Look::default();
        let mut rows = Vec::new();
        trial::drawn(12, height, |area, buf| {
            let list = List { len: 30, selected: Some(selected), began: Some(began), row: numbered };
            rows = list.draw(&look, area, buf).rows.into_iter().map(|(index, _)| index).collect();
        });
        rows
    }

    #[test]
    fn a_list_stands_while_the_selection_moves_inside_it() {
        // The third of three rows has two lines; the last one here is cut.
        for selected in 11..=12 {
            assert_eq!(shown_from(10, selected, 6), [10, 11, 12, 13, 14], "{selected}");
        }
        // By as little as it takes at either edge, so that the row that comes next is in sight.
        assert_eq!(shown_from(10, 13, 6), [11, 12, 13, 14]);
        assert_eq!(shown_from(11, 14, 6), [12, 13, 14, 15, 16]);
        assert_eq!(shown_from(10, 10, 6), [9, 10, 11, 12, 13]);
        assert_eq!(shown_from(1, 0, 6), [0, 1, 2, 3, 4]);
        assert_eq!(shown_from(25, 29, 6), [26, 27, 28, 29]);
        // What is farther away comes to the middle, and no room is left blank at the end.
        assert_eq!(shown_from(0, 20, 6), shown_from(29, 20, 6));
        assert_eq!(shown_from(0, 20, 6)[2], 20);
        assert_eq!(shown_from(29, 29, 6), [26, 27, 28, 29]);
        assert_eq!(shown_from(40, 3, 6), [2, 3, 4, 5]);
    }

    #[test]
    fn the_selected_row_is_in_sight_wherever_the_list_began() {
        for (began, selected, height) in (0..30).flat_map(|began| {
            (0..30).flat_map(move |selected| (1..9).map(move |height| (began, selected, height)))
        }) {
            let rows = shown_from(began, selected, height);
            assert!(rows.contains(&selected), "{began} {selected} {height}: {rows:?}");
            assert!(rows.is_sorted() && rows.windows(2).all(|two| two[0] + 1 == two[1]));
        }
    }

    #[test]
    fn a_long_text_wraps_beside_its_sign_and_ends_in_an_ellipsis() {
        let look = Look::default();
        let text = |words: &'static str| Row::new(words).signed("!");
        let rows = |row: Row<'static>, height| {
            trial::drawn(16, height, |area, buf| {
                List { len: 1, selected: None, began: None, row: |_: usize| row.clone() }
                    .draw(&look, area, buf);
            })
        };
        assert_eq!(rows(text("late by six days"), 2), ["  ! late by six", "    days"]);
        let long = "one two three four five six seven eight nine";
        assert_eq!(rows(text(long), 3), ["  ! one two", "    three four", "    five six…"]);
        assert_eq!(rows(text(long).at_most(1), 2), ["  ! one two…", ""]);
    }

    #[test]
    fn a_mark_stands_beside_a_text_or_below_where_the_text_begins() {
        let drawn = |cells| {
            let row = Row::new("time").and("no target").signed("!").beside("? 1").signed("   ");
            let lines = row.laid(&Look::default(), cells).lines;
            lines.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(drawn(30), ["time", "    ! no target  ? 1"]);
        assert_eq!(drawn(20), ["time", "    ! no target", "    ? 1"]);
    }

    #[test]
    fn a_selected_row_is_bold_and_reversed_in_one_colour() {
        let look = Look::default();
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 2));
        let coloured = |index: usize| Row::new(Line::styled(format!("row {index}"), look.theme.attention));
        let drawn =
            List { len: 2, selected: Some(1), began: None, row: coloured }.draw(&look, buf.area, &mut buf);
        assert_eq!(drawn.cursor, Some(Position::new(0, 1)));
        assert_eq!(drawn.row_at(Position::new(5, 0)), Some(0));
        assert_eq!(drawn.row_at(Position::new(5, 5)), None);
        for x in 0..11 {
            let cell = &buf[(x, 1)];
            assert!(cell.modifier.contains(Modifier::BOLD | Modifier::REVERSED));
            assert_eq!(cell.fg, Color::Reset);
            assert!(!buf[(x, 0)].modifier.contains(Modifier::REVERSED));
        }
    }

    #[test]
    fn rows_are_indented_below_a_fold_mark() {
        let look = Look::default();
        let tree = |index: usize| match index {
            0 => Row::new("objective").folded(Fold::Open),
            1 => Row::new("key result").indented(1),
            _ => Row::new("objective").folded(Fold::Closed),
        };
        let rows = trial::drawn(16, 3, |area, buf| {
            List { len: 3, selected: Some(1), began: None, row: tree }.draw(&look, area, buf);
        });
        assert_eq!(rows, ["  ▿ objective", "▸   key result", "  ▹ objective"]);
    }

    #[test]
    fn a_long_list_makes_only_the_rows_it_shows() {
        let look = Look::default();
        let made = std::cell::Cell::new(0);
        let counted = |index: usize| {
            made.set(made.get() + 1);
            Row::new(format!("{index}"))
        };
        trial::drawn(12, 20, |area, buf| {
            List { len: 10_000, selected: Some(5_000), began: None, row: counted }.draw(&look, area, buf);
        });
        assert!(made.get() < 25, "{}", made.get());
    }

    #[test]
    fn a_list_fits_any_area() {
        let look = Look::default();
        for selected in [None, Some(0), Some(4), Some(8)] {
            trial::sweep(|area, buf| {
                let deep = |index| numbered(index).indented(u16::MAX - 1).folded(Fold::Open);
                List { len: 9, selected, began: None, row: numbered }.draw(&look, area, buf);
                List { len: 9, selected, began: None, row: deep }.draw(&look, area, buf);
            });
        }
    }
}
