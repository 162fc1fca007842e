//! The terminal's answer to what its ground is. It comes in among the keys, whenever it comes, and is taken out there: it
//! is never a key press, and no key waits for it.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyModifiers};

use super::Event;
use crate::tui::keys::Chord;
use crate::tui::theme::Ground;

/// What an answer begins with, after the key that its first two bytes look like.
const HEAD: &str = "11;";

/// The longest rest of an answer, in signs.
const LONGEST: usize = 64;

/// How long keys that may begin an answer wait for the next of it.
const GAP: Duration = Duration::from_millis(100);

/// How long after it was asked for an answer is waited for before another program gets the terminal.
const LATEST: Duration = Duration::from_millis(500);

/// Hears the answer among the keys.
#[derive(Debug, Default)]
pub(super) struct Ear {
    /// When the ground was asked for, while nothing has been answered.
    asked: Option<Instant>,
    /// Whether it was asked for at all: an answer may come twice.
    listens: bool,
    /// The keys that may begin an answer.
    begun: Vec<Chord>,
    /// What has been heard of an answer, without its head.
    heard: Option<String>,
    /// When the last of it came.
    came: Option<Instant>,
    /// What is no part of an answer and not yet handed on.
    passed: VecDeque<Event>,
}

impl Ear {
    /// Begins to listen for an answer.
    pub(super) fn ask(&mut self, now: Instant) {
        self.asked = Some(now);
        self.listens = true;
    }

    /// Waits for an answer no longer; one that comes all the same is heard.
    pub(super) fn give_up(&mut self) {
        self.asked = None;
    }

    /// Until when an answer is waited for before another program gets the terminal; `None` where none is on its way.
    pub(super) fn until(&self) -> Option<Instant> {
        self.asked.map(|asked| asked + LATEST)
    }

    /// When keys that wait for more of an answer are handed on.
    pub(super) fn wakes_at(&self) -> Option<Instant> {
        self.came.filter(|_| !self.begun.is_empty()).map(|came| came + GAP)
    }

    /// What can be handed on.
    pub(super) fn pass(&mut self, now: Instant) -> Option<Event> {
        if self.wakes_at().is_some_and(|at| at <= now) {
            self.let_go();
        }
        self.passed.pop_front()
    }

    /// Puts back what was read too early.
    pub(super) fn put_back(&mut self, event: Event) {
        self.passed.push_back(event);
    }

    /// Takes in what the terminal has; what is no part of an answer can be handed on at once.
    pub(super) fn hear(&mut self, event: Event, now: Instant) {
        let Event::Key(chord) = event else {
            self.passed.push_back(event);
            return;
        };
        if self.wakes_at().is_some_and(|at| at <= now) {
            self.let_go();
        }
        if self.came.is_some_and(|came| came + LATEST <= now) {
            // The rest of an answer does not come so late: its end was lost.
            self.heard = None;
        }
        if self.heard.is_some() {
            self.follow(chord, now);
        } else {
            self.begin(chord, now);
        }
    }

    /// A key while no answer is being heard.
    fn begin(&mut self, chord: Chord, now: Instant) {
        let next = match self.begun.len().checked_sub(1) {
            None => Some(Chord { code: KeyCode::Char(']'), held: KeyModifiers::ALT }),
            Some(at) => HEAD.chars().nth(at).map(Chord::letter),
        };
        if !self.listens || next != Some(chord) {
            self.let_go();
            self.passed.push_back(Event::Key(chord));
            return;
        }
        self.begun.push(chord);
        self.came = Some(now);
        if self.begun.len() > HEAD.len() {
            self.begun.clear();
            self.heard = Some(String::new());
        }
    }

    /// A key while an answer is being heard: the next sign of it, its end, or a key that somebody pressed.
    fn follow(&mut self, chord: Chord, now: Instant) {
        let ctrl_g = Chord { code: KeyCode::Char('g'), held: KeyModifiers::CONTROL };
        let end = Chord { code: KeyCode::Char('\\'), held: KeyModifiers::ALT };
        let Some(heard) = &mut self.heard else { return };
        match chord.text().filter(|sign| sign.is_ascii_hexdigit() || "rgb:/".contains(*sign)) {
            Some(sign) if heard.len() < LONGEST => {
                heard.push(sign);
                self.came = Some(now);
            }
            _ if chord == ctrl_g || chord == end => {
                let ground = Ground::of(heard);
                (self.heard, self.asked) = (None, None);
                self.passed.extend(ground.map(Event::Ground));
            }
            _ => self.passed.push_back(Event::Key(chord)),
        }
    }

    /// What seemed to begin an answer was keys.
    fn let_go(&mut self) {
        self.passed.extend(self.begun.drain(..).map(Event::Key));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keys::typed;

    fn heard(ear: &mut Ear, keys: &str) -> Vec<Event> {
        let now = Instant::now();
        typed(keys).unwrap().into_iter().for_each(|chord| ear.hear(Event::Key(chord), now));
        std::iter::from_fn(|| ear.pass(now)).collect()
    }

    fn asking() -> Ear {
        let mut ear = Ear::default();
        ear.ask(Instant::now());
        ear
    }

    fn keys(text: &str) -> Vec<Event> {
        typed(text).unwrap().into_iter().map(Event::Key).collect()
    }

    #[test]
    fn an_answer_is_heard_however_it_ends_and_never_read_as_keys() {
        for (said, ground) in [
            ("<alt-]>11;rgb:ffff/ffff/ffff<ctrl-g>", Ground::Light),
            ("<alt-]>11;rgb:1515/1818/1e1e<alt-\\>", Ground::Dark),
            ("<alt-]>11;rgb:f/f/e<ctrl-g>", Ground::Light),
        ] {
            assert_eq!(heard(&mut asking(), said), [Event::Ground(ground)], "{said}");
        }
        assert_eq!(heard(&mut asking(), "<alt-]>11;rgb:nonsense<ctrl-g>"), keys("nonsns"), "no answer");
    }

    #[test]
    fn keys_pass_at_once_before_after_and_amid_an_answer() {
        let mut ear = asking();
        assert_eq!(heard(&mut ear, "jk]11;"), keys("jk]11;"));
        let mut amid = keys("j");
        amid.push(Event::Ground(Ground::Dark));
        amid.extend(keys("k"));
        assert_eq!(heard(&mut ear, "<alt-]>11;rgb:0000/jj0000/0000<ctrl-g>k")[2..], amid[1..]);
        assert_eq!(heard(&mut ear, "<alt-]>12"), keys("<alt-]>12"));
    }

    #[test]
    fn a_key_that_could_begin_an_answer_waits_a_moment_and_no_longer() {
        let mut ear = asking();
        assert_eq!(heard(&mut ear, "<alt-]>1"), []);
        let at = ear.wakes_at().unwrap();
        let passed: Vec<Event> = std::iter::from_fn(|| ear.pass(at)).collect();
        assert_eq!(passed, keys("<alt-]>1"));
        assert_eq!(heard(&mut Ear::default(), "<alt-]>11;rgb"), keys("<alt-]>11;rgb"), "nothing was asked");
    }
}
