//! `okr config`: a person's own settings, and where everything of theirs stands.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::halt::{Code, Halt};
use crate::settings::config::{CONFIG, KEYS};
use crate::settings::{FILES, read};
use crate::store::{log, out, state};
use crate::words::anywhere;
use crate::words::cli::doctor as words;
use crate::words::cli::help::program as help;

#[derive(Debug, Args)]
#[command(about = help::CONFIG, before_help = help::CONFIG_EXAMPLES)]
pub(super) struct Config {
    #[command(subcommand)]
    act: Option<Act>,
}

/// What can be done with the settings.
#[derive(Debug, Subcommand)]
enum Act {
    #[command(about = help::CONFIG_PATH)]
    Path,
    #[command(about = help::CONFIG_INIT)]
    Init,
}

impl Config {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let folder = folder()?;
        match self.act {
            None => Ok(shown(&folder, call)),
            Some(Act::Path) => Ok(paths(&folder)),
            Some(Act::Init) => init(&folder),
        }
    }
}

fn folder() -> Result<PathBuf, Halt> {
    state::config_folder().ok_or_else(|| {
        Halt::new(
            Code::NotWritten,
            anywhere::YOU_HAVE_NO_HOME_FOLDER_HERE,
            words::SET_HOME_OR_XDG_CONFIG_HOME,
        )
    })
}

/// What holds now, in the words of the file itself, and what is wrong in the files.
fn shown(folder: &Path, call: &Call) -> Answer {
    let config = read(Some(folder));
    let theme = call.options.look.theme.or(config.theme).unwrap_or_default().as_str();
    let words = [
        ("theme", json!(theme)),
        ("color", json!(config.colour.as_str())),
        ("glyphs", json!(config.glyphs.as_str())),
        ("mouse", json!(config.mouse == crate::settings::config::Mouse::Ours)),
        ("bell", json!(config.has_bell)),
        ("footer", json!(config.has_footer)),
        ("clipboard", json!(config.clipboard.as_str())),
    ];
    let mut answer = Answer::data("[ui]\n".to_owned(), json!({ "ui": {} }));
    for (name, value) in words {
        answer = answer.with_line(&format!("{name} = {value}"));
        answer.json["ui"][name] = value;
    }
    let mistakes: Vec<String> = config.mistakes.iter().map(ToString::to_string).collect();
    answer.with_mistakes(&mistakes)
}

fn paths(folder: &Path) -> Answer {
    let mut answer = Answer::data(String::new(), json!({}));
    let places = [
        ("config", Some(folder.join(FILES[0]))),
        ("keys", Some(folder.join(FILES[1]))),
        ("state", state::folder()),
        ("log", state::folder().map(|folder| log::path(&folder))),
    ];
    for (name, path) in places {
        let path = path.map(|path| path.display().to_string()).unwrap_or_default();
        answer = answer.with_line(&format!("{name:<8}{path}")).with(name, json!(path));
    }
    answer
}

fn init(folder: &Path) -> Result<Answer, Halt> {
    let refused = |path: &Path, why: std::io::Error| {
        Halt::new(Code::NotWritten, format!("{}: {why}", path.display()), words::MAKE_THE_FOLDER_YOURSELF)
    };
    state::make(folder).map_err(|why| refused(folder, why))?;
    let mut answer = Answer::data(String::new(), json!({}));
    for (name, text) in FILES.into_iter().zip([CONFIG, KEYS]) {
        let path = folder.join(name);
        if path.exists() {
            answer = answer.say(words::is_there_already_and_stays(path.display()));
            continue;
        }
        out::put(&path, text).map_err(|why| refused(&path, why))?;
        answer = answer.with_line(&path.display().to_string());
    }
    Ok(answer)
}
