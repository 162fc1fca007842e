//! What takes the place of the panels: menu, help, palette.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Drawn;
use crate::method::fields::{Elsewhere, one_line};
use crate::method::find::{Passage, Sought};
use crate::settings::actions::FinderAction;
use crate::tui::finder::{Finder, FinderLine, Scope};
use crate::tui::fit::{self, Stand};
use crate::tui::menu::{Answer, Menu};
use crate::tui::message::Hit;
use crate::tui::room;
use crate::tui::state::State;
use crate::tui::widgets::list::{List, Row};
use crate::tui::widgets::more::gutter;
use crate::tui::widgets::panel::Panel;
use crate::tui::widgets::text_input::Focus;
use crate::tui::widgets::wrapped::wrapped;
use crate::tui::widgets::{put_line, row};
use crate::words::anywhere;
use crate::words::view as words;

/// The cells of the keys in help and palette.
const KEYS: usize = 10;
/// The cells of the titles in help and palette, where they need no more.
const TITLES: usize = 26;
/// The cells of the marker before a line of help and palette.
const MARKER: usize = 2;
/// The most lines whose titles are measured before they are drawn.
const MOST_MEASURED: usize = 200;
/// The fewest cells for what an action does, beside its title.
const LEAST_SAID: usize = 12;

pub(super) fn draw_menu(state: &State, menu: &Menu, area: Rect, buf: &mut Buffer) -> Drawn {
    let inside = Panel { title: &menu.title, note: "", focus: Focus::Here }.draw(&state.look, area, buf);
    let mut top = 1;
    for words in wrapped(&Line::raw(menu.says.as_str()), usize::from(inside.width), 0) {
        put_line(buf, row(inside, top), &words);
        top += 1;
    }
    top += 1;
    let below = Rect { y: inside.y + top, height: inside.height.saturating_sub(top), ..inside };
    let longest = menu.answers.iter().map(|answer| fit::width(&answer.label)).max().unwrap_or(0);
    let line = |at: usize| answer_row(state, &menu.answers[at], longest);
    let list = List { len: menu.answers.len(), selected: Some(menu.at), began: menu.began, row: line };
    let drawn = list.draw(&state.look, below, buf);
    let began = drawn.begins();
    let hits = drawn.rows.into_iter().map(|(at, area)| (area, Hit::MenuLine(at))).collect();
    Drawn { cursor: drawn.cursor, hits, began }
}

/// An answer: its letter, its verb, and what it means beside it; below it where a room reads along.
fn answer_row(state: &State, answer: &Answer, longest: usize) -> Row<'static> {
    let theme = &state.look.theme;
    if room::is_large(state) {
        let verb = Span::styled(answer.label.clone(), theme.heading);
        let row = Row::new(verb).signed(Span::styled(answer.letter.to_string(), theme.key));
        let says = Span::styled(answer.says.clone(), theme.text);
        return if answer.says.is_empty() { row } else { row.and(says).signed(" ") };
    }
    let verb = fit::pad(&answer.label, longest + 1, Stand::Left, state.look.glyphs.ellipsis);
    let says = Span::styled(answer.says.clone(), theme.quiet);
    let letter = Span::styled(answer.letter.to_string(), theme.key);
    Row::new(says).signed(Span::styled(verb, theme.text)).signed(letter)
}

pub(super) fn draw_finder(state: &State, finder: &Finder, area: Rect, buf: &mut Buffer) -> Drawn {
    let (runs, leaves) = (state.keymap.key(FinderAction::Run), state.keymap.key(FinderAction::Leave));
    let (title, hint) = match finder.scope {
        Scope::Everything => (words::EVERYTHING, words::type_to_search(runs)),
        Scope::Library => (words::METRICS_TO_START_FROM, words::A_WORD_OR_A_THEME.to_owned()),
        Scope::Elsewhere(Elsewhere::Objective) => {
            (words::OBJECTIVES_OF_OTHER_TEAMS, words::to_take(runs, leaves))
        }
        Scope::Elsewhere(Elsewhere::Team | Elsewhere::Above) => (words::TEAMS, words::to_take(runs, leaves)),
        Scope::Teams => (words::TEAMS, words::a_few_letters_of_a_name(runs)),
        Scope::Cycles => (words::CYCLES_OF_THE_TEAM, words::a_few_letters(runs)),
        Scope::Texts => (words::EVERYTHING_THAT_WAS_SAID, words::WHAT_TO_FIND.to_owned()),
        Scope::Messages => (words::WHAT_WAS_SAID, anywhere::WORDS.to_owned()),
        Scope::Details => (words::DETAILS_OF_AN_ERROR, anywhere::WORDS.to_owned()),
        Scope::Here(_) | Scope::Filter => (words::WHAT_CAN_BE_DONE_HERE, words::type_to_search(runs)),
    };
    let note = note(finder);
    let inside = Panel { title, note: &note, focus: Focus::Here }.draw(&state.look, area, buf);
    let cursor = finder.query.draw(&state.look, Focus::Here, &hint, row(inside, 0), buf);
    let below = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    if finder.is_empty() {
        let says =
            wrapped(&Line::styled(nothing(finder), state.look.theme.quiet), usize::from(below.width), 0);
        for (at, line) in (1..).zip(says) {
            put_line(buf, row(below, at), &line);
        }
    }
    let column = title_column(finder);
    let line = |at: usize| {
        if let Some(passage) = finder.passage(at) {
            return passage_row(state, passage, finder.search.sought());
        }
        let is_whole = at == finder.at || matches!(finder.scope, Scope::Messages | Scope::Details);
        let most = if is_whole { usize::MAX } else { 1 };
        let row = |found| found_row(state, found, finder.scope, (is_whole, below.width, column));
        finder.line(at).map(|found| row(found).at_most(most)).unwrap_or_default()
    };
    let list = List { len: finder.len(), selected: Some(finder.at), began: finder.began, row: line };
    let drawn = list.draw(&state.look, below, buf);
    let began = drawn.begins();
    let hits = drawn.rows.into_iter().map(|(at, area)| (area, Hit::FinderLine(at))).collect();
    Drawn { cursor, hits, began }
}

