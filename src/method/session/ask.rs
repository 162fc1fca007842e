//! What the room is asked in a few blanks, and what becomes of the answers: one sheet a question, for the forms of the
//! screens and for the plain prompts alike.

mod board;
mod field;
mod room;

use serde::{Deserialize, Serialize};

use crate::domain::decision::Desk;
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::retrospective::Judged;
use crate::method::step::{Step, Steps};

use super::sheet::{Typed, lettered, wrong};
use super::topic::Topic;
use super::{Player, agreeing, check_in, choosing, closing};

pub use super::agreeing::dependencies;
pub use super::choosing::lessons;
pub use super::sheet::{Blank, Sheet, Wrong, letters};
pub use board::Numbered;

/// Something the room is asked for that takes more than a key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ask {
    /// How many are in the room.
    People,
    /// A line for the parking lot.
    Park,
    /// Why a step is left out.
    Skip,
    /// Thumbs up, sideways, down.
    Extend,
    /// The minutes it took, where the clock does not know.
    Minutes,
    /// What was spent alone before the meeting, by its place among what is declared.
    Declare(usize),
    /// One field of what is talked about, where there is no form.
    Field(Topic),
    /// The sponsor's promise (SET-1).
    Promise,
    /// The five principles (SET-1).
    GroundRules,
    /// The drafts of one person (SET-2).
    Draft,
    /// Two that say the same (SET-3).
    Merge,
    /// An objective that was forgotten (SET-3).
    Add,
    /// The dots of one person (SET-4, RET-7).
    Dots,
    /// Where it came from (SET-5).
    Origin(ObjectiveId),
    /// Other words (SET-5).
    Reword(ObjectiveId),
    /// The argument for it (SET-5).
    For(ObjectiveId),
    /// The argument against it (SET-5).
    Against(ObjectiveId),
    /// Why not now (SET-5).
    NotNow(ObjectiveId),
    /// Which one is cut (SET-6).
    Cut,
    /// A no by name (SET-6).
    AlsoNotNow,
    /// The four questions at once (SET-9).
    Questions(KeyResultId),
    /// Why a question of the coach is not asked any more (SET-9).
    Waive(KeyResultId),
    /// What another team must do (SET-10).
    Depend,
    /// What the other team said (SET-10).
    Replied,
    /// What it contributes to (SET-11).
    Contribute(ObjectiveId),
    /// What was asked of it from above or below (SET-11).
    Negotiate(ObjectiveId),
    /// Why a nominal alignment is kept (SET-11).
    KeepNominal,
    /// Why nothing moved (SET-12).
    Reason,
    /// What is taken for granted (SET-12).
    Assume,
    /// The numbers of the room (SET-13, CHK-3, CHK-4).
    Votes(KeyResultId),
    /// The fists of the room (SET-14).
    Fist,
    /// Why it is committed all the same (SET-14).
    Commit,
    /// How many objectives were named (CHK-2).
    Recalled,
    /// What is noted (CHK-4).
    Note(KeyResultId),
    /// What is done (CHK-4).
    Do(KeyResultId),
    /// What else is talked about (CHK-4).
    Talk,
    /// What is decided (CHK-5).
    Decide,
    /// Keep, change or drop (MID-2).
    Judge(ObjectiveId),
    /// What changes about a key result, and why (MID-2, MID-3).
    Revise(ObjectiveId),
    /// Who must hear it (MID-3).
    Told,
    /// Where freed time goes (MID-3).
    Freed,
    /// The score (SCO-3).
    Score(KeyResultId),
    /// What the set tells (SCO-4).
    Whole,
    /// How freely one can speak (RET-1).
    Tone,
    /// A note in a column (RET-2).
    Write,
    /// Another format (RET-2).
    Format,
    /// What becomes of a line of the parking lot (RET-2).
    Unpark,
    /// Too easy or too hard, whether it mattered, whether it held, and what tells us (RET-3 to RET-5).
    Verdict(Judged),
    /// What is kept or cut of the process (RET-6).
    Process,
    /// A change (RET-7).
    Choose,
    /// A word we are proud of (RET-8).
    Proud,
    /// Why it is closed all the same (RET-8).
    Close,
}

impl Ask {
    /// What is asked next at once: the same of the next person, the next of what was done alone.
    pub fn next(&self, player: &Player) -> Option<Self> {
        let goes_on = match self {
            Self::Declare(at) => {
                return Some(Self::Declare(at + 1)).filter(|_| at + 1 < player.declared().len());
            }
            Self::Draft => player.hidden().drafts.hands() < player.people(),
            Self::Dots => player.hidden().dots.hands() < player.people(),
            _ => matches!(self, Self::Reason | Self::Write | Self::Proud),
        };
        goes_on.then(|| self.clone())
    }

    /// Tells whether what is typed is hidden until all of it is in, so that no unfinished answer is kept.
    pub fn is_blind(&self) -> bool {
        self.counts_in() || self.is_secret()
    }

