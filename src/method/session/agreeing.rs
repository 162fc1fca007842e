//! While the set becomes one the team stands behind (SET-9 to SET-14): what a step takes from the room, and what is asked in
//! blanks; the numbers of a vote.

use std::num::ParseIntError;
use std::str::FromStr;

use super::ask::Ask;
use super::offers::{Offers, objective_topic};
use super::sheet::{Sheet, Typed, Wrong, lettered, wrong};
use crate::coach::rule::Rule;
use crate::domain::change::Force;
use crate::domain::decision::{AskedOf, Contribution, Desk, List, Question, Test};
use crate::domain::dependency::{Dependency, DependencyState};
use crate::domain::frame::Nearer;
use crate::domain::id::{KeyResultId, LineId, ObjectiveId};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Asker;
use crate::method::commit as method_commit;
use crate::method::fields::{Context, Elsewhere, Input, KEY_RESULT, YES_NO};
use crate::method::lint::Coach;
use crate::method::session::topic::Topic;
use crate::method::session::{Act, Blind, Player, Say};
use crate::method::step::Step;
use crate::words::method::session::ask as shared;
use crate::words::method::session::ask::agreeing as words;
use crate::words::method::session::offers::agreeing as offered;

/// The four questions of SET-9, in their order.
const QUESTIONS: [(&str, &str); 4] = [
    ("still_have_problem", words::WITHOUT_SOLVING_IT),
    ("nearer", words::NEARER),
    ("promised_outside", words::PROMISED_OUTSIDE),
    ("can_move", words::CAN_MOVE),
];
/// What is typed for somebody who passes.
const PASS: &str = "-";

pub(super) fn questions(id: KeyResultId, desk: &Desk<'_>) -> Sheet {
    let stands = desk.quarter.key_result(&id).map(|(_, found)| Question::answers(found));
    let stands = stands.unwrap_or([None; 4]);
    let yes_no = |answer: Option<bool>| answer.map_or("", |yes| if yes { "yes" } else { "no" });
    let sheet = QUESTIONS.into_iter().zip(stands).enumerate().fold(
        Sheet::new(words::THE_FOUR_QUESTIONS),
        |sheet, (at, ((name, label), answer))| {
            sheet.typed(YES_NO, (name, label, ""), yes_no(answer)).asks(Step::Set9, at)
        },
    );
    sheet.decides(move |typed, desk, _| {
        let (_, before) = desk.quarter.key_result(&id).ok_or_else(|| wrong("nearer", words::IT_IS_GONE))?;
        let (mut after, context) = (before.clone(), Context::of(before, desk.typing_day()));
        for (name, ..) in QUESTIONS {
            typed.write(KEY_RESULT, name, (&mut after, &context))?;
        }
        Ok(desk.revise_key_result(after, None))
    })
}

pub(super) fn waive(id: KeyResultId) -> Sheet {
    Sheet::new(words::WHY_IS_THIS_QUESTION_NOT_ASKED)
        .blank("rule", words::RULE, words::ITS_NAME)
        .blank("reason", words::REASON, words::ONE_LINE_SHOWN_IN_REVIEW)
        .does(words::WAIVE)
        .decides(move |typed, desk, _| {
            let rule = asked_rule(&typed.needed("rule")?.to_lowercase(), &id, desk)?;
            if rule.is_hard_stop() {
                return Err(wrong("rule", words::ONE_OF_THE_FEW_HARD_STOPS));
            }
            let reason = typed.needed("reason")?;
            Ok(desk.waive(&AskedOf::KeyResult(id.clone()), rule.id(), &reason))
        })
}

