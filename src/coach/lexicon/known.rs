//! The words a judgement rests on: what each of them says, and in which of its forms it stands.
//!
//! The lists stand in `assets/coach/`; a row there is a [`Sense`]. A list has plain forms only: plurals, pasts and the
//! like are undone by rule before a word is looked up. The build script compiles them into tables.

use super::forms::{self, Ending};
use super::senses::{ENGLISH_NOUNS, NOUNS, Sense, Senses, VERBS};

/// In which forms a word may stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Form(u8);

impl Form {
    /// The form an ending makes.
    const fn of(ending: Ending) -> Self {
        Self(1 << ending as u8)
    }

    /// As in a dictionary.
    pub(crate) const fn is_plain(self) -> bool {
        self.has(Ending::None)
    }

    /// Plural, or third person.
    pub(crate) const fn is_s(self) -> bool {
        self.has(Ending::S)
    }

    /// Past or participle.
    pub(crate) const fn is_past(self) -> bool {
        self.has(Ending::Past)
    }

    /// `-ing`.
    pub(crate) const fn is_ing(self) -> bool {
        self.has(Ending::Ing)
    }

    const fn has(self, ending: Ending) -> bool {
        self.0 & 1 << ending as u8 != 0
    }

    fn add(&mut self, ending: Ending) {
        self.0 |= 1 << ending as u8;
    }
}

/// What is known of a word as it stands.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known {
    /// What it can say.
    pub(crate) senses: Senses,
    /// What English knows of it.
    pub(crate) english: Senses,
    /// Its form.
    pub(crate) form: Form,
}

impl Known {
    fn add(&mut self, listed: Option<&Listed>, ending: Ending) {
        let Some(listed) = listed else { return };
        let (senses, english) = (listed.senses.only(ending.may_be()), listed.english.only(ending.may_be()));
        self.senses = self.senses.or(senses);
        self.english = self.english.or(english);
        if !senses.is_empty() || !english.is_empty() {
            self.form.add(ending);
        }
    }
}

/// What the lists say of a word as it stands.
struct Listed {
    senses: Senses,
    english: Senses,
    /// Where it stands what only few words have.
    more: u16,
}

impl Listed {
    fn more(&self) -> &'static More {
        &table::MORE[usize::from(self.more)]
    }
}

/// What only few words have, by where it stands: as in all tables, nothing has to be brought into place at the start.
struct More {
    /// The word whose past it is, where no rule says so: "wrote".
    past_of: Said,
    /// The word whose third person it is, where no rule says so.
    third_of: Said,
    /// The phrases it opens, the longest first.
    phrases: (u16, u16),
}

/// Where some words begin and end in one text; where there are none both are the same.
#[derive(Clone, Copy)]
struct Said(u16, u16);

impl Said {
    fn text(self) -> &'static str {
        &table::SAID[usize::from(self.0)..usize::from(self.1)]
    }

    fn or_none(self) -> Option<&'static str> {
        Some(self.text()).filter(|text| !text.is_empty())
    }
}

impl More {
    /// The phrases a word opens: the words behind it, and what the phrase says.
    fn phrases(&self) -> impl Iterator<Item = (&'static str, Senses)> {
        let (from, to) = self.phrases;
        table::PHRASES[usize::from(from)..usize::from(to)].iter().map(|(rest, senses)| (rest.text(), *senses))
    }
}

mod table {
    //! Written by the build script.
    #![expect(clippy::unreadable_literal, reason = "nobody reads it")]

    use super::{Listed, More, Said, Senses};
    use crate::coach::packed::Packed;
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

fn listed(word: &str) -> Option<&'static Listed> {
    table::WORDS.get(word)
}

/// Tells whether a word is a number in letters.
pub(crate) fn is_number(lower: &str) -> bool {
    listed(lower).is_some_and(|listed| listed.senses.has(Sense::Number))
}

/// Tells whether a word in small letters stands in a list, in whatever form.
pub(crate) fn is_known(word: &str) -> bool {
    let known = word_or_phrase(word, |_| None).1;
    !known.senses.is_empty() || !known.english.is_empty()
}

/// Tells whether a word in small letters stands in a list of nouns.
pub(crate) fn is_noun(word: &str) -> bool {
    let known = word_or_phrase(word, |_| None).1;
    known.senses.any(NOUNS) || known.english.any(ENGLISH_NOUNS)
}

