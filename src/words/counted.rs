//! What is counted: what one of it is called, and what several are. Nothing else knows of singular and plural; a language
//! with more forms than two says here which holds for how many.

use std::fmt::Display;

/// What one of something is called, and what several are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Noun(&'static str, &'static str);

impl Noun {
    /// `1 score`, `3 scores`.
    pub fn of<N: PartialEq + From<u8> + Display + Copy>(self, count: N) -> String {
        let word = if count == N::from(1) { self.0 } else { self.1 };
        format!("{count} {word}")
    }
}

pub const PEOPLE: Noun = Noun("person", "people");
pub const TEAMS: Noun = Noun("team", "teams");
pub const OBJECTIVES: Noun = Noun("objective", "objectives");
pub const NEW_OBJECTIVES: Noun = Noun("new objective", "new objectives");
pub const KEY_RESULTS: Noun = Noun("key result", "key results");
pub const NEW_KEY_RESULTS: Noun = Noun("new key result", "new key results");
pub const SENTENCES: Noun = Noun("sentence", "sentences");
pub const CHECK_INS: Noun = Noun("check-in", "check-ins");
pub const CHANGED_CHECK_INS: Noun = Noun("changed check-in", "changed check-ins");
pub const READINGS: Noun = Noun("reading", "readings");
pub const DOTS: Noun = Noun("dot", "dots");
pub const VOTES: Noun = Noun("vote", "votes");
pub const SCORES: Noun = Noun("score", "scores");
pub const NOTES: Noun = Noun("note", "notes");
pub const FAILURES: Noun = Noun("failure", "failures");
pub const EFFORTS: Noun = Noun("effort", "efforts");
pub const SETTINGS: Noun = Noun("setting", "settings");
pub const LINKS: Noun = Noun("link", "links");
pub const DEPENDENCIES: Noun = Noun("dependency", "dependencies");
pub const QUESTIONS: Noun = Noun("question", "questions");
pub const PROBLEMS: Noun = Noun("problem", "problems");
pub const RECORDS: Noun = Noun("record", "records");
pub const CHANGES: Noun = Noun("change", "changes");
pub const COMMITS: Noun = Noun("commit", "commits");
pub const THINGS: Noun = Noun("thing", "things");
pub const FILES_CANNOT_BE_READ: Noun = Noun("file cannot be read", "files cannot be read");
pub const DAYS: Noun = Noun("day", "days");
pub const PERSON_MINUTES: Noun = Noun("person-minute", "person-minutes");
pub const VOTES_IN_HIDDEN: Noun = Noun("vote in, hidden", "votes in, hidden");

/// Whole sentences that begin with a count.
pub const KEY_RESULTS_ARE_NOT_MARKED: Noun = Noun("key result is not marked", "key results are not marked");
pub const LINES_ARE_PARKED: Noun = Noun("line is on the parking lot", "lines are on the parking lot");
pub const OBJECTIVES_ARE_NOT_MARKED: Noun = Noun("objective is not marked", "objectives are not marked");
pub const FISTS_SHOW_0_TO_2: Noun = Noun("fist shows 0 to 2", "fists show 0 to 2");
pub const POINTS_ARE_NOT_TICKED: Noun = Noun("point is not ticked", "points are not ticked");
pub const POINTS_STAND_IN_THE_WAY: Noun = Noun("point stands in the way", "points stand in the way");
pub const POINTS_ARE_HANDED_OVER: Noun =
    Noun("point is handed over: okr list hand-over", "points are handed over: okr list hand-over");
pub const HARD_STOPS: Noun =
    Noun("hard stop: no reason goes past it", "hard stops: no reason goes past them");
pub const HARD_STOPS_STAND_IN_THE_WAY: Noun = Noun(
    "hard stop stands in the way; no reason goes past it.",
    "hard stops stand in the way; no reason goes past them.",
);
pub const VOTES_GIVEN_ALONE_COUNT: Noun =
    Noun("vote that was given alone is counted in", "votes that were given alone are counted in");
pub const DRAFTS_WAIT: Noun = Noun("draft waits for your pick", "drafts wait for your pick");
pub const QUESTIONS_TO_ANSWER: Noun = Noun("question to answer", "questions to answer");
pub const QUESTIONS_BEFORE_A_COMMIT: Noun =
    Noun("question to answer before a commit", "questions to answer before a commit");
pub const QUESTIONS_WERE_WAIVED: Noun = Noun("question was waived", "questions were waived");
pub const THAT_WERE_WORK: Noun = Noun("that was work", "that were work");
