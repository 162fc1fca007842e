//! What a rule has to ask about a statement, an objective, or a quarter.

/// How much a finding matters. A team may set it per rule in `okr.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Never said.
    Off,
    /// A question for the room.
    Ask,
    /// A question worth a written answer.
    Warn,
    /// Keeps a set from being committed, as the method's hard stops do.
    Block,
}

/// One question of the coach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id: `output-verb`.
    pub rule: &'static str,
    /// How much it matters here.
    pub level: Level,
    /// The question to ask.
    pub question: String,
    /// Why it is asked of this text, naming its words.
    pub why: String,
    /// The stretch of the text it is about, in bytes; empty where it is about the whole.
    pub span: std::ops::Range<usize>,
}
