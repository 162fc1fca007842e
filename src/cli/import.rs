//! `okr import`: from a spreadsheet, or everything from our own JSON.

mod sheet;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use clap::Args;
use serde_json::json;

use super::answer::Answer;
use super::call::{Call, STANDARD};
use super::halt::{Code, Halt};
use super::opened::Opened;
use crate::domain::change::{Address, Change, Edit, Record};
use crate::domain::workspace::Workspace;
use crate::method::draft::whole;
use crate::store::Store;
use crate::store::bundle::{self, Bundle};
use crate::store::place::{Position, position};
use crate::words::cli::export as words;
use crate::words::cli::help::sharing as help;
use crate::words::counted;

#[derive(Debug, Args)]
#[command(about = help::IMPORT, before_help = help::IMPORT_EXAMPLES)]
pub(super) struct Import {
    #[arg(help = help::IMPORT_FILE)]
    file: PathBuf,
    #[arg(help = help::IMPORT_DIR)]
    dir: Option<PathBuf>,
    #[arg(help = help::IMPORT_MAP, long, value_name = "FIELD=COLUMN", value_delimiter = ',')]
    map: Vec<String>,
    #[arg(help = help::IMPORT_DRY_RUN, long)]
    dry_run: bool,
}

/// What an import comes to.
#[derive(Default)]
struct Coming {
    edits: Vec<Edit>,
    /// Records that stand here just so.
    same: usize,
    misfits: Vec<String>,
}

impl Import {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let text = self.text().map_err(|why| {
            let hint = match why.kind() {
                io::ErrorKind::InvalidData => words::SAVE_THE_SHEET_AS_CSV,
                _ => words::NAME_THE_FILE_OF_AN_EXPORT,
            };
            Halt::usage(words::cannot_be_read(self.file.display(), &why), hint)
        })?;
        if !(call.options.json || is_json(&self.file, &text)) {
            return sheet::bring(&self, &text, call);
        }
        let bundle = bundle::read(&text).map_err(|says| {
            Halt::new(
                Code::Findings,
                format!("{}: {says}", self.file.display()),
                words::OKR_EXPORT_FORMAT_JSON_WRITES_IT,
            )
        })?;
        let bundle = self.whole(bundle, &text);
        match &self.dir {
            Some(dir) => self.anew(dir, bundle),
            None => self.within(&Opened::find(call)?, bundle),
        }
    }

    fn text(&self) -> io::Result<String> {
        if self.file.as_os_str() == STANDARD {
            return io::read_to_string(io::stdin());
        }
        fs::read_to_string(&self.file)
    }

    /// The same without the key results whose sentences are not whole, which are named with their places.
    fn whole(&self, mut bundle: Bundle, text: &str) -> Bundle {
        let misfits = &mut bundle.misfits;
        bundle.records.retain(|(address, record)| {
            let Record::KeyResult(key_result) = record else { return true };
            let Err(says) = whole(&key_result.title) else { return true };
            let Position { line, column } = place(text, address, &key_result.title);
            misfits.push(format!("{}:{line}:{column}: {address}: {says}", self.file.display()));
            false
        });
        bundle
    }

    fn anew(&self, dir: &Path, bundle: Bundle) -> Result<Answer, Halt> {
        let coming = coming(&Workspace::default(), bundle, true);
        match coming.edits.is_empty() {
            true => {}
            false if self.dry_run => Store::may_begin(dir)?,
            false => drop(Opened::begin(dir, &change(&coming))?),
        }
        Ok(self.answer(&coming))
    }

    fn within(&self, opened: &Opened, bundle: Bundle) -> Result<Answer, Halt> {
        let coming = coming(&opened.workspace, bundle, false);
        if !self.dry_run && !coming.edits.is_empty() {
            opened.store().take_in(&change(&coming))?;
        }
        Ok(self.answer(&coming))
    }

    fn answer(&self, coming: &Coming) -> Answer {
        let verb = if self.dry_run { words::WOULD_COME_IN } else { words::CAME_IN };
        let mut said = vec![format!("{} {verb}", counted::RECORDS.of(coming.edits.len()))];
        if coming.same > 0 {
            said.push(words::stand_here_just_so(coming.same));
        }
        let json = json!({
            "came_in": coming.edits.len(),
            "same": coming.same,
            "did_not_fit": coming.misfits,
            "dry_run": self.dry_run,
        });
        let code = if coming.misfits.is_empty() { Code::Fine } else { Code::Findings };
        let answer = Answer::data(String::new(), json).say(said.join("; ")).ending(code);
        coming.misfits.iter().fold(answer, |answer, misfit| answer.say(words::did_not_fit(misfit)))
    }
}

/// Where the title of a record stands in the text of a bundle.
fn place(text: &str, address: &Address, title: &str) -> Position {
    let quoted = |words: &str| serde_json::Value::from(words).to_string();
    let record = text.find(&quoted(&address.to_string())).unwrap_or(0);
    let title = text[record..].find(&quoted(title)).unwrap_or(0);
    position(text, record + title)
}

/// By its name, or what comes from stdin by how it begins.
fn is_json(path: &Path, text: &str) -> bool {
    let is_named_so = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    is_named_so || path.as_os_str() == STANDARD && text.trim_start().starts_with('{')
}

fn change(coming: &Coming) -> Change {
    Change { sentence: words::IMPORT_A_WORKSPACE.to_owned(), edits: coming.edits.clone() }
}

/// What a workspace takes in: records it does not have. What it has otherwise stays as it is and is named.
fn coming(workspace: &Workspace, bundle: Bundle, is_new: bool) -> Coming {
    let here: BTreeMap<Address, Record> =
        if is_new { BTreeMap::new() } else { workspace.records().into_iter().collect() };
    // A key result that was moved is the same one.
    let stands_elsewhere = |address: &Address| match address {
        Address::KeyResult(key, _, id) => {
            let quarter = workspace.quarters.get(key).filter(|_| !is_new);
            quarter.is_some_and(|quarter| quarter.key_result(id).is_some())
        }
        _ => false,
    };
    let mut coming = Coming { misfits: bundle.misfits, ..Coming::default() };
    for (address, record) in bundle.records {
        match here.get(&address) {
            None if stands_elsewhere(&address) => {
                coming.misfits.push(words::stands_here_under_another_objective(&address));
            }
            None => coming.edits.push(Edit::create(address, record)),
            Some(stands) if *stands == record => coming.same += 1,
            Some(_) => coming.misfits.push(words::stands_here_already_and_says_something_else(&address)),
        }
    }
    coming
}
