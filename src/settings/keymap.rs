//! Which key does what: the table of actions with a person's own keys in the place of some.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, LazyLock, OnceLock};

use schemars::{Schema, SchemaGenerator, json_schema};
use toml::Spanned;

use super::actions::{self, Action, Context, FormAction, GlobalAction, MenuAction, Row};
use super::keys::editing::LineEdit;
use super::keys::{Chord, sequence};
use crate::method::session::offers::TAKEN;
use crate::store::place::{Position, position};
use crate::store::read::is_second;
use crate::words::settings as words;

/// What a key means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// It does this.
    Does(Action),
    /// It begins a sequence such as `g g`.
    Begins,
    /// It means nothing here.
    Nothing,
}

/// A mistake in a file of somebody's own settings.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// The file: `keys.toml`.
    pub file: &'static str,
    /// Where it stands; none where it is the file as a whole.
    pub place: Option<Position>,
    /// What is wrong and what would be right.
    pub says: String,
}

impl Mistake {
    /// Makes a mistake that stands at an offset of the file's text, in bytes.
    pub fn at(file: &'static str, text: &str, offset: usize, says: String) -> Self {
        Self { file, place: Some(position(text, offset)), says }
    }

    /// Makes mistakes that stand at offsets of the file's text, by their lines; the text is gone through once.
    pub(super) fn all(file: &'static str, text: &str, mut found: Vec<(usize, String)>) -> Vec<Self> {
        found.sort_by_key(|(at, _)| *at);
        let (mut line, mut counted) = (1, 0);
        let mistakes = found.into_iter().map(|(at, says)| {
            line += text.get(counted..at).unwrap_or_default().matches('\n').count();
            counted = counted.max(at);
            let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
            let column = position(text.get(start..).unwrap_or_default(), at - start).column;
            Self { file, place: Some(Position { line, column }), says }
        });
        mistakes.collect()
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some(Position { line, column }) => write!(f, "{}:{line}:{column}: {}", self.file, self.says),
            None => write!(f, "{}: {}", self.file, self.says),
        }
    }
}

/// The keys in force. Those of a place are read once, when somebody first comes there.
#[derive(Debug)]
pub struct Keymap {
    own: OwnKeys,
    places: Vec<(Context, OnceLock<Place>)>,
}

