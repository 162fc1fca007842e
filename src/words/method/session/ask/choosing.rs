//! What is asked while objectives are found.

use std::fmt::Display;

pub const PROMISE: &str = "promise";
pub const THE_SPONSOR: &str = "the sponsor, in one sentence: we ask what a low score tells us";
pub const THE_SPONSORS_LEARNING_PROMISE: &str = "The sponsor's learning promise";
pub const THE_FIVE_GROUND_RULES: &str = "The five ground rules";
pub const ANSWER_THE_GROUND_RULES: &str = "answer the ground rules";
pub const ONE_PERSONS_DRAFTS: &str = "One person's drafts; they stay hidden until all are in";
pub const DRAFT: &str = "draft";
pub const ONE_CHANGE_THAT_WOULD_MAKE: &str = "one change somebody would notice; empty passes";
pub const WHY_NOW: &str = "why now";
pub const SECOND_DRAFT: &str = "second draft";
pub const MAY_STAY_EMPTY: &str = "may stay empty";
pub const SEND: &str = "send";
pub const TWO_THAT_SAY_THE_SAME: &str = "Two that say the same";
pub const THIS_ONE: &str = "this one";
pub const GOES_INTO: &str = "goes into";
pub const MERGE: &str = "merge";
pub const TWO_DIFFERENT_NUMBERS: &str = "two different numbers";
pub const AN_OBJECTIVE_NOT_ON_THE_BOARD: &str = "An objective that is not on the board yet";
pub const OBJECTIVE: &str = "objective";
pub const WHAT_WOULD_BE_DIFFERENT: &str = "what would be different, for whom?";
pub const ADD: &str = "add";
pub const ONE_PERSONS_DOTS: &str = "One person's dots; they stay hidden until all are in";
pub const THREE_DOTS: &str = "three dots";
pub const NUMBERS_ON_THE_BOARD: &str = "numbers on the board, such as 1 1 3";
pub const PLACE: &str = "place";
pub const THE_BOARD_IS_EMPTY: &str = "the board is empty: there is nothing to place a dot on yet";
pub const THE_BOARD_HAS_ONE_LINE: &str = "up to three dots, all on 1: the board has one line";
pub fn up_to_three_numbers(last: impl Display) -> String {
    format!("up to three numbers from 1 to {last}, as they stand on the board")
}
pub const ORIGIN: &str = "origin";
pub const WHERE_DID_IT_COME_FROM: &str = "Where did it come from?";
pub const WOULD_A_BETTER_WORD_CHANGE_IT: &str = "would a better word change what we do?";
pub const OTHER_WORDS: &str = "Other words";
pub const THE_BEST_ARGUMENT_FOR_IT: &str = "The best argument for it";
pub const ARGUMENT: &str = "argument";
pub const ONE_SENTENCE: &str = "one sentence";
pub const NOT_NOW_TITLE: &str = "Not now";
pub const WHY_NOT_NOW: &str = "why not now";
pub const PARK: &str = "park";
pub const NOT_NOW_OFF_THE_SET: &str = "Not now: off the set, by name";
pub const CUT: &str = "cut";
pub fn goes_along(objective: impl Display, names: impl Display) -> String {
    format!("With “{objective}” go its key results: {names}")
}
pub const NOT_NOW: &str = "not now";
pub const SUCH_AS: &str = "such as: the second data centre";
