//! What is said about an object beside a list; shared by the screens, so that a key result reads the same everywhere.

use ratatui::text::{Line, Span};

use super::fit;
use super::forms::lights;
use super::state::State;
use super::widgets::scale::Scale;
use super::widgets::target_line::TargetLine;
use super::widgets::trend::Trend;
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::id::KeyResultId;
use crate::domain::key_result::KeyResult;
use crate::domain::lint::{Waiver, Waivers};
use crate::domain::measure::{Forecast, Measure};
use crate::domain::number::Number;
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;
use crate::domain::score;
use crate::domain::scoring::Outcome;
use crate::domain::word::word;
use crate::method::budget::{self, Budget, EffortPlan, Shape};
use crate::method::calibration;
use crate::method::step::{Step, Steps};
use crate::method::texts::{self, Empty};

/// Lines of a detail, put together one after the other.
pub struct Lines<'a> {
    state: &'a State,
    width: usize,
    made: Vec<Line<'static>>,
}

impl<'a> Lines<'a> {
    /// Begins with nothing.
    #[must_use]
    pub fn new(state: &'a State, width: usize) -> Self {
        Self { state, width, made: Vec::new() }
    }

    /// The lines.
    #[must_use]
    pub fn done(self) -> Vec<Line<'static>> {
        self.made
    }

    /// A title, as many lines as it takes.
    #[must_use]
    pub fn title(self, text: &str) -> Self {
        let style = self.state.look.theme.heading;
        self.styled(text, style)
    }

    /// Plain words.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        let style = self.state.look.theme.text;
        self.styled(text, style)
    }

    /// Words read second.
    #[must_use]
    pub fn quiet(self, text: &str) -> Self {
        let style = self.state.look.theme.quiet;
        self.styled(text, style)
    }

    /// Something that needs attention, with its sign.
    #[must_use]
    pub fn attention(self, text: &str) -> Self {
        let style = self.state.look.theme.attention;
        let text = format!("{} {text}", self.state.look.glyphs.attention);
        self.styled(&text, style)
    }

    fn styled(mut self, text: &str, style: ratatui::style::Style) -> Self {
        let shown = fit::shown(text);
        let wrapped =
            fit::wrap(&shown, self.width).into_iter().map(|line| Line::styled(line.to_owned(), style));
        self.made.extend(wrapped);
        self
    }

    /// An empty line, but never two.
    #[must_use]
    pub fn gap(mut self) -> Self {
        if self.made.last().is_some_and(|line| line.width() > 0) {
            self.made.push(Line::default());
        }
        self
    }

    /// A label with its words, left out when there are none.
    #[must_use]
    pub fn field(self, label: &str, words: Option<&str>) -> Self {
        match words.map(str::trim).filter(|words| !words.is_empty()) {
            Some(words) => {
                let style = self.state.look.theme.text;
                self.styled(&format!("{label}  {words}"), style)
            }
            None => self,
        }
    }

    /// The questions that were waived, each with its reason.
    #[must_use]
    pub fn waived(self, waivers: &Waivers) -> Self {
        let today = self.state.today;
        self.each(waivers, |lines, (rule, Waiver { reason, date })| {
            lines.quiet(&format!("{rule} waived on {}: {reason}", date.short(today)))
        })
    }

    /// Lines made elsewhere.
    #[must_use]
    pub fn lines(mut self, lines: impl IntoIterator<Item = Line<'static>>) -> Self {
        self.made.extend(lines);
        self
    }

    /// Does something to the lines for each of several things.
    #[must_use]
    pub fn each<T>(self, all: impl IntoIterator<Item = T>, add: impl Fn(Self, T) -> Self) -> Self {
        all.into_iter().fold(self, add)
    }
}

/// An objective: why now, what it contributes to, what is assumed.
#[must_use]
pub fn objective(state: &State, objective: &Objective, width: usize) -> Vec<Line<'static>> {
    let mut lines = Lines::new(state, width).title(&objective.title).gap();
    if let Some(dropped) = &objective.dropped {
        lines = lines
            .attention(&format!("dropped on {}: {}", dropped.date.short(state.today), dropped.reason))
            .gap();
    }
    lines = lines
        .field("why now", objective.why_now.as_deref())
        .field("origin", objective.origin.as_ref().map(word).as_deref())
        .field("contributes to", objective.contributes_to.as_deref())
        .field("how", objective.contribution.as_deref())
        .field("weighed", objective.alternative.as_deref())
        .field("carried from", objective.carried_from.as_deref())
        .waived(&objective.waivers)
        .gap();
    if objective.assumptions.is_empty() {
        return lines.quiet("no assumption is written down").done();
    }
    lines = lines.quiet("assumes");
    lines
        .each(&objective.assumptions, |lines, assumption| {
            let noticed = assumption.noticed_by.as_deref().map(|how| format!(" (noticed by: {how})"));
            lines.text(&format!(
                "{} {}{}",
                state.look.glyphs.dot,
                assumption.text,
                noticed.unwrap_or_default()
            ))
        })
        .done()
}

