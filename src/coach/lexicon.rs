//! What a word can mean to a reader of goals: one look-up a word, all its senses at once.
//!
//! The words stand in `assets/coach/reading.toml`; regular forms of verbs and nouns are made here.

use std::sync::LazyLock;

use super::rows::{Row, rows};
use super::table::Table;

/// The senses a word has, of those a reader asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Senses(u64);

impl Senses {
    /// No sense at all.
    pub const NONE: Self = Self(0);

    /// What the last part says of a compound: "re-orders" are orders, but the "in" of "sign-in" is no preposition.
    const fn of_compound(self) -> Self {
        Self(self.0 & (((1 << (Bit::PERIOD as u64 + 1)) - 1) | Self::MONTH.0))
    }

    /// Both together.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Tells whether any of the other senses is among these.
    #[must_use]
    pub const fn has(self, any_of: Self) -> bool {
        self.0 & any_of.0 != 0
    }
}

/// The lists of the asset and their senses.
macro_rules! senses {
    ($($name:ident = $list:literal: $says:literal,)+) => {
        #[expect(clippy::upper_case_acronyms, reason = "numbers the constants below")]
        enum Bit { $($name,)+ }
        impl Senses { $(#[doc = $says] pub const $name: Self = Self(1 << Bit::$name as u64);)+ }
        const LISTS: &[(&str, Senses)] = &[$(($list, Senses::$name),)+];
    };
}

senses! {
    UP = "up": "A verb: the number goes up.",
    DOWN = "down": "A verb: the number goes down.",
    IMPROVE = "improve": "A verb: the way the quantity wants it.",
    SPEED = "speed": "A verb: takes less time.",
    KEEP = "keep": "A verb: stays where it is.",
    REACH = "reach": "A verb: says where a number gets to, and nothing else.",
    MAKE = "make": "A verb: work that is done once.",
    COSTS = "costs": "A verb: what it takes.",
    SPEND = "spend": "A verb: money or hours given out.",
    FAIL = "fail": "A verb: what nobody wants.",
    LOW = "low": "A noun: fewer is better.",
    LONG = "long": "A noun: time that is better when more.",
    DURATION = "duration": "A noun: a stretch of time that is measured.",
    MEASURE = "measure": "A noun: a quantity that is read.",
    SCORE = "score": "A noun: a quantity in points.",
    CASE = "case": "A noun: cases a limit may select.",
    GROUP = "group": "A noun: groups whose size is named.",
    LABEL = "label": "A noun: the number behind it names one of several.",
    PERIOD = "period": "A noun: a length of time.",
    FROM = "from": "Before the number where things stand.",
    TO = "to": "Before the number to reach.",
    ARROW = "arrow": "A sign between the two.",
    BY = "by": "Before a difference, a day or an actor.",
    NOW = "now": "Beside the number where things stand.",
    VERSUS = "versus": "Before the number where things stand, in a comparison.",
    AIM = "aim": "Beside the number to reach.",
    LESS = "less": "At most, or below.",
    MORE = "more": "At least, or above.",
    STRICT = "strict": "The bound itself does not count.",
    NOT = "not": "Turns a comparison around.",
    ABOUT = "about": "Says nothing about the number.",
    ONLY = "only": "Fewer is better.",
    WITHIN = "within": "Before a limit of time.",
    FILLER = "filler": "May stand between a number and its comparison.",
    ARTICLE = "article": "a, an.",
    THE = "the": "Points at things that are known.",
    AVERAGE = "average": "The mean.",
    MEDIAN = "median": "The median.",
    RATE = "rate": "How often.",
    SHARE = "share": "A part of a whole.",
    SUM = "sum": "Added up.",
    COUNT = "count": "How many.",
    WIDER = "wider": "Behind a difference: upwards.",
    NARROWER = "narrower": "Behind a difference: downwards.",
    RISEN = "risen": "Beside a difference: upwards.",
    FALLEN = "fallen": "Beside a difference: downwards.",
    STOP = "stop": "Ends a noun phrase.",
    SCOPE = "scope": "Begins what is counted in.",
    THAT = "that": "Begins a clause that selects cases.",
    MEANS = "means": "Begins what is done for it.",
    EVERY = "every": "The whole of something.",
    WE = "we": "The team itself.",
    PLACEHOLDER = "placeholder": "Stands for a number that is still to come.",
    AHEAD = "ahead": "Points to a stretch of time.",
    MONTH = "month": "A month.",
}

/// The file of the lists.
const LISTED: &str = include_str!("../../assets/coach/reading.toml");

static WORDS: LazyLock<Table<String, Senses>> = LazyLock::new(|| {
    let mut words = Table::default();
    for row in rows(LISTED) {
        let Row { section, name, value } = row.expect("a test reads the words of the coach");
        let forms: fn(&str) -> Vec<String> = match section {
            "verbs" => verb_forms,
            "nouns" => noun_forms,
            _ => |word: &str| vec![word.to_owned()],
        };
        let senses = LISTS.iter().filter(|(list, _)| *list == name);
        let sense = senses.fold(Senses::NONE, |all, (_, sense)| all.or(*sense));
        for form in value.split_ascii_whitespace().flat_map(forms) {
            let known: &mut Senses = words.entry(form).or_default();
            *known = known.or(sense);
        }
    }
    words
});

/// The senses of a word in small letters; a compound has those of its last part.
#[must_use]
pub fn senses(word: &str) -> Senses {
    let word = word.strip_suffix("'s").unwrap_or(word);
    match WORDS.get(word) {
        Some(senses) => *senses,
        None => word
            .rsplit_once('-')
            .and_then(|(_, last)| WORDS.get(last))
            .map_or(Senses::NONE, |last| last.of_compound()),
    }
}

/// The regular forms of a verb: reduce, reduces, reduced, reducing.
fn verb_forms(verb: &str) -> Vec<String> {
    let mut forms = vec![verb.to_owned(), with_s(verb)];
    let stem = verb.strip_suffix('e').unwrap_or(verb);
    match verb.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => forms.push(format!("{stem}ied")),
        _ => forms.push(format!("{stem}ed")),
    }
    forms.push(format!("{stem}ing"));
    if let Some(last) = verb.chars().last().filter(|last| "bdgmnprt".contains(*last)) {
        forms.extend([format!("{verb}{last}ed"), format!("{verb}{last}ing")]);
    }
    forms
}

/// A noun and its plural.
fn noun_forms(noun: &str) -> Vec<String> {
    vec![noun.to_owned(), with_s(noun)]
}

fn with_s(word: &str) -> String {
    match word.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| word.ends_with(end)) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms_are_known() {
        for (form, sense) in [
            ("reducing", Senses::DOWN),
            ("cutting", Senses::DOWN),
            ("multiplied", Senses::UP),
            ("planned", Senses::MAKE),
            ("companies", Senses::GROUP),
            ("today's", Senses::NOW),
            ("re-orders", Senses::CASE),
        ] {
            assert!(senses(form).has(sense), "{form}");
        }
        assert_eq!(senses("zebra"), Senses::NONE);
    }

    #[test]
    fn every_list_has_a_sense_and_every_sense_its_list() {
        let lists: toml::Table = toml::from_str(LISTED).unwrap();
        let sections = lists.iter().map(|(section, rows)| (section, rows.as_table().unwrap()));
        let whole: Vec<(&str, &str, &str)> = sections
            .flat_map(|(section, rows)| {
                rows.iter().map(|(name, words)| (section.as_str(), name.as_str(), words.as_str().unwrap()))
            })
            .collect();
        let read: Vec<_> = rows(LISTED).flatten().map(|row| (row.section, row.name, row.value)).collect();
        assert_eq!(read, whole);
        let named: Vec<&str> = whole.iter().map(|(_, name, _)| *name).collect();
        for (list, _) in LISTS {
            assert!(named.contains(list), "no list {list}");
        }
        for name in named {
            assert!(LISTS.iter().any(|(list, _)| *list == name), "no sense {name}");
        }
    }
}
