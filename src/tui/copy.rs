//! What of a selected row can be copied, and the menu that asks which.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::marks;
use super::menu::{self, Choice, Menu};
use super::message::Effect;
use super::room::{self, Room};
use super::screens::{self, Entry};
use super::state::State;
use super::target::Target;
use crate::domain::change::Address;
use crate::domain::id::{KeyResultId, LineId};
use crate::domain::quarter::KeyResultKey;
use crate::method::alignment::Spot;
use crate::method::fields::one_line;
use crate::method::session::topic::Topic;
use crate::words::anywhere;
use crate::words::lists as words;

/// A text of a row that can be copied.
struct Text {
    letter: char,
    label: &'static str,
    says: String,
}

/// Opens the menu, where there is anything to copy.
pub fn open(state: &mut State) -> Vec<Effect> {
    menu(state).map(|menu| menu::open(state, menu)).unwrap_or_default()
}

/// Asks which text is copied, of the marked rows, the selected one, or of the session on the screen; none where nothing can be.
pub fn menu(state: &State) -> Option<Menu> {
    let menu = Menu::new(words::COPY, words::IT_GOES_TO_THE_CLIPBOARD);
    let add = |menu: Menu, text: Text| {
        menu.answer(text.letter, (text.label, &one_line(&text.says)), Choice::Copy(text.says))
    };
    let texts = match state.shown_room() {
        Some(room) => texts_of_session(state, room),
        None => texts_of_rows(state, &marks::taken(state)),
    };
    Some(texts).filter(|texts| !texts.is_empty()).map(|texts| texts.into_iter().fold(menu, add))
}

/// What can be copied of rows, of several a line each; what one of them has not is left out for it.
fn texts_of_rows(state: &State, rows: &[Target]) -> Vec<Text> {
    let entries = screens::entries(state);
    let shown: BTreeMap<Cow<'_, Target>, &Entry> =
        entries.iter().map(|entry| (entry.target(), entry)).collect();
    let mut all: Vec<Text> = Vec::new();
    for text in rows.iter().flat_map(|row| texts(state, row, shown.get(&Cow::Borrowed(row)).copied())) {
        match all.iter_mut().find(|known| known.letter == text.letter) {
            Some(known) => {
                known.says.push('\n');
                known.says.push_str(&text.says);
            }
            None => all.push(text),
        }
    }
    all
}

/// What can be copied of a session: the question that is read aloud, the board, and what is talked about.
fn texts_of_session(state: &State, room: &Room) -> Vec<Text> {
    let (question, board) = room::shown(state);
    let topic = state.desk().ok().and_then(|desk| room.player.topic(&desk));
    let target = topic.and_then(|topic| match topic {
        Topic::Objective(id) => Some(Target::Objective(id)),
        Topic::KeyResult(id) => Some(Target::KeyResult(id)),
        Topic::Assumption(under, id) => Some(Target::Assumption(under, id)),
        Topic::Point(_) => None,
    });
    let text = |letter, label| move |says| Text { letter, label, says };
    let mut all: Vec<Text> = question.map(text('q', words::QUESTION)).into_iter().collect();
    all.extend(board.map(text('b', words::BOARD)));
    let entries = screens::entries(state);
    let of_target = target.iter().flat_map(|target| texts(state, target, entry(&entries, target)));
    // No path of a file is shown to a room.
    all.extend(of_target.filter(|text| text.letter != PATH || !room::is_large(state)));
    all
}

/// The letter of the path.
const PATH: char = 'p';

/// What can be copied of a row: what it says, how it is named, its file, a line of Markdown.
fn texts(state: &State, target: &Target, shown: Option<&Entry>) -> Vec<Text> {
    let sentence = said(state, target, || shown);
    let address = address(state, target);
    let id = line(target).map(ToString::to_string).or_else(|| id(state, address.as_ref()?));
    let markdown = match &id {
        Some(id) => format!("- {sentence} (`{id}`)"),
        None => format!("- {sentence}"),
    };
    let text = |letter, label, says| Text { letter, label, says };
    let mut texts = vec![text('s', anywhere::SENTENCE, sentence)];
    texts.extend(id.map(|id| text('i', words::ID, id)));
    texts.extend(address.map(|address| text(PATH, words::PATH, address.to_string())));
    texts.push(text('m', words::MARKDOWN, markdown));
    texts
}

