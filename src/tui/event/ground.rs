//! The terminal's answer to what its ground is. It comes in among the keys, whenever it comes, and is taken out there: it
//! is never a key press, and no key waits for it.
//!
//! By hand, as terminal-colorsaurus reads until 100 ms are over: keys that are typed before the answer make it unread and
//! are lost with it, and what comes later, as over a slow ssh, is left among the keys. There `g b` of `rgb:` turns the bell
//! off in the settings, and the colon opens the palette.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyModifiers};

use super::Event;
use crate::settings::colours::Ground;
use crate::settings::keys::Chord;

/// What an answer begins with, after the two bytes that open it.
const HEAD: &str = "11;";

/// The longest rest of an answer, in signs.
const LONGEST: usize = 64;

/// How long Esc, or keys that may stand behind it, wait for more of an answer that is expected.
const GAP: Duration = Duration::from_millis(100);

/// How long keys wait that nobody types: the two bytes together, and what follows them.
const REST: Duration = Duration::from_secs(1);

/// How long an answer that is expected is waited for before another program gets the terminal.
const LATEST: Duration = Duration::from_secs(1);

/// How long it is waited for when the program ends, where the terminal says nothing at all.
const LAST: Duration = Duration::from_secs(2);

/// How long an answer is expected: so long Esc may be its first byte, with the others behind.
const EXPECTED: Duration = Duration::from_secs(10);

/// The two bytes that open an answer, read together.
const OPENING: Chord = Chord { code: KeyCode::Char(']'), held: KeyModifiers::ALT };
/// The two bytes that end one, read together; a bell ends it as well.
const END: Chord = Chord { code: KeyCode::Char('\\'), held: KeyModifiers::ALT };
const BELL: Chord = Chord { code: KeyCode::Char('g'), held: KeyModifiers::CONTROL };
/// The first of those two bytes, where the second came later.
const ESC: Chord = Chord { code: KeyCode::Esc, held: KeyModifiers::NONE };

/// Hears the answer among the keys.
#[derive(Debug, Default)]
pub(super) struct Ear {
    /// When the ground was asked for, while nothing has been answered.
    asked: Option<Instant>,
    /// Whether it was asked for at all: an answer may come twice.
    listens: bool,
    /// The keys that may begin an answer, or end it: Esc is both.
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
    pub(super) fn until(&self, now: Instant) -> Option<Instant> {
        self.is_expected(now).then(|| now + LATEST)
    }

    /// Until when it is waited for before the shell gets the terminal; `None` where none is on its way.
    pub(super) fn until_last(&self, now: Instant) -> Option<Instant> {
        self.is_expected(now).then(|| now + LAST)
    }

    /// Whether nothing has been answered yet and it is still waited for.
    pub(super) fn is_waiting(&self) -> bool {
        self.asked.is_some()
    }

    /// When keys that wait for more of an answer are handed on.
    pub(super) fn wakes_at(&self) -> Option<Instant> {
        let gap = if self.begun.first() == Some(&OPENING) { REST } else { GAP };
        self.came.filter(|_| !self.begun.is_empty()).map(|came| came + gap)
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
        if self.came.is_some_and(|came| came + REST <= now) {
            // The rest of an answer does not come so late: its end was lost.
            self.heard = None;
        }
        if self.heard.is_some() {
            self.follow(chord, now);
        } else {
            self.begin(chord, now);
        }
    }

    /// Whether an answer may still come in pieces.
    fn is_expected(&self, now: Instant) -> bool {
        self.asked.is_some_and(|asked| now < asked + EXPECTED)
    }

