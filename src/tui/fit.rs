//! Makes text, hints and layouts fit the width there is.
//!
//! All widths are terminal cells, counted grapheme by grapheme as the screen buffer counts them.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::layout::{Rect, Size};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub use crate::domain::display::is_plain;
use crate::domain::display::{JOINER, is_picture, is_plain_byte, is_shade, visible};
use crate::settings;
use crate::words::view as words;

/// The smallest terminal that Quarterdeck draws on.
pub const SMALLEST: Size = Size::new(settings::SMALLEST.0, settings::SMALLEST.1);

/// Says which layout a terminal has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SizeClass {
    /// Below 60 columns or 16 rows: one message.
    TooSmall,
    /// 60 to 79 columns: one pane, breadcrumb on top.
    Narrow,
    /// 80 to 119 columns: list and detail.
    Normal,
    /// 120 columns and more: list, detail and guide.
    Wide,
}

impl SizeClass {
    /// Returns the class of an area.
    pub const fn of(area: Rect) -> Self {
        if area.width < SMALLEST.width || area.height < SMALLEST.height {
            return Self::TooSmall;
        }
        match area.width {
            ..80 => Self::Narrow,
            80..120 => Self::Normal,
            _ => Self::Wide,
        }
    }
}

/// Returns the one message of a terminal that is too small.
pub fn too_small(area: Rect) -> String {
    let Size { width, height } = SMALLEST;
    words::needs_more_cells(width, height, area.width, area.height)
}

/// Returns a text of somebody else as it may be drawn: nothing in it acts on the terminal or the reader.
///
/// A picture of several signs is drawn by the first of them and a flag by its letters, as terminals disagree about the width
/// that the others make.
pub fn shown(text: &str) -> Cow<'_, str> {
    let safe = visible(text);
    let is_doubtful =
        |sign: char| is_shade(sign) || sign == JOINER || is_tag(sign) || flag_letter(sign).is_some();
    if is_plain(&safe) || !safe.contains(is_doubtful) {
        return safe;
    }
    Cow::Owned(safe.graphemes(true).flat_map(stand_in).collect())
}

/// The signs by which a grapheme is drawn.
fn stand_in(grapheme: &str) -> impl Iterator<Item = char> {
    let is_of_pictures = grapheme.starts_with(is_picture);
    let drawn = move |(at, sign): &(usize, char)| match *sign {
        '\u{fe0f}' => false,
        sign if is_of_pictures && *at > 0 => !is_shade(sign) && !is_tag(sign),
        _ => true,
    };
    let first = if is_of_pictures { grapheme.split(JOINER).next().unwrap_or_default() } else { grapheme };
    first.char_indices().filter(drawn).map(|(_, sign)| flag_letter(sign).unwrap_or(sign))
}

/// The letter that a sign of a flag stands for.
fn flag_letter(sign: char) -> Option<char> {
    let at = u32::from(sign).checked_sub(0x1_f1e6).filter(|at| *at < 26)?;
    char::from_u32(u32::from('A') + at)
}

/// Whether a sign is a tag, which names the region of a flag.
fn is_tag(sign: char) -> bool {
    matches!(sign, '\u{e0020}'..='\u{e007f}')
}

/// Returns the cells that one grapheme takes; a control character takes none.
pub fn grapheme_width(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) { 0 } else { grapheme.width() }
}

/// Returns the cells that a text takes.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    text.graphemes(true).map(grapheme_width).sum()
}

/// Returns the longest start of a text that fits, cut between graphemes.
pub fn clip(text: &str, cells: usize) -> &str {
    let plain = text.bytes().take(cells + 1).take_while(|byte| is_plain_byte(*byte)).count();
    if plain > cells {
        return &text[..cells];
    }
    // Between two plain letters there is always a border; what follows the last one may belong to it.
    let from = plain.saturating_sub(1);
    let mut used = from;
    for (place, grapheme) in text[from..].grapheme_indices(true) {
        used += grapheme_width(grapheme);
        if used > cells {
            return &text[..from + place];
        }
    }
    text
}

