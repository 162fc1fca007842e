//! The meetings of a cycle: a table of all, and the steps of the next one.

use serde_json::{Value, json};

use super::page::Page;
use super::table::{Cell, Table};
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::word::word;
use crate::method::agenda::{Held, Meeting, meetings};
use crate::method::budget::{Part, PartKind};
use crate::method::step::{Step, Steps};
use crate::words::report::status as words;

/// The agenda of a quarter.
#[derive(Debug, Clone)]
pub struct Agenda<'a> {
    desk: Desk<'a>,
    meetings: Vec<Meeting>,
}

impl<'a> Agenda<'a> {
    /// Looks at a quarter.
    pub fn of(desk: Desk<'a>) -> Self {
        Self { desk, meetings: meetings(&desk) }
    }

    fn steps(&self) -> Steps<'a> {
        Steps::with(&self.desk.workspace.steps)
    }

    /// The page a person reads: every meeting, then the next one step by step.
    pub fn text(&self) -> String {
        let Desk { workspace, quarter, cycle, today } = self.desk;
        let team = workspace.team_name(&quarter.key.team);
        let mut head = Page::default();
        head.line(&format!("{team} · {}, {}", cycle.label, word(&workspace.cadence(quarter))));
        head.gap();
        let mut foot = Page::default();
        if let Some(meeting) = self.meetings.iter().find(|meeting| meeting.is_next) {
            foot.line("");
            foot.line(&format!("Next: {}, {}", meeting.event.title, when(meeting, today)));
            for part in &meeting.parts {
                foot.row(&format!("  {}", id(part.step())), &self.line(part));
            }
        }
        head.into_text() + &self.table().to_text() + &foot.into_text()
    }

    fn table(&self) -> Table {
        let row = |meeting: &Meeting| {
            let minutes =
                |minutes: u32| if minutes == 0 { Cell::none() } else { Cell::text(format!("{minutes} min")) };
            [
                Cell::text(if meeting.is_next { "next" } else { "" }),
                Cell::text(meeting.event.day.long()),
                Cell::maybe(until(meeting)),
                minutes(meeting.together()),
                minutes(meeting.alone()),
                Cell::text(from_to(&meeting.event.steps.iter().map(|step| step.id()).collect::<Vec<_>>())),
                Cell::maybe(meeting.held.map(|held| held_words(held, self.desk.today))),
                Cell::text(&meeting.event.title),
            ]
        };
        let columns = &["", "day", "until", "together", "alone", "steps", "held", "what"];
        Table::new(columns).with(self.meetings.iter().map(row))
    }

    /// A step in words: "Debate, 16 min, all, live".
    fn line(&self, part: &Part) -> String {
        let who = part.step().map_or("", |step| self.steps().guide(step).who.word());
        format!("{}, {} min, {who}, {}", part.title(self.steps()), part.minutes, part.mode.word())
    }

    /// The same for machines.
    pub fn json(&self) -> Value {
        let Desk { quarter, today, .. } = self.desk;
        json!({
            "team": quarter.key.team.as_str(),
            "cycle": quarter.key.cycle.as_str(),
            "today": today.to_string(),
            "cadence": word(&self.desk.workspace.cadence(quarter)),
            "meetings": self.meetings.iter().map(|meeting| self.meeting_json(meeting)).collect::<Vec<_>>(),
        })
    }

    fn meeting_json(&self, meeting: &Meeting) -> Value {
        let held = meeting.held.map(|Held { date, minutes, people }| {
            json!({ "date": date.to_string(), "minutes": minutes, "people": people })
        });
        json!({
            "what": meeting.event.title,
            "session": meeting.session.map(|kind| word(&kind)),
            "day": meeting.event.day.to_string(),
            "until": meeting.event.until.to_string(),
            "minutes_together": meeting.together(),
            "minutes_alone": meeting.alone(),
            "next": meeting.is_next,
            "held": held,
            "steps": meeting.parts.iter().map(|part| self.step_json(part)).collect::<Vec<_>>(),
        })
    }

    fn step_json(&self, part: &Part) -> Value {
        json!({
            "step": id(part.step()),
            "title": part.title(self.steps()),
            "minutes": part.minutes,
            "who": part.step().map(|step| self.steps().guide(step).who.word()),
            "people": part.people,
            "mode": part.mode.word(),
            "before": matches!(part.kind, PartKind::Before(_)),
        })
    }
}

fn id(step: Option<Step>) -> &'static str {
    step.map_or("", Step::id)
}

/// The last day, where it is another than the first.
fn until(meeting: &Meeting) -> Option<String> {
    let event = &meeting.event;
    (event.until > event.day).then(|| event.until.long())
}

/// Several ids as "SET-3 to SET-6", as far as they follow one another.
fn from_to(ids: &[&str]) -> String {
    match ids {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first, .., last] => format!("{first} to {last}"),
    }
}

fn held_words(held: Held, today: Day) -> String {
    format!("{}: {} min x {}", held.date.short(today), held.minutes, held.people)
}

/// When a meeting is: "Wed 16 Dec 2026 (in 3 days)".
fn when(meeting: &Meeting, today: Day) -> String {
    let event = &meeting.event;
    let day = event.day.long();
    match event.day.days_since(today) {
        ..0 => words::to_now(&day, event.until.long()),
        0 => words::on_a_day_today(&day),
        1 => words::on_a_day_tomorrow(&day),
        days => words::on_a_day_in_days(&day, days),
    }
}
