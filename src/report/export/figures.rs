//! The history's own figures for others: calibration, what was expected and reached, scores by tenth, what pays back late.

use csv::{Terminator, WriterBuilder};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde::Serialize;
use serde_json::{Value, json};

use super::flat::cell;
use crate::domain::display::visible;
use crate::domain::score::Score;
use crate::method::calibration::{self, Moment};
use crate::method::history::{Late, Review};
use crate::method::texts;
use crate::report::history::{self, MOMENTS, Told};
use crate::words::anywhere;
use crate::words::report::export as words;

/// The length of a bar that stands for 1.0, in the units of the drawing.
const LONGEST: f64 = 460.0;
/// The height of the score that most key results have, and the way from one score to the next.
const HIGHEST: usize = 84;
const STEP: usize = 42;

/// The figures as a page shows them.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Figures {
    merged: Option<String>,
    cycles: Vec<CycleRow>,
    expected: Vec<Bar>,
    /// How many key results have each score, over all quarters; empty while none has one.
    scores: Vec<Column>,
    shares: Option<String>,
    calibration: Vec<String>,
    gaps: Vec<String>,
    late: Vec<String>,
}

/// One quarter in a row.
#[derive(Debug, Clone, Serialize)]
struct CycleRow {
    cycle: String,
    scored: usize,
    at_full: usize,
    at_aim: usize,
    near_nought: usize,
    dropped: usize,
    reads_later: usize,
    /// How many key results have each score, those there are: "0.4: 2, 0.7: 1".
    scores: String,
    check_ins: String,
    opening: Option<String>,
    last: Option<String>,
    says: Vec<String>,
}

/// What was reached as a bar, with the mark of what was expected.
#[derive(Debug, Clone, Serialize)]
struct Bar {
    label: String,
    says: String,
    reached: String,
    mark: String,
}

/// A score of the distribution.
#[derive(Debug, Clone, Serialize)]
struct Column {
    score: String,
    count: usize,
    x: usize,
    height: usize,
}

fn shown(text: &str) -> String {
    visible(text).into_owned()
}

impl Figures {
    pub(super) fn of(told: &Told<'_>) -> Self {
        let history = &told.history;
        let gaps = history.gaps().into_iter().take(history::MOST_GAPS);
        Self {
            merged: history::merged_line(history).map(|line| shown(&line)),
            cycles: history.reviews.iter().map(row).collect(),
            expected: bars(told),
            scores: columns(&history.reviews),
            shares: history::shares_words(history),
            calibration: history::calibration_lines(history).iter().map(|line| shown(line.trim())).collect(),
            gaps: gaps.map(|(review, gap)| shown(&history::gap_words(review, &gap))).collect(),
            late: history.late.iter().map(|late| shown(&history::late_words(late, told.today))).collect(),
        }
    }
}

fn row(review: &Review<'_>) -> CycleRow {
    let brier = |moment| review.series(moment).map(|series| series.to_string());
    CycleRow {
        cycle: shown(&review.label()),
        scored: review.counts.with_score(),
        at_full: review.full(),
        at_aim: review.aimed(),
        near_nought: review.near_nought(),
        dropped: review.counts.dropped,
        reads_later: review.counts.reads_later,
        scores: scores(review)
            .iter()
            .map(|(score, count)| format!("{score}: {count}"))
            .collect::<Vec<_>>()
            .join(", "),
        check_ins: anywhere::held_of(review.held, review.planned),
        opening: brier(Moment::Opening),
        last: brier(Moment::Last),
        says: history::says_beside_table(review),
    }
}

/// The scores there are, each with how many key results have it.
fn scores(review: &Review<'_>) -> Vec<(Score, usize)> {
    let all = review.scores.iter().enumerate().filter(|(_, count)| **count > 0);
    all.filter_map(|(tenths, count)| Some((Score::from_tenths(u8::try_from(tenths).ok()?)?, *count)))
        .collect()
}

/// The distribution of the scores of all quarters.
fn columns(reviews: &[Review<'_>]) -> Vec<Column> {
    let tenths = 0..reviews.first().map_or(0, |review| review.scores.len());
    let count = |tenth: usize| reviews.iter().map(|review| review.scores[tenth]).sum::<usize>();
    let most = tenths.clone().map(count).max().unwrap_or(0);
    let column = |tenth: usize| {
        let score = Score::from_tenths(u8::try_from(tenth).ok()?)?;
        let count = count(tenth);
        Some(Column {
            score: score.to_string(),
            count,
            x: tenth * STEP,
            height: count * HIGHEST / most.max(1),
        })
    };
    tenths.filter(|_| most > 0).filter_map(column).collect()
}

fn bars(told: &Told<'_>) -> Vec<Bar> {
    let history = &told.history;
    let each = history.reviews.iter().filter_map(|review| Some((review.label(), review.expected()?)));
    let all = history.expected().map(|all| ("all".to_owned(), all)).filter(|_| history.reviews.len() > 1);
    let length = |value: Decimal| format!("{:.1}", value.to_f64().unwrap_or_default() * LONGEST);
    each.chain(all)
        .map(|(label, both)| Bar {
            label: shown(&label),
            says: history::expected_words(&both),
            reached: length(both.reached),
            mark: length(both.expected),
        })
        .collect()
}

/// The figures for machines, with the notice.
pub(super) fn json(told: &Told<'_>) -> Value {
    let mut value = told.json();
    if let Value::Object(map) = &mut value {
        map.insert("holds".to_owned(), json!(words::THE_HISTORY_OF_A_TEAM));
        map.insert("notice".to_owned(), json!(texts::notice()));
    }
    value
}

const COLUMNS: [&str; 12] = [
    "team",
    "cycle",
    "figure",
    "series",
    "from",
    "to",
    "n",
    "count",
    "value",
    "key_result",
    "date",
    "notice",
];

/// One figure: what it is of, and what it says.
#[derive(Debug, Clone, Default)]
struct Line<'a> {
    team: &'a str,
    cycle: &'a str,
    figure: &'static str,
    series: &'static str,
    bounds: Option<(String, String)>,
    n: Option<usize>,
    count: Option<usize>,
    value: String,
    key_result: &'a str,
    date: String,
}

