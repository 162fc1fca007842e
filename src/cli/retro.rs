//! `okr retro`: lessons, verdicts and at most three actions.

use clap::{Args, Subcommand};

use super::add::{key_result_of, objective_of};
use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::list;
use super::opened::Opened;
use super::pick;
use super::typed::{self, day, line, maybe_line, word_of};
use crate::domain::change::Change;
use crate::domain::decision::{Desk, List};
use crate::domain::display::shortened;
use crate::domain::frame::ListLine;
use crate::domain::named::Named;
use crate::domain::retrospective::{Judged, NoteKind};
use crate::domain::seed::Seed;
use crate::domain::word::word;
use crate::report::list::named;
use crate::words::cli::closing as words;
use crate::words::cli::help::closing as help;

#[derive(Debug, Args)]
#[command(about = help::RETRO, before_help = help::RETRO_EXAMPLES)]
pub(super) struct Retro {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = help::RETRO_ADD)]
    Add(Box<Add>),
    #[command(about = help::RETRO_LIST)]
    List,
    #[command(about = help::RETRO_REMOVE)]
    Remove {
        #[arg(help = help::RETRO_REMOVE_ID)]
        id: String,
    },
}

#[derive(Debug, Args)]
struct Add {
    #[arg(help = help::RETRO_ADD_KIND, value_parser = word_of::<NoteKind>(&[]))]
    kind: NoteKind,
    #[arg(help = help::RETRO_ADD_TEXT, allow_hyphen_values = true)]
    text: Option<String>,
    #[arg(help = help::RETRO_ADD_KR, long, value_name = "ID")]
    kr: Option<String>,
    #[arg(help = help::RETRO_ADD_OBJECTIVE, long, value_name = "ID")]
    objective: Option<String>,
    #[arg(help = help::RETRO_ADD_ASSUMPTION, long, value_name = "ID")]
    assumption: Option<String>,
    #[arg(help = help::RETRO_ADD_VERDICT, long, value_name = "WORD")]
    verdict: Option<String>,
    #[arg(help = help::RETRO_ADD_PARKED, long, value_name = "ID")]
    parked: Option<String>,
    #[arg(help = help::RETRO_ADD_STARTS, long, value_name = "NAME", allow_hyphen_values = true)]
    starts: Option<String>,
    #[arg(help = help::RETRO_ADD_FIRST_DATE, long, value_name = "DAY", allow_hyphen_values = true)]
    first_date: Option<String>,
    #[arg(help = help::RETRO_ADD_SEEN_BY, long, value_name = "TEXT", allow_hyphen_values = true)]
    seen_by: Option<String>,
}

impl Retro {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_team(call)?;
        if let (What::List, Some(notes)) = (&self.what, named("notes")) {
            return list::rows(&opened, call, (notes, &[]));
        }
        let desk = opened.desk(call)?;
        let key = desk.quarter.key.clone();
        let first_date = match &self.what {
            What::Add(add) => add.first_date.as_deref(),
            What::Remove { .. } | What::List => None,
        };
        let day = first_date.and_then(|typed| typed::day_meant("first-date", typed, desk.typing_day()));
        let (change, id) = match self.what {
            What::Add(add) => add.make(&desk, &mut call.seed)?,
            What::Remove { id } => removal(&desk, &id)?,
            What::List => return Err(Halt::usage(words::THERE_IS_NO_LIST_OF_NOTES, words::OKR_LIST_NOTES)),
        };
        opened.save(&change)?;
        Ok(day.into_iter().fold(Answer::saved(&change.sentence, Some(&key)).with_id(&id), Answer::say))
    }
}

fn removal(desk: &Desk<'_>, typed: &str) -> Result<(Change, String), Halt> {
    let all: Vec<Named<'_>> = desk.quarter.notes.iter().map(Named::Note).collect();
    let id = pick::at_desk(desk, &all, typed, "note")?.id();
    let note = desk.quarter.notes.iter().find(|note| note.id.as_str() == id);
    let id = note
        .map(|note| note.id.clone())
        .ok_or_else(|| Halt::usage(words::THERE_IS_NO_SUCH_NOTE, words::OKR_RETRO_LIST))?;
    Ok((desk.remove_note(&id)?, id.to_string()))
}

