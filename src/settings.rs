//! What a person has chosen for this machine, in two files of their own, and what holds where nothing is said. Both the command
//! line and the screens read it here.
//!
//! ```text
//! config     the texts of both files, read and written     keymap     which key does what
//! actions    one table of all that can be done             keys       a key, as it is sent, written and shown
//! colours    which are wanted, which a terminal can show   signs      the same of signs
//! clipboard  where a text goes that is copied              program    where a program stands, which is the editor
//! ```

pub mod actions;
pub mod clipboard;
pub mod colours;
pub mod config;
pub mod keymap;
pub mod keys;
pub mod program;
pub mod signs;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use self::config::{CONFIG, Chosen, Config, ConfigTexts};
use self::keymap::Mistake;
use crate::store::{out, state};
use crate::words::notices as words;
use crate::words::settings as of_files;

/// The smallest terminal that Quarterdeck draws on: columns and rows.
pub const SMALLEST: (u16, u16) = (60, 16);

/// The files in the folder of settings.
pub const FILES: [&str; 2] = ["config.toml", "keys.toml"];

/// The longest file of settings, in bytes.
const LONGEST: u64 = 1 << 20;

/// Reads the settings of a folder; what is not there is as usual.
#[must_use]
pub fn read(folder: Option<&Path>) -> Config {
    let mut unread = Vec::new();
    let [config, keys] = FILES.map(|name| {
        text(&folder?.join(name)).unwrap_or_else(|says| {
            unread.push(Mistake { file: name, line: None, says });
            None
        })
    });
    let mut config = Config::read(&ConfigTexts { config, keys });
    config.mistakes.splice(..0, unread);
    config
}

/// The text of a file, where there is one.
///
/// # Errors
/// It is there and cannot be read; in words.
fn text(path: &Path) -> Result<Option<String>, String> {
    let about = match fs::metadata(path) {
        Err(why) if matches!(why.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        about => about.map_err(|why| why.to_string())?,
    };
    if !about.is_file() {
        return Err(of_files::IT_IS_NO_FILE.to_owned());
    }
    if about.len() > LONGEST {
        return Err(of_files::it_is_longer_than(LONGEST));
    }
    fs::read_to_string(path).map(Some).map_err(|why| why.to_string())
}

/// Writes a choice into the settings; every other line of the file stays as it is.
///
/// # Errors
/// It cannot be written, or what stands there cannot be read; in words.
pub fn keep(folder: Option<&Path>, choice: Chosen) -> Result<PathBuf, String> {
    let folder = folder.ok_or(words::YOU_HAVE_NO_HOME_FOLDER_HERE)?;
    let path = folder.join(FILES[0]);
    let text = match fs::read_to_string(&path) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => CONFIG.to_owned(),
        text => text.map_err(|why| format!("{}: {why}", path.display()))?,
    };
    let text = config::keeping(&text, choice).map_err(|why| format!("{}: {why}", path.display()))?;
    let written = state::make(folder).and_then(|()| out::put(&path, &text));
    written.map(|()| path.clone()).map_err(|why| format!("{}: {why}", path.display()))
}
