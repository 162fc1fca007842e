//! What is read on threads behind the screen, and how it comes to the state.

use std::io;
use std::sync::mpsc::{self, Receiver};

use super::Running;
use super::outside::{Outside, what_was_read};
use super::seeking::Seeking;
use crate::domain::quarter::QuarterKey;
use crate::settings::actions::ScreenName;
use crate::store::{Loaded, OpenError, Others, Store};
use crate::tui::event::Events;
use crate::tui::finder;
use crate::tui::finder::search::Wish;
use crate::tui::message::Message;
use crate::tui::state::State;
use crate::tui::terminal::{behind, caught};
use crate::tui::update;

/// What a reading brings to the state.
fn is_read(loaded: Loaded) -> Message {
    Message::Read(what_was_read(loaded))
}

/// As much as is read for what is shown: the team of a quarter, and of the others what concerns it; on the map those that run
/// beside it too. Without a quarter it is everything.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scope {
    place: Option<QuarterKey>,
    others: Others,
}

impl Scope {
    /// What the open screen shows.
    pub(super) fn of(state: &State) -> Self {
        let shows_beside = state.screen == ScreenName::Map || finder::lists_objectives(state);
        let others = if shows_beside { Others::Beside } else { Others::Concerned };
        Self { place: state.place.clone(), others }
    }

    /// What every screen but the map shows of a quarter.
    pub(super) fn around(place: &QuarterKey) -> Self {
        Self { place: Some(place.clone()), others: Others::Concerned }
    }

    pub(super) fn read(&self, store: &Store) -> Result<Loaded, OpenError> {
        let team = |place: &QuarterKey| store.load_team(&place.team, Some(&place.cycle), self.others);
        self.place.as_ref().map_or_else(|| store.load(), team)
    }
}

/// What is read behind the screen.
pub(super) struct Reading {
    of: Scope,
    hears: Receiver<Result<Loaded, String>>,
    /// Whether something was written since it began, so that what it brings is of yesterday.
    is_old: bool,
}

/// What was read came too late.
#[derive(Debug, PartialEq)]
struct Old;

impl Reading {
    /// Begins to read on a thread of its own; none where there is no workspace, or the system gives no thread.
    fn begin(store: Option<&Store>, of: &Scope, events: &Events) -> Option<Self> {
        let (store, waker) = (store?.clone().alone(), events.waker().ok()?);
        let (tell, hears) = mpsc::channel();
        let scope = of.clone();
        let read = move || {
            let read = caught(|| scope.read(&store));
            drop(tell.send(read.and_then(|read| read.map_err(|why| why.to_string()))));
            waker.wake();
        };
        behind().spawn(read).is_ok().then(|| Self { of: of.clone(), hears, is_old: false })
    }
}

/// All that goes on behind the screen. Another workspace begins without any of it.
#[derive(Default)]
pub(super) struct Behind {
    /// What is read behind the screen.
    reading: Option<Reading>,
    /// The quarter of which its team, and of the others what concerns it, came from behind the screen last.
    known: Option<QuarterKey>,
    /// What is read anew behind the screen.
    again: Option<Reading>,
    /// The search that goes on behind the screen.
    seeking: Option<Seeking>,
}

impl Behind {
    /// Forgets what is still being read, as what is read now is newer.
    pub(super) fn overtake(&mut self) {
        self.reading = None;
        self.again = None;
    }
}

impl Outside {
    /// Reads behind the screen what is missing: the rest of a team, of the others what concerns it, and what they are called.
    /// Without a thread it is read when it is first asked for.
    pub(super) fn read_behind(&mut self, events: &Events, scope: &Scope) {
        let Some(place) = &scope.place else { return };
        if let Some(watch) = &self.watch {
            watch.follow(&place.team);
        }
        self.behind.reading = Reading::begin(self.store.as_ref(), scope, events);
    }

    /// Whether all that there is has been read, so that nothing is left to be read behind the screen.
    pub(super) fn has_all(&self, state: &State) -> bool {
        self.store.as_ref().is_none_or(|store| store.is_all(&state.workspace))
    }

