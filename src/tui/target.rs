//! What a row of a list stands for.

use crate::domain::id::{KeyResultId, LineId, NoteId, ObjectiveId, SessionId};
use crate::domain::quarter::{KeyResultKey, QuarterKey};
use crate::domain::retrospective::NoteKind;
use crate::method::alignment::Spot;
use crate::method::hand_over::PointKind;
use crate::tui::forms::Subject;
use crate::tui::trouble::Trouble;
use crate::words::anywhere;
use crate::words::lists as words;

/// An object that can be selected; the selection follows it wherever it moves.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A heading; it has parts and a place for new ones.
    Heading(Heading),
    /// An objective.
    Objective(ObjectiveId),
    /// A key result.
    KeyResult(KeyResultId),
    /// An assumption of an objective.
    Assumption(ObjectiveId, LineId),
    /// A change that was asked of an objective.
    Negotiation(ObjectiveId, LineId),
    /// A dependency of a key result.
    Dependency(KeyResultId, LineId),
    /// An initiative of a key result.
    Initiative(KeyResultId, LineId),
    /// Something another team asks of us, by its path.
    Asked(String),
    /// A key result of another team that is measured here.
    Measured(KeyResultKey),
    /// A line of the not-now, keep-running or delivery list.
    Line(LineId),
    /// A point of the hand-over.
    Handed(LineId),
    /// A note or action of the retrospective.
    Note(NoteId),
    /// An entry of the effort ledger.
    Effort(SessionId),
    /// A quarter of a team.
    Quarter(QuarterKey),
    /// A key result that is looked back on.
    Reviewed(KeyResultKey),
    /// A place on the map.
    Spot(Spot),
    /// A key result of an earlier quarter that is still read.
    Watched(KeyResultKey),
    /// What is to be done next.
    Due,
    /// Something that needs attention, by its words.
    Attention(String),
    /// Something wrong with a file.
    Trouble(Box<Trouble>),
}

impl Target {
    /// What it is, as the title of its detail.
    pub fn kind_word(&self) -> &'static str {
        match self {
            Self::Heading(_) => words::ABOUT,
            Self::Objective(_) => anywhere::OBJECTIVE_TITLE,
            Self::KeyResult(_) | Self::Reviewed(..) => words::KEY_RESULT,
            Self::Assumption(..) => anywhere::ASSUMPTION,
            Self::Negotiation(..) => words::ASKED_OF_AN_OBJECTIVE,
            Self::Dependency(..) => anywhere::DEPENDENCY,
            Self::Initiative(..) => anywhere::INITIATIVE,
            Self::Asked(_) => anywhere::ASKED_OF_US,
            Self::Measured(..) => anywhere::MEASURED_HERE,
            Self::Line(_) => anywhere::LINE,
            Self::Handed(_) => words::HANDED_OVER,
            Self::Note(_) => anywhere::NOTE,
            Self::Effort(_) => anywhere::EFFORT,
            Self::Quarter(_) => words::QUARTER,
            Self::Spot(spot) => spot_word(spot),
            Self::Watched(..) => anywhere::PAYS_BACK_LATE,
            Self::Due => anywhere::NEXT,
            Self::Attention(_) => anywhere::NEEDS_ATTENTION,
            Self::Trouble(_) => words::FILE,
        }
    }

    /// The form in which it is edited; none where it has none of its own.
    pub fn form(&self) -> Option<Subject> {
        Some(match self {
            Self::Heading(Heading::Frame) => Subject::Frame,
            Self::Objective(id) => Subject::Objective(id.clone()),
            Self::KeyResult(id) => Subject::KeyResult(id.clone()),
            Self::Assumption(under, id) => Subject::Assumption(under.clone(), id.clone()),
            Self::Negotiation(under, id) => Subject::Negotiation(under.clone(), id.clone()),
            Self::Dependency(of, id) => Subject::Dependency(of.clone(), id.clone()),
            Self::Initiative(of, id) => Subject::Initiative(of.clone(), id.clone()),
            Self::Asked(path) => Subject::Answer(path.clone()),
            Self::Line(id) => Subject::Line(id.clone()),
            Self::Note(id) => Subject::Note(id.clone()),
            Self::Effort(id) => Subject::Effort(id.clone()),
            _ => return None,
        })
    }
}

/// What a place on the map is, as the title of its detail.
fn spot_word(spot: &Spot) -> &'static str {
    match spot {
        Spot::Team(_) => anywhere::TEAM,
        Spot::Objective(..) => anywhere::OBJECTIVE_TITLE,
        Spot::Link(..) | Spot::Helped(..) => words::CONTRIBUTION,
        Spot::Waits(_) | Spot::Asked(_) | Spot::Among(_) => anywhere::DEPENDENCY,
        Spot::Measured(..) => anywhere::MEASURED_HERE,
        Spot::Waiting => words::ABOUT,
    }
}

/// The headings of the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    /// The ground rules of the quarter.
    Frame,
    /// What the last quarter handed over.
    HandOver,
    /// One kind of what was handed over.
    Points(PointKind),
    /// The set.
    Set,
    /// What we say no to.
    NotNow,
    /// What simply goes on.
    KeepRunning,
    /// Work with a date.
    Delivery,
    /// What other teams ask of us.
    Asked,
    /// What is measured here for other teams.
    Measured,
    /// The set as a whole at scoring.
    Pattern,
    /// A column of the retrospective.
    Column(NoteKind),
    /// What is to be done next.
    Next,
    /// What needs attention.
    Attention,
    /// The effort: its ledger, or its plan.
    Effort,
    /// The quarters of all teams.
    Quarters,
    /// How right the confidence was, over all quarters.
    Calibration,
    /// What was expected against what was reached, over all quarters.
    Expected,
    /// Where confidence and score lay farthest apart.
    MostWrong,
    /// What pays back after its quarter.
    Late,
    /// What could not be read.
    Troubles,
}
