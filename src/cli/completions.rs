//! `okr completions`: what a shell needs to complete the command line.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Args, Command, CommandFactory as _, ValueEnum};
use clap_complete::{Shell, generate};
use clap_complete_nushell::Nushell;
use serde_json::json;

use super::Line;
use super::answer::Answer;
use super::call::{Call, Options, themes};
use super::halt::Halt;
use super::schema;
use crate::coach::rule::Rule;
use crate::domain::check_in::Plan;
use crate::report::list::LISTS;
use crate::settings::colours::ColourChoice;
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

/// The command line as a shell offers it: without what only git calls, and with the words that are read word by word, so that
/// a wrong one can be answered with the nearest.
fn offered() -> Command {
    let whole = Line::command();
    let verbs = whole.get_subcommands().filter(|verb| !verb.is_hide_set()).cloned();
    let line =
        Options::augment_args(Command::new("okr").version(env!("CARGO_PKG_VERSION"))).subcommands(verbs);
    let of = |words: Vec<&'static str>| {
        move |argument: Arg| argument.value_parser(PossibleValuesParser::new(words))
    };
    let lists = LISTS.iter().map(|list| list.name).collect();
    let colours = ColourChoice::ALL.map(ColourChoice::as_str).to_vec();
    let rules = Rule::ALL.iter().map(|rule| rule.id()).collect();
    line.mut_arg("theme", of(themes()))
        .mut_arg("color", of(colours))
        .mut_subcommand("lint", |lint| lint.mut_arg("explain", of(rules)))
        .mut_subcommand("list", |list| {
            list.mut_arg("what", |what| of(lists)(what).index(1)).mut_arg("words", |words| words.index(2))
        })
        .mut_subcommand("schema", |schema| schema.mut_arg("kind", of(schema::kinds())))
        .mut_subcommand("checkin", |checkin| checkin.mut_arg("plan", of(Plan::WORDS.to_vec())))
}

/// The script for fish without the verb `help` among what ends the offers behind `okr help`: it is always seen there.
fn offers_verbs_to_help(script: &[u8]) -> String {
    let line = |line: &str| {
        let is_of_help = line.contains("__fish_okr_using_subcommand help; and not");
        let line = if is_of_help { line.replacen(" help\"", "\"", 1) } else { line.to_owned() };
        line + "\n"
    };
    String::from_utf8_lossy(script).lines().map(line).collect()
}

/// The words of what is named without an option, which the script for fish leaves out: of each verb, and of the verbs below
/// it.
fn fish_words(line: &Command) -> String {
    let of_verb = |verb: &Command| {
        let condition = ["__fish_okr_using_subcommand", verb.get_name()].join(" ");
        let below = verb.get_subcommands().map(|below| {
            let seen = [&condition, ";", "and", "__fish_seen_subcommand_from", below.get_name()].join(" ");
            fish_lines(below, &seen)
        });
        fish_lines(verb, &condition) + &below.collect::<String>()
    };
    line.get_subcommands().map(of_verb).collect()
}

/// The lines of one verb for fish, in force under a condition.
fn fish_lines(verb: &Command, condition: &str) -> String {
    let quoted = |words: &str| format!("\"{words}\"");
    let lines = verb.get_positionals().filter_map(|named| {
        let words = named.get_possible_values();
        let words: Vec<&str> = words.iter().map(PossibleValue::get_name).collect();
        let words = quoted(&words.join(" "));
        let line = ["complete", "-c", "okr", "-n", &quoted(condition), "-f", "-a", &words].join(" ");
        (!named.get_possible_values().is_empty()).then(|| line + "\n")
    });
    lines.collect()
}

impl Completions {
    #[expect(clippy::unnecessary_wraps, reason = "every verb is run alike")]
    pub(super) fn run(self, _: &mut Call) -> Result<Answer, Halt> {
        let mut script = Vec::new();
        let mut line = offered();
        let mut of_shell = |shell: Shell| generate(shell, &mut line, "okr", &mut script);
        match self.shell {
            ShellName::Bash => of_shell(Shell::Bash),
            ShellName::Zsh => of_shell(Shell::Zsh),
            ShellName::Fish => {
                of_shell(Shell::Fish);
                script = offers_verbs_to_help(&script).into_bytes();
                script.extend(fish_words(&offered()).bytes());
            }
            ShellName::PowerShell => of_shell(Shell::PowerShell),
            ShellName::Nushell => generate(Nushell, &mut offered(), "okr", &mut script),
        }
        let script = String::from_utf8_lossy(&script).into_owned();
        let json = json!({ "script": script });
        Ok(Answer::document(script, json))
    }
}
