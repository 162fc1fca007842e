//! `okr carry`: ticks one point of the hand-over; nothing is carried over by itself.

use clap::Args;
use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use super::pick;
use crate::domain::decision::{Desk, Point, PointKind};
use crate::domain::frame::HandedVerdict;
use crate::domain::named::{Named, in_quarter};
use crate::domain::word::{from_word, word};

/// The verdicts, as they are typed.
const VERDICTS: [&str; 6] = ["continue", "reshape", "retire", "used", "kept", "dismissed"];

/// Ticks one point of the hand-over: a key result of the last quarter goes on or ends, a lesson is used or let go.
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  okr list hand-over
  okr carry sign-in-failures --as continue      its baseline is asked again
  okr carry k81x0d --as used")]
pub(super) struct Carry {
    /// A key result, note or assumption of the last quarter
    id: String,
    /// A key result: continue, reshape or retire; anything else: used, kept or dismissed
    #[arg(long = "as", value_name = "VERDICT", value_parser = VERDICTS)]
    verdict: String,
}

impl Carry {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::find(call)?;
        let verdict: HandedVerdict = from_word(&self.verdict)
            .ok_or_else(|| Halt::usage("--as: no such verdict", VERDICTS.join(", ")))?;
        let desk = opened.desk(call)?;
        let key = desk.quarter.key.clone();
        let point = point(&desk, &self.id)?;
        fits(&point, verdict)?;
        let change = desk.tick(&point.id, verdict)?;
        opened.save(&change)?;
        let answer = Answer::saved(&change.sentence, Some(&key))
            .with_id(point.id.as_str())
            .with("became", json!(word(&verdict)));
        Ok(match verdict {
            HandedVerdict::Continue | HandedVerdict::Reshape => {
                answer.say(format!("what is it now? okr set {} baseline=...", point.id))
            }
            HandedVerdict::Used | HandedVerdict::Kept | HandedVerdict::Dismissed | HandedVerdict::Retire => answer,
        })
    }
}

fn point(desk: &Desk<'_>, typed: &str) -> Result<Point, Halt> {
    let points = desk.handed_over();
    let last = desk.workspace.previous(&desk.quarter.key);
    let all = last.map(in_quarter).unwrap_or_default();
    let is_point = |named: &Named<'_>| points.iter().any(|point| point.id.as_str() == named.id());
    let is_objective = |named: &Named<'_>| matches!(named, Named::Objective(_) | Named::Quarter(_));
    let all: Vec<Named<'_>> = all.into_iter().filter(|named| is_point(named) && !is_objective(named)).collect();
    let named = pick::one(&all, typed, "point of the hand-over")?;
    let found = points.into_iter().find(|point| point.id.as_str() == named.id());
    found.ok_or_else(|| Halt::usage("this is no point of the hand-over", "okr list hand-over"))
}

fn fits(point: &Point, verdict: HandedVerdict) -> Result<(), Halt> {
    let is_of_key_result =
        matches!(verdict, HandedVerdict::Continue | HandedVerdict::Reshape | HandedVerdict::Retire);
    match (point.kind, is_of_key_result) {
        (PointKind::KeyResult, false) => {
            Err(Halt::usage("a key result is continued, reshaped or retired", "--as continue|reshape|retire"))
        }
        (PointKind::Lesson | PointKind::WrongAssumption | PointKind::Action, true) => {
            let says = format!("a {} is used, kept or dismissed", point.kind.word());
            Err(Halt::usage(says, "--as used|kept|dismissed"))
        }
        (PointKind::KeyResult, true)
        | (PointKind::Lesson | PointKind::WrongAssumption | PointKind::Action, false) => Ok(()),
    }
}
