//! `okr plan`: what the process will cost a team, before the quarter starts.

use clap::Args;
use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::halt::{Code, Halt};
use super::opened::{Opened, named_or_above};
use super::typed::word_of;
use crate::domain::cycle::Cycle;
use crate::domain::decision::days_are_known;
use crate::domain::frame::Cadence;
use crate::domain::quarter::Quarter;
use crate::domain::workspace::Workspace;
use crate::method::budget::{Budget, ByPhase, EffortPlan, Shape, spent};
use crate::method::calendar::check_in_days;
use crate::method::step::Steps;
use crate::report::plan::Planned;
use crate::words::cli::anywhere as words;
use crate::words::cli::help::looking as help;

#[derive(Debug, Args)]
#[command(about = help::PLAN, before_help = help::PLAN_EXAMPLES)]
pub(super) struct Plan {
    #[arg(help = help::PLAN_PEOPLE, long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    people: Option<u32>,
    #[arg(help = help::PLAN_OBJECTIVES, long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    objectives: Option<u32>,
    #[arg(help = help::PLAN_KEY_RESULTS, long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    key_results: Option<u32>,
    #[arg(help = help::PLAN_CADENCE, long, value_name = "WORD",
        value_parser = word_of::<Cadence>(&[help::PLAN_OFTEN_BI_WEEKLY, help::PLAN_OFTEN_MONTHLY]))]
    cadence: Option<Cadence>,
    #[arg(help = help::PLAN_DEPENDENCIES, long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=1000))]
    dependencies: Option<u32>,
    #[arg(help = help::PLAN_BRIEFING, long)]
    briefing: bool,
}

impl Plan {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let is_given = self.people.is_some() || self.objectives.is_some() || self.key_results.is_some();
        if is_given && named_or_above(call)?.is_none() {
            return Ok(self.anywhere());
        }
        let opened = Opened::of_team(call).map_err(|halt| match halt.code {
            Code::NoWorkspace => halt.hint(words::OR_NAME_THE_SIZES),
            _ => halt,
        })?;
        let desk = opened.desk(call)?;
        days_are_known(desk.cycle)?;
        let answer = self.of((&opened.workspace, desk.quarter, desk.cycle));
        Ok(opened.warned(answer))
    }

    /// The plan of a quarter, with the sizes that were given in place of its own.
    fn of(&self, (workspace, quarter, cycle): (&Workspace, &Quarter, &Cycle)) -> Answer {
        let mut shape = self.with_sizes(Shape::within(workspace, quarter, cycle));
        if let Some(cadence) = self.cadence {
            let days = check_in_days(cycle, cadence).len();
            shape = Shape { cadence, check_ins: u32::try_from(days).unwrap_or(u32::MAX), ..shape };
        }
        let steps = Steps::with(&workspace.steps);
        let plan = EffortPlan::of(shape, steps);
        let budget = Budget::within(workspace, cycle);
        let planned = Planned { plan, steps, budget, spent: spent(quarter) };
        let team = workspace.team_name(&quarter.key.team);
        let head =
            Answer::data(String::new(), planned.json()).with_line(&format!("{team} · {}", cycle.label));
        let head = Answer { text: head.text + &planned.text(), ..head };
        head.with("team", json!(quarter.key.team.as_str())).with("cycle", json!(quarter.key.cycle.as_str()))
    }

    /// The plan of a team that has no workspace yet: the reference team, with the sizes that were given.
    fn anywhere(&self) -> Answer {
        let shape = self.with_sizes(Shape::REFERENCE);
        let is_monthly = self.cadence == Some(Cadence::Monthly);
        let shape = if is_monthly { shape.monthly() } else { shape };
        let steps = Steps::METHOD;
        let plan = EffortPlan::of(shape, steps);
        let planned = Planned { plan, steps, budget: Budget::new(None), spent: ByPhase::default() };
        Answer::data(planned.text(), planned.json())
    }

    fn with_sizes(&self, shape: Shape) -> Shape {
        let objectives = self.objectives.unwrap_or(shape.objectives);
        let usual = self.objectives.map_or(shape.key_results, |objectives| 3 * objectives);
        Shape {
            people: self.people.unwrap_or(shape.people),
            objectives,
            key_results: self.key_results.unwrap_or(usual),
            dependencies: self.dependencies.unwrap_or(shape.dependencies),
            briefing: self.briefing,
            ..shape
        }
    }
}
