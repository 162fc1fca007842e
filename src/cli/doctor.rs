//! `okr doctor`: looks at terminal, settings, programs and files, and says what to do where something is in the way.

use std::env;
use std::io::{self, IsTerminal as _};
use std::path::Path;

use clap::Args;
use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::crash;
use super::halt::{Code, Halt};
use super::opened;
use crate::settings::clipboard::Route;
use crate::settings::colours::{ColourWishes, Depth};
use crate::settings::config::Config;
use crate::settings::program::{self, found};
use crate::settings::signs::{is_utf8, locale};
use crate::settings::{SMALLEST, read};
use crate::store::lock::Lock;
use crate::store::problem::Level;
use crate::store::write::error::{Reason, WriteError};
use crate::store::{Store, log, state};
use crate::sync;
use crate::words::anywhere;
use crate::words::cli::doctor as words;
use crate::words::cli::help::program as help;
use crate::words::counted;

#[derive(Debug, Args)]
#[command(about = help::DOCTOR, before_help = help::DOCTOR_EXAMPLES)]
pub(super) struct Doctor;

/// One thing that was looked at.
pub(super) struct Look {
    /// What it is.
    what: &'static str,
    /// How it stands.
    says: String,
    /// What to do, where something is in the way.
    pub(super) fix: Option<String>,
}

impl Look {
    fn fine(what: &'static str, says: impl Into<String>) -> Self {
        Self { what, says: says.into(), fix: None }
    }

    fn mend(what: &'static str, says: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { what, says: says.into(), fix: Some(fix.into()) }
    }
}

impl Doctor {
    #[expect(clippy::unused_self, reason = "every verb is run alike")]
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let config = read(state::config_folder().as_deref());
        let own = [
            terminal(),
            colours(call, &config),
            signs(call, &config),
            editor(),
            clipboard(&config),
            settings(&config),
        ];
        let mut looks: Vec<Look> = own.into_iter().chain([state_folder(), failures(), git()]).collect();
        looks.extend(workspace(call)?);
        looks.extend(last_crash());
        let mut answer = Answer::data(String::new(), json!({}));
        for look in &looks {
            let mark = if look.fix.is_some() { "!" } else { " " };
            answer = answer.with_line(&format!("{mark} {:<10}{}", look.what, look.says));
            for line in look.fix.iter().flat_map(|fix| fix.lines()) {
                answer = answer.with_line(&format!("  {:<10}{line}", ""));
            }
        }
        let as_json = |look: &Look| json!({ "what": look.what, "says": look.says, "fix": look.fix });
        let all: Vec<_> = looks.iter().map(as_json).collect();
        let code = if looks.iter().any(|look| look.fix.is_some()) { Code::Findings } else { Code::Fine };
        Ok(answer.with("looked_at", json!(all)).ending(code))
    }
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok()
}

fn terminal() -> Look {
    let what = "terminal";
    let named = variable("TERM").filter(|name| !name.is_empty()).unwrap_or_else(|| words::NO_TERM.to_owned());
    if !io::stdout().is_terminal() {
        return Look::fine(what, words::this_is_none(&named));
    }
    let needed = format!("{}x{}", SMALLEST.0, SMALLEST.1);
    match crossterm::terminal::size() {
        Ok((width, height)) if width >= SMALLEST.0 && height >= SMALLEST.1 => {
            Look::fine(what, format!("{named}, {width}x{height}"))
        }
        Ok((width, height)) => {
            Look::mend(what, format!("{named}, {width}x{height}"), words::the_screens_need(&needed))
        }
        Err(why) => {
            Look::mend(what, words::it_does_not_tell_its_size(&named, &why), words::TRY_ANOTHER_TERMINAL)
        }
    }
}

fn colours(call: &Call, config: &Config) -> Look {
    let wishes = ColourWishes {
        flag: call.options.look.color,
        config: config.colour,
        is_terminal: io::stdout().is_terminal(),
        env: &variable,
    };
    let theme = call.options.look.theme.or(config.theme).unwrap_or_default().as_str();
    Look::fine(
        "colours",
        match Depth::detect(&wishes) {
            Depth::None => words::none_theme(theme),
            Depth::Ansi => words::the_16_of_the_terminal(theme),
            Depth::Rgb => words::any_theme(theme),
        },
    )
}

fn signs(call: &Call, config: &Config) -> Look {
    let locale = locale(&variable).unwrap_or_else(|| words::NO_LOCALE.to_owned());
    if !call.options.look.glyphs().or(config.glyphs).is_ascii(&variable) {
        return Look::fine("signs", format!("Unicode ({locale})"));
    }
    let hint = if is_utf8(&locale) { words::LINES_BY_THE_SETTINGS } else { words::FOR_LINES_AND_ARROWS };
    Look::fine("signs", format!("ASCII ({locale}); {hint}"))
}

fn editor() -> Look {
    let line = program::editor(&variable);
    let Some(program) = program::program_of(&line) else { return Look::fine("editor", line) };
    let fix = words::SET_VISUAL_OR_EDITOR_TO_ONE;
    match found(&program) {
        Some(path) => Look::fine("editor", format!("{line} ({})", path.display())),
        None => Look::mend("editor", words::is_not_found(&line), fix),
    }
}

