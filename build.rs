//! Compiles the lists and weights of `assets/coach/` into tables, so that nobody waits until they are read: a command
//! that judges one quarter would take longer to learn the words than to read the quarter.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use toml::{Table, Value};

#[expect(dead_code, unreachable_pub, reason = "the coach asks for more of them")]
#[path = "src/coach/lexicon/tags.rs"]
mod reading;
#[expect(dead_code, reason = "the coach asks for more of them")]
#[path = "src/coach/lexicon/senses.rs"]
mod senses;
#[path = "src/coach/label/signal.rs"]
mod signal;

use senses::Sense as S;
use senses::{ENGLISH, ENGLISH_VERBS, ROWS, Senses};
use signal::{COUNTS, MARK_COUNT, Mark, PLACE_COUNT, Place, STANDS, WEIGHED_WITH_MARKS, shape_name};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The lists of what a word can say, a row a sense.
const LISTS: [&str; 5] = ["verbs", "nouns", "marks", "duties", "english"];

/// How many shapes there are, each with and without movement.
const SHAPES: usize = STANDS.len() * COUNTS.len() * 2;

/// The weights of a signal: a number a question.
type Row = [i16; 8];

fn main() -> Outcome<()> {
    println!("cargo::rerun-if-changed=assets/coach");
    println!("cargo::rerun-if-changed=assets/library.toml");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("reading.rs"), reading_words(&table("reading")?)?)?;
    fs::write(out.join("words.rs"), Lexicon::read()?.written())?;
    fs::write(out.join("evidence.rs"), evidence(&table("evidence")?)?)?;
    fs::write(out.join("metrics.rs"), metric_names()?)?;
    Ok(())
}

fn table(name: &str) -> Outcome<Table> {
    let path = Path::new("assets/coach").join(name).with_extension("toml");
    toml::from_str(&fs::read_to_string(&path)?).map_err(|why| format!("{}: {why}", path.display()).into())
}

/// The names of the metrics a team can start from, in small letters.
fn metric_names() -> Outcome<String> {
    let library: Table = toml::from_str(&fs::read_to_string("assets/library.toml")?)?;
    let metrics = library["metric"].as_array().ok_or("the library has no metrics")?;
    let names = metrics.iter().filter_map(|metric| metric["name"].as_str());
    Ok(map("METRICS", "()", names.map(|name| (name.to_lowercase(), "()".to_owned()))))
}

/// The words of a row.
fn words(row: Option<&Value>) -> impl Iterator<Item = &str> {
    row.and_then(Value::as_str).unwrap_or_default().split_ascii_whitespace()
}

/// A table that is looked into without being built first; `src/coach/packed.rs` finds the words in it.
fn map(name: &str, holds: &str, entries: impl IntoIterator<Item = (String, String)>) -> String {
    let (words, known): (Vec<String>, Vec<String>) = entries.into_iter().unzip();
    let borrowed: Vec<&str> = words.iter().map(String::as_str).collect();
    let hashed = phf_generator::generate_hash(&borrowed);
    let mut text = String::new();
    let row = |at: usize| {
        let start = text.len();
        text += &words[at];
        format!("({start}, {}, {}),\n", words[at].len(), known[at])
    };
    let rows: String = hashed.map.into_iter().map(row).collect();
    let (key, moves) = (hashed.key, hashed.disps);
    format!(
        "pub(super) static {name}: Packed<{holds}> =\n\
         Packed {{ key: {key}, moves: &{moves:?}, entries: &[\n{rows}], text: {text:?} }};\n"
    )
}

// What a word can mean to a reader of goals.

