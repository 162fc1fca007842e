//! What a player shows of itself; what waits hidden says only how much of it is in.

use std::time::Duration;

use super::blind::Ballot;
use super::circles::{Circle, TALKED_THROUGH};
use super::clock::{self, whole_minutes};
use super::roles::{self, Roles};
use super::topic::{self, Topic};
use super::{Declared, Ended, Ending, Hidden, Player, Stage, Talk, inputs};
use crate::domain::confidence::Votes;
use crate::domain::day::Day;
use crate::domain::decision::Desk;
use crate::domain::effort::PersonMinutes;
use crate::domain::id::KeyResultId;
use crate::domain::quarter::QuarterKey;
use crate::domain::retrospective::NoteKind;
use crate::domain::team::Team;
use crate::method::check_ins::{Round, Rounds};
use crate::method::step::{Board, Format, Guide, SessionKind, Step, Steps};
use crate::words::method::session::played as words;

impl Player {
    /// Which session it is.
    pub fn kind(&self) -> SessionKind {
        self.kind
    }

    /// The quarter it belongs to.
    pub fn key(&self) -> &QuarterKey {
        &self.key
    }

    /// The day it began.
    pub fn date(&self) -> Day {
        self.date
    }

    /// What it is called: "Check-in 4", "Refine".
    pub fn title(&self) -> String {
        match (self.kind, self.round) {
            (SessionKind::CheckIn, Some(number)) => format!("{} {number}", self.kind.title()),
            (SessionKind::MidQuarter, Some(number)) => words::check_in(number),
            _ => self.kind.title().to_owned(),
        }
    }

    /// The check-in it belongs to, where it is one.
    pub fn round(&self, desk: &Desk<'_>) -> Option<Round> {
        let rounds = Rounds::at(desk);
        let number = self.round?;
        rounds.list().iter().copied().find(|round| round.number == number)
    }

