//! What the room does, and what comes of it.

use crate::domain::change::{Change, Refusal};
use crate::domain::decision::{Desk, List};
use crate::domain::display::one_line;
use crate::domain::effort::{LONGEST_SESSION, MOST_PEOPLE};
use crate::domain::id::KeyResultId;
use crate::domain::seed::Seed;
use crate::domain::stop_rule::StopRule;
use crate::domain::workspace::Workspace;

use super::blind::Draft;
use super::clock::{Roman, TimeCue, whole_minutes};
use super::inputs::{self, Say};
use super::live::{are_in_a_room, is_at_most};
use super::topic::{self, Topic};
use super::{Cue, Declared, Ended, Ending, Player, Said, ledger, signals};
use crate::method::step::Step;
use crate::words::method::session::played as words;

pub use super::inputs::votes::Blind;

/// One thing the room does.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Starts the clock.
    Start,
    /// Stops the clock.
    Pause,
    /// Goes on to the next step; at the last one, closes the session.
    Next,
    /// Goes back to the step before; its clock goes on where it stood.
    Back,
    /// Leaves a step out, for a reason.
    Skip(String),
    /// A question is stuck: begins 1-2-all, goes on to its next circle, and ends it after the last.
    Circle,
    /// Votes on staying: two minutes more, then one, then the parking lot.
    Roman(Roman),
    /// Closes the session where it stands.
    Close,
    /// Closes a session that was opened and not held, or that cannot be closed any more: what was collected lands as far as it
    /// can, and nothing enters the ledger.
    PutAway,
    /// Goes on to the next thing the step talks about.
    NextTopic,
    /// Goes back to the thing before.
    TopicBefore,
    /// Talks about this.
    Talk(Topic),
    /// So many are in the room.
    People(u32),
    /// Somebody else facilitates and drives.
    Turn,
    /// Puts a line on the parking lot.
    Park(String),
    /// Declares what was spent alone before the session.
    Declare(Declared),
    /// Says how many minutes the session took, where the clock does not know.
    Minutes(u32),
    /// Says something that stays hidden until all of it is in.
    Blind(Blind),
    /// Says something that lands in its field or is kept.
    Say(Say),
    /// Takes in a change that a board or form decided.
    Decided(Change),
}

/// What came of an act: the player as it is then, what is to be saved before, and what is to be said.
#[derive(Debug, Clone, PartialEq)]
pub struct Played {
    /// The player afterwards.
    pub player: Player,
    /// What is to be saved first.
    pub change: Option<Change>,
    /// What is to be said.
    pub cues: Vec<Cue>,
}

impl Player {
    /// Takes in what the room does. The player itself stays as it is, so that nothing is lost when a save is refused.
    ///
    /// # Errors
    /// It does not fit this step, or a decision is refused; every stop is named.
    pub fn act(&self, act: Act, desk: &Desk<'_>, seed: &mut Seed) -> Result<Played, Refusal> {
        if self.is_closed() {
            let hint = words::BEGIN_THE_NEXT_SESSION;
            return Err(Refusal::one(StopRule::Closed, self.title(), words::THIS_SESSION_IS_CLOSED, hint));
        }
        let mut player = self.clone();
        player.keep_place(desk);
        player.hide_what_is_gone(desk);
        let (change, mut cues) = player.take(act, desk, seed)?;
        if let Some(change) = &change {
            let after = after(desk, change);
            let after_desk = Desk::at(&after, &desk.quarter.key, desk.today)?;
            player.count_rewordings(desk, &after_desk);
            player.drafted.retain(|id| {
                after_desk.quarter.objective(id).is_some() || desk.quarter.objective(id).is_none()
            });
            cues.extend(signals::by_change(&player, desk, &after_desk));
        }
        let cues = player.give(cues);
        player.note(self, change.as_ref().is_some_and(|change| !change.is_empty()));
        Ok(Played { player, change, cues })
    }

