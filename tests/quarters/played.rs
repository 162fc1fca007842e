//! The whole quarter of the reference team, played session by session with a clock that passes each box exactly: what
//! stands in its files at the end is the method's own sum.

use std::time::Duration;

use quarterdeck::domain::change::Change;
use quarterdeck::domain::check_in::{CheckIn, Sitting};
use quarterdeck::domain::cycle::Cycle;
use quarterdeck::domain::day::Day;
use quarterdeck::domain::decision::{Desk, Start, start};
use quarterdeck::domain::dependency::{Dependency, DependencyState};
use quarterdeck::domain::effort::EffortPhase;
use quarterdeck::domain::frame::Cadence;
use quarterdeck::domain::id::{KeyResultId, LineId, TeamId};
use quarterdeck::domain::measure::Aggregation;
use quarterdeck::domain::objective::Verdict;
use quarterdeck::domain::quarter::QuarterKey;
use quarterdeck::domain::scoring::Scoring;
use quarterdeck::domain::seed::Seed;
use quarterdeck::domain::team::Team;
use quarterdeck::domain::workspace::Workspace;
use quarterdeck::method::budget::{Budget, person_hours, spent};
use quarterdeck::method::calendar;
use quarterdeck::method::session::blind::Draft;
use quarterdeck::method::session::clock::minutes;
use quarterdeck::method::session::topic::Topic;
use quarterdeck::method::session::{Act, Begin, Blind, Player, Say, due};
use quarterdeck::method::step::{SessionKind, Step};
use quarterdeck::store::Store;

use crate::support::Home;

/// The reference team with its folder, its day and its letters for ids.
struct Team6 {
    home: Home,
    store: Store,
    workspace: Workspace,
    seed: Seed,
    key: QuarterKey,
    today: Day,
}

impl Team6 {
    fn begin(cadence: Cadence) -> Self {
        let people = ["Ada", "Lin", "Kim", "Eva", "Jon", "Ole"].map(str::to_owned).to_vec();
        let team = Team { people, ..Team::named(TeamId::new("payments").unwrap(), "Payments") };
        let cycle = Cycle::calendar("2027-q1").unwrap();
        let key = QuarterKey { team: team.id.clone(), cycle: cycle.id.clone() };
        let today = calendar::kick_off(&cycle);
        let begun = start(&Start { organisation: None, team, cycle, objective: None }).unwrap();
        let home = Home::empty();
        let store = Store::begin(&home.work(), &begun).unwrap();
        let workspace = store.load().unwrap().workspace;
        let mut team = Self { home, store, workspace, seed: Seed::new(1), key, today };
        team.take(|desk, _| desk.choose_cadence(cadence).unwrap());
        team
    }

