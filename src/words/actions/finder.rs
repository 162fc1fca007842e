//! In help and palette.

use super::{Words, words};

pub const RUN: Words = words("Run the line", "run", "Runs the selected line, or keeps the filter.", &[]);
pub const NEXT: Words = words("Next line", "next", "Selects the next line.", &[]);
pub const BEFORE: Words = words("Line before", "", "Selects the line before.", &[]);
pub const PAGE_DOWN: Words = words("Half a page down", "", "Goes half a page down.", &[]);
pub const PAGE_UP: Words = words("Half a page up", "", "Goes half a page up.", &[]);
pub const LEAVE: Words = words("Leave", "back", "Leaves and clears what was typed.", &[]);
