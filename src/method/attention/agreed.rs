//! What was agreed at a check-in and has passed its day (CHK-4).

use super::{Attention, Look, Rule, left};
use crate::domain::check_in::Action;
use crate::domain::day::Day;

impl Look<'_> {
    /// Nobody ticks off what was agreed: the next check-in asks for it, and until then it is no more than pointed at.
    pub(super) fn actions_past(&self) -> Vec<Attention> {
        let agreed = self.desk.quarter.still_agreed(self.desk.today).into_iter();
        let past = agreed.filter_map(|action| Some((action, action.by.filter(|by| *by < self.desk.today)?)));
        let row = |(action, by): (&Action, Day)| {
            let agreed = Action { by: None, ..action.clone() }.shown(self.desk.today);
            let values = [("action", &*agreed), ("left", &left(by, self.desk.today))];
            let about = action.key_result.as_ref().and_then(|id| self.desk.quarter.key_result(id));
            match about {
                Some((_, key_result)) => self.about(key_result, Rule::ActionPast, &values, false),
                None => self.row(Rule::ActionPast, &values, false),
            }
        };
        past.map(row).collect()
    }
}
