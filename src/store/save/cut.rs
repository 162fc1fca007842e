//! Every call of every kind of save, refused, interrupted, cut short, or the last one: the files are whole, old or new,
//! every prefix is a valid workspace, and "saved" is said only when it is.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::domain::change::{Change, Decision};
use crate::domain::check_in::{CheckIn, Sitting};
use crate::domain::day::Day;
use crate::domain::decision::{Correction, Desk, OldSentence, Said, Step};
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::domain::key_result::KeyResult;
use crate::domain::quarter::QuarterKey;
use crate::domain::retrospective::NoteKind;
use crate::domain::scoring::Scoring;
use crate::domain::seed::Seed;
use crate::domain::way::Way;
use crate::store::Store;
use crate::store::check::check;
use crate::store::problem::Level;
use crate::store::write::risk::{Counted, Fault, counted, strike};

const MEASURE: &str = "kind = 'change'\nmetric = 'failures'\naggregation = 'share'\nunit = '%'\nbaseline = 2.3\n\
                       baseline_date = 2026-12-28\nsource = 'logs'\ntarget = 0.5\n";

/// A folder that is gone afterwards, in memory where the system has such a place: what reaches the disk is not looked at.
fn passing() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// One quarter that runs, with a key result, and the next, being set.
fn workspace() -> TempDir {
    let folder = passing();
    let committed = format!(
        "title = 'Failures'\nrank = 10\n[measure]\n{MEASURE}[[revision]]\ndate = 2026-12-30\nreason = 'committed'\n\
         title = 'Failures'\n[revision.measure]\n{MEASURE}"
    );
    let draft = format!("title = 'Refund time'\nrank = 10 # first\n[measure]\n{MEASURE}");
    let calendar =
        |label: &str, first: &str, last: &str| format!("label = '{label}'\nfirst = {first}\nlast = {last}\n");
    let objective = |title: &str, rank: i32| format!("# ours\ntitle = '{title}'\nrank = {rank}\n");
    let check_in =
        "date = 2027-01-15\nkind = 'check-in'\n[[check_in]]\nkey_result = 'failures'\nreading = 2\n";
    let files = [
        ("okr.toml", "format = 1\n".to_owned()),
        ("cycles/2026-q4.toml", calendar("2026-Q4", "2026-10-01", "2026-12-31")),
        ("teams/pay/2026-q4/cycle.toml", "committed = 2026-09-30\n".to_owned()),
        ("teams/pay/2026-q4/objectives/refunds/objective.toml", objective("Refunds", 10)),
        ("cycles/2027-q1.toml", calendar("2027-Q1", "2027-01-01", "2027-03-31")),
        ("cycles/2027-q2.toml", calendar("2027-Q2", "2027-04-01", "2027-06-30")),
        ("teams/pay/team.toml", "name = 'Pay' # spoken\n".to_owned()),
        ("teams/pay/2027-q1/cycle.toml", "committed = 2026-12-30\n".to_owned()),
        ("teams/pay/2027-q1/objectives/sign-in/objective.toml", objective("Sign-in", 10)),
        ("teams/pay/2027-q1/objectives/sign-in/failures.toml", committed),
        ("teams/pay/2027-q1/checkins/2027-01-15-aaaaaa.toml", check_in.to_owned()),
        ("teams/pay/2027-q2/cycle.toml", "follows = '2027-q1'\n".to_owned()),
        ("teams/pay/2027-q2/objectives/refunds/objective.toml", objective("Refunds", 10)),
        ("teams/pay/2027-q2/objectives/refunds/refund-time.toml", draft),
        ("teams/pay/2027-q2/objectives/builds/objective.toml", objective("Builds", 20)),
    ];
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn key_result<'a>(desk: &Desk<'a>, id: &str) -> &'a KeyResult {
    desk.quarter.key_result(&id.parse().unwrap()).unwrap().1
}

fn kr(id: &str) -> KeyResultId {
    id.parse().unwrap()
}

fn objective(id: &str) -> ObjectiveId {
    id.parse().unwrap()
}

/// A kind of save: its name, the quarter, the day, and the decision.
type Kind = (&'static str, &'static str, &'static str, fn(&Desk<'_>, &mut Seed) -> Decision);

