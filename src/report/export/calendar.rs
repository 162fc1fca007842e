//! The meetings of a quarter as a calendar: whole days, as the hour is the team's to choose, each with its agenda. The same
//! quarter gives the same bytes on one day: nothing random stands in it, and its stamps are the day of the export, by which a
//! calendar knows the newer of two.

use std::collections::BTreeMap;

use icalendar::{Calendar, Component, Event};

use crate::domain::decision::Desk;
use crate::domain::display::visible;
use crate::method::agenda::{Meeting, meetings};
use crate::method::budget::PartKind;
use crate::method::step::{Step, Steps};
use crate::method::texts;
use crate::words::report::export as words;

/// What ends a calendar.
const FOOT: &str = "END:VCALENDAR\r\n";

/// What stands above the meetings of a calendar, and below them.
pub(super) fn around() -> (String, String) {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//Quarterdeck//okr//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    let whole = calendar.to_string();
    (whole.strip_suffix(FOOT).unwrap_or(&whole).to_owned(), FOOT.to_owned())
}

/// The meetings of some quarters.
pub(super) fn events(desks: &[Desk<'_>]) -> String {
    let of_desk = |desk: &Desk<'_>| {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let all = meetings(desk).into_iter().filter(|meeting| meeting.session.is_some());
        all.map(|meeting| {
            let count = counts.entry(kind(&meeting)).or_default();
            *count += 1;
            event(&meeting, *count, desk).to_string()
        })
        .collect::<String>()
    };
    desks.iter().map(of_desk).collect()
}

/// What sort of meeting it is: the first of its steps.
fn kind(meeting: &Meeting) -> &'static str {
    meeting.event.steps.first().map_or("meeting", |step| step.id())
}

/// A meeting, the `count`th of its kind: it keeps its name when its day moves, so that a calendar moves it too.
fn event(meeting: &Meeting, count: usize, desk: &Desk<'_>) -> Event {
    let key = &desk.quarter.key;
    let team = desk.workspace.team_name(&key.team);
    let basic = |day: crate::domain::day::Day| day.to_string().replace('-', "");
    let uid = format!("{}-{}-{}-{count}@quarterdeck", key.team, key.cycle, kind(meeting));
    let mut event = Event::new();
    event
        .uid(&uid)
        .add_property("DTSTAMP", format!("{}T000000Z", basic(desk.today)))
        .summary(&visible(&format!("{team}: {}", meeting.event.title)))
        .description(&visible_lines(&agenda(meeting, desk)));
    whole_day(&mut event, "DTSTART", &basic(meeting.event.day));
    whole_day(&mut event, "DTEND", &basic(meeting.event.until.plus(1)));
    event.add_property("TRANSP", "TRANSPARENT");
    event.done()
}

fn whole_day(event: &mut Event, name: &str, day: &str) {
    let mut property = icalendar::Property::new(name, day);
    property.add_parameter("VALUE", "DATE");
    event.append_property(property.done());
}

/// The steps with their minutes, and the notice.
fn agenda(meeting: &Meeting, desk: &Desk<'_>) -> Vec<String> {
    let steps = Steps::with(&desk.workspace.steps);
    let mut lines = vec![words::min_together(meeting.together())];
    lines.extend(meeting.parts.iter().map(|part| {
        let when = if matches!(part.kind, PartKind::Before(_)) { "before: " } else { "" };
        let id = part.step().map(Step::id).unwrap_or_default();
        format!("{when}{id} {}, {} min", part.title(steps), part.minutes).trim().to_owned()
    }));
    lines.push(texts::notice().to_owned());
    lines
}

fn visible_lines(lines: &[String]) -> String {
    lines.iter().map(|line| visible(line).into_owned()).collect::<Vec<_>>().join("\n")
}
