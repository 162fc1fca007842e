//! Eight clones of one workspace, round after round of usual work, some of them rarely shared: git merges all of it by
//! itself, nothing is lost or doubled, and in the end all clones hold the same bytes.
//!
//! `OKR_SYNC_ROUNDS=200 cargo test eight -- --nocapture` runs longer and prints its figures.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Instant;

use super::{QUARTER, Team};
use crate::support::Snapshot;
use crate::support::tree::{files, write};
use quarterdeck::domain::change::Decision;
use quarterdeck::domain::check_in::{CheckIn, Sitting};
use quarterdeck::domain::confidence::Confidence;
use quarterdeck::domain::day::Day;
use quarterdeck::domain::decision::{Correction, Desk, List, Said, Step};
use quarterdeck::domain::effort::{Effort, EffortPhase};
use quarterdeck::domain::key_result::{DataAccess, Guardrail, Initiative, KeyResult};
use quarterdeck::domain::measure::Measure;
use quarterdeck::domain::quarter::{Quarter, QuarterKey};
use quarterdeck::domain::retrospective::NoteKind;
use quarterdeck::domain::scoring::Scoring;
use quarterdeck::domain::seed::Seed;
use quarterdeck::domain::workspace::Workspace;
use quarterdeck::store::Store;

/// How many clones there are.
const CLONES: usize = 8;
/// In how many rounds each of them shares once, on average.
const SHARES_EACH: [usize; CLONES] = [1, 1, 2, 2, 3, 5, 8, 20];
/// The rounds of a usual run.
const ROUNDS: usize = 10;
/// The field each clone has for itself; in the file they stand side by side.
const FIELDS: [&str; CLONES] =
    ["contact", "first", "measured", "agreement", "sign", "guardrail", "data", "promised"];
/// The check-in about all of the set, of which each clone corrects what is said of its own key results.
const SHARED: &str = "2027-02-11-shared";
/// The things a clone does in a round, on average.
const DEEDS: usize = 3;

fn key() -> QuarterKey {
    "payments/2027-q1".parse().unwrap()
}

/// A committed set of four objectives with four key results each, shared, and cloned eight times.
fn team() -> Team {
    let team = Team::empty();
    team.clone_as("c0");
    team.okr("c0", "init . --team Payments --cycle 2027-Q1");
    for objective in ["Alpha", "Beta", "Gamma", "Delta"] {
        team.okr("c0", format!("add objective {objective}").as_str());
        for number in 1..=4 {
            let (under, name) = (objective.to_lowercase(), format!("{objective} {number}"));
            let line = format!("add kr {under} '{name}' metric='{name}' baseline=10 target=0 source=logs");
            team.okr("c0", line.as_str());
        }
    }
    team.okr("c0", "commit --reason 'the test needs no more'");
    let names = ["alpha", "beta", "gamma", "delta"];
    let ids = names.iter().flat_map(|name| (1..=4).map(move |number| format!("{name}-{number}")));
    let entries = ids.map(|id| format!("\n[[check_in]]\nkey_result = \"{id}\"\nblocked = \"begun\"\n"));
    let text = format!("date = 2027-02-11\n{}", entries.collect::<String>());
    write(team.at("c0"), &format!("{QUARTER}/checkins/{SHARED}.toml"), &text);
    team.shares("c0", "check");
    for number in 1..CLONES {
        team.clone_as(&format!("c{number}"));
    }
    team
}

/// One clone and whoever works in it.
struct Clone {
    number: usize,
    name: String,
    folder: PathBuf,
    store: Store,
    workspace: Workspace,
    seed: Seed,
    dice: Seed,
}

