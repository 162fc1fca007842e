//! Key results: how we will know that an objective was reached.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::day::Day;
use super::dependency::Dependency;
use super::frame::Dropped;
use super::id::{KeyResultId, LineId};
use super::lint::Waivers;
use super::measure::{Direction, Gap, Kind, Measure};
use super::number::Number;
use super::quantity::is_put_together;
use super::quarter::Reading;
use super::serial::{is_usual, tight};
use super::word::closed_list;

mod lights;

pub use lights::{Light, LightState, Property};

closed_list! {
    /// What the team expects of a key result.
    #[derive(Default)]
    pub enum Ambition {
        /// Expected at 0.7.
        #[default]
        Stretch = "stretch",
        /// Expected at 1.0.
        Committed = "committed",
    }
}

closed_list! {
    /// Whether the team has the data the measure is read from (SET-7).
    pub enum DataAccess {
        /// In hand.
        Have = "have",
        /// Asked for.
        Asked = "asked",
        /// Not in hand, not asked for.
        DoNotHave = "do-not-have",
    }
}

closed_list! {
    /// How much of the measure the team can move by itself (SET-7).
    pub enum Influence {
        /// All of it.
        Full = "full",
        /// Together with others, by an agreement that is named.
        Shared = "shared",
        /// Little: seek a nearer measure.
        Weak = "weak",
    }
}

/// One measure that must not get worse while the key result moves.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Guardrail {
    /// The quantity in words.
    pub metric: String,
    /// What it read at the start.
    pub start: Option<Number>,
    /// Its unit.
    pub unit: Option<String>,
    /// Which way is better.
    pub direction: Option<Direction>,
}

impl Guardrail {
    /// The unit it is read in; empty where it has none.
    pub fn unit(&self) -> &str {
        self.unit.as_deref().unwrap_or_default()
    }
}

/// The room's answers to the questions of SET-7 and SET-9; `None` is "not asked yet".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Refinement {
    /// "Could we reach this key result and still have the problem?" Yes means it is probably an output.
    pub still_have_problem: Option<bool>,
    /// "If only this number moved, would we be nearer the objective?"
    pub nearer: Option<bool>,
    /// "Has anyone outside been promised this?"
    pub promised_outside: Option<bool>,
    /// "Can it move this quarter if we do the right work?"
    pub can_move: Option<bool>,
}

/// A way we go about a key result; changing it never touches the OKR.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Initiative {
    /// Names it within the key result.
    pub id: LineId,
    /// What is tried.
    pub text: String,
    /// Whether it has been done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
}

/// The definition of a key result at one day; the first is the commit, each later one has its reason (MID-3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Revision {
    /// The day from which it holds.
    pub date: Day,
    /// Why it was changed; "committed" for the first.
    pub reason: String,
    /// The sentence as it then read.
    pub title: String,
    /// What was expected from then on, where the revision changed it.
    pub ambition: Option<Ambition>,
    /// The measure as it then stood.
    pub measure: Measure,
}

/// A key result with everything the team has said about it; scores stand beside it, not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct KeyResult {
    /// The file's name.
    #[serde(skip, default = "KeyResultId::blank")]
    pub id: KeyResultId,
    /// The sentence the team reads.
    pub title: String,
    /// Its place under the objective, in steps with gaps.
    #[serde(default)]
    pub rank: i64,
    /// Stretch unless said otherwise.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub ambition: Ambition,
    /// Who knows the number and asks around; not an owner.
    pub contact: Option<String>,
    /// The wording first typed, where it was rewritten.
    pub first_wording: Option<String>,
    /// The team it is measured at, where that is another one.
    pub measured_at: Option<String>,
    /// Whether the data is in hand.
    pub data: Option<DataAccess>,
    /// How much of it is ours to move.
    pub influence: Option<Influence>,
    /// The agreement behind a shared influence.
    pub agreement: Option<String>,
    /// The cycle in which the effect is expected, where that is a later one: `2027-q2`.
    pub effect_quarter: Option<String>,
    /// What could be seen this quarter already.
    pub early_sign: Option<String>,
    /// The day by which a number still to be found out is known (SET-8).
    pub find_out_by: Option<Day>,
    /// Where it came from: `2026-q4/sign-in-failures`, with the team before it where that was merged into this one.
    pub carried_from: Option<String>,
    /// The command that reads the metric; only `okr read` runs it, once a person has trusted exactly this text.
    pub command: Option<String>,
    /// What is measured and forecast.
    #[serde(default)]
    pub measure: Measure,
    /// The answers of the room.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub refinement: Refinement,
    /// The measure that must not get worse.
    pub guardrail: Option<Guardrail>,
    /// The day and reason it was dropped.
    pub dropped: Option<Dropped>,
    /// Questions that are not asked of it any more, with their reasons.
    #[serde(default, rename = "waiver", skip_serializing_if = "Waivers::is_empty")]
    pub waivers: Waivers,
    /// How we go about it.
    #[serde(
        default,
        deserialize_with = "tight",
        rename = "initiative",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub initiatives: Vec<Initiative>,
    /// What other teams must do for it to move.
    #[serde(
        default,
        deserialize_with = "tight",
        rename = "dependency",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub dependencies: Vec<Dependency>,
    /// The definitions since the commit, oldest first; empty while it is a draft.
    #[serde(default, deserialize_with = "tight", rename = "revision", skip_serializing_if = "Vec::is_empty")]
    pub revisions: Vec<Revision>,
}

