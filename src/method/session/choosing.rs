//! While the objectives are found (SET-1 to SET-6), and the dots of RET-7: what a step takes from the room, and what is asked in
//! blanks.

use super::ask::Ask;
use super::offers::{Offers, objective_topic};
use super::sheet::{Sheet, Typed, Wrong, wrong};
use crate::domain::decision::{Desk, List, Principle, Side};
use crate::domain::frame::Cadence;
use crate::domain::id::ObjectiveId;
use crate::domain::key_result::KeyResult;
use crate::domain::objective::{Objective, Origin};
use crate::domain::quarter::Quarter;
use crate::domain::retrospective::{Note, NoteKind};
use crate::domain::word::word;
use crate::method::fields::{Context, FRAME, Input, YES_NO};
use crate::method::session::act::draft as drafted;
use crate::method::session::topic::ranked;
use crate::method::session::{Act, Blind, Player, Say};
use crate::method::step::{Step, Steps};
use crate::words::method::session::ask as shared;
use crate::words::method::session::ask::choosing as words;
use crate::words::method::session::offers::choosing as offered;

/// What a line of a vote or a merge counts on the board.
const OBJECTIVE: &str = shared::ITS_NUMBER_ON_THE_BOARD;

/// The objectives in the order of the step's board: once dots have been placed, those with the most stand first.
pub(super) fn on_the_board(step: Step, quarter: &Quarter) -> Vec<&Objective> {
    if matches!(step, Step::Set5 | Step::Set6) {
        ranked(quarter)
    } else {
        quarter.live_objectives().collect()
    }
}

/// The objective at a number on the board.
fn objective(
    typed: &Typed<'_>,
    name: &'static str,
    (step, desk): (Step, &Desk<'_>),
) -> Result<ObjectiveId, Wrong> {
    typed.placed(name, on_the_board(step, desk.quarter)).map(|objective| objective.id.clone())
}

pub(super) fn promise(desk: &Desk<'_>) -> Sheet {
    let stands = desk.quarter.frame.sponsor_promise.clone().unwrap_or_default();
    let blank = ("promise", words::PROMISE, words::THE_SPONSOR);
    Sheet::new(words::THE_SPONSORS_LEARNING_PROMISE)
        .typed(Input::Text, blank, &stands)
        .decides(|typed, desk, _| Ok(desk.promise(&typed.needed("promise")?)))
}

pub(super) fn ground_rules(desk: &Desk<'_>) -> Sheet {
    let stands = |principle: Principle| {
        let answer = principle.answer(&desk.quarter.frame);
        answer.map_or("", |yes| if yes { "yes" } else { "no" }).to_owned()
    };
    let sheet = Sheet::new(words::THE_FIVE_GROUND_RULES);
    let all = Principle::ALL.into_iter();
    all.fold(sheet, |sheet, principle| {
        let word = principle.word();
        sheet.typed(YES_NO, (word, word, principle.says()), &stands(principle))
    })
    .decides(|typed, desk, _| {
        let (mut frame, context) = (desk.quarter.frame.clone(), Context::plain(desk.typing_day()));
        for principle in Principle::ALL {
            typed.write(FRAME, principle.word(), (&mut frame, &context))?;
        }
        Ok(desk.revise_frame(frame, words::ANSWER_THE_GROUND_RULES))
    })
}

pub(super) fn draft(desk: &Desk<'_>) -> Sheet {
    Sheet::new(words::ONE_PERSONS_DRAFTS)
        .first(Steps::with(&desk.workspace.steps).guide(Step::Set2).asked(&[]))
        .blank("first", words::DRAFT, words::ONE_CHANGE_THAT_WOULD_MAKE)
        .blank("why_first", words::WHY_NOW, shared::ONE_LINE)
        .blank("second", words::SECOND_DRAFT, words::MAY_STAY_EMPTY)
        .blank("why_second", words::WHY_NOW, shared::ONE_LINE)
        .does(words::SEND)
        .read(|typed, _, _| {
            let both = [("first", "why_first"), ("second", "why_second")];
            let sent = both.iter().filter_map(|(title, why)| drafted(typed.text(title), typed.text(why)));
            Ok(Act::Blind(Blind::Drafts(sent.collect())))
        })
}

pub(super) fn merge(step: Step) -> Sheet {
    Sheet::new(words::TWO_THAT_SAY_THE_SAME)
        .blank("from", words::THIS_ONE, OBJECTIVE)
        .blank("into", words::GOES_INTO, OBJECTIVE)
        .does(words::MERGE)
        .decides(move |typed, desk, _| {
            let at = (step, desk);
            let (from, into) = (objective(typed, "from", at)?, objective(typed, "into", at)?);
            if from == into {
                return Err(wrong("into", words::TWO_DIFFERENT_NUMBERS));
            }
            Ok(desk.merge(&from, &into))
        })
}

pub(super) fn add() -> Sheet {
    Sheet::new(words::AN_OBJECTIVE_NOT_ON_THE_BOARD)
        .blank("title", words::OBJECTIVE, words::WHAT_WOULD_BE_DIFFERENT)
        .does(words::ADD)
        .decides(|typed, desk, seed| {
            Ok(desk.add_objective(&typed.needed("title")?, seed).map(|(added, _)| added))
        })
}

/// The lessons dots are placed on, as the board numbers them (RET-7).
pub fn lessons<'a>(desk: &Desk<'a>) -> impl Iterator<Item = &'a Note> + use<'a> {
    desk.quarter.notes_of(NoteKind::Lesson).filter(|note| !note.text.is_empty())
}

