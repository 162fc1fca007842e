//! `okr redo`: what was taken back is done again.

use clap::Args;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::undo::Steps;
use crate::store::undo::Way;

/// Does again what `okr undo` took back last.
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  okr redo             the change that was taken back last
  okr redo --list      what can be done again, the next first")]
pub(super) struct Redo {
    #[command(flatten)]
    steps: Steps,
}

impl Redo {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        self.steps.go(Way::Again, call)
    }
}
