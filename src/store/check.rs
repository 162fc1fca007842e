//! What every file says by itself may be fine and yet contradict another: the rules on a whole workspace.
//!
//! Each rule is one row and one pure function. A file that cannot be read in full is to blame for itself only: nothing
//! is said about it here, and nobody is blamed for referring to it.

mod duplicate;
mod lint;
mod measure;
mod reference;
mod retrospective;
mod ring;
mod scope;
mod scoring;
mod set;
mod sitting;
mod step;
mod team;

use std::collections::HashMap;

use super::load::{Loaded, OpenError};
use super::place::{Position, place_of};
use super::problem::{Level, Problem};
use super::shares::{Count, in_shares};
use super::{Names, Store, layout, source};
use crate::domain::change::Address;
use crate::domain::quarter::QuarterKey;
use crate::domain::workspace::Workspace;
use crate::words::store::check as words;
use scope::{Elsewhere, Scope};

/// Something that can be wrong with a workspace.
pub struct Rule {
    /// How it is called in `okr check`, such as `no-gap`.
    pub id: &'static str,
    /// How much it matters at most; less in a draft.
    pub level: Level,
    /// Why it is a rule, in one line.
    pub why: &'static str,
    /// Finds what breaks it; reading the files finds the others.
    find: Option<Find>,
}

