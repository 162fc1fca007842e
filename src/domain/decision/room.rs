//! What the room as a whole says: ground rules, the two alignment tests, numbers shown on fingers, the parking lot.

use super::{Desk, quoted, written};
use crate::domain::change::{Change, Decision, Stop};
use crate::domain::fingers::{Fist, Tone};
use crate::domain::frame::{Cadence, Frame, Nearer};
use crate::domain::id::LineId;
use crate::domain::retrospective::Note;
use crate::domain::stop_rule::StopRule;
use crate::words::counted::FISTS_SHOW_0_TO_2;
use crate::words::domain::decision::room as words;

/// One of the five questions on how the quarter is run (SET-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Principle {
    /// No review and no pay hangs on these.
    PayFree,
    /// Key results are outcomes.
    Outcomes,
    /// Goals are negotiated.
    Negotiated,
    /// Goals are ambitious.
    Ambitious,
    /// Goals are few.
    Few,
}

impl Principle {
    /// The five, in the method's order.
    pub const ALL: [Self; 5] = [Self::PayFree, Self::Outcomes, Self::Negotiated, Self::Ambitious, Self::Few];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::PayFree => "pay-free",
            Self::Outcomes => "outcomes",
            Self::Negotiated => "negotiated",
            Self::Ambitious => "ambitious",
            Self::Few => "few",
        }
    }

    /// What is asked, as something that holds or does not.
    pub fn says(self) -> &'static str {
        match self {
            Self::PayFree => words::NO_REVIEW_AND_NO_PAY_HANGS,
            Self::Outcomes => words::KEY_RESULTS_ARE_OUTCOMES,
            Self::Negotiated => words::GOALS_ARE_NEGOTIATED,
            Self::Ambitious => words::GOALS_ARE_AMBITIOUS,
            Self::Few => words::GOALS_ARE_FEW,
        }
    }

    /// What the room answered; `None` is "not asked".
    pub fn answer(self, frame: &Frame) -> Option<bool> {
        *self.slot(&mut frame.principles.clone())
    }

    /// Puts an answer into a frame.
    pub fn set(self, frame: &mut Frame, holds: bool) {
        *self.slot(&mut frame.principles) = Some(holds);
    }

    fn slot(self, principles: &mut crate::domain::frame::Principles) -> &mut Option<bool> {
        match self {
            Self::PayFree => &mut principles.pay_free,
            Self::Outcomes => &mut principles.outcomes,
            Self::Negotiated => &mut principles.negotiated,
            Self::Ambitious => &mut principles.ambitious,
            Self::Few => &mut principles.few,
        }
    }
}

/// One of the two alignment tests (SET-11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Test {
    /// Ours towards the function's.
    Ours,
    /// The function's towards the company's.
    Above,
}

/// A line mid-quarter leaves (MID-3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MidNote {
    /// Who must hear what changed.
    Told,
    /// Where the freed time goes.
    Freed,
}

