//! The blanks of a question, one prompt each; what does not fit is asked again.

use super::numbered;
use super::prompt::{Said, ask, say};
use crate::domain::decision::Desk;
use crate::domain::seed::Seed;
use crate::method::fields::Input;
use crate::method::session::offers::{Ask, Blank};
use crate::method::session::{Act, Player};
use crate::words::plain as questions;

/// How often a question is asked until it is let go.
const TRIES: usize = 5;

/// Asks blank by blank; `None` when it is given up.
pub(super) fn fill_in(question: &Ask, player: &Player, desk: &Desk<'_>, seed: &mut Seed) -> Option<Act> {
    let sheet = question.sheet(player, desk);
    say(&questions::asked(&sheet.title));
    sheet.first.iter().for_each(|line| say(line));
    let mut answers: Vec<String> = sheet.blanks.iter().map(|blank| blank.text.clone()).collect();
    let mut from = 0;
    for _ in 0..TRIES {
        for (blank, answer) in sheet.blanks.iter().zip(&mut answers).skip(from) {
            *answer = answer_to(blank)?;
        }
        match sheet.take(&answers, desk, seed) {
            Ok(act) => return Some(act),
            Err(wrong) => {
                from = sheet.blanks.iter().position(|blank| Some(blank.name) == wrong.blank).unwrap_or(0);
                let label = sheet.blanks.get(from).map_or("", |blank| blank.label);
                say(&format!("{label}: {}", wrong.says));
            }
        }
    }
    None
}

/// One answer: a word of a closed list also by its number, Enter for what stands there already. A question mark alone is no
/// answer: it asks what can be answered, as everywhere in the session.
fn answer_to(blank: &Blank) -> Option<String> {
    let words = match blank.input {
        Input::Choice(words) => words,
        Input::Text | Input::Number | Input::Confidence | Input::Score | Input::Day => &[],
    };
    let listed: Vec<String> = words.iter().zip(1..).map(|(word, at)| format!("{at} {word}")).collect();
    let hint = if listed.is_empty() { blank.hint.to_owned() } else { listed.join(", ") };
    let question = match blank.text.as_str() {
        "" => questions::asks(blank.label, &hint),
        stands => questions::asks_what_stands(blank.label, &hint, stands),
    };
    let enter = match blank.text.as_str() {
        "" => questions::LEAVES_IT_EMPTY,
        _ => questions::KEEPS_WHAT_STANDS_THERE,
    };
    loop {
        match ask(&question) {
            Said::Ended => return None,
            Said::Skipped => return Some(blank.text.clone()),
            Said::Text(text) if text == questions::GIVES_IT_UP => return None,
            Said::Text(text) if text == "?" => say(&questions::how_to_answer(enter)),
            Said::Text(text) => {
                let at = numbered(&text, words.len());
                return Some(at.and_then(|at| words.get(at)).map_or(text, |word| (*word).to_owned()));
            }
        }
    }
}
