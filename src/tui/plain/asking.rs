//! The blanks of a question, one prompt each; what does not fit is asked again at once, with what was typed.

use std::ops::ControlFlow;

use super::prompt::{ReadLine, ask, say, say_each};
use super::typing::Typing;
use super::{Refused, Scene, numbered};
use crate::domain::decision::Desk;
use crate::domain::display::one_line;
use crate::domain::seed::Seed;
use crate::domain::share::no_shares;
use crate::domain::workspace::Workspace;
use crate::method::elsewhere;
use crate::method::fields::Input;
use crate::method::session::offers::{Ask, Blank, Sheet, Wrong};
use crate::method::session::{Act, Player, Say};
use crate::method::step::Steps;
use crate::tui::widgets::choice::begins;
use crate::words::anywhere;
use crate::words::method::fields::TYPE_IT_AGAIN;
use crate::words::method::session::ask::LEFT_AND_RIGHT;
use crate::words::plain as questions;

/// What came of one prompt.
enum Answer {
    Text(String),
    /// The question is given up.
    GivenUp,
    /// The input has ended: what was typed is kept.
    Ended,
}

/// A question on its way to an act.
struct Filling<'q> {
    question: &'q Ask,
    player: &'q Player,
    sheet: Sheet,
    answers: Vec<String>,
    /// What was asked last of a number that can be no share.
    asked: Option<String>,
}

/// Asks blank by blank; `None` when it is given up or the input ends.
pub(super) fn fill_in(
    question: &Ask,
    (player, scene): (&Player, &mut Scene),
    seed: &mut Seed,
    typing: &mut Typing,
) -> Result<Option<Act>, Refused> {
    let sheet = begin(question, (player, &scene.desk()?));
    let (answers, is_begun) = typing.begun(question, &sheet.blanks);
    if is_begun {
        say(questions::WHAT_WAS_TYPED_STANDS_IN_BRACKETS);
    }
    let mut open = 0..sheet.blanks.len();
    let mut filling = Filling { question, player, sheet, answers, asked: None };
    loop {
        for at in open {
            if filling.ask(at, (scene, seed), typing)?.is_break() {
                return Ok(None);
            }
        }
        let Filling { sheet, answers, .. } = &filling;
        match sheet.take(answers, &scene.desk()?, seed) {
            Ok(act) => return Ok(Some(act)),
            Err(wrong) => {
                let at = sheet.blanks.iter().position(|blank| Some(blank.name) == wrong.blank);
                say_each(&match at {
                    Some(at) => questions::wrong(sheet.blanks[at].label, &wrong.says),
                    None => questions::not_done(&wrong.says),
                });
                open = at.map_or(0..sheet.blanks.len(), |at| at..at + 1);
            }
        }
    }
}

impl Filling<'_> {
    /// Asks for one blank until what is typed fits; breaks off when the question is given up or the input ends.
    fn ask(
        &mut self,
        at: usize,
        (scene, seed): (&mut Scene, &Seed),
        typing: &mut Typing,
    ) -> Result<ControlFlow<()>, Refused> {
        self.stand(at, &scene.desk()?, seed);
        let named = list(self.question, &self.sheet.blanks[at], &scene.desk()?);
        loop {
            let blank = &self.sheet.blanks[at];
            let text = match answer_to((blank, &scene.workspace), &self.answers[at], &named) {
                Answer::Text(text) => text,
                Answer::GivenUp => {
                    typing.forget(self.question);
                    return Ok(ControlFlow::Break(()));
                }
                Answer::Ended => return Ok(ControlFlow::Break(())),
            };
            let is_kept = text.is_empty() || text == self.answers[at];
            self.answers[at] = text;
            typing.keep(self.question, &self.sheet, &self.answers);
            scene.read_linked(blank, &self.answers[at]);
            let label = blank.label;
            // What is said again as it was stands until the end: a later answer may make it fit.
            let Some(says) = self.wrong(at, &scene.desk()?, seed).filter(|_| !is_kept) else {
                return Ok(ControlFlow::Continue(()));
            };
            say(&questions::wrong(label, says));
        }
    }

    /// What is wrong with an answer, or is asked of it once.
    fn wrong(&mut self, at: usize, desk: &Desk<'_>, seed: &Seed) -> Option<String> {
        let taken = self.sheet.take(&self.answers, desk, &mut seed.clone());
        let is_here = |wrong: &&Wrong| wrong.blank == Some(self.sheet.blanks[at].name);
        if let Some(wrong) = taken.as_ref().err().filter(is_here) {
            return Some(wrong.says.clone());
        }
        self.question.doubt(&self.answers[at], TYPE_IT_AGAIN).or_else(|| {
            let says = no_share(taken.ok()?, (self.player, desk), &mut seed.clone())?;
            (self.asked.replace(says.clone()).as_ref() != Some(&says)).then_some(says)
        })
    }

    /// Fills in what stands in a blank once those before it are answered; before a score it says what the formula makes of
    /// them, which is what an empty one comes to.
    fn stand(&mut self, at: usize, desk: &Desk<'_>, seed: &Seed) {
        let Self { question, sheet, answers, .. } = self;
        let blank = &sheet.blanks[at];
        if answers[at].is_empty() {
            answers[at] = question.stands(blank, answers, desk).unwrap_or_default();
        }
        if blank.input != Input::Score {
            return;
        }
        let mut before = answers.clone();
        before[at].clear();
        if let Ok(Act::Say(Say::Score(record))) = sheet.take(&before, desk, &mut seed.clone())
            && let Some(score) = record.score
        {
            say(&anywhere::the_formula_says(score));
        }
    }
}