    /// A key while no answer is being heard.
    fn begin(&mut self, chord: Chord, now: Instant) {
        let behind_esc = Chord::letter(']');
        // The signs of the head come behind both bytes together, behind Esc and its second byte, or that one alone.
        let is_next = match self.begun.as_slice() {
            [] => chord == OPENING || self.is_expected(now) && (chord == ESC || chord == behind_esc),
            [only] if *only == ESC => chord == behind_esc,
            [first, ..] => {
                let opening = if *first == ESC { 2 } else { 1 };
                HEAD.chars().nth(self.begun.len() - opening).map(Chord::letter) == Some(chord)
            }
        };
        if !self.listens || !is_next {
            let was_begun = !self.begun.is_empty();
            self.let_go();
            if was_begun {
                return self.begin(chord, now);
            }
            self.passed.push_back(Event::Key(chord));
            return;
        }
        self.begun.push(chord);
        self.came = Some(now);
        if self.begun.ends_with(&HEAD.chars().map(Chord::letter).collect::<Vec<_>>()) {
            self.begun.clear();
            self.heard = Some(String::new());
        }
    }

    /// A key while an answer is being heard: the next sign of it, its end, or a key that somebody pressed.
    fn follow(&mut self, chord: Chord, now: Instant) {
        let is_behind_esc = self.begun.first() == Some(&ESC) && chord == Chord::letter('\\');
        let Some(heard) = &mut self.heard else { return };
        if chord == BELL || chord == END || is_behind_esc {
            let ground = Ground::of(heard);
            self.begun.clear();
            (self.heard, self.asked) = (None, None);
            self.passed.extend(ground.map(Event::Ground));
            return;
        }
        match chord.text().filter(|sign| sign.is_ascii_hexdigit() || "rgb:/".contains(*sign)) {
            Some(sign) if heard.len() < LONGEST => {
                heard.push(sign);
                self.came = Some(now);
            }
            _ if chord == ESC && self.begun.is_empty() => {
                self.begun.push(chord);
                self.came = Some(now);
            }
            _ => {
                self.let_go();
                self.passed.push_back(Event::Key(chord));
            }
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
    use crate::settings::keys::typed;

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
        assert_eq!(heard(&mut ear, "jk]12;"), keys("jk]12;"));
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

    #[test]
    fn an_answer_in_two_pieces_is_heard_wherever_it_is_parted() {
        let said = "<esc>]11;rgb:ffff/ffff/ffff<esc>\\";
        assert_eq!(heard(&mut asking(), said), [Event::Ground(Ground::Light)]);
        for at in 1..keys(said).len() {
            let (mut ear, all, now) = (asking(), keys(said), Instant::now());
            all[..at].iter().for_each(|event| ear.hear(event.clone(), now));
            // The last moment before what waits is handed on.
            let later = ear.wakes_at().map_or(now, |at| at.checked_sub(Duration::from_millis(1)).unwrap());
            all[at..].iter().for_each(|event| ear.hear(event.clone(), later));
            let passed: Vec<Event> = std::iter::from_fn(|| ear.pass(later)).collect();
            assert_eq!(passed, [Event::Ground(Ground::Light)], "{at}");
        }
    }

    #[test]
    fn what_comes_behind_an_esc_that_was_handed_on_is_no_key() {
        let (mut ear, now) = (asking(), Instant::now());
        ear.hear(Event::Key(ESC), now);
        let later = now + GAP;
        assert_eq!(ear.pass(later), Some(Event::Key(ESC)));
        for event in keys("]11;rgb:ffff/ffff/ffff<ctrl-g>") {
            ear.hear(event, later);
        }
        assert_eq!(ear.pass(later), Some(Event::Ground(Ground::Light)));
    }

    #[test]
    fn esc_waits_only_while_an_answer_is_expected() {
        let now = Instant::now();
        let mut answered = asking();
        heard(&mut answered, "<alt-]>11;rgb:0000/0000/0000<ctrl-g>");
        for (mut ear, at) in [(Ear::default(), now), (answered, now), (asking(), now + EXPECTED + GAP)] {
            for event in keys("<esc>]<esc>") {
                ear.hear(event, at);
            }
            let passed: Vec<Event> = std::iter::from_fn(|| ear.pass(at)).collect();
            assert_eq!(passed, keys("<esc>]<esc>"));
        }
        let mut ear = asking();
        assert_eq!(heard(&mut ear, "<esc><esc>j"), keys("<esc><esc>j"), "two of them are two");
    }
}
