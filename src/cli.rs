//! The `okr` command: reads the arguments, runs one verb, prints its answer, gives the exit code.
//!
//! One file per verb; a verb is a row of the list `verbs!` below. A verb reads the workspace, lets `domain` decide, lets the
//! store write, and gives an `Answer` or a `Halt`; printing is done in one place.

mod add;
mod agenda;
mod all_teams;
mod answer;
mod ask;
mod call;
mod carry;
mod check;
mod checkin;
mod close;
mod commit;
mod completions;
mod config;
mod counting;
pub mod crash;
mod demo;
mod doctor;
mod drop;
mod export;
mod find;
mod halt;
mod history;
mod import;
mod init;
mod keys;
mod last_used;
mod lint;
mod list;
mod man;
mod merge_driver;
mod migrate;
mod noting;
mod opened;
mod pick;
mod plan;
mod print;
mod read;
mod redo;
mod remove;
mod reorder;
mod retro;
mod rewrite;
mod schema;
mod score;
mod screens;
mod set;
mod show;
mod signals;
mod status;
mod sync;
mod trust;
mod typed;
mod undo;
mod waive;

use std::ffi::OsString;

use clap::{Args as _, Command, FromArgMatches as _, Parser};

use crate::settings;
use crate::settings::signs::{GlyphChoice, print_ascii};
use crate::store::state;
use crate::words::cli::help;
use answer::Answer;
use call::{Call, Options};
use halt::Halt;

#[derive(Debug, Parser)]
#[command(name = "okr", version, about = help::program::OKR, before_help = help::EXAMPLES, after_help = help::FOOT)]
struct Line {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    verb: Option<Verb>,
}

macro_rules! verbs {
    ($($module:ident $name:ident),+ $(,)?) => {
        /// The verbs, in the order of the help; each struct is a verb's arguments.
        #[derive(Debug, clap::Subcommand)]
        enum Verb {
            $($name($module::$name)),+
        }

        impl Verb {
            /// The same command with the verbs that are named by one of these words, and no other.
            fn named(command: Command, words: &[OsString]) -> Command {
                let verbs = [$((stringify!($name), $module::$name::augment_args as Build)),+];
                let named = verbs.into_iter().map(|(name, build)| (word(name), build));
                let named = named.filter(|(verb, _)| words.iter().any(|word| word.as_os_str() == verb.as_str()));
                // A name lasts as long as the program, as those of the help do.
                command.subcommands(named.map(|(verb, build)| build(Command::new(&*verb.leak()))))
            }

            /// The word it is called by.
            fn word(&self) -> String {
                word(match self {
                    $(Self::$name(_) => stringify!($name)),+
                })
            }

            fn run(self, call: &mut Call) -> Result<Answer, Halt> {
                match self {
                    $(Self::$name(arguments) => arguments.run(call)),+
                }
            }
        }
    };
}

verbs! {
    init Init,
    demo Demo,
    status Status,
    list List,
    show Show,
    find Find,
    add Add,
    set Set,
    reorder Move,
    remove Remove,
    undo Undo,
    redo Redo,
    carry Carry,
    commit Commit,
    checkin Checkin,
    trust Trust,
    read Read,
    score Score,
    drop Drop,
    retro Retro,
    close Close,
    check Check,
    lint Lint,
    waive Waive,
    rewrite Rewrite,
    sync Sync,
    merge_driver MergeDriver,
    export Export,
    import Import,
    history History,
    migrate Migrate,
    agenda Agenda,
    plan Plan,
    schema Schema,
    keys Keys,
    config Config,
    doctor Doctor,
    completions Completions,
    man Man,
}

/// The option that asks for ASCII signs.
const ASCII: &str = "--ascii";

/// Gives a verb its arguments.
type Build = fn(Command) -> Command;

/// The word a verb is called by: `merge-driver` of `MergeDriver`.
fn word(name: &str) -> String {
    let letters = name.char_indices().flat_map(|(at, letter)| {
        let hyphen = (at > 0 && letter.is_uppercase()).then_some('-');
        hyphen.into_iter().chain(letter.to_lowercase())
    });
    letters.collect()
}