    /// Reads behind the screen anew what stands on it, as others have written; the keys pressed meanwhile wait for nothing. One
    /// that is under way already is of yesterday, and another follows it.
    pub(super) fn load_behind(&mut self, events: &Events, scope: &Scope) -> Option<Message> {
        if self.behind.again.is_some() {
            self.outdate();
            return None;
        }
        self.behind.again = Reading::begin(self.store.as_ref(), scope, events);
        self.behind.again.is_none().then(|| self.load(scope))
    }

    /// What is written makes what is being read anew a thing of yesterday.
    pub(super) fn outdate(&mut self) {
        if let Some(again) = &mut self.behind.again {
            again.is_old = true;
        }
    }

    /// What was read anew; where it came too late it is read once more.
    fn heard_again(&mut self, events: &Events, scope: &Scope) -> Option<Message> {
        self.read_again(scope)?.or_else(|Old| self.load_behind(events, scope).ok_or(Old)).ok()
    }

    /// What was read anew, if it has come and is still what is wanted: nothing was written since it began, and as much
    /// is shown.
    fn read_again(&mut self, scope: &Scope) -> Option<Result<Message, Old>> {
        let loaded = self.behind.again.as_ref()?.hears.try_recv().ok()?;
        let again = self.behind.again.take()?;
        if again.is_old || again.of != *scope {
            return Some(Err(Old));
        }
        // What is still being read may be older than this.
        self.behind.reading = None;
        Some(Ok(read_anew(loaded)))
    }

    /// Looks behind the screen for what is wished, or for nothing any more.
    pub(super) fn seek(&mut self, wish: Option<Wish>, events: &Events) {
        let Some(wish) = wish else {
            self.behind.seeking = None;
            return;
        };
        let goes_on = self.behind.seeking.as_ref().is_some_and(|seeking| seeking.goes_on(&wish));
        if !goes_on {
            // Without a thread only what was read is searched.
            self.behind.seeking = Seeking::begin(self.store.as_ref(), wish, events);
        }
    }

    /// The quarter for whose sake is being read what may be decided on. Where that is known, and only what runs beside it is
    /// being read, for the map, nothing needs to wait.
    pub(super) fn reads(&self) -> Option<QuarterKey> {
        let Scope { place, others } = &self.behind.reading.as_ref()?.of;
        let is_known = *others == Others::Beside && self.behind.known == *place;
        place.clone().filter(|_| !is_known)
    }

    /// Watches the quarters of others that were read as they concern the team on the screen; the map only looks at them.
    fn follow(&self, loaded: &Loaded, state: &State) {
        let Scope { place: Some(place), others: Others::Concerned } = Scope::of(state) else { return };
        let others = loaded.workspace.quarters.keys().filter(|key| key.team != place.team);
        self.watch.iter().for_each(|watch| others.clone().for_each(|key| watch.follow(key)));
    }

    /// Waits until the team is read that is read behind the screen; reads it where nobody does.
    pub(super) fn wait_for(&mut self, key: &QuarterKey) -> Message {
        let reading = self.behind.reading.take();
        let place = reading.as_ref().and_then(|reading| reading.of.place.clone());
        match reading.and_then(|reading| reading.hears.recv().ok()) {
            Some(Ok(loaded)) => {
                self.behind.known = place;
                is_read(loaded)
            }
            Some(Err(_)) | None => self.read_place(key, Message::Read),
        }
    }

    /// What has been found and read behind the screen since this was last asked.
    fn heard(&mut self, events: &Events, state: &State) -> Vec<Message> {
        let read = self.behind.reading.as_ref().and_then(|reading| reading.hears.try_recv().ok());
        let reading = if read.is_some() { self.behind.reading.take() } else { None };
        let read = read.map(|read| match read {
            Ok(loaded) => {
                self.behind.known = reading.and_then(|reading| reading.of.place);
                self.follow(&loaded, state);
                is_read(loaded)
            }
            Err(says) => Message::danger(says),
        });
        let found = self.behind.seeking.as_ref().map(Seeking::heard).unwrap_or_default();
        let again = self.heard_again(events, &Scope::of(state));
        found.into_iter().chain(read).chain(again).collect()
    }
}

