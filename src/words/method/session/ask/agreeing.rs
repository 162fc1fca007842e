//! What is asked while a set is agreed.

use std::fmt::Display;

pub const WITHOUT_SOLVING_IT: &str = "without solving it";
pub const NEARER: &str = "nearer";
pub const PROMISED_OUTSIDE: &str = "promised outside";
pub const CAN_MOVE: &str = "can move";
pub const THE_FOUR_QUESTIONS: &str = "The four questions";
pub const IT_IS_GONE: &str = "it is gone";
pub const WHY_IS_THIS_QUESTION_NOT_ASKED: &str = "Why is this question not asked any more?";
pub const RULE: &str = "rule";
pub const ITS_NAME: &str = "its name on the board, or how it begins";
pub const REASON: &str = "reason";
pub const ONE_LINE_SHOWN_IN_REVIEW: &str = "one line; it is shown in review and counted in the retrospective";
pub const WAIVE: &str = "waive";
pub const NO_SUCH_RULE_ASKS_HERE: &str = "no such rule asks here; the board names those that ask";
pub const ONE_OF_THE_FEW_HARD_STOPS: &str = "one of the few hard stops: no reason goes past it";
pub const KEY_RESULT: &str = "key result";
pub const TEAM: &str = "team";
pub const ITS_NAME_NEVER_A_PLATFORM: &str = "its name, never a platform";
pub const MUST: &str = "must";
pub const WHAT_THEY_MUST_DO: &str = "what they must do";
pub const BY: &str = "by";
pub const N_31_JAN: &str = "31 Jan, +3w";
pub const WHO_ASKS: &str = "who asks";
pub const A_PERSON_OF_OURS: &str = "a person of ours";
pub const NAME_IT: &str = "name it";
pub const WHAT_DID_THE_OTHER_TEAM_SAY: &str = "What did the other team say?";
pub const DEPENDENCY: &str = "dependency";
pub const ITS_LETTER_ON_THE_BOARD: &str = "its letter on the board, such as b";
pub const IT_IS: &str = "it is";
pub fn one_main_contribution_of(title: impl Display) -> String {
    format!("One main contribution: {title}")
}
pub const CONTRIBUTES_TO: &str = "contributes to";
pub const THE_OBJECTIVE_OF_ANOTHER_TEAM: &str =
    "an objective of another team: its id, or how its sentence begins";
pub const HOW: &str = "how";
pub const ONE_SENTENCE: &str = "one sentence";
pub const WEIGHED: &str = "weighed";
pub fn what_were_we_asked_to_change(title: impl Display) -> String {
    format!("What were we asked to change? {title}")
}
pub const ASKED: &str = "asked";
pub const FROM: &str = "from";
pub const OUTCOME: &str = "outcome";
pub const WHAT_CAME_OF_IT: &str = "what came of it; empty while it is talked about";
pub const NOMINAL_WHY_IS_IT_KEPT: &str = "Nominal: why is it kept?";
pub const OR_REWORK_IT: &str = "or rework it, or drop it";
pub const ONE_EACH: &str = "one each, no repeats";
pub const OBJECTIVE: &str = "objective";
pub const WE_ASSUME: &str = "we assume";
pub const NOTICED_BY: &str = "noticed by";
pub const HOW_WOULD_WE_NOTICE: &str = "how would we notice that it is wrong?";
pub const NUMBERS: &str = "numbers";
pub const SHOW: &str = "show";
pub const AS_THEY_ARE_SHOWN: &str = "as they are shown, one each, without names: 40 55 60; - passes";
pub const FIST_TO_FIVE: &str = "Fist to five";
pub const AS_THEY_ARE_SHOWN_ONE_EACH: &str = "as they are shown, one each: 3 4 5 4; - passes";
pub const N_1_TO_5: &str = "1 to 5, one each, without names: 4 3 5; - passes";
pub const WHAT_IS_ASKED_IS_ANSWERED: &str = "what is asked is answered by a reason to go on all the same";
pub const COMMIT: &str = "commit";
