//! A room to test in: a workspace, letters for ids, the day, and short ways to play.

use crate::domain::change::{Change, Decision, Refusal};
use crate::domain::cycle::Cycle;
use crate::domain::day::Day;
use crate::domain::decision::{Desk, Start, start};
use crate::domain::id::{KeyResultId, TeamId};
use crate::domain::key_result::KeyResult;
use crate::domain::measure::Aggregation;
use crate::domain::quarter::QuarterKey;
use crate::domain::scoring::Scoring;
use crate::domain::seed::Seed;
use crate::domain::team::Team;
use crate::domain::workspace::Workspace;
use crate::method::session::{Act, Begin, Blind, Played, Player};
use crate::method::step::SessionKind;

/// How many are in the room.
const PEOPLE: u32 = 6;

/// The numbers that some of the room show; the others pass.
pub(super) fn shown(numbers: &[u8]) -> Act {
    let others = std::iter::repeat_n(None, (PEOPLE as usize).saturating_sub(numbers.len()));
    Act::Blind(Blind::Show(numbers.iter().copied().map(Some).chain(others).collect()))
}

/// The reference team in its room.
pub(super) struct Room {
    pub(super) workspace: Workspace,
    pub(super) seed: Seed,
    today: Day,
    key: QuarterKey,
}

impl Room {
    /// Four objectives with three complete key results each, not committed; it is three weeks before the quarter.
    pub(super) fn drafted() -> Self {
        let mut room = Self::empty();
        for at in 1..=4 {
            room.take(|desk, seed| desk.add_objective(&format!("Objective {at}"), seed).unwrap().0);
        }
        for at in 1..=12 {
            let under = room.desk().quarter.objectives[(at - 1) / 3].id.clone();
            room.take(|desk, seed| desk.add_key_result(&under, &format!("metric {at}"), seed).unwrap().0);
            room.edit(at - 1, |key_result| {
                let measure = &mut key_result.measure;
                measure.metric = Some(format!("metric {at}"));
                measure.aggregation = Some(Aggregation::Mean);
                (measure.baseline, measure.target) = (Some(10.into()), Some(50.into()));
                measure.source = Some("the log".to_owned());
                measure.baseline_date = Day::new(2026, 12, 1);
            });
        }
        room
    }

    /// A team with an open quarter and nothing in it.
    pub(super) fn empty() -> Self {
        let people = ["Ada", "Lin", "Kim", "Eva", "Jon", "Ole"].map(str::to_owned).to_vec();
        let team = Team { people, ..Team::named(TeamId::new("payments").unwrap(), "Payments") };
        let cycle = Cycle::calendar("2027-q1").unwrap();
        let key = QuarterKey { team: team.id.clone(), cycle: cycle.id.clone() };
        let mut workspace = Workspace::default();
        workspace.apply(&start(&Start { organisation: None, team, cycle, objective: None }).unwrap());
        Self { workspace, seed: Seed::new(1), today: Day::new(2026, 12, 11).unwrap(), key }
    }

    /// The same, committed; it is the day of the first check-in.
    pub(super) fn committed() -> Self {
        let mut room = Self::drafted();
        room.commit();
        room
    }

    /// Commits what stands there and goes to the first check-in.
    pub(super) fn commit(&mut self) {
        self.take(|desk, _| desk.commit(desk.commit_stops(), Some("a test needs no more")).unwrap());
        self.go_to(14);
    }

    /// Goes to so many days after the first one.
    pub(super) fn go_to(&mut self, days: i64) {
        self.today = self.desk().cycle.first.plus(days);
    }

