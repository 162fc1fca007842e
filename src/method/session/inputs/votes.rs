//! Blind input: it is typed hidden, revealed together, and lands without a name.

mod landed;

use crate::domain::change::Refusal;
use crate::domain::confidence::{Confidence, Votes};
use crate::domain::decision::Desk;
use crate::domain::fingers::{Fist, Tone};
use crate::domain::id::KeyResultId;
use crate::domain::seed::Seed;
use crate::domain::stop_rule::StopRule;
use crate::method::session::act::Taken;
use crate::method::session::blind::{Ballot, Draft, Unchanged};
use crate::method::session::topic::Topic;
use crate::method::session::{Cue, Player, signals};
use crate::method::step::Step;
use crate::words::method::session::played as words;

use landed::fingers;
pub(super) use landed::{dots, draft_all};
pub(in crate::method::session) use landed::{entry, land};

/// How many second votes there are at the opening vote.
const MOST_SECOND: usize = 2;

/// Something that stays hidden until all of it is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Blind {
    /// What one person drafts; nothing when they pass (SET-2).
    Drafts(Vec<Draft>),
    /// Drafts that were sent before: one a person, or all of those who are still out where there are more (SET-2).
    Collected(Vec<Draft>),
    /// The dots of one person, at most three; none when they pass (SET-4, RET-7).
    Dots(Vec<String>),
    /// The numbers of the room in a row, as it shows them when the count-in ends: taken in and shown at once. Confidence 0 to
    /// 100, fist 0 to 5, free to speak 1 to 5; `None` for somebody who passes.
    Show(Vec<Option<u8>>),
    /// The same for the key result the room was asked about, and for no other.
    ShowOn(KeyResultId, Vec<Option<u8>>),
    /// Takes back the drafts or dots that came last, or all numbers that were shown, to be typed anew.
    TakeBack,
    /// Shows everything at once; not before all of the room are in.
    Reveal,
    /// Votes again after lowest and highest were heard.
    Again,
}

/// What a step votes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BallotKind {
    Drafts,
    Dots,
    Fist,
    Tone,
    Confidence,
}

impl BallotKind {
    /// What is voted with in a step; `None` where nothing is.
    pub(super) const fn of(step: Step) -> Option<Self> {
        match step {
            Step::Set2 | Step::Set3 => Some(Self::Drafts),
            Step::Set4 | Step::Ret7 => Some(Self::Dots),
            Step::Set14 => Some(Self::Fist),
            Step::Ret1 => Some(Self::Tone),
            Step::Set13 | Step::Chk3 | Step::Chk4 => Some(Self::Confidence),
            _ => None,
        }
    }
}

