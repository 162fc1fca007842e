//! Several lines pasted where one thing is asked: one thing a line, after a question that says how many, as one step.
//! Drafts are one or two a person, so there the question also asks how many people they came from.

use super::acts::paste_here;
use super::read::follow as follow_typing;
use super::subject::{self, Subject};
use super::traits::{Several, Traits};
use super::{Form, Trouble};
use crate::domain::change::{Change, Refusal};
use crate::domain::seed::Seed;
use crate::method::fields::{Input, one_line};
use crate::method::session::act::draft;
use crate::method::session::offers::Ask;
use crate::method::session::{Act, Blind};
use crate::tui::menu::{self, Choice, Menu};
use crate::tui::message::{Effect, Save, Then};
use crate::tui::room::{is_large, played};
use crate::tui::state::{Overlay, State, Tone};
use crate::tui::update::follow;
use crate::words::forms as words;

/// The most lines that become things at once.
const MOST: usize = 100;

/// The most drafts of one person (SET-2).
const MOST_DRAFTS: usize = 2;

/// Whom several drafts that were pasted came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Senders {
    /// One person, who sends them together.
    One,
    /// As many people, or all that are still out where there are fewer, who sent them before.
    Each,
}

/// The lines of a text that say something, without what marks them as points of a list.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(|line| one_line(bare(line.trim()))).filter(|line| !line.is_empty()).collect()
}

/// The lines that become things now, and those that are asked about after them.
fn now_and_then(lines: &[String]) -> (&[String], &[String]) {
    lines.split_at(lines.len().min(MOST))
}