pub(super) fn dots(player: &Player) -> Sheet {
    let is_on_lessons = player.step() == Step::Ret7;
    Sheet::new(words::ONE_PERSONS_DOTS)
        .blank("dots", words::THREE_DOTS, words::NUMBERS_ON_THE_BOARD)
        .does(words::PLACE)
        .read(move |typed, desk, _| {
            let ids: Vec<&str> = if is_on_lessons {
                lessons(desk).map(|note| note.id.as_str()).collect()
            } else {
                desk.quarter.live_objectives().map(|objective| objective.id.as_str()).collect()
            };
            let numbers = typed.numbers("dots").map_err(|_| wrong("dots", words::NUMBERS_ON_THE_BOARD));
            let numbers: Vec<usize> = numbers?;
            let id = |number: usize| number.checked_sub(1).and_then(|at| ids.get(at));
            let placed: Option<Vec<String>> =
                numbers.into_iter().map(|number| Some((*id(number)?).to_owned())).collect();
            let placed = placed.filter(|placed| (1..=3).contains(&placed.len()));
            let placed = placed.ok_or_else(|| wrong("dots", what_there_is(ids.len())))?;
            Ok(Act::Blind(Blind::Dots(placed)))
        })
}

/// What there is to place dots on.
fn what_there_is(lines: usize) -> String {
    match lines {
        0 => words::THE_BOARD_IS_EMPTY.to_owned(),
        1 => words::THE_BOARD_HAS_ONE_LINE.to_owned(),
        last => words::up_to_three_numbers(last),
    }
}

fn found<'a>(desk: &Desk<'a>, id: &ObjectiveId) -> Option<&'a Objective> {
    desk.quarter.objective(id)
}

pub(super) fn origin(id: ObjectiveId, desk: &Desk<'_>) -> Sheet {
    let stands = found(desk, &id).and_then(|objective| objective.origin.as_ref()).map(word);
    let blank = ("origin", words::ORIGIN, shared::LEFT_AND_RIGHT);
    Sheet::new(words::WHERE_DID_IT_COME_FROM)
        .choice(Origin::WORDS, blank, stands)
        .decides(move |typed, desk, _| Ok(desk.set_origin(&id, typed.chosen("origin")?)))
}

pub(super) fn reword(id: ObjectiveId, desk: &Desk<'_>) -> Sheet {
    let stands = found(desk, &id).map(|objective| objective.title.clone()).unwrap_or_default();
    let blank = ("title", words::OBJECTIVE, words::WOULD_A_BETTER_WORD_CHANGE_IT);
    Sheet::new(words::OTHER_WORDS)
        .typed(Input::Text, blank, &stands)
        .decides(move |typed, desk, _| Ok(desk.reword(&id, &typed.needed("title")?)))
}

pub(super) fn argue(id: ObjectiveId, side: Side) -> Sheet {
    let sheet = match side {
        Side::For => Sheet::new(words::THE_BEST_ARGUMENT_FOR_IT),
        Side::Against => Sheet::of_question(),
    };
    sheet
        .blank("argument", words::ARGUMENT, words::ONE_SENTENCE)
        .decides(move |typed, desk, _| Ok(desk.argue(&id, side, &typed.needed("argument")?)))
}

pub(super) fn not_now(id: ObjectiveId, desk: &Desk<'_>) -> Sheet {
    Sheet::new(words::NOT_NOW_TITLE)
        .first(found(desk, &id).and_then(goes_along))
        .blank("reason", words::WHY_NOT_NOW, words::MAY_STAY_EMPTY)
        .does(words::PARK)
        .decides(move |typed, desk, seed| {
            Ok(desk.park_objective(&id, typed.maybe("reason").as_deref(), seed))
        })
}

/// The key results that go with an objective as it leaves the set.
fn goes_along(objective: &Objective) -> Option<String> {
    let names: Vec<&str> = objective.live_key_results().map(KeyResult::name).collect();
    (!names.is_empty()).then(|| words::goes_along(&objective.title, names.join("; ")))
}

