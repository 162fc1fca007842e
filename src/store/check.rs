//! What every file says by itself may be fine and yet contradict another: the rules on a whole workspace.
//!
//! Each rule is one row and one pure function. A file that cannot be read in full is to blame for itself only: nothing
//! is said about it here, and nobody is blamed for referring to it.

mod duplicate;
mod lint;
mod measure;
mod reference;
mod retrospective;
mod scope;
mod scoring;
mod set;
mod sitting;
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

/// Every rule, those on single files first.
#[rustfmt::skip]
pub const RULES: &[Rule] = &[
    on_reading("file-size", Error, "A record is a page or two; what is larger is none."),
    on_reading("nesting", Error, "A record nests a few levels; what is deeper is none."),
    on_reading("utf-8", Error, "Text in another encoding cannot be read without guessing."),
    on_reading("merge-marker", Error, "Git left both versions; only a person can choose."),
    on_reading("syntax", Error, "What is no TOML cannot be read."),
    on_reading("value", Error, "A value of the wrong kind counts as missing."),
    on_reading("missing-key", Error, "Without this key the rest of the table means nothing."),
    on_reading("unknown-key", Warn, "A misspelt key has no effect, and nobody would notice."),
    on_reading("unreadable", Error, "What the system does not let us read is missing on the screens."),
    on_reading("link", Warn, "A link that leads out could show the files of somebody else."),
    on_reading("id", Error, "Only plain words are safe as file names on every system."),
    on_reading("foreign-file", Note, "A file in the wrong place would be missed without a word."),
    on_reading("missing-file", Error, "What others hang on has to be there."),
    on_reading("format", Error, "Only a known format can be read for sure."),
    on_reading("newer-format", Warn, "What a newer version wrote could be damaged by an older one."),
    on_sense("reference", Error, "What is referred to has to be there.", reference::unresolved),
    on_sense("duplicate-id", Error, "A name stands for one thing, or nobody knows which is meant.", duplicate::names),
    on_sense("team-loop", Error, "A team cannot belong to itself.", team::loops),
    on_sense("cycle", Error, "A cycle ends after it begins.", team::backwards),
    on_sense("no-gap", Error, "A target that equals its baseline leaves nothing to move (SET-7).", measure::no_gap),
    on_sense("wrong-way", Error, "A target against its direction cannot be scored (SET-7).", measure::wrong_way),
    on_sense("window", Error, "No value lies between a floor and a ceiling below it (SET-7).", measure::window),
    on_sense("metric", Error, "A committed key result keeps its metric (SET-14).", measure::metric),
    on_sense("baseline", Error, "Without a baseline progress cannot be measured (SET-14).", measure::baseline),
    on_sense("target", Error, "A committed key result keeps its target (SET-14).", measure::target),
    on_sense("definition", Error, "A committed definition changes by a dated revision with its reason (MID-3).", measure::definition),
    on_sense("draft", Note, "What is not committed is neither checked in on nor scored (SET-14).", set::drafts),
    on_sense("half-commit", Warn, "Key results are frozen by the commit of their set (SET-14).", set::half_commit),
    on_sense("wall", Error, "Five objectives are the most a team can hold (SET-6).", set::wall),
    on_sense("before-commit", Warn, "There is nothing to check in on before the quarter.", sitting::before_commit),
    on_sense("sitting-name", Warn, "Files of sittings sort by their day, here and in git.", sitting::misnamed),
    on_sense("dropped-score", Warn, "A dropped key result is dropped, not scored.", scoring::dropped),
    on_sense("score-reason", Error, "A score beyond a tenth from the formula says why (SCO-3).", scoring::unexplained),
    on_sense("reads-later", Error, "What reads later has no score yet (SCO-1).", scoring::reads_later),
    on_sense("actions", Error, "Two actions done beat seven begun; three are the most (RET-7).", retrospective::actions),
    on_sense("lint-rule", Warn, "A misspelt rule has no effect, and nobody would notice.", lint::unknown),
    on_sense("lint-level", Warn, "A hard stop stays one, and nothing else blocks (SET-14).", lint::levels),
    on_sense("lint-waiver", Warn, "No reason goes past a hard stop (SET-14).", lint::waived),
    on_sense("closed", Error, "A quarter is closed when nothing is left open (RET-8).", set::closed),
];

/// The quarters that are read and looked at together.
const SHARE: usize = 3;

/// All that is wrong with what was read of a workspace: what reading found and what the records say together.
///
/// The files are looked at again for the places of problems, and for what was not read. Of a workspace of a newer format,
/// only what reading found.
#[must_use]
pub fn check(store: &Store, loaded: &Loaded) -> Vec<Problem> {
    within(store, loaded, &loaded.workspace)
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
            return Ok(Vec::new());
        }
        let part = store.apart(&outline, keys)?;
        count.add(keys.len());
        Ok(within(store, &part, &outline.workspace))
    });
    let mut problems = within(store, &outline, &outline.workspace);
    for part in parts {
        problems.extend(part?);
    }
    problems.sort();
    problems.dedup();
    Ok(problems)
}

/// What is wrong with what was read; the outline holds what others may refer to.
fn within(store: &Store, loaded: &Loaded, outline: &Workspace) -> Vec<Problem> {
    let mut problems = loaded.problems.clone();
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
