//! Where a quarter stands on a day: its phase, what comes next, what is due and what is late.

use serde_json::{Value, json};

use super::json::{number, record};
use super::list::between;
use super::page::Page;
use super::plan::cost;
use super::show;
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::effort::PersonMinutes;
use crate::domain::key_result::KeyResult;
use crate::domain::quarter::{Phase, Quarter};
use crate::method::agenda;
use crate::method::attention::{Attention, attention};
use crate::method::budget::{self, Budget};
use crate::method::calendar::Event;
use crate::method::due::{Due, in_the_way};
use crate::words::counted;
use crate::words::report::status as words;

/// Where the quarter of a desk stands, with the other open quarters of its team.
#[derive(Debug, Clone)]
pub struct Status<'a> {
    desk: Desk<'a>,
    phase: Phase,
    next: Option<Event>,
    running: Vec<Event>,
    due: Due<'a>,
    /// What the ledger has come to.
    spent: PersonMinutes,
    attention: Vec<Attention>,
    others: Vec<Other<'a>>,
}

/// Another open quarter of the team.
#[derive(Debug, Clone)]
struct Other<'a> {
    cycle: &'a Cycle,
    phase: Phase,
    next: Option<Event>,
    overdue: usize,
}

impl<'a> Status<'a> {
    /// Looks at a quarter.
    pub fn of(desk: Desk<'a>) -> Self {
        let Desk { workspace, quarter, cycle, today } = desk;
        let phase = quarter.phase(cycle, today);
        let is_closed = phase == Phase::Closed;
        let others = workspace
            .quarters_of(&quarter.key.team)
            .filter(|(other, _)| other.key != quarter.key && other.frame.closed.is_none());
        let others: Vec<_> = others.map(|(other, cycle)| Other::of(desk, other, cycle)).collect();
        Self {
            desk,
            phase,
            next: agenda::next_event(&desk).filter(|_| !is_closed),
            running: if is_closed { Vec::new() } else { agenda::running_events(&desk) },
            due: Due::of(desk),
            spent: budget::spent(quarter).total(),
            attention: attention(&desk),
            others,
        }
    }

    /// Tells whether a date has passed, in this quarter or another open one of the team.
    pub fn is_overdue(&self) -> bool {
        self.attention.iter().any(|row| row.is_overdue) || self.others.iter().any(|other| other.overdue > 0)
    }

    /// The page a person reads.
    pub fn text(&self) -> String {
        let Desk { workspace, quarter, cycle, today } = self.desk;
        let team = workspace.team_name(&quarter.key.team);
        let mut page = Page::default();
        page.line(&format!("{team} · {}  {}", cycle.label, where_in(self.phase, cycle, today)));
        for event in &self.running {
            page.row(words::NOW, &words::until(&event.title, event.until.short(today)));
        }
        if let Some(event) = &self.next {
            page.row(words::NEXT, &upcoming(event, today));
        }
        self.due_rows(&mut page);
        for row in &self.attention {
            let name = if row.is_overdue { "overdue" } else { words::LOOK_AT };
            page.row(name, &format!("{}: {}", row.about, row.says));
            page.row("", &row.hint);
        }
        for line in between::measured_lines(&self.desk) {
            page.row(words::MEASURED_HERE, &line);
        }
        if self.spent > PersonMinutes(0) {
            page.row(words::EFFORT, &self.budget().against(self.spent));
        }
        for other in &self.others {
            page.gap();
            page.line(&other.line(today));
        }
        page.into_text()
    }

    fn budget(&self) -> Budget {
        Budget::within(self.desk.workspace, self.desk.cycle)
    }

    fn due_rows(&self, page: &mut Page) {
        let (name, key_results) = match &self.due {
            Due::Commit(open) => return page.row(words::TO_COMMIT, &words::okr_commit(in_the_way(open))),
            Due::Close(open) => return page.row(words::TO_CLOSE, &words::okr_close(in_the_way(open))),
            Due::Nothing => return,
            Due::Log(key_results) => (words::TO_LOG, key_results),
            Due::Score(key_results) => (words::TO_SCORE, key_results),
        };
        for key_result in key_results {
            let says = format!("{}  {}", key_result.id, show::line(key_result, &self.desk));
            let contact = key_result.contact.as_ref();
            page.row(name, &contact.map_or(says.clone(), |contact| words::ask_contact(&says, contact)));
        }
    }

