//! From match to match of a search or filter.

use super::{Words, words};

pub const NEXT: Words =
    words("Next match", "next match", "Goes to the next match of the search or filter.", &[]);
pub const BEFORE: Words = words("Match before", "before", "Goes to the match before.", &[]);
