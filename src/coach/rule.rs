//! The rules of the coach, one row each: what it is called, how much it matters, what it looks at. The words stand beside
//! it in `assets/lints.toml`, the function with those that look at the same.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::domain::lint::{Level, Levels};

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The sentence of a key result; nothing else is needed.
    KeyResult,
    /// The sentence of an objective; nothing else is needed.
    Objective,
    /// What the file of a key result says beside its sentence.
    Fields,
    /// The set as a whole, and the one above it.
    Set,
    /// Votes, check-ins and earlier quarters.
    History,
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident $id:literal $level:ident $scope:ident)*) => {
        /// A rule of the coach.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Rule {
            $($(#[$doc])* #[serde(rename = $id)] $name,)*
        }

        impl Rule {
            /// Every rule, in the order in which they are asked.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// How it is called in `okr.toml`, in files and in every output: `output-verb`.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// How much it matters when a team says nothing else.
            #[must_use]
            pub fn level(self) -> Level {
                match self { $(Self::$name => Level::$level,)* }
            }

            /// What it looks at.
            #[must_use]
            pub fn scope(self) -> Scope {
                match self { $(Self::$name => Scope::$scope,)* }
            }
        }
    };
}

rules! {
    /// A list of things in one key result.
    DeliveryPlan "delivery-plan" Warn KeyResult
    /// A verb of doing without a measured change.
    OutputVerb "output-verb" Warn KeyResult
    /// Work or effect: the sentence alone does not tell.
    WorkOrEffect "work-or-effect" Ask KeyResult
    /// The room said that it could be reached and the problem still be there.
    OutcomeTest "outcome-test" Warn Fields
    /// A wish without a measure.
    Vague "vague" Warn KeyResult
    /// No value possible between start and end.
    YesNo "yes-no" Warn KeyResult
    /// Two metrics or targets.
    TwoInOne "two-in-one" Warn KeyResult
    /// No metric is named.
    NoMetric "no-metric" Block Fields
    /// Nothing says where the number stands today.
    NoBaseline "no-baseline" Block KeyResult
    /// Nothing says what number to reach.
    NoTarget "no-target" Block KeyResult
    /// The target lies against the direction.
    WrongWay "wrong-way" Block KeyResult
    /// The target equals the baseline.
    NoGap "no-gap" Block KeyResult
    /// The gap is small, or the target is passed already.
    NearlyThere "nearly-there" Ask KeyResult
    /// The sentence says other numbers than the fields.
    SaidOtherwise "said-otherwise" Ask Fields
    /// No source is named.
    NoSource "no-source" Warn Fields
    /// The data is not in hand.
    DataNotInHand "data-not-in-hand" Warn Fields
    /// The effect comes later and no early sign is named.
    LateEffect "late-effect" Ask Fields
    /// It is due before its quarter begins.
    DueTooEarly "due-too-early" Ask Fields
    /// It is due after its quarter, and its effect is not said to come later.
    DueTooLate "due-too-late" Ask Fields
    /// The team can move little of it.
    WeakInfluence "weak-influence" Ask Fields
    /// The influence is shared, and no agreement is named.
    NoAgreement "no-agreement" Ask Fields
    /// Somebody outside has been promised this.
    OutsidePromise "outside-promise" Warn Fields
    /// An opening vote of 90 or more.
    NearlyCertain "nearly-certain" Ask History
    /// An opening vote of 10 or less.
    OutOfTouch "out-of-touch" Ask History
    /// An earlier reading reached the target.
    TargetMetBefore "target-met-before" Ask History
    /// The gap is no larger than what the number moves by itself.
    UsualVariation "usual-variation" Ask History
    /// The guardrail reads worse than at its start.
    Guardrail "guardrail" Ask History
    /// A figure to reach in an objective.
    NumberInObjective "number-in-objective" Warn Objective
    /// A deliverable, project, hire or decision.
    TaskAsObjective "task-as-objective" Warn Objective
    /// Nobody could disagree, or nothing says what would be different.
    VagueObjective "vague-objective" Warn Objective
    /// Keeps an ordinary duty going.
    BusinessAsUsual "business-as-usual" Ask Objective
    /// Two goals in one objective.
    AndInObjective "and-in-objective" Ask Objective
    /// An objective that repeats the one above.
    NearCopy "near-copy" Warn Set
    /// The number above with a target in proportion.
    SliceOfParent "slice-of-parent" Warn Set
    /// Another team was asked and has not answered.
    Unanswered "unanswered" Ask Set
    /// Two teams say different things of one dependency.
    AnsweredDifferently "answered-differently" Warn Set
    /// An answer to what nobody asks.
    AnswerToNothing "answer-to-nothing" Warn Set
    /// Four or five objectives before the commit.
    AtTheLimit "at-the-limit" Ask Set
    /// A sixth objective.
    TooManyObjectives "too-many-objectives" Block Set
    /// More key results under one objective than anybody reads at a check-in.
    ManyKeyResults "many-key-results" Ask Set
    /// Every objective was handed down.
    AllHandedDown "all-handed-down" Warn Set
    /// Three check-ins running came to no decision.
    DecisionFree "decision-free" Ask History
    /// No median has moved for three check-ins.
    FrozenConfidence "frozen-confidence" Ask History
    /// The quarter came to its scoring without a check-in.
    UnreviewedQuarter "unreviewed-quarter" Warn History
}

