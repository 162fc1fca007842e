//! What a form is about. How it is built, how it is saved, what is said beside its fields, and all else a form is by its
//! subject ([`Traits`]): each a list that names every subject.

use serde::{Deserialize, Serialize};

use super::traits::{Place, Traits};
use super::{
    Entry, Form, Outcome, answer, check_in, key_result, late, lineage, part, place, reasons, rename,
    retrospective, rewrite, room, scoring, setting,
};
use crate::coach::rule::Rule;
use crate::domain::change::Refusal;
use crate::domain::decision::{AskedOf, List};
use crate::domain::dependency::Dependency;
use crate::domain::id::{CycleId, KeyResultId, LineId, NoteId, ObjectiveId, SessionId, SittingId, TeamId};
use crate::domain::key_result::Initiative;
use crate::domain::objective::{Assumption, Negotiation};
use crate::domain::quarter::{KeyResultKey, QuarterKey};
use crate::domain::retrospective::{Judged, NoteKind};
use crate::domain::seed::Seed;
use crate::method::session::offers::Ask;
use crate::tui::detail;
use crate::tui::message::{Effect, Save};
use crate::tui::state::State;
use crate::tui::target::Target;
use crate::words::forms as words;

/// What is dropped, with a reason.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Droppable {
    /// An objective.
    Objective(ObjectiveId),
    /// A key result.
    KeyResult(KeyResultId),
}

impl Droppable {
    /// What rows are, where all of them can be dropped.
    #[must_use]
    pub fn all(rows: &[Target]) -> Option<Vec<Self>> {
        let what = |row: &Target| match row {
            Target::Objective(id) => Some(Self::Objective(id.clone())),
            Target::KeyResult(id) => Some(Self::KeyResult(id.clone())),
            _ => None,
        };
        rows.iter().map(what).collect()
    }

    /// The row it is.
    #[must_use]
    pub fn target(&self) -> Target {
        match self {
            Self::Objective(id) => Target::Objective(id.clone()),
            Self::KeyResult(id) => Target::KeyResult(id.clone()),
        }
    }

    /// Tells whether it has been dropped by itself.
    #[must_use]
    pub fn is_dropped(&self, state: &State) -> bool {
        let Some((quarter, _)) = state.here() else { return false };
        match self {
            Self::Objective(id) => quarter.objective(id).is_some_and(|objective| objective.dropped.is_some()),
            Self::KeyResult(id) => {
                quarter.key_result(id).is_some_and(|(_, key_result)| key_result.dropped.is_some())
            }
        }
    }
}

/// The sentence of a key result that describes work and is said anew.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Work {
    /// It stands in the files.
    Saved(KeyResultId),
    /// It was typed for a new key result under an objective, and is not saved.
    Typed(ObjectiveId, String),
}

impl Work {
    /// The form it is said anew from.
    pub(super) fn form(&self) -> Subject {
        match self {
            Self::Saved(id) => Subject::KeyResult(id.clone()),
            Self::Typed(under, _) => Subject::NewKeyResult(under.clone()),
        }
    }
}

