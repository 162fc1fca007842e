//! Every field of every kind of file, edited in a workspace full of comments: one line changes, and taken back it is as
//! it was.

use std::fs;
use std::path::PathBuf;

use serde::de::DeserializeOwned;
use tempfile::TempDir;
use toml::{Table, Value};

use quarterdeck::domain::change::{Address, Change, Edit, Record};
use quarterdeck::domain::check_in::Sitting;
use quarterdeck::domain::cycle::Cycle;
use quarterdeck::domain::effort::Effort;
use quarterdeck::domain::key_result::KeyResult;
use quarterdeck::domain::objective::Objective;
use quarterdeck::domain::retrospective::Note;
use quarterdeck::domain::scoring::Scoring;
use quarterdeck::domain::team::Team;
use quarterdeck::store::Store;

use crate::support::comments::{behind, commented};

/// A file in which every field of its kind is set, each on a line of its own.
const FILES: &[(&str, &str)] = &[
    (
        "okr.toml",
        "format = 1\norganisation = 'Acme'\ncadence = 'monthly'\nday_hours = 8\n[lint]\nvague = 'ask'\n",
    ),
    (
        "steps.toml",
        "[[step]]\nid = 'CHK-4'\ntitle = 'a'\nbox = '4'\nbox_monthly = '8'\nbox_mid = '5'\nsay = 'a'\nask = ['a']\n\
         hint = 'a'\ndone = 'a'\nnudge = 'a'\n",
    ),
    (
        "teams/payments/team.toml",
        "name = 'Payments'\nlevel = 'function'\nparent = 'acme'\naliases = ['pay', 'money']\npeople = ['Ana', 'Lin']\n",
    ),
    (
        "cycles/2027-q1.toml",
        "label = '2027-Q1'\nfirst = 2027-01-01\nlast = 2027-03-31\nkick_off = 2026-12-11\n",
    ),
    (
        "teams/payments/2027-q1/cycle.toml",
        "cadence = 'monthly'\nfollows = '2026-q4'\ncommitted = 2026-12-30\nclosed = 2027-03-31\n\
         sponsor_promise = 'I will ask'\npattern = 'a'\nfist = [3, 4]\ntone = [2, 5]\n[principles]\npay_free = true\noutcomes = true\n\
         negotiated = true\nambitious = false\nfew = true\n[alignment]\nours = 'yes'\nabove = 'no'\n\
         reason = 'a'\n[mid_quarter]\ntold = 'a'\nfreed = 'a'\n[[pre_mortem]]\nid = 'f'\ntext = 'a'\nreason = 'a'\n\
         [[parking_lot]]\nid = 'g'\ntext = 'a'\nreason = 'a'\n[waiver.all-handed-down]\nreason = 'a'\ndate = 2026-12-30\n\
         [[not_now]]\nid = 'a'\ntext = 'a'\nreason = 'a'\n\
         [[keep_running]]\nid = 'b'\ntext = 'b'\nreason = 'b'\n[[delivery]]\nid = 'c'\ntext = 'c'\n\
         due = 2027-02-01\npromised_to = 'c'\ndone = true\n[[handed]]\nid = 'd'\nverdict = 'used'\n\
         [[override]]\nrule = 'SET-12'\nreason = 'e'\ndate = 2026-12-30\n",
    ),
    (
        "teams/payments/2027-q1/objectives/sign-in/objective.toml",
        "title = 'Sign-in'\nrank = 10\nwhy_now = 'a'\norigin = 'ours'\ncontributes_to = 'acme/2027-q1/trust'\n\
         contribution = 'a'\nalternative = 'a'\ncarried_from = '2026-q4/sign-in'\n\
         argument_for = 'a'\nargument_against = 'a'\ndots = 3\n[mid_quarter]\nverdict = 'keep'\nreason = 'a'\n\
         date = 2027-02-12\n[dropped]\ndate = 2027-02-15\n\
         reason = 'a'\n[waiver.vague-objective]\nreason = 'a'\ndate = 2026-12-30\n[[assumption]]\nid = 'a'\ntext = 'a'\nnoticed_by = 'a'\nstate = 'shaky'\n",
    ),
    (
        "teams/payments/2027-q1/objectives/sign-in/failures.toml",
        "title = 'Failures'\nrank = 10\nambition = 'committed'\ncontact = 'Ana'\nfirst_wording = 'a'\n\
         measured_at = 'bank'\ndata = 'asked'\ninfluence = 'shared'\nagreement = 'a'\neffect_quarter = '2027-q2'\n\
         early_sign = 'a'\nfind_out_by = 2027-01-20\ncarried_from = '2026-q4/failures'\ncommand = 'true'\n\
         [measure]\nkind = 'between'\nmetric = 'failures'\nmetric_id = 'failures'\naggregation = 'share'\n\
         scope = 'all'\nunit = '%'\ndirection = 'decrease'\nbaseline = 2.3\nbaseline_date = 2026-12-18\n\
         source = 'logs'\ntarget = 0.5\nbound = 'strict'\nfloor = 1\nceiling = 3.5\ndue = 2027-03-31\n\
         [refinement]\nstill_have_problem = false\nnearer = true\npromised_outside = false\ncan_move = true\n\
         [guardrail]\nmetric = 'calls'\nstart = 800\nunit = 'calls'\n\
         direction = 'decrease'\n[dropped]\ndate = 2027-02-15\nreason = 'a'\n\
         [waiver.vague]\nreason = 'a'\ndate = 2026-12-30\n[waiver.no-source]\nreason = 'a'\ndate = 2026-12-30\n\
         [[initiative]]\nid = 'a'\ntext = 'a'\ndone = true\n[[dependency]]\nid = 'a'\nteam = 'bank'\nneed = 'a'\n\
         by = 2027-02-01\nasker = 'Ana'\nstate = 'agreed'\n[[revision]]\ndate = 2026-12-30\nreason = 'committed'\n\
         title = 'Failures'\n[revision.measure]\nkind = 'change'\nbaseline = 2.3\ntarget = 1\n",
    ),
    (
        "teams/payments/2027-q1/checkins/2027-01-15-k3f9q2.toml",
        "date = 2027-01-15\nkind = 'opening'\nsupersedes = '2027-01-14-w7b6qe'\njoins = ['2027-01-14-c5t2bn']\ndecision = 'a'\n\
         [recall]\nnamed = 3\nof = 4\n[[action]]\nid = 'a'\nkey_result = 'failures'\ntext = 'a'\nasker = 'Ana'\n\
         by = 2027-02-01\n[[check_in]]\n\
         key_result = 'failures'\nreading = 2.1\nnot_readable = true\nconfidence = [40, 50]\nchanged = 'a'\n\
         blocked = 'a'\nplan = 'adjust'\nguardrail = 835\n",
    ),
    (
        "teams/payments/2027-q1/scores/failures.toml",
        "reading = 1.5\ndate = 2027-03-30\nreads_later = '2027-q2'\nscore = 0.7\nreason = 'a'\ntells_us = 'a'\n\
         work_done = 'partly'\n[[later]]\ndate = 2027-06-30\nreading = 0.5\n",
    ),
    (
        "teams/payments/2027-q1/retro/k81x0d.toml",
        "kind = 'action'\ntext = 'a'\ndate = 2027-03-31\nkey_result = 'failures'\nobjective = 'sign-in'\n\
         assumption = 'a'\ndifficulty = 'hard'\nimportance = 'less'\nverdict = 'wrong'\nstarts = 'Ana'\n\
         first_date = 2027-04-01\nseen_by = 'a'\n",
    ),
    (
        "teams/payments/2027-q1/sessions/2027-02-11-check-in-7d2m1a.toml",
        "date = 2027-02-11\nphase = 'check-ins'\ntitle = 'Check-in 4'\nminutes = 25\npeople = 6\n\
         session = 'check-in'\n[[step]]\nid = 'CHK-2'\nminutes = 25\n",
    ),
];

