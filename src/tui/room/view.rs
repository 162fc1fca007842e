//! Draws a session: its line with the clock, the questions, what was said last, and the board. Shown large it is one
//! question, what it is about, and big digits.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget as _};

use super::asked::{aloud, asked};
use super::session_line::{minutes_and_seconds, session_line};
use super::{Beside, Room, large};
use crate::domain::decision::Desk;
use crate::method::session::Cue;
use crate::method::session::circles::Circle;
use crate::method::session::clock::TimeCue;
use crate::method::session::undone::Undone;
use crate::method::step::Steps;
use crate::settings::actions::RoomAction;
use crate::settings::keymap::Keymap;
use crate::tui::boards::{self, Scene};
use crate::tui::detail::{self, Lines};
use crate::tui::fit::{self, SizeClass};
use crate::tui::look::Look;
use crate::tui::state::State;
use crate::tui::view;
use crate::tui::view::{Drawn, Words};
use crate::tui::widgets::big_text::{self, BigText};
use crate::tui::widgets::more::draw_gutter;
use crate::tui::widgets::text_input::Focus;
use crate::tui::widgets::{cells, put, put_line, row};
use crate::words::anywhere;
use crate::words::room as words;
use crate::words::view as view_words;

/// The columns beside the board, on both sides, so that lines end where an eye can follow.
const MARGIN: u16 = 3;
/// The rows that the board keeps, however much is said above and below it.
const LEAST_BOARD: u16 = 3;
/// The rows from which on there is room for the hint and the definition of done.
const ROOMY: u16 = 24;

/// Draws the session that is played.
pub fn draw(state: &State, room: &Room, area: Rect, buf: &mut Buffer) -> Drawn {
    let Ok(desk) = state.desk() else { return Drawn::default() };
    if super::is_large(state) {
        large::present(state, room, desk, area, buf);
        return Drawn::default();
    }
    session_line(state, room, desk, row(area, 0), buf);
    let Parts { head, board, foot, above, below } = parts(state, room, desk, area);
    for (at, line) in (0..above.height).zip(&head) {
        put_line(buf, row(above, at), line);
    }
    let hidden = cells(board.len()).saturating_sub(below.height);
    let from = room.scroll.max(to_the_mark(state, &board, below.height)).min(hidden);
    for (at, line) in (0..below.height).zip(board.iter().skip(usize::from(from))) {
        put_line(buf, row(below, at), line);
    }
    for (at, line) in (below.bottom()..area.bottom()).zip(&foot) {
        put_line(buf, Rect { y: at, height: 1, ..below }, line);
    }
    draw_gutter(&state.look, Rect { width: below.width + 2, ..below }, (from > 0, from < hidden), buf);
    if let Some(place) = guide_place(room, area) {
        let left = place.x.saturating_sub(2).max(area.x);
        let around = Rect { x: left, width: place.right() - left, ..place };
        Clear.render(around, buf);
        buf.set_style(around, state.look.theme.base);
        for at in (0..around.height).filter(|_| is_covered(state) && left < place.x) {
            put(buf, row(around, at), state.look.glyphs.wall, state.look.theme.border);
        }
        guide(state, room, desk).draw(&state.look, (Focus::Elsewhere, room.scroll), place, buf);
    }
    if let Some(left) = room.count_in {
        count_in(state, left, area, buf);
    }
    // The terminal's cursor stands on the question that is asked, for who follows the screen by it.
    let marked = head.iter().position(|line| line.to_string().starts_with(state.look.glyphs.cursor));
    let marked = marked.map(cells).filter(|at| *at < above.height && !is_covered(state));
    Drawn { cursor: marked.map(|at| Position::new(above.x, above.y + at)), ..Drawn::default() }
}

/// What a session shows that can be copied: the question that is read aloud, and the board where it is shown.
#[must_use]
pub fn shown(state: &State) -> (Option<String>, Option<String>) {
    let (Some(room), Ok(desk)) = (&state.room, state.desk()) else { return (None, None) };
    let parts = parts(state, room, desk, view::body_of(state));
    let scene = Scene::of(state, &room.player, desk, usize::from(parts.below.width));
    let aloud = aloud(&scene, &room.player.guide(&desk));
    let question = aloud.get(asked(&scene, room, aloud.len())).cloned();
    let board: Vec<String> = parts.board.iter().map(|line| line.to_string().trim_end().to_owned()).collect();
    (question, Some(board.join("\n")).filter(|board| !room.hides() && !board.trim().is_empty()))
}

