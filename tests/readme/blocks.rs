//! The fenced blocks of a Markdown text.

/// A command shown in a `console` block, and the lines shown as printed by it.
#[derive(Debug, PartialEq, Eq)]
pub struct Example {
    /// Where the command stands, from 1.
    pub line: usize,
    /// What is typed after `$`, joined over lines that end in a backslash.
    pub command: String,
    /// What is shown below, without empty lines and without `…`.
    pub printed: Vec<String>,
}

/// Reads all commands of `console` blocks, in order.
pub fn examples(markdown: &str) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    let mut goes_on = false;
    for (line, text) in fenced(markdown, &["console"]) {
        match (goes_on, text.strip_prefix("$ "), found.last_mut()) {
            (true, _, Some(example)) => {
                let (part, more) = without_backslash(text);
                example.command = format!("{} {}", example.command, part.trim());
                goes_on = more;
            }
            (_, Some(typed), _) => {
                let (part, more) = without_backslash(typed);
                found.push(Example { line, command: part.trim().to_owned(), printed: Vec::new() });
                goes_on = more;
            }
            (_, None, Some(example)) if !is_left_out(text) => example.printed.push(text.to_owned()),
            _ => {}
        }
    }
    found
}

/// Reads the commands of all shell blocks, without `$` and comments.
pub fn commands(markdown: &str) -> Vec<String> {
    let lines = fenced(markdown, &["sh", "shell", "bash", "console"]).into_iter();
    lines
        .map(|(_, text)| {
            text.strip_prefix("$ ").unwrap_or(text).split(" #").next().unwrap_or_default().trim().to_owned()
        })
        .collect()
}

/// The lines that the output lacks, read loosely: blanks count as one, and a line may stand within a longer one.
pub fn missing_from<'a>(output: &str, printed: &'a [String]) -> impl Iterator<Item = &'a String> {
    let output: Vec<String> = output.lines().map(single_blanks).collect();
    printed.iter().filter(move |text| !output.iter().any(|line| line.contains(&single_blanks(text))))
}

/// All lines of the fenced blocks in these languages, with their place from 1.
fn fenced<'a>(markdown: &'a str, languages: &[&str]) -> Vec<(usize, &'a str)> {
    let mut open: Option<&str> = None;
    let mut found = Vec::new();
    for (at, text) in markdown.lines().enumerate() {
        match (open, text.trim_start().strip_prefix("```")) {
            (None, Some(language)) => open = Some(language.trim()),
            (Some(_), Some(_)) => open = None,
            (Some(language), None) if languages.contains(&language) => found.push((at + 1, text)),
            _ => {}
        }
    }
    found
}

fn without_backslash(text: &str) -> (&str, bool) {
    text.strip_suffix('\\').map_or((text, false), |part| (part, true))
}

fn is_left_out(text: &str) -> bool {
    ["", "…", "..."].contains(&text.trim())
}

fn single_blanks(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn examples_are_read_with_what_they_print() {
    let markdown = "# A\n```console\n$ okr status\n  due   today\n…\n$ okr checkin \\\n    --value 1.4%\n```\n```sh\n$ cargo test\n```\n";
    let example = |line, command: &str, printed: &[&str]| Example {
        line,
        command: command.into(),
        printed: printed.iter().map(ToString::to_string).collect(),
    };
    let expected =
        [example(3, "okr status", &["  due   today"]), example(6, "okr checkin --value 1.4%", &[])];
    assert_eq!(examples(markdown), expected);
    assert_eq!(commands("```sh\ncargo test  # all of them\n```\n```toml\ncargo = 1\n```"), ["cargo test"]);
}

#[test]
fn output_is_compared_loosely() {
    let printed = ["due today".to_owned(), "late".to_owned()];
    let missing: Vec<_> = missing_from("payments  due    today, 3 to log\n", &printed).collect();
    assert_eq!(missing, ["late"]);
}
