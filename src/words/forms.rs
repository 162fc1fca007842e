//! What every form says: what can be done in it, and what became of it.

pub mod editing;
pub mod place;
pub mod quarter;
pub mod setting;

use std::fmt::Display;

pub fn rename(what: impl Display) -> String {
    format!("Rename: {what}")
}

pub const NO_FORM_IS_OPEN: &str = "It is done in a form; open the one of its row first.";
pub const NOTHING_WAS_TYPED: &str = "Nothing was typed.";
pub const NOBODY_ELSE_CHANGED_IT: &str = "Nobody else has changed this field.";
pub const THERE_IS_NO_OTHER_FIELD: &str = "There is no other field.";
pub const NOTHING_IS_LISTED_FOR_THIS_FIELD: &str = "Nothing is listed for this field: a metric is chosen for a key result, a team or objective where one is named.";
/// Behind what is to be typed.
pub fn lists_them(says: impl Display, key: impl Display) -> String {
    format!("{says}; {key} lists them")
}
pub const STARRED_HAS_NO_EDITOR: &str = "What is starred has no editor: the room would read it.";
pub const CHOICES_HAVE_NO_EDITOR: &str = "Words to choose from do not go to the editor.";
pub fn no_answer_begins_with(typed: impl Display) -> String {
    format!("no answer begins with “{typed}”; Backspace, then the first letter of one")
}
pub fn your_draft_is_back(discards: impl Display) -> String {
    format!("Your draft is back. {discards} discards it.")
}
pub fn drops_it(leaves: impl Display) -> String {
    format!("Nobody has seen this, and it is kept nowhere: {leaves} again drops it.")
}
pub const NOTHING_CHANGED: &str = "Nothing changed.";
/// Of a form by what it is called: `check-in: sign-in failures`.
pub fn draft_waits_behind(opens: impl Display) -> String {
    format!("Draft kept; {opens} opens it again.")
}
pub fn draft_kept(called: impl Display, reopens: impl Display, drops: impl Display) -> String {
    format!("Draft kept ({called}); {reopens} to reopen, {drops} to drop.")
}
pub fn check_in_of(name: impl Display) -> String {
    format!("check-in: {name}")
}
pub fn scoring_of(name: impl Display) -> String {
    format!("scoring: {name}")
}
pub fn key_result_of(name: impl Display) -> String {
    format!("key result: {name}")
}
pub fn thing_of(kind: impl Display, name: impl Display) -> String {
    format!("{kind}: {name}")
}
pub const DRAFT_WAITS: &str = "Draft kept. Open the form again to go on.";
pub const TYPED_AND_NOT_SAVED: &str = "Typed before and not saved";
pub const OPENING_ITS_FORM_BRINGS_IT_BACK: &str = "Choose one to open its form with the text in it. One that no form asks for any more is copied or dropped.";
pub fn has_no_form_here(text: impl Display) -> String {
    format!(
        "It is of another quarter, of a session, or of an older program: its form cannot be opened here. Copy it to where it belongs. {text}"
    )
}
pub const OPEN_IT: (&str, &str) = ("open", "its form, with the text in it");
pub const COPY_IT: (&str, &str) = ("copy", "to the clipboard");
pub const DROP_IT: (&str, &str) = ("drop", "for good");
pub const DRAFT_DROPPED: &str = "The draft is dropped.";
pub const WHAT_WAS_TYPED_IS_DISCARDED: &str =
    "What was typed is discarded; Ctrl-Z in a field brings its text back.";

pub const KEY_RESULTS: &str = "key results";
pub fn lines_were_pasted(count: impl Display) -> String {
    format!("{count} lines were pasted")
}
pub const ONE_A_LINE: &str = "One a line, taken back as one step; or all as one.";
pub fn one_a_line_and_the_rest_after(now: impl Display, left: impl Display) -> String {
    format!("One a line, {now} now as one step, and then {left} more are asked about; or all as one.")
}
pub const ONE: (&str, &str) = ("one", "its line breaks become blanks");
pub fn drafts(count: impl Display) -> String {
    format!("{count} drafts")
}
pub const OF_ONE_PERSON: &str = "of one person";
pub const A_DRAFT_EACH: &str = "a draft each, sent before";
pub const ONE_OR_TWO_EACH: &str = "one or two drafts each, sent before";
pub fn people(count: impl Display) -> String {
    format!("{count} people")
}
pub const WITH_WHY_NOW: &str = "with why now";
pub fn nothing_was_added(line: impl Display, says: impl Display) -> String {
    format!("Nothing was added; all lines stand in the field. Line {line} is refused: {says}")
}
pub const NO_TEAM_IS_CALLED_THAT: &str =
    "no team here is called that: it stays outside, and nobody sees it there";
pub fn no_team_is_called_that_but(near: impl Display) -> String {
    format!("no team here is called that: it stays outside. Did you mean {near}?")
}
pub fn add(count: impl Display, things: impl Display) -> String {
    format!("add {count} {things}")
}

/// What is said of a field that the sentence filled in.
pub const READ_FROM_THE_SENTENCE: &str = "read from the sentence; what you type here stands";
pub fn was_emptied_elsewhere(takes: impl Display) -> String {
    format!("emptied elsewhere; {takes} takes that")
}
pub fn was_written_elsewhere(text: impl Display, takes: impl Display) -> String {
    format!("written elsewhere: {text}  ({takes} takes it)")
}
pub fn was_changed_elsewhere(
    labels: impl Display,
    saves: impl Display,
    takes: impl Display,
    leaves: impl Display,
) -> String {
    format!(
        "Changed elsewhere since this form was opened: {labels}. What stands there is below yours. {saves} once more keeps yours, {takes} takes theirs, {leaves} leaves theirs and keeps yours as a draft."
    )
}
pub fn what_you_typed_is_still_here(says: impl Display) -> String {
    format!("{says}. What you typed is still here.")
}
pub fn not_saved(says: impl Display) -> String {
    format!("Not saved: {says}. You see how it stands now; save again to go on.")
}

/// After what stopped a save: how many fields more are not right.
pub fn and_more_below(more: usize) -> String {
    format!(" (and {more} more)")
}

pub fn field_of(step: impl Display, at: impl Display, count: impl Display) -> String {
    format!("{step}  field {at} of {count}")
}

pub const WHAT_WAS_ASKED: &str = "what was asked";
pub const OUR_ANSWER: &str = "Our answer";

pub fn metric_fills(name: impl Display, taken: impl Display) -> String {
    format!("{name} fills {taken}. Nothing is saved yet.")
}

pub fn metric_stands(name: impl Display) -> String {
    format!("All that {name} fills stands there already.")
}

pub fn metric_replaces(name: impl Display, typed: impl Display) -> String {
    format!("The sentence of {name} stands in place of “{typed}”; Ctrl-Z brings that back.")
}

pub const OBJECTIVES: &str = "objectives";
pub const ASSUMPTIONS: &str = "assumptions";
pub const INITIATIVES: &str = "initiatives";
pub const LINES: &str = "lines";
pub const NOTES: &str = "notes";
pub const REASONS: &str = "reasons";
