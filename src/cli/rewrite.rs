//! `okr rewrite`: work said anew as the change it is for.

use clap::{Args, ValueEnum};

use super::add::key_result_of;
use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use super::typed::{self, Assignment, line};
use crate::domain::decision::OldSentence;
use crate::method::draft::Draft;
use crate::method::fields::{self, Context};

/// Says a draft key result anew that describes work; the old sentence is kept.
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  okr rewrite complete-the-move \"Sign-in failures from 2.3 % to 0.5 % by 31 March\"
  okr rewrite complete-the-move \"Lost sign-ins from 40 to 10\" --old delivery")]
pub(super) struct Rewrite {
    /// The key result
    id: String,
    /// What would be different if it helped
    #[arg(allow_hyphen_values = true)]
    text: String,
    /// What becomes of the old sentence
    #[arg(long, value_enum, default_value = "initiative")]
    old: Old,
}

/// What can become of the old sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Old {
    /// It stays beside the key result, as how we go about it
    Initiative,
    /// It goes to the delivery list: dated, unscored
    Delivery,
}

impl From<Old> for OldSentence {
    fn from(old: Old) -> Self {
        match old {
            Old::Initiative => Self::Initiative,
            Old::Delivery => Self::Delivery,
        }
    }
}

impl Rewrite {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_team(call)?;
        let title = line("sentence", &self.text)?;
        let desk = opened.desk(call)?;
        let key = desk.quarter.key.clone();
        let mut after = key_result_of(&desk, &self.id)?.clone();
        let draft = Draft::read(&title, desk.today);
        let is_read = draft.fill(&mut after, |_| false);
        let read = is_read.then(|| format!("read: {}", draft.words(&after.measure, "->", desk.today)));
        let said = Assignment::new("title", &title);
        typed::write(fields::KEY_RESULT, &mut after, &[said], |kr| Context::of(kr, desk.today))?;
        let change = desk.rewrite(after, self.old.into(), &mut call.seed)?;
        opened.save(&change)?;
        Ok(read.into_iter().fold(Answer::saved(&change.sentence, Some(&key)), Answer::say))
    }
}