/// The rule that asks about a key result and is called so, or alone begins so.
fn asked_rule(typed: &str, id: &KeyResultId, desk: &Desk<'_>) -> Result<Rule, Wrong> {
    let (under, found) = desk.quarter.key_result(id).ok_or_else(|| wrong("rule", words::IT_IS_GONE))?;
    let mut rules: Vec<Rule> = Coach::at(desk).key_result(under, found).iter().map(|it| it.rule).collect();
    rules.retain(|rule| rule.id().starts_with(typed));
    let called = rules.iter().find(|rule| rule.id() == typed);
    match (called, rules.as_slice()) {
        (Some(rule), _) | (None, [rule]) => Ok(*rule),
        (None, _) => Err(wrong("rule", words::NO_SUCH_RULE_ASKS_HERE)),
    }
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
    Sheet::of_question()
        .blank("key_result", words::KEY_RESULT, shared::ITS_NUMBER_ON_THE_BOARD)
        .typed(Input::Elsewhere(Elsewhere::Team), ("team", words::TEAM, words::ITS_NAME_NEVER_A_PLATFORM), "")
        .blank("need", words::MUST, words::WHAT_THEY_MUST_DO)
        .day("by", words::BY, words::N_31_JAN)
        .blank("asker", words::WHO_ASKS, words::A_PERSON_OF_OURS)
        .does(words::NAME_IT)
        .decides(|typed, desk, seed| {
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
            Ok(desk.depend(&id, dependency))
        })
}

/// Every dependency of the set with its key result, in the order of the letters they have on the board.
pub fn dependencies<'a>(desk: &Desk<'a>) -> impl Iterator<Item = (&'a KeyResult, &'a Dependency)> + use<'a> {
    let live = desk.quarter.live_key_results();
    live.flat_map(|(_, found)| found.dependencies.iter().map(move |dependency| (found, dependency)))
}

pub(super) fn replied() -> Sheet {
    Sheet::new(words::WHAT_DID_THE_OTHER_TEAM_SAY)
        .blank("dependency", words::DEPENDENCY, words::ITS_LETTER_ON_THE_BOARD)
        .choice(DependencyState::WORDS, ("state", words::IT_IS, shared::LEFT_AND_RIGHT), None)
        .decides(|typed, desk, _| {
            let found = lettered(typed.text("dependency"), dependencies(desk));
            let Some((key_result, dependency)) = found else {
                return Err(wrong("dependency", shared::THE_LETTER_IT_HAS_ON_THE_BOARD));
            };
            let state = typed.chosen("state")?;
            Ok(desk.depend(&key_result.id, Dependency { state, ..dependency.clone() }))
        })
}

pub(super) fn contribute(id: ObjectiveId, desk: &Desk<'_>) -> Sheet {
    let found = desk.quarter.objective(&id);
    let stands = |text: Option<&String>| text.cloned().unwrap_or_default();
    let to = stands(found.and_then(|found| found.contributes_to.as_ref()));
    let how = stands(found.and_then(|found| found.contribution.as_ref()));
    let weighed = stands(found.and_then(|found| found.alternative.as_ref()));
    Sheet::new(words::one_main_contribution_of(found.map_or(id.as_str(), |found| &found.title)))
        .typed(
            Input::Elsewhere(Elsewhere::Objective),
            ("to", words::CONTRIBUTES_TO, words::THE_OBJECTIVE_OF_ANOTHER_TEAM),
            &to,
        )
        .typed(Input::Text, ("how", words::HOW, words::ONE_SENTENCE), &how)
        .typed(Input::Text, ("weighed", words::WEIGHED, ""), &weighed)
        .asks(Step::Set11, 2)
        .decides(move |typed, desk, _| {
            let to = typed.maybe("to").map(|to| desk.link(&to)).transpose();
            let to = to.map_err(|refusal| wrong("to", refusal.to_string()))?;
            let (how, weighed) = (typed.maybe("how"), typed.maybe("weighed"));
            let (how, weighed) = (how.as_deref(), weighed.as_deref());
            Ok(desk.contribute(&id, Contribution { to: to.as_deref(), how, weighed }))
        })
}

