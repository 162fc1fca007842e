//! While the quarter is scored and looked back on: what a step takes from the room, and what is asked in blanks.

use super::ask::Ask;
use super::offers::Offers;
use super::sheet::{Sheet, Wrong, lettered, wrong};
use crate::domain::change::{Force, Refusal};
use crate::domain::decision::Desk;
use crate::domain::id::KeyResultId;
use crate::domain::retrospective::{Judged, Note, NoteKind};
use crate::domain::stop_rule::StopRule;
use crate::method::fields::{Context, Input, SCORING};
use crate::method::session::topic::Topic;
use crate::method::session::{Act, Blind, Player, Say};
use crate::method::step::{Format, Step, Steps};
use crate::words::method::session::ask as shared;
use crate::words::method::session::ask::closing as words;
use crate::words::method::session::offers::closing as offered;

const CHOOSE: &str = shared::LEFT_AND_RIGHT;

/// The fields of the closing record; a score that is left empty is the one the formula proposes.
pub(super) fn score(id: KeyResultId, desk: &Desk<'_>) -> Sheet {
    let name = desk.quarter.key_result(&id).map(|(_, found)| found.name().to_owned());
    let stands = desk.record_of_today(&id);
    let sheet =
        SCORING.iter().fold(Sheet::new(name.unwrap_or_default()), |sheet, field| sheet.field(field, &stands));
    sheet.does(words::SCORE).read(move |typed, desk, _| {
        let Some((_, key_result)) = desk.quarter.key_result(&id) else {
            return Err(Wrong { blank: None, says: words::THE_KEY_RESULT_IS_GONE.to_owned() });
        };
        let context = Context::of_score(key_result, desk.typing_day());
        let mut scoring = desk.record_of_today(&id);
        for field in SCORING {
            typed.write(SCORING, field.name, (&mut scoring, &context))?;
        }
        Ok(Act::Say(Say::Score(Box::new(desk.filled_in(scoring)))))
    })
}

pub(super) fn whole(desk: &Desk<'_>) -> Sheet {
    let stands = desk.quarter.frame.pattern.clone().unwrap_or_default();
    Sheet::of_question()
        .typed(Input::Text, ("sentence", words::SENTENCE, words::ONE_SENTENCE_ON_THE_PATTERN), &stands)
        .decides(|typed, desk, _| Ok(desk.read_the_whole(&typed.needed("sentence")?)))
}

/// The format of the writing step that is in use.
pub(super) fn format_of(player: &Player) -> Option<&'static Format> {
    let formats = Steps::METHOD.formats();
    let chosen = formats.iter().find(|format| Some(format.id.as_str()) == player.format());
    chosen.or(formats.first())
}

pub(super) fn write(player: &Player) -> Sheet {
    let columns: Vec<NoteKind> = format_of(player)
        .map(|format| format.columns.iter().map(|column| column.store).collect())
        .unwrap_or_default();
    Sheet::new(words::A_NOTE)
        .blank("column", words::COLUMN, shared::ITS_NUMBER_ON_THE_BOARD)
        .blank("note", words::NOTE, shared::ONE_LINE)
        .does(words::WRITE)
        .decides(move |typed, desk, seed| {
            let kind = typed.placed("column", columns.clone())?;
            Ok(desk.put_note(desk.note(kind, &typed.needed("note")?, seed)?))
        })
}

pub(super) fn format() -> Sheet {
    Sheet::new(words::ANOTHER_FORMAT)
        .blank("format", words::FORMAT, words::QUESTIONS_START_STOP_CONTINUE)
        .read(|typed, _, _| Ok(Act::Say(Say::Format(typed.needed("format")?.to_lowercase()))))
}

const BECOMES: &[&str] = &["lesson", "difficulty", "importance", "assumption", words::LET_GO];