/// The words of a rule; some hold `{places}` to fill.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// What to ask.
    pub question: String,
    /// Why it is a rule.
    pub why: String,
    /// Why it is asked of this text.
    pub says: String,
    /// What helps.
    pub hint: String,
    /// What helps once the key result is committed, where that is something else.
    #[serde(default)]
    pub hint_committed: Option<String>,
    /// What raises it, and nothing else.
    pub before: String,
    /// The same, better: it raises nothing.
    pub after: String,
}

static WORDS: LazyLock<BTreeMap<Rule, Words>> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/lints.toml"))
        .expect("the compiled-in words are what this module reads; a test parses them")
});

fn of(rule: Rule) -> &'static Words {
    WORDS.get(&rule).expect("every rule has its words; a test asks for all of them")
}

impl Rule {
    /// The rule of that id.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id)
    }

    /// Its words.
    #[must_use]
    pub fn words(self) -> &'static Words {
        of(self)
    }

    /// What to ask.
    #[must_use]
    pub fn question(self) -> &'static str {
        &self.words().question
    }

    /// Tells whether it is one of the few hard stops of the method: it keeps a set from being committed, and can be
    /// neither switched off nor waived. Nothing else blocks.
    #[must_use]
    pub fn is_hard_stop(self) -> bool {
        self.level() == Level::Block
    }

    /// How much it matters to a team that has set these levels.
    #[must_use]
    pub fn level_in(self, levels: &Levels) -> Level {
        match levels.get(self.id()) {
            Some(set) if !self.is_hard_stop() => (*set).min(Level::Warn),
            _ => self.level(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_words_and_no_words_lack_a_rule() {
        assert_eq!(WORDS.len(), Rule::ALL.len());
        for rule in Rule::ALL {
            let Words { question, why, says, hint, hint_committed, before, after } = rule.words();
            let hint_committed = hint_committed.as_ref().unwrap_or(hint);
            for text in [question, why, says, hint, hint_committed, before, after] {
                assert!(!text.trim().is_empty() && text.trim() == text, "{}", rule.id());
            }
            assert!(question.ends_with(['?', '.']) && why.ends_with('.'), "{}", rule.id());
        }
    }

    #[test]
    fn an_id_names_one_rule() {
        for rule in Rule::ALL {
            assert_eq!(Rule::named(rule.id()), Some(*rule));
            assert!(crate::domain::id::is_id(rule.id()));
        }
        assert_eq!(Rule::named("output"), None);
    }

    #[test]
    fn a_hard_stop_stays_one_whatever_a_team_sets() {
        let levels = |id: &str, level| Levels::from([(id.to_owned(), level)]);
        assert_eq!(Rule::NoGap.level_in(&levels("no-gap", Level::Off)), Level::Block);
        assert_eq!(Rule::Vague.level_in(&levels("vague", Level::Off)), Level::Off);
        assert_eq!(Rule::Vague.level_in(&levels("no-gap", Level::Off)), Level::Warn);
        assert_eq!(Rule::Vague.level_in(&levels("vague", Level::Block)), Level::Warn);
    }
}
