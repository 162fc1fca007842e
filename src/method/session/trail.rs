//! The trail of a session: what was done in it, so that each step can be taken back and done again, by whatever program
//! plays it. What was saved is named by its step in the files, which alone says whether it still stands. Of what the session
//! holds a step has the parts that it changed, as they were before.
//!
//! The trail is kept with the session in its record, which only this person may read and which goes when it is closed. Only
//! drafts are left out of that: the order in which they came in tells whose they are. In the next program such a step has
//! nothing in it, and they stay as they are.

use std::collections::BTreeSet;
use std::mem::replace;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::blind::{Ballot, Dots, Drafts};
use super::topic::Topic;
use super::{Hidden, Player, Talk};
use crate::domain::check_in::Action;
use crate::domain::decision::Desk;
use crate::domain::id::KeyResultId;
use crate::domain::way::{STEPS, Way};
use crate::words::method::session::played as words;

/// The longest trail that is kept with a session, in bytes; of a longer one the later half is kept.
const LONGEST: usize = 256 << 10;

/// What was done in a session, and what of it was taken back, the last at the end of each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Trail {
    done: Vec<Done>,
    undone: Vec<Done>,
}

/// One step of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Done {
    /// It was saved under this step of the files; none before it is.
    Saved(Option<u64>),
    /// The session holds it: the parts that it changed as they were before it, or after it where it was taken back.
    Held(Vec<Part>),
}

/// A part of what a session holds and has not saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// How many objectives the room named.
    Recalled(Option<u32>),
    /// What was noted on a key result.
    Note(KeyResultId, Option<String>),
    /// What is done until the next check-in.
    Actions(Vec<Action>),
    /// The points of the hand-over that were gone through.
    Ticked(Vec<Topic>),
    /// Drafts of objectives.
    Drafts(Drafts),
    /// Dots on objectives or lessons.
    Dots(Dots),
    /// The fist to five.
    Fist(Ballot),
    /// How freely one can speak.
    Tone(Ballot),
    /// Confidence in a key result.
    Vote(KeyResultId, Option<Ballot>),
}

/// What comes of a turn along the trail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The session holds something else now; what that is of.
    Held(&'static str),
    /// It was saved under this step, and the files are to be turned first.
    Saved(u64),
    /// It was drafted before this program began, and stays.
    Stays,
}

impl Part {
    /// The parts that differ, as they were before.
    fn apart(before: &Player, after: &Player) -> Vec<Self> {
        let (Talk { recalled, notes, actions }, talk) = (&before.talk, &after.talk);
        let (Hidden { drafts, dots, fist, tone, votes }, hidden) = (&before.hidden, &after.hidden);
        let mut parts = Vec::new();
        parts.extend((*recalled != talk.recalled).then_some(Self::Recalled(*recalled)));
        let noted: BTreeSet<_> = notes.keys().chain(talk.notes.keys()).collect();
        let noted = noted.into_iter().filter(|on| notes.get(on) != talk.notes.get(on));
        parts.extend(noted.map(|on| Self::Note(on.clone(), notes.get(on).cloned())));
        parts.extend((*actions != talk.actions).then(|| Self::Actions(actions.clone())));
        parts.extend((before.ticked != after.ticked).then(|| Self::Ticked(before.ticked.clone())));
        parts.extend((*drafts != hidden.drafts).then(|| Self::Drafts(drafts.clone())));
        parts.extend((*dots != hidden.dots).then(|| Self::Dots(dots.clone())));
        parts.extend((*fist != hidden.fist).then(|| Self::Fist(fist.clone())));
        parts.extend((*tone != hidden.tone).then(|| Self::Tone(tone.clone())));
        let voted: BTreeSet<_> = votes.keys().chain(hidden.votes.keys()).collect();
        let voted = voted.into_iter().filter(|on| votes.get(on) != hidden.votes.get(on));
        parts.extend(voted.map(|on| Self::Vote(on.clone(), votes.get(on).cloned())));
        parts
    }

    /// Has a session hold it; gives what it held there until now.
    fn put(self, player: &mut Player) -> Self {
        let Player { talk, hidden, ticked, .. } = player;
        match self {
            Self::Recalled(count) => Self::Recalled(replace(&mut talk.recalled, count)),
            Self::Note(on, Some(text)) => Self::Note(on.clone(), talk.notes.insert(on, text)),
            Self::Note(on, None) => Self::Note(on.clone(), talk.notes.remove(&on)),
            Self::Actions(actions) => Self::Actions(replace(&mut talk.actions, actions)),
            Self::Ticked(points) => Self::Ticked(replace(ticked, points)),
            Self::Drafts(drafts) => Self::Drafts(replace(&mut hidden.drafts, drafts)),
            Self::Dots(dots) => Self::Dots(replace(&mut hidden.dots, dots)),
            Self::Fist(fist) => Self::Fist(replace(&mut hidden.fist, fist)),
            Self::Tone(tone) => Self::Tone(replace(&mut hidden.tone, tone)),
            Self::Vote(on, Some(ballot)) => Self::Vote(on.clone(), hidden.votes.insert(on, ballot)),
            Self::Vote(on, None) => Self::Vote(on.clone(), hidden.votes.remove(&on)),
        }
    }

