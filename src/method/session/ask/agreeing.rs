//! What is asked while the set becomes one the team stands behind (SET-9 to SET-14), and the numbers of a vote.

use std::num::ParseIntError;
use std::str::FromStr;

use super::{Sheet, Typed, Wrong, wrong};
use crate::coach::rule::Rule;
use crate::domain::decision::{Asked, Desk, Question};
use crate::domain::dependency::{Dependency, DependencyState};
use crate::domain::id::{KeyResultId, LineId, ObjectiveId};
use crate::domain::key_result::KeyResult;
use crate::method::fields::{Input as Way, YES_NO};
use crate::method::session::inputs::{Agreeing, Input};
use crate::method::session::{Act, Blind};

const QUESTIONS: [(&str, &str, &str); 4] = [
    ("still_have_problem", "without solving it", "could we hit it without solving the problem?"),
    ("nearer", "nearer", "if only this moved, are we nearer?"),
    ("promised_outside", "promised outside", "has anyone outside been promised this?"),
    ("can_move", "can move", "can it move this quarter if we do the right work?"),
];
/// What is typed for somebody who passes.
const PASS: &str = "-";
const ASKERS: &[&str] = &["above", "below"];
const STATES: &[&str] = &["open", "agreed", "refused", "worked-around"];

fn say(agreeing: Agreeing) -> Act {
    Act::Say(Input::Agreeing(agreeing))
}

/// The four questions of SET-9 with what was answered.
pub(in crate::method::session) fn answers(key_result: &KeyResult) -> [(Question, Option<bool>); 4] {
    let said = &key_result.refinement;
    let answers = [said.still_have_problem, said.nearer, said.promised_outside, said.can_move];
    let mut all = Question::ALL.into_iter().zip(answers);
    std::array::from_fn(|_| all.next().unwrap_or((Question::CanMove, None)))
}

pub(super) fn questions(id: KeyResultId, desk: &Desk<'_>) -> Sheet {
    let stands = desk.quarter.key_result(&id).map(|(_, found)| answers(found).map(|(_, answer)| answer));
    let stands = stands.unwrap_or([None; 4]);
    let yes_no = |answer: Option<bool>| answer.map_or("", |yes| if yes { "yes" } else { "no" });
    let sheet =
        QUESTIONS.into_iter().zip(stands).fold(Sheet::new("The four questions"), |sheet, (words, answer)| {
            sheet.typed(YES_NO, words, yes_no(answer))
        });
    sheet.read(move |typed, desk, _| {
        let (_, before) = desk.quarter.key_result(&id).ok_or_else(|| wrong("nearer", "it is gone"))?;
        let mut after = before.clone();
        let said = |name: &str| match typed.text(name) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        after.refinement.still_have_problem = said("still_have_problem");
        after.refinement.nearer = said("nearer");
        after.refinement.promised_outside = said("promised_outside");
        after.refinement.can_move = said("can_move");
        Ok(Act::Decided(desk.revise_key_result(after, None)?))
    })
}

pub(super) fn waive(id: KeyResultId) -> Sheet {
    Sheet::new("Why is this question not asked any more?")
        .blank("rule", "rule", "its name, such as output-verb")
        .blank("reason", "reason", "one line; it is shown in review and counted in the retrospective")
        .does("waive")
        .read(move |typed, desk, _| {
            let known = Rule::named(&typed.needed("rule")?.to_lowercase());
            let rule = known
                .ok_or_else(|| wrong("rule", "there is no such rule; the board names those that ask"))?;
            if rule.is_hard_stop() {
                return Err(wrong("rule", "one of the few hard stops: no reason goes past it"));
            }
            let reason = typed.needed("reason")?;
            Ok(Act::Decided(desk.waive(&Asked::KeyResult(id.clone()), rule.id(), &reason)?))
        })
}

/// The key result at a number on the board.
pub(super) fn key_result(
    typed: &Typed<'_>,
    name: &'static str,
    desk: &Desk<'_>,
) -> Result<KeyResultId, Wrong> {
    typed.placed(name, desk.quarter.live_key_results()).map(|(_, found)| found.id.clone())
}

pub(super) fn depend() -> Sheet {
    Sheet::new("Who must do something for this to move?")
        .blank("key_result", "key result", "its number on the board")
        .blank("team", "team", "its name, never a platform")
        .blank("need", "must", "what they must do")
        .day("by", "by", "31 Jan, +3w")
        .blank("asker", "who asks", "a person of ours")
        .does("name it")
        .read(|typed, desk, seed| {
            let id = key_result(typed, "key_result", desk)?;
            let line = LineId::new(seed.letters()).map_err(|bad| wrong("team", bad.to_string()))?;
            let dependency = Dependency {
                id: line,
                team: typed.needed("team")?,
                need: typed.needed("need")?,
                by: typed.day("by")?,
                asker: typed.maybe("asker"),
                state: DependencyState::Open,
            };
            Ok(say(Agreeing::Depend(id, dependency)))
        })
}

/// Every dependency of the set with its key result, in the order of the letters they have on the board.
pub fn dependencies<'a>(desk: &Desk<'a>) -> impl Iterator<Item = (&'a KeyResult, &'a Dependency)> + use<'a> {
    let live = desk.quarter.live_key_results();
    live.flat_map(|(_, found)| found.dependencies.iter().map(move |dependency| (found, dependency)))
}

