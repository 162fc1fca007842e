//! Keeps what could not be saved, so that nothing typed is lost.

use std::fs::{self, DirBuilder};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::patch::render;
use super::record;
use super::write::again;
use crate::domain::change::Change;

/// Writes a change as it was wanted into a new file of the state folder, readable by this person only.
pub(super) fn keep(folder: &Path, change: &Change) -> io::Result<PathBuf> {
    make(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix("not-saved-").suffix(".toml");
    let mut file = again(|| builder.tempfile_in(folder))?;
    file.write_all(render(&wanted(change)).as_bytes())?;
    again(|| file.as_file().sync_all())?;
    Ok(file.keep()?.1)
}

/// The sentence of a change and what each file was to hold.
fn wanted(change: &Change) -> Table {
    let files = change.edits.iter().map(|edit| {
        let mut file = Table::new();
        if let Some((address, _)) = &edit.before {
            file.insert("before".to_owned(), address.to_string().into());
        }
        if let Some((address, record)) = &edit.after {
            file.insert("after".to_owned(), address.to_string().into());
            file.insert("text".to_owned(), render(&record::table(record)).into());
        }
        Value::Table(file)
    });
    let mut wanted = Table::new();
    wanted.insert("wanted".to_owned(), change.sentence.as_str().into());
    wanted.insert("file".to_owned(), Value::Array(files.collect()));
    wanted
}

/// Makes a folder that only this person may look into.
pub(super) fn make(folder: &Path) -> io::Result<()> {
    if fs::metadata(folder).is_ok_and(|found| found.is_dir()) {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    again(|| builder.create(folder))
}
