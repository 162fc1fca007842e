//! `okr list`: everything of one kind, in plain columns.

use clap::Args;
use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::halt::Halt;
use super::opened::Opened;
use super::print::that_fits;
use crate::domain::display::shortened;
use crate::method::fields::nearest;
use crate::report::list::{self, LISTS, Rows};
use crate::report::outline;
use crate::settings::signs::signed;
use crate::store::Parts;
use crate::words::cli::anywhere as words;
use crate::words::cli::help::looking as help;

#[derive(Debug, Args)]
#[command(about = help::LIST, before_help = help::LIST_EXAMPLES)]
pub(super) struct List {
    #[arg(help = help::LIST_WHAT)]
    what: Option<String>,
    #[arg(help = help::LIST_WORDS)]
    words: Vec<String>,
}

impl List {
    pub(super) fn run(self, call: &mut Call) -> Result<Answer, Halt> {
        let what = self.what.as_deref().map(|word| list::named(word).ok_or_else(|| unknown(word)));
        let what = what.transpose()?;
        let opened = match what.map(|list| list.rows) {
            Some(Rows::Outline(_)) => Opened::outline(call)?,
            Some(Rows::Frames(_)) => Opened::of_all(call, Parts::Frames)?,
            Some(Rows::Results(_)) => Opened::of_all(call, Parts::Results)?,
            Some(Rows::Quarter(_) | Rows::Words(_)) | None => Opened::of_team(call)?,
        };
        let answer = match what {
            None => {
                let desk = opened.desk(call)?;
                Answer::data(outline::text(&desk), outline::json(&desk))
            }
            Some(list) => rows(&opened, call, (list, &self.words))?,
        };
        Ok(opened.warned(answer))
    }
}

/// The answer of one list.
pub(super) fn rows(
    opened: &Opened,
    call: &Call,
    (list, words): (&list::List, &[String]),
) -> Result<Answer, Halt> {
    let is_searched = matches!(list.rows, Rows::Words(_));
    if !words.is_empty() && !is_searched {
        let says = words::okr_list_takes_no_words(list.name);
        return Err(Halt::usage(says, words::ONLY_METRICS_ARE_SEARCHED));
    }
    let (table, key) = match list.rows {
        Rows::Outline(rows) => (rows(&opened.workspace), None),
        Rows::Frames(rows) | Rows::Results(rows) => (rows(&opened.workspace, call.today), None),
        Rows::Quarter(rows) => {
            let desk = opened.desk(call)?;
            (rows(&desk), Some(desk.quarter.key.clone()))
        }
        Rows::Words(rows) => (rows(&words.join(" ")), None),
    };
    let json = json!({
        "list": list.name,
        "team": key.as_ref().map(|key| key.team.as_str()),
        "cycle": key.as_ref().map(|key| key.cycle.as_str()),
        "rows": table.to_json(),
    });
    if table.is_empty() {
        return Ok(Answer::data(String::new(), json).say(list.empty));
    }
    Ok(Answer::data(that_fits(table.to_text_in(signed), || table.to_records_in(signed)), json))
}

fn unknown(word: &str) -> Halt {
    let names: Vec<&str> = LISTS.iter().map(|list| list.name).collect();
    let says = words::there_is_no_list(shortened(word));
    match nearest(&word.trim().to_lowercase(), &names) {
        Some(near) => Halt::usage(words::did_you_mean(&says, near), ""),
        None => Halt::usage(words::there_are(&says), names.join(", ")),
    }
}