/// Everything a form can be about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// A workspace with its first team and quarter (J1).
    FirstRun,
    /// A new team.
    NewTeam,
    /// A team.
    Team(TeamId),
    /// What a team was before.
    Was(TeamId),
    /// A new quarter of a team.
    NewQuarter(TeamId),
    /// An entry of the effort ledger.
    NewEffort,
    /// An entry of the effort ledger.
    Effort(SessionId),
    /// The label and days of a cycle.
    Cycle(CycleId),
    /// What holds for everyone.
    Settings,
    /// The ground rules of the quarter.
    Frame,
    /// A new objective.
    NewObjective,
    /// An objective.
    Objective(ObjectiveId),
    /// A new key result.
    NewKeyResult(ObjectiveId),
    /// The workbench of a key result.
    KeyResult(KeyResultId),
    /// A key result that describes work, said anew.
    Rewrite(Work),
    /// A new assumption.
    NewAssumption(ObjectiveId),
    /// An assumption.
    Assumption(ObjectiveId, LineId),
    /// A change that was asked of an objective, to be logged.
    NewNegotiation(ObjectiveId),
    /// A change that was asked of an objective.
    Negotiation(ObjectiveId, LineId),
    /// A new dependency.
    NewDependency(KeyResultId),
    /// A dependency.
    Dependency(KeyResultId, LineId),
    /// Our answer to another team, by the path of what it asks.
    Answer(String),
    /// A new initiative.
    NewInitiative(KeyResultId),
    /// An initiative.
    Initiative(KeyResultId, LineId),
    /// A new line of a list.
    NewLine(List),
    /// A line of a list.
    Line(LineId),
    /// The opening vote on a key result.
    OpeningVote(KeyResultId),
    /// The reason for parking an objective.
    Park(ObjectiveId),
    /// The reason for dropping something.
    Drop(Droppable),
    /// The one reason for dropping several things.
    DropSeveral(Vec<Droppable>),
    /// The reason for waiving a question of the coach.
    Waive(AskedOf, Rule),
    /// The commit.
    Commit,
    /// A check-in on a key result.
    CheckIn(KeyResultId),
    /// A correction of the last check-in on a key result.
    Correction(KeyResultId, SittingId),
    /// What the room decides at a check-in.
    Decision,
    /// A correction of what was decided last.
    DecisionCorrection,
    /// The closing record of a key result.
    Scoring(KeyResultId),
    /// What a key result reads after its quarter.
    LaterReading(KeyResultId),
    /// What a key result of an earlier quarter reads now.
    LateReading(KeyResultKey),
    /// What the set as a whole tells.
    Pattern,
    /// A new note of a kind.
    NewNote(NoteKind),
    /// A note or action.
    Note(NoteId),
    /// A verdict of the retrospective.
    Judge(Judged),
    /// The close.
    Close,
    /// What the room is asked in a session.
    Room(Ask),
    /// The name of something alone.
    Rename(Box<Subject>),
}

/// Makes the form of a subject, filled with what stands in the workspace.
///
/// # Errors
/// What it is about is gone, or cannot be changed now.
pub(super) fn build(subject: &Subject, state: &State) -> Result<Form, Refusal> {
    match subject {
        Subject::FirstRun => Ok(place::first_run(state)),
        Subject::NewTeam => Ok(place::new_team()),
        Subject::Team(id) => place::team(state, id),
        Subject::Was(id) => lineage::form(state, id),
        Subject::NewQuarter(team) => place::new_quarter(state, team),
        Subject::NewEffort => place::new_effort(state),
        Subject::Effort(id) => place::effort(state, id),
        Subject::Cycle(id) => place::cycle(state, id),
        Subject::Settings => Ok(place::settings(state)),
        Subject::Frame => setting::frame(state),
        Subject::NewObjective => Ok(setting::new_objective()),
        Subject::Objective(id) => setting::objective(state, id),
        Subject::NewKeyResult(under) => key_result::new(state, under),
        Subject::KeyResult(id) => key_result::workbench(state, id),
        Subject::Rewrite(work) => rewrite::rewrite(state, work),
        Subject::NewAssumption(under) => part::new::<Assumption>(state, under),
        Subject::Assumption(under, id) => part::edit::<Assumption>(state, under, id),
        Subject::NewNegotiation(under) => part::new::<Negotiation>(state, under),
        Subject::Negotiation(under, id) => part::edit::<Negotiation>(state, under, id),
        Subject::NewDependency(of) => part::new::<Dependency>(state, of),
        Subject::Dependency(of, id) => part::edit::<Dependency>(state, of, id),
        Subject::Answer(path) => answer::form(state, path),
        Subject::NewInitiative(of) => part::new::<Initiative>(state, of),
        Subject::Initiative(of, id) => part::edit::<Initiative>(state, of, id),
        Subject::NewLine(list) => Ok(setting::new_line(*list)),
        Subject::Line(id) => setting::line(state, id),
        Subject::OpeningVote(id) => check_in::opening_vote(state, id),
        Subject::Park(id) => reasons::park(state, id),
        Subject::Drop(what) => reasons::drop(state, what),
        Subject::DropSeveral(all) => Ok(reasons::drop_several(all)),
        Subject::Waive(about, rule) => reasons::waive(state, about, *rule),
        Subject::Commit => reasons::commit(state),
        Subject::CheckIn(id) => check_in::check_in(state, id),
        Subject::Correction(id, of) => check_in::correction(state, (id, of)),
        Subject::Decision => Ok(check_in::decision(state)),
        Subject::DecisionCorrection => check_in::decision_correction(state),
        Subject::Scoring(id) => scoring::scoring(state, id),
        Subject::LaterReading(id) => scoring::later(state, id),
        Subject::LateReading(key) => late::form(state, key),
        Subject::Pattern => scoring::pattern(state),
        Subject::NewNote(kind) => Ok(retrospective::new_note(state, *kind)),
        Subject::Note(id) => retrospective::note(state, id),
        Subject::Judge(what) => retrospective::judge(state, what),
        Subject::Close => reasons::close(state),
        Subject::Room(ask) => room::form(state, ask),
        Subject::Rename(of) => rename::form(state, of),
    }
}

