//! Everything a team reads that belongs to no step: the notice, empty states and sentences of
//! `assets/texts.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::attention::Rule;
use super::budget::CutKind;
use super::calendar::EventKind;
use super::pattern::Theatre;
use super::session::circles::Circle;
use super::session::cue::CueText;
use super::session::undone::UndoneText;
use super::step::{Step, Steps};
pub use crate::coach::words::fill;

/// Declares the names under which texts stand in the asset, with the list of all of them.
macro_rules! text_keys {
    ($(#[$doc:meta])* $name:ident { $($(#[$row:meta])* $variant:ident)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$row])* $variant,)*
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
        }
    };
}
pub(super) use text_keys;

/// What stands where a list has nothing in it yet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmptyState {
    /// What belongs here.
    pub what: String,
    /// Why it is worth writing down.
    pub why: String,
    /// One good example.
    pub example: String,
}

/// The words of one thing that needs attention; both may hold `{places}` to fill.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AttentionText {
    pub(super) says: String,
    /// The question of the method it is met with: its step, and the place among the questions of that, from 0.
    #[serde(default)]
    ask: Option<(Step, usize)>,
    /// What to do, behind the question.
    #[serde(default)]
    hint: String,
}

impl AttentionText {
    /// What to ask, in the words of the team, and what to do.
    pub(super) fn hint(&self, steps: Steps<'_>) -> String {
        let ask = self.ask.map(|(step, at)| steps.guide(step).question(at));
        let parts = [ask.unwrap_or_default(), self.hint.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

text_keys! {
    /// A list of the screens that can be empty.
    Empty {
        /// No workspace, team or quarter yet.
        Overview
        /// No objective.
        Objectives
        /// No key result under an objective.
        KeyResults
        /// Nothing on the not-now list.
        NotNow
        /// Nothing on the keep-running list.
        KeepRunning
        /// Nothing on the delivery list.
        Delivery
        /// No assumption.
        Assumptions
        /// No dependency.
        Dependencies
        /// No initiative.
        Initiatives
        /// No check-in.
        CheckIns
        /// Nothing committed that could be scored.
        Scores
        /// No lesson.
        Lessons
        /// No verdict on a key result.
        Difficulties
        /// No verdict on an objective.
        Importance
        /// No note on how the cycle ran.
        Process
        /// Nothing we are proud of written down.
        Proud
        /// No change chosen.
        Actions
        /// No hand-over from a quarter before.
        HandOver
        /// No entry in the effort ledger.
        Effort
        /// No quarter closed yet.
        History
        /// No link and no dependency.
        Map
    }
}

text_keys! {
    /// A single sentence; some hold `{places}` to fill.
    Line {
        /// Read aloud at kick-off and before scoring, and in every export.
        Notice
        /// Shown where the sponsor's promise would stand.
        NoSponsorPromise
        /// The outcome test of SET-7.
        OutcomeTest
        /// The form of a good key result.
        Template
        /// Stamp of a quarter without check-ins.
        Unreviewed
        /// Planned or spent over four person-days.
        OverEngineered
        /// One cycle with every score 1.0.
        TooSafeOnce
        /// Said as the retrospective ends (RET-8).
        Thanks
        /// Two cycles running with every score 1.0.
        TooSafe
        /// One cycle with every score near 0.
        OutOfTouchOnce
        /// Two cycles running with every score near 0.
        OutOfTouch
        /// The process looks like theatre.
        Theatre
        /// A principle was answered no at the kick-off.
        PrincipleNo
        /// How many questions of the coach were waived.
        Waived
        /// How right the team was, from ten outcomes on.
        Calibration
        /// Under ten outcomes.
        CalibrationTooFew
        /// Part of the counts line.
        CountScored
        /// How many were scored before scoring opened.
        CountProvisional
        /// Part of the counts line.
        CountDropped
        /// Part of the counts line.
        CountReadsLater
        /// Part of the counts line.
        CountToFindOut
        /// Part of the counts line.
        CountOpen
        /// In so many days.
        DaysLeft
        /// Today.
        DueToday
        /// Nobody said when.
        NoDate
        /// How often stretch targets were reached before.
        BeforeStretch
        /// How often targets that were expected in full were reached before.
        BeforeCommitted
        /// How this very measure came out before.
        BeforeSame
        /// An alignment test was answered no, and nobody says what becomes of it.
        Nominal
        /// An alignment that is nominal is kept.
        NominalKept
        /// So many days ago.
        DaysPast
        /// What the facilitator does alone before the kick-off.
        Preparation
        /// What a first cycle begins with.
        Briefing
        /// What one of the room watches instead of doing anything (CHK-4).
        Watch
        /// What a check-in decides when nothing changes (CHK-5).
        PlanStands
    }
}

/// The texts by their names.
type Texts<K, V> = LazyLock<BTreeMap<K, V>>;

static LINES: Texts<Line, String> = LazyLock::new(|| group("line"));
static EVENTS: Texts<EventKind, String> = LazyLock::new(|| group("event"));
static EMPTY: Texts<Empty, EmptyState> = LazyLock::new(|| group("empty"));
static ATTENTION: Texts<Rule, AttentionText> = LazyLock::new(|| group("attention"));
static CUTS: Texts<CutKind, String> = LazyLock::new(|| group("cut"));
static THEATRE: Texts<Theatre, String> = LazyLock::new(|| group("theatre"));
static CUES: Texts<CueText, String> = LazyLock::new(|| group("cue"));
static CIRCLES: Texts<Circle, String> = LazyLock::new(|| group("circle"));
static UNDONE: Texts<UndoneText, String> = LazyLock::new(|| group("undone"));

const ASSET: &str = include_str!("../../assets/texts.toml");

/// Reads a group of the texts and none of the others: few are needed before the first screen stands.
fn group<K: Ord + DeserializeOwned, V: DeserializeOwned>(name: &str) -> BTreeMap<K, V> {
    let groups: Option<BTreeMap<String, _>> = toml::from_str(&part(name)).ok();
    let found = groups.and_then(|mut groups| groups.remove(name));
    found.expect("the compiled-in texts are what this module reads; a test reads every group")
}

/// The tables of a group, as they stand in the asset.
fn part(group: &str) -> String {
    let tables = ASSET.split_inclusive('\n').scan(false, |is_in, line| {
        if let Some(name) = line.trim_end().strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
            *is_in = name.split('.').next() == Some(group);
        }
        Some(if *is_in { line } else { "" })
    });
    tables.collect()
}

fn of<K: Ord, V>(texts: &'static BTreeMap<K, V>, name: &K) -> &'static V {
    texts.get(name).expect("every name has its text; a test asks for all of them")
}

/// The notice: these OKRs are no measure of any person. It stands in every export.
pub fn notice() -> &'static str {
    line(Line::Notice)
}

/// A single sentence, its `{places}` unfilled.
pub fn line(name: Line) -> &'static str {
    of(&LINES, &name).as_str()
}

/// What to show where a list is empty.
pub fn empty(place: Empty) -> &'static EmptyState {
    of(&EMPTY, &place)
}