pub(super) fn negotiate(id: ObjectiveId, desk: &Desk<'_>) -> Sheet {
    let title = desk.quarter.objective(&id).map_or(id.as_str(), |found| &found.title);
    Sheet::new(words::what_were_we_asked_to_change(title))
        .blank("asked", words::ASKED, shared::ONE_LINE)
        .choice(Asker::WORDS, ("from", words::FROM, shared::LEFT_AND_RIGHT), None)
        .blank("outcome", words::OUTCOME, words::WHAT_CAME_OF_IT)
        .decides(move |typed, desk, seed| {
            let (asked, outcome) = (typed.needed("asked")?, typed.line("outcome"));
            Ok(desk.negotiate(&id, (typed.chosen("from")?, &asked, &outcome), seed))
        })
}

pub(super) fn keep_nominal() -> Sheet {
    Sheet::new(words::NOMINAL_WHY_IS_IT_KEPT)
        .blank("reason", words::REASON, words::OR_REWORK_IT)
        .decides(|typed, desk, _| Ok(desk.keep_nominal(&typed.needed("reason")?)))
}

pub(super) fn reason() -> Sheet {
    Sheet::of_question()
        .blank("reason", words::REASON, words::ONE_EACH)
        .decides(|typed, desk, seed| Ok(desk.add_line(List::PreMortem, &typed.needed("reason")?, None, seed)))
}