/// Makes the change a filled form asks for; letters for new ids are drawn from the seed.
///
/// # Errors
/// A text does not fit its field, or the decision is refused.
pub(super) fn save(form: &mut Form, state: &State, seed: &mut Seed) -> Outcome {
    match form.subject.clone() {
        Subject::FirstRun => place::save_first_run(form, state, seed),
        Subject::NewTeam => place::save_new_team(form, state, seed),
        Subject::Team(id) => place::save_team(form, state, &id),
        Subject::Was(id) => lineage::save(form, state, &id),
        Subject::NewQuarter(team) => place::save_new_quarter(form, state, &team),
        Subject::NewEffort => place::save_new_effort(form, state, seed),
        Subject::Effort(id) => place::save_effort(form, state, &id),
        Subject::Cycle(id) => place::save_cycle(form, state, &id),
        Subject::Settings => place::save_settings(form, state),
        Subject::Frame => setting::save_frame(form, state),
        Subject::NewObjective => setting::save_new_objective(form, state, seed),
        Subject::Objective(id) => setting::save_objective(form, state, &id),
        Subject::NewKeyResult(under) => key_result::save_new(form, state, seed, &under),
        Subject::KeyResult(id) => key_result::save_workbench(form, state, &id),
        Subject::Rewrite(work) => rewrite::save_rewrite(form, state, seed, &work),
        Subject::NewAssumption(under) => part::save::<Assumption>(form, state, seed, (&under, None)),
        Subject::Assumption(under, id) => part::save::<Assumption>(form, state, seed, (&under, Some(&id))),
        Subject::NewNegotiation(under) => part::save::<Negotiation>(form, state, seed, (&under, None)),
        Subject::Negotiation(under, id) => part::save::<Negotiation>(form, state, seed, (&under, Some(&id))),
        Subject::NewDependency(of) => part::save::<Dependency>(form, state, seed, (&of, None)),
        Subject::Dependency(of, id) => part::save::<Dependency>(form, state, seed, (&of, Some(&id))),
        Subject::Answer(path) => answer::save(form, state, seed, &path),
        Subject::NewInitiative(of) => part::save::<Initiative>(form, state, seed, (&of, None)),
        Subject::Initiative(of, id) => part::save::<Initiative>(form, state, seed, (&of, Some(&id))),
        Subject::NewLine(list) => setting::save_new_line(form, state, seed, list),
        Subject::Line(id) => setting::save_line(form, state, &id),
        Subject::OpeningVote(id) => check_in::save_opening_vote(form, state, seed, &id),
        Subject::Park(id) => reasons::save_park(form, state, seed, &id),
        Subject::Drop(what) => reasons::save_drop(form, state, &what),
        Subject::DropSeveral(all) => reasons::save_drop_several(form, state, &all),
        Subject::Waive(about, rule) => reasons::save_waive(form, state, &about, rule),
        Subject::Commit => reasons::save_commit(form, state),
        Subject::CheckIn(id) => check_in::save_check_in(form, state, seed, &id),
        Subject::Correction(id, of) => check_in::save_correction(form, state, seed, (&id, &of)),
        Subject::Decision => check_in::save_decision(form, state, seed),
        Subject::DecisionCorrection => check_in::save_decision_correction(form, state, seed),
        Subject::Scoring(id) => scoring::save_scoring(form, state, &id),
        Subject::LaterReading(id) => scoring::save_later(form, state, &id),
        Subject::LateReading(key) => late::save(form, state, &key),
        Subject::Pattern => scoring::save_pattern(form, state),
        Subject::NewNote(kind) => retrospective::save_new_note(form, state, seed, kind),
        Subject::Note(id) => retrospective::save_note(form, state, &id),
        Subject::Judge(what) => retrospective::save_judge(form, state, &what),
        Subject::Close => reasons::save_close(form, state),
        Subject::Room(ask) => room::save(form, state, seed, &ask),
        Subject::Rename(of) => rename::save(form, state, seed, &of),
    }
}

