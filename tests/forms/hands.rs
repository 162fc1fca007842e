//! Hands at a form, through `tui::update`: it is opened, a field is gone to, something is typed, it is saved.

use quarterdeck::domain::change::Change;
use quarterdeck::method::fields::{Elsewhere, Input};
use quarterdeck::settings::keys::typed;
use quarterdeck::store::Store;
use quarterdeck::tui::forms::{self, Entry, Form};
use quarterdeck::tui::message::{Effect, Message};
use quarterdeck::tui::state::{Overlay, State};
use quarterdeck::tui::update::update;

use super::every::{EVERY, Row};
use super::{everything, screens};

/// What a field is asked for, as far as its texts show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Any line.
    Line,
    /// A number, with its unit.
    Number,
    /// A day.
    Day,
    /// A count of dots, which may be none.
    Dots,
    /// A whole number.
    Whole,
    /// Votes from 0 to 100.
    Votes,
    /// A score.
    Score,
    /// The name of a quarter.
    Quarter,
    /// The id of something that is there.
    Id,
    /// An id that may be new.
    Name,
    /// A program with its arguments.
    Command,
    /// One of a few words.
    Word,
}

/// What a field of a form is asked for.
pub fn takes(entry: &Entry) -> Takes {
    takes_of(entry.input, entry.name)
}

/// The same of a row of the tables that forms and commands share.
pub fn takes_of(input: Input, name: &str) -> Takes {
    match (input, name) {
        (Input::Text, "effect_quarter" | "reads_later" | "cycle") => Takes::Quarter,
        (Input::Text, "follows") | (Input::Elsewhere(Elsewhere::Objective | Elsewhere::Above), _) => {
            Takes::Id
        }
        (Input::Text, "metric_id") => Takes::Name,
        (Input::Text, "command") => Takes::Command,
        (Input::Minutes | Input::Count, _) => Takes::Whole,
        (Input::Text, "dots") => Takes::Dots,
        (Input::Text | Input::Prose | Input::Names | Input::Elsewhere(Elsewhere::Team), _) => Takes::Line,
        (Input::Number(_), _) => Takes::Number,
        (Input::Confidence, _) => Takes::Votes,
        (Input::Score, _) => Takes::Score,
        (Input::Day(_), _) => Takes::Day,
        (Input::Choice(_), _) => Takes::Word,
    }
}

/// An open form with its texts in place and the focus on one field.
pub fn opened(state: &State, row: &Row, at: usize) -> Option<State> {
    let mut state = state.clone();
    let subject = row.at(&mut state);
    forms::open(&mut state, subject);
    assert!(
        matches!(state.overlay, Some(Overlay::Form(_))),
        "{} does not open: {:?}",
        row.name,
        state.status
    );
    for (name, text) in row.with {
        let at = form(&state).entries.iter().position(|entry| entry.name == *name);
        let at = at.unwrap_or_else(|| panic!("{} has no field {name}", row.name));
        go_to(&mut state, at);
        put(&mut state, text);
    }
    (at < form(&state).entries.len()).then(|| {
        go_to(&mut state, at);
        state
    })
}

/// The form that is open.
pub fn form(state: &State) -> &Form {
    match &state.overlay {
        Some(Overlay::Form(form)) => form,
        other => panic!("a form is open, not {other:?}"),
    }
}

/// Presses keys.
pub fn keys(state: &mut State, keys: &str) -> Vec<Effect> {
    typed(keys).unwrap().into_iter().flat_map(|chord| update(state, Message::Key(chord))).collect()
}

/// Moves the focus to a field.
pub fn go_to(state: &mut State, at: usize) {
    while form(state).focus != at {
        keys(state, "<tab>");
    }
}

/// Replaces what stands in the field, by keys where a keyboard can type the text, else by a paste.
pub fn put(state: &mut State, text: &str) {
    if matches!(form(state).entries[form(state).focus].input, Input::Choice(_)) {
        keys(state, &text[..1]);
        return;
    }
    keys(state, "<ctrl-e><ctrl-u>");
    if text.len() > 100 || text.contains(|c: char| c.is_control() || c == '<') {
        update(state, Message::Paste(text.to_owned()));
    } else {
        keys(state, text);
    }
}

/// What came of a save.
pub enum Came {
    /// It would be written.
    Saves(Change),
    /// Nothing would change.
    Nothing,
    /// It was refused, with these words.
    Refused(String),
}

/// Saves the form.
pub fn save(state: &mut State) -> Came {
    let effects = keys(state, "<ctrl-s>");
    match (effects.as_slice(), &state.overlay) {
        ([Effect::Save(save)], _) => Came::Saves(save.change.clone()),
        ([Effect::Begin(change, _)], _) => Came::Saves(change.clone()),
        ([], Some(Overlay::Form(form))) => Came::Refused(form.problem.clone().unwrap_or_default()),
        ([], _) => Came::Nothing,
        other => panic!("one effect at most: {other:?}"),
    }
}

/// Runs a check over every field of every form and shows all that it found.
#[track_caller]
pub fn each_field(check: impl Fn(&Case, &str) -> Option<String>, texts: impl Fn(Takes) -> Vec<String>) {
    let home = everything();
    let (store, _) = Store::open(&home.work()).unwrap();
    let state = screens(&store);
    let mut found = Vec::new();
    for row in EVERY {
        for at in 0.. {
            let Some(state) = opened(&state, row, at) else { break };
            let case = Case { at, entry: form(&state).entries[at].clone(), state };
            for text in texts(takes(&case.entry)) {
                let short: String = text.chars().take(40).collect();
                let said = |why| format!("{} {} {short:?}: {why}", row.name, case.entry.name);
                found.extend(check(&case, &text).map(said));
            }
        }
    }
    assert!(found.is_empty(), "{} to mend:\n{}", found.len(), found.join("\n"));
}

/// A field of an open form.
pub struct Case {
    /// The screens, with the focus on it.
    pub state: State,
    /// Its place in the form.
    pub at: usize,
    /// The field itself.
    pub entry: Entry,
}