/// Says what is asked, and what can be named in the answers; gives the blanks.
fn begin(question: &Ask, (player, desk): (&Player, &Desk<'_>)) -> Sheet {
    let sheet = question.sheet(player, desk);
    say(&questions::asked(&sheet.title));
    sheet.first.iter().for_each(|line| say(line));
    if matches!(question, Ask::Talk) {
        // The board of the step shows one of them and no number.
        let all = question.numbered(player, desk);
        all.iter().zip(1..).for_each(|(one, at)| say(&questions::numbered(at, one.name())));
    }
    sheet
}

/// What is asked once of a number that an act would save and no share can be.
fn no_share(act: Act, (player, desk): (&Player, &Desk<'_>), seed: &mut Seed) -> Option<String> {
    let change = player.act(act, desk, seed).ok()?.change?;
    no_shares(desk.workspace, &change).first().map(|asked| asked.asks(TYPE_IT_AGAIN))
}

/// The most that is listed for one answer; more is found by its name.
const LISTED: usize = 20;

/// Lists what an answer may name that stands elsewhere, each with a number; gives how each is named.
fn list(question: &Ask, blank: &Blank, desk: &Desk<'_>) -> Vec<String> {
    let Input::Elsewhere(what) = blank.input else { return Vec::new() };
    let of = if let Ask::Contribute(id) = question { Some(id) } else { None };
    let all = elsewhere::all(desk, what, of);
    for (one, at) in all.iter().zip(1..=LISTED) {
        say(&questions::nameable(at, &one.title, &one.says));
    }
    if all.len() > LISTED {
        say(&questions::and_more_by_name(all.len() - LISTED));
    }
    all.into_iter().take(LISTED).map(|one| one.text).collect()
}

/// One answer: a word of a closed list, also by its beginning, or what was listed before it, either also by its number; Enter
/// for what stands there already. A question mark alone is no answer: it asks what can be answered, as everywhere in the
/// session.
fn answer_to((blank, workspace): (&Blank, &Workspace), stands: &str, named: &[String]) -> Answer {
    let words: Vec<&str> = match blank.input {
        Input::Choice(words) => words.to_vec(),
        Input::Elsewhere(_) => named.iter().map(String::as_str).collect(),
        Input::Text
        | Input::Prose
        | Input::Names
        | Input::Number(_)
        | Input::Count
        | Input::Minutes
        | Input::Confidence
        | Input::Score
        | Input::Day(_) => Vec::new(),
    };
    let listed = || words.iter().zip(1..).map(|(word, at)| format!("{at} {word}")).collect::<Vec<_>>();
    let hint = blank.hint.of(Steps::with(&workspace.steps));
    let hint = match blank.input {
        // How a word is chosen by keys is no question.
        Input::Choice(_) => {
            let asks = Some(hint.as_ref()).filter(|hint| *hint != LEFT_AND_RIGHT);
            questions::one_of(listed().join(", "), asks)
        }
        Input::Elsewhere(_) if !named.is_empty() => questions::or_its_number(hint),
        _ => hint.into_owned(),
    };
    let (question, enter) = match stands {
        "" => (questions::asks(blank.label, &hint), questions::LEAVES_IT_EMPTY),
        stands => (
            questions::asks_what_stands(blank.label, &hint, one_line(stands)),
            questions::KEEPS_WHAT_STANDS_THERE,
        ),
    };
    loop {
        match ask(&question) {
            ReadLine::Ended => return Answer::Ended,
            ReadLine::Skipped => return Answer::Text(stands.to_owned()),
            ReadLine::Text(text) if text == questions::GIVES_IT_UP => return Answer::GivenUp,
            ReadLine::Text(text) if text == "?" => say(&questions::how_to_answer(enter)),
            ReadLine::Text(text) => {
                let is_choice = matches!(blank.input, Input::Choice(_));
                let begun = || only_one(words.iter().filter(|word| is_choice && begins(word, &text)));
                let meant = numbered(&text, words.len()).and_then(|at| words.get(at)).or_else(begun);
                return Answer::Text(meant.map_or(text.clone(), |word| (*word).to_owned()));
            }
        }
    }
}

/// What is found, where it is the only one.
fn only_one<T>(mut found: impl Iterator<Item = T>) -> Option<T> {
    found.next().filter(|_| found.next().is_none())
}
