//! What `okr check` says of the files: why each rule is there, what is wrong, and what to do.

use std::fmt::Display;

pub const A_RECORD_IS_A_PAGE_OR_TWO: &str = "A record is a page or two; what is larger is none.";
pub const A_RECORD_NESTS_A_FEW_LEVELS: &str = "A record nests a few levels; what is deeper is none.";
pub const ENCODINGS_ARE_NOT_GUESSED: &str = "Text in another encoding cannot be read without guessing.";
pub const GIT_LEFT_BOTH_VERSIONS: &str = "Git left both versions; only a person can choose.";
pub const WHAT_IS_NO_TOML_CANNOT_BE_READ: &str = "What is no TOML cannot be read.";
pub const A_VALUE_OF_THE_WRONG_KIND: &str = "A value of the wrong kind counts as missing.";
pub const WITHOUT_THIS_KEY_THE_REST: &str = "Without this key the rest of the table means nothing.";
pub const A_MISSPELT_KEY_HAS_NO_EFFECT: &str = "A misspelt key has no effect, and nobody would notice.";
pub const WHAT_MAY_NOT_BE_READ: &str = "What the system does not let us read is missing on the screens.";
pub const LINK_LEADS_OUT: &str = "A link that leads out could show the files of somebody else.";
pub const ONLY_PLAIN_WORDS_ARE_SAFE: &str = "Only plain words are safe as file names on every system.";
pub const A_FILE_IN_THE_WRONG_PLACE: &str = "A file in the wrong place would be missed without a word.";
pub const WHAT_OTHERS_HANG_ON_IS_MISSING: &str = "What others hang on has to be there.";
pub const FORMAT_IS_UNKNOWN: &str = "Only a known format can be read for sure.";
pub const A_NEWER_VERSION_WROTE_IT: &str = "What a newer version wrote could be damaged by an older one.";
pub const WHAT_IS_REFERRED_TO_IS_MISSING: &str = "What is referred to has to be there.";
pub const A_NAME_STANDS_FOR_ONE_THING: &str = "A name stands for one thing, or nobody knows which is meant.";
pub const A_TEAM_CANNOT_BELONG_TO_ITSELF: &str = "A team cannot belong to itself.";
pub const A_TEAM_GOES_ON_IN_ONE: &str =
    "What a team left goes on in one team; in two its history would count twice.";
pub const A_CYCLE_ENDS_AFTER_IT_BEGINS: &str = "A cycle ends after it begins.";
pub const A_TARGET_THAT_EQUALS_ITS_BASELINE: &str =
    "A target that equals its baseline leaves nothing to move (SET-7).";
pub const TARGET_GOES_AGAINST_ITS_DIRECTION: &str =
    "A target against its direction cannot be scored (SET-7).";
pub const FLOOR_IS_ABOVE_CEILING: &str = "No value lies between a floor and a ceiling below it (SET-7).";
pub const A_COMMITTED_KEY_RESULT_KEEPS_ITS_METRIC: &str = "A committed key result keeps its metric (SET-14).";
pub const BASELINE_IS_MISSING: &str = "Without a baseline progress cannot be measured (SET-14).";
pub const A_COMMITTED_KEY_RESULT_KEEPS_ITS_TARGET: &str = "A committed key result keeps its target (SET-14).";
pub const A_COMMITTED_DEFINITION_CHANGES: &str =
    "A committed definition changes by a dated revision with its reason (MID-3).";
pub const NOTHING_IS_LOGGED_BEFORE_THE_COMMIT: &str =
    "What is not committed is neither checked in on nor scored (SET-14).";
pub const KEY_RESULTS_ARE_FROZEN: &str = "Key results are frozen by the commit of their set (SET-14).";
pub const FIVE_OBJECTIVES_ARE_THE_MOST: &str = "Five objectives are the most a team can hold (SET-6).";
pub const NO_CHECK_IN_BEFORE_THE_QUARTER: &str = "There is nothing to check in on before the quarter.";
pub const OF_TWO_CORRECTIONS_ONE_COUNTS: &str =
    "Of two corrections of one thing only one can count; a person says what is right.";
pub fn another_correction_counts(id: impl Display, about: impl Display) -> String {
    format!("Somebody else corrected the same check-in: for {about}, {id} counts and this one does not.")
}
pub fn taken_back_and_corrected(id: impl Display, about: impl Display) -> String {
    format!(
        "Somebody else corrected the same check-in: for {about}, {id} counts, though this one takes it back."
    )
}
pub fn it_was_taken_back(id: impl Display) -> String {
    format!("Somebody else took the same check-in back: {id} counts, and what this one corrects does not.")
}
pub const THE_DAY: &str = "the day";
pub const THE_DECISION: &str = "the decision";
pub const THE_RECALL: &str = "the objectives named";
pub fn the_action(id: impl Display) -> String {
    format!("the action {id}")
}
pub fn correct_that_one(id: impl Display) -> String {
    format!("Compare the two and correct the one that counts: okr checkin KR --corrects {id}")
}
pub const FILES_OF_SITTINGS_SORT_BY_THEIR_DAY: &str = "Files of sittings sort by their day, here and in git.";
pub const A_DROPPED_KEY_RESULT_IS_DROPPED: &str = "A dropped key result is dropped, not scored.";
pub const A_SCORE_BEYOND_A_TENTH: &str = "A score beyond a tenth from the formula says why (SCO-3).";
pub const WHAT_READS_LATER_HAS_NO_SCORE: &str = "What reads later has no score yet (SCO-1).";
pub const TWO_ACTIONS_DONE_BEAT_SEVEN_BEGUN: &str =
    "Two actions done beat seven begun; three are the most (RET-7).";
