//! Scoring at the desk: the formula proposes, the room decides, 0.7 is marked, nothing is red or green.

use ratatui::text::{Line, Span};

use super::{Entry, Screen, not_committed, still_open, unread};
use crate::domain::change::{Change, Decision};
use crate::domain::id::KeyResultId;
use crate::domain::key_result::KeyResult;
use crate::domain::quarter::{Phase, Quarter};
use crate::domain::score::Score;
use crate::domain::scoring::{Outcome, Scoring as Record};
use crate::domain::word::word;
use crate::method::check_ins::Rounds;
use crate::method::pattern::{self, Counts};
use crate::method::step::{Step, Steps};
use crate::method::texts::{self, Empty, Line as Text};
use crate::settings::actions::ScreenAction;
use crate::settings::actions::scoring::Action;
use crate::tui::actions::{Enabled, only};
use crate::tui::detail::{self, Lines};
use crate::tui::fit;
use crate::tui::forms::{self, Subject};
use crate::tui::list::selected;
use crate::tui::marks;
use crate::tui::message::Effect;
use crate::tui::state::State;
use crate::tui::target::{Heading, Target};
use crate::tui::widgets::list::Row as ListRow;
use crate::tui::widgets::scale::Scale;
use crate::words::anywhere;
use crate::words::scoring as words;

/// The screen.
pub struct Scoring;

/// The cells of a score's bar in the list.
const BAR: usize = 13;

impl Screen for Scoring {
    type Action = Action;

    fn entries(state: &State) -> Vec<Entry> {
        let Some((quarter, _)) = state.here() else { return Vec::new() };
        let theme = &state.look.theme;
        if quarter.key_results().next().is_none() {
            return vec![whole_entry(vec![Span::styled(words::NOTHING_TO_SCORE_YET, theme.heading)])];
        }
        let mut entries = Vec::new();
        for objective in &quarter.objectives {
            let score =
                quarter.objective_score(objective).map(|score| format!("{score}  ")).unwrap_or_default();
            let title = Span::styled(objective.title.clone(), theme.quiet);
            let row = ListRow::new(Line::from(vec![Span::styled(score, theme.heading), title])).at_most(1);
            entries.push(Entry::new(Target::Objective(objective.id.clone()), row));
            entries.extend(objective.key_results.iter().map(|kr| key_result_entry(state, quarter, kr)));
            entries.extend(unread::entries(state, quarter, objective));
        }
        let says =
            quarter.frame.pattern.clone().unwrap_or_else(|| words::AMBITIOUS_SAFE_OR_OUT_OF_TOUCH.to_owned());
        let title = Span::styled(words::THE_SET_AS_A_WHOLE_THEN, theme.heading);
        entries.push(whole_entry(vec![title, Span::styled(says, theme.quiet)]));
        entries
    }

