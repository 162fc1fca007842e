//! Looks through the plain texts of a quarter without reading them as records: whoever looks for a few words in very many
//! quarters is done with most of them so, in a tenth of the time.

use toml::Value;

use super::load::{Loaded, OpenError};
use super::walk::{RecordFile, Walk, walk_quarter};
use super::{Store, layout, source};
use crate::domain::quarter::{Quarter, QuarterKey};

impl Store {
    /// Reads a quarter apart from everything else, as [`Store::apart`], if the text of any of its files passes a test; what is
    /// written in escapes is tested as it reads. A file that cannot be read passes none; one that is no TOML is tested as it
    /// stands.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn sifted(
        &self,
        outline: &Loaded,
        key: &QuarterKey,
        passes: impl Fn(&str) -> bool,
    ) -> Result<Option<Quarter>, OpenError> {
        let Ok(Walk { files, .. }) = walk_quarter(&self.root, key) else {
            return Err(OpenError::TooMany(self.root.clone()));
        };
        let text = |file: &RecordFile| source::text_at(&file.at, &layout::path(&file.address));
        if !files.iter().any(|file| text(file).is_ok_and(|text| passes(&read_out(text)))) {
            return Ok(None);
        }
        let mut part = self.apart(outline, std::slice::from_ref(key))?;
        Ok(part.workspace.quarters.remove(key))
    }
}

/// A text as it reads: where anything is written in escapes, all its strings.
fn read_out(text: String) -> String {
    if !text.contains('\\') {
        return text;
    }
    let Ok(table) = text.parse::<toml::Table>() else { return text };
    let mut strings = String::new();
    table.values().for_each(|value| add(&mut strings, value));
    strings
}

fn add(strings: &mut String, value: &Value) {
    match value {
        Value::String(text) => {
            strings.push_str(text);
            strings.push('\n');
        }
        Value::Array(all) => all.iter().for_each(|one| add(strings, one)),
        Value::Table(table) => table.values().for_each(|one| add(strings, one)),
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {}
    }
}
