//! `okr checkin`: what it reads, how confident, what changed, what blocks; in one line, or asked one by one.

mod asked;
mod corrects;

use clap::Args;
use serde_json::{Value, json};

use super::add::key_result_of;
use super::answer::Answer;
use super::call::Call;
use super::halt::{Code, Halt};
use super::opened::{Opened, after_saving};
use super::typed::{self, Assignment, maybe_line, past_day};
use crate::domain::check_in::{CheckIn, Sitting, SittingKind};
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::id::KeyResultId;
use crate::domain::key_result::KeyResult;
use crate::domain::quantity::with_unit;
use crate::domain::quarter::Reading;
use crate::domain::score::Progress;
use crate::domain::seed::Seed;
use crate::domain::share::of_reading;
use crate::method::attention::{Rule, attention};
use crate::method::check_ins::{Logged, Rounds, log_alone, said_in};
use crate::method::fields::{self, Context};
use crate::method::lint::Coach;
use crate::method::lint::history::guardrail_of;
use crate::method::watch;
use crate::report::json::record;
use crate::words::check_ins as on_screens;
use crate::words::cli::check_ins as words;
use crate::words::cli::help::check_ins as help;
use crate::words::{anywhere, counted};
use corrects::corrected;

#[derive(Debug, Args)]
#[command(about = help::CHECKIN, before_help = help::CHECKIN_EXAMPLES)]
pub(super) struct Checkin {
    #[arg(help = help::CHECKIN_KEY_RESULT)]
    key_result: Option<String>,
    #[arg(help = help::CHECKIN_VALUE, long, value_name = "VALUE", allow_hyphen_values = true, conflicts_with = "not_readable")]
    value: Option<String>,
    #[arg(help = help::CHECKIN_CONFIDENCE, long, value_name = "N", allow_hyphen_values = true)]
    confidence: Option<String>,
    #[arg(help = help::CHECKIN_VOTES, long, value_name = "N,N,...", allow_hyphen_values = true, conflicts_with = "confidence")]
    votes: Option<String>,
    #[arg(help = help::CHECKIN_CHANGED, long, value_name = "TEXT", allow_hyphen_values = true)]
    changed: Option<String>,
    #[arg(help = help::CHECKIN_BLOCKED, long, value_name = "TEXT", allow_hyphen_values = true)]
    blocked: Option<String>,
    #[arg(help = help::CHECKIN_PLAN, long, value_name = "WORD")]
    plan: Option<String>,
    #[arg(help = help::CHECKIN_GUARDRAIL, long, value_name = "VALUE", allow_hyphen_values = true)]
    guardrail: Option<String>,
    #[arg(help = help::CHECKIN_DECISION, long, value_name = "TEXT", allow_hyphen_values = true)]
    decision: Option<String>,
    #[arg(help = help::CHECKIN_NOT_READABLE, long)]
    not_readable: bool,
    #[arg(help = help::CHECKIN_DATE, long, value_name = "DAY", allow_hyphen_values = true)]
    date: Option<String>,
    #[arg(help = help::CHECKIN_OPENING, long)]
    opening: bool,
    #[arg(help = help::CHECKIN_CORRECTS, long, value_name = "ID")]
    corrects: Option<String>,
}

/// What `--blocked ""` says: nothing blocks any more.
const NONE: &str = "none";

/// The fields that are asked for, in this order: number first.
const ASKED: [&str; 6] = ["reading", "confidence", "guardrail", "changed", "blocked", "plan"];
/// The fields of an opening vote.
const ASKED_AT_OPENING: [&str; 1] = ["confidence"];

