//! What a step takes from the room while a quarter is scored and closed.

pub const READ: (&str, &str) = ("read", "The ground rule was read aloud.");
pub const AGREE: (&str, &str) = ("agree", "The room agrees with the formula.");
pub const SCORE: (&str, &str) = ("score", "Final reading, score, reason, and what it tells us.");
pub const SENTENCE: (&str, &str) = ("sentence", "What the set as a whole tells.");
pub const VOTE: (&str, &str) = ("vote", "Counts in, then takes the numbers of the room in a row.");
pub const MISTYPED: (&str, &str) = ("mistyped", "Takes the numbers back, to type them anew.");
pub const WRITE: (&str, &str) = ("write", "A note in a column, without a name.");
pub const FORMAT: (&str, &str) = ("format", "Another format; all end in the same four stores.");
pub const PARKING_LOT: (&str, &str) = ("parking lot", "A parked line becomes a note, or is let go.");
pub const TOO_EASY: (&str, &str) = ("too easy", "The target was too easy.");
pub const RIGHT: (&str, &str) = ("right", "The target was right.");
pub const TOO_HARD: (&str, &str) = ("too hard", "The target was too hard.");
pub const WHY: (&str, &str) = ("why", "The verdict, and what tells us.");
pub const MORE: (&str, &str) = ("more", "It mattered more than we thought.");
pub const AS_THOUGHT: (&str, &str) = ("as thought", "It mattered as we thought.");
pub const LESS: (&str, &str) = ("less", "It mattered less than we thought.");
pub const WHY_THE_VERDICT_AND_WHY: (&str, &str) = ("why", "The verdict, and why.");
pub const HELD: (&str, &str) = ("held", "It held.");
pub const WRONG: (&str, &str) = ("wrong", "It was wrong.");
pub const UNKNOWN: (&str, &str) = ("unknown", "Nobody can tell yet.");
pub const SOONER: (&str, &str) = ("sooner", "The verdict, and how we could have known sooner.");
pub const KEEP_OR_CUT: (&str, &str) = ("keep or cut", "One thing of the process to keep or to cut.");
pub const CLOSE: (&str, &str) = ("end quarter", "Closes the quarter; what stands there is history.");
pub const PROUD_OF: (&str, &str) = ("proud of", "One word each, without a name.");
pub const TICK: (&str, &str) = ("tick", "This point was gone through.");
