//! Questions that are not asked any more, with the reason, and those that are asked again.

use serde::{Deserialize, Serialize};

use super::{Desk, quoted, written};
use crate::domain::change::{Change, Decision, Edit, Refusal};
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::lint::{Waiver, Waivers};
use crate::domain::stop_rule::StopRule;
use crate::words::domain::decision::waiver as words;

/// What a question is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// The set as a whole.
    Quarter,
    /// An objective.
    Objective(ObjectiveId),
    /// A key result.
    KeyResult(KeyResultId),
}

impl Desk<'_> {
    /// Waives the question of a rule, or gives another reason for it. Which rules there are is not known here.
    ///
    /// # Errors
    /// The reason is blank, what it is about does not exist, or the quarter is closed.
    pub fn waive(&self, about: &Asked, rule: &str, reason: &str) -> Decision {
        let name = self.name_of(about)?;
        let waiver = Waiver { reason: written(reason, &name, words::THE_REASON)?, date: self.today };
        let change = |waivers: &mut Waivers| {
            waivers.insert(rule.to_owned(), waiver);
        };
        self.change_waivers(about, words::waive_on(rule, &name), change)
    }

    /// Asks again what was waived.
    ///
    /// # Errors
    /// It was not waived, what it is about does not exist, or the quarter is closed.
    pub fn ask_again(&self, about: &Asked, rule: &str) -> Decision {
        let name = self.name_of(about)?;
        if !self.waivers(about)?.contains_key(rule) {
            let says = words::is_not_waived_here(rule);
            return Err(Refusal::one(StopRule::Reference, name, says, words::WHERE_WAIVERS_ARE_LISTED));
        }
        self.change_waivers(about, words::ask_again_of(rule, &name), |waivers| {
            waivers.remove(rule);
        })
    }

    fn name_of(&self, about: &Asked) -> Result<String, Refusal> {
        Ok(match about {
            Asked::Quarter => self.cycle.label.clone(),
            Asked::Objective(id) => quoted(&self.objective(id)?.title),
            Asked::KeyResult(id) => quoted(self.key_result(id)?.1.name()),
        })
    }

    /// What was waived on the quarter, an objective or a key result.
    ///
    /// # Errors
    /// It does not exist.
    pub fn waivers(&self, about: &Asked) -> Result<&Waivers, Refusal> {
        Ok(match about {
            Asked::Quarter => &self.quarter.frame.waivers,
            Asked::Objective(id) => &self.objective(id)?.waivers,
            Asked::KeyResult(id) => &self.key_result(id)?.1.waivers,
        })
    }

    fn change_waivers(&self, about: &Asked, sentence: String, change: impl FnOnce(&mut Waivers)) -> Decision {
        self.still_open()?;
        let edit: Edit = match about {
            Asked::Quarter => {
                let mut after = self.quarter.frame.clone();
                change(&mut after.waivers);
                self.frame_edit(after)
            }
            Asked::Objective(id) => {
                let before = self.objective(id)?;
                let mut after = before.clone();
                change(&mut after.waivers);
                self.objective_edit(before, &after)
            }
            Asked::KeyResult(id) => {
                let (under, before) = self.alone(id)?;
                let mut after = before.clone();
                change(&mut after.waivers);
                self.key_result_edit(under, before, after)
            }
        };
        Ok(Change::one(sentence, edit))
    }
}