impl Line<'_> {
    fn cells(self) -> [String; 12] {
        let number = |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default();
        let (from, to) = self.bounds.unwrap_or_default();
        [
            cell(self.team),
            cell(self.cycle),
            self.figure.to_owned(),
            self.series.to_owned(),
            from,
            to,
            number(self.n),
            number(self.count),
            self.value,
            cell(self.key_result),
            self.date,
            texts::notice().to_owned(),
        ]
    }
}

/// The figures as a table: a row a figure, for a spreadsheet.
pub(super) fn csv(told: &Told<'_>) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let team = told.team.id.as_str();
    let reviews = told.history.reviews.iter().flat_map(of_review);
    let whole = of_whole(told, team);
    let late = told.history.late.iter().flat_map(of_late);
    let mut rows = reviews.chain(whole).chain(late).peekable();
    // The notice stands in a row of its own where there is no other.
    let notice = rows.peek().is_none().then(Line::default);
    let rows = rows.chain(notice).map(Line::cells);
    let head = COLUMNS.map(str::to_owned);
    // Writing into memory cannot go wrong, and every row has the same number of fields.
    let _ = std::iter::once(head).chain(rows).try_for_each(|row| writer.write_record(row));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn of_review<'a>(review: &'a Review<'a>) -> Vec<Line<'a>> {
    let key = &review.quarter.key;
    let blank = Line { team: key.team.as_str(), cycle: key.cycle.as_str(), ..Line::default() };
    let scored = Some(review.counts.with_score());
    let counted = [
        ("at-1.0", review.full()),
        ("at-0.7", review.aimed()),
        ("near-0", review.near_nought()),
        ("provisional", review.counts.provisional),
        ("dropped", review.counts.dropped),
        ("reads-later", review.counts.reads_later),
    ];
    let mut lines: Vec<Line<'a>> = counted
        .map(|(figure, count)| Line { figure, n: scored, count: Some(count), ..blank.clone() })
        .to_vec();
    lines.extend(scores(review).into_iter().map(|(score, count)| Line {
        figure: "score",
        n: scored,
        count: Some(count),
        value: score.to_string(),
        ..blank.clone()
    }));
    if let Some(both) = review.expected() {
        for (figure, value) in [("expected", both.expected), ("reached", both.reached)] {
            lines.push(Line { figure, n: Some(both.n), value: history::mean(value), ..blank.clone() });
        }
    }
    lines.extend(briers(&review.tracks, &blank));
    lines
}

fn briers<'a>(tracks: &[calibration::Track], blank: &Line<'a>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for (moment, series) in MOMENTS {
        let Some(found) = calibration::series(tracks, moment) else { continue };
        let value = history::figure(found.brier).to_string();
        let line = Line {
            figure: "brier",
            series,
            n: Some(found.n),
            count: Some(found.right),
            value,
            ..blank.clone()
        };
        lines.push(line);
    }
    lines
}

fn of_whole<'a>(told: &Told<'a>, team: &'a str) -> Vec<Line<'a>> {
    let tracks = told.history.tracks();
    let blank = Line { team, cycle: "all", ..Line::default() };
    let mut lines = briers(&tracks, &blank);
    for (moment, series) in MOMENTS {
        for step in calibration::curve(&tracks, moment).unwrap_or_default() {
            let bounds = Some((step.from.to_string(), step.to.to_string()));
            let (n, count) = (Some(step.n), Some(step.right));
            lines.push(Line { figure: "curve", series, bounds, n, count, ..blank.clone() });
        }
    }
    lines
}

/// The score as it stood, and each later reading beside it.
fn of_late<'a>(late: &'a Late<'a>) -> Vec<Line<'a>> {
    let blank = Line {
        team: late.quarter.key.team.as_str(),
        cycle: late.cycle.id.as_str(),
        key_result: late.key_result.id.as_str(),
        ..Line::default()
    };
    let score = late.scoring.score.map(|score| score.to_string()).unwrap_or_default();
    let stood = Line { figure: "late-score", value: score, ..blank.clone() };
    let read = late.scoring.later.iter().map(|later| Line {
        figure: "late-reading",
        value: later.reading.plain(),
        date: later.date.to_string(),
        ..blank.clone()
    });
    let by_now = late.by_now.map(|score| Line {
        figure: "late-score-by-now",
        value: score.to_string(),
        ..blank.clone()
    });
    std::iter::once(stood).chain(read).chain(by_now).collect()
}
