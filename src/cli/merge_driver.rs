//! `okr merge-driver`: what git calls to merge a record; `okr sync --install` tells it to.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::halt::{Code, Halt};
use crate::store::weave::for_git;
use crate::words::cli::sync as words;

/// Merges three versions of a record for git, field by field; the outcome replaces the second.
#[derive(Debug, Args)]
#[command(
    hide = true,
    before_help = "\
Examples:
  okr merge-driver -- %O %A %B %P      as git is told by okr sync --install"
)]
pub(super) struct MergeDriver {
    /// What both sides began with
    base: PathBuf,
    /// Ours, where the outcome is written
    ours: PathBuf,
    /// Theirs
    theirs: PathBuf,
    /// What the file is called
    path: PathBuf,
}

impl MergeDriver {
    pub(super) fn run(self, _call: &mut Call) -> Result<Answer, Halt> {
        let [base, ours, theirs] = [self.text(&self.base)?, self.text(&self.ours)?, self.text(&self.theirs)?];
        let (text, is_settled) = match for_git(&base, &ours, &theirs) {
            Ok(text) => (text, true),
            Err(text) => (text, false),
        };
        fs::write(&self.ours, text).map_err(|why| self.halt(Code::NotWritten, &why.to_string()))?;
        if is_settled {
            return Ok(Answer::ended(0));
        }
        Err(self.halt(Code::Findings, words::BOTH_SIDES_SET_THE_SAME_FIELD))
    }

    fn text(&self, path: &Path) -> Result<String, Halt> {
        fs::read_to_string(path).map_err(|why| self.halt(Code::NotWritten, &why.to_string()))
    }

    fn halt(&self, code: Code, why: &str) -> Halt {
        Halt::new(code, format!("{}: {why}", self.path.display()), "")
    }
}