const KINDS: &[Kind] = &[
    ("check-in", "2027-q1", "2027-02-11", |desk, seed| {
        let mut sitting = Sitting::new(desk.sitting_id(desk.today, seed)?, desk.today);
        sitting.check_ins.push(CheckIn { reading: Some(1.into()), ..CheckIn::on(kr("failures")) });
        desk.log(sitting)
    }),
    ("correction", "2027-q1", "2027-02-11", |desk, seed| {
        let of = desk.quarter.sittings[0].id.clone();
        desk.correct(Correction { of, date: None, says: Said::Nothing }, seed)
    }),
    ("add an objective", "2027-q2", "2027-03-12", |desk, seed| Ok(desk.add_objective("More", seed)?.0)),
    ("add a key result", "2027-q2", "2027-03-12", |desk, seed| {
        Ok(desk.add_key_result(&objective("refunds"), "More", seed)?.0)
    }),
    ("set", "2027-q2", "2027-03-12", |desk, _| {
        let after = KeyResult { contact: Some("Ada".to_owned()), ..key_result(desk, "refund-time").clone() };
        desk.revise_key_result(after, None)
    }),
    ("revise", "2027-q1", "2027-02-11", |desk, _| {
        let mut after = key_result(desk, "failures").clone();
        after.measure.target = Some(1.into());
        desk.revise_key_result(after, Some("the provider left"))
    }),
    ("drop a key result", "2027-q1", "2027-02-11", |desk, _| {
        desk.drop_key_result(&kr("failures"), "nobody waits")
    }),
    ("drop an objective", "2027-q1", "2027-02-11", |desk, _| {
        desk.drop_objective(&objective("sign-in"), "nobody waits")
    }),
    ("commit", "2027-q2", "2027-03-30", |desk, _| desk.commit(desk.commit_stops(), Some("on purpose"))),
    ("score", "2027-q1", "2027-03-30", |desk, _| {
        let score =
            Scoring { reading: Some(1.into()), date: Some(desk.today), ..Scoring::of(kr("failures")) };
        desk.score(score)
    }),
    ("close", "2026-q4", "2027-01-08", |desk, _| desk.close(Some("the notes come later"))),
    ("retrospective", "2027-q1", "2027-03-30", |desk, seed| {
        desk.put_note(desk.note(NoteKind::Lesson, "read earlier", seed)?)
    }),
    ("reorder", "2027-q2", "2027-03-12", |desk, _| desk.move_objective(&objective("builds"), Step::Up)),
    ("move elsewhere", "2027-q2", "2027-03-12", |desk, _| {
        desk.move_key_result_to(&kr("refund-time"), &objective("builds"), Step::Down)
    }),
    ("to the delivery list", "2027-q2", "2027-03-12", |desk, seed| {
        desk.move_to_delivery(&kr("refund-time"), seed)
    }),
    ("say anew", "2027-q2", "2027-03-12", |desk, seed| {
        let after = KeyResult {
            title: "Refunds from 3 to 1 day".to_owned(),
            ..key_result(desk, "refund-time").clone()
        };
        desk.rewrite(after, Some(OldSentence::Delivery), seed)
    }),
    ("remove", "2027-q2", "2027-03-12", |desk, _| desk.remove_key_result(&kr("refund-time"))),
    ("undo", "2027-q2", "2027-03-12", |desk, _| {
        Ok(desk.remove_key_result(&kr("refund-time"))?.inverse().inverse())
    }),
];

/// How the system refuses a call: no space, an error of the disk, no right, read-only, quota, too many files.
const REFUSED: &[Fault] = &[
    Fault::Refused(28),
    Fault::Refused(5),
    Fault::Refused(13),
    Fault::Refused(30),
    Fault::Refused(122),
    Fault::Refused(24),
    Fault::RefusedFrom(28),
    Fault::RefusedFrom(5),
];

/// What meets a call: always its end and a signal; of the refusals two in turn, or all where the long form is asked for.
fn faults(turn: usize) -> Vec<Fault> {
    let mut faults = vec![Fault::Ends, Fault::EndsHalfWay, Fault::Short, Fault::Interrupted];
    let most = if std::env::var_os("OKR_PROMISE_ROUNDS").is_some() { REFUSED.len() } else { 2 };
    faults.extend(REFUSED.iter().cycle().skip(turn * most).take(most));
    faults
}

fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(within) = folders.pop() {
        for entry in fs::read_dir(within).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.components().any(|part| part.as_os_str().to_string_lossy().starts_with(".okr")) {
                found
                    .insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}

/// One kind of save, looked at before the first thing goes wrong.
struct Trial {
    change: Change,
    old: BTreeMap<PathBuf, String>,
    new: BTreeMap<PathBuf, String>,
    calls: usize,
    /// Those of the calls that write.
    writes: Vec<usize>,
}

fn decided(folder: &Path, (name, cycle, day, decide): Kind) -> Change {
    let workspace = Store::open(folder).unwrap().1.workspace;
    let key: QuarterKey = format!("pay/{cycle}").parse().unwrap();
    let today = Day::parse(day, Day::new(2027, 1, 1).unwrap()).unwrap();
    let decision = decide(&Desk::at(&workspace, &key, today).unwrap(), &mut Seed::new(7));
    decision.unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"))
}

impl Trial {
    fn of(kind: Kind) -> Self {
        let folder = workspace();
        let (old, change) = (files(folder.path()), decided(folder.path(), kind));
        let store = Store::open(folder.path()).unwrap().0;
        // A fault that never comes: only counted.
        strike(Fault::Interrupted, usize::MAX);
        store.save(&change).unwrap();
        let Counted { calls, writes } = counted();
        Self { change, old, new: files(folder.path()), calls, writes }
    }

    /// Lets one thing go wrong; gives what stands then, by the files that are new.
    fn struck(&self, fault: Fault, at: usize) -> BTreeSet<PathBuf> {
        let folder = workspace();
        let state = passing();
        let store = Store::open(folder.path()).unwrap().0.with_state(state.path());
        strike(fault, at);
        let outcome = catch_unwind(AssertUnwindSafe(|| store.save(&self.change)));
        counted();
        let standing = files(folder.path());
        let says = format!("{fault:?} at {at} of {}: {}", self.calls, self.change.sentence);
        let paths: BTreeSet<&PathBuf> =
            self.old.keys().chain(self.new.keys()).chain(standing.keys()).collect();
        let mut changed = BTreeSet::new();
        for path in paths {
            let (was, will, is) = (self.old.get(path), self.new.get(path), standing.get(path));
            let is_on_its_way = || is.is_some_and(|is| self.new.values().any(|text| text == is));
            let is_whole = is == was || is == will || is_on_its_way();
            assert!(is_whole, "{says}: {} is neither old nor new: {is:?}", path.display());
            if is != was {
                changed.insert(path.clone());
            }
        }
        match outcome {
            Ok(Ok(_)) => assert_eq!(standing, self.new, "{says}: saved was said and is not"),
            Ok(Err(error)) => {
                assert_ne!(fault, Fault::Interrupted, "{says}: a signal is no reason: {error}");
                if error.stands() {
                    assert_eq!(standing, self.new, "{says}: {error}");
                    let has_step = store.turns(Way::Back) == [self.change.sentence.as_str()];
                    assert!(has_step || matches!(fault, Fault::RefusedFrom(_)), "{says}: no step");
                } else if error.written.is_empty() {
                    assert_eq!(standing, self.old, "{says}: {error}");
                }
                let is_kept = error.stands() || error.draft.as_ref().is_some_and(|draft| draft.exists());
                assert!(is_kept || matches!(fault, Fault::RefusedFrom(_)), "{says}: no draft: {error}");
            }
            Err(_) => assert!(matches!(fault, Fault::Ends | Fault::EndsHalfWay), "{says}: it panics"),
        }
        self.goes_on(folder.path(), &says);
        changed
    }

    /// What stands opens without a problem, and saving once more does the rest and leaves nothing beside.
    fn goes_on(&self, folder: &Path, says: &str) {
        let (store, loaded) = Store::open(folder).unwrap();
        let errors = check(&store, &loaded).into_iter().filter(|problem| problem.level == Level::Error);
        assert_eq!(
            errors.map(|problem| problem.to_string()).collect::<Vec<_>>(),
            Vec::<String>::new(),
            "{says}"
        );
        store.save(&self.change).unwrap_or_else(|error| panic!("{says}: not again: {error}"));
        assert_eq!(files(folder), self.new, "{says}: saved again");
    }
}

#[test]
fn every_call_of_every_kind_of_save_may_go_wrong() {
    let mut points = 0;
    for (number, kind) in KINDS.iter().enumerate() {
        let trial = Trial::of(*kind);
        assert!(trial.calls >= 8, "{} makes {} calls", kind.0, trial.calls);
        let mut states = BTreeSet::new();
        for at in 0..trial.calls {
            for fault in faults(number + at) {
                if matches!(fault, Fault::EndsHalfWay | Fault::Short) && !trial.writes.contains(&at) {
                    continue;
                }
                states.insert(trial.struck(fault, at));
                points += 1;
            }
        }
        // Every state is one more step of the same way: each holds all that the shorter ones hold.
        let mut by_length: Vec<_> = states.into_iter().collect();
        by_length.sort_by_key(BTreeSet::len);
        assert!(by_length.windows(2).all(|pair| pair[0].is_subset(&pair[1])), "{}: {by_length:?}", kind.0);
        assert!(by_length[0].is_empty(), "{}", kind.0);
    }
    assert!(points > 1_000, "{points} points");
}

#[test]
fn what_a_killed_program_left_beside_is_swept_away() {
    let (folder, beside) = (workspace(), "teams/pay/2027-q2/objectives/refunds");
    let left = folder.path().join(beside).join(".okr-AbCdEf.tmp");
    fs::write(&left, "half of it").unwrap();
    let change = decided(folder.path(), KINDS[4]);
    Store::open(folder.path()).unwrap().0.save(&change).unwrap();
    assert!(!left.exists() && folder.path().join(beside).join("refund-time.toml").exists());
}