/// What a row says: the whole sentence where it is a record with one, else its words.
pub fn sentence(state: &State, target: &Target) -> String {
    let entries = screens::entries(state);
    said(state, target, || entry(&entries, target))
}

fn entry<'a>(entries: &'a [Entry], target: &Target) -> Option<&'a Entry> {
    entries.iter().find(|entry| entry.is(target))
}

/// The same with the row as it is shown, which is looked for only where the record has no sentence.
fn said<'a>(state: &State, target: &Target, shown: impl Fn() -> Option<&'a Entry>) -> String {
    let quarter = state.here().map(|(quarter, _)| quarter);
    let title = match target {
        Target::Objective(id) => {
            quarter.and_then(|quarter| quarter.objective(id)).map(|objective| objective.title.clone())
        }
        Target::KeyResult(id) => {
            quarter.and_then(|quarter| quarter.key_result(id)).map(|(_, key_result)| key_result.title.clone())
        }
        Target::Assumption(under, id) => {
            let assumptions =
                quarter.and_then(|quarter| quarter.objective(under)).map(|under| &under.assumptions);
            let found = assumptions.and_then(|all| all.iter().find(|assumption| assumption.id == *id));
            found.map(|assumption| assumption.text.clone())
        }
        Target::Note(id) => {
            let found = quarter.and_then(|quarter| quarter.notes.iter().find(|note| note.id == *id));
            found.map(|note| note.text.clone())
        }
        _ => None,
    };
    let words = || shown().map(|entry| entry.row(state).words()).unwrap_or_default();
    let title = title.filter(|title| !title.trim().is_empty());
    title.unwrap_or_else(|| one_line(&words()))
}

/// The record a row is, or stands in.
pub fn address(state: &State, target: &Target) -> Option<Address> {
    let here = state.place.clone();
    let under =
        |id: &KeyResultId| key_result(state, &KeyResultKey { quarter: state.place.clone()?, id: id.clone() });
    match target {
        Target::Objective(id) | Target::Assumption(id, _) | Target::Negotiation(id, _) => {
            Some(Address::Objective(here?, id.clone()))
        }
        Target::KeyResult(id) | Target::Dependency(id, _) | Target::Initiative(id, _) => under(id),
        Target::Measured(key)
        | Target::Watched(key)
        | Target::Reviewed(key)
        | Target::Spot(Spot::Measured(key)) => key_result(state, key),
        Target::Spot(Spot::Objective(key, id) | Spot::Link(key, id) | Spot::Helped(key, id)) => {
            Some(Address::Objective(key.clone(), id.clone()))
        }
        Target::Spot(Spot::Team(team)) => Some(Address::Team(team.clone())),
        Target::Line(_) | Target::Handed(_) => here.map(Address::Frame),
        Target::Note(id) => Some(Address::Note(here?, id.clone())),
        Target::Effort(id) => Some(Address::Effort(here?, id.clone())),
        Target::Quarter(key) => Some(Address::Frame(key.clone())),
        Target::Heading(_)
        | Target::Asked(_)
        | Target::Due
        | Target::Attention(_)
        | Target::Trouble(_)
        | Target::Spot(Spot::Waits(_) | Spot::Asked(_) | Spot::Among(_) | Spot::Waiting) => None,
    }
}

fn key_result(state: &State, key: &KeyResultKey) -> Option<Address> {
    let (_, objective, _) = state.workspace.key_result(key)?;
    Some(Address::KeyResult(key.quarter.clone(), objective.id.clone(), key.id.clone()))
}

/// The line of a record that a row is: it has an id of its own.
fn line(target: &Target) -> Option<&LineId> {
    match target {
        Target::Assumption(_, id)
        | Target::Negotiation(_, id)
        | Target::Dependency(_, id)
        | Target::Initiative(_, id)
        | Target::Line(id)
        | Target::Handed(id) => Some(id),
        _ => None,
    }
}

/// How a record is named on the command line; the open quarter is `quarter` there, another has no name of its own.
fn id(state: &State, address: &Address) -> Option<String> {
    match address {
        Address::Frame(key) if state.place.as_ref() != Some(key) => None,
        Address::Settings | Address::Steps => None,
        other => Some(other.id().to_owned()),
    }
}
