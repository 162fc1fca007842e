//! `okr carry`: ticks one point of the hand-over; nothing is carried over by itself.

use clap::Args;
use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use super::typed::word_of;
use crate::domain::decision::Desk;
use crate::domain::display::shortened;
use crate::domain::frame::HandedVerdict;
use crate::domain::measure::Kind;
use crate::domain::word::word;
use crate::method::hand_over::{HandOver, Point};
use crate::words::anywhere;
use crate::words::cli::add as words;
use crate::words::cli::anywhere as of_cli;
use crate::words::cli::help::add as help;

#[derive(Debug, Args)]
#[command(about = help::CARRY, before_help = help::CARRY_EXAMPLES)]
pub(super) struct Carry {
    #[arg(help = help::CARRY_ID)]
    id: String,
    #[arg(help = help::CARRY_VERDICT, long = "as", value_name = "VERDICT", value_parser = word_of::<HandedVerdict>(&[]))]
    verdict: HandedVerdict,
}

impl Carry {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_team(call)?;
        let verdict = self.verdict;
        let point = point(&opened.desk(call)?, &self.id)?;
        fits(&point, verdict)?;
        let answer = opened.decide(call, |desk, _| Ok(desk.tick(&point.id, verdict)?))?;
        let answer = answer.with_id(point.id.as_str()).with("became", json!(word(&verdict)));
        let desk = opened.desk(call)?;
        Ok(match (verdict, desk.goes_on_as(&point.id)) {
            (HandedVerdict::Continue | HandedVerdict::Reshape, Some(here)) if !here.is_committed() => {
                let id = format!("{}{}", here.id, desk.workspace.way_to(&desk.quarter.key, desk.today));
                let says = match here.measure.kind {
                    Kind::AtLeast | Kind::AtMost | Kind::Between => words::say_it_for_this_quarter(&id),
                    Kind::Change | Kind::EstablishBaseline => words::say_what_it_is_now(&id),
                };
                let answer = answer.say(says);
                match &here.guardrail {
                    Some(rail) if rail.start.is_none() => {
                        answer.say(words::what_reads_its_guardrail_now(&id))
                    }
                    _ => answer,
                }
            }
            _ => answer,
        })
    }
}

/// The point of a typed id: the whole id, or the beginning of one only.
fn point(desk: &Desk<'_>, typed: &str) -> Result<Point, Halt> {
    let package = HandOver::to(desk.workspace, &desk.quarter.key);
    let points = package.map(|package| package.points).unwrap_or_default();
    let typed = typed.trim().to_lowercase();
    let is_it = |point: &&Point| point.id.as_str() == typed;
    let begins = |point: &&Point| !typed.is_empty() && point.id.as_str().starts_with(&typed);
    let mut found: Vec<&Point> = points.iter().filter(is_it).collect();
    if found.is_empty() {
        found = points.iter().filter(begins).collect();
    }
    match found[..] {
        [one] => Ok(one.clone()),
        [] if points.is_empty() => Err(Halt::usage(anywhere::THE_LAST_QUARTER_HANDS_NOTHING_OVER, "")),
        [] => {
            let says = words::there_is_no_point(shortened(&typed));
            Err(listed(Halt::usage(says, ""), points.iter()))
        }
        _ => {
            let says = of_cli::means_several(shortened(&typed));
            Err(listed(Halt::usage(says, ""), found.into_iter()))
        }
    }
}

fn listed<'a>(halt: Halt, points: impl Iterator<Item = &'a Point>) -> Halt {
    points.fold(halt, |halt, point| halt.with(format!("  {}  {}", point.id, shortened(&point.text))))
}

/// Asks for a verdict that goes with the kind of point.
fn fits(point: &Point, verdict: HandedVerdict) -> Result<(), Halt> {
    let fitting = point.kind.verdicts();
    if fitting.contains(&verdict) {
        return Ok(());
    }
    let words: Vec<String> = fitting.iter().map(word).collect();
    match &words[..] {
        [] => Err(Halt::usage(words::is_shown(&point.id), words::OKR_LIST_HAND_OVER)),
        words => {
            let says = words::can_be(&point.id, words.join(", "));
            Err(Halt::usage(says, format!("--as {}", words.join("|"))))
        }
    }
}