/// Tells whether a word in small letters can only be said of what was done: "given", "defined".
pub(crate) fn is_participle(word: &str) -> bool {
    let known = word_or_phrase(word, |_| None).1;
    known.form.is_past() && !known.form.is_plain()
}

/// The longest phrase that begins with `first` and goes on with the words `next` gives, else the word alone: how many words
/// it has, and what is known of it.
pub(crate) fn word_or_phrase<'t>(first: &str, next: impl Fn(usize) -> Option<&'t str>) -> (usize, Known) {
    let known = listed(first);
    phrase((first, known), next).unwrap_or_else(|| (1, word(first, known)))
}

/// What is known of a word; nothing for one that stands in no list.
fn word(lower: &str, listed: Option<&Listed>) -> Known {
    let known = simple(lower, listed);
    if known.senses.is_empty() && lower.contains('-') { compound(lower) } else { known }
}

fn simple(lower: &str, itself: Option<&Listed>) -> Known {
    let mut known = Known::default();
    if let Some(plain) = itself.and_then(|listed| listed.more().third_of.or_none()) {
        known.add(listed(plain), Ending::S);
        return known;
    }
    if let Some(plain) = itself.and_then(|listed| listed.more().past_of.or_none()) {
        known.add(listed(plain), Ending::Past);
    }
    known.add(itself, Ending::None);
    forms::each(lower, |plain, ending| known.add(listed(plain), ending));
    known
}

/// Parts before a hyphen that leave a verb a verb.
const PREFIXES: &[&str] = &[
    "auto", "co", "cross", "de", "double", "dry", "fine", "hand", "load", "open", "over", "pre", "re",
    "soft", "spot", "stress", "under", "unit", "up",
];

/// A word bound by hyphens: as one word, or as its last part says: a noun, and behind "re-" and the like a verb.
/// "Crash-free" and its kind say how well it goes.
fn compound(lower: &str) -> Known {
    let whole = lower.replace('-', "");
    let known = simple(&whole, listed(&whole));
    let (first, last) = lower.rsplit_once('-').unwrap_or_default();
    if !known.senses.is_empty() {
        return known;
    }
    if last == "free" {
        return Known { senses: Senses::of(&[Sense::Metric]), ..Known::default() };
    }
    let known = simple(last, listed(last));
    if PREFIXES.contains(&first) {
        return Known { senses: known.senses.only(NOUNS.or(VERBS)), ..known };
    }
    if known.form.is_past() { Known::default() } else { Known { senses: known.senses.only(NOUNS), ..known } }
}

/// A phrase. A verb that opens it may stand in any form, a noun that ends it in the plural.
fn phrase<'t>(
    (first, known): (&str, Option<&Listed>),
    next: impl Fn(usize) -> Option<&'t str>,
) -> Option<(usize, Known)> {
    let past = known.and_then(|listed| listed.more().past_of.or_none()).or_else(|| forms::plain_verb(first));
    let ways: [(Option<&Listed>, Ending); 3] = [
        (known, Ending::None),
        (past.and_then(listed), Ending::Past),
        (first.strip_suffix('s').and_then(listed), Ending::S),
    ];
    ways.into_iter().find_map(|(opens, ending)| {
        let is_open = |senses: Senses| ending == Ending::None || senses.any(VERBS);
        let mut phrases = opens?.more().phrases();
        let (rest, senses) = phrases.find(|(rest, senses)| is_open(*senses) && goes_on(rest, &next))?;
        let words = rest.split(' ').count() + 1;
        let is_plural = ending == Ending::None && next(words - 2) != rest.rsplit(' ').next();
        let form = Form::of(if is_plural { Ending::S } else { ending });
        Some((words, Known { senses, form, ..Known::default() }))
    })
}