impl Checkin {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_quarter(call, &watch::KEYS)?;
        let answer = self.logged(&mut opened, call)?;
        let still_to_read = if self.opening { Vec::new() } else { late_readings(&opened, call)? };
        let on = opened.desk(call)?.typing_day();
        let day = self.date.as_deref().and_then(|typed| typed::day_meant("date", typed, on));
        Ok(day.into_iter().chain(still_to_read).fold(answer, Answer::say))
    }

    fn logged(&self, opened: &mut Opened, call: &mut Call) -> Result<Answer, Halt> {
        let desk = opened.desk(call)?;
        let frame = self.sitting(&desk, &mut call.seed)?;
        if let Some(typed) = &self.key_result {
            let id = key_result_of(&desk, typed)?.id.clone();
            return self.one(opened, call, frame, &id);
        }
        if frame.decision.is_some() && self.given().is_empty() {
            return log(opened, call, &frame);
        }
        let all = self.all(&desk);
        let asks_all = !self.opening && self.given().is_empty() && call.can_ask();
        match &all[..] {
            _ if frame.supersedes.is_some() => Err(which(&desk, &all)),
            [] => Err(nothing_to_log(&desk)),
            _ if asks_all && frame.date < desk.cycle.first => Err(asked::not_begun(&desk)),
            [only] => self.one(opened, call, frame, only),
            _ if !self.given().is_empty() || !call.can_ask() => Err(which(&desk, &all)),
            _ => {
                let due = self.due(&desk, frame.date);
                self.each(opened, call, &frame, if due.is_empty() { &all } else { &due })
            }
        }
    }

    /// The sitting without its entries.
    fn sitting(&self, desk: &Desk<'_>, seed: &mut Seed) -> Result<Sitting, Halt> {
        let corrects = self.corrects.as_deref().map(|typed| corrected(desk, typed)).transpose()?;
        let usual = corrects.map_or(desk.today, |sitting| sitting.date);
        let date =
            self.date.as_deref().map_or(Ok(usual), |typed| past_day("date", typed, desk.typing_day()))?;
        Ok(Sitting {
            kind: if self.opening { SittingKind::Opening } else { SittingKind::CheckIn },
            supersedes: corrects.map(|sitting| sitting.id.clone()),
            together: self.votes.is_some(),
            decision: maybe_line("decision", self.decision.as_deref())?,
            ..Sitting::new(desk.sitting_id(date, seed)?, date)
        })
    }

    /// The key results a check-in can be about.
    fn all(&self, desk: &Desk<'_>) -> Vec<KeyResultId> {
        let live = desk.quarter.live_key_results().map(|(_, key_result)| key_result);
        let fits = |kr: &&KeyResult| if self.opening { !kr.is_to_find_out() } else { kr.is_committed() };
        live.filter(fits).map(|key_result| key_result.id.clone()).collect()
    }

    /// Those nobody has logged in the round of that day.
    fn due(&self, desk: &Desk<'_>, date: Day) -> Vec<KeyResultId> {
        if self.opening {
            return Vec::new();
        }
        let rounds = Rounds::at(desk);
        rounds.to_log(date).into_iter().map(|key_result| key_result.id.clone()).collect()
    }

    /// Logs one key result; what was not given is asked for when somebody is there.
    fn one(
        &self,
        opened: &mut Opened,
        call: &mut Call,
        frame: Sitting,
        id: &KeyResultId,
    ) -> Result<Answer, Halt> {
        let desk = opened.desk(call)?;
        let (_, key_result) = desk.quarter.key_result(id).ok_or_else(|| nothing_to_log(&desk))?;
        if frame.supersedes.is_some() && frame.decision.is_some() {
            let hint = words::WHAT_WAS_DECIDED_IS_CORRECTED_BY_ITSELF;
            return Err(Halt::usage(words::ONE_THING_IS_CORRECTED_AT_A_TIME, hint));
        }
        let said = frame.supersedes.as_ref().and_then(|of| said_in(&desk, of, id));
        let mut entry = said.map_or_else(|| CheckIn::on(id.clone()), |(_, said)| said.clone());
        self.write(&desk, key_result, &mut entry)?;
        if call.can_ask() && frame.supersedes.is_none() {
            let missing = self.missing(key_result, &entry);
            if asked::about((&desk, key_result), frame.date, &mut entry, &missing).is_break() {
                return Err(asked::stopped());
            }
        }
        let left_out = self.missing(key_result, &entry);
        // What was asked for one by one was asked about there.
        let given = entry.reading.filter(|_| self.value.is_some());
        let asks = given.and_then(|reading| of_reading(desk.quarter, (id, reading)));
        let answer = log(opened, call, &Sitting { check_ins: vec![entry], ..frame })?;
        let typed = self.confidence.as_deref().or(self.votes.as_deref());
        let doubted = typed.and_then(asked::doubted);
        let answer = asks.iter().map(after_saving).chain(doubted).fold(answer, Answer::say);
        if left_out.is_empty() { Ok(answer) } else { Ok(answer.say(words::left_out(left_out.join(", ")))) }
    }

    /// Asks about one key result after the other; each is logged before the next is asked for.
    fn each(
        &self,
        opened: &mut Opened,
        call: &mut Call,
        frame: &Sitting,
        all: &[KeyResultId],
    ) -> Result<Answer, Halt> {
        let mut logged: Vec<Answer> = Vec::new();
        let mut decision = frame.decision.clone();
        for id in all {
            let desk = opened.desk(call)?;
            let Some((_, key_result)) = desk.quarter.key_result(id) else { continue };
            let mut entry = CheckIn::on(id.clone());
            let missing = self.missing(key_result, &entry);
            if asked::about((&desk, key_result), frame.date, &mut entry, &missing).is_break() {
                return Ok(together(&logged).say(words::STOPPED_HERE).ending(Code::Interrupted));
            }
            if entry.is_empty() {
                continue;
            }
            let sitting_id = desk.sitting_id(frame.date, &mut call.seed)?;
            let sitting = Sitting {
                id: sitting_id,
                decision: decision.take(),
                check_ins: vec![entry],
                ..frame.clone()
            };
            let answer = match log(opened, call, &sitting) {
                Err(halt) if !logged.is_empty() => return Ok(together(&logged).stopped_by(halt)),
                answer => answer?,
            };
            super::print::talk(&answer.talk);
            logged.push(Answer { talk: Vec::new(), ..answer });
        }
        if logged.is_empty() {
            return Err(Halt::new(Code::Findings, words::NOTHING_WAS_SAID, ""));
        }
        Ok(together(&logged))
    }

    fn given(&self) -> Vec<Assignment> {
        let rows = [
            ("reading", self.value.as_deref()),
            ("confidence", self.confidence.as_deref().or(self.votes.as_deref())),
            ("changed", self.changed.as_deref()),
            (
                "blocked",
                self.blocked.as_deref().map(|typed| if typed.trim().is_empty() { NONE } else { typed }),
            ),
            ("plan", self.plan.as_deref()),
            ("guardrail", self.guardrail.as_deref()),
            ("not_readable", self.not_readable.then_some("yes")),
        ];
        rows.into_iter().filter_map(|(name, value)| Some(Assignment::new(name, value?))).collect()
    }

    fn write(&self, desk: &Desk<'_>, key_result: &KeyResult, entry: &mut CheckIn) -> Result<(), Halt> {
        typed::numbers(&[
            ("value", self.value.as_deref()),
            ("confidence", self.confidence.as_deref()),
            ("votes", self.votes.as_deref()),
            ("guardrail", self.guardrail.as_deref()),
        ])?;
        if self.guardrail.is_some() && key_result.guardrail.is_none() {
            let hint = words::okr_set_guardrail_sign_in_time(&key_result.id);
            return Err(Halt::usage(words::GUARDRAIL_THIS_KEY_RESULT_NAMES_NONE, hint));
        }
        // Of the two each takes the place of the other.
        if self.value.is_some() {
            entry.not_readable = false;
        } else if self.not_readable {
            entry.reading = None;
        }
        typed::write(fields::CHECK_IN, entry, &self.given(), |_| Context::of(key_result, desk.typing_day()))?;
        if self.confidence.is_some() && asked::are_several(entry) {
            return Err(Halt::usage(words::CONFIDENCE_IT_IS_ONE_NUMBER, words::A_ROOMS_VOTES));
        }
        Ok(())
    }

    /// The fields nothing was said about.
    fn missing(&self, key_result: &KeyResult, entry: &CheckIn) -> Vec<&'static str> {
        let asked: &[&'static str] = if self.opening { &ASKED_AT_OPENING } else { &ASKED };
        let is_missing = |name: &&'static str| match *name {
            "reading" => entry.reading.is_none() && !entry.not_readable,
            "confidence" => entry.confidence.is_empty(),
            "guardrail" => key_result.guardrail.is_some() && entry.guardrail.is_none(),
            "changed" => self.changed.is_none() && entry.changed.is_none(),
            "blocked" => self.blocked.is_none() && entry.blocked.is_none(),
            _ => entry.plan.is_none(),
        };
        asked.iter().copied().filter(is_missing).collect()
    }
}

