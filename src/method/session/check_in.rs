//! At a check-in and at mid-quarter: what a step takes from the room, and what is asked in blanks.

use super::agreeing::key_result;
use super::ask::Ask;
use super::offers::{Offers, objective_topic, vote};
use super::sheet::{Sheet, wrong};
use crate::domain::decision::{Desk, MidNote};
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::objective::{AssumptionState, Objective, Verdict};
use crate::domain::word::word;
use crate::method::fields::{self, Context, Input, KEY_RESULT};
use crate::method::session::inputs::to_recall;
use crate::method::session::topic::Topic;
use crate::method::session::{Act, Player, Say};
use crate::words::method::session::ask as shared;
use crate::words::method::session::ask::check_in as words;
use crate::words::method::session::offers::check_in as offered;

pub(super) fn recalled() -> Sheet {
    Sheet::of_question()
        .blank("named", words::NAMED, words::HOW_MANY)
        .read(|typed, desk, _| Ok(Act::Say(Say::Recalled(typed.needed_count("named", to_recall(desk))?))))
}

pub(super) fn note(id: KeyResultId, player: &Player) -> Sheet {
    let stands = player.talk().notes.get(&id).cloned().unwrap_or_default();
    Sheet::of_question()
        .typed(Input::Text, ("note", words::NOTE, words::ONE_LINE_WITHOUT_A_NAME), &stands)
        .read(move |typed, _, _| Ok(Act::Say(Say::Note(id.clone(), typed.needed("note")?))))
}

pub(super) fn act(id: KeyResultId) -> Sheet {
    Sheet::new(words::WHAT_IS_DONE_UNTIL_THE_NEXT)
        .blank("action", words::WHAT, shared::ONE_LINE)
        .blank("asker", words::WHO_ASKS, words::MAY_STAY_EMPTY)
        .day("by", words::BY, words::FRI_1W)
        .read(move |typed, _, _| {
            let (what, by) = (typed.needed("action")?, typed.day("by")?);
            Ok(Act::Say(Say::Do(id.clone(), what, typed.maybe("asker"), by)))
        })
}

pub(super) fn talk() -> Sheet {
    Sheet::new(words::WHICH_OTHER_KEY_RESULT)
        .blank("key_result", words::KEY_RESULT, words::ITS_NUMBER_ON_THE_BOARD_OF_CHECK_INS)
        .does(words::TALK)
        .read(|typed, desk, _| Ok(Act::Talk(Topic::KeyResult(key_result(typed, "key_result", desk)?))))
}

pub(super) fn decide() -> Sheet {
    Sheet::of_question()
        .blank("decision", words::DECISION, words::ONE_LINE_SAID_ALOUD)
        .does(words::DECIDE)
        .read(|typed, _, _| Ok(Act::Say(Say::Decide(typed.needed("decision")?))))
}

pub(super) fn judge(id: ObjectiveId, desk: &Desk<'_>) -> Sheet {
    let said = desk.quarter.objective(&id).and_then(|objective| objective.mid_quarter.as_ref());
    let verdict = said.map(|said| word(&said.verdict));
    let why = said.and_then(|said| said.reason.clone()).unwrap_or_default();
    Sheet::of_question()
        .choice(Verdict::WORDS, ("verdict", words::VERDICT, shared::LEFT_AND_RIGHT), verdict)
        .typed(Input::Text, ("reason", words::WHY, words::WHICH_ASSUMPTION_BROKE), &why)
        .decides(move |typed, desk, _| {
            Ok(desk.judge_mid_quarter(&id, typed.chosen("verdict")?, typed.text("reason")))
        })
}

/// What a revision changes, each by the field of the same name.
const REVISED: [&str; 4] = ["title", "baseline", "target", "due"];