fn goes_on<'t>(rest: &str, next: &impl Fn(usize) -> Option<&'t str>) -> bool {
    let last = rest.split(' ').count() - 1;
    let fits = |(at, word): (usize, &str)| {
        next(at).is_some_and(|next| next == word || at == last && forms::is_plural_of(next, word))
    };
    rest.split(' ').enumerate().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::lexicon::senses::ROWS;

    const FILES: &[(&str, &str)] = &[
        ("verbs", include_str!("../../../assets/coach/verbs.toml")),
        ("nouns", include_str!("../../../assets/coach/nouns.toml")),
        ("marks", include_str!("../../../assets/coach/marks.toml")),
        ("duties", include_str!("../../../assets/coach/duties.toml")),
        ("english", include_str!("../../../assets/coach/english.toml")),
    ];

    /// What the tables say of a word or phrase as it stands in a list.
    fn tabled(word: &str) -> Senses {
        let Some((first, rest)) = word.split_once('_') else {
            return listed(word).map(|word| word.senses.or(word.english)).unwrap_or_default();
        };
        let rest = rest.replace('_', " ");
        let found = listed(first).and_then(|first| first.more().phrases().find(|(words, _)| *words == rest));
        found.map(|(_, senses)| senses).unwrap_or_default()
    }

    #[test]
    fn every_word_of_the_lists_is_in_the_tables_and_no_row_is_empty() {
        for (name, text) in FILES {
            let table: toml::Table = toml::from_str(text).expect("a list is TOML");
            for row in table.keys().filter(|row| !["irregular", "present"].contains(&row.as_str())) {
                assert!(
                    ROWS.iter().any(|(_, file, known)| file == name && known == row),
                    "{name}: {row} is not read"
                );
            }
            for (sense, _, row) in ROWS.iter().filter(|(_, file, _)| file == name) {
                let words: Vec<&str> = table[*row].as_str().unwrap_or("").split_whitespace().collect();
                assert!(!words.is_empty(), "{name}: {row}");
                let lost = words.iter().find(|word| !tabled(word).has(*sense));
                assert_eq!(lost, None, "{name}: {row}");
            }
            let pairs =
                |section: &str| table.get(section).and_then(toml::Value::as_table).into_iter().flatten();
            for (form, plain) in pairs("irregular") {
                assert_eq!(
                    listed(form).and_then(|form| form.more().past_of.or_none()),
                    plain.as_str(),
                    "{name}: {form}"
                );
            }
            for (form, plain) in pairs("present") {
                assert_eq!(
                    listed(form).and_then(|form| form.more().third_of.or_none()),
                    plain.as_str(),
                    "{name}: {form}"
                );
            }
        }
    }

    #[test]
    fn no_word_stands_twice_in_a_row() {
        for (name, text) in FILES {
            let table: toml::Table = toml::from_str(text).expect("a list is TOML");
            for (row, words) in table.iter().filter_map(|(row, words)| Some((row, words.as_str()?))) {
                let mut words: Vec<&str> = words.split_whitespace().collect();
                words.sort_unstable();
                let twice: Vec<_> =
                    words.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
                assert!(twice.is_empty(), "{name}, {row}: {twice:?}");
            }
        }
    }

    #[test]
    fn a_word_is_known_in_all_its_forms() {
        for (text, sense) in [
            ("ship", Sense::Work),
            ("ships", Sense::Work),
            ("shipped", Sense::Work),
            ("shipping", Sense::Work),
            ("wrote", Sense::Work),
            ("organize", Sense::Work),
            ("organising", Sense::Work),
            ("re-launched", Sense::Work),
            ("policies", Sense::Made),
            ("hypotheses-free", Sense::Metric),
            ("sign-ups", Sense::Act),
            ("signups", Sense::Act),
        ] {
            assert!(word_or_phrase(text, |_| None).1.senses.has(sense), "{text}");
        }
        assert!(word_or_phrase("grjfw", |_| None).1.senses.is_empty());
    }

    #[test]
    fn a_phrase_is_known_with_its_verb_in_any_form() {
        for (first, rest) in
            [("roll", "out"), ("rolled", "out"), ("rolling", "out"), ("rolls", "out"), ("wrote", "up")]
        {
            let next = |at: usize| [rest].get(at).copied();
            let (len, known) = word_or_phrase(first, next);
            assert!(len == 2 && known.senses.has(Sense::Work), "{first}");
        }
        let next = |at: usize| ["tickets"].get(at).copied();
        let (_, known) = word_or_phrase("support", next);
        assert!(known.senses.has(Sense::Inflow) && known.form.is_s());
        let next = |at: usize| ["ticket"].get(at).copied();
        assert!(!word_or_phrase("support", next).1.form.is_s());
    }
}