/// The same, with where it is taken in.
enum Urn<'a> {
    Drafts,
    Dots,
    Fist(&'a mut Ballot),
    Tone(&'a mut Ballot),
    Confidence(KeyResultId, &'a mut Ballot),
}

impl Player {
    /// The key results due a second vote: the two widest spreads of 40 or more that were voted on once (SET-13).
    pub fn second_votes(&self) -> Vec<KeyResultId> {
        let taken = self.hidden.votes.values().filter(|ballot| ballot.is_second()).count();
        let mut wide: Vec<(u8, &KeyResultId)> = self
            .hidden
            .votes
            .iter()
            .filter(|(_, ballot)| !ballot.is_second())
            .filter_map(|(id, ballot)| Some((ballot.spread().filter(|spread| *spread >= Votes::WIDE)?, id)))
            .collect();
        wide.sort_by_key(|(spread, _)| u8::MAX - spread);
        wide.into_iter().take(MOST_SECOND.saturating_sub(taken)).map(|(_, id)| id.clone()).collect()
    }

    /// How many are in where something waits hidden: those who sent or placed theirs, said a number, passed, or logged theirs
    /// alone before. `None` where the step hides nothing.
    pub fn hands(&self, desk: &Desk<'_>) -> Option<usize> {
        let hidden = &self.hidden;
        let of_room = |hands: u32| usize::try_from(hands).unwrap_or(usize::MAX);
        match BallotKind::of(self.step())? {
            BallotKind::Drafts => Some(of_room(hidden.drafts.hands())),
            BallotKind::Dots => Some(of_room(hidden.dots.hands())),
            BallotKind::Fist => Some(hidden.fist.hands()),
            BallotKind::Tone => Some(hidden.tone.hands()),
            BallotKind::Confidence => {
                let topic = self.topic(desk)?;
                let id = topic.key_result()?;
                let typed = hidden.votes.get(id).map_or(0, Ballot::hands);
                Some(typed + self.beside(desk, id).len())
            }
        }
    }

    /// What was said alone and counts beside the numbers of the room: none in a second vote, as it has been heard, and none
    /// where the room shows a number each, as those who logged alone are among them.
    fn beside(&self, desk: &Desk<'_>, id: &KeyResultId) -> Votes {
        let ballot = self.hidden.votes.get(id);
        let is_whole = ballot.is_some_and(|ballot| ballot.is_second() || ballot.given() >= self.places());
        if is_whole { Votes::default() } else { self.alone(desk, id) }
    }

    /// How many the room can show.
    fn places(&self) -> usize {
        usize::try_from(self.people).unwrap_or(usize::MAX)
    }

    /// Tells whether all of the room are in, so that what is hidden can be shown.
    pub fn are_all_in(&self, desk: &Desk<'_>) -> bool {
        self.hands(desk).is_some_and(|hands| hands >= self.places())
    }

    fn urn(&mut self, desk: &Desk<'_>) -> Result<Urn<'_>, Refusal> {
        let (step, topic) = (self.step(), self.topic(desk));
        let hidden = &mut self.hidden;
        let nothing = || nothing_hidden(step);
        match BallotKind::of(step).ok_or_else(nothing)? {
            BallotKind::Drafts => Ok(Urn::Drafts),
            BallotKind::Dots => Ok(Urn::Dots),
            BallotKind::Fist => Ok(Urn::Fist(&mut hidden.fist)),
            BallotKind::Tone => Ok(Urn::Tone(&mut hidden.tone)),
            BallotKind::Confidence => {
                let id = topic.as_ref().and_then(Topic::key_result).ok_or_else(nothing)?.clone();
                let ballot = hidden.votes.entry(id.clone()).or_default();
                Ok(Urn::Confidence(id, ballot))
            }
        }
    }
}

fn nothing_hidden(step: Step) -> Refusal {
    let says = words::NOTHING_IS_VOTED_ON_IN_THIS_STEP;
    Refusal::one(StopRule::Reference, step.id(), says, words::GO_ON_TO_THE_VOTE)
}

/// Why the vote takes something not, or not yet.
fn of_the_vote(says: impl Into<String>, hint: &str) -> Refusal {
    Refusal::one(StopRule::Reveal, words::THE_VOTE, says, hint)
}

/// Takes in what is hidden.
pub(in crate::method::session) fn take(
    player: &mut Player,
    blind: Blind,
    desk: &Desk<'_>,
    seed: &mut Seed,
) -> Result<Taken, Refusal> {
    if player.is_committed_with(desk) {
        let hint = words::TAKE_THE_COMMIT_BACK;
        return Err(Refusal::one(Step::Set14, words::THE_FIST, words::THE_SET_IS_COMMITTED_WITH_IT, hint));
    }
    match blind {
        Blind::Drafts(drafts) => send(player, drafts, 1, desk),
        Blind::Collected(drafts) => {
            let left = player.people.saturating_sub(player.hidden.drafts.hands()).max(1);
            let hands = u32::try_from(drafts.len()).unwrap_or(u32::MAX).min(left);
            send(player, drafts, hands, desk)
        }
        Blind::Dots(dots) => {
            let taken = match player.urn(desk)? {
                Urn::Dots => player.hidden.dots.place(dots),
                Urn::Drafts | Urn::Fist(_) | Urn::Tone(_) | Urn::Confidence(..) => Err(Unchanged),
            };
            kept_of_room(taken, player, desk)
        }
        Blind::Show(numbers) => show(player, numbers, desk, seed),
        Blind::ShowOn(id, numbers) => {
            player.talks_about(id, desk)?;
            show(player, numbers, desk, seed)
        }
        Blind::TakeBack => take_back(player, desk),
        Blind::Reveal => reveal(player, desk, seed),
        Blind::Again => again(player, desk),
    }
}

fn show(
    player: &mut Player,
    numbers: Vec<Option<u8>>,
    desk: &Desk<'_>,
    seed: &mut Seed,
) -> Result<Taken, Refusal> {
    for number in numbers {
        give(player.urn(desk)?, number)?;
    }
    fits_the_room(player, desk)?;
    reveal(player, desk, seed)
}

fn send(player: &mut Player, drafts: Vec<Draft>, hands: u32, desk: &Desk<'_>) -> Result<Taken, Refusal> {
    let said = signals::by_drafts(&drafts, desk);
    let taken = match player.urn(desk)? {
        Urn::Drafts => player.hidden.drafts.send(drafts, hands),
        Urn::Dots | Urn::Fist(_) | Urn::Tone(_) | Urn::Confidence(..) => Err(Unchanged),
    };
    kept_of_room(taken, player, desk).map(|(change, _)| (change, said))
}

/// What was sent or placed, where no more are in with it than the room has people.
fn kept_of_room(taken: Result<(), Unchanged>, player: &Player, desk: &Desk<'_>) -> Result<Taken, Refusal> {
    let kept = kept(taken)?;
    if player.hands(desk).is_some_and(|hands| hands > player.places()) {
        return Err(of_the_vote(words::all_are_in(player.people), words::SHOW_WHAT_IS_IN));
    }
    Ok(kept)
}

fn kept(taken: Result<(), Unchanged>) -> Result<Taken, Refusal> {
    let nothing = |_| of_the_vote(words::IT_TAKES_NOTHING_MORE_IN, words::AT_MOST_THREE_DOTS);
    taken.map(|()| (None, Vec::new())).map_err(nothing)
}

/// Takes in what one person of the room shows: a number, or nothing.
fn give(to: Urn<'_>, number: Option<u8>) -> Result<(), Refusal> {
    let outside = |says: &str| of_the_vote(says, words::SAY_THE_NUMBER_AGAIN);
    let confident = |number| Confidence::new(number).is_some();
    let (ballot, fits, range): (_, fn(u8) -> bool, _) = match to {
        Urn::Fist(ballot) => (ballot, Fist::is_shown, words::A_FIST_SHOWS_0_TO_5),
        Urn::Tone(ballot) => (ballot, Tone::is_shown, words::IT_IS_A_NUMBER_FROM_1),
        Urn::Confidence(_, ballot) => (ballot, confident, words::CONFIDENCE_IS_A_NUMBER_FROM_0),
        Urn::Drafts | Urn::Dots => return Err(outside(words::NO_NUMBER_IS_ASKED_FOR_HERE)),
    };
    if number.is_some_and(|number| !fits(number)) {
        return Err(outside(range));
    }
    let taken = match number {
        Some(number) => ballot.add(number),
        None => ballot.pass(),
    };
    taken.map_err(|Unchanged| outside(words::IT_IS_REVEALED_ALREADY))
}

fn take_back(player: &mut Player, desk: &Desk<'_>) -> Result<Taken, Refusal> {
    // The fist and the tone stand in the files since they were shown.
    let (taken, change) = match player.urn(desk)? {
        Urn::Fist(ballot) => (ballot.retype(), Some(desk.show_fist(fingers(ballot))?)),
        Urn::Tone(ballot) => (ballot.retype(), Some(desk.show_tone(fingers(ballot))?)),
        Urn::Confidence(_, ballot) => (ballot.retype(), None),
        Urn::Dots => (player.hidden.dots.take_back(), None),
        Urn::Drafts => (player.hidden.drafts.take_back(), None),
    };
    player.forget_of_one_thing();
    kept(taken).map(|(_, cues)| (change, cues))
}

fn again(player: &mut Player, desk: &Desk<'_>) -> Result<Taken, Refusal> {
    let (step, second) = (player.step(), player.second_votes());
    let refused = |says: &str, hint: &str| Err(Refusal::one(StopRule::Reveal, step.id(), says, hint));
    match player.urn(desk)? {
        Urn::Confidence(..) if step == Step::Chk3 => {
            refused(words::NO_SECOND_VOTE_BETWEEN_KEY_RESULTS, words::VOTE_NOW)
        }
        Urn::Confidence(id, _) if step == Step::Set13 && !second.contains(&id) => {
            refused(words::ONLY_THE_TWO_WIDEST_SPREADS, words::GO_ON_TO_THE_NEXT_ONE)
        }
        Urn::Fist(ballot) | Urn::Tone(ballot) | Urn::Confidence(_, ballot) => kept(ballot.again()),
        Urn::Drafts | Urn::Dots => refused(words::IT_IS_VOTED_ON_ONCE, words::GO_ON),
    }
}

/// A room shows no more numbers than it has people.
fn fits_the_room(player: &Player, desk: &Desk<'_>) -> Result<(), Refusal> {
    let topic = player.topic(desk);
    let (ballot, beside) = match BallotKind::of(player.step()) {
        Some(BallotKind::Fist) => (Some(&player.hidden.fist), 0),
        Some(BallotKind::Tone) => (Some(&player.hidden.tone), 0),
        Some(BallotKind::Confidence) => {
            let id = topic.as_ref().and_then(Topic::key_result);
            let beside = id.map_or(0, |id| player.beside(desk, id).len());
            (id.and_then(|id| player.hidden.votes.get(id)), beside)
        }
        Some(BallotKind::Drafts | BallotKind::Dots) | None => (None, 0),
    };
    // Who logged alone may pass in the room: that is one person and no second number.
    let most = ballot.map(|ballot| ballot.hands().max(ballot.given() + beside));
    match most.filter(|hands| *hands > player.places()) {
        Some(hands) => {
            Err(of_the_vote(words::more_than_the_room(hands, player.people), words::ONE_NUMBER_EACH))
        }
        None => Ok(()),
    }
}

/// Shows what the room typed; there is nothing to show where everybody passed.
fn reveal_given(ballot: &mut Ballot) -> Result<(), Unchanged> {
    if ballot.given() == 0 { Err(Unchanged) } else { ballot.reveal(Vec::new()) }
}

fn reveal(player: &mut Player, desk: &Desk<'_>, seed: &mut Seed) -> Result<Taken, Refusal> {
    let nothing = |_| of_the_vote(words::NOTHING_IS_IN_YET, words::TYPE_THE_NUMBERS_FIRST);
    let hands = player.hands(desk).ok_or_else(|| nothing_hidden(player.step()))?;
    // Nothing is shown while somebody is missing.
    if hands > 0 && !player.are_all_in(desk) {
        return Err(of_the_vote(words::of_are_in(hands, player.people), words::A_DASH_IS_A_PASS));
    }
    let beside = player.topic(desk).and_then(|topic| Some(player.beside(desk, topic.key_result()?)));
    match player.urn(desk)? {
        Urn::Drafts => {
            player.hidden.drafts.reveal(|| seed.number()).map_err(nothing)?;
            Ok((Some(draft_all(player, desk, seed)?), Vec::new()))
        }
        Urn::Dots => {
            player.hidden.dots.reveal().map_err(nothing)?;
            Ok((dots(player, desk)?, Vec::new()))
        }
        Urn::Fist(ballot) => {
            reveal_given(ballot).map_err(nothing)?;
            let fist: Fist = fingers(ballot);
            let cues = (fist.dissenting() > 0).then_some(Cue::Dissent);
            Ok((Some(desk.show_fist(fist)?), cues.into_iter().collect()))
        }
        Urn::Tone(ballot) => {
            reveal_given(ballot).map_err(nothing)?;
            let tone: Tone = fingers(ballot);
            let cues = tone.is_guarded().then_some(Cue::StayInWriting);
            Ok((Some(desk.show_tone(tone)?), cues.into_iter().collect()))
        }
        Urn::Confidence(id, ballot) => {
            let beside = beside.unwrap_or_default();
            let alone = beside.sorted().iter().map(|vote| vote.percent()).collect();
            ballot.reveal(alone).map_err(nothing)?;
            Ok((None, voted(player, &id)))
        }
    }
}

/// What a revealed vote on a key result raises.
fn voted(player: &Player, id: &KeyResultId) -> Vec<Cue> {
    let ballot = player.ballot(id);
    let is_wide = ballot.and_then(Ballot::spread).is_some_and(|spread| spread >= Votes::WIDE);
    let is_due = player.step() == Step::Set13 && player.second_votes().contains(id);
    let may_vote_again = is_due || player.step() == Step::Chk4;
    let mut cues: Vec<Cue> =
        (is_wide && may_vote_again).then(|| Cue::Explain(id.clone())).into_iter().collect();
    cues.extend(signals::by_vote(player, id));
    cues
}
