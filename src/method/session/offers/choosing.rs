//! While the objectives are found (SET-1 to SET-6), and the dots of RET-7.

use super::{Ask, Offers, objective_topic};
use crate::domain::decision::{Desk, Principle};
use crate::domain::frame::Cadence;
use crate::domain::id::ObjectiveId;
use crate::method::session::inputs::{Choosing, Input};
use crate::method::session::{Act, Blind, Player};
use crate::method::step::Step;

fn say(choosing: Choosing) -> Act {
    Act::Say(Input::Choosing(choosing))
}

/// The notice first, then the five questions one after the other, then how often the team checks in.
pub(super) fn kick_off(player: &Player, desk: &Desk<'_>) -> Offers {
    let frame = &desk.quarter.frame;
    let open = Principle::ALL.into_iter().find(|principle| principle.answer(frame).is_none());
    let offers = Offers::default().when(!player.is_read(), |offers| {
        offers.act('r', ("read", "The notice was read aloud."), Act::Say(Input::Read))
    });
    let offers = match open {
        Some(principle) => offers
            .act('y', ("yes", "The marked ground rule holds."), say(Choosing::Principle(principle, true)))
            .act(
                'n',
                ("no", "It does not hold; it comes back at the retrospective."),
                say(Choosing::Principle(principle, false)),
            ),
        None => offers,
    };
    let cadence = frame.cadence.or(desk.workspace.settings.cadence);
    let choose = |cadence| say(Choosing::Cadence(cadence));
    offers
        .when(cadence != Some(Cadence::BiWeekly), |offers| {
            offers.act('b', ("bi-weekly", "The team checks in every two weeks."), choose(Cadence::BiWeekly))
        })
        .when(cadence != Some(Cadence::Monthly), |offers| {
            offers.act('m', ("monthly", "The team checks in once a month."), choose(Cadence::Monthly))
        })
        .ask('o', ("promise", "The sponsor's learning promise, in one sentence."), Ask::Promise)
        .ask('g', ("ground rules", "All five ground rules at once, to answer one anew."), Ask::GroundRules)
}

/// Drafts until they are shown, then what says the same.
pub(super) fn group(player: &Player, desk: &Desk<'_>) -> Offers {
    let drafts = &player.hidden().drafts;
    let is_open = drafts.shown().is_none();
    Offers::default()
        .when(is_open, |offers| {
            let pass = Act::Blind(Blind::Drafts(Vec::new()));
            offers.ask('d', ("draft", "One person's drafts, hidden until all are in."), Ask::Draft).act(
                's',
                ("pass", "One person passes."),
                pass,
            )
        })
        .when(drafts.can_take_back(), |offers| {
            offers.act('b', ("take back", "Takes back what was sent last."), Act::Blind(Blind::TakeBack))
        })
        .when(is_open && drafts.count() > 0 && player.are_all_in(desk), |offers| {
            offers.act(
                'r',
                ("show all", "Shows every draft, shuffled and without a name."),
                Act::Blind(Blind::Reveal),
            )
        })
        .ask('m', ("merge", "Two that say the same become one."), Ask::Merge)
        .ask('o', ("add", "An objective that is not on the board yet."), Ask::Add)
}

pub(super) fn dots(player: &Player, desk: &Desk<'_>) -> Offers {
    let dots = &player.hidden().dots;
    let is_open = dots.shown().is_none();
    let offers =
        Offers::default()
            .when(is_open, |offers| {
                let pass = Act::Blind(Blind::Dots(Vec::new()));
                offers
                    .ask('d', ("dots", "Three dots of one person, hidden until all are in."), Ask::Dots)
                    .act('s', ("pass", "One person passes."), pass)
            })
            .when(is_open && player.are_all_in(desk), |offers| {
                offers.act('r', ("show all", "Shows the counters, as all are in."), Act::Blind(Blind::Reveal))
            })
            .when(is_open && dots.hands() > 0, |offers| {
                offers.act('b', ("take back", "Takes the last three dots back."), Act::Blind(Blind::TakeBack))
            });
    if player.step() == Step::Ret7 {
        return offers.ask(
            'c',
            ("change", "A change: what, who starts it, first date, how we see it."),
            Ask::Choose,
        );
    }
    offers
}

pub(super) fn debate(id: &ObjectiveId) -> Offers {
    Offers::default()
        .ask('o', ("origin", "Ours, negotiated or handed down."), Ask::Origin(id.clone()))
        .ask('f', ("for", "One argument for it."), Ask::For(id.clone()))
        .ask('g', ("against", "One argument against it."), Ask::Against(id.clone()))
        .ask('w', ("words", "Another wording, where it changes what we do."), Ask::Reword(id.clone()))
        .ask('n', ("not now", "Off the set, onto the not-now list."), Ask::NotNow(id.clone()))
        .ask('m', ("merge", "Two that say the same become one."), Ask::Merge)
        .edit('e', ("edit", "Everything about this objective."), objective_topic(id))
}

pub(super) fn cut() -> Offers {
    Offers::default()
        .ask('n', ("not now", "One objective off the set, by its number."), Ask::Cut)
        .ask('w', ("also not", "A no by name that never was an objective."), Ask::AlsoNotNow)
        .ask('m', ("merge", "Two that say the same become one."), Ask::Merge)
}