    fn says(&self) -> &'static str {
        match self {
            Self::Recalled(_) | Self::Note(..) | Self::Actions(_) => words::WHAT_WAS_SAID_LAST,
            Self::Ticked(_) => words::WHAT_WAS_TICKED_LAST,
            Self::Drafts(_) | Self::Dots(_) | Self::Fist(_) | Self::Tone(_) | Self::Vote(..) => {
                words::WHAT_THE_ROOM_SHOWED_LAST
            }
        }
    }
}

impl Done {
    fn is_saved(&self, steps: &[u64]) -> bool {
        matches!(self, Self::Saved(Some(step)) if steps.contains(step))
    }

    /// Leaves the drafts out.
    fn unsigned(&mut self) {
        if let Self::Held(parts) = self {
            parts.retain(|part| !matches!(part, Part::Drafts(_)));
        }
    }
}

impl Trail {
    fn along(&self, way: Way) -> &[Done] {
        match way {
            Way::Back => &self.done,
            Way::Again => &self.undone,
        }
    }

    /// The steps of a way, and those of the other one.
    fn both(&mut self, way: Way) -> (&mut Vec<Done>, &mut Vec<Done>) {
        match way {
            Way::Back => (&mut self.done, &mut self.undone),
            Way::Again => (&mut self.undone, &mut self.done),
        }
    }

    fn add(&mut self, done: Done) {
        self.undone.clear();
        self.done.push(done);
        self.done.drain(..self.done.len().saturating_sub(STEPS));
    }

    fn to_text(&self) -> String {
        let mut kept = self.clone();
        kept.done.iter_mut().chain(&mut kept.undone).for_each(Done::unsigned);
        loop {
            let text = serde_json::to_string(&kept).unwrap_or_default();
            if text.len() <= LONGEST {
                return text;
            }
            for steps in [&mut kept.done, &mut kept.undone] {
                steps.drain(..steps.len().div_ceil(2));
            }
        }
    }
}

impl Player {
    /// Notes what an act came to; what was taken back before cannot be done again then.
    pub(super) fn note(&mut self, before: &Self, is_saved: bool) {
        let parts = if is_saved { Vec::new() } else { Part::apart(before, self) };
        match (is_saved, parts.is_empty()) {
            (true, _) => Arc::make_mut(&mut self.trail).add(Done::Saved(None)),
            (false, true) => {}
            (false, false) => Arc::make_mut(&mut self.trail).add(Done::Held(parts)),
        }
    }

    /// What the last act changes is saved, under this step of the files; none where it cannot be taken out of them.
    pub fn was_saved(&mut self, step: Option<u64>) {
        let done = &mut Arc::make_mut(&mut self.trail).done;
        if done.pop_if(|last| *last == Done::Saved(None)).is_some() {
            done.extend(step.map(|step| Done::Saved(Some(step))));
        }
    }

    /// What was done last and can be taken back, or was taken back last and can be done again.
    #[must_use]
    pub fn next_turn(&self, way: Way) -> Option<&Done> {
        self.trail.along(way).last()
    }

    /// Takes back what was done last, or does again what was taken back last, where the session holds it; names it where it was
    /// saved. `None` where there is nothing that way.
    pub fn turn(&mut self, way: Way) -> Option<Turn> {
        let parts = match self.next_turn(way)? {
            Done::Saved(step) => return step.map(Turn::Saved),
            Done::Held(parts) => parts.clone(),
        };
        let says = parts.first().map(Part::says);
        let until_now = Done::Held(parts.into_iter().map(|part| part.put(self)).collect());
        let (from, to) = Arc::make_mut(&mut self.trail).both(way);
        from.pop();
        let Some(says) = says else { return Some(Turn::Stays) };
        to.push(until_now);
        self.forget_of_one_thing();
        Some(Turn::Held(says))
    }

    /// Follows a saved change that was turned in the files, whoever has made it: the room sees what stands there then.
    pub fn turned(&mut self, way: Way, step: u64, desk: &Desk<'_>) {
        let (from, to) = Arc::make_mut(&mut self.trail).both(way);
        from.retain(|done| !done.is_saved(&[step]));
        to.push(Done::Saved(Some(step)));
        match way {
            Way::Back => self.follow_back(desk),
            Way::Again => self.follow_again(desk),
        }
    }

    /// Leaves out of the trail what was saved and can no longer be turned: others have done it meanwhile. `steps` are those of
    /// the files.
    pub fn keep_to(&mut self, steps: impl Fn(Way) -> Vec<u64>) {
        for way in [Way::Back, Way::Again] {
            let known = steps(way);
            let (from, _) = Arc::make_mut(&mut self.trail).both(way);
            from.retain(|done| matches!(done, Done::Held(_)) || done.is_saved(&known));
        }
    }

    /// The trail as a text for the record of the session.
    #[must_use]
    pub fn trail_text(&self) -> String {
        self.trail.to_text()
    }

    /// The same session with the trail of its record; with none where that cannot be read.
    #[must_use]
    pub fn with_trail(self, text: &str) -> Self {
        Self { trail: Arc::new(serde_json::from_str(text).unwrap_or_default()), ..self }
    }
}
