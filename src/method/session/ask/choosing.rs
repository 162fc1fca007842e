//! What is asked while the objectives are found (SET-1 to SET-6).

use super::{Sheet, Typed, Wrong, wrong};
use crate::domain::decision::{Desk, Principle, Side};
use crate::domain::id::ObjectiveId;
use crate::domain::objective::Objective;
use crate::domain::retrospective::{Note, NoteKind};
use crate::domain::word::word;
use crate::method::fields::YES_NO;
use crate::method::session::act::draft as drafted;
use crate::method::session::inputs::{Choosing, Input};
use crate::method::session::{Act, Blind, Player};
use crate::method::step::Step;

/// What a line of a vote or a merge counts on the board.
const OBJECTIVE: &str = "its number on the board";
const ORIGINS: &[&str] = &["ours", "negotiated", "handed-down"];

fn say(choosing: Choosing) -> Act {
    Act::Say(Input::Choosing(choosing))
}

/// The objective at a number on the board.
fn objective(typed: &Typed<'_>, name: &'static str, desk: &Desk<'_>) -> Result<ObjectiveId, Wrong> {
    typed.placed(name, desk.quarter.live_objectives()).map(|objective| objective.id.clone())
}

pub(super) fn promise(desk: &Desk<'_>) -> Sheet {
    let stands = desk.quarter.frame.sponsor_promise.clone().unwrap_or_default();
    let blank = ("promise", "promise", "the sponsor, in one sentence: we ask what a low score tells us");
    Sheet::new("The sponsor's learning promise")
        .typed(crate::method::fields::Input::Text, blank, &stands)
        .read(|typed, _, _| Ok(say(Choosing::Promise(typed.needed("promise")?))))
}

pub(super) fn ground_rules(desk: &Desk<'_>) -> Sheet {
    let stands = |principle: Principle| {
        let answer = principle.answer(&desk.quarter.frame);
        answer.map_or("", |yes| if yes { "yes" } else { "no" }).to_owned()
    };
    let sheet = Sheet::new("The five ground rules");
    let all = Principle::ALL.into_iter();
    all.fold(sheet, |sheet, principle| {
        let word = principle.word();
        sheet.typed(YES_NO, (word, word, principle.says()), &stands(principle))
    })
    .read(|typed, desk, _| {
        let mut frame = desk.quarter.frame.clone();
        for principle in Principle::ALL {
            match typed.text(principle.word()) {
                "yes" => principle.set(&mut frame, true),
                "no" => principle.set(&mut frame, false),
                _ => {}
            }
        }
        Ok(Act::Decided(desk.revise_frame(frame, "answer the ground rules")?))
    })
}

pub(super) fn draft() -> Sheet {
    Sheet::new("One person's drafts; they stay hidden until all are in")
        .blank("first", "draft", "one change that would make this quarter worth it; empty passes")
        .blank("why_first", "why now", "one line")
        .blank("second", "second draft", "may stay empty")
        .blank("why_second", "why now", "one line")
        .does("send")
        .read(|typed, _, _| {
            let both = [("first", "why_first"), ("second", "why_second")];
            let sent = both.iter().filter_map(|(title, why)| drafted(typed.text(title), typed.text(why)));
            Ok(Act::Blind(Blind::Drafts(sent.collect())))
        })
}

pub(super) fn merge() -> Sheet {
    Sheet::new("Two that say the same")
        .blank("from", "this one", OBJECTIVE)
        .blank("into", "goes into", OBJECTIVE)
        .does("merge")
        .read(|typed, desk, _| {
            let (from, into) = (objective(typed, "from", desk)?, objective(typed, "into", desk)?);
            if from == into {
                return Err(wrong("into", "two different numbers"));
            }
            Ok(say(Choosing::Merge(from, into)))
        })
}

pub(super) fn add() -> Sheet {
    Sheet::new("An objective that is not on the board yet")
        .blank("title", "objective", "what would be different, for whom?")
        .does("add")
        .read(|typed, desk, seed| Ok(Act::Decided(desk.add_objective(&typed.needed("title")?, seed)?.0)))
}