/// What reading anew brings to the state.
pub(super) fn read_anew(loaded: Result<Loaded, String>) -> Message {
    match loaded {
        Ok(loaded) => Message::Loaded(what_was_read(loaded)),
        Err(says) => Message::danger(says),
    }
}

impl Running {
    /// Takes in what was read behind the screen.
    pub(super) fn hear(&mut self) -> io::Result<Option<u8>> {
        for message in self.outside.heard(&self.events, &self.state) {
            self.notice(&message);
            let effects = update::update(&mut self.state, message);
            if let Some(code) = self.perform(effects)? {
                return Ok(Some(code));
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::tui::session_record::SessionRecord;
    use crate::tui::state::Tone;

    fn key(text: &str) -> QuarterKey {
        let (team, cycle) = text.split_once('/').unwrap();
        QuarterKey { team: team.parse().unwrap(), cycle: cycle.parse().unwrap() }
    }

    /// A window that reads a quarter anew, and what it is being read by.
    fn reading(of: &Scope) -> (Outside, mpsc::Sender<Result<Loaded, String>>) {
        let (tell, hears) = mpsc::channel();
        let again = Some(Reading { of: of.clone(), hears, is_old: false });
        let mut outside =
            Outside::new(PathBuf::new(), Box::new(|| Err(String::new())), SessionRecord::new(None));
        outside.behind.again = again;
        (outside, tell)
    }

    #[test]
    fn what_only_the_map_shows_is_not_waited_for_once_the_team_is_known() {
        let place = key("payments/2027-q1");
        let (mut outside, _) = reading(&Scope::around(&place));
        let begin = |others| {
            let (tell, hears) = mpsc::channel();
            tell.send(Ok(Loaded::default())).unwrap();
            Some(Reading { of: Scope { place: Some(place.clone()), others }, hears, is_old: false })
        };
        outside.behind.reading = begin(Others::Beside);
        assert_eq!(
            outside.reads().as_ref(),
            Some(&place),
            "the team is still to come, with all that run beside it"
        );
        outside.behind.reading = begin(Others::Concerned);
        outside.wait_for(&place);
        outside.behind.reading = begin(Others::Beside);
        assert_eq!(outside.reads(), None);
        outside.behind.known = Some(key("search/2027-q1"));
        assert_eq!(outside.reads().as_ref(), Some(&place), "another team was known");
    }

    #[test]
    fn what_was_read_anew_is_taken_in_when_it_has_come_and_nobody_waits_for_it() {
        let place = Scope::around(&key("payments/2027-q1"));
        let (mut outside, tell) = reading(&place);
        assert_eq!(outside.read_again(&place), None);
        tell.send(Ok(Loaded::default())).unwrap();
        let taken = outside.read_again(&place);
        assert!(matches!(taken, Some(Ok(Message::Loaded(..)))), "{taken:?}");
        assert_eq!(outside.read_again(&place), None);
    }

    #[test]
    fn where_reading_errs_it_is_said_and_can_be_done_again() {
        let place = Scope::around(&key("payments/2027-q1"));
        let (mut outside, tell) = reading(&place);
        tell.send(Err("Quarterdeck erred".to_owned())).unwrap();
        let said = outside.read_again(&place);
        assert!(matches!(&said, Some(Ok(Message::Refused { tone: Tone::Danger, .. }))), "{said:?}");
        assert!(outside.behind.again.is_none());
    }

    #[test]
    fn what_was_read_before_we_wrote_never_takes_the_place_of_what_we_wrote() {
        let place = Scope::around(&key("payments/2027-q1"));
        let (mut outside, tell) = reading(&place);
        tell.send(Ok(Loaded::default())).unwrap();
        outside.outdate();
        assert_eq!(outside.read_again(&place), Some(Err(Old)));
    }

    #[test]
    fn what_was_read_of_another_place_is_not_shown_here() {
        let (mut outside, tell) = reading(&Scope::around(&key("payments/2027-q1")));
        tell.send(Ok(Loaded::default())).unwrap();
        assert_eq!(outside.read_again(&Scope::around(&key("search/2027-q1"))), Some(Err(Old)));
    }
}