pub const AN_OBJECTIVE_CANNOT_CONTRIBUTE_TO_ITSELF: &str = "An objective cannot contribute to itself.";
pub const IT_CONTRIBUTES_TO_ITSELF: &str = "This objective contributes to itself, maybe by way of others.";
pub const CHOOSE_AN_OBJECTIVE_ABOVE: &str = "Choose an objective above it.";
pub const A_STEP_IS_SAID_AND_TIMED: &str = "A step has a name, a question and time for it, or it is no step.";
pub const A_MISSPELT_RULE_HAS_NO_EFFECT: &str = "A misspelt rule has no effect, and nobody would notice.";
pub const A_HARD_STOP_STAYS_ONE: &str = "A hard stop stays one, and nothing else blocks (SET-14).";
pub const NO_REASON_GOES_PAST_A_HARD_STOP: &str = "No reason goes past a hard stop (SET-14).";
pub const A_QUARTER_CLOSES_WITH_NOTHING_OPEN: &str = "A quarter is closed when nothing is left open (RET-8).";

pub const A_MOVE_WAS_CUT_OFF: &str = "A move did not get to its end: remove one of the two files.";
pub const GIVE_ONE_OF_THE_TWO_FILES: &str =
    "Give one of the two files another name, and its score and check-ins too.";
pub fn the_key_result_stands_under(id: impl Display, value: impl Display) -> String {
    format!("The key result `{id}` stands under the objective `{value}` too.")
}
pub fn stands_at_already(name: impl Display, first_key: impl Display, place: impl Display) -> String {
    format!("`{name}` stands at `{first_key}`{place} already.")
}
pub fn says_nothing(key: impl Display) -> String {
    format!("`{key}` says nothing.")
}
pub const IT_TAKES_NO_TIME: &str = "It takes no time, whoever is there.";
pub const LEAVE_OUT_WHAT_IS_AS_BEFORE: &str = "Leave the line out where the step is as the method has it.";
pub const OF_SEVERAL_BLOCKS_THE_LAST: &str = "Write one block a step: of several the last counts.";
pub const GIVE_ONE_OF_THE_TWO_ANOTHER_NAME: &str = "Give one of the two another name, or remove it.";

pub fn is_no_rule_of_the_coach(id: impl Display) -> String {
    format!("`{id}` is no rule of the coach; it is kept and has no effect.")
}
pub const OKR_LINT_RULES_NAMES_THEM_ALL: &str = "okr lint --rules names them all.";
pub fn is_a_hard_stop(id: impl Display) -> String {
    format!("`{id}` is a hard stop of the method and stays one.")
}
pub const REMOVE_THE_LINE: &str = "Remove the line; a commit stops there whatever stands here.";
pub fn is_no_hard_stop(id: impl Display) -> String {
    format!("`{id}` is no hard stop: it warns and blocks nothing.")
}
pub const WRITE_WARN: &str = "Write \"warn\".";
pub fn is_a_hard_stop_of_the_method(id: impl Display) -> String {
    format!("`{id}` is a hard stop of the method: no reason goes past it.")
}
pub const REMOVE_THE_WAIVER_AND_MEND_WHAT: &str = "Remove the waiver and mend what it is about.";

pub fn the_target_equals_the_baseline(target: impl Display) -> String {
    format!("The target equals the baseline, {target}: there is nothing to move.")
}
pub const SAY_WHAT_SHOULD_BE_DIFFERENT: &str =
    "Say what should be different, or make it a maintained measure.";
pub const THE_TARGET_LIES_AGAINST_THE_DIRECTION: &str = "The target lies against the direction.";
pub const WHICH_WAY_IS_BETTER: &str = "Which way is better? Turn the direction or the numbers.";
pub const NOTHING_LIES_IN_THE_WINDOW: &str = "Nothing lies between the floor and the ceiling.";
pub const SWAP_THE_TWO: &str = "Swap the two, or let them count: bound = \"inclusive\".";
pub const NAME_THE_QUANTITY_THAT_WAS_COMMITTED_TO: &str = "Name the quantity that was committed to.";
pub const WRITE_WHAT_IT_READ_AT_THE_COMMIT: &str = "Write what it read at the commit.";
pub const WRITE_THE_NUMBER_THAT_WAS_COMMITTED_TO: &str = "Write the number that was committed to.";
pub fn this_key_result_is_committed_without_a(key: impl Display) -> String {
    format!("This key result is committed without a {key}.")
}
pub fn differs_from_the_last_revision(key: impl Display, date: impl Display) -> String {
    format!("`{key}` differs from the last revision, of {date}.")
}
pub const ADD_A_REVISION_WITH_ITS_DATE: &str =
    "Add a revision with its date and reason, or put the old value back.";