    /// The same for machines.
    pub fn json(&self) -> Value {
        let Desk { quarter, cycle, today, .. } = self.desk;
        let ids = |key_results: &[&KeyResult]| -> Value {
            let waiting = key_results.iter();
            waiting.map(|key_result| json!({ "id": key_result.id, "contact": key_result.contact })).collect()
        };
        let due = match &self.due {
            Due::Commit(stops) => json!({ "do": "commit", "stops": stops.len() }),
            Due::Log(key_results) => json!({ "do": "checkin", "key_results": ids(key_results) }),
            Due::Score(key_results) => json!({ "do": "score", "key_results": ids(key_results) }),
            Due::Close(stops) => json!({ "do": "close", "stops": stops.len() }),
            Due::Nothing => Value::Null,
        };
        json!({
            "team": quarter.key.team.as_str(),
            "cycle": quarter.key.cycle.as_str(),
            "today": today.to_string(),
            "phase": self.phase.id(),
            "week": (cycle.contains(today) && !cycle.is_unread).then(|| cycle.week(today)),
            "weeks": cycle.weeks(),
            "next": self.next.as_ref().map(|event| event_json(event, today)),
            "running": self.running.iter().map(|event| event_json(event, today)).collect::<Vec<_>>(),
            "due": due,
            "attention": self.attention.iter().map(attention_json).collect::<Vec<_>>(),
            "overdue": self.is_overdue(),
            "effort": {
                "spent": cost(self.spent),
                "person_days": number(self.budget().person_days(self.spent)),
                "limit": cost(self.budget().limit()),
            },
            "measured_here": measured_json(&self.desk),
            "others": self.others.iter().map(|other| other.json(today)).collect::<Vec<_>>(),
        })
    }
}

fn measured_json(desk: &Desk<'_>) -> Value {
    let all = desk.workspace.measured_at(desk.quarter).into_iter();
    all.map(|found| json!({ "team": found.quarter.key.team.as_str(), "key_result": found.key_result.id.as_str() }))
        .collect()
}

impl<'a> Other<'a> {
    fn of(desk: Desk<'a>, quarter: &'a Quarter, cycle: &'a Cycle) -> Self {
        let desk = Desk { quarter, cycle, ..desk };
        Self {
            cycle,
            phase: quarter.phase(cycle, desk.today),
            next: agenda::next_event(&desk),
            overdue: attention(&desk).iter().filter(|row| row.is_overdue).count(),
        }
    }

    fn line(&self, today: Day) -> String {
        let mut parts = vec![self.cycle.label.clone(), where_in(self.phase, self.cycle, today)];
        parts.extend(self.next.as_ref().map(|event| format!("next: {}", upcoming(event, today))));
        if self.overdue > 0 {
            parts.push(format!("{} overdue", self.overdue));
        }
        parts.join("  ")
    }

    fn json(&self, today: Day) -> Value {
        json!({
            "cycle": self.cycle.id.as_str(),
            "phase": self.phase.id(),
            "next": self.next.as_ref().map(|event| event_json(event, today)),
            "overdue": self.overdue,
        })
    }
}

/// The phase, and how far off or far into the quarter a day lies.
fn where_in(phase: Phase, cycle: &Cycle, today: Day) -> String {
    let word = phase.word();
    if cycle.is_unread {
        return word.to_owned();
    }
    let to_go = cycle.first.days_since(today);
    let gone = today.days_since(cycle.last);
    match (to_go, gone) {
        (1.., _) => words::to_the_quarter(word, counted::DAYS.of(to_go)),
        (_, 1..) => words::after_the_quarter(word, counted::DAYS.of(gone)),
        _ => words::week_of(word, cycle.week(today), cycle.weeks()),
    }
}

fn upcoming(event: &Event, today: Day) -> String {
    let (title, day) = (&event.title, event.day.short(today));
    match event.day.days_since(today) {
        0 => words::is_today(title, day),
        1 => words::is_tomorrow(title, day),
        days => words::is_in_days(title, day, days),
    }
}

fn event_json(event: &Event, today: Day) -> Value {
    json!({
        "title": event.title, "day": event.day.to_string(), "until": event.until.to_string(),
        "days": event.day.days_since(today),
    })
}

fn attention_json(row: &Attention) -> Value {
    json!({
        "rule": record(&row.rule), "about": row.about, "key_result": row.key_result,
        "says": row.says, "hint": row.hint, "overdue": row.is_overdue,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_told_from_where_the_quarter_lies() {
        let cycle = Cycle::calendar("2027-q1").unwrap();
        let day = |month, day| Day::new(2027, month, day).unwrap();
        let told = |phase, today| where_in(phase, &cycle, today);
        assert_eq!(told(Phase::Setting, Day::new(2026, 12, 10).unwrap()), "Setting, 22 days to the quarter");
        assert_eq!(told(Phase::Setting, Day::new(2026, 12, 31).unwrap()), "Setting, 1 day to the quarter");
        assert_eq!(told(Phase::CheckIns, day(2, 11)), "Check-ins, week 6 of 13");
        assert_eq!(told(Phase::Retrospective, day(4, 2)), "Retrospective, 2 days after the quarter");
    }
}