/// Reads the arguments. Every verb has a dozen of its own to be looked for, so first only those that are named are made;
/// where that does not read, all are, for the help and for what is said. A line of the program's name alone says nothing.
fn read(arguments: &[OsString]) -> Result<Line, clap::Error> {
    if arguments.len() == 1 && std::env::var_os(call::THEME).is_none() {
        return Ok(Line { options: Options::default(), verb: None });
    }
    let few = Verb::named(Options::augment_args(Command::new("okr")), arguments);
    match few.try_get_matches_from(arguments).and_then(|found| Line::from_arg_matches(&found)) {
        Ok(line) => Ok(line),
        Err(_) => Line::try_parse_from(arguments),
    }
}

/// Runs one command and gives its exit code: 0 fine, 1 findings or a hard stop, 2 usage, 3 no workspace or unreadable,
/// 4 conflict, 5 could not write, 130 interrupted.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments = asked_once(arguments.into_iter().collect());
    let line = match read(&arguments) {
        Ok(line) => line,
        Err(talk) => {
            sign(glyphs_on(&arguments));
            return print::usage(&talk).number();
        }
    };
    let json = line.options.json;
    sign(line.options.look.glyphs());
    let place = line.verb.as_ref().map_or_else(|| "okr".to_owned(), |verb| format!("okr {}", verb.word()));
    let outcome = Call::new(line.options, &arguments).and_then(|mut call| match line.verb {
        Some(verb) => verb.run(&mut call),
        None if call.options.play.plain => screens::plain(&mut call),
        None if screens::has_terminal() && !json => screens::open(&mut call),
        None => status::of(opened::Opened::find(&call)?, &call),
    });
    if let Err(halt) = &outcome {
        noting::note(&place, halt);
    }
    print::outcome(outcome, json).number()
}

/// A line that asks for the help with its verb asks no more with an option: `okr help --help` is `okr help`.
fn asked_once(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|verb| verb == "help") {
        arguments.retain(|argument| argument != "--help" && argument != "-h");
    }
    arguments
}

/// Prints in the signs that the line, the settings and the terminal want, as the screens are drawn.
fn sign(wished: GlyphChoice) {
    let choice = wished.or(settings::read(state::config_folder().as_deref()).glyphs);
    print_ascii(choice.is_ascii(&|name| std::env::var(name).ok()));
}

/// The signs that are wanted on a line that could not be read.
fn glyphs_on(arguments: &[OsString]) -> GlyphChoice {
    let is_ascii = arguments.iter().any(|argument| argument == ASCII);
    if is_ascii { GlyphChoice::Ascii } else { GlyphChoice::Auto }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<OsString> {
        std::iter::once("okr").chain(line.split_whitespace()).map(OsString::from).collect()
    }

    #[test]
    fn a_line_is_read_the_same_whether_all_verbs_are_made_or_those_it_names() {
        let verbs = <Line as clap::CommandFactory>::command();
        let verbs: Vec<String> = verbs.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
        let lines = verbs.iter().map(String::as_str).chain([
            "",
            "--plain",
            "--team check status --json",
            "status --team check",
            "checkin sign-in --value -3 --changed status",
            "--nothing",
            "stat",
            "merge-driver",
            "help status",
        ]);
        for line in lines {
            let (few, all) = (read(&words(line)), Line::try_parse_from(words(line)));
            assert_eq!(format!("{few:?}"), format!("{all:?}"), "{line}");
        }
    }

    #[test]
    fn only_the_verbs_that_are_named_are_made() {
        let made = |line| {
            let command = Verb::named(Command::new("okr"), &words(line));
            command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(made(""), Vec::<String>::new());
        assert_eq!(made("merge-driver"), ["merge-driver"]);
        assert_eq!(made("status --team check"), ["status", "check"]);
    }
}
