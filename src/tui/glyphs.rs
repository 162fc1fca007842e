//! The signs on screen, in Unicode and in ASCII, and which of the two a terminal gets.
//!
//! No emoji, no private fonts: a sign is one cell wide in any setting, or its ASCII form is used.

use crate::domain::display::ascii_sign;
use ratatui::buffer::Buffer;

use crate::settings::signs::GlyphChoice;

/// Names every sign that is drawn.
#[derive(Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Stands before the selected row.
    pub cursor: &'static str,
    /// Stands before a row that is marked.
    pub marked: &'static str,
    /// Stands before a row whose parts are hidden.
    pub folded: &'static str,
    /// Stands before a row whose parts are shown.
    pub unfolded: &'static str,
    /// Asks for attention.
    pub attention: &'static str,
    /// Waits on somebody.
    pub waiting: &'static str,
    /// Is a draft.
    pub draft: &'static str,
    /// Is done.
    pub done: &'static str,
    /// Is a light that burns, where five stand in a row.
    pub light_on: &'static str,
    /// Is a light that does not.
    pub light_off: &'static str,
    /// Does not hold.
    pub cross: &'static str,
    /// Went up.
    pub up: &'static str,
    /// Stayed.
    pub level: &'static str,
    /// Went down.
    pub down: &'static str,
    /// Leads from one value to another.
    pub to: &'static str,
    /// Says that text goes on.
    pub ellipsis: &'static str,
    /// Says that there is more above.
    pub more_above: &'static str,
    /// Says that there is more below.
    pub more_below: &'static str,
    /// Says that text goes on to the left of a field.
    pub cut_left: &'static str,
    /// Says that text goes on to the right of a field.
    pub cut_right: &'static str,
    /// Separates two words of a title.
    pub dot: &'static str,
    /// Opens a bar.
    pub bar_open: &'static str,
    /// Closes a bar.
    pub bar_close: &'static str,
    /// Fills a bar.
    pub bar_full: &'static str,
    /// Is the rest of a bar.
    pub bar_rest: &'static str,
    /// Marks 0.7 on a bar.
    pub bar_mark: &'static str,
    /// Fills the clock's bar.
    pub clock_full: &'static str,
    /// Is the rest of the clock's bar.
    pub clock_rest: &'static str,
    /// Draws the dots of big digits: only the upper half of a cell, only the lower, both; without them strokes draw them.
    pub dots: Option<[&'static str; 3]>,
    /// Draws a line from left to right.
    pub rule: &'static str,
    /// Draws a line from top to bottom.
    pub wall: &'static str,
    /// Draws the corners: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    /// Ends the line to a target.
    pub arrow_head: &'static str,
    /// Marks 0.7 on the line to a target.
    pub line_mark: &'static str,
    /// Marks the latest reading on the line to a target.
    pub point: &'static str,
    /// Stands before the screen that is open.
    pub tab_here: &'static str,
    /// Stands before the screens that are not.
    pub tab_other: &'static str,
    /// Is the chosen one of several.
    pub chosen: &'static str,
    /// Is one of several, not chosen.
    pub free: &'static str,
    /// Draws a strong line: across, up and down, from where it falls, from where it climbs.
    pub strong: [&'static str; 4],
    /// Fills a cell of a bar that stands upright, from its lowest step to the whole.
    pub column: &'static [&'static str],
    /// Heights of a trend from lowest to highest.
    pub steps: &'static [&'static str],
    /// Stands where a reading is missing.
    pub gap: &'static str,
}

