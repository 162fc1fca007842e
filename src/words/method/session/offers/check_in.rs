//! What a step of a check-in takes from the room.

pub const NAMED: (&str, &str) = ("named", "How many objectives were named without looking.");
pub const NOTE: (&str, &str) = ("note", "What was seen, one line without a name.");
pub const DO: (&str, &str) = ("do", "What is done, who asks, by when.");
pub const WATCH: (&str, &str) = ("watch", "Nothing is done; it is watched.");
pub const ANOTHER: (&str, &str) = ("another", "Another key result, by its number.");
pub const PLAN_STANDS: (&str, &str) = ("plan stands", "The plan stands, said aloud.");
pub const DECIDE: (&str, &str) = ("decide", "What we do differently before next time.");
pub const HOLDING: (&str, &str) = ("holding", "It holds so far.");
pub const SHAKY: (&str, &str) = ("shaky", "It is in doubt.");
pub const WRONG: (&str, &str) = ("wrong", "It turned out wrong.");
pub const VERDICT: (&str, &str) = ("verdict", "Keep, change or drop, and why.");
pub const REVISE: (&str, &str) =
    ("revise", "A key result changes: its target, day, baseline or sentence, and why.");
pub const EDIT: (&str, &str) = ("edit", "Everything about this objective.");
pub const WHO_HEARS_IT: (&str, &str) = ("who hears it", "Who must hear what changed, today.");
pub const FREED_TIME: (&str, &str) = ("freed time", "Where the freed time goes.");
