//! What is read on threads behind the screen, and how it comes to the state.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use super::Session;
use super::outside::{Outside, troubles};
use crate::domain::quarter::QuarterKey;
use crate::method::find;
use crate::store::{Loaded, Names, OpenError, Store};
use crate::tui::event::Events;
use crate::tui::message::Message;
use crate::tui::state::State;
use crate::tui::terminal::Console;
use crate::tui::update;

/// The quarters whose texts are gathered together.
const SHARE: usize = 64;

/// What a reading brings to the state.
fn is_read(Loaded { workspace, problems, .. }: Loaded) -> Message {
    Message::Read(workspace, troubles(&problems))
}

/// A team that is read behind the screen, in the company a quarter of it is in.
pub(super) struct Reading {
    /// The quarter; without one everything is read.
    of: Option<QuarterKey>,
    hears: Receiver<Result<Loaded, OpenError>>,
    /// Whether something was written since it began, so that what it brings is of yesterday.
    is_old: bool,
}

/// What was read came too late.
#[derive(Debug, PartialEq)]
struct Old;

impl Reading {
    /// Begins to read on a thread of its own; none where there is no workspace, or the system gives no thread.
    fn begin(store: Option<&Store>, of: Option<&QuarterKey>, events: &Events) -> Option<Self> {
        let (store, waker) = (store?.clone(), events.waker().ok()?);
        let (tell, hears) = mpsc::channel();
        let place = of.cloned();
        let read = move || {
            drop(tell.send(of_place(&store, place.as_ref())));
            waker.wake();
        };
        thread::Builder::new().spawn(read).is_ok().then(|| Self { of: of.cloned(), hears, is_old: false })
    }
}

/// Reads the team of a quarter, in the company the quarter is in; without one everything.
pub(super) fn of_place(store: &Store, place: Option<&QuarterKey>) -> Result<Loaded, OpenError> {
    place.map_or_else(|| store.load(), |place| store.load_team(&place.team, Some(&place.cycle)))
}

impl Outside {
    /// Reads behind the screen what is missing: the rest of a team, the company a quarter of it is in, and what the others are
    /// called. Without a thread it is read when it is first asked for.
    pub(super) fn read_behind(&mut self, events: &Events, place: Option<&QuarterKey>) {
        let Some(place) = place else { return };
        if let Some(watch) = &self.watch {
            watch.follow(&place.team);
        }
        self.reading = Reading::begin(self.store.as_ref(), Some(place), events);
    }

    /// Reads behind the screen anew what stands on it, as others have written; the keys pressed meanwhile wait for nothing. One
    /// that is under way already is of yesterday, and another follows it.
    pub(super) fn load_behind(&mut self, events: &Events, place: Option<&QuarterKey>) -> Option<Message> {
        if self.again.is_some() {
            self.outdate();
            return None;
        }
        self.again = Reading::begin(self.store.as_ref(), place, events);
        self.again.is_none().then(|| self.load(place))
    }

    /// What is written makes what is being read anew a thing of yesterday.
    pub(super) fn outdate(&mut self) {
        if let Some(again) = &mut self.again {
            again.is_old = true;
        }
    }

    /// What was read anew; where it came too late it is read once more.
    fn heard_again(&mut self, events: &Events, place: Option<&QuarterKey>) -> Option<Message> {
        self.read_again(place)?.or_else(|Old| self.load_behind(events, place).ok_or(Old)).ok()
    }

    /// What was read anew, if it has come and is still what is wanted: nothing was written since it began, and the same quarter
    /// stands on the screen.
    fn read_again(&mut self, place: Option<&QuarterKey>) -> Option<Result<Message, Old>> {
        let loaded = self.again.as_ref()?.hears.try_recv().ok()?;
        let again = self.again.take()?;
        if again.is_old || again.of.as_ref() != place {
            return Some(Err(Old));
        }
        // What is still being read may be older than this.
        self.reading = None;
        Some(Ok(read_anew(loaded)))
    }

    /// Gathers on a thread of its own what stands in quarters that are not read otherwise, a share at a time.
    pub(super) fn gather(&mut self, keys: Vec<QuarterKey>, events: &Events) {
        let (Some(store), Ok(waker)) = (self.store.clone(), events.waker()) else { return };
        let (tell, hear) = mpsc::channel();
        let gather = move || {
            let Ok(outline) = store.outline(&Names::All) else { return };
            let mut left = keys.len();
            for share in keys.chunks(SHARE) {
                left -= share.len();
                let part = store.apart(&outline, share).map(|part| part.workspace).unwrap_or_default();
                let quarters = share.iter().filter_map(|key| part.quarters.get(key));
                let said = quarters.flat_map(|quarter| find::of_quarter(&outline.workspace, quarter));
                let said = said.map(Arc::new).collect();
                if tell.send((said, left)).is_err() {
                    return;
                }
                waker.wake();
            }
        };
        // Without a thread only what was read is searched.
        self.gathering = thread::Builder::new().spawn(gather).is_ok().then_some(hear);
    }

