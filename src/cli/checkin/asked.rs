//! Asks about one key result, question by question. Nothing is proposed, least of all a confidence.

use crate::cli::ask::{Said, ask};
use crate::cli::print::talk;
use crate::domain::check_in::{CheckIn, SittingKind};
use crate::domain::decision::Desk;
use crate::domain::key_result::KeyResult;
use crate::method::fields::{CHECK_IN, Context, Field, FieldError, Input};

/// Whether all was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// Everything, answered or skipped.
    All,
    /// The input ended on the way.
    Ended,
}

/// Asks for the missing fields of an entry.
pub(super) fn about(desk: &Desk<'_>, key_result: &KeyResult, entry: &mut CheckIn, missing: &[&str]) -> Asked {
    if missing.is_empty() {
        return Asked::All;
    }
    talk(&head(desk, key_result));
    let context = Context { today: desk.today, unit: key_result.measure.unit().to_owned() };
    for field in CHECK_IN.iter().filter(|field| missing.contains(&field.name)) {
        if field_of(field, entry, &context) == Asked::Ended {
            return Asked::Ended;
        }
    }
    Asked::All
}

/// What stands above the questions: the movement, and what was said last.
fn head(desk: &Desk<'_>, key_result: &KeyResult) -> Vec<String> {
    let mut lines = vec![String::new(), format!("{}  {}", key_result.name(), key_result.measure.movement("→"))];
    let said = desk.quarter.check_ins(&key_result.id);
    let said: Vec<_> = said.filter(|(sitting, _)| sitting.kind == SittingKind::CheckIn).collect();
    let last = said.iter().rev().find_map(|(sitting, entry)| Some((sitting.date, entry.reading?)));
    if let Some((date, reading)) = last {
        lines.push(format!("  last {} on {}", key_result.measure.shown(reading), date.short(desk.today)));
    }
    let room = desk.quarter.check_ins(&key_result.id).filter(|(_, entry)| entry.confidence.sorted().len() > 1);
    if let Some((sitting, median)) = room.filter_map(|(sitting, entry)| Some((sitting, entry.median()?))).last() {
        lines.push(format!("  the room's last median {median} on {}", sitting.date.short(desk.today)));
    }
    lines
}

/// Asks for one field until it is answered or skipped.
fn field_of(field: &Field<CheckIn>, entry: &mut CheckIn, context: &Context) -> Asked {
    let question = question(field, context);
    loop {
        match ask(&question) {
            Said::Ended => return Asked::Ended,
            Said::Skipped => return Asked::All,
            Said::Text(text) if text == "?" && field.name == "reading" => {
                entry.not_readable = true;
                return Asked::All;
            }
            Said::Text(text) => match field.write(entry, &text, context) {
                Ok(()) => return Asked::All,
                Err(FieldError { says, .. }) => talk(&[format!("    {says}")]),
            },
        }
    }
}

fn question(field: &Field<CheckIn>, context: &Context) -> String {
    let extra = match (field.name, field.input) {
        ("reading", _) if !context.unit.is_empty() => format!("; in {}, ? when it cannot be read yet", context.unit),
        ("reading", _) => "; ? when it cannot be read yet".to_owned(),
        (_, Input::Choice(words)) => format!(" {}", words.join(", ")),
        _ => String::new(),
    };
    format!("  {} ({}{extra}; Enter skips): ", field.label, field.hint)
}
