//! What is counted: what one of it is called, and what several are. Nothing else knows of singular and plural; a language
//! with more forms than two says here which holds for how many.

use std::fmt::Display;

/// What one of something is called, and what several are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Noun(&'static str, &'static str);

impl Noun {
    /// The word for so many.
    #[must_use]
    pub fn for_count<N: PartialEq + From<u8> + Copy>(self, count: N) -> &'static str {
        if count == N::from(1) { self.0 } else { self.1 }
    }

    /// `1 score`, `3 scores`.
    #[must_use]
    pub fn of<N: PartialEq + From<u8> + Display + Copy>(self, count: N) -> String {
        format!("{count} {}", self.for_count(count))
    }
}

pub const PEOPLE: Noun = Noun("person", "people");
pub const TEAMS: Noun = Noun("team", "teams");
pub const OBJECTIVES: Noun = Noun("objective", "objectives");
pub const NEW_OBJECTIVES: Noun = Noun("new objective", "new objectives");
pub const KEY_RESULTS: Noun = Noun("key result", "key results");
pub const NEW_KEY_RESULTS: Noun = Noun("new key result", "new key results");
pub const CHECK_INS: Noun = Noun("check-in", "check-ins");
pub const CHANGED_CHECK_INS: Noun = Noun("changed check-in", "changed check-ins");
pub const READINGS: Noun = Noun("reading", "readings");
pub const VOTES: Noun = Noun("vote", "votes");
pub const SCORES: Noun = Noun("score", "scores");
pub const NOTES: Noun = Noun("note", "notes");
pub const EFFORTS: Noun = Noun("effort", "efforts");
pub const SETTINGS: Noun = Noun("setting", "settings");
pub const LINKS: Noun = Noun("link", "links");
pub const DEPENDENCIES: Noun = Noun("dependency", "dependencies");
pub const QUESTIONS: Noun = Noun("question", "questions");
pub const PROBLEMS: Noun = Noun("problem", "problems");
pub const RECORDS: Noun = Noun("record", "records");
pub const CHANGES: Noun = Noun("change", "changes");
pub const COMMITS: Noun = Noun("commit", "commits");