/// Logs a sitting and says what was logged, with the movement.
pub(super) fn log(opened: &mut Opened, call: &mut Call, sitting: &Sitting) -> Result<Answer, Halt> {
    let desk = opened.desk(call)?;
    let key = desk.quarter.key.clone();
    let own = opened.store().own_votes().unwrap_or_default();
    let Logged { change, sitting: logged, is_replaced, is_of_today } = match &sitting.supersedes {
        None => log_alone(&desk, sitting.clone(), &own, &mut call.seed)?,
        Some(of) => corrects::log(&desk, of, sitting, &mut call.seed)?,
    };
    let is_noted = opened.save(&change)?;
    let desk = opened.desk(call)?;
    let said = as_said(&desk, &logged);
    let mut answer = Answer::saved(&change.sentence, Some(&key)).with("check_in", as_json(&desk, &said));
    answer = answer.with("replaced", json!(is_replaced));
    for entry in &said.check_ins {
        if let Some((under, key_result)) = desk.quarter.key_result(&entry.key_result) {
            answer = answer.with_line(&line(&desk, key_result, &said, entry));
            answer = counted_in(sitting, entry).into_iter().fold(answer, Answer::say);
            let read = entry.reading.map(|value| Reading { date: said.date, value });
            answer = final_reading(&desk, key_result, read).into_iter().fold(answer, Answer::say);
            let asked = entry.guardrail.map(|_| Coach::at(&desk).key_result(under, key_result));
            let asks = guardrail_of(asked.iter().flatten());
            answer = asks.into_iter().fold(answer, |answer, finding| answer.say(finding.question()));
        }
    }
    if is_replaced {
        answer = answer.say(words::YOUR_EARLIER_VOTE_NO_LONGER_COUNTS);
    }
    if is_of_today {
        answer = answer.say(words::the_confidence_is_of_today(desk.today.short(desk.today)));
    }
    let unnoted = words::VOTE_IS_NOT_NOTED_AS_YOURS;
    Ok(if is_noted { answer } else { answer.say(unnoted) })
}