/// The words of `reading.toml` in all their regular forms, each with its senses as one number.
fn reading_words(lists: &Table) -> Outcome<String> {
    let mut known: BTreeMap<String, u64> = BTreeMap::new();
    for (section, rows) in lists {
        let forms: fn(&str) -> Vec<String> = match section.as_str() {
            "verbs" => verb_forms,
            "nouns" => noun_forms,
            _ => |word: &str| vec![word.to_owned()],
        };
        for (name, row) in rows.as_table().ok_or("a list stands in no section")? {
            let sense = reading::LISTS.iter().find(|(list, _)| list == name);
            let (_, sense) = sense.ok_or_else(|| format!("the list {name} has no sense"))?;
            for form in words(Some(row)).flat_map(forms) {
                *known.entry(form).or_default() |= sense.0;
            }
        }
    }
    Ok(map("WORDS", "u64", known.into_iter().map(|(word, bits)| (word, bits.to_string()))))
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

// What a word can say to a judge.

/// The lists: what they say of each word as it stands.
#[derive(Default)]
struct Lexicon(BTreeMap<String, Listed>);

/// What the lists say of a word, what English knows of it, whose past and third person it is, and the phrases it opens.
#[derive(Default)]
struct Listed {
    senses: Senses,
    english: Senses,
    past_of: Option<String>,
    third_of: Option<String>,
    phrases: BTreeMap<Vec<String>, Senses>,
}

impl Lexicon {
    fn read() -> Outcome<Self> {
        let mut lexicon = Self::default();
        for name in LISTS {
            let list = table(name)?;
            for (sense, _, row) in ROWS.iter().filter(|(_, file, _)| *file == name) {
                words(list.get(*row)).for_each(|word| lexicon.add(word, Senses::of(&[*sense])));
            }
            pairs(&list, "irregular", |form, plain| lexicon.word(form).past_of = Some(plain));
            pairs(&list, "present", |form, plain| lexicon.word(form).third_of = Some(plain));
        }
        for listed in lexicon.0.values_mut().filter(|listed| listed.senses.is_empty()) {
            listed.senses = guessed(listed.english);
        }
        Ok(lexicon)
    }

    fn word(&mut self, word: &str) -> &mut Listed {
        self.0.entry(word.to_owned()).or_default()
    }

    /// Takes in a word, or a phrase with its words bound by `_`.
    fn add(&mut self, word: &str, said: Senses) {
        let known = if let Some((first, rest)) = word.split_once('_') {
            let rest = rest.split('_').map(str::to_owned).collect();
            self.word(first).phrases.entry(rest).or_default()
        } else if said.any(ENGLISH) {
            &mut self.word(word).english
        } else {
            &mut self.word(word).senses
        };
        *known = known.or(said);
    }

    /// The words, and apart from them what only few of them have; the first of that is of all others.
    fn written(self) -> String {
        let mut apart = Apart::default();
        let mut more = vec![Listed::default().more(&mut apart)];
        let words = self.0.into_iter().map(|(word, listed)| {
            let Listed { senses, english, .. } = &listed;
            let at = if listed.has_more() { more.len() } else { 0 };
            let row = format!("Listed {{ senses: {senses:?}, english: {english:?}, more: {at} }}");
            if at > 0 {
                more.push(listed.more(&mut apart));
            }
            (word, row)
        });
        let words = map("WORDS", "Listed", words);
        let Apart { text, phrases } = apart;
        format!(
            "{words}pub(super) static MORE: &[More] = &[\n{}];\n\
             pub(super) static PHRASES: &[(Said, Senses)] = &[\n{}];\n\
             pub(super) static SAID: &str = {text:?};\n",
            more.concat(),
            phrases.concat()
        )
    }
}

impl Listed {
    fn has_more(&self) -> bool {
        self.past_of.is_some() || self.third_of.is_some() || !self.phrases.is_empty()
    }

    fn more(self, apart: &mut Apart) -> String {
        let Self { past_of, third_of, phrases, .. } = self;
        let mut phrases: Vec<_> = phrases.into_iter().collect();
        phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        let from = apart.phrases.len();
        for (rest, said) in phrases {
            let rest = apart.said(&rest.join(" "));
            apart.phrases.push(format!("({rest}, {said:?}),\n"));
        }
        let (past_of, third_of) = (apart.said_or_not(past_of), apart.said_or_not(third_of));
        let to = apart.phrases.len();
        format!("More {{ past_of: {past_of}, third_of: {third_of}, phrases: ({from}, {to}) }},\n")
    }
}

/// What stands beside the rows of what only few words have: one text, and all phrases. The rows hold places in them.
#[derive(Default)]
struct Apart {
    text: String,
    phrases: Vec<String>,
}

impl Apart {
    fn said(&mut self, words: &str) -> String {
        let start = self.text.len();
        self.text += words;
        format!("Said({start}, {})", self.text.len())
    }

    fn said_or_not(&mut self, words: Option<String>) -> String {
        self.said(&words.unwrap_or_default())
    }
}

/// Gives each pair of forms in a section to `take`.
fn pairs(list: &Table, section: &str, mut take: impl FnMut(&str, String)) {
    let rows = list.get(section).and_then(Value::as_table).into_iter().flatten();
    rows.for_each(|(form, plain)| take(form, plain.as_str().unwrap_or_default().to_owned()));
}

/// Verbs of English that say what one does to a thing.
const DEEDS: Senses = Senses::of(&[
    S::VerbCreate,
    S::VerbDeal,
    S::VerbTell,
    S::VerbThink,
    S::VerbTouch,
    S::VerbTrade,
    S::VerbTurn,
    S::VerbGo,
]);

/// What a word says that stands in no list of ours, by what English knows of it.
fn guessed(english: Senses) -> Senses {
    let mut senses = Senses::default();
    if english.any(DEEDS) {
        senses = senses.or(Senses::of(&[S::Work]));
    } else if english.any(ENGLISH_VERBS) {
        senses = senses.or(Senses::of(&[S::Use]));
    }
    if english.has(S::NounPerson) && !english.any(ENGLISH_VERBS) {
        senses = senses.or(Senses::of(&[S::Outsider]));
    }
    senses
}

// What each signal of a statement weighs.

/// The weights as arrays by the numbers of places, senses, marks and shapes, and as maps of stems and of pairs of them.
/// Names of signals that nobody looks for any more are left out.
fn evidence(file: &Table) -> Outcome<String> {
    let mut text = String::new();
    for limit in ["work_from", "effect_to", "open_from"] {
        let number = file.get(limit).and_then(Value::as_integer).ok_or_else(|| format!("no {limit}"))?;
        writeln!(text, "pub(in super::super) const {}: i32 = {number};", limit.to_uppercase())?;
    }
    let section = |name: &str| Section::of(file, name);
    let bias = section("bias")?;
    let shapes = section("shapes")?;
    let marks = section("marks")?;
    let places: Vec<Section> =
        Place::ALL.iter().map(|place| section(place.name())).collect::<Outcome<_>>()?;
    let of_place =
        |place: &Section| ROWS.iter().map(|(_, file, row)| place.row(&format!("{file}-{row}"))).collect();
    let shape_rows: Vec<Row> = (0..SHAPES).map(|shape| shapes.row(&shape_name(shape))).collect();
    let mark_rows: Vec<Row> = Mark::ALL.iter().map(|mark| marks.row(mark.name())).collect();
    let place_rows: Vec<Vec<Row>> = places.iter().map(of_place).collect();
    writeln!(text, "pub(super) static BIAS: [i16; 8] = {:?};", bias.row("all"))?;
    writeln!(text, "pub(super) static SHAPES: [[i16; 8]; {SHAPES}] = {shape_rows:?};")?;
    writeln!(text, "pub(super) static MARKS: [[i16; 8]; {MARK_COUNT}] = {mark_rows:?};")?;
    let senses = ROWS.len();
    writeln!(text, "pub(super) static PLACES: [[[i16; 8]; {senses}]; {PLACE_COUNT}] = {place_rows:?};")?;
    let with = With::of(file)?;
    let places = WEIGHED_WITH_MARKS.map(|place| {
        ROWS.iter().map(|(_, file, row)| with.place(&format!("{} {file}-{row}", place.name()))).collect()
    });
    let places: [Vec<(u16, u16)>; WEIGHED_WITH_MARKS.len()] = places;
    let rows = places.len();
    writeln!(text, "pub(super) static PLACES_WITH: [[(u16, u16); {senses}]; {rows}] = {places:?};")?;
    let mut words = section("words")?.0;
    for word in with.words() {
        words.entry(word).or_default();
    }
    let words = words.into_iter().map(|(stem, row)| {
        let with = with.place(&format!("words {stem}"));
        (stem, format!("({row:?}, {with:?})"))
    });
    text += &map("WORDS", "([i16; 8], (u16, u16))", words);
    let pairs = section("pairs")?.0;
    text += &map("PAIRS", "[i16; 8]", pairs.into_iter().map(|(pair, row)| (pair, format!("{row:?}"))));
    writeln!(text, "pub(super) static WITH: [(u8, [i16; 2]); {}] = {:?};", with.rows.len(), with.rows)?;
    Ok(text)
}

/// What words weigh with the marks of a statement: rows by mark, and where those of each word stand, by the names of
/// the file.
struct With {
    rows: Vec<(u8, [i16; 2])>,
    places: BTreeMap<String, (u16, u16)>,
}

impl With {
    fn of(file: &Table) -> Outcome<Self> {
        let mut with = Self { rows: Vec::new(), places: BTreeMap::new() };
        for (word, marks) in file.get("with").and_then(Value::as_table).into_iter().flatten() {
            let marks: BTreeMap<String, [i16; 2]> = marks.clone().try_into()?;
            let from = u16::try_from(with.rows.len())?;
            for (at, mark) in (0_u8..).zip(Mark::ALL) {
                with.rows.extend(marks.get(mark.name()).map(|weights| (at, *weights)));
            }
            with.places.insert(word.clone(), (from, u16::try_from(with.rows.len())?));
        }
        Ok(with)
    }

    fn place(&self, word: &str) -> (u16, u16) {
        self.places.get(word).copied().unwrap_or_default()
    }

    fn words(&self) -> Vec<String> {
        self.places.keys().filter_map(|name| name.strip_prefix("words ")).map(str::to_owned).collect()
    }
}

/// A section of the weights: rows by the names of signals.
struct Section(BTreeMap<String, Row>);

impl Section {
    fn of(file: &Table, name: &str) -> Outcome<Self> {
        let rows = file.get(name).and_then(Value::as_table).into_iter().flatten();
        let row = |(signal, row): (&String, &Value)| Ok((signal.clone(), row.clone().try_into::<Row>()?));
        rows.map(row).collect::<Outcome<_>>().map(Self)
    }

    fn row(&self, signal: &str) -> Row {
        self.0.get(signal).copied().unwrap_or_default()
    }
}