/// Words of which each list of choices knows at least two.
const CHOICES: &[&str] = &[
    "bi-weekly",
    "monthly",
    "company",
    "team",
    "used",
    "kept",
    "ours",
    "negotiated",
    "held",
    "wrong",
    "stretch",
    "committed",
    "have",
    "asked",
    "full",
    "weak",
    "change",
    "at-most",
    "mean",
    "share",
    "increase",
    "inclusive",
    "open",
    "refused",
    "opening",
    "check-in",
    "yes",
    "no",
    "stop",
    "lesson",
    "action",
    "easy",
    "right",
    "more",
    "as",
    "setting",
    "scoring",
    "4 + 2*K",
    "ask",
    "warn",
    "drop",
    "SET-1",
    "kick-off",
];

fn workspace() -> (TempDir, Store, Vec<(Address, Record)>) {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in FILES {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, commented(&text.replace('\'', "\""))).unwrap();
    }
    let (store, loaded) = Store::open(folder.path()).unwrap();
    let odd: Vec<_> = loaded.problems.iter().filter(|problem| problem.rule != "unknown-key").collect();
    assert!(odd.is_empty(), "{odd:?}");
    let records = super::records(&loaded.workspace);
    assert_eq!(records.len(), FILES.len());
    (folder, store, records)
}

