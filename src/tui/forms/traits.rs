//! What a form is beside its fields: one row a subject.

use super::subject::Subject;
use crate::method::session::offers::Ask;
use crate::words::anywhere;
use crate::words::forms as words;

/// What a form is about in the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The workspace that saving it makes.
    Begun,
    /// The same thing whichever quarter is open.
    Everywhere,
    /// The open quarter: the same form in another one is about something else.
    Quarter,
}

/// Where several lines that are pasted may become several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Several {
    /// What they become: `assumptions`.
    pub things: &'static str,
    /// The field they have to be pasted into; the first for a sentence where none is named.
    pub field: Option<&'static str>,
}

/// What a form is beside its fields.
#[derive(Debug, Clone, Copy)]
pub(super) struct Traits {
    /// What it is about in the workspace.
    pub place: Place,
    /// Whether the coach follows the typing beside the form, so that its lines keep their place whatever is asked.
    pub is_coached: bool,
    /// Whether what is said beside the fields stays below them where a form is shown large: what stands in the way, and the
    /// board whose numbers are asked for.
    pub is_on_the_wall: bool,
    /// What several lines make; none where they are one thing.
    pub several: Option<Several>,
    /// What it is called where it is not to be seen, by its title; by its first field where nothing is said here.
    pub called: Option<fn(&str) -> String>,
}

/// A form about something of the open quarter, of which nothing else is to be said.
const QUARTER: Traits =
    Traits { place: Place::Quarter, is_coached: false, is_on_the_wall: false, several: None, called: None };
/// The same about something of the workspace.
const EVERYWHERE: Traits = Traits { place: Place::Everywhere, ..QUARTER };
/// A sentence that the coach reads while it is typed.
const COACHED: Traits = Traits { is_coached: true, ..QUARTER };
/// A question of the room that is decided on what stands below it.
const DECIDED: Traits = Traits { is_on_the_wall: true, ..QUARTER };

impl Traits {
    /// Those of a subject.
    pub(super) fn of(subject: &Subject) -> Self {
        match subject {
            Subject::FirstRun => Self { place: Place::Begun, ..QUARTER },
            Subject::NewTeam
            | Subject::Team(_)
            | Subject::Was(_)
            | Subject::NewQuarter(_)
            | Subject::Cycle(_)
            | Subject::Settings
            | Subject::LateReading(..) => EVERYWHERE,
            Subject::NewObjective => COACHED.making(words::OBJECTIVES),
            Subject::NewKeyResult(_) => COACHED.making(words::KEY_RESULTS),
            Subject::Objective(_) | Subject::Rewrite(_) => COACHED,
            Subject::KeyResult(_) => Self { called: Some(|title| words::key_result_of(title)), ..COACHED },
            Subject::NewAssumption(_) => QUARTER.making(words::ASSUMPTIONS),
            Subject::NewInitiative(_) => QUARTER.making(words::INITIATIVES),
            Subject::NewLine(_) => QUARTER.making(words::LINES),
            Subject::NewNote(_) => QUARTER.making(words::NOTES),
            Subject::CheckIn(_) => Self { called: Some(|title| words::check_in_of(title)), ..QUARTER },
            Subject::Scoring(_) => Self { called: Some(|title| words::scoring_of(title)), ..QUARTER },
            Subject::Commit | Subject::Close => DECIDED,
            Subject::NewEffort
            | Subject::Effort(_)
            | Subject::Frame
            | Subject::Assumption(..)
            | Subject::NewNegotiation(_)
            | Subject::Negotiation(..)
            | Subject::NewDependency(_)
            | Subject::Dependency(..)
            | Subject::Answer(_)
            | Subject::Initiative(..)
            | Subject::Line(_)
            | Subject::OpeningVote(_)
            | Subject::Park(_)
            | Subject::Drop(_)
            | Subject::DropSeveral(_)
            | Subject::Waive(..)
            | Subject::Correction(..)
            | Subject::Decision
            | Subject::DecisionCorrection
            | Subject::LaterReading(_)
            | Subject::Pattern
            | Subject::Note(_)
            | Subject::Judge(_) => QUARTER,
            Subject::Room(ask) => Self::in_a_room(ask),
            Subject::Rename(of) => Self { place: Self::of(of).place, ..QUARTER },
        }
    }

    /// Those of what the room is asked.
    fn in_a_room(ask: &Ask) -> Self {
        match ask {
            Ask::Draft => Self { is_coached: true, ..DECIDED },
            Ask::Score(_) => QUARTER,
            Ask::Add => DECIDED.making(words::OBJECTIVES),
            Ask::Assume => DECIDED.making_in("text", words::ASSUMPTIONS),
            Ask::Park | Ask::AlsoNotNow => DECIDED.making(words::LINES),
            Ask::Write => DECIDED.making_in("note", words::NOTES),
            Ask::Process => DECIDED.making(words::NOTES),
            Ask::Reason => DECIDED.making(words::REASONS),
            Ask::Proud => DECIDED.making(anywhere::WORDS),
            _ => DECIDED,
        }
    }

    const fn making(self, things: &'static str) -> Self {
        Self { several: Some(Several { things, field: None }), ..self }
    }

    const fn making_in(self, field: &'static str, things: &'static str) -> Self {
        Self { several: Some(Several { things, field: Some(field) }), ..self }
    }
}
