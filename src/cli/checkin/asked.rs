//! Asks about one key result, question by question. Nothing is proposed, least of all a confidence.

use std::ops::ControlFlow;

use crate::cli::ask::{ReadLine, ask};
use crate::cli::halt::{Code, Halt};
use crate::cli::print::talk;
use crate::domain::check_in::CheckIn;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::display::ARROW;
use crate::domain::key_result::{Guardrail, KeyResult};
use crate::domain::number::Number;
use crate::domain::quantity::with_unit;
use crate::domain::share::of_reading;
use crate::method::check_ins::Known;
use crate::method::fields::{CHECK_IN, Context, Field, FieldError, Input, doubt};
use crate::method::step::Steps;
use crate::words::anywhere;
use crate::words::cli::check_ins as words;
use crate::words::domain::values::{LET_IT_STAND, or_undo};
use crate::words::method::fields;
use crate::words::overview;

/// Asks for the missing fields of an entry; breaks off where the input ends on the way.
pub(super) fn about(
    (desk, key_result): (&Desk<'_>, &KeyResult),
    date: Day,
    entry: &mut CheckIn,
    missing: &[&str],
) -> ControlFlow<()> {
    if missing.is_empty() {
        return ControlFlow::Continue(());
    }
    let known = Known::of(key_result, desk, date);
    let mut lines = head(key_result, &known, desk.today);
    let guardrail = key_result.guardrail.as_ref().filter(|_| missing.contains(&"guardrail"));
    lines.extend(guardrail.map(|guardrail| kept_in_sight(guardrail, known.guardrail)));
    talk(&lines);
    let context = Context::of(key_result, desk.typing_day());
    for field in CHECK_IN.iter().filter(|field| missing.contains(&field.name)) {
        field_of(field, entry, (&context, desk))?;
    }
    ControlFlow::Continue(())
}

/// What stands above the questions: the movement, the last reading, and what the room thought before this round.
fn head(key_result: &KeyResult, known: &Known<'_>, today: Day) -> Vec<String> {
    let Known { measure, last, room, .. } = known;
    let mut lines = vec![String::new(), format!("{}  {}", key_result.name(), measure.movement(ARROW))];
    let revised = key_result.revised_to(ARROW, today);
    lines.extend(revised.map(|now| format!("  {}", anywhere::since_revised_to(now))));
    lines.extend(last.map(|last| words::last_on(measure.shown(last.value), last.date.short(today))));
    lines.extend(room.map(|room| words::the_rooms_last_median_on(room.median, room.day.short(today))));
    lines
}

/// What must not get worse: what it read last, and at the start.
fn kept_in_sight(guardrail: &Guardrail, last: Option<Number>) -> String {
    let shown = |value| with_unit(value, guardrail.unit());
    let says = words::the_guardrail_is(&guardrail.metric);
    let says = last.map_or(says.clone(), |last| words::and_last(says, shown(last)));
    guardrail.start.map_or(says.clone(), |start| anywhere::at_the_start(says, shown(start)))
}

/// Asks for one field until it is answered or skipped.
fn field_of(
    field: &Field<CheckIn>,
    entry: &mut CheckIn,
    (context, desk): (&Context, &Desk<'_>),
) -> ControlFlow<()> {
    let steps = Steps::with(&desk.workspace.steps);
    let says = said_beside(field, &field.hint.of(steps), context);
    let question = words::asks(field.label, &says);
    let mut doubted = String::new();
    loop {
        match ask(&question) {
            ReadLine::Ended => return ControlFlow::Break(()),
            ReadLine::Skipped => return ControlFlow::Continue(()),
            ReadLine::Text(text) if text == "?" => talk(&[words::how_to_answer(&says)]),
            ReadLine::Text(text) if field.name == "reading" && text.eq_ignore_ascii_case("none") => {
                entry.not_readable = true;
                return ControlFlow::Continue(());
            }
            ReadLine::Text(text) => {
                let mut written = entry.clone();
                let says = match field.write(&mut written, &text, context) {
                    Err(FieldError { says, .. }) => Some(says),
                    Ok(()) if are_several(&written) => Some(words::CONFIDENCE_IT_IS_ONE_NUMBER.to_owned()),
                    Ok(()) => asks(field, (&text, &written), desk).filter(|_| text != doubted),
                };
                let Some(says) = says else {
                    *entry = written;
                    return ControlFlow::Continue(());
                };
                talk(&[format!("    {says}")]);
                doubted = text;
            }
        }
    }
}

/// What is asked once of an answer that fits.
fn asks(field: &Field<CheckIn>, (text, written): (&str, &CheckIn), desk: &Desk<'_>) -> Option<String> {
    match (field.input, written.reading) {
        (Input::Confidence, _) => doubt(text, fields::TYPE_IT_AGAIN),
        (Input::Number(_), Some(reading)) if field.name == "reading" => {
            let asked = of_reading(desk.quarter, (&written.key_result, reading))?;
            Some(asked.asks(fields::TYPE_IT_AGAIN))
        }
        _ => None,
    }
}

/// What is asked of confidences that are saved already, where they are all single digits.
pub(super) fn doubted(typed: &str) -> Option<String> {
    doubt(typed, LET_IT_STAND).map(or_undo)
}

/// Whether a room's votes were typed where one person is asked.
pub(super) fn are_several(entry: &CheckIn) -> bool {
    entry.confidence.len() > 1
}

/// What stands beside the name of a field: its question, the unit, the words it takes. Behind a question begins a sentence.
fn said_beside(field: &Field<CheckIn>, hint: &str, context: &Context) -> String {
    let unit = match field.name {
        "reading" => context.unit.as_str(),
        "guardrail" => context.guardrail.as_str(),
        _ => "",
    };
    let unit = Some(unit).filter(|unit| !unit.is_empty()).map(words::in_unit);
    let none = (field.name == "reading").then(|| words::NONE_WHILE_IT_CANNOT_BE_READ.to_owned());
    let answers = if let Input::Choice(answers) = field.input { Some(answers.join(", ")) } else { None };
    let beside = [answers, unit, none, Some(words::ENTER_SKIPS.to_owned())].into_iter().flatten();
    beside.fold(hint.to_owned(), |says, next| {
        let by = if says.ends_with('?') { "" } else { ";" };
        format!("{says}{by} {next}")
    })
}

/// Before the first day nothing is to be logged, and so nothing is asked for one by one.
pub(super) fn not_begun(desk: &Desk<'_>) -> Halt {
    let says = overview::it_begins(desk.cycle.first.short(desk.today));
    Halt::new(Code::Findings, says, words::NAME_ONE_ALL_THE_SAME)
}

/// The input ended before anything was logged.
pub(super) fn stopped() -> Halt {
    Halt::new(Code::Interrupted, words::STOPPED_NOTHING_WAS_LOGGED, "")
}