    pub(super) fn desk(&self) -> Desk<'_> {
        Desk::at(&self.workspace, &self.key, self.today).unwrap()
    }

    /// Decides and applies.
    pub(super) fn take(&mut self, decide: impl FnOnce(&Desk<'_>, &mut Seed) -> Change) {
        let mut seed = self.seed.clone();
        let change = decide(&self.desk(), &mut seed);
        self.seed = seed;
        self.workspace.apply(&change);
    }

    /// Changes a key result as a form does.
    pub(super) fn edit(&mut self, at: usize, change: impl FnOnce(&mut KeyResult)) {
        let id = self.key_result(at);
        self.take(|desk, _| {
            let mut after = desk.quarter.key_result(&id).unwrap().1.clone();
            change(&mut after);
            desk.revise_key_result(after, Some("a test")).unwrap()
        });
    }

    /// What a form decides, not applied.
    pub(super) fn decides(&self, decide: impl FnOnce(&Desk<'_>, &mut Seed) -> Decision) -> Act {
        Act::Decided(decide(&self.desk(), &mut self.seed.clone()).unwrap())
    }

    /// The change of a form that edits a key result, not applied.
    pub(super) fn decided(&self, at: usize, change: impl FnOnce(&mut KeyResult)) -> Act {
        let id = self.key_result(at);
        self.decides(|desk, _| {
            let mut after = desk.quarter.key_result(&id).unwrap().1.clone();
            change(&mut after);
            desk.revise_key_result(after, Some("a test"))
        })
    }

    /// The id of a key result by its place.
    pub(super) fn key_result(&self, at: usize) -> KeyResultId {
        self.desk().quarter.key_results().nth(at).unwrap().1.id.clone()
    }

    pub(super) fn try_begin(&self, kind: SessionKind, people: u32) -> Result<Player, Refusal> {
        Player::begin(Begin { kind, people, objectives: None }, &self.desk())
    }

    pub(super) fn begin(&self, kind: SessionKind) -> Player {
        self.try_begin(kind, PEOPLE).unwrap()
    }

    /// Begins a session and goes on to one of its steps, whatever the steps before say.
    pub(super) fn begin_at(&mut self, kind: SessionKind, step: crate::method::step::Step) -> Player {
        let mut player = self.begin(kind);
        while player.step() != step {
            player = self.play(player, Act::Skip("a test".to_owned()));
        }
        player
    }

    pub(super) fn try_act(&self, player: &Player, act: Act) -> Result<Played, Refusal> {
        player.act(act, &self.desk(), &mut self.seed.clone())
    }

    /// Plays and applies what is to be saved.
    pub(super) fn act(&mut self, player: &Player, act: Act) -> Played {
        let mut seed = self.seed.clone();
        let outcome = player.act(act, &self.desk(), &mut seed).unwrap();
        self.seed = seed;
        if let Some(change) = &outcome.change {
            self.workspace.apply(change);
        }
        outcome
    }

    /// Plays, and gives the player afterwards.
    #[expect(clippy::needless_pass_by_value, reason = "what was before is not used any more")]
    pub(super) fn play(&mut self, player: Player, act: Act) -> Player {
        self.act(&player, act).player
    }

    /// What stands in the ledger, in the order it was written on each day.
    pub(super) fn ledger(&self) -> Vec<(String, u32, u32)> {
        let desk = self.desk();
        let mut rows: Vec<_> = desk.quarter.efforts.iter().collect();
        rows.sort_by_key(|effort| {
            (effort.date, effort.session.is_none(), effort.steps.first().map(|step| step.id))
        });
        rows.into_iter().map(|effort| (effort.title.clone(), effort.minutes, effort.people)).collect()
    }

    /// The closing record of a key result with a final reading and the score the formula proposes.
    pub(super) fn final_reading(&self, at: usize, reading: i32) -> Scoring {
        let desk = self.desk();
        let id = self.key_result(at);
        let scoring =
            Scoring { reading: Some(reading.into()), date: Some(desk.today), ..Scoring::of(id.clone()) };
        let (_, key_result) = desk.quarter.key_result(&id).unwrap();
        Scoring { score: desk.proposed_score(key_result, &scoring), ..scoring }
    }
}
