//! A team's quarters side by side, as text and as JSON.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::json::{number, record};
use super::page::Page;
use super::table::{Cell, Table};
use crate::domain::day::Day;
use crate::domain::display::visible;
use crate::domain::effort::EffortPhase;
use crate::domain::team::Team;
use crate::domain::word::word;
use crate::method::budget;
use crate::method::calibration::{self, Gap, Moment, Series, Step};
use crate::method::history::{Expected, History, Late, Review};
use crate::method::texts;
use crate::words::anywhere;
use crate::words::report::history as words;

/// How many of the largest gaps are named.
pub const MOST_GAPS: usize = 5;
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
    pub fn text(&self) -> String {
        let mut head = Page::default();
        head.line(&words::as_of(&self.team.name, self.today.long()));
        if let Some(line) = merged_line(&self.history) {
            head.line(&line);
        }
        head.gap();
        let mut foot = Page::default();
        for review in &self.history.reviews {
            for line in says_beside_table(review) {
                foot.line(&format!("{}: {line}", review.label()));
            }
        }
        foot.gap();
        for line in expected_lines(&self.history) {
            foot.line(&line);
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
            "at_0.7",
            "near_0",
            "expected",
            "reached",
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
                Cell::text(review.label()),
                Cell::shown(review.phase.word(), review.phase.id()),
                Cell::value(review.counts.with_score()),
                Cell::value(review.full()),
                Cell::value(review.aimed()),
                Cell::value(review.near_nought()),
                Cell::maybe(review.expected().map(|both| mean(both.expected))),
                Cell::maybe(review.expected().map(|both| mean(both.reached))),
                Cell::value(review.counts.dropped),
                Cell::value(review.counts.reads_later),
                Cell::text(anywhere::held_of(review.held, review.planned)),
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
    pub fn json(&self) -> Value {
        let tracks = self.history.tracks();
        let series = |moment| calibration::series(&tracks, moment).as_ref().map(series_json);
        let curve = |moment| {
            calibration::curve(&tracks, moment).map(|steps| steps.iter().map(step_json).collect::<Vec<_>>())
        };
        json!({
            "team": self.team.id.as_str(),
            "merged": self.history.merged(),
            "as_of": self.today.to_string(),
            "expected": self.history.expected().as_ref().map(expected_json),
            "cycles": self.history.reviews.iter().map(review_json).collect::<Vec<_>>(),
            "calibration": MOMENTS.map(|(moment, name)| json!({
                "series": name, "all": series(moment), "curve": curve(moment),
            })),
            "most_wrong": self.history.gaps().iter().take(MOST_GAPS).map(|(review, gap)| gap_json(review, gap)).collect::<Vec<_>>(),
            "late": self.history.late.iter().map(late_json).collect::<Vec<_>>(),
        })
    }
}

/// Says whose quarters are looked back on beside the team's own; none where it took nobody in.
pub fn merged_line(history: &History<'_>) -> Option<String> {
    let merged = history.merged();
    (!merged.is_empty()).then(|| words::with_the_quarters_of(merged.join(", ")))
}

/// A mean of scores, to two decimals at most.
pub fn mean(value: Decimal) -> String {
    rounded_mean(value).to_string()
}

fn rounded_mean(value: Decimal) -> Decimal {
    calibration::rounded(value, 2).normalize()
}

/// "expected 0.7, reached 0.55 (n 6)".
pub fn expected_words(both: &Expected) -> String {
    words::expected_reached_n(mean(both.expected), mean(both.reached), both.n)
}

/// How many of all scores are 1.0, 0.7 or better, and near 0: "at 1.0: 5 of 21, 0.7 or better: 9 of 21, near 0: 3 of 21".
pub fn shares_words(history: &History<'_>) -> Option<String> {
    let n = history.share(|review| review.counts.with_score());
    let shares = [Review::full, Review::aimed, Review::near_nought].map(|counted| history.share(counted));
    (n > 0).then(|| words::shares(shares, n))
}

/// What was expected against what was reached, a line a quarter and one for all; then the shares at both ends.
pub fn expected_lines(history: &History<'_>) -> Vec<String> {
    let of_one =
        |review: &Review<'_>| Some(format!("{}: {}", review.label(), expected_words(&review.expected()?)));
    let mut lines: Vec<String> = history.reviews.iter().filter_map(of_one).collect();
    if let Some(all) = history.expected().filter(|_| lines.len() > 1) {
        lines.push(format!("all: {}", expected_words(&all)));
    }
    lines.extend(shares_words(history));
    lines
}

/// What is said of one quarter: what is in no figure, whether nobody looked at it, and its pattern.
pub fn says(review: &Review<'_>) -> Vec<String> {
    let unread = left_out(review.unread.iter().copied());
    let unreviewed = review.is_unreviewed.then(|| texts::line(texts::Line::Unreviewed));
    let others = unreviewed.into_iter().chain(review.pattern).map(str::to_owned);
    unread.into_iter().chain(others).collect()
}

/// The same beside a table, which counts a provisional score as a score: how many of them are.
pub fn says_beside_table(review: &Review<'_>) -> Vec<String> {
    let count = review.counts.provisional;
    let provisional =
        (count > 0).then(|| words::of_the_scores_are_provisional(count, review.counts.with_score()));
    says(review).into_iter().chain(provisional).collect()
}

/// Names the files that could not be read, and of which no figure knows, safe to show; none where all were read.
pub fn left_out<'a>(unread: impl Iterator<Item = &'a str>) -> Option<String> {
    let files: Vec<&str> = unread.collect();
    (!files.is_empty()).then(|| words::cannot_be_read_and_is_left_out(visible(&files.join(", "))))
}