/// The keys of somebody's own, by the names of actions.
type OwnKeys = BTreeMap<&'static str, &'static [&'static str]>;

/// The rows in force in one place, and their keys read.
#[derive(Debug)]
struct Place {
    rows: Vec<Row<Action>>,
    bound: Vec<Bound>,
}

impl Place {
    fn read(context: Context, own: &OwnKeys) -> Self {
        let mut rows = context.rows();
        for row in &mut rows {
            row.keys = own.get(row.id).copied().unwrap_or(row.keys);
        }
        Self { bound: rows.iter().flat_map(bound).collect(), rows }
    }
}

/// The keys of a row, read.
#[derive(Debug)]
struct Bound {
    id: &'static str,
    keys: &'static str,
    chords: Vec<Chord>,
    action: Action,
}

static USUAL: LazyLock<Arc<Keymap>> = LazyLock::new(|| Arc::new(Keymap::new(BTreeMap::new())));

impl PartialEq for Keymap {
    fn eq(&self, other: &Self) -> bool {
        self.own == other.own
    }
}

/// One key, or several; nothing where it is neither.
fn keys_of(value: toml::Value) -> Option<Vec<String>> {
    match value {
        toml::Value::String(keys) => Some(vec![keys]),
        toml::Value::Array(all) => all.into_iter().map(|keys| keys.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

/// The most actions that are named as those that have a key.
const MOST_NAMED: usize = 3;

/// The names of actions, the first few of many.
fn named(actions: &BTreeSet<&str>) -> String {
    let first = actions.iter().take(MOST_NAMED).copied().collect::<Vec<_>>().join(", ");
    match actions.len().saturating_sub(MOST_NAMED) {
        0 => first,
        more => words::and_more(first, more),
    }
}

impl Keymap {
    /// The keys nobody has changed.
    pub fn usual() -> Arc<Self> {
        Arc::clone(&USUAL)
    }

    fn new(own: OwnKeys) -> Self {
        let places = Context::all().iter().map(|context| (*context, OnceLock::new())).collect();
        Self { own, places }
    }

    /// Reads a file of own keys: the name of an action, and a key or several.
    ///
    /// # Errors
    /// Every mistake in it: an action or a key that is not known, a key that would mean two things in one place, a place that
    /// could not be left any more.
    pub fn read(text: &str) -> Result<Arc<Self>, Vec<Mistake>> {
        let file: BTreeMap<String, Spanned<toml::Value>> = toml::from_str(text).map_err(|why| {
            let (at, says) = no_toml(text, &why);
            vec![mistake(text, at, words::write_it_so(says))]
        })?;
        let known = actions::table();
        let (mut own, mut lines, mut mistakes) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        for (name, keys) in file {
            let at = keys.span().start;
            let is_table = keys.get_ref().is_table();
            let Some(row) = known.iter().find(|row| row.id == name) else {
                let says = if is_table { words::needs_words(&name) } else { unknown(&name, &known) };
                mistakes.push(mistake(text, at, says));
                continue;
            };
            let Some(keys) = keys_of(keys.into_inner()) else {
                mistakes.push(mistake(text, at, words::needs_words(&name)));
                continue;
            };
            let bad = keys.iter().filter_map(|keys| Some(format!("{name}: {}", unfit(keys)?)));
            mistakes.extend(bad.map(|says| mistake(text, at, says)));
            lines.insert(row.id, at);
            own.insert(row.id, lasting(keys));
        }
        let keymap = Self::new(own);
        let clashes =
            keymap.clashes(&lines).into_iter().chain(keymap.traps(&lines)).chain(keymap.typed(&lines));
        mistakes.extend(clashes.map(|(at, says)| mistake(text, at, says)));
        mistakes.sort();
        mistakes.dedup();
        if mistakes.is_empty() { Ok(Arc::new(keymap)) } else { Err(mistakes) }
    }

    /// Keys that would mean two things in one place, each with where in the file it was asked for.
    fn clashes(&self, lines: &BTreeMap<&str, usize>) -> Vec<(usize, String)> {
        let mut found: BTreeMap<(usize, &str, &str), BTreeSet<&str>> = BTreeMap::new();
        for (_, place) in self.all() {
            for (at, one) in place.bound.iter().enumerate() {
                let meets = |other: &&Bound| {
                    one.id != other.id
                        && (one.chords.starts_with(&other.chords) || other.chords.starts_with(&one.chords))
                };
                for other in place.bound[at + 1..].iter().filter(meets) {
                    let (own, foreign) = if lines.contains_key(one.id) { (one, other) } else { (other, one) };
                    let line = lines.get(own.id).copied().unwrap_or_default();
                    found.entry((line, own.id, own.keys)).or_default().insert(foreign.id);
                }
            }
        }
        let says = |((line, own, keys), foreign): ((usize, &str, &str), BTreeSet<&str>)| {
            (line, words::is_taken_there(own, keys, named(&foreign)))
        };
        found.into_iter().map(says).collect()
    }

    /// Actions without which nobody would get out of a place, where the file takes their last key.
    fn traps(&self, lines: &BTreeMap<&str, usize>) -> Vec<(usize, String)> {
        let needed = ["leave", "help", "palette", "room.leave", "form.leave", "menu.leave", "finder.leave"];
        let is_empty = |id: &&&str| self.own.get(**id).is_some_and(|keys| keys.is_empty());
        let trap = |id: &&str| (lines.get(*id).copied().unwrap_or_default(), words::needs_a_key(id));
        needed.iter().filter(is_empty).map(trap).collect()
    }

    /// Keys that write a letter or edit a line where one types, or answer a question where the room does.
    fn typed(&self, lines: &BTreeMap<&str, usize>) -> Vec<(usize, String)> {
        let typed_in = |context: Context, chords: &[Chord]| {
            let letter = chords.first()?.text()?;
            match context {
                Context::Form => Some(words::IS_TYPED_IN_FORMS),
                Context::Finder => Some(words::IS_TYPED_WHERE_ONE_SEARCHES),
                Context::Menu => letter.is_alphanumeric().then_some(words::ANSWERS_IN_MENUS),
                Context::Room => {
                    let is_taken = letter.is_ascii_lowercase() && !TAKEN.contains(letter);
                    is_taken.then_some(words::ANSWERS_IN_SESSIONS)
                }
                Context::Matches | Context::Said | Context::Screen(_) => None,
            }
        };
        let edits_in = |context: Context, chords: &[Chord]| {
            let is_typed_in = matches!(context, Context::Form | Context::Finder);
            is_typed_in && chords.first().is_some_and(|chord| LineEdit::of(*chord).is_some())
        };
        let mut found = Vec::new();
        for (context, place) in self.all() {
            let own = place.bound.iter().filter_map(|bound| Some((bound, *lines.get(bound.id)?)));
            for (bound, line) in own {
                if let Some(does) = typed_in(context, &bound.chords) {
                    let letter = bound.keys.split(' ').next().unwrap_or_default();
                    found.push((line, words::a_letter_does_already(bound.id, letter, does)));
                } else if edits_in(context, &bound.chords) {
                    found.push((line, words::edits_the_line_there(bound.id, bound.keys)));
                }
            }
        }
        found
    }

    fn all(&self) -> impl Iterator<Item = (Context, &Place)> {
        self.places.iter().map(|(at, place)| (*at, place.get_or_init(|| Place::read(*at, &self.own))))
    }

    fn place(&self, context: Context) -> Option<&Place> {
        let (at, place) = self.places.iter().find(|(at, _)| *at == context)?;
        Some(place.get_or_init(|| Place::read(*at, &self.own)))
    }

    /// The rows in force in a place, those nearest to the hand first.
    pub fn rows(&self, context: Context) -> &[Row<Action>] {
        self.place(context).map_or(&[], |place| &place.rows)
    }

    /// Every row there is, each once, with the keys in force.
    pub fn table(&self) -> Vec<Row<Action>> {
        let mut rows = actions::table();
        for row in &mut rows {
            row.keys = self.own.get(row.id).copied().unwrap_or(row.keys);
        }
        rows
    }

    /// The chord an action listens to: the letter itself where somebody's own keys name it, else the Latin key in its place.
    pub fn heard(&self, chord: Chord) -> Chord {
        let names_it = |keys: &&str| sequence(keys).is_ok_and(|chords| chords.contains(&chord));
        let latin = chord.command();
        let is_own = latin != chord && self.own.values().any(|all| all.iter().any(names_it));
        if is_own { chord } else { latin }
    }

    /// Finds what a key means after the keys of a sequence already begun.
    pub fn meaning(&self, context: Context, begun: &[Chord], chord: Chord) -> Meaning {
        let pressed: Vec<Chord> = begun.iter().copied().chain([chord]).collect();
        let bound = self.place(context).map_or(&[][..], |place| &place.bound);
        match bound.iter().find(|bound| bound.chords.starts_with(&pressed)) {
            Some(bound) if bound.chords.len() == pressed.len() => Meaning::Does(bound.action),
            Some(_) => Meaning::Begins,
            None => Meaning::Nothing,
        }
    }

    /// The key in force of an action, as the footer shows it: `u`. Of one without a key how it is found all the same: by the
    /// key that lists what can be done, and its title there: `: “Undo”`.
    pub fn key(&self, action: impl Into<Action>) -> String {
        let action = action.into();
        let Some(row) = self.row(action) else { return String::new() };
        let key = row.shown_key();
        if !key.is_empty() {
            return key;
        }
        let list = match action {
            Action::Form(_) => Action::Form(FormAction::Help),
            Action::Menu(_) => Action::Menu(MenuAction::Help),
            _ => Action::Global(GlobalAction::Palette),
        };
        let list = self.row(list).map(Row::shown_key).unwrap_or_default();
        words::by_title(list, row.words.title).trim_start().to_owned()
    }

    /// How an action is begun, for a place that is empty: "n new".
    pub fn invitation(&self, action: impl Into<Action>) -> String {
        let action = action.into();
        let key = self.key(action);
        match self.row(action) {
            Some(row) if !row.keys.is_empty() => format!("{key} {}", row.words.label),
            _ => key,
        }
    }

    fn row(&self, action: Action) -> Option<&Row<Action>> {
        self.all().flat_map(|(_, place)| &place.rows).find(|row| row.action == action)
    }
}

/// What may stand in `keys.toml`: every action with a key or several.
pub fn schema(_: &mut SchemaGenerator) -> Schema {
    let action = |row: &Row<Action>| {
        let says = format!("{}: {}", row.words.title, row.words.help);
        let keys = json_schema!({
            "description": says,
            "default": row.keys,
            "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }],
        });
        (row.id.to_owned(), keys.to_value())
    };
    let actions: serde_json::Map<String, serde_json::Value> = actions::table().iter().map(action).collect();
    json_schema!({ "type": "object", "properties": actions, "additionalProperties": false })
}

/// Why a key can be given to no action.
fn unfit(keys: &str) -> Option<String> {
    match sequence(keys) {
        Err(why) => Some(why.to_string()),
        Ok(chords) => chords.contains(&Chord::ctrl('c')).then(|| words::CTRL_C_LEAVES.to_owned()),
    }
}

fn bound(row: &Row<Action>) -> Vec<Bound> {
    let read = |keys: &&'static str| {
        Some(Bound { id: row.id, keys, chords: sequence(keys).ok()?, action: row.action })
    };
    row.keys.iter().filter_map(read).collect()
}

/// Lets a few short words last as long as the program, as those of the table do.
fn lasting(keys: Vec<String>) -> &'static [&'static str] {
    let keys: Vec<&'static str> = keys.into_iter().map(|keys| &*keys.leak()).collect();
    keys.leak()
}

fn unknown(name: &str, known: &[Row<Action>]) -> String {
    let names: Vec<&str> = known.iter().map(|row| row.id).collect();
    let shown = crate::domain::display::visible(name);
    match crate::method::fields::nearest(name, &names) {
        Some(near) => words::no_action_but_near(&shown, near),
        None => words::no_action(&shown),
    }
}

/// What is wrong with a text of settings that is no TOML, and where, in bytes.
pub(super) fn no_toml(text: &str, why: &toml::de::Error) -> (usize, String) {
    let span = why.span().unwrap_or_default();
    let says = match text.get(span.clone()) {
        Some(key) if is_second(why) => words::stands_twice(key),
        _ => words::THIS_IS_NO_TOML.to_owned(),
    };
    (span.start, says)
}

fn mistake(text: &str, at: usize, says: String) -> Mistake {
    Mistake::at("keys.toml", text, at, says)
}

#[cfg(test)]
mod tests;