/// Returns the text, or as much of it as fits before an ellipsis.
pub fn shorten<'a>(text: &'a str, cells: usize, ellipsis: &str) -> Cow<'a, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    let sign = width(ellipsis);
    if sign > cells {
        return Cow::Borrowed(clip(text, cells));
    }
    Cow::Owned(format!("{}{ellipsis}", clip(text, cells - sign).trim_end()))
}

/// Says where a padded text stands in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// At the left edge, as words do.
    Left,
    /// At the right edge, as numbers do.
    Right,
    /// In the middle.
    Middle,
}

/// Returns the text shortened or filled with spaces to exactly this many cells.
pub fn pad(text: &str, cells: usize, stand: Stand, ellipsis: &str) -> String {
    let shown = shorten(text, cells, ellipsis);
    let spare = cells - width(&shown).min(cells);
    let before = match stand {
        Stand::Left => 0,
        Stand::Right => spare,
        Stand::Middle => spare / 2,
    };
    format!("{:before$}{shown}{:after$}", "", "", after = spare - before)
}

/// Returns the lines of a text wrapped at spaces; a word longer than a line is cut between graphemes.
///
/// A line break in the text stays one, and an empty text is one empty line.
pub fn wrap(text: &str, cells: usize) -> Vec<&str> {
    let lines = |paragraph| breaks(paragraph, cells).into_iter().map(move |line| &paragraph[line]);
    text.split('\n').map(str::trim_end).flat_map(lines).collect()
}

/// Returns a text for people as a terminal of so many columns shows it whole: its lines broken between words, what follows
/// moved in as the line began. The last column stays free, as some terminals break a line after it by themselves.
pub fn flowed(text: &str, columns: usize) -> String {
    let mut flowed = String::with_capacity(text.len());
    for (at, line) in text.split('\n').enumerate() {
        let words = line.trim_start();
        let moved_in = &line[..line.len() - words.len()];
        let cells = columns.saturating_sub(1 + width(moved_in));
        let end = line.len() - line.trim_end().len();
        let lines =
            if width(words.trim_end()) <= cells { vec![words.trim_end()] } else { wrap(words, cells) };
        for (part, says) in lines.into_iter().enumerate() {
            let begins = if at + part > 0 { "\n" } else { "" };
            flowed.extend([begins, moved_in, says]);
        }
        flowed.push_str(&line[line.len() - end..]);
    }
    flowed
}

/// Returns the words tied together by blanks at which no line breaks: `2.3 %`, `Even 50`.
pub fn tied(words: &str) -> String {
    words.replace(' ', TIE)
}

/// The blank of [`tied`]; it is drawn as any other.
pub const TIE: &str = "\u{a0}";

/// Returns where the lines of one paragraph lie.
pub fn breaks(text: &str, cells: usize) -> Vec<Range<usize>> {
    let (mut lines, mut from, cells) = (Vec::new(), 0, cells.max(1));
    // Not the width of all that is left: a text of a megabyte would be measured anew for each of its lines.
    while clip(&text[from..], cells).len() < text.len() - from {
        let rest = &text[from..];
        let cut = break_at(rest, cells);
        lines.push(from..from + rest[..cut].trim_end().len());
        from = text.len() - rest[cut..].trim_start().len();
    }
    if from < text.len() || lines.is_empty() {
        lines.push(from..text.len());
    }
    lines
}

/// Returns the place after which a line breaks: never 0, so that wrapping always ends.
///
/// A line breaks at a space, but not between a number and its `%`; a word that is too long breaks after a `/`.
fn break_at(text: &str, cells: usize) -> usize {
    let fits = clip(text, cells).len();
    if fits == 0 {
        return text.graphemes(true).next().map_or(text.len(), str::len);
    }
    let start = text.len() - text.trim_start().len();
    let has_space_next = text[fits..].starts_with(' ');
    let spaces = text[..fits + usize::from(has_space_next)].rmatch_indices(' ').map(|(space, _)| space);
    let mut breaks = spaces.filter(|space| *space > start && !text[space + 1..].starts_with('%'));
    match breaks.next() {
        Some(space) => (space + 1).min(text.len()),
        None => text[..fits].rfind('/').filter(|slash| *slash > start).map_or(fits, |slash| slash + 1),
    }
}

