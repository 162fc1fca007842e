//! What is asked at a check-in and at mid-quarter.

use super::agreeing::key_result;
use super::{Sheet, wrong};
use crate::domain::decision::{Desk, MidNote};
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::objective::Objective;
use crate::domain::word::word;
use crate::method::fields::{self, Context, Input as Way, KEY_RESULT};
use crate::method::session::inputs::{CheckIn, Input};
use crate::method::session::topic::Topic;
use crate::method::session::{Act, Player};

const VERDICTS: &[&str] = &["keep", "change", "drop"];

fn say(check_in: CheckIn) -> Act {
    Act::Say(Input::CheckIn(check_in))
}

pub(super) fn recalled() -> Sheet {
    Sheet::new("Without looking: how many objectives were named?")
        .blank("named", "named", "a number; the set is shown then")
        .read(|typed, _, _| Ok(say(CheckIn::Recalled(typed.count("named", 0)?))))
}

pub(super) fn note(id: KeyResultId, player: &Player) -> Sheet {
    let stands = player.talk().notes.get(&id).cloned().unwrap_or_default();
    Sheet::new("What do you see that others do not?")
        .typed(Way::Text, ("note", "note", "one line, without a name"), &stands)
        .read(move |typed, _, _| Ok(say(CheckIn::Note(id.clone(), typed.needed("note")?))))
}

pub(super) fn act(id: KeyResultId) -> Sheet {
    Sheet::new("What is done until the next check-in?")
        .blank("action", "what", "one line")
        .blank("asker", "who asks", "may stay empty")
        .day("by", "by", "Fri, +1w")
        .read(move |typed, _, _| {
            let (what, by) = (typed.needed("action")?, typed.day("by")?);
            Ok(say(CheckIn::Do(id.clone(), what, typed.maybe("asker"), by)))
        })
}

pub(super) fn talk() -> Sheet {
    Sheet::new("Which other key result?")
        .blank("key_result", "key result", "its number on the board of Check-ins")
        .does("talk")
        .read(|typed, desk, _| Ok(Act::Talk(Topic::KeyResult(key_result(typed, "key_result", desk)?))))
}

pub(super) fn decide() -> Sheet {
    Sheet::new("What do we do differently before next time?")
        .blank("decision", "decision", "one line, said aloud")
        .does("decide")
        .read(|typed, _, _| Ok(say(CheckIn::Decide(typed.needed("decision")?))))
}

pub(super) fn judge(id: ObjectiveId, desk: &Desk<'_>) -> Sheet {
    let said = desk.quarter.objective(&id).and_then(|objective| objective.mid_quarter.as_ref());
    let verdict = said.map(|said| word(&said.verdict));
    let why = said.and_then(|said| said.reason.clone()).unwrap_or_default();
    Sheet::new("Would we choose it again today?")
        .choice(VERDICTS, ("verdict", "verdict", "Left and Right, or the first letter"), verdict)
        .typed(Way::Text, ("reason", "why", "which assumption broke? Keeping it needs none"), &why)
        .read(move |typed, _, _| {
            Ok(say(CheckIn::Judge(id.clone(), typed.chosen("verdict")?, typed.line("reason"))))
        })
}

/// What a revision changes, each by the field of the same name.
const REVISED: [&str; 4] = ["title", "baseline", "target", "due"];

/// A changed target, sentence, baseline or day of one key result of the objective at hand, for a reason.
pub(super) fn revise(id: ObjectiveId) -> Sheet {
    Sheet::new("What exactly changes? What stays is left empty")
        .blank("key_result", "key result", "its number on the board")
        .blank("target", "target", "the new one; lagging work is no reason to lower it")
        .blank("due", "due", "another day")
        .blank("baseline", "baseline", "where it was measured wrongly")
        .blank("title", "sentence", "where it says something else now")
        .blank("reason", "why", "which assumption broke? If none, keep the number")
        .does("revise")
        .read(move |typed, desk, _| {
            let live = desk.quarter.objective(&id).into_iter().flat_map(Objective::live_key_results);
            let before = typed.placed("key_result", live)?;
            let mut after = before.clone();
            for name in REVISED.into_iter().filter(|name| !typed.text(name).is_empty()) {
                let context = Context::of(&after, desk.today);
                fields::set(KEY_RESULT, name, &mut after, (typed.text(name), &context))
                    .map_err(|bad| wrong(name, bad.says))?;
            }
            if after == *before {
                return Err(wrong("target", "nothing is changed yet"));
            }
            Ok(Act::Decided(desk.revise_key_result(after, Some(&typed.needed("reason")?))?))
        })
}

fn mid_note(title: &'static str, hint: &'static str, stands: Option<&String>, note: MidNote) -> Sheet {
    Sheet::new(title)
        .typed(Way::Text, ("line", "line", hint), stands.map_or("", String::as_str))
        .read(move |typed, _, _| Ok(say(CheckIn::MidNote(note, typed.needed("line")?))))
}

pub(super) fn told(desk: &Desk<'_>) -> Sheet {
    let stands = desk.quarter.frame.mid_quarter.told.as_ref();
    mid_note("Who must hear it?", "teams and people, today", stands, MidNote::Told)
}

pub(super) fn freed(desk: &Desk<'_>) -> Sheet {
    let stands = desk.quarter.frame.mid_quarter.freed.as_ref();
    mid_note("Where does the freed time go?", "one line", stands, MidNote::Freed)
}
