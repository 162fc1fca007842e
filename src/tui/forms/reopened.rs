//! Which form an earlier program left a text in, so that it opens from the list of what is kept: names are read back by
//! trying those of every form that can be opened now.

use super::kept::name_of;
use super::subject::{Drop, Subject};
use crate::domain::frame::List;
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::quarter::Quarter;
use crate::domain::retrospective::{Judged, NoteKind};
use crate::tui::state::State;

/// The form of a kept name; none where it is asked in a session, is of another quarter, or what it was about has gone.
pub(super) fn of_name(state: &State, name: &str) -> Option<Subject> {
    let here = state.here().into_iter();
    let here =
        here.flat_map(|(quarter, cycle)| of_quarter(quarter).chain([Subject::Cycle(cycle.id.clone())]));
    let teams = state.workspace.teams.keys().flat_map(|id| {
        [Subject::Team(id.clone()), Subject::Was(id.clone()), Subject::NewQuarter(id.clone())]
    });
    let lists = [List::NotNow, List::KeepRunning, List::Delivery].map(Subject::NewLine);
    let notes = NoteKind::ALL.iter().copied().map(Subject::NewNote);
    let mut all = alone().into_iter().chain(lists).chain(notes).chain(teams).chain(here);
    all.find(|subject| name_of(state, subject) == name)
}

/// Those that are about nothing in particular.
fn alone() -> [Subject; 10] {
    [
        Subject::NewTeam,
        Subject::NewEffort,
        Subject::Settings,
        Subject::Frame,
        Subject::NewObjective,
        Subject::Commit,
        Subject::Decision,
        Subject::DecisionCorrection,
        Subject::Pattern,
        Subject::Close,
    ]
}

fn of_quarter(quarter: &Quarter) -> impl Iterator<Item = Subject> {
    let notes = quarter.notes.iter().map(|note| Subject::Note(note.id.clone()));
    let efforts = quarter.efforts.iter().map(|effort| Subject::Effort(effort.id.clone()));
    quarter.objectives.iter().flat_map(of_objective).chain(notes).chain(efforts)
}

fn of_objective(objective: &Objective) -> impl Iterator<Item = Subject> {
    let id = || objective.id.clone();
    let assumed = objective.assumptions.iter().flat_map(move |line| {
        [
            Subject::Assumption(id(), line.id.clone()),
            Subject::Judge(Judged::Assumption(id(), line.id.clone())),
        ]
    });
    let asked = objective.negotiations.iter().map(move |line| Subject::Negotiation(id(), line.id.clone()));
    let own = [
        Subject::Objective(id()),
        Subject::NewKeyResult(id()),
        Subject::NewAssumption(id()),
        Subject::NewNegotiation(id()),
        Subject::Judge(Judged::Objective(id())),
        Subject::Park(id()),
        Subject::Drop(Drop::Objective(id())),
    ];
    own.into_iter().chain(assumed).chain(asked).chain(objective.key_results.iter().flat_map(of_key_result))
}

fn of_key_result(key_result: &KeyResult) -> impl Iterator<Item = Subject> {
    let id = || key_result.id.clone();
    let asked = key_result.dependencies.iter().map(move |line| Subject::Dependency(id(), line.id.clone()));
    let tried = key_result.initiatives.iter().map(move |line| Subject::Initiative(id(), line.id.clone()));
    let own = [
        Subject::KeyResult(id()),
        Subject::Rewrite(id()),
        Subject::NewDependency(id()),
        Subject::NewInitiative(id()),
        Subject::OpeningVote(id()),
        Subject::CheckIn(id()),
        Subject::Scoring(id()),
        Subject::LaterReading(id()),
        Subject::Judge(Judged::KeyResult(id())),
        Subject::Drop(Drop::KeyResult(id())),
    ];
    own.into_iter().chain(asked).chain(tried)
}