    fn detail(state: &State, target: &Target, width: usize) -> Vec<Line<'static>> {
        let Some((quarter, _)) = state.here() else { return Vec::new() };
        match target {
            Target::KeyResult(id) => quarter
                .key_result(id)
                .map(|(_, key_result)| key_result_detail(state, quarter, key_result, width))
                .unwrap_or_default(),
            Target::Objective(id) => detail::objective(state, quarter, id, width),
            Target::Trouble(trouble) => unread::detail(state, trouble, width),
            _ => whole(state, quarter, width),
        }
    }

    fn first(state: &State) -> Option<Target> {
        let (quarter, _) = state.here()?;
        quarter.to_score().next().map(|key_result| Target::KeyResult(key_result.id.clone()))
    }

    fn caption(state: &State) -> (String, String) {
        let Some((quarter, cycle)) = state.here() else { return (words::SCORING.to_owned(), String::new()) };
        if quarter.phase(cycle, state.today) == Phase::Unread {
            return (words::SCORING.to_owned(), Phase::Unread.word().to_owned());
        }
        let counts = Counts::of(quarter);
        let to_score = Counts { open: counts.open, provisional: counts.provisional, ..Counts::default() };
        let shown = if quarter.is_scored() { counts } else { to_score };
        (words::SCORING.to_owned(), shown.line(", "))
    }

    fn guide(state: &State, width: usize) -> Vec<Line<'static>> {
        let step = match selected(state) {
            Some(Target::Heading(_)) => Step::Sco4,
            _ => Step::Sco3,
        };
        let frame = state.here().map(|(quarter, _)| &quarter.frame);
        let none = match frame {
            Some(frame) if frame.is_unread => anywhere::QUARTER_CANNOT_BE_READ,
            _ => texts::line(Text::NoSponsorPromise),
        };
        let promise = frame.and_then(|frame| frame.sponsor_promise.as_deref()).unwrap_or(none);
        let ground_rule = Steps::with(&state.workspace.steps).guide(Step::Sco2).say.unwrap_or_default();
        let rule = Lines::new(state, width).text(ground_rule).gap().quiet(promise).gap();
        let scores = proposed(state);
        let values = (!scores.is_empty()).then_some(("score", scores.as_str()));
        rule.lines(detail::guide(state, step, values.as_slice(), width)).done()
    }

    fn enabled(state: &State, action: Action) -> Enabled {
        let (quarter, cycle) = state.here().ok_or_else(|| anywhere::NO_QUARTER_IS_OPEN.to_owned())?;
        if action == Action::ReadLater {
            only(cycle.last < state.today, words::THE_QUARTER_IS_NOT_OVER)?;
            let is_scored = |id: &KeyResultId| quarter.scorings.contains_key(id);
            let fits = matches!(selected(state), Some(Target::KeyResult(id)) if is_scored(&id));
            return only(fits, words::SELECT_WHAT_WAS_SCORED);
        }
        still_open(state, (quarter, cycle))?;
        only(quarter.frame.committed.is_some(), &not_committed(state))?;
        let each = |is_so: &dyn Fn(&KeyResultId) -> bool, says: &str| {
            let taken = marks::taken(state);
            let ids: Option<Vec<&KeyResultId>> = taken.iter().map(key_result_of).collect();
            let Some(ids) = ids.filter(|ids| !ids.is_empty()) else {
                return Err(anywhere::SELECT_A_KEY_RESULT.to_owned());
            };
            only(ids.into_iter().all(is_so), says)
        };
        match (action, selected(state)) {
            (Action::Take, _) => {
                let taken = marks::taken(state);
                let mut ids = taken.iter().filter_map(key_result_of).peekable();
                only(ids.peek().is_some(), anywhere::SELECT_A_KEY_RESULT)?;
                // A provisional score is asked again once scoring is open.
                let desk = state.desk().map_err(|refusal| refusal.to_string())?;
                let is_open = |id: &KeyResultId| desk.closing_record(id).score.is_none();
                let is_scored = words::it_is_scored(state.keymap.key(Action::Score));
                only(taken.iter().filter_map(key_result_of).any(is_open), &is_scored)?;
                only(ids.any(|id| proposal(state, id).is_some()), words::NO_READING_TO_PROPOSE_FROM)
            }
            (Action::Clear | Action::ReadLater, _) => {
                each(&|id| quarter.scorings.contains_key(id), words::IT_HAS_NO_SCORE_TO_CLEAR)
            }
            (Action::Score, Some(Target::Heading(Heading::Pattern))) => Ok(()),
            (Action::Score, Some(Target::KeyResult(id))) => {
                only(!quarter.is_dropped(&id), words::IT_HAS_BEEN_DROPPED)
            }
            (Action::Score, _) => Err(anywhere::SELECT_A_KEY_RESULT.to_owned()),
        }
    }

    fn update(state: &mut State, action: Action) -> Vec<Effect> {
        match (action, selected(state)) {
            (Action::Score, Some(Target::KeyResult(id))) => forms::open(state, Subject::Scoring(id)),
            (Action::Score, _) => forms::open(state, Subject::Pattern),
            (Action::ReadLater, Some(Target::KeyResult(id))) => forms::open(state, Subject::LaterReading(id)),
            (Action::Take, _) => {
                let has_one =
                    |row: &Target| key_result_of(row).is_some_and(|id| proposal(state, id).is_some());
                let (taken, left): (Vec<_>, Vec<_>) = marks::taken(state).into_iter().partition(has_one);
                let effects = decide(state, &taken, |state, id| match proposal(state, id) {
                    Some(record) => state.desk()?.score(record),
                    None => Ok(Change::nothing()),
                });
                marks::leaving_out(effects, left.len())
            }
            (Action::Clear, _) => {
                let taken = marks::taken(state);
                decide(state, &taken, |state, id| state.desk()?.clear_score(id))
            }
            (Action::ReadLater, _) => Vec::new(),
        }
    }
}