pub(super) fn cut((step, desk): (Step, &Desk<'_>)) -> Sheet {
    Sheet::new(words::NOT_NOW_OFF_THE_SET)
        .first(on_the_board(step, desk.quarter).into_iter().filter_map(goes_along))
        .blank("objective", words::OBJECTIVE, OBJECTIVE)
        .blank("reason", words::WHY_NOT_NOW, words::MAY_STAY_EMPTY)
        .does(words::CUT)
        .decides(move |typed, desk, seed| {
            let cut = objective(typed, "objective", (step, desk))?;
            Ok(desk.park_objective(&cut, typed.maybe("reason").as_deref(), seed))
        })
}

pub(super) fn also_not_now() -> Sheet {
    Sheet::of_question()
        .blank("line", words::NOT_NOW, words::SUCH_AS)
        .decides(|typed, desk, seed| Ok(desk.add_line(List::NotNow, &typed.needed("line")?, None, seed)))
}

impl Offers {
    /// The notice first, then the five ground rules one after the other, which go with the last question of the step; then how
    /// often the team checks in.
    pub(super) fn kick_off((player, chosen): (&Player, Option<usize>), desk: &Desk<'_>) -> Self {
        let frame = &desk.quarter.frame;
        let are_asked = chosen.is_none_or(|at| at + 1 >= player.guide(desk).ask.len());
        let mut rules = Principle::ALL.into_iter().filter(|_| are_asked);
        let open = rules.find(|principle| principle.answer(frame).is_none());
        let offers = Self::default()
            .when(!player.is_read(), |offers| offers.act('r', offered::READ, Act::Say(Say::Read)));
        let offers = match open {
            Some(principle) => {
                let answer = |holds| Act::Say(Say::Principle(principle, holds));
                let offers = offers.answer('y', offered::holds(principle.says()), answer(true));
                offers.answer('n', offered::does_not_hold(principle.says()), answer(false))
            }
            None => offers,
        };
        let cadence = frame.cadence.or(desk.workspace.settings.cadence);
        let choose = |cadence| Act::Say(Say::Cadence(cadence));
        offers
            .when(cadence != Some(Cadence::BiWeekly), |offers| {
                offers.act('b', offered::BI_WEEKLY, choose(Cadence::BiWeekly))
            })
            .when(cadence != Some(Cadence::Monthly), |offers| {
                offers.act('m', offered::MONTHLY, choose(Cadence::Monthly))
            })
            .ask('o', offered::PROMISE, Ask::Promise)
            .ask('g', offered::GROUND_RULES, Ask::GroundRules)
    }

    /// Drafts until they are shown, then what says the same.
    pub(super) fn group(player: &Player, desk: &Desk<'_>) -> Self {
        let drafts = &player.hidden().drafts;
        let is_open = drafts.shown().is_none();
        Self::default()
            .when(is_open && !player.are_all_in(desk), |offers| {
                let pass = Act::Blind(Blind::Drafts(Vec::new()));
                offers.ask('d', offered::DRAFT, Ask::Draft).act('s', offered::PASS, pass)
            })
            .when(drafts.can_take_back(), |offers| {
                offers.act('b', offered::TAKE_BACK, Act::Blind(Blind::TakeBack))
            })
            .when(is_open && drafts.count() > 0 && player.are_all_in(desk), |offers| {
                offers.act('r', offered::SHOW_ALL, Act::Blind(Blind::Reveal))
            })
            .ask('m', offered::MERGE, Ask::Merge)
            .ask('o', offered::ADD, Ask::Add)
    }

    pub(super) fn dots(player: &Player, desk: &Desk<'_>) -> Self {
        let dots = &player.hidden().dots;
        let is_open = dots.shown().is_none();
        let has_board = player.step() != Step::Ret7 || lessons(desk).next().is_some();
        let offers = Self::default()
            .when(is_open && has_board && !player.are_all_in(desk), |offers| {
                let pass = Act::Blind(Blind::Dots(Vec::new()));
                offers.ask('d', offered::DOTS, Ask::Dots).act('s', offered::PASS, pass)
            })
            .when(is_open && player.are_all_in(desk), |offers| {
                offers.act('r', offered::SHOW_ALL_SHOWS_THE_COUNTERS, Act::Blind(Blind::Reveal))
            })
            .when(is_open && dots.hands() > 0, |offers| {
                offers.act('b', offered::TAKE_BACK_TAKES_THE_LAST_THREE, Act::Blind(Blind::TakeBack))
            });
        if player.step() == Step::Ret7 {
            return offers.ask('c', offered::CHANGE, Ask::Choose);
        }
        offers
    }

    pub(super) fn debate(id: &ObjectiveId) -> Self {
        Self::default()
            .ask('o', offered::ORIGIN, Ask::Origin(id.clone()))
            .ask('f', offered::FOR, Ask::For(id.clone()))
            .ask('g', offered::AGAINST, Ask::Against(id.clone()))
            .ask('w', offered::WORDS, Ask::Reword(id.clone()))
            .ask('n', offered::NOT_NOW, Ask::NotNow(id.clone()))
            .ask('m', offered::MERGE, Ask::Merge)
            .edit('e', offered::EDIT, objective_topic(id))
    }

    pub(super) fn cut() -> Self {
        Self::default()
            .ask('n', offered::NOT_NOW_ONE_OBJECTIVE_OFF, Ask::Cut)
            .ask('w', offered::ALSO_NOT, Ask::AlsoNotNow)
            .ask('m', offered::MERGE, Ask::Merge)
    }
}
