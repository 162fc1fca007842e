//! What was agreed at a check-in and has passed its day (CHK-4).

use super::{Attention, Desk, Rule, left};
use crate::domain::check_in::Action;
use crate::domain::day::Day;

impl Desk<'_> {
    /// Nobody ticks off what was agreed: the next check-in asks for it, and until then it is no more than pointed at.
    pub(super) fn actions_past(&self) -> Vec<Attention> {
        let agreed = self.quarter.still_agreed(self.today).into_iter();
        let past = agreed.filter_map(|action| Some((action, action.by.filter(|by| *by < self.today)?)));
        let row = |(action, by): (&Action, Day)| {
            let agreed = Action { by: None, ..action.clone() }.shown(self.today);
            let values = [("action", &*agreed), ("left", &left(by, self.today))];
            let about = action.key_result.as_ref().and_then(|id| self.quarter.key_result(id));
            match about {
                Some((_, key_result)) => self.about(key_result, Rule::ActionPast, &values, false),
                None => self.row(Rule::ActionPast, &values, false),
            }
        };
        past.map(row).collect()
    }
}
