//! Our answer to a team that asks us for something; it is written into our files.

use super::Made;
use crate::cli::halt::Halt;
use crate::cli::typed::{self, Assignment, assignments};
use crate::domain::between::Asked;
use crate::domain::decision::Desk;
use crate::domain::display::shortened;
use crate::domain::seed::Seed;
use crate::method::fields::{self, Context, is_name};
use crate::words::cli::add as words;
use crate::words::cli::anywhere;

/// Answers what a typed id names.
pub(super) fn answer(
    desk: &Desk<'_>,
    (id, state): (&str, &str),
    words: &[String],
    seed: &mut Seed,
) -> Result<Made, Halt> {
    let asked = asked(desk, id)?;
    let mut answer = desk.answer_to(&asked, seed)?;
    let is_field = |word: &&String| {
        let name = word.split_once('=').map(|(name, _)| name);
        name.is_some_and(|name| fields::ANSWER.iter().any(|field| is_name(name, field.name)))
    };
    let (named, said): (Vec<&String>, Vec<&String>) = words.iter().partition(is_field);
    let said: Vec<&str> = said.into_iter().map(String::as_str).collect();
    let mut all = vec![Assignment::new("state", state)];
    if !said.is_empty() {
        all.push(Assignment::new("says", &said.join(" ")));
    }
    all.extend(assignments(&named.into_iter().cloned().collect::<Vec<_>>())?);
    typed::write(fields::ANSWER, &mut answer, &all, |_| Context::plain(desk.typing_day()))?;
    let id = answer.id.to_string();
    Ok((desk.reply(answer)?, id).into())
}

fn asked<'a>(desk: &Desk<'a>, typed: &str) -> Result<Asked<'a>, Halt> {
    match desk.asked_here(typed)[..] {
        [asked] => Ok(asked),
        [] => {
            let says = words::nobody_asks_us_for_in(shortened(typed), &desk.cycle.label);
            Err(Halt::usage(says, words::OKR_LIST_ASKED))
        }
        ref several => {
            let halt = Halt::usage(anywhere::means_several(shortened(typed)), "");
            Err(several.iter().fold(halt, |halt, asked| halt.with(format!("  {}", asked.path()))))
        }
    }
}