/// The title of a dated event, its `{places}` unfilled.
pub(super) fn event(kind: EventKind) -> &'static str {
    of(&EVENTS, &kind).as_str()
}

/// The words of a row of what needs attention.
pub(super) fn attention(rule: Rule) -> &'static AttentionText {
    of(&ATTENTION, &rule)
}

/// What a cut of the effort plan is called.
pub(super) fn cut(kind: CutKind) -> &'static str {
    of(&CUTS, &kind).as_str()
}

/// What a sign of theatre is.
pub(super) fn theatre(sign: Theatre) -> &'static str {
    of(&THEATRE, &sign).as_str()
}

/// The words of a cue, its `{places}` unfilled.
pub(super) fn cue(name: CueText) -> &'static str {
    of(&CUES, &name).as_str()
}

/// How a circle of 1-2-all is called.
pub(super) fn circle(name: Circle) -> &'static str {
    of(&CIRCLES, &name).as_str()
}

/// What is still to be done in a step, its `{places}` unfilled.
pub(super) fn undone(name: UndoneText) -> &'static str {
    of(&UNDONE, &name).as_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::rule as lint;

    /// Words that the method forbids near a score.
    const FORBIDDEN: &[&str] = &[
        "fail", "fails", "failed", "failing", "failure", "miss", "missed", "misses", "missing", "bad",
        "poor", "poorly", "behind", "guilty", "guilt", "sorry",
    ];

    fn all_texts() -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        texts.extend(Line::ALL.iter().map(|name| line(*name).to_owned()));
        texts.extend(EventKind::ALL.iter().map(|kind| event(*kind).to_owned()));
        texts.extend(Theatre::ALL.iter().map(|sign| theatre(*sign).to_owned()));
        texts.extend(CueText::ALL.iter().map(|name| cue(*name).to_owned()));
        texts.extend(Circle::ALL.iter().map(|name| circle(*name).to_owned()));
        texts.extend(UndoneText::ALL.iter().map(|name| undone(*name).to_owned()));
        texts.extend(CutKind::ALL.iter().map(|kind| cut(*kind).to_owned()));
        for step in Step::ALL {
            let guide = Steps::METHOD.guide(*step);
            let said = guide.aloud().chain(guide.nudges().map(|(_, says)| says));
            texts.extend(said.chain([guide.title, guide.hint, guide.shows, guide.done]).map(str::to_owned));
        }
        for place in Empty::ALL {
            let EmptyState { what, why, example } = empty(*place);
            texts.extend([what, why, example].into_iter().cloned());
        }
        for rule in lint::Rule::ALL {
            let lint::Words { question, why, says, hint, .. } = rule.words();
            texts.extend([question, why, says, hint].into_iter().cloned());
        }
        for rule in Rule::ALL {
            let text = attention(*rule);
            texts.extend([text.says.clone(), text.hint(Steps::METHOD)]);
        }
        texts
    }

    #[test]
    fn the_groups_are_all_that_stands_in_the_asset() {
        let whole: toml::Table = ASSET.parse().unwrap();
        let names = ["line", "event", "empty", "attention", "cut", "theatre", "cue", "circle", "undone"];
        let groups = names.map(part).map(|text| text.parse::<toml::Table>().unwrap());
        assert_eq!(groups.into_iter().flatten().collect::<toml::Table>(), whole);
    }

    #[test]
    fn every_text_is_there_and_says_something() {
        for text in all_texts() {
            assert!(!text.trim().is_empty());
            assert_eq!(text.trim(), text);
        }
    }

    #[test]
    fn no_text_judges_a_score() {
        let of_the_setting = [
            "will you stand behind this set?",
            "would you miss most in three months?",
            "thank the first number that may fail.",
        ];
        for text in all_texts() {
            if of_the_setting.iter().any(|ending| text.ends_with(ending)) {
                continue;
            }
            let lower = text.to_lowercase();
            let mut words = lower.split(|c: char| !c.is_alphabetic());
            let found = words.find(|word| FORBIDDEN.contains(word));
            assert_eq!(found, None, "{text}");
        }
    }

    #[test]
    fn the_notice_has_its_exact_words() {
        assert_eq!(
            notice(),
            "These OKRs belong to the team. They are not a measure of any person, not performance management and \
             not a basis for pay. 0.7 is the aim of a stretch goal; a low score is information."
        );
    }
}