    /// Counts how often each objective was reworded in the debate (SET-5).
    fn count_rewordings(&mut self, before: &Desk<'_>, after: &Desk<'_>) {
        if self.step() == Step::Set5 {
            for id in signals::reworded(before, after) {
                *self.reworded.entry(id).or_default() += 1;
            }
        }
    }

    fn take(&mut self, act: Act, desk: &Desk<'_>, seed: &mut Seed) -> Result<Taken, Refusal> {
        let quiet = (None, Vec::new());
        match act {
            Act::Start => {
                self.is_running = true;
                Ok((None, signals::on_entering(self, desk)))
            }
            Act::Pause => {
                self.is_running = false;
                Ok(quiet)
            }
            Act::Next => self.next(desk, seed),
            Act::Back => self.back(desk).map(|()| quiet),
            Act::Skip(reason) => self.skip(&reason, desk, seed),
            Act::Circle => self.next_circle().map(|()| quiet),
            Act::Roman(roman) => {
                let thumbs = roman.stay.saturating_add(roman.either).saturating_add(roman.move_on);
                is_at_most(self.title(), thumbs, self.people)?;
                Ok((None, self.extend(roman)))
            }
            Act::Close => self.close(desk, seed),
            Act::PutAway => Ok(self.put_away(desk, seed)),
            Act::NextTopic => {
                let left = signals::on_leaving(self, desk);
                self.move_topic(desk, 1).map(|cues| (None, [left, cues].concat()))
            }
            Act::TopicBefore => self.move_topic(desk, -1).map(|cues| (None, cues)),
            Act::Talk(topic) => self.talk_about(topic, desk),
            Act::People(people) => self.attend(people).map(|()| quiet),
            Act::Turn => {
                self.turn += 1;
                Ok(quiet)
            }
            Act::Park(text) => Ok((Some(desk.add_line(List::ParkingLot, &text, None, seed)?), Vec::new())),
            Act::Declare(declared) => self.declare(declared).map(|()| quiet),
            Act::Minutes(minutes) => self.took(minutes).map(|()| quiet),
            Act::Blind(blind) => inputs::votes::take(self, blind, desk, seed),
            Act::Say(said) => inputs::say(self, said, desk, seed),
            Act::Decided(change) => Ok((Some(change), Vec::new())),
        }
    }

    /// Leaves a step as it was gone through; what it collected lands.
    fn next(&mut self, desk: &Desk<'_>, seed: &mut Seed) -> Result<Taken, Refusal> {
        if let Some(stay) = signals::before_leaving(self) {
            return Ok((None, vec![stay]));
        }
        let is_last = self.at + 1 == self.stages.len();
        if let Some(stay) = signals::before_closing(self).filter(|_| is_last) {
            return Ok((None, vec![stay]));
        }
        let mut left = signals::on_leaving(self, desk);
        let (landed, left_out) = inputs::land(self, desk, seed)?;
        left.extend(left_out);
        self.stage_mut().ending = Some(Ending::Done);
        let left = if is_last { left } else { self.give(left) };
        let (change, cues) = self.go_on(landed, desk, seed)?;
        Ok((change, left.into_iter().chain(cues).collect()))
    }

    fn go_on(&mut self, landed: Option<Change>, desk: &Desk<'_>, seed: &mut Seed) -> Result<Taken, Refusal> {
        if self.at + 1 == self.stages.len() {
            return self.end(landed, desk, seed);
        }
        (self.at, self.circle) = (self.at + 1, None);
        let after = landed.as_ref().map(|change| after(desk, change));
        let desk = match &after {
            Some(after) => Desk::at(after, &desk.quarter.key, desk.today)?,
            None => *desk,
        };
        self.enter(&desk);
        Ok((landed, signals::on_entering(self, &desk)))
    }

    /// Chooses what the step talks about, where that is chosen as it begins, and keeps to what it begins with, so that a list
    /// that others put in another order changes nothing under the hands of the room.
    pub(super) fn enter(&mut self, desk: &Desk<'_>) {
        if self.step() == Step::Chk4
            && self.stage().picked.is_empty()
            && let Some(round) = self.round(desk)
        {
            self.stage_mut().picked = topic::exceptions(desk, round);
        }
        self.stage_mut().topic = self.topic(desk);
    }

