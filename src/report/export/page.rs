//! Fills the templates of a page. Every value is escaped for the form it stands in, in a team's own template too.

use std::fmt;
use std::io;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, ValueKind};
use minijinja::{AutoEscape, Environment, Error, Output, State, UndefinedBehavior, Value, escape_formatter};
use serde::Serialize;

/// The form of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For a pull request or a wiki.
    Markdown,
    /// One file for a browser, with its drawings, that loads nothing.
    Html,
}

impl Form {
    /// The name of the template, also of a team's own: `quarter.md`.
    pub fn template(self) -> &'static str {
        match self {
            Self::Markdown => "quarter.md",
            Self::Html => "quarter.html",
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::Markdown => include_str!("../../../assets/export/quarter.md"),
            Self::Html => include_str!("../../../assets/export/quarter.html"),
        }
    }

    fn escape(self) -> AutoEscape {
        match self {
            Self::Markdown => AutoEscape::Custom("markdown".into()),
            Self::Html => AutoEscape::Html,
        }
    }
}

/// Why a template cannot be filled, with its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub says: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.says)
    }
}

impl From<Error> for Broken {
    fn from(error: Error) -> Self {
        let detail = error.detail().map(|detail| format!(": {detail}")).unwrap_or_default();
        Self { line: error.line(), says: format!("{}{detail}", error.kind()) }
    }
}

/// Fills a template. The notice is put below what a team's own leaves it out of.
pub(super) fn fill(form: Form, own: Option<&str>, document: &impl Serialize) -> Result<String, Broken> {
    let environment = environment(form, own.unwrap_or(form.text()))?;
    let value = Value::from(Serde(document));
    let notice = value.get_attr("notice")?;
    let page = environment.get_template(form.template())?.render(value)?;
    Ok(if own.is_some() { with_notice(form, page, &notice.to_string()) } else { page })
}

/// Fills our own template and writes what it comes to piece by piece.
pub(super) fn write_filled(form: Form, document: Value, out: &mut dyn io::Write) -> io::Result<()> {
    let mut out = io::BufWriter::with_capacity(1 << 16, out);
    let environment = environment(form, form.text()).map_err(io::Error::other)?;
    let template = environment.get_template(form.template()).map_err(io::Error::other)?;
    template.render_captured_to(document, &mut out).map_err(|error| unwritten(&error))?;
    io::Write::flush(&mut out)
}

/// Why a page could not be written, in the system's words.
fn unwritten(error: &Error) -> io::Error {
    let why = std::error::Error::source(error).and_then(|why| why.downcast_ref::<io::Error>());
    why.map_or_else(|| io::Error::other(error.to_string()), |why| io::Error::new(why.kind(), why.to_string()))
}

fn environment(form: Form, template: &str) -> Result<Environment<'_>, Error> {
    let mut environment = Environment::new();
    // What is not there may be asked for, but not written and not gone through: a slip would be an empty page.
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    let lines =
        SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?;
    environment.set_syntax(lines);
    environment.set_auto_escape_callback(move |_| form.escape());
    environment.set_formatter(write);
    environment.add_template(form.template(), template)?;
    Ok(environment)
}

fn with_notice(form: Form, page: String, notice: &str) -> String {
    let shown = without_comments(&page);
    let stands = match form {
        Form::Markdown => shown.contains(&markdown(notice)),
        Form::Html => shown.contains(notice),
    };
    // A comment that is never closed would take the notice in.
    let is_open = page.rfind("<!--").is_some_and(|at| !page[at..].contains("-->"));
    let page = if is_open && !stands { format!("{} -->\n", page.trim_end()) } else { page };
    match form {
        _ if stands => page,
        Form::Markdown => format!("{}\n\n> {}\n", page.trim_end(), markdown(notice)),
        Form::Html => format!("{}\n<p>{notice}</p>\n", page.trim_end()),
    }
}

/// A page without its comments, which no reader sees.
fn without_comments(page: &str) -> String {
    let mut parts = page.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once("-->")).fold(first, |shown, (_, rest)| shown + rest)
}

