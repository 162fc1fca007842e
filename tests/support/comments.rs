//! Files in which everything has a comment, to see that a change keeps them.

/// Writes a comment above and behind every line, none twice, and a key nobody knows at the beginning.
pub fn commented(text: &str) -> String {
    let line = |(at, line): (usize, &str)| {
        let gap = if line.starts_with('[') { "\n" } else { "" };
        format!("{gap}# above {at}\n{line}   # behind {at}\n")
    };
    let lines: String = text.lines().filter(|line| !line.is_empty()).enumerate().map(line).collect();
    format!("# the file\nunknown = \"kept\" # for good\n{lines}# the end\n")
}

/// The comment behind a line.
pub fn behind(line: &str) -> Option<&str> {
    line.find("   # behind").map(|start| &line[start..])
}
