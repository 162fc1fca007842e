//! The help of `okr commit`, `score`, `retro` and `close`.

pub const CLOSE: &str =
    "Closes the quarter after its retrospective, or names everything that stands in the way";
pub const CLOSE_EXAMPLES: &str = "\
Examples:
  okr close
  okr close --reason \"the assumptions are judged next week\"";
pub const CLOSE_REASON: &str = "Goes past what asks for a reason; never past a hard stop";
pub const COMMIT: &str =
    "Commits the set: freezes each key result, or names everything that stands in the way";
pub const COMMIT_EXAMPLES: &str = "\
Examples:
  okr commit
  okr commit --reason \"no assumption is risky enough to write down\"";
pub const COMMIT_REASON: &str = "Goes past what asks for a reason; never past a hard stop";
pub const RETRO_ADD_KIND: &str = "What it is";
pub const RETRO_ADD_TEXT: &str = "One line, about conditions, not about people; a verdict may go without";
pub const RETRO_ADD_KR: &str = "The key result a difficulty is about";
pub const RETRO_ADD_OBJECTIVE: &str = "The objective an importance is about";
pub const RETRO_ADD_ASSUMPTION: &str = "The assumption a verdict is about";
pub const RETRO_ADD_VERDICT: &str =
    "difficulty: easy, right, hard; importance: more, as, less; assumption: held, wrong, unknown";
pub const RETRO_ADD_PARKED: &str =
    "The line of the parking lot it comes from; its own words when no text is given";
pub const RETRO_ADD_STARTS: &str = "Who starts an action";
pub const RETRO_ADD_FIRST_DATE: &str = "The first date of an action";
pub const RETRO_ADD_SEEN_BY: &str = "How we will see that an action works";
pub const RETRO_ADD: &str = "Adds a note, a verdict or an action; prints its id";
pub const RETRO_LIST: &str = "Lists the notes";
pub const RETRO_REMOVE: &str = "Takes a note away";
pub const RETRO_REMOVE_ID: &str = "Its id";
pub const RETRO: &str = "Writes down what the quarter taught: notes, verdicts, and at most three actions";
pub const RETRO_EXAMPLES: &str = "\
Examples:
  okr retro add lesson \"we read the number too late\"
  okr retro add difficulty --kr sign-in-failures --verdict hard
  okr retro add importance --objective sign-in --verdict more \"support noticed\"
  okr retro add assumption --assumption k81x0d --verdict wrong
  okr retro add action \"read every number weekly\" --starts Ada --first-date +1w \\
    --seen-by \"six readings\"";
pub const SCORE: &str =
    "Scores a key result: without a score the formula's stands; beyond 0.1 from it a reason is asked for";
pub const SCORE_EXAMPLES: &str = "\
Examples:
  okr score sign-in-failures                              the last reading, the formula's score
  okr score sign-in-failures --reading 1.0% --tells-us \"the migration helped, caching did more\"
  okr score sign-in-failures 0.9 --reason \"the last two weeks read 0.6 %\"
  okr score change-failure-rate --reads-later 2027-q2     no score this quarter
  okr score change-failure-rate --later 5%                what one of the last quarters reads now; its score stands";
pub const SCORE_KEY_RESULT: &str = "The key result";
pub const SCORE_AGREED: &str = "0.0 to 1.0; the one of the formula when left out";
pub const SCORE_READING: &str = "The final reading; that of the last check-in when left out";
pub const SCORE_DATE: &str = "The day of the final reading; today when left out";
pub const SCORE_REASON: &str = "Why the score is away from the formula";
pub const SCORE_TELLS_US: &str = "What it tells us, in one sentence";
pub const SCORE_WORK: &str = "Whether the work was done: yes, partly or no";
pub const SCORE_READS_LATER: &str = "The quarter in which it can be read, such as 2027-q2";
pub const SCORE_LATER: &str = "What it reads after the quarter, for a late payback; the score stands";
pub const SCORE_READING_ONLY: &str = "Note the final reading and leave the score to the room";
