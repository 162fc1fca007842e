//! A team's quarters side by side, as text and as JSON.

use serde_json::{Value, json};

use super::json::record;
use super::page::Page;
use super::table::{Cell, Table};
use crate::domain::day::Day;
use crate::domain::effort::EffortPhase;
use crate::domain::team::Team;
use crate::domain::word::word;
use crate::method::budget;
use crate::method::calibration::{self, Gap, Moment, Series, Step};
use crate::method::history::{History, Late, Review};
use crate::report::plan::PHASES;

/// How many of the largest gaps are named.
const MOST_GAPS: usize = 5;
/// The series in words, in the order of the quarter.
pub const MOMENTS: [(Moment, &str); 3] =
    [(Moment::Opening, "opening"), (Moment::Middle, "middle"), (Moment::Last, "last")];

/// A team's history with the day it is looked back from.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// The quarters.
    pub history: History<'a>,
    /// The team.
    pub team: &'a Team,
    /// The day.
    pub today: Day,
}

impl Told<'_> {
    /// The page a person reads: every quarter, how right the confidence was, what pays back late.
    #[must_use]
    pub fn text(&self) -> String {
        let mut head = Page::default();
        head.line(&format!("{}, as of {}", self.team.name, self.today.long()));
        head.gap();
        let mut foot = Page::default();
        for review in &self.history.reviews {
            for line in says(review) {
                foot.line(&format!("{}: {line}", review.cycle.label));
            }
        }
        foot.gap();
        self.calibration(&mut foot);
        foot.gap();
        self.gaps(&mut foot);
        foot.gap();
        for late in &self.history.late {
            foot.line(&late_words(late, self.today));
        }
        head.into_text() + &self.table().to_text() + "\n" + &foot.into_text()
    }

    fn table(&self) -> Table {
        let columns = &[
            "cycle",
            "phase",
            "scored",
            "at_1.0",
            "near_0",
            "dropped",
            "reads_later",
            "check_ins",
            "brier_opening",
            "brier_last",
            "said_anew",
            "person_hours",
        ];
        let row = |review: &Review<'_>| {
            let brier = |moment| Cell::maybe(review.series(moment));
            [
                Cell::text(&review.cycle.label),
                Cell::text(review.phase.word()),
                Cell::value(review.counts.scored),
                Cell::value(review.full()),
                Cell::value(review.near_nought()),
                Cell::value(review.counts.dropped),
                Cell::value(review.counts.reads_later),
                Cell::text(format!("{} of {}", review.check_ins.0, review.check_ins.1)),
                brier(Moment::Opening),
                brier(Moment::Last),
                Cell::value(review.said_anew()),
                Cell::text(budget::person_hours(review.effort.total())),
            ]
        };
        Table::new(columns).with(self.history.reviews.iter().map(row))
    }

    /// How right each series was over all quarters, in a sentence where there are enough outcomes, as a curve where more.
    fn calibration(&self, page: &mut Page) {
        for line in calibration_lines(&self.history) {
            page.line(&line);
        }
    }

    fn gaps(&self, page: &mut Page) {
        for (review, gap) in self.history.gaps().into_iter().take(MOST_GAPS) {
            page.line(&gap_words(review, &gap));
        }
    }

    /// The same for machines.
    #[must_use]
    pub fn json(&self) -> Value {
        let tracks = self.history.tracks();
        let series = |moment| calibration::series(&tracks, moment).as_ref().map(series_json);
        let curve = |moment| {
            calibration::curve(&tracks, moment).map(|steps| steps.iter().map(step_json).collect::<Vec<_>>())
        };
        json!({
            "team": self.team.id.as_str(),
            "as_of": self.today.to_string(),
            "cycles": self.history.reviews.iter().map(review_json).collect::<Vec<_>>(),
            "calibration": MOMENTS.map(|(moment, name)| json!({
                "series": name, "all": series(moment), "curve": curve(moment),
            })),
            "most_wrong": self.history.gaps().iter().take(MOST_GAPS).map(|(review, gap)| gap_json(review, gap)).collect::<Vec<_>>(),
            "late": self.history.late.iter().map(late_json).collect::<Vec<_>>(),
        })
    }
}

/// What is said of one quarter: its pattern, and whether nobody looked at it.
#[must_use]
pub fn says(review: &Review<'_>) -> Vec<String> {
    let unreviewed =
        review.is_unreviewed.then(|| crate::method::texts::line(crate::method::texts::Line::Unreviewed));
    unreviewed.into_iter().chain(review.pattern).map(str::to_owned).collect()
}