/// How much was found, and how much is still to be looked through; nothing before anything is looked for.
fn note(finder: &Finder) -> String {
    let count = finder.len();
    if looks_for_nothing(finder) {
        return String::new();
    }
    let is_searched = finder.scope == Scope::Texts;
    let found = match count {
        1.. if is_searched => anywhere::part_of(finder.at + 1, count),
        _ => words::found(count),
    };
    if !is_searched {
        return found;
    }
    match finder.search.left() {
        _ if finder.search.is_full() => words::and_more(&found),
        None => words::with_more_to_read(&found),
        Some(0) => found,
        Some(left) => words::more_to_read(&found, left),
    }
}

/// Texts are looked through only once there are words to find.
fn looks_for_nothing(finder: &Finder) -> bool {
    finder.scope == Scope::Texts && finder.query.text().trim().is_empty()
}

/// What is said where nothing is found.
fn nothing(finder: &Finder) -> &'static str {
    match finder.scope {
        Scope::Texts if looks_for_nothing(finder) => words::TYPE_WORDS_TO_FIND,
        Scope::Texts if finder.search.left() != Some(0) => words::NOTHING_FOUND_YET,
        Scope::Texts => words::NOBODY_SAID_THAT,
        _ => words::NOTHING_IS_CALLED_THAT,
    }
}

/// Something that was said: the text with the words, and below it what it is and where.
fn passage_row(state: &State, passage: &Passage, sought: &Sought) -> Row<'static> {
    let theme = &state.look.theme;
    let says = fit::shown(&one_line(&passage.texts[passage.shown(sought)].says)).into_owned();
    let place = format!("{}  {}", passage.kind, passage.place);
    Row::new(Span::styled(says, theme.text)).and(Line::styled(fit::shown(&place).into_owned(), theme.quiet))
}

/// The cells of the titles that have no key before them: where no line has one no more than the longest takes, as far as
/// many are looked at.
fn title_column(finder: &Finder) -> usize {
    let lines: Vec<&FinderLine> =
        (0..finder.len().min(MOST_MEASURED)).filter_map(|at| finder.line(at)).collect();
    let is_keyed = finder.len() > MOST_MEASURED || lines.iter().any(|line| !line.key.is_empty());
    let longest = lines.iter().map(|line| fit::width(&fit::shown(&line.title)) + 1).max().unwrap_or(0);
    match finder.scope {
        Scope::Everything => TITLES,
        _ if is_keyed => KEYS + TITLES,
        _ => longest.min(KEYS + TITLES),
    }
}

/// A line found: its key, which the palette has at the end, its title, what it does; the selected one in full, the others as
/// far as one line reaches.
fn found_row(
    state: &State,
    line: &FinderLine,
    scope: Scope,
    (is_selected, width, column): (bool, u16, usize),
) -> Row<'static> {
    let (theme, ellipsis) = (&state.look.theme, state.look.glyphs.ellipsis);
    if line.title.is_empty() {
        let says = Span::styled(fit::shown(&line.says).into_owned(), theme.text);
        return Row::new(says).signed(Span::styled(line.key.clone(), theme.quiet));
    }
    let style = if line.enabled { theme.text } else { theme.quiet };
    let has_key = !line.key.is_empty();
    let column = if has_key { TITLES } else { column };
    let beside = MARKER + usize::from(gutter(&state.look));
    let cells = usize::from(width).saturating_sub(if has_key { KEYS + beside } else { beside });
    let (title, says) = (fit::shown(&line.title), fit::shown(&line.says));
    let needed = (fit::width(&title) + 1).max(column);
    // A room that reads along has the titles, and what the selected one does.
    let left = if room::is_large(state) { 0 } else { cells.saturating_sub(needed + 1) };
    let key = |stand| fit::pad(&line.key, KEYS - 1, stand, ellipsis);
    let keyed = |row: Row<'static>| match scope {
        _ if !has_key => row,
        // The last cell is that of the sign that there is more.
        Scope::Everything => row.ended(Span::styled(key(Stand::Right) + " ", theme.key)),
        _ => row.signed(Span::styled(key(Stand::Left), theme.key)),
    };
    // A title that leaves no room beside it stands alone, and what it does below where the line is selected.
    if left < LEAST_SAID {
        let title = if is_selected { title } else { fit::shorten(&title, cells, ellipsis) };
        let row = keyed(Row::new(Span::styled(title.into_owned(), style)));
        let says = Span::styled(says.into_owned(), theme.quiet);
        let is_in_front = has_key && scope != Scope::Everything;
        let blank = |row: Row<'static>| if is_in_front { row.signed(" ".repeat(KEYS - 1)) } else { row };
        return if is_selected { blank(row.and(says)) } else { row };
    }
    let says = if is_selected { says } else { fit::shorten(&says, left, ellipsis) };
    let title = fit::pad(&title, needed, Stand::Left, ellipsis);
    let row = Row::new(Span::styled(says.into_owned(), theme.quiet)).signed(Span::styled(title, style));
    keyed(row)
}
