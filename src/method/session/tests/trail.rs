//! The trail of a session: whatever was done, wherever it was cut off, each step goes back and again.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::room::{Room, shown};
use crate::domain::way::{STEPS, Way};
use crate::domain::workspace::Workspace;
use crate::method::session::act::draft;
use crate::method::session::topic::Topic;
use crate::method::session::trail::{Done, Turn};
use crate::method::session::{Act, Blind, Hidden, Player, Say, Talk};
use crate::method::step::{SessionKind, Step};

/// A session and the files it is saved in, each step with what stood there before and after it.
struct Session {
    room: Room,
    player: Player,
    steps: BTreeMap<u64, [Workspace; 2]>,
}

impl Session {
    fn begin(kind: SessionKind) -> Self {
        let mut room = Room::drafted();
        if kind != SessionKind::Choose {
            room.commit();
        }
        let player = room.begin(kind);
        Self { room, player, steps: BTreeMap::new() }
    }

    /// Does something; what is refused changes nothing.
    fn act(&mut self, act: Act) {
        let Ok(played) = self.room.try_act(&self.player, act) else { return };
        let before = self.room.workspace.clone();
        self.player = played.player;
        if let Some(change) = played.change.filter(|change| !change.is_empty()) {
            let step = self.steps.len() as u64 + 1;
            self.room.workspace.apply(&change);
            self.steps.insert(step, [before, self.room.workspace.clone()]);
            self.player.was_saved(Some(step));
        }
    }

    /// Goes a step along; tells whether there was one.
    fn turn(&mut self, way: Way) -> bool {
        let turn = self.player.turn(way);
        if let Some(Turn::Saved(step)) = turn {
            let [before, after] = &self.steps[&step];
            self.room.workspace.clone_from(if way == Way::Back { before } else { after });
            self.player.turned(way, step, &self.room.desk());
        }
        assert_ne!(turn, Some(Turn::Stays), "no step is lost");
        turn.is_some()
    }

    /// Ends the program and goes on in the next one.
    fn cut(&mut self) {
        let (session, trail) = (self.player.to_text(), self.player.trail_text());
        self.player = Player::from_text(&session).unwrap().with_trail(&trail);
    }

    fn holds(&self) -> (Talk, Hidden, Vec<Topic>, Workspace) {
        let Player { talk, hidden, ticked, .. } = self.player.clone();
        (talk, hidden, ticked, self.room.workspace.clone())
    }