impl Glyphs {
    /// The sign of an answer with yes or no; a question mark where none was given.
    pub fn answer(&self, answer: Option<bool>) -> &'static str {
        match answer {
            Some(true) => self.done,
            Some(false) => self.cross,
            None => "?",
        }
    }

    /// The signs of a terminal that shows Unicode.
    pub const UNICODE: Self = Self {
        cursor: "▸",
        marked: "*",
        folded: "▹",
        unfolded: "▿",
        attention: "!",
        waiting: "›",
        draft: "☐",
        done: "✓",
        light_on: "✓",
        light_off: "☐",
        cross: "✗",
        up: "↑",
        level: "→",
        down: "↓",
        to: "→",
        ellipsis: "…",
        more_above: "↑",
        more_below: "↓",
        cut_left: "‹",
        cut_right: "›",
        dot: "·",
        bar_open: "",
        bar_close: "",
        bar_full: "▰",
        bar_rest: "▱",
        bar_mark: "┊",
        clock_full: "▐",
        clock_rest: "░",
        dots: Some(["▀", "▄", "█"]),
        rule: "─",
        wall: "│",
        corners: ["┌", "┐", "└", "┘"],
        arrow_head: "▶",
        line_mark: "┼",
        point: "◆",
        tab_here: "◆",
        tab_other: "○",
        chosen: "(•)",
        free: "( )",
        strong: ["━", "┃", "┓", "┛"],
        column: &["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
        steps: &["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
        gap: "·",
    };

    /// The signs of any terminal.
    pub const ASCII: Self = Self {
        cursor: ">",
        marked: "*",
        folded: "+",
        unfolded: "-",
        attention: "[!]",
        waiting: "[>]",
        draft: "[ ]",
        done: "[v]",
        light_on: "#",
        light_off: ".",
        cross: "[x]",
        up: "+",
        level: "=",
        down: "-",
        to: "->",
        ellipsis: "...",
        more_above: "^",
        more_below: "v",
        cut_left: "<",
        cut_right: ">",
        dot: "-",
        bar_open: "[",
        bar_close: "]",
        bar_full: "#",
        bar_rest: ".",
        bar_mark: ":",
        clock_full: "#",
        clock_rest: ".",
        dots: None,
        rule: "-",
        wall: "|",
        corners: ["+", "+", "+", "+"],
        arrow_head: ">",
        line_mark: ":",
        point: "o",
        tab_here: "*",
        tab_other: "-",
        chosen: "(*)",
        free: "( )",
        strong: ["=", "|", "+", "+"],
        column: &[".", ":", "#"],
        // Digits would be read as a number beside the numbers that follow.
        steps: &["_", "-", "=", "+", "*", "#"],
        gap: ".",
    };

    /// Returns the signs for a choice in an environment.
    pub fn detect(choice: GlyphChoice, env: &dyn Fn(&str) -> Option<String>) -> &'static Self {
        if choice.is_ascii(env) { &Self::ASCII } else { &Self::UNICODE }
    }
}

/// Takes the typography out of a frame that may hold only ASCII signs of ours; letters of people's names stay.
pub fn settle(buffer: &mut Buffer, glyphs: &Glyphs) {
    if *glyphs != Glyphs::ASCII {
        return;
    }
    for cell in &mut buffer.content {
        let mut signs = cell.symbol().chars();
        if let (Some(sign), None) = (signs.next().and_then(ascii_sign), signs.next()) {
            cell.set_char(sign);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::fit;

    #[test]
    fn signs_that_share_a_column_are_one_cell_wide() {
        for set in [&Glyphs::UNICODE, &Glyphs::ASCII] {
            let single = [
                set.cursor,
                set.bar_full,
                set.bar_rest,
                set.bar_mark,
                set.rule,
                set.wall,
                set.point,
                set.cut_left,
                set.light_on,
                set.light_off,
                set.more_above,
                set.more_below,
            ];
            assert!(
                single
                    .iter()
                    .chain(set.steps)
                    .chain(set.column)
                    .chain(&set.strong)
                    .chain(&set.corners)
                    .chain(set.dots.iter().flatten())
                    .all(|sign| fit::width(sign) == 1)
            );
            assert!(fit::width(set.chosen) == fit::width(set.free));
        }
        assert!(format!("{:?}", Glyphs::ASCII).is_ascii());
        assert!(!format!("{:?}", Glyphs::UNICODE).contains('\u{fe0f}'));
    }
}
