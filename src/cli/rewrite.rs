//! `okr rewrite`: work said anew as the change it is for.

use clap::Args;

use super::add::key_result_of;
use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use super::typed::{self, Assignment, line, word_of};
use crate::domain::decision::OldSentence;
use crate::domain::key_result::KeyResult;
use crate::method::draft::Draft;
use crate::method::fields::{self, Context};
use crate::words::cli::add as words;
use crate::words::cli::help::add as help;

/// What stands otherwise than the sentence says, and the command that takes it from there; nothing of a field that `is_meant`
/// to stand so.
pub(super) fn stands_otherwise(
    draft: &Draft<'_>,
    after: &KeyResult,
    is_meant: impl Fn(&str) -> bool,
) -> Option<String> {
    let mut rows = draft.otherwise(&after.measure);
    rows.retain(|row| !is_meant(row.field));
    if rows.iter().all(|row| row.field == "unit") {
        return None;
    }
    let stays = rows.iter().map(|row| match row.stands.as_str() {
        "" => words::stays_open(row.field),
        stands => words::stays(row.field, stands),
    });
    let stays: Vec<String> = stays.collect();
    let said: Vec<String> = rows.iter().map(|row| format!("{}=\"{}\"", row.field, row.said)).collect();
    Some(words::as_the_sentence_says(stays.join(", "), &after.id, said.join(" ")))
}

#[derive(Debug, Args)]
#[command(about = help::REWRITE, before_help = help::REWRITE_EXAMPLES)]
pub(super) struct Rewrite {
    #[arg(help = help::REWRITE_ID)]
    id: String,
    #[arg(help = help::REWRITE_TEXT, allow_hyphen_values = true)]
    text: String,
    #[arg(help = help::REWRITE_OLD, long,
        value_parser = word_of::<OldSentence>(&[help::REWRITE_OLD_INITIATIVE, help::REWRITE_OLD_DELIVERY]))]
    old: Option<OldSentence>,
}

impl Rewrite {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let mut opened = Opened::of_team(call)?;
        let title = line("sentence", &self.text)?;
        let desk = opened.desk(call)?;
        let key = desk.quarter.key.clone();
        let mut after = key_result_of(&desk, &self.id)?.clone();
        let read = |title| Draft::read(title, desk.today, desk.cycle);
        let (older, draft) = (after.title.clone(), read(&title));
        let old = self.old.or_else(|| read(&older).may_be_work(desk.today).then(OldSentence::default));
        let is_read = draft.fill_instead(&read(&older), &mut after);
        let read = is_read.then(|| words::read(draft.words(&after.measure, "->", desk.today)));
        let left = stands_otherwise(&draft, &after, |_| false);
        let said = Assignment::new("title", &title);
        typed::write(fields::KEY_RESULT, &mut after, &[said], |kr| Context::of(kr, desk.typing_day()))?;
        let change = desk.rewrite(after, old, &mut call.seed)?;
        opened.save(&change)?;
        let answer = Answer::saved(&change.sentence, Some(&key));
        Ok(read.into_iter().chain(left).fold(answer, Answer::say))
    }
}
