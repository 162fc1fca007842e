//! How long files and functions may get, and which names mean "everything".

use super::source::Source;
use super::tokens::{Token, group};

/// Lines of a file before its tests.
const FILE: usize = 400;

/// Lines of a function, from `fn` to its closing brace.
const FUNCTION: usize = 60;

/// Tables that may be longer: file, function (or `file`), why.
pub const LONG: &[(&str, &str, &str)] = &[];

/// Names that end up holding everything, and the words the method does not use.
const TOO_WIDE: &[&str] = &[
    "mod", "util", "utils", "helper", "helpers", "manager", "handler", "app", "commands", "common", "misc",
    "item", "items", "data", "info", "task", "tasks", "owner", "assignee", "grade",
];

/// Says what is too long in a file.
pub fn wrong(file: &Source) -> Vec<String> {
    let may_be_long = |name: &str| LONG.iter().any(|(path, what, _)| file.path == *path && *what == name);
    let mut found = Vec::new();
    let lines = lines_before_tests(&file.text);
    if file.name() != "tests" && lines > FILE && !may_be_long("file") {
        found.push(format!("{}: {lines} lines before its tests, {FILE} at most", file.path));
    }
    for (name, line, lines) in functions(file.code()) {
        if lines > FUNCTION && !may_be_long(&name) {
            found.push(format!("{}:{line}: fn {name} has {lines} lines, {FUNCTION} at most", file.path));
        }
    }
    found
}

/// Says when a file's name means everything.
pub fn wrong_name(file: &Source) -> Vec<String> {
    let is_too_wide = TOO_WIDE.contains(&file.name());
    is_too_wide.then(|| format!("{}: say what it is", file.path)).into_iter().collect()
}

/// Says which modules are declared by a macro: `cargo fmt` does not find them.
pub fn out_of_reach(file: &Source) -> Vec<String> {
    let code = file.code();
    let made = code.windows(2).filter(|two| two[0].text == "mod" && two[1].text == "$");
    made.map(|two| format!("{}:{}: declare the module in plain, for rustfmt", file.path, two[0].line))
        .collect()
}

/// Lines up to the module of tests; a `#[cfg(test)]` on anything else does not count.
fn lines_before_tests(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let begins = |at: usize| {
        let mut after = lines[at + 1..].iter().filter(|line| !line.starts_with("#["));
        lines[at] == "#[cfg(test)]" && after.next().is_some_and(|line| line.starts_with("mod "))
    };
    (0..lines.len()).find(|at| begins(*at)).unwrap_or(lines.len())
}

/// Every function with a body: its name, where it begins, and its lines.
fn functions(code: &[Token]) -> Vec<(String, usize, usize)> {
    let mut found = Vec::new();
    for at in 0..code.len() {
        if code[at].text != "fn" || !code.get(at + 1).is_some_and(Token::is_word) {
            continue;
        }
        let mut end = at;
        while code.get(end).is_some_and(|token| !["{", ";"].contains(&token.text.as_str())) {
            end += if ["(", "["].contains(&code[end].text.as_str()) { group(&code[end..]) } else { 1 };
        }
        if code.get(end).is_some_and(|token| token.text == "{") {
            let last = &code[end + group(&code[end..]) - 1];
            found.push((code[at + 1].text.clone(), code[at].line, last.line - code[at].line + 1));
        }
    }
    found
}

#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn a_long_function_is_found_whatever_its_braces() {
        let long = format!(
            "fn short() {{}}\nfn long(a: [u8; 2]) -> A {{\n{}}}\n",
            "let a = \"}\"; // }\n".repeat(59)
        );
        let found = wrong(&Source::sample("src/domain/a.rs", &long));
        assert_eq!(found, ["src/domain/a.rs:2: fn long has 61 lines, 60 at most"]);
        let fitting = long.replacen("let a", "// let a", 1).replacen("// let a = \"}\"; // }\n", "", 1);
        assert!(wrong(&Source::sample("src/domain/a.rs", &fitting)).is_empty());
    }

    #[test]
    fn a_function_without_a_body_has_no_length() {
        assert!(
            functions(&super::super::tokens::read("trait A { fn a(&self); } type B = fn(u8) -> u8;"))
                .is_empty()
        );
    }

    #[test]
    fn a_file_is_measured_without_its_tests() {
        let long = "const A: u8 = 1;\n".repeat(401);
        assert_eq!(
            wrong(&Source::sample("src/a.rs", &long)),
            ["src/a.rs: 401 lines before its tests, 400 at most"]
        );
        let tested = format!("#[cfg(test)]\nuse a;\n#[cfg(test)]\n#[expect(x)]\nmod tests {{\n{long}}}\n");
        assert!(wrong(&Source::sample("src/a.rs", &tested)).is_empty());
    }

    #[test]
    fn a_module_that_a_macro_declares_is_found() {
        let sample = Source::sample("src/a.rs", "mod b;\nmacro_rules! c { ($d:ident) => { mod $d; } }");
        assert_eq!(out_of_reach(&sample), ["src/a.rs:2: declare the module in plain, for rustfmt"]);
    }

    #[test]
    fn a_name_that_means_everything_is_found() {
        for path in ["src/utils.rs", "src/tui/app.rs", "src/domain/mod.rs", "tests/support/helpers.rs"] {
            assert_eq!(wrong_name(&Source::sample(path, "")).len(), 1, "{path}");
        }
        assert!(wrong_name(&Source::sample("src/domain/objective.rs", "")).is_empty());
    }
}
