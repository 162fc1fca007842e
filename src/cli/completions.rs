//! `okr completions`: what a shell needs to complete the command line.

use clap::{Args, CommandFactory as _, ValueEnum};
use clap_complete::{Shell, generate};
use clap_complete_nushell::Nushell;
use serde_json::json;

use super::Line;
use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use crate::words::cli::help::program as help;

#[derive(Debug, Args)]
#[command(about = help::COMPLETIONS, before_help = help::COMPLETIONS_EXAMPLES)]
pub(super) struct Completions {
    #[arg(help = help::COMPLETIONS_SHELL)]
    shell: ShellName,
}

/// The shells that are known.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum ShellName {
    Bash,
    Zsh,
    Fish,
    #[value(name = "powershell")]
    PowerShell,
    Nushell,
}

impl Completions {
    #[expect(clippy::unnecessary_wraps, reason = "every verb is run alike")]
    pub(super) fn run(self, _: &mut Call) -> Result<Answer, Halt> {
        let mut script = Vec::new();
        let mut line = Line::command();
        let mut of_shell = |shell: Shell| generate(shell, &mut line, "okr", &mut script);
        match self.shell {
            ShellName::Bash => of_shell(Shell::Bash),
            ShellName::Zsh => of_shell(Shell::Zsh),
            ShellName::Fish => of_shell(Shell::Fish),
            ShellName::PowerShell => of_shell(Shell::PowerShell),
            ShellName::Nushell => generate(Nushell, &mut Line::command(), "okr", &mut script),
        }
        let script = String::from_utf8_lossy(&script).into_owned();
        let json = json!({ "script": script });
        Ok(Answer::data(script, json))
    }
}
