//! The Retrospective at the desk: the questions as columns, verdicts on targets, objectives and assumptions, at most three
//! actions, the close.

use ratatui::text::{Line, Span};

use super::{Entry, Screen, go_to, still_open};
use crate::domain::change::Change;
use crate::domain::id::NoteId;
use crate::domain::key_result::KeyResult;
use crate::domain::objective::{Assumption, Objective};
use crate::domain::quarter::Quarter;
use crate::domain::retrospective::{Judged, MOST_ACTIONS, Note, NoteKind};
use crate::domain::scoring::Outcome;
use crate::method::step::{Step, Steps};
use crate::method::texts::Empty;
use crate::method::waivers;
use crate::settings::actions::ScreenAction;
use crate::settings::actions::retrospective::Action;
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
use crate::words::anywhere;
use crate::words::retrospective as words;

/// The screen.
pub struct Retrospective;

impl Screen for Retrospective {
    type Action = Action;

    fn entries(state: &State) -> Vec<Entry> {
        let Some((quarter, _)) = state.here() else { return Vec::new() };
        NoteKind::ALL.iter().flat_map(|column| column_entries(state, quarter, *column)).collect()
    }

    fn detail(state: &State, target: &Target, width: usize) -> Vec<Line<'static>> {
        let Some((quarter, _)) = state.here() else { return Vec::new() };
        match target {
            Target::KeyResult(id) => quarter
                .key_result(id)
                .map(|(_, key_result)| key_result_detail(state, quarter, key_result, width))
                .map(|lines| judged(state, (quarter, target), width).lines(lines).done())
                .unwrap_or_default(),
            Target::Objective(id) => {
                let objective = detail::objective(state, quarter, id, width);
                judged(state, (quarter, target), width).lines(objective).done()
            }
            Target::Assumption(under, id) => {
                let assumption = detail::assumption(state, quarter, (under, id), width);
                judged(state, (quarter, target), width).lines(assumption).done()
            }
            Target::Note(id) => note_detail(state, quarter, id, width),
            Target::Heading(Heading::Column(column)) => column_detail(state, *column, width),
            _ => Vec::new(),
        }
    }

    fn first(state: &State) -> Option<Target> {
        let (quarter, _) = state.here()?;
        let unfinished = NoteKind::ALL.iter().find_map(|column| first_open(state, quarter, *column));
        unfinished.filter(|_| quarter.frame.closed.is_none())
    }

    fn caption(state: &State) -> (String, String) {
        let Some((quarter, _)) = state.here() else {
            return (words::RETROSPECTIVE.to_owned(), String::new());
        };
        let note = match quarter.frame.closed {
            Some(day) => words::closed(day.short(state.today)),
            None => words::actions_of_at_most(quarter.notes_of(NoteKind::Action).count(), MOST_ACTIONS),
        };
        (words::RETROSPECTIVE.to_owned(), note)
    }

    fn guide(state: &State, width: usize) -> Vec<Line<'static>> {
        detail::guide(state, column_of(state).map_or(Step::Ret2, NoteKind::step), &[], width)
    }

    fn enabled(state: &State, action: Action) -> Enabled {
        let (quarter, cycle) = state.here().ok_or_else(|| anywhere::NO_QUARTER_IS_OPEN.to_owned())?;
        if action != Action::Next {
            still_open(state, (quarter, cycle))?;
        }
        let actions = quarter.notes_of(NoteKind::Action).count();
        match action {
            Action::Next | Action::Close => Ok(()),
            Action::New => only(
                column_of(state) != Some(NoteKind::Action) || actions < MOST_ACTIONS,
                words::THREE_ACTIONS_ARE_CHOSEN,
            ),
            Action::Judge => only(
                !matches!(selected(state), Some(Target::Heading(_)) | None),
                &words::select_a_row_of_the_column(state.keymap.key(Action::New)),
            ),
            Action::Remove => {
                let taken = marks::taken(state);
                let has_notes = !taken.is_empty() && taken.iter().all(|row| note_of(state, row).is_some());
                only(has_notes, words::NOTHING_TO_TAKE_AWAY)
            }
        }
    }

    fn update(state: &mut State, action: Action) -> Vec<Effect> {
        match action {
            Action::New => forms::open(state, Subject::NewNote(column_of(state).unwrap_or(NoteKind::Lesson))),
            Action::Close => forms::open(state, Subject::Close),
            Action::Next => match state.place.clone() {
                Some(key) => match state.workspace.next_open(&key).cloned() {
                    Some(next) => {
                        go_to(state, next);
                        Vec::new()
                    }
                    None => forms::open(state, Subject::NewQuarter(key.team)),
                },
                None => Vec::new(),
            },
            Action::Remove => remove(state),
            Action::Judge => match selected(state) {
                Some(Target::Note(id)) => forms::open(state, Subject::Note(id)),
                target => match target.as_ref().and_then(judged_by) {
                    Some(what) => forms::open(state, Subject::Judge(what)),
                    None => Vec::new(),
                },
            },
        }
    }
}

