//! The line of a session: which it is, who is in the room, and its clock.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::time::Duration;

use super::Room;
use crate::domain::decision::Desk;
use crate::method::session::Player;
use crate::method::session::clock::Reading;
use crate::method::session::roles::Roles;
use crate::settings::actions::{GlobalAction, RoomAction};
use crate::settings::keymap::Keymap;
use crate::tui::fit;
use crate::tui::state::State;
use crate::tui::widgets::clock::{Clock, Urge};
use crate::tui::widgets::{after, cells, put};
use crate::words::counted;
use crate::words::room as words;

/// The width from which on there is room for who does what beside the clock.
pub(super) const WIDE: u16 = 110;
/// The cells of the bar of the clock beside them, and those that its words take at most as a rule.
const BAR: usize = 10;
const CLOCK: usize = 20;

/// `Refine is under way, 12:30 left of 28 min`: what the desk says of a session that is open behind it.
#[must_use]
pub fn under_way(state: &State) -> Option<String> {
    let room = state.room.as_ref().filter(|room| !room.is_shown)?;
    let goes_back = state.keymap.key(GlobalAction::Session);
    Some(words::is_open_behind_the_desk(
        room.player.title(),
        clock_words(&room.player, &state.keymap, usize::MAX),
        goes_back,
    ))
}

/// `Refine  step 1 of 2  SET-9` and the clock.
pub(super) fn session_line(state: &State, room: &Room, desk: Desk<'_>, area: Rect, buf: &mut Buffer) {
    let (theme, player) = (&state.look.theme, &room.player);
    let letter = player.kind().letter().map(|letter| format!("{letter} ")).unwrap_or_default();
    let title = format!(" {letter}{} ", player.title());
    let step = words::step_of(player.at() + 1, player.stages().len());
    let used = put(buf, area, &title, theme.heading.patch(theme.accent));
    let rest = after(area, used + 1);
    // The words of the clock stand whole: what the time over costs gives way to the step, and the step to what is left.
    let left = usize::from(rest.width).saturating_sub(2);
    let words = clock_words(player, &state.keymap, left.saturating_sub(fit::width(&step) + 2));
    let step = if fit::width(&step) + 2 + fit::width(&words) > left { "" } else { &step };
    let used = put(buf, rest, step, theme.quiet);
    let rest = after(rest, used + 2);
    let used = if area.width >= WIDE {
        // The bar is as long whoever types, and the names stand as they stood while the words of the clock change: where there is
        // little room the count gives way.
        let left = usize::from(rest.width).saturating_sub(fit::width(&words).max(CLOCK) + 4 + BAR);
        let all = in_the_room(player, &desk);
        let roles = roles(player, &desk).filter(|_| fit::width(&all) > left);
        let who =
            roles.map_or(all, |roles| words::who_facilitates_and_types(roles.facilitator, roles.driver));
        put(buf, rest, &fit::shorten(&who, left, state.look.glyphs.ellipsis), theme.quiet)
    } else {
        0
    };
    let rest = if area.width >= WIDE {
        after(area, area.width.saturating_sub(cells(BAR + fit::width(&words) + 2)))
    } else {
        after(rest, used + 2)
    };
    clock(player, &words).draw(&state.look, rest, buf);
}

/// The clock of the step with its words, which are inverted near the end of the box and past it.
pub(super) fn clock<'a>(player: &Player, words: &'a str) -> Clock<'a> {
    let reading = player.clock();
    let is_late = player.is_running() && (reading.wraps_up || !reading.over.is_zero());
    Clock { passed: ratio(reading), words, urge: if is_late { Urge::WrapUp } else { Urge::Calm } }
}

/// Who does what in the session that is open.
#[must_use]
pub(super) fn who(state: &State) -> Option<String> {
    let room = state.room.as_ref()?;
    Some(in_the_room(&room.player, &state.desk().ok()?))
}

/// `6 people, Ada facilitates, Lin types`.
#[must_use]
pub fn in_the_room(player: &Player, desk: &Desk<'_>) -> String {
    let count = counted::PEOPLE.of(player.people());
    match roles(player, desk) {
        Some(roles) => words::who_does_what(&count, roles.facilitator, roles.driver),
        None => count,
    }
}

fn roles<'a>(player: &Player, desk: &Desk<'a>) -> Option<Roles<'a>> {
    player.roles(desk.team()?)
}

#[expect(clippy::cast_precision_loss, reason = "the length of a bar, in cells")]
fn ratio(reading: Reading) -> f64 {
    reading.spent.as_millis() as f64 / (reading.planned.as_millis().max(1)) as f64
}

pub(super) fn minutes_and_seconds(span: Duration) -> String {
    format!("{}:{:02}", span.as_secs() / 60, span.as_secs() % 60)
}

/// `9 min left of 28`, `wrap up: 1:40 left`, `+2:10 over, 18 person-minutes`; says when it does not run. What the time over costs
/// is left out where that takes more than the room.
pub(super) fn clock_words(player: &Player, keymap: &Keymap, room: usize) -> String {
    let reading = player.clock();
    let planned = reading.planned.as_secs().div_ceil(60);
    let words = if !reading.over.is_zero() {
        let time = minutes_and_seconds(reading.over);
        let cost = counted::PERSON_MINUTES.of(reading.over_cost(player.people()).0);
        let whole = words::over_by(&time, cost);
        if fit::width(&whole) > room { words::over(&time) } else { whole }
    } else if reading.wraps_up {
        words::wrap_up(minutes_and_seconds(reading.left))
    } else if reading.left.as_secs() < 60 {
        words::time_left_of(minutes_and_seconds(reading.left), planned)
    } else {
        words::minutes_left_of(reading.left.as_secs().div_ceil(60), planned)
    };
    match (player.is_running(), reading.spent.is_zero()) {
        (true, _) => words,
        (false, true) => words::starts(planned, keymap.key(RoomAction::Clock)),
        (false, false) => words::paused(&words),
    }
}