/// A changed target, sentence, baseline or day of one key result of the objective at hand, for a reason.
pub(super) fn revise(id: ObjectiveId) -> Sheet {
    Sheet::new(words::A_CHANGED_KEY_RESULT)
        .blank("key_result", words::KEY_RESULT, shared::ITS_NUMBER_ON_THE_BOARD)
        .blank("target", words::TARGET, words::THE_NEW_ONE)
        .day("due", words::DUE, words::ANOTHER_DAY)
        .blank("baseline", words::BASELINE, words::WHERE_IT_WAS_MEASURED_WRONGLY)
        .blank("title", words::SENTENCE, words::WHERE_IT_SAYS_SOMETHING_ELSE_NOW)
        .blank("reason", words::WHY, words::WHICH_ASSUMPTION_BROKE_IF_NONE)
        .does(words::REVISE)
        .decides(move |typed, desk, _| {
            let live = desk.quarter.objective(&id).into_iter().flat_map(Objective::live_key_results);
            let before = typed.placed("key_result", live)?;
            let mut after = before.clone();
            for name in REVISED.into_iter().filter(|name| !typed.text(name).is_empty()) {
                let context = Context::of(&after, desk.typing_day());
                fields::set(KEY_RESULT, name, &mut after, (typed.text(name), &context))
                    .map_err(|bad| wrong(name, bad.says))?;
            }
            if after == *before {
                return Err(wrong("target", words::NOTHING_IS_CHANGED_YET));
            }
            Ok(desk.revise_key_result(after, Some(&typed.needed("reason")?)))
        })
}

fn mid_note(title: &'static str, hint: &'static str, stands: Option<&String>, note: MidNote) -> Sheet {
    Sheet::new(title)
        .typed(Input::Text, ("line", "line", hint), stands.map_or("", String::as_str))
        .decides(move |typed, desk, _| Ok(desk.note_mid_quarter(note, &typed.needed("line")?)))
}

pub(super) fn told(desk: &Desk<'_>) -> Sheet {
    let stands = desk.quarter.frame.mid_quarter.told.as_ref();
    mid_note(words::WHO_MUST_HEAR_IT, words::TEAMS_AND_PEOPLE, stands, MidNote::Told)
}

pub(super) fn freed(desk: &Desk<'_>) -> Sheet {
    let stands = desk.quarter.frame.mid_quarter.freed.as_ref();
    mid_note(words::WHERE_DOES_THE_FREED_TIME_GO, shared::ONE_LINE, stands, MidNote::Freed)
}

impl Offers {
    pub(super) fn recall() -> Self {
        Self::default().ask('r', offered::NAMED, Ask::Recalled)
    }

    /// What is noted and done about the key result at hand, a re-vote, and another one that nobody pointed at.
    pub(super) fn exceptions(player: &Player, desk: &Desk<'_>, id: Option<&KeyResultId>) -> Self {
        let offers = match id {
            Some(id) => {
                let voted = vote(player, desk, id);
                let mut offers = Self::default()
                    .ask('n', offered::NOTE, Ask::Note(id.clone()))
                    .ask('d', offered::DO, Ask::Do(id.clone()))
                    .act('w', offered::WATCH, Act::Say(Say::Watch(id.clone())));
                offers.0.extend(voted.0);
                offers
            }
            None => Self::default(),
        };
        offers.ask('o', offered::ANOTHER, Ask::Talk)
    }

    pub(super) fn decide() -> Self {
        Self::default().act('s', offered::PLAN_STANDS, Act::Say(Say::PlanStands)).ask(
            'd',
            offered::DECIDE,
            Ask::Decide,
        )
    }

    pub(super) fn assumptions(topic: Option<&Topic>) -> Self {
        let Some(Topic::Assumption(under, id)) = topic else { return Self::default() };
        let mark = |state| Act::Say(Say::Mark(under.clone(), id.clone(), state));
        Self::default()
            .act('h', offered::HOLDING, mark(AssumptionState::Holding))
            .act('s', offered::SHAKY, mark(AssumptionState::Shaky))
            .act('w', offered::WRONG, mark(AssumptionState::Wrong))
    }

    pub(super) fn judge(id: &ObjectiveId) -> Self {
        Self::default()
            .ask('v', offered::VERDICT, Ask::Judge(id.clone()))
            .ask('r', offered::REVISE, Ask::Revise(id.clone()))
            .edit('e', offered::EDIT, objective_topic(id))
    }

    pub(super) fn record() -> Self {
        Self::default().ask('o', offered::WHO_HEARS_IT, Ask::Told).ask('f', offered::FREED_TIME, Ask::Freed)
    }
}