    fn back(&mut self, desk: &Desk<'_>) -> Result<(), Refusal> {
        let Some(before) = self.at.checked_sub(1) else {
            let says = words::THIS_IS_THE_FIRST_STEP;
            return Err(Refusal::one(StopRule::Reference, self.title(), says, words::GO_ON_TO_THE_NEXT_ONE));
        };
        (self.at, self.circle) = (before, None);
        self.stage_mut().ending = None;
        self.enter(desk);
        Ok(())
    }

    fn skip(&mut self, reason: &str, desk: &Desk<'_>, seed: &mut Seed) -> Result<Taken, Refusal> {
        let reason = one_line(reason);
        if reason.is_empty() {
            let says = words::A_STEP_IS_LEFT_OUT;
            return Err(Refusal::one(StopRule::Empty, self.step().id(), says, words::SAY_IT_IN_A_FEW_WORDS));
        }
        let nudge = signals::on_skipping(self.step());
        let (landed, left) = inputs::land(self, desk, seed)?;
        self.stage_mut().ending = Some(Ending::Skipped(reason));
        let (change, cues) = self.go_on(landed, desk, seed)?;
        Ok((change, nudge.into_iter().chain(left).chain(cues).collect()))
    }

    fn extend(&mut self, roman: Roman) -> Vec<Cue> {
        match roman.stays() {
            false => vec![Cue::MoveOn],
            true if self.stage_mut().clock.extend() => {
                self.stage_mut().given.retain(|cue| *cue != Cue::Time(TimeCue::Time));
                Vec::new()
            }
            true => vec![Cue::ParkingLot],
        }
    }

    /// Closes the session where it stands; what was collected lands. What is still hidden is asked about once.
    fn close(&mut self, desk: &Desk<'_>, seed: &mut Seed) -> Result<Taken, Refusal> {
        match signals::before_closing(self) {
            Some(stay) => Ok((None, vec![stay])),
            None => self.close_now(desk, seed),
        }
    }

    fn close_now(&mut self, desk: &Desk<'_>, seed: &mut Seed) -> Result<Taken, Refusal> {
        let (landed, left) = inputs::land_all(self, desk, seed)?;
        let (change, _) = self.end(landed, desk, seed)?;
        Ok((change, left))
    }

    /// How it ends where it stands: closed, or put away where it was not held or cannot be written any more.
    pub fn ends(&self, desk: &Desk<'_>) -> Act {
        let can_close = || self.clone().close_now(desk, &mut Seed::new(0)).is_ok();
        if self.session_minutes() > 0 && can_close() { Act::Close } else { Act::PutAway }
    }

    /// Writes the ledger; the desk is that before `landed`.
    fn end(&mut self, landed: Option<Change>, desk: &Desk<'_>, seed: &mut Seed) -> Result<Taken, Refusal> {
        let mut change = ledger::entries(self, desk, seed)?;
        let kept = inputs::keep_hidden(self, desk, seed)?;
        let before = landed.into_iter().chain(kept).flat_map(|change| change.edits);
        change.edits.splice(0..0, before);
        (self.is_running, self.ended) = (false, Some(Ended::Closed));
        Ok((Some(change), Vec::new()))
    }

    /// Ends it whatever has become of the quarter: what can be written lands, the rest is named.
    fn put_away(&mut self, desk: &Desk<'_>, seed: &mut Seed) -> Taken {
        let taken = inputs::land_what_can(self, desk, seed);
        (self.is_running, self.ended) = (false, Some(Ended::PutAway));
        taken
    }

    fn move_topic(&mut self, desk: &Desk<'_>, by: isize) -> Result<Vec<Cue>, Refusal> {
        let all = self.topics(desk);
        let now = self.topic(desk).and_then(|topic| all.iter().position(|other| *other == topic));
        let to = now.and_then(|now| now.checked_add_signed(by)).filter(|to| *to < all.len());
        let Some(to) = to else {
            let says = if by < 0 { words::THIS_IS_THE_FIRST } else { words::THIS_WAS_THE_LAST };
            return Err(Refusal::one(
                StopRule::Reference,
                self.step().id(),
                says,
                words::GO_ON_TO_THE_NEXT_STEP,
            ));
        };
        self.set_topic(all[to].clone());
        Ok(signals::on_topic(self, desk))
    }

