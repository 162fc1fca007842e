//! What `okr checkin`, `read` and `trust` say.

use std::fmt::Display;

pub const WHAT_WAS_DECIDED_IS_CORRECTED_BY_ITSELF: &str =
    "what was decided is corrected by itself: okr checkin --decision TEXT --corrects ID";
pub const ONE_THING_IS_CORRECTED_AT_A_TIME: &str = "one thing is corrected at a time";
pub fn left_out(left_out: impl Display) -> String {
    format!("left out: {left_out}")
}
pub fn the_newest_stands(shown: impl Display, day: impl Display, progress: impl Display) -> String {
    format!("(the newest is {shown} on {day}: {progress})")
}
pub const STOPPED_HERE: &str = "stopped here; what was logged stays";
pub const NOTHING_WAS_SAID: &str = "nothing was said, so nothing is logged";
pub const CONFIDENCE_IT_IS_ONE_NUMBER: &str = "confidence: it is one number from 0 to 100";
pub const A_ROOMS_VOTES: &str = "a room's votes: --votes 40,55,60";
pub fn the_final_reading_stands(reading: impl Display, date: impl Display) -> String {
    format!("the final reading stands: {reading} on {date}")
}
pub fn to_score_by_this_one(id: impl Display, reading: impl Display, date: impl Display) -> String {
    format!("to score by this one: okr score {id} --reading {reading} --date {date}")
}
pub fn okr_set_guardrail_sign_in_time(id: impl Display) -> String {
    format!("okr set {id} guardrail=\"sign-in time\" guardrail_start=\"180 ms\"")
}
pub const GUARDRAIL_THIS_KEY_RESULT_NAMES_NONE: &str = "guardrail: this key result names none";
pub const YOUR_EARLIER_VOTE_NO_LONGER_COUNTS: &str = "your earlier vote in this check-in no longer counts";
pub fn the_confidence_is_of_today(today: impl Display) -> String {
    format!("the confidence is of today, {today}, and counts for the check-in that is near")
}
pub const VOTE_IS_NOT_NOTED_AS_YOURS: &str =
    "that this vote is yours could not be noted here; another one would count beside it";
pub fn confidence_from_to(median: impl Display, low: impl Display, high: impl Display) -> String {
    format!("confidence {median} (from {low} to {high})")
}
pub fn no_key_result_of_is_committed_yet(label: impl Display) -> String {
    format!("no key result of {label} is committed yet")
}
pub const COMMIT_THE_SET_FIRST: &str =
    "commit the set first: okr commit\nthe opening vote: okr checkin KR --opening";
pub const NAME_ONE_ALL_THE_SAME: &str = "what is known all the same: okr checkin ID";
pub const WHICH_KEY_RESULT: &str = "which key result? Name it: okr checkin ID --value V --confidence N";
pub const STOPPED_NOTHING_WAS_LOGGED: &str = "stopped; nothing was logged";

pub fn last_on(value: impl Display, today: impl Display) -> String {
    format!("  last {value} on {today}")
}
pub fn the_guardrail_is(metric: impl Display) -> String {
    format!("  guardrail: {metric}")
}
pub fn and_last(says: impl Display, value: impl Display) -> String {
    format!("{says}, last {value}")
}
pub fn the_rooms_last_median_on(median: impl Display, today: impl Display) -> String {
    format!("  the room's last median {median} on {today}")
}
pub fn asks(label: impl Display, says: impl Display) -> String {
    format!("  {label} ({says}): ")
}
pub fn in_unit(unit: impl Display) -> String {
    format!("in {unit}")
}
pub const NONE_WHILE_IT_CANNOT_BE_READ: &str = "none while it cannot be read";
pub const ENTER_SKIPS: &str = "Enter skips";
pub fn how_to_answer(says: impl Display) -> String {
    format!("    Type the answer and Enter: {says}. A dash skips it as well.")
}

pub const A_CHECK_IN_IS_NEEDED_HERE: &str = "a check-in is needed here";
pub const OKR_LIST_CHECK_INS: &str = "okr list check-ins";

pub const NO_KEY_RESULT_NAMES_A_COMMAND: &str = "no key result names a command: okr set ID command=\"...\"";
pub fn reading_at_most_s(id: impl Display, limit: impl Display) -> String {
    format!("reading {id}, at most {limit} s")
}
pub fn its_command_is_not_trusted(id: impl Display) -> String {
    format!("its command is not trusted; look at it: okr trust {id}")
}
pub fn log_y(entries: impl Display) -> String {
    format!("log {entries}? (y, or Enter for no) ")
}
pub const NOTHING_IS_LOGGED: &str = "nothing is logged; to log it: okr read --yes";
pub const IT_PRINTED_NOTHING: &str = "it printed nothing, and no number is not 0";
pub fn it_printed(value: impl Display, bad: impl Display) -> String {
    format!("it printed `{value}`: {bad}")
}
pub fn it_printed_lines(more: impl Display) -> String {
    format!("it printed {more} lines; one number is needed")
}
pub fn not_committed_yet(id: impl Display, value: impl Display) -> String {
    format!("{id}  {value}  not committed yet; as its baseline: okr set {id} baseline=\"{value}\"")
}
pub fn no_number(id: impl Display, says: impl Display) -> String {
    format!("{id}  no number: {says}")
}

pub fn lies_in_the_workspace(value: impl Display) -> String {
    format!("`{value}` lies in the workspace, and nothing in a workspace is run; keep it elsewhere")
}
pub fn depends_on_the_folder(value: impl Display) -> String {
    format!("`{value}` depends on the folder; name it by its full path")
}
pub fn does_not_start(value: impl Display, why: impl Display) -> String {
    format!("`{value}` does not start: {why}")
}
pub fn it_was_stopped_after_s(as_secs: impl Display) -> String {
    format!("it was stopped after {as_secs} s; --limit gives it longer")
}
pub fn it_ended_with(code: impl Display) -> String {
    format!("it ended with {code}")
}
pub const IT_WAS_KILLED: &str = "it was killed";
pub const WHAT_IT_PRINTED_IS_NO_TEXT: &str = "what it printed is no text";
pub const IT_WAS_STOPPED: &str = "it was stopped";

pub fn okr_set_command_psql_ta_f(id: impl Display) -> String {
    format!("okr set {id} command=\"psql -tA -f /home/ada/sign-in.sql\"")
}
pub fn names_no_command(id: impl Display) -> String {
    format!("{id} names no command")
}
pub const THERE_IS_NO_HOME_FOLDER: &str = "there is no home folder";
pub const MAY_IT_BE_RUN_HERE: &str = "  may it be run here? (y, or Enter for no) ";
pub fn trusted_the_command_of(id: impl Display) -> String {
    format!("trusted: the command of {id}")
}
pub fn nothing_is_trusted_of(id: impl Display) -> String {
    format!("{id} names no command, and none is trusted for it any more")
}
pub const NOT_TRUSTED_YET: &str = "not trusted yet: okr trust ID --yes, once you have looked at it";
pub const NOT_TRUSTED: &str = "not trusted";
pub fn it_cannot_be_run(bad: impl Display) -> String {
    format!("  it cannot be run: {bad}")
}
pub fn it_was_changed(earlier: impl Display) -> String {
    format!("  it was changed; trusted before: {earlier}")
}
pub fn no_number_on(date: impl Display, says: impl Display) -> String {
    format!("  no number on {date}: {says}")
}
pub fn what_is_trusted_cannot_be_kept(why: impl Display) -> String {
    format!("what is trusted cannot be kept: {why}")
}
pub const NOTHING_WAS_TRUSTED: &str = "nothing was trusted";
