//! What the room can say in a step: a letter each, taken at once or asked for in a few blanks. The footer of the screens
//! and the plain prompts read the same list.

use std::borrow::Cow;

use crate::domain::decision::Desk;
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::method::step::Step;
use crate::words::method::session::offers as words;

pub use super::ask::{Ask, Blank, Numbered, Sheet, Wrong};
pub use super::ask::{dependencies, lessons, letters};
use super::topic::Topic;
use super::{Act, Blind, Player};

/// The letters that mean the same in every step, so that no step offers anything by them.
pub const TAKEN: &str = "ajkpqtux";

/// What comes of an offer.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// It is done at once.
    Do(Act),
    /// It is asked for.
    Ask(Ask),
    /// The whole of it is edited where it is edited at the desk.
    Edit(Topic),
}

/// Something the room can say now.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// Its key.
    pub letter: char,
    /// The word in the footer.
    pub label: &'static str,
    /// What it does, as a sentence of help.
    pub says: Cow<'static, str>,
    /// What comes of it.
    pub what: What,
}

/// The offers of a step while they are put together.
#[derive(Default)]
pub(super) struct Offers(pub(super) Vec<Offer>);

impl Offers {
    fn add(
        mut self,
        letter: char,
        label: &'static str,
        says: impl Into<Cow<'static, str>>,
        what: What,
    ) -> Self {
        self.0.push(Offer { letter, label, says: says.into(), what });
        self
    }

    /// An answer to a question that is named beside it.
    pub(super) fn answer(self, letter: char, (label, says): (&'static str, String), act: Act) -> Self {
        self.add(letter, label, says, What::Do(act))
    }

    pub(super) fn act(self, letter: char, (label, says): Said, act: Act) -> Self {
        self.add(letter, label, says, What::Do(act))
    }

    pub(super) fn ask(self, letter: char, (label, says): Said, ask: Ask) -> Self {
        self.add(letter, label, says, What::Ask(ask))
    }

    pub(super) fn edit(self, letter: char, (label, says): Said, topic: Topic) -> Self {
        self.add(letter, label, says, What::Edit(topic))
    }

    pub(super) fn when(self, holds: bool, add: impl FnOnce(Self) -> Self) -> Self {
        if holds { add(self) } else { self }
    }
}

/// Label and sentence of an offer.
pub(super) type Said = (&'static str, &'static str);

/// What the room can say now, the usual answer first. Where the answers are to the questions of the step, they are to the one
/// of these that is asked, by its place, else to the first that waits.
pub fn offers(player: &Player, desk: &Desk<'_>, asked: Option<usize>) -> Vec<Offer> {
    let none = Offers::default();
    let topic = player.topic(desk);
    let key_result = topic.as_ref().and_then(Topic::key_result);
    let objective = topic.as_ref().and_then(Topic::objective);
    match player.step() {
        Step::Set1 => Offers::kick_off((player, asked), desk),
        Step::Set3 => Offers::group(player, desk),
        Step::Set4 | Step::Ret7 => Offers::dots(player, desk),
        Step::Set5 => objective.map_or(none, Offers::debate),
        Step::Set6 => Offers::cut(),
        Step::Set9 => key_result.map_or(none, |id| Offers::refine((player, asked), id, desk)),
        Step::Set10 => Offers::dependencies(desk),
        Step::Set11 => Offers::alignment((player, asked), objective, desk),
        Step::Set12 => Offers::pre_mortem(),
        Step::Set13 | Step::Chk3 => key_result.map_or(none, |id| vote(player, desk, id)),
        Step::Set14 => Offers::commit(player, desk),
        Step::Chk2 => Offers::recall(),
        Step::Chk4 => Offers::exceptions(player, desk, key_result),
        Step::Chk5 => Offers::decide(),
        Step::Mid1 => Offers::assumptions(topic.as_ref()),
        Step::Mid2 => objective.map_or(none, Offers::judge),
        Step::Mid3 => Offers::record(),
        Step::Sco2 => Offers::ground_rule(),
        Step::Sco3 => key_result.map_or(none, |id| Offers::score(id, desk)),
        Step::Sco4 => Offers::whole(),
        Step::Ret1 => Offers::tone(player),
        Step::Ret2 => Offers::writing(desk),
        Step::Ret3 | Step::Ret4 | Step::Ret5 => Offers::verdicts(topic.as_ref()),
        Step::Ret6 => Offers::process(),
        Step::Ret8 => Offers::close(desk),
        Step::Hnd1 => Offers::hand_over(topic.as_ref()),
        Step::Set2 | Step::Set7 | Step::Set8 | Step::Chk1 | Step::Sco1 => none,
    }
    .0
}

/// The vote on a key result: the numbers of the room, those said alone, and a second vote where it is due.
pub(super) fn vote(player: &Player, desk: &Desk<'_>, id: &KeyResultId) -> Offers {
    let ballot = player.ballot(id);
    let is_shown = ballot.is_some_and(|ballot| ballot.shown().is_some());
    let is_second = ballot.is_some_and(super::blind::Ballot::is_second);
    let is_enough = !is_second && player.are_all_in(desk);
    let votes = words::VOTE;
    Offers::default()
        .when(!is_shown, |offers| offers.ask('v', votes, Ask::Votes(id.clone())))
        .when(!is_shown && is_enough, |offers| {
            let says = words::SHOW;
            offers.act('r', says, Act::Blind(Blind::Reveal))
        })
        .when(is_shown && player.may_vote_again(id), |offers| {
            offers.act('v', words::VOTE_AGAIN, Act::Blind(Blind::Again))
        })
        .when(is_shown, |offers| offers.act('b', words::MISTYPED, Act::Blind(Blind::TakeBack)))
}

/// The place of an objective among those that are answered for.
pub(super) fn objective_topic(id: &ObjectiveId) -> Topic {
    Topic::Objective(id.clone())
}