/// The first line that keeps the marked one in sight, with the one after it.
fn to_the_mark(state: &State, board: &[Line<'_>], height: u16) -> u16 {
    let is_marked = |line: &Line<'_>| line.to_string().starts_with(state.look.glyphs.cursor);
    let mark = board.iter().position(is_marked).map_or(0, cells);
    (mark + 2).saturating_sub(height)
}

/// How many rows further the board and the guide can be scrolled; both are scrolled at once.
#[must_use]
pub fn can_scroll(state: &State) -> u16 {
    let (Some(room), Ok(desk)) = (&state.room, state.desk()) else { return 0 };
    let body = view::body_of(state);
    if super::is_large(state) {
        return large::can_read_on(state, room, desk, body);
    }
    let parts = parts(state, room, desk, body);
    let of_board = cells(parts.board.len()).saturating_sub(parts.below.height);
    let of_guide = guide_place(room, body).map(|place| guide(state, room, desk).hidden(&state.look, place));
    of_board.max(of_guide.unwrap_or(0))
}

/// Whether something lies over the board or in its place, as there is no room for both.
#[must_use]
pub fn is_covered(state: &State) -> bool {
    match state.shown_room().filter(|room| !room.hides()).and_then(|room| room.beside) {
        Some(Beside::Before) => true,
        Some(Beside::Guide) => SizeClass::of(Rect::from((Position::ORIGIN, state.size))) != SizeClass::Wide,
        None => false,
    }
}

/// Where the guide lies below the line of the session, where it is shown.
fn guide_place(room: &Room, area: Rect) -> Option<Rect> {
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    (room.beside == Some(Beside::Guide)).then(|| view::guide_of(below))
}

/// The guide of the step that is played.
fn guide<'a>(state: &'a State, room: &'a Room, desk: Desk<'a>) -> Words<'a> {
    let hides = state.keymap.key(RoomAction::Guide);
    Words::guide(view_words::hides(hides), move |width| {
        let score =
            Scene::of(state, &room.player, desk, width).proposed_score().map(|score| score.to_string());
        let values = score.as_deref().map(|score| ("score", score));
        detail::guide(state, room.player.step(), values.as_slice(), width)
    })
}

/// The lines that stand fast above and below, those that can be scrolled between, and where they lie.
struct Parts {
    head: Vec<Line<'static>>,
    board: Vec<Line<'static>>,
    foot: Vec<Line<'static>>,
    above: Rect,
    below: Rect,
}

fn parts(state: &State, room: &Room, desk: Desk<'_>, area: Rect) -> Parts {
    let guide = guide_place(room, area).filter(|guide| guide.x > area.x);
    let area = guide.map_or(area, |guide| view::beside(area, guide));
    let inside = Rect {
        x: area.x + MARGIN.min(area.width / 20),
        y: area.y + 1,
        width: area.width.saturating_sub(2 * MARGIN.min(area.width / 20) + 1),
        height: area.height.saturating_sub(1),
    };
    let scene = Scene::of(state, &room.player, desk, usize::from(inside.width));
    let most = inside.height.saturating_sub(4).max(inside.height / 2);
    let all = head(&scene, (room, &state.keymap), area.height >= ROOMY, Asks::All);
    // The question that is read now is whole: the others give way.
    let head = if cells(all.len()) <= most {
        all
    } else {
        head(&scene, (room, &state.keymap), area.height >= ROOMY, Asks::Marked)
    };
    let board = match room.beside {
        Some(Beside::Before) => before(&scene, &state.keymap),
        Some(Beside::Guide) | None => boards::lines(room.player.board(), &scene),
    };
    let height = cells(head.len()).min(most);
    let above = Rect { height, ..inside };
    let head = cut(&state.look, head, above);
    let most = (inside.height - height).saturating_sub(LEAST_BOARD);
    let foot = cut(&state.look, foot(&scene, area.height >= ROOMY), Rect { height: most, ..inside });
    let rest = (inside.height - height).saturating_sub(cells(foot.len()));
    let below = Rect { y: inside.y + height, height: rest, ..inside };
    Parts { head, board, foot, above, below }
}

