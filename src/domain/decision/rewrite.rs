//! A key result that described work, said anew as the change it was for.

use super::setting::line_id;
use super::{Desk, quoted};
use crate::domain::change::{Change, Decision, Refusal};
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
        if after.title.trim() == before.title {
            let hint = words::SAY_WHAT_WOULD_BE_DIFFERENT;
            return Err(Refusal::one(
                Step::Set9,
                quoted(before.name()),
                words::THE_SENTENCE_IS_STILL_THE_SAME,
                hint,
            ));
        }
        let mut edits = Vec::new();
        let text = before.title.clone();
        match old {
            Some(OldSentence::Initiative) => {
                after.initiatives.push(Initiative { id: line_id(seed)?, text, done: false });
            }
            Some(OldSentence::Delivery) => {
                let due = before.measure.due.or(Some(self.cycle.last));
                edits.extend(self.add_line(List::Delivery, &text, due, seed)?.edits);
            }
            None => {}
        }
        edits.extend(self.revise_key_result(after, None)?.edits);
        Ok(Change { sentence: words::say_anew(quoted(before.name())), edits })
    }
}
