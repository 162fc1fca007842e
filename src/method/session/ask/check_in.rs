//! What is asked at a check-in and at mid-quarter.

use super::Sheet;
use super::agreeing::key_result;
use crate::domain::decision::{Desk, MidNote};
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::word::word;
use crate::method::fields::Input as Way;
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
