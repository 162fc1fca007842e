//! A menu: a few answers with a letter each, for "what do you want to add?" and "what becomes of it?".

use std::iter;

use super::actions::{Enabled, only};
use super::exports::Page;
use super::finder::Scope;
use super::forms::{self, Droppable, Form, Subject};
use super::marks;
use super::message::{Effect, Save};
use super::screens::setting::{Along, delivered, removed};
use super::sort::Order;
use super::state::{Overlay, State, Tone};
use super::target::Target;
use crate::coach::rule::Rule;
use crate::domain::decision::{AskedOf, Correction};
use crate::domain::frame::HandedVerdict;
use crate::domain::id::LineId;
use crate::domain::quarter::QuarterKey;
use crate::domain::step::SessionKind;
use crate::settings::actions::MenuAction;
use crate::settings::colours::ThemeChoice;
use crate::settings::keys::Chord;
use crate::words::anywhere;
use crate::words::lists as words;

/// What an answer does.
#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    /// Opens a form.
    Form(Subject),
    /// Takes up again what was dropped.
    TakeUp(Droppable),
    /// Takes rows away.
    Remove(Vec<Target>),
    /// Moves key results to the delivery list.
    ToDelivery(Vec<Target>),
    /// Asks again a question of the coach that was waived.
    AskAgain(AskedOf, Rule),
    /// Takes back what was said at a check-in.
    TakeBack(Correction),
    /// Ticks a point of the hand-over.
    Tick(LineId, HandedVerdict),
    /// Goes to a quarter.
    Go(QuarterKey),
    /// Plays a session.
    Session(SessionKind),
    /// Writes a page for others.
    Write(Page),
    /// Shows other colours.
    Theme(ThemeChoice),
    /// Puts the key results of the list in another order.
    Sort(Order),
    /// Copies a text.
    Copy(String),
    /// Makes one thing of each line that was pasted into the form below.
    Several(Vec<String>),
    /// Sends drafts that were pasted into the form below.
    Drafts(forms::Senders, Vec<String>),
    /// Puts each line that was pasted into a field of the form below.
    Spread(Vec<String>),
    /// Puts what was pasted into the field of the form below, as one line.
    AsOne(String),
    /// Shows what an earlier program left in a form, by its name.
    Kept(String),
    /// Drops it.
    DropKept(String),
    /// Opens the sample.
    Sample,
    /// Leaves the program.
    Quit,
}

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Its letter.
    pub letter: char,
    /// The verb.
    pub label: String,
    /// What it means, in a few words.
    pub says: String,
    /// What it does.
    pub choice: Choice,
}

/// An open menu.
#[derive(Debug, Clone, PartialEq)]
pub struct Menu {
    /// Its title.
    pub title: String,
    /// One sentence above the answers.
    pub says: String,
    /// The answers; the first is the safe one.
    pub answers: Vec<Answer>,
    /// The selected answer.
    pub at: usize,
    /// The first answer that is shown, where it was drawn already.
    pub began: Option<usize>,
    /// The form it lies over, to go back to.
    pub over: Option<Box<Form>>,
    /// What goes along with what it is about, as it was named.
    pub along: Option<Along>,
}

impl Menu {
    /// Begins a menu without answers.
    pub fn new(title: impl Into<String>, says: impl Into<String>) -> Self {
        let (title, says) = (title.into(), says.into());
        Self { title, says, answers: Vec::new(), at: 0, began: None, over: None, along: None }
    }

    /// Adds what gives something up, or what takes up again what was given up.
    #[must_use]
    pub fn drop_or_take_up(self, state: &State, what: Droppable) -> Self {
        if what.is_dropped(state) {
            return self.answer('t', words::TAKE_UP_AGAIN, Choice::TakeUp(what));
        }
        let says = words::DROP_WITH_A_REASON;
        self.answer('x', (anywhere::DROP, says), Choice::Form(Subject::Drop(what)))
    }