/// What is said beside the fields: lights, last readings, what stands in the way.
#[must_use]
pub(super) fn aside(form: &Form, state: &State, width: usize) -> Vec<ratatui::text::Line<'static>> {
    match &form.subject {
        Subject::KeyResult(id) => key_result::aside(form, state, id, width),
        Subject::NewKeyResult(under) => key_result::new_aside(form, state, under, width),
        Subject::Rewrite(work) => rewrite::aside(form, state, work, width),
        Subject::Objective(id) => setting::aside(form, state, id, width),
        Subject::NewObjective => setting::new_aside(form, state, width),
        Subject::CheckIn(id) | Subject::Correction(id, _) | Subject::OpeningVote(id) => {
            check_in::aside(state, id, width)
        }
        Subject::Answer(path) => answer::aside(state, path, width),
        Subject::LateReading(key) => detail::watched(state, key, width),
        Subject::LaterReading(id) => {
            let key = |place: &QuarterKey| KeyResultKey { quarter: place.clone(), id: id.clone() };
            state.place.iter().flat_map(|place| detail::watched(state, &key(place), width)).collect()
        }
        Subject::Scoring(id) | Subject::Room(Ask::Score(id)) => scoring::aside(form, state, id, width),
        Subject::Waive(about, rule) => reasons::waive_aside(state, about, *rule, width),
        Subject::Park(id) | Subject::Drop(Droppable::Objective(id)) => reasons::goes_along(state, id, width),
        Subject::FirstRun => place::aside(form, state, width),
        Subject::Judge(Judged::KeyResult(id)) => retrospective::judge_aside(state, id, width),
        Subject::Commit | Subject::Close => reasons::aside(form, state, width),
        Subject::Room(ask) => room::aside(form, state, ask, width),
        Subject::NewTeam
        | Subject::Team(_)
        | Subject::Was(_)
        | Subject::NewQuarter(_)
        | Subject::NewEffort
        | Subject::Effort(_)
        | Subject::Cycle(_)
        | Subject::Settings
        | Subject::Frame
        | Subject::NewAssumption(_)
        | Subject::Assumption(..)
        | Subject::NewNegotiation(_)
        | Subject::Negotiation(..)
        | Subject::NewDependency(_)
        | Subject::Dependency(..)
        | Subject::NewInitiative(_)
        | Subject::Initiative(..)
        | Subject::NewLine(_)
        | Subject::Line(_)
        | Subject::Drop(Droppable::KeyResult(_))
        | Subject::DropSeveral(_)
        | Subject::Decision
        | Subject::DecisionCorrection
        | Subject::Pattern
        | Subject::NewNote(_)
        | Subject::Note(_)
        | Subject::Judge(Judged::Objective(_) | Judged::Assumption(..))
        | Subject::Rename(_) => Vec::new(),
    }
}

/// What a form is called where it is not to be seen: what it is about, and of which thing.
#[must_use]
pub(super) fn called(form: &Form) -> String {
    let title = form.title.as_str();
    match (Traits::of(&form.subject).called, form.entries.first().map(Entry::before)) {
        (Some(called), _) => called(title),
        (None, Some(thing)) if !thing.is_empty() && thing != title => words::thing_of(title, thing),
        (None, _) => title.to_owned(),
    }
}

/// How the change of a form reaches the files: the first run makes the folder, all others change it.
#[must_use]
pub(super) fn effect(subject: &Subject, save: Save) -> Effect {
    let begun = save.change.edits.iter().find_map(|edit| edit.after.as_ref()?.0.quarter().cloned());
    match (Traits::of(subject).place, begun) {
        (Place::Begun, Some(key)) => Effect::Begin(save.change, key),
        (Place::Begun, None) | (Place::Everywhere | Place::Quarter, _) => Effect::Save(save),
    }
}
