//! Puts a change into the text of a document, where it belongs and nowhere else.
//!
//! The places come from the spans of `toml_edit`; only the stretches that change are replaced, so comments, order,
//! spelling and line endings of everything else stay byte for byte. What the values mean is left to others.

mod list;
mod sections;
mod splice;
mod values;

use std::error::Error;
use std::fmt;

use toml::Table;
use toml_edit::Document;

use super::element::same_table;
use super::overlay::overlay;
use super::render::Writer;
use crate::words::store::saving as words;
use sections::Patcher;

/// Why a document could not be patched; it is left as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatchError {
    /// The document is no TOML at this byte.
    Syntax {
        /// The byte at which reading ended.
        offset: usize,
        /// What the reader said about it.
        message: String,
    },
    /// The document is laid out so that the change cannot be put in without harm.
    Layout,
}

impl PatchError {
    fn behind(self, prefix: usize) -> Self {
        match self {
            Self::Syntax { offset, message } => Self::Syntax { offset: offset + prefix, message },
            Self::Layout => Self::Layout,
        }
    }
}

impl fmt::Display for PatchError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { message, .. } => formatter.write_str(&words::the_file_cannot_be_read(message)),
            Self::Layout => formatter.write_str(words::THE_CHANGE_CANNOT_BE_PUT_INTO_THIS_FILE),
        }
    }
}

impl Error for PatchError {}

/// Applies the difference from `before` to `after` to a document.
///
/// A value is replaced where it stands, a new key goes behind the last of its table, a removed one takes its line
/// along, new blocks go to the end of their array; blocks are told apart by `id`, else `date`, else position. Keys
/// that neither table mentions stay. Without a difference the text comes back as it is; with one, it ends with a
/// line ending.
///
/// # Errors
///
/// [`PatchError::Syntax`] if `text` is no TOML, [`PatchError::Layout`] if the outcome would not mean what it should.
pub fn patch(text: &str, before: &Table, after: &Table) -> Result<String, PatchError> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let bom = &text[..text.len() - body.len()];
    let current = parsed(body).map_err(|error| error.behind(bom.len()))?;
    let mut wanted = current.clone();
    overlay(&mut wanted, before, after);
    if same_table(&current, &wanted) {
        return Ok(text.to_owned());
    }
    let newline = newline_of(body);
    let body =
        if body.is_empty() || body.ends_with('\n') { body.to_owned() } else { format!("{body}{newline}") };
    let document = Document::parse(body.as_str()).map_err(|_| PatchError::Layout)?;
    let mut patcher = Patcher::new(&body, newline);
    patcher.document(document.as_table(), &current, &wanted);
    let outcome = patcher.outcome();
    match parsed(&outcome) {
        Ok(meaning) if same_table(&meaning, &wanted) => Ok(format!("{bom}{outcome}")),
        _ => Err(PatchError::Layout),
    }
}

/// Writes a new document: single values first, then tables, then blocks, with plain line endings.
pub fn render(after: &Table) -> String {
    let mut writer = Writer::new("\n");
    writer.content(&[], after);
    writer.text
}

pub(super) fn parsed(text: &str) -> Result<Table, PatchError> {
    text.parse().map_err(|error: toml::de::Error| PatchError::Syntax {
        offset: error.span().map_or(0, |span| span.start),
        message: error.message().to_owned(),
    })
}

fn newline_of(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests;
