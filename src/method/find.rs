//! Finds words in everything a workspace says: each object with all its texts, in whatever team and cycle it stands.
//!
//! The order is that of the workspace given: quarters as [`by_nearness`] has them, within a quarter as the phases come.

use nucleo_matcher::chars::{normalize, to_lower_case};

use crate::domain::change::Address;
use crate::domain::id::{KeyResultId, LineId, TeamId};
use crate::domain::quarter::QuarterKey;
use crate::domain::workspace::Workspace;

mod says;
mod texts;

pub use texts::{above_quarters, of_quarter, place_of};

/// What of a record says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The record itself.
    Whole,
    /// An assumption of an objective.
    Assumption(LineId),
    /// A change that was asked of an objective.
    Negotiation(LineId),
    /// A dependency of a key result.
    Dependency(LineId),
    /// An initiative of a key result.
    Initiative(LineId),
    /// A line of one of the lists.
    Line(LineId),
    /// An answer to what another team asks, by the path of what is asked.
    Answer(String),
    /// What was said about a key result, or is to be done about it.
    On(KeyResultId),
}

/// A text, and the key under which it stands in its file: `assumption[0].text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The key.
    pub key: String,
    /// What it says.
    pub says: String,
}

/// One object with all it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The record it is, or stands in.
    pub at: Address,
    /// What of the record.
    pub part: Part,
    /// What it is, in a word or two: "Lesson".
    pub kind: &'static str,
    /// The team and the cycle, as people call them.
    pub place: String,
    /// What it says, the first first read; never empty.
    pub texts: Vec<Text>,
    /// All words it is found by, folded.
    folded: String,
}

impl Passage {
    /// Makes a passage of what was said; none where nothing was.
    fn new((at, part): (Address, Part), kind: &'static str, place: &str, texts: Vec<Text>) -> Option<Self> {
        let said = texts.iter().map(|text| text.says.as_str());
        let words = [kind, place].into_iter().chain(said).map(folded).collect::<Vec<_>>().join("\n");
        let is_empty = texts.is_empty();
        (!is_empty).then(|| Self { at, part, kind, place: place.to_owned(), texts, folded: words })
    }

    /// Which text is shown for it: the first in which one of the words stands, else the first.
    pub fn shown(&self, sought: &Sought) -> usize {
        let has_word = |text: &Text| {
            let says = folded(&text.says);
            sought.words.iter().any(|word| says.contains(word.as_str()))
        };
        self.texts.iter().position(has_word).unwrap_or(0)
    }
}

/// A text as it is compared: without case, accents and marks.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let is_mark = |letter: &char| ('\u{300}'..='\u{36f}').contains(letter);
    text.chars().filter(|letter| !is_mark(letter)).map(|letter| to_lower_case(normalize(letter))).collect()
}

/// What is looked for: words that must all stand in a passage, in any order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sought {
    /// The words, as they are compared.
    words: Vec<String>,
}

impl Sought {
    /// The words in what somebody typed.
    pub fn new(typed: &str) -> Self {
        Self { words: folded(typed).split_whitespace().map(str::to_owned).collect() }
    }

    /// Tells whether nothing was typed, which stands nowhere.
    pub fn is_nothing(&self) -> bool {
        self.words.is_empty()
    }

    /// Tells whether every word stands in a passage.
    pub fn is_in(&self, passage: &Passage) -> bool {
        !self.is_nothing() && self.words.iter().all(|word| passage.folded.contains(word.as_str()))
    }

    /// The words that the file of a passage must hold, of all that are sought at a place: those that are neither in the place
    /// nor in what things are called.
    #[must_use]
    pub fn must_stand_at(&self, place: &str) -> Self {
        let place = folded(place);
        let is_called = |word: &str| texts::kinds().any(|kind| folded(kind).contains(word));
        let words = self.words.iter().filter(|word| !place.contains(word.as_str()) && !is_called(word));
        Self { words: words.cloned().collect() }
    }

    /// Tells whether every word stands in a plain text, such as that of a file before it is read as a record.
    pub fn is_in_text(&self, text: &str) -> bool {
        let text = folded(text);
        self.words.iter().all(|word| text.contains(word.as_str()))
    }

    /// Tells whether all that this stands in is what another stands in too: letters were added behind it.
    pub fn narrows(&self, before: &Self) -> bool {
        let is_said = |(word, before): (&String, &String)| word.starts_with(before.as_str());
        !before.is_nothing()
            && self.words.len() >= before.words.len()
            && self.words.iter().zip(&before.words).all(is_said)
    }
}

/// Quarters in the order in which they are looked through: those of a team first, of each the newest first.
pub fn by_nearness<'k>(
    workspace: &Workspace,
    team: Option<&TeamId>,
    keys: impl IntoIterator<Item = &'k QuarterKey>,
) -> Vec<QuarterKey> {
    let mut all: Vec<QuarterKey> = keys.into_iter().cloned().collect();
    let first = |key: &QuarterKey| workspace.cycles.get(&key.cycle).map(|cycle| cycle.first);
    all.sort_by(|one, other| {
        let is_far = |key: &QuarterKey| Some(&key.team) != team;
        let by_team = is_far(one).cmp(&is_far(other));
        by_team.then_with(|| first(other).cmp(&first(one))).then_with(|| one.cmp(other))
    });
    all
}

/// Everything that is said in some quarters of a workspace, those of a team first; at the end what stands above the quarters.
pub fn passages<'k>(
    workspace: &Workspace,
    team: Option<&TeamId>,
    keys: impl IntoIterator<Item = &'k QuarterKey>,
) -> Vec<Passage> {
    let keys = by_nearness(workspace, team, keys);
    let of_key = |key: &QuarterKey| {
        workspace.quarters.get(key).map(|quarter| of_quarter(workspace, quarter)).unwrap_or_default()
    };
    let mut all: Vec<Passage> = keys.iter().flat_map(of_key).collect();
    all.extend(above_quarters(workspace));
    all
}

#[cfg(test)]
mod tests;
