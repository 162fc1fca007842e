//! Draws a session that is shown large: one question, what it is about, and big digits.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::Room;
use super::asked::{aloud, asked};
use super::session_line::{clock, clock_words, minutes_and_seconds};
use super::view::{circle, cut, heard};
use crate::domain::decision::Desk;
use crate::method::session::topic::Topic;
use crate::settings::keymap::Keymap;
use crate::tui::boards::{self, Scene};
use crate::tui::state::State;
use crate::tui::widgets::big_text::{self, BigText};
use crate::tui::widgets::{after, cells, put, put_line, row};
use crate::words::room as words;
use crate::words::{anywhere, detail};

/// The most lines of a screen that is shown large.
const MOST_PRESENTED: u16 = 9;
/// The columns kept free beside what is shown large.
const WIDE_MARGIN: u16 = 4;

/// Whether a session is shown large now, and nothing of it was revealed.
#[must_use]
pub fn is_large(state: &State) -> bool {
    state.shown_room().is_some_and(Room::hides)
}

/// What is said, as a room may read it: while a session is shown large no place of a file stands in it.
#[must_use]
pub fn without_places(state: &State, says: &str) -> String {
    let is_place = |word: &str| is_large(state) && (word.starts_with('/') || word.contains(".toml"));
    let words = says.split_inclusive([' ', '\n']).map(|word| {
        let place = word.trim_end().trim_end_matches([':', ';', ',', '.']);
        if is_place(place) { word.replacen(place, words::A_FILE, 1) } else { word.to_owned() }
    });
    words.collect()
}

/// What stands around all that is shown large: the badge, the session, its clock; gives the room inside.
pub fn frame(state: &State, room: &Room, area: Rect, buf: &mut Buffer) -> Rect {
    let theme = &state.look.theme;
    let used = put(buf, row(area, 0), words::PRESENTING_NOTES_HIDDEN, theme.badge);
    put(buf, after(row(area, 0), used + 2), &room.player.title(), theme.quiet);
    let below = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
    let clock = large_clock(state, room, area, buf);
    Rect { y: below.y + clock, height: below.height.saturating_sub(clock), ..inside(area) }
}

/// What is left between the margins of a session that is shown large.
#[must_use]
pub fn inside(area: Rect) -> Rect {
    Rect { x: area.x + WIDE_MARGIN, width: area.width.saturating_sub(2 * WIDE_MARGIN), ..area }
}

/// One question and what it is about: at most nine lines in the middle; the clock and the one number in big digits.
pub(super) fn present(state: &State, room: &Room, desk: Desk<'_>, area: Rect, buf: &mut Buffer) {
    let theme = &state.look.theme;
    let inside = frame(state, room, area, buf);
    let scene = Scene::of(state, &room.player, desk, usize::from(inside.width));
    let lines = presented(&scene, (room, &state.keymap), inside);
    let count = room.count_in.map(|left| left.as_millis().div_ceil(1000).to_string());
    let number = count.or_else(|| boards::number(&scene));
    let taken = cells(lines.len()) + number.as_ref().map_or(0, |_| big_text::HEIGHT + 1);
    // A little above the middle is where an eye looks first.
    let from = inside.height.saturating_sub(taken) / 3;
    for (at, line) in (from..inside.height).zip(&lines) {
        put_line(buf, row(inside, at), line);
    }
    if let Some(number) = number {
        let used = from + cells(lines.len()) + 1;
        let place = Rect { y: inside.y + used, height: inside.height.saturating_sub(used), ..inside };
        BigText { text: &number, style: theme.accent }.draw(&state.look, place, buf);
    }
    let pressed = cells(room.pressed.chars().count());
    let last = row(area, area.height.saturating_sub(1));
    put(buf, after(last, area.width.saturating_sub(pressed + 1)), &room.pressed, theme.quiet);
}