/// A key result: the way from baseline to target, its lights, where it is read, how we go about it.
#[must_use]
pub fn key_result(
    state: &State,
    quarter: &Quarter,
    key_result: &KeyResult,
    width: usize,
) -> Vec<Line<'static>> {
    let measure = key_result.committed_measure();
    let mut lines = Lines::new(state, width).title(&key_result.title);
    if let Some(first) = &key_result.first_wording {
        lines = lines.quiet(&format!("first: {first}"));
    }
    lines = lines.gap().lines(way(state, quarter, key_result, width)).gap();
    if let Some(dropped) = &key_result.dropped {
        lines = lines
            .attention(&format!("dropped on {}: {}", dropped.date.short(state.today), dropped.reason))
            .gap();
    }
    lines = lines.lines(lights(state, key_result)).gap();
    lines = lines.each(key_result.gaps(), |lines, gap| lines.attention(&gap.to_string()));
    lines = facts(lines, state, key_result, measure).waived(&key_result.waivers).gap();
    history(lines, state, key_result).done()
}

fn facts<'a>(lines: Lines<'a>, state: &State, key_result: &KeyResult, measure: &Measure) -> Lines<'a> {
    let read_on = measure.baseline_date.map(|day| day.short(state.today));
    let find_out = key_result.find_out_by.map(Day::long);
    let guardrail = key_result.guardrail.as_ref().map(|guardrail| {
        let start = guardrail
            .start
            .map(|start| crate::domain::quantity::with_unit(start, guardrail.unit.as_deref().unwrap_or("")));
        format!(
            "{}{}",
            guardrail.metric,
            start.map(|start| format!(", {start} at the start")).unwrap_or_default()
        )
    });
    lines
        .field("metric", measure.metric.as_deref())
        .field("aggregation", measure.aggregation.as_ref().map(word).as_deref())
        .field("scope", measure.scope.as_deref())
        .field("baseline read on", read_on.as_deref())
        .field("source", measure.source.as_deref())
        .field("contact", key_result.contact.as_deref())
        .field("find out by", find_out.as_deref())
        .field("measured at", key_result.measured_at.as_deref())
        .field("data", key_result.data.as_ref().map(word).as_deref())
        .field("influence", key_result.influence.as_ref().map(word).as_deref())
        .field("agreement", key_result.agreement.as_deref())
        .field("effect in", key_result.effect_quarter.as_deref())
        .field("early sign", key_result.early_sign.as_deref())
        .field("guardrail", guardrail.as_deref())
        .field("ambition", Some(word(&key_result.ambition).as_str()).filter(|word| *word != "stretch"))
        .field("carried from", key_result.carried_from.as_deref())
}

fn history<'a>(mut lines: Lines<'a>, state: &State, key_result: &KeyResult) -> Lines<'a> {
    let glyphs = state.look.glyphs;
    if !key_result.initiatives.is_empty() {
        lines = lines.quiet("how we go about it").each(&key_result.initiatives, |lines, initiative| {
            let sign = if initiative.done { glyphs.done } else { glyphs.draft };
            lines.text(&format!("{sign} {}", initiative.text))
        });
    }
    lines = lines.gap().each(&key_result.dependencies, |lines, dependency| {
        let by = dependency.by.map(|day| format!(" by {}", day.short(state.today))).unwrap_or_default();
        lines.text(&format!(
            "{} {}: {}{by}, {}",
            glyphs.waiting,
            dependency.team,
            dependency.need,
            word(&dependency.state)
        ))
    });
    lines.gap().each(key_result.revisions.iter().skip(1), |lines, revision| {
        let day = revision.date.short(state.today);
        lines.quiet(&format!(
            "revised on {day}: {} ({})",
            revision.measure.movement(glyphs.to),
            revision.reason
        ))
    })
}

/// The way from baseline to target with the mark of 0.7 and the latest reading.
#[must_use]
pub fn way(state: &State, quarter: &Quarter, key_result: &KeyResult, width: usize) -> Vec<Line<'static>> {
    let measure = key_result.committed_measure();
    let due = measure.due.map(|day| format!("by {}", day.short(state.today))).unwrap_or_default();
    let Some(Forecast::Change { baseline, target, .. }) = measure.forecast() else {
        let words = format!("{}   {due}", measure.movement(state.look.glyphs.to));
        return vec![Line::styled(words.trim_end().to_owned(), state.look.theme.heading)];
    };
    let mark = at_seven_tenths(baseline, target).map(|value| format!("0.7 mark {}", measure.shown(value)));
    let last = quarter.all_readings(&key_result.id).last().copied();
    let now = last.map(|last| format!("now {}", measure.shown(last.value)));
    let ratio = quarter.progress(key_result).ratio();
    TargetLine {
        from: &measure.shown(baseline),
        to: &measure.shown(target),
        due: &due,
        mark: mark.as_deref().map(|words| (0.7, words)),
        now: ratio.zip(now.as_deref()),
    }
    .lines(&state.look, width)
}

