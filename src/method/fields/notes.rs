//! Fields of check-ins, scores, notes and actions.

use super::{
    Field, Input, choice_field, day_field, field, flag_field, needed_field, number, number_field, one_line,
    show, text, text_field,
};
use crate::domain::check_in::CheckIn;
use crate::domain::confidence::{Confidence, Votes};
use crate::domain::cycle::is_cycle_text;
use crate::domain::retrospective::Note;
use crate::domain::score::Score;
use crate::domain::scoring::Scoring;

const PLANS: &[&str] = &["yes", "adjust", "stop"];
const WORK: &[&str] = &["yes", "partly", "no"];

/// A check-in on one key result: number first (CHK-1).
pub const CHECK_IN: &[Field<CheckIn>] = &[
    number_field!("reading", "reading", "what does it read now? Number first", reading),
    field!(
        "confidence",
        "confidence",
        "0 to 100: how likely is the target reached in full by the date?",
        Input::Confidence,
        |record| {
            let votes: Vec<String> = record.confidence.sorted().iter().map(ToString::to_string).collect();
            votes.join(", ")
        },
        |record, typed, _| {
            let votes = typed.split([',', ' ', ';']).filter(|vote| !vote.is_empty() && *vote != "%");
            let votes: Result<Votes, _> = votes.map(str::parse::<Confidence>).collect();
            record.confidence = votes.map_err(ToOwned::to_owned)?;
            Ok(())
        }
    ),
    text_field!("changed", "changed", "what changed since last time, one line", changed),
    text_field!("blocked", "blocked", "what blocks, who can clear it, by when", blocked),
    choice_field!("plan", "plan", "is the plan still right?", PLANS, plan),
    flag_field!("not_readable", "not readable", "yes when there is no number yet", not_readable),
    field!(
        "guardrail",
        "guardrail",
        "what the guardrail reads now",
        Input::Number,
        |record| show(record.guardrail.as_ref()),
        |record, typed, context| number(&mut record.guardrail, typed, &context.guardrail)
    ),
];

/// The closing record of a key result (SCO-1, SCO-3).
pub const SCORING: &[Field<Scoring>] = &[
    number_field!("reading", "final reading", "same source and window as the baseline", reading),
    day_field!("date", "read on", "the day of the final reading", date),
    field!(
        "score",
        "score",
        "0.0 to 1.0; the formula proposes, the room decides",
        Input::Score,
        |record| show(record.score.as_ref()),
        |record, typed, _| {
            record.score = match typed.trim() {
                "" => None,
                typed => Some(typed.parse::<Score>()?),
            };
            Ok(())
        }
    ),
    text_field!("reason", "reason", "when the score is more than 0.1 away from the formula", reason),
    text_field!("tells_us", "tells us", "in one sentence: what does it tell us?", tells_us),
    choice_field!(
        "work_done",
        "work done",
        "was the work done? Apart from whether the outcome moved",
        WORK,
        work_done
    ),
    field!(
        "reads_later",
        "reads later",
        "the quarter in which it can be read: 2027-q2",
        Input::Text,
        |record| record.reads_later.clone().unwrap_or_default(),
        |record, typed, _| {
            let typed = one_line(typed).to_lowercase();
            if !typed.is_empty() && !is_cycle_text(&typed) {
                return Err("name a quarter like 2027-q2".to_owned());
            }
            text(&mut record.reads_later, &typed);
            Ok(())
        }
    ),
];

/// A free note (RET-2).
pub const NOTE: &[Field<Note>] =
    &[needed_field!("text", "note", "one line, about conditions, not about people", text)];

/// A change to how the next quarter is set (RET-7).
pub const ACTION: &[Field<Note>] = &[
    needed_field!("text", "action", "what changes, small and visible in two weeks", text),
    text_field!("starts", "who starts", "who takes the first step", starts),
    day_field!("first_date", "first date", "when it begins: +2w, mon", first_date),
    text_field!("seen_by", "seen by", "how will we see that it works?", seen_by),
];