fn column_entries(state: &State, quarter: &Quarter, column: NoteKind) -> Vec<Entry> {
    let mut rows = verdict_entries(state, quarter, column);
    let asked = rows.len();
    let notes = quarter.notes_of(column).filter(|note| !note.is_verdict());
    rows.extend(notes.map(|note| note_entry(state, note)));
    let given = quarter.notes_of(column).filter(|note| note.is_verdict()).count();
    let count = match (asked, rows.len()) {
        (0, 0) => words::NOTHING_YET.to_owned(),
        (0, notes) => notes.to_string(),
        (asked, _) => anywhere::part_of(given, asked),
    };
    let theme = &state.look.theme;
    let title = Line::from(vec![
        Span::styled(
            Steps::with(&state.workspace.steps).guide(column.step()).title.to_owned(),
            theme.heading,
        ),
        Span::styled(format!("  {count}"), theme.quiet),
    ]);
    rows.insert(0, Entry::new(Target::Heading(Heading::Column(column)), ListRow::new(title)));
    rows
}

/// What is to be done first in a column: a verdict that is missing, or the first lesson or action.
fn first_open(state: &State, quarter: &Quarter, column: NoteKind) -> Option<Target> {
    let is_needed = matches!(column, NoteKind::Lesson | NoteKind::Action);
    if is_needed && quarter.notes_of(column).next().is_none() {
        return Some(Target::Heading(Heading::Column(column)));
    }
    let mut asked =
        verdict_entries(state, quarter, column).into_iter().map(|entry| entry.target().into_owned());
    asked.find(|target| verdict_on(quarter, target).is_none())
}

/// What a column asks a verdict on: a key result that has its score or still needs one, an objective that stands to the end.
/// What has its verdict is shown in any case.
fn verdict_entries(state: &State, quarter: &Quarter, column: NoteKind) -> Vec<Entry> {
    let entry = |target: Target, is_asked: bool, name: Vec<Span<'static>>| {
        let verdict = verdict_on(quarter, &target).and_then(Note::verdict_says);
        (is_asked || verdict.is_some()).then(|| verdict_entry(state, target, name, verdict))
    };
    let of_key_result = |(_, kr): (_, &KeyResult)| {
        let outcome = quarter.outcome(kr);
        let is_asked = matches!(outcome, Outcome::Scored(_) | Outcome::Provisional(_) | Outcome::Open);
        entry(Target::KeyResult(kr.id.clone()), is_asked, scored_name(state, quarter, kr))
    };
    let of_objective = |one: &Objective| {
        let is_asked = one.dropped.is_none();
        entry(Target::Objective(one.id.clone()), is_asked, plain_name(state, &one.title))
    };
    let of_assumption = |(under, one): (&Objective, &Assumption)| {
        let target = Target::Assumption(under.id.clone(), one.id.clone());
        entry(target, true, plain_name(state, &one.text))
    };
    match column {
        NoteKind::Difficulty => quarter.key_results().filter_map(of_key_result).collect(),
        NoteKind::Importance => quarter.objectives.iter().filter_map(of_objective).collect(),
        NoteKind::Assumption => {
            let under = |under| move |one| (under, one);
            let all = quarter.objectives.iter().flat_map(|one| one.assumptions.iter().map(under(one)));
            all.filter_map(of_assumption).collect()
        }
        NoteKind::Lesson | NoteKind::Process | NoteKind::Action | NoteKind::Proud => Vec::new(),
    }
}