fn key_result_of(row: &Target) -> Option<&KeyResultId> {
    match row {
        Target::KeyResult(id) => Some(id),
        _ => None,
    }
}

/// Decides on these key results; the selected one stays selected.
fn decide(
    state: &mut State,
    taken: &[Target],
    each: impl Fn(&State, &KeyResultId) -> Decision,
) -> Vec<Effect> {
    let decision = marks::together(state, taken, |state, row| match key_result_of(row) {
        Some(id) => each(state, id),
        None => Ok(Change::nothing()),
    });
    let select = selected(state);
    marks::decide(state, decision, select)
}

/// The scores the formula proposes for the selected key result, or for those of the selected objective.
fn proposed(state: &State) -> String {
    let of = |key_result: &KeyResult| state.here()?.0.progress(key_result).proposed_score();
    let scores: Vec<_> = match (selected(state), state.here()) {
        (Some(Target::KeyResult(id)), Some((quarter, _))) => {
            quarter.key_result(&id).and_then(|(_, key_result)| of(key_result)).into_iter().collect()
        }
        (Some(Target::Objective(id)), Some((quarter, _))) => {
            quarter.objective(&id).into_iter().flat_map(|one| one.key_results.iter().filter_map(of)).collect()
        }
        _ => Vec::new(),
    };
    scores.iter().map(Score::to_string).collect::<Vec<_>>().join(", ")
}

/// What the formula makes of a key result that waits for its score.
fn proposal(state: &State, id: &KeyResultId) -> Option<Record> {
    let desk = state.desk().ok()?;
    desk.proposal(desk.quarter.key_result(id)?.1)
}

fn key_result_entry(state: &State, quarter: &Quarter, key_result: &KeyResult) -> Entry {
    let (theme, glyphs) = (&state.look.theme, state.look.glyphs);
    let outcome = quarter.outcome(key_result);
    let sign = match outcome {
        _ if outcome.is_to_score() => glyphs.draft,
        Outcome::Draft => glyphs.draft,
        // Nothing was done there: as on Check-ins, it only stands beside.
        Outcome::Dropped | Outcome::ToFindOut => glyphs.dot,
        Outcome::Scored(_) | Outcome::Provisional(_) | Outcome::ReadsLater | Outcome::Open => glyphs.done,
    };
    let sign = Span::styled(sign, theme.quiet);
    let hang = " ".repeat(fit::width(&sign.content));
    let name = ListRow::new(Line::styled(key_result.name().to_owned(), theme.text)).signed(sign);
    let row = name.and(Line::from(standing(state, quarter, key_result))).signed(hang).indented(1);
    Entry::new(Target::KeyResult(key_result.id.clone()), row)
}

/// The row of the set as a whole.
fn whole_entry(words: Vec<Span<'static>>) -> Entry {
    Entry::new(Target::Heading(Heading::Pattern), ListRow::new(Line::from(words)))
}

/// The score, or the one the formula proposes, each on a bar with the mark of 0.7.
fn standing(state: &State, quarter: &Quarter, key_result: &KeyResult) -> Vec<Span<'static>> {
    let outcome = quarter.outcome(key_result);
    if outcome != Outcome::Open {
        return detail::outcome(&state.look, outcome, BAR);
    }
    let proposed = quarter.progress(key_result).proposed_score();
    let words = proposed.map_or_else(|| anywhere::NO_DATA.to_owned(), anywhere::the_formula_says);
    let mut spans = Scale::with_mark(proposed.map(Score::ratio)).line(&state.look, BAR).spans;
    spans.push(Span::styled(format!(" {}", fit::tied(&words)), state.look.theme.quiet));
    spans
}