fn write(out: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
    let is_markdown = matches!(state.auto_escape(), AutoEscape::Custom(_));
    match value.kind() {
        ValueKind::None | ValueKind::Undefined => Ok(()),
        ValueKind::String if !value.is_safe() && value.as_str().is_some_and(|text| text.contains('\n')) => {
            for (at, line) in value.as_str().into_iter().flat_map(str::lines).enumerate() {
                // Between the tags of a list and in a table a line breaks by this in Markdown too.
                out.write_str(if at > 0 { "<br>" } else { "" })?;
                write(out, state, &Value::from(line))?;
            }
            Ok(())
        }
        _ if is_markdown && !value.is_safe() => Ok(out.write_str(&markdown(&value.to_string()))?),
        _ if is_markdown => Ok(out.write_str(&value.to_string())?),
        _ => escape_formatter(out, state, value),
    }
}

/// A text that stays text wherever it stands in a Markdown page: no mark-up, no link, no mention, no row of its own.
fn markdown(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for (at, letter) in text.char_indices() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '$' | '!' => safe.extend(['\\', letter]),
            '+' | '-' | '=' if at == 0 => safe.extend(['\\', letter]),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '@' => safe.push_str("&#64;"),
            '\r' => safe.push(' '),
            _ => safe.push(letter),
        }
    }
    // "1. " at the start of a line would begin a list.
    let digits = safe.bytes().take_while(u8::is_ascii_digit).count();
    let begins_a_list = matches!(&safe.as_bytes()[digits..], [b'.' | b')'] | [b'.' | b')', b' ', ..]);
    if digits > 0 && begins_a_list {
        safe.insert(digits, '\\');
    }
    safe.replace("://", ":&#47;/").replace("www.", "www&#46;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_gets_out_of_its_place_in_markdown() {
        let cases = [
            ("a | b", "a \\| b"),
            ("1. first", "1\\. first"),
            ("- item", "\\- item"),
            ("[x](http://a.b)", "\\[x\\](http:&#47;/a.b)"),
            ("<script>", "&lt;script&gt;"),
            ("@team **now**", "&#64;team \\*\\*now\\*\\*"),
            ("5xx from 2.3 % to 0.5 %", "5xx from 2.3 % to 0.5 %"),
        ];
        for (text, expected) in cases {
            assert_eq!(markdown(text), expected);
        }
    }

    #[derive(Serialize)]
    struct Only {
        notice: &'static str,
        text: &'static str,
    }

    #[test]
    fn a_teams_own_template_escapes_too_and_cannot_leave_the_notice_out() {
        let only = Only { notice: "Not a measure.", text: "<b>*x*" };
        let fill = |form, own| fill(form, Some(own), &only).unwrap();
        assert_eq!(fill(Form::Html, "{{ text }}"), "&lt;b&gt;*x*\n<p>Not a measure.</p>\n");
        assert_eq!(fill(Form::Markdown, "{{ text }}"), "&lt;b&gt;\\*x\\*\n\n> Not a measure.\n");
        let lines = Only { text: "one\n\n<two>", ..only };
        for form in [Form::Html, Form::Markdown] {
            let page = super::fill(form, Some("{{ text }}"), &lines).unwrap();
            assert!(page.starts_with("one<br><br>&lt;two&gt;\n"), "{page}");
        }
        let hidden = "<!-- {{ notice }} -->x";
        assert_eq!(
            fill(Form::Html, hidden),
            "<!-- Not a measure. -->x\n<p>Not a measure.</p>\n",
            "a comment is not read"
        );
        assert_eq!(
            fill(Form::Html, "x <!-- draft"),
            "x <!-- draft -->\n<p>Not a measure.</p>\n",
            "nor is one that is never closed"
        );
        assert_eq!(fill(Form::Html, "<!-- a -->{{ notice }}"), "<!-- a -->Not a measure.");
        assert_eq!(fill(Form::Markdown, "{{ notice }}"), "Not a measure.");
    }

    #[test]
    fn what_is_wrong_with_a_template_has_its_line() {
        let only = Only { notice: "", text: "" };
        let broken = fill(Form::Html, Some("a\n{% for x in %}"), &only).unwrap_err();
        assert_eq!(broken.line, Some(2));
    }
}