    /// Adds what gives several things up together.
    #[must_use]
    pub fn drop_several(self, all: Vec<Droppable>) -> Self {
        let says = words::DROP_WITH_A_REASON;
        self.answer('x', (anywhere::DROP, says), Choice::Form(Subject::DropSeveral(all)))
    }

    /// Adds an answer.
    #[must_use]
    pub fn answer(mut self, letter: char, (label, says): (&str, &str), choice: Choice) -> Self {
        self.answers.push(Answer { letter, label: label.to_owned(), says: says.to_owned(), choice });
        self
    }
}

/// The letters of answers of which there may be many: those of their own, then the capitals. The answers behind have a blank,
/// and are gone to by the arrows.
pub fn letters(own: &str) -> impl Iterator<Item = char> + '_ {
    own.chars().chain('A'..='Z').chain(iter::repeat(NO_LETTER))
}

/// Stands where there is no letter left.
const NO_LETTER: char = ' ';

/// Tells whether an action can be done now: behind the first run there is nothing to go back to.
///
/// # Errors
/// Why not.
pub fn enabled(state: &State, action: MenuAction) -> Enabled {
    let menu = if let Some(Overlay::Menu(menu)) = &state.overlay { Some(menu) } else { None };
    match action {
        MenuAction::Leave if state.place.is_none() => Err(words::CHOOSE_ONE_OF_THEM.to_owned()),
        MenuAction::First => only(menu.is_none_or(|menu| menu.at > 0), anywhere::THIS_IS_THE_TOP),
        MenuAction::Last => {
            let is_above = menu.is_none_or(|menu| menu.at + 1 < menu.answers.len());
            only(is_above, anywhere::THERE_IS_NOTHING_MORE_TO_READ)
        }
        MenuAction::Leave | MenuAction::Next | MenuAction::Before | MenuAction::Take | MenuAction::Help => {
            Ok(())
        }
    }
}

/// Does an action in the open menu.
pub fn update(state: &mut State, action: MenuAction) -> Vec<Effect> {
    let Some(Overlay::Menu(menu)) = &mut state.overlay else { return Vec::new() };
    let last = menu.answers.len().saturating_sub(1);
    match action {
        MenuAction::Next => menu.at = if menu.at >= last { 0 } else { menu.at + 1 },
        MenuAction::Before => menu.at = menu.at.checked_sub(1).unwrap_or(last),
        MenuAction::First => menu.at = 0,
        MenuAction::Last => menu.at = last,
        MenuAction::Take => {
            let at = menu.at;
            return take(state, at);
        }
        MenuAction::Leave => leave(state),
        MenuAction::Help => super::finder::open(state, Scope::Here(crate::settings::actions::Context::Menu)),
    }
    Vec::new()
}

/// Leaves the menu for the form it lies over, if it lies over one.
pub fn leave(state: &mut State) {
    if let Some(Overlay::Menu(menu)) = state.overlay.take() {
        state.overlay = menu.over.map(|form| Overlay::Form(*form));
    }
}

/// Tells whether a key takes the answer that leaves the program.
pub fn quits(state: &State, chord: Chord) -> bool {
    let Some(Overlay::Menu(menu)) = &state.overlay else { return false };
    let letter = chord.command().text();
    menu.answers.iter().any(|answer| answer.choice == Choice::Quit && letter == Some(answer.letter))
}

/// Takes the answer of a letter; other keys mean nothing.
pub fn press(state: &mut State, chord: Chord) -> Vec<Effect> {
    let Some(Overlay::Menu(menu)) = &state.overlay else { return Vec::new() };
    let letter = chord.command().text().filter(|letter| *letter != NO_LETTER);
    let Some(letter) = letter else { return Vec::new() };
    match menu.answers.iter().position(|answer| answer.letter == letter) {
        Some(at) => take(state, at),
        None => Vec::new(),
    }
}

/// Takes an answer.
pub fn take(state: &mut State, at: usize) -> Vec<Effect> {
    let Some(Overlay::Menu(menu)) = state.overlay.clone() else { return Vec::new() };
    let Some(answer) = menu.answers.get(at) else { return Vec::new() };
    leave(state);
    state.status = None;
    if let Some(effects) = menu.along.and_then(|along| along.asked_again(state)) {
        return effects;
    }
    match carry_out(state, &answer.choice) {
        Ok(effects) => effects,
        Err(refusal) => {
            state.say(Tone::Stop, refusal.to_string());
            Vec::new()
        }
    }
}

