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
use crate::store::place::{Position, position};
use crate::store::{out, state};
use crate::words::anywhere;
use crate::words::settings as of_files;

/// The smallest terminal that Quarterdeck draws on: columns and rows.
pub const SMALLEST: (u16, u16) = (60, 16);

/// The files in the folder of settings.
pub const FILES: [&str; 2] = ["config.toml", "keys.toml"];

/// The longest file of settings, in bytes.
const LONGEST: u64 = 1 << 20;

/// Reads one of a few words, and names them where it is none.
fn chosen<T: Copy, const N: usize>(
    word: &str,
    all: [T; N],
    name: fn(T) -> &'static str,
) -> Result<T, String> {
    let known = || of_files::is_not_one_of(word, all.map(name).join(", "));
    all.into_iter().find(|it| name(*it) == word).ok_or_else(known)
}

/// Reads the settings of a folder; what is not there is as usual.
pub fn read(folder: Option<&Path>) -> Config {
    let mut unread = Vec::new();
    let [config, keys] = FILES.map(|name| {
        text(&folder?.join(name)).unwrap_or_else(|(place, says)| {
            unread.push(Mistake { file: name, place, says });
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
/// It is there and cannot be read, from a place on where that is known; in words.
fn text(path: &Path) -> Result<Option<String>, (Option<Position>, String)> {
    let whole = |says: &str| (None, says.to_owned());
    let about = match fs::metadata(path) {
        Err(why) if matches!(why.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        about => about.map_err(|why| whole(&why.to_string()))?,
    };
    if !about.is_file() {
        return Err(whole(of_files::IT_IS_NO_FILE));
    }
    if about.len() > LONGEST {
        return Err(whole(&of_files::it_is_longer_than(LONGEST)));
    }
    let bytes = fs::read(path).map_err(|why| whole(&why.to_string()))?;
    String::from_utf8(bytes).map(Some).map_err(|why| {
        let readable = String::from_utf8_lossy(&why.as_bytes()[..why.utf8_error().valid_up_to()]);
        (Some(position(&readable, readable.len())), of_files::IT_IS_NO_UTF_8.to_owned())
    })
}

/// Writes a choice into the settings; every other line of the file stays as it is.
///
/// # Errors
/// It cannot be written, or what stands there cannot be read; in words.
pub fn keep(folder: Option<&Path>, choice: Chosen) -> Result<PathBuf, String> {
    let folder = folder.ok_or(anywhere::YOU_HAVE_NO_HOME_FOLDER_HERE)?;
    let path = folder.join(FILES[0]);
    let text = match fs::read_to_string(&path) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => CONFIG.to_owned(),
        text => text.map_err(|why| format!("{}: {why}", path.display()))?,
    };
    let text = config::keeping(&text, choice).map_err(|why| format!("{}: {why}", path.display()))?;
    let written = state::make(folder).and_then(|()| out::put(&path, &text));
    written.map(|()| path.clone()).map_err(|why| format!("{}: {why}", path.display()))
}
