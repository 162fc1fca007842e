//! The help of `okr checkin`, `read` and `trust`.

pub const CHECKIN: &str = "Logs a check-in; on a terminal it asks for what is missing, one by one";
pub const CHECKIN_EXAMPLES: &str = "\
Examples:
  okr checkin                                   asks for each key result
  okr checkin sign-in --value 1.4% --confidence 60 --changed \"retry storm fixed\"
  okr checkin sign-in --not-readable --changed \"the new logs come on Monday\"
  okr checkin sign-in --opening --votes 40,55,60";
pub const CHECKIN_KEY_RESULT: &str = "The key result; without it each is asked for";
pub const CHECKIN_VALUE: &str = "What it reads now, such as 1.4%";
pub const CHECKIN_CONFIDENCE: &str = "0 to 100: how likely is the target reached in full by the date?";
pub const CHECKIN_VOTES: &str = "The votes of a room, without names: 40,55,60";
pub const CHECKIN_CHANGED: &str = "What is different since last time";
pub const CHECKIN_BLOCKED: &str = "What is in the way, who can clear it, by when";
pub const CHECKIN_PLAN: &str = "Is the plan still right: yes, adjust or stop";
pub const CHECKIN_GUARDRAIL: &str = "What the guardrail reads now";
pub const CHECKIN_DECISION: &str = "What the room decided, or \"plan stands\"";
pub const CHECKIN_NOT_READABLE: &str = "There is no number yet";
pub const CHECKIN_DATE: &str = "The day it speaks of; today when left out";
pub const CHECKIN_OPENING: &str = "The opening vote before the commit";
pub const CHECKIN_CORRECTS: &str = "The check-in this one corrects; what is not given stays as it was said";
pub const READ: &str = "Runs the commands that read the metrics, and proposes their numbers as readings";
pub const READ_LONG: &str = "\
Runs the commands that read the metrics, and proposes their numbers as readings.\n\n\
A key result names its command in the field `command`. \
It is run only once `okr trust` has said yes to exactly that text, without a shell, in your home folder.";
pub const READ_EXAMPLES: &str = "\
Examples:
  okr set sign-in-failures command=\"psql -tA -f /home/ada/sign-in.sql\"
  okr trust sign-in-failures
  okr read                         every key result that names a command; asks before it logs
  okr read sign-in-failures --yes  logs the number as today's reading";
pub const READ_KEY_RESULT: &str = "The key result; without it each that names a command";
pub const READ_YES: &str = "Log the numbers as readings without asking";
pub const READ_LIMIT: &str = "How many seconds a command may take";
pub const TRUST: &str = "Lists the commands that read metrics, and lets them be run here: exactly this text, by you, on this machine";
pub const TRUST_LONG: &str = "\
Lists the commands that read metrics, and lets them be run here: exactly this text, by you, on this machine.\n\n\
Anybody who shares the workspace can write a command into it; \
nothing runs one before you have looked at it. When its text changes, you are asked again.";
pub const TRUST_EXAMPLES: &str = "\
Examples:
  okr trust                          shows each command and asks
  okr trust sign-in-failures --yes   after it was looked at
  okr trust sign-in-failures --back  no more";
pub const TRUST_KEY_RESULT: &str = "The key result; without it each that names a command";
pub const TRUST_YES: &str = "Trust what is listed without asking";
pub const TRUST_BACK: &str = "Trust nothing more that was trusted for it, whatever its command says now";