    fn desk(&self) -> Desk<'_> {
        Desk::at(&self.workspace, &self.key, self.today).unwrap()
    }

    fn cycle(&self) -> Cycle {
        self.desk().cycle.clone()
    }

    /// Goes to a day; the clock of the world never runs backwards.
    fn go_to(&mut self, day: Day) {
        assert!(day >= self.today, "{day} lies before {}", self.today);
        self.today = day;
    }

    /// Saves a change to the files and reads them anew.
    fn save(&mut self, change: &Change) {
        self.store.save(change).unwrap();
        self.workspace = self.store.load().unwrap().workspace;
    }

    /// Decides and saves.
    fn take(&mut self, decide: impl FnOnce(&Desk<'_>, &mut Seed) -> Change) {
        let mut seed = self.seed.clone();
        let change = decide(&self.desk(), &mut seed);
        self.seed = seed;
        self.save(&change);
    }

    fn act(&mut self, player: &mut Player, act: Act) {
        let mut seed = self.seed.clone();
        let outcome = player.act(act, &self.desk(), &mut seed).unwrap();
        self.seed = seed;
        if let Some(change) = &outcome.change {
            self.save(change);
        }
        *player = outcome.player;
    }

    /// Plays one session: each step does its own, takes exactly its box, and is left.
    fn play(&mut self, kind: SessionKind) {
        let begin = Begin::usual(kind, &self.desk());
        let mut player = Player::begin(begin, &self.desk()).unwrap();
        self.act(&mut player, Act::Start);
        while !player.is_closed() {
            self.step(&mut player);
            // Once a second, as the screens do it.
            for _ in 0..minutes(player.stage().clock.minutes).as_secs() {
                player.pass(Duration::from_secs(1));
            }
            self.act(&mut player, Act::Next);
        }
    }

    /// What the room says in a step, as far as later sessions need it.
    fn step(&mut self, player: &mut Player) {
        match player.step() {
            Step::Set1 => self.act(player, Act::Say(Say::Read)),
            Step::Set3 => self.draft(player),
            Step::Set10 => self.depend(player),
            Step::Set13 | Step::Chk3 => self.vote(player),
            Step::Set14 => self.commit(player),
            Step::Chk5 => self.act(player, Act::Say(Say::PlanStands)),
            Step::Mid2 => self.keep_all(player),
            Step::Sco3 => self.score(player),
            Step::Ret8 => self.act(player, Act::Say(Say::Close(Some("a test needs no more".to_owned())))),
            _ => {}
        }
    }

    /// Four people send a draft each, two pass.
    fn draft(&mut self, player: &mut Player) {
        for at in 1..=4 {
            let draft = Draft { title: format!("Objective {at} people can rely on"), why_now: None };
            self.act(player, Act::Blind(Blind::Drafts(vec![draft])));
        }
        for _ in 0..2 {
            self.act(player, Act::Blind(Blind::Drafts(Vec::new())));
        }
        self.act(player, Act::Blind(Blind::Reveal));
    }

    /// The pairs write three key results for each objective.
    fn write_key_results(&mut self) {
        let objectives: Vec<_> = self.desk().quarter.live_objectives().map(|one| one.id.clone()).collect();
        for (at, under) in objectives.iter().flat_map(|id| [id; 3]).enumerate() {
            self.take(|desk, seed| desk.add_key_result(under, &format!("metric {at}"), seed).unwrap().0);
            let id = self.key_results().into_iter().find(|id| !self.has_measure(id)).unwrap();
            self.take(|desk, _| {
                let mut key_result = desk.quarter.key_result(&id).unwrap().1.clone();
                let measure = &mut key_result.measure;
                measure.metric = Some(format!("metric {at}"));
                measure.aggregation = Some(Aggregation::Mean);
                (measure.baseline, measure.target) = (Some(10.into()), Some(50.into()));
                measure.source = Some("the log".to_owned());
                measure.baseline_date = Some(desk.today);
                desk.revise_key_result(key_result, None).unwrap()
            });
        }
    }

    fn key_results(&self) -> Vec<KeyResultId> {
        self.desk().quarter.live_key_results().map(|(_, kr)| kr.id.clone()).collect()
    }

    fn has_measure(&self, id: &KeyResultId) -> bool {
        self.desk().quarter.key_result(id).is_some_and(|(_, kr)| kr.measure.target.is_some())
    }

    /// The two dependencies that the method assumes.
    fn depend(&mut self, player: &mut Player) {
        let ids = self.key_results();
        for (at, id) in ids.iter().step_by(6).enumerate() {
            let dependency = Dependency {
                id: LineId::new(format!("edge-{at}")).unwrap(),
                team: "Edge".to_owned(),
                need: "the log".to_owned(),
                by: Some(self.today.plus(7)),
                asker: Some("Ada".to_owned()),
                state: DependencyState::Agreed,
            };
            let depend = self.desk().depend(id, dependency).unwrap();
            self.act(player, Act::Decided(depend));
        }
    }

    /// Six numbers on each key result, shown together.
    fn vote(&mut self, player: &mut Player) {
        for id in self.key_results() {
            self.act(player, Act::Talk(Topic::KeyResult(id)));
            self.act(player, Act::Blind(Blind::Show([40, 45, 50, 50, 55, 60].map(Some).to_vec())));
        }
    }

    fn commit(&mut self, player: &mut Player) {
        self.act(player, Act::Blind(Blind::Show(vec![Some(4); 6])));
        self.act(player, Act::Say(Say::Commit(Some("a test needs no more".to_owned()))));
    }

    fn keep_all(&mut self, player: &mut Player) {
        let ids: Vec<_> = self.desk().quarter.live_objectives().map(|one| one.id.clone()).collect();
        for id in ids {
            let keep = self.desk().judge_mid_quarter(&id, Verdict::Keep, "we would choose it again").unwrap();
            self.act(player, Act::Decided(keep));
        }
    }

    fn score(&mut self, player: &mut Player) {
        for id in self.key_results() {
            let desk = self.desk();
            let read =
                Scoring { reading: Some(38.into()), date: Some(desk.today), ..Scoring::of(id.clone()) };
            let score = desk.proposed_score(desk.quarter.key_result(&id).unwrap().1, &read);
            self.act(player, Act::Say(Say::Score(Box::new(Scoring { score, ..read }))));
        }
    }

    /// The contacts write their readings the day before.
    fn read(&mut self) {
        let ids = self.key_results();
        self.take(|desk, seed| {
            let id = desk.sitting_id(desk.today, seed).unwrap();
            let reading = |id: &KeyResultId| CheckIn { reading: Some(20.into()), ..CheckIn::on(id.clone()) };
            let check_ins = ids.iter().map(reading).collect();
            desk.log(Sitting { check_ins, ..Sitting::new(id, desk.today) }).unwrap()
        });
    }

    /// Every session of the cycle on its day.
    fn play_the_quarter(&mut self) {
        let cycle = self.cycle();
        self.play(SessionKind::KickOff);
        for (kind, days_before) in
            [(SessionKind::Choose, 16), (SessionKind::Refine, 9), (SessionKind::Commit, 1)]
        {
            if kind == SessionKind::Refine {
                self.write_key_results();
            }
            self.go_to(cycle.first.plus(-days_before));
            self.play(kind);
        }
        let cadence = self.workspace.cadence(self.desk().quarter);
        for day in calendar::check_in_days(&cycle, cadence) {
            self.go_to(day.plus(-1));
            self.read();
            self.go_to(day);
            self.play(due(&self.desk()));
        }
        let (_, last_day_of_scoring) = calendar::scoring(&cycle);
        self.go_to(last_day_of_scoring);
        self.play(SessionKind::Score);
        self.go_to(calendar::retrospective_until(&cycle));
        self.play(SessionKind::Retrospective);
        self.play(SessionKind::HandOver);
    }
}