/// The names of a list that were pasted or edited one a line, parted as its field has them.
pub(super) fn names(text: &str) -> String {
    let name = |line: &str| bare(line.trim()).trim_end_matches([',', ';', ' ']).to_owned();
    text.lines().map(name).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A line without its bullet or number.
fn bare(line: &str) -> &str {
    let bullets = ["- ", "* ", "+ ", "\u{2022} ", "\u{2013} ", "[ ] ", "[x] "];
    let after =
        bullets.iter().fold(line, |line, bullet| line.strip_prefix(bullet).unwrap_or(line).trim_start());
    let digits = after.len() - after.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    let numbered = after[digits..].strip_prefix(['.', ')']).and_then(|rest| rest.strip_prefix(' '));
    numbered.filter(|_| (1..=3).contains(&digits)).map_or(after, str::trim_start)
}

/// Asks what becomes of several lines that were pasted into the open form; tells whether there is anything to ask.
pub(super) fn ask(state: &mut State, text: &str) -> bool {
    let Some(Overlay::Form(form)) = &state.overlay else { return false };
    let lines = lines(text);
    if lines.len() < 2 || !is_begun_here(form) {
        return false;
    }
    let (now, then) = now_and_then(&lines);
    let says = match then.len() {
        0 => words::ONE_A_LINE.to_owned(),
        left => words::one_a_line_and_the_rest_after(now.len(), left),
    };
    let menu = Menu::new(words::lines_were_pasted(lines.len()), says);
    let menu = match (&form.subject, Traits::of(&form.subject).several) {
        (Subject::Room(Ask::Draft), _) => {
            // Nobody reads a draft before all are in.
            let said = if is_large(state) { String::new() } else { shown(&lines) };
            whose(menu, &lines, &said, people_left(state))
        }
        (_, Some(Several { things, .. })) => {
            let (label, says) = (format!("{} {things}", now.len()), shown(now));
            menu.answer('s', (&label, &says), Choice::Several(lines))
        }
        (_, None) => return false,
    };
    let over = Some(Box::new(form.clone()));
    let one = words::ONE;
    let menu = menu.answer('o', one, Choice::AsOne(text.to_owned()));
    drop(menu::open(state, Menu { over, ..menu }));
    true
}

/// Asks on about what waits of a text that was pasted; until that is answered it stands in the field, so that nothing is
/// lost by going back.
pub fn ask_on(state: &mut State, rest: Option<(Box<Form>, String)>) {
    let Some((mut form, text)) = rest else { return };
    if let Some(entry) = form.entry_mut() {
        entry.take("");
    }
    state.overlay = Some(Overlay::Form(*form));
    if !ask(state, &text) {
        return take_as_one(state, &text);
    }
    if let Some(Overlay::Menu(Menu { over: Some(form), .. })) = &mut state.overlay {
        paste_here(form, &text);
        form.focus_on(form.focus);
    }
}

/// Several lines as one.
fn shown(lines: &[String]) -> String {
    lines.join(" \u{b7} ")
}

/// Whose drafts they may be.
fn whose(mut menu: Menu, lines: &[String], said: &str, people: usize) -> Menu {
    let count = lines.len();
    let drafts = |senders| Choice::Drafts(senders, lines.to_vec());
    if count <= MOST_DRAFTS {
        menu = menu.answer('s', (&words::drafts(count), words::OF_ONE_PERSON), drafts(Senders::One));
    }
    if count <= people * MOST_DRAFTS {
        let says = if count <= people { words::A_DRAFT_EACH } else { words::ONE_OR_TWO_EACH };
        menu = menu.answer('e', (&words::people(count.min(people)), says), drafts(Senders::Each));
    }
    if count == MOST_DRAFTS || count == 2 * MOST_DRAFTS {
        menu = menu.answer('w', (words::WITH_WHY_NOW, said), Choice::Spread(lines.to_vec()));
    }
    menu
}

/// How many people have not sent a draft yet.
fn people_left(state: &State) -> usize {
    let left = state.room.as_ref().map(|room| {
        let player = &room.player;
        player.people().saturating_sub(player.hidden().drafts.hands())
    });
    left.and_then(|left| usize::try_from(left).ok()).unwrap_or(0)
}

/// Whether the focus is in the field for the words, and nothing stands there.
fn is_begun_here(form: &Form) -> bool {
    let named = Traits::of(&form.subject).several.and_then(|several| several.field);
    let words = form.entries.iter().position(|entry| match named {
        Some(name) => entry.name == name,
        None => entry.input == Input::Text,
    });
    words == Some(form.focus) && form.entries[form.focus].text().is_empty()
}

/// Lets several lines fill the fields from the focus on, one each.
pub fn take_spread(state: &mut State, lines: &[String]) {
    let Some(Overlay::Form(form)) = &mut state.overlay else { return };
    let from = form.focus;
    for (entry, line) in form.entries[from..].iter_mut().zip(lines) {
        entry.take(line);
    }
    form.problem = None;
}

/// Sends drafts as they came.
///
/// # Errors
/// They are not asked for any more.
pub fn take_drafts(state: &mut State, senders: Senders, lines: &[String]) -> Result<Vec<Effect>, Refusal> {
    let drafts = lines.iter().filter_map(|line| draft(line, "")).collect();
    let sent = match senders {
        Senders::One => Blind::Drafts(drafts),
        Senders::Each => Blind::Collected(drafts),
    };
    let save = state.decide(|state, seed| played(state, seed, Act::Blind(sent)))?;
    Ok(follow(state, save.then, save.select))
}

/// Makes one thing of each line, as the open form would, and saves them as one step; where one is refused, none is made
/// and all stand in the field again. Of very many the others are asked about after them.
pub fn take_several(state: &mut State, lines: &[String]) -> Vec<Effect> {
    let Some(Overlay::Form(form)) = state.overlay.clone() else { return Vec::new() };
    let (now, then) = now_and_then(lines);
    match state.decide(|state, seed| made(state, seed, &form, now)) {
        Ok(mut save) => {
            save.rest = (!then.is_empty()).then(|| (Box::new(form.clone()), then.join("\n")));
            if save.change.is_empty() {
                let effects = follow(state, save.then, save.select);
                ask_on(state, save.rest);
                return effects;
            }
            vec![Effect::Save(save)]
        }
        Err((at, trouble)) => {
            take_as_one(state, &lines.join("; "));
            state.say(Tone::Stop, words::nothing_was_added(at, &trouble.says));
            Vec::new()
        }
    }
}

/// Puts what was pasted into the field with the focus, as one line.
pub fn take_as_one(state: &mut State, text: &str) {
    if let Some(Overlay::Form(form)) = &mut state.overlay {
        paste_here(form, text);
    }
    follow_typing(state);
}

/// All things one after the other, each as if the ones before stood already; or the first line that is refused, counted from 1.
fn made(state: &State, seed: &mut Seed, form: &Form, lines: &[String]) -> Result<Save, (usize, Trouble)> {
    let mut then = state.clone();
    let mut all: Option<Save> = None;
    for (line, at) in lines.iter().zip(1..) {
        let mut form = form.clone();
        if let Some(entry) = form.entry_mut() {
            entry.take(line);
        }
        let save = subject::save(&mut form, &then, seed).map_err(|trouble| (at, trouble))?;
        then.workspace.apply(&save.change);
        if let (Then::Play(play), Some(room)) = (&save.then, &mut then.room) {
            room.player = play.player.clone();
        }
        let change = match all {
            Some(before) => before.change.and(save.change),
            None => save.change,
        };
        all = Some(Save { change, then: closed(save.then), ..save });
    }
    let mut save = all.unwrap_or_else(|| Save::new(Change::nothing()));
    if !save.change.is_empty()
        && let Some(Several { things, .. }) = Traits::of(&form.subject).several
    {
        save.change.sentence = words::add(lines.len(), things);
    }
    Ok(save)
}

/// What comes after: no further form, as nothing more was asked for.
fn closed(then: Then) -> Then {
    match then {
        Then::Play(mut play) => {
            play.again = None;
            Then::Play(play)
        }
        Then::Close | Then::Open(_) => Then::Close,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_and_numbers_of_a_pasted_list_are_left_out() {
        let pasted = "- Sign-in people trust\r\n\n  * Refunds in two days\n3. Nights without pages\n2027 is a year\n[ ] a point";
        let said = [
            "Sign-in people trust",
            "Refunds in two days",
            "Nights without pages",
            "2027 is a year",
            "a point",
        ];
        assert_eq!(lines(pasted), said);
        assert!(lines("\n \r\n").is_empty());
        let many = lines(&"x\n".repeat(250));
        assert_eq!((now_and_then(&many).0.len(), now_and_then(&many).1.len()), (MOST, 150));
    }
}
