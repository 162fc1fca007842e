//! What is said on every screen: why something cannot be done, menus, kinds of rows.

use std::fmt::Display;

pub fn only_on(title: impl Display) -> String {
    format!("Only on {title}.")
}

pub fn does_nothing(key: impl Display, here: impl Display, help: impl Display) -> String {
    format!("{key} does nothing on {here}; {help} shows what can be done.")
}
pub fn is_a_key_of(key: impl Display, screens: impl Display, here: impl Display) -> String {
    format!("{key} does nothing on {here}: it is a key of {screens}.")
}

/// After what was saved of the marked rows: how many of them it was not for.
pub fn left_out(saved: impl Display, count: usize) -> String {
    format!("{saved}. {count} of the marked left out.")
}

pub fn there_is_one_team(adds: impl Display) -> String {
    format!("There is one team; {adds} on the Overview adds another.")
}
pub const NOTHING_HAS_BEEN_SAID_YET: &str = "Nothing has been said yet.";
pub const NOTHING_HAS_BEEN_CHANGED_YET: &str =
    "There is no change to take back yet; a workspace that was begun goes with its folder.";
pub fn goes_no_further_back(back: impl Display, leaves: impl Display) -> String {
    format!("{back} goes no further back; {leaves} leaves.")
}
pub const NOTHING_HAS_BEEN_TAKEN_BACK: &str = "Nothing has been taken back.";
pub fn its_clock_runs(title: impl Display, leaves: impl Display) -> String {
    format!("The clock of {title} runs. Press {leaves} again to leave; it goes on where it stood.")
}
pub fn a_draft_is_open(called: impl Display, leaves: impl Display) -> String {
    format!("A draft is open ({called}). Press {leaves} again to leave it, or open the form to go on.")
}

pub const THE_LIST_HAS_THE_KEYS_ALREADY: &str = "The list has the keys already.";
pub const THE_DETAIL_HAS_THE_KEYS: &str = "The detail has the keys already.";
pub const NOTHING_TO_SORT: &str = "There are no key results to sort here.";
pub const THE_LIST_IS_EMPTY: &str = "The list is empty.";
pub const A_HEADING_CANNOT_BE_MARKED: &str = "A heading cannot be marked; select one of its rows.";
pub const NO_ERROR_STANDS: &str = "There is no more to say of what stands above the footer.";
pub const NO_FORM_WAS_LEFT: &str = "No form was left just now.";
pub const IT_HAS_NO_NAME: &str = "This row has no name of its own.";
pub const IT_HAS_NO_FILE: &str = "This row has no file of its own.";
pub fn and_more(sentence: impl Display, more: usize) -> String {
    format!("{sentence} and {more} more")
}

pub fn nothing_is_looked_for(filters: impl Display, finds: impl Display) -> String {
    format!("Nothing is looked for: {filters} filters the list, {finds} finds in everything.")
}
pub fn no_row_says_that(clears: impl Display) -> String {
    format!("No row of this list says that; {clears} shows all.")
}
pub fn found_for(count: impl Display, typed: impl Display, kind: impl Display, said: impl Display) -> String {
    format!("{count} for “{typed}”, {kind}{said}")
}
pub fn it_stands_in(says: impl Display, at: impl Display) -> String {
    format!("{says}. It stands in {at}.")
}

pub const AS_SET: &str = "as set";
pub const THE_ORDER_OF_THE_SET: &str = "the order of the set";
pub const BY_NAME_FROM_A_ON: &str = "by name, from A on";
pub const LEAST_BELIEVED_FIRST: &str = "what the room believed least in first";
pub const LEAST_MOVED_FIRST: &str = "what moved least first";
pub fn by(name: impl Display) -> String {
    format!("by {name}")
}
pub const ORDER_WITHIN_THEIR_OBJECTIVE: &str =
    "The order of the key results within their objective, on this screen.";

pub const IT_GOES_TO_THE_CLIPBOARD: &str = "It goes to the clipboard, and stands in the line below.";

pub const HTML_PAGE: &str = "HTML page";
pub const ONE_FILE_WITH_ITS_CHARTS: &str = "one file with its charts: opens offline, prints";
pub const FOR_A_PULL_REQUEST_OR_A_WIKI: &str = "for a pull request or a wiki";
pub const CSV_TABLE: &str = "CSV table";
pub const A_ROW_A_KEY_RESULT: &str = "a row a key result, for a spreadsheet";
pub const THE_MEETINGS_WITH_THEIR_AGENDA: &str = "the meetings with their agenda, as .ics";
pub const THE_QUARTER_FOR_OTHERS: &str =
    "The quarter for others, as a file in the folder you started in. Contacts and people stay out.";