    /// One of the things that a room does.
    fn one(&self, which: u8, number: u8) -> Act {
        let on = self.room.key_result(usize::from(number % 3));
        let desk = self.room.desk();
        let objective = &desk.quarter.objectives[usize::from(number % 4)].id;
        match which {
            0 => Act::Next,
            1 => Act::Back,
            2 => Act::NextTopic,
            3 => Act::Say(Say::Recalled(u32::from(number))),
            4 => Act::Say(Say::Note(on, format!("“it's” \"{number}\"\n"))),
            5 => Act::Say(Say::Do(on, format!("ask {number}"), None, Some(desk.today))),
            6 => Act::Say(Say::Watch(on)),
            7 => shown(&[40, number % 101, 60]),
            8 => Act::Blind(Blind::Again),
            9 => Act::Blind(Blind::TakeBack),
            10 => Act::Blind(Blind::Dots(vec![objective.to_string(); usize::from(number % 4)])),
            11 => Act::Blind(Blind::Reveal),
            12 => Act::Say(Say::PlanStands),
            13 => Act::Park(format!("line {number}")),
            _ => match self.player.topic(&desk) {
                Some(Topic::Point(id)) => Act::Say(Say::Tick(id)),
                _ => Act::Turn,
            },
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn all_that_was_done_goes_back_to_the_beginning_and_again_to_the_end(
        kind in prop::sample::select(vec![
            SessionKind::CheckIn, SessionKind::Choose, SessionKind::HandOver, SessionKind::Retrospective,
        ]),
        acts in prop::collection::vec((0_u8..20, any::<u8>(), any::<bool>()), 0..40),
    ) {
        let mut session = Session::begin(kind);
        let begun = session.holds();
        for (which, number, is_cut) in acts {
            match which {
                15 | 16 => drop(session.turn(Way::Back)),
                17 => drop(session.turn(Way::Again)),
                _ => session.act(session.one(which, number)),
            }
            if is_cut {
                session.cut();
            }
        }
        while session.turn(Way::Again) {}
        let ended = session.holds();
        while session.turn(Way::Back) {
            session.cut();
        }
        prop_assert_eq!(session.holds(), begun);
        while session.turn(Way::Again) {
            session.cut();
        }
        prop_assert_eq!(session.holds(), ended);
    }
}

#[test]
fn two_hundred_steps_go_back_and_a_record_of_eight_who_place_dots_stays_small() {
    let mut session = Session::begin(SessionKind::Choose);
    session.player = session.room.try_begin(SessionKind::Choose, 8).unwrap();
    while session.player.step() != Step::Set4 {
        session.act(Act::Skip("a test".to_owned()));
    }
    let ids: Vec<String> =
        session.room.desk().quarter.objectives.iter().map(|objective| objective.id.to_string()).collect();
    for at in 0..8 {
        session.act(Act::Blind(Blind::Dots((0..3).map(|dot| ids[(at + dot) % 4].clone()).collect())));
    }
    let of_eight = session.player.trail_text().len();
    assert!(of_eight < 2_000, "{of_eight} bytes");
    for _ in 0..STEPS {
        session.act(Act::Blind(Blind::TakeBack));
        session.act(Act::Blind(Blind::Dots(vec![ids[0].clone()])));
    }
    let of_all = session.player.trail_text().len();
    assert!(of_all < 50_000, "{of_all} bytes");
    session.cut();
    let mut count = 0;
    while session.turn(Way::Back) {
        count += 1;
    }
    assert_eq!(count, STEPS);
}

#[test]
fn of_a_trail_that_is_too_long_for_its_record_the_last_steps_are_kept() {
    let mut session = Session::begin(SessionKind::CheckIn);
    let on = session.room.key_result(0);
    for at in 0..20 {
        session.act(Act::Say(Say::Note(on.clone(), format!("{at} {}", "long ".repeat(4_000)))));
    }
    assert!(session.player.trail_text().len() <= 256 << 10);
    session.cut();
    let mut count = 0;
    while session.turn(Way::Back) {
        count += 1;
    }
    assert_eq!(count, 10);
    assert!(session.player.talk.notes[&on].starts_with("9 "));
}

#[test]
fn in_which_order_drafts_came_in_is_not_kept_and_they_stay_in_the_next_program() {
    let mut session = Session::begin(SessionKind::Choose);
    for title in ["Shops get paid on time", "Bills are read by nobody"] {
        session.act(Act::Blind(Blind::Drafts(draft(title, "").into_iter().collect())));
    }
    session.turn(Way::Back);
    session.turn(Way::Again);
    assert!(!session.player.trail_text().contains("paid"), "{}", session.player.trail_text());
    session.cut();
    let turns = [session.player.turn(Way::Back), session.player.turn(Way::Back)];
    assert_eq!(turns, [Some(Turn::Stays); 2]);
    assert_eq!(session.player.hidden.drafts.hands(), 2);
    session.act(Act::Blind(Blind::Drafts(Vec::new())));
    assert!(session.turn(Way::Back));
    assert_eq!(session.player.hidden.drafts.hands(), 2);
}

#[test]
fn what_was_saved_and_stands_no_more_is_no_step_and_a_trail_that_is_torn_is_none() {
    let mut session = Session::begin(SessionKind::CheckIn);
    session.act(Act::Say(Say::Recalled(2)));
    session.act(Act::Park("a line".to_owned()));
    session.cut();
    assert_eq!(session.player.next_turn(Way::Back), Some(&Done::Saved(Some(1))));
    session.player.keep_to(|_| Vec::new());
    assert!(matches!(session.player.next_turn(Way::Back), Some(Done::Held(_))));
    let text = session.player.to_text();
    for torn in ["", "{", "{\"done\":[{\"held\":[{\"recalled\":\"two\"}]}],\"undone\":[]}"] {
        let player = Player::from_text(&text).unwrap().with_trail(torn);
        assert_eq!((player.next_turn(Way::Back), player.talk.recalled), (None, Some(2)), "{torn}");
    }
}
