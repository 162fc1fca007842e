//! `okr demo`: the screens on a temporary copy of the sample.

use clap::{Args, ValueEnum};

use super::answer::Answer;
use super::call::Call;
use super::halt::{Code, Halt};
use super::{screens, status};
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::id::CycleId;
use crate::domain::key_result::KeyResult;
use crate::domain::quarter::QuarterKey;
use crate::domain::scoring::Scoring;
use crate::settings::actions::ScreenName;
use crate::tui::run::Place;
use crate::words::cli::anywhere as words;
use crate::words::cli::help::program as help;

#[derive(Debug, Args)]
#[command(about = help::DEMO, before_help = help::DEMO_EXAMPLES)]
pub(super) struct Demo {
    #[arg(help = help::DEMO_PHASE, long, value_enum, default_value_t = Phase::CheckIns)]
    phase: Phase,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Phase {
    Setting,
    CheckIns,
    Scoring,
    Retro,
}

impl Phase {
    /// The day, the cycle and the screen on which the phase is best seen in the sample.
    fn scene(self) -> ((i32, u32, u32), &'static str, ScreenName) {
        match self {
            Self::Setting => ((2027, 3, 12), "2027-q2", ScreenName::Setting),
            Self::CheckIns => ((2027, 2, 11), "2027-q1", ScreenName::CheckIns),
            Self::Scoring => ((2027, 3, 26), "2027-q1", ScreenName::Scoring),
            Self::Retro => ((2027, 3, 29), "2027-q1", ScreenName::Retrospective),
        }
    }
}

/// The day on which the sample is best seen.
pub(super) fn day() -> Option<Day> {
    let ((year, month, day), ..) = Phase::CheckIns.scene();
    Day::new(year, month, day)
}

impl Demo {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let ((year, month, day), cycle, screen) = self.phase.scene();
        if !call.is_day_fixed
            && let Some(day) = Day::new(year, month, day)
        {
            call.today = day;
            call.is_day_fixed = true;
        }
        let broken = |why: String| {
            Halt::new(Code::NotWritten, words::the_sample(&why), words::IS_THERE_ROOM_IN_THE_TEMPORARY_FOLDER)
        };
        let mut place = screens::copy_of_sample(Some(call.today)).map_err(broken)?;
        if let (Some(quarter), Ok(cycle)) = (&mut place.quarter, CycleId::new(cycle)) {
            quarter.cycle = cycle;
        }
        if self.phase == Phase::Retro {
            score_all(&mut place, call.today);
        }
        if screens::has_terminal() && !call.options.json {
            return screens::show(call, Some(place), screen, None);
        }
        let key = place.quarter.as_ref().ok_or_else(|| broken(words::IT_HAS_NO_QUARTER.to_owned()))?;
        Ok(status::at(Desk::at(&place.workspace, key, call.today)?).ending(Code::Fine))
    }
}

/// Scores every open key result of the copy as the formula proposes from its last reading, so that the retrospective can
/// begin; what has no reading reads later.
fn score_all(place: &mut Place, today: Day) {
    let Some(key) = place.quarter.clone() else { return };
    let open = open_key_results(place, &key);
    for key_result in open {
        let Ok(desk) = Desk::at(&place.workspace, &key, today) else { return };
        let Ok(change) = desk.score(record(&desk, &key_result)) else { continue };
        if place.store.save(&change).is_ok() {
            place.workspace.apply(&change);
        }
    }
}

fn open_key_results(place: &Place, key: &QuarterKey) -> Vec<KeyResult> {
    let Some(quarter) = place.workspace.quarters.get(key) else { return Vec::new() };
    quarter.to_score().cloned().collect()
}

fn record(desk: &Desk, key_result: &KeyResult) -> Scoring {
    let mut record = Scoring::of(key_result.id.clone());
    match desk.quarter.readings(&key_result.id).last() {
        Some(last) if !desk.workspace.pays_back_after(&desk.quarter.key.team, desk.cycle, key_result) => {
            record.reading = Some(last.value);
            record.date = Some(last.date);
            record.score = desk.proposed_score(key_result, &record);
        }
        _ => {
            let later = key_result.effect_quarter.clone();
            let series = desk.workspace.series(Some(&desk.quarter.key.team));
            record.reads_later = later.or_else(|| series.after(desk.cycle).map(|next| next.id.to_string()));
        }
    }
    record
}
