//! A key result that described work, said anew as the change it was for.

use super::setting::line_id;
use super::{Desk, quoted};
use crate::domain::change::{Change, Decision, Edit, Record, Refusal};
use crate::domain::day::Day;
use crate::domain::frame::List;
use crate::domain::key_result::{Initiative, KeyResult};
use crate::domain::seed::Seed;
use crate::domain::step::Step;
use crate::domain::word::closed_list;
use crate::words::domain::decision::{rewrite as words, setting};

closed_list! {
    /// What becomes of the sentence that described work.
    #[derive(Default)]
    pub enum OldSentence {
        /// It stays beside the key result, as how we go about it.
        #[default]
        Initiative = "initiative",
        /// It goes to the delivery list: dated, unscored.
        Delivery = "delivery",
    }
}

impl Desk<'_> {
    /// Says a key result anew. The old sentence is kept as the first wording, and where it described work besides as an
    /// initiative or on the delivery list.
    ///
    /// # Errors
    /// The sentence is blank or still the old one, the key result is committed, or the quarter is closed.
    pub fn rewrite(&self, mut after: KeyResult, old: Option<OldSentence>, seed: &mut Seed) -> Decision {
        self.still_open()?;
        let (_, before) = self.alone(&after.id)?;
        if before.is_committed() {
            let hint = words::revise_it_with_a_reason(&before.id);
            return Err(Refusal::one(Step::Mid3, quoted(before.name()), setting::IT_IS_COMMITTED, hint));
        }
        must_differ(&after.title, &before.title, before.name())?;
        let mut edits = match old {
            Some(old) => self.keep(old, (&before.title, before.measure.due), &mut after, seed)?,
            None => Vec::new(),
        };
        edits.extend(self.revise_key_result(after, None)?.edits);
        Ok(Change { sentence: words::say_anew(quoted(before.name())), edits })
    }

    /// Keeps a sentence that described work beside the key result that a change makes in its place: both are one change.
    ///
    /// # Errors
    /// The key result says the same, or the quarter is closed.
    pub fn made_anew(&self, mut made: Change, work: &str, old: OldSentence, seed: &mut Seed) -> Decision {
        if let Some(Record::KeyResult(key_result)) = made.made() {
            must_differ(&key_result.title, work, work)?;
            key_result.first_wording = Some(work.to_owned());
            let kept = self.keep(old, (work, key_result.measure.due), key_result, seed)?;
            made.edits.splice(0..0, kept);
        }
        Ok(Change { sentence: words::say_anew(quoted(work)), ..made })
    }

    /// Keeps the sentence of some work, due by a day, as an initiative or on the delivery list; gives the edits beside the key
    /// result.
    fn keep(
        &self,
        old: OldSentence,
        (text, due): (&str, Option<Day>),
        key_result: &mut KeyResult,
        seed: &mut Seed,
    ) -> Result<Vec<Edit>, Refusal> {
        if old == OldSentence::Delivery {
            let due = due.or(Some(self.cycle.last));
            return Ok(self.add_line(List::Delivery, text, due, seed)?.edits);
        }
        key_result.initiatives.push(Initiative { id: line_id(seed)?, text: text.to_owned(), done: false });
        Ok(Vec::new())
    }
}

/// Refuses a sentence that still says what it said before.
fn must_differ(after: &str, before: &str, name: &str) -> Result<(), Refusal> {
    if after.trim() != before {
        return Ok(());
    }
    let hint = words::SAY_WHAT_WOULD_BE_DIFFERENT;
    Err(Refusal::one(Step::Set9, quoted(name), words::THE_SENTENCE_IS_STILL_THE_SAME, hint))
}