pub(super) fn unpark() -> Sheet {
    Sheet::new(words::WHAT_BECOMES_OF_A_PARKED_LINE)
        .blank("line", words::LINE, words::ITS_LETTER_ON_THE_BOARD)
        .choice(BECOMES, ("becomes", words::IT_BECOMES, CHOOSE), None)
        .decides(|typed, desk, seed| {
            let Some(line) = lettered(typed.text("line"), &desk.quarter.frame.parking_lot) else {
                return Err(wrong("line", shared::THE_LETTER_IT_HAS_ON_THE_BOARD));
            };
            let becomes = match typed.text("becomes") {
                words::LET_GO => None,
                _ => Some(desk.note(typed.chosen("becomes")?, &line.text, seed)?),
            };
            Ok(desk.unpark(&line.id, becomes))
        })
}

/// Which verdict, and what tells us (RET-3 to RET-5).
pub(super) fn verdict(what: Judged, desk: &Desk<'_>) -> Sheet {
    let said = desk.quarter.verdict_on(&what);
    let sheet = match what {
        Judged::KeyResult(_) => Sheet::new(words::TOO_EASY),
        Judged::Objective(_) | Judged::Assumption(..) => Sheet::of_question(),
    };
    let tells_us = ("text", words::WHAT_TELLS_US, words::ONE_LINE_MAY_STAY_EMPTY);
    sheet
        .choice(what.words(), ("verdict", "verdict", CHOOSE), said.and_then(Note::verdict_word))
        .typed(Input::Text, tells_us, said.map_or("", |note| &note.text))
        .decides(move |typed, desk, _| {
            let verdict = what.word(typed.text("verdict"));
            let verdict = verdict.ok_or_else(|| wrong("verdict", shared::CHOOSE_ONE_OF_THE_WORDS))?;
            Ok(desk.put_note(desk.judge(&what, verdict, Some(typed.text("text")))?))
        })
}

fn note(hint: &'static str, kind: NoteKind) -> Sheet {
    Sheet::of_question()
        .blank("note", words::NOTE, hint)
        .decides(move |typed, desk, seed| Ok(desk.put_note(desk.note(kind, &typed.needed("note")?, seed)?)))
}

pub(super) fn process() -> Sheet {
    note(words::ONE_THING_TO_KEEP_OR_TO_CUT, NoteKind::Process)
}

pub(super) fn proud() -> Sheet {
    note(words::A_WORD, NoteKind::Proud)
}

pub(super) fn choose() -> Sheet {
    Sheet::new(words::A_CHANGE_TO_HOW_WE_SET)
        .blank("text", words::WHAT, words::SMALL_AND_VISIBLE_IN_TWO_WEEKS)
        .blank("starts", words::WHO_STARTS, words::A_PERSON)
        .day("first_date", words::FIRST_DATE, words::MON_2W)
        .blank("seen_by", words::SEEN_BY, words::HOW_WILL_WE_SEE_IT)
        .does(words::CHOOSE)
        .decides(|typed, desk, seed| {
            let (text, first_date) = (typed.needed("text")?, typed.day("first_date")?);
            let (starts, seen_by) = (typed.maybe("starts"), typed.maybe("seen_by"));
            let blank = desk.note(NoteKind::Action, &text, seed)?;
            let chosen = desk.put_note(Note { starts, first_date, seen_by, ..blank });
            Ok(chosen.map_err(|refusal| nudged(refusal, desk)))
        })
}

/// A fourth change is refused with the nudge of the step (RET-7).
fn nudged(mut refusal: Refusal, desk: &Desk<'_>) -> Refusal {
    let nudge = Steps::with(&desk.workspace.steps).guide(Step::Ret7).nudge;
    for stop in refusal.stops.iter_mut().filter(|stop| stop.rule == StopRule::At(Step::Ret7)) {
        nudge.clone_into(&mut stop.hint);
    }
    refusal
}

pub(super) fn close(desk: &Desk<'_>) -> Sheet {
    Sheet::new(words::CLOSE_THE_QUARTER)
        .first(desk.close_stops())
        .blank("reason", words::REASON, words::TO_CLOSE_ALL_THE_SAME)
        .does(words::CLOSE)
        .read(|typed, _, _| Ok(Act::Say(Say::Close(typed.maybe("reason")))))
}

