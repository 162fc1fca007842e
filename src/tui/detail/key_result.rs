//! A key result in words: its way, its lights, its definition and what became of it.

use ratatui::text::{Line, Span};

use super::{Lines, outcome};
use crate::domain::confidence::{Confidence, Likelihood};
use crate::domain::day::Day;
use crate::domain::decision::{AskedOf, Desk};
use crate::domain::dependency::Dependency;
use crate::domain::id::KeyResultId;
use crate::domain::key_result::{Guardrail, KeyResult, Light, LightState, Property};
use crate::domain::measure::{Forecast, Gap};
use crate::domain::number::Number;
use crate::domain::quantity::with_unit;
use crate::domain::quarter::Quarter;
use crate::domain::score::{self, Progress};
use crate::domain::word::word;
use crate::method::calibration;
use crate::method::check_ins::Rounds;
use crate::method::course;
use crate::method::find::folded;
use crate::report::list::between::standing;
use crate::tui::fit;
use crate::tui::state::State;
use crate::tui::widgets::meter::Meter;
use crate::tui::widgets::target_line::TargetLine;
use crate::tui::widgets::trend::Trend;
use crate::tui::widgets::wrapped::wrapped;
use crate::words::anywhere;
use crate::words::counted;
use crate::words::detail as words;
use crate::words::method::fields::key_result as labels;

/// A key result before it is read: the way from baseline to target, its lights, its definition.
pub fn key_result(
    state: &State,
    quarter: &Quarter,
    key_result: &KeyResult,
    width: usize,
) -> Vec<Line<'static>> {
    let mut lines = Lines::new(state, width).title(&key_result.title);
    if let Some(first) = &key_result.first_wording {
        lines = lines.quiet(&anywhere::first(first));
    }
    lines = lines.gap_below(2).way(quarter, key_result).gap();
    if !key_result.is_committed() {
        lines = lines.lights(key_result).gap();
        let silent = key_result.gaps().into_iter().filter(|gap| is_silent(*gap));
        lines = lines.each(silent, |lines, gap| lines.attention(&gap.to_string())).gap();
    }
    if let Some(says) = opening(state, key_result) {
        lines = lines.quiet(&says).gap();
    }
    let about = AskedOf::KeyResult(key_result.id.clone());
    lines.asked(state.asked_of(&about)).lines(definition(state, key_result, width)).done()
}

/// The opening vote once it may be seen, until then how many have voted alone (SET-13).
fn opening(state: &State, key_result: &KeyResult) -> Option<String> {
    let desk = state.desk().ok()?;
    let rounds = Rounds::at(&desk);
    let shown = rounds.opening(&key_result.id);
    if let Some(median) = shown.median() {
        return Some(anywhere::opening_vote_spread(median, shown.spread()));
    }
    let alone = rounds.alone(&key_result.id, None).len();
    (alone > 0).then(|| words::opening_votes_hidden(counted::VOTES.of(alone)))
}

/// Tells whether no rule of the coach asks about a gap.
pub fn is_silent(gap: Gap) -> bool {
    match gap {
        Gap::Metric | Gap::Baseline | Gap::Target | Gap::NoGap | Gap::WrongWay => false,
        Gap::EmptyWindow | Gap::ToFindOut => true,
    }
}

/// What a key result is, for a place that has shown its way: where it is read and by whom, how we go about it, on whom
/// it waits, what was changed about it.
pub fn definition(state: &State, key_result: &KeyResult, width: usize) -> Vec<Line<'static>> {
    let mut lines = Lines::new(state, width);
    if let Some(dropped) = &key_result.dropped {
        let on = dropped.date.short(state.today);
        lines = lines.attention(&anywhere::dropped_on(&on, &dropped.reason)).gap();
    }
    history(facts(lines, state, key_result).waived(&key_result.waivers).gap(), state, key_result).done()
}

fn facts<'a>(lines: Lines<'a>, state: &State, key_result: &KeyResult) -> Lines<'a> {
    let measure = key_result.committed_measure();
    let read_on = measure.baseline_date.map(|day| day.short(state.today));
    let find_out = key_result.find_out_by.map(Day::long);
    let effect = key_result.effect_quarter.as_ref().zip(state.place.as_ref());
    let effect = effect.map(|(named, place)| state.workspace.cycle_label(&place.team, named));
    let guardrail = key_result.guardrail.as_ref().map(|guardrail| guardrail_words(guardrail, None));
    let ambition = word(&key_result.ambition);
    // A sentence that was agreed on needs not be said twice; until then it is to be seen what is taken for the metric.
    let title = folded(&key_result.title);
    let is_said = |metric: &&str| key_result.is_committed() && title.contains(&folded(metric));
    lines
        .field(labels::METRIC, measure.metric.as_deref().filter(|metric| !is_said(metric)))
        .field(labels::AGGREGATION, measure.aggregation.as_ref().map(word).as_deref())
        .field(labels::SCOPE, measure.scope.as_deref())
        .field(labels::SOURCE, measure.source.as_deref())
        .field(words::BASELINE_OF, read_on.as_deref())
        .field(labels::CONTACT, key_result.contact.as_deref())
        .field(labels::FIND_OUT_BY, find_out.as_deref())
        .field(labels::MEASURED_AT, key_result.measured_at.as_deref())
        .field(labels::DATA, key_result.data.as_ref().map(word).as_deref())
        .field(labels::INFLUENCE, key_result.influence.as_ref().map(word).as_deref())
        .field(labels::AGREEMENT, key_result.agreement.as_deref())
        .field(labels::EFFECT_IN, effect.as_deref())
        .field(labels::EARLY_SIGN, key_result.early_sign.as_deref())
        .field(anywhere::GUARDRAIL, guardrail.as_deref())
        .field(labels::AMBITION, Some(ambition.as_str()).filter(|word| *word != "stretch"))
        .field(words::CARRIED_FROM, key_result.carried_from.as_deref())
}

