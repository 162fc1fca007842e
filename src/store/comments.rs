//! Finds the comments of a document, and nothing that only looks like one.

/// The comments of a text, from `#` to the end of the line, in their order. In a text that is no TOML some may be missed.
pub(super) fn of(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        at = match bytes[at] {
            b'#' => {
                let end = end_of_line(bytes, at);
                found.push(text[at..end].trim_end());
                end
            }
            quote @ (b'"' | b'\'') => end_of_string(bytes, at, quote),
            _ => at + 1,
        };
    }
    found
}

/// The byte at which a line ends.
pub(super) fn end_of_line(bytes: &[u8], from: usize) -> usize {
    bytes[from..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| from + length)
}

/// The byte after the string that opens at `from`; a string of one line ends with its line at the latest.
pub(super) fn end_of_string(bytes: &[u8], from: usize, quote: u8) -> usize {
    let fence = [quote; 3];
    let long = bytes[from..].starts_with(&fence);
    let mut at = from + if long { 3 } else { 1 };
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == b'"' => at += 1,
            b'\n' if !long => return at,
            _ if long && bytes[at..].starts_with(&fence) => return at + 3,
            byte if !long && byte == quote => return at + 1,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_comment_is_told_from_a_sign_in_a_string() {
        let cases: [(&str, &[&str]); 8] = [
            ("# a\nx = 1 # b \r\n#\n", &["# a", "# b", "#"]),
            ("x = '# no' # yes", &["# yes"]),
            ("x = \"# \\\" # no\" # yes", &["# yes"]),
            ("x = '\\' # yes", &["# yes"]),
            ("x = \"\"\"\n# no \\\"\"\" # no\n\"\"\" # yes", &["# yes"]),
            ("x = '''\n# no ' '' \n''''' # yes", &["# yes"]),
            ("x = 'open # no\n# yes", &["# yes"]),
            ("x = [\n  1, # yes\n]\n", &["# yes"]),
        ];
        for (text, expected) in cases {
            assert_eq!(of(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_gone_through(text in "[#\"'\\\\a\u{e9}\n ]{0,40}") {
            for comment in of(&text) {
                prop_assert!(comment.starts_with('#') && text.contains(comment));
            }
        }
    }
}
