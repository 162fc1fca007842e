//! What any command may say: of the workspace, of ids, of being stopped.

use std::fmt::Display;

pub const WRITE_IT_LIKE_OKR_TODAY_2027: &str = "write it like OKR_TODAY=2027-02-11";
pub const THE_CLOCK_OF_THIS_MACHINE_IS_WRONG: &str = "the clock of this machine cannot be right";

pub const STOPPED_NOTHING_WAS_CHANGED: &str = "stopped; nothing was changed";
pub fn of_quarters(done: impl Display, of: impl Display) -> String {
    format!("\r{done} of {of} quarters\x1b[K")
}
pub fn so_far(counted: impl Display) -> String {
    format!("\r{counted} so far\x1b[K")
}

pub const QUARTERDECK_ERRED_AND_HAD_TO_STOP: &str = "Quarterdeck erred and had to stop.";
pub const WHAT_WAS_SAVED_IS_IN_YOUR_FILES: &str =
    "What was saved is in your files; what was typed before the last second is kept.";
pub fn please_send_this_report(path: impl Display) -> String {
    format!("Please send this report: {path}")
}

pub fn the_sample(why: impl Display) -> String {
    format!("the sample: {why}")
}
pub const IS_THERE_ROOM_IN_THE_TEMPORARY_FOLDER: &str = "is there room in the temporary folder?";
pub const IT_HAS_NO_QUARTER: &str = "it has no quarter";

pub const NOTHING_SAYS_THAT: &str = "nothing says that; fewer words find more";

pub const HARD_STOP: &str = "hard stop";

pub const NO_QUARTER_HAD_BEGUN_BY_THEN: &str = "no quarter had begun by then";

pub const A_WORKSPACE_BEGINS_WITH_A_TEAM: &str = "a workspace begins with a team";
pub const OKR_INIT_TEAM_PAYMENTS_CYCLE_2027_Q1: &str = "okr init --team Payments --cycle 2027-Q1";
pub fn the_team_is_here_already(option: impl Display, name: impl Display) -> String {
    format!("{option}: the team {name} is here already")
}
pub fn okr_set_team(id: impl Display, field: impl Display) -> String {
    format!("okr set team:{id} {field}=...")
}
pub const THE_WORKSPACE_IS_HERE_ALREADY: &str = "--organisation: the workspace is here already";
pub const OKR_SET_SETTINGS_ORGANISATION: &str = "okr set settings organisation=...";
pub const NO_QUARTER_COMES_AFTER_THIS_DAY: &str = "no quarter comes after this day";
pub const A_CYCLE_OF_ITS_OWN_DAYS: &str = "a cycle of its own days needs a name";
pub const CYCLE_SPRING_2027: &str = "--cycle spring-2027";
pub const NAME_A_QUARTER_LIKE_2027_Q1: &str =
    "name a quarter like 2027-Q1, or give its days: --cycle spring --first 2027-02-01 --last 2027-05-31";
pub fn cycle_is_no_quarter(typed: impl Display) -> String {
    format!("--cycle: `{typed}` is no quarter")
}
pub const CHOOSE_A_NEW_FOLDER: &str = "choose a new folder: okr init okrs --sample";
pub const CHOOSE_ANOTHER_FOLDER: &str = "choose another folder";
pub const COPY_THE_SAMPLE: &str = "copy the sample";
pub const IT_IS_BEST_SEEN: &str =
    "it is best seen in the middle of its quarter: OKR_TODAY=2027-02-11 okr --team payments status";
pub fn next_okr_add_kr(id: impl Display) -> String {
    format!("next: okr add kr {id} \"...\"")
}
pub const NEXT_OKR_ADD_OBJECTIVE: &str = "next: okr add objective \"...\"";
pub const SHARE_IT_THROUGH_GIT: &str = "share it through git: okr sync --install, then okr sync";

pub fn okr_list_takes_no_words(name: impl Display) -> String {
    format!("`okr list {name}` takes no words")
}
pub const ONLY_METRICS_ARE_SEARCHED: &str = "only metrics are searched: okr list metrics ci";
pub fn it_is_in_another_quarter(id: impl Display, here: impl Display, there: impl Display) -> String {
    format!("there is no key result `{id}` in {here}; it is in {there}")
}
pub fn the_same_with_cycle(cycle: impl Display) -> String {
    format!("the same command with --cycle {cycle}")
}
pub fn there_is_no_list(shortened: impl Display) -> String {
    format!("there is no list `{shortened}`")
}
pub fn did_you_mean(says: impl Display, near: impl Display) -> String {
    format!("{says}; did you mean `{near}`?")
}
pub fn there_are(says: impl Display) -> String {
    format!("{says}; there are:")
}