/// The count-in, in big digits over the middle of the board.
fn count_in(state: &State, left: Duration, area: Rect, buf: &mut Buffer) {
    let number = left.as_millis().div_ceil(1000).to_string();
    let big = BigText { text: &number, style: state.look.theme.accent };
    let height = big_text::HEIGHT + 2;
    let place = Rect {
        x: area.x + area.width.saturating_sub(big.width()) / 2,
        y: area.y + area.height.saturating_sub(height),
        width: big.width().min(area.width),
        height: height.min(area.height),
    };
    let around = Rect { x: area.x, width: area.width, ..place };
    Clear.render(around, buf);
    buf.set_style(around, state.look.theme.base);
    big.draw(&state.look, Rect { y: place.y + 1, height: place.height.saturating_sub(2), ..place }, buf);
}

/// Which of what is read aloud is shown.
#[derive(Clone, Copy, PartialEq)]
enum Asks {
    All,
    /// The marked one alone.
    Marked,
}

/// The questions, the marked one in front of the eye; the hint; what was said last; which thing is talked about.
fn head(
    scene: &Scene<'_>,
    (room, keymap): (&Room, &Keymap),
    is_roomy: bool,
    which: Asks,
) -> Vec<Line<'static>> {
    let guide = scene.player.guide(&scene.desk);
    let aloud = aloud(scene, &guide);
    let here = asked(scene, room, aloud.len());
    let theme = &scene.look.theme;
    let step = scene.player.step().to_string();
    let step = if guide.is_silent { words::step_in_silence(step) } else { step };
    let title = Line::from(vec![
        Span::styled(guide.title.to_owned(), theme.heading.patch(theme.accent)),
        Span::styled(format!("  {step}"), theme.quiet),
    ]);
    let mut lines = scene.lines().lines(is_roomy.then(Line::default)).lines([title]);
    let (answers, first) = (boards::answers(scene), scene.said_first());
    let asks = aloud.iter().enumerate().filter(|(_, ask)| !scene.has_column_of(ask));
    let asks = asks.filter(|(at, _)| which == Asks::All || *at == here);
    lines = lines.each(asks, |lines, (at, ask)| {
        let answer = at.checked_sub(first).and_then(|at| answers.get(at)?.as_deref());
        let answer = answer.map(|answer| format!("  {answer}"));
        let sign = if at == here { scene.look.glyphs.cursor } else { " " };
        let style = if at == here { theme.heading } else { theme.quiet };
        lines.signed_in(sign, &format!("{ask}{}", answer.unwrap_or_default()), style)
    });
    if is_roomy {
        lines = lines.quiet(&format!("  {}", guide.hint));
    }
    lines = circle(heard(lines, scene, (room, keymap), is_roomy), scene, keymap);
    lines.gap().lines(position(scene)).done()
}

/// What was said last, where there is little room the first of it, with the keys of what can be done as a box is over.
pub(super) fn heard<'a>(
    lines: Lines<'a>,
    scene: &Scene<'_>,
    (room, keymap): (&Room, &Keymap),
    is_roomy: bool,
) -> Lines<'a> {
    let steps = Steps::with(&scene.desk.workspace.steps);
    let shown = if is_roomy { room.cues.iter().collect() } else { foremost(&room.cues) };
    let lines = if room.cues.is_empty() { lines } else { lines.gap() };
    let is_over = room.cues.contains(&Cue::Time(TimeCue::Time));
    lines
        .each(shown, |lines, cue| lines.attention(&cue.says(steps)))
        .lines(is_over.then(|| ways_on(scene, keymap)))
}

/// Of several words where there is room for one: a nudge before the calm ones about the time, and with the end of the box.
fn foremost(cues: &[Cue]) -> Vec<&Cue> {
    let is_over = |cue: &Cue| *cue == Cue::Time(TimeCue::Time);
    let mut all: Vec<&Cue> = cues.iter().collect();
    all.sort_by_key(|cue| matches!(cue, Cue::Time(_)) && !is_over(cue));
    all.truncate(1 + usize::from(all.first().is_some_and(|cue| is_over(cue))));
    all
}