    /// Tells whether one person answers it and nobody else may look on (SET-3, SET-4, RET-7).
    pub fn is_secret(&self) -> bool {
        matches!(self, Self::Draft | Self::Dots)
    }

    /// What stands in a blank once those before it are filled in.
    pub fn stands(&self, blank: &Blank, answers: &[String], desk: &Desk<'_>) -> Option<String> {
        match self {
            Self::Field(topic) if blank.name == "value" => field::stands(topic, answers.first()?, desk),
            _ => None,
        }
    }

    /// The question of the method it asks, where it asks one: its step, and the place among the questions of that, from 0.
    pub fn question(&self) -> Option<(Step, usize)> {
        Some(match self {
            Self::Against(_) => (Step::Set5, 2),
            Self::AlsoNotNow => (Step::Set6, 1),
            Self::Depend => (Step::Set10, 0),
            Self::Reason => (Step::Set12, 0),
            Self::Assume => (Step::Set12, 1),
            Self::Recalled => (Step::Chk2, 0),
            Self::Note(_) => (Step::Chk4, 0),
            Self::Decide => (Step::Chk5, 0),
            Self::Judge(_) => (Step::Mid2, 0),
            Self::Whole => (Step::Sco4, 0),
            Self::Tone => (Step::Ret1, 0),
            Self::Verdict(Judged::Objective(_)) => (Step::Ret4, 0),
            Self::Verdict(Judged::Assumption(..)) => (Step::Ret5, 0),
            Self::Process => (Step::Ret6, 0),
            Self::Proud => (Step::Ret8, 0),
            _ => return None,
        })
    }

    /// Its blanks, and what becomes of the answers; what it asks as the team has it.
    pub fn sheet(&self, player: &Player, desk: &Desk<'_>) -> Sheet {
        let steps = Steps::with(&desk.workspace.steps);
        let mut sheet = self.blanks(player, desk);
        if let Some((step, at)) = self.question() {
            steps.guide(step).question(at).clone_into(&mut sheet.title);
        }
        sheet
    }

    fn blanks(&self, player: &Player, desk: &Desk<'_>) -> Sheet {
        match self.clone() {
            Self::People => room::people(player),
            Self::Park => room::park(),
            Self::Skip => room::skip(player, desk),
            Self::Extend => room::extend(player),
            Self::Minutes => room::minutes(player),
            Self::Declare(at) => room::declare(at, player, desk),
            Self::Field(topic) => field::field(topic, desk),
            Self::Promise => choosing::promise(desk),
            Self::GroundRules => choosing::ground_rules(desk),
            Self::Draft => choosing::draft(desk),
            Self::Merge => choosing::merge(player.step()),
            Self::Add => choosing::add(),
            Self::Dots => choosing::dots(player),
            Self::Origin(id) => choosing::origin(id, desk),
            Self::Reword(id) => choosing::reword(id, desk),
            Self::For(id) => choosing::argue(id, crate::domain::decision::Side::For),
            Self::Against(id) => choosing::argue(id, crate::domain::decision::Side::Against),
            Self::NotNow(id) => choosing::not_now(id, desk),
            Self::Cut => choosing::cut((player.step(), desk)),
            Self::AlsoNotNow => choosing::also_not_now(),
            Self::Questions(id) => agreeing::questions(id, desk),
            Self::Waive(id) => agreeing::waive(id),
            Self::Depend => agreeing::depend(),
            Self::Replied => agreeing::replied(),
            Self::Contribute(id) => agreeing::contribute(id, desk),
            Self::Negotiate(id) => agreeing::negotiate(id, desk),
            Self::KeepNominal => agreeing::keep_nominal(),
            Self::Reason => agreeing::reason(),
            Self::Assume => agreeing::assume(),
            Self::Votes(id) => agreeing::votes(id, desk),
            Self::Fist => agreeing::fist(),
            Self::Commit => agreeing::commit(desk),
            Self::Recalled => check_in::recalled(),
            Self::Note(id) => check_in::note(id, player),
            Self::Do(id) => check_in::act(id),
            Self::Talk => check_in::talk(),
            Self::Decide => check_in::decide(),
            Self::Judge(id) => check_in::judge(id, desk),
            Self::Revise(id) => check_in::revise(id),
            Self::Told => check_in::told(desk),
            Self::Freed => check_in::freed(desk),
            Self::Score(id) => closing::score(id, desk),
            Self::Whole => closing::whole(desk),
            Self::Tone => agreeing::tone(),
            Self::Write => closing::write(player),
            Self::Format => closing::format(),
            Self::Unpark => closing::unpark(),
            Self::Verdict(what) => closing::verdict(what, desk),
            Self::Process => closing::process(),
            Self::Choose => closing::choose(),
            Self::Proud => closing::proud(),
            Self::Close => closing::close(desk),
        }
    }
}
