//! Forms of teams and quarters, and the first run (J1).

use ratatui::text::Line;

use super::setting::{self, gone, plain};
use super::subject::Subject;
use super::{Entry, Form, Outcome, Trouble};
use crate::domain::change::{Change, Refusal};
use crate::domain::cycle::{Cycle, ReadingDay};
use crate::domain::day::{Day, Looks};
use crate::domain::decision::{
    Desk, Start, add_team, open_quarter, revise_cycle, revise_settings, revise_team, start,
};
use crate::domain::effort::Effort;
use crate::domain::id::{CycleId, SessionId, TeamId, slug};
use crate::domain::quarter::QuarterKey;
use crate::domain::seed::Seed;
use crate::domain::series::{LONGEST_CYCLE_ID, Series};
use crate::domain::team::Team;
use crate::method::fields::{CYCLE, EFFORT, Input, SETTINGS, TEAM, people};
use crate::method::step::Step;
use crate::settings::actions::FormAction;
use crate::tui::detail::Lines;
use crate::tui::message::Save;
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::words::anywhere;
use crate::words::counted::PEOPLE;
use crate::words::forms::place as words;

pub(super) fn first_run(state: &State) -> Form {
    let coming =
        state.workspace.series(None).coming(state.today).map(|cycle| cycle.label).unwrap_or_default();
    let mut form = Form::new(Subject::FirstRun, words::A_TEAM_AND_ITS_COMING_QUARTER)
        .step(Step::Set2)
        .does(words::CREATE)
        .text("team", words::TEAM, words::WHAT_PEOPLE_CALL_IT)
        .names("people", anywhere::PEOPLE, words::NAMES_PARTED_BY_COMMAS)
        .text("cycle", anywhere::QUARTER, words::A_QUARTER_OR_AS_IT_IS)
        .text("objective", words::FIRST_OBJECTIVE, words::WHAT_TO_ACHIEVE_MAY_WAIT)
        .enter_goes_on();
    form.propose("cycle", &coming);
    form
}

fn named_team(form: &Form, seed: &mut Seed) -> Result<Team, Trouble> {
    let name = crate::method::fields::one_line(form.typed("team"));
    if name.is_empty() {
        return Err(Trouble { field: Some(0), says: words::THE_TEAM_NEEDS_A_NAME.to_owned() });
    }
    let mut team = Team::called(&name, seed);
    team.people = people(form.typed("people"));
    Ok(team)
}

/// The cycle a form names, by its name or by its two days.
fn typed_cycle(form: &Form, series: &Series<'_>, today: Day) -> Result<Cycle, Trouble> {
    let field = form.place_of("cycle");
    let label = crate::method::fields::one_line(form.typed("cycle"));
    let (first, last) = (typed_day(form, "first", today)?, typed_day(form, "last", today)?);
    let trouble = |says: &str| Trouble { field, says: says.to_owned() };
    match (series.typed(&label, today), first, last) {
        (Some(cycle), None, None) => Ok(cycle),
        (meant, Some(first), Some(last)) => {
            let id = meant
                .map(|cycle| cycle.id)
                .or_else(|| slug(&label, LONGEST_CYCLE_ID).and_then(|id| CycleId::new(id).ok()));
            let id = id.ok_or_else(|| trouble(words::THE_CYCLE_NEEDS_A_NAME))?;
            Ok(Cycle { id, label, first, last, kick_off: None, is_unread: false })
        }
        (Some(_), ..) => Err(trouble(words::GIVE_BOTH_DAYS)),
        (None, ..) if form.subject == Subject::FirstRun => Err(trouble(words::NAME_A_QUARTER_OR_INIT)),
        (None, ..) => Err(trouble(words::NAME_A_QUARTER_OR_ITS_DAYS)),
    }
}

/// The day typed in a field; none when it is empty.
pub(super) fn typed_day(form: &Form, name: &str, on: impl Into<ReadingDay>) -> Result<Option<Day>, Trouble> {
    let typed = form.typed(name).trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let field = form.place_of(name);
    let looks = match field.map(|at| form.entries[at].input) {
        Some(Input::Day(looks)) => looks,
        _ => Looks::Ahead,
    };
    looks.read(typed, on).map(Some).map_err(|bad| Trouble { field, says: bad.to_string() })
}