/// The keys of what can be done as a box is over.
fn ways_on(scene: &Scene<'_>, keymap: &Keymap) -> Line<'static> {
    let look = scene.look;
    let ways = [RoomAction::GoOn, RoomAction::Park, RoomAction::Extend];
    let keys = ways.map(|way| keymap.invitation(way)).join(&format!(" {} ", look.glyphs.dot));
    Line::styled(format!("  {keys}"), look.theme.quiet)
}

/// `1-2-all: in pairs, 1:20 left of 2 min`, where a stuck question is thought about so.
pub(super) fn circle<'a>(lines: Lines<'a>, scene: &Scene<'_>, keymap: &Keymap) -> Lines<'a> {
    let Some((circle, left)) = scene.player.circle() else { return lines };
    let next = circle.next(scene.player.people()).map_or(words::ENDS_IT, Circle::says);
    let says = words::circle(circle.says(), minutes_and_seconds(left), circle.minutes());
    let key = keymap.key(RoomAction::Circle);
    lines.gap().title(&words::then(says, key, next))
}

/// `2 of 12`, where the step talks about several things.
fn position(scene: &Scene<'_>) -> Vec<Line<'static>> {
    let all = scene.player.topics(&scene.desk);
    match all.iter().position(|topic| Some(topic) == scene.topic.as_ref()) {
        Some(at) => scene.lines().quiet(&anywhere::part_of(at + 1, all.len())).done(),
        None => Vec::new(),
    }
}

/// What the step still asks for, or that it is done.
fn foot(scene: &Scene<'_>, is_roomy: bool) -> Vec<Line<'static>> {
    let done = scene.player.done(&scene.desk);
    let open: Vec<String> = scene.player.undone(&scene.desk).into_iter().map(Undone::says).collect();
    let lines = scene.lines().lines(is_roomy.then(Line::default));
    if open.is_empty() {
        return lines.quiet(&format!("{} {done}", scene.look.glyphs.done)).done();
    }
    let lines = lines.quiet(&words::still_open(open.join("; ")));
    if is_roomy { lines.quiet(&words::done_when(done)).done() } else { lines.done() }
}

/// The first of some lines, as many as there is room for; the last says that there are more.
pub(super) fn cut(look: &Look, mut lines: Vec<Line<'static>>, room: Rect) -> Vec<Line<'static>> {
    let more = format!(" {}", look.glyphs.ellipsis);
    if cells(lines.len()) > room.height {
        lines.truncate(usize::from(room.height));
        if let Some(last) = lines.last_mut() {
            let over = (last.width() + fit::width(&more)).saturating_sub(usize::from(room.width));
            if let Some(span) = last.spans.last_mut() {
                let keep = fit::width(&span.content).saturating_sub(over);
                span.content = fit::clip(&span.content, keep).trim_end().to_owned().into();
            }
            last.push_span(Span::styled(more, look.theme.quiet));
        }
    }
    lines
}

/// What was to be done alone before the meeting, with the way back.
fn before(scene: &Scene<'_>, keymap: &Keymap) -> Vec<Line<'static>> {
    let goes_back = keymap.key(RoomAction::Before);
    scene.lines().quiet(&words::before_the_meeting(goes_back)).gap().lines(boards::before(scene)).done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::method::step::Step;

    #[test]
    fn a_nudge_goes_before_the_calm_words_about_the_time_and_with_the_end_of_the_box() {
        let nudge = Cue::Nudge(Step::Set1, 0);
        let [half, over] = [TimeCue::Half, TimeCue::Time].map(Cue::Time);
        assert_eq!(foremost(&[half.clone(), nudge.clone()]), [&nudge]);
        assert_eq!(foremost(&[over.clone(), nudge.clone()]), [&over, &nudge]);
        assert_eq!(foremost(std::slice::from_ref(&half)), [&half]);
        assert!(foremost(&[]).is_empty());
    }
}