/// The value at which the score is 0.7; none where it has too many digits to be read.
fn at_seven_tenths(baseline: Number, target: Number) -> Option<Number> {
    let way = target.decimal().checked_sub(baseline.decimal())?;
    let part = way.checked_mul(rust_decimal::Decimal::new(7, 1))?;
    Number::new(baseline.decimal().checked_add(part)?.round_dp(3)).ok()
}

/// The readings of a key result as steps in a row, a gap where nothing was read.
#[must_use]
pub fn trend(state: &State, key_result: &KeyResult, readings: &[Option<Number>]) -> Line<'static> {
    let Some(forecast) = key_result.committed_measure().forecast() else { return Line::default() };
    let ratios: Vec<Option<f64>> = readings
        .iter()
        .map(|reading| reading.and_then(|value| score::progress(forecast, &[value]).ratio()))
        .collect();
    Trend { readings: &ratios, target: "", baseline: "" }.line(&state.look, ratios.len().max(1))
}

/// How a key result came out, in a word, with the scale for a score.
#[must_use]
pub fn outcome(state: &State, outcome: Outcome, cells: usize) -> Vec<Span<'static>> {
    let theme = &state.look.theme;
    match outcome {
        Outcome::Scored(score) => {
            let mut spans = Scale::with_mark(Some(score.ratio())).line(&state.look, cells).spans;
            spans.push(Span::styled(format!(" {score}"), theme.text));
            spans
        }
        Outcome::Dropped => vec![Span::styled("dropped", theme.quiet)],
        Outcome::ReadsLater => vec![Span::styled("reads later", theme.quiet)],
        Outcome::ToFindOut => vec![Span::styled("to find out", theme.quiet)],
        Outcome::Open => vec![Span::styled("not scored yet", theme.quiet)],
    }
}

/// What the room believed at the start, in the middle and at the last check-in, against what came out.
#[must_use]
pub fn belief(state: &State, id: &KeyResultId) -> String {
    let Some((quarter, cycle)) = state.here() else { return String::new() };
    let tracks = calibration::tracks(quarter, cycle, state.workspace.cadence(quarter));
    let Some(track) = tracks.into_iter().find(|track| track.key_result == *id) else { return String::new() };
    let said = [("opening", track.opening), ("middle", track.middle), ("last", track.last)];
    let said = said.iter().filter_map(|(when, vote)| Some(format!("{when} {}", (*vote)?)));
    let said = said.collect::<Vec<_>>().join(", ");
    let came = track.score.map(|score| format!("; it came out at {score}")).unwrap_or_default();
    if said.is_empty() { "no vote was taken".to_owned() } else { format!("we believed: {said}{came}") }
}

/// The questions of a step, what to say in the usual trap, and when the method plans it.
#[must_use]
pub fn guide(state: &State, step: Step) -> Vec<Line<'static>> {
    let width = usize::from(state.size.width / 4);
    let guide = Steps::with(&state.workspace.steps).guide(step);
    Lines::new(state, width)
        .title(guide.title)
        .quiet(step.id())
        .gap()
        .each(guide.aloud(), |lines, ask| lines.text(&texts::fill(ask, &[("score", "…")])).gap())
        .quiet(guide.nudge)
        .done()
}

/// What belongs in an empty place, why, and one good example.
#[must_use]
pub fn empty(state: &State, place: Empty, width: usize) -> Vec<Line<'static>> {
    let text = texts::empty(place);
    Lines::new(state, width)
        .text(&text.what)
        .gap()
        .quiet(&text.why)
        .gap()
        .field("like", Some(&text.example))
        .done()
}

/// What the process cost so far in the open quarter; empty where none is open.
#[must_use]
pub fn effort(state: &State) -> String {
    state.here().map(|(quarter, cycle)| effort_of(state, quarter, cycle)).unwrap_or_default()
}

/// What the process cost so far against its plan and its limit.
#[must_use]
pub fn effort_of(state: &State, quarter: &Quarter, cycle: &Cycle) -> String {
    let budget = Budget::new(state.workspace.settings.day_hours);
    let people = state.workspace.teams.get(&quarter.key.team).map_or(0, |team| team.people.len());
    let shape = Shape::of(quarter, cycle, state.workspace.cadence(quarter), people);
    let spent = budget::spent(quarter).total();
    let planned = EffortPlan::of(shape, Steps::with(&state.workspace.steps)).total();
    let dot = state.look.glyphs.dot;
    let words = format!("effort so far {spent} of {planned} planned {dot} limit {}", budget.limit());
    match budget.sentence(spent) {
        Some(sentence) => format!("{words} {dot} {sentence}"),
        None => words,
    }
}
