//! Why, in one sentence that names the words.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::coach::words::fill;

/// The sentences of one kind of statement, by their names.
#[derive(Debug, serde::Deserialize)]
#[serde(transparent)]
pub(super) struct Reasons(BTreeMap<String, String>);

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    key_result: Reasons,
    objective: Reasons,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../assets/coach/reasons.toml"))
        .expect("the compiled-in reasons are what this module reads; a test parses them")
});

/// Reasons of key results.
pub(super) static KEY_RESULT: LazyLock<&'static Reasons> = LazyLock::new(|| &FILE.key_result);
/// Reasons of objectives.
pub(super) static OBJECTIVE: LazyLock<&'static Reasons> = LazyLock::new(|| &FILE.objective);

/// How much of a statement a reason repeats, in characters.
const REPEATED: usize = 60;

impl Reasons {
    /// The sentence of that name with the words of the statement.
    pub(super) fn say(&self, name: &str, words: &str) -> String {
        let template = self.0.get(name).map_or("", String::as_str);
        fill(template, &[("words", &short(words))])
    }
}

/// The words, cut at a blank where they are many.
fn short(words: &str) -> String {
    let Some((cut, _)) = words.char_indices().nth(REPEATED) else { return words.to_owned() };
    let head = &words[..cut];
    let end = head.rfind(' ').filter(|at| *at > 0).unwrap_or(cut);
    format!("{} …", head[..end].trim_end())
}