fn key_result_detail(
    state: &State,
    quarter: &Quarter,
    key_result: &KeyResult,
    width: usize,
) -> Vec<Line<'static>> {
    let mut lines = Lines::new(state, width).title(&key_result.title).gap_below(2);
    lines = lines.way(quarter, key_result).gap();
    lines = lines.text(&quarter.progress(key_result).to_string());
    // Until it is scored its row says so.
    let proposed = quarter.progress(key_result).proposed_score();
    if let Some(proposed) = proposed.filter(|_| quarter.outcome(key_result) != Outcome::Open) {
        lines = lines.text(&anywhere::the_formula_says(proposed));
    }
    let past = state.desk().ok().and_then(|desk| desk.past_due(key_result, None));
    lines = lines.each(past, |lines, says| lines.attention(&says));
    if let Some(record) = quarter.scorings.get(&key_result.id) {
        let score = record.score.map(|score| {
            if record.is_provisional { anywhere::provisional(score) } else { score.to_string() }
        });
        lines = lines
            .gap()
            .field(anywhere::SCORE_LABEL, score.as_deref())
            .field(anywhere::REASON, record.reason.as_deref())
            .field(anywhere::TELLS_US, record.tells_us.as_deref())
            .field(words::WORK_DONE, record.work_done.as_ref().map(word).as_deref())
            .field(anywhere::READS_LATER, record.reads_later.as_deref())
            .each(&record.later, |lines, later| {
                let value = key_result.committed_measure().shown(later.reading);
                lines.field(words::READ_LATER, Some(&anywhere::on(&value, later.date.short(state.today))))
            });
    }
    if key_result.revisions.len() > 1 {
        lines = lines.gap().quiet(words::SCORED_AS_COMMITTED);
        lines = lines.each(key_result.changes(), |lines, (before, revision)| {
            let to = state.look.glyphs.to;
            let movement = revision.movement_since(before, to, state.today);
            lines.quiet(&format!("{}: {movement} ({})", revision.date.short(state.today), revision.reason))
        });
    }
    lines.gap().lines(belief(state, key_result, width)).done()
}

/// What the room believed at the start and at the last check-in.
fn belief(state: &State, key_result: &KeyResult, width: usize) -> Vec<Line<'static>> {
    let Ok(desk) = state.desk() else { return Vec::new() };
    let rounds = Rounds::at(&desk);
    let opening = rounds.opening(&key_result.id).median().map(|median| median.to_string());
    let last = rounds.last_median(&key_result.id);
    Lines::new(state, width)
        .field(words::OPENING_CONFIDENCE, opening.as_deref())
        .field(words::LAST_CONFIDENCE, last.map(|median| median.to_string()).as_deref())
        .done()
}

/// The set as a whole: how many of each, the pattern, what the room said.
fn whole(state: &State, quarter: &Quarter, width: usize) -> Vec<Line<'static>> {
    if quarter.frame.is_unread {
        return Lines::new(state, width).text(anywhere::QUARTER_CANNOT_BE_READ).done();
    }
    if quarter.frame.committed.is_none() {
        let empty = detail::empty(state, Empty::Scores, ScreenAction::Scoring(Action::Score), width);
        return Lines::new(state, width).text(&not_committed(state)).gap().lines(empty).done();
    }
    let mut lines = Lines::new(state, width).title(anywhere::THE_SET_AS_A_WHOLE).gap();
    lines = lines.text(&Counts::of(quarter).line(", ")).gap().ramp(quarter, BAR);
    if let Some(says) = pattern::pattern_line(quarter, state.workspace.previous(&quarter.key)) {
        lines = lines.gap().text(says);
    }
    lines.gap().field(anywhere::WE_SAID, quarter.frame.pattern.as_deref()).gap().quiet(texts::notice()).done()
}
