//! Seven periods of six real teams, as far as they are public (`quarters/*.toml`). What was never public is absent there. And one
//! quarter that is played from its kick-off to its hand-over.

pub mod played;

use std::fs;
use std::path::Path;

use serde::Deserialize;

use quarterdeck::domain::day::Day;
use quarterdeck::domain::measure::{Bound, Direction, Kind, Measure};
use quarterdeck::domain::number::Number;
use quarterdeck::domain::score::{Score, progress};

/// One period as its teams published it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RealQuarter {
    /// Where it was published.
    pub source: String,
    /// What the team calls it: `FY22-Q4`.
    pub label: String,
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// The teams, each with a set of its own.
    #[serde(rename = "team")]
    pub teams: Vec<RealTeam>,
    /// What they said about it afterwards.
    pub retrospective: RealRetrospective,
}

/// One team of a period.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RealTeam {
    /// Its name.
    pub name: String,
    /// Its objectives.
    #[serde(rename = "objective")]
    pub objectives: Vec<RealObjective>,
}

/// One objective.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RealObjective {
    /// Its sentence in our words.
    pub title: String,
    /// Its key results.
    #[serde(rename = "key_result")]
    pub key_results: Vec<RealKeyResult>,
    /// Work the team kept apart from its key results.
    #[serde(default, rename = "initiative")]
    pub initiatives: Vec<RealInitiative>,
}

/// Work beside the key results.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RealInitiative {
    /// What it was.
    pub text: String,
    /// Whether it was done.
    pub done: bool,
}

/// One key result with what is public of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RealKeyResult {
    /// Its sentence in our words.
    pub title: String,
    /// Whether it describes an effect or work: `outcome`, `output`, `ambiguous`.
    pub label: String,
    /// The sort of movement.
    pub kind: Kind,
    /// What is measured.
    pub metric: Option<String>,
    /// Its unit.
    pub unit: Option<String>,
    /// Which way is better.
    pub direction: Option<Direction>,
    /// What it read before.
    pub baseline: Option<Number>,
    /// The number to reach, or the bound to hold.
    pub target: Option<Number>,
    /// Whether the target itself counts.
    #[serde(default)]
    pub bound: Bound,
    /// What it read on the way.
    #[serde(default)]
    pub interim: Vec<Number>,
    /// What it read at the end.
    #[serde(rename = "final")]
    pub last: Option<Number>,
    /// The score worked out by hand, where everything needed is public.
    pub expected_score: Option<Score>,
    /// The score the team gave itself.
    pub published_score: Option<Score>,
    /// `achieved`, `partially` or `not`, where that is all that is public.
    pub verdict: Option<String>,
    /// Whether the team ticked it.
    pub done: Option<bool>,
    /// What else was said about it.
    pub remark: Option<String>,
}

impl RealKeyResult {
    /// The measure as far as it is public.
    pub fn measure(&self) -> Measure {
        Measure {
            kind: self.kind,
            metric: self.metric.clone(),
            unit: self.unit.clone(),
            direction: self.direction,
            baseline: self.baseline,
            target: self.target,
            bound: self.bound,
            ..Measure::default()
        }
    }
}

/// What a team said afterwards.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RealRetrospective {
    /// What went well.
    pub good: Vec<String>,
    /// What did not.
    pub bad: Vec<String>,
    /// What they wanted to try next.
    pub r#try: Vec<String>,
}

/// All of them, by the name of their file.
pub fn all() -> Vec<(String, RealQuarter)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quarters");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    let name = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    let read = |path: &Path| {
        toml::from_str(&fs::read_to_string(path).unwrap())
            .unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    };
    paths.iter().map(|path| (name(path), read(path))).collect()
}

#[test]
fn the_formula_gives_what_was_worked_out_by_hand_and_no_score_where_data_is_missing() {
    let quarters = all();
    assert_eq!(quarters.len(), 7);
    let mut scored = 0;
    for (name, quarter) in &quarters {
        let key_results =
            quarter.teams.iter().flat_map(|team| &team.objectives).flat_map(|it| &it.key_results);
        for key_result in key_results {
            let readings: Vec<Number> = key_result.interim.iter().copied().chain(key_result.last).collect();
            let forecast = key_result.measure().forecast().filter(|_| key_result.last.is_some());
            let proposed = forecast.and_then(|forecast| progress(forecast, &readings).proposed_score());
            assert_eq!(proposed, key_result.expected_score, "{name}: {}", key_result.title);
            scored += usize::from(proposed.is_some());
        }
    }
    assert_eq!(scored, 7);
}