/// Person-minutes of the four phases, in the order of the cycle.
type Sums = [u32; 4];

/// Plays the quarter; what its ledger came to by phase, in person-hours, and how often each check-in was held.
#[track_caller]
fn play(cadence: Cadence) -> (Sums, String, [usize; 2]) {
    let mut team = Team6::begin(cadence);
    team.play_the_quarter();
    let (_, loaded) = Store::open(&team.home.work()).unwrap();
    assert_eq!(loaded.problems, []);
    let desk = Desk::at(&loaded.workspace, &team.key, team.today).unwrap();
    assert!(desk.quarter.frame.closed.is_some());
    let spent = spent(desk.quarter);
    assert_eq!(Budget::new(None).sentence(spent.total()), None);
    let held = [SessionKind::CheckIn, SessionKind::MidQuarter]
        .map(|kind| desk.quarter.efforts.iter().filter(|effort| effort.session == Some(kind)).count());
    let phases =
        [EffortPhase::Setting, EffortPhase::CheckIns, EffortPhase::Scoring, EffortPhase::Retrospective];
    let sums = phases.map(|phase| spent.of(phase).0);
    assert_eq!(planned(&team.home), sums, "what was planned is what was spent");
    (sums, person_hours(spent.total()).to_string(), held)
}

/// What `okr plan` says for the same files.
fn planned(home: &Home) -> Sums {
    let plan = home.okr("plan --json").json();
    let of = |at: usize| plan["phases"][at]["planned"]["person_minutes"].as_u64().unwrap();
    [0, 1, 2, 3].map(|at| u32::try_from(of(at)).unwrap())
}

#[test]
fn a_played_quarter_of_the_reference_team_costs_what_the_method_says() {
    let (spent, hours, held) = play(Cadence::BiWeekly);
    assert_eq!((spent, hours.as_str(), held), ([820, 576, 126, 200], "28.7", [5, 1]));
}

#[test]
fn a_played_quarter_with_monthly_check_ins_costs_what_the_method_says() {
    let (spent, hours, held) = play(Cadence::Monthly);
    assert_eq!((spent, hours.as_str(), held), ([820, 372, 126, 200], "25.3", [2, 1]));
}
