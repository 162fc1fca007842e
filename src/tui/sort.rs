//! In which order the key results of an objective stand in a list; the objectives keep the order of the set.

use super::menu::{Choice, Menu};
use super::screens::{self, Entry};
use super::state::State;
use super::target::Target;
use crate::domain::id::KeyResultId;
use crate::domain::score::Progress;
use crate::method::check_ins::Rounds;
use crate::words::lists as words;

/// An order of key results within their objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As the team has put them.
    #[default]
    Set,
    /// By their names.
    Name,
    /// What the room believed least in first; what has no vote last.
    Confidence,
    /// What moved least first; what has no reading last.
    Moved,
}

impl Order {
    /// Every order, with its letter, its name and what it means.
    const ALL: [(Self, char, &'static str, &'static str); 4] = [
        (Self::Set, 'o', words::AS_SET, words::THE_ORDER_OF_THE_SET),
        (Self::Name, 'n', words::NAME, words::BY_NAME_FROM_A_ON),
        (Self::Confidence, 'c', words::CONFIDENCE, words::LEAST_BELIEVED_FIRST),
        (Self::Moved, 'm', words::MOVED, words::LEAST_MOVED_FIRST),
    ];

    /// What stands beside the title of a list that is sorted.
    pub fn note(self) -> Option<String> {
        let (.., name, _) = Self::ALL.into_iter().find(|(order, ..)| *order == self)?;
        (self != Self::Set).then(|| words::by(name))
    }

    /// Asks in which order; that of now is selected.
    pub fn menu(now: Self) -> Menu {
        let says = words::ORDER_WITHIN_THEIR_OBJECTIVE;
        let add = |menu: Menu, (order, letter, label, says)| {
            menu.answer(letter, (label, says), Choice::Sort(order))
        };
        let menu = Self::ALL.into_iter().fold(Menu::new(words::SORT, says), add);
        let at = Self::ALL.iter().position(|(order, ..)| *order == now).unwrap_or(0);
        Menu { at, ..menu }
    }

    /// Puts the key results of each objective in this order, each with the rows below it.
    pub fn sorted(self, state: &State, entries: Vec<Entry>) -> Vec<Entry> {
        if self == Self::Set {
            return entries;
        }
        let rounds = state.desk().ok().map(|desk| Rounds::at(&desk));
        let mut sorted = Vec::with_capacity(entries.len());
        let mut rest = entries.into_iter().peekable();
        while let Some(entry) = rest.next() {
            let Some(id) = entry.key_result().cloned() else {
                sorted.push(entry);
                continue;
            };
            let indent = entry.indent();
            let mut parts = vec![(id, vec![entry])];
            while let Some(next) = rest.next_if(|next| next.indent() >= indent && is_part(next)) {
                match (next.key_result().cloned(), parts.last_mut()) {
                    (None, Some((_, rows))) => rows.push(next),
                    (Some(id), _) => parts.push((id, vec![next])),
                    (None, None) => {}
                }
            }
            parts.sort_by_cached_key(|(id, _)| self.rank(state, rounds.as_ref(), id));
            sorted.extend(parts.into_iter().flat_map(|(_, rows)| rows));
        }
        sorted
    }

    fn rank(self, state: &State, rounds: Option<&Rounds<'_>>, id: &KeyResultId) -> Rank {
        match self {
            Self::Set => Rank::Unknown,
            Self::Name => Rank::Name(name(state, id)),
            Self::Confidence => rounds.map_or(Rank::Unknown, |rounds| confidence(rounds, id)),
            Self::Moved => moved(state, id),
        }
    }
}

/// What key results are compared by; what is not known comes last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Name(String),
    Percent(u8),
    Part(rust_decimal::Decimal),
    Unknown,
}

/// Whether a row is a key result or stands below one.
fn is_part(entry: &Entry) -> bool {
    matches!(&*entry.target(), Target::KeyResult(_) | Target::Dependency(..) | Target::Initiative(..))
}

fn name(state: &State, id: &KeyResultId) -> String {
    let found = state.here().and_then(|(quarter, _)| quarter.key_result(id));
    found.map(|(_, key_result)| key_result.name().to_lowercase()).unwrap_or_default()
}

/// What the room said last that has been shown.
fn confidence(rounds: &Rounds<'_>, id: &KeyResultId) -> Rank {
    rounds.last_shown(id).map_or(Rank::Unknown, |said| Rank::Percent(said.percent()))
}

fn moved(state: &State, id: &KeyResultId) -> Rank {
    let Some((quarter, _)) = state.here() else { return Rank::Unknown };
    let Some((_, key_result)) = quarter.key_result(id) else { return Rank::Unknown };
    match quarter.progress(key_result) {
        Progress::NoData => Rank::Unknown,
        Progress::Moved(part) => Rank::Part(part),
        Progress::Held { inside, of } => {
            Rank::Part(rust_decimal::Decimal::from(inside) / rust_decimal::Decimal::from(of.max(1)))
        }
    }
}

/// Whether the open list has key results to sort.
pub fn has_several(state: &State) -> bool {
    screens::entries(state).iter().filter_map(Entry::key_result).nth(1).is_some()
}