pub const THE_COLOURS_OF_THE_SCREENS: &str =
    "The colours of the screens. The choice is kept in your settings.";
pub const THE_16_COLOURS: &str = "the 16 colours of your terminal";
pub const FOR_A_DARK_BACKGROUND: &str = "for a dark background";
pub const FOR_A_LIGHT_BACKGROUND: &str = "for a light background";
pub const THE_STRONGEST_CONTRAST: &str = "the strongest contrast, for a wall or tired eyes";
pub const NO_COLOUR: &str = "no colour: bold and reverse alone";
pub const DARK_OR_LIGHT: &str = "dark or light, as your terminal says its ground is";

pub const TAKE_UP_AGAIN: (&str, &str) = ("take up again", "it stands again, with all that was said");
pub const DROP_WITH_A_REASON: &str = "with a reason; it keeps its history and gets no score";
pub const CHOOSE_ONE_OF_THEM: &str = "Choose one of them; the last one quits.";
pub const NO_WORKSPACE_HERE: &str = "No workspace here";
pub const WHAT_QUARTERDECK_KEEPS: &str =
    "Quarterdeck keeps a team's OKRs in a folder of small text files, for git.";
pub const IT_BEGINS_IN_A_NEW_FOLDER: &str = "This folder holds other files, and a workspace begins in a new one: okr init okrs --team NAME, then okr in okrs.";
pub const CREATE_HERE: (&str, &str) = ("create here", "a team, its people, the coming quarter");
pub const LOOK_AROUND_THE_SAMPLE: (&str, &str) =
    ("look around the sample", "a temporary copy, nothing to lose");
pub const QUIT: (&str, &str) = ("quit", "nothing has been written");

pub const KEY_RESULT: &str = "Key result";
pub const ASKED_OF_AN_OBJECTIVE: &str = "Asked of an objective";
pub const HANDED_OVER: &str = "Handed over";

pub const ANY_SCREEN: &str = "any screen";

pub const TOUR_RUNS_ON_THE_SAMPLE: &str = "The tour tries things out, so it runs on the sample: okr demo.";
pub const TOUR_NEEDS_A_QUARTER: &str = "The tour needs a quarter under way: okr demo.";
pub fn that_was_the_tour(help: impl Display, everything: impl Display) -> String {
    format!("That was the tour. {help} shows what can be done where you are, {everything} everything.")
}
pub fn tour_of(at: impl Display, count: impl Display, does: impl Display) -> String {
    format!("Tour {at} of {count}  {does}")
}

pub const THE_QUARTER: &str = "the quarter";
pub const NONE_IS_OPEN: &str = "none is open";
pub fn open_one_with(new: impl Display) -> String {
    format!("open one on the Overview with {new}")
}

pub const NAME: &str = "name";
pub const CONFIDENCE: &str = "confidence";
pub const MOVED: &str = "moved";
pub const SORT: &str = "Sort";
pub const COPY: &str = "Copy";
pub const QUESTION: &str = "question";
pub const BOARD: &str = "board";
pub const ID: &str = "id";
pub const PATH: &str = "path";
pub const MARKDOWN: &str = "Markdown";
pub const CALENDAR: &str = "calendar";
pub const EXPORT: &str = "Export";
pub const COLOURS: &str = "Colours";
pub const ABOUT: &str = "About";
pub const QUARTER: &str = "Quarter";
pub const FILE: &str = "File";
pub const CONTRIBUTION: &str = "Contribution";
pub const LISTS: &str = "lists";
pub const WHAT_WAS_SAID: &str = "what was said";
pub const MATCHES: &str = "matches";
pub const SESSIONS: &str = "sessions";
pub const FORMS: &str = "forms";
pub const MENUS: &str = "menus";
pub const HELP: &str = "help";
pub fn ends_the_tour(key: impl Display) -> String {
    format!("  {key} ends")
}
pub fn is_being_read(team: impl Display, cycle: impl Display) -> String {
    format!("Reading {team}, {cycle}.")
}
pub const IT_IS_SHOWN_ONCE_IT_IS_READ: &str = "It is shown as soon as it is read.";
pub const NOTHING_OF_A_QUARTER_IS_HERE: &str =
    "This team has no quarter in this cycle, so there is nothing to show.";
pub const ANOTHER_BRANCH_MAY_HOLD_IT: &str = "Its files may stand on another branch, or be another team's. The Overview lists the quarters that are here.";
pub fn files_are_newer(format: impl Display, ours: impl Display) -> String {
    format!(
        "The files are of format {format}, this version writes format {ours}: they can be looked at and not changed."
    )
}