impl Desk<'_> {
    /// Changes a copy of the frame and says so in a sentence.
    fn framed(&self, sentence: impl Into<String>, change: impl FnOnce(&mut Frame)) -> Decision {
        let mut after = self.quarter.frame.clone();
        change(&mut after);
        self.revise_frame(after, sentence)
    }

    /// Records the sponsor's promise, in one sentence (SET-1).
    ///
    /// # Errors
    /// It is blank, or the quarter is closed.
    pub fn promise(&self, text: &str) -> Decision {
        let text = written(text, words::THE_SPONSORS_PROMISE, words::ITS_SENTENCE)?;
        self.framed(words::RECORD_THE_SPONSORS_PROMISE, |frame| frame.sponsor_promise = Some(text))
    }

    /// Answers one of the five principles (SET-1).
    ///
    /// # Errors
    /// The quarter is closed.
    pub fn answer_principle(&self, principle: Principle, holds: bool) -> Decision {
        let answer = if holds { "yes" } else { "no" };
        self.framed(words::answer_with(principle.word(), answer), |frame| principle.set(frame, holds))
    }

    /// Chooses how often the team checks in (SET-1).
    ///
    /// # Errors
    /// The quarter is closed.
    pub fn choose_cadence(&self, cadence: Cadence) -> Decision {
        let sentence = match cadence {
            Cadence::BiWeekly => words::CHECK_IN_EVERY_TWO_WEEKS,
            Cadence::Monthly => words::CHECK_IN_MONTHLY,
        };
        self.framed(sentence, |frame| frame.cadence = Some(cadence))
    }

    /// Answers an alignment test (SET-11).
    ///
    /// # Errors
    /// The quarter is closed.
    pub fn answer_alignment(&self, test: Test, answer: Nearer) -> Decision {
        self.framed(words::ANSWER_THE_ALIGNMENT_TEST, |frame| match test {
            Test::Ours => frame.alignment.ours = Some(answer),
            Test::Above => frame.alignment.above = Some(answer),
        })
    }

    /// Says why a nominal alignment is kept (SET-11).
    ///
    /// # Errors
    /// It is blank, or the quarter is closed.
    pub fn keep_nominal(&self, reason: &str) -> Decision {
        let reason = written(reason, words::THE_ALIGNMENT, words::THE_REASON_FOR_KEEPING_IT)?;
        self.framed(words::KEEP_A_NOMINAL_ALIGNMENT, |frame| frame.alignment.reason = Some(reason))
    }

    /// Records the fist to five, without names; none takes it back (SET-14).
    ///
    /// # Errors
    /// The quarter is closed.
    pub fn show_fist(&self, fist: Fist) -> Decision {
        let is_none = fist.is_empty();
        let sentence = if is_none { words::TAKE_THE_FIST_BACK } else { words::RECORD_THE_FIST_TO_FIVE };
        self.framed(sentence, |frame| frame.fist = fist)
    }

    /// Records how freely the room could speak, without names; none takes it back (RET-1).
    ///
    /// # Errors
    /// The quarter is closed.
    pub fn show_tone(&self, tone: Tone) -> Decision {
        let is_none = tone.is_empty();
        let sentence =
            if is_none { words::TAKE_THE_TONE_BACK } else { words::RECORD_HOW_FREELY_WE_COULD_SPEAK };
        self.framed(sentence, |frame| frame.tone = tone)
    }

    /// Records who hears what changed, or where the freed time goes (MID-3).
    ///
    /// # Errors
    /// It is blank, or the quarter is closed.
    pub fn note_mid_quarter(&self, note: MidNote, text: &str) -> Decision {
        let text = written(text, "mid-quarter", words::THE_LINE)?;
        self.framed(words::RECORD_MID_QUARTER, |frame| match note {
            MidNote::Told => frame.mid_quarter.told = Some(text),
            MidNote::Freed => frame.mid_quarter.freed = Some(text),
        })
    }

    /// Records what the set as a whole tells (SCO-4).
    ///
    /// # Errors
    /// It is blank, or the quarter is closed.
    pub fn read_the_whole(&self, text: &str) -> Decision {
        let text = written(text, words::THE_SET, words::THE_SENTENCE)?;
        self.framed(words::RECORD_WHAT_THE_SET_TELLS, |frame| frame.pattern = Some(text))
    }

    /// Takes a line off the parking lot: as a note of the retrospective, or let go (RET-2).
    ///
    /// # Errors
    /// There is no such line, the note says nothing, or the quarter is closed.
    pub fn unpark(&self, id: &LineId, note: Option<Note>) -> Decision {
        let found = self.quarter.frame.parking_lot.iter().find(|line| line.id == *id);
        let line = found.ok_or_else(|| super::unknown("line", id.as_str()))?;
        let taken = self.remove_line(id)?;
        let Some(note) = note else {
            return Ok(Change { sentence: words::let_go(quoted(&line.text)), ..taken });
        };
        let mut change = self.put_note(note)?;
        change.edits.extend(taken.edits);
        Ok(change)
    }

    /// The questions of the room that stand in the way of a commit: a nominal alignment without a reason (SET-11), and a
    /// fist that is no consent (SET-14).
    pub(super) fn room_questions(&self) -> Vec<Stop> {
        let frame = &self.quarter.frame;
        let mut stops = Vec::new();
        if frame.alignment.is_nominal() && frame.alignment.reason.is_none() {
            let hint = words::REWORK_IT;
            stops.push(Stop::asks(StopRule::Nominal, words::THE_SET, words::ITS_ALIGNMENT_IS_NOMINAL, hint));
        }
        let dissenting = frame.fist.dissenting();
        if dissenting > 0 {
            let says = FISTS_SHOW_0_TO_2.of(dissenting);
            stops.push(Stop::asks(StopRule::Fist, words::THE_SET, says, words::WHAT_WOULD_MAKE_IT_A_3));
        }
        stops
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::{List, begun};
    use crate::domain::retrospective::NoteKind;
    use crate::domain::seed::Seed;
    use crate::domain::workspace::Workspace;

    fn workspace() -> Workspace {
        begun().0
    }

    fn desk(workspace: &Workspace) -> Desk<'_> {
        let key = workspace.quarters.keys().next().unwrap();
        Desk::at(workspace, key, workspace.cycles.values().next().unwrap().first).unwrap()
    }

    /// Applies a decision and gives what the workspace then is.
    fn after(workspace: &Workspace, decide: impl FnOnce(&Desk<'_>) -> Decision) -> Workspace {
        let change = decide(&desk(workspace)).unwrap();
        let mut after = workspace.clone();
        after.apply(&change);
        let mut back = after.clone();
        back.apply(&change.inverse());
        assert_eq!(back, *workspace, "{}", change.sentence);
        after
    }

    #[test]
    fn what_the_room_says_lands_in_the_frame() {
        let before = workspace();
        let said = after(&before, |desk| desk.promise(" We ask what it tells us.\n"));
        assert_eq!(desk(&said).quarter.frame.sponsor_promise.as_deref(), Some("We ask what it tells us."));
        assert!(desk(&before).promise(" ").is_err());
        for principle in Principle::ALL {
            let said = after(&before, |desk| desk.answer_principle(principle, false));
            let answers = Principle::ALL.map(|other| other.answer(&desk(&said).quarter.frame));
            assert_eq!(answers.iter().flatten().count(), 1);
            assert_eq!(principle.answer(&desk(&said).quarter.frame), Some(false));
        }
        let said = after(&before, |desk| desk.note_mid_quarter(MidNote::Freed, "the on-call week"));
        assert_eq!(desk(&said).quarter.frame.mid_quarter.freed.as_deref(), Some("the on-call week"));
        let said = after(&before, |desk| desk.choose_cadence(Cadence::Monthly));
        assert_eq!(desk(&said).quarter.frame.cadence, Some(Cadence::Monthly));
    }

    #[test]
    fn a_nominal_alignment_is_reworked_or_kept_with_a_reason() {
        let nominal = after(&workspace(), |desk| desk.answer_alignment(Test::Above, Nearer::No));
        let rules = |workspace: &Workspace| -> Vec<&str> {
            desk(workspace).room_questions().iter().map(|stop| stop.rule.id()).collect()
        };
        assert_eq!(rules(&nominal), ["SET-11 nominal"]);
        let partly = after(&nominal, |desk| desk.answer_alignment(Test::Above, Nearer::Partly));
        assert_eq!(rules(&partly), Vec::<&str>::new());
        let kept = after(&nominal, |desk| desk.keep_nominal("the function sets anew in May"));
        assert_eq!(rules(&kept), Vec::<&str>::new());
    }

    #[test]
    fn dissent_is_noted_before_a_commit() {
        let shown = |fingers: &[u8]| {
            let fist = Fist::new(fingers.to_vec()).unwrap();
            after(&workspace(), |desk| desk.show_fist(fist))
        };
        assert_eq!(desk(&shown(&[3, 4, 5])).room_questions(), []);
        let stops = desk(&shown(&[2, 4, 0])).room_questions();
        assert_eq!((stops.len(), stops[0].says.as_str()), (1, "2 fists show 0 to 2"));
        assert_eq!(desk(&shown(&[2, 4])).room_questions()[0].says, "1 fist shows 0 to 2");
    }

    #[test]
    fn the_retrospective_empties_the_parking_lot() {
        let mut seed = Seed::new(1);
        let parked =
            after(&workspace(), |desk| desk.add_line(List::ParkingLot, "the licence", None, &mut seed));
        let id = desk(&parked).quarter.frame.parking_lot[0].id.clone();
        let note = desk(&parked).note(NoteKind::Lesson, "ask for licences early", &mut seed).unwrap();
        let noted = after(&parked, |desk| desk.unpark(&id, Some(note)));
        assert_eq!((desk(&noted).quarter.notes.len(), desk(&noted).quarter.frame.parking_lot.len()), (1, 0));
        let gone = after(&parked, |desk| desk.unpark(&id, None));
        assert_eq!((desk(&gone).quarter.notes.len(), desk(&gone).quarter.frame.parking_lot.len()), (0, 0));
        assert!(desk(&gone).unpark(&id, None).is_err());
    }
}