pub const CORRECT_THE_ID: &str = "Correct the id, or remove the line.";
pub fn there_is_no(what: impl Display, name: impl Display) -> String {
    format!("There is no {what} `{name}`.")
}
pub fn quarter_of_called(team: impl Display) -> String {
    format!("quarter of {team} called")
}
pub fn names_no_objective(link: impl Display) -> String {
    format!("`{link}` names no objective.")
}
pub const WRITE_TEAM_CYCLE_OBJECTIVE: &str = "Write team/cycle/objective, such as `company/2027-q1/trust`.";
pub const KEY_RESULT: &str = "key result";
pub fn this_scores(id: impl Display) -> String {
    format!("This scores `{id}`, and there is no such key result.")
}
pub const NAME_THE_FILE_AFTER_ITS_KEY_RESULT: &str = "Name the file after its key result, or remove it.";

pub fn this_is_one_action_more_than(most_actions: impl Display) -> String {
    format!("This is one action more than {most_actions}.")
}
pub const MAKE_IT_A_LESSON: &str = "Make it a lesson, or remove one of the actions.";

pub const DROPPED_AND_SCORED: &str = "A dropped key result has a score here.";
pub const DROPPED_IS_DROPPED: &str = "Dropped is dropped, never 0: remove the score, or take the drop back.";
pub const READS_LATER_AND_IS_SCORED: &str = "This reads later and has a score already.";
pub const KEEP_ONE_OF_THE_TWO: &str = "Keep one of the two.";
pub fn the_formula_says(proposed: impl Display, score: impl Display) -> String {
    format!("The formula says {proposed}, and nothing says why the score is {score}.")
}
pub fn the_score_is_without_a_final_reading(score: impl Display) -> String {
    format!("The score is {score} without a final reading, and nothing says why.")
}
pub const ADD_A_LINE_REASON: &str = "Add a line `reason = ...`: what would an outsider read off?";

pub fn the_set_was_committed_on_without(day: impl Display) -> String {
    format!("The set was committed on {day} without this key result.")
}
pub const COMMIT_IT_AS_WELL: &str = "Commit it as well: okr commit; or remove it.";
pub const KEY_RESULTS_ARE_FROZEN_HERE: &str = "Key results are frozen here, and the set is not committed.";
pub const A_COMMIT_WAS_CUT_OFF: &str = "A commit did not get to its end: commit again with okr commit.";
pub fn objectives_are_committed(live: impl Display, most_objectives: impl Display) -> String {
    format!("{live} objectives are committed, {most_objectives} are the most.")
}
pub const WHICH_WOULD_YOU_DROP: &str = "Which would you drop? okr drop ID --reason.";
pub const THE_QUARTER_IS_CLOSED: &str = "The quarter is closed and was never committed.";
pub const WRITE_THE_DAY_OF_THE_COMMIT: &str = "Write the day of the commit, or take the close back.";
pub fn the_quarter_is_closed_unscored(open: impl Display) -> String {
    format!("The quarter is closed without a score for {open}.")
}
pub const SCORE_DROP_OR_READ_THEM_LATER: &str = "Score, drop or read them later, or take the close back.";

pub fn a_check_in_of(date: impl Display, committed: impl Display, cycle: impl Display) -> String {
    format!("A check-in of {date}; the set was committed on {committed}, the cycle began on {cycle}.")
}
pub const CORRECT_THE_DATE: &str = "Correct the date, or say `kind = \"opening\"` if it is the opening vote.";
pub fn the_sitting_is_of(date: impl Display, id: impl Display) -> String {
    format!("The sitting is of {date}, and its file is called `{id}`.")
}
pub fn rename_the_file(date: impl Display) -> String {
    format!("Rename the file so that it begins with {date}, or correct the date.")
}

pub const THIS_TEAM_BELONGS_TO_ITSELF: &str = "This team belongs to itself by way of its parent.";
pub const CHOOSE_A_TEAM_ABOVE_IT: &str = "Choose a team above it, or none.";
pub fn this_team_took_in(gone: impl Display, heir: impl Display) -> String {
    format!("This team took in {gone}, which was merged into {heir} too.")
}
pub const LEAVE_ONE_OF_THE_TWO: &str = "Leave the line to one of the two.";
pub fn the_last_day_is_not_after(cycle: impl Display, value: impl Display) -> String {
    format!("The last day {cycle} is not after the first, {value}.")
}
pub const GIVE_THE_LAST_DAY_OF_THE_CYCLE: &str = "Give the last day of the cycle.";
