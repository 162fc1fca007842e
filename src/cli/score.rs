//! `okr score`: the formula proposes, the room decides.

use clap::Args;
use serde_json::{Value, json};

use super::add::key_result_of;
use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use super::typed::{self, Assignment};
use crate::domain::decision::Desk;
use crate::domain::display::ARROW;
use crate::domain::key_result::KeyResult;
use crate::domain::quarter::{QuarterKey, Reading};
use crate::domain::scoring::{LaterReading, Scoring};
use crate::method::fields::{self, Context};
use crate::method::watch::watch_list;
use crate::report::json::record;
use crate::words::anywhere;
use crate::words::cli::closing as words;
use crate::words::cli::help::closing as help;

#[derive(Debug, Args)]
#[command(about = help::SCORE, before_help = help::SCORE_EXAMPLES)]
pub(super) struct Score {
    #[arg(help = help::SCORE_KEY_RESULT)]
    key_result: String,
    #[arg(help = help::SCORE_AGREED, value_name = "SCORE", allow_hyphen_values = true)]
    agreed: Option<String>,
    #[arg(help = help::SCORE_READING, long, value_name = "VALUE", allow_hyphen_values = true)]
    reading: Option<String>,
    #[arg(help = help::SCORE_DATE, long, value_name = "DAY", allow_hyphen_values = true)]
    date: Option<String>,
    #[arg(help = help::SCORE_REASON, long, value_name = "TEXT", allow_hyphen_values = true)]
    reason: Option<String>,
    #[arg(help = help::SCORE_TELLS_US, long, value_name = "TEXT", allow_hyphen_values = true)]
    tells_us: Option<String>,
    #[arg(help = help::SCORE_WORK, long, value_name = "WORD")]
    work: Option<String>,
    #[arg(help = help::SCORE_READS_LATER, long, value_name = "QUARTER", conflicts_with = "agreed")]
    reads_later: Option<String>,
    #[arg(help = help::SCORE_LATER, long, value_name = "VALUE", allow_hyphen_values = true,
        conflicts_with_all = ["agreed", "reading", "reason", "tells_us", "work", "reads_later", "reading_only"])]
    later: Option<String>,
    #[arg(help = help::SCORE_READING_ONLY, long, conflicts_with_all = ["agreed", "reads_later"])]
    reading_only: bool,
}

impl Score {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_team(call)?;
        let desk = opened.desk(call)?;
        let watched = self.later.as_ref().and_then(|_| watched(&desk, call, &self.key_result));
        let desk = watched.map_or(Ok(desk), |key| Desk::at(&opened.workspace, &key, call.today))?;
        let key = desk.quarter.key.clone();
        let key_result = key_result_of(&desk, &self.key_result)?;
        let days = typed::days(&self.given(), desk.typing_day());
        if let Some(typed) = &self.later {
            let later = self.later_reading(&desk, key_result, typed)?;
            let value = key_result.committed_measure().shown(later.reading);
            let line =
                format!("{}  {}", key_result.name(), anywhere::on(value, later.date.short(desk.today)));
            let change = desk.read_later(&key_result.id, later)?;
            opened.save(&change)?;
            let answer = Answer::saved(&change.sentence, Some(&key)).with_line(&line);
            return Ok(days.into_iter().fold(answer, Answer::say));
        }
        let (scoring, said) = self.scoring(&desk, key_result)?;
        let scoring = desk.given_today(scoring);
        let change = desk.score(scoring.clone())?;
        let line = line(&desk, key_result, &scoring);
        let proposed = desk.proposed_score(key_result, &scoring);
        let json = json!({
            "key_result": key_result.id.as_str(),
            "scoring": record(&scoring),
            "proposed": proposed.map_or(Value::Null, |proposed| record(&proposed)),
        });
        let past = desk.past_due(key_result, Some(&scoring)).filter(|_| scoring.reading.is_some());
        let asks = opened.asks_of(&change);
        opened.save(&change)?;
        let answer = Answer::saved(&change.sentence, Some(&key)).with_line(&line).with("score", json);
        let answer = past.into_iter().fold(answer, Answer::say);
        Ok(said.into_iter().chain(days).chain(asks).fold(answer, Answer::say))
    }

    /// The record as it will stand, and what was taken for granted on the way.
    fn scoring(&self, desk: &Desk<'_>, key_result: &KeyResult) -> Result<(Scoring, Option<String>), Halt> {
        typed::numbers(&[("reading", self.reading.as_deref()), ("score", self.agreed.as_deref())])?;
        let before = desk.closing_record(&key_result.id);
        let mut scoring = before.clone();
        typed::write(fields::SCORING, &mut scoring, &self.given(), |_| {
            Context::of_score(key_result, desk.typing_day())
        })?;
        if self.reading.is_some() && self.date.is_none() {
            scoring.date = Some(desk.today);
        }
        if self.reading.is_none() && self.date.is_some() && before.reading.is_none() {
            return Err(Halt::usage(words::THE_DAY_OF_WHICH_READING, words::GIVE_THE_READING_OF_THAT_DAY));
        }
        if self.reads_later.is_some() || scoring.reads_later.is_some() && !self.scores() {
            scoring.score = None;
            return Ok((scoring, None));
        }
        if self.is_said_alone() {
            return Ok((scoring, None));
        }
        scoring.reads_later = None;
        let said =
            if self.reading.is_none() { take_last_reading(desk, key_result, &mut scoring) } else { None };
        let is_open = scoring.score.is_none() || scoring.reading != before.reading || self.reading.is_some();
        if self.agreed.is_none() && is_open && !self.reading_only {
            scoring.score = desk.proposed_score(key_result, &scoring);
            let is_scorable = key_result.is_committed() && !desk.quarter.is_dropped(&key_result.id);
            if scoring.score.is_none() && is_scorable {
                return Err(nothing_to_score(desk));
            }
        }
        if self.reason.is_none() && scoring.score != before.score {
            // It was the reason of another score.
            scoring.reason = None;
        }
        Ok((scoring, said))
    }

    /// Whether it is scored: a score or a reading is given, or nothing but its name. Nothing else ends "reads later".
    fn scores(&self) -> bool {
        let is_scored = self.agreed.is_some() || self.reading.is_some() || self.given().is_empty();
        is_scored && !self.reading_only
    }

    /// Whether it is only said what it tells us, or whether the work was done: that scores nothing.
    fn is_said_alone(&self) -> bool {
        let given = self.given();
        !given.is_empty() && given.iter().all(|one| one.is_about("tells_us") || one.is_about("work_done"))
    }

    fn later_reading(
        &self,
        desk: &Desk<'_>,
        key_result: &KeyResult,
        typed: &str,
    ) -> Result<LaterReading, Halt> {
        let mut read = Scoring::of(key_result.id.clone());
        let context = Context::of_score(key_result, desk.typing_day());
        fields::set(fields::SCORING, "reading", &mut read, (typed, &context))
            .map_err(|bad| Halt::usage(format!("later: {}", bad.says), ""))?;
        let Some(reading) = read.reading else { return Err(typed::number_needed("later")) };
        let date = self
            .date
            .as_deref()
            .map_or(Ok(desk.today), |typed| typed::past_day("date", typed, desk.typing_day()))?;
        Ok(LaterReading { date, reading })
    }

    fn given(&self) -> Vec<Assignment> {
        let rows = [
            ("reading", &self.reading),
            ("date", &self.date),
            ("score", &self.agreed),
            ("reason", &self.reason),
            ("tells_us", &self.tells_us),
            ("work_done", &self.work),
            ("reads_later", &self.reads_later),
        ];
        rows.into_iter().filter_map(|(name, value)| Some(Assignment::new(name, value.as_deref()?))).collect()
    }
}