/// A record as a table.
fn table(record: &Record) -> Table {
    toml::to_string(record).unwrap().parse().unwrap()
}

/// The record a table says, under the id it had, if it is one and says all that the table says.
fn record(like: &Record, wanted: &Table) -> Option<Record> {
    fn of<T: DeserializeOwned>(table: &Table) -> Option<T> {
        table.clone().try_into().ok()
    }
    let record = match like {
        Record::Settings(_) => Record::Settings(of(wanted)?),
        Record::Steps(_) => Record::Steps(of(wanted)?),
        Record::Team(it) => Record::Team(Team { id: it.id.clone(), ..of(wanted)? }),
        Record::Cycle(it) => Record::Cycle(Cycle { id: it.id.clone(), ..of(wanted)? }),
        Record::Frame(_) => Record::Frame(of(wanted)?),
        Record::Objective(it) => Record::Objective(Objective { id: it.id.clone(), ..of(wanted)? }),
        Record::KeyResult(it) => Record::KeyResult(KeyResult { id: it.id.clone(), ..of(wanted)? }),
        Record::Sitting(it) => Record::Sitting(Sitting { id: it.id.clone(), ..of(wanted)? }),
        Record::Scoring(it) => Record::Scoring(Scoring { key_result: it.key_result.clone(), ..of(wanted)? }),
        Record::Note(it) => Record::Note(Note { id: it.id.clone(), ..of(wanted)? }),
        Record::Effort(it) => Record::Effort(Effort { id: it.id.clone(), ..of(wanted)? }),
    };
    (table(&record) == *wanted).then_some(record)
}

/// A step into a table or array.
#[derive(Clone, Debug)]
enum Step {
    Key(String),
    At(usize),
}

/// The way to every value that can be edited: no table, no list of blocks, nothing by which a block is known.
fn leaves(record: &Record) -> Vec<Vec<Step>> {
    let mut found = Vec::new();
    collect(&Value::Table(table(record)), &[], &mut found);
    found.retain(|way| match way.as_slice() {
        // The format says what all the rest means.
        [Step::Key(key)] => key != "format",
        [Step::Key(list), Step::At(_), Step::Key(key)] => {
            key != "id" && !(key == "date" && ["revision", "override", "later"].contains(&list.as_str()))
        }
        _ => true,
    });
    found
}

fn collect(value: &Value, way: &[Step], found: &mut Vec<Vec<Step>>) {
    let onward = |step: Step| [way, &[step]].concat();
    match value {
        Value::Table(table) => {
            table.iter().for_each(|(key, value)| collect(value, &onward(Step::Key(key.clone())), found));
        }
        Value::Array(list) if list.iter().all(Value::is_table) => {
            (0..).zip(list).for_each(|(at, value)| collect(value, &onward(Step::At(at)), found));
        }
        _ => found.push(way.to_vec()),
    }
}

fn at<'v>(value: &'v mut Value, way: &[Step]) -> &'v mut Value {
    way.iter().fold(value, |value, step| match step {
        Step::Key(key) => &mut value[key.as_str()],
        Step::At(at) => &mut value[*at],
    })
}

/// Other values of the same kind.
fn others(value: &Value) -> Vec<Value> {
    match value {
        Value::String(text) => {
            let choices = CHOICES.iter().filter(|choice| *choice != text).map(|choice| (*choice).into());
            std::iter::once(Value::String(format!("{text}x"))).chain(choices).collect()
        }
        Value::Integer(number) => vec![(number + 1).into()],
        Value::Float(_) => vec![0.3.into()],
        Value::Boolean(on) => vec![(!on).into()],
        Value::Datetime(_) => vec!["2027-02-02".parse::<toml::value::Datetime>().unwrap().into()],
        Value::Array(list) => vec![Value::Array([list.as_slice(), &[list[0].clone()]].concat())],
        Value::Table(_) => Vec::new(),
    }
}

