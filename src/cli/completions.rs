//! `okr completions`: what a shell needs to complete the command line.

use clap::builder::PossibleValuesParser;
use clap::{Args, Command, CommandFactory as _, ValueEnum};
use clap_complete::{Shell, generate};
use clap_complete_nushell::Nushell;
use serde_json::json;

use super::Line;
use super::answer::Answer;
use super::call::{Call, themes};
use super::halt::Halt;
use super::schema::kinds;
use crate::method::fields::PLANS;
use crate::report::list::LISTS;
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

/// The command line as shells are told of it: verbs that people type, and the words an argument takes.
fn completed() -> Command {
    let line = Line::command();
    let verbs = line.get_subcommands().filter(|verb| !verb.is_hide_set()).cloned().collect::<Vec<_>>();
    let options = line.get_arguments().cloned().collect::<Vec<_>>();
    let lists = LISTS.iter().map(|list| list.name).collect();
    let line = taking(Command::new("okr").args(options), "theme", themes()).subcommands(verbs);
    line.mut_subcommand("list", |verb| taking(verb, "what", lists))
        .mut_subcommand("schema", |verb| taking(verb, "kind", kinds()))
        .mut_subcommand("checkin", |verb| taking(verb, "plan", PLANS.to_vec()))
}

/// The command with the words that one of its arguments takes.
fn taking(command: Command, name: &str, words: Vec<&'static str>) -> Command {
    let words = PossibleValuesParser::new(words);
    command.mut_args(|arg| if arg.get_id() == name { arg.value_parser(words.clone()) } else { arg })
}

impl Completions {
    #[expect(clippy::unnecessary_wraps, reason = "every verb is run alike")]
    pub(super) fn run(self, _: &mut Call) -> Result<Answer, Halt> {
        let mut script = Vec::new();
        let mut line = completed();
        let mut of_shell = |shell: Shell| generate(shell, &mut line, "okr", &mut script);
        match self.shell {
            ShellName::Bash => of_shell(Shell::Bash),
            ShellName::Zsh => of_shell(Shell::Zsh),
            ShellName::Fish => of_shell(Shell::Fish),
            ShellName::PowerShell => of_shell(Shell::PowerShell),
            ShellName::Nushell => generate(Nushell, &mut completed(), "okr", &mut script),
        }
        let script = String::from_utf8_lossy(&script).into_owned();
        let json = json!({ "script": script });
        Ok(Answer::document(script, json))
    }
}