impl KeyResult {
    /// Begins a draft with nothing but its sentence.
    pub fn draft(id: KeyResultId, title: impl Into<String>, rank: i64) -> Self {
        Self {
            id,
            title: title.into(),
            rank,
            ambition: Ambition::Stretch,
            contact: None,
            first_wording: None,
            measured_at: None,
            data: None,
            influence: None,
            agreement: None,
            effect_quarter: None,
            early_sign: None,
            find_out_by: None,
            carried_from: None,
            command: None,
            measure: Measure::default(),
            refinement: Refinement::default(),
            guardrail: None,
            dropped: None,
            waivers: Waivers::new(),
            initiatives: Vec::new(),
            dependencies: Vec::new(),
            revisions: Vec::new(),
        }
    }

    /// What a list shows: the metric where it is named, else the sentence.
    pub fn name(&self) -> &str {
        self.measure.metric.as_deref().filter(|metric| !metric.trim().is_empty()).unwrap_or(&self.title)
    }

    /// Tells whether the bare name of the metric stands where the sentence is still to be written, as one carried here does.
    pub fn has_stand_in(&self) -> bool {
        let title = self.title.trim().to_lowercase();
        self.measure.metric.as_deref().is_some_and(|metric| metric.trim().to_lowercase() == title)
    }

    /// The definition as committed, which is what gets scored; the draft's own measure before.
    pub fn committed_measure(&self) -> &Measure {
        self.revisions.first().map_or(&self.measure, |first| &first.measure)
    }

    /// Its definitions after the commit, each behind the one whose place it took (MID-3).
    pub fn changes(&self) -> impl Iterator<Item = (&Revision, &Revision)> {
        self.revisions.iter().zip(self.revisions.iter().skip(1))
    }

    /// Tells whether it has been committed.
    pub fn is_committed(&self) -> bool {
        !self.revisions.is_empty()
    }

    /// Tells whether what was committed is another than before, and no revision says so (MID-3).
    pub fn is_redefined(&self, before: &Self) -> bool {
        let is_kept = self.revisions.starts_with(&before.revisions);
        let is_told = self.revisions.len() > before.revisions.len();
        let is_other =
            (&self.measure, &self.title, self.ambition) != (&before.measure, &before.title, before.ambition);
        before.is_committed() && (!is_kept || is_other && !is_told)
    }

    /// Tells whether it waits beside the set until its number is known (SET-8).
    pub fn is_to_find_out(&self) -> bool {
        self.measure.kind == Kind::EstablishBaseline
    }

    /// Tells whether what was read then is its baseline, for which it waited (SET-8).
    pub fn was_found_out_by(&self, reading: Reading) -> bool {
        let (measure, has_waited) = (self.committed_measure(), self.find_out_by.is_some());
        let is_it = (measure.baseline, measure.baseline_date) == (Some(reading.value), Some(reading.date));
        let is_new = self.revisions.first().is_none_or(|first| has_waited && first.date >= reading.date);
        is_it && is_new && !self.is_to_find_out()
    }

    /// The day it is due: that by which its number is to be found while it waits for it.
    pub fn due(&self) -> Option<Day> {
        let due = self.committed_measure().due;
        if self.is_to_find_out() { self.find_out_by.or(due) } else { due }
    }