/// What was done and has to be found in the end.
#[derive(Default)]
struct Ledger {
    /// Texts that stand in one record each.
    added: BTreeSet<String>,
    /// Comments that stand in one file each.
    comments: BTreeSet<String>,
    /// What a field was last set to, by key result and field; each is set by one clone only.
    fields: BTreeMap<(String, &'static str), String>,
    deeds: usize,
    refused: usize,
    syncs: usize,
    merges: usize,
    reorders: usize,
}

impl Clone {
    fn open(team: &Team, number: usize) -> Self {
        let name = format!("c{number}");
        let folder = team.at(&name);
        let (store, loaded) = Store::open(&folder).unwrap();
        let seeds = |salt: u64| Seed::new(number as u64 * 1000 + salt);
        let workspace = loaded.workspace;
        Self { number, name, folder, store, workspace, seed: seeds(1), dice: seeds(2) }
    }

    fn throw(&mut self, sides: usize) -> usize {
        self.dice.letters().bytes().fold(0, |sum, letter| (sum * 31 + usize::from(letter)) % 100_003) % sides
    }

    fn quarter(&self) -> &Quarter {
        &self.workspace.quarters[&key()]
    }

    /// One of the key results that have not been dropped.
    fn any_key_result(&mut self) -> Option<KeyResult> {
        let all: Vec<KeyResult> = self.quarter().live_key_results().map(|(_, it)| it.clone()).collect();
        let at = self.throw(all.len().max(1));
        all.into_iter().nth(at)
    }

    /// One of the key results of the set that are this clone's alone to decide about.
    fn own_key_result(&mut self) -> Option<KeyResult> {
        let number = self.number;
        let mut all: Vec<KeyResult> = self.quarter().key_results().map(|(_, it)| it.clone()).collect();
        all.retain(KeyResult::is_committed);
        all.sort_by(|one, other| one.id.cmp(&other.id));
        let own = all.into_iter().enumerate().filter(|(at, _)| at % CLONES == number).map(|(_, it)| it);
        let mut own: Vec<KeyResult> = own.collect();
        own.retain(|it| !self.quarter().is_dropped(&it.id));
        let at = self.throw(own.len().max(1));
        own.into_iter().nth(at)
    }