/// The clock at the top right: its bar and words, and below them big digits where there is room; gives the rows it takes below
/// the first two.
fn large_clock(state: &State, room: &Room, area: Rect, buf: &mut Buffer) -> u16 {
    let reading = room.player.clock();
    let (sign, time) = if reading.over.is_zero() { ("", reading.left) } else { ("+", reading.over) };
    let time = format!("{sign}{}", minutes_and_seconds(time));
    let words = clock_words(&room.player, &state.keymap, usize::from(area.width / 2));
    let digits = BigText { text: &time, style: state.look.theme.text };
    if area.width < digits.width() + WIDE_MARGIN || area.height < 16 {
        let at = area.width.saturating_sub(cells(time.len()) + 1);
        put(buf, after(row(area, 0), at), &time, state.look.theme.heading);
        clock(&room.player, &words).draw(&state.look, row(area, 1), buf);
        return 0;
    }
    let top = Rect { width: area.width - WIDE_MARGIN, ..area };
    clock(&room.player, &words).draw(&state.look, Rect { width: top.width + 1, ..row(top, 1) }, buf);
    let below = Rect { y: area.y + 2, height: big_text::HEIGHT, ..top };
    digits.draw(&state.look, after(below, top.width - digits.width()), buf);
    big_text::HEIGHT
}

/// The marked question and what is talked about.
fn asked_about(scene: &Scene<'_>, room: &Room) -> Vec<Line<'static>> {
    let guide = scene.player.guide(&scene.desk);
    let aloud = aloud(scene, &guide);
    // What stands above its column is not said twice.
    let ask = aloud.get(asked(scene, room, aloud.len())).filter(|ask| !scene.has_column_of(ask));
    let ask = ask.map_or(guide.title, String::as_str);
    let about = scene.topic.as_ref().map(|topic| topic.name(&scene.desk));
    let lines = scene.lines().title(ask).gap().each(about, |lines, about| lines.text(&about));
    let way =
        scene.topic.as_ref().and_then(Topic::key_result).and_then(|id| scene.desk.quarter.key_result(id));
    let lines = lines.each(way, |lines, (_, key_result)| {
        let measure = key_result.committed_measure();
        let due = scene.desk.due(key_result).map(|due| anywhere::by(due.short(scene.desk.today)));
        let last = scene.desk.quarter.last_reading(&key_result.id);
        let now = last.map(|last| {
            let (value, day) = (measure.shown(last.value), last.date.short(scene.desk.today));
            detail::now_of(value, day)
        });
        let way = measure.movement(scene.look.glyphs.to);
        let lines = lines.quiet(&format!("{way} {}{}", due.unwrap_or_default(), now.unwrap_or_default()));
        let revised = key_result.revised_to(scene.look.glyphs.to, scene.desk.today);
        lines.each(revised, |lines, now| lines.quiet(&anywhere::since_revised_to(now)))
    });
    lines.done()
}

/// What is shown large, in its parts from above down.
struct Wall {
    /// The marked question and what is talked about.
    above: Vec<Line<'static>>,
    list: Vec<Line<'static>>,
    /// What the room said to it and what was said last, which is never cut.
    below: Vec<Line<'static>>,
    /// The room that is left for the list.
    left: u16,
}

impl Wall {
    fn of(scene: &Scene<'_>, (room, keymap): (&Room, &Keymap)) -> Self {
        let (above, list) = (asked_about(scene, room), boards::on_the_wall(scene));
        let below = scene.lines().field(anywhere::WE_SAID, boards::said(scene).as_deref());
        let below = circle(heard(below, scene, (room, keymap), false), scene, keymap).done();
        let left = MOST_PRESENTED.saturating_sub(cells(above.len() + below.len())).max(1);
        Self { above, list, below, left }
    }

    /// How many lines of the list lie below those that fit.
    fn hidden(&self) -> u16 {
        cells(self.list.len()).saturating_sub(self.left)
    }
}

/// The wall at the lines of the list that were turned to.
fn presented(scene: &Scene<'_>, (room, keymap): (&Room, &Keymap), area: Rect) -> Vec<Line<'static>> {
    let wall = Wall::of(scene, (room, keymap));
    let from = usize::from(room.scroll.min(wall.hidden()));
    let list = wall.list.into_iter().skip(from).collect();
    let list = cut(scene.look, list, Rect { height: wall.left, ..area });
    let all = [wall.above, list, wall.below].concat();
    cut(scene.look, all, Rect { height: MOST_PRESENTED, ..area })
}

/// How many lines further the list on the wall can be read.
pub(super) fn can_read_on(state: &State, room: &Room, desk: Desk<'_>, area: Rect) -> u16 {
    let width = usize::from(area.width.saturating_sub(2 * WIDE_MARGIN));
    Wall::of(&Scene::of(state, &room.player, desk, width), (room, &state.keymap)).hidden()
}
