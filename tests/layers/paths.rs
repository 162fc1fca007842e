//! Every path a source text names, written out from the crate's root.

use super::tokens::Token;

/// A path and the line it begins on.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    /// The path, as `crate::domain::score` or `std::fs`; a `*` stands for all within.
    pub path: String,
    /// Where it stands.
    pub line: usize,
}

/// Finds all paths, in `use` and in code; `module` is where the text stands, as `crate::domain::score`.
pub fn named(tokens: &[Token], module: &str) -> Vec<Named> {
    let mut reader =
        Reader { tokens, at: 0, module: module.split("::").map(str::to_owned).collect(), found: vec![] };
    let mut inner: Vec<usize> = Vec::new();
    let mut depth = 0_usize;
    while let Some(text) = reader.text(0) {
        match text {
            "use" if reader.text(1) != Some("<") => {
                reader.at += 1;
                reader.tree(&[]);
                continue;
            }
            "mod" if reader.text(2) == Some("{") => {
                inner.push(depth);
                reader.module.extend(reader.text(1).map(str::to_owned));
                reader.at += 1;
            }
            "{" => depth += 1,
            "}" => {
                depth = depth.saturating_sub(1);
                if inner.pop_if(|start| *start == depth).is_some() {
                    reader.module.pop();
                }
            }
            _ if reader.text(1) == Some("::") && reader.tokens[reader.at].is_word() => {
                reader.in_code();
                continue;
            }
            _ => {}
        }
        reader.at += 1;
    }
    reader.found
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    module: Vec<String>,
    found: Vec<Named>,
}

impl Reader<'_> {
    fn text(&self, ahead: usize) -> Option<&str> {
        self.tokens.get(self.at + ahead).map(|token| token.text.as_str())
    }

    /// Reads one branch of a `use`, up to the `,`, `}` or `;` that ends it.
    fn tree(&mut self, stem: &[String]) {
        let mut path = stem.to_vec();
        let line = self.tokens.get(self.at).map_or(0, |token| token.line);
        while let Some(text) = self.text(0).map(str::to_owned) {
            match text.as_str() {
                "{" => return self.branches(&path),
                "," | "}" | ";" => break,
                "as" => self.at += 1, // and below, past the new name
                "::" => {}
                "self" if !path.is_empty() => {}
                _ => path.push(text),
            }
            self.at += 1;
        }
        self.note(&path, line);
    }

    fn branches(&mut self, stem: &[String]) {
        self.at += 1;
        while let Some(text) = self.text(0) {
            match text {
                "}" => {
                    self.at += 1;
                    return;
                }
                "," => self.at += 1,
                _ => self.tree(stem),
            }
        }
    }

    fn in_code(&mut self) {
        let line = self.tokens[self.at].line;
        let mut path = vec![self.tokens[self.at].text.clone()];
        self.at += 1;
        while self.text(0) == Some("::") && self.tokens.get(self.at + 1).is_some_and(Token::is_word) {
            path.extend(self.text(1).map(str::to_owned));
            self.at += 2;
        }
        self.note(&path, line);
    }

    fn note(&mut self, path: &[String], line: usize) {
        let Some(first) = path.first() else { return };
        let (start, mut written_out) = match first.as_str() {
            "quarterdeck" => (1, vec!["crate".to_owned()]),
            "self" => (1, self.module.clone()),
            "super" => (0, self.module.clone()),
            _ => (0, Vec::new()),
        };
        for name in &path[start..] {
            match name.as_str() {
                "super" => written_out.truncate(written_out.len().saturating_sub(1).max(1)),
                name => written_out.push(name.to_owned()),
            }
        }
        self.found.push(Named { path: written_out.join("::"), line });
    }
}

/// Whether a path lies at or below another.
pub fn is_within(path: &str, root: &str) -> bool {
    path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[cfg(test)]
mod checks {
    use super::super::tokens::read;
    use super::*;

    fn paths(source: &str) -> String {
        let found = named(&read(source), "crate::tui::screens::scoring");
        found.into_iter().map(|named| named.path).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_use_is_written_out_branch_by_branch() {
        let cases = [
            ("use crate::domain::Score;", "crate::domain::Score"),
            (
                "pub(crate) use crate::{domain::{self, Cycle as C}, store};",
                "crate::domain crate::domain::Cycle crate::store",
            ),
            ("use super::*; use super::super::run;", "crate::tui::screens::* crate::tui::run"),
            ("use self::parts::Region;", "crate::tui::screens::scoring::parts::Region"),
            ("use std::{fs, time::{Instant}}; a", "std::fs std::time::Instant"),
            ("use quarterdeck::cli;", "crate::cli"),
            ("use ::chrono::Utc;", "chrono::Utc"),
        ];
        for (source, expected) in cases {
            assert_eq!(paths(source), expected, "{source}");
        }
    }

    #[test]
    fn paths_in_code_are_found() {
        let cases = [
            ("let a = crate::store::load(b::c);", "crate::store::load b::c"),
            ("fn f() -> Vec<super::Row> { Utc::now() }", "crate::tui::screens::Row Utc::now"),
            ("Vec::<crate::domain::Id>::new()", "Vec crate::domain::Id"),
            ("$crate::tui::run!()", "crate::tui::run"),
            (
                "mod inner { use super::Own; } use super::Row;",
                "crate::tui::screens::scoring::Own crate::tui::screens::Row",
            ),
            ("fn f() -> impl Iterator + use<'a> {}", ""),
        ];
        for (source, expected) in cases {
            assert_eq!(paths(source), expected, "{source}");
        }
    }
}
