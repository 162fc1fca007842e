//! The effort plan of a quarter: what the process will cost this team, against its budget, and what to cut.

use serde_json::{Value, json};

use super::json::{number, record};
use super::page::Page;
use super::table::{Cell, Table};
use crate::domain::effort::{EffortPhase, PersonMinutes};
use crate::domain::word::word;
use crate::method::budget::{self, Budget, ByPhase, Cut, EffortPlan, Part, Shape, Standing};
use crate::method::step::{SessionKind, Steps};
use crate::words::counted;
use crate::words::report::status as words;

/// A plan with what it is measured by.
#[derive(Debug, Clone, Copy)]
pub struct Planned<'a> {
    /// The plan.
    pub plan: EffortPlan,
    /// The steps it is made of.
    pub steps: Steps<'a>,
    /// The budget of the team.
    pub budget: Budget,
    /// What the ledger has come to; nothing before the first meeting.
    pub spent: ByPhase,
}

impl Planned<'_> {
    /// The page a person reads: the sums, the cuts, then every step.
    pub fn text(&self) -> String {
        let mut page = Page::default();
        page.line(&sizes(&self.plan.shape));
        page.gap();
        for phase in EffortPhase::ALL {
            page.row(&word(phase), &self.sum(*phase));
        }
        let total = self.plan.total();
        let days = self.budget.person_days(total);
        let each = self.plan.for_each();
        let hours = budget::person_hours(total);
        page.row(words::TOTAL, &words::person_hours(total, hours, days, each));
        page.row(words::LIMIT, &self.limit());
        if self.spent.total() > PersonMinutes(0) {
            page.row(words::SO_FAR, &self.budget.against(self.spent.total()));
        }
        if let Some(sentence) = self.budget.sentence(total) {
            page.line(&sentence);
        }
        self.cut_rows(&mut page);
        page.gap();
        page.into_text() + &self.table().to_text()
    }

    fn sum(&self, phase: EffortPhase) -> String {
        let (planned, spent) = (self.plan.phases.of(phase), self.spent.of(phase));
        if spent > PersonMinutes(0) { words::so_far(planned, spent) } else { planned.to_string() }
    }

    fn limit(&self) -> String {
        let (budget, total) = (self.budget, self.plan.total());
        let (limit, amber) = (budget.limit(), budget.amber());
        match budget.standing(total) {
            Standing::Within | Standing::Amber => {
                words::amber_from_with_reserve(limit, amber, budget.reserve(total))
            }
            Standing::Over { .. } => words::amber_from(limit, amber),
        }
    }

    fn cut_rows(&self, page: &mut Page) {
        let cuts = self.plan.cuts(self.steps);
        if cuts.is_empty() {
            return;
        }
        page.gap();
        page.line(words::WHAT_COULD_BE_CUT);
        for cut in cuts {
            page.line(&words::less_left(cut.kind, cut.saved, cut.after.total()));
        }
    }

    /// Every part with its session, one a row.
    fn table(&self) -> Table {
        let row = |part: Part| {
            [
                Cell::maybe(part.step()),
                Cell::text(session(part.session)),
                Cell::text(part.mode.word()),
                Cell::value(part.minutes),
                Cell::value(part.people),
                Cell::value(part.times),
                Cell::value(part.cost().0),
                Cell::text(part.title(self.steps)),
            ]
        };
        let columns = &["step", "session", "how", "minutes", "people", "times", "person_minutes", "what"];
        Table::new(columns).with(self.plan.parts(self.steps).into_iter().map(row))
    }

    /// The same for machines.
    pub fn json(&self) -> Value {
        let Shape { people, objectives, key_results, check_ins, dependencies, cadence, .. } = self.plan.shape;
        let phase = |phase: &EffortPhase| {
            let (planned, spent) = (self.plan.phases.of(*phase), self.spent.of(*phase));
            json!({ "phase": word(phase), "planned": cost(planned), "spent": cost(spent) })
        };
        let total = self.plan.total();
        let standing = match self.budget.standing(total) {
            Standing::Within => "within",
            Standing::Amber => "amber",
            Standing::Over { .. } => "over",
        };
        json!({
            "people": people, "objectives": objectives, "key_results": key_results, "cadence": word(&cadence),
            "check_ins": check_ins, "dependencies": dependencies,
            "phases": EffortPhase::ALL.iter().map(phase).collect::<Vec<_>>(),
            "total": cost(total), "spent": cost(self.spent.total()),
            "person_days": number(self.budget.person_days(total)), "each": cost(self.plan.for_each()),
            "amber": cost(self.budget.amber()), "limit": cost(self.budget.limit()),
            "standing": standing, "says": self.budget.sentence(total),
            "cuts": self.plan.cuts(self.steps).iter().map(cut_json).collect::<Vec<_>>(),
            "parts": self.table().to_json(),
        })
    }
}

/// A session as it is called: "C Refine".
pub fn session(kind: SessionKind) -> String {
    kind.letter().map_or_else(|| kind.title().to_owned(), |letter| format!("{letter} {}", kind.title()))
}

/// The sizes a plan is counted by: "6 people, 4 objectives, 12 key results, 6 check-ins, bi-weekly".
pub fn sizes(shape: &Shape) -> String {
    let counts = [
        (shape.people, counted::PEOPLE),
        (shape.objectives, counted::OBJECTIVES),
        (shape.key_results, counted::KEY_RESULTS),
        (shape.check_ins, counted::CHECK_INS),
    ];
    let counts = counts.map(|(count, noun)| noun.of(count));
    format!("{}, {}", counts.join(", "), word(&shape.cadence))
}

fn cut_json(cut: &Cut) -> Value {
    json!({
        "cut": record(&cut.kind), "says": cut.kind.title(), "saves": cost(cut.saved), "leaves": cost(cut.after.total()),
    })
}

/// An effort in person-minutes and person-hours.
pub(super) fn cost(effort: PersonMinutes) -> Value {
    json!({ "person_minutes": effort.0, "person_hours": number(budget::person_hours(effort)) })
}