/// The earlier quarter a later reading is meant for, where no cycle is named: the one whose key result is on the watch list.
pub(super) fn watched(desk: &Desk<'_>, call: &Call, typed: &str) -> Option<QuarterKey> {
    if call.options.cycle.is_some() {
        return None;
    }
    let typed = typed.trim().to_lowercase();
    let all = watch_list(desk.workspace, &desk.quarter.key.team, desk.cycle);
    let mut latest = all.iter().rev();
    let exact = latest.clone().find(|watched| watched.key.id.as_str() == typed);
    let mut begun =
        || latest.find(|watched| !typed.is_empty() && watched.key.id.as_str().starts_with(&typed));
    exact.or_else(&mut begun).map(|watched| watched.key.quarter.clone())
}

/// Takes the reading of the last check-in for the final one where there is none or only an earlier one, and says so.
fn take_last_reading(desk: &Desk<'_>, key_result: &KeyResult, scoring: &mut Scoring) -> Option<String> {
    let newer = desk.quarter.with_newer_reading(scoring.clone());
    if newer == *scoring {
        return None;
    }
    let (value, date) = (newer.reading?, newer.date?);
    *scoring = newer;
    Some(words::the_final_reading(key_result.committed_measure().shown(value), date.short(desk.today)))
}

fn nothing_to_score(desk: &Desk<'_>) -> Halt {
    let next = desk.workspace.series(Some(&desk.quarter.key.team)).after(desk.cycle);
    let later = next.map_or_else(|| "QUARTER".to_owned(), |cycle| cycle.id.to_string());
    let hint = words::give_the_final_reading(&later);
    Halt::usage(words::NO_DATA_IS_NOT_0, hint)
}

fn line(desk: &Desk<'_>, key_result: &KeyResult, scoring: &Scoring) -> String {
    let measure = key_result.committed_measure();
    let mut parts = vec![key_result.name().to_owned(), measure.movement(ARROW)];
    if let (Some(reading), Some(date)) = (scoring.reading, scoring.date) {
        parts.push(format!("{} on {}", measure.shown(reading), date.short(desk.today)));
    }
    parts.push(match (scoring.score, desk.proposed_score(key_result, scoring), &scoring.reads_later) {
        (Some(score), Some(proposed), _) if score != proposed => {
            let said = words::score_the_formula_says(score, proposed);
            if scoring.is_provisional { words::and_is_provisional(said) } else { said }
        }
        (Some(score), ..) if scoring.is_provisional => words::and_is_provisional(format!("score {score}")),
        (Some(score), ..) => format!("score {score}"),
        (None, _, Some(quarter)) => words::reads_later(quarter),
        (None, Some(proposed), None) => words::the_formula_says(proposed),
        (None, None, None) => anywhere::NO_DATA.to_owned(),
    });
    let read = scoring.date.zip(scoring.reading).map(|(date, value)| Reading { date, value });
    parts.extend(read.and_then(|reading| desk.quarter.progress_at(key_result, reading).away()));
    parts.join("  ")
}