/// What must not get worse, what it reads now where it was read, and where it stood at the start.
pub fn guardrail_words(guardrail: &Guardrail, now: Option<Number>) -> String {
    let unit = guardrail.unit();
    let read = now.map(|now| words::guardrail_reads(&guardrail.metric, with_unit(now, unit)));
    let says = read.unwrap_or_else(|| guardrail.metric.clone());
    guardrail.start.map_or(says.clone(), |start| anywhere::at_the_start(&says, with_unit(start, unit)))
}

fn history<'a>(mut lines: Lines<'a>, state: &State, key_result: &KeyResult) -> Lines<'a> {
    let glyphs = state.look.glyphs;
    if !key_result.initiatives.is_empty() {
        lines = lines.quiet(words::HOW_WE_GO_ABOUT_IT).each(&key_result.initiatives, |lines, initiative| {
            lines.signed(if initiative.done { glyphs.done } else { glyphs.draft }, &initiative.text)
        });
    }
    lines = lines.gap().each(&key_result.dependencies, |lines, dependency| {
        let by = dependency.by.map(|day| anywhere::needed_by(&dependency.need, day.short(state.today)));
        let need = by.as_ref().unwrap_or(&dependency.need);
        let stands = stands(state, key_result, dependency);
        lines.signed(
            glyphs.waiting,
            &format!("{}: {need}, {stands}", state.workspace.name_of(&dependency.team)),
        )
    });
    lines.gap().each(key_result.changes(), |lines, (before, revision)| {
        let day = revision.date.short(state.today);
        let movement = revision.movement_since(before, glyphs.to, state.today);
        lines.quiet(&words::revised_on(&day, &movement, &revision.reason))
    })
}

/// Where a dependency of the open quarter stands, both sides heard.
fn stands(state: &State, key_result: &KeyResult, dependency: &Dependency) -> String {
    match state.here().filter(|(quarter, _)| quarter.key_result(&key_result.id).is_some()) {
        Some((quarter, _)) => standing(&state.workspace.asked(quarter, key_result, dependency)),
        None => word(&dependency.state),
    }
}

/// The width from which on a light says what would light it.
const WORDS_FROM: usize = 30;

/// What would light a light.
fn light_words(light: Light) -> &'static str {
    match (light.state, light.property) {
        (LightState::On, _) => "",
        (LightState::Ask, Property::Specific) => words::WHOSE_OR_WHERE,
        (LightState::Ask, _) => words::ASK_THE_ROOM,
        (LightState::Off, Property::Measurable) => words::WHERE_IS_IT_READ,
        (LightState::Off, Property::Specific) => words::ONE_METRIC_HOW_PUT_TOGETHER,
        (LightState::Off, Property::Baseline) => words::NUMBER_DAY_AND_SOURCE,
        (LightState::Off, Property::Reachable) => words::NOT_THIS_QUARTER,
        (LightState::Off, Property::Connected) => words::NO_NEARER_THE_ROOM_SAID,
    }
}