pub(super) fn save_first_run(form: &mut Form, state: &State, seed: &mut Seed) -> Outcome {
    let cycle = typed_cycle(form, &state.workspace.series(None), state.today);
    if let Err(Trouble { field: Some(at), says }) = &cycle {
        form.mark(*at, says);
    }
    let (team, cycle) = (named_team(form, seed)?, cycle?);
    let objective = Some(form.typed("objective").to_owned());
    Ok(Save::new(start(&Start { organisation: None, team, cycle, objective })?))
}

/// What is asked of the first objective while it is typed, and the files that a first run would write, shown before anything
/// is written.
pub(super) fn aside(form: &Form, state: &State, width: usize) -> Vec<Line<'static>> {
    let lines = Lines::new(state, width);
    let enter = state.keymap.key(FormAction::Enter);
    match save_first_run(&mut form.clone(), state, &mut state.seed.clone()) {
        Ok(save) => {
            let written = save.change.edits.iter().filter_map(|edit| edit.after.as_ref());
            let files: Vec<String> = written.map(|(address, _)| address.to_string()).collect();
            let says = words::on_the_last_field_writes(enter, files.join(", "));
            coached_at_first(lines, form, state, &save.change).gap().quiet(&says).done()
        }
        Err(trouble) => lines.gap().quiet(&words::writes_nothing_yet(enter, &trouble.says)).done(),
    }
}

/// What is asked of the first objective, at the desk there will be.
fn coached_at_first<'a>(lines: Lines<'a>, form: &Form, state: &State, begins: &Change) -> Lines<'a> {
    let mut begun = state.workspace.clone();
    begun.apply(begins);
    let key = begun.quarters.keys().next().cloned();
    match key.map(|key| Desk::at(&begun, &key, state.today)) {
        Some(Ok(desk)) => setting::coached(lines, form, &desk),
        Some(Err(_)) | None => lines,
    }
}

/// What a field that names a quarter or people is taken for.
pub(super) fn read_as(state: &State, form: &Form, entry: &Entry) -> Option<String> {
    let typed = entry.text();
    match entry.name {
        "cycle" | "effect_quarter" | "reads_later" => {
            let team = match &form.subject {
                Subject::NewQuarter(team) => Some(team),
                _ => state.place.as_ref().map(|place| &place.team),
            };
            let typed = crate::method::fields::one_line(typed);
            let cycle = state.workspace.series(team).typed(&typed, state.today)?;
            Some(words::with_its_days(&cycle.label, cycle.shown_days()))
        }
        "people" if entry.input == Input::Names => {
            Some(people(typed).len()).filter(|count| *count > 0).map(|count| PEOPLE.of(count))
        }
        _ => None,
    }
}

pub(super) fn new_team() -> Form {
    let blank = Team::named(TeamId::blank(), "");
    let mut form = Form::new(Subject::NewTeam, words::NEW_TEAM).fields(TEAM, &blank).enter_goes_on();
    form.entries.retain(|entry| entry.name != "aliases");
    form
}

/// The team as it is typed; the team it belongs to also by its name or how one begins.
fn written(form: &mut Form, state: &State, before: Team) -> Result<Team, Trouble> {
    let meant = state.workspace.team_meant(form.typed("parent")).map(ToString::to_string);
    if let Some((entry, id)) = form.named("parent").zip(meant) {
        entry.take(&id);
    }
    form.write(TEAM, before, &mut |_| plain(state))
}

pub(super) fn save_new_team(form: &mut Form, state: &State, seed: &mut Seed) -> Outcome {
    let id = Team::called(form.typed("name"), seed).id;
    let team = written(form, state, Team::named(id.clone(), ""))?;
    Ok(Save::new(add_team(&state.workspace, team)?).then_open(Subject::NewQuarter(id)))
}

/// The team of an id.
pub(super) fn found<'a>(state: &'a State, id: &TeamId) -> Result<&'a Team, Refusal> {
    state.workspace.teams.get(id).ok_or_else(|| gone(words::THE_TEAM))
}

pub(super) fn team(state: &State, id: &TeamId) -> Result<Form, Refusal> {
    let team = found(state, id)?;
    Ok(Form::new(Subject::Team(id.clone()), anywhere::TEAM).fields(TEAM, team).enter_goes_on())
}

pub(super) fn save_team(form: &mut Form, state: &State, id: &TeamId) -> Outcome {
    let before = found(state, id)?.clone();
    let after = written(form, state, before)?;
    Ok(Save::new(revise_team(&state.workspace, after, state.today)?))
}

