use std::num::NonZero;

use proptest::prelude::*;
use ratatui::style::Style;

use super::*;

const AREA: Rect = Rect { x: 0, y: 0, width: 12, height: 3 };

/// What a frame writes after another one.
fn written(before: &[(u16, u16, &str, Style)], after: &[(u16, u16, &str, Style)]) -> String {
    let mut page = Page::default();
    page.turn(AREA, |buffer| Some(drawn(buffer, before)));
    page.turn(AREA, |buffer| Some(drawn(buffer, after)))
}

fn drawn(buffer: &mut Buffer, words: &[(u16, u16, &str, Style)]) -> Position {
    for (x, y, text, style) in words {
        buffer.set_string(*x, *y, text, *style);
    }
    Position::ORIGIN
}

#[test]
fn a_frame_in_which_nothing_differs_is_not_written() {
    let words = [(0, 0, "one two", Style::new().bold())];
    assert_eq!(written(&words, &words), "");
    let mut page = Page::default();
    page.turn(AREA, |_| None);
    assert_eq!(page.turn(AREA, |_| None), "");
    page.forget();
    assert!(page.turn(AREA, |_| None).contains("\x1b[2J"));
    assert_eq!(page.turn(AREA, |_| Some(Position::new(2, 1))), format!("{BEGIN}\x1b[2;3H\x1b[?25h{END}"));
    assert_eq!(
        written(&[(0, 1, "  ", Style::new().bold())], &[(0, 1, "  ", Style::new().fg(Color::Red))]),
        ""
    );
}

#[test]
fn what_stands_between_is_written_again_where_that_is_shorter() {
    let plain = Style::new();
    let bytes = written(&[(0, 0, "an old word", plain)], &[(0, 0, "an odd ward", plain)]);
    assert_eq!(bytes, format!("{BEGIN}\x1b[1;5Hdd wa\x1b[1H{END}"));
    let bytes = written(&[(0, 1, "a.........a", plain)], &[(0, 1, "b.........b", plain)]);
    assert_eq!(bytes, format!("{BEGIN}\x1b[2Hb\x1b[9Cb\x1b[1H{END}"));
}

#[test]
fn the_next_row_is_gone_to_by_a_line_feed_unless_the_one_before_may_have_ended() {
    let plain = Style::new();
    let bytes = written(&[], &[(4, 0, "a", plain), (4, 1, "b", plain), (0, 2, "c", plain)]);
    assert_eq!(bytes, format!("{BEGIN}\x1b[1;5Ha\n\x1b[5Gb\n\rc\x1b[1H{END}"));
    let bytes = written(&[], &[(0, 0, "a", plain), (4, 2, "b", plain)]);
    assert_eq!(bytes, format!("{BEGIN}\x1b[1Ha\x1b[3;5Hb\x1b[1H{END}"));
    let bytes = written(&[], &[(11, 0, "a", plain), (4, 1, "b", plain)]);
    assert_eq!(bytes, format!("{BEGIN}\x1b[1;12Ha\x1b[2;5Hb\x1b[1H{END}"));
}

#[test]
fn after_a_sign_that_may_be_two_cells_wide_the_place_is_named() {
    let plain = Style::new();
    let bytes = written(&[], &[(0, 0, "▸   x", plain)]);
    assert_eq!(bytes, format!("{BEGIN}\x1b[1H▸\x1b[5Gx\x1b[1H{END}"));
}

#[test]
fn styles_change_by_what_differs() {
    let (bold, loud) = (Style::new().bold(), Style::new().bold().fg(Color::Cyan));
    let bytes = written(&[], &[(0, 0, "a", bold), (1, 0, "b", loud), (2, 0, "c", Style::new())]);
    assert_eq!(bytes, format!("{BEGIN}\x1b[1H\x1b[1ma\x1b[38;5;6mb\x1b[mc\x1b[1H{END}"));
}

#[test]
fn where_signs_may_have_ended_the_row_the_whole_place_is_named() {
    let bytes = written(&[(0, 0, "          a", Style::new())], &[(0, 0, "───────   b", Style::new())]);
    assert_eq!(bytes, format!("{BEGIN}\x1b[1H───────\x1b[1;11Hb\x1b[1H{END}"));
}

#[test]
fn blanks_are_erased_where_that_is_shorter() {
    let (plain, marked) = (Style::new(), Style::new().reversed());
    let bytes = written(&[(0, 0, "some words x", plain)], &[(11, 0, "x", plain)]);
    assert_eq!(bytes, format!("{BEGIN}\x1b[1H\x1b[10X\x1b[1H{END}"));
    let bytes = written(&[(0, 0, "some words x", plain)], &[(0, 0, "so", plain)]);
    assert_eq!(bytes, format!("{BEGIN}\x1b[1;3H\x1b[K\x1b[1H{END}"));
    let bytes = written(&[(0, 0, "abcdef", plain)], &[(0, 0, "a    f", plain)]);
    assert_eq!(bytes, format!("{BEGIN}\x1b[1;2H    \x1b[1H{END}"));
    let bytes = written(&[(0, 0, "abcdefgh", marked)], &[(0, 0, "        ", marked)]);
    assert_eq!(bytes, format!("{BEGIN}\x1b[1H\x1b[7m        \x1b[m\x1b[1H{END}"));
}

