//! The `okr` command: reads the arguments, runs one verb, prints its answer, gives the exit code.
//!
//! One file per verb; a verb is a row of the list `verbs!` below. A verb reads the workspace, lets `domain` decide, lets the
//! store write, and gives an `Answer` or a `Halt`; printing is done in one place.

mod answer;
mod ask;
mod call;
mod counting;
pub mod crash;
mod halt;
mod last_used;
mod opened;
mod pick;
mod print;
mod screens;
mod typed;

use std::ffi::OsString;

use clap::Parser;

use answer::Answer;
use call::{Call, Options};
use halt::Halt;

/// The head of `okr --help`.
const EXAMPLES: &str = "\
Examples:
  okr                                           the screens; without a terminal: status
  okr demo                                      look around a sample, on a temporary copy
  okr init --team Payments --cycle 2027-Q1      begin here
  okr status                                    where we are, what is due, what is late
  okr checkin sign-in --value 1.4% --confidence 60 --changed \"retry storm fixed\"
  okr set sign-in target=0.5% source=\"edge logs\"";

/// Leads a team through its OKR quarter: setting, check-ins, scoring, retrospective.
#[derive(Debug, Parser)]
#[command(name = "okr", version, before_help = EXAMPLES, after_help = AFTER_HELP)]
struct Line {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// The foot of `okr --help`.
const AFTER_HELP: &str = "\
Ids may be shortened to a unique beginning; `okr list` shows them.
The workspace is the folder with okr.toml: --workspace, OKR_WORKSPACE, upwards from here, or the last one used.
Exit codes: 0 fine, 1 findings or a hard stop, 2 usage, 3 no workspace, 4 conflict, 5 could not write, 130 interrupted.
OKR_TODAY=2027-02-11 sets the day.";

macro_rules! verbs {
    ($($module:ident $name:ident),+ $(,)?) => {
        $(mod $module;)+

        /// The verbs, in the order of the help; each struct is a verb's arguments, its comment the help.
        #[derive(Debug, clap::Subcommand)]
        enum Verb {
            $($name($module::$name)),+
        }

        impl Verb {
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

/// Runs one command and gives its exit code: 0 fine, 1 findings or a hard stop, 2 usage, 3 no workspace or unreadable,
/// 4 conflict, 5 could not write, 130 interrupted.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let line = match Line::try_parse_from(&arguments) {
        Ok(line) => line,
        Err(talk) => return print::usage(&talk).number(),
    };
    let json = line.options.json;
    let outcome = Call::new(line.options, &arguments).and_then(|mut call| match line.verb {
        Some(verb) => verb.run(&mut call),
        None if call.options.play.plain => screens::plain(&mut call),
        None if screens::has_terminal() && !json => screens::open(&mut call),
        None => status::of(&opened::Opened::find(&call)?, &call),
    });
    print::outcome(outcome, json).number()
}