    fn save(&mut self, decide: impl FnOnce(&Desk<'_>, &mut Seed) -> Decision) -> bool {
        let today = Day::new(2027, 2, 11).unwrap();
        let decision = decide(&Desk::at(&self.workspace, &key(), today).unwrap(), &mut self.seed);
        let Ok(change) = decision else { return false };
        self.store.save(&change).unwrap();
        self.workspace.apply(&change);
        true
    }

    /// Does something, as `word`, which nobody else says.
    fn act(&mut self, word: &str, ledger: &mut Ledger) {
        ledger.deeds += 1;
        let is_done = match self.throw(14) {
            0 | 1 => self.check_in(word, ledger),
            2 => self.add_key_result(word, ledger),
            3 | 4 => self.set_field(word, ledger),
            5 => self.move_one(),
            6 => self.score(ledger),
            7 => self.note(word, ledger),
            8 => self.drop_one(word, ledger),
            9 => self.line(word, ledger),
            10 => self.initiative(word, ledger),
            11 => self.revise(ledger),
            12 => self.correct(word, ledger),
            _ => self.comment(word, ledger),
        };
        ledger.refused += usize::from(!is_done);
    }

    fn added(is_done: bool, word: &str, ledger: &mut Ledger) -> bool {
        if is_done {
            ledger.added.insert(word.to_owned());
        }
        is_done
    }

    fn check_in(&mut self, word: &str, ledger: &mut Ledger) -> bool {
        let Some(key_result) = self.any_key_result() else { return false };
        let reading = self.throw(10);
        let is_done = self.save(|desk, seed| {
            let mut entry = CheckIn::on(key_result.id.clone());
            entry.reading = Some(i32::try_from(reading).unwrap().into());
            entry.confidence = Confidence::new(40).into_iter().collect();
            entry.changed = Some(word.to_owned());
            let mut sitting = Sitting::new(desk.sitting_id(desk.today, seed)?, desk.today);
            sitting.check_ins = vec![entry];
            desk.log(sitting)
        });
        Self::added(is_done, word, ledger)
    }

    /// Corrects what the shared check-in says of a key result, or takes that back.
    fn correct(&mut self, word: &str, ledger: &mut Ledger) -> bool {
        let Some(key_result) = self.own_key_result() else { return false };
        let is_said = self.throw(4) > 0;
        let says = if is_said {
            Said::Entry(CheckIn { blocked: Some(word.to_owned()), ..CheckIn::on(key_result.id.clone()) })
        } else {
            Said::NothingOn(key_result.id.clone())
        };
        let of = self.quarter().standing_for(&SHARED.parse().unwrap()).unwrap().id.clone();
        let is_done = self.save(|desk, seed| desk.correct(Correction { of, date: None, says }, seed));
        if is_done {
            let said = if is_said { word.to_owned() } else { String::new() };
            ledger.fields.insert((key_result.id.to_string(), "said"), said);
        }
        is_done
    }

    fn add_key_result(&mut self, word: &str, ledger: &mut Ledger) -> bool {
        let at = self.throw(self.quarter().objectives.len());
        let under = self.quarter().objectives[at].id.clone();
        let is_done = self.save(|desk, seed| Ok(desk.add_key_result(&under, word, seed)?.0));
        Self::added(is_done, word, ledger)
    }

    /// Sets the field that is this clone's alone, in any key result; the fields of eight clones stand side by side.
    fn set_field(&mut self, word: &str, ledger: &mut Ledger) -> bool {
        let Some(before) = self.any_key_result() else { return false };
        let (mut after, said) = (before.clone(), Some(word.to_owned()));
        let field = FIELDS[self.number];
        match field {
            "contact" => after.contact = said,
            "first" => after.first_wording = said,
            "measured" => after.measured_at = said,
            "agreement" => after.agreement = said,
            "sign" => after.early_sign = said,
            "guardrail" => {
                after.guardrail = Some(Guardrail { metric: word.to_owned(), ..Guardrail::default() });
            }
            "data" => {
                let asked = after.data != Some(DataAccess::Asked);
                after.data = Some(if asked { DataAccess::Asked } else { DataAccess::Have });
            }
            _ => after.refinement.promised_outside = Some(after.refinement.promised_outside != Some(true)),
        }
        ledger.fields.insert((before.id.to_string(), field), value(&after, field));
        self.save(|desk, _| desk.revise_key_result(after, None))
    }

    fn move_one(&mut self) -> bool {
        let Some(key_result) = self.any_key_result() else { return false };
        let step = if self.throw(2) == 0 { Step::Up } else { Step::Down };
        self.save(|desk, _| desk.move_key_result(&key_result.id, step))
    }

    fn score(&mut self, ledger: &mut Ledger) -> bool {
        let Some(key_result) = self.own_key_result() else { return false };
        let reading = self.throw(10);
        let is_done = self.save(|desk, _| {
            let mut scoring = Scoring::of(key_result.id.clone());
            scoring.reading = Some(i32::try_from(reading).unwrap().into());
            scoring.date = Some(desk.today);
            scoring.score = desk.proposed_score(&key_result, &scoring);
            desk.score(scoring)
        });
        if is_done {
            ledger.fields.insert((key_result.id.to_string(), "reading"), reading.to_string());
        }
        is_done
    }

    fn note(&mut self, word: &str, ledger: &mut Ledger) -> bool {
        let is_effort = self.throw(2) == 0;
        let is_done = self.save(|desk, seed| {
            if !is_effort {
                return desk.put_note(desk.note(NoteKind::Lesson, word, seed)?);
            }
            let effort = desk.effort(word, EffortPhase::CheckIns, seed)?;
            desk.put_effort(Effort { minutes: 12, people: 6, ..effort })
        });
        Self::added(is_done, word, ledger)
    }

    fn drop_one(&mut self, word: &str, ledger: &mut Ledger) -> bool {
        // Rarely, or nothing is left to work on.
        if self.throw(4) > 0 {
            return true;
        }
        let Some(key_result) = self.own_key_result() else { return false };
        let is_done = self.save(|desk, _| desk.drop_key_result(&key_result.id, word));
        if is_done {
            ledger.fields.insert((key_result.id.to_string(), "dropped"), word.to_owned());
        }
        is_done
    }

    fn line(&mut self, word: &str, ledger: &mut Ledger) -> bool {
        let list = [List::NotNow, List::KeepRunning, List::Delivery][self.throw(3)];
        let is_done = self.save(|desk, seed| desk.add_line(list, word, None, seed));
        Self::added(is_done, word, ledger)
    }

    fn initiative(&mut self, word: &str, ledger: &mut Ledger) -> bool {
        let Some(mut after) = self.any_key_result() else { return false };
        let id = self.seed.letters().parse().unwrap();
        after.initiatives.push(Initiative { id, text: word.to_owned(), done: false });
        let is_done = self.save(|desk, _| desk.revise_key_result(after, None));
        Self::added(is_done, word, ledger)
    }

    fn revise(&mut self, ledger: &mut Ledger) -> bool {
        let Some(before) = self.own_key_result() else { return false };
        if self.quarter().scorings.contains_key(&before.id) {
            return false;
        }
        let target = self.throw(9);
        let measure =
            Measure { target: Some(i32::try_from(target).unwrap().into()), ..before.measure.clone() };
        let after = KeyResult { measure, ..before };
        let id = after.id.to_string();
        let is_done = self.save(|desk, _| desk.revise_key_result(after, Some("we know more")));
        if is_done {
            ledger.fields.insert((id, "target"), target.to_string());
        }
        is_done
    }

    /// An editor puts a comment above a key result.
    fn comment(&mut self, word: &str, ledger: &mut Ledger) -> bool {
        let mut paths = files(&self.folder);
        paths.retain(|path| path.contains("/objectives/"));
        let path = paths.swap_remove(self.throw(paths.len()));
        let text = std::fs::read_to_string(self.folder.join(&path)).unwrap();
        write(&self.folder, &path, &format!("# {word}\n{text}"));
        ledger.comments.insert(format!("# {word}"));
        true
    }

    fn sync(&mut self, team: &Team, ledger: &mut Ledger) {
        let outcome = team.ends(&self.name, "sync --json", 0);
        let json = outcome.json();
        assert_eq!(json["clashes"].as_array().map(Vec::len), Some(0), "{json:#}");
        ledger.syncs += 1;
        let number = |name: &str| json[name].as_u64().unwrap_or_default();
        ledger.merges += usize::from(number("pulled") > 0 && number("pushed") > 0);
        ledger.reorders += usize::from(json["reordered"] == true);
        self.workspace = self.store.load().unwrap().workspace;
    }
}

/// A field as text.
fn value(key_result: &KeyResult, field: &str) -> String {
    match field {
        "contact" => format!("{:?}", key_result.contact),
        "first" => format!("{:?}", key_result.first_wording),
        "measured" => format!("{:?}", key_result.measured_at),
        "agreement" => format!("{:?}", key_result.agreement),
        "sign" => format!("{:?}", key_result.early_sign),
        "guardrail" => format!("{:?}", key_result.guardrail),
        "data" => format!("{:?}", key_result.data),
        "promised" => format!("{:?}", key_result.refinement.promised_outside),
        "target" => key_result.measure.target.map_or_else(String::new, |target| target.to_string()),
        _ => key_result.dropped.as_ref().map_or_else(String::new, |dropped| dropped.reason.clone()),
    }
}

impl Ledger {
    /// Compares with what stands in a clone.
    fn check(&self, clone: &Clone) {
        let quarter = clone.quarter();
        let frame = &quarter.frame;
        let lines = frame.not_now.iter().chain(&frame.keep_running).map(|line| &line.text);
        let found = lines.chain(frame.delivery.iter().map(|line| &line.text));
        let found = found.chain(quarter.notes.iter().map(|note| &note.text));
        let found = found.chain(quarter.efforts.iter().map(|effort| &effort.title));
        let said = quarter.sittings.iter().flat_map(|sitting| &sitting.check_ins);
        let found = found.chain(said.filter_map(|entry| entry.changed.as_ref()));
        let key_results = || quarter.key_results().map(|(_, it)| it);
        let found = found.chain(key_results().flat_map(|it| it.initiatives.iter().map(|one| &one.text)));
        let new = key_results().filter(|it| !it.title.contains(' ')).map(|it| &it.title);
        let mut found: Vec<String> = found.chain(new).cloned().collect();
        found.sort();
        assert_eq!(found, self.added.iter().cloned().collect::<Vec<_>>(), "added, each once");
        assert_eq!(key_results().filter(|it| it.title.contains(' ')).count(), 16);
        for ((id, field), wanted) in &self.fields {
            let id = id.parse().unwrap();
            let stands = match *field {
                "said" => {
                    let shared = &quarter.standing_for(&SHARED.parse().unwrap()).unwrap().check_ins;
                    let said = shared.iter().find(|entry| entry.key_result == id);
                    said.and_then(|entry| entry.blocked.clone()).unwrap_or_default()
                }
                "reading" => quarter.scorings[&id].reading.map_or_else(String::new, |it| it.to_string()),
                field => value(quarter.key_result(&id).unwrap().1, field),
            };
            assert_eq!(stands, *wanted, "{id} {field}");
        }
        self.check_comments(clone);
    }