    /// The quarter whose team or company is being read.
    pub(super) fn reads(&self) -> Option<QuarterKey> {
        self.reading.as_ref()?.of.clone()
    }

    /// Waits until the team is read that is read behind the screen; reads it where nobody does.
    pub(super) fn wait_for(&mut self, key: &QuarterKey) -> Message {
        match self.reading.take().and_then(|reading| reading.hears.recv().ok()) {
            Some(Ok(loaded)) => is_read(loaded),
            Some(Err(_)) | None => self.read_place(key, Message::Read),
        }
    }

    /// What has been read and gathered behind the screen since this was last asked.
    fn heard(&mut self, events: &Events, state: &State) -> Vec<Message> {
        let read = self.reading.as_ref().and_then(|reading| reading.hears.try_recv().ok());
        if read.is_some() {
            self.reading = None;
        }
        let read = read.and_then(Result::ok).map(is_read);
        if !state.behind.has_begun() {
            // It was gathered beside what has been read anew since.
            self.gathering = None;
        }
        let gathered =
            self.gathering.iter().flat_map(Receiver::try_iter).reduce(|(mut all, _), (more, left)| {
                all.extend(more);
                (all, left)
            });
        let gathered = gathered.map(|(all, left)| Message::Gathered(all, left));
        let again = self.heard_again(events, state.place.as_ref());
        read.into_iter().chain(gathered).chain(again).collect()
    }
}

/// What reading anew brings to the state.
pub(super) fn read_anew(loaded: Result<Loaded, OpenError>) -> Message {
    match loaded {
        Ok(Loaded { workspace, problems, .. }) => Message::Loaded(workspace, troubles(&problems)),
        Err(error) => Outside::refused(error.to_string()),
    }
}

impl Session {
    /// Takes in what was read behind the screen.
    pub(super) fn hear(&mut self, console: &mut Console, events: &mut Events) -> io::Result<Option<u8>> {
        for message in self.outside.heard(events, &self.state) {
            self.notice(&message, events);
            let effects = update::update(&mut self.state, message);
            if let Some(code) = self.perform(effects, console, events)? {
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
    use crate::tui::record::Record;

    fn key(text: &str) -> QuarterKey {
        let (team, cycle) = text.split_once('/').unwrap();
        QuarterKey { team: team.parse().unwrap(), cycle: cycle.parse().unwrap() }
    }

    /// A window that reads a quarter anew, and what it is being read by.
    fn reading(of: &QuarterKey) -> (Outside, mpsc::Sender<Result<Loaded, OpenError>>) {
        let (tell, hears) = mpsc::channel();
        let again = Some(Reading { of: Some(of.clone()), hears, is_old: false });
        let outside = Outside {
            store: None,
            folder: PathBuf::new(),
            is_day_fixed: true,
            sample: || Err(String::new()),
            keeps: None,
            kept: None,
            watch: None,
            reading: None,
            again,
            gathering: None,
            record: Record::new(None),
        };
        (outside, tell)
    }

    #[test]
    fn what_was_read_anew_is_taken_in_when_it_has_come_and_nobody_waits_for_it() {
        let place = key("payments/2027-q1");
        let (mut outside, tell) = reading(&place);
        assert_eq!(outside.read_again(Some(&place)), None);
        tell.send(Ok(Loaded::default())).unwrap();
        let taken = outside.read_again(Some(&place));
        assert!(matches!(taken, Some(Ok(Message::Loaded(..)))), "{taken:?}");
        assert_eq!(outside.read_again(Some(&place)), None);
    }

    #[test]
    fn what_was_read_before_we_wrote_never_takes_the_place_of_what_we_wrote() {
        let place = key("payments/2027-q1");
        let (mut outside, tell) = reading(&place);
        tell.send(Ok(Loaded::default())).unwrap();
        outside.outdate();
        assert_eq!(outside.read_again(Some(&place)), Some(Err(Old)));
    }

    #[test]
    fn what_was_read_of_another_place_is_not_shown_here() {
        let (mut outside, tell) = reading(&key("payments/2027-q1"));
        tell.send(Ok(Loaded::default())).unwrap();
        assert_eq!(outside.read_again(Some(&key("search/2027-q1"))), Some(Err(Old)));
    }
}