pub(super) fn replied() -> Sheet {
    Sheet::new("What did the other team say?")
        .blank("dependency", "dependency", "its letter on the board, such as b")
        .choice(STATES, ("state", "it is", "Left and Right, or the first letter"), None)
        .read(|typed, desk, _| {
            let letter = typed.text("dependency").chars().next().map(|letter| letter.to_ascii_lowercase());
            let found =
                letter.and_then(|letter| ('a'..='z').zip(dependencies(desk)).find(|(at, _)| *at == letter));
            let Some((_, (key_result, dependency))) = found else {
                return Err(wrong("dependency", "the letter it has on the board"));
            };
            let state = typed.chosen("state")?;
            Ok(say(Agreeing::Depend(key_result.id.clone(), Dependency { state, ..dependency.clone() })))
        })
}

pub(super) fn contribute(id: ObjectiveId, desk: &Desk<'_>) -> Sheet {
    let found = desk.quarter.objective(&id);
    let stands = |text: Option<&String>| text.cloned().unwrap_or_default();
    let to = stands(found.and_then(|found| found.contributes_to.as_ref()));
    let how = stands(found.and_then(|found| found.contribution.as_ref()));
    let weighed = stands(found.and_then(|found| found.alternative.as_ref()));
    Sheet::new("One main contribution")
        .typed(Way::Text, ("to", "contributes to", "the objective of another team, by its id"), &to)
        .typed(Way::Text, ("how", "how", "one sentence"), &how)
        .typed(Way::Text, ("weighed", "weighed", "which other contribution did we weigh?"), &weighed)
        .read(move |typed, _, _| {
            let said = [typed.maybe("to"), typed.maybe("how"), typed.maybe("weighed")];
            Ok(say(Agreeing::Contribute(id.clone(), said)))
        })
}

pub(super) fn negotiate(id: ObjectiveId) -> Sheet {
    Sheet::new("What were we asked to change?")
        .blank("asked", "asked", "one line")
        .choice(ASKERS, ("from", "from", "Left and Right, or the first letter"), None)
        .blank("outcome", "outcome", "what came of it; empty while it is talked about")
        .read(move |typed, _, _| {
            let said = [typed.needed("asked")?, typed.line("outcome")];
            Ok(say(Agreeing::Negotiate(id.clone(), typed.chosen("from")?, said)))
        })
}

pub(super) fn keep_nominal() -> Sheet {
    Sheet::new("Nominal: why is it kept?")
        .blank("reason", "reason", "or rework it, or drop it")
        .read(|typed, _, _| Ok(say(Agreeing::KeepNominal(typed.needed("reason")?))))
}

pub(super) fn reason() -> Sheet {
    Sheet::new("It is the last day and nothing moved. Why?")
        .blank("reason", "reason", "one each, no repeats")
        .read(|typed, _, _| Ok(say(Agreeing::Reason(typed.needed("reason")?))))
}

pub(super) fn assume() -> Sheet {
    Sheet::new("What are we taking for granted?")
        .blank("objective", "objective", "its number on the board")
        .blank("text", "we assume", "one sentence")
        .blank("noticed_by", "noticed by", "how would we notice that it is wrong?")
        .read(|typed, desk, _| {
            let under = typed.placed("objective", desk.quarter.live_objectives())?;
            let said = [typed.needed("text")?, typed.line("noticed_by")];
            Ok(say(Agreeing::Assume(under.id.clone(), said)))
        })
}

/// What one person shows: a number, or a dash to pass.
struct Shown(Option<u8>);

impl FromStr for Shown {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == PASS {
            return Ok(Self(None));
        }
        let number: u32 = text.parse()?;
        Ok(Self(Some(u8::try_from(number).unwrap_or(u8::MAX))))
    }
}

/// The numbers of the room, shown at once.
fn numbers(title: impl Into<String>, hint: &'static str) -> Sheet {
    Sheet::new(title).blank("numbers", "numbers", hint).does("show").read(|typed, _, _| {
        let shown: Vec<Shown> = typed.numbers("numbers")?;
        Ok(Act::Blind(Blind::Show(shown.into_iter().map(|one| one.0).collect())))
    })
}

pub(super) fn votes(id: &KeyResultId, desk: &Desk<'_>) -> Sheet {
    let name = desk.quarter.key_result(id).map(|(_, found)| found.name().to_owned());
    numbers(name.unwrap_or_default(), "as they are shown, one each, without names: 40 55 60; - passes")
}

pub(super) fn fist() -> Sheet {
    numbers("Fist to five", "as they are shown, one each: 3 4 5 4; - passes")
}

/// The same for how freely one can speak (RET-1).
pub(super) fn tone() -> Sheet {
    numbers("How freely can you speak here today?", "1 to 5, one each, without names: 4 3 5; - passes")
}

pub(super) fn commit() -> Sheet {
    Sheet::new("Commit")
        .blank("reason", "reason", "what is asked is answered by a reason to go on all the same")
        .does("commit")
        .read(|typed, _, _| Ok(say(Agreeing::Commit(typed.maybe("reason")))))
}
