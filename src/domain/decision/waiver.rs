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
pub enum AskedOf {
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
    pub fn waive(&self, about: &AskedOf, rule: &str, reason: &str) -> Decision {
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
    pub fn ask_again(&self, about: &AskedOf, rule: &str) -> Decision {
        let name = self.name_of(about)?;
        if !self.waivers(about)?.contains_key(rule) {
            let says = words::is_not_waived_here(rule);
            return Err(Refusal::one(StopRule::Reference, name, says, words::WHERE_WAIVERS_ARE_LISTED));
        }
        self.change_waivers(about, words::ask_again_of(rule, &name), |waivers| {
            waivers.remove(rule);
        })
    }

    fn name_of(&self, about: &AskedOf) -> Result<String, Refusal> {
        Ok(match about {
            AskedOf::Quarter => self.cycle.label.clone(),
            AskedOf::Objective(id) => quoted(&self.objective(id)?.title),
            AskedOf::KeyResult(id) => quoted(self.key_result(id)?.1.name()),
        })
    }

    /// What was waived on the quarter, an objective or a key result.
    ///
    /// # Errors
    /// It does not exist.
    pub fn waivers(&self, about: &AskedOf) -> Result<&Waivers, Refusal> {
        Ok(match about {
            AskedOf::Quarter => &self.quarter.frame.waivers,
            AskedOf::Objective(id) => &self.objective(id)?.waivers,
            AskedOf::KeyResult(id) => &self.key_result(id)?.1.waivers,
        })
    }

    fn change_waivers(
        &self,
        about: &AskedOf,
        sentence: String,
        change: impl FnOnce(&mut Waivers),
    ) -> Decision {
        self.still_open()?;
        let edit: Edit = match about {
            AskedOf::Quarter => {
                let mut after = self.quarter.frame.clone();
                change(&mut after.waivers);
                self.frame_edit(after)
            }
            AskedOf::Objective(id) => {
                let before = self.objective(id)?;
                let mut after = before.clone();
                change(&mut after.waivers);
                self.objective_edit(before, &after)
            }
            AskedOf::KeyResult(id) => {
                let (under, before) = self.alone(id)?;
                let mut after = before.clone();
                change(&mut after.waivers);
                self.key_result_edit(under, before, after)
            }
        };
        Ok(Change::one(sentence, edit))
    }
}