    fn set_topic(&mut self, topic: Topic) {
        let stage = self.stage_mut();
        let is_new = stage.topic.as_ref() != Some(&topic);
        stage.topic = Some(topic);
        if is_new {
            stage.on_topic = std::time::Duration::ZERO;
            self.circle = None;
            self.forget_of_one_thing();
        }
    }

    /// What was said of one thing may be said again: of another, or of what is said of this one anew.
    pub(super) fn forget_of_one_thing(&mut self) {
        self.stage_mut().given.retain(|cue| !cue.is_of_one_thing());
    }

    /// Talks about one thing of the step; at a check-in also about a key result nobody pointed at.
    fn talk_about(&mut self, topic: Topic, desk: &Desk<'_>) -> Result<Taken, Refusal> {
        let mut cues = Vec::new();
        if !self.topics(desk).contains(&topic) {
            let may_join = self.step() == Step::Chk4 && topic.key_result().is_some();
            if !may_join {
                let says = words::THIS_STEP_DOES_NOT_TALK_ABOUT_IT;
                return Err(Refusal::one(
                    StopRule::Reference,
                    topic.name(desk),
                    says,
                    words::CHOOSE_ONE_OF_ITS_OWN,
                ));
            }
            self.stage_mut().picked.push(topic.clone());
            cues.extend(signals::on_adding_topic());
        }
        self.set_topic(topic);
        cues.extend(signals::on_topic(self, desk));
        Ok((None, cues))
    }

    /// What was asked about one key result is no number for another: others may have dropped it meanwhile.
    pub(super) fn talks_about(&self, id: KeyResultId, desk: &Desk<'_>) -> Result<(), Refusal> {
        let topic = Topic::KeyResult(id);
        if self.topic(desk).as_ref() == Some(&topic) {
            return Ok(());
        }
        let says = words::IT_IS_NOT_TALKED_ABOUT_ANY_MORE;
        Err(Refusal::one(StopRule::Reveal, topic.name(desk), says, words::VOTE_ON_WHAT_IS_TALKED_ABOUT_NOW))
    }

    fn attend(&mut self, people: u32) -> Result<(), Refusal> {
        are_in_a_room(self.title(), people)?;
        self.people = people;
        Ok(())
    }

    fn declare(&mut self, declared: Declared) -> Result<(), Refusal> {
        is_at_most(self.title(), declared.people, MOST_PEOPLE)?;
        is_at_most(self.title(), declared.minutes, LONGEST_SESSION)?;
        match self.declared.iter_mut().find(|other| other.step == declared.step) {
            Some(known) => *known = declared,
            None => self.declared.push(declared),
        }
        Ok(())
    }

    fn took(&mut self, minutes: u32) -> Result<(), Refusal> {
        is_at_most(self.title(), minutes, LONGEST_SESSION)?;
        // What stands there already corrects nothing.
        if minutes != self.session_minutes() {
            self.minutes = Some(Said { minutes, clocked: whole_minutes(self.spent()) });
        }
        Ok(())
    }
}

/// What an act comes to: what is to be saved, and what is to be said.
pub(super) type Taken = (Option<Change>, Vec<Cue>);

/// The team's part of the workspace after a change: its quarters, their cycles, what holds for everyone.
fn after(desk: &Desk<'_>, change: &Change) -> Workspace {
    let mut part = desk.workspace.of_team(&desk.quarter.key.team);
    part.apply(change);
    part
}

/// A draft as somebody sends it.
pub fn draft(title: &str, why_now: &str) -> Option<Draft> {
    let (title, why_now) = (one_line(title), one_line(why_now));
    (!title.is_empty()).then(|| Draft { title, why_now: (!why_now.is_empty()).then_some(why_now) })
}
