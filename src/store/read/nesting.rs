//! Measures how deep a text nests before anything that recurses looks at it.

use crate::store::comments::{end_of_line, end_of_string};

/// Finds the byte where a TOML text goes deeper than `limit` levels of tables, arrays and dotted keys.
///
/// It counts by brackets and dots outside of strings and comments, in one pass and without recursion; a text
/// that is no TOML is measured as far as that goes.
pub(super) fn too_deep(text: &str, limit: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    // Each level takes a bracket or a dot, and few texts have so many.
    if bytes.iter().filter(|byte| matches!(byte, b'[' | b'{' | b'.')).take(limit + 1).count() <= limit {
        return None;
    }
    let mut depth = Depth::default();
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes[at] {
            b'#' => end_of_line(bytes, at),
            quote @ (b'"' | b'\'') => end_of_string(bytes, at, quote),
            byte => {
                depth.see(byte);
                at + 1
            }
        };
        if depth.now() > limit {
            return Some(at);
        }
        at = end;
    }
    None
}

/// How deep the reading stands.
#[derive(Default)]
struct Depth {
    header: usize,
    in_header: bool,
    dots: usize,
    after_equals: bool,
    in_line: bool,
    open: Vec<usize>,
}

impl Depth {
    fn now(&self) -> usize {
        self.base() + self.dots
    }

    /// The levels above the key that is being read.
    fn base(&self) -> usize {
        self.open.last().copied().unwrap_or(if self.in_header { 1 } else { self.header })
    }

    fn see(&mut self, byte: u8) {
        match byte {
            b'\n' => self.next_entry(false),
            b',' => self.next_entry(true),
            b'=' => self.after_equals = true,
            b'.' if !self.after_equals => self.dots += 1,
            b'[' if self.open.is_empty() && !self.in_line => self.in_header = true,
            b'[' if self.in_header => {}
            b']' if self.in_header => self.close_header(),
            b'[' | b'{' => self.open(),
            b']' | b'}' => {
                self.open.pop();
                self.dots = 0;
            }
            _ => {}
        }
        self.in_line = byte != b'\n' && (self.in_line || !byte.is_ascii_whitespace());
    }

    fn next_entry(&mut self, in_line: bool) {
        self.dots = 0;
        self.after_equals = false;
        self.in_header &= in_line;
    }

    fn close_header(&mut self) {
        self.header = self.dots + 1;
        self.in_header = false;
        self.dots = 0;
    }

    fn open(&mut self) {
        let depth = self.now() + 1;
        self.open.push(depth);
        self.dots = 0;
        self.after_equals = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn depth_counts_tables_arrays_and_dotted_keys() {
        let shallow = [
            "a = [[[1]]]",
            "a = \"[[[[[[[[[\" # [[[[[[",
            "a = '[[[[[' \nb = \"\"\"\n[[[[[\\\"\"\"\" \n\"\"\"",
            "[a.b]\nc = 1.5",
            "[[a]]\nb = 1\n[[a]]\n[a.b]\n",
            "x = 1.1.1.1.1.1.1",
        ];
        for text in shallow {
            assert_eq!(too_deep(text, 3), None, "{text}");
        }
        let deep = [
            "a = [[[[1]]]]",
            "a = {b={c={d={}}}}",
            "a.b.c.d.e = 1",
            "[a.b.c.d]",
            "[[a.b.c.d]]",
            "[a.b]\nc.d = [",
            "a = [{ b.c.d = 1 }]",
            "a = '''x''' \nb = [[[[",
        ];
        for text in deep {
            assert!(too_deep(text, 3).is_some(), "{text}");
        }
    }

    #[test]
    fn a_million_brackets_are_measured_at_once() {
        for text in ["[".repeat(1 << 20), "a=".to_owned() + &"{a=".repeat(1 << 18), "a.".repeat(1 << 19)] {
            let expect_deep = !text.starts_with("[[");
            assert_eq!(too_deep(&text, 64).is_some(), expect_deep);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_measured(text in "[\\[\\]{}\"'\\\\#=,. a\n]{0,80}") {
            let _ = too_deep(&text, 4);
        }
    }
}