/// The lessons dots are placed on, as the board numbers them (RET-7).
pub fn lessons<'a>(desk: &Desk<'a>) -> impl Iterator<Item = &'a Note> + use<'a> {
    desk.quarter.notes.iter().filter(|note| note.kind == NoteKind::Lesson && !note.text.is_empty())
}

pub(super) fn dots(player: &Player) -> Sheet {
    let is_on_lessons = player.step() == Step::Ret7;
    Sheet::new("One person's dots; they stay hidden until all are in")
        .blank("dots", "three dots", "numbers on the board, such as 1 1 3")
        .does("place")
        .read(move |typed, desk, _| {
            let ids: Vec<&str> = if is_on_lessons {
                lessons(desk).map(|note| note.id.as_str()).collect()
            } else {
                desk.quarter.live_objectives().map(|objective| objective.id.as_str()).collect()
            };
            let numbers: Vec<usize> = typed.numbers("dots")?;
            let id = |number: usize| number.checked_sub(1).and_then(|at| ids.get(at));
            let placed: Option<Vec<String>> =
                numbers.into_iter().map(|number| Some((*id(number)?).to_owned())).collect();
            let placed = placed.filter(|placed| (1..=3).contains(&placed.len()));
            let placed = placed.ok_or_else(|| wrong("dots", "up to three numbers of the board"))?;
            Ok(Act::Blind(Blind::Dots(placed)))
        })
}

fn found<'a>(desk: &Desk<'a>, id: &ObjectiveId) -> Option<&'a Objective> {
    desk.quarter.objective(id)
}

pub(super) fn origin(id: ObjectiveId, desk: &Desk<'_>) -> Sheet {
    let stands = found(desk, &id).and_then(|objective| objective.origin.as_ref()).map(word);
    let blank = ("origin", "origin", "Left and Right, or the first letter");
    Sheet::new("Where did it come from?")
        .choice(ORIGINS, blank, stands)
        .read(move |typed, _, _| Ok(say(Choosing::Origin(id.clone(), typed.chosen("origin")?))))
}

pub(super) fn reword(id: ObjectiveId, desk: &Desk<'_>) -> Sheet {
    let stands = found(desk, &id).map(|objective| objective.title.clone()).unwrap_or_default();
    let blank = ("title", "objective", "would a better word change what we do?");
    Sheet::new("Other words")
        .typed(crate::method::fields::Input::Text, blank, &stands)
        .read(move |typed, _, _| Ok(say(Choosing::Reword(id.clone(), typed.needed("title")?))))
}

pub(super) fn argue(id: ObjectiveId, side: Side) -> Sheet {
    let title = match side {
        Side::For => "The best argument for it",
        Side::Against => "What would make you against it?",
    };
    Sheet::new(title)
        .blank("argument", "argument", "one sentence")
        .read(move |typed, _, _| Ok(say(Choosing::Argue(id.clone(), side, typed.needed("argument")?))))
}

pub(super) fn not_now(id: ObjectiveId) -> Sheet {
    Sheet::new("Not now")
        .blank("reason", "why not now", "may stay empty")
        .does("park")
        .read(move |typed, _, _| Ok(say(Choosing::NotNow(id.clone(), typed.maybe("reason")))))
}

pub(super) fn cut() -> Sheet {
    Sheet::new("Not now: off the set, by name")
        .blank("objective", "objective", OBJECTIVE)
        .blank("reason", "why not now", "may stay empty")
        .does("cut")
        .read(|typed, desk, _| {
            Ok(say(Choosing::NotNow(objective(typed, "objective", desk)?, typed.maybe("reason"))))
        })
}

pub(super) fn also_not_now() -> Sheet {
    Sheet::new("What else do we say no to, by name?")
        .blank("line", "not now", "such as: the second data centre")
        .read(|typed, _, _| Ok(say(Choosing::AlsoNotNow(typed.needed("line")?))))
}
