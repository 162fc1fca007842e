//! `okr redo`: what was taken back is done again.

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::undo::Steps;
use crate::domain::way::Way;
use crate::words::cli::help::program as help;

#[derive(Debug, Args)]
#[command(about = help::REDO, before_help = help::REDO_EXAMPLES)]
pub(super) struct Redo {
    #[command(flatten)]
    steps: Steps,
}

impl Redo {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        self.steps.go(Way::Again, call)
    }
}