fn carry_out(state: &mut State, choice: &Choice) -> Result<Vec<Effect>, crate::domain::change::Refusal> {
    let save = match choice {
        Choice::Form(subject) => return Ok(forms::open(state, subject.clone())),
        Choice::Go(key) => {
            state.go_to(key.clone());
            return Ok(Vec::new());
        }
        Choice::Session(kind) => return super::room::open(state, *kind),
        Choice::Write(page) => return Ok(vec![Effect::Write(*page)]),
        Choice::Theme(theme) => return Ok(vec![Effect::KeepTheme(*theme)]),
        Choice::Copy(text) => return Ok(vec![Effect::Copy(text.clone())]),
        Choice::Several(lines) => return Ok(forms::take_several(state, lines)),
        Choice::Drafts(from, lines) => return forms::take_drafts(state, *from, lines),
        Choice::Spread(lines) => {
            forms::take_spread(state, lines);
            return Ok(Vec::new());
        }
        Choice::AsOne(text) => {
            forms::take_as_one(state, text);
            return Ok(Vec::new());
        }
        Choice::Sort(order) => {
            state.list_mut().order = *order;
            return Ok(Vec::new());
        }
        Choice::Kept(name) => return Ok(open(state, forms::kept::menu_of(state, name))),
        Choice::DropKept(name) => {
            state.kept.remove(name);
            state.say(Tone::Done, crate::words::forms::DRAFT_DROPPED);
            return Ok(Vec::new());
        }
        Choice::Sample => return Ok(vec![Effect::OpenSample]),
        Choice::Quit => {
            let effects = super::global::leave(state);
            super::global::welcome(state);
            return Ok(effects);
        }
        Choice::TakeUp(Droppable::Objective(id)) => Save::new(state.desk()?.take_up_objective(id)?),
        Choice::TakeUp(Droppable::KeyResult(id)) => Save::new(state.desk()?.take_up_key_result(id)?),
        Choice::Remove(all) => {
            Save::new(marks::together(state, all, |state, target| removed(state, target))?).of_marked()
        }
        Choice::ToDelivery(all) => Save::new(marks::together(state, all, delivered)?).of_marked(),
        Choice::TakeBack(correction) => {
            Save::new(state.decide(|state, seed| state.desk()?.correct(correction.clone(), seed))?)
        }
        Choice::AskAgain(about, rule) => Save::new(state.desk()?.ask_again(about, rule.id())?),
        Choice::Tick(id, verdict) => {
            Save::new(state.desk()?.tick(id, *verdict)?).select(Target::Handed(id.clone()))
        }
    };
    Ok(vec![Effect::Save(save)])
}

/// Opens a menu.
pub fn open(state: &mut State, menu: Menu) -> Vec<Effect> {
    state.overlay = Some(Overlay::Menu(menu));
    Vec::new()
}

/// The choice of the first run (J1): nothing is written before "create". Where none can begin here, it says where. It is left by
/// the letter that leaves everywhere.
pub fn first_run(elsewhere: Option<&str>, leaves: &str) -> Menu {
    let is_free = |letter: &char| leaves.chars().count() == 1 && !['c', 's'].contains(letter);
    let leaves = leaves.chars().next().filter(is_free).unwrap_or('q');
    let menu = match elsewhere {
        Some(says) => Menu::new(words::NO_WORKSPACE_HERE, says),
        None => Menu::new(words::NO_WORKSPACE_HERE, words::WHAT_QUARTERDECK_KEEPS).answer(
            'c',
            words::CREATE_HERE,
            Choice::Form(Subject::FirstRun),
        ),
    };
    menu.answer('s', words::LOOK_AROUND_THE_SAMPLE, Choice::Sample).answer(leaves, words::QUIT, Choice::Quit)
}