impl Offers {
    pub(super) fn ground_rule() -> Self {
        Self::default().act('r', offered::READ, Act::Say(Say::Read))
    }

    /// Agreeing with what the formula proposes takes one key; anything else is typed.
    pub(super) fn score(id: &KeyResultId, desk: &Desk<'_>) -> Self {
        let proposal = desk.quarter.key_result(id).and_then(|(_, key_result)| desk.proposal(key_result));
        let agree = proposal.map(|record| Act::Say(Say::Score(Box::new(record))));
        let offers =
            agree.into_iter().fold(Self::default(), |offers, agree| offers.act('y', offered::AGREE, agree));
        offers.ask('s', offered::SCORE, Ask::Score(id.clone()))
    }

    pub(super) fn whole() -> Self {
        Self::default().ask('s', offered::SENTENCE, Ask::Whole)
    }

    pub(super) fn tone(player: &Player) -> Self {
        let is_shown = player.hidden().tone.shown().is_some();
        Self::default()
            .when(!is_shown, |offers| offers.ask('v', offered::VOTE, Ask::Tone))
            .when(is_shown, |offers| offers.act('b', offered::MISTYPED, Act::Blind(Blind::TakeBack)))
    }

    pub(super) fn writing(desk: &Desk<'_>) -> Self {
        Self::default()
            .ask('w', offered::WRITE, Ask::Write)
            .ask('f', offered::FORMAT, Ask::Format)
            .when(!desk.quarter.frame.parking_lot.is_empty(), |offers| {
                offers.ask('m', offered::PARKING_LOT, Ask::Unpark)
            })
    }

    /// The three verdicts on what is talked about, a letter each, and one for what tells us (RET-3 to RET-5).
    pub(super) fn verdicts(topic: Option<&Topic>) -> Self {
        let (what, verdicts, (why, says)) = match topic.cloned() {
            Some(Topic::KeyResult(id)) => {
                let verdicts = [('e', offered::TOO_EASY), ('r', offered::RIGHT), ('h', offered::TOO_HARD)];
                (Judged::KeyResult(id), verdicts, ('w', offered::WHY))
            }
            Some(Topic::Objective(id)) => {
                let verdicts = [('m', offered::MORE), ('s', offered::AS_THOUGHT), ('l', offered::LESS)];
                (Judged::Objective(id), verdicts, ('w', offered::WHY_THE_VERDICT_AND_WHY))
            }
            Some(Topic::Assumption(under, id)) => {
                let verdicts = [('h', offered::HELD), ('w', offered::WRONG), ('n', offered::UNKNOWN)];
                (Judged::Assumption(under, id), verdicts, ('o', offered::SOONER))
            }
            Some(Topic::Point(_)) | None => return Self::default(),
        };
        let verdicts = verdicts.into_iter().zip(what.words());
        let offers = verdicts.fold(Self::default(), |offers, ((letter, says), word)| {
            offers.act(letter, says, Act::Say(Say::Verdict(what.clone(), word)))
        });
        offers.ask(why, says, Ask::Verdict(what))
    }

    pub(super) fn process() -> Self {
        Self::default().ask('w', offered::KEEP_OR_CUT, Ask::Process)
    }

    pub(super) fn close(desk: &Desk<'_>) -> Self {
        let says = offered::CLOSE;
        let is_open = desk.quarter.frame.closed.is_none();
        // A reason goes past none of the hard ones: what is missing is named first.
        let stops = desk.close_stops();
        let asks = !stops.is_empty() && stops.iter().all(|stop| stop.force == Force::AsksReason);
        Self::default()
            .ask('w', offered::PROUD_OF, Ask::Proud)
            .when(is_open && asks, |offers| offers.ask('c', says, Ask::Close))
            .when(is_open && !asks, |offers| offers.act('c', says, Act::Say(Say::Close(None))))
    }

    pub(super) fn hand_over(topic: Option<&Topic>) -> Self {
        let Some(Topic::Point(id)) = topic else { return Self::default() };
        Self::default().act('y', offered::TICK, Act::Say(Say::Tick(id.clone())))
    }
}
