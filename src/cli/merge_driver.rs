//! `okr merge-driver`: what git calls to merge a record; `okr sync --install` tells it to.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::halt::{Code, Halt};
use crate::store::weave::{for_git, is_of_two, side_by_side};
use crate::words::cli::help::sharing as help;
use crate::words::cli::sync as words;

#[derive(Debug, Args)]
#[command(about = help::MERGE_DRIVER, hide = true,
    before_help = help::MERGE_DRIVER_EXAMPLES
)]
pub(super) struct MergeDriver {
    #[arg(help = help::MERGE_DRIVER_BASE)]
    base: PathBuf,
    #[arg(help = help::MERGE_DRIVER_OURS)]
    ours: PathBuf,
    #[arg(help = help::MERGE_DRIVER_THEIRS)]
    theirs: PathBuf,
    #[arg(help = help::MERGE_DRIVER_PATH)]
    path: PathBuf,
    #[arg(help = help::MERGE_DRIVER_SIDES, num_args = 0..=2)]
    sides: Vec<String>,
}

impl MergeDriver {
    pub(super) fn run(self, _call: &mut Call) -> Result<Answer, Halt> {
        let [base, ours, theirs] = [self.text(&self.base)?, self.text(&self.ours)?, self.text(&self.theirs)?];
        let path = self.path.to_string_lossy();
        let (merged, says) = if is_of_two(&path, &self.sides, [&base, &ours, &theirs]) {
            (Err(side_by_side(&ours, &theirs)), words::GIT_TAKES_TWO_FOR_ONE)
        } else {
            (for_git(&path, &base, &ours, &theirs), words::BOTH_SIDES_SET_THE_SAME_FIELD)
        };
        let (Ok(text) | Err(text)) = &merged;
        fs::write(&self.ours, text).map_err(|why| self.halt(Code::NotWritten, &why.to_string()))?;
        merged.map(|_| Answer::printed(Code::Fine)).map_err(|_| self.halt(Code::Findings, says))
    }

    fn text(&self, path: &Path) -> Result<String, Halt> {
        fs::read_to_string(path).map_err(|why| self.halt(Code::NotWritten, &why.to_string()))
    }

    fn halt(&self, code: Code, why: &str) -> Halt {
        Halt::new(code, format!("{}: {why}", self.path.display()), "")
    }
}
