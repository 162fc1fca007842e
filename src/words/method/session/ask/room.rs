//! What is asked of any room.

use std::fmt::Display;

pub const PEOPLE: &str = "people";
pub const EVERYONE_WHO_IS_HERE: &str = "everyone who is here, an outside facilitator counted";
pub const HOW_MANY_ARE_IN_THE_ROOM: &str = "How many are in the room?";
pub const FOR_THE_PARKING_LOT: &str = "For the parking lot";
pub const LINE: &str = "line";
pub const A_FEW_WORDS: &str = "a few words; the retrospective empties it";
pub const PARK: &str = "park";
pub fn leave_out(title: impl Display) -> String {
    format!("Leave out: {title}")
}
pub const REASON: &str = "reason";
pub const WHY_IN_A_FEW_WORDS: &str = "why, in a few words; it is kept with the session";
pub const LEAVE_OUT: &str = "leave out";
pub fn stay_minutes_longer(minutes: impl Display) -> String {
    format!("Stay {minutes} minutes longer?")
}
pub const EXTENDED_TWICE: &str = "Extended twice; what is left goes to the parking lot";
pub const THUMBS_UP: &str = "thumbs up";
pub const STAY_WITH_IT: &str = "stay with it";
pub const SIDEWAYS: &str = "sideways";
pub const EITHER_IS_FINE: &str = "either is fine";
pub const THUMBS_DOWN: &str = "thumbs down";
pub const MOVE_ON: &str = "move on";
pub const COUNT: &str = "count";
pub const HOW_MANY_THUMBS_ARE_UP: &str = "how many thumbs are up, such as 4";
pub const MINUTES: &str = "minutes";
pub const HOW_LONG_IT_TOOK: &str = "how long it took, where the clock did not run along";
pub const HOW_LONG_DID_IT_TAKE: &str = "How long did it take?";
pub const AT_LEAST_A_MINUTE: &str = "at least a minute, such as 6";
pub fn alone_before_the_meeting(title: impl Display) -> String {
    format!("Alone before the meeting: {title}")
}
pub const HOW_LONG_EACH_TOOK: &str = "how long each took; 0 where it was not done";
pub const HOW_MANY_DID_IT: &str = "how many did it";
pub const DECLARE: &str = "declare";
pub const NOTHING_WAS_TO_BE_DONE_ALONE: &str = "nothing was to be done alone";

pub const FIELD: &str = "field";
pub const ITS_NAME: &str = "its name";
pub const BECOMES: &str = "becomes";
pub const A_DASH_CLEARS_IT: &str = "- clears it";
pub const WHY: &str = "why";
pub const ONLY_WHERE_IT_IS_COMMITTED: &str = "only where it is committed";
pub const CHANGE: &str = "change";