/// The record with another value at this place.
fn changed(before: &Record, way: &[Step]) -> Option<Record> {
    let mut whole = Value::Table(table(before));
    let value = at(&mut whole, way).clone();
    others(&value).into_iter().find_map(|other| {
        *at(&mut whole, way) = other;
        record(before, whole.as_table().unwrap())
    })
}

/// The record without the value at this place, where it can be without.
fn lacking(before: &Record, way: &[Step]) -> Option<Record> {
    let mut whole = Value::Table(table(before));
    let (Step::Key(key), parent) = way.split_last()? else { return None };
    at(&mut whole, parent).as_table_mut()?.remove(key);
    record(before, whole.as_table().unwrap())
}

/// The lines of both texts that differ.
fn differing(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let (before, after): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
    let head = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let shorter = before.len().min(after.len()) - head;
    let ends = before.iter().rev().zip(after.iter().rev()).take(shorter);
    let tail = ends.take_while(|(one, other)| one == other).count();
    let between = |lines: &[&str]| lines[head..lines.len() - tail].iter().map(ToString::to_string).collect();
    (between(&before), between(&after))
}

fn path(folder: &TempDir, address: &Address) -> PathBuf {
    folder.path().join(quarterdeck::store::path(address))
}

#[test]
fn another_value_changes_its_place_and_taken_back_leaves_no_trace() {
    let (folder, store, records) = workspace();
    for (address, before) in records {
        let ways = leaves(&before);
        let path = path(&folder, &address);
        for way in &ways {
            let Some(after) = changed(&before, way) else {
                // Its only other value is the usual one, which is not written.
                assert!(lacking(&before, way).is_some(), "{address}: no other value for {way:?}");
                continue;
            };
            let change = Change::one("change", Edit::update(address.clone(), before.clone(), after.clone()));
            let text = fs::read_to_string(&path).unwrap();
            assert_eq!(store.save(&change).unwrap().merged, [(address.clone(), after)]);
            let (gone, new) = differing(&text, &fs::read_to_string(&path).unwrap());
            assert_eq!((gone.len(), new.len()), (1, 1), "{address} {way:?}: {gone:?} {new:?}");
            assert!(behind(&gone[0]).is_some() && behind(&gone[0]) == behind(&new[0]), "{gone:?} {new:?}");
            store.save(&change.inverse()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text, "{address} {way:?}");
        }
    }
}

#[test]
fn a_value_that_goes_takes_its_line_along_and_nothing_else() {
    let (folder, store, records) = workspace();
    let mut gone_lines = 0;
    for (address, before) in records {
        let ways = leaves(&before);
        let path = path(&folder, &address);
        let text = fs::read_to_string(&path).unwrap();
        for after in ways.iter().filter_map(|way| lacking(&before, way)) {
            let change = Change::one("remove", Edit::update(address.clone(), before.clone(), after));
            store.save(&change).unwrap();
            let (gone, new) = differing(&text, &fs::read_to_string(&path).unwrap());
            assert_eq!((gone.len(), new.len()), (1, 0), "{address}: {gone:?} {new:?}");
            // What comes back goes behind the last of its table; what was said about it in a comment went with it.
            store.save(&change.inverse()).unwrap();
            let (back, gone) = (fs::read_to_string(&path).unwrap(), &gone[0]);
            let kept =
                text.lines().filter(|line| *line != gone).all(|line| back.lines().any(|it| it == line));
            assert!(
                kept && behind(gone).is_some_and(|comment| !back.lines().any(|line| line.ends_with(comment))),
                "{address}: {gone}"
            );
            fs::write(&path, &text).unwrap();
            gone_lines += 1;
        }
    }
    assert!(gone_lines > 60, "{gone_lines}");
}

#[test]
fn a_value_that_comes_and_goes_leaves_no_trace() {
    let (folder, store, records) = workspace();
    for (address, after) in records {
        let ways = leaves(&after);
        let path = path(&folder, &address);
        let text = fs::read_to_string(&path).unwrap();
        for before in ways.iter().filter_map(|way| lacking(&after, way)) {
            // The file as it is without the value, comments and all.
            store
                .save(&Change::one("remove", Edit::update(address.clone(), after.clone(), before.clone())))
                .unwrap();
            let without = fs::read_to_string(&path).unwrap();
            let change = Change::one("set", Edit::update(address.clone(), before, after.clone()));
            store.save(&change).unwrap();
            store.save(&change.inverse()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), without, "{address}");
            fs::write(&path, &text).unwrap();
        }
    }
}