/// Says how many votes given alone count beside those that were typed.
fn counted_in(typed: &Sitting, logged: &CheckIn) -> Option<String> {
    let typed = typed.said_of(&logged.key_result)?;
    let more = logged.confidence.len().checked_sub(typed.confidence.len())?;
    (typed.reading == logged.reading && more > 0).then(|| counted::VOTES_GIVEN_ALONE_COUNT.of(more))
}

/// Says that a reading is not the one the key result is scored by, where a final one stands.
fn final_reading(desk: &Desk<'_>, key_result: &KeyResult, read: Option<Reading>) -> Option<String> {
    let (read, Reading { date, value }) = read.zip(desk.quarter.final_reading(&key_result.id))?;
    let shown = key_result.committed_measure().shown(value);
    let stands = words::the_final_reading_stands(shown, date.short(desk.today));
    Some(format!("{stands}; {}", words::to_score_by_this_one(&key_result.id, read.value, read.date)))
}

/// What pays back late and was not read in this quarter yet, each with how to note it.
fn late_readings(opened: &Opened, call: &Call) -> Result<Vec<String>, Halt> {
    let desk = opened.desk(call)?;
    let rows = attention(&desk).into_iter();
    let late = rows.filter(|row| row.rule == Rule::LateReading);
    Ok(late.map(|row| format!("{}: {}; {}", row.about, row.says, row.hint)).collect())
}