/// How right each series was: figure with n, the sentence from ten outcomes on, the curve from thirty on.
pub fn calibration_lines(history: &History<'_>) -> Vec<String> {
    let tracks = history.tracks();
    let mut lines = Vec::new();
    for (moment, name) in MOMENTS {
        let Some(series) = calibration::series(&tracks, moment) else { continue };
        let sentence =
            series.sentence().unwrap_or_else(|| words::TOO_FEW_OUTCOMES_YET_FOR_A_SENTENCE.to_owned());
        lines.push(format!("{name}: Brier {series}. {sentence}"));
        let steps = calibration::curve(&tracks, moment).unwrap_or_default();
        lines.extend(steps.iter().filter(|step| step.n > 0).map(|step| format!("  {}", step_words(step))));
    }
    if lines.is_empty() {
        lines.push(anywhere::NO_VOTE_HAS_AN_OUTCOME_YET.to_owned());
    }
    lines
}

/// "said 60 to 79: 4 of 7 reached".
pub fn step_words(step: &Step) -> String {
    words::said_to(step.from, step.to, step.right, step.n)
}

/// "2026-Q4, sign-in failures: opening 80, score 0.3".
pub fn gap_words(review: &Review<'_>, gap: &Gap) -> String {
    let name = review.quarter.key_result(&gap.key_result).map_or("", |(_, key_result)| key_result.name());
    let when = MOMENTS.iter().find(|(moment, _)| *moment == gap.moment).map_or("", |(_, name)| name);
    format!("{}, {name}: {when} {}, score {}", review.label(), gap.confidence, gap.score)
}

/// A late payback in words: the score as it stands, and what was read later.
pub fn late_words(late: &Late<'_>, today: Day) -> String {
    let measure = late.key_result.committed_measure();
    let score =
        late.scoring.score.map_or_else(|| words::NO_SCORE.to_owned(), |score| format!("score {score}"));
    let score = late.effect.as_ref().map_or(score.clone(), |quarter| words::with_effect_in(&score, quarter));
    let readings = late.scoring.later.iter();
    let read: Vec<String> =
        readings.map(|later| anywhere::on(measure.shown(later.reading), later.date.short(today))).collect();
    let read =
        if read.is_empty() { words::NOT_READ_SINCE.to_owned() } else { words::read_later(read.join(", ")) };
    let read = late.by_now.map_or(read.clone(), |score| words::which_would_be(&read, score));
    format!("{}, {}: {score}; {read}", late.label(), late.key_result.name())
}

fn review_json(review: &Review<'_>) -> Value {
    json!({
        "cycle": review.quarter.key.cycle.as_str(), "team": review.quarter.key.team.as_str(),
        "phase": review.phase.id(), "expected": review.expected().as_ref().map(expected_json),
        "scored": review.counts.with_score(), "provisional": review.counts.provisional,
        "dropped": review.counts.dropped, "reads_later": review.counts.reads_later,
        "to_find_out": review.counts.to_find_out, "open": review.counts.open,
        "scores": review.scores, "at_full": review.full(), "at_aim": review.aimed(), "near_nought": review.near_nought(),
        "check_ins_held": review.held, "check_ins_planned": review.planned,
        "unreviewed": review.is_unreviewed, "pattern": review.pattern, "said_anew": review.said_anew(),
        "series": MOMENTS.map(|(moment, name)| json!({ "series": name, "of": review.series(moment).as_ref().map(series_json) })),
        "effort": EffortPhase::ALL.iter().map(|phase| json!({ "phase": word(phase), "person_minutes": review.effort.of(*phase).0 })).collect::<Vec<_>>(),
    })
}

fn expected_json(both: &Expected) -> Value {
    let mean = |value| number(rounded_mean(value));
    json!({ "n": both.n, "expected": mean(both.expected), "reached": mean(both.reached) })
}

/// A figure to four decimals at most.
pub fn figure(value: Decimal) -> Decimal {
    calibration::rounded(value, 4).normalize()
}

fn series_json(series: &Series) -> Value {
    let figure = |value| number(figure(value));
    json!({ "n": series.n, "right": series.right, "mean": figure(series.mean), "brier": figure(series.brier), "says": series.sentence() })
}

fn step_json(step: &Step) -> Value {
    json!({ "from": step.from, "to": step.to, "n": step.n, "right": step.right })
}

fn gap_json(review: &Review<'_>, gap: &Gap) -> Value {
    json!({
        "cycle": review.quarter.key.cycle.as_str(), "team": review.quarter.key.team.as_str(),
        "key_result": gap.key_result.as_str(),
        "confidence": gap.confidence.percent(), "score": record(&gap.score), "points": gap.points,
    })
}

fn late_json(late: &Late<'_>) -> Value {
    let later = late.scoring.later.iter();
    let later: Vec<Value> = later
        .map(|later| json!({ "date": later.date.to_string(), "reading": record(&later.reading) }))
        .collect();
    json!({
        "cycle": late.cycle.id.as_str(), "team": late.quarter.key.team.as_str(),
        "key_result": late.key_result.id.as_str(),
        "score": record(&late.scoring.score), "effect_quarter": late.key_result.effect_quarter,
        "later": later, "score_by_now": record(&late.by_now),
    })
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn a_figure_is_rounded_as_it_is_shown() {
        for (exact, shown) in [("0.48625", "0.4863"), ("0.20125", "0.2013"), ("57.5000", "57.5")] {
            assert_eq!(figure(exact.parse().unwrap()).to_string(), shown);
        }
    }
}