    /// Everything that keeps it from being committed; one that is to be found out needs only a contact and a date (SET-8).
    pub fn gaps(&self) -> Vec<Gap> {
        let mut gaps = self.measure.gaps();
        if self.is_to_find_out() && self.find_out_by.is_some() && self.contact.is_some() {
            gaps.clear();
        }
        gaps
    }

    /// The five lights of a key result.
    pub fn lights(&self) -> [Light; 5] {
        let measure = &self.measure;
        let is_written = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
        let has_aim = !measure.gaps().iter().any(|gap| !matches!(gap, Gap::Metric | Gap::Baseline));
        let has_baseline = match measure.kind {
            Kind::AtLeast | Kind::AtMost | Kind::Between => true,
            Kind::Change | Kind::EstablishBaseline => {
                measure.baseline.is_some() && measure.baseline_date.is_some()
            }
        };
        let asked = |answer: Option<bool>| match answer {
            None => LightState::Ask,
            Some(true) => LightState::On,
            Some(false) => LightState::Off,
        };
        let lit = |on: bool| if on { LightState::On } else { LightState::Off };
        let is_put_together = measure.aggregation.is_some() || !is_put_together(measure.unit());
        let is_specific = is_written(&measure.metric) && is_put_together && has_aim;
        [
            Light { property: Property::Measurable, state: lit(is_written(&measure.source)) },
            Light {
                property: Property::Specific,
                state: if is_specific && !is_written(&measure.scope) {
                    LightState::Ask
                } else {
                    lit(is_specific)
                },
            },
            Light { property: Property::Baseline, state: lit(has_baseline && is_written(&measure.source)) },
            Light { property: Property::Reachable, state: asked(self.refinement.can_move) },
            Light { property: Property::Connected, state: asked(self.refinement.nearer) },
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::measure::Aggregation;

    fn draft() -> KeyResult {
        KeyResult::draft(KeyResultId::new("sign-in").unwrap(), "Sign-in failures", 10)
    }

    #[test]
    fn a_number_to_find_out_needs_a_name_and_a_date() {
        let mut key_result = draft();
        key_result.measure.kind = Kind::EstablishBaseline;
        assert_eq!(key_result.gaps(), [Gap::Metric, Gap::ToFindOut]);
        key_result.contact = Some("Lin".to_owned());
        key_result.find_out_by = Day::new(2027, 1, 20);
        assert_eq!(key_result.gaps(), []);
    }

    #[test]
    fn a_light_burns_only_for_what_is_there() {
        let mut key_result = draft();
        let states = |kr: &KeyResult| kr.lights().map(|light| light.state);
        assert_eq!(
            states(&key_result),
            [LightState::Off, LightState::Off, LightState::Off, LightState::Ask, LightState::Ask]
        );
        key_result.measure = Measure {
            metric: Some("failures".to_owned()),
            scope: Some("all sign-ins".to_owned()),
            baseline: Some(2.into()),
            baseline_date: Day::new(2027, 1, 4),
            source: Some("edge logs".to_owned()),
            target: Some(1.into()),
            ..Measure::default()
        };
        key_result.refinement =
            Refinement { nearer: Some(true), can_move: Some(false), ..Refinement::default() };
        assert_eq!(
            states(&key_result),
            [LightState::On, LightState::On, LightState::On, LightState::Off, LightState::On]
        );
        let specific = |key_result: &KeyResult| states(key_result)[1];
        key_result.measure.scope = None;
        assert_eq!(specific(&key_result), LightState::Ask, "whose, or where?");
        key_result.measure.unit = Some("min".to_owned());
        assert_eq!(specific(&key_result), LightState::Off, "many times make one number, and nobody said how");
        key_result.measure.aggregation = Some(Aggregation::P95);
        assert_eq!(specific(&key_result), LightState::Ask);
    }

    #[test]
    fn the_definition_as_committed_is_the_first_revision() {
        let mut key_result = draft();
        let measure = |target: i32| Measure { target: Some(target.into()), ..Measure::default() };
        for (date, target) in [(Day::new(2027, 1, 3), 15), (Day::new(2027, 2, 15), 20)] {
            let date = date.unwrap();
            key_result.revisions.push(Revision {
                date,
                reason: String::new(),
                title: String::new(),
                measure: measure(target),
                ambition: None,
            });
            key_result.measure = measure(target);
        }
        assert_eq!(key_result.committed_measure().target, Some(15.into()));
    }
}