fn verdict_entry(state: &State, target: Target, name: Vec<Span<'static>>, verdict: Option<String>) -> Entry {
    let (theme, glyphs) = (&state.look.theme, state.look.glyphs);
    let sign = if verdict.is_some() { glyphs.done } else { glyphs.draft };
    let mut spans = Vec::new();
    spans.extend(verdict.map(|verdict| Span::styled(format!("{verdict}  "), theme.heading)));
    spans.extend(name);
    let row = ListRow::new(Line::from(spans)).signed(Span::styled(sign, theme.quiet));
    Entry::new(target, row.indented(1))
}

/// A key result with what came of it (RET-3).
fn scored_name(state: &State, quarter: &Quarter, key_result: &KeyResult) -> Vec<Span<'static>> {
    let theme = &state.look.theme;
    let came = match quarter.outcome(key_result) {
        Outcome::Scored(score) => score.to_string(),
        Outcome::Provisional(score) => anywhere::provisional(score),
        Outcome::Dropped => anywhere::DROPPED.to_owned(),
        Outcome::ReadsLater => anywhere::READS_LATER.to_owned(),
        Outcome::ToFindOut => anywhere::TO_FIND_OUT.to_owned(),
        Outcome::Draft => anywhere::DRAFT.to_owned(),
        Outcome::Open => words::NO_SCORE.to_owned(),
    };
    let name = Span::styled(key_result.name().to_owned(), theme.text);
    vec![name, Span::styled(format!("  {}", fit::tied(&came)), theme.quiet)]
}

fn plain_name(state: &State, name: &str) -> Vec<Span<'static>> {
    vec![Span::styled(name.to_owned(), state.look.theme.text)]
}

fn note_entry(state: &State, note: &Note) -> Entry {
    let theme = &state.look.theme;
    let dot = Span::styled(state.look.glyphs.dot, theme.quiet);
    let mut row = ListRow::new(Line::styled(note.text.clone(), theme.text)).signed(dot).indented(1);
    let who = note.starts.as_deref().map(words::starts);
    let when = note.first_date.map(|day| day.short(state.today));
    let words: Vec<String> = who.into_iter().chain(when).collect();
    if !words.is_empty() {
        row = row.and(Line::styled(format!("  {}", words.join(", ")), theme.quiet));
    }
    Entry::new(Target::Note(note.id.clone()), row)
}

/// The column the selection stands in.
fn column_of(state: &State) -> Option<NoteKind> {
    match selected(state)? {
        Target::Heading(Heading::Column(column)) => Some(column),
        Target::Note(id) => {
            let (quarter, _) = state.here()?;
            Some(quarter.notes.iter().find(|note| note.id == id)?.kind)
        }
        target => Some(judged_by(&target)?.kind()),
    }
}

/// The note behind a row: itself, or the verdict on what the row is.
fn note_of(state: &State, row: &Target) -> Option<NoteId> {
    let (quarter, _) = state.here()?;
    match row {
        Target::Note(id) => Some(id.clone()),
        target => verdict_on(quarter, target).map(|note| note.id.clone()),
    }
}

/// What a row is judged as.
fn judged_by(row: &Target) -> Option<Judged> {
    match row {
        Target::KeyResult(id) => Some(Judged::KeyResult(id.clone())),
        Target::Objective(id) => Some(Judged::Objective(id.clone())),
        Target::Assumption(under, id) => Some(Judged::Assumption(under.clone(), id.clone())),
        _ => None,
    }
}