    fn check_comments(&self, clone: &Clone) {
        let read = |path: &String| std::fs::read_to_string(clone.folder.join(path)).unwrap();
        let texts: String = files(&clone.folder).iter().map(read).collect();
        let mut found: Vec<&str> = texts.lines().filter(|line| line.starts_with("# r")).collect();
        found.sort_unstable();
        assert_eq!(
            found,
            self.comments.iter().map(String::as_str).collect::<Vec<_>>(),
            "comments, each once"
        );
    }
}

#[test]
fn eight_clones_merge_by_themselves_and_end_the_same() {
    let rounds = std::env::var("OKR_SYNC_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(ROUNDS);
    let (team, began) = (team(), Instant::now());
    let mut clones: Vec<Clone> = (0..CLONES).map(|number| Clone::open(&team, number)).collect();
    let mut ledger = Ledger::default();
    for round in 0..rounds {
        for clone in &mut clones {
            for deed in 0..clone.throw(2 * DEEDS + 1) {
                let word = format!("r{round}c{}d{deed}", clone.number);
                clone.act(&word, &mut ledger);
            }
            if clone.throw(SHARES_EACH[clone.number]) == 0 {
                clone.sync(&team, &mut ledger);
            }
        }
    }
    for number in (0..CLONES).chain(0..CLONES) {
        clones[number].sync(&team, &mut ledger);
    }
    let first = Snapshot::of(&clones[0].folder);
    for clone in &clones {
        assert_eq!(Snapshot::of(&clone.folder).changes_since(&first), Vec::<String>::new(), "{}", clone.name);
        assert_eq!(team.git(&clone.name, "status --porcelain"), "");
        team.okr(&clone.name, "check");
    }
    ledger.check(&clones[0]);
    let Ledger { deeds, refused, syncs, merges, reorders, added, comments, fields } = ledger;
    let figures = format!(
        "{rounds} rounds, {deeds} deeds ({refused} refused), {syncs} syncs, {merges} with changes of both sides, \
         {reorders} with an order both changed; {} texts, {} comments and {} fields found; 0 clashes; {:.0?}\n",
        added.len(),
        comments.len(),
        fields.len(),
        began.elapsed()
    );
    std::io::Write::write_all(&mut std::io::stderr(), figures.as_bytes()).unwrap();
}