pub const THERE_IS_NO_SUCH_VERB: &str = "there is no such verb";
pub const OKR_HELP: &str = "okr --help";
pub fn there_is_no_folder(value: impl Display) -> String {
    format!("there is no folder {value}")
}
pub fn make_it_first(value: impl Display) -> String {
    format!("make it first: mkdir -p {value}")
}
pub const NAME_A_FOLDER_THAT_MAY_BE_WRITTEN: &str = "name a folder that may be written";

pub fn the_files_are_of_format(from: impl Display) -> String {
    format!("the files are of format {from}, the newest: nothing to do")
}
pub const NOTHING_WAS_CHANGED: &str = "nothing was changed";
pub const SAVED_THE_FILES: &str = "Saved: the files are of the newest format";

pub fn there_is_no_in(name: impl Display, mark: impl Display, path: impl Display) -> String {
    format!("{name}: there is no {mark} in {path}")
}
pub const NAME_THE_FOLDER_THAT_HOLDS_IT: &str =
    "name the folder that holds it, or begin one: okr init DIR --team NAME";
pub fn in_the_files_of(problems: impl Display, root: impl Display) -> String {
    format!("{problems} in the files of {root}: okr check")
}
pub const BEGIN_ONE_HERE: &str =
    "begin one here: okr init --team NAME\nlook around a sample: okr demo\nor name one: --workspace DIR";
pub fn this_is_the_last_one_used(root: impl Display) -> String {
    format!("no workspace here; this is the last one used: {root}")
}
pub fn there_is_no_workspace_here(mark: impl Display) -> String {
    format!("there is no workspace here: no {mark} in this folder or above")
}
pub const NAME_ANOTHER_FOLDER: &str =
    "name another folder: --workspace DIR, or begin one: okr init DIR --team NAME";

pub const THIS_WORKSPACE_HAS_NO_TEAM_YET: &str = "this workspace has no team yet";
pub const OKR_INIT_TEAM_NAME: &str = "okr init --team NAME";
pub fn and_more_teams(left: impl Display) -> String {
    format!("  and {left} more: okr list teams")
}
pub const WHICH_CYCLE: &str = "which cycle? Name it with --cycle:";
pub const WHICH_TEAM: &str = "which team? Name it with --team:";
pub fn okr_team_init_cycle_2027_q1(id: impl Display) -> String {
    format!("okr --team {id} init --cycle 2027-Q1")
}
pub fn has_no_quarter_yet(name: impl Display) -> String {
    format!("{name} has no quarter yet; open one:")
}
pub fn there_is_no_cycle(typed: impl Display) -> String {
    format!("there is no cycle `{typed}`")
}
pub const OKR_LIST_CYCLES: &str = "okr list cycles";
pub fn means_several(typed: impl Display) -> String {
    format!("`{typed}` means several; which one?")
}
pub fn which_an_id_is_needed(wanted: impl Display) -> String {
    format!("which {wanted}? An id is needed")
}
pub fn there_is_no(wanted: impl Display, typed: impl Display) -> String {
    format!("there is no {wanted} `{typed}`")
}
pub fn may_stand_in_what_cannot_be_read(typed: impl Display) -> String {
    format!("`{typed}` may stand in what cannot be read; mend it first, `okr check` names the place:")
}
pub fn there_is_none_yet(says: impl Display) -> String {
    format!("{says}; there is none yet")
}
pub fn and_more(more: impl Display) -> String {
    format!("  and {more} more: okr list")
}

pub const OR_NAME_THE_SIZES: &str = "or name the sizes: okr plan --people 6 --objectives 4 --key-results 12";

pub const THERE_IS_NO_SUCH_KIND_OF_FILE: &str = "there is no such kind of file";
pub fn there_is_no_such_kind_but(near: impl Display) -> String {
    format!("there is no such kind of file; did you mean `{near}`?")
}
pub fn the_kinds_are(names: impl Display) -> String {
    format!("there are: {names}")
}

pub fn the_terminal(why: impl Display) -> String {
    format!("the terminal: {why}")
}

pub fn its_command_read_no_number_on(date: impl Display, says: impl Display) -> String {
    format!("its command read no number on {date}: {says}")
}

pub const NOTHING_AS_IT_STANDS_SO_ALREADY: &str = "nothing, as it stands so already";
pub const NOTHING_TO_TAKE_BACK: &str = "nothing was changed here that could be taken back";
pub const NOTHING_TO_DO_AGAIN: &str = "nothing was taken back that could be done again";
pub const AN_OBJECTIVE_OR_KEY_RESULT: &str = "an objective or key result is needed here";
pub const OBJECTIVE_OR_KEY_RESULT: &str = "objective or key result";