/// How right each series was: figure with n, the sentence from ten outcomes on, the curve from thirty on.
#[must_use]
pub fn calibration_lines(history: &History<'_>) -> Vec<String> {
    let tracks = history.tracks();
    let mut lines = Vec::new();
    for (moment, name) in MOMENTS {
        let Some(series) = calibration::series(&tracks, moment) else { continue };
        let sentence = series.sentence().unwrap_or_else(|| "too few outcomes yet for a sentence".to_owned());
        lines.push(format!("{name}: Brier {series}. {sentence}"));
        let steps = calibration::curve(&tracks, moment).unwrap_or_default();
        lines.extend(steps.iter().filter(|step| step.n > 0).map(|step| format!("  {}", step_words(step))));
    }
    if lines.is_empty() {
        lines.push("no vote has an outcome yet".to_owned());
    }
    lines
}

/// "said 60 to 79: 4 of 7 reached".
#[must_use]
pub fn step_words(step: &Step) -> String {
    format!("said {} to {}: {} of {} reached", step.from, step.to, step.right, step.n)
}

/// "2026-Q4, sign-in failures: opening 80, score 0.3".
#[must_use]
pub fn gap_words(review: &Review<'_>, gap: &Gap) -> String {
    let name = review.quarter.key_result(&gap.key_result).map_or("", |(_, key_result)| key_result.name());
    let when = MOMENTS.iter().find(|(moment, _)| *moment == gap.moment).map_or("", |(_, name)| name);
    format!("{}, {name}: {when} {}, score {}", review.cycle.label, gap.confidence, gap.score)
}

/// A late payback in words: the score as it stands, and what was read later.
#[must_use]
pub fn late_words(late: &Late<'_>, today: Day) -> String {
    let measure = late.key_result.committed_measure();
    let score = late.scoring.score.map_or_else(|| "no score".to_owned(), |score| format!("score {score}"));
    let effect = late.key_result.effect_quarter.as_deref().or(late.scoring.reads_later.as_deref());
    let effect = effect.map(|quarter| format!(", effect in {quarter}")).unwrap_or_default();
    let readings = late.scoring.later.iter();
    let read: Vec<String> = readings
        .map(|later| format!("{} on {}", measure.shown(later.reading), later.date.short(today)))
        .collect();
    let read =
        if read.is_empty() { "not read since".to_owned() } else { format!("read later {}", read.join(", ")) };
    let by_now = late.by_now.map(|score| format!(", which would be {score}")).unwrap_or_default();
    format!("{}, {}: {score}{effect}; {read}{by_now}", late.cycle.label, late.key_result.name())
}

fn review_json(review: &Review<'_>) -> Value {
    json!({
        "cycle": review.quarter.key.cycle.as_str(),
        "phase": review.phase.word(),
        "scored": review.counts.scored, "dropped": review.counts.dropped,
        "reads_later": review.counts.reads_later, "open": review.counts.open,
        "scores": review.scores, "at_full": review.full(), "near_nought": review.near_nought(),
        "check_ins_held": review.check_ins.0, "check_ins_planned": review.check_ins.1,
        "unreviewed": review.is_unreviewed, "pattern": review.pattern, "said_anew": review.said_anew(),
        "series": MOMENTS.map(|(moment, name)| json!({ "series": name, "of": review.series(moment).as_ref().map(series_json) })),
        "effort": PHASES.map(|phase: EffortPhase| json!({ "phase": word(&phase), "person_minutes": review.effort.of(phase).0 })),
    })
}

fn series_json(series: &Series) -> Value {
    let number = |value: rust_decimal::Decimal| value.round_dp(4).normalize().to_string();
    json!({ "n": series.n, "right": series.right, "mean": number(series.mean), "brier": number(series.brier), "says": series.sentence() })
}

fn step_json(step: &Step) -> Value {
    json!({ "from": step.from, "to": step.to, "n": step.n, "right": step.right })
}

fn gap_json(review: &Review<'_>, gap: &Gap) -> Value {
    json!({
        "cycle": review.quarter.key.cycle.as_str(), "key_result": gap.key_result.as_str(),
        "confidence": gap.confidence.percent(), "score": record(&gap.score), "points": gap.points,
    })
}

fn late_json(late: &Late<'_>) -> Value {
    let later = late.scoring.later.iter();
    let later: Vec<Value> = later
        .map(|later| json!({ "date": later.date.to_string(), "reading": record(&later.reading) }))
        .collect();
    json!({
        "cycle": late.cycle.id.as_str(), "key_result": late.key_result.id.as_str(),
        "score": record(&late.scoring.score), "effect_quarter": late.key_result.effect_quarter,
        "later": later, "score_by_now": record(&late.by_now),
    })
}
