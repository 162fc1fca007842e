//! A page of plain text, line by line, safe for a terminal whatever the files say.

use unicode_width::UnicodeWidthStr as _;

use crate::domain::display::visible;

/// Lines of text. Whatever is put on it becomes visible; a line break within a text does not break the line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    text: String,
}

impl Page {
    /// Puts one line at the end.
    pub fn line(&mut self, text: &str) {
        self.text.push_str(visible(text).trim_end());
        self.text.push('\n');
    }

    /// Puts an empty line at the end, unless one stands there or the page is empty.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Puts a text at the end, each of its lines on one; those after the first are moved in.
    pub fn lines(&mut self, text: &str) {
        self.moved_in(text, 2);
    }

    /// Puts a name and its text on a line, the texts of several rows below one another, and so are the lines of one text.
    pub fn row(&mut self, name: &str, text: &str) {
        const NAMES: usize = 18;
        let name = visible(name);
        let blanks = NAMES.saturating_sub(name.width()).max(2);
        self.moved_in(&format!("{name}{}{text}", " ".repeat(blanks)), name.width() + blanks);
    }

    fn moved_in(&mut self, text: &str, blanks: usize) {
        for (at, line) in text.trim_end().split('\n').enumerate() {
            let before = if at == 0 { 0 } else { blanks };
            self.line(&format!("{}{}", " ".repeat(before), line.trim_end_matches('\r')));
        }
    }

    /// The whole text.
    pub fn into_text(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_neither_breaks_its_line_nor_moves_the_cursor() {
        let mut page = Page::default();
        page.gap();
        page.line("a\nb\u{1b}[2J");
        page.gap();
        page.gap();
        page.row("title", "東京 \nand more\n");
        page.lines("dropped: we know\n\nmore");
        assert_eq!(
            page.into_text(),
            "a␊b␛[2J\n\ntitle             東京\n                  and more\ndropped: we know\n\n  more\n"
        );
    }
}