pub(super) fn new_quarter(state: &State, id: &TeamId) -> Result<Form, Refusal> {
    let team = found(state, id)?;
    let series = state.workspace.series(Some(id));
    let mut form = Form::new(Subject::NewQuarter(id.clone()), words::open_a_quarter_for(&team.name))
        .step(Step::Set1)
        .text("cycle", anywhere::QUARTER, words::THE_NEXT_OR_ANOTHER)
        .day("first", words::FIRST_DAY, words::ONLY_WHERE_IT_IS_NO_CALENDAR)
        .day("last", words::LAST_DAY, words::ONLY_WHERE_IT_IS_NO_CALENDAR)
        .enter_goes_on();
    if let Some(first) = series.joins_on() {
        form.propose("first", &first.to_string());
    } else {
        let coming = series.to_open(state.today).map(|cycle| cycle.label);
        form.propose("cycle", &coming.unwrap_or_default());
    }
    Ok(form)
}

pub(super) fn save_new_quarter(form: &mut Form, state: &State, team: &TeamId) -> Outcome {
    let cycle = typed_cycle(form, &state.workspace.series(Some(team)), state.today)?;
    let key = QuarterKey { team: team.clone(), cycle: cycle.id.clone() };
    Ok(Save::new(open_quarter(&state.workspace, team, &cycle)?).select(Target::Quarter(key)))
}

pub(super) fn new_effort(state: &State) -> Result<Form, Refusal> {
    let blank = blank_effort(state)?;
    Ok(Form::new(Subject::NewEffort, words::LOG_EFFORT).fields(EFFORT, &blank).enter_goes_on())
}

fn blank_effort(state: &State) -> Result<Effort, Refusal> {
    let desk = state.desk()?;
    let phase = desk.quarter.phase(desk.cycle, desk.today).into();
    let people = u32::try_from(desk.people()).unwrap_or(1).max(1);
    Ok(Effort { people, ..Effort::new(SessionId::blank(), state.today, phase, "") })
}

pub(super) fn save_new_effort(form: &mut Form, state: &State, seed: &mut Seed) -> Outcome {
    let blank = blank_effort(state)?;
    let effort = form.write(EFFORT, blank, &mut |_| plain(state))?;
    let desk = state.desk()?;
    let named = desk.effort(&effort.title, effort.phase, seed)?;
    Ok(Save::new(desk.put_effort(Effort { id: named.id, ..effort })?))
}

fn found_effort(state: &State, id: &SessionId) -> Result<Effort, Refusal> {
    let desk = state.desk()?;
    let found = desk.quarter.efforts.iter().find(|effort| effort.id == *id);
    found.cloned().ok_or_else(|| gone(words::THE_EFFORT))
}

pub(super) fn effort(state: &State, id: &SessionId) -> Result<Form, Refusal> {
    let effort = found_effort(state, id)?;
    Ok(Form::new(Subject::Effort(id.clone()), anywhere::EFFORT).fields(EFFORT, &effort).enter_goes_on())
}

pub(super) fn save_effort(form: &mut Form, state: &State, id: &SessionId) -> Outcome {
    let after = form.write(EFFORT, found_effort(state, id)?, &mut |_| plain(state))?;
    Ok(Save::new(state.desk()?.put_effort(after)?).select(Target::Effort(id.clone())))
}

fn found_cycle(state: &State, id: &CycleId) -> Result<Cycle, Refusal> {
    state.workspace.cycles.get(id).cloned().ok_or_else(|| gone(words::THE_CYCLE))
}

pub(super) fn cycle(state: &State, id: &CycleId) -> Result<Form, Refusal> {
    let cycle = found_cycle(state, id)?;
    Ok(Form::new(Subject::Cycle(id.clone()), words::THE_DAYS_OF_THE_CYCLE)
        .fields(CYCLE, &cycle)
        .enter_goes_on())
}

pub(super) fn save_cycle(form: &mut Form, state: &State, id: &CycleId) -> Outcome {
    let after = form.write(CYCLE, found_cycle(state, id)?, &mut |_| plain(state))?;
    Ok(Save::new(revise_cycle(&state.workspace, after)?))
}

pub(super) fn settings(state: &State) -> Form {
    Form::new(Subject::Settings, words::WHAT_HOLDS_FOR_EVERYONE)
        .fields(SETTINGS, &state.workspace.settings)
        .enter_goes_on()
}

pub(super) fn save_settings(form: &mut Form, state: &State) -> Outcome {
    let after = form.write(SETTINGS, state.workspace.settings.clone(), &mut |_| plain(state))?;
    Ok(Save::new(revise_settings(&state.workspace, after)))
}
