//! `okr schema`: what may stand in each file, for editors that check and complete TOML.
//!
//! No file names its schema in a first line: there is no address that holds for every clone and version, and a line more in
//! each file would be one more to merge. One `.taplo.toml` beside the workspace does it for all files at once.

use std::path::{Path, PathBuf};

use clap::Args;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use schemars::{JsonSchema, Schema as Made, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::call::Call;
use super::halt::{Code, Halt};
use crate::domain::check_in::Sitting;
use crate::domain::cycle::Cycle;
use crate::domain::effort::Effort;
use crate::domain::frame::Frame;
use crate::domain::key_result::KeyResult;
use crate::domain::objective::Objective;
use crate::domain::own_step::OwnSteps;
use crate::domain::retrospective::Note;
use crate::domain::scoring::Scoring;
use crate::domain::team::{Settings, Team};
use crate::method::fields::nearest;
use crate::report::json::document;
use crate::report::table::{Cell, Table};
use crate::settings::{FILES, config, keymap};
use crate::store::out;
use crate::words::cli::anywhere as words;
use crate::words::cli::help::program as help;

#[derive(Debug, Args)]
#[command(about = help::SCHEMA, before_help = help::SCHEMA_EXAMPLES,
    after_help = help::SCHEMA_FOOT
)]
pub(super) struct Schema {
    #[arg(help = help::SCHEMA_KIND, conflicts_with = "into")]
    kind: Option<String>,
    #[arg(help = help::SCHEMA_INTO, long, value_name = "DIR")]
    into: Option<PathBuf>,
}

/// A kind of file.
struct Kind {
    /// What it is called.
    name: &'static str,
    /// Where its files stand, seen from the workspace; own settings stand elsewhere.
    files: &'static [&'static str],
    /// What may stand in it.
    make: fn(&mut SchemaGenerator) -> Made,
}

/// What the kinds are called.
pub(super) fn kinds() -> Vec<&'static str> {
    KINDS.iter().map(|kind| kind.name).collect()
}

const fn kind(
    name: &'static str,
    files: &'static [&'static str],
    make: fn(&mut SchemaGenerator) -> Made,
) -> Kind {
    Kind { name, files, make }
}

/// Every kind; a file that two patterns fit is meant by the one named by its whole name.
const KINDS: &[Kind] = &[
    kind("workspace", &["okr.toml"], Settings::json_schema),
    kind("steps", &["steps.toml"], OwnSteps::json_schema),
    kind("cycle", &["cycles/*.toml"], Cycle::json_schema),
    kind("team", &["teams/*/team.toml"], Team::json_schema),
    kind("quarter", &["teams/*/*/cycle.toml"], Frame::json_schema),
    kind("objective", &["teams/*/*/objectives/*/objective.toml"], Objective::json_schema),
    kind("key-result", &["teams/*/*/objectives/*/*.toml"], KeyResult::json_schema),
    kind("check-in", &["teams/*/*/checkins/*.toml"], Sitting::json_schema),
    kind("score", &["teams/*/*/scores/*.toml"], Scoring::json_schema),
    kind("note", &["teams/*/*/retro/*.toml"], Note::json_schema),
    kind("session", &["teams/*/*/sessions/*.toml"], Effort::json_schema),
    kind("config", &["config.toml"], config::schema),
    kind("keys", &["keys.toml"], keymap::schema),
];

impl Schema {
    pub(super) fn run(self, _: &mut Call) -> Result<Answer, Halt> {
        match (&self.into, &self.kind) {
            (Some(folder), _) => write_all(folder),
            (None, None) => Ok(listed()),
            (None, Some(typed)) => {
                let schema = made(named(typed)?);
                Ok(Answer::document(document(&schema), schema))
            }
        }
    }
}

/// The schema of a kind, in the draft that TOML editors know; a key it does not name is a mistake.
fn made(kind: &Kind) -> Value {
    let mut generator = SchemaSettings::draft07().into_generator();
    let mut root = (kind.make)(&mut generator);
    let parts: Map<String, Value> = generator.take_definitions(true);
    root.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    root.insert("title".to_owned(), json!(format!("okr {}", kind.name)));
    if !parts.is_empty() {
        root.insert("definitions".to_owned(), Value::Object(parts));
    }
    RecursiveTransform(close).transform(&mut root);
    root.to_value()
}

/// Calls a key that a table does not know a mistake, as `okr check` does, and leaves out of a usual value what it does not say.
fn close(schema: &mut Made) {
    if let Some(Value::Object(usual)) = schema.get_mut("default") {
        usual.retain(|_, value| !value.is_null());
    }
    if schema.get("properties").is_some() && schema.get("additionalProperties").is_none() {
        schema.insert("additionalProperties".to_owned(), json!(false));
    }
}

fn named(typed: &str) -> Result<&'static Kind, Halt> {
    KINDS.iter().find(|kind| kind.name == typed).ok_or_else(|| {
        let names = kinds();
        let near = nearest(typed, &names).map(words::there_is_no_such_kind_but);
        let says = near.unwrap_or_else(|| words::THERE_IS_NO_SUCH_KIND_OF_FILE.to_owned());
        Halt::usage(says, words::the_kinds_are(names.join(", ")))
    })
}

fn listed() -> Answer {
    let row = |kind: &Kind| [Cell::text(kind.name), Cell::text(kind.files.join(", "))];
    let table = Table::new(&["kind", "files"]).with(KINDS.iter().map(row));
    Answer::data(table.to_text(), json!({ "kinds": table.to_json() }))
}

/// Writes every schema, and answers with the rules that tell an editor which file has which.
fn write_all(folder: &Path) -> Result<Answer, Halt> {
    let shown = folder.display();
    let refused = |path: &Path, why: std::io::Error| {
        let hint = words::NAME_A_FOLDER_THAT_MAY_BE_WRITTEN;
        Halt::new(Code::NotWritten, format!("{}: {why}", path.display()), hint)
    };
    if !folder.is_dir() {
        return Err(Halt::usage(words::there_is_no_folder(&shown), words::make_it_first(&shown)));
    }
    let mut answer = Answer::data(String::new(), json!({}));
    let mut written = Vec::new();
    for kind in KINDS {
        let path = folder.join(format!("{}.schema.json", kind.name));
        out::put(&path, &document(&made(kind))).map_err(|why| refused(&path, why))?;
        let path = path.display().to_string().replace('\\', "/");
        let lines = if is_own(kind) { Vec::new() } else { rule(kind, &path) };
        answer = lines.iter().fold(answer, |answer, line| answer.with_line(line));
        written.push(path);
    }
    Ok(answer.with("written", json!(written)))
}

/// Whether its file is one of a person's own settings, which stands in no workspace.
fn is_own(kind: &Kind) -> bool {
    kind.files.iter().any(|file| FILES.contains(file))
}

/// One rule of a `.taplo.toml`; objectives and key results stand side by side, so the second leaves the first out.
fn rule(kind: &Kind, path: &str) -> Vec<String> {
    let objective = "teams/*/*/objectives/*/objective.toml";
    let apart = (kind.name == "key-result").then(|| format!("exclude = [{objective:?}]"));
    let lines = ["[[rule]]".to_owned(), format!("include = {:?}", kind.files)];
    let schema = ["[rule.schema]".to_owned(), format!("path = {path:?}"), String::new()];
    lines.into_iter().chain(apart).chain(schema).collect()
}
