//! The session player: which step it is, whose clock runs, what waits hidden, and what it cost. A value without screen,
//! clock or files, used by the screens, by presenter mode and by the plain prompts.
//!
//! # How it is used
//!
//! [`Player::begin`] starts a session, [`Player::pass`] lets time pass, [`Player::act`] takes in what the room does and
//! gives the player as it is afterwards, with a [`Change`] where something is to be saved. Nothing is changed before that:
//! a caller saves first and then goes on with the new player.
//!
//! # What is kept, and when
//!
//! A player is written by [`Player::to_text`] into a record in the state folder, which only this person may read: after
//! every act, and once a second while the clock runs. A change is written into the same record before it is saved and
//! struck out afterwards; saving a change twice does the same as saving it once. So a session that was killed goes on at
//! the same step and second, and no vote, note or minute is lost or doubled. Drafts, votes and dots stand in the record
//! alone until they are revealed. Its [`trail`] stands beside it, written with every act.

pub mod act;
mod agreeing;
mod ask;
pub mod blind;
mod check_in;
mod choosing;
pub mod circles;
pub mod clock;
mod closing;
pub mod cue;
pub mod inputs;
mod ledger;
mod live;
pub mod offers;
pub mod roles;
mod sheet;
mod signals;
pub mod topic;
pub mod trail;
pub mod undone;
mod views;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::domain::change::{Change, Refusal};
use crate::domain::check_in::Action;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::id::{KeyResultId, ObjectiveId, SittingId};
use crate::domain::quarter::QuarterKey;
use crate::domain::stop_rule::StopRule;
use crate::words::method::session::played as words;

use super::step::{SessionKind, Step};
use blind::{Ballot, Dots, Drafts};
use circles::Circle;
use clock::Clock;
use topic::Topic;
use trail::Trail;

pub use act::{Act, Blind, Played};
pub use cue::Cue;
pub use inputs::Say;
pub use ledger::default_effort;
pub use live::{due, sessions};

/// How many objectives more than planned are debated (SET-4).
const SHORTLIST_MORE: u32 = 2;

/// What a session begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Begin {
    /// Which session.
    pub kind: SessionKind,
    /// How many are in the room, an outside facilitator counted.
    pub people: u32,
    /// How many objectives are planned; the set's own count when left out, or that of the reference team while it has none.
    pub objectives: Option<u32>,
}

/// How a step ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// It was gone through.
    Done,
    /// It was skipped, for a reason.
    Skipped(String),
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Ended {
    /// It stands in the ledger.
    Closed,
    /// Nothing of it is in the ledger.
    PutAway,
}

/// One step of the session: its clock and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// Which step.
    pub step: Step,
    /// How it ended; `None` while it is open.
    #[serde(default)]
    pub ending: Option<Ending>,
    /// What is talked about now.
    #[serde(default)]
    topic: Option<Topic>,
    /// Its place among what the step talks about, where the next one comes when it goes.
    #[serde(default)]
    place: usize,
    /// The time that was spent on `topic`.
    #[serde(default, with = "clock::millis")]
    on_topic: Duration,
    /// What a check-in talks about, as it was chosen when the step began.
    #[serde(default)]
    picked: Vec<Topic>,
    /// Cues that were given once and are not given again.
    #[serde(default)]
    given: Vec<Cue>,
    /// Its time.
    pub clock: Clock,
}

/// What was said at a check-in and lands when it decides (CHK-2, CHK-4). It stays with the session, so that what is said after
/// that is added to it, and what is taken back can be said again.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Talk {
    /// How many objectives the room named.
    #[serde(default)]
    pub recalled: Option<u32>,
    /// What was noted, by key result.
    #[serde(default)]
    pub notes: BTreeMap<KeyResultId, String>,
    /// What is done until the next check-in.
    #[serde(default, rename = "action")]
    pub actions: Vec<Action>,
}