type Find = fn(&Scope<'_>) -> Vec<Finding>;

/// A place where a rule is broken.
struct Finding {
    /// How much it matters, where that is less than the rule says.
    level: Option<Level>,
    /// The record.
    at: Address,
    /// The path of the key, such as `measure.target`; empty for the file as a whole.
    key: String,
    /// What is wrong, as a sentence.
    message: String,
    /// What to do about it, as a sentence.
    hint: String,
}

impl Finding {
    fn new(at: Address, key: impl Into<String>, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { level: None, at, key: key.into(), message: message.into(), hint: hint.into() }
    }

    /// The same where nothing breaks for it.
    fn mild(self) -> Self {
        Self { level: Some(Level::Warn), ..self }
    }
}

/// A rule that reading the files finds broken.
const fn on_reading(id: &'static str, level: Level, why: &'static str) -> Rule {
    Rule { id, level, why, find: None }
}

/// A rule on what the records say together.
const fn on_sense(id: &'static str, level: Level, why: &'static str, find: Find) -> Rule {
    Rule { id, level, why, find: Some(find) }
}

use Level::{Error, Note, Warn};

/// What it finds within a quarter is told when that is read.
const REFERENCE: Rule =
    on_sense("reference", Error, words::WHAT_IS_REFERRED_TO_IS_MISSING, reference::unresolved);

/// Found over all quarters together.
const OBJECTIVE_LOOP: Rule =
    on_reading("objective-loop", Error, words::AN_OBJECTIVE_CANNOT_CONTRIBUTE_TO_ITSELF);

/// Every rule, those on single files first.
#[rustfmt::skip]
pub const RULES: &[Rule] = &[
    on_reading("file-size", Error, words::A_RECORD_IS_A_PAGE_OR_TWO),
    on_reading("nesting", Error, words::A_RECORD_NESTS_A_FEW_LEVELS),
    on_reading("utf-8", Error, words::ENCODINGS_ARE_NOT_GUESSED),
    on_reading("merge-marker", Error, words::GIT_LEFT_BOTH_VERSIONS),
    on_reading("syntax", Error, words::WHAT_IS_NO_TOML_CANNOT_BE_READ),
    on_reading("value", Error, words::A_VALUE_OF_THE_WRONG_KIND),
    on_reading("missing-key", Error, words::WITHOUT_THIS_KEY_THE_REST),
    on_reading("unknown-key", Warn, words::A_MISSPELT_KEY_HAS_NO_EFFECT),
    on_reading("unreadable", Error, words::WHAT_MAY_NOT_BE_READ),
    on_reading("link", Warn, words::LINK_LEADS_OUT),
    on_reading("id", Error, words::ONLY_PLAIN_WORDS_ARE_SAFE),
    on_reading("foreign-file", Note, words::A_FILE_IN_THE_WRONG_PLACE),
    on_reading("missing-file", Error, words::WHAT_OTHERS_HANG_ON_IS_MISSING),
    on_reading("format", Error, words::FORMAT_IS_UNKNOWN),
    on_reading("newer-format", Warn, words::A_NEWER_VERSION_WROTE_IT),
    REFERENCE,
    on_sense("duplicate-id", Error, words::A_NAME_STANDS_FOR_ONE_THING, duplicate::names),
    on_sense("team-loop", Error, words::A_TEAM_CANNOT_BELONG_TO_ITSELF, team::loops),
    on_sense("merged-twice", Error, words::A_TEAM_GOES_ON_IN_ONE, team::merged_twice),
    OBJECTIVE_LOOP,
    on_sense("cycle", Error, words::A_CYCLE_ENDS_AFTER_IT_BEGINS, team::backwards),
    on_sense("no-gap", Error, words::A_TARGET_THAT_EQUALS_ITS_BASELINE, measure::no_gap),
    on_sense("wrong-way", Error, words::TARGET_GOES_AGAINST_ITS_DIRECTION, measure::wrong_way),
    on_sense("window", Error, words::FLOOR_IS_ABOVE_CEILING, measure::window),
    on_sense("metric", Error, words::A_COMMITTED_KEY_RESULT_KEEPS_ITS_METRIC, measure::metric),
    on_sense("baseline", Error, words::BASELINE_IS_MISSING, measure::baseline),
    on_sense("target", Error, words::A_COMMITTED_KEY_RESULT_KEEPS_ITS_TARGET, measure::target),
    on_sense("definition", Error, words::A_COMMITTED_DEFINITION_CHANGES, measure::definition),
    on_sense("draft", Note, words::NOTHING_IS_LOGGED_BEFORE_THE_COMMIT, set::drafts),
    on_sense("half-commit", Warn, words::KEY_RESULTS_ARE_FROZEN, set::half_commit),
    on_sense("wall", Error, words::FIVE_OBJECTIVES_ARE_THE_MOST, set::wall),
    on_sense("before-commit", Warn, words::NO_CHECK_IN_BEFORE_THE_QUARTER, sitting::before_commit),
    on_sense("sitting-name", Warn, words::FILES_OF_SITTINGS_SORT_BY_THEIR_DAY, sitting::misnamed),
    on_sense("two-corrections", Error, words::OF_TWO_CORRECTIONS_ONE_COUNTS, sitting::rivals),
    on_sense("dropped-score", Warn, words::A_DROPPED_KEY_RESULT_IS_DROPPED, scoring::dropped),
    on_sense("score-reason", Error, words::A_SCORE_BEYOND_A_TENTH, scoring::unexplained),
    on_sense("reads-later", Error, words::WHAT_READS_LATER_HAS_NO_SCORE, scoring::reads_later),
    on_sense("actions", Error, words::TWO_ACTIONS_DONE_BEAT_SEVEN_BEGUN, retrospective::actions),
    on_sense("step", Error, words::A_STEP_IS_SAID_AND_TIMED, step::unusable),
    on_sense("lint-rule", Warn, words::A_MISSPELT_RULE_HAS_NO_EFFECT, lint::unknown),
    on_sense("lint-level", Warn, words::A_HARD_STOP_STAYS_ONE, lint::levels),
    on_sense("lint-waiver", Warn, words::NO_REASON_GOES_PAST_A_HARD_STOP, lint::waived),
    on_sense("closed", Error, words::A_QUARTER_CLOSES_WITH_NOTHING_OPEN, set::closed),
];

/// The quarters that are read and looked at together.
const SHARE: usize = 3;

/// All that is wrong with what was read of a workspace: what reading found and what the records say together.
///
/// The files are looked at again for the places of problems, and for what was not read. Of a workspace of a newer format,
/// only what reading found.
pub fn check(store: &Store, loaded: &Loaded) -> Vec<Problem> {
    let mut problems = within(store, loaded, &loaded.workspace);
    if loaded.newer_format.is_none() {
        problems.extend(rings(store, ring::links(&loaded.workspace, &loaded.workspace)));
    }
    problems.sort();
    problems
}

/// What quarters that were read say about key results and objectives they do not have: it counts for nothing.
pub(super) fn lost(store: &Store, read: &Loaded) -> Vec<Problem> {
    let mut placing = Placing { store, texts: HashMap::new() };
    let scope = Scope::new(read, Elsewhere { store, outline: &read.workspace });
    let found = scope.quarters().flat_map(|quarter| reference::said(&scope, quarter));
    let found: Vec<Finding> = found.filter(|finding| scope.is_sound(&finding.at)).collect();
    let problems = found.into_iter().map(|finding| placing.problem(&REFERENCE, finding));
    problems.map(|problem| problem.at_level(Level::Warn)).collect()
}

/// The rings that links of all quarters make.
fn rings(store: &Store, links: Vec<(ring::At, ring::At)>) -> Vec<Problem> {
    let mut placing = Placing { store, texts: HashMap::new() };
    let links = links.into_iter().collect();
    ring::rings(&links).into_iter().map(|finding| placing.problem(&OBJECTIVE_LOOP, finding)).collect()
}

/// All that is wrong with a whole workspace, read a few quarters at a time on all cores and let go, so that however many
/// there are, few are held. What a count that is stopped gives is not all.
///
/// # Errors
///
/// [`OpenError`] if there is no workspace or it cannot be looked through.
pub fn check_all(store: &Store, count: &Count) -> Result<Vec<Problem>, OpenError> {
    let outline = store.outline(&Names::All)?;
    let keys: Vec<QuarterKey> = outline.workspace.unopened.iter().cloned().collect();
    count.expect(keys.len());
    let parts = in_shares(&keys, SHARE, |keys| {
        if count.is_stopped() {
            return Ok((Vec::new(), Vec::new()));
        }
        let part = store.apart(&outline, keys)?;
        count.add(keys.len());
        let links = ring::links(&part.workspace, &outline.workspace);
        Ok((within(store, &part, &outline.workspace), links))
    });
    let mut problems = within(store, &outline, &outline.workspace);
    let mut all_links = Vec::new();
    for part in parts {
        let (found, links) = part?;
        problems.extend(found);
        all_links.extend(links);
    }
    if outline.newer_format.is_none() {
        problems.extend(rings(store, all_links));
    }
    problems.sort();
    problems.dedup();
    Ok(problems)
}

/// What is wrong with what was read; the outline holds what others may refer to.
fn within(store: &Store, loaded: &Loaded, outline: &Workspace) -> Vec<Problem> {
    let found_again = |problem: &&Problem| problem.rule != REFERENCE.id;
    let mut problems: Vec<Problem> = loaded.problems.iter().filter(found_again).cloned().collect();
    if loaded.newer_format.is_none() {
        let mut placing = Placing { store, texts: HashMap::new() };
        let scope = Scope::new(loaded, Elsewhere { store, outline });
        for rule in RULES {
            let findings = rule.find.map_or_else(Vec::new, |find| find(&scope));
            let findings = findings.into_iter().filter(|finding| scope.is_sound(&finding.at));
            problems.extend(findings.map(|finding| placing.problem(rule, finding)));
        }
    }
    problems.sort();
    problems.dedup();
    problems
}

/// Finds the places of findings; a text is read once.
struct Placing<'s> {
    store: &'s Store,
    texts: HashMap<Address, Option<String>>,
}

impl Placing<'_> {
    fn problem(&mut self, rule: &Rule, finding: Finding) -> Problem {
        let Finding { level, at, key, message, hint } = finding;
        let path = layout::path(&at);
        let text = self.texts.entry(at).or_insert_with(|| {
            // A file that went away meanwhile leaves its path.
            source::text(self.store.root(), &path).ok().flatten()
        });
        let position = text.as_ref().map_or(Position::START, |text| place_of(text, &key));
        Problem::new(rule.id, path, position, message, hint).at_level(level.unwrap_or(rule.level))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_a_name_of_its_own_and_says_why() {
        let ids: BTreeSet<_> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), RULES.len());
        for rule in RULES {
            assert!(crate::domain::id::is_id(rule.id) && rule.why.ends_with('.'), "{}", rule.id);
        }
    }
}