/// What is said back: what was typed just now. A correction may hold the vote of another, which stays hidden.
fn as_said(desk: &Desk<'_>, sitting: &Sitting) -> Sitting {
    if sitting.supersedes.is_none() { sitting.clone() } else { Rounds::at(desk).seen(sitting) }
}

fn line(desk: &Desk<'_>, key_result: &KeyResult, sitting: &Sitting, entry: &CheckIn) -> String {
    let mut parts = vec![key_result.name().to_owned()];
    if let Some(reading) = entry.reading {
        let shown = key_result.measure.shown(reading);
        parts.push(anywhere::on(shown, sitting.date.short(desk.today)));
        let reading = Reading { date: sitting.date, value: reading };
        parts.push(desk.quarter.progress_at(key_result, reading).to_string());
        parts.extend(newer(desk, key_result, sitting));
    } else if entry.not_readable {
        parts.push(anywhere::NOT_READABLE_YET.to_owned());
    }
    if let Some((guardrail, now)) = key_result.guardrail.as_ref().zip(entry.guardrail) {
        parts.push(format!("{} {}", guardrail.metric, with_unit(now, guardrail.unit())));
    }
    match (entry.median(), entry.confidence.sorted()) {
        (Some(one), [_]) => parts.push(on_screens::confidence(one)),
        (Some(median), [low, .., high]) => parts.push(words::confidence_from_to(median, low, high)),
        _ => {}
    }
    parts.join("  ")
}

/// Says that a later reading stands, which is the one that counts.
fn newer(desk: &Desk<'_>, key_result: &KeyResult, sitting: &Sitting) -> Option<String> {
    let last = desk.quarter.readings(&key_result.id).pop().filter(|last| last.date > sitting.date)?;
    let shown = key_result.measure.shown(last.value);
    Some(words::the_newest_stands(shown, last.date.short(desk.today), desk.quarter.progress(key_result)))
}

fn as_json(desk: &Desk<'_>, sitting: &Sitting) -> Value {
    let entries = sitting.check_ins.iter().map(|entry| {
        let progress = entry.reading.and_then(|value| {
            let (_, key_result) = desk.quarter.key_result(&entry.key_result)?;
            Some(desk.quarter.progress_at(key_result, Reading { date: sitting.date, value }))
        });
        json!({
            "key_result": entry.key_result.as_str(),
            "entry": record(entry),
            "progress": progress.map(|progress| progress.to_string()),
            "progress_percent": progress.and_then(Progress::percent),
        })
    });
    let entries: Vec<Value> = entries.collect();
    json!({ "id": sitting.id.as_str(), "date": sitting.date.to_string(), "entries": entries })
}

/// One answer of several.
fn together(all: &[Answer]) -> Answer {
    let texts: String = all.iter().map(|answer| answer.text.as_str()).collect();
    let check_ins: Vec<Value> = all.iter().map(|answer| answer.json["check_in"].clone()).collect();
    Answer::data(texts, json!({ "check_ins": check_ins }))
}

fn nothing_to_log(desk: &Desk<'_>) -> Halt {
    let says = words::no_key_result_of_is_committed_yet(&desk.cycle.label);
    Halt::new(Code::Findings, says, words::COMMIT_THE_SET_FIRST)
}

fn which(desk: &Desk<'_>, all: &[KeyResultId]) -> Halt {
    let named = desk.quarter.key_results().filter(|(_, kr)| all.contains(&kr.id));
    let halt = Halt::usage(words::WHICH_KEY_RESULT, "");
    named.fold(halt, |halt, (_, kr)| halt.with(format!("  {}  {}", kr.id, kr.name())))
}