/// What waits until all of it is in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Hidden {
    /// Drafts of objectives (SET-2).
    #[serde(default)]
    pub drafts: Drafts,
    /// Dots on objectives (SET-4) or lessons (RET-7).
    #[serde(default)]
    pub dots: Dots,
    /// The fist to five (SET-14).
    #[serde(default)]
    pub fist: Ballot,
    /// How freely one can speak (RET-1).
    #[serde(default)]
    pub tone: Ballot,
    /// Confidence, by key result (SET-13, CHK-3, CHK-4).
    #[serde(default)]
    pub votes: BTreeMap<KeyResultId, Ballot>,
}

/// A session while it is played.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Player {
    kind: SessionKind,
    key: QuarterKey,
    date: Day,
    /// The number of the check-in, where it is one.
    #[serde(default)]
    round: Option<usize>,
    people: u32,
    turn: usize,
    shortlist: usize,
    at: usize,
    is_running: bool,
    #[serde(default)]
    ended: Option<Ended>,
    /// The sittings that hold the votes of this session, each correcting the one before.
    #[serde(default)]
    voted: Vec<SittingId>,
    /// The objectives that the drafts became, but for those that the room merged or parked since.
    #[serde(default)]
    drafted: Vec<ObjectiveId>,
    /// The sittings that hold what was said, each correcting the one before.
    #[serde(default)]
    said: Vec<SittingId>,
    /// The format of the writing step (RET-2), where it is not the usual one.
    #[serde(default)]
    format: Option<String>,
    /// How long the room said it took, where the clock does not say it.
    #[serde(default, rename = "said_minutes")]
    minutes: Option<Said>,
    /// How often an objective was reworded in the debate.
    #[serde(default)]
    reworded: BTreeMap<ObjectiveId, u32>,
    /// Whether the notice or ground rule was read aloud.
    #[serde(default)]
    is_read: bool,
    /// Points of the hand-over that were gone through.
    #[serde(default)]
    ticked: Vec<Topic>,
    /// The circle of 1-2-all that sits together, where a question is stuck.
    #[serde(default)]
    circle: Option<circles::Sitting>,
    #[serde(default)]
    talk: Talk,
    #[serde(default)]
    hidden: Hidden,
    /// What was done alone before, as declared; the step's default where nothing is.
    #[serde(default)]
    declared: Vec<Declared>,
    #[serde(rename = "stage")]
    stages: Vec<Stage>,
    /// What can be taken back; shared, as a session is tried on copies for every message.
    #[serde(skip)]
    trail: Arc<Trail>,
}

/// How long the room said a session took; what is clocked after that is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Said {
    /// The minutes that were said.
    minutes: u32,
    /// The minutes that were clocked by then.
    clocked: u32,
}

/// Effort that was spent alone before a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declared {
    /// The step; `None` for the preparation of the kick-off.
    #[serde(default)]
    pub step: Option<Step>,
    /// Minutes each person spent.
    pub minutes: u32,
    /// How many people.
    pub people: u32,
}

impl Player {
    /// Begins a session: its boxes are those of this team, its clock waits.
    ///
    /// # Errors
    /// Nobody is in the room, a check-in finds nothing committed, or a step of the session cannot be held yet.
    pub fn begin(begin: Begin, desk: &Desk<'_>) -> Result<Self, Refusal> {
        live::can_begin(begin, desk)?;
        let round = live::round(begin.kind, desk);
        let shape = live::shape(begin, desk);
        let stages = live::stages(begin.kind, desk, &shape);
        let mut player = Self {
            kind: begin.kind,
            key: desk.quarter.key.clone(),
            date: desk.today,
            round: round.map(|round| round.number),
            people: begin.people,
            turn: roles::next_turn(desk.workspace, &desk.quarter.key.team),
            shortlist: usize::try_from(shape.objectives + SHORTLIST_MORE).unwrap_or(usize::MAX),
            at: 0,
            is_running: false,
            ended: None,
            voted: Vec::new(),
            drafted: Vec::new(),
            said: Vec::new(),
            format: None,
            minutes: None,
            reworded: BTreeMap::new(),
            is_read: false,
            ticked: ledger::ticked(desk),
            circle: None,
            talk: Talk::default(),
            hidden: Hidden::default(),
            declared: ledger::declared(begin, desk, &shape),
            stages,
            trail: Arc::default(),
        };
        player.enter(desk);
        Ok(player)
    }