pub(super) fn assume() -> Sheet {
    Sheet::of_question()
        .blank("objective", words::OBJECTIVE, shared::ITS_NUMBER_ON_THE_BOARD)
        .blank("text", words::WE_ASSUME, words::ONE_SENTENCE)
        .blank("noticed_by", words::NOTICED_BY, words::HOW_WOULD_WE_NOTICE)
        .decides(|typed, desk, seed| {
            let under = typed.placed("objective", desk.quarter.live_objectives())?;
            let (text, noticed_by) = (typed.needed("text")?, typed.line("noticed_by"));
            Ok(desk.assume(&under.id, (&text, &noticed_by), seed))
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
fn numbers(sheet: Sheet, hint: &'static str, show: impl Fn(Vec<Option<u8>>) -> Blind + 'static) -> Sheet {
    sheet.blank("numbers", words::NUMBERS, hint).does(words::SHOW).read(move |typed, _, _| {
        let shown: Vec<Shown> = typed.numbers("numbers").map_err(|_| wrong("numbers", hint))?;
        if shown.is_empty() {
            return Err(wrong("numbers", hint));
        }
        Ok(Act::Blind(show(shown.into_iter().map(|one| one.0).collect())))
    })
}

pub(super) fn votes(id: KeyResultId, desk: &Desk<'_>) -> Sheet {
    let name = Topic::KeyResult(id.clone()).name(desk);
    let show = move |numbers| Blind::ShowOn(id.clone(), numbers);
    numbers(Sheet::new(name), words::AS_THEY_ARE_SHOWN, show)
}

pub(super) fn fist() -> Sheet {
    numbers(Sheet::new(words::FIST_TO_FIVE), words::AS_THEY_ARE_SHOWN_ONE_EACH, Blind::Show)
}

/// The same for how freely one can speak (RET-1).
pub(super) fn tone() -> Sheet {
    numbers(Sheet::of_question(), words::N_1_TO_5, Blind::Show)
}

pub(super) fn commit(desk: &Desk<'_>) -> Sheet {
    Sheet::new("Commit")
        .first(method_commit::stops(desk))
        .blank("reason", words::REASON, words::WHAT_IS_ASKED_IS_ANSWERED)
        .does(words::COMMIT)
        .read(|typed, _, _| Ok(Act::Say(Say::Commit(typed.maybe("reason")))))
}

impl Offers {
    /// The question that is asked, else the first of the four that waits; work goes to the delivery list with one key.
    pub(super) fn refine(
        (player, chosen): (&Player, Option<usize>),
        id: &KeyResultId,
        desk: &Desk<'_>,
    ) -> Self {
        let found = desk.quarter.key_result(id).map(|(_, found)| Question::answers(found));
        let at_hand = found.and_then(|answers| {
            let at = chosen.or_else(|| answers.iter().position(Option::is_none))?;
            Some((*Question::ALL.get(at)?, at))
        });
        let offers = match at_hand {
            Some((question, at)) => {
                let answer = |yes| Act::Say(Say::Answer(id.clone(), question, yes));
                let asked = asked(player, desk, at);
                Self::default().answer('y', offered::yes(asked), answer(true)).answer(
                    'n',
                    offered::no(asked),
                    answer(false),
                )
            }
            None => Self::default(),
        };
        offers
            .edit('e', offered::EDIT, Topic::KeyResult(id.clone()))
            .act('D', offered::DELIVERY, Act::Say(Say::Deliver(id.clone())))
            .ask('g', offered::ANSWERS, Ask::Questions(id.clone()))
            .ask('w', offered::WAIVE, Ask::Waive(id.clone()))
    }

    pub(super) fn dependencies(desk: &Desk<'_>) -> Self {
        Self::default()
            .ask('n', offered::NEW, Ask::Depend)
            .when(dependencies(desk).next().is_some(), |offers| {
                offers.ask('r', offered::REPLIED, Ask::Replied)
            })
    }

    /// The test that is asked, else the first of the two that waits, and what the objective at hand contributes to.
    pub(super) fn alignment(
        (player, chosen): (&Player, Option<usize>),
        objective: Option<&ObjectiveId>,
        desk: &Desk<'_>,
    ) -> Self {
        let said = &desk.quarter.frame.alignment;
        let tests = [(Test::Ours, said.ours), (Test::Above, said.above)];
        let at = chosen.or_else(|| tests.iter().position(|(_, answer)| answer.is_none()));
        let at_hand = at.and_then(|at| Some((tests.get(at)?.0, asked(player, desk, at))));
        let offers = at_hand.into_iter().fold(Self::default(), |offers, (test, asked)| {
            let answer = |nearer| Act::Say(Say::Align(test, nearer));
            offers
                .answer('y', offered::clearly_nearer(asked), answer(Nearer::Yes))
                .answer('h', offered::partly(asked), answer(Nearer::Partly))
                .answer('n', offered::not_nearer(asked), answer(Nearer::No))
        });
        let offers = match objective {
            Some(id) => offers
                .ask('c', offered::CONTRIBUTES, Ask::Contribute(id.clone()))
                .ask('l', offered::LOG, Ask::Negotiate(id.clone()))
                .edit('e', offered::EDIT_EVERYTHING_ABOUT_THIS_OBJECTIVE, objective_topic(id)),
            None => offers,
        };
        offers.when(said.is_nominal(), |offers| offers.ask('w', offered::KEEP_IT, Ask::KeepNominal))
    }

    pub(super) fn pre_mortem() -> Self {
        Self::default().ask('r', offered::REASON, Ask::Reason).ask('n', offered::ASSUMPTION, Ask::Assume)
    }

    /// The fist, then the commit: at once where nothing asks, else with a reason.
    pub(super) fn commit(player: &Player, desk: &Desk<'_>) -> Self {
        let is_shown = player.hidden().fist.shown().is_some();
        let is_open = !player.is_committed_with(desk);
        let stops = method_commit::stops(desk);
        // A reason goes past none of the hard ones: what is missing is named first.
        let asks = !stops.is_empty() && stops.iter().all(|stop| stop.force == Force::AsksReason);
        let says = offered::COMMIT;
        Self::default()
            .when(is_open && !is_shown, |offers| offers.ask('v', offered::FIST, Ask::Fist))
            .when(desk.quarter.frame.committed.is_none(), |offers| {
                if asks {
                    offers.ask('c', says, Ask::Commit)
                } else {
                    offers.act('c', says, Act::Say(Say::Commit(None)))
                }
            })
            .when(is_open && is_shown, |offers| {
                offers.act('v', offered::AGAIN, Act::Blind(Blind::Again)).act(
                    'b',
                    offered::MISTYPED,
                    Act::Blind(Blind::TakeBack),
                )
            })
    }
}

/// A question of the step at hand, by its place; nothing where the team's own step has fewer.
fn asked<'a>(player: &Player, desk: &Desk<'a>, at: usize) -> &'a str {
    player.guide(desk).ask.get(at).map_or("", String::as_str)
}