impl Lines<'_> {
    /// The five lights, each with its sign and, where it does not burn and there is room, what would light it.
    #[must_use]
    pub fn lights(self, key_result: &KeyResult) -> Self {
        let width = self.width;
        let (glyphs, theme) = (self.look.glyphs, &self.look.theme);
        let line = |light: Light| {
            let (sign, style) = match light.state {
                LightState::On => (glyphs.done, theme.text),
                LightState::Off => (glyphs.draft, theme.quiet),
                LightState::Ask => ("?", theme.accent),
            };
            let label = format!("{:<11}", light.property.word());
            let words = if width < WORDS_FROM { "" } else { light_words(light) };
            let says = Span::styled(format!(" {words}"), theme.quiet);
            let line = Line::from(vec![Span::styled(label, theme.quiet), Span::styled(sign, style), says]);
            wrapped(&line, width, 12 + fit::width(sign))
        };
        self.lines(key_result.lights().into_iter().flat_map(line))
    }

    /// How the key results of a quarter came out as one neutral ramp, with bars of some cells.
    #[must_use]
    pub fn ramp(self, quarter: &Quarter, cells: usize) -> Self {
        self.each(quarter.key_results(), |lines, (_, key_result)| {
            let mut spans = outcome(lines.look, quarter.outcome(key_result), cells);
            let before = spans.iter().map(Span::width).sum::<usize>() + 2;
            spans.push(Span::styled(format!("  {}", key_result.name()), lines.look.theme.quiet));
            lines.hanging(&Line::from(spans), before)
        })
    }

    /// The way as committed, and below it what it was revised to since.
    #[must_use]
    pub fn way(self, quarter: &Quarter, key_result: &KeyResult) -> Self {
        let revised = key_result.revised_to(self.look.glyphs.to, self.today);
        let lines = self.committed_way(quarter, key_result);
        lines.each(revised, |lines, now| lines.quiet(&anywhere::since_revised_to(now)))
    }

    /// The way from baseline to target with the mark of 0.7 and the latest reading; where there is none to draw, as for what is
    /// kept inside bounds, the same in words.
    fn committed_way(self, quarter: &Quarter, key_result: &KeyResult) -> Self {
        let measure = key_result.committed_measure();
        let due = key_result.due().map(|day| anywhere::by(day.short(self.today))).unwrap_or_default();
        let last = quarter.last_reading(&key_result.id);
        let now = last.map(|last| words::now(measure.shown(last.value)));
        let Some(Forecast::Change { baseline, target, .. }) = measure.forecast() else {
            let words = format!("{}   {due}", measure.movement(self.look.glyphs.to));
            let style = self.look.theme.heading;
            let lines = self.lines([Line::styled(words.trim_end().to_owned(), style)]);
            let baseline = measure.baseline.filter(|_| measure.forecast().is_some());
            let baseline = baseline.map(|value| words::baseline(measure.shown(value)));
            let read: Vec<String> = now.into_iter().chain(baseline).collect();
            return if read.is_empty() { lines } else { lines.quiet(&read.join(", ")) };
        };
        let mark = course::aim(baseline, target).map(|value| words::mark_of_0_7(measure.shown(value)));
        let ratio = quarter.progress(key_result).ratio();
        let way = TargetLine {
            from: &measure.shown(baseline),
            to: &measure.aimed(measure.shown(target)),
            due: &due,
            mark: mark.as_deref().map(|words| (0.7, words)),
            now: ratio.zip(now.as_deref()),
        };
        let lines = way.lines(self.look, self.width);
        self.lines(lines)
    }
}

/// The readings of a key result as steps in a row, a gap where nothing was read.
pub fn trend(state: &State, key_result: &KeyResult, readings: &[Option<Number>]) -> Line<'static> {
    let Some(forecast) = key_result.committed_measure().forecast() else { return Line::default() };
    let ratios: Vec<Option<f64>> = readings
        .iter()
        .map(|reading| reading.and_then(|value| score::progress(forecast, &[value]).ratio()))
        .collect();
    Trend { readings: &ratios }.line(&state.look, ratios.len().max(1))
}

/// What the room believed at the start, in the middle and at the last check-in, against what came out.
pub fn belief(desk: &Desk<'_>, id: &KeyResultId) -> String {
    let tracks = calibration::tracks_at(desk);
    let Some(track) = tracks.into_iter().find(|track| track.key_result == *id) else { return String::new() };
    let said =
        [(anywhere::OPENING, track.opening), (anywhere::MIDDLE, track.middle), (anywhere::LAST, track.last)];
    let said = said.iter().filter_map(|(when, vote)| Some(format!("{when} {}", (*vote)?)));
    let said = said.collect::<Vec<_>>().join(", ");
    match track.score {
        _ if said.is_empty() => words::NO_VOTE_WAS_TAKEN.to_owned(),
        Some(score) => words::we_believed_and_it_came_out_at(&said, score),
        None => words::we_believed(&said),
    }
}

/// How far a measure moved, for a list: "moved 28 %", "away -19 %", "2 of 3 inside".
pub fn moved(progress: Progress) -> String {
    match progress {
        Progress::Moved(part) if part >= rust_decimal::Decimal::ZERO => words::moved(progress.brief()),
        Progress::Moved(_) | Progress::Held { .. } | Progress::NoData => progress.brief(),
    }
}

/// What the room last believed: three cells, a word and the median; where it said nothing of that, whether it spoke of the
/// key result at all.
pub fn believed(state: &State, last: Option<Confidence>, is_heard: bool) -> Vec<Span<'static>> {
    let (level, words) = match last {
        None if is_heard => (0, words::NO_VOTE.to_owned()),
        None => (0, words::NO_CHECK_IN.to_owned()),
        Some(median) => {
            let likelihood = Likelihood::from(median);
            (likelihood as usize + 1, format!("{} {median}", likelihood.word()))
        }
    };
    let line = Meter { level, words: &words }.line(&state.look);
    line.spans.into_iter().map(|span| Span::styled(fit::tied(&span.content), span.style)).collect()
}
