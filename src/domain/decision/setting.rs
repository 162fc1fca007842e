//! Decisions while the set is made: objectives, key results, and what moves off the set.

use super::adding::id_refusal;
use super::{Desk, quoted, written};
use crate::domain::change::{Address, Change, Decision, Edit, Record, Refusal};
use crate::domain::day::Day;
use crate::domain::display::first_line;
use crate::domain::frame::{Delivery, Dropped, Frame, List, ListLine};
use crate::domain::id::{KeyResultId, LineId, ObjectiveId};
use crate::domain::key_result::KeyResult;
use crate::domain::objective::{Objective, Verdict};
use crate::domain::seed::Seed;
use crate::domain::step::Step;
use crate::domain::stop_rule::StopRule;
use crate::words::domain::decision as shared;
use crate::words::domain::decision::setting as words;

/// The most objectives of a set that raise no question.
pub const FEW_OBJECTIVES: usize = 3;
/// The most objectives of a set.
pub const MOST_OBJECTIVES: usize = 5;

/// Names a new line of a list: six random letters.
pub(super) fn line_id(seed: &mut Seed) -> Result<LineId, Refusal> {
    LineId::new(seed.letters()).map_err(|bad| id_refusal(&bad))
}

impl Desk<'_> {
    /// An objective that has not been dropped, as what comes under a dropped one is dropped with it.
    pub(super) fn objective_that_stands(&self, id: &ObjectiveId) -> Result<&Objective, Refusal> {
        let objective = self.objective(id)?;
        if objective.dropped.is_some() {
            let hint = words::TAKE_IT_UP_FIRST;
            return Err(Refusal::one(
                Step::Mid2,
                quoted(&objective.title),
                shared::IT_HAS_BEEN_DROPPED,
                hint,
            ));
        }
        Ok(objective)
    }

    /// Refuses where a committed set in which so many objectives stand has as many as it may.
    pub(super) fn has_place_beside(&self, standing: usize) -> Result<(), Refusal> {
        if self.quarter.frame.committed.is_none() || standing < MOST_OBJECTIVES {
            return Ok(());
        }
        let hint = words::DROP_ONE_FIRST;
        Err(Refusal::one(StopRule::Wall, words::THE_SET, words::IT_HAS_FIVE_OBJECTIVES, hint))
    }

    /// Takes a draft objective away, with its draft key results; a committed one is dropped instead.
    ///
    /// # Errors
    /// It or one of its key results is committed, it does not exist, or the quarter is closed.
    pub fn remove_objective(&self, id: &ObjectiveId) -> Decision {
        let objective = self.objective(id)?;
        let edits = self.removal_of(objective)?;
        Ok(Change { sentence: format!("remove {}", quoted(&objective.title)), edits })
    }

    fn removal_of(&self, objective: &Objective) -> Result<Vec<Edit>, Refusal> {
        self.still_open()?;
        super::picked::objective_may_go(objective)?;
        let removed = objective.key_results.iter().map(|key_result| self.removal(objective, key_result));
        let mut edits: Vec<Edit> = removed.collect::<Result<_, _>>()?;
        edits.push(Edit::remove(
            Address::Objective(self.key(), objective.id.clone()),
            Record::objective(objective),
        ));
        Ok(edits)
    }

    pub(super) fn removal(&self, under: &Objective, key_result: &KeyResult) -> Result<Edit, Refusal> {
        super::picked::may_go(self.quarter, key_result)?;
        Ok(Edit::remove(self.key_result_address(under, key_result), Record::KeyResult(key_result.clone())))
    }

    /// Takes a draft key result away; a committed one is dropped instead.
    ///
    /// # Errors
    /// It is committed, does not exist, or the quarter is closed.
    pub fn remove_key_result(&self, id: &KeyResultId) -> Decision {
        self.still_open()?;
        let (under, key_result) = self.alone(id)?;
        let edit = self.removal(under, key_result)?;
        Ok(Change::one(format!("remove {}", quoted(key_result.name())), edit))
    }

    /// Drops an objective with a reason (MID-2); its key results count as dropped, never as 0.
    ///
    /// # Errors
    /// The reason is blank, it is dropped already or does not exist, or the quarter is closed.
    pub fn drop_objective(&self, id: &ObjectiveId, reason: &str) -> Decision {
        self.still_open()?;
        let before = self.objective(id)?;
        let dropped = self.dropping(before, reason)?;
        let after = Objective { dropped: Some(dropped), ..before.clone() };
        let edit = self.objective_edit(before, &after);
        self.without_scores(format!("drop {}", quoted(&before.title)), edit, before.key_results.iter())
    }

    /// Drops a key result with a reason; later it shows "dropped", never 0 (MID-3).
    ///
    /// # Errors
    /// The reason is blank, it is dropped already or does not exist, or the quarter is closed.
    pub fn drop_key_result(&self, id: &KeyResultId, reason: &str) -> Decision {
        self.still_open()?;
        let (under, before) = self.alone(id)?;
        let mut after = before.clone();
        after.dropped = Some(self.dropped(before.dropped.as_ref(), before.name(), reason)?);
        let edit = self.key_result_edit(under, before, after);
        self.without_scores(format!("drop {}", quoted(before.name())), edit, [before].into_iter())
    }

    /// A drop with the scores that go with it: what is dropped has none, never 0 (section 5). What was read stands.
    fn without_scores<'k>(
        &self,
        sentence: String,
        drop: Edit,
        dropped: impl Iterator<Item = &'k KeyResult>,
    ) -> Decision {
        let has_score = |found: &&KeyResult| {
            self.quarter.scorings.get(&found.id).is_some_and(|scoring| scoring.score.is_some())
        };
        let mut edits = vec![drop];
        for scored in dropped.filter(has_score) {
            edits.extend(self.clear_score(&scored.id)?.edits);
        }
        let sentence = if edits.len() > 1 { words::and_clear_its_score(sentence) } else { sentence };
        Ok(Change { sentence, edits })
    }

    /// The record of dropping an objective.
    pub(super) fn dropping(&self, objective: &Objective, reason: &str) -> Result<Dropped, Refusal> {
        self.dropped(objective.dropped.as_ref(), &objective.title, reason)
    }

    /// Takes the drop of an objective back, so that it and its key results stand again (MID-2).
    ///
    /// # Errors
    /// It was not dropped, does not exist, the set is full, or the quarter is closed.
    pub fn take_up_objective(&self, id: &ObjectiveId) -> Decision {
        self.still_open()?;
        let before = self.objective(id)?;
        was_dropped(before.dropped.as_ref(), &before.title)?;
        self.has_place_beside(self.quarter.live_objectives().count())?;
        let verdict = before.mid_quarter.clone().filter(|said| said.verdict != Verdict::Drop);
        let after = Objective { dropped: None, mid_quarter: verdict, ..before.clone() };
        Ok(Change::one(words::take_up_again(quoted(&before.title)), self.objective_edit(before, &after)))
    }

    /// Takes the drop of a key result back.
    ///
    /// # Errors
    /// It was not dropped by itself, does not exist, or the quarter is closed.
    pub fn take_up_key_result(&self, id: &KeyResultId) -> Decision {
        self.still_open()?;
        let (under, before) = self.alone(id)?;
        was_dropped(before.dropped.as_ref(), before.name())?;
        let after = KeyResult { dropped: None, ..before.clone() };
        let sentence = words::take_up_again(quoted(before.name()));
        Ok(Change::one(sentence, self.key_result_edit(under, before, after)))
    }

    fn dropped(&self, already: Option<&Dropped>, name: &str, reason: &str) -> Result<Dropped, Refusal> {
        if let Some(dropped) = already {
            let says = words::it_was_dropped_on(dropped.date, first_line(&dropped.reason));
            return Err(Refusal::one(Step::Mid2, name, says, shared::NOTHING_IS_LEFT_TO_DO));
        }
        let date = self.not_before(self.quarter.frame.committed);
        Ok(Dropped { date, reason: written(reason, name, words::THE_REASON_FOR_DROPPING_IT)? })
    }

    /// Puts an objective on the not-now list and takes it off the set (SET-6).
    ///
    /// # Errors
    /// Something of it is committed, it does not exist, or the quarter is closed.
    pub fn park_objective(&self, id: &ObjectiveId, reason: Option<&str>, seed: &mut Seed) -> Decision {
        let objective = self.objective(id)?;
        let mut frame = self.quarter.frame.clone();
        let reason = reason.map(str::trim).filter(|reason| !reason.is_empty()).map(str::to_owned);
        frame.not_now.push(ListLine { id: line_id(seed)?, text: objective.title.clone(), reason });
        let mut edits = vec![self.frame_edit(frame)];
        edits.extend(self.removal_of(objective)?);
        let sentence = words::put_on_the_not_now_list(quoted(&objective.title));
        let gone: Vec<String> = objective.key_results.iter().map(|gone| quoted(gone.name())).collect();
        let sentence = if gone.is_empty() { sentence } else { words::and_remove(sentence, gone.join(", ")) };
        Ok(Change { sentence, edits })
    }

    /// Moves a key result that describes work to the delivery list, dated and unscored.
    ///
    /// # Errors
    /// It is committed, does not exist, or the quarter is closed.
    pub fn move_to_delivery(&self, id: &KeyResultId, seed: &mut Seed) -> Decision {
        self.still_open()?;
        let (under, key_result) = self.alone(id)?;
        let delivery = Delivery {
            id: line_id(seed)?,
            text: key_result.title.clone(),
            due: key_result.measure.due.or(Some(self.cycle.last)),
            promised_to: None,
            done: false,
        };
        let mut frame = self.quarter.frame.clone();
        frame.delivery.push(delivery);
        let edits = vec![self.frame_edit(frame), self.removal(under, key_result)?];
        Ok(Change { sentence: words::move_to_the_delivery_list(quoted(key_result.name())), edits })
    }

    /// Adds a line to one of the lists that are not scored.
    ///
    /// # Errors
    /// The line is blank or the quarter is closed.
    pub fn add_line(&self, list: List, text: &str, due: Option<Day>, seed: &mut Seed) -> Decision {
        self.still_open()?;
        let text = written(text, list.word(), words::THE_LINE)?;
        let mut frame = self.quarter.frame.clone();
        let sentence = words::add_to(quoted(&text), list.word());
        let id = line_id(seed)?;
        match frame.lines_mut(list) {
            Some(lines) => lines.push(ListLine { id, text, reason: None }),
            None => frame.delivery.push(Delivery { id, text, due, promised_to: None, done: false }),
        }
        Ok(Change::one(sentence, self.frame_edit(frame)))
    }

    /// Takes a line off whichever list it stands on.
    ///
    /// # Errors
    /// No list has such a line, or the quarter is closed.
    pub fn remove_line(&self, id: &LineId) -> Decision {
        self.still_open()?;
        let before = &self.quarter.frame;
        let text = line_text(before, id).ok_or_else(|| super::unknown("line", id.as_str()))?;
        let mut frame = before.clone();
        for list in List::ALL {
            frame.lines_mut(*list).into_iter().for_each(|lines| lines.retain(|line| line.id != *id));
        }
        frame.delivery.retain(|line| line.id != *id);
        Ok(Change::one(format!("remove {}", quoted(text)), self.frame_edit(frame)))
    }
}

fn was_dropped(dropped: Option<&Dropped>, name: &str) -> Result<(), Refusal> {
    let stands = || {
        Refusal::one(Step::Mid2, quoted(name), words::IT_HAS_NOT_BEEN_DROPPED, shared::NOTHING_IS_LEFT_TO_DO)
    };
    dropped.map(|_| ()).ok_or_else(stands)
}

fn line_text<'a>(frame: &'a Frame, id: &LineId) -> Option<&'a str> {
    let lists = frame.plain_lines().map(|(_, line)| (&line.id, line.text.as_str()));
    let delivery = frame.delivery.iter().map(|line| (&line.id, line.text.as_str()));
    lists.chain(delivery).find(|(other, _)| *other == id).map(|(_, text)| text)
}
