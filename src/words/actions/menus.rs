//! In a menu.

use super::{Words, words};

pub const TAKE: Words = words("Take the answer", "choose", "Takes the selected answer.", &[]);
pub const NEXT: Words = words("Next answer", "next", "Selects the next answer.", &[]);
pub const BEFORE: Words = words("Answer before", "", "Selects the answer before.", &[]);
pub const FIRST: Words = words("First answer", "", "Selects the first answer.", &[]);
pub const LAST: Words = words("Last answer", "", "Selects the last answer.", &[]);
pub const LEAVE: Words = words("Leave the menu", "back", "Leaves the menu without an answer.", &["cancel"]);
pub const HELP: Words = words("Help", "", "Shows what can be done in a menu.", &[]);
