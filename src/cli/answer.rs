//! What a verb answers: text or JSON for stdout, talk for stderr, and the exit code.

use serde_json::{Map, Value, json};

use super::halt::{Code, Halt};
use crate::domain::change::Change;
use crate::domain::quarter::QuarterKey;
use crate::report::page::Page;
use crate::words::anywhere;
use crate::words::cli::anywhere as words;

/// The answer of a verb.
#[derive(Debug)]
pub(super) struct Answer {
    /// Data for people, whole lines; or a document.
    pub(super) text: String,
    /// Whether the text is a document for another program, which is printed sign by sign as it is.
    pub(super) is_document: bool,
    /// The same for machines.
    pub(super) json: Value,
    /// What is said beside, line by line.
    pub(super) talk: Vec<String>,
    /// How the command ends.
    pub(super) code: Code,
}

impl Answer {
    /// Answers with data.
    pub(super) fn data(text: String, json: Value) -> Self {
        Self { text, is_document: false, json, talk: Vec::new(), code: Code::Fine }
    }

    /// Answers with a document: a page, a table, a script that something else reads.
    pub(super) fn document(text: String, json: Value) -> Self {
        Self { is_document: true, ..Self::data(text, json) }
    }

    /// Says nothing more: the data is printed already, or there is none.
    pub(super) fn printed(code: Code) -> Self {
        Self { code, ..Self::data(String::new(), Value::Null) }
    }

    /// Says nothing more after the screens were left.
    pub(super) fn ended(code: u8) -> Self {
        Self { code: Code::Screens(code), ..Self::data(String::new(), Value::Null) }
    }

    /// Answers that something was saved; its sentence is talk, not data.
    pub(super) fn saved(sentence: &str, key: Option<&QuarterKey>) -> Self {
        let mut json = Map::from_iter([("saved".to_owned(), json!(sentence))]);
        if let Some(key) = key {
            json.insert("team".to_owned(), json!(key.team.as_str()));
            json.insert("cycle".to_owned(), json!(key.cycle.as_str()));
        }
        let says = anywhere::saved(sentence);
        let talk = vec![key.map_or(says.clone(), |key| anywhere::in_quarter(says, key))];
        Self { talk, ..Self::data(String::new(), json.into()) }
    }

    /// Answers what came of a decision at a quarter.
    pub(super) fn of(change: &Change, key: &QuarterKey) -> Self {
        if change.is_empty() { Self::unchanged(Some(key)) } else { Self::saved(&change.sentence, Some(key)) }
    }

    /// Answers that nothing was to be changed; for machines nothing was saved.
    pub(super) fn unchanged(key: Option<&QuarterKey>) -> Self {
        Self::saved(words::NOTHING_AS_IT_STANDS_SO_ALREADY, key).with("saved", Value::Null)
    }

    /// Says what stopped it on the way; what was done before stands.
    pub(super) fn stopped_by(self, halt: Halt) -> Self {
        halt.lines.into_iter().fold(self, Self::say).ending(halt.code)
    }

    /// Adds the id of what was made, as a line of data.
    pub(super) fn with_id(self, id: &str) -> Self {
        self.with_line(id).with("id", json!(id))
    }

    /// Adds a key to the JSON.
    pub(super) fn with(mut self, key: &str, value: Value) -> Self {
        if let Value::Object(map) = &mut self.json {
            map.insert(key.to_owned(), value);
        }
        self
    }

    /// Adds what is wrong in a person's settings; then it ends with findings.
    pub(super) fn with_mistakes(self, mistakes: &[String]) -> Self {
        let code = if mistakes.is_empty() { self.code } else { Code::Findings };
        let answer = mistakes.iter().fold(self, |answer, mistake| answer.say(mistake.as_str()));
        answer.with("mistakes", json!(mistakes)).ending(code)
    }

    /// Adds a line of data.
    pub(super) fn with_line(mut self, line: &str) -> Self {
        let mut page = Page::default();
        page.line(line);
        self.text.push_str(&page.into_text());
        self
    }

    /// Adds a line of talk.
    pub(super) fn say(mut self, line: impl Into<String>) -> Self {
        self.talk.push(line.into());
        self
    }

    /// Ends with another code.
    pub(super) fn ending(mut self, code: Code) -> Self {
        self.code = code;
        self
    }
}
