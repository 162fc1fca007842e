//! `okr man`: the manual pages, made from the same words as the help.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, Command, CommandFactory as _};
use clap_mangen::Man as Page;
use clap_mangen::roff::{Roff, roman};
use serde_json::json;

use super::Line;
use super::answer::Answer;
use super::call::Call;
use super::halt::{Code, Halt};
use crate::store::out;
use crate::words::cli::anywhere as words;
use crate::words::cli::help::program as help;

#[derive(Debug, Args)]
#[command(about = help::MAN, before_help = help::MAN_EXAMPLES)]
pub(super) struct Man {
    #[arg(help = help::MAN_VERB, conflicts_with = "into")]
    verb: Option<String>,
    #[arg(help = help::MAN_INTO, long, value_name = "DIR")]
    into: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(self, _: &mut Call) -> Result<Answer, Halt> {
        let mut line = Line::command();
        line.build();
        if let Some(folder) = &self.into {
            return write_all(&line, folder);
        }
        let page = match &self.verb {
            None => Some(line),
            Some(verb) => line.find_subcommand(verb).cloned(),
        };
        let page = page.ok_or_else(|| Halt::usage(words::THERE_IS_NO_SUCH_VERB, words::OKR_HELP))?;
        let text = text_of(page).map_err(|why| Halt::new(Code::NotWritten, why.to_string(), ""))?;
        let json = json!({ "page": text });
        Ok(Answer::document(text, json))
    }
}

/// The name of its page: `okr`, `okr-checkin`.
fn name_of(page: &Command) -> &str {
    page.get_display_name().unwrap_or_else(|| page.get_name())
}

/// The page as text, with the examples that stand above the help behind it, line by line as they are typed.
fn text_of(page: Command) -> io::Result<String> {
    let mut text = Vec::new();
    let examples = page.get_before_help().map(ToString::to_string).unwrap_or_default();
    Page::new(page).render(&mut text)?;
    // The first line is the heading.
    let lines = examples.lines().skip(1).map(|line| roman(format!("{}\n", line.trim())));
    let mut section = Roff::new();
    section.control("SH", ["EXAMPLES"]).control("nf", []).text(lines.collect::<Vec<_>>()).control("fi", []);
    section.to_writer(&mut text)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

fn write_all(line: &Command, folder: &Path) -> Result<Answer, Halt> {
    if !folder.is_dir() {
        let shown = folder.display();
        return Err(Halt::usage(words::there_is_no_folder(&shown), words::make_it_first(&shown)));
    }
    let verbs = line.get_subcommands().filter(|verb| !verb.is_hide_set() && verb.get_name() != "help");
    let pages = std::iter::once(line.clone()).chain(verbs.cloned());
    let mut answer = Answer::data(String::new(), json!({}));
    let mut written = Vec::new();
    for page in pages {
        let path = folder.join(format!("{}.1", name_of(&page)));
        let put = text_of(page).and_then(|text| out::put(&path, &text));
        let hint = words::NAME_A_FOLDER_THAT_MAY_BE_WRITTEN;
        put.map_err(|why| Halt::new(Code::NotWritten, format!("{}: {why}", path.display()), hint))?;
        answer = answer.with_line(&path.display().to_string());
        written.push(path.display().to_string());
    }
    Ok(answer.with("written", json!(written)))
}
