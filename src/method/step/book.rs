//! Reads the steps that are compiled in. How long each takes is looked up line by line, as every screen adds all of it up;
//! its words are read when somebody comes to it.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{Board, Format, Mode, Nudge, Step, When, Who};
use crate::domain::formula::Formula;

pub(super) const TEXTS: [&str; 4] = [
    include_str!("../../../assets/steps/setting.toml"),
    include_str!("../../../assets/steps/check-ins.toml"),
    include_str!("../../../assets/steps/scoring.toml"),
    include_str!("../../../assets/steps/retrospective.toml"),
];

/// What opens a step, and what opens a format of the writing step; formats follow the steps.
const STEP: &str = "\n[[step]]\n";
const FORMAT: &str = "\n[[format]]\n";

/// How long a step takes, who takes part, and how it is held.
pub(super) struct Times {
    pub(super) timebox: Formula,
    pub(super) monthly: Option<Formula>,
    pub(super) mid: Option<Formula>,
    pub(super) after: Option<Formula>,
    pub(super) who: Who,
    pub(super) mode: Mode,
}

/// The words of a step as they stand in the asset.
#[derive(Debug, Deserialize)]
pub(super) struct Words {
    pub(super) title: String,
    #[serde(default)]
    pub(super) silent: bool,
    pub(super) say: Option<String>,
    pub(super) ask: Vec<String>,
    pub(super) why: Option<String>,
    pub(super) example: Option<String>,
    pub(super) hint: String,
    pub(super) show: Board,
    pub(super) shows: String,
    pub(super) input: String,
    pub(super) done: String,
    pub(super) trap: String,
    pub(super) nudge: String,
    pub(super) nudge_when: When,
    #[serde(default)]
    pub(super) also: Vec<Nudge>,
}

/// A step of the asset.
struct Entry {
    text: &'static str,
    times: Times,
    words: OnceLock<Words>,
}

static BOOK: LazyLock<BTreeMap<Step, Entry>> = LazyLock::new(|| {
    let texts = TEXTS.into_iter().map(|text| text.split(FORMAT).next().unwrap_or(text));
    let steps = texts.flat_map(|text| text.split(STEP).skip(1));
    steps.filter_map(entry).collect()
});

fn entry(text: &'static str) -> Option<(Step, Entry)> {
    let id = value(text, "id")?;
    let step = Step::ALL.iter().find(|step| step.id() == id)?;
    let formula = |name| value(text, name).and_then(|value| value.parse().ok());
    let (who, mode) = (value(text, "who")?, value(text, "mode")?);
    let times = Times {
        timebox: formula("box")?,
        monthly: formula("box_monthly"),
        mid: formula("box_mid"),
        after: formula("after"),
        who: *Who::ALL.iter().find(|one| one.word() == who)?,
        mode: *Mode::ALL.iter().find(|one| one.word() == mode)?,
    };
    Some((*step, Entry { text, times, words: OnceLock::new() }))
}

/// What stands between the quotes behind a name, in a line of its own.
fn value(text: &'static str, name: &str) -> Option<&'static str> {
    let value = |line: &'static str| line.strip_prefix(name)?.strip_prefix(" = \"")?.strip_suffix('"');
    text.lines().find_map(value)
}

fn of(step: Step) -> &'static Entry {
    BOOK.get(&step).expect("every step stands in the assets; a test asks for all of them")
}

pub(super) fn times(step: Step) -> &'static Times {
    &of(step).times
}

pub(super) fn words(step: Step) -> &'static Words {
    let entry = of(step);
    entry.words.get_or_init(|| {
        let [words] = tables("step", &format!("{STEP}{}", entry.text));
        words
    })
}

/// The tables of a name, as many as there are.
fn tables<T: DeserializeOwned, const N: usize>(name: &str, text: &str) -> [T; N] {
    let found = toml::from_str::<BTreeMap<String, Vec<T>>>(text).ok().and_then(|mut all| all.remove(name));
    let found = found.and_then(|found| found.try_into().ok());
    found.expect("the compiled-in steps are what this module reads; a test reads them")
}

/// What is done alone: the facilitator's preparation, and a briefing before a first cycle.
pub(super) fn alone(name: &str) -> Formula {
    let found = value(TEXTS[0], name).and_then(|value| value.parse().ok());
    found.expect("the setting says what is done alone; a test reads it")
}

/// How many formats of the writing step there are.
const FORMATS: usize = 4;

static READ: LazyLock<[Format; FORMATS]> = LazyLock::new(|| {
    let at =
        TEXTS[3].find(FORMAT).expect("the formats follow the steps of the retrospective; a test reads them");
    tables("format", &TEXTS[3][at..])
});

pub(super) fn formats() -> &'static [Format] {
    &*READ
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_up_by_lines_is_what_the_whole_of_toml_reads() {
        let tables: Vec<toml::Table> = TEXTS.iter().map(|text| text.parse().unwrap()).collect();
        let steps: Vec<&toml::Value> =
            tables.iter().flat_map(|table| table["step"].as_array().unwrap()).collect();
        assert_eq!(steps.len(), Step::ALL.len());
        for row in steps {
            let text = |name: &str| row.get(name).map(|value| value.as_str().unwrap());
            let step = *Step::ALL.iter().find(|step| Some(step.id()) == text("id")).unwrap();
            let Times { timebox, monthly, mid, after, who, mode } = times(step);
            let formula = |name| text(name).map(|value| value.parse::<Formula>().unwrap());
            assert_eq!(Some(timebox), formula("box").as_ref(), "{step}");
            assert_eq!(
                [monthly, mid, after],
                [formula("box_monthly"), formula("box_mid"), formula("after")].each_ref(),
                "{step}"
            );
            assert_eq!((Some(who.word()), Some(mode.word())), (text("who"), text("mode")), "{step}");
            assert_eq!(Some(words(step).title.as_str()), text("title"), "{step}");
            let also = row.get("also").map_or(0, |also| also.as_array().unwrap().len());
            assert_eq!(words(step).also.len(), also, "{step}");
        }
        assert_eq!(tables[3]["format"].as_array().unwrap().len(), formats().len());
    }
}
