//! What can be done in a session, whatever its step.

use super::{Words, words};

pub const GO_ON: Words = words(
    "Go on",
    "go on",
    "Goes on to what is talked about next, then to the next step.",
    &["decide", "next"],
);
pub const CLOCK: Words =
    words("Start or pause the clock", "clock", "Starts the clock of the step, or stops it.", &["timer"]);
pub const CLOSE: Words =
    words("Close the session", "close", "Closes the session where it stands and writes its effort.", &[]);
pub const PUT_AWAY: Words = words(
    "Put the session away",
    "put away",
    "Closes a session that was not held or can no longer be written; nothing enters the ledger.",
    &["discard", "cancel", "archive"],
);
pub const EXTEND: Words =
    words("Extend", "extend", "Gives two minutes more, then one, when more thumbs are up than down.", &[]);
pub const GO_BACK: Words =
    words("Go back", "back", "Goes back to what was talked about before, then to the step before.", &[]);
pub const LEAVE: Words =
    words("To the desk", "desk", "Goes to the desk; the session stays open and its clock runs on.", &[]);
pub const PARK: Words = words(
    "Park a line",
    "park",
    "Puts a line on the parking lot, such as who follows up by when; the retrospective empties it.",
    &["follow up"],
);
pub const PRESENT: Words =
    words("Presenter mode", "present", "Shows one question large and hides what is private.", &[]);
pub const REVEAL: Words =
    words("Show the whole board", "", "Shows the whole board in presenter mode, on this screen only.", &[]);
pub const CIRCLE: Words = words(
    "1-2-all",
    "1-2-all",
    "A stuck question: a minute alone, two in pairs, then together; again for the next of them.",
    &[],
);
pub const QUESTION: Words = words("Next question", "", "Marks the next question to be read aloud.", &[]);
pub const NEXT_STEP: Words = words("Next step", "", "Goes on to the next step at once.", &[]);
pub const SKIP: Words = words("Skip the step", "", "Leaves the step out, with a reason that is kept.", &[]);
pub const ATTENDANCE: Words =
    words("How many are here", "", "Says how many are in the room; the effort counts them.", &[]);
pub const MINUTES: Words = words(
    "How long it took",
    "",
    "Says how many minutes the session took, where the clock did not run along.",
    &[],
);
pub const DECLARE: Words = words(
    "Effort before the meeting",
    "",
    "Says how long was worked alone or in pairs before the meeting; the effort counts it.",
    &[],
);
pub const TURN: Words = words("Whose turn it is", "", "Lets the next person facilitate and drive.", &[]);
pub const BEFORE: Words = words(
    "Before the meeting",
    "",
    "Shows what was to be done alone before the meeting, or the board again.",
    &[],
);
pub const GUIDE: Words = words(
    "Guide",
    "",
    "Shows or hides the guide of the step: its box, why it is there, its questions, one good example.",
    &["guide", "example", "reason"],
);
pub const COPY: Words = words("Copy", "", "Copies the question, the board or what is talked about.", &[]);
pub const DOWN: Words = words("Further down", "more", "Shows more of the board.", &[]);
pub const UP: Words = words("Further up", "", "Shows the board from further up.", &[]);
pub const TOP: Words = words("Top of the board", "", "Shows the board from its top.", &[]);
pub const END: Words = words("End of the board", "", "Shows the end of the board.", &[]);
