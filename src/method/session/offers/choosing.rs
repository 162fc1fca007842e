//! While the objectives are found (SET-1 to SET-6), and the dots of RET-7.

use super::{Ask, Offers, objective_topic};
use crate::domain::decision::{Desk, Principle};
use crate::domain::frame::Cadence;
use crate::domain::id::ObjectiveId;
use crate::method::session::{Act, Blind, Player, Say};
use crate::method::step::Step;
use crate::words::method::session::offers::choosing as words;

/// The notice first, then the five questions one after the other, then how often the team checks in.
pub(super) fn kick_off(player: &Player, desk: &Desk<'_>) -> Offers {
    let frame = &desk.quarter.frame;
    let open = Principle::ALL.into_iter().find(|principle| principle.answer(frame).is_none());
    let offers =
        Offers::default().when(!player.is_read(), |offers| offers.act('r', words::READ, Act::Say(Say::Read)));
    let offers = match open {
        Some(principle) => {
            let answer = |holds| Act::Say(Say::Principle(principle, holds));
            let offers = offers.answer('y', words::holds(principle.says()), answer(true));
            offers.answer('n', words::does_not_hold(principle.says()), answer(false))
        }
        None => offers,
    };
    let cadence = frame.cadence.or(desk.workspace.settings.cadence);
    let choose = |cadence| Act::Say(Say::Cadence(cadence));
    offers
        .when(cadence != Some(Cadence::BiWeekly), |offers| {
            offers.act('b', words::BI_WEEKLY, choose(Cadence::BiWeekly))
        })
        .when(cadence != Some(Cadence::Monthly), |offers| {
            offers.act('m', words::MONTHLY, choose(Cadence::Monthly))
        })
        .ask('o', words::PROMISE, Ask::Promise)
        .ask('g', words::GROUND_RULES, Ask::GroundRules)
}

/// Drafts until they are shown, then what says the same.
pub(super) fn group(player: &Player, desk: &Desk<'_>) -> Offers {
    let drafts = &player.hidden().drafts;
    let is_open = drafts.shown().is_none();
    Offers::default()
        .when(is_open && !player.are_all_in(desk), |offers| {
            let pass = Act::Blind(Blind::Drafts(Vec::new()));
            offers.ask('d', words::DRAFT, Ask::Draft).act('s', words::PASS, pass)
        })
        .when(drafts.can_take_back(), |offers| offers.act('b', words::TAKE_BACK, Act::Blind(Blind::TakeBack)))
        .when(is_open && drafts.count() > 0 && player.are_all_in(desk) || player.is_gone(desk), |offers| {
            offers.act('r', words::SHOW_ALL, Act::Blind(Blind::Reveal))
        })
        .ask('m', words::MERGE, Ask::Merge)
        .ask('o', words::ADD, Ask::Add)
}

pub(super) fn dots(player: &Player, desk: &Desk<'_>) -> Offers {
    let dots = &player.hidden().dots;
    let is_open = dots.shown().is_none();
    let offers = Offers::default()
        .when(is_open && !player.are_all_in(desk), |offers| {
            let pass = Act::Blind(Blind::Dots(Vec::new()));
            offers.ask('d', words::DOTS, Ask::Dots).act('s', words::PASS, pass)
        })
        .when(is_open && player.are_all_in(desk) || player.is_gone(desk), |offers| {
            offers.act('r', words::SHOW_ALL_SHOWS_THE_COUNTERS, Act::Blind(Blind::Reveal))
        })
        .when(is_open && dots.hands() > 0, |offers| {
            offers.act('b', words::TAKE_BACK_TAKES_THE_LAST_THREE, Act::Blind(Blind::TakeBack))
        });
    if player.step() == Step::Ret7 {
        return offers.ask('c', words::CHANGE, Ask::Choose);
    }
    offers
}

pub(super) fn debate(id: &ObjectiveId) -> Offers {
    Offers::default()
        .ask('o', words::ORIGIN, Ask::Origin(id.clone()))
        .ask('f', words::FOR, Ask::For(id.clone()))
        .ask('g', words::AGAINST, Ask::Against(id.clone()))
        .ask('w', words::WORDS, Ask::Reword(id.clone()))
        .ask('n', words::NOT_NOW, Ask::NotNow(id.clone()))
        .ask('m', words::MERGE, Ask::Merge)
        .edit('e', words::EDIT, objective_topic(id))
}

pub(super) fn cut() -> Offers {
    Offers::default()
        .ask('n', words::NOT_NOW_ONE_OBJECTIVE_OFF, Ask::Cut)
        .ask('w', words::ALSO_NOT, Ask::AlsoNotNow)
        .ask('m', words::MERGE, Ask::Merge)
}