fn clipboard(config: &Config) -> Look {
    let what = "clipboard";
    let fix = words::CHOOSE_ANOTHER_IN_UI_CLIPBOARD;
    match config.clipboard.route(&variable, &|program| found(program).is_some()) {
        Ok(Route::Terminal) => Look::fine(what, words::THE_TERMINAL_OSC_52),
        Ok(Route::Nowhere) => Look::fine(what, words::OFF_WHAT_IS_COPIED_IS_ONLY_SHOWN),
        Ok(Route::Program(words, _)) if words.first().is_some_and(|program| found(program).is_some()) => {
            Look::fine(what, words.join(" "))
        }
        Ok(Route::Program(words, _)) => Look::mend(what, words::is_not_found(words.join(" ")), fix),
        Err(why) => Look::mend(what, why, fix),
    }
}

fn settings(config: &Config) -> Look {
    let Some(folder) = state::config_folder() else {
        return Look::mend(
            "settings",
            anywhere::YOU_HAVE_NO_HOME_FOLDER_HERE,
            words::SET_HOME_OR_XDG_CONFIG_HOME,
        );
    };
    let mistakes: Vec<String> = config.mistakes.iter().map(ToString::to_string).collect();
    let place = folder.display().to_string();
    match mistakes.as_slice() {
        [] if folder.is_dir() => Look::fine("settings", place),
        [] => Look::fine("settings", words::none_yet(&place)),
        mistakes => Look::mend("settings", place, mistakes.join("\n")),
    }
}

/// Where drafts and undo are kept; with what to do where they cannot be.
pub(super) fn state_folder() -> Look {
    let what = "state";
    let Some(folder) = state::folder() else {
        return Look::mend(what, words::NO_DRAFT_WITHOUT_A_HOME_FOLDER, words::SET_HOME_OR_XDG_STATE_HOME);
    };
    let tried = state::make(&folder).and_then(|()| tempfile::tempfile_in(&folder).map(drop));
    match tried {
        Ok(()) => Look::fine(what, folder.display().to_string()),
        Err(why) => {
            Look::mend(what, format!("{}: {why}", folder.display()), words::DRAFTS_AND_UNDO_CANNOT_BE_KEPT)
        }
    }
}

/// The log of failures; that there is none is fine.
fn failures() -> Look {
    let what = "log";
    let Some(folder) = state::folder() else {
        return Look::fine(what, anywhere::YOU_HAVE_NO_HOME_FOLDER_HERE);
    };
    let path = log::path(&folder);
    match log::count(&folder) {
        Some(count) => Look::fine(what, words::failures_in(path.display(), counted::FAILURES.of(count))),
        None => Look::fine(what, words::no_failure_yet(path.display())),
    }
}

fn git() -> Look {
    match sync::git_version() {
        Some(version) => Look::fine("git", version),
        None => Look::mend("git", words::IT_IS_NOT_FOUND, words::OKR_SYNC_NEEDS_IT),
    }
}

fn workspace(call: &Call) -> Result<Vec<Look>, Halt> {
    let what = "files";
    let checked = opened::store(call).and_then(|store| Ok((opened::check(&store)?, store)));
    let (problems, store) = match checked {
        Ok(checked) => checked,
        Err(halt) if halt.code == Code::Interrupted => return Err(halt),
        Err(halt) if opened::named_or_above(call).ok().flatten().is_none() => {
            let says: Vec<&str> = halt.lines.iter().take(2).map(|line| line.trim_start()).collect();
            return Ok(vec![Look::fine(what, says.join("; "))]);
        }
        Err(halt) => {
            return Ok(vec![Look::mend(what, halt.lines[0].clone(), words::NAME_ANOTHER_FOLDER)]);
        }
    };
    let place = store.root().display().to_string();
    let files = match problems.iter().filter(|it| it.level == Level::Error).count() {
        0 => Look::fine(what, place),
        count => Look::mend(what, words::to_mend(&place, count), words::OKR_CHECK_NAMES_EACH_WITH_ITS_LINE),
    };
    let saving = saving(store.root()).err();
    let saving = saving.map(|why| Look::mend("saving", words::cannot_be_saved(&why), why.hint()));
    let is_called = found("okr").is_none() && sync::is_called_by_a_hook(&store);
    let hooks =
        is_called.then(|| Look::mend("hooks", words::A_HOOK_CALLS_OKR, words::put_into_path(own_folder())));
    Ok([Some(files), saving, Some(merging(&store)), hooks].into_iter().flatten().collect())
}

/// How what several people change at once is merged.
fn merging(store: &Store) -> Look {
    let says = match sync::is_installed(store) {
        None if found("git").is_none() => words::WITHOUT_GIT_NOTHING_IS_MERGED,
        None => words::THE_FOLDER_IS_IN_NO_GIT_REPOSITORY,
        Some(true) => words::GIT_MERGES_OUR_FILES_FIELD_BY_FIELD,
        Some(false) => words::OKR_SYNC_MERGES_FIELD_BY_FIELD,
    };
    Look::fine("merging", says)
}

/// Tries what every save does: it takes the lock and makes a file in the folder.
fn saving(root: &Path) -> Result<(), WriteError> {
    match Lock::take(root) {
        // Another window saves, so one can.
        Err(WriteError { reason: Reason::Busy, .. }) => Ok(()),
        Err(why) => Err(why),
        Ok(_) => tempfile::tempfile_in(root).map(drop).map_err(|why| WriteError::of(root, why)),
    }
}

/// The folder this program lies in.
fn own_folder() -> String {
    let this = env::current_exe().ok();
    let folder = this.as_deref().and_then(Path::parent).map(|folder| folder.display().to_string());
    folder.unwrap_or_default()
}

fn last_crash() -> Option<Look> {
    let path = crash::last()?;
    let fix = words::PLEASE_SEND_IT;
    Some(Look::mend("crash", words::a_report_of_an_earlier_crash(path.display()), fix))
}