impl Add {
    fn make(&self, desk: &Desk<'_>, seed: &mut Seed) -> Result<(Change, String), Halt> {
        let parked = self.parked.as_deref().map(|typed| parked(desk, typed)).transpose()?;
        let is_bare = self.text.as_deref().is_none_or(|text| text.trim().is_empty());
        let own_words = parked.filter(|_| is_bare).map(|line| line.text.as_str());
        let text = own_words.or(self.text.as_deref()).map(|text| line("text", text)).transpose()?;
        self.has_its_subject()?;
        let mut note = match self.judged(desk)? {
            Some(what) => desk.judge(&what, self.verdict_on(&what)?, text.as_deref())?,
            None => desk.note(self.kind, text.as_deref().unwrap_or_default(), seed)?,
        };
        note.starts = maybe_line("starts", self.starts.as_deref())?;
        note.first_date = self
            .first_date
            .as_deref()
            .map(|typed| day("first-date", typed, desk.typing_day()))
            .transpose()?;
        note.seen_by = maybe_line("seen-by", self.seen_by.as_deref())?;
        let id = note.id.to_string();
        let change = match parked {
            Some(line) => desk.unpark(&line.id, Some(note))?,
            None => desk.put_note(note)?,
        };
        Ok((change, id))
    }

    /// Asks that options stand with the kind they belong to.
    fn has_its_subject(&self) -> Result<(), Halt> {
        let kind = self.kind;
        let subject = [
            (self.kr.is_some(), NoteKind::Difficulty, "--kr", words::OKR_RETRO_ADD_DIFFICULTY_KR_ID),
            (
                self.objective.is_some(),
                NoteKind::Importance,
                "--objective",
                words::OKR_RETRO_ADD_IMPORTANCE_OBJECTIVE_ID,
            ),
            (
                self.assumption.is_some(),
                NoteKind::Assumption,
                "--assumption",
                words::OKR_RETRO_ADD_ASSUMPTION_ASSUMPTION_ID,
            ),
        ];
        for (is_given, of, option, example) in subject {
            if is_given && of != kind {
                return Err(Halt::usage(words::does_not_belong_to_a(option, word(&kind)), example));
            }
            if of == kind && is_given != self.verdict.is_some() {
                return Err(Halt::usage(words::and_verdict_go_together(option), example));
            }
        }
        let is_of_action = self.starts.is_some() || self.first_date.is_some() || self.seen_by.is_some();
        if is_of_action && kind != NoteKind::Action {
            let says = words::WHAT_BELONGS_TO_AN_ACTION;
            return Err(Halt::usage(says, words::OKR_RETRO_ADD_ACTION_TEXT_STARTS_NAME));
        }
        let has_no_verdict =
            !matches!(kind, NoteKind::Difficulty | NoteKind::Importance | NoteKind::Assumption);
        if has_no_verdict && self.verdict.is_some() {
            return Err(Halt::usage(words::a_has_no_verdict(word(&kind)), ""));
        }
        Ok(())
    }

    /// What a verdict is on, where it is on something.
    fn judged(&self, desk: &Desk<'_>) -> Result<Option<Judged>, Halt> {
        if let Some(typed) = &self.kr {
            return Ok(Some(Judged::KeyResult(key_result_of(desk, typed)?.id.clone())));
        }
        if let Some(typed) = &self.objective {
            return Ok(Some(Judged::Objective(objective_of(desk, typed)?.id.clone())));
        }
        let Some(typed) = &self.assumption else { return Ok(None) };
        let assumptions = desk.quarter.objectives.iter().flat_map(|objective| {
            objective.assumptions.iter().map(move |assumption| Named::Assumption(objective, assumption))
        });
        let all: Vec<Named<'_>> = assumptions.collect();
        match pick::at_desk(desk, &all, typed, "assumption")? {
            Named::Assumption(under, found) => {
                Ok(Some(Judged::Assumption(under.id.clone(), found.id.clone())))
            }
            _ => Err(Halt::usage(words::AN_ASSUMPTION_IS_NEEDED_HERE, words::OKR_LIST_ASSUMPTIONS)),
        }
    }

    fn verdict_on(&self, what: &Judged) -> Result<&'static str, Halt> {
        let typed = self.verdict.as_deref().unwrap_or_default();
        what.word(typed).ok_or_else(|| none_of(typed, what.words()))
    }
}

/// A line of the parking lot by its typed id.
fn parked<'a>(desk: &Desk<'a>, typed: &str) -> Result<&'a ListLine, Halt> {
    let lines = &desk.quarter.frame.parking_lot;
    let all: Vec<Named<'a>> = lines.iter().map(|line| Named::Line(List::ParkingLot, line)).collect();
    match pick::one(&all, typed, words::LINE_OF_THE_PARKING_LOT)? {
        Named::Line(_, line) => Ok(line),
        _ => Err(Halt::usage(words::A_LINE_OF_THE_PARKING_LOT, words::OKR_LIST_PARKING_LOT)),
    }
}

/// Why a word of a closed list is not taken.
fn none_of(typed: &str, words: &[&str]) -> Halt {
    Halt::usage(words::is_none_of(shortened(typed.trim()), words.join(", ")), "")
}
