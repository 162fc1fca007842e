//! What is read on threads behind the screen, and how it comes to the state.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use super::Session;
use super::outside::{Outside, troubles};
use crate::domain::quarter::QuarterKey;
use crate::method::find;
use crate::store::{Loaded, Names};
use crate::tui::event::Events;
use crate::tui::message::Message;
use crate::tui::terminal::Console;
use crate::tui::update;

/// The quarters whose texts are gathered together.
const SHARE: usize = 64;

/// What a reading brings to the state.
fn is_read(Loaded { workspace, problems, .. }: Loaded) -> Message {
    Message::Read(workspace, troubles(&problems))
}

impl Outside {
    /// Reads on a thread of its own what the first screen did without: the rest of its team, the company it is in, and what
    /// the others are called.
    pub(super) fn read_behind(&mut self, events: &Events, place: Option<&QuarterKey>) {
        let (Some(store), Some(place), Ok(waker)) = (self.store.clone(), place.cloned(), events.waker())
        else {
            return;
        };
        let (tell, hear) = mpsc::channel();
        let read = move || {
            let Ok(loaded) = store.load_team(&place.team, Some(&place.cycle)) else { return };
            drop(tell.send(loaded));
            waker.wake();
        };
        // Without a thread the rest is read when it is first asked for.
        self.reading = thread::Builder::new().spawn(read).is_ok().then_some(hear);
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

    /// Waits until the team is read that is read behind the screen; reads it where nobody does.
    pub(super) fn wait_for(&self, key: &QuarterKey) -> Message {
        match self.reading.as_ref().and_then(|reading| reading.recv().ok()) {
            Some(loaded) => is_read(loaded),
            None => self.read_place(key, Message::Read),
        }
    }

    /// What has been read and gathered behind the screen since this was last asked.
    pub(super) fn heard(&self) -> Vec<Message> {
        let read = self.reading.as_ref().and_then(|reading| reading.try_iter().last());
        let read = read.map(is_read);
        let gathered =
            self.gathering.iter().flat_map(Receiver::try_iter).reduce(|(mut all, _), (more, left)| {
                all.extend(more);
                (all, left)
            });
        read.into_iter().chain(gathered.map(|(all, left)| Message::Gathered(all, left))).collect()
    }
}

impl Session {
    /// Takes in what was read behind the screen.
    pub(super) fn hear(&mut self, console: &mut Console, events: &mut Events) -> io::Result<Option<u8>> {
        for message in self.outside.heard() {
            let effects = update::update(&mut self.state, message);
            if let Some(code) = self.perform(effects, console, events)? {
                return Ok(Some(code));
            }
        }
        Ok(None)
    }
}
