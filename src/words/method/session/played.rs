//! Why a session does not go on, and what is said of its votes.

use std::fmt::Display;

pub const NO_QUESTION_IS_TALKED_THROUGH: &str = "no question is talked through in this step";
pub const GO_ON_TO_ONE_THAT_IS: &str = "go on to one that is";

pub const BEGIN_THE_NEXT_SESSION: &str = "begin the next session";
pub const THIS_SESSION_IS_CLOSED: &str = "this session is closed";
pub const THIS_IS_THE_FIRST_STEP: &str = "this is the first step";
pub const GO_ON_TO_THE_NEXT_ONE: &str = "go on to the next one";
pub const A_STEP_IS_LEFT_OUT: &str = "a step is left out for a reason";
pub const SAY_IT_IN_A_FEW_WORDS: &str = "say it in a few words";
pub const THIS_IS_THE_FIRST: &str = "this is the first";
pub const THIS_WAS_THE_LAST: &str = "this was the last";
pub const GO_ON_TO_THE_NEXT_STEP: &str = "go on to the next step";
pub const THIS_STEP_DOES_NOT_TALK_ABOUT_IT: &str = "this step does not talk about it";
pub const CHOOSE_ONE_OF_ITS_OWN: &str = "choose one of its own";
pub const HOW_MANY_ARE_IN_THE_ROOM: &str = "how many are in the room?";
pub const TYPE_IT_AGAIN: &str = "type it again";
pub fn more_than(count: impl Display, most: impl Display) -> String {
    format!("{count} is more than {most}, which is the most")
}
pub const NOBODY_IS_IN_THE_ROOM: &str = "nobody is in the room";

pub fn is_not_written(why: impl Display, says: impl Display) -> String {
    format!("Not written: {says}; {why}.")
}
pub const KEEP_THE_DRAFTS: &str = "keep the drafts as objectives";
pub const NOTHING_WAS_CHANGED: &str = "Nothing was changed, so there is nothing to record.";
pub const THE_POINT: &str = "the point";
pub const IT_IS_TICKED_ALREADY: &str = "it is ticked already";
pub const LOG_WHAT_WAS_SAID: &str = "log what was said";

pub const THIS_QUARTER_IS_CLOSED: &str = "this quarter is closed; what stands here is history";
pub const WHAT_CHANGES_NOW_IS_A_REVISION: &str =
    "what changes now is a revision: mid-quarter, or okr set ID ... --reason";
pub const THE_SET_IS_COMMITTED_ALREADY: &str = "the set is committed already";
pub const SET_IT_FIRST: &str = "set it first: kick-off, choose, refine, commit";
pub const THE_SET_IS_NOT_COMMITTED_YET: &str = "the set is not committed yet";
pub const THIS_CYCLE_IS_TOO_SHORT: &str = "this cycle is too short for a check-in";
pub const SCORE_IT: &str = "score it";

pub fn check_in(number: impl Display) -> String {
    format!("Check-in {number}, mid-quarter")
}

pub const WHAT_WHO_ASKS: &str = "what, who asks, by when? Or watch it";
pub const THE_ACTION: &str = "the action";
pub const IT_SAYS_NOTHING: &str = "it says nothing";
pub const SAY_IT_AGAIN: &str = "say it again";

pub const THERE_IS_NO_SUCH_FORMAT: &str = "there is no such format";

pub const NOTHING_IS_VOTED_ON_IN_THIS_STEP: &str = "nothing is voted on in this step";
pub const GO_ON_TO_THE_VOTE: &str = "go on to the vote";
pub const IT_IS_NOT_TALKED_ABOUT_ANY_MORE: &str =
    "it is not talked about any more: others changed the list meanwhile";
pub const VOTE_ON_WHAT_IS_TALKED_ABOUT_NOW: &str = "vote on what is talked about now";
pub const WHAT_WAS_SAID_LAST: &str = "what was said last";
pub const WHAT_WAS_TICKED_LAST: &str = "what was ticked last";
pub const WHAT_THE_ROOM_SHOWED_LAST: &str = "what the room showed or sent last";
pub const THE_VOTE: &str = "the vote";
pub const IT_TAKES_NOTHING_MORE_IN: &str = "it takes nothing more in";
pub const AT_MOST_THREE_DOTS: &str = "at most three dots, and none after the reveal";
pub const SAY_THE_NUMBER_AGAIN: &str = "say the number again";
pub const A_FIST_SHOWS_0_TO_5: &str = "a fist shows 0 to 5";
pub const IT_IS_A_NUMBER_FROM_1: &str = "it is a number from 1 to 5";
pub const CONFIDENCE_IS_A_NUMBER_FROM_0: &str = "confidence is a number from 0 to 100";
pub const NO_NUMBER_IS_ASKED_FOR_HERE: &str = "no number is asked for here";
pub const IT_IS_REVEALED_ALREADY: &str = "it is revealed already; vote again for another";
pub const NO_SECOND_VOTE_BETWEEN_KEY_RESULTS: &str = "no second vote between key results";
pub const VOTE_NOW: &str = "vote now, talk in two minutes";
pub const ONLY_THE_TWO_WIDEST_SPREADS: &str = "only the two widest spreads of 40 or more vote again";
pub const IT_IS_VOTED_ON_ONCE: &str = "it is voted on once";
pub const GO_ON: &str = "go on";
pub const NO_TEAM_STANDS_ABOVE: &str = "No team stands above this one: there is nothing to be aligned with.";
pub fn of_are_in(hands: impl Display, people: impl Display) -> String {
    format!("{hands} of {people} are in; it is shown when all are")
}
pub fn more_than_the_room(hands: impl Display, people: impl Display) -> String {
    format!("{hands} numbers for {people} in the room, those logged alone counted")
}
pub fn all_are_in(people: impl Display) -> String {
    format!("all {people} of the room are in")
}
pub const SHOW_WHAT_IS_IN: &str = "show what is in, take back what came last, or say anew how many are here";
pub const ONE_NUMBER_EACH: &str = "type one for everybody, and those logged alone give way; or only those of the others; \
     or say anew how many are here";
pub const A_DASH_IS_A_PASS: &str = "a dash is a pass; where somebody has left, say anew how many are here";
pub const NOTHING_IS_IN_YET: &str = "nothing is in yet";
pub const TYPE_THE_NUMBERS_FIRST: &str = "type the numbers first";
pub const THE_FIST: &str = "the fist to five";
pub const THE_SET_IS_COMMITTED_WITH_IT: &str = "the set is committed with it";
pub const TAKE_THE_COMMIT_BACK: &str = "undo the commit to show it again";
pub const SHOW_THE_DRAFTS: &str = "show the drafts";

pub const AS_WELL_AS: &str = " as well as ";