    fn stage_mut(&mut self) -> &mut Stage {
        &mut self.stages[self.at]
    }

    /// Lets time pass, by a clock that never runs backwards. Gives what is to be said now. It never goes on by itself, and
    /// a clock that does not run takes nothing in.
    pub fn pass(&mut self, elapsed: Duration) -> Vec<Cue> {
        if !self.is_running || self.is_closed() {
            return Vec::new();
        }
        let said = self.stage_mut().clock.pass(elapsed);
        let before = self.stage().on_topic;
        self.stage_mut().on_topic = before.saturating_add(elapsed);
        let timed = said.into_iter().map(Cue::Time).chain(signals::by_time(self));
        let timed: Vec<Cue> = timed.chain(self.circle_ends(elapsed)).collect();
        self.give(timed)
    }

    /// The word at the end of a circle's minutes, when they ended within what has just passed.
    fn circle_ends(&self, elapsed: Duration) -> Option<Cue> {
        let (sitting, spent) = (self.circle?, self.stage().clock.spent);
        let has_ended =
            sitting.left(spent).is_zero() && !sitting.left(spent.saturating_sub(elapsed)).is_zero();
        let next = sitting.circle.next(self.people);
        has_ended.then(|| next.map_or(Cue::CirclesOver, Cue::NextCircle))
    }

    /// The circle after the one that sits together, the first where none does; after the last none.
    fn next_circle(&mut self) -> Result<(), Refusal> {
        if !self.is_talked_through() {
            let says = words::NO_QUESTION_IS_TALKED_THROUGH;
            return Err(Refusal::one(
                StopRule::Reference,
                self.step().id(),
                says,
                words::GO_ON_TO_ONE_THAT_IS,
            ));
        }
        let next = match self.circle {
            Some(sitting) => sitting.circle.next(self.people),
            None => Some(Circle::Alone),
        };
        let spent = self.stage().clock.spent;
        self.is_running |= next.is_some();
        self.circle = next.map(|circle| circles::Sitting::begins(circle, spent));
        Ok(())
    }

    /// Remembers where what is talked about stands, for when it goes.
    fn keep_place(&mut self, desk: &Desk<'_>) {
        let (all, topic) = (self.topics(desk), self.topic(desk));
        let place = all.iter().position(|other| Some(other) == topic.as_ref());
        self.stage_mut().place = place.unwrap_or(0);
    }

    /// Leaves out the cues of what does not stand any more; they can be given again.
    pub fn let_go(&mut self, cues: &mut Vec<Cue>, desk: &Desk<'_>) {
        let gone: Vec<Cue> = cues.extract_if(.., |cue| !signals::still_holds(cue, self, desk)).collect();
        self.stage_mut().given.retain(|cue| !gone.contains(cue));
    }

    /// Keeps the cues that have not been given in this step.
    fn give(&mut self, cues: Vec<Cue>) -> Vec<Cue> {
        let given = &mut self.stage_mut().given;
        let new: Vec<Cue> =
            cues.into_iter().filter(|cue| !cue.is_said_once() || !given.contains(cue)).collect();
        given.extend(new.iter().filter(|cue| cue.is_said_once()).cloned());
        new
    }

    /// The player as a text for its record.
    ///
    /// # Panics
    /// Never: it holds nothing that TOML cannot say.
    #[must_use]
    pub fn to_text(&self) -> String {
        toml::to_string(self).expect("a player holds nothing that TOML cannot say; a test writes every kind")
    }

    /// Reads a player from its record; it goes on at the same step and second, its clock waiting.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut player: Self = toml::from_str(text).ok()?;
        player.is_running = false;
        (player.at < player.stages.len()).then_some(player)
    }
}

/// A change made of several, under one sentence.
pub(super) fn together(sentence: impl Into<String>, changes: impl IntoIterator<Item = Change>) -> Change {
    Change { sentence: sentence.into(), edits: changes.into_iter().flat_map(|change| change.edits).collect() }
}

#[cfg(test)]
mod tests;