    /// What was decided in this session.
    pub fn decision<'d>(&self, desk: &Desk<'d>) -> Option<&'d str> {
        inputs::still_there(&self.said, desk)?.decision.as_deref()
    }

    /// How many are in the room.
    pub fn people(&self) -> u32 {
        self.people
    }

    /// Who facilitates and who drives, where the team's people are named.
    pub fn roles<'a>(&self, team: &'a Team) -> Option<Roles<'a>> {
        roles::roles(team, self.turn)
    }

    /// The steps with their clocks, in order.
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// The place of the current step, from 0.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The current step with its clock.
    pub fn stage(&self) -> &Stage {
        &self.stages[self.at]
    }

    /// The current step.
    pub fn step(&self) -> Step {
        self.stage().step
    }

    /// What the current step asks, shows and takes.
    pub fn guide<'a>(&self, desk: &Desk<'a>) -> Guide<'a> {
        Steps::with(&desk.workspace.steps).guide(self.step())
    }

    /// The board of the current step.
    pub fn board(&self) -> Board {
        Steps::METHOD.guide(self.step()).show
    }

    /// Whether the clock runs.
    pub fn is_running(&self) -> bool {
        self.is_running
    }

    /// Whether the session has been closed; its record can go.
    pub fn is_closed(&self) -> bool {
        self.ended.is_some()
    }

    /// Whether it has been put away: nothing of it is in the ledger.
    pub fn is_put_away(&self) -> bool {
        self.ended == Some(Ended::PutAway)
    }

    /// Where the clock of the current step stands.
    pub fn clock(&self) -> clock::Reading {
        self.stage().clock.reading()
    }

    /// The circle of 1-2-all that sits together, and what is left of its minutes.
    pub fn circle(&self) -> Option<(Circle, Duration)> {
        let sitting = self.circle?;
        Some((sitting.circle, sitting.left(self.stage().clock.spent)))
    }

    /// Whether the step talks a question through, so that it can be stuck.
    pub fn is_talked_through(&self) -> bool {
        TALKED_THROUGH.contains(&self.step())
    }

    /// What the session has cost so far, begun minutes counted.
    pub fn cost(&self) -> PersonMinutes {
        PersonMinutes(self.session_minutes().saturating_mul(self.people))
    }

    /// What was spent alone before the session, as declared; it enters the ledger with it.
    pub fn prepared(&self) -> PersonMinutes {
        PersonMinutes(self.declared.iter().map(|before| before.minutes.saturating_mul(before.people)).sum())
    }

    /// The minutes the session has taken so far: as clocked, or as the room said and clocked since.
    pub fn session_minutes(&self) -> u32 {
        let clocked = whole_minutes(self.spent());
        self.minutes.map_or(clocked, |said| said.minutes + clocked.saturating_sub(said.clocked))
    }

    pub(super) fn spent(&self) -> Duration {
        self.stages.iter().map(|stage| stage.clock.spent).sum()
    }

    /// Everything the current step talks about, in order.
    pub fn topics(&self, desk: &Desk<'_>) -> Vec<Topic> {
        topic::topics(self.step(), desk, &self.stage().picked, self.shortlist)
    }

    /// What is talked about now: what was chosen, while it is there, else what came to its place.
    pub fn topic(&self, desk: &Desk<'_>) -> Option<Topic> {
        let all = self.topics(desk);
        let chosen = self.stage().topic.as_ref().filter(|topic| all.contains(topic));
        let place = self.stage().place.min(all.len().saturating_sub(1));
        chosen.or(all.get(place)).cloned()
    }

    /// Whether something else is talked about than in another moment of the session.
    pub fn has_turned_from(&self, other: &Self) -> bool {
        self.at != other.at || self.stage().topic != other.stage().topic
    }

    /// Whether the room shows other numbers than in another moment of the session, or none any more.
    pub fn has_other_numbers(&self, other: &Self) -> bool {
        let numbers = |of: &Self| (of.hidden.votes.clone(), of.hidden.fist.clone(), of.hidden.tone.clone());
        numbers(self) != numbers(other)
    }

    /// Whether nothing was said since another moment of the session: it stands elsewhere, or its clock ran on.
    pub fn only_went_on(&self, since: &Self) -> bool {
        let skipped = |of: &Self| {
            let is_skipped = |stage: &&Stage| matches!(stage.ending, Some(Ending::Skipped(_)));
            of.stages.iter().filter(is_skipped).count()
        };
        let (at, is_running, stages) = (self.at, self.is_running, self.stages.clone());
        Self { at, is_running, stages, ..since.clone() } == *self && skipped(since) == skipped(self)
    }

    /// Whether the first thing of the step is talked about.
    pub fn is_first_topic(&self, desk: &Desk<'_>) -> bool {
        self.topic(desk) == self.topics(desk).first().cloned()
    }

    /// Whether the last thing of the step is talked about.
    pub fn is_last_topic(&self, desk: &Desk<'_>) -> bool {
        self.topic(desk) == self.topics(desk).last().cloned()
    }

    /// Whether no step comes after this one.
    pub fn is_last_step(&self) -> bool {
        self.at() + 1 >= self.stages().len()
    }

    /// What waits until all of it is in.
    pub fn hidden(&self) -> &Hidden {
        &self.hidden
    }

    /// The vote on a key result, empty while nobody has voted.
    pub fn ballot(&self, id: &KeyResultId) -> Option<&Ballot> {
        self.hidden.votes.get(id)
    }

    /// Whether the notice or ground rule was read aloud.
    pub fn is_read(&self) -> bool {
        self.is_read
    }

    /// Whether a point of the hand-over was gone through.
    pub fn has_ticked(&self, topic: &Topic) -> bool {
        self.ticked.contains(topic)
    }

    /// What was said alone about a key result before this session; shown with the numbers of the room, never before.
    pub fn alone(&self, desk: &Desk<'_>, id: &KeyResultId) -> Votes {
        let rounds = Rounds::at(desk);
        rounds.alone(id, self.round(desk))
    }

    /// Whether a vote that was shown is voted on again: in the opening the two widest, at a check-in any that is talked
    /// about, in the round between key results none.
    pub fn may_vote_again(&self, id: &KeyResultId) -> bool {
        match self.step() {
            Step::Set13 => self.second_votes().contains(id),
            step => step == Step::Chk4,
        }
    }

    /// The format of the writing step in use.
    pub fn writing_format(&self) -> Option<&'static Format> {
        super::closing::format_of(self)
    }

    /// What is asked in the writing step where its format is not the usual one.
    pub fn asks_of_format(&self) -> Option<Vec<String>> {
        let format = self.writing_format().filter(|_| self.format.is_some() && self.step() == Step::Ret2)?;
        Some(format.columns.iter().map(|column| column.ask.clone()).collect())
    }

    /// The columns of the writing step, each with its question and what its notes become; those of the usual format ask as
    /// the team does. None in any other step.
    pub fn columns(&self, desk: &Desk<'_>) -> Vec<(String, NoteKind)> {
        let is_writing = self.board() == Board::Writing;
        let Some(format) = self.writing_format().filter(|_| is_writing) else { return Vec::new() };
        let usual = Steps::METHOD.formats().first();
        let own = if usual == Some(format) { self.guide(desk).ask } else { &[] };
        let columns = format.columns.iter().enumerate();
        columns.map(|(at, column)| (own.get(at).unwrap_or(&column.ask).clone(), column.store)).collect()
    }

    /// What was said and lands when the check-in decides.
    pub fn talk(&self) -> &Talk {
        &self.talk
    }

    /// The name of the format of the writing step, where it is not the usual one.
    pub fn format(&self) -> Option<&str> {
        self.format.as_deref()
    }

    /// What was done alone before, as it will stand in the ledger.
    pub fn declared(&self) -> &[Declared] {
        &self.declared
    }
}