#[test]
fn below_what_was_erased_the_same_column_is_stepped_down_to() {
    let words = |y| (4, y, "words", Style::new());
    let bytes = written(&[words(0), words(1), words(2)], &[]);
    assert_eq!(bytes, format!("{BEGIN}\x1b[1;5H\x1b[K\x1b[B\x1b[K\x1b[B\x1b[K\x1b[1H{END}"));
    assert_eq!(
        written(&[words(0), words(2)], &[]),
        format!("{BEGIN}\x1b[1;5H\x1b[K\x1b[2B\x1b[K\x1b[1H{END}")
    );
}

#[test]
fn colours_have_short_names_but_in_bold() {
    let (letters, ground) = (colour(Color::DarkGray, 30, true), colour(Color::Indexed(15), 40, false));
    assert_eq!((letters.as_str(), ground.as_str()), ("90", "107"));
    assert_eq!([colour(Color::Cyan, 30, false), colour(Color::Cyan, 30, true)], ["36", "38;5;6"]);
    let cyan = Style::new().fg(Color::Cyan);
    let bytes = written(&[], &[(0, 0, "a", cyan), (1, 0, "b", cyan.bold()), (2, 0, "c", cyan)]);
    assert_eq!(bytes, format!("{BEGIN}\x1b[1H\x1b[36ma\x1b[1;38;5;6mb\x1b[;36mc\x1b[m\x1b[1H{END}"));
}

#[test]
fn what_is_shorter_begins_anew_or_goes_on() {
    let (grey, bold) = (Style::new().fg(Color::DarkGray), Style::new().bold());
    let bytes = written(&[], &[(0, 0, "a", grey), (1, 0, "b", bold), (2, 0, "c", bold.underlined())]);
    assert_eq!(bytes, format!("{BEGIN}\x1b[1H\x1b[90ma\x1b[;1mb\x1b[4mc\x1b[m\x1b[1H{END}"));
}

/// A screen with room for long runs.
const WIDE: Rect = Rect { x: 0, y: 0, width: 40, height: 3 };

/// Runs of cells of a picture: their letter, their colour, their weight, how many there are.
fn runs() -> impl Strategy<Value = Vec<(usize, u8, u8, usize)>> {
    prop::collection::vec((0_usize..8, 0_u8..3, 0_u8..3, 1_usize..24), 1..40)
}

fn picture(buffer: &mut Buffer, runs: &[(usize, u8, u8, usize)]) {
    let cells = runs.iter().flat_map(|run| std::iter::repeat_n(run, run.3));
    let (mut x, mut y) = (0, 0);
    for (letter, colour, weight, _) in cells {
        let symbol = ["a", "b", " ", " ", "é", "─", "目", " "][*letter];
        let is_last = x + 1 == WIDE.width;
        let symbol = if is_last && symbol == "目" { "x" } else { symbol };
        let style = Style::new().fg([Color::Reset, Color::Blue, Color::Rgb(1, 2, 3)][usize::from(*colour)]);
        let style = [style, style.bold(), style.bold().reversed()][usize::from(*weight)];
        buffer.set_string(x, y, symbol, style);
        x += u16::try_from(fit::width(symbol)).unwrap();
        if x >= WIDE.width {
            (x, y) = (0, y + 1);
        }
        if y >= WIDE.height {
            return;
        }
    }
}

/// What each cell is to look like, written without any saving.
fn plainly(buffer: &Buffer) -> String {
    let mut bytes = String::new();
    let mut follows = 0;
    for (at, cell) in buffer.content.iter().enumerate() {
        let (x, y) = buffer.pos_of(at);
        if follows > 0 {
            follows -= 1;
            continue;
        }
        follows = fit::width(cell.symbol()) - 1;
        let weight = if cell.modifier.contains(Modifier::BOLD) { ";1" } else { "" };
        let turned = if cell.modifier.contains(Modifier::REVERSED) { ";7" } else { "" };
        let (ink, symbol) = (colour(cell.fg, 30, true), cell.symbol());
        let _ = write!(bytes, "\x1b[{};{}H\x1b[0{weight}{turned};{ink}m{symbol}", y + 1, x + 1);
    }
    bytes
}

/// What a terminal shows, cell by cell. What a blank is coloured with shows nowhere.
fn shown(terminal: &vt100::Parser) -> Vec<String> {
    let cells = (0..WIDE.height).flat_map(|y| (0..WIDE.width).map(move |x| (y, x)));
    let cells = cells.filter_map(|(y, x)| terminal.screen().cell(y, x));
    let one = |cell: &vt100::Cell| {
        let letter = if cell.has_contents() { cell.contents() } else { " " };
        if letter == " " && !cell.inverse() {
            return letter.to_owned();
        }
        format!("{letter} {:?} {} {}", cell.fgcolor(), cell.bold(), cell.inverse())
    };
    cells.filter(|cell| !cell.is_wide_continuation()).map(one).collect()
}

proptest! {
    #[test]
    fn a_terminal_shows_what_was_drawn(frames in prop::collection::vec(runs(), 1..5)) {
        let screen = || vt100::Parser::new(NonZero::new(3).unwrap(), NonZero::new(40).unwrap(), 0);
        let (mut page, mut terminal) = (Page::default(), screen());
        for runs in frames {
            terminal.process(page.turn(WIDE, |buffer| { picture(buffer, &runs); None }).as_bytes());
            let mut whole = screen();
            whole.process(plainly(&page.next).as_bytes());
            prop_assert_eq!(shown(&terminal), shown(&whole));
        }
    }
}