/// The verdict that stands on what a row is.
fn verdict_on<'a>(quarter: &'a Quarter, row: &Target) -> Option<&'a Note> {
    quarter.verdict_on(&judged_by(row)?)
}

/// Takes the notes and verdicts of the marked rows, or of the selected one, away.
fn remove(state: &mut State) -> Vec<Effect> {
    let taken = marks::taken(state);
    let decision = marks::together(state, &taken, |state, row| match note_of(state, row) {
        Some(id) => state.desk()?.remove_note(&id),
        None => Ok(Change::nothing()),
    });
    marks::decide(state, decision, None)
}

fn note_detail(state: &State, quarter: &Quarter, id: &NoteId, width: usize) -> Vec<Line<'static>> {
    let Some(note) = quarter.notes.iter().find(|note| note.id == *id) else { return Vec::new() };
    let first = note.first_date.map(crate::domain::day::Day::long);
    Lines::new(state, width)
        .title(&note.text)
        .gap_below(2)
        .field(words::DOTS, note.dots.map(|dots| dots.to_string()).as_deref())
        .field(words::WHO_STARTS, note.starts.as_deref())
        .field(words::FIRST_DATE, first.as_deref())
        .field(words::SEEN_BY, note.seen_by.as_deref())
        .quiet(&words::written(note.date.short(state.today)))
        .done()
}

fn column_detail(state: &State, column: NoteKind, width: usize) -> Vec<Line<'static>> {
    let guide = Steps::with(&state.workspace.steps).guide(column.step());
    let mut lines = Lines::new(state, width).each(guide.ask, |lines, ask| lines.text(ask).gap());
    if column == NoteKind::Process {
        lines = process_detail(state, lines);
    }
    let empty = match column {
        NoteKind::Lesson => Empty::Lessons,
        NoteKind::Difficulty => Empty::Difficulties,
        NoteKind::Importance => Empty::Importance,
        NoteKind::Assumption => Empty::Assumptions,
        NoteKind::Process => Empty::Process,
        NoteKind::Action => Empty::Actions,
        NoteKind::Proud => Empty::Proud,
    };
    let begin = match column {
        NoteKind::Difficulty | NoteKind::Importance | NoteKind::Assumption => Action::Judge,
        NoteKind::Lesson | NoteKind::Process | NoteKind::Action | NoteKind::Proud => Action::New,
    };
    lines.gap().lines(detail::empty(state, empty, ScreenAction::Retrospective(begin), width)).done()
}

/// What we believed and what came out, then what the key result was.
fn key_result_detail(
    state: &State,
    quarter: &Quarter,
    key_result: &KeyResult,
    width: usize,
) -> Vec<Line<'static>> {
    let belief = state.desk().map(|desk| detail::belief(&desk, &key_result.id)).unwrap_or_default();
    Lines::new(state, width)
        .title(&key_result.title)
        .gap_below(2)
        .way(quarter, key_result)
        .gap()
        .text(&belief)
        .gap()
        .lines(detail::definition(state, key_result, width))
        .done()
}

/// The verdict on what is selected and what was said with it, above what that is.
fn judged<'a>(state: &'a State, (quarter, on): (&Quarter, &Target), width: usize) -> Lines<'a> {
    let lines = Lines::new(state, width);
    let said = verdict_on(quarter, on).and_then(Note::judgement);
    let Some(said) = said else { return lines };
    lines.field(anywhere::WE_SAID, Some(&said)).gap()
}

/// What the process itself shows: how the cycle ran, and the questions of the coach that were waived, and why.
fn process_detail<'a>(state: &State, lines: Lines<'a>) -> Lines<'a> {
    let Ok(desk) = state.desk() else { return lines };
    let (quarter, lines) = (desk.quarter, detail::how_it_ran(lines, &desk));
    let Some(line) = waivers::line(quarter) else { return lines };
    lines.gap().text(&line).each(waivers::all(quarter), |lines, (about, rule, waiver)| {
        lines.quiet(&format!("{about}  {rule}: {}", waiver.reason))
    })
}