/// Pairs a key with what it does, for the line at the bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint<'a> {
    /// The key as it is shown: `Enter`, `n`.
    pub key: Cow<'a, str>,
    /// The words beside it, 12 cells at most.
    pub label: Cow<'a, str>,
    /// The order of giving up: the highest rank goes first.
    pub rank: u8,
}

impl<'a> Hint<'a> {
    /// Returns a hint of a key, its words and its rank.
    pub fn new(key: impl Into<Cow<'a, str>>, label: impl Into<Cow<'a, str>>, rank: u8) -> Self {
        Self { key: key.into(), label: label.into(), rank }
    }

    /// Returns the cells of key, space and words.
    pub fn width(&self) -> usize {
        match (width(&self.key), width(&self.label)) {
            (key, 0) => key,
            (key, label) => key + 1 + label,
        }
    }
}

/// The cells between two hints.
pub const HINT_GAP: usize = 2;

/// Returns which hints fit beside the closing one, in the order they were given.
///
/// The closing hint (`? more`) always keeps its room; of the others the lowest ranks stay.
pub fn hints_that_fit(hints: &[Hint], closing: &Hint, cells: usize) -> Vec<usize> {
    let mut by_rank: Vec<usize> = (0..hints.len()).collect();
    by_rank.sort_by_key(|&index| hints[index].rank);
    let mut spare = cells.saturating_sub(closing.width());
    let mut kept = Vec::new();
    for index in by_rank {
        let needed = hints[index].width() + HINT_GAP;
        if needed > spare {
            break;
        }
        spare -= needed;
        kept.push(index);
    }
    kept.sort_unstable();
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FAMILY: &str = "👨\u{200d}👩\u{200d}👧";

    #[test]
    fn a_size_belongs_to_the_class_of_its_columns_and_rows() {
        let class = |width, height| SizeClass::of(Rect::new(0, 0, width, height));
        assert_eq!(class(59, 40), SizeClass::TooSmall);
        assert_eq!(class(200, 15), SizeClass::TooSmall);
        assert_eq!(class(60, 16), SizeClass::Narrow);
        assert_eq!(class(79, 24), SizeClass::Narrow);
        assert_eq!(class(80, 24), SizeClass::Normal);
        assert_eq!(class(119, 24), SizeClass::Normal);
        assert_eq!(class(120, 40), SizeClass::Wide);
        assert_eq!(too_small(Rect::new(0, 0, 52, 14)), "Quarterdeck needs 60x16, this is 52x14");
    }

    #[test]
    fn what_is_said_to_a_person_breaks_between_words_and_keeps_where_it_began() {
        assert_eq!(flowed("one two three: ", 9), "one two\nthree: ");
        assert_eq!(flowed("  one two\n  three", 8), "  one\n  two\n  three");
        assert_eq!(flowed("fits: ", 80), "fits: ");
        assert_eq!(flowed("", 80), "");
    }

    #[test]
    fn width_counts_cells_and_not_bytes() {
        for (text, cells) in [("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("目標", 4), ("a\u{7}b", 2)]
        {
            assert_eq!(width(text), cells, "{text:?}");
        }
        assert_eq!(width(FAMILY), 2);
    }

    #[test]
    fn nothing_drawn_acts_on_the_terminal() {
        assert_eq!(shown("\u{1b}[2Jred"), "␛[2Jred");
        assert_eq!(shown("\u{26a0}\u{fe0f} late"), "\u{26a0} late");
        assert!(matches!(shown("plain"), Cow::Borrowed("plain")));
    }

    #[test]
    fn a_picture_of_several_signs_takes_the_cells_of_what_is_drawn() {
        let flag = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";
        let cases = [
            (FAMILY, "👨", 2),
            ("🧑🏽\u{200d}💻", "🧑", 2),
            ("👍🏿", "👍", 2),
            ("🏽", "🏽", 2),
            ("🇩🇪", "DE", 2),
            ("🇩", "D", 1),
            ("❤\u{fe0f}\u{200d}🔥", "❤", 1),
            (flag, "🏴", 2),
            ("1\u{fe0f}\u{20e3}", "1\u{20e3}", 1),
        ];
        for (text, drawn, cells) in cases {
            assert_eq!(shown(text), drawn);
            assert_eq!(width(drawn), cells, "{drawn}");
            // No sign of it is measured otherwise by a terminal that does not join them.
            assert_eq!(drawn.chars().map(|sign| width(&sign.to_string())).sum::<usize>(), cells, "{drawn}");
            assert_eq!(shown(drawn), drawn);
        }
        assert_eq!(shown("Ana 👩\u{200d}🚒 ok"), "Ana 👩 ok");
    }

    #[test]
    fn a_long_text_ends_in_an_ellipsis() {
        assert_eq!(shorten("sign-in failures", 16, "…"), "sign-in failures");
        assert_eq!(shorten("sign-in failures", 10, "…"), "sign-in f…");
        assert_eq!(shorten("sign-in failures", 10, "..."), "sign-in...");
        assert_eq!(shorten("目標目標", 4, "…"), "目…");
        assert_eq!(shorten("abc", 2, "..."), "ab");
        assert_eq!(shorten("abc", 0, "…"), "");
    }

    #[test]
    fn a_padded_text_fills_its_column() {
        assert_eq!(pad("0.7", 6, Stand::Right, "…"), "   0.7");
        assert_eq!(pad("目標", 6, Stand::Left, "…"), "目標  ");
        assert_eq!(pad("ab", 5, Stand::Middle, "…"), " ab  ");
    }

    #[test]
    fn text_wraps_at_spaces_and_cuts_only_what_is_too_long() {
        assert_eq!(wrap("a lead reads one page", 8), ["a lead", "reads", "one page"]);
        assert_eq!(wrap("incomprehensibilities", 8), ["incompre", "hensibil", "ities"]);
        assert_eq!(wrap("one\ntwo", 8), ["one", "two"]);
        assert_eq!(wrap("from 2.3 % to 0.5 % by", 9), ["from", "2.3 % to", "0.5 % by"]);
        assert_eq!(wrap("2.3 %", 3), ["2.3", "%"]);
        assert_eq!(wrap("teams/payments/cycle.toml", 17), ["teams/payments/", "cycle.toml"]);
        assert_eq!(wrap("", 8), [""]);
        assert_eq!(wrap("目標", 1), ["目", "標"]);
    }

    #[test]
    fn hints_give_way_by_rank_and_the_closing_one_stays() {
        let hints = [Hint::new("Enter", "open", 1), Hint::new("n", "new", 3), Hint::new("e", "edit", 2)];
        let more = Hint::new("?", "more", 0);
        assert_eq!(hints_that_fit(&hints, &more, 80), [0, 1, 2]);
        assert_eq!(hints_that_fit(&hints, &more, 27), [0, 2]);
        assert_eq!(hints_that_fit(&hints, &more, 18), [0]);
        assert!(hints_that_fit(&hints, &more, 3).is_empty());
    }

    /// The same as [`clip`], grapheme by grapheme.
    fn clipped_plainly(text: &str, cells: usize) -> &str {
        let mut used = 0;
        let over = text.grapheme_indices(true).find(|(_, grapheme)| {
            used += grapheme_width(grapheme);
            used > cells
        });
        over.map_or(text, |(place, _)| &text[..place])
    }

    proptest! {
        #[test]
        fn plain_letters_are_clipped_as_all_others(text in "[a-c 目é\u{301}\u{200d}\u{7}👩]{0,12}", cells in 0_usize..14) {
            prop_assert_eq!(clip(&text, cells), clipped_plainly(&text, cells));
        }

        #[test]
        fn nothing_is_ever_wider_than_asked(text in ".{0,60}", cells in 0_usize..40) {
            prop_assert!(width(&shorten(&text, cells, "…")) <= cells);
            prop_assert_eq!(width(&pad(&text, cells, Stand::Middle, "…")), cells);
        }

        #[test]
        fn wrapping_loses_no_letter(text in "[a-zé目 \u{301}]{0,60}", cells in 2_usize..20) {
            let lines = wrap(&text, cells);
            prop_assert!(lines.iter().all(|line| width(line) <= cells));
            let letters = |text: &str| text.chars().filter(|letter| *letter != ' ').collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
